//! Rows in JSON: a list of objects with the same members, or a list of lists below one with the names; perhaps as a member
//! of an object, as services answer. They are tables like those of CSV.

use std::fmt;
use std::io::{self, BufReader, Read};
use std::ops::ControlFlow;

use foldhash::HashSet;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::head::Head;
use super::json::json_error;
use super::members::twice;
use super::record::{FieldPlace, Record};
use super::{ForeignReader, Meanings, RecordFormat, RowSink, Unreadable};
use crate::formats::faults::JsonKind;

/// Members of an object that hold the rows.
const MEMBERS: [&str; 6] = ["data", "value", "values", "results", "records", "rows"];

/// How many rows are looked at to recognise a format.
const SAMPLE: usize = 200;

/// A table of rows in JSON.
pub(super) struct JsonRows {
    format: Box<dyn RecordFormat>,
    header: Vec<String>,
}

impl JsonRows {
    pub fn new(format: Box<dyn RecordFormat>, header: Vec<String>) -> Self {
        Self { format, header }
    }
}

/// The head of a table whose rows are in JSON, behind the names that its rows have; `None` for anything else.
pub(super) fn head_of_rows(head: &Head) -> Option<(Vec<String>, Head)> {
    let text = head.text.trim_start();
    let mut sample = RowSample::default();
    // One of our own packages has its rows further in.
    if text.starts_with('[') || head.is_foreign_object() {
        // A head that ends in the middle of a row is no fault.
        let _ = read_rows(serde_json::Deserializer::from_str(text), &mut |row| sample.add(row));
    }
    let header = sample.header.filter(|header| header.iter().any(|name| !name.is_empty()))?;
    let rows = sample.rows.iter().filter_map(|row| row.fields(&header).ok()).collect();
    let head = Head::from_columns(header.clone(), rows, &head.renamed);
    Some((header, head))
}

/// The first rows, and the names of their columns.
#[derive(Default)]
struct RowSample {
    header: Option<Vec<String>>,
    rows: Vec<JsonRow>,
}

impl RowSample {
    fn add(&mut self, row: JsonRow) -> ControlFlow<()> {
        match (&mut self.header, &row) {
            (None, JsonRow::List(names)) => {
                self.header = Some(names.clone());
                return ControlFlow::Continue(());
            }
            (None, JsonRow::Object(members)) => {
                // A name that the first row has twice is one column.
                let mut names: Vec<String> = Vec::new();
                for (name, _) in members {
                    if !names.contains(name) {
                        names.push(name.clone());
                    }
                }
                self.header = Some(names);
            }
            // Members that the first row lacks, where nothing is written as nothing.
            (Some(header), JsonRow::Object(members)) => {
                let is_new = |(name, _): &&(String, String)| !header.contains(name);
                let new: Vec<String> = members.iter().filter(is_new).map(|(name, _)| name.clone()).collect();
                header.extend(new);
            }
            (Some(_), JsonRow::List(_)) => {}
        }
        self.rows.push(row);
        if self.rows.len() < SAMPLE { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    }
}

/// A row with its values as text; what is null is empty.
enum JsonRow {
    List(Vec<String>),
    Object(Vec<(String, String)>),
}

impl JsonRow {
    /// The fields below a header; an error for a row with more or fewer, with a name that the header lacks, or with one twice.
    fn fields(&self, header: &[String]) -> Result<Vec<String>, Unreadable> {
        match self {
            Self::List(values) if values.len() == header.len() => Ok(values.clone()),
            Self::List(_) => Err(Unreadable::Fields),
            Self::Object(members) => {
                let mut fields = vec![String::new(); header.len()];
                let mut is_filled = vec![false; header.len()];
                for (at, (name, value)) in members.iter().enumerate() {
                    // Nearly always the members of all rows have the same order.
                    let is_there = header.get(at) == Some(name);
                    let place = || header.iter().position(|known| known == name).ok_or(Unreadable::Fields);
                    let at = if is_there { at } else { place()? };
                    if std::mem::replace(&mut is_filled[at], true) {
                        return Err(Unreadable::Twice);
                    }
                    fields[at].clone_from(value);
                }
                Ok(fields)
            }
        }
    }
}

/// The text of a value, without the quotation marks of a string.
fn text(value: &RawValue) -> String {
    match value.get() {
        "null" => String::new(),
        raw => serde_json::from_str::<String>(raw).unwrap_or_else(|_| raw.to_owned()),
    }
}

impl<'de> serde::Deserialize<'de> for JsonRow {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct AnyRow;

