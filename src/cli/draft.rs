//! `horgos draft`: the rows that rules find in an article, for review or printed.

mod review;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueEnum};

use super::article::ArticleFile;
use super::settings::Options;
use super::show::Launch;
use super::usage::{FAILED, UsageError};
use super::{print, report};
use crate::draft::Draft;
use crate::formats::write;
use crate::print::draft_text;
use crate::terminal::Environment;

#[derive(Debug, Args)]
#[command(mut_arg("view", |view| view.hide(true)))]
pub struct DraftCommand {
    /// The text of an article, plain or in HTML or Markdown; - reads standard input
    #[arg(value_name = "ARTICLE")]
    article: PathBuf,
    /// Print the draft, instead of opening it for review
    #[arg(long, value_enum, value_name = "FORMAT")]
    format: Option<DraftFormat>,
    #[command(flatten)]
    options: Options,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum DraftFormat {
    /// One line per row, with the origin of its dimensions, then the figures that did not become rows
    Text,
    /// A dataset whose rows are marked as unconfirmed
    Json,
}

impl DraftCommand {
    pub fn run(&self, environment: &Environment) -> color_eyre::Result<ExitCode> {
        if self.options.start.view.is_some() {
            return Err(UsageError("--view: a draft has no view".to_owned()).into());
        }
        let has_screen = environment.decide(self.options.wishes()).screen;
        match self.format {
            Some(format) => self.on_article(|article| print_draft(&article.draft(), format)),
            None if has_screen => {
                let settings = self.options.settings()?;
                let launch = Launch::watch(environment.decide(settings.wishes()), &settings)?;
                self.on_article(|article| review::review(launch, article))
            }
            None => {
                self.options.check_file()?;
                self.on_article(|article| print_draft(&article.draft(), DraftFormat::Text))
            }
        }
    }

    /// Reads the article and runs `next` on it, or reports why it cannot be read.
    fn on_article(
        &self,
        next: impl FnOnce(&ArticleFile) -> color_eyre::Result<ExitCode>,
    ) -> color_eyre::Result<ExitCode> {
        match ArticleFile::read(&self.article) {
            Ok(article) => next(&article),
            Err(error) => {
                report::say(&error.to_string());
                Ok(ExitCode::from(FAILED))
            }
        }
    }
}

fn print_draft(draft: &Draft, format: DraftFormat) -> color_eyre::Result<ExitCode> {
    match format {
        DraftFormat::Text => print::print(&draft_text(draft)),
        DraftFormat::Json => print::to_stdout(|out| write::inline(&draft.to_dataset(), out)),
    }
}
