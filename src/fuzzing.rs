//! Readers of bytes that are no part of the library, opened for the fuzz harness in `fuzz/` alone.

use std::io::Cursor;

use ratatui::layout::Size;

use crate::cli::config;
use crate::cli::start::first_view;
use crate::cli::table::Streamed;
use crate::dashboard::{App, Event, Model};
use crate::records;
use crate::terminal::Parser;
use crate::text::harmless::harmless;

/// Reads a configuration file, and says what the program would say of it; its settings, if it is right.
///
/// # Errors
///
/// Everything wrong with it.
pub fn config(text: &str) -> Result<String, String> {
    match config::read("config.toml", text) {
        Ok((file, warnings)) => {
            let settings = config::SettingKey::ALL.map(|key| format!("{:?}", file.get(key).is_some()));
            Ok(warnings.iter().map(ToString::to_string).chain(settings).collect::<Vec<_>>().join("\n"))
        }
        Err(errors) => {
            Err(errors.iter().map(|error| harmless(&error.to_string())).collect::<Vec<_>>().join("\n"))
        }
    }
}

/// Reads what an engine printed as the answer to a query; how many groups of rows there are.
///
/// # Errors
///
/// The message for one that is not what was asked for.
pub fn answer(printed: &[u8]) -> Result<usize, String> {
    records::try_answer(printed).map_err(|error| error.to_string())
}

/// Reads a table in Parquet, all of it and the rows of a place; how many rows were understood.
///
/// # Errors
///
/// Why it is not read.
pub fn parquet(bytes: &[u8]) -> Result<u64, String> {
    records::try_parquet(bytes).map_err(|error| error.to_string())
}

/// Opens a table that comes as a stream: the dashboard with the answer to its first question, and the warnings about it;
/// `None` for bytes that are no table of a known format.
///
/// # Errors
///
/// Why it is not read.
pub fn table(bytes: Vec<u8>, size: Size) -> Option<Result<(App, Vec<String>), String>> {
    let Streamed::Table(opened) = Streamed::new("table", Box::new(Cursor::new(bytes)), &[]) else {
        return None;
    };
    Some(match opened {
        Ok(opened) => {
            let said = opened
                .warnings
                .into_iter()
                .flat_map(|said| std::iter::once(said.text).chain(said.places))
                .collect();
            Ok((first_view(Model::new(opened.loaded.dataset), opened.pivot, size), said))
        }
        Err(error) => Err(error.to_string()),
    })
}

/// A keyboard: takes bytes of a terminal in pieces and gives the events in them.
pub fn keyboard() -> impl FnMut(&[u8]) -> Vec<Event> {
    let mut parser = Parser::default();
    move |bytes| parser.feed(bytes)
}
