//! `horgos` without a command: the dashboard in the terminal.

use std::process::ExitCode;
use std::sync::Arc;
use std::thread;

use color_eyre::eyre::WrapErr;

use super::effects::TerminalHost;
use super::settings::Settings;
use crate::dashboard::{Event, Warning};
use crate::dataset::Dataset;
use crate::terminal::{self, Decision, Display, Keyboard, Mailbox, Sandbox, Session, Watchdog};

const NO_TERMINAL: &str = "no terminal to show the dashboard in";

/// A terminal whose signals we handle but whose screen we have not entered yet. If the dataset is wrong, its problems are
/// reported on the ordinary screen. Reading it may take long, from a pipe for example; signals and the end of the terminal
/// end the program meanwhile.
///
/// The start itself runs on one thread: a second one took 0.5 ms to wake in a virtual machine, more than the work that it
/// would save.
pub struct Launch {
    decision: Decision,
    session: Arc<Session>,
    is_secure: bool,
}

impl Launch {
    /// Opens the terminal, and handles its signals from here on.
    pub fn watch(decision: Decision, settings: &Settings) -> color_eyre::Result<Self> {
        let is_secure = settings.secure().is_some();
        let session = Arc::new(Session::open().wrap_err(NO_TERMINAL)?);
        terminal::leave_on_panic(&session);
        let watchdog = Watchdog::new(&session)?;
        thread::Builder::new().name("watchdog".into()).spawn(move || {
            // Before the dataset is read: this thread never opens a file.
            let _ = sandbox(is_secure).enter();
            watchdog.watch()
        })?;
        Ok(Self { decision, session, is_secure })
    }

    /// Shows the dashboard until the user quits.
    pub fn show(
        self,
        settings: &Settings,
        dataset: Dataset,
        warnings: Vec<Warning>,
    ) -> color_eyre::Result<ExitCode> {
        let app = settings.app(dataset, terminal::size())?;
        let mut app = app.with_appearance(self.decision.appearance).with_hints().with_warnings(warnings);
        if self.is_secure {
            app = app.secured();
        }
        self.session.take().wrap_err(NO_TERMINAL)?;
        let keyboard = Keyboard::open(&self.session).wrap_err(NO_TERMINAL)?;
        app.handle(Event::Resize(terminal::size()));
        // Everything is open that will be needed; the thread of the keyboard inherits it.
        let _ = sandbox(self.is_secure).enter();
        let (sender, mut inbox) = Mailbox::new();
        keyboard.send_to(sender)?;
        let mut display = Display::new(self.decision.means, self.decision.abilities);
        let mut host = TerminalHost { session: &self.session, decision: self.decision, taken: None };
        terminal::run(&mut app, &mut display, &mut inbox, &mut host)?;
        Ok(ExitCode::SUCCESS)
    }
}

/// What is left to the threads of the dashboard.
pub fn sandbox(is_secure: bool) -> Sandbox {
    if is_secure { Sandbox::NoFiles } else { Sandbox::Exports }
}

/// However it ends, the terminal is restored before an error is reported.
impl Drop for Launch {
    fn drop(&mut self) {
        self.session.leave();
    }
}
