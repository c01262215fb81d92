//! `horgos`: the dashboard in the terminal.

use std::process::ExitCode;
use std::sync::Arc;

use color_eyre::eyre::WrapErr;

use super::Start;
use crate::dataset::Dataset;
use crate::screen::Theme;
use crate::terminal::{self, Abilities, Session, Terminal, Wire};

/// Shows the dashboard until it is left.
pub fn open(start: &Start, dataset: Dataset) -> color_eyre::Result<ExitCode> {
    let term = std::env::var("TERM").ok();
    let colourless = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let theme = if colourless { Theme::mono() } else { Theme::ansi() };
    let mut app = start.app(dataset, terminal::size())?;
    let session = Arc::new(Session::enter().wrap_err("no terminal to show the dashboard in")?);
    leave_on_panic(&session);
    terminal::watch(&session)?;
    let mut wire = Wire::new(Abilities::of(term.as_deref()));
    let ended = terminal::run(&mut app, &theme, &mut wire, &mut Terminal, &mut session.as_ref());
    session.leave();
    ended?;
    Ok(ExitCode::SUCCESS)
}

/// A panic in any thread gives the terminal back before it reports, and ends the program.
fn leave_on_panic(session: &Arc<Session>) {
    let session = Arc::clone(session);
    let report = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        session.leave();
        report(panic);
        std::process::exit(101);
    }));
}
