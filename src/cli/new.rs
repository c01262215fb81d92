//! `horgos new`: a starting point for a dataset, to be continued in an editor.

use std::process::ExitCode;

use clap::{Args, ValueEnum};

use super::print;
use crate::formats::{self, write};

/// A package with one example row.
const EXAMPLE: &str = include_str!("../../assets/new.json");

#[derive(Debug, Args)]
pub struct NewCommand {
    /// A whole package, or its rows alone
    #[arg(long, value_enum, default_value_t = NewFormat::Json, value_name = "FORMAT")]
    format: NewFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum NewFormat {
    Json,
    Csv,
}

impl NewCommand {
    pub fn run(&self) -> color_eyre::Result<ExitCode> {
        match self.format {
            NewFormat::Json => print::print(EXAMPLE),
            NewFormat::Csv => {
                let no_file = |_: &str| Err(String::new());
                let loaded = formats::parse("new.json", EXAMPLE, &no_file)
                    .map_err(|error| color_eyre::eyre::eyre!("{error}"))?;
                let (mut descriptor, mut rows) = (Vec::new(), Vec::new());
                write::with_csv(&loaded.dataset, "observations.csv", &mut descriptor, &mut rows)?;
                print::print(&String::from_utf8(rows)?)
            }
        }
    }
}
