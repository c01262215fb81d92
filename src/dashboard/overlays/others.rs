//! The same figure in other reports: those of the other bundled dataset.

use super::rules::{Keyed, Opened, OverlayRules};
use crate::analysis::Figure;
use crate::dashboard::action::Action;
use crate::dashboard::app::App;
use crate::dashboard::cursor::Cursor;
use crate::dashboard::line_editor::Typed;
use crate::dashboard::text_line::{TextLine, term_width, wrapped};
use crate::text::truncate;
use crate::wording::{Topic, elsewhere};

/// A figure next to the same figures of other reports. Its lines link to topics of the other dataset.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Others {
    /// The figure that is looked for.
    pub figure: Figure,
    /// The selected line.
    pub cursor: Cursor,
}

impl Others {
    pub(in crate::dashboard) fn new(figure: Figure) -> Self {
        Self { figure, cursor: Cursor::default() }
    }
}

impl Keyed for Others {
    const WORDS: Option<&'static str> = Some("the same figure in other reports");
    const SYNONYMS: &'static str = "sources agree elsewhere context";

    fn over(app: &App) -> Option<Self> {
        app.comparable().map(Self::new)
    }
}

impl OverlayRules for Others {
    fn title(&self, _app: &App, room: usize) -> Typed {
        Typed { text: truncate::cut("In other reports", room), caret: None }
    }

    fn lines(&self, app: &App, width: u16) -> Vec<TextLine> {
        let Some(other) = app.other_model() else { return Vec::new() };
        let entries = elsewhere(app.words(), self.figure, other.words());
        entries.iter().flat_map(|entry| wrapped(entry, term_width(width), width)).collect()
    }

    fn can(&self, app: &App, action: Action) -> bool {
        let has_links = || app.lines().iter().any(|line| line.topic.is_some());
        action == Action::Open && app.can(Action::OtherDataset) && has_links()
    }

    /// Follows the selected link into the other dataset. On any other line, selects the next link.
    fn open(&self, app: &App) -> Opened {
        let (lines, selected) = (app.lines(), self.cursor.selected);
        if !app.can(Action::OtherDataset) {
            return Opened::Nothing;
        }
        if let Some(Topic::Figure(figure)) = lines.get(selected).and_then(|line| line.topic) {
            return Opened::Elsewhere(figure);
        }
        let mut leading = (0..lines.len()).filter(|at| lines[*at].topic.is_some());
        let first = leading.clone().next();
        leading.find(|at| *at > selected).or(first).map_or(Opened::Nothing, Opened::Select)
    }

    fn term_width(&self, width: u16) -> u16 {
        term_width(width)
    }

    fn cursor(&self) -> Option<Cursor> {
        Some(self.cursor)
    }

    fn cursor_mut(&mut self) -> Option<&mut Cursor> {
        Some(&mut self.cursor)
    }

    fn in_address(&self, app: &App) -> Option<String> {
        Some(format!("others={}", app.topic_name(Topic::Figure(self.figure))))
    }
}
