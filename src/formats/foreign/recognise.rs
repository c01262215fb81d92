//! The formats that are known, and which of them a file is in.

#[cfg(not(feature = "parquet"))]
use std::fs::File;
#[cfg(not(feature = "parquet"))]
use std::io;

#[cfg(not(feature = "parquet"))]
use super::RenamedColumn;
use super::csv::Csv;
use super::json_rows::{JsonRows, head_of_rows};
use super::{
    ForeignReader, Head, RecordFormat, baci, china_customs, comtrade, comtrade_old, eurostat_tsv, json_stat,
    offices, sdmx_csv, sdmx_json, tidy,
};

/// Recognises a format by the head of a file; `None` if it is another.
type Recognise<Format> = fn(&Head) -> Option<Box<Format>>;

/// The formats of records, the most particular first.
pub(super) const FORMATS: [Recognise<dyn RecordFormat>; 7] = [
    comtrade::recognise,
    comtrade_old::recognise,
    baci::recognise,
    china_customs::recognise,
    sdmx_csv::recognise,
    offices::recognise,
    tidy::recognise,
];

/// The other formats: those in JSON, and Eurostat's of several codes in one field.
pub(super) const READERS: [Recognise<dyn ForeignReader>; 3] =
    [sdmx_json::recognise, json_stat::recognise, eurostat_tsv::recognise];

/// The reader of the format that a file of text is in; `None` if it is in none that is known.
pub(crate) fn recognise(head: &Head) -> Option<Box<dyn ForeignReader>> {
    if let Some(reader) = READERS.iter().find_map(|recognise| recognise(head)) {
        return Some(reader);
    }
    if let Some((names, rows)) = head_of_rows(head) {
        return Some(Box::new(JsonRows::new(record_format(&rows)?, names)));
    }
    let csv = |head: &Head| Some(Box::new(Csv::new(head, record_format(head)?)) as Box<dyn ForeignReader>);
    csv(head).or_else(|| csv(&below_titles(head)?))
}

/// A column that is to be read by another name, and that the table lacks.
pub(crate) fn missing_renamed(head: &Head) -> Option<String> {
    match head_of_rows(head) {
        Some((_, rows)) => rows.lacks_renamed,
        None => head.missing_renamed().map(str::to_owned),
    }
}

/// The head whose header stands below titles, if it is that of a table; `None` for JSON, and for a table without titles.
pub(super) fn below_titles(head: &Head) -> Option<Head> {
    if head.text.trim_start().starts_with(['{', '[']) {
        return None;
    }
    let mut below = head.below_title()?;
    // An article may have a line of commas that could be a header, too.
    while !below.has_titles_above() || !below.is_table() || tidy::recognise(&below).is_none() {
        below = below.below_title()?;
    }
    Some(below)
}

/// The reader of a table in a file of Parquet.
///
/// # Errors
///
/// Always: the program is built without it.
#[cfg(not(feature = "parquet"))]
pub(crate) fn recognise_parquet(_: File, _: &[RenamedColumn]) -> io::Result<Box<dyn ForeignReader>> {
    Err(crate::formats::Refusal::NoParquet.into())
}

/// The format of the records that a head begins with.
pub(super) fn record_format(head: &Head) -> Option<Box<dyn RecordFormat>> {
    FORMATS.iter().find_map(|recognise| recognise(head))
}
