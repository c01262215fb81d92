//! Carries out the effects of the dashboard: sends frames to the terminal, puts text on its clipboard, writes files.

use std::io;
use std::path::{Path, PathBuf};

use ratatui::buffer::Buffer;

use crate::dashboard::{Answer, App, Clip, Effect, PaneRows, Replaces};
use crate::print::{Existing, ExportError, Selection, export, save, tab_separated, tab_separated_pane};
use crate::review::DraftReview;
use crate::screen::{Means, Theme, frame};
use crate::stage::{Following, SpeakerNotes};
use crate::terminal::{Decision, Desk, Host, Performed, Session, clipboard};

/// The terminal, the clipboard behind it, and files.
pub struct TerminalHost<'s> {
    pub session: &'s Session,
    pub decision: Decision,
    /// The name that was last found taken, and by which file.
    pub taken: Option<(String, Existing)>,
}

impl TerminalHost<'_> {
    /// Writes rows to a file. With `over`, may replace only the file that was found under the same name before.
    fn export(&mut self, app: &App, path: String, rows: &PaneRows, over: bool) -> Answer {
        let taken = self.taken.take().filter(|(name, _)| over && *name == path);
        let picture = || picture(app, rows.pane, self.decision.means);
        let selection = Selection::with_rows(app, rows.pane, &rows.rows);
        let over = taken.map(|(_, existing)| existing);
        match self.session.uninterrupted(|| export(selection, &expanded(&path), over, picture)) {
            Ok(said) => Answer::Exported(format!("{said}, {}", counted(rows))),
            Err(error) => self.refused(path, error),
        }
    }

    /// Writes a text to a file.
    fn save(&mut self, path: String, contents: &str, replaces: Replaces) -> Answer {
        let taken = self.taken.take().filter(|(name, _)| *name == path).map(|(_, existing)| existing);
        let may_replace = |there: Existing| match replaces {
            Replaces::Nothing => false,
            Replaces::Taken => taken == Some(there),
            Replaces::OwnDraft => true,
        };
        let write = |out: &mut dyn io::Write| out.write_all(contents.as_bytes());
        let written = self.session.uninterrupted(|| save(&expanded(&path), may_replace, write));
        match (replaces, written) {
            (Replaces::OwnDraft, done) => Answer::Kept(done.map(drop).map_err(|why| why.to_string())),
            (Replaces::Nothing | Replaces::Taken, Ok(said)) => Answer::Exported(said),
            (Replaces::Nothing | Replaces::Taken, Err(error)) => self.refused(path, error),
        }
    }

    /// Explains why nothing was written. A file that is in the way may be replaced next time.
    fn refused(&mut self, path: String, error: ExportError) -> Answer {
        match error {
            why @ ExportError::Exists { existing, .. } => {
                self.taken = Some((path, existing));
                Answer::Exists(format!("{why}. Tab overwrites it, or type another name"))
            }
            why @ (ExportError::Ending(_)
            | ExportError::Protected { .. }
            | ExportError::Unwritable { .. }) => Answer::NotExported(why.to_string()),
        }
    }

    /// Carries out an effect; some effects need a dashboard.
    fn perform_with(&mut self, app: Option<&App>, effect: Effect) -> Performed {
        match (effect, app) {
            (Effect::Copy(clip), Some(app)) => copied(app, clip, self.decision.abilities.clipboard),
            (Effect::Export { path, rows, over }, Some(app)) => {
                let answer = self.export(app, path, &rows, over);
                Performed { bytes: Vec::new(), answer: Some(answer) }
            }
            (Effect::Save { path, contents, replaces }, _) => {
                let answer = self.save(path, &contents, replaces);
                Performed { bytes: Vec::new(), answer: Some(answer) }
            }
            (Effect::Mouse(on), _) => Performed { bytes: self.session.set_mouse(on).to_vec(), answer: None },
            (Effect::Suspend, _) => {
                self.session.suspend();
                Performed::default()
            }
            // Handled by the review before it gets here.
            (Effect::Sentence(_), _) | (Effect::Copy(_) | Effect::Export { .. }, None) => {
                Performed::default()
            }
        }
    }
}

impl Host<Desk> for TerminalHost<'_> {
    fn send(&mut self, frame: &[u8]) -> io::Result<()> {
        self.session.send(frame)
    }

    fn perform(&mut self, desk: &Desk, effect: Effect) -> Performed {
        self.perform_with(Some(desk.app()), effect)
    }
}

impl Host<DraftReview> for TerminalHost<'_> {
    fn send(&mut self, frame: &[u8]) -> io::Result<()> {
        self.session.send(frame)
    }

    fn perform(&mut self, review: &DraftReview, effect: Effect) -> Performed {
        self.perform_with(review.dashboard(), effect)
    }
}

/// For followers of a talk, and its notes: nothing leaves them except the screen.
fn watch_only(session: &Session, effect: &Effect) -> Performed {
    match effect {
        Effect::Mouse(on) => Performed { bytes: session.set_mouse(*on).to_vec(), answer: None },
        Effect::Copy(_)
        | Effect::Export { .. }
        | Effect::Save { .. }
        | Effect::Sentence(_)
        | Effect::Suspend => Performed::default(),
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

/// It is impossible to know if a terminal puts text on its clipboard, so the answer never says "copied".
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

/// The pane alone on the screen, without the prompt for a file name that covers it.
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
