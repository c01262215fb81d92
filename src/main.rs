//! `horgos` in a terminal: arguments, error report, exit code.

use std::process::ExitCode;

use clap::Parser;
use color_eyre::config::{HookBuilder, Theme};
use horgos::cli::Cli;

fn main() -> color_eyre::Result<ExitCode> {
    // Reports may end in a file or on a light screen: no colours of their own.
    HookBuilder::default().theme(Theme::new()).install()?;
    Cli::parse().run()
}
