//! Writing a pane to a file: which one is asked for here, what comes of it is told here; others write it.

use unicode_width::UnicodeWidthStr;

use super::action::{Answer, Outcome, Request};
use super::app::App;
use super::notice::Notice;
use super::reading::{Line, TERM_WIDTH, wrapped};
use super::view::Layer;
use crate::wording::Entry;

/// What can be written, by its ending.
const ENDINGS: &str =
    ".csv, .json: every figure with all columns; .md: a table; .svg: a picture; .txt: plain text";

/// The name so far, what came of it, and which names there are.
pub fn lines(file: &str, said: Option<&str>, width: u16) -> Vec<Line> {
    let mut entries = vec![Entry::new("File", format!("{}▏", end_of(file, usize::from(width))))];
    entries.extend(said.map(|said| Entry::new("Not written", said)));
    entries.push(Entry::new("Endings", ENDINGS));
    entries.iter().flat_map(|entry| wrapped(entry, width)).collect()
}

/// As much of the end of a name, where it is being typed, as fits beside its term and before the caret.
fn end_of(name: &str, width: usize) -> String {
    let room = width.saturating_sub(usize::from(TERM_WIDTH) + 2);
    if name.width() <= room {
        return name.to_owned();
    }
    let end = name.char_indices().map(|(at, _)| &name[at..]).find(|end| end.width() < room);
    format!("…{}", end.unwrap_or_default())
}

impl App {
    /// Asks for a file, with a name that would do.
    pub(super) fn name_a_file(&mut self) {
        let Some(pane) = self.panes().get(self.view.focus) else { return };
        let file = format!("{}.csv", pane.id.replace('/', "-"));
        self.view.layers.push(Layer::Export { file, taken: false, said: None });
    }

    /// The file that was named, and whether it may be written over.
    #[must_use]
    pub fn file(&self) -> Option<(&str, bool)> {
        match self.view.layers.last() {
            Some(Layer::Export { file, taken, .. }) => Some((file, *taken)),
            _ => None,
        }
    }

    /// Takes what came of a request.
    pub fn answer(&mut self, request: Request, answer: Answer) -> Outcome {
        match (request, self.view.layers.last_mut(), answer) {
            (Request::Export { .. }, Some(Layer::Export { said, taken, .. }), Answer::Refused(why)) => {
                (*said, *taken) = (Some(why), false);
            }
            (Request::Export { .. }, Some(Layer::Export { said, taken, .. }), Answer::Taken(why)) => {
                (*said, *taken) = (Some(why), true);
            }
            (request, _, Answer::Done(text) | Answer::Taken(text) | Answer::Refused(text)) => {
                if matches!(request, Request::Export { .. }) {
                    self.view.layers.retain(|layer| !matches!(layer, Layer::Export { .. }));
                }
                self.notice = Some(Notice::Said(text));
            }
        }
        self.fit();
        Outcome::Changed
    }
}
