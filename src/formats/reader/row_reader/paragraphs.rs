//! Texts of several paragraphs, and yes or no.

use super::{Content, RowReader};
use crate::formats::faults::{Expected, Fault, JsonKind, Quoted};
use crate::formats::limits::most_bytes;
use crate::formats::reader::json;

impl RowReader<'_, '_> {
    /// The paragraphs of a text, which are kept apart by line breaks; empty ones are left out.
    pub fn paragraphs(&mut self, column: &str) -> Vec<String> {
        let Some(text) = self.unchecked(column) else { return Vec::new() };
        let most = most_bytes(column);
        if text.len() > most {
            self.error(column, Fault::TooLong { text: Quoted::new(&text), bytes: text.len(), most });
            return Vec::new();
        }
        let mut paragraphs = Vec::new();
        for paragraph in text.lines().map(str::trim).filter(|paragraph| !paragraph.is_empty()) {
            paragraphs.extend(self.checked(column, paragraph.into()).map(Into::into));
        }
        paragraphs
    }

    /// True or false; false where nothing is said.
    pub fn flag(&mut self, column: &str) -> bool {
        let raw = match self.cell(column).map(|cell| &cell.content) {
            Some(Content::Json(raw)) => *raw,
            Some(Content::Field(field)) => field.as_ref(),
            Some(Content::Null) | None => return false,
        };
        if !matches!(raw, "true" | "false" | "null") {
            self.error(
                column,
                Fault::Expected { kind: json::kind(raw), expected: Expected::Kind(JsonKind::Flag) },
            );
        }
        raw == "true"
    }
}
