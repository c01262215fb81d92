//! The arguments, and the commands behind them.

mod appearance;
mod check;
mod doctor;
mod open;
mod print;
mod report;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};
use ratatui::layout::Size;

use crate::dashboard::{App, Key, parse_keys};
use crate::dataset::{self, Dataset, Loaded};
use crate::screen::Glyphs;
use appearance::Appearance;

/// Trade figures one can stand behind, in a terminal.
///
/// Without DATASET it opens on the bundled one: Xinjiang's trade with Central Asia in 2023. When standard output is
/// not a terminal, the figures are printed as text.
#[derive(Debug, Parser)]
#[command(version, args_conflicts_with_subcommands = true)]
pub struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    input: Input,
    #[command(flatten)]
    start: Start,
    #[command(flatten)]
    appearance: Appearance,
    /// Print what was found of the terminal and what was decided, for a bug report
    #[arg(long)]
    doctor: bool,
}

/// What to look at.
#[derive(Debug, Args)]
struct Input {
    /// A dataset file (a Data Package, JSON); - reads standard input
    #[arg(value_name = "DATASET")]
    dataset: Option<PathBuf>,
}

/// Arguments that do not fit the dataset; told in one sentence, without a report.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
struct Wrong(String);

/// Where to look.
#[derive(Debug, Args)]
struct Start {
    /// Where to look first, such as "leaders?sort=value&desc&zoom"; the key v shows the present view so
    #[arg(long, value_name = "VIEW")]
    view: Option<String>,
}

impl Start {
    /// A dashboard on `dataset` that looks there.
    fn app(&self, dataset: Dataset, size: Size) -> color_eyre::Result<App> {
        let mut app = App::new(dataset, size);
        if let Some(view) = &self.view {
            app.visit(view).map_err(|what| Wrong(format!("--view: {what}")))?;
        }
        Ok(app)
    }
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Print the figures, or one frame of the screen, as text
    Print(Print),
    /// Check the figures: what cannot be true, with its proof
    ///
    /// Ends with 0 when nothing is claimed beyond notes, with 1 when a contradiction or a doubt stands, and with 2 when
    /// the dataset cannot be used.
    Check(Check),
}

#[derive(Debug, Args)]
struct Check {
    #[command(flatten)]
    input: Input,
    /// How the findings are written
    #[arg(long, value_enum, default_value_t = check::Format::Text)]
    format: check::Format,
}

#[derive(Debug, Args)]
struct Print {
    #[command(flatten)]
    input: Input,
    #[command(flatten)]
    start: Start,
    /// Print one frame of the dashboard of this size, such as 120x36
    #[arg(long, value_name = "WIDTHxHEIGHT", value_parser = size)]
    screen: Option<Size>,
    /// Keys to press before the frame is taken, such as "j<tab><enter>"
    #[arg(long, value_name = "KEYS", requires = "screen", value_parser = keys)]
    keys: Option<Keys>,
    /// Glyphs: narrow avoids those that East Asian terminals show two columns wide
    #[arg(long, value_name = "SET", value_parser = appearance::glyphs())]
    glyphs: Option<Glyphs>,
}

/// The whole program: reads the arguments, carries them out, and tells what went wrong.
#[must_use]
pub fn main() -> ExitCode {
    let done = report::install().and_then(|()| match Cli::try_parse() {
        Ok(cli) => cli.run(),
        Err(said) if said.use_stderr() => {
            report::say(said.to_string().trim_end());
            Ok(ExitCode::from(2))
        }
        Err(said) => print::print(&said.to_string()),
    });
    done.unwrap_or_else(|error| {
        report::say(&format!("horgos: {error:#}"));
        ExitCode::FAILURE
    })
}

impl Cli {
    /// Carries out what the arguments ask for.
    ///
    /// # Errors
    ///
    /// What keeps the program from doing it, other than a dataset that cannot be used or arguments that do not
    /// fit it: these are told on standard error and by exit code 2.
    pub fn run(self) -> color_eyre::Result<ExitCode> {
        let ended = self.carry_out();
        match ended {
            Err(error) if error.is::<Wrong>() => {
                report::say(&format!("horgos: {error}"));
                Ok(ExitCode::from(2))
            }
            ended => ended,
        }
    }

    fn carry_out(self) -> color_eyre::Result<ExitCode> {
        if self.doctor {
            return doctor::doctor(self.appearance.wishes());
        }
        let input = match &self.command {
            Some(Command::Print(print)) => &print.input,
            Some(Command::Check(check)) => &check.input,
            None => &self.input,
        };
        let Loaded { dataset, warnings } = match input.load() {
            Ok(loaded) => loaded,
            Err(error) => {
                report::say(&error.to_string());
                return Ok(ExitCode::from(2));
            }
        };
        for warning in warnings {
            report::say(&warning.to_string());
        }
        match self.command {
            Some(Command::Print(print)) => print.run(dataset),
            Some(Command::Check(check)) => check.run(&dataset),
            None => {
                let decision = appearance::environment().decide(self.appearance.wishes());
                if decision.screen {
                    open::open(&self.start, dataset, decision)
                } else {
                    print::figures(
                        &self.start.app(dataset, Size::new(120, 36))?,
                        appearance::printed(self.appearance.wishes().glyphs),
                    )
                }
            }
        }
    }
}

impl Input {
    fn load(&self) -> Result<Loaded, dataset::DatasetError> {
        match &self.dataset {
            None => Dataset::bundled(),
            Some(path) if path.as_os_str() == "-" => {
                dataset::read("standard input", std::io::stdin().lock(), std::path::Path::new(""))
            }
            Some(path) => dataset::open(path),
        }
    }
}

/// Keys to press.
#[derive(Debug, Clone)]
struct Keys(Vec<Key>);

fn keys(text: &str) -> Result<Keys, String> {
    parse_keys(text).map(Keys)
}

fn size(text: &str) -> Result<Size, String> {
    let parsed = text
        .split_once(['x', 'X', '×'])
        .and_then(|(width, height)| Some(Size::new(width.parse().ok()?, height.parse().ok()?)));
    parsed.ok_or_else(|| "write columns and rows, such as 120x36".to_owned())
}
