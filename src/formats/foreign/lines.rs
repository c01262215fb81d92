//! Records of a CSV file of any size, one at a time: memory for one record, however many there are.

use std::io::{self, Read};
use std::ops::ControlFlow;

use csv_core::{ReadRecordResult, ReaderBuilder};

use super::record::Record;

/// How much is read at once.
const BLOCK: usize = 256 << 10;

/// The most bytes of a record. A longer one is most likely a quotation mark that is never closed.
const MOST: usize = 1 << 20;

/// The most fields of a record.
const MOST_FIELDS: usize = 1_000;

/// How the records of a file are written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Form {
    /// How many lines stand before the first record.
    pub skipped: u64,
    /// Between two fields.
    pub delimiter: u8,
    /// Around a field that holds a delimiter.
    pub quote: u8,
}

/// The text found where a record was expected.
pub(super) enum FoundRecord<'a> {
    Record(Record<'a>),
    /// A record that is too long or has too many fields: the line that it begins in, and how many lines were passed over.
    TooLong(u64, u64),
}

/// Calls `each` with every record of `input` until it breaks. Blank lines are none.
pub(super) fn each_record(
    input: &mut dyn Read,
    Form { skipped, delimiter, quote }: Form,
    mut each: impl FnMut(FoundRecord) -> ControlFlow<()>,
) -> io::Result<()> {
    let input = &mut InputLines::new(input, skipped);
    let mut reader = ReaderBuilder::new().delimiter(delimiter).quote(quote).build();
    reader.set_line(skipped + 1);
    let (mut block, mut output, mut ends) = (vec![0; BLOCK], vec![0; 4096], vec![0; 64]);
    let (mut from, mut to, mut is_at_end) = (0, 0, false);
    let (mut filled, mut fields, mut first_line) = (0, 0, reader.line());
    let mut is_passing_over = false;
    loop {
        if from == to && !is_at_end {
            (from, to) = (0, read_some(input, &mut block)?);
            is_at_end = to == 0;
        }
        if is_passing_over {
            from += rest_of_line(&block[from..to]);
            is_passing_over = from == to && !is_at_end;
            if is_passing_over {
                continue;
            }
        }
        if filled == 0 && fields == 0 {
            from += blank_lines(&mut reader, &block[from..to]);
            if from == to && !is_at_end {
                continue;
            }
            first_line = reader.line();
        }
        let (result, read, written, ended) =
            reader.read_record(&block[from..to], &mut output[filled..], &mut ends[fields..]);
        (from, filled, fields) = (from + read, filled + written, fields + ended);
        let is_too_long = match result {
            ReadRecordResult::InputEmpty => continue,
            ReadRecordResult::OutputFull if output.len() < MOST => {
                output.resize(output.len() * 2, 0);
                continue;
            }
            ReadRecordResult::OutputEndsFull if ends.len() < MOST_FIELDS => {
                ends.resize(ends.len() * 2, 0);
                continue;
            }
            ReadRecordResult::OutputFull | ReadRecordResult::OutputEndsFull => true,
            ReadRecordResult::Record => false,
            ReadRecordResult::End => return Ok(()),
        };
        // A record in CR LF ends before its LF.
        let ends_in_line = from == 0 || block[from - 1] != b'\n';
        let lines = reader.line() - first_line + u64::from(ends_in_line);
        let found = if is_too_long {
            // From the next line on, as if no quotation mark were open.
            let line = reader.line();
            reader.reset();
            reader.set_line(line);
            is_passing_over = true;
            FoundRecord::TooLong(first_line, lines)
        } else {
            FoundRecord::Record(Record::from_texts(first_line, lines, &output[..filled], &ends[..fields]))
        };
        if each(found).is_break() {
            return Ok(());
        }
        (filled, fields) = (0, 0);
    }
}

/// An input from a line on. Where lines end with CR alone, LF stands for it, by which lines are counted.
struct InputLines<'i> {
    input: &'i mut dyn Read,
    skipped: u64,
    ends_with_cr: Option<bool>,
}

impl<'i> InputLines<'i> {
    fn new(input: &'i mut dyn Read, skipped: u64) -> Self {
        Self { input, skipped, ends_with_cr: None }
    }
}

