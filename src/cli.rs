//! The arguments, and the commands behind them.

mod appearance;
mod check;
mod config;
mod doctor;
mod documents;
mod effects;
mod print;
mod report;
mod settings;
mod show;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, CommandFactory, Parser, Subcommand};
use ratatui::layout::Size;

use crate::dashboard::App;
use crate::dataset::Dataset;
use crate::formats::{self, Loaded, ReadError};
use settings::Asked;

/// Trade figures one can stand behind, in a terminal.
///
/// Without DATASET it opens on the bundled one: Xinjiang's trade with Central Asia in 2023. When standard output is
/// not a terminal, the figures are printed as text.
#[derive(Debug, Default, Parser)]
#[command(version, args_conflicts_with_subcommands = true)]
pub struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    input: Input,
    #[command(flatten)]
    asked: Asked,
    /// Print what was found of the terminal and what was decided, for a bug report
    #[arg(long)]
    doctor: bool,
}

/// What to look at.
#[derive(Debug, Default, Args)]
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
#[derive(Debug, Default, Args)]
struct Start {
    /// Where to look first, such as "leaders?sort=value&desc&zoom"; the key v shows the present view so
    #[arg(long, value_name = "VIEW")]
    view: Option<String>,
}

impl Start {
    /// A dashboard on `dataset` that looks there.
    fn app(&self, dataset: Dataset, size: Size) -> Result<App, Wrong> {
        let mut app = App::new(dataset, size);
        if let Some(view) = &self.view {
            app.visit(view).map_err(|what| Wrong(format!("--view: {what}")))?;
        }
        Ok(app)
    }
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Print the figures, or a picture of the screen
    Print(print::Print),
    /// Check the figures: what cannot be true, with its proof
    ///
    /// Ends with 0 when nothing is claimed beyond notes, with 1 when a contradiction or a doubt stands, and with 2 when
    /// it could not be done: the dataset cannot be used, the arguments are wrong, nothing could be written.
    Check(Check),
    /// Print what is configured, with its defaults and where each value came from
    Config(Asked),
    /// Print what a shell needs to complete the arguments
    Completions(documents::Completions),
    /// Print a manual page, for man(1)
    Man(documents::Man),
}

#[derive(Debug, Args)]
struct Check {
    #[command(flatten)]
    input: Input,
    /// How the findings are written
    #[arg(long, value_enum, default_value_t = check::Format::Text)]
    format: check::Format,
}

/// How the program ends when it could not do what was asked. 1 is what `check` found.
const WRONG: u8 = 2;

/// The whole program: reads the arguments, carries them out, and tells what went wrong.
#[must_use]
pub fn main() -> ExitCode {
    let done = report::install().and_then(|()| match Cli::given() {
        Ok(cli) => cli.run(),
        Err(said) if said.use_stderr() => {
            report::say(said.to_string().trim_end());
            Ok(ExitCode::from(WRONG))
        }
        Err(said) => print::print(&said.to_string()),
    });
    done.unwrap_or_else(|error| {
        report::say(&format!("error: {error:#}"));
        ExitCode::from(WRONG)
    })
}

impl Cli {
    /// What the arguments ask for. Where there are none, nothing is made ready to read them: that would be a tenth of
    /// the time until the first frame.
    fn given() -> clap::error::Result<Self> {
        if std::env::args_os().len() <= 1 { Ok(Self::default()) } else { Self::try_parse() }
    }

    /// Carries out what the arguments ask for.
    ///
    /// # Errors
    ///
    /// What keeps the program from doing it, other than a dataset that cannot be used or arguments that do not
    /// fit it: these are told on standard error and by exit code 2.
    pub fn run(self) -> color_eyre::Result<ExitCode> {
        match self.carry_out() {
            Err(error) if error.is::<Wrong>() => {
                report::say(&format!("error: {error}"));
                Ok(ExitCode::from(WRONG))
            }
            ended => ended,
        }
    }

    fn carry_out(self) -> color_eyre::Result<ExitCode> {
        let environment = appearance::environment();
        self.input.is_no_command()?;
        match self.command {
            Some(Command::Print(print)) => {
                with(print.input.load(), |dataset| print.run(&environment, dataset))
            }
            Some(Command::Check(check)) => with(check.input.load(), |dataset| check.run(&dataset)),
            Some(Command::Config(asked)) => print::print(&asked.settings()?.written(&environment)),
            Some(Command::Completions(completions)) => completions.run(),
            Some(Command::Man(man)) => man.run(),
            None if self.doctor => doctor::doctor(&environment, self.asked.settings()?.wishes()),
            None if environment.decide(self.asked.wishes()).screen => {
                let settings = self.asked.settings()?;
                let launch = show::Launch::watch(environment.decide(settings.wishes()))?;
                with(self.input.load(), |dataset| launch.show(&settings, dataset))
            }
            None => {
                self.asked.check_file()?;
                with(self.input.load(), |dataset| print::figures(&self.asked, &environment, dataset))
            }
        }
    }
}

/// Carries on with a dataset, its warnings told; or tells why there is none.
fn with(
    loaded: Result<Loaded, ReadError>,
    next: impl FnOnce(Dataset) -> color_eyre::Result<ExitCode>,
) -> color_eyre::Result<ExitCode> {
    match loaded {
        Ok(Loaded { dataset, warnings }) => {
            for warning in warnings {
                report::say(&warning.to_string());
            }
            next(dataset)
        }
        Err(error) => {
            report::say(&error.to_string());
            Ok(ExitCode::from(WRONG))
        }
    }
}

impl Input {
    /// A command behind an option is taken for a dataset; that is told unless there is one of that name.
    fn is_no_command(&self) -> Result<(), Wrong> {
        let named = self.dataset.as_deref().filter(|path| !path.exists()).and_then(Path::to_str);
        match named.filter(|name| Cli::command().find_subcommand(name).is_some()) {
            Some(name) => {
                Err(Wrong(format!("{name}: a command stands before its options (write horgos {name} …)")))
            }
            None => Ok(()),
        }
    }

    fn load(&self) -> Result<Loaded, ReadError> {
        match &self.dataset {
            None => formats::bundled(),
            Some(path) if path.as_os_str() == "-" => {
                formats::read("standard input", std::io::stdin().lock(), std::path::Path::new(""))
            }
            Some(path) => formats::open(path),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_arguments_ask_for_what_stands_for_none() {
        let parsed = Cli::try_parse_from(["horgos"]).expect("nothing is nothing wrong");
        assert_eq!(format!("{parsed:?}"), format!("{:?}", Cli::default()));
    }
}
