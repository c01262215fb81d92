//! Records one behind the other: their texts, and where their fields end.

use std::io::{self, Read};
use std::ops::ControlFlow;

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

use super::form::{Form, FoundRecord};
use super::input::InputLines;

use crate::formats::foreign::record::Record;

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
    /// Where each field ends, counted from the beginning of its record.
    ends: Vec<usize>,
    found: Vec<RecordPlace>,
}

/// Where a record is.
struct RecordPlace {
    /// The line that it begins in.
    line: u64,
    /// How many lines it has.
    lines: u64,
    /// Where its text ends, and where the ends of its fields do; neither for one that is too long.
    ends: Option<(usize, usize)>,
}

impl RecordBatch {
    /// The records in their order.
    pub fn records(&self) -> impl Iterator<Item = FoundRecord<'_>> {
        let (mut byte, mut field) = (0, 0);
        self.found.iter().map(move |RecordPlace { line, lines, ends }| {
            let Some((byte_end, field_end)) = *ends else { return FoundRecord::TooLong(*line, *lines) };
            let bytes = self.bytes.get(byte..byte_end).unwrap_or_default();
            let ends = self.ends.get(field..field_end).unwrap_or_default();
            (byte, field) = (byte_end, field_end);
            FoundRecord::Record(Record::from_texts(*line, *lines, bytes, ends))
        })
    }
}

/// Takes an input apart into records.
pub struct Splitter<'i> {
    input: InputLines<'i>,
    reader: Reader,
    block: Vec<u8>,
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
        Self { input, reader, block, from: 0, to: 0, is_at_end: false, is_passing_over: false }
    }

    /// Fills a batch with the records that follow, in place of those that are in it. Breaks at the end of the input.
    pub fn fill(&mut self, batch: &mut RecordBatch) -> io::Result<ControlFlow<()>> {
        batch.found.clear();
        let (mut byte, mut field) = (0, 0);
        while byte < FULL {
            let Some(place) = self.record(batch, byte, field)? else { return Ok(ControlFlow::Break(())) };
            (byte, field) = place.ends.unwrap_or((byte, field));
            batch.found.push(place);
        }
        Ok(ControlFlow::Continue(()))
    }

    /// Appends a record to the first bytes and field ends of a batch; `None` at the end of the input.
    fn record(
        &mut self,
        batch: &mut RecordBatch,
        byte: usize,
        field: usize,
    ) -> io::Result<Option<RecordPlace>> {
        let RecordBatch { bytes, ends, .. } = batch;
        if bytes.is_empty() {
            (*bytes, *ends) = (vec![0; FULL * 2], vec![0; FULL / 8]);
        }
        let (mut filled, mut fields, mut line) = (byte, field, self.reader.line());
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
            }
            let (byte_room, field_room) = (bytes.len().min(byte + MOST), ends.len().min(field + MOST_FIELDS));
            let (result, read, written, ended) = self.reader.read_record(
                &self.block[self.from..self.to],
                &mut bytes[filled..byte_room],
                &mut ends[fields..field_room],
            );
            (self.from, filled, fields) = (self.from + read, filled + written, fields + ended);
            is_begun = true;
            let is_too_long = match result {
                ReadRecordResult::InputEmpty => continue,
                ReadRecordResult::OutputFull if filled - byte < MOST => {
                    bytes.resize(bytes.len() * 2, 0);
                    continue;
                }
                ReadRecordResult::OutputEndsFull if fields - field < MOST_FIELDS => {
                    ends.resize(ends.len() * 2, 0);
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
            }
            let ends = (!is_too_long).then_some((filled, fields));
            return Ok(Some(RecordPlace { line, lines, ends }));
        }
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
