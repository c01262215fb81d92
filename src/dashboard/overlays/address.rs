//! The view as text, for returning to it.

use super::rules::{Keyed, OverlayRules};
use crate::dashboard::action::Action;
use crate::dashboard::app::App;
use crate::dashboard::cursor::Cursor;
use crate::dashboard::line_editor::Typed;
use crate::dashboard::text_line::TextLine;
use crate::text::{truncate, wrap};

/// The address of the view below it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Address {
    /// The scroll position.
    pub cursor: Cursor,
}

/// Its title, the fullest first.
const TITLES: [&str; 2] =
    ["This view, for --view, which leads back here; y copies it", "This view, for --view"];

impl Keyed for Address {
    const WORDS: Option<&'static str> = Some("show this view as text");
    const SYNONYMS: &'static str = "link bookmark share url";

    fn over(_app: &App) -> Option<Self> {
        Some(Self::default())
    }
}

impl OverlayRules for Address {
    fn title(&self, _app: &App, room: usize) -> Typed {
        let fits = |title: &&str| truncate::width(title) <= room;
        let title = TITLES.into_iter().find(fits).unwrap_or_default();
        Typed { text: title.to_owned(), caret: None }
    }

    fn lines(&self, app: &App, width: u16) -> Vec<TextLine> {
        wrap(&app.address(), width).into_iter().map(TextLine::new).collect()
    }

    fn can(&self, _app: &App, action: Action) -> bool {
        action == Action::CopyRow
    }

    fn cursor(&self) -> Option<Cursor> {
        Some(self.cursor)
    }

    fn cursor_mut(&mut self) -> Option<&mut Cursor> {
        Some(&mut self.cursor)
    }

    fn selects_lines(&self) -> bool {
        false
    }
}
