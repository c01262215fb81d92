//! The files of a table: recognised, and not read yet.

use std::fs::{self, File};
use std::io::{self, Cursor, Read};
use std::path::Path;

use chrono::{DateTime, NaiveDate, Utc};

use crate::formats::Refusal;
use crate::formats::foreign::head::HEAD;
use crate::formats::foreign::{
    ForeignReader, Head, RenamedColumn, missing_renamed, recognise, recognise_parquet, unknown_table,
};
use crate::formats::packed::{PackedContents, Unpacked, contents, is_parquet};
use crate::records::OpenError;
use crate::text::encoding::Encoding;

/// A table in a format that is known: a file, perhaps packed, the files of a folder, or a stream.
pub(crate) struct TableSource {
    pub(super) parts: Vec<TablePart>,
    /// The files of a folder that are no tables.
    pub unread: Vec<String>,
    pub(super) kind: SourceKind,
}

/// The kind of a table's source: only a file can be read again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SourceKind {
    File,
    Packed,
    Stream,
}

/// One file of a table.
pub(super) struct TablePart {
    /// Its name among the others.
    pub name: String,
    pub input: Box<dyn Read + Send>,
    /// The file itself, if it is not packed.
    pub plain: Option<File>,
    pub size: u64,
    /// The day on which the file was written.
    pub day: Option<NaiveDate>,
    /// The encoding of a file that is read in UTF-8 instead.
    pub converted_from: Option<Encoding>,
    pub reader: Box<dyn ForeignReader>,
}

/// The table in a file; `None` if it is in no format that is known.
pub(super) fn file_parts(
    path: &Path,
    renamed: &[RenamedColumn],
) -> Result<Option<(TablePart, SourceKind)>, OpenError> {
    let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    if is_parquet(path) {
        let file = File::open(path)?;
        let (size, plain) = (file.metadata()?.len(), Some(file.try_clone()?));
        let reader = recognise_parquet(file, renamed)?;
        let (input, day) = (Box::new(io::empty()), day(path));
        let part = TablePart { name, input, plain, size, day, converted_from: None, reader };
        return Ok(Some((part, SourceKind::File)));
    }
    // A file that cannot be opened is reported when it is read.
    let contents = match contents(path) {
        Ok(PackedContents::Plain(content)) => {
            let Recognised::Table(reader, input) = recognised(content.input, renamed)? else {
                return Ok(None);
            };
            let Unpacked { size, converted_from, .. } = content;
            let plain = File::open(path).ok().filter(|_| converted_from.is_none());
            let part = TablePart { name, input, plain, size, day: day(path), converted_from, reader };
            return Ok(Some((part, SourceKind::File)));
        }
        Ok(PackedContents::Packed(contents)) => contents,
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::PermissionDenied) => {
            return Ok(None);
        }
        Err(error) => return Err(error.into()),
    };
    let (mut found, mut fault) = (Vec::new(), None);
    for content in contents {
        match recognised(content.input, renamed) {
            Ok(Recognised::Table(reader, input)) => {
                let Unpacked { name, size, converted_from, .. } = content;
                let day = day(path);
                found.push(TablePart { name, input, plain: None, size, day, converted_from, reader });
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
pub(super) enum Recognised {
    Table(Box<dyn ForeignReader>, Box<dyn Read + Send>),
    Other(Box<dyn Read + Send>),
}

pub(super) fn recognised(
    mut input: Box<dyn Read + Send>,
    renamed: &[RenamedColumn],
) -> io::Result<Recognised> {
    let mut head = Vec::with_capacity(HEAD);
    (&mut input).take(HEAD as u64).read_to_end(&mut head)?;
    if head.starts_with(b"PAR1") {
        return Err(Refusal::StreamedParquet.into());
    }
    let beginning = Head::with_renamed(&head, renamed);
    if let Some(missing) = missing_renamed(&beginning) {
        return Err(Refusal::NoColumn(missing).into());
    }
    let input = Box::new(Cursor::new(head).chain(input));
    if let Some(reader) = recognise(&beginning) {
        return Ok(Recognised::Table(reader, input));
    }
    unknown_table(&beginning).map_or(Ok(Recognised::Other(input)), |refusal| Err(refusal.into()))
}
