//! A resource of the descriptor: where its rows are, and how they are written.

use std::borrow::Cow;
use std::fmt::Display;

use foldhash::HashSet;
use serde_json::Value;

use super::descriptor::{object, plain, text};
use crate::formats::faults::{DialectMember, Fault, Quoted};
use crate::formats::limits::MAX_MISSING;
use crate::formats::reader::csv::Dialect;
use crate::formats::reader::document::Document;
use crate::formats::reader::json::{self, JsonMembers};
use crate::formats::reader::problems::Problems;

/// The resources that are known by name; any other is left alone.
const RESOURCES: [&str; 4] = ["sources", "places", "products", "observations"];

pub struct Resource<'a> {
    pub name: &'static str,
    /// The rows, if they are in the descriptor.
    pub data: Option<&'a str>,
    /// The file that they are in, and where the descriptor names it.
    pub path: Option<(String, usize)>,
    /// How that file is written.
    pub dialect: Dialect,
    /// Texts that mean no value, in addition to the empty one.
    pub missing: HashSet<String>,
}

impl<'a> Resource<'a> {
    /// `None` if it is not one of those known by name, or cannot be read.
    pub fn read(
        document: &Document<'a>,
        raw: &'a str,
        index: usize,
        problems: &mut Problems,
    ) -> Option<Self> {
        let at = document.offset_of(raw);
        let place = format!("resources[{index}]");
        let members = object(document, raw, &place, problems)?;
        let called = text(document, members.get("name"), &format!("{place}.name"), problems)?;
        let name = *RESOURCES.iter().find(|known| **known == called)?;
        let (data, path) = (members.get("data"), members.get("path"));
        let offset = path.map_or(at, |raw| document.offset_of(raw));
        let path = text(document, path, &format!("{name}.path"), problems).map(|path| (path, offset));
        if data.is_none() && path.is_none() {
            problems.error(document, at, name.to_owned(), Fault::NoData);
        }
        if data.is_some() && path.is_some() {
            problems.error(document, at, name.to_owned(), Fault::DataAndPath);
        }
        refuse_unusual(
            document,
            &members,
            name,
            &[("encoding", "\"utf-8\""), ("compression", "null")],
            problems,
        );
        let dialect = dialect(document, &members, name, problems);
        // A file read in the wrong dialect would only add errors that are none.
        let path = path.filter(|_| dialect.is_some());
        let missing = missing_values(document, &members, name, problems);
        Some(Self { name, data, path, dialect: dialect.unwrap_or_default(), missing })
    }
}

/// Members of a dialect that are followed only with their usual value, each with that value in JSON.
const USUAL_DIALECT: [(&str, &str); 10] = [
    ("header", "true"),
    ("headerRows", "[1]"),
    ("doubleQuote", "true"),
    ("skipInitialSpace", "false"),
    ("commentRows", "null"),
    ("commentChar", "null"),
    ("escapeChar", "null"),
    ("nullSequence", "null"),
    ("decimalChar", "\".\""),
    ("groupChar", "null"),
];

/// Members of a field of the schema that would change what its numbers and missing values mean.
const USUAL_FIELD: [(&str, &str); 4] =
    [("decimalChar", "\".\""), ("groupChar", "null"), ("bareNumber", "true"), ("missingValues", "null")];

