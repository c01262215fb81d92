//! `horgos check`: the findings, for people and pipelines.

use std::process::ExitCode;

use clap::{Args, ValueEnum};

use super::article::ArticleFile;
use super::engines::EngineOptions;
use super::input::DatasetArgument;
use super::opened_input::OpenedInput;
use super::print;
use super::print::SCREEN;
use super::start::StartView;
use crate::analysis::{Analysis, Severity};
use crate::dashboard::{Model, Pivot};
use crate::dataset::Dataset;
use crate::draft::CheckedDraft;
use crate::formats::{Loaded, Positions, ReadError};
use crate::print::{
    article_findings_github, article_findings_json, article_findings_text, findings_github, findings_sarif,
    findings_text, problems_github, problems_sarif, table_findings_json,
};
use crate::wording::{SetAsideRows, Words};

#[derive(Debug, Args)]
pub struct CheckCommand {
    #[command(flatten)]
    pub input: DatasetArgument,
    #[command(flatten)]
    pub engines: EngineOptions,
    #[command(flatten)]
    start: StartView,
    /// How the findings are written
    #[arg(long, value_enum, default_value_t = FindingsFormat::Text)]
    format: FindingsFormat,
    /// The least severity that makes it exit with 1
    #[arg(long, value_enum, value_name = "SEVERITY", default_value_t = FailOn::Doubt)]
    fail_on: FailOn,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum FindingsFormat {
    /// One line per finding, its proof under it, and a summary
    Text,
    /// One JSON object
    Json,
    /// Annotations of GitHub Actions, one line per finding
    Github,
    /// SARIF 2.1.0, for code scanning and editors
    Sarif,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum FailOn {
    /// A doubt or a contradiction
    Doubt,
    /// A contradiction only
    Contradiction,
}

impl FailOn {
    fn is_reached_by(self, severity: Severity) -> bool {
        match (self, severity) {
            (Self::Doubt | Self::Contradiction, Severity::Contradiction) | (Self::Doubt, Severity::Doubt) => {
                true
            }
            (Self::Contradiction, Severity::Doubt) | (_, Severity::Note) => false,
        }
    }
}

impl CheckCommand {
    pub fn run(&self, input: OpenedInput) -> color_eyre::Result<ExitCode> {
        let Loaded { dataset, positions, .. } = input.loaded;
        let Some(pivot) = input.pivot else { return self.check(&dataset, &positions, None) };
        let app = self.start.app(Model::new(dataset), Some(pivot), SCREEN)?;
        let lines = app.pivot().map_or(&[][..], Pivot::lines);
        let positions = positions.file().map(|file| Positions::in_table(file, lines)).unwrap_or_default();
        let aside = app.pivot().map(Pivot::set_aside);
        self.check(app.words().dataset, &positions, aside)
    }

    fn check(
        &self,
        dataset: &Dataset,
        positions: &Positions,
        aside: Option<Vec<SetAsideRows>>,
    ) -> color_eyre::Result<ExitCode> {
        let analysis = Analysis::new(dataset);
        let words = Words::new(dataset, &analysis);
        match self.format {
            FindingsFormat::Text => print::print(&findings_text(words))?,
            FindingsFormat::Json => print::to_stdout(|out| table_findings_json(words, aside, out))?,
            FindingsFormat::Github => print::print(&findings_github(words, positions))?,
            FindingsFormat::Sarif => print::to_stdout(|out| findings_sarif(words, positions, out))?,
        };
        let fails = analysis.findings.iter().any(|finding| self.fail_on.is_reached_by(finding.severity));
        Ok(ExitCode::from(u8::from(fails)))
    }

    /// Checks the draft of an article: reports findings in rows that the text states.
    pub fn run_article(&self, article: &ArticleFile) -> color_eyre::Result<ExitCode> {
        let draft = article.draft();
        let checked = CheckedDraft::new(&draft);
        match self.format {
            FindingsFormat::Text => print::print(&article_findings_text(&draft, &checked))?,
            FindingsFormat::Json => print::to_stdout(|out| article_findings_json(&draft, &checked, out))?,
            FindingsFormat::Github => {
                print::print(&article_findings_github(&draft, &checked, article.path.as_deref()))?
            }
            FindingsFormat::Sarif => {
                let words = Words::new(&checked.dataset, &checked.analysis);
                print::to_stdout(|out| findings_sarif(words, &Positions::default(), out))?
            }
        };
        let fails =
            checked.analysis.findings.iter().any(|finding| self.fail_on.is_reached_by(finding.severity));
        Ok(ExitCode::from(u8::from(fails)))
    }

    /// Reports why the dataset cannot be used, in the formats that other tools wait for: a step that uploads the report
    /// needs one, and annotations belong next to the lines that are wrong.
    pub fn report(&self, error: &ReadError) -> color_eyre::Result<ExitCode> {
        let descriptor = self.input.file();
        match self.format {
            FindingsFormat::Text | FindingsFormat::Json => Ok(ExitCode::SUCCESS),
            FindingsFormat::Github => print::print(&problems_github(error, descriptor)),
            FindingsFormat::Sarif => print::to_stdout(|out| problems_sarif(error, descriptor, out)),
        }
    }
}
