//! Opens a table: recognises its format, reads it, and chooses how questions are answered.

mod folder;

use std::fs::{self, File};
use std::io::{self, Cursor, Read};
use std::path::Path;

use chrono::{DateTime, NaiveDate, Utc};

use super::builder::RecordBuilder;
use super::memory::MemoryTable;
use super::pass::{Pass, PassPart};
use super::rows::Records;
use super::sides::Sides;
use super::watched::Watched;
use super::{Engine, OpenError, ReadProgress};
use crate::formats::Refusal;
use crate::formats::foreign::head::HEAD;
use crate::formats::foreign::{ForeignReader, Head, recognise, recognise_parquet, unknown_table};
use crate::formats::packed::{PackedContents, Unpacked, contents, is_parquet};
use crate::text::harmless::reason;

/// The most rows whose records are kept.
pub(crate) const MOST_ROWS: u32 = 2_000_000;

/// A table in a format that is known: a file, perhaps packed, the files of a folder, or a stream.
pub(crate) struct TableSource {
    parts: Vec<TablePart>,
    /// The files of a folder that are no tables.
    pub unread: Vec<String>,
    kind: SourceKind,
}

/// How a table can be read again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum SourceKind {
    File,
    Packed,
    Stream,
}

/// One file of a table.
struct TablePart {
    /// Its name among the others.
    name: String,
    input: Box<dyn Read + Send>,
    /// The file itself, if it is not packed.
    plain: Option<File>,
    size: u64,
    /// The day on which the file was written.
    day: Option<NaiveDate>,
    reader: Box<dyn ForeignReader>,
}

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
    pub fn recognise(path: &Path) -> Result<Option<Self>, OpenError> {
        let Ok(metadata) = fs::metadata(path) else { return Ok(None) };
        if metadata.is_dir() {
            return folder::recognise(path);
        }
        let parts = if metadata.is_file() { file_parts(path)? } else { None };
        Ok(parts.map(|(part, kind)| Self { parts: vec![part], unread: Vec::new(), kind }))
    }

    /// The table in a stream, or the stream as it was, unpacked.
    ///
    /// # Errors
    ///
    /// Those of the stream, and those of a file that cannot be read as one.
    pub fn from_stream(input: Box<dyn Read + Send>) -> Result<Stream, OpenError> {
        let Unpacked { input, size, .. } = Unpacked::from_stream(input)?;
        Ok(match recognised(input)? {
            Recognised::Table(reader, input) => {
                let part = TablePart { name: String::new(), input, plain: None, size, day: None, reader };
                Stream::Table(Self { parts: vec![part], unread: Vec::new(), kind: SourceKind::Stream })
            }
            Recognised::Other(input) => Stream::Other(input),
        })
    }

    /// Reads all rows.
    pub fn load(mut self, watch: &ReadProgress) -> Result<Box<dyn Engine>, OpenError> {
        watch.begin(self.parts.iter().map(|part| part.size).sum());
        let inputs = self.parts.iter_mut().map(|part| (&part.name, &*part.reader, &mut part.input));
        let inputs = inputs.map(|(name, reader, input)| TableFile { name, reader, bytes: input });
        let (mut records, sides) = records(inputs.collect(), watch, MOST_ROWS)?;
        records.catalog.day = self.parts.iter().filter_map(|part| part.day).max();
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

/// The table in a file; `None` if it is in no format that is known.
fn file_parts(path: &Path) -> Result<Option<(TablePart, SourceKind)>, OpenError> {
    let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    if is_parquet(path) {
        let file = File::open(path)?;
        let (size, plain) = (file.metadata()?.len(), Some(file.try_clone()?));
        let reader = recognise_parquet(file)?.ok_or(Refusal::ParquetOfOthers)?;
        return Ok(Some((
            TablePart { name, input: Box::new(io::empty()), plain, size, day: day(path), reader },
            SourceKind::File,
        )));
    }
    // A file that cannot be opened is reported when it is read.
    let contents = match contents(path) {
        Ok(PackedContents::Plain(content)) => {
            let Recognised::Table(reader, input) = recognised(content.input)? else { return Ok(None) };
            let plain = File::open(path).ok().filter(|_| !content.is_converted);
            let (size, day) = (content.size, day(path));
            return Ok(Some((TablePart { name, input, plain, size, day, reader }, SourceKind::File)));
        }
        Ok(PackedContents::Packed(contents)) => contents,
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::PermissionDenied) => {
            return Ok(None);
        }
        Err(error) => return Err(error.into()),
    };
    let (mut found, mut fault) = (Vec::new(), None);
    for content in contents {
        match recognised(content.input) {
            Ok(Recognised::Table(reader, input)) => {
                let size = content.size;
                found.push(TablePart {
                    name: content.name,
                    input,
                    plain: None,
                    size,
                    day: day(path),
                    reader,
                });
            }
            Ok(Recognised::Other(_)) => {}
            Err(error) => fault = fault.or(Some(error)),
        }
    }
    match (found.len(), fault) {
        (0, Some(fault)) => Err(fault.into()),
        (0, None) => Err(Refusal::PackedOther.into()),
        (1, _) => Ok(found.pop().map(|part| (part, SourceKind::Packed))),
        (count, _) => {
            let names = found.iter().take(3).map(|part| part.name.as_str()).collect::<Vec<_>>().join(", ");
            Err(Refusal::PackedTables { count, names }.into())
        }
    }
}

