//! Loads a dataset for a command, and reports its warnings or why it cannot be used.

use std::process::ExitCode;

use super::engines::Engines;
use super::input::{DatasetArgument, UnreadInput};
use super::opened_input::OpenedInput;
use super::report;
use super::usage::FAILED;
use crate::dashboard::Warning;
use crate::formats::ReadError;

/// Loads the dataset and runs `next` on it, as [`on_dataset_or`].
pub fn on_dataset(
    input: &DatasetArgument,
    engines: Engines,
    command: &'static str,
    next: impl FnOnce(OpenedInput, Vec<Warning>) -> color_eyre::Result<ExitCode>,
) -> color_eyre::Result<ExitCode> {
    on_dataset_or(input, engines, command, next, |_| Ok(ExitCode::from(FAILED)))
}

/// Loads the dataset, reports its warnings, and runs `next` on both; or reports why it cannot be used, and runs `fail`.
/// Warns of standard input that `command`, followed by `-`, would read.
pub fn on_dataset_or(
    input: &DatasetArgument,
    engines: Engines,
    command: &'static str,
    next: impl FnOnce(OpenedInput, Vec<Warning>) -> color_eyre::Result<ExitCode>,
    fail: impl FnOnce(&ReadError) -> color_eyre::Result<ExitCode>,
) -> color_eyre::Result<ExitCode> {
    let unread = input.unread(command);
    on_loaded(input, unread, input.load(engines), next, fail)
}

/// As [`on_dataset_or`], for what was loaded already.
pub fn on_loaded(
    input: &DatasetArgument,
    mut unread: UnreadInput,
    loaded: Result<OpenedInput, ReadError>,
    next: impl FnOnce(OpenedInput, Vec<Warning>) -> color_eyre::Result<ExitCode>,
    fail: impl FnOnce(&ReadError) -> color_eyre::Result<ExitCode>,
) -> color_eyre::Result<ExitCode> {
    match loaded {
        Ok(mut input) => {
            for warning in &input.loaded.warnings {
                report::say(&warning.to_string());
            }
            for warning in &input.warnings {
                let place = warning.places.first().map_or(String::new(), |place| format!("{place}: "));
                report::say(&format!("{place}{}", warning.text));
            }
            let mut warnings: Vec<Warning> =
                input.loaded.warnings.iter().map(Warning::from_problem).collect();
            warnings.append(&mut input.warnings);
            warnings.extend(unread.warn());
            let ended = next(input, warnings);
            unread.warn();
            ended
        }
        Err(error) => {
            report::say(&error.to_string());
            if let Some(article) = input.article() {
                report::say(&format!(
                    "{}: if this is the text of an article, write horgos draft {0}",
                    article.name
                ));
            }
            fail(&error)?;
            Ok(ExitCode::from(FAILED))
        }
    }
}
