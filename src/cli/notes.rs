//! `horgos notes`: the notes of a talk on a second terminal.

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use clap::Args;

use super::appearance::AppearanceOptions;
use super::show::Launch;
use super::sockets::{begin, usual_path};
use super::usage::UsageError;
use crate::stage::protocol::Channel;
use crate::stage::{Link, SceneSource, SpeakerNotes};
use crate::terminal::{self, Environment, Sandbox};

#[derive(Debug, Args)]
pub struct NotesCommand {
    #[command(flatten)]
    appearance: AppearanceOptions,
    /// Socket of the talk [default: that of horgos present]
    #[arg(long, value_name = "PATH")]
    notes: Option<PathBuf>,
}

impl NotesCommand {
    pub fn run(&self, environment: &Environment) -> color_eyre::Result<ExitCode> {
        let decision = environment.decide(self.appearance.wishes());
        if !decision.screen {
            let other = "no terminal to show the notes in (horgos tour print writes them as text)";
            return Err(UsageError(other.to_owned()).into());
        }
        let launch = Launch::watch_removing(decision, true, Vec::new())?;
        let path = self.notes.clone().unwrap_or_else(|| usual_path(Channel::Notes));
        let link = Link::new(SceneSource::Socket(path));
        let drive = link.drive();
        let (size, appearance) = (terminal::size(), launch.appearance());
        let mut notes = SpeakerNotes::new(size, appearance, Instant::now(), move |remote| drive.send(remote));
        launch.run(&mut notes, |sender| {
            let _ = Sandbox::NoFiles.enter();
            begin(link, sender)
        })?;
        Ok(ExitCode::SUCCESS)
    }
}
