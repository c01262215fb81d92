//! Finds rows by typed words, ignoring case and accents. The search is typed in the footer; the panes stay in view.

use super::rules::{Keyed, Opened, OverlayRules};
use crate::dashboard::action::Action;
use crate::dashboard::app::App;
use crate::dashboard::cursor::Cursor;
use crate::dashboard::line_editor::{LineEditor, Typed};
use crate::dashboard::text_line::TextLine;

/// A search that is being typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Find {
    line: LineEditor,
    /// The pane that had the focus, to return to if the search is cancelled.
    from: usize,
}

impl Keyed for Find {
    const WORDS: Option<&'static str> = Some("find rows");
    const SYNONYMS: &'static str = "search filter look for";

    fn over(app: &App) -> Option<Self> {
        Some(Self { line: LineEditor::new(app.view().find.clone()), from: app.view().focus })
    }
}

impl OverlayRules for Find {
    fn title(&self, _app: &App, room: usize) -> Typed {
        self.line.shown(room)
    }

    fn lines(&self, _app: &App, _width: u16) -> Vec<TextLine> {
        Vec::new()
    }

    fn can(&self, _app: &App, action: Action) -> bool {
        if let Action::Edit(edit) = action {
            return self.line.can(edit);
        }
        action == Action::Open
    }

    fn open(&self, _app: &App) -> Opened {
        Opened::Close
    }

    fn undo(&self, app: &mut App) {
        app.view.find.clear();
        app.view.focus = self.from;
    }

    fn covers_panes(&self) -> bool {
        false
    }

    fn cursor(&self) -> Option<Cursor> {
        None
    }

    fn cursor_mut(&mut self) -> Option<&mut Cursor> {
        None
    }

    fn editor(&self) -> Option<&LineEditor> {
        Some(&self.line)
    }

    fn editor_mut(&mut self) -> Option<&mut LineEditor> {
        Some(&mut self.line)
    }

    fn edited(&mut self, find: &mut String) {
        self.line.text().clone_into(find);
    }

    fn closes_when_empty(&self) -> bool {
        true
    }

    fn typing_hints(&self) -> &'static [(&'static str, &'static str, Action)] {
        &[("Enter", "keep", Action::Open), ("Esc", "leave", Action::Back)]
    }
}
