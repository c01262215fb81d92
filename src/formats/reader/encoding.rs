//! Bytes as text.

use std::io::Read;
use std::path::{Component, Path};

use super::document::Document;
use super::problems::{Problems, ReadError};
use crate::formats::faults::{Fault, FileFault};
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
        problems.error(&Document::new(name, &start), valid, String::new(), Fault::NotUtf8 { byte });
        problems.into_error()
    })
}

/// The text of a file that a descriptor in `folder` names.
pub fn next_to(folder: &Path, path: &str) -> Result<String, FileFault> {
    let inside =
        Path::new(path).components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
    if path.contains("://") || !inside {
        return Err(FileFault::Outside);
    }
    let full = folder.join(path);
    let file = std::fs::File::open(&full).map_err(|error| FileFault::Unopened(reason(&error)))?;
    Ok(text_of(path, file)?)
}
