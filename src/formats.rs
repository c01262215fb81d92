//! How a dataset is written in files, and what is wrong with one that cannot be read.
//!
//! A file is read by `reader`, which knows rows but not what they mean, and understood by `package`, which knows the
//! Data Package, or by `figures`, if it is one CSV file. Everything wrong is collected, with line and column, before
//! anything is refused.

mod faults;
mod figures;
mod fingerprint;
pub(crate) mod foreign;
mod limits;
mod loaded;
mod package;
pub(crate) mod packed;
mod positions;
mod reader;
mod shares;
mod sniff;
pub mod write;

use std::cell::Cell;
use std::io::Read;
use std::path::Path;

pub(crate) use faults::Refusal;
pub use faults::{
    DialectMember, Expected, Fault, JsonKind, NumberAdvice, Problem, Quoted, ReadError, RowKind, Suggestion,
};
pub use figures::PRINTED_COLUMNS;
pub use fingerprint::Fingerprint;
pub use limits::{
    MAX_BYTES, MAX_COLUMNS, MAX_DEPTH, MAX_ID, MAX_MARKS, MAX_NOTE, MAX_PANES, MAX_STEPS, MAX_TEXT,
};
pub use loaded::Loaded;
pub use package::COLUMNS;
pub(crate) use package::with_default_panes;
pub use positions::{Position, Positions};
pub(crate) use reader::binary::fault as binary_fault;
pub use reader::document::Document;
pub use reader::suggest::did_you_mean;
pub(crate) use sniff::{is_data, is_own};

use crate::dataset::{Bundled, TourStep};
use crate::text::harmless::reason;
use reader::encoding::{TextError, text_of};
use reader::named_file::text_of_named;
use reader::problems::Problems;
use sniff::FileFormat;

/// The usual name of a descriptor, by which the folder of a Data Package is known.
pub(crate) const DESCRIPTOR: &str = "datapackage.json";

/// The datasets that are part of the program.
const ARTICLE: &str = include_str!("../assets/datapackage.json");
const CONTEXT: &str = include_str!("../assets/context.json");

/// Reads the dataset in the file at `path`: a Data Package or one CSV file, as its content shows. CSV files that a
/// package names are looked for next to it; they must be regular files in its folder, not hidden and reached by no link
/// out of it.
///
/// # Errors
///
/// [`ReadError`] if a file cannot be read, is too large, or is wrong in any way.
pub fn open(path: &Path) -> Result<Loaded, ReadError> {
    open_with(path, None)
}

/// Reads the dataset in the file at `path` as [`open`], with the CSV files that it names in another folder than its own.
///
/// # Errors
///
/// As [`open`].
pub fn open_with(path: &Path, folder: Option<&Path>) -> Result<Loaded, ReadError> {
    let name = path.display().to_string();
    let unreadable =
        |error: &std::io::Error| ReadError::Unreadable { file: name.clone(), reason: reason(error) };
    let file = std::fs::File::open(path).map_err(|error| unreadable(&error))?;
    // A pipe has no files next to it.
    let is_file = file.metadata().is_ok_and(|metadata| metadata.is_file());
    let own = is_file.then(|| path.parent().unwrap_or(Path::new("")));
    let folder = folder.or(own);
    let loaded = read(&name, file, folder)?;
    Ok(Loaded { positions: loaded.positions.in_descriptor(path), ..loaded })
}

/// Reads the tour in the file at `path`: a list of steps, or the `tour` of a Data Package, whose figures are not read.
/// The warnings are those of the steps.
///
/// # Errors
///
/// As [`open`].
pub fn open_tour(path: &Path) -> Result<(Vec<TourStep>, Vec<Problem>), ReadError> {
    let name = path.display().to_string();
    let file = std::fs::File::open(path)
        .map_err(|error| ReadError::Unreadable { file: name.clone(), reason: reason(&error) })?;
    let text = text_in(&name, file)?;
    package::lone_tour(&Document::new(&name, text.strip_prefix('\u{feff}').unwrap_or(&text)))
}

