//! `horgos present`: the tour of a dataset as a talk.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant};

use clap::Args;

use super::engines::Engines;
use super::input::DatasetArgument;
use super::loading::on_dataset;
use super::settings::Options;
use super::show::Launch;
use super::sockets::{SocketOptions, TalkSockets};
use super::usage::UsageError;
use super::watch::FileWatch;
use super::{print, report};
use crate::dashboard::{App, Model, Warning};
use crate::dataset::{Dataset, TourStep};
use crate::formats::{self, Fingerprint, Loaded, did_you_mean};
use crate::stage::{NewVersion, StageServer, Talk, TalkOptions};
use crate::terminal::{self, Desk, Environment, Message};
use crate::text::harmless::quoted;

#[derive(Debug, Args)]
#[command(mut_arg("view", |view| view.hide(true)))]
pub struct PresentCommand {
    #[command(flatten)]
    input: DatasetArgument,
    #[command(flatten)]
    options: Options,
    #[command(flatten)]
    sockets: SocketOptions,
    /// Begin with this step, by its number or its id
    #[arg(long, value_name = "N|ID")]
    step: Option<String>,
    /// Take the tour from this file: a list of steps, or a dataset with a tour
    #[arg(long, value_name = "FILE")]
    tour: Option<PathBuf>,
    /// Minutes planned for the talk, shared out among its steps
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=600))]
    minutes: Option<u64>,
    /// Go on without a key, and from the last step to the first; a key pauses this for a while
    #[arg(long = "loop")]
    looping: bool,
    /// In a loop, how long each step and each revealed row stays [default: the time planned for the step, shared out]
    #[arg(long, value_name = "SECONDS", requires = "looping", value_parser = clap::value_parser!(u64).range(1..=3600))]
    every: Option<u64>,
    /// Read the files again when they change, and stay on the step
    #[arg(long)]
    watch: bool,
    /// On leaving, print how long each step took
    #[arg(long)]
    rehearse: bool,
}

impl PresentCommand {
    pub fn run(&self, environment: &Environment) -> color_eyre::Result<ExitCode> {
        if self.options.start.view.is_some() {
            return Err(UsageError("--view: the steps of the tour have views of their own".to_owned()).into());
        }
        if self.watch && self.files().is_empty() {
            return Err(UsageError("--watch: there is no file to watch (name a DATASET)".to_owned()).into());
        }
        if !environment.decide(self.options.wishes()).screen {
            let other = "no terminal to present in (horgos tour print writes the tour as text)";
            return Err(UsageError(other.to_owned()).into());
        }
        let settings = self.options.settings()?;
        let sockets = self.sockets.bind()?;
        let files = sockets.iter().flat_map(|sockets| [&sockets.stage, &sockets.notes]);
        let files = files.map(|socket| socket.file().clone());
        let is_secure = settings.secure().is_some();
        let decision = environment.decide(settings.wishes());
        let launch = Launch::watch_removing(decision, is_secure, files.collect())?;
        if self.watch && launch.is_secure() {
            return Err(UsageError("--watch: secure mode opens no file twice".to_owned()).into());
        }
        on_dataset(&self.input, self.engines(), "horgos present", |input, warnings| {
            self.present(launch, sockets, input.loaded, warnings)
        })
    }

    fn present(
        &self,
        launch: Launch,
        sockets: Option<TalkSockets>,
        loaded: Loaded,
        warnings: Vec<Warning>,
    ) -> color_eyre::Result<ExitCode> {
        let data = loaded.fingerprint;
        let dataset = self.with_tour(loaded.dataset).map_err(UsageError)?;
        let app = App::new(dataset, terminal::size()).with_appearance(launch.appearance());
        let app = launch.as_permitted(app.with_warnings(warnings));
        let step = self.first_step(app.model().tour())?;
        let options = TalkOptions {
            data,
            step,
            slot: self.minutes.map(|minutes| Duration::from_secs(minutes * 60)),
            looping: self.looping,
            every: self.every.map(Duration::from_secs),
        };
        let talk = Talk::new(&app, options, Instant::now())
            .map_err(|fault| UsageError(format!("{}: {fault}", self.tour_name())))?;
        let server = sockets.map(|TalkSockets { stage, notes }| {
            StageServer::new(&app.words().dataset.title, Some(stage), Some(notes))
        });
        let server = server.transpose()?;
        let talk = match &server {
            Some(server) => talk.with_outlet(server.outlet()?),
            None => talk,
        };
        let mut desk = Desk::present(app, data, talk);
        let mut serving = None;
        let watch = self.watch.then(|| FileWatch::new(self.files()));
        launch.run(&mut desk, |sender| {
            if let Some(watch) = watch {
                watch.send_to(sender.clone(), self.reader())?;
            }
            if let Some(server) = server {
                let report = move |remote| sender.offer(vec![Message::Remote(remote)]);
                serving = Some(server.serve(report)?);
            }
            Ok(Vec::new())
        })?;
        // Followers must hear that the talk is over before the program ends.
        drop(serving);
        self.farewell(&desk)
    }

