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
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum FindingsFormat {
    /// One line per finding, its proof under it
    Text,
    /// One JSON object
    Json,
}

impl CheckCommand {
    pub fn run(&self, dataset: &Dataset) -> color_eyre::Result<ExitCode> {
        let analysis = Analysis::new(dataset);
        let words = Words::new(dataset, &analysis);
        match self.format {
            FindingsFormat::Text => print::print(&findings_text(words))?,
            FindingsFormat::Json => print::to_stdout(|out| findings_json(words, out))?,
        };
        let stands = analysis.findings.iter().any(|finding| match finding.severity {
            Severity::Contradiction | Severity::Doubt => true,
            Severity::Note => false,
        });
        Ok(ExitCode::from(u8::from(stands)))
    }
}