/// Reports each member of an object whose value is not the usual one.
fn refuse_unusual(
    document: &Document,
    members: &JsonMembers,
    place: impl Display,
    usual: &[(&str, &'static str)],
    problems: &mut Problems,
) {
    let value = |raw: &str| serde_json::from_str(&raw.to_lowercase()).unwrap_or(Value::Null);
    // Whatever is longer than this is not usual, and is not taken apart: it may be as large as the file.
    let is_usual = |raw: &str, usual: &str| raw.len() < 64 && value(raw) == value(usual);
    for (name, usual) in usual {
        if let Some(raw) = members.get(name).filter(|raw| !is_usual(raw, usual)) {
            let usual = Some(*usual).filter(|usual| *usual != "null");
            let fault = Fault::Unsupported { written: Quoted::new(raw.trim_matches('"')), usual };
            problems.error(document, document.offset_of(raw), format!("{place}.{name}"), fault);
        }
    }
}

/// How the file of a resource is written; `None` if what the descriptor says of it cannot be followed.
fn dialect(
    document: &Document,
    members: &JsonMembers,
    name: &str,
    problems: &mut Problems,
) -> Option<Dialect> {
    let Some(raw) = members.get("dialect") else { return Some(Dialect::default()) };
    let place = format!("{name}.dialect");
    let members = object(document, raw, &place, problems)?;
    let (usual, earlier) = (Dialect::default(), problems.count());
    refuse_unusual(document, &members, &place, &USUAL_DIALECT, problems);
    // Rows end in either way, whichever is named.
    if members.get("lineTerminator").is_none_or(|raw| raw != r#""\n""#) {
        refuse_unusual(document, &members, &place, &[("lineTerminator", r#""\r\n""#)], problems);
    }
    let mut character = |member: DialectMember, usual: u8, other: u8| {
        let name = match member {
            DialectMember::Delimiter => "delimiter",
            DialectMember::QuoteChar => "quoteChar",
        };
        let Some(raw) = members.get(name) else { return Some(usual) };
        let place = format!("{place}.{name}");
        let written = plain(document, raw, &place, problems)?;
        let character = match written.as_bytes() {
            [byte] if *byte == b'\t' || matches!(byte, b' '..=b'~') => Some(*byte),
            _ => None,
        };
        let character = character.filter(|byte| *byte != other);
        if character.is_none() {
            let fault = Fault::NotOneCharacter { written: Quoted::new(&written), member };
            problems.error(document, document.offset_of(raw), place, fault);
        }
        character
    };
    let quote = character(DialectMember::QuoteChar, usual.quote, b'\t');
    let delimiter = character(DialectMember::Delimiter, usual.delimiter, quote.unwrap_or(usual.quote));
    let dialect = Dialect { delimiter: delimiter?, quote: quote?, is_printed: false };
    (problems.count() == earlier).then_some(dialect)
}

/// The texts that mean no value, as the schema of a resource lists them.
fn missing_values(
    document: &Document,
    members: &JsonMembers,
    name: &str,
    problems: &mut Problems,
) -> HashSet<String> {
    let Some(raw) = members.get("schema") else { return HashSet::default() };
    let place = format!("{name}.schema");
    if raw.starts_with('"') {
        let at = document.offset_of(raw);
        problems.warn(document.problem(at, place, Fault::SchemaElsewhere));
        return HashSet::default();
    }
    let Some(schema) = object(document, raw, &place, problems) else { return HashSet::default() };
    let fields = schema.get("fields").and_then(|raw| json::values_in(document, raw));
    for (index, field) in fields.into_iter().flatten().enumerate() {
        if let Some(field) = JsonMembers::new(document, field) {
            let place = format_args!("{place}.fields[{index}]");
            refuse_unusual(document, &field, place, &USUAL_FIELD, problems);
        }
    }
    let Some(raw) = schema.get("missingValues") else { return HashSet::default() };
    // Each is a text, or an object with the text as its value and a label.
    let text = |raw: &str| {
        let raw = if raw.starts_with('{') { JsonMembers::new(document, raw)?.get("value")? } else { raw };
        json::text(raw).map(Cow::into_owned)
    };
    let values: Vec<&str> = json::values_in(document, raw).map(Iterator::collect).unwrap_or_default();
    if values.len() > MAX_MISSING {
        let at = document.offset_of(values[MAX_MISSING]);
        let fault = Fault::TooMany { what: "texts", count: values.len(), most: MAX_MISSING };
        problems.error(document, at, format!("{place}.missingValues"), fault);
        return HashSet::default();
    }
    let texts: Option<HashSet<String>> = values.into_iter().map(text).collect();
    texts.filter(|_| raw.starts_with('[')).unwrap_or_else(|| {
        let at = document.offset_of(raw);
        problems.error(document, at, format!("{place}.missingValues"), Fault::NotTexts);
        HashSet::default()
    })
}
