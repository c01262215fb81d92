//! `horgos`: the dashboard in the terminal.

use std::process::ExitCode;
use std::sync::Arc;
use std::thread;

use color_eyre::eyre::WrapErr;

use super::effects::TerminalHost;
use super::settings::Settings;
use crate::dashboard::Event;
use crate::dataset::Dataset;
use crate::terminal::{self, Decision, Display, Keyboard, Mailbox, Session, Watchdog};

const NO_TERMINAL: &str = "no terminal to show the dashboard in";

/// The terminal, watched but not taken over yet: the dataset may turn out to be wrong, and what is wrong with it is told
/// on the ordinary screen. Reading it may take as long as somebody else wishes, from a pipe for example, so signals are
/// answered from here on, and the end of the terminal ends the program.
///
/// All the rest of a start is done by one thread. A second one could make some of it ready, but wakes too late: what is
/// left to do takes less time than another processor needs to begin.
pub struct Launch {
    decision: Decision,
    session: Arc<Session>,
}

impl Launch {
    /// Begins to watch the terminal.
    pub fn watch(decision: Decision) -> color_eyre::Result<Self> {
        let session = Arc::new(Session::open().wrap_err(NO_TERMINAL)?);
        terminal::leave_on_panic(&session);
        let watchdog = Watchdog::new(&session)?;
        thread::Builder::new().name("watchdog".into()).spawn(move || watchdog.watch())?;
        Ok(Self { decision, session })
    }

    /// Shows the dashboard until it is left.
    pub fn show(self, settings: &Settings, dataset: Dataset) -> color_eyre::Result<ExitCode> {
        let mut app =
            settings.app(dataset, terminal::size())?.with_appearance(self.decision.appearance).with_hints();
        self.session.take().wrap_err(NO_TERMINAL)?;
        let keyboard = Keyboard::open().wrap_err(NO_TERMINAL)?;
        app.handle(Event::Resize(terminal::size()));
        let (sender, mut inbox) = Mailbox::new();
        keyboard.send_to(sender)?;
        let mut display = Display::new(self.decision.means, self.decision.abilities);
        let mut host = TerminalHost { session: &self.session, decision: self.decision };
        terminal::run(&mut app, &mut display, &mut inbox, &mut host)?;
        Ok(ExitCode::SUCCESS)
    }
}

/// However it ends, the terminal is given back before anything is told of it.
impl Drop for Launch {
    fn drop(&mut self) {
        self.session.leave();
    }
}
