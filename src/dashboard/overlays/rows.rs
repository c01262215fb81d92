//! The rows of a table that a figure is added up from, as they are in the file.

use std::sync::Arc;

use super::rules::OverlayRules;
use crate::dashboard::app::App;
use crate::dashboard::cursor::Cursor;
use crate::dashboard::line_editor::Typed;
use crate::dashboard::text_line::TextLine;
use crate::records::FileLine;
use crate::text::{truncate, wrap};
use crate::wording::grouped;

/// Lines of a file, open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceRows {
    lines: Arc<[FileLine]>,
    cursor: Cursor,
}

impl SourceRows {
    pub(in crate::dashboard) fn new(lines: Arc<[FileLine]>) -> Self {
        Self { lines, cursor: Cursor::default() }
    }
}

/// The fields of a line on as many lines as they need, each whole if it fits one.
fn filled(text: &str, width: u16) -> Vec<String> {
    let room = usize::from(width);
    let mut lines: Vec<String> = Vec::new();
    let mut used = room;
    for field in text.split_inclusive([',', ';', '\t']) {
        let wide = truncate::width(field);
        if let Some(line) = lines.last_mut().filter(|_| used + wide <= room) {
            line.push_str(field);
            used += wide;
        } else {
            lines.extend(wrap(field, width));
            used = lines.last().map_or(room, |line| truncate::width(line));
        }
    }
    lines
}

impl OverlayRules for SourceRows {
    fn title(&self, app: &App, room: usize) -> Typed {
        let name = app.table_name();
        // The first line is the header.
        let rows = self.lines.len().saturating_sub(1);
        let title = match rows {
            1 => format!("{name}: the row, below the names of its columns"),
            1_000.. => {
                format!("{name}: the first {} rows, below the names of their columns", grouped(rows.into()))
            }
            rows => format!("{name}: {} rows, below the names of their columns", grouped(rows.into())),
        };
        Typed { text: truncate::cut(&title, room), caret: None }
    }

    /// Each line after its number, wrapped if it is too long.
    fn lines(&self, _app: &App, width: u16) -> Vec<TextLine> {
        let numbers: Vec<String> = self.lines.iter().map(|line| grouped(line.number.into())).collect();
        let digits = numbers.iter().map(String::len).max().unwrap_or(0);
        let indent = u16::try_from(digits + 2).unwrap_or(u16::MAX);
        let mut lines = Vec::new();
        for (line, number) in self.lines.iter().zip(&numbers) {
            let mut number = number.as_str();
            for text in filled(&line.text, width.saturating_sub(indent)) {
                lines.push(TextLine::new(format!("{number:>digits$}  {text}")));
                number = "";
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

    fn in_address(&self, _app: &App) -> Option<String> {
        Some("rows".to_owned())
    }
}