/// The text of a file called `name`.
fn text_in(name: &str, input: impl Read) -> Result<String, ReadError> {
    text_of(name, input, MAX_BYTES).map_err(|error| match error {
        TextError::TooLarge => ReadError::TooLarge { file: name.to_owned(), limit: MAX_BYTES },
        TextError::Unread(error) => error,
    })
}

/// All bytes of `input`, a file called `name`, if they are no more than a dataset may have.
pub(crate) fn bytes(name: &str, input: impl Read) -> Result<Vec<u8>, ReadError> {
    let mut bytes = Vec::new();
    let read = input.take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes);
    read.map_err(|error| ReadError::Unreadable { file: name.to_owned(), reason: reason(&error) })?;
    let fits = bytes.len() <= MAX_BYTES;
    if fits { Ok(bytes) } else { Err(ReadError::TooLarge { file: name.to_owned(), limit: MAX_BYTES }) }
}

/// Reads a dataset called `name` from `input`; CSV files that it names are looked for in `folder`, and refused if there
/// is none.
///
/// # Errors
///
/// As [`open`].
pub fn read(name: &str, input: impl Read, folder: Option<&Path>) -> Result<Loaded, ReadError> {
    let text = text_in(name, input)?;
    let left = Cell::new(MAX_BYTES - text.len());
    let loaded = parse(name, &text, &|path| {
        let named = text_of_named(folder, path, left.get()).map_err(|fault| fault.to_string())?;
        left.set(left.get() - named.len());
        Ok(named)
    })?;
    Ok(Loaded { positions: loaded.positions.in_folder(folder.unwrap_or(Path::new(""))), ..loaded })
}

/// Reads a dataset called `name` from its text; `open` returns the text of a file that it names, or says why not.
///
/// # Errors
///
/// As [`open`].
pub fn parse(
    name: &str,
    text: &str,
    open: &dyn Fn(&str) -> Result<String, String>,
) -> Result<Loaded, ReadError> {
    // Programs that put files together leave a second mark.
    parse_document(&Document::new(name, text.trim_start_matches('\u{feff}')), open)
}

fn parse_document(
    document: &Document,
    open: &dyn Fn(&str) -> Result<String, String>,
) -> Result<Loaded, ReadError> {
    let text = document.text;
    let fingerprint = Cell::new(Fingerprint::default().with(text));
    let open = |path: &str| {
        let named = open(path)?;
        fingerprint.set(fingerprint.get().with(&named));
        Ok(named)
    };
    let loaded = match sniff::format(text) {
        Some(FileFormat::Package) => package::parse(document, &open),
        Some(FileFormat::Figures(dialect)) => figures::parse(document, dialect),
        None => {
            let mut problems = Problems::default();
            let fault = match text {
                empty if empty.trim().is_empty() => Fault::Empty,
                page if sniff::is_markup(page) => Fault::Markup,
                _ => Fault::NoFormat,
            };
            problems.error(document, 0, String::new(), fault);
            Err(problems.into_error())
        }
    }?;
    Ok(Loaded { fingerprint: fingerprint.get(), ..loaded })
}

/// Reads the bundled dataset: Xinjiang's trade with Central Asia in 2023.
///
/// # Errors
///
/// None, unless the program was built with a broken dataset; a test makes sure that it was not.
pub fn bundled() -> Result<Loaded, ReadError> {
    bundled_called(Bundled::Article)
}

/// Reads a bundled dataset.
///
/// # Errors
///
/// As [`bundled`].
pub fn bundled_called(bundled: Bundled) -> Result<Loaded, ReadError> {
    let (name, text) = match bundled {
        Bundled::Article => ("bundled dataset", ARTICLE),
        Bundled::Context => ("bundled:context", CONTEXT),
    };
    let loaded = parse_document(&Document::in_program(name, text), &|_| {
        Err("a bundled dataset is one file".to_owned())
    })?;
    Ok(Loaded { dataset: loaded.dataset.with_bundled(bundled), ..loaded })
}
