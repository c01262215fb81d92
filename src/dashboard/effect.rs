//! Effects: everything that leaves the dashboard other than through the screen, and the answers to it.
//!
//! The dashboard knows neither files nor a clipboard. It asks for an effect and later receives an answer. An effect
//! carries its path and its rows, so that whoever performs it never reads them back out of an overlay.

use super::app::App;
use super::notice::Notice;
use super::overlays::{Export, Overlay};
use crate::analysis::Figure;
use crate::wording::Topic;

/// Something to do outside the dashboard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Put this on the clipboard.
    Copy(Clip),
    /// Write rows to a file.
    Export {
        /// The file as it was typed: a leading `~/` is not expanded yet.
        path: String,
        /// The rows to write.
        rows: PaneRows,
        /// Replaces a file that exists.
        over: bool,
    },
    /// Write a text to a file, whole or not at all.
    Save {
        /// The file; a leading `~/` is not expanded yet.
        path: String,
        /// All of its text.
        contents: String,
        /// The file that may have this name already.
        replaces: Replaces,
    },
    /// Go back to the draft behind the dashboard, to the row with this id. There is no answer.
    Sentence(Option<String>),
    /// Ask the terminal for mouse events, or leave the mouse to it. There is no answer.
    Mouse(bool),
    /// Leave the screen to the shell until it resumes the program. There is no answer; on its return the terminal
    /// reports its size.
    Suspend,
}

/// The file that a text may replace.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Replaces {
    /// None.
    Nothing,
    /// The one whose name was found taken before.
    Taken,
    /// The file that stores the draft, which belongs to the program. The answer is [`Answer::Kept`].
    OwnDraft,
}

/// Something that can be put on the clipboard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Clip {
    /// A row, as one line.
    Row(Topic),
    /// The citation of a figure, as one line.
    Citation(Figure),
    /// Rows, one per line.
    Pane(PaneRows),
    /// An address, as it is.
    Address(String),
}

/// The rows that a pane shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaneRows {
    /// The pane, from 0.
    pub pane: usize,
    /// Its rows, in the order in which they are shown.
    pub rows: Vec<Topic>,
    /// How many rows it has, including those that are filtered out.
    pub total: usize,
}

/// The outcome of an [`Effect`], in words for the user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// The text was sent to the terminal, or why it was not.
    Copy(String),
    /// The file was written.
    Exported(String),
    /// The file exists, so nothing was written; asking with `over` replaces it.
    Exists(String),
    /// Nothing was written.
    NotExported(String),
    /// The draft was saved to its own file, or why it was not.
    Kept(Result<(), String>),
}

impl App {
    /// The rows that the focused pane shows.
    pub(super) fn focused_rows(&self) -> PaneRows {
        let pane = self.view.focus;
        PaneRows { pane, rows: self.rows(pane).to_vec(), total: self.total(pane) }
    }

    /// The id of the open or selected row, if it is a published figure.
    pub(super) fn sentence(&self) -> Option<String> {
        let figure = self.comparable()?;
        self.words().observation(figure).map(|observation| observation.id.to_string())
    }

    /// Writes the focused pane to the named file. A file is replaced only after its name was found taken.
    pub(super) fn export(&self, over: bool) -> Option<Effect> {
        let Some(Overlay::Export(Export { file, taken, .. })) = self.view.overlays.last() else {
            return None;
        };
        let effect = || Effect::Export { path: file.text().to_owned(), rows: self.focused_rows(), over };
        (*taken || !over).then(effect)
    }

    /// Handles the answer to an effect. Why a file was not written is shown where its name can be corrected.
    pub fn answer(&mut self, answer: Answer) {
        let before = self.view.clone();
        match (answer, self.view.overlays.last_mut()) {
            (Answer::NotExported(why), Some(Overlay::Export(Export { said, taken, .. }))) => {
                (*said, *taken) = (Some(why), false);
            }
            (Answer::Exists(why), Some(Overlay::Export(Export { said, taken, .. }))) => {
                (*said, *taken) = (Some(why), true);
            }
            (Answer::Exported(text), _) => {
                self.view.overlays.retain(|overlay| !matches!(overlay, Overlay::Export(_)));
                self.notice = Some(Notice::Said(text));
            }
            // Only the review saves a draft.
            (Answer::Kept(_), _) => {}
            (Answer::Copy(text) | Answer::Exists(text) | Answer::NotExported(text), _) => {
                self.notice = Some(Notice::Said(text));
            }
        }
        self.refresh(&before);
    }
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Size;

    use super::*;
    use crate::dashboard::{Event, Outcome, parse_keys};
    use crate::formats;

    fn bundled() -> App {
        App::new(formats::bundled().expect("the bundled dataset").dataset, Size::new(80, 24))
    }

    /// The effect that the last of these keys asks for.
    fn effect(app: &mut App, keys: &str) -> Option<Effect> {
        let keys = parse_keys(keys).expect("keys");
        match keys.into_iter().map(|key| app.handle(Event::Key(key))).last() {
            Some(Outcome::Perform(effect)) => Some(effect),
            _ => None,
        }
    }

    #[test]
    fn an_export_carries_its_path_and_the_rows_that_are_shown() {
        let mut app = bundled();
        let Some(Effect::Export { path, rows, over }) = effect(&mut app, "/kaz<enter>2e<enter>") else {
            panic!("no export")
        };
        assert_eq!((path.as_str(), over), ("central-asia.csv", false));
        assert_eq!((rows.pane, rows.rows.len(), rows.total), (1, 1, 5));
        assert_eq!(rows.rows, app.rows(1));
    }

    #[test]
    fn a_file_is_replaced_only_after_its_name_was_found_taken() {
        let mut app = bundled();
        assert_eq!(effect(&mut app, "e<tab>"), None);
        assert!(matches!(effect(&mut app, "<enter>"), Some(Effect::Export { over: false, .. })));
        app.answer(Answer::Exists("it is there".to_owned()));
        assert!(matches!(effect(&mut app, "<tab>"), Some(Effect::Export { over: true, .. })));
        app.answer(Answer::NotExported("the disk is full".to_owned()));
        assert_eq!(effect(&mut app, "<tab>"), None, "the next attempt starts afresh");
    }

    #[test]
    fn a_copy_carries_what_is_open() {
        let mut app = bundled();
        let row = app.rows(0)[1];
        assert_eq!(effect(&mut app, "jy"), Some(Effect::Copy(Clip::Row(row))));
        let figure = row.figure().expect("a figure");
        assert_eq!(effect(&mut app, "<enter>y"), Some(Effect::Copy(Clip::Citation(figure))));
        assert_eq!(effect(&mut app, "<esc>6<enter>y"), Some(Effect::Copy(Clip::Row(app.rows(5)[0]))));
        let address = app.address();
        assert_eq!(effect(&mut app, "vy"), Some(Effect::Copy(Clip::Address(address))));
        assert_eq!(effect(&mut app, "?y"), None, "the help is not copied");
    }
}
