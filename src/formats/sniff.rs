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

/// True for a text in a format of our own, even if it is wrong.
pub fn is_own(text: &str) -> bool {
    format(text).is_some()
}

/// True for a text that can only be data: JSON, even below remarks, HTML or XML, a known CSV file, or lines with as many
/// separators each.
pub fn is_data(text: &str) -> bool {
    if text.trim().is_empty() || format(text).is_some() || is_markup(text) || is_json_below_remarks(text) {
        return true;
    }
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(20).collect();
    let is_regular = |separator: char| {
        let counts: Vec<usize> = lines.iter().map(|line| line.matches(separator).count()).collect();
        counts.first().is_some_and(|first| *first > 0 && counts.iter().all(|count| count == first))
    };
    lines.len() > 1 && [',', ';', '\t', '|'].into_iter().any(is_regular)
}

/// True for a page of HTML, or XML: what a server may answer with instead of data.
pub fn is_markup(text: &str) -> bool {
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let name =
        |rest: &str| rest.starts_with(['!', '?']) || rest.starts_with(|c: char| c.is_ascii_alphabetic());
    text.strip_prefix('<').is_some_and(name) && text.contains('>')
}

/// True for JSON below remarks, which JSON has none of, or without its first brace.
fn is_json_below_remarks(text: &str) -> bool {
    let is_remark =
        |line: &&str| line.is_empty() || ["#", "//", "/*", "*"].iter().any(|mark| line.starts_with(mark));
    let first = text.trim_start_matches('\u{feff}').lines().map(str::trim).find(|line| !is_remark(line));
    let is_member = |line: &str| {
        let value = line.strip_prefix('"').and_then(|line| line.split_once("\":"));
        value.is_some_and(|(_, value)| value.trim_start().starts_with(['{', '[', '"']))
    };
    first.is_some_and(|line| line.starts_with(['{', '[']) || is_member(line))
}
