//! Reading a dataset: a Data Package descriptor, its rows inline or in CSV files beside it.
//!
//! Everything wrong is collected, with line and column, before anything is refused.

mod csv;
mod ids;
mod json;
mod measures;
mod member;
mod number;
mod observations;
mod package;
mod panes;
mod parts;
mod place;
mod resource;
mod row;
mod sources;
mod table;

use std::collections::HashMap;
use std::io::Read;
use std::path::{Component, Path};

use super::problem::Problems;
use super::{Dataset, DatasetError, Document, Observation, Problem};
use crate::text::harmless::reason;
use json::Members;
pub use observations::COLUMNS;
use package::Package;

/// The largest file that is read, in bytes.
pub const MAX_BYTES: usize = 256 << 20;

/// How deep objects and lists may stand in each other.
pub const MAX_DEPTH: usize = 64;

/// A dataset, and what seems odd about its file.
#[derive(Debug)]
pub struct Loaded {
    /// The dataset.
    pub dataset: Dataset,
    /// What was not understood but does no harm, such as unknown columns.
    pub warnings: Vec<Problem>,
}

/// Reads the dataset in the file at `path`; CSV files that it names are looked for beside it.
///
/// # Errors
///
/// [`DatasetError`] where a file cannot be read, is too large, or is wrong in any way.
pub fn open(path: &Path) -> Result<Loaded, DatasetError> {
    let name = path.display().to_string();
    let unreadable =
        |error: &std::io::Error| DatasetError::Unreadable { file: name.clone(), reason: reason(error) };
    let file = std::fs::File::open(path).map_err(|error| unreadable(&error))?;
    read(&name, file, path.parent().unwrap_or(Path::new("")))
}

/// Reads a dataset called `name` from `input`; CSV files that it names are looked for in `folder`.
///
/// # Errors
///
/// As [`open`].
pub fn read(name: &str, input: impl Read, folder: &Path) -> Result<Loaded, DatasetError> {
    let text = text_of(name, input)?;
    parse(name, &text, &|path| beside(folder, path))
}

/// Reads a dataset called `name` from its text; `open` gives the text of a file that it names, or says why not.
///
/// # Errors
///
/// As [`open`].
pub fn parse(
    name: &str,
    text: &str,
    open: &dyn Fn(&str) -> Result<String, String>,
) -> Result<Loaded, DatasetError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let document = Document::new(name, text);
    let mut problems = Problems::default();
    let Some(members) = members_of(&document, &mut problems) else {
        return problems.into_result().and_then(|_| Err(DatasetError::Invalid(Vec::new())));
    };
    let package = Package::read(&document, &members, &mut problems);
    let files = package.load(&document, open, &mut problems);
    let sources = sources::sources(&package.rows("sources", &document, &files, &mut problems), &mut problems);
    let places = sources::places(&package.rows("places", &document, &files, &mut problems), &mut problems);
    let table = package.rows("observations", &document, &files, &mut problems);
    let known = observations::Known { sources: &sources, places: &places };
    let observations = observations::observations(&table, &known, &mut problems);
    let panes = panes::panes(package.panes, &document, &observations, &mut problems);
    let warnings = problems.into_result()?;
    let by_code = places.iter().enumerate().map(|(at, place)| (place.code.clone(), at)).collect();
    let Package { name, title, .. } = package;
    let observations::Observations { list: observations, by_id, .. } = observations;
    let is_series = is_series(&observations);
    let dataset = Dataset { name, title, sources, places, observations, panes, is_series, by_id, by_code };
    Ok(Loaded { dataset, warnings })
}

fn is_series(observations: &[Observation]) -> bool {
    let mut periods = observations.iter().filter(|o| o.label.is_none()).map(|o| o.subject.period);
    let first = periods.next();
    periods.any(|period| Some(period) != first)
}

/// The members of the descriptor, if it is JSON at all.
fn members_of<'a>(document: &Document<'a>, problems: &mut Problems) -> Option<Members<'a>> {
    let (deepest, at) = json::depth(document.text);
    if deepest > MAX_DEPTH {
        let what = format!("nested {deepest} levels deep; at most {MAX_DEPTH} are read");
        problems.error(document, at, String::new(), what);
        return None;
    }
    let error = match serde_json::from_str(document.text) {
        Ok(members) => return Some(members),
        Err(error) => error,
    };
    let text = document.text.trim_start();
    if error.is_data() && !text.starts_with('{') {
        let what = format!("is {} where a Data Package, an object, was expected", json::kind(text));
        problems.error(document, document.offset_of(text), String::new(), what);
        return None;
    }
    let line_start: usize =
        document.text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
    let mut at = (line_start + error.column().saturating_sub(1)).min(document.text.len());
    while !document.text.is_char_boundary(at) {
        at -= 1;
    }
    let said = error.to_string();
    let said = said.rsplit_once(" at line ").map_or(said.as_str(), |(said, _)| said);
    problems.error(document, at, String::new(), format!("not JSON: {said}"));
    None
}

/// Everything that `input` gives, as text.
fn text_of(name: &str, input: impl Read) -> Result<String, DatasetError> {
    let file = || name.to_owned();
    let mut bytes = Vec::new();
    let limit = MAX_BYTES as u64 + 1;
    let read = input.take(limit).read_to_end(&mut bytes);
    read.map_err(|error| DatasetError::Unreadable { file: file(), reason: reason(&error) })?;
    if bytes.len() > MAX_BYTES {
        return Err(DatasetError::TooLarge { file: file(), limit: MAX_BYTES });
    }
    String::from_utf8(bytes).map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        let start = String::from_utf8_lossy(&error.as_bytes()[..valid]);
        let byte = error.as_bytes().get(valid).copied().unwrap_or_default();
        let mut problems = Problems::default();
        let what = format!("not UTF-8: the byte 0x{byte:02X} (save the file as UTF-8)");
        problems.error(&Document::new(name, &start), valid, String::new(), what);
        DatasetError::Invalid(problems.errors)
    })
}

/// The text of a file named by a descriptor that stands in `folder`.
fn beside(folder: &Path, path: &str) -> Result<String, String> {
    let inside =
        Path::new(path).components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
    if path.contains("://") || !inside {
        return Err("is not a file beside the dataset (write a relative path without ..)".to_owned());
    }
    let full = folder.join(path);
    let file = std::fs::File::open(&full).map_err(|error| format!("cannot be opened: {}", reason(&error)))?;
    text_of(path, file).map_err(|error| error.to_string())
}

/// Where the row with each id stands.
type Ids = HashMap<String, usize>;
