//! `horgos check`: what the checks found, for people and pipelines.

use std::process::ExitCode;

use clap::ValueEnum;

use super::{Check, print};
use crate::analysis::{Analysis, Severity};
use crate::dataset::Dataset;
use crate::print::{findings_json, findings_text};
use crate::wording::Words;

/// How findings are written.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Format {
    /// A line a finding, its proof under it
    Text,
    /// One JSON object
    Json,
}

impl Check {
    pub fn run(self, dataset: &Dataset) -> color_eyre::Result<ExitCode> {
        let analysis = Analysis::new(dataset);
        let words = Words::new(dataset, &analysis);
        print::print(&match self.format {
            Format::Text => findings_text(words),
            Format::Json => findings_json(words),
        })?;
        let stands = analysis.findings.iter().any(|finding| match finding.severity {
            Severity::Contradiction | Severity::Doubt => true,
            Severity::Note => false,
        });
        Ok(ExitCode::from(u8::from(stands)))
    }
}
