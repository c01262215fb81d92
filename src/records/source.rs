//! Opens a table: recognises its format, reads it, and chooses how questions are answered.

mod folder;
mod parts;

use std::fs;
use std::io::{self, Read};
use std::path::Path;

use super::builder::RecordBuilder;
use super::memory::MemoryTable;
use super::pass::{Pass, PassPart};
use super::rows::{MOST_ROWS, Records};
use super::sides::Sides;
use super::watched::Watched;
use super::{Engine, OpenError, ReadProgress};
#[cfg(feature = "fuzzing")]
use crate::formats::foreign::recognise_parquet;
use crate::formats::foreign::{ForeignReader, RenamedColumn};
use crate::formats::packed::Unpacked;
use crate::text::harmless::reason;
pub(crate) use parts::TableSource;
use parts::{Recognised, SourceKind, TablePart, file_parts, recognised};

/// A stream that is looked at: the table in it, or all of it again.
pub(crate) enum Stream {
    Table(TableSource),
    Other(Box<dyn Read + Send>),
}

impl TableSource {
    /// The table in the file or the folder at `path`; `None` if it is in no foreign format that is known, or is neither.
    ///
    /// # Errors
    ///
    /// Says what is wrong with a file that is packed, and with a folder of which no table can be made.
    pub fn recognise(path: &Path, renamed: &[RenamedColumn]) -> Result<Option<Self>, OpenError> {
        let Ok(metadata) = fs::metadata(path) else { return Ok(None) };
        if metadata.is_dir() {
            return folder::recognise(path, renamed);
        }
        let parts = if metadata.is_file() { file_parts(path, renamed)? } else { None };
        Ok(parts.map(|(part, kind)| Self { parts: vec![part], unread: Vec::new(), kind }))
    }

    /// The table in a stream, or the stream as it was, unpacked.
    ///
    /// # Errors
    ///
    /// Those of the stream, and those of a file that cannot be read as one.
    pub fn from_stream(input: Box<dyn Read + Send>, renamed: &[RenamedColumn]) -> Result<Stream, OpenError> {
        let Unpacked { input, size, converted_from, .. } = Unpacked::from_stream(input)?;
        Ok(match recognised(input, renamed)? {
            Recognised::Table(reader, input) => {
                let name = String::new();
                let part = TablePart { name, input, plain: None, size, day: None, converted_from, reader };
                Stream::Table(Self { parts: vec![part], unread: Vec::new(), kind: SourceKind::Stream })
            }
            Recognised::Other(input) => Stream::Other(input),
        })
    }

    /// Reads all rows.
    pub fn load(mut self, watch: &ReadProgress) -> Result<Box<dyn Engine>, OpenError> {
        watch.begin(self.parts.iter().map(|part| part.size).sum());
        let is_lasting = self.parts.iter().all(|part| part.plain.is_some());
        let inputs = self.parts.iter_mut().map(|part| (&part.name, &*part.reader, &mut part.input));
        let inputs = inputs.map(|(name, reader, input)| TableFile { name, reader, bytes: input });
        let (mut records, sides) = records(inputs.collect(), watch, (MOST_ROWS, is_lasting))?;
        records.catalog.day = self.parts.iter().filter_map(|part| part.day).max();
        if let Some(encoding) = self.parts.iter().find_map(|part| part.converted_from) {
            records.catalog.encoding = encoding.name();
        }
        if self.parts.len() > 1 {
            records.catalog.files = self.parts.iter().map(|part| part.name.clone()).collect();
        }
        let Some(sides) = sides else {
            // Of several files the lines would need as many passes.
            let file = self.parts.pop().filter(|part| self.parts.is_empty() && part.reader.has_lines());
            return Ok(Box::new(MemoryTable::new(records).with_file(file.and_then(|part| part.plain))));
        };
        let again = match self.kind {
            SourceKind::Stream => return Err(OpenError::TooManyStreamed),
            SourceKind::File | SourceKind::Packed => OpenError::TooManyPacked,
        };
        let parts = self
            .parts
            .into_iter()
            .map(|TablePart { plain, size, reader, .. }| plain.map(|file| PassPart { reader, file, size }));
        let parts = parts.collect::<Option<Vec<_>>>().ok_or(again)?;
        Ok(Box::new(Pass::new(parts, records.catalog, sides)))
    }
}

/// One file to read.
pub(super) struct TableFile<'i> {
    pub name: &'i str,
    pub reader: &'i dyn ForeignReader,
    pub bytes: &'i mut (dyn Read + Send),
}

/// The records of all rows; of more than `most` only what the table has, and the codes of its places. Where files last,
/// it may end the keeping of rows early.
pub(super) fn records(
    inputs: Vec<TableFile>,
    watch: &ReadProgress,
    (most, is_lasting): (u32, bool),
) -> Result<(Records, Option<Sides>), OpenError> {
    let Some(first) = inputs.first() else { return Err(OpenError::NoRows(Box::default())) };
    let first_name = first.name.to_owned();
    let mut builder = RecordBuilder::new(first.reader, watch, most).lasting(is_lasting);
    for (at, TableFile { name, reader, bytes }) in (0..).zip(inputs) {
        builder.begin(reader, at);
        let mut input = Watched { input: bytes, watch };
        let in_file = |error: &io::Error| {
            let why = reason(error);
            OpenError::Unreadable(if at == 0 { why } else { format!("{name}: {why}") })
        };
        reader.read(&mut input, &mut builder).map_err(|error| in_file(&error))?;
        if builder.is_mixed() {
            return Err(OpenError::Mixed(first_name, name.to_owned()));
        }
        if watch.is_stopped() {
            return Err(OpenError::Stopped);
        }
    }
    let (records, sides) = builder.finish();
    if records.catalog.tally.rows == 0 {
        return Err(OpenError::NoRows(Box::new(records.catalog.tally)));
    }
    Ok((records, sides))
}

/// Reads a table in Parquet that a fuzz harness made up: all of it, then the rows of its first place.
#[cfg(feature = "fuzzing")]
pub(crate) fn try_parquet(bytes: &[u8]) -> io::Result<u64> {
    let mut file = tempfile::tempfile()?;
    io::Write::write_all(&mut file, bytes)?;
    let reader = recognise_parquet(file, &[])?;
    let watch = ReadProgress::default();
    let input = TableFile { name: "", reader: &*reader, bytes: &mut io::empty() };
    let (records, _) = records(vec![input], &watch, (MOST_ROWS, false)).map_err(io::Error::other)?;
    let mut again = RecordBuilder::new(&*reader, &watch, MOST_ROWS);
    let place =
        crate::formats::foreign::WantedPlace { as_reporter: vec![b"KAZ".to_vec()], as_partner: Vec::new() };
    reader.read_of(&place, &mut io::empty(), &mut again)?;
    Ok(records.catalog.tally.rows)
}
