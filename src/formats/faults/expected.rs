//! Kinds of things in a file, in the words of a message: what was found, what was expected.

use std::fmt;

/// The kind of a JSON value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JsonKind {
    /// Members in braces.
    Object,
    /// Values in brackets.
    List,
    /// A string.
    Text,
    /// `true` or `false`.
    Flag,
    /// `null`.
    Null,
    /// A number.
    Number,
}

impl fmt::Display for JsonKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Object => "an object",
            Self::List => "a list",
            Self::Text => "text",
            Self::Flag => "true or false",
            Self::Null => "null",
            Self::Number => "a number",
        })
    }
}

/// The value that a dataset has in this place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// The whole file.
    Package,
    /// The rows of a resource.
    Rows,
    /// One row.
    Row,
    /// An entry in the members of a group.
    Member,
    /// Any value of this kind.
    Kind(JsonKind),
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Package => "a Data Package, an object,",
            Self::Rows => "a list of rows",
            Self::Row => "a row, an object,",
            Self::Member => "a code or an object",
            Self::Kind(kind) => return kind.fmt(f),
        })
    }
}

/// The rows to which a column belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowKind {
    /// Rows that compare with another period.
    Comparison,
    /// Ranks.
    Rank,
    /// Records.
    Record,
    /// Rows with a number.
    Numbered,
}

impl fmt::Display for RowKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Comparison => "a growth, multiple, change or index",
            Self::Rank => "a rank",
            Self::Record => "a record",
            Self::Numbered => "a row with a number",
        })
    }
}

/// A member of the dialect of a CSV file that is one character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DialectMember {
    /// Stands between fields.
    Delimiter,
    /// Stands around fields.
    QuoteChar,
}

impl fmt::Display for DialectMember {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Delimiter => r#"delimiter (write one ASCII character, such as ";" or "\t")"#,
            Self::QuoteChar => r#"quotation mark (write one ASCII character, such as "'")"#,
        })
    }
}
