//! The palette: the actions that do something here, with their keys, found by their words.

use super::{Opened, OverlayRules};
use crate::dashboard::action::Action;
use crate::dashboard::app::App;
use crate::dashboard::cursor::Cursor;
use crate::dashboard::input::{KeyMode, action, bindings_of};
use crate::dashboard::line_editor::{LineEditor, Typed};
use crate::dashboard::text_line::TextLine;
use crate::text::fold;

/// Columns of the keys.
const KEYS_WIDTH: usize = 17;
/// In fewer columns, the keys follow the words.
const NARROW: u16 = 60;

/// The palette with what is typed of an action's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Palette {
    line: LineEditor,
    cursor: Cursor,
    /// The meaning of keys in the view that it was opened over.
    mode: KeyMode,
    /// The actions that do something in the view that it was opened over.
    possible: Vec<Action>,
}

impl Palette {
    pub(super) fn new(app: &App) -> Self {
        let mode = app.command_mode();
        let actions = bindings_of(mode).flat_map(|binding| binding.keys).map(|(_, action)| *action);
        let mut possible: Vec<Action> = Vec::new();
        for action in actions.filter(|action| app.can(*action)) {
            // A key of the dashboard that the talk has taken leaves its action without one.
            if !possible.contains(&action) && !keys_of(mode, action).is_empty() {
                possible.push(action);
            }
        }
        Self { line: LineEditor::default(), cursor: Cursor::default(), mode, possible }
    }

    /// The possible actions that have every typed word in theirs.
    fn found(&self) -> impl Iterator<Item = (Action, &'static str)> {
        let has_words = has_words(self.line.text());
        let named = self.possible.iter().filter_map(|action| Some((*action, action.words()?)));
        named.filter(move |(action, words)| has_words(&format!("{words} {}", action.synonyms())))
    }

    /// Why nothing is found.
    fn nothing(&self, app: &App) -> String {
        let has_words = has_words(self.line.text());
        let mut all = bindings_of(self.mode)
            .flat_map(|binding| binding.keys)
            .filter(|(_, action)| app.permits(*action));
        match all.find_map(|(_, action)| {
            let words = action.words()?;
            has_words(&format!("{words} {}", action.synonyms())).then_some(words)
        }) {
            Some(words) => format!("\"{words}\" does nothing here. Erase some, or Esc leaves."),
            None => "No matching action. Esc closes.".to_owned(),
        }
    }
}

/// A test that an action's words contain every word of `typed`.
fn has_words(typed: &str) -> impl Fn(&str) -> bool + use<> {
    let typed = fold(typed);
    move |words| typed.split_whitespace().all(|word| fold(words).contains(word))
}

/// Every key of an action, with spaces between them.
fn keys_of(mode: KeyMode, wanted: Action) -> String {
    let keys = bindings_of(mode).flat_map(|binding| binding.keys);
    let bound = keys.filter(|(key, own)| *own == wanted && action(mode, *key) == Some(wanted));
    bound.map(|(key, _)| key.to_string()).collect::<Vec<_>>().join(" ")
}

impl OverlayRules for Palette {
    fn title(&self, _app: &App, room: usize) -> Typed {
        let Typed { text, caret } = self.line.shown(room.saturating_sub(1));
        Typed { text: format!(":{text}"), caret: caret.map(|column| column + 1) }
    }

    fn lines(&self, app: &App, width: u16) -> Vec<TextLine> {
        let line = |(action, words): (Action, &str)| {
            let keys = keys_of(self.mode, action);
            let is_narrow = width < NARROW;
            TextLine::new(if is_narrow {
                format!("{words}  {keys}")
            } else {
                format!("{keys:KEYS_WIDTH$} {words}")
            })
        };
        let lines: Vec<TextLine> = self.found().map(line).collect();
        if lines.is_empty() { vec![TextLine::new(self.nothing(app))] } else { lines }
    }

    fn can(&self, _app: &App, action: Action) -> bool {
        if let Action::Edit(edit) = action {
            return self.line.can(edit);
        }
        action == Action::Open && self.found().next().is_some()
    }

    fn open(&self, _app: &App) -> Opened {
        self.found().nth(self.cursor.selected).map_or(Opened::Nothing, |(action, _)| Opened::Do(action))
    }

    fn cursor(&self) -> Option<Cursor> {
        Some(self.cursor)
    }

    fn cursor_mut(&mut self) -> Option<&mut Cursor> {
        Some(&mut self.cursor)
    }

    fn editor(&self) -> Option<&LineEditor> {
        Some(&self.line)
    }

    fn editor_mut(&mut self) -> Option<&mut LineEditor> {
        Some(&mut self.line)
    }

    fn edited(&mut self, _find: &mut String) {
        self.cursor = Cursor::default();
    }

    fn closes_when_empty(&self) -> bool {
        true
    }

    fn typing_hints(&self) -> &'static [(&'static str, &'static str, Action)] {
        &[("Enter", "do it", Action::Open), ("Esc", "leave", Action::Back)]
    }
}
