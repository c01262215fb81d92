//! Overlays, which open over the panes, one file each: lines and title, possible actions, what Enter does.
//!
//! A new overlay needs a file here, its lines in this registry, and a key in `input/bindings.rs`. All except the search
//! cover the panes and are drawn by `screen/overlay.rs`; the search is typed in the footer.

mod address;
mod detail;
mod export;
mod find;
mod help;
mod others;
mod palette;
mod rows;
mod typed_list;
mod warnings;
mod which;

pub use address::Address;
pub use detail::Detail;
pub use export::Export;
pub use find::Find;
pub(super) use find::Haystack;
pub use help::Help;
pub(crate) use help::help_lines;
pub use others::Others;
pub use palette::Palette;
pub use rows::SourceRows;
use typed_list::TypedList;
pub use warnings::Warnings;
pub use which::Which;

use super::action::Action;
use super::app::App;
use super::cursor::Cursor;
use super::effect::Effect;
use super::input::KeyMode;
use super::line_editor::{LineEditor, Typed};
use super::pivot::FigureWay;
use super::text_line::TextLine;
use super::view::View;
use crate::analysis::Figure;
use crate::records::Question;
use crate::wording::Topic;

/// An open overlay.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is described in its file")]
pub enum Overlay {
    Detail(Detail),
    Help(Help),
    Find(Find),
    Palette(Palette),
    Address(Address),
    Export(Export),
    Warnings(Warnings),
    Others(Others),
    Which(Which),
    Rows(SourceRows),
}

/// An overlay with a key of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is described in its file")]
pub enum OverlayKind {
    Help,
    Find,
    Palette,
    Address,
    Export,
    Warnings,
    Others,
    Which,
}

impl Overlay {
    pub(crate) fn rules(&self) -> &dyn OverlayRules {
        match self {
            Self::Detail(overlay) => overlay,
            Self::Help(overlay) => overlay,
            Self::Find(overlay) => overlay,
            Self::Palette(overlay) => overlay,
            Self::Address(overlay) => overlay,
            Self::Export(overlay) => overlay,
            Self::Warnings(overlay) => overlay,
            Self::Others(overlay) => overlay,
            Self::Which(overlay) => overlay,
            Self::Rows(overlay) => overlay,
        }
    }

    pub(super) fn rules_mut(&mut self) -> &mut dyn OverlayRules {
        match self {
            Self::Detail(overlay) => overlay,
            Self::Help(overlay) => overlay,
            Self::Find(overlay) => overlay,
            Self::Palette(overlay) => overlay,
            Self::Address(overlay) => overlay,
            Self::Export(overlay) => overlay,
            Self::Warnings(overlay) => overlay,
            Self::Others(overlay) => overlay,
            Self::Which(overlay) => overlay,
            Self::Rows(overlay) => overlay,
        }
    }
}

impl OverlayKind {
    /// Its words in the palette.
    #[must_use]
    pub fn words(self) -> Option<&'static str> {
        match self {
            Self::Help => Some("help"),
            Self::Find => Some("find rows"),
            Self::Palette => None,
            Self::Address => Some("show this view as text"),
            Self::Export => Some("write the pane to a file"),
            Self::Warnings => Some("warnings about the files"),
            Self::Others => Some("the same figure in other reports"),
            Self::Which => Some("which reporter, flow, period, partner and product"),
        }
    }

    /// Other words by which the palette finds it.
    #[must_use]
    pub fn synonyms(self) -> &'static str {
        match self {
            Self::Help => "keys shortcuts manual legend marks ?",
            Self::Find => "search filter look for",
            Self::Palette => "",
            Self::Address => "link bookmark share url",
            Self::Export => "export save download csv json markdown svg",
            Self::Warnings => "problems errors oddities left out",
            Self::Others => "sources agree elsewhere context",
            Self::Which => "select choose filter records",
        }
    }

    /// Opens the overlay over the present view; `None` if it would have nothing to show.
    pub(super) fn open(self, app: &App) -> Option<Overlay> {
        Some(match self {
            Self::Help => Overlay::Help(Help::default()),
            Self::Find => Overlay::Find(Find::new(app)),
            Self::Palette => Overlay::Palette(Palette::new(app)),
            Self::Address => Overlay::Address(Address::default()),
            Self::Export => Overlay::Export(Export::new(app)),
            Self::Warnings => Overlay::Warnings(Warnings::default()),
            Self::Others => Overlay::Others(Others::new(app.comparable()?)),
            Self::Which => Overlay::Which(Which::new(app)),
        })
    }

    /// True if it is about the focused pane, so that it opens only over that or one of its figures.
    pub(super) fn is_of_pane(self) -> bool {
        match self {
            Self::Export => true,
            Self::Help
            | Self::Find
            | Self::Palette
            | Self::Address
            | Self::Warnings
            | Self::Others
            | Self::Which => false,
        }
    }

    pub(crate) fn is_open(self, overlay: &Overlay) -> bool {
        match self {
            Self::Help => matches!(overlay, Overlay::Help(_)),
            Self::Find => matches!(overlay, Overlay::Find(_)),
            Self::Palette => matches!(overlay, Overlay::Palette(_)),
            Self::Address => matches!(overlay, Overlay::Address(_)),
            Self::Export => matches!(overlay, Overlay::Export(_)),
            Self::Warnings => matches!(overlay, Overlay::Warnings(_)),
            Self::Others => matches!(overlay, Overlay::Others(_)),
            Self::Which => matches!(overlay, Overlay::Which(_)),
        }
    }
}

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
    fn undo(&self, _view: &mut View) {}

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
