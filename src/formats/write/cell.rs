//! One cell of a row, as JSON and CSV write it.

use std::borrow::Cow;
use std::io::{self, Write};

use serde::ser::{Error, Serialize, SerializeMap, SerializeSeq, Serializer};
use serde_json::ser::Formatter;
use serde_json::value::RawValue;

use crate::dataset::{GroupMember, Period};

/// The cells of a row by column, empty ones included.
#[derive(Clone)]
pub(super) struct WrittenRow<'a>(pub Vec<(&'static str, WrittenCell<'a>)>);

#[derive(Clone)]
pub(super) enum WrittenCell<'a> {
    Empty,
    Text(Cow<'a, str>),
    /// The digits of a number: `50.0` stays `50.0`.
    Number(String),
    Texts(Vec<&'a str>),
    Members(&'a [GroupMember]),
    True,
}

impl<'a> WrittenCell<'a> {
    pub fn text(text: Option<impl Into<Cow<'a, str>>>) -> Self {
        text.map_or(Self::Empty, |text| Self::Text(text.into()))
    }

    pub fn number(number: Option<impl ToString>) -> Self {
        number.map_or(Self::Empty, |number| Self::Number(number.to_string()))
    }

    pub fn is_empty(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Members(members) => members.is_empty(),
            Self::Texts(texts) => texts.is_empty(),
            Self::Text(_) | Self::Number(_) | Self::True => false,
        }
    }

    /// As a field of CSV, which has no lists: those stay in the descriptor.
    pub fn csv(&self) -> &str {
        match self {
            Self::Text(text) => text,
            Self::Number(digits) => digits,
            Self::True => "true",
            Self::Empty | Self::Texts(_) | Self::Members(_) => "",
        }
    }
}

/// The type of a column in a Table Schema.
pub(super) fn type_of(column: &str) -> &'static str {
    match column {
        "obs_value" | "slack" => "number",
        "unit_mult" | "decimals" => "integer",
        "published" => "date",
        "members" => "array",
        _ => "string",
    }
}

impl Serialize for WrittenRow<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer
            .collect_map(self.0.iter().filter(|(_, cell)| !cell.is_empty()).map(|(name, cell)| (name, cell)))
    }
}

impl Serialize for WrittenCell<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Empty => serializer.serialize_none(),
            Self::Text(text) => serializer.serialize_str(text),
            Self::Number(digits) => {
                let digits: &RawValue = serde_json::from_str(digits).map_err(S::Error::custom)?;
                digits.serialize(serializer)
            }
            Self::True => serializer.serialize_bool(true),
            Self::Texts(texts) => texts.serialize(serializer),
            Self::Members(members) => {
                let mut list = serializer.serialize_seq(Some(members.len()))?;
                for member in *members {
                    match (member.from, member.until) {
                        (None, None) => list.serialize_element(&member.code)?,
                        _ => list.serialize_element(&Spell(member))?,
                    }
                }
                list.end()
            }
        }
    }
}

/// A member with a beginning or an end.
struct Spell<'a>(&'a GroupMember);

impl Serialize for Spell<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("code", &self.0.code)?;
        for (name, period) in [("from", self.0.from), ("until", self.0.until)] {
            if let Some(code) = period.map(Period::code) {
                map.serialize_entry(name, &code)?;
            }
        }
        map.end()
    }
}

/// JSON on one line, with a blank after each comma and colon.
pub(super) struct Spaced;

impl Formatter for Spaced {
    fn begin_array_value<W: Write + ?Sized>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        if first { Ok(()) } else { out.write_all(b", ") }
    }

    fn begin_object_key<W: Write + ?Sized>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        if first { Ok(()) } else { out.write_all(b", ") }
    }

    fn begin_object_value<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        out.write_all(b": ")
    }
}
