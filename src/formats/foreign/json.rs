//! Takes JSON apart, with errors that name the place in the file and say how a value differs from the format.

use std::io::{self, Read};

use serde::Deserialize;
use serde_json::error::Category;

use crate::formats::Refusal;
use crate::formats::faults::{JsonKind, JsonMismatch, Quoted, without_place};

/// All of a file, without a byte order mark.
pub(super) fn read_text(input: &mut dyn Read) -> io::Result<String> {
    let mut text = String::new();
    input.read_to_string(&mut text)?;
    if text.starts_with('\u{feff}') {
        text.remove(0);
    }
    Ok(text)
}

/// Reads `part` of a file, `whole` being all of its text.
///
/// # Errors
///
/// `InvalidData` with line and column, what is there, and what was expected.
pub(super) fn parse<'p, T: Deserialize<'p>>(whole: &str, part: &'p str) -> io::Result<T> {
    serde_json::from_str(part).map_err(|error| json_error(&error, before(whole, part)))
}

/// The text of a file before a part of it.
fn before<'w>(whole: &'w str, part: &str) -> &'w str {
    let start = (part.as_ptr() as usize).checked_sub(whole.as_ptr() as usize);
    start.and_then(|start| whole.get(..start)).unwrap_or_default()
}

/// The error for JSON that is wrong, in a part of a file that has this text `before` it.
pub(super) fn json_error(error: &serde_json::Error, before: &str) -> io::Error {
    let last = before.rsplit('\n').next().unwrap_or_default();
    let line = error.line() + before.matches('\n').count();
    let column = error.column() + if error.line() == 1 { last.len() } else { 0 };
    let refusal = match error.classify() {
        Category::Io => return io::Error::from(error.io_error_kind().unwrap_or(io::ErrorKind::Other)),
        Category::Syntax => Refusal::NoJson { line, column },
        Category::Eof => Refusal::JsonEnds { line },
        Category::Data => Refusal::JsonValue { line, column, mismatch: mismatch(&without_place(error)) },
    };
    refusal.into()
}

/// How a value differs from what the format has there, by what the parser says of it.
fn mismatch(said: &str) -> JsonMismatch {
    if let Some(name) = said.strip_prefix("missing field `").and_then(|rest| rest.strip_suffix('`')) {
        return JsonMismatch::Lacks(Quoted::new(name));
    }
    if let Some(name) = said.strip_prefix("duplicate field `").and_then(|rest| rest.strip_suffix('`')) {
        return JsonMismatch::Twice(Quoted::new(name));
    }
    let kinds = said.strip_prefix("invalid type: ").and_then(|rest| rest.rsplit_once(", expected "));
    match kinds.and_then(|(found, expected)| Some((found_kind(found)?, expected_kind(expected)))) {
        Some((found, expected)) => JsonMismatch::Kind { found, expected },
        None => JsonMismatch::Other,
    }
}

/// The kind of value that there is.
fn found_kind(found: &str) -> Option<JsonKind> {
    match found.split([' ', '(']).next()? {
        "map" => Some(JsonKind::Object),
        "sequence" => Some(JsonKind::List),
        "string" => Some(JsonKind::Text),
        "integer" | "floating" => Some(JsonKind::Number),
        "boolean" => Some(JsonKind::Flag),
        "null" | "unit" => Some(JsonKind::Null),
        _ => None,
    }
}

/// The kind of value that a format has there.
fn expected_kind(expected: &str) -> Option<JsonKind> {
    match expected {
        "usize" | "u64" | "i8" => Some(JsonKind::Number),
        "a sequence" => Some(JsonKind::List),
        "a string" | "a borrowed string" => Some(JsonKind::Text),
        "a map" | "an object" => Some(JsonKind::Object),
        other => other.starts_with("struct ").then_some(JsonKind::Object),
    }
}

#[cfg(test)]
mod tests {
    use foldhash::HashMap;

    use serde_json::value::RawValue;

    use super::*;

    fn error<'p, T: Deserialize<'p>>(whole: &str, part: &'p str) -> String {
        parse::<T>(whole, part).err().map_or_else(String::new, |error| error.to_string())
    }

    #[test]
    fn a_wrong_value_is_named_by_its_place_in_the_file() {
        let text = "{\n\"rows\": 3, \"sizes\": [4,\n  {}]}";
        let members: HashMap<&str, &RawValue> = parse(text, text).expect("an object");
        let sizes = error::<Vec<usize>>(text, members["sizes"].get());
        assert!(sizes.starts_with("line 3, column "), "{sizes}");
        assert!(sizes.ends_with(" is an object where a number was expected"), "{sizes}");
        let rows = error::<Vec<String>>(text, members["rows"].get());
        assert!(rows.starts_with("line 2, column "), "{rows}");
        assert!(rows.ends_with(" is a number where a list was expected"), "{rows}");
    }

    #[test]
    fn broken_json_is_said_to_be_none_and_cut_json_to_end() {
        assert_eq!(error::<Vec<u64>>("[1,\n2;]", "[1,\n2;]"), "line 2, column 2: is no JSON from here on");
        assert_eq!(error::<Vec<u64>>("[1,\n", "[1,\n"), "ends in line 2, in the middle of a value");
    }
}
