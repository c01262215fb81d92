//! How much of anything is read. More is refused by line and column, so that no file can use up memory or time.

use crate::formats::faults::{Fault, Quoted};
use crate::text::harmless::{first_harmful, has_marks_in_a_row};

/// The most bytes of a dataset: of its descriptor and all files that it names together.
pub const MAX_BYTES: usize = 256 << 20;

/// How deep objects and lists may be nested.
pub const MAX_DEPTH: usize = 64;

/// The most panes of a dataset.
pub const MAX_PANES: usize = 999;

/// The most steps of a tour.
pub const MAX_STEPS: usize = 999;

/// The most columns of a row.
pub const MAX_COLUMNS: usize = 1_000;

/// The most texts that mean no value.
pub const MAX_MISSING: usize = 1_000;

/// The most bytes of an id or a code.
pub const MAX_ID: usize = 200;

/// The most bytes of a label, a title, a name, and of any text that has no limit of its own.
pub const MAX_TEXT: usize = 1_000;

/// The most bytes of a note, and of the words of a source as printed.
pub const MAX_NOTE: usize = 20_000;

/// How many characters that take no column may follow each other: as many marks as Unicode's stream-safe format allows
/// (UAX #15).
pub const MAX_MARKS: usize = 30;

/// The most bytes of a text in a column.
pub fn most_bytes(column: &str) -> usize {
    match column {
        "id" | "code" | "reporter" | "partner" | "product" | "share_of" | "reference" | "rows"
        | "members" => MAX_ID,
        "note" | "notes" | "as_printed" => MAX_NOTE,
        _ => MAX_TEXT,
    }
}

/// The fault of a text, whatever it means: it is too long, or would not be shown as it is.
pub fn fault_of(text: &str, most: usize) -> Option<Fault> {
    if text.len() > most {
        return Some(Fault::TooLong { text: Quoted::new(text), bytes: text.len(), most });
    }
    if let Some(control) = first_harmful(text) {
        return Some(Fault::Harmful { text: Quoted::new(text), character: u32::from(control) });
    }
    has_marks_in_a_row(text, MAX_MARKS)
        .then(|| Fault::TooManyMarks { text: Quoted::new(text), most: MAX_MARKS })
}
