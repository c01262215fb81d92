//! Other people's tables: recognised, read, and asked a first question.

use std::io::{IsTerminal, Write, stderr};
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{RecvTimeoutError, sync_channel};
use std::thread;
use std::time::Duration;

use super::input::Input;
use crate::dashboard::{Pivot, Warning};
use crate::formats::{Fingerprint, Loaded, Positions, ReadError};
use crate::records::{Engine, OpenError, Source, Watch};
use crate::text::harmless::shown;
use crate::wording::{set_aside, table};

/// The table in a file, with the answer to its first question; `None` if the file is in no foreign format that is known.
pub fn open(path: &Path) -> Option<Result<Input, ReadError>> {
    let source = Source::recognise(path)?;
    Some(read(source, path))
}

/// Reads a table. On a terminal, says how far it is, if that takes a while.
fn load(source: Source, file: &str) -> Result<Box<dyn Engine>, OpenError> {
    if !stderr().is_terminal() {
        return source.load(&Watch::default());
    }
    let watch = &Watch::default();
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

/// How long reading may take before anything is said of it, and how often then.
const PROGRESS: Duration = Duration::from_millis(400);

fn read(source: Source, path: &Path) -> Result<Input, ReadError> {
    let file = path.display().to_string();
    let unreadable = |reason: String| ReadError::Unreadable { file: file.clone(), reason };
    let engine = load(source, &file).map_err(|error| unreadable(error.to_string()))?;
    let name = path.file_name().map_or_else(|| file.clone(), |name| name.to_string_lossy().into_owned());
    let first = Pivot::new(Arc::from(engine), &name).map_err(|error| unreadable(error.to_string()))?;
    let (pivot, dataset) = first;
    let warnings = set_aside(&pivot.catalog().tally).into_iter().map(|(text, lines)| {
        let places = lines.iter().map(|line| format!("{file}:{line}"));
        places.fold(Warning::new(&text), |warning, place| warning.at(&place))
    });
    // Two downloads of one name with as many rows are taken for the same.
    let fingerprint = Fingerprint::default().with(&name).with(&table(pivot.catalog()));
    let positions = Positions::in_table(path, pivot.lines());
    let loaded = Loaded { dataset, warnings: Vec::new(), positions, fingerprint };
    Ok(Input { loaded, warnings: warnings.collect(), pivot: Some(pivot) })
}
