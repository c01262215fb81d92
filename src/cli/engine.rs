//! `horgos engine`: asks the engines of the configuration.

mod check;

use std::process::ExitCode;

use clap::{Args, Subcommand};

/// Asks the engines of the configuration.
#[derive(Debug, Args)]
pub struct EngineCommand {
    #[command(subcommand)]
    command: EngineSubcommand,
}

#[derive(Debug, Subcommand)]
enum EngineSubcommand {
    /// Report an engine's columns and rows, and how long a question takes
    Check(check::EngineCheckCommand),
}

impl EngineCommand {
    pub fn run(&self) -> color_eyre::Result<ExitCode> {
        match &self.command {
            EngineSubcommand::Check(check) => check.run(),
        }
    }
}
