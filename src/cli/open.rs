//! `horgos`: the dashboard in the terminal.

use std::io;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread;

use color_eyre::eyre::WrapErr;

use super::errands::Outside;
use super::settings::Settings;
use crate::dashboard::{Event, drawn};
use crate::dataset::Dataset;
use crate::screen::Canvas;
use crate::terminal::{self, Decision, Session, Terminal, Watchdog, Wire};

const NO_TERMINAL: &str = "no terminal to show the dashboard in";

/// What the dashboard needs but for its dataset. Another thread makes it ready while the dataset is read: handlers of
/// signals, and fresh memory for two pictures of the screen, are a tenth of the time until the first frame. From then on
/// that thread is the watchdog.
pub struct Stage {
    decision: Decision,
    ready: Receiver<io::Result<Ready>>,
}

struct Ready {
    session: Arc<Session>,
    canvas: Canvas,
    wire: Wire,
}

impl Stage {
    /// Begins to make it ready. The terminal is not taken over yet: the dataset may turn out to be wrong.
    pub fn prepare(decision: Decision) -> io::Result<Self> {
        let (tell, ready) = sync_channel(1);
        let work = move || match Ready::prepare(decision) {
            Ok((ready, watchdog)) => {
                let _ = tell.send(Ok(ready));
                watchdog.watch()
            }
            Err(error) => {
                let _ = tell.send(Err(error));
            }
        };
        thread::Builder::new().name("watchdog".into()).spawn(work)?;
        Ok(Self { decision, ready })
    }

    /// Shows the dashboard until it is left.
    pub fn show(self, settings: &Settings, dataset: Dataset) -> color_eyre::Result<ExitCode> {
        let mut app = settings.app(dataset, terminal::size())?.with_look(self.decision.look).with_hints();
        let ready = self.ready.recv().map_err(io::Error::other).and_then(|ready| ready);
        let Ready { session, mut canvas, mut wire } = ready.wrap_err(NO_TERMINAL)?;
        session.take().wrap_err(NO_TERMINAL)?;
        let mut input = Terminal::open().wrap_err(NO_TERMINAL)?;
        app.handle(Event::Resize(terminal::size()));
        let mut outside = Outside { session: &session, decision: self.decision };
        let ended = terminal::run(&mut app, &mut canvas, &mut wire, &mut input, &mut outside);
        session.leave();
        ended?;
        Ok(ExitCode::SUCCESS)
    }
}

impl Ready {
    fn prepare(decision: Decision) -> io::Result<(Self, Watchdog)> {
        let session = Arc::new(Session::open()?);
        terminal::leave_on_panic(&session);
        let watchdog = Watchdog::new(&session)?;
        let size = drawn(terminal::size());
        let canvas = Canvas::new(decision.means).with_room(size);
        let wire = Wire::new(decision.abilities).with_room(size);
        Ok((Self { session, canvas, wire }, watchdog))
    }
}
