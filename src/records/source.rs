//! Opens a table: recognises its format, reads it, and chooses how questions are answered.

use std::fs;
use std::io::{self, Cursor, Read};
use std::path::{Path, PathBuf};

use super::builder::{Builder, Records};
use super::memory::Memory;
use super::{Engine, Watch};
use crate::formats::foreign::head::HEAD;
use crate::formats::foreign::{ForeignReader, Head, recognise};
use crate::formats::packed::{Unpacked, contents};
use crate::text::harmless::reason;

/// The most rows whose records are kept.
const MOST_ROWS: u32 = 2_000_000;

/// A file that holds a table in a format that is known, perhaps packed.
pub(crate) struct Source {
    path: PathBuf,
    input: Box<dyn Read + Send>,
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
    #[error("has more than {0} rows")]
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
        Some(Self { path: path.to_owned(), input, size: content.size, reader })
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Reads all rows.
    pub fn load(mut self, watch: &Watch) -> Result<Box<dyn Engine>, OpenError> {
        watch.begin(self.size);
        let mut input = Watched { input: &mut self.input, watch };
        let records = records(&*self.reader, &mut input, watch)?;
        Ok(Box::new(Memory::new(records)))
    }
}

/// The records of all rows.
pub(super) fn records(
    reader: &dyn ForeignReader,
    input: &mut dyn Read,
    watch: &Watch,
) -> Result<Records, OpenError> {
    let mut builder = Builder::new(reader, watch, MOST_ROWS);
    reader.read(input, &mut builder).map_err(|error| OpenError::Unreadable(reason(&error)))?;
    if watch.is_stopped() {
        return Err(OpenError::Stopped);
    }
    if builder.has_more {
        return Err(OpenError::TooMany(MOST_ROWS));
    }
    let records = builder.finish();
    if records.catalog.tally.rows == 0 { Err(OpenError::NoRows) } else { Ok(records) }
}

/// Counts the bytes that are read.
struct Watched<'w, R> {
    input: R,
    watch: &'w Watch,
}

impl<R: Read> Read for Watched<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.input.read(buffer)?;
        self.watch.advance(count as u64);
        Ok(count)
    }
}
