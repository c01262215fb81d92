//! Rows of a CSV file, every field with the place where it stands.

use std::borrow::Cow;

use super::document::Document;
use super::problems::Problems;
use super::row::{Cell, Content, Row};
use crate::text::harmless::quoted;

/// Reads a CSV text whose first row names the columns; an empty field is no value.
pub fn rows<'a>(
    resource: &'static str,
    document: &Document<'a>,
    delimiter: u8,
    problems: &mut Problems,
) -> Vec<Row<'a>> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(document.text.as_bytes());
    let mut names: Vec<String> = Vec::new();
    let mut rows = Vec::new();
    for (number, record) in reader.records().enumerate() {
        let record = match record {
            Ok(record) => record,
            Err(error) => {
                let at = error.position().map_or(0, |position| start(document.text, position));
                problems.error(document, at, String::new(), format!("not CSV: {error}"));
                continue;
            }
        };
        let at = record.position().map_or(0, |position| start(document.text, position));
        if number == 0 {
            names = record.iter().map(str::to_owned).collect();
            if let Some(what) = other_delimiter(&names, delimiter) {
                problems.error(document, at, resource.to_owned(), what);
                return Vec::new();
            }
            continue;
        }
        let place = format!("{resource}[{}]", number - 1);
        if record.len() != names.len() {
            let what = format!("has {} fields where the first row names {}", record.len(), names.len());
            problems.error(document, at, place, what);
            continue;
        }
        let offsets = field_offsets(document.text, at, delimiter);
        let cells = names.iter().zip(record.iter()).zip(offsets).map(|((name, field), offset)| {
            let content =
                if field.is_empty() { Content::Null } else { Content::Field(Cow::Owned(field.into())) };
            (Cow::Owned(name.clone()), Cell { content, offset })
        });
        rows.push(Row { resource, index: number - 1, offset: at, cells: cells.collect() });
    }
    rows
}

/// What is wrong with a first row that seems to have another delimiter: each of its rows would be wrong, too, in ways
/// that do not tell why.
fn other_delimiter(names: &[String], delimiter: u8) -> Option<String> {
    let [name] = names else { return None };
    let usual = [b',', b';', b'\t', b'|'];
    name.bytes().find(|byte| *byte != delimiter && usual.contains(byte))?;
    let expected = match delimiter {
        b',' => "a comma was expected between fields, unless dialect.delimiter says otherwise".to_owned(),
        other => {
            let other = quoted(&char::from(other).to_string());
            format!("{other} was expected between fields, as dialect.delimiter says")
        }
    };
    Some(format!("the first row names only one column, {}; {expected}", quoted(name)))
}

/// The first byte of a record: the reader counts the line end before it in.
fn start(text: &str, position: &csv::Position) -> usize {
    let byte = usize::try_from(position.byte()).unwrap_or(usize::MAX).min(text.len());
    let line_ends = text.as_bytes()[byte..].iter().take_while(|b| matches!(b, b'\r' | b'\n')).count();
    byte + line_ends
}

/// Where the fields of the record at `record` begin, one after the other, without end.
fn field_offsets(text: &str, record: usize, delimiter: u8) -> impl Iterator<Item = usize> {
    let mut in_quotes = false;
    let later = text.as_bytes()[record..].iter().enumerate().filter_map(move |(at, byte)| {
        in_quotes ^= *byte == b'"';
        (!in_quotes && *byte == delimiter).then_some(record + at + 1)
    });
    std::iter::once(record).chain(later).chain(std::iter::repeat(record))
}
