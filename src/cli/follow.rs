//! `horgos follow`: a talk on a screen of one's own.

use std::fs::File;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use ratatui::layout::Size;

use super::appearance::AppearanceOptions;
use super::engines::Engines;
use super::input::DatasetArgument;
use super::opened_input::OpenedInput;
use super::show::Launch;
use super::sockets::{begin, usual_path};
use super::usage::{FAILED, UsageError};
use super::{print, report};
use crate::dashboard::App;
use crate::print::follow_text;
use crate::stage::protocol::Channel;
use crate::stage::{Arrival, Following, Link, SceneSource};
use crate::terminal::{self, Environment, Sandbox};

/// The size of the screen that is printed if there is none.
const PRINTED: Size = Size { width: 120, height: 36 };

#[derive(Debug, Args)]
pub struct FollowCommand {
    #[command(flatten)]
    input: DatasetArgument,
    #[command(flatten)]
    appearance: AppearanceOptions,
    /// Socket of the talk, or - to read its scenes from standard input [default: that of horgos present]
    #[arg(long, value_name = "PATH")]
    stage: Option<PathBuf>,
}

impl FollowCommand {
    pub fn run(&self, environment: &Environment) -> color_eyre::Result<ExitCode> {
        if self.is_piped() && self.input.is_standard_input() {
            return Err(UsageError("standard input has either the scenes or the dataset".to_owned()).into());
        }
        let decision = environment.decide(self.appearance.wishes());
        let launch =
            decision.screen.then(|| Launch::watch_removing(decision, true, Vec::new())).transpose()?;
        let input = match self.input.load(Engines { is_secure: true, ..Engines::default() }) {
            Ok(input) => input,
            Err(error) => {
                report::say(&error.to_string());
                return Ok(ExitCode::from(FAILED));
            }
        };
        for warning in &input.loaded.warnings {
            report::say(&warning.to_string());
        }
        let link = Link::new(self.source()?);
        match launch {
            Some(launch) => follow(launch, input, link),
            None => follow_as_text(input, link),
        }
    }

    fn is_piped(&self) -> bool {
        self.stage.as_deref() == Some(Path::new("-"))
    }

    fn source(&self) -> io::Result<SceneSource> {
        if self.is_piped() {
            let pipe = rustix::io::fcntl_dupfd_cloexec(rustix::stdio::stdin(), 3)?;
            return Ok(SceneSource::Pipe(File::from(pipe)));
        }
        Ok(SceneSource::Socket(self.stage.clone().unwrap_or_else(|| usual_path(Channel::Stage))))
    }
}

/// Follows in the terminal. Secure mode is always on, with its sandbox, but a socket can still be connected to.
fn follow(launch: Launch, input: OpenedInput, link: Link) -> color_eyre::Result<ExitCode> {
    let app = App::new(input.loaded.dataset, terminal::size()).with_appearance(launch.appearance());
    let mut following = Following::new(app, input.loaded.fingerprint);
    launch.run(&mut following, |sender| {
        let _ = Sandbox::NoFiles.enter();
        begin(link, sender)
    })?;
    Ok(ExitCode::SUCCESS)
}

/// Prints each scene, until the talk ends or the reader goes away.
fn follow_as_text(input: OpenedInput, link: Link) -> color_eyre::Result<ExitCode> {
    let mut following = Following::new(App::new(input.loaded.dataset, PRINTED), input.loaded.fingerprint);
    let _ = Sandbox::NoFiles.enter();
    let mut before: Vec<String> = Vec::new();
    let mut failure = Ok(());
    link.run(&mut |arrived: Vec<Arrival>| {
        for arrival in arrived {
            following.arrive(arrival);
        }
        let now = follow_text(&following);
        // If lines were only added, print only those, so that a screen reader does not repeat the rest.
        let new = if now.starts_with(&before) { &now[before.len()..] } else { &now[..] };
        let text: String = new.iter().flat_map(|line| [line.as_str(), "\n"]).collect();
        let mut out = io::stdout().lock();
        failure = out.write_all(text.as_bytes()).and_then(|()| out.flush());
        before = now;
        failure.is_ok() && !following.is_over()
    });
    // A reader that closes the pipe early is not an error.
    print::to_stdout(|_| failure)
}
