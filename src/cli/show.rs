//! `horgos` without a command: the dashboard in the terminal.

use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::thread;
use std::time::Instant;

use color_eyre::eyre::WrapErr;

use super::effects::TerminalHost;
use super::engines::Engines;
use super::input::DatasetArgument;
use super::opened_input::OpenedInput;
use super::print;
use super::settings::Settings;
use super::watch::FileWatch;
use crate::dashboard::{App, Appearance, Event, FileVersion, Model, Reread, Warning};
use crate::stage::SocketFile;
use crate::terminal::{
    self, Decision, Desk, Display, Host, Keyboard, Mailbox, Message, Program, Sandbox, Sender, Session,
    Watchdog,
};

const NO_TERMINAL: &str = "no terminal to show the dashboard in";

/// A terminal whose signals we handle but whose screen we have not entered yet. If the dataset is wrong, its problems
/// are reported on the ordinary screen. Reading it may take long, for example from a pipe; meanwhile signals, and the
/// end of the terminal, still end the program.
///
/// The startup itself runs on one thread: a second one took 0.5 ms to wake in a virtual machine, more than the work
/// that it would save. Even one that only starts meanwhile delays it, since both change the same memory map.
pub struct Launch {
    decision: Decision,
    session: Arc<Session>,
    /// Not started yet.
    watchdog: Option<Watchdog>,
    is_secure: bool,
    /// Folders of sockets that must be removed at the end.
    folders: Vec<PathBuf>,
}

impl Launch {
    /// Opens the terminal, and handles its signals from here on.
    pub fn watch(decision: Decision, settings: &Settings) -> color_eyre::Result<Self> {
        Self::prepare(decision, settings.secure().is_some(), Vec::new())?.watching()
    }

    /// As [`Launch::watch`]; at the end these sockets are removed, even in secure mode.
    pub fn watch_removing(
        decision: Decision,
        is_secure: bool,
        sockets: Vec<SocketFile>,
    ) -> color_eyre::Result<Self> {
        Self::prepare(decision, is_secure, sockets)?.watching()
    }

    /// As [`Launch::watch`], if a dataset is read that is part of the program: signals that arrive meanwhile, which is a
    /// few milliseconds, wait until the terminal is taken.
    pub fn watch_later(decision: Decision, settings: &Settings) -> color_eyre::Result<Self> {
        Self::prepare(decision, settings.secure().is_some(), Vec::new())
    }

    fn prepare(decision: Decision, is_secure: bool, sockets: Vec<SocketFile>) -> color_eyre::Result<Self> {
        let folders: Vec<PathBuf> =
            sockets.iter().filter_map(|socket| socket.path().parent()).map(Path::to_owned).collect();
        let session = Arc::new(Session::open().wrap_err(NO_TERMINAL)?);
        session.remove_at_end(sockets);
        terminal::leave_on_panic(&session);
        let watchdog = Some(Watchdog::new(&session)?);
        Ok(Self { decision, session, watchdog, is_secure, folders })
    }

    /// The same with the thread that watches.
    fn watching(mut self) -> color_eyre::Result<Self> {
        if let Some(watchdog) = self.watchdog.take() {
            let (is_secure, removes) = (self.is_secure, self.folders.clone());
            thread::Builder::new().name("watchdog".into()).spawn(move || {
                // The watching thread never opens a file, so it is sandboxed before a dataset is read.
                let _ = sandbox(is_secure).enter_removing(&removes);
                watchdog.watch()
            })?;
        }
        Ok(self)
    }

    /// True in secure mode.
    pub fn is_secure(&self) -> bool {
        self.is_secure
    }

    /// The colours that the terminal supports and the user wants.
    pub fn appearance(&self) -> Appearance {
        self.decision.appearance
    }

    /// Shows the dashboard until the user quits.
    pub fn show(
        self,
        settings: &Settings,
        input: OpenedInput,
        warnings: Vec<Warning>,
        watched: Option<DatasetArgument>,
    ) -> color_eyre::Result<ExitCode> {
        let OpenedInput { loaded, pivot, .. } = input;
        let app = settings.app(Model::at_once(loaded.dataset), pivot, terminal::size())?;
        let app =
            app.with_threads().with_appearance(self.decision.appearance).with_hints().with_warnings(warnings);
        let mut desk = Desk::browse(self.as_permitted(app), loaded.fingerprint);
        self.run(&mut desk, |sender| match watched {
            Some(argument) => {
                let files = argument.file().map(Path::to_owned).into_iter().collect();
                let read = move || Message::Reread(Box::new(Reread(reread(&argument))));
                FileWatch::new(files).send_to(sender, read).map(|()| Vec::new())
            }
            None => Ok(Vec::new()),
        })?;
        let captured = desk.captured();
        if captured.is_empty() { Ok(ExitCode::SUCCESS) } else { print::print(&format!("{captured}\n")) }
    }

    /// The dashboard without what secure mode forbids, if it is on.
    pub fn as_permitted(&self, app: App) -> App {
        if self.is_secure { app.secured() } else { app }
    }

    /// Takes the terminal and runs the program. `start` starts whatever else sends it messages, and returns the
    /// messages that belong to the first frame.
    pub fn run<P: Program>(
        self,
        program: &mut P,
        start: impl FnOnce(Sender) -> io::Result<Vec<Message>>,
    ) -> color_eyre::Result<()>
    where
        for<'s> TerminalHost<'s>: Host<P>,
    {
        let launch = self.watching()?;
        launch.session.take().wrap_err(NO_TERMINAL)?;
        let keyboard = Keyboard::open(&launch.session).wrap_err(NO_TERMINAL)?;
        program.handle(Message::Input(Event::Resize(terminal::size())), Instant::now());
        let (sender, mut inbox) = Mailbox::new();
        // The threads that this starts may need files, now or later.
        for message in start(sender.clone())? {
            program.handle(message, Instant::now());
        }
        // Everything that will be needed is open; the keyboard thread inherits the sandbox.
        let _ = sandbox(launch.is_secure).enter_removing(&launch.folders);
        let mut display = Display::new(launch.decision.means, launch.decision.abilities);
        let mut host = TerminalHost { session: &launch.session, decision: launch.decision, taken: None };
        terminal::run(program, &mut display, &mut inbox, &mut host, || keyboard.send_to(sender))?;
        // A question may still be running whose answer is no longer needed.
        terminal::interrupt_children();
        Ok(())
    }
}

/// Reads a file again, in another thread.
fn reread(argument: &DatasetArgument) -> Result<FileVersion, Vec<Warning>> {
    // Only a file is watched, never an engine.
    let input = argument.load(Engines::default());
    let input = input.map_err(|error| error.to_string().lines().map(Warning::new).collect::<Vec<_>>())?;
    let OpenedInput { loaded, warnings, pivot } = input;
    let warnings = loaded.warnings.iter().map(Warning::from_problem).chain(warnings).collect();
    let model = Arc::new(Model::new(loaded.dataset));
    Ok(FileVersion { model, pivot, warnings, data: loaded.fingerprint })
}

/// The remaining access of the dashboard's threads.
pub fn sandbox(is_secure: bool) -> Sandbox {
    if is_secure { Sandbox::NoFiles } else { Sandbox::Exports }
}

/// However it ends, the terminal is restored before an error is reported.
impl Drop for Launch {
    fn drop(&mut self) {
        self.session.leave();
    }
}
