//! The palette: the actions that are possible here, with their keys, found by their words.

use super::rules::{Keyed, Opened, OverlayRules};
use super::typed_list::TypedList;
use crate::dashboard::action::Action;
use crate::dashboard::app::App;
use crate::dashboard::input::{KeyMode, action, bindings_of};
use crate::dashboard::line_editor::Typed;
use crate::dashboard::text_line::TextLine;
use crate::text::fold;

/// Columns of the keys.
const KEYS_WIDTH: usize = 17;
/// In fewer columns, the keys follow the words.
const NARROW: u16 = 60;

/// The palette with what is typed of an action's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Palette {
    list: TypedList,
    /// The keys of the view below it.
    mode: KeyMode,
    /// The actions that are possible in the view below it.
    possible: Vec<Action>,
}

impl Palette {
    /// The possible actions whose words contain every typed word.
    fn found(&self) -> impl Iterator<Item = (Action, &'static str)> {
        let finds = self.list.finds();
        let named = self.possible.iter().filter_map(|action| Some((*action, action.words()?)));
        named.filter(move |(action, words)| finds(&all_words(*action, words)))
    }

    /// The reason that nothing is found.
    fn nothing(&self, app: &App) -> String {
        let finds = self.list.finds();
        let mut all = bindings_of(self.mode)
            .flat_map(|binding| binding.keys)
            .filter(|(_, action)| app.permits(*action));
        match all.find_map(|(_, action)| {
            let words = action.words()?;
            finds(&all_words(*action, words)).then_some(words)
        }) {
            Some(words) => format!("\"{words}\" does nothing here. Esc closes."),
            None => "No matching action. Esc closes.".to_owned(),
        }
    }
}

/// All words by which an action is found.
fn all_words(action: Action, words: &str) -> String {
    fold(&format!("{words} {}", action.synonyms()))
}

/// Every key of an action, with spaces between them.
fn keys_of(mode: KeyMode, wanted: Action) -> String {
    let keys = bindings_of(mode).flat_map(|binding| binding.keys);
    let bound = keys.filter(|(key, own)| *own == wanted && action(mode, *key) == Some(wanted));
    bound.map(|(key, _)| key.to_string()).collect::<Vec<_>>().join(" ")
}

impl Keyed for Palette {
    const WORDS: Option<&'static str> = None;
    const SYNONYMS: &'static str = "";

    fn over(app: &App) -> Option<Self> {
        let mode = app.command_mode();
        let actions = bindings_of(mode).flat_map(|binding| binding.keys).map(|(_, action)| *action);
        let mut possible: Vec<Action> = Vec::new();
        for action in actions.filter(|action| app.can(*action)) {
            // An action whose key the talk has taken has no key left, and is not offered.
            if !possible.contains(&action) && !keys_of(mode, action).is_empty() {
                possible.push(action);
            }
        }
        Some(Self { list: TypedList::default(), mode, possible })
    }
}

impl OverlayRules for Palette {
    fn title(&self, _app: &App, room: usize) -> Typed {
        self.list.title(":", room)
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
            return self.list.line.can(edit);
        }
        action == Action::Open && self.found().next().is_some()
    }

    fn open(&self, _app: &App) -> Opened {
        self.found().nth(self.list.cursor.selected).map_or(Opened::Nothing, |(action, _)| Opened::Do(action))
    }

    fn list(&self) -> Option<&TypedList> {
        Some(&self.list)
    }

    fn list_mut(&mut self) -> Option<&mut TypedList> {
        Some(&mut self.list)
    }

    fn typing_hints(&self) -> &'static [(&'static str, &'static str, Action)] {
        &[("Enter", "do it", Action::Open), ("Esc", "leave", Action::Back)]
    }
}
