//! The arguments, and the commands behind them.

mod appearance;
mod article;
mod check;
mod completions;
pub(crate) mod config;
mod convert;
mod doctor;
mod draft;
mod effects;
mod engine;
mod engines;
mod follow;
mod input;
mod new;
mod notes;
mod opened_input;
mod present;
mod print;
mod report;
mod secure;
mod settings;
mod show;
mod sockets;
mod start;
mod table;
mod tour;
mod watch;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::dashboard::Warning;
use crate::formats::ReadError;
use engines::Engines;
use input::{DatasetArgument, FileContent, UnreadInput};
use opened_input::OpenedInput;
use settings::Options;
use start::StartView;

/// Trade figures you can stand behind, in a terminal.
///
/// Without DATASET it opens the bundled one: Xinjiang's trade with Central Asia in 2023. If standard output is not a
/// terminal, the figures are printed as text.
#[derive(Debug, Default, Parser)]
#[command(version, args_conflicts_with_subcommands = true)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    input: DatasetArgument,
    #[command(flatten)]
    options: Options,
    /// Read the file again when it changes, and keep the view; while it cannot be read, the last good version stays
    #[arg(long)]
    watch: bool,
    /// Print what was detected about the terminal and what follows from it, for a bug report
    #[arg(long)]
    doctor: bool,
}

/// Arguments that do not fit the dataset or the configuration, reported as one sentence without a backtrace.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
struct UsageError(String);

#[derive(Debug, Subcommand)]
enum Command {
    /// Print the figures, or a picture of the screen
    Print(print::PrintCommand),
    /// Check the figures: what cannot be true, with its proof
    ///
    /// Exits with 0 if there is nothing beyond notes, with 1 for a contradiction or a doubt (with --fail-on contradiction:
    /// for a contradiction only), and with 2 if it could not check: the dataset cannot be used, the arguments are wrong,
    /// or the output cannot be written.
    Check(check::CheckCommand),
    /// Give a talk on a dataset: its tour, step by step
    Present(Box<present::PresentCommand>),
    /// Draft a dataset from the text of an article, and review it
    ///
    /// Finds the figures by rules, offline, and proposes a row for each, to be confirmed or corrected in the terminal. A
    /// review that is not finished is kept next to the article and continued. If standard output is not a terminal, the
    /// draft is printed as with --format text.
    Draft(Box<draft::DraftCommand>),
    /// Follow a talk on this screen: the presenter's view at your own size
    ///
    /// Always in secure mode. Any key that changes the view stops following, and f follows again. Where standard output is
    /// no terminal that can show a screen, each scene is printed as plain lines.
    Follow(follow::FollowCommand),
    /// Show the notes of a talk on a second terminal, which also drives it
    Notes(notes::NotesCommand),
    /// Check or print the tour of a dataset: the steps of a talk on it
    Tour(tour::TourCommand),
    /// Print the beginning of a dataset: a package with one example row, for a file of your own
    New(new::NewCommand),
    /// Ask a configured engine what it has
    Engine(engine::EngineCommand),
    /// Write a dataset in our own format, or the answer to a question about a table
    ///
    /// The output opens again with the same figures. An existing file or folder is left alone unless --force is given,
    /// and nothing is left half written. --view asks another question about a table than the first.
    Convert(convert::ConvertCommand),
    /// Print the settings with the origin of each value
    Config(Options),
    /// Print the completion script of a shell
    Completions(completions::CompletionsCommand),
    /// Print a manual page, for man(1)
    Man(completions::ManCommand),
}

/// Exit code for a command that could not do what was asked; 1 is `check` with findings.
const FAILED: u8 = 2;

/// Runs the program: parses the arguments, carries them out, and reports errors on standard error.
#[must_use]
pub fn main() -> ExitCode {
    let done = report::install().and_then(|()| match Cli::from_arguments() {
        Ok(cli) => cli.run(),
        Err(said) if said.use_stderr() => {
            report::say(said.to_string().trim_end());
            Ok(ExitCode::from(FAILED))
        }
        Err(said) => print::print(&said.to_string()),
    });
    done.unwrap_or_else(|error| {
        report::say(&format!("error: {error:#}"));
        ExitCode::from(FAILED)
    })
}

