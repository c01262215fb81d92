//! `horgos tour`: a tour without an audience.

use std::process::ExitCode;
use std::sync::Arc;

use clap::{Args, Subcommand};

use super::engines::Engines;
use super::input::DatasetArgument;
use super::loading::on_dataset_or;
use super::opened_input::OpenedInput;
use super::print;
use super::usage::UsageError;
use crate::dashboard::Model;
use crate::formats::Positions;
use crate::print::{Handout, HandoutFormat, tour_report};
use crate::screen::{Theme, frame};
use crate::stage;

#[derive(Debug, Args)]
pub struct TourCommand {
    #[command(subcommand)]
    command: TourAction,
}

#[derive(Debug, Subcommand)]
enum TourAction {
    /// Check that each step of the tour does what it says
    ///
    /// Each step is laid out on screens of 120x36, 80x24 and 60x16. Exits with 0 if all steps do what they say, with 1 if
    /// one does not, and with 2 if it could not check: the dataset cannot be used or has no tour, the arguments are wrong,
    /// or the output cannot be written. A text that is too long, or a number that no figure has, is a warning.
    Check(TourCheck),
    /// Print the tour: the words of each step, the rows that it shows with their sources, and the notes
    Print(TourPrint),
}

#[derive(Debug, Args)]
struct TourCheck {
    #[command(flatten)]
    input: DatasetArgument,
}

#[derive(Debug, Args)]
struct TourPrint {
    #[command(flatten)]
    input: DatasetArgument,
    /// How the tour is written
    #[arg(long, value_enum, default_value_t = HandoutFormat::Text)]
    format: HandoutFormat,
    /// Leave out the notes of the speaker
    #[arg(long)]
    no_notes: bool,
}

impl TourCommand {
    pub fn run(&self) -> color_eyre::Result<ExitCode> {
        match &self.command {
            TourAction::Check(check) => {
                on_tour(&check.input, "horgos tour check", |model, positions| check.run(&model, &positions))
            }
            TourAction::Print(print) => {
                on_tour(&print.input, "horgos tour print", |model, _| print.run(&model))
            }
        }
    }
}

/// Loads a dataset that has a tour and runs `next` on it.
fn on_tour(
    input: &DatasetArgument,
    command: &'static str,
    next: impl FnOnce(Arc<Model>, Positions) -> color_eyre::Result<ExitCode>,
) -> color_eyre::Result<ExitCode> {
    let run = |OpenedInput { loaded, .. }: OpenedInput, _| {
        if loaded.dataset.tour.is_empty() {
            let has_none = format!("{}: the dataset has no tour", input.name());
            return Err(UsageError(has_none).into());
        }
        next(Arc::new(Model::new(loaded.dataset)), loaded.positions)
    };
    on_dataset_or(input, Engines::default(), command, run, |_| Ok(ExitCode::SUCCESS))
}

impl TourCheck {
    fn run(&self, model: &Arc<Model>, positions: &Positions) -> color_eyre::Result<ExitCode> {
        let remarks = stage::check(model);
        print::print(&tour_report(model.tour(), &remarks, &self.input.name(), positions))?;
        let fails = remarks.iter().any(|remark| !remark.what.is_warning());
        Ok(ExitCode::from(u8::from(fails)))
    }
}

impl TourPrint {
    /// Prints all steps or none: a handout with a missing view would look complete.
    fn run(&self, model: &Arc<Model>) -> color_eyre::Result<ExitCode> {
        let size = self.format.size();
        let handout = Handout::new(model, size, !self.no_notes).map_err(|(step, what)| {
            UsageError(format!("step {step} cannot be shown (horgos tour check says more): {what}"))
        })?;
        print::to_stdout(|out| self.format.write(&handout, |app| frame(app, &Theme::ansi()), out))
    }
}
