//! Opens a table: recognises its format, reads it, and chooses how questions are answered.

use std::fs::{self, File};
use std::io::{self, Cursor, Read};
use std::path::Path;

use super::builder::{Builder, Records};
use super::memory::Memory;
use super::pass::Pass;
use super::{Engine, Watch};
use crate::formats::foreign::head::HEAD;
use crate::formats::foreign::{ForeignReader, Head, recognise};
use crate::formats::packed::{Unpacked, contents};
use crate::text::harmless::reason;

/// The most rows whose records are kept.
const MOST_ROWS: u32 = 2_000_000;

/// A file that holds a table in a format that is known, perhaps packed.
pub(crate) struct Source {
    input: Box<dyn Read + Send>,
    /// The file itself, if it is not packed.
    plain: Option<File>,
    size: u64,
    reader: Box<dyn ForeignReader>,
}

/// Why a table cannot be opened.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum OpenError {
    #[error("stopped")]
    Stopped,
    #[error("{0}")]
    Unreadable(String),
    #[error("has no rows that are understood")]
    NoRows,
    #[error("has more than {0} rows; unpack it, so that it can be read more than once")]
    TooMany(u32),
}

impl Source {
    /// The table in the file at `path`; `None` if it is in no foreign format that is known, is no regular file, or is an
    /// archive with several tables.
    pub fn recognise(path: &Path) -> Option<Self> {
        fs::metadata(path).ok().filter(fs::Metadata::is_file)?;
        let found =
            contents(path).ok()?.into_iter().filter_map(|content| Self::recognise_content(path, content));
        let mut found = found.take(2).collect::<Vec<_>>();
        if found.len() == 1 { found.pop() } else { None }
    }

    fn recognise_content(path: &Path, mut content: Unpacked) -> Option<Self> {
        let mut head = Vec::with_capacity(HEAD);
        (&mut content.input).take(HEAD as u64).read_to_end(&mut head).ok()?;
        let reader = recognise(&Head::new(&head))?;
        let input = Box::new(Cursor::new(head).chain(content.input));
        let plain = plain(path, content.size);
        Some(Self { input, plain, size: content.size, reader })
    }

    /// Reads all rows.
    pub fn load(mut self, watch: &Watch) -> Result<Box<dyn Engine>, OpenError> {
        watch.begin(self.size);
        let mut input = Watched { input: &mut self.input, watch };
        let (records, has_more) = records(&*self.reader, &mut input, watch, MOST_ROWS)?;
        if !has_more {
            return Ok(Box::new(Memory::new(records)));
        }
        let file = self.plain.ok_or(OpenError::TooMany(MOST_ROWS))?;
        Ok(Box::new(Pass::new(self.reader, file, self.size, records.catalog)))
    }
}

/// A file that is not packed, to be read more than once.
fn plain(path: &Path, size: u64) -> Option<File> {
    let file = File::open(path).ok()?;
    (file.metadata().ok()?.len() == size).then_some(file)
}

/// The records of all rows; of more than `most` only what the table has, and true.
pub(super) fn records(
    reader: &dyn ForeignReader,
    input: &mut dyn Read,
    watch: &Watch,
    most: u32,
) -> Result<(Records, bool), OpenError> {
    let mut builder = Builder::new(reader, watch, most);
    reader.read(input, &mut builder).map_err(|error| OpenError::Unreadable(reason(&error)))?;
    if watch.is_stopped() {
        return Err(OpenError::Stopped);
    }
    let has_more = builder.has_more();
    let records = builder.finish();
    if records.catalog.tally.rows == 0 { Err(OpenError::NoRows) } else { Ok((records, has_more)) }
}

/// Counts the bytes that are read.
pub(super) struct Watched<'w, R> {
    pub input: R,
    pub watch: &'w Watch,
}

impl<R: Read> Read for Watched<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.input.read(buffer)?;
        self.watch.advance(count as u64);
        Ok(count)
    }
}
