//! A resource of the descriptor: where its rows stand.

use serde_json::value::RawValue;

use super::descriptor::{object, plain, text};
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
    /// What stands between the fields of that file.
    pub delimiter: u8,
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
        let delimiter = delimiter(document, &members, name, problems);
        // A file that would be read with the wrong delimiter has nothing to say.
        let path = path.filter(|_| delimiter.is_some());
        Some(Self { name, data, path, delimiter: delimiter.unwrap_or(b',') })
    }
}

/// The delimiter that the dialect of a resource names, else a comma; `None` where it is none.
fn delimiter(document: &Document, members: &Members, name: &str, problems: &mut Problems) -> Option<u8> {
    let Some(dialect) = members.get("dialect") else { return Some(b',') };
    let dialect = object(document, dialect, &format!("{name}.dialect"), problems)?;
    let Some(raw) = dialect.get("delimiter") else { return Some(b',') };
    let place = format!("{name}.dialect.delimiter");
    let written = plain(document, raw, &place, problems)?;
    let delimiter = match written.as_bytes() {
        [byte] if *byte == b'\t' || (matches!(byte, b' '..=b'~') && *byte != b'"') => Some(*byte),
        _ => None,
    };
    if delimiter.is_none() {
        let what = format!(
            "{} is no delimiter (write one ASCII character, such as \";\" or \"\\t\")",
            quoted(&written)
        );
        problems.error(document, document.offset_of(raw.get()), place, what);
    }
    delimiter
}
