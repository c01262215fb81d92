//! What leaves the dashboard by another way than the screen: figures for the clipboard, a pane for a file.

use std::io;
use std::path::{Path, PathBuf};

use crate::dashboard::{Answer, App, Part, Request};
use crate::print::{ExportError, Sheet, export, tab_separated, tab_separated_pane};
use crate::screen::{Means, Theme, frame};
use crate::terminal::{Decision, Done, Output, Session, clipboard};

/// The terminal, the clipboard behind it, and files.
pub struct Outside<'s> {
    pub session: &'s Session,
    pub decision: Decision,
}

impl Output for Outside<'_> {
    fn send(&mut self, frame: &[u8]) -> io::Result<()> {
        self.session.send(frame)
    }

    fn mouse(&mut self, on: bool) -> &'static [u8] {
        self.session.mouse(on)
    }

    fn suspend(&mut self) {
        self.session.suspend();
    }

    fn ask(&mut self, app: &App, request: Request) -> Done {
        match request {
            Request::Copy(part) => copied(app, part, self.decision.abilities.clipboard),
            Request::Export { over } => {
                Done { bytes: Vec::new(), answer: exported(app, over, self.decision.means) }
            }
        }
    }
}

/// Whether the terminal takes it, nobody knows; so it is sent, and not called copied.
fn copied(app: &App, part: Part, known: bool) -> Done {
    let refused = |why: String| Done { bytes: Vec::new(), answer: Answer::Refused(why) };
    if !known {
        return refused("no clipboard known: press e".to_owned());
    }
    let (text, what) = match part {
        Part::Row(topic) => (tab_separated(app.words(), topic), "this row".to_owned()),
        Part::Pane => (tab_separated_pane(Sheet::one(app, app.view().focus)), rows(app)),
        Part::Address => (app.address(), "this view".to_owned()),
    };
    match clipboard::sequence(&text) {
        Ok(bytes) => Done { bytes, answer: Answer::Done(format!("{what} sent for the clipboard")) },
        Err(why) => refused(why.to_string()),
    }
}

/// How many rows of the focused pane are shown, and of how many, where not all are.
fn rows(app: &App) -> String {
    let (shown, all) = app.rows_of(app.view().focus);
    match (shown, all) {
        (1, 1) => "1 row".to_owned(),
        _ if shown == all => format!("{all} rows"),
        _ => format!("{shown} of {all} rows"),
    }
}

fn exported(app: &App, over: bool, means: Means) -> Answer {
    let Some((file, _)) = app.file() else { return Answer::Refused("no file was named".to_owned()) };
    let focus = app.view().focus;
    let picture = || {
        let mut alone = app.clone();
        alone.zoom_to(focus);
        frame(&alone, &Theme::new(app.appearance(), means))
    };
    match export(Sheet::one(app, focus), &at_home(file), over, picture) {
        Ok(said) => Answer::Done(format!("{said}, {}", rows(app))),
        Err(why @ ExportError::Exists(_)) => {
            Answer::Taken(format!("{why}: Tab writes over it, another name keeps it"))
        }
        Err(why @ (ExportError::Ending(_) | ExportError::Unwritable { .. })) => {
            Answer::Refused(why.to_string())
        }
    }
}

/// The path that is meant by `file`: `~/` is one's home, as in a shell.
fn at_home(file: &str) -> PathBuf {
    let rest = file.strip_prefix("~/");
    let home = std::env::var_os("HOME").filter(|home| !home.is_empty());
    rest.and_then(|rest| Some(Path::new(&home?).join(rest))).unwrap_or_else(|| PathBuf::from(file))
}
