//! Records one behind the other: their texts, and where their fields end.

use std::io::{self, Read};
use std::ops::ControlFlow;

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

use super::form::{Form, FoundRecord};
use super::input::InputLines;

use super::plain::{FieldEnds, PlainRecord};
use crate::formats::foreign::record::{FieldPlace, Record};

/// How much is read at once.
const BLOCK: usize = 256 << 10;

/// A batch with so many bytes is full.
const FULL: usize = 64 << 10;

/// The most bytes of a record. A longer one is most likely a quotation mark that is never closed.
const MOST: usize = 1 << 20;

/// The most fields of a record.
const MOST_FIELDS: usize = 1_000;

/// Some records of a file, next to each other.
#[derive(Default)]
pub struct RecordBatch {
    /// The texts of all fields.
    bytes: Vec<u8>,
    /// Where each field is, counted from the beginning of its record.
    places: Vec<FieldPlace>,
    found: Vec<RecordPlace>,
}

/// Where a record is.
struct RecordPlace {
    /// The line that it begins in.
    line: u64,
    /// How many lines it has.
    lines: u64,
    /// Where its text ends, and where the places of its fields do; neither for one that is too long.
    ends: Option<(usize, usize)>,
}

impl RecordBatch {
    /// The records in their order.
    pub fn records(&self) -> impl Iterator<Item = FoundRecord<'_>> {
        let (mut byte, mut field) = (0, 0);
        self.found.iter().map(move |RecordPlace { line, lines, ends }| {
            let Some((byte_end, field_end)) = *ends else { return FoundRecord::TooLong(*line, *lines) };
            let bytes = self.bytes.get(byte..byte_end).unwrap_or_default();
            let places = self.places.get(field..field_end).unwrap_or_default();
            (byte, field) = (byte_end, field_end);
            FoundRecord::Record(Record::from_texts(*line, *lines, bytes, places))
        })
    }
}

/// Takes an input apart into records.
pub struct Splitter<'i> {
    input: InputLines<'i>,
    reader: Reader,
    marks: FieldEnds,
    /// True until the first record is read, before which the reader passes over a mark of the encoding.
    is_at_start: bool,
    block: Vec<u8>,
    /// Where the fields of a record end that is not plain.
    ends: Vec<usize>,
    /// The part of the block that is not taken apart yet.
    from: usize,
    to: usize,
    is_at_end: bool,
    /// True within a line of a record that is too long.
    is_passing_over: bool,
}

impl<'i> Splitter<'i> {
    pub fn new(input: &'i mut (dyn Read + Send), Form { skipped, delimiter, quote }: Form) -> Self {
        let mut reader = ReaderBuilder::new().delimiter(delimiter).quote(quote).build();
        reader.set_line(skipped + 1);
        let (input, block) = (InputLines::new(input, skipped), vec![0; BLOCK]);
        Self {
            input,
            reader,
            marks: FieldEnds::new(delimiter, quote),
            is_at_start: true,
            block,
            ends: vec![0; 64],
            from: 0,
            to: 0,
            is_at_end: false,
            is_passing_over: false,
        }
    }

    /// Fills a batch with the records that follow, in place of those that are in it. Breaks at the end of the input.
    pub fn fill(&mut self, batch: &mut RecordBatch) -> io::Result<ControlFlow<()>> {
        batch.found.clear();
        batch.places.clear();
        let mut byte = 0;
        while byte < FULL {
            let Some(place) = self.record(batch, byte)? else { return Ok(ControlFlow::Break(())) };
            byte = place.ends.map_or(byte, |(byte, _)| byte);
            batch.found.push(place);
        }
        Ok(ControlFlow::Continue(()))
    }

