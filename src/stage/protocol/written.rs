//! Messages as JSON, one value per line.

use serde::Serialize;

/// A value as one line of JSON.
pub fn as_line(value: &impl Serialize) -> String {
    // Structures of only strings and numbers, which always serialize.
    let mut line = serde_json::to_string(value).unwrap_or_default();
    line.push('\n');
    line
}