    /// The dataset with the tour to present.
    fn with_tour(&self, dataset: Dataset) -> Result<Dataset, String> {
        let Some(path) = &self.tour else { return Ok(dataset) };
        let (steps, warnings) = formats::open_tour(path).map_err(|error| error.to_string())?;
        for warning in warnings {
            report::say(&warning.to_string());
        }
        Ok(dataset.with_tour(steps))
    }

    /// Reads all files again, in another thread.
    fn reader(&self) -> impl Fn() -> Message + Send + use<> {
        let (input, tour) = (self.input.clone(), self.tour.clone());
        // Only a file is watched, never an engine.
        let read = move || -> Result<(Arc<Model>, Fingerprint), String> {
            let loaded =
                input.load(Engines::default()).map_err(|error| first_line(&error.to_string()))?.loaded;
            let dataset = match &tour {
                None => loaded.dataset,
                Some(path) => {
                    let (steps, _) =
                        formats::open_tour(path).map_err(|error| first_line(&error.to_string()))?;
                    loaded.dataset.with_tour(steps)
                }
            };
            Ok((Arc::new(Model::new(dataset)), loaded.fingerprint))
        };
        move || Message::Loaded(NewVersion(read()))
    }

    fn engines(&self) -> Engines<'_> {
        Engines { config: self.options.config(), has_screen: true, ..Engines::default() }
    }

    /// The files that the talk consists of.
    fn files(&self) -> Vec<PathBuf> {
        self.input.file().map(Path::to_owned).into_iter().chain(self.tour.clone()).collect()
    }

    fn tour_name(&self) -> String {
        self.tour.as_ref().map_or_else(|| self.input.name(), |path| path.display().to_string())
    }

    /// The step named by `--step`, from 0.
    fn first_step(&self, tour: &[TourStep]) -> Result<usize, UsageError> {
        let Some(wanted) = &self.step else { return Ok(0) };
        if let Ok(number) = wanted.parse::<usize>() {
            let place = number.checked_sub(1).filter(|place| *place < tour.len());
            return place
                .ok_or_else(|| UsageError(format!("--step {number}: the tour has {} steps", tour.len())));
        }
        tour.iter().position(|step| step.id == *wanted).ok_or_else(|| {
            let meant = did_you_mean(wanted, tour.iter().map(|step| step.id.as_str()));
            UsageError(format!("--step: no step has the id {}{meant}", quoted(wanted)))
        })
    }

    /// Prints what remains of the talk: the kept views, the times, and how to resume.
    fn farewell(&self, desk: &Desk) -> color_eyre::Result<ExitCode> {
        let captured = desk.captured();
        if !captured.is_empty() {
            print::print(&format!("{captured}\n"))?;
        }
        let Some(talk) = desk.talk() else { return Ok(ExitCode::SUCCESS) };
        if self.rehearse {
            print::print(&talk.rehearsal())?;
        }
        let tour = self.tour.iter().flat_map(|path| ["--tour".to_owned(), path.display().to_string()]);
        let step = ["--step".to_owned(), talk.step().id.clone()].into_iter();
        let words: Vec<String> =
            step.chain(tour).chain(self.input.words()).map(|word| shell_word(&word)).collect();
        report::say(&format!("to come back: horgos present {}", words.join(" ")));
        Ok(ExitCode::SUCCESS)
    }
}

fn first_line(text: &str) -> String {
    text.lines().next().unwrap_or_default().to_owned()
}

/// A word quoted so that a shell reads it back.
fn shell_word(word: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "-_./,:=@%+".contains(c);
    if !word.is_empty() && word.chars().all(is_plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_come_back_from_a_shell_as_they_were() {
        for (word, written) in
            [("what-stands", "what-stands"), ("my talk.json", "'my talk.json'"), ("it's", r"'it'\''s'")]
        {
            assert_eq!(shell_word(word), written);
        }
    }
}