    /// Appends a record to the first bytes of a batch; `None` at the end of the input.
    fn record(&mut self, batch: &mut RecordBatch, byte: usize) -> io::Result<Option<RecordPlace>> {
        let RecordBatch { bytes, places, .. } = batch;
        if bytes.is_empty() {
            *bytes = vec![0; FULL * 2];
        }
        let (mut filled, mut fields, mut line) = (byte, 0, self.reader.line());
        let mut is_begun = false;
        loop {
            if self.from == self.to && !self.is_at_end {
                (self.from, self.to) = (0, self.input.read(&mut self.block)?);
                self.is_at_end = self.to == 0;
            }
            if self.is_passing_over {
                self.from += rest_of_line(&self.block[self.from..self.to]);
                self.is_passing_over = self.from == self.to && !self.is_at_end;
                if self.is_passing_over {
                    continue;
                }
            }
            if !is_begun {
                self.from += blank_lines(&mut self.reader, &self.block[self.from..self.to]);
                if self.from == self.to && !self.is_at_end {
                    continue;
                }
                line = self.reader.line();
                if let Some(record) = self.plain(places) {
                    let text = &self.block[self.from..self.from + record.len];
                    bytes.resize(bytes.len().max(byte + text.len()), 0);
                    bytes[byte..byte + text.len()].copy_from_slice(text);
                    self.from += record.read;
                    self.reader.set_line(line + 1);
                    return Ok(Some(RecordPlace {
                        line,
                        lines: 1,
                        ends: Some((byte + record.len, places.len())),
                    }));
                }
            }
            let (byte_room, field_room) = (bytes.len().min(byte + MOST), self.ends.len().min(MOST_FIELDS));
            let (result, read, written, ended) = self.reader.read_record(
                &self.block[self.from..self.to],
                &mut bytes[filled..byte_room],
                &mut self.ends[fields..field_room],
            );
            (self.from, filled, fields) = (self.from + read, filled + written, fields + ended);
            (is_begun, self.is_at_start) = (true, false);
            let is_too_long = match result {
                ReadRecordResult::InputEmpty => continue,
                ReadRecordResult::OutputFull if filled - byte < MOST => {
                    bytes.resize(bytes.len() * 2, 0);
                    continue;
                }
                ReadRecordResult::OutputEndsFull if fields < MOST_FIELDS => {
                    self.ends.resize(self.ends.len() * 2, 0);
                    continue;
                }
                ReadRecordResult::OutputFull | ReadRecordResult::OutputEndsFull => true,
                ReadRecordResult::Record => false,
                ReadRecordResult::End => return Ok(None),
            };
            // A record in CR LF ends before its LF.
            let ends_in_line = self.from == 0 || self.block[self.from - 1] != b'\n';
            let lines = self.reader.line() - line + u64::from(ends_in_line);
            if is_too_long {
                // From the next line on, as if no quotation mark were open.
                let next = self.reader.line();
                self.reader.reset();
                self.reader.set_line(next);
                self.is_passing_over = true;
                return Ok(Some(RecordPlace { line, lines, ends: None }));
            }
            let mut start = 0;
            for end in &self.ends[..fields] {
                places.push(FieldPlace::new(start, *end));
                start = *end;
            }
            return Ok(Some(RecordPlace { line, lines, ends: Some((filled, places.len())) }));
        }
    }

    /// The next record, if it is plain and in the block as a whole.
    fn plain(&self, places: &mut Vec<FieldPlace>) -> Option<PlainRecord> {
        let rest = &self.block[self.from..self.to];
        if self.is_at_start { None } else { self.marks.record(rest, MOST_FIELDS, places) }
    }
}

/// How many bytes of line breaks the input begins with. The reader passes over them, too, but counts their lines with the
/// record that follows.
fn blank_lines(reader: &mut Reader, bytes: &[u8]) -> usize {
    let blank = bytes.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
    let lines = bytes[..blank].split(|byte| *byte == b'\n').count() - 1;
    reader.set_line(reader.line() + u64::try_from(lines).unwrap_or_default());
    blank
}

/// How many bytes are left of the line, its break not included.
fn rest_of_line(bytes: &[u8]) -> usize {
    bytes.iter().position(|byte| matches!(byte, b'\r' | b'\n')).unwrap_or(bytes.len())
}