impl Read for InputLines<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            let mut read = self.input.read(buffer)?;
            let bytes = &mut buffer[..read];
            let first_break = || bytes.iter().position(|byte| matches!(byte, b'\r' | b'\n'));
            if self.ends_with_cr.is_none()
                && let Some(at) = first_break()
            {
                // A block that ends between CR and LF says nothing yet.
                self.ends_with_cr = bytes.get(at + 1).map(|next| bytes[at] == b'\r' && *next != b'\n');
            }
            if self.ends_with_cr == Some(true) {
                bytes.iter_mut().filter(|byte| **byte == b'\r').for_each(|byte| *byte = b'\n');
            }
            if read == 0 || self.skipped == 0 {
                return Ok(read);
            }
            let mut from = 0;
            while self.skipped > 0
                && let Some(at) = bytes[from..].iter().position(|byte| *byte == b'\n')
            {
                from += at + 1;
                self.skipped -= 1;
            }
            if self.skipped > 0 {
                continue;
            }
            bytes.copy_within(from.., 0);
            read -= from;
            if read > 0 {
                return Ok(read);
            }
        }
    }
}

/// Reads at least one byte, unless the input has ended.
fn read_some(input: &mut dyn Read, block: &mut [u8]) -> io::Result<usize> {
    loop {
        match input.read(block) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            read => return read,
        }
    }
}

/// How many bytes of line breaks the input begins with. The reader passes over them, too, but counts their lines with the
/// record that follows.
fn blank_lines(reader: &mut csv_core::Reader, bytes: &[u8]) -> usize {
    let blank = bytes.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
    let lines = bytes[..blank].split(|byte| *byte == b'\n').count() - 1;
    reader.set_line(reader.line() + u64::try_from(lines).unwrap_or_default());
    blank
}

/// How many bytes are left of the line, its break not included.
fn rest_of_line(bytes: &[u8]) -> usize {
    bytes.iter().position(|byte| matches!(byte, b'\r' | b'\n')).unwrap_or(bytes.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives a few bytes at a time, as pipes do.
    struct Slow<'a>(&'a [u8]);

    impl Read for Slow<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let count = self.0.len().min(3).min(buffer.len());
            buffer[..count].copy_from_slice(&self.0[..count]);
            self.0 = &self.0[count..];
            Ok(count)
        }
    }

    fn records(text: &[u8]) -> Vec<(u64, u64, Vec<String>)> {
        let mut found = Vec::new();
        let all = each_record(&mut Slow(text), Form { skipped: 0, delimiter: b',', quote: b'"' }, |record| {
            found.push(match record {
                FoundRecord::Record(record) => {
                    let text = |at| String::from_utf8_lossy(record.field(at)).into_owned();
                    (record.line, record.lines, (0..record.len()).map(text).collect())
                }
                FoundRecord::TooLong(line, lines) => (line, lines, Vec::new()),
            });
            ControlFlow::Continue(())
        });
        all.expect("nothing is wrong with the input");
        found
    }

    fn fields(fields: &[&str]) -> Vec<String> {
        fields.iter().map(|field| (*field).to_owned()).collect()
    }

    #[test]
    fn records_have_the_lines_that_they_begin_in() {
        for break_ in ["\n", "\r\n", "\r"] {
            let text = ["a,b", "", "\"x", "y\",1", "", "", "2,"].join(break_);
            let line = if break_ == "\r" { "x\ny".to_owned() } else { format!("x{break_}y") };
            assert_eq!(
                records(text.as_bytes()),
                [(1, 1, fields(&["a", "b"])), (3, 2, fields(&[&line, "1"])), (7, 1, fields(&["2", ""]))],
                "{break_:?}"
            );
        }
    }

    #[test]
    fn a_quotation_mark_that_is_never_closed_takes_no_more_than_a_megabyte() {
        let row = "1,2222222222\n";
        let text = format!("a,b\n\"1,2\n{}", row.repeat(200_000));
        let found = records(text.as_bytes());
        let lost = found.iter().find(|(.., fields)| fields.is_empty()).expect("a record that is too long");
        assert_eq!(lost.0, 2);
        assert_eq!(
            u64::try_from(found.len()).unwrap_or(0) - 1 + lost.1,
            200_002,
            "every line is counted once"
        );
        assert_eq!(found.last().map(|(line, ..)| *line), Some(200_002));
    }
}
