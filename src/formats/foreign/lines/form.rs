//! The form of records of text, and what is found of them.

use crate::formats::foreign::record::Record;

/// How the records of a file are written.
#[derive(Debug, Clone, Copy)]
pub struct Form {
    /// How many lines stand before the first record.
    pub skipped: u64,
    /// Between two fields.
    pub delimiter: u8,
    /// Around a field that holds a delimiter.
    pub quote: u8,
}

/// The text found where a record was expected.
pub enum FoundRecord<'a> {
    Record(Record<'a>),
    /// A record that is too long or has too many fields: the line that it begins in, and how many lines were passed over.
    TooLong(u64, u64),
}
