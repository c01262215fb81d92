//! `horgos` in a terminal: arguments, error report, exit code.

use std::process::ExitCode;

use clap::Parser;
use horgos::cli::Cli;

fn main() -> color_eyre::Result<ExitCode> {
    color_eyre::install()?;
    Cli::parse().run()
}
