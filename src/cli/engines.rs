//! `engine:NAME`: a table in an engine that the user has configured.

mod client;
mod exchange;
mod trusted;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;

use super::config::EngineConfig;
use super::opened_input::OpenedInput;
use super::secure::SecureReason;
use super::table::first_answer;
use super::usage::UsageError;
use crate::formats::{ReadError, did_you_mean};
use crate::records::{EngineTable, ReadProgress};
use crate::terminal;
use client::CommandClient;
use trusted::TrustedFile;

/// Where engines are looked for.
#[derive(Debug, Clone, Default, Args)]
pub struct EngineOptions {
    /// Configuration file with the engines [default: horgos/config.toml in `$XDG_CONFIG_HOME` or ~/.config]
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
}

/// The engines that an input may name.
#[derive(Debug, Clone, Copy, Default)]
pub struct Engines<'c> {
    /// The configuration file, if it is not the usual one.
    pub config: Option<&'c Path>,
    /// True for a dashboard: the warnings about the file have been reported, and it handles signals itself.
    pub has_screen: bool,
    /// True to force secure mode, whatever the process says.
    pub is_secure: bool,
}

impl EngineOptions {
    /// The engines for a command without a dashboard.
    pub fn engines(&self) -> Engines<'_> {
        Engines { config: self.config.as_deref(), ..Engines::default() }
    }
}

impl Engines<'_> {
    /// Opens the table of the engine called `name`, with the answer to its first question.
    ///
    /// # Errors
    ///
    /// If there is no such engine, it is refused here, or it does not answer.
    pub fn open(self, name: &str) -> Result<OpenedInput, ReadError> {
        let file = format!("engine:{name}");
        let unreadable = |reason: String| ReadError::Unreadable { file: file.clone(), reason };
        let engine = self.find(name).map_err(|error| unreadable(error.to_string()))?;
        let remote = connect(&engine, self).map_err(unreadable)?;
        first_answer(Arc::new(remote), &file, None)
    }

    /// The engine called `name`.
    pub fn find(self, name: &str) -> Result<EngineConfig, UsageError> {
        let refused = "an engine runs a command, which secure mode does not allow";
        match SecureReason::of_process() {
            Some(reason) => return Err(UsageError(format!("{refused}: {reason}"))),
            None if self.is_secure => return Err(UsageError(refused.to_owned())),
            None => {}
        }
        let wanted = format!("[engine.{name}] with preset, from and columns");
        let TrustedFile { path, engines, distrust } = TrustedFile::read(self.config, !self.has_screen)?;
        let names: Vec<&str> = engines.iter().map(|engine| engine.name.as_str()).collect();
        let Some(engine) = engines.iter().find(|engine| engine.name == name) else {
            let there = match names.as_slice() {
                [] => format!("{path} names none"),
                names => {
                    let meant = did_you_mean(name, names.iter().copied());
                    format!("{path} has {}{meant}", names.join(", "))
                }
            };
            return Err(UsageError(format!("there is no such engine: {there}; expected {wanted}")));
        };
        match distrust {
            None => Ok(engine.clone()),
            Some(why) => Err(UsageError(format!(
                "{path}:{}: [engine.{name}] names a command, which counts only in a file that nobody else can \
                 write: {why}",
                engine.line
            ))),
        }
    }
}

/// Asks an engine what its table contains.
pub fn connect(engine: &EngineConfig, engines: Engines) -> Result<EngineTable, String> {
    if !engines.has_screen {
        terminal::interrupt_children_on_signals().map_err(|error| error.to_string())?;
    }
    let client = CommandClient::new(&engine.run, engine.timeout).map_err(|error| error.to_string())?;
    let remote = EngineTable::open(engine.table.clone(), Arc::new(client), &ReadProgress::default());
    remote.map_err(|error| error.to_string())
}

/// The name after `engine:`. A file with such a name is reached by `./engine:…`.
pub fn engine_name(dataset: &Path) -> Option<&str> {
    dataset.to_str()?.strip_prefix("engine:")
}
