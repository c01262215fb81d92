//! A resource of the descriptor: where its rows stand.

use serde_json::Value;
use serde_json::value::RawValue;

use super::descriptor::{object, plain, text};
use crate::formats::reader::csv::Dialect;
use crate::formats::reader::document::Document;
use crate::formats::reader::json::Members;
use crate::formats::reader::problems::Problems;
use crate::text::harmless::quoted;

/// The resources that are known by name; any other is left alone.
const RESOURCES: [&str; 4] = ["sources", "places", "products", "observations"];

pub struct Resource<'a> {
    pub name: &'static str,
    /// The rows, where they stand in the descriptor.
    pub data: Option<&'a RawValue>,
    /// The file that they stand in, and where the descriptor names it.
    pub path: Option<(String, usize)>,
    /// How that file is written.
    pub dialect: Dialect,
    /// Texts that stand for no value, next to the empty one.
    pub missing: Vec<String>,
}

impl<'a> Resource<'a> {
    /// `None` where it is not one of those known by name, or cannot be read.
    pub fn read(
        document: &Document<'a>,
        raw: &'a RawValue,
        index: usize,
        problems: &mut Problems,
    ) -> Option<Self> {
        let at = document.offset_of(raw.get());
        let place = format!("resources[{index}]");
        let members = object(document, raw, &place, problems)?;
        let called = text(document, members.get("name"), &format!("{place}.name"), problems)?;
        let name = *RESOURCES.iter().find(|known| **known == called)?;
        let (data, path) = (members.get("data"), members.get("path"));
        let offset = path.map_or(at, |raw| document.offset_of(raw.get()));
        let path = text(document, path, &format!("{name}.path"), problems).map(|path| (path, offset));
        if data.is_none() && path.is_none() {
            problems.error(document, at, name.to_owned(), "has neither data nor path");
        }
        if data.is_some() && path.is_some() {
            let what = "has both data and path; its rows stand in one of them";
            problems.error(document, at, name.to_owned(), what);
        }
        let dialect = dialect(document, &members, name, problems);
        // A file read in the wrong dialect would only add errors that are none.
        let path = path.filter(|_| dialect.is_some());
        let missing = missing_values(document, &members, name, problems);
        Some(Self { name, data, path, dialect: dialect.unwrap_or_default(), missing })
    }
}

/// How the file of a resource is written; `None` if what the descriptor says of it cannot be followed.
fn dialect(document: &Document, members: &Members, name: &str, problems: &mut Problems) -> Option<Dialect> {
    let Some(raw) = members.get("dialect") else { return Some(Dialect::default()) };
    let place = format!("{name}.dialect");
    let members = object(document, raw, &place, problems)?;
    let usual = Dialect::default();
    let mut character = |member: &str, usual: u8, other: u8| {
        let Some(raw) = members.get(member) else { return Some(usual) };
        let place = format!("{place}.{member}");
        let written = plain(document, raw, &place, problems)?;
        let character = match written.as_bytes() {
            [byte] if *byte == b'\t' || matches!(byte, b' '..=b'~') => {
                Some(*byte).filter(|byte| *byte != other)
            }
            _ => None,
        };
        if character.is_none() {
            let (noun, example) = match member {
                "delimiter" => ("delimiter", r#"such as ";" or "\t""#),
                _ => ("quotation mark", r#"such as "'""#),
            };
            let what = format!("{} is no {noun} (write one ASCII character, {example})", quoted(&written));
            problems.error(document, document.offset_of(raw.get()), place, what);
        }
        character
    };
    let quote = character("quoteChar", usual.quote, b'\t');
    let delimiter = character("delimiter", usual.delimiter, quote.unwrap_or(usual.quote));
    Some(Dialect { delimiter: delimiter?, quote: quote? })
}

/// The texts that stand for no value, as the schema of a resource lists them.
fn missing_values(
    document: &Document,
    members: &Members,
    name: &str,
    problems: &mut Problems,
) -> Vec<String> {
    let schema = members.get("schema").filter(|raw| raw.get().starts_with('{'));
    let schema = schema.and_then(|raw| object(document, raw, &format!("{name}.schema"), problems));
    let Some(raw) = schema.and_then(|schema| schema.get("missingValues")) else { return Vec::new() };
    // Each is a text, or an object with the text as its value and a label.
    let text = |value: &Value| value.as_str().or_else(|| value.get("value")?.as_str()).map(str::to_owned);
    let values: Vec<Value> = serde_json::from_str(raw.get()).unwrap_or_default();
    let texts: Option<Vec<String>> = values.iter().map(text).collect();
    texts.filter(|_| raw.get().starts_with('[')).unwrap_or_else(|| {
        let (at, place) = (document.offset_of(raw.get()), format!("{name}.schema.missingValues"));
        problems.error(document, at, place, "is not a list of texts");
        Vec::new()
    })
}
