//! Records of a CSV text, taken apart by `csv_core`, with the place of every field.

use std::borrow::Cow;

use csv_core::{ReadFieldResult, ReadRecordResult};

use super::column_search::Columns;
use super::document::Document;
use super::header::{self, HeaderColumn};
use super::problems::Problems;
use crate::formats::faults::{Fault, Quoted};
use crate::formats::limits::MAX_COLUMNS;

/// How a CSV text is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dialect {
    /// Between two fields.
    pub delimiter: u8,
    /// Around a field that holds a delimiter.
    pub quote: u8,
    /// True if one apostrophe in front of a text, and one after each semicolon, is not part of it: printed figures have
    /// it where a spreadsheet would take the text for a formula.
    pub is_printed: bool,
}

impl Default for Dialect {
    fn default() -> Self {
        Self { delimiter: b',', quote: b'"', is_printed: false }
    }
}

/// The records of a CSV text: where each begins, and what the first one calls the fields.
pub struct CsvRows {
    dialect: Dialect,
    pub header: Vec<HeaderColumn>,
    /// Where each field of the first record begins.
    header_offsets: Vec<usize>,
    /// Where each record begins, in bytes; files are limited to less than 32 bits count.
    starts: Vec<u32>,
}

impl CsvRows {
    /// Finds the records of `document` and resolves the names in the first; errors of that record are reported here,
    /// so that they are not repeated for each row.
    pub fn new(document: &Document, columns: &Columns, dialect: Dialect, problems: &mut Problems) -> Self {
        let mut rows = Self { dialect, header: Vec::new(), header_offsets: Vec::new(), starts: Vec::new() };
        let mut starts = rows.record_starts(document.text);
        if starts.is_empty() {
            return rows;
        }
        let first = starts.remove(0) as usize;
        let (mut names, mut count, mut beyond) = (Vec::new(), 0, None);
        let open = rows.cursor().record(document.text, first, |name, at| {
            count += 1;
            if count <= MAX_COLUMNS {
                names.push((name.into_owned(), at));
            } else {
                beyond.get_or_insert(at);
            }
        });
        if let Some(open) = open {
            problems.error(document, open, columns.resource.to_owned(), Fault::OpenQuote);
            return rows;
        }
        if let Some(at) = beyond {
            let fault = Fault::TooMany { what: "columns", count, most: MAX_COLUMNS };
            problems.error(document, at, columns.resource.to_owned(), fault);
            return rows;
        }
        if let Some(fault) = rows.other_delimiter(&names) {
            problems.error(document, first, columns.resource.to_owned(), fault);
            return rows;
        }
        rows.header = header::resolve(document, columns, &names, problems);
        header::require(document, columns, &rows.header, problems);
        rows.header_offsets = names.iter().map(|(_, at)| *at).collect();
        rows.starts = starts;
        rows
    }

    /// How many records follow the first.
    pub fn len(&self) -> usize {
        self.starts.len()
    }

    /// Keeps only the rows that `keeps` says.
    pub fn retain(&mut self, keeps: &[bool]) {
        let mut keeps = keeps.iter();
        self.starts.retain(|_| keeps.next().is_none_or(|keeps| *keeps));
    }

    /// A field as it was before it was printed.
    pub fn unprinted<'f>(&self, field: Cow<'f, str>) -> Cow<'f, str> {
        if !self.dialect.is_printed || !field.contains('\'') {
            return field;
        }
        let part = |part: &str| part.strip_prefix('\'').unwrap_or(part).to_owned();
        field.split(';').map(part).collect::<Vec<_>>().join(";").into()
    }

    /// Where a record begins, in bytes.
    pub fn start_of(&self, index: usize) -> usize {
        self.starts.get(index).map_or(usize::MAX, |start| *start as usize)
    }

    /// A reader of single records.
    pub fn cursor(&self) -> CsvCursor {
        CsvCursor::new(self.dialect)
    }

    /// Reports fields with values under no name, at the first row.
    pub fn report_nameless(
        &self,
        fields: Vec<usize>,
        document: &Document,
        columns: &Columns,
        problems: &mut Problems,
    ) {
        for field in fields {
            let at = self.header_offsets.get(field).copied().unwrap_or_default();
            let fault = Fault::ValuesWithoutName { column: field + 1 };
            problems.error(document, at, columns.resource.to_owned(), fault);
        }
    }

    /// Where each record begins; blank lines are none.
    fn record_starts(&self, text: &str) -> Vec<u32> {
        let mut reader = self.cursor().reader;
        let (mut output, mut ends) = (vec![0; 4096], vec![0; 256]);
        let (mut starts, mut at, mut is_inside) = (Vec::new(), 0, false);
        loop {
            if !is_inside {
                at += blank_lines(&text.as_bytes()[at..]);
            }
            let start = at;
            let (result, read, ..) = reader.read_record(&text.as_bytes()[at..], &mut output, &mut ends);
            at += read;
            let begins = !is_inside && !matches!(result, ReadRecordResult::End) && start < text.len();
            starts.extend(begins.then(|| u32::try_from(start)).and_then(Result::ok));
            // The fields are looked at later, so a record that outgrows the buffers may overwrite them.
            is_inside = match result {
                ReadRecordResult::Record => false,
                ReadRecordResult::InputEmpty
                | ReadRecordResult::OutputFull
                | ReadRecordResult::OutputEndsFull => true,
                ReadRecordResult::End => return starts,
            };
        }
    }

    /// An error for a first record that seems to use another delimiter: every row would be wrong, in ways that do not
    /// say why.
    fn other_delimiter(&self, names: &[(String, usize)]) -> Option<Fault> {
        let [(name, _)] = names else { return None };
        let delimiter = self.dialect.delimiter;
        name.bytes().find(|byte| *byte != delimiter && b",;\t|".contains(byte))?;
        let delimiter = (delimiter != b',').then(|| Quoted::new(&char::from(delimiter).to_string()));
        Some(Fault::OtherDelimiter { name: Quoted::new(name), delimiter })
    }
}

