//! Parquet: formats of records whose fields have types. Each cell is laid out as text, so that a table says the same in
//! Parquet as in CSV.
//!
//! Only the columns that the format wants are read. For the rows of one place the columns of places come first; the others
//! are passed over where no row of a batch is wanted, and so is a group of rows whose statistics leave it out.

mod cells;
mod kind;

use std::fs::File;
use std::io::{self, Read};
use std::ops::ControlFlow;

use ::parquet::errors::ParquetError;
use ::parquet::file::metadata::ColumnChunkMetaData;
use ::parquet::file::reader::{FileReader, RowGroupReader, SerializedFileReader};

use super::head::Head;
use super::lines::Record;
use super::recognise::record_format;
use super::{ForeignReader, Meanings, RecordFormat, RowSink, WantedPlace};
use crate::formats::Refusal;
use cells::ColumnPages;
use kind::ValueKind;

/// How many rows are read at once.
const BATCH: usize = 4096;

/// How many rows are looked at to recognise a format.
const SAMPLE: usize = 200;

/// The columns that are read may unpack to this many times the size of the file, and to this much in any case.
const MOST_TIMES: i64 = 200;
const ALWAYS: i64 = 64 << 20;

/// A file of Parquet.
pub(super) struct Parquet {
    file: SerializedFileReader<File>,
    format: Box<dyn RecordFormat>,
    /// Columns with a value for each row, with their places among all columns of the file and how they are read.
    columns: Vec<(usize, ValueKind)>,
    /// The places of the columns that the format reads, those of the reporter and the partner first.
    wanted: Vec<usize>,
    /// How many of these are of the reporter and the partner.
    sides: usize,
    /// For each column its place among those that are read.
    order: Vec<Option<usize>>,
    size: u64,
}

impl Parquet {
    /// Opens a file; `None` if its columns are those of no format that is known.
    pub fn open(file: File) -> io::Result<Option<Self>> {
        let size = file.metadata()?.len();
        let file = SerializedFileReader::new(file).map_err(|error| invalid(&error))?;
        let schema = file.metadata().file_metadata().schema_descr_ptr();
        let flat = schema.columns().iter().enumerate().filter(|(_, column)| {
            column.max_rep_level() == 0 && column.max_def_level() <= 1 && column.path().parts().len() == 1
        });
        let columns: Vec<(usize, String, Option<ValueKind>)> =
            flat.map(|(at, column)| (at, column.name().to_owned(), ValueKind::new(column))).collect();
        let names = columns.iter().map(|(_, name, _)| name.trim().to_owned()).collect();
        let readable: Vec<(usize, ValueKind)> =
            columns.iter().map(|(at, _, kind)| (*at, kind.unwrap_or(ValueKind::Unreadable))).collect();
        let sample = sample(&file, &readable)?;
        let head =
            Head { text: String::new(), skipped: 0, delimiter: b',', quote: b'"', header: names, sample };
        let Some(format) = record_format(&head) else { return Ok(None) };
        format.check()?;
        let mut wanted: Vec<usize> = Vec::new();
        let mut want = |all: &[usize]| {
            for at in all {
                if !wanted.contains(at) {
                    wanted.push(*at);
                }
            }
            wanted.len()
        };
        let sides = format.sides().map(|side| [side.code, side.name]);
        let sides = want(&sides.into_iter().flatten().flatten().collect::<Vec<_>>());
        want(&format.columns());
        if let Some((_, name, _)) =
            wanted.iter().filter_map(|at| columns.get(*at)).find(|(.., kind)| kind.is_none())
        {
            return Err(Refusal::ParquetType(name.clone()).into());
        }
        let order = (0..readable.len()).map(|at| wanted.iter().position(|wanted| *wanted == at)).collect();
        let parquet = Self { file, format, columns: readable, wanted, sides, order, size };
        parquet.check_size()?;
        Ok(Some(parquet))
    }

    /// Refuses a small file that would fill the memory.
    fn check_size(&self) -> io::Result<()> {
        let most = i64::try_from(self.size).unwrap_or(i64::MAX).saturating_mul(MOST_TIMES).max(ALWAYS);
        let leaves = || self.wanted.iter().filter_map(|at| self.columns.get(*at)).map(|(leaf, _)| *leaf);
        let unpacked = self.file.metadata().row_groups().iter().flat_map(|group| {
            leaves().filter_map(|leaf| group.columns().get(leaf)).map(ColumnChunkMetaData::uncompressed_size)
        });
        if unpacked.fold(0i64, i64::saturating_add) <= most {
            return Ok(());
        }
        Err(Refusal::Swells { most: MOST_TIMES.unsigned_abs() }.into())
    }

    /// Reads the rows of one place, or all.
    fn rows(&self, of: Option<&WantedPlace>, sink: &mut dyn RowSink) -> io::Result<()> {
        let groups = self.file.num_row_groups();
        let all = self.file.metadata().file_metadata().num_rows();
        let is_counted = of.is_none() && sink.expect(u64::try_from(all).unwrap_or_default());
        let counted = if is_counted { self.format.amounts() } else { Vec::new() };
        let share = self.size / u64::try_from(groups.max(1)).unwrap_or(1);
        let mut line = 0;
        for at in 0..groups {
            let group = self.file.get_row_group(at).map_err(|error| invalid(&error))?;
            let rows = usize::try_from(group.metadata().num_rows()).unwrap_or_default();
            let is_wanted = of.is_none_or(|of| self.may_have(&*group, of));
            if is_wanted && self.group(&*group, rows, (of, &counted), line, sink)?.is_break() {
                return Ok(());
            }
            line += u64::try_from(rows).unwrap_or_default();
            sink.advance(share);
        }
        Ok(())
    }

