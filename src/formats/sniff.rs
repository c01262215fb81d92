//! Recognises the format of a file by its content, whatever it is called.
//!
//! A new format is a variant here, and a file that reads it.

use super::figures;
use super::reader::csv::Dialect;

/// The formats that are read.
pub enum FileFormat {
    /// A descriptor of a Data Package, in JSON.
    Package,
    /// One CSV file of figures by itself.
    Figures(Dialect),
}

/// The format of a text; `None` if it is none that is known.
pub fn format(text: &str) -> Option<FileFormat> {
    if text.trim_start().starts_with(['{', '[']) {
        return Some(FileFormat::Package);
    }
    figures::dialect(text).map(FileFormat::Figures)
}
