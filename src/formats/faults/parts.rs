//! Parts of messages about a file: the text that is wrong, and what to write instead.

use std::fmt;

use crate::text::harmless::quoted;

/// A text out of a file: in quotation marks, cut after 60 characters, harmful characters written out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quoted(String);

impl Quoted {
    /// Quotes `text`.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self(quoted(text))
    }
}

impl fmt::Display for Quoted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Advice on what to write instead of a number that is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NumberAdvice {
    /// Nothing comes near.
    None,
    /// There is one way to read it.
    Write(String),
    /// It is in percent, which the unit says.
    Percent(String),
    /// A comma before three digits groups thousands in one country and begins decimals in another.
    Either {
        /// The number if the comma groups thousands.
        grouped: String,
        /// The number if it begins decimals.
        decimal: String,
    },
}

impl fmt::Display for NumberAdvice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::None => Ok(()),
            Self::Write(number) => write!(f, " (write {number})"),
            Self::Percent(number) => write!(f, " (write {number}, with PCT as its unit)"),
            Self::Either { grouped, decimal } => {
                write!(f, " (write {grouped}, or {decimal} if it is a decimal)")
            }
        }
    }
}

/// The nearest known name, as a question that ends a message; empty if there is none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Suggestion(pub Option<String>);

impl fmt::Display for Suggestion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|name| write!(f, " (did you mean {}?)", quoted(name)))
    }
}
