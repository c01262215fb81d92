//! The rules of one overlay: its lines and title, the actions that are possible in it, the effect of Enter.

use super::typed_list::TypedList;
use crate::analysis::Figure;
use crate::dashboard::action::Action;
use crate::dashboard::app::App;
use crate::dashboard::cursor::Cursor;
use crate::dashboard::effect::Effect;
use crate::dashboard::input::KeyMode;
use crate::dashboard::line_editor::{LineEditor, Typed};
use crate::dashboard::pivot::FigureWay;
use crate::dashboard::text_line::TextLine;
use crate::records::Question;
use crate::wording::Topic;

/// The rules in which one overlay differs from the others.
pub trait OverlayRules {
    /// Its title, of which at most `room` columns are shown.
    fn title(&self, app: &App, room: usize) -> Typed;

    /// Its lines, wrapped to `width` columns.
    fn lines(&self, app: &App, width: u16) -> Vec<TextLine>;

    /// True if the action would do something; called for actions that depend on the open overlay.
    fn can(&self, _app: &App, _action: Action) -> bool {
        false
    }

    /// The outcome of Enter.
    fn open(&self, _app: &App) -> Opened {
        Opened::Nothing
    }

    /// Undoes changes of the view that must not outlive the overlay when it is cancelled.
    fn undo(&self, _app: &mut App) {}

    /// False if the panes stay in view and still respond to the movement keys.
    fn covers_panes(&self) -> bool {
        true
    }

    /// The width of the column of terms in lines of this width; 0 if there are none.
    fn term_width(&self, _width: u16) -> u16 {
        0
    }

    /// Its list of choices, narrowed by typing.
    fn list(&self) -> Option<&TypedList> {
        None
    }

    fn list_mut(&mut self) -> Option<&mut TypedList> {
        None
    }

    /// The position in its lines, if the movement keys move through them.
    fn cursor(&self) -> Option<Cursor> {
        self.list().map(|list| list.cursor)
    }

    fn cursor_mut(&mut self) -> Option<&mut Cursor> {
        self.list_mut().map(|list| &mut list.cursor)
    }

    /// False if its lines only scroll, without a selection.
    fn selects_lines(&self) -> bool {
        true
    }

    /// The line that is typed in it.
    fn editor(&self) -> Option<&LineEditor> {
        self.list().map(|list| &list.line)
    }

    fn editor_mut(&mut self) -> Option<&mut LineEditor> {
        self.list_mut().map(|list| &mut list.line)
    }

    /// Called after its line was edited; `find` is the search that filters the rows of all panes.
    fn edited(&mut self, _find: &mut String) {
        if let Some(list) = self.list_mut() {
            list.cursor = Cursor::default();
        }
    }

    /// True if deleting in an empty line closes it.
    fn closes_when_empty(&self) -> bool {
        self.list().is_some()
    }

    /// The keys in the footer while a line is being typed, each with a word and its action.
    fn typing_hints(&self) -> &'static [(&'static str, &'static str, Action)] {
        &[]
    }

    /// The meaning of keys in it.
    fn key_mode(&self) -> KeyMode {
        if self.editor().is_some() { KeyMode::Typing } else { KeyMode::Command }
    }

    /// Its key in an address; `None` if it has none.
    fn in_address(&self, _app: &App) -> Option<String> {
        None
    }
}

/// An overlay with a key of its own.
pub trait Keyed: OverlayRules + Sized {
    /// Its words in the palette; `None` if the palette does not list it.
    const WORDS: Option<&'static str>;

    /// Other words by which the palette finds it.
    const SYNONYMS: &'static str;

    /// True if it is about the focused pane.
    const IS_OF_PANE: bool = false;

    /// Opened over the present view; `None` if it would have nothing to show.
    fn over(app: &App) -> Option<Self>;
}

/// The effect of Enter in an overlay.
pub enum Opened {
    Nothing,
    /// Closes the overlay and keeps its changes.
    Close,
    /// Opens a row or a figure over it.
    Detail(Topic),
    /// Goes to a figure of the other bundled dataset.
    Elsewhere(Figure),
    /// Selects another line.
    Select(usize),
    /// Follows a way on from the open figure of a table.
    GoOn(FigureWay),
    /// Closes it, then carries out this action.
    Do(Action),
    Perform(Effect),
    /// Closes it, then asks this question about the table.
    Ask(Box<Question>),
    /// Types a word and a space into its line.
    Type(&'static str),
}