impl Cli {
    /// Parses the arguments. Without any, no parser is built: that would take a tenth of the time to the first frame.
    fn from_arguments() -> clap::error::Result<Self> {
        if std::env::args_os().len() <= 1 { Ok(Self::default()) } else { Self::try_parse() }
    }

    fn run(self) -> color_eyre::Result<ExitCode> {
        match self.dispatch() {
            Err(error) if error.is::<UsageError>() => {
                report::say(&format!("error: {error}"));
                Ok(ExitCode::from(FAILED))
            }
            ended => ended,
        }
    }

    fn dispatch(self) -> color_eyre::Result<ExitCode> {
        let environment = appearance::environment();
        self.input.check_not_command()?;
        match self.command {
            Some(Command::Print(print)) => {
                on_dataset(&print.input, print.engines.engines(), "horgos print", |input, warnings| {
                    print.run(&environment, input, warnings)
                })
            }
            Some(Command::Draft(draft)) => draft.run(&environment),
            Some(Command::Check(check)) => {
                let loaded = match check.input.article_or_dataset(check.engines.engines()) {
                    FileContent::Article(article) => return check.run_article(&article),
                    FileContent::Dataset(loaded) => loaded,
                };
                let (run, unread) =
                    (|input: OpenedInput, _| check.run(input), check.input.unread("horgos check"));
                on_loaded(&check.input, unread, loaded, run, |error| check.report(error))
            }
            Some(Command::Present(present)) => present.run(&environment),
            Some(Command::Follow(follow)) => follow.run(&environment),
            Some(Command::Notes(notes)) => notes.run(&environment),
            Some(Command::Tour(tour)) => tour.run(),
            Some(Command::New(new)) => new.run(),
            Some(Command::Engine(engine)) => engine.run(),
            Some(Command::Convert(convert)) => {
                on_dataset(&convert.input(), convert.engines.engines(), "horgos convert", |input, _| {
                    convert.run(input)
                })
            }
            Some(Command::Config(options)) => print::print(&options.settings()?.written(&environment)),
            Some(Command::Completions(completions)) => completions.run(),
            Some(Command::Man(man)) => man.run(),
            None if self.doctor => doctor::doctor(&environment, self.options.settings()?.wishes()),
            None if environment.decide(self.options.wishes()).screen => {
                let settings = self.options.settings()?;
                let launch = show::Launch::watch(environment.decide(settings.wishes()), &settings)?;
                let watched = self.watch.then(|| self.input.clone());
                watch::check(watched.as_ref(), launch.is_secure())?;
                let engines =
                    Engines { config: self.options.config(), has_screen: true, ..Engines::default() };
                on_dataset(&self.input, engines, "horgos", |input, warnings| {
                    launch.show(&settings, input, warnings, watched)
                })
            }
            None if self.watch => Err(UsageError("--watch: no terminal to watch in".to_owned()).into()),
            None => {
                self.options.check_file()?;
                let engines = Engines { config: self.options.config(), ..Engines::default() };
                on_dataset(&self.input, engines, "horgos", |input, _| {
                    print::figures(&self.options, &environment, input)
                })
            }
        }
    }
}

/// Loads the dataset and runs `next` on it, as [`on_dataset_or`].
fn on_dataset(
    input: &DatasetArgument,
    engines: Engines,
    command: &'static str,
    next: impl FnOnce(OpenedInput, Vec<Warning>) -> color_eyre::Result<ExitCode>,
) -> color_eyre::Result<ExitCode> {
    on_dataset_or(input, engines, command, next, |_| Ok(ExitCode::from(FAILED)))
}

/// Loads the dataset, reports its warnings, and runs `next` on both; or reports why it cannot be used, and runs `fail`.
/// Warns of standard input that `command`, followed by `-`, would read.
fn on_dataset_or(
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
fn on_loaded(
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_arguments_are_the_default() {
        let parsed = Cli::try_parse_from(["horgos"]).expect("no argument is required");
        assert_eq!(format!("{parsed:?}"), format!("{:?}", Cli::default()));
    }
}
