//! The sources and places that rows refer to.

use foldhash::{HashMap, HashSet};

use crate::dataset::Source;
use crate::formats::reader::row_reader::RowReader;

/// The sources and places that observations may name.
pub struct Known<'a> {
    sources: HashMap<&'a str, usize>,
    pub places: HashSet<&'a str>,
    /// The source of a row that names none.
    default_source: Option<usize>,
}

impl<'a> Known<'a> {
    /// These sources, and places with these codes in addition to those that are known anyway.
    pub fn new(sources: &'a [Source], codes: impl Iterator<Item = &'a str>) -> Self {
        Self {
            sources: sources.iter().enumerate().map(|(at, source)| (source.id.as_str(), at)).collect(),
            places: codes.collect(),
            default_source: (sources.len() == 1).then_some(0),
        }
    }

    /// The same, but a row that names no source has none.
    pub fn without_default_source(self) -> Self {
        Self { default_source: None, ..self }
    }

    /// True for the code of a place that the dataset defines.
    pub fn defines(&self, code: &str) -> bool {
        self.places.contains(code)
    }

    pub fn source(&self, row: &mut RowReader) -> Option<usize> {
        let named = if row.has("source") {
            row.reference("source", &self.sources)
        } else {
            source_id(row).and_then(|id| self.sources.get(id.as_str()).copied())
        };
        named.or(self.default_source)
    }
}

/// The id of the source that a row names, else one made of its publisher and day.
pub fn source_id(row: &mut RowReader) -> Option<String> {
    if row.has("source") {
        return row.text("source");
    }
    let publisher = row.text("publisher")?;
    Some(row.text("published").map_or_else(|| publisher.clone(), |day| format!("{publisher}, {day}")))
}
