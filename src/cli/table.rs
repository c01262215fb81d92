//! Other people's tables: recognised, read, and asked a first question.

use std::path::Path;
use std::sync::Arc;

use super::input::Input;
use crate::dashboard::{Pivot, Warning};
use crate::formats::{Fingerprint, Loaded, Positions, ReadError};
use crate::records::{Source, Watch};
use crate::wording::{set_aside, table};

/// The table in a file, with the answer to its first question; `None` if the file is in no foreign format that is known.
pub fn open(path: &Path) -> Option<Result<Input, ReadError>> {
    let source = Source::recognise(path)?;
    Some(read(source, path))
}

fn read(source: Source, path: &Path) -> Result<Input, ReadError> {
    let file = path.display().to_string();
    let unreadable = |reason: String| ReadError::Unreadable { file: file.clone(), reason };
    let engine = source.load(&Watch::default()).map_err(|error| unreadable(error.to_string()))?;
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
