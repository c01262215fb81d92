//! `horgos engine check`: what an engine of the configuration answers.

use std::fmt::Write;
use std::process::ExitCode;
use std::time::Instant;

use clap::Args;

use crate::cli::config::EngineConfig;
use crate::cli::engines::{EngineOptions, Engines, connect};
use crate::cli::usage::FAILED;
use crate::cli::{print, report};
use crate::dashboard::Pivot;
use crate::records::{Engine, EngineTable, TableDimension};
use crate::text::harmless::harmless;
use crate::wording::{asked, grouped, set_aside};

#[derive(Debug, Args)]
pub struct EngineCheckCommand {
    /// The engine, as [engine.NAME] of the configuration calls it
    #[arg(value_name = "NAME")]
    name: String,
    #[command(flatten)]
    options: EngineOptions,
}

impl EngineCheckCommand {
    pub fn run(&self) -> color_eyre::Result<ExitCode> {
        match self.report() {
            Ok(text) => print::print(&text),
            Err(why) => {
                report::say(&format!("engine:{}: {why}", self.name));
                Ok(ExitCode::from(FAILED))
            }
        }
    }

    fn report(&self) -> Result<String, String> {
        let engines: Engines = self.options.engines();
        let engine = engines.find(&self.name).map_err(|error| error.to_string())?;
        let start = Instant::now();
        let remote = connect(&engine, engines)?;
        let opened = start.elapsed().as_millis();
        let mut text = described(&engine, &remote);
        let _ = writeln!(text, "opened    {opened} ms");
        let catalog = remote.catalog().clone();
        let start = Instant::now();
        let answered = Pivot::new(std::sync::Arc::new(remote), &self.name);
        let (pivot, _) = answered.map_err(|error| error.to_string())?;
        let taken = start.elapsed().as_millis();
        let _ = writeln!(text, "question  {taken} ms: {}", asked(&catalog, pivot.question()));
        Ok(text)
    }
}

/// The command, the columns with their numbers of codes, the rows, and those that are set aside.
fn described(engine: &EngineConfig, remote: &EngineTable) -> String {
    let catalog = remote.catalog();
    let words: Vec<String> = engine.run.iter().map(|word| quoted(word)).collect();
    let mut text = format!("command   {}\ntable     {}\n", words.join(" "), harmless(&engine.table.from));
    let _ = writeln!(text, "rows      {}", grouped(catalog.tally.rows.into()));
    let places = |role: usize| catalog.roles.iter().filter(|roles| roles[role] > 0).count();
    for dimension in TableDimension::ALL {
        let Some(column) = &engine.table.codes[dimension as usize] else { continue };
        let codes = match dimension {
            TableDimension::Reporter => places(0),
            TableDimension::Partner => places(1),
            TableDimension::Flow => catalog.flows.len(),
            TableDimension::Product => catalog.products.len(),
            TableDimension::Period => catalog.periods.len(),
        };
        let codes = grouped(codes.into());
        let _ = write!(text, "{:<9} {}: {codes}", dimension.word(), harmless(column));
        let periods = catalog.all_periods();
        if let (TableDimension::Period, [first, .., last]) = (dimension, periods.as_slice()) {
            let _ = write!(text, ", {first} to {last}");
        }
        text.push('\n');
    }
    for aside in set_aside(&catalog.tally) {
        let _ = writeln!(text, "{}", aside.what);
    }
    text
}

/// A word of a command line, quoted if a shell would split it.
fn quoted(word: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-_./=:,@%+".contains(c);
    if !word.is_empty() && word.chars().all(is_plain) {
        word.to_owned()
    } else {
        format!("'{}'", harmless(word))
    }
}