        impl<'de> Visitor<'de> for AnyRow {
            type Value = JsonRow;

            fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
                write!(formatter, "{}", JsonKind::Object)
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<JsonRow, A::Error> {
                let mut values = Vec::new();
                while let Some(value) = list.next_element::<Box<RawValue>>()? {
                    values.push(text(&value));
                }
                Ok(JsonRow::List(values))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<JsonRow, A::Error> {
                let mut members = Vec::new();
                while let Some((name, value)) = map.next_entry::<String, Box<RawValue>>()? {
                    members.push((name, text(&value)));
                }
                Ok(JsonRow::Object(members))
            }
        }

        deserializer.deserialize_any(AnyRow)
    }
}

/// Passes rows on while they are parsed, however many there are, until `each` breaks.
fn read_rows<'de, R: serde_json::de::Read<'de>>(
    mut json: serde_json::Deserializer<R>,
    each: &mut dyn FnMut(JsonRow) -> ControlFlow<()>,
) -> serde_json::Result<()> {
    let mut rows = RowVisitor { each, has_enough: false };
    let read = json.deserialize_any(&mut rows);
    // Reading ends early once there is enough, which the parser takes for a fault.
    if rows.has_enough { Ok(()) } else { read }
}

struct RowVisitor<'e> {
    each: &'e mut dyn FnMut(JsonRow) -> ControlFlow<()>,
    has_enough: bool,
}

impl<'de> Visitor<'de> for &mut RowVisitor<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        write!(formatter, "{}", JsonKind::List)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut known = HashSet::default();
        while let Some(name) = map.next_key::<String>()? {
            if !known.insert(name.clone()) {
                return Err(twice(&name));
            }
            if MEMBERS.contains(&name.as_str()) {
                map.next_value_seed(&mut *self)?;
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while let Some(row) = list.next_element::<JsonRow>()? {
            if (self.each)(row).is_break() {
                self.has_enough = true;
                return Err(A::Error::custom("enough"));
            }
        }
        Ok(())
    }
}

impl<'de> DeserializeSeed<'de> for &mut RowVisitor<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl ForeignReader for JsonRows {
    fn meanings(&self) -> &dyn Meanings {
        &*self.format
    }

    fn has_lines(&self) -> bool {
        false
    }

    fn read(&self, input: &mut (dyn Read + Send), sink: &mut dyn RowSink) -> io::Result<()> {
        self.format.check()?;
        let (mut line, mut is_header) = (0, true);
        let (mut bytes, mut places) = (Vec::new(), Vec::new());
        let mut each = |row: JsonRow| {
            if std::mem::take(&mut is_header) && matches!(row, JsonRow::List(_)) {
                return ControlFlow::Continue(());
            }
            line += 1;
            let fields = match row.fields(&self.header) {
                Ok(fields) => fields,
                Err(why) => return sink.not_understood(why, line, 1),
            };
            bytes.clear();
            places.clear();
            for field in fields {
                places.push(FieldPlace::new(bytes.len(), bytes.len() + field.len()));
                bytes.extend_from_slice(field.as_bytes());
            }
            self.format.record(&Record::from_texts(line, 1, &bytes, &places), sink)
        };
        let input = serde_json::Deserializer::from_reader(BufReader::new(input));
        read_rows(input, &mut each).map_err(|error| json_error(&error, ""))
    }
}

#[cfg(test)]
mod tests;
