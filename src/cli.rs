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
mod loading;
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
pub(crate) mod start;
pub(crate) mod table;
mod tour;
mod usage;
mod watch;

use std::process::ExitCode;

use clap::{CommandFactory, Parser, Subcommand};

use engines::Engines;
use input::{DatasetArgument, FileContent};
use loading::{on_dataset, on_loaded};
use opened_input::OpenedInput;
use settings::Options;
use usage::{FAILED, UsageError};

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
        self.input.check_not_command(Self::command)?;
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
            Some(Command::Completions(completions)) => completions.run(&mut Self::command()),
            Some(Command::Man(man)) => man.run(Self::command()),
            None if self.doctor => doctor::doctor(&environment, self.options.settings()?.wishes()),
            None if environment.decide(self.options.wishes()).screen => {
                let settings = self.options.settings()?;
                let watch =
                    if self.input.is_bundled() { show::Launch::watch_later } else { show::Launch::watch };
                let launch = watch(environment.decide(settings.wishes()), &settings)?;
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_arguments_are_the_default() {
        let parsed = Cli::try_parse_from(["horgos"]).expect("no argument is required");
        assert_eq!(format!("{parsed:?}"), format!("{:?}", Cli::default()));
    }
}
