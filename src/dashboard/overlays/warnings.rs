//! The warnings about the files behind the dashboard.

use super::rules::{Keyed, OverlayRules};
use crate::dashboard::app::App;
use crate::dashboard::cursor::Cursor;
use crate::dashboard::line_editor::Typed;
use crate::dashboard::text_line::TextLine;
use crate::text::{truncate, wrap};

/// The list of warnings, open.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Warnings {
    /// The scroll position.
    pub cursor: Cursor,
}

impl Keyed for Warnings {
    const WORDS: Option<&'static str> = Some("warnings about the files");
    const SYNONYMS: &'static str = "problems errors oddities left out";

    fn over(_app: &App) -> Option<Self> {
        Some(Self::default())
    }
}

impl OverlayRules for Warnings {
    fn title(&self, app: &App, room: usize) -> Typed {
        let title = app.warning_count().unwrap_or_else(|| "Reading the files: no warnings".to_owned());
        Typed { text: truncate::cut(&title, room), caret: None }
    }

    /// Each warning with its number, and its places below it.
    fn lines(&self, app: &App, width: u16) -> Vec<TextLine> {
        let warnings = app.warnings();
        if warnings.is_empty() {
            return wrap("Every column and row of the files was understood.", width)
                .into_iter()
                .map(TextLine::new)
                .collect();
        }
        let digits = warnings.len().to_string().len();
        let indent = u16::try_from(digits + 2).unwrap_or(u16::MAX);
        let room = width.saturating_sub(indent);
        let mut lines = Vec::new();
        for (at, warning) in warnings.iter().enumerate() {
            let mut number = (at + 1).to_string();
            let texts = std::iter::once(&warning.text).chain(&warning.places);
            for line in texts.flat_map(|text| wrap(text, room)) {
                lines.push(TextLine::new(format!("{number:>digits$}  {line}")));
                number.clear();
            }
        }
        lines
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