/// The day on which a file was written, in UTC.
fn day(path: &Path) -> Option<NaiveDate> {
    let written = fs::metadata(path).ok()?.modified().ok()?;
    Some(DateTime::<Utc>::from(written).date_naive())
}

/// An input that was looked at, from its beginning.
enum Recognised {
    Table(Box<dyn ForeignReader>, Box<dyn Read + Send>),
    Other(Box<dyn Read + Send>),
}

fn recognised(mut input: Box<dyn Read + Send>) -> io::Result<Recognised> {
    let mut head = Vec::with_capacity(HEAD);
    (&mut input).take(HEAD as u64).read_to_end(&mut head)?;
    if head.starts_with(b"PAR1") {
        return Err(Refusal::StreamedParquet.into());
    }
    let beginning = Head::new(&head);
    let input = Box::new(Cursor::new(head).chain(input));
    if let Some(reader) = recognise(&beginning) {
        return Ok(Recognised::Table(reader, input));
    }
    unknown_table(&beginning).map_or(Ok(Recognised::Other(input)), |refusal| Err(refusal.into()))
}

/// One file to read.
pub(super) struct TableFile<'i> {
    pub name: &'i str,
    pub reader: &'i dyn ForeignReader,
    pub bytes: &'i mut (dyn Read + Send),
}

/// The records of all rows; of more than `most` only what the table has, and the codes of its places.
pub(super) fn records(
    inputs: Vec<TableFile>,
    watch: &ReadProgress,
    most: u32,
) -> Result<(Records, Option<Sides>), OpenError> {
    let Some(first) = inputs.first() else { return Err(OpenError::NoRows(Box::default())) };
    let first_name = first.name.to_owned();
    let mut builder = RecordBuilder::new(first.reader, watch, most);
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
    let reader = recognise_parquet(file)?.ok_or(Refusal::ParquetOfOthers)?;
    let watch = ReadProgress::default();
    let input = TableFile { name: "", reader: &*reader, bytes: &mut io::empty() };
    let (records, _) = records(vec![input], &watch, MOST_ROWS).map_err(io::Error::other)?;
    let mut again = RecordBuilder::new(&*reader, &watch, MOST_ROWS);
    let place =
        crate::formats::foreign::WantedPlace { as_reporter: vec![b"KAZ".to_vec()], as_partner: Vec::new() };
    reader.read_of(&place, &mut io::empty(), &mut again)?;
    Ok(records.catalog.tally.rows)
}
