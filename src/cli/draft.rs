//! `horgos draft`: the rows that rules find in an article.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueEnum};

use super::article::Article;
use super::{FAILED, print, report};
use crate::formats::write;
use crate::print::draft_text;

#[derive(Debug, Args)]
pub struct DraftCommand {
    /// The text of an article, plain or in HTML or Markdown; - reads standard input
    #[arg(value_name = "ARTICLE")]
    article: PathBuf,
    /// How the draft is written
    #[arg(long, value_enum, default_value_t = DraftFormat::Text)]
    format: DraftFormat,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum DraftFormat {
    /// One line per row, with where its dimensions come from, and the figures that are no rows
    Text,
    /// A dataset whose rows are marked as unconfirmed
    Json,
}

impl DraftCommand {
    pub fn run(&self) -> color_eyre::Result<ExitCode> {
        let article = match Article::read(&self.article) {
            Ok(article) => article,
            Err(error) => {
                report::say(&error.to_string());
                return Ok(ExitCode::from(FAILED));
            }
        };
        let draft = article.draft();
        match self.format {
            DraftFormat::Text => print::print(&draft_text(&draft)),
            DraftFormat::Json => print::to_stdout(|out| write::inline(&draft.to_dataset(), out)),
        }
    }
}
