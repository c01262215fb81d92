//! Why a file that a descriptor names could not be opened.

use crate::formats::{Fault, MAX_BYTES, ReadError};

/// Why a file that a descriptor names could not be opened.
#[derive(Debug, thiserror::Error)]
pub(in crate::formats) enum FileFault {
    #[error("is not a file next to the dataset (write a relative path without ..)")]
    Outside,
    #[error("is hidden: a part of its path begins with a dot")]
    Hidden,
    #[error("is a link that leads out of the folder of the dataset")]
    LinkedOutside,
    #[error("is not a regular file")]
    NotRegular,
    #[error(
        "is not opened, since the dataset is not read from a file that it could be next to, and no folder is given"
    )]
    NoFolder,
    #[error("is too large: all files of a dataset together may have {} MiB", MAX_BYTES >> 20)]
    TooLarge,
    #[error("cannot be opened: {0}")]
    Unopened(String),
    #[error("{what}{}", in_line(*.line, *.column))]
    NotText { line: usize, column: usize, what: Fault },
    #[error("{0}")]
    Unread(#[from] ReadError),
}

/// The place in a file; nothing for its beginning.
fn in_line(line: usize, column: usize) -> String {
    if (line, column) == (1, 1) { String::new() } else { format!(", in line {line}, column {column}") }
}
