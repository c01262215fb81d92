//! `horgos`: the dashboard in the terminal.

use std::process::ExitCode;
use std::sync::Arc;

use color_eyre::eyre::WrapErr;

use super::errands::Outside;
use super::settings::Settings;
use crate::dashboard::Event;
use crate::dataset::Dataset;
use crate::terminal::{self, Environment, Session, Terminal, Wire};

const NO_TERMINAL: &str = "no terminal to show the dashboard in";

/// Shows the dashboard until it is left.
pub fn open(
    settings: &Settings,
    environment: &Environment,
    dataset: Dataset,
) -> color_eyre::Result<ExitCode> {
    let decision = environment.decide(settings.wishes());
    let mut app = settings.app(dataset, terminal::size())?.with_look(decision.look).with_hints();
    let session = Arc::new(Session::open().wrap_err(NO_TERMINAL)?);
    terminal::leave_on_panic(&session);
    terminal::watch(&session)?;
    session.take().wrap_err(NO_TERMINAL)?;
    let mut input = Terminal::open().wrap_err(NO_TERMINAL)?;
    app.handle(Event::Resize(terminal::size()));
    let mut wire = Wire::new(decision.abilities);
    let mut outside = Outside { session: &session, decision };
    let ended = terminal::run(&mut app, decision.means, &mut wire, &mut input, &mut outside);
    session.leave();
    ended?;
    Ok(ExitCode::SUCCESS)
}