/// Reads single records; keeps its buffer from one to the next.
pub struct CsvCursor {
    reader: csv_core::Reader,
    quote: u8,
    output: Vec<u8>,
    /// The bytes read so far.
    #[cfg(test)]
    read: usize,
}

impl CsvCursor {
    fn new(Dialect { delimiter, quote, .. }: Dialect) -> Self {
        let reader = csv_core::ReaderBuilder::new().delimiter(delimiter).quote(quote).build();
        let mut cursor = Self {
            reader,
            quote,
            output: vec![0; 256],
            #[cfg(test)]
            read: 0,
        };
        cursor.restart();
        cursor
    }

    /// Forgets what was read. A first line break keeps the reader from taking U+FEFF at the start of a record for a
    /// byte order mark, which it would drop.
    fn restart(&mut self) {
        self.reader.reset();
        let _ = self.reader.read_field(b"\n", &mut self.output);
    }

    /// Calls `each` with every field of the record at `start`, and with where the field begins. Returns where a field
    /// begins whose quotation mark is never closed.
    pub fn record<'a>(
        &mut self,
        text: &'a str,
        start: usize,
        mut each: impl FnMut(Cow<'a, str>, usize),
    ) -> Option<usize> {
        let bytes = text.as_bytes();
        let (mut last, mut begin, mut at, mut filled) = (start, start, start, 0);
        loop {
            let input = bytes.get(at..).unwrap_or_default();
            let (result, read, written) = self.reader.read_field(input, &mut self.output[filled..]);
            (at, filled) = (at + read, filled + written);
            #[cfg(test)]
            {
                self.read += read;
            }
            match result {
                ReadFieldResult::InputEmpty => {}
                ReadFieldResult::OutputFull => self.output.resize(self.output.len() * 2, 0),
                ReadFieldResult::Field { record_end } => {
                    each(field(text, begin, &self.output[..filled]), begin);
                    (last, begin, filled) = (begin, at, 0);
                    if record_end {
                        break;
                    }
                }
                ReadFieldResult::End => break,
            }
        }
        if at < bytes.len() {
            return None;
        }
        self.restart();
        let field = bytes.get(last..).filter(|field| field.first() == Some(&self.quote))?;
        let is_open = field.iter().fold(false, |is_open, byte| is_open ^ (*byte == self.quote));
        is_open.then_some(last)
    }
}

/// The text of a field that begins at `begin`: a slice of the document, unless quotes were taken out of its middle.
fn field<'a>(text: &'a str, begin: usize, unquoted: &[u8]) -> Cow<'a, str> {
    let slice = |from: usize| text.get(from..from + unquoted.len());
    let found = [begin, begin + 1].into_iter().filter_map(slice).find(|slice| slice.as_bytes() == unquoted);
    found.map_or_else(|| String::from_utf8_lossy(unquoted).into_owned().into(), Cow::Borrowed)
}

/// How many bytes of line breaks `bytes` begins with.
fn blank_lines(bytes: &[u8]) -> usize {
    bytes.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_with_a_lone_quotation_mark_is_read_to_its_own_end() {
        let text = "id,label\n".to_owned() + &"12\",7\" pipes\n".repeat(900);
        let rows = CsvRows {
            dialect: Dialect::default(),
            header: Vec::new(),
            header_offsets: Vec::new(),
            starts: Vec::new(),
        };
        let (mut cursor, mut fields) = (rows.cursor(), Vec::new());
        for start in rows.record_starts(&text) {
            assert_eq!(cursor.record(&text, start as usize, |field, at| fields.push((field, at))), None);
        }
        assert_eq!(fields.len(), 2 * 901);
        assert_eq!(fields[2..4], [("12\"".into(), 9), ("7\" pipes".into(), 13)]);
        assert!(cursor.read <= text.len() + 901, "{} bytes of {}", cursor.read, text.len());
    }
}
