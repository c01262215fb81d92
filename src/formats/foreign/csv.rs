//! Formats of records as CSV.

use std::io::{self, Read};
use std::ops::ControlFlow;

use super::head::Head;
use super::lines::{Form, FoundRecord, each_record};
use super::record::Record;
use super::{ForeignReader, Meanings, RecordFormat, RowSink, Unreadable, WantedPlace};

/// A format of records in a CSV file.
pub(super) struct Csv {
    format: Box<dyn RecordFormat>,
    form: Form,
    /// How many names the header has.
    width: usize,
}

impl Csv {
    pub fn new(head: &Head, format: Box<dyn RecordFormat>) -> Self {
        let form = Form { skipped: head.skipped, delimiter: head.delimiter, quote: head.quote };
        Self { format, form, width: head.header.len() }
    }

    fn rows(
        &self,
        of: Option<&WantedPlace>,
        input: &mut (dyn Read + Send),
        sink: &mut dyn RowSink,
    ) -> io::Result<()> {
        self.format.check()?;
        let mut is_header = true;
        each_record(input, self.form, |found| match found {
            FoundRecord::TooLong(line, lines) => sink.not_understood(Unreadable::TooLong, line, lines),
            FoundRecord::Record(_) if std::mem::take(&mut is_header) => ControlFlow::Continue(()),
            FoundRecord::Record(record) if !self.has_width(&record) => {
                sink.not_understood(Unreadable::Fields, record.line, record.lines)
            }
            FoundRecord::Record(record) => {
                let is_of = |of: &WantedPlace| {
                    let [reporter, partner] = self.format.sides_of(&record);
                    of.has(reporter, partner)
                };
                if of.is_none_or(is_of) {
                    self.format.record(&record, sink)
                } else {
                    ControlFlow::Continue(())
                }
            }
        })
    }

    /// True for as many fields as the header has names, and perhaps empty ones behind them. A field more may be half of a
    /// number with a comma.
    fn has_width(&self, record: &Record) -> bool {
        record.len() >= self.width && (self.width..record.len()).all(|at| record.field(at).is_empty())
    }
}

impl ForeignReader for Csv {
    fn meanings(&self) -> &dyn Meanings {
        &*self.format
    }

    fn read(&self, input: &mut (dyn Read + Send), sink: &mut dyn RowSink) -> io::Result<()> {
        self.rows(None, input, sink)
    }

    fn read_of(
        &self,
        of: &WantedPlace,
        input: &mut (dyn Read + Send),
        sink: &mut dyn RowSink,
    ) -> io::Result<()> {
        self.rows(Some(of), input, sink)
    }
}
