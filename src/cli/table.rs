//! Foreign tables: recognised, read, and asked a first question.

use std::io::{IsTerminal, Read, Write, stderr};
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{RecvTimeoutError, sync_channel};
use std::thread;
use std::time::Duration;

use super::opened_input::OpenedInput;
use crate::dashboard::{Pivot, Warning};
use crate::formats::foreign::RenamedColumn;
use crate::formats::{Fingerprint, Loaded, Positions, ReadError};
use crate::records::{Engine, OpenError, ReadProgress, Stream, TableSource};
use crate::text::harmless::shown;
use crate::wording::{SetAsideRows, set_aside, table};

/// Opens the table in the file or the folder at `path`, with the answer to its first question; `None` if it is in no
/// known foreign format.
pub fn open(path: &Path, renamed: &[RenamedColumn]) -> Option<Result<OpenedInput, ReadError>> {
    let file = path.display().to_string();
    match TableSource::recognise(path, renamed) {
        Ok(source) => source.map(|source| read(source, &file, Some(path))),
        Err(error) => Some(Err(unreadable(&file, &error))),
    }
}

/// The content of a stream: a table, or whatever else it is, unpacked.
#[expect(clippy::large_enum_variant, reason = "made once, and taken apart at once")]
pub enum Streamed {
    Table(Result<OpenedInput, ReadError>),
    Other(Box<dyn Read + Send>),
}

impl Streamed {
    /// Identifies a stream from its beginning.
    pub fn new(name: &str, input: Box<dyn Read + Send>, renamed: &[RenamedColumn]) -> Self {
        match TableSource::from_stream(input, renamed) {
            Ok(Stream::Table(source)) => Self::Table(read(source, name, None)),
            Ok(Stream::Other(input)) => Self::Other(input),
            Err(error) => Self::Table(Err(unreadable(name, &error))),
        }
    }
}

/// Says why a table cannot be read; if it has no rows, what was found instead.
fn unreadable(file: &str, error: &OpenError) -> ReadError {
    let mut reason = error.to_string();
    if let OpenError::NoRows(tally) = error
        && let Some(aside) = set_aside(tally).iter().find(|aside| aside.rows.is_some())
    {
        reason = format!("{reason} ({})", aside.what);
    }
    ReadError::Unreadable { file: file.to_owned(), reason }
}

/// Reads a table. On a terminal, reports progress if that takes a while.
fn load(source: TableSource, file: &str) -> Result<Box<dyn Engine>, OpenError> {
    if !stderr().is_terminal() {
        return source.load(&ReadProgress::default());
    }
    let watch = &ReadProgress::default();
    let (sender, done) = sync_channel::<()>(1);
    thread::scope(|scope| {
        scope.spawn(move || {
            let mut has_said = false;
            while done.recv_timeout(PROGRESS) == Err(RecvTimeoutError::Timeout) {
                let percent = watch.percent().map_or(String::new(), |percent| format!(" {percent} %"));
                let _ = write!(stderr(), "\r{}: reading{percent}, Ctrl-C stops\x1b[K", shown(file));
                has_said = true;
            }
            if has_said {
                let _ = write!(stderr(), "\r\x1b[K");
            }
        });
        let loaded = source.load(watch);
        drop(sender);
        loaded
    })
}

/// How long reading may take before progress is reported, and the interval of reports.
const PROGRESS: Duration = Duration::from_millis(400);

fn read(mut source: TableSource, file: &str, path: Option<&Path>) -> Result<OpenedInput, ReadError> {
    let unread = std::mem::take(&mut source.unread);
    let engine = load(source, file).map_err(|error| unreadable(file, &error))?;
    let mut input = first_answer(Arc::from(engine), file, path)?;
    if !unread.is_empty() {
        let what = format!("{file}: not read, no table that is known: {}", unread.join(", "));
        input.warnings.push(Warning::new(&what));
    }
    Ok(input)
}

/// The answer of a table to its first question, wherever the table is. Messages call it `file`; `path` is set if it is
/// a file or a folder.
pub fn first_answer(
    engine: Arc<dyn Engine>,
    file: &str,
    path: Option<&Path>,
) -> Result<OpenedInput, ReadError> {
    let name = path.and_then(Path::file_name);
    let name = name.map_or_else(|| file.to_owned(), |name| name.to_string_lossy().into_owned());
    let (pivot, dataset) = Pivot::new(engine, &name)
        .map_err(|error| ReadError::Unreadable { file: file.to_owned(), reason: error.to_string() })?;
    let catalog = pivot.catalog();
    let place = |line: u64| match catalog.located(line) {
        (Some(part), line) => format!("{}:{line}", Path::new(file).join(part).display()),
        (None, line) => format!("{file}:{line}"),
    };
    let warning = |aside: SetAsideRows| {
        let warning = Warning::new(&aside.what);
        let warning = if aside.lines.is_empty() { warning.at(file) } else { warning };
        aside.lines.iter().fold(warning, |warning, line| warning.at(&place(*line)))
    };
    let warnings = set_aside(&catalog.tally).into_iter().map(warning).collect();
    // Two downloads with the same name and number of rows count as the same.
    let fingerprint = Fingerprint::default().with(&name).with(&table(catalog));
    // Positions refer to a single file.
    let path = path.filter(|_| catalog.files.is_empty());
    let positions = path.map_or_else(Positions::default, |path| Positions::in_table(path, pivot.lines()));
    let loaded = Loaded { dataset, warnings: Vec::new(), positions, fingerprint };
    Ok(OpenedInput { loaded, warnings, pivot: Some(pivot) })
}
