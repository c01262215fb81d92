//! Carries out what the dashboard asks for: frames for the terminal, text for its clipboard, a pane for a file.

use std::io;
use std::path::{Path, PathBuf};

use ratatui::buffer::Buffer;

use crate::dashboard::{Answer, App, Clip, Effect, PaneRows};
use crate::print::{Existing, ExportError, Selection, export, tab_separated, tab_separated_pane};
use crate::screen::{Means, Theme, frame};
use crate::stage::{Following, SpeakerNotes};
use crate::terminal::{Decision, Desk, Host, Performed, Session, clipboard};

/// The terminal, the clipboard behind it, and files.
pub struct TerminalHost<'s> {
    pub session: &'s Session,
    pub decision: Decision,
    /// The name that was found taken last, and by which file.
    pub taken: Option<(String, Existing)>,
}

impl TerminalHost<'_> {
    /// Writes rows to a file. What `over` may replace is the file that was found under the same name before.
    fn export(&mut self, app: &App, path: String, rows: &PaneRows, over: bool) -> Answer {
        let taken = self.taken.take().filter(|(name, _)| over && *name == path);
        let picture = || picture(app, rows.pane, self.decision.means);
        let selection = Selection::with_rows(app, rows.pane, &rows.rows);
        let over = taken.map(|(_, existing)| existing);
        match self.session.uninterrupted(|| export(selection, &expanded(&path), over, picture)) {
            Ok(said) => Answer::Exported(format!("{said}, {}", counted(rows))),
            Err(why @ ExportError::Exists { existing, .. }) => {
                self.taken = Some((path, existing));
                Answer::Exists(format!("{why}. Tab overwrites it, or type another name"))
            }
            Err(
                why @ (ExportError::Ending(_)
                | ExportError::Protected { .. }
                | ExportError::Unwritable { .. }),
            ) => Answer::NotExported(why.to_string()),
        }
    }
}

impl Host<Desk> for TerminalHost<'_> {
    fn send(&mut self, frame: &[u8]) -> io::Result<()> {
        self.session.send(frame)
    }

    fn perform(&mut self, desk: &Desk, effect: Effect) -> Performed {
        let app = desk.app();
        match effect {
            Effect::Copy(clip) => copied(app, clip, self.decision.abilities.clipboard),
            Effect::Export { path, rows, over } => {
                let answer = self.export(app, path, &rows, over);
                Performed { bytes: Vec::new(), answer: Some(answer) }
            }
            Effect::Mouse(on) => Performed { bytes: self.session.mouse(on).to_vec(), answer: None },
            Effect::Suspend => {
                self.session.suspend();
                Performed::default()
            }
        }
    }
}

/// Somebody who follows a talk, or its notes: nothing leaves them but the screen.
fn watch_only(session: &Session, effect: &Effect) -> Performed {
    match effect {
        Effect::Mouse(on) => Performed { bytes: session.mouse(*on).to_vec(), answer: None },
        Effect::Copy(_) | Effect::Export { .. } | Effect::Suspend => Performed::default(),
    }
}

impl Host<Following> for TerminalHost<'_> {
    fn send(&mut self, frame: &[u8]) -> io::Result<()> {
        self.session.send(frame)
    }

    fn perform(&mut self, _: &Following, effect: Effect) -> Performed {
        watch_only(self.session, &effect)
    }
}

impl Host<SpeakerNotes> for TerminalHost<'_> {
    fn send(&mut self, frame: &[u8]) -> io::Result<()> {
        self.session.send(frame)
    }

    fn perform(&mut self, _: &SpeakerNotes, effect: Effect) -> Performed {
        watch_only(self.session, &effect)
    }
}

/// Nobody knows whether a terminal puts on its clipboard what it is sent, so the answer never says "copied".
fn copied(app: &App, clip: Clip, has_clipboard: bool) -> Performed {
    let refused = |why: String| Performed { bytes: Vec::new(), answer: Some(Answer::Copy(why)) };
    if !has_clipboard {
        return refused("no clipboard known: press e".to_owned());
    }
    let (text, what) = match clip {
        Clip::Row(topic) => (tab_separated(app.words(), topic), "row".to_owned()),
        Clip::Citation(figure) => (app.words().citation(figure), "citation".to_owned()),
        Clip::Pane(rows) => {
            (tab_separated_pane(Selection::with_rows(app, rows.pane, &rows.rows)), counted(&rows))
        }
        Clip::Address(address) => (address, "view".to_owned()),
    };
    match clipboard::sequence(&text) {
        Ok(bytes) => Performed { bytes, answer: Some(Answer::Copy(format!("{what} sent to the clipboard"))) },
        Err(why) => refused(why.to_string()),
    }
}

/// `13 rows`, or `1 of 5 rows` where some are filtered out.
fn counted(PaneRows { rows, total, .. }: &PaneRows) -> String {
    match (rows.len(), *total) {
        (1, 1) => "1 row".to_owned(),
        (shown, total) if shown == total => format!("{total} rows"),
        (shown, total) => format!("{shown} of {total} rows"),
    }
}

/// The pane alone on the screen, without the question for a file's name that covers it.
fn picture(app: &App, pane: usize, means: Means) -> Buffer {
    let mut alone = app.clone();
    alone.zoom_to(pane);
    frame(&alone, &Theme::new(app.appearance(), means))
}

/// The path with a leading `~/` replaced by the home folder, as in a shell.
fn expanded(path: &str) -> PathBuf {
    let rest = path.strip_prefix("~/");
    let home = std::env::var_os("HOME").filter(|home| !home.is_empty());
    rest.and_then(|rest| Some(Path::new(&home?).join(rest))).unwrap_or_else(|| PathBuf::from(path))
}
