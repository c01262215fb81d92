//! Bytes as text.

use std::io::Read;

use super::binary;
use super::document::Document;
use super::problems::Problems;
use crate::formats::faults::{Fault, ReadError};
use crate::text::harmless::reason;

/// Why there is no text.
pub enum TextError {
    /// There are more bytes than may be read.
    TooLarge,
    /// The bytes could not be read, or are no text.
    Unread(ReadError),
}

/// Everything that `input` gives, as text, if it is at most `most` bytes.
pub fn text_of(name: &str, input: impl Read, most: usize) -> Result<String, TextError> {
    let mut bytes = Vec::new();
    let read = input.take((most as u64).saturating_add(1)).read_to_end(&mut bytes);
    if let Err(error) = read {
        let error = ReadError::Unreadable { file: name.to_owned(), reason: reason(&error) };
        return Err(TextError::Unread(error));
    }
    if bytes.len() > most {
        return Err(TextError::TooLarge);
    }
    let unread = |start: &str, at: usize, fault: Fault| {
        let mut problems = Problems::default();
        problems.error(&Document::new(name, start), at, String::new(), fault);
        TextError::Unread(problems.into_error())
    };
    if let Some(fault) = binary::fault(&bytes) {
        return Err(unread("", 0, fault));
    }
    String::from_utf8(bytes).map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        let start = String::from_utf8_lossy(&error.as_bytes()[..valid]);
        let byte = error.as_bytes().get(valid).copied().unwrap_or_default();
        unread(&start, valid, Fault::NotUtf8 { byte })
    })
}
