//! `horgos check`: the findings, for people and pipelines.

use std::process::ExitCode;

use clap::{Args, ValueEnum};

use super::input::DatasetArgument;
use super::print;
use crate::analysis::{Analysis, Severity};
use crate::dataset::Dataset;
use crate::print::{findings_json, findings_text};
use crate::wording::Words;

#[derive(Debug, Args)]
pub struct CheckCommand {
    #[command(flatten)]
    pub input: DatasetArgument,
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
    pub fn run(&self, dataset: &Dataset) -> color_eyre::Result<ExitCode> {
        let analysis = Analysis::new(dataset);
        let words = Words::new(dataset, &analysis);
        match self.format {
            FindingsFormat::Text => print::print(&findings_text(words))?,
            FindingsFormat::Json => print::to_stdout(|out| findings_json(words, out))?,
        };
        let fails = analysis.findings.iter().any(|finding| self.fail_on.is_reached_by(finding.severity));
        Ok(ExitCode::from(u8::from(fails)))
    }
}
