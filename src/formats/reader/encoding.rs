//! Bytes as text.

use std::io::Read;
use std::path::{Component, Path};

use super::document::Document;
use super::problems::{Problems, ReadError};
use crate::text::harmless::reason;

/// The largest file that is read, in bytes.
pub const MAX_BYTES: usize = 256 << 20;

/// Everything that `input` gives, as text.
pub fn text_of(name: &str, input: impl Read) -> Result<String, ReadError> {
    let file = || name.to_owned();
    let mut bytes = Vec::new();
    let limit = MAX_BYTES as u64 + 1;
    let read = input.take(limit).read_to_end(&mut bytes);
    read.map_err(|error| ReadError::Unreadable { file: file(), reason: reason(&error) })?;
    if bytes.len() > MAX_BYTES {
        return Err(ReadError::TooLarge { file: file(), limit: MAX_BYTES });
    }
    String::from_utf8(bytes).map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        let start = String::from_utf8_lossy(&error.as_bytes()[..valid]);
        let byte = error.as_bytes().get(valid).copied().unwrap_or_default();
        let mut problems = Problems::default();
        let what = format!("not UTF-8: the byte 0x{byte:02X} (save the file as UTF-8)");
        problems.error(&Document::new(name, &start), valid, String::new(), what);
        ReadError::Invalid(problems.errors)
    })
}

/// The text of a file named by a descriptor that stands in `folder`.
pub fn beside(folder: &Path, path: &str) -> Result<String, String> {
    let inside =
        Path::new(path).components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
    if path.contains("://") || !inside {
        return Err("is not a file beside the dataset (write a relative path without ..)".to_owned());
    }
    let full = folder.join(path);
    let file = std::fs::File::open(&full).map_err(|error| format!("cannot be opened: {}", reason(&error)))?;
    text_of(path, file).map_err(|error| error.to_string())
}