    /// False if the statistics of a group of rows say that none is of the place.
    fn may_have(&self, group: &dyn RowGroupReader, of: &WantedPlace) -> bool {
        let [reporter, partner] = self.format.sides();
        let codes = [(reporter, &of.as_reporter), (partner, &of.as_partner)];
        codes.into_iter().filter(|(_, codes)| !codes.is_empty()).any(|(side, codes)| {
            // Rows without a code are known by their name.
            let Some(at) =
                side.code.filter(|_| side.name.is_none()).or(side.name.filter(|_| side.code.is_none()))
            else {
                return true;
            };
            let Some((leaf, kind)) = self.columns.get(at) else { return true };
            let chunk = group.metadata().columns().get(*leaf);
            let statistics = chunk.and_then(|chunk| chunk.statistics());
            statistics.is_none_or(|statistics| codes.iter().any(|code| kind.may_have(statistics, code)))
        })
    }

    fn group(
        &self,
        group: &dyn RowGroupReader,
        rows: usize,
        (of, counted): (Option<&WantedPlace>, &[usize]),
        before: u64,
        sink: &mut dyn RowSink,
    ) -> io::Result<ControlFlow<()>> {
        let mut columns = Vec::with_capacity(self.wanted.len());
        for at in &self.wanted {
            let Some((leaf, kind)) = self.columns.get(*at) else { continue };
            let reader = group.get_column_reader(*leaf).map_err(|error| invalid(&error))?;
            let cells = ColumnPages::new(reader, *kind);
            columns.push((*at, if counted.contains(at) { cells.counted() } else { cells }));
        }
        let mut layout =
            RowLayout { order: &self.order, bytes: Vec::new(), ends: vec![0; self.columns.len()] };
        let mut done = 0;
        while done < rows {
            let count = BATCH.min(rows - done);
            let (sides, others) = columns.split_at_mut(self.sides);
            read_all(sides, count)?;
            let mut is_wanted = vec![true; count];
            if let Some(of) = of {
                for (row, is_wanted) in is_wanted.iter_mut().enumerate() {
                    layout.lay_out(sides, row);
                    *is_wanted = self.is_of(&layout.record(0), of);
                }
            }
            if is_wanted.contains(&true) {
                read_all(others, count)?;
            } else {
                for (_, cells) in others {
                    cells.skip(count).map_err(|error| invalid(&error))?;
                }
            }
            for row in (0..count).filter(|row| is_wanted[*row]) {
                layout.lay_out(&columns, row);
                let line = before + u64::try_from(done + row).unwrap_or_default() + 1;
                if self.format.record(&layout.record(line), sink).is_break() {
                    return Ok(ControlFlow::Break(()));
                }
            }
            done += count;
        }
        Ok(ControlFlow::Continue(()))
    }

    fn is_of(&self, record: &Record, of: &WantedPlace) -> bool {
        let [reporter, partner] = self.format.sides_of(record);
        of.has(reporter, partner)
    }
}

fn read_all(columns: &mut [(usize, ColumnPages)], count: usize) -> io::Result<()> {
    for (_, cells) in columns {
        cells.read(count).map_err(|error| invalid(&error))?;
    }
    Ok(())
}

/// A row as text.
struct RowLayout<'o> {
    /// For each column its place among those that are read.
    order: &'o [Option<usize>],
    bytes: Vec<u8>,
    ends: Vec<usize>,
}

impl RowLayout<'_> {
    /// Lays a row out; columns that are not given are empty.
    fn lay_out(&mut self, columns: &[(usize, ColumnPages)], row: usize) {
        self.bytes.clear();
        for (end, at) in self.ends.iter_mut().zip(self.order) {
            if let Some((_, cells)) = at.and_then(|at| columns.get(at)) {
                cells.write(row, &mut self.bytes);
            }
            *end = self.bytes.len();
        }
    }

    fn record(&self, line: u64) -> Record<'_> {
        Record::new(line, &self.bytes, &self.ends)
    }
}

/// Some rows as text, by which a format is recognised.
fn sample(file: &SerializedFileReader<File>, columns: &[(usize, ValueKind)]) -> io::Result<Vec<Vec<String>>> {
    if file.num_row_groups() == 0 {
        return Ok(Vec::new());
    }
    let group = file.get_row_group(0).map_err(|error| invalid(&error))?;
    let count = usize::try_from(group.metadata().num_rows()).unwrap_or_default().min(SAMPLE);
    let mut rows = vec![vec![String::new(); columns.len()]; count];
    for (at, (leaf, kind)) in
        columns.iter().enumerate().filter(|(_, (_, kind))| *kind != ValueKind::Unreadable)
    {
        let reader = group.get_column_reader(*leaf).map_err(|error| invalid(&error))?;
        let mut cells = ColumnPages::new(reader, *kind);
        cells.read(count).map_err(|error| invalid(&error))?;
        for (row, fields) in rows.iter_mut().enumerate() {
            let mut text = Vec::new();
            cells.write(row, &mut text);
            fields[at] = String::from_utf8_lossy(&text).into_owned();
        }
    }
    Ok(rows)
}

fn invalid(error: &ParquetError) -> io::Error {
    Refusal::BrokenParquet(error.to_string()).into()
}

impl ForeignReader for Parquet {
    fn meanings(&self) -> &dyn Meanings {
        &*self.format
    }

    fn has_lines(&self) -> bool {
        false
    }

    fn read(&self, _: &mut dyn Read, sink: &mut dyn RowSink) -> io::Result<()> {
        self.rows(None, sink)
    }

    fn read_of(&self, of: &WantedPlace, _: &mut dyn Read, sink: &mut dyn RowSink) -> io::Result<()> {
        self.rows(Some(of), sink)
    }
}

#[cfg(test)]
mod tests;
