//! A value in JSON that is another than its format has there.

use std::fmt;

use super::{JsonKind, Quoted};

/// The words of `serde_json`, without the place that it adds: it counts bytes, and a message has its place in characters.
pub(in crate::formats) fn without_place(error: &serde_json::Error) -> String {
    let mut said = error.to_string();
    said.truncate(said.rfind(" at line ").unwrap_or(said.len()));
    said
}

/// How a value differs from what its format has there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum JsonMismatch {
    /// An object lacks a member.
    Lacks(Quoted),
    /// An object has a member twice.
    Twice(Quoted),
    /// The value is of another kind. The format may have a kind that is not named here.
    Kind {
        /// The kind of the value.
        found: JsonKind,
        /// The kind that the format has there.
        expected: Option<JsonKind>,
    },
    /// It differs in another way.
    Other,
}

impl fmt::Display for JsonMismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Lacks(name) => write!(f, "the member {name} is missing"),
            Self::Twice(name) => {
                write!(f, "the member {name} stands twice in its object, and either may be meant")
            }
            Self::Kind { found, expected: Some(expected) } => {
                write!(f, "is {found} where {expected} was expected")
            }
            Self::Kind { found, expected: None } => write!(f, "is {found} where something else was expected"),
            Self::Other => f.write_str("is not as this format has it"),
        }
    }
}
