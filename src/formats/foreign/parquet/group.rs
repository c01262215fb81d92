//! A group of rows: records of those that are wanted.
//!
//! For the rows of one place the columns of places come first. A code of their dictionaries is compared once; the other
//! columns are passed over where no row of a batch is wanted.

use std::ops::ControlFlow;

use ::parquet::file::reader::RowGroupReader;

use super::column::{BATCH, CellUse, GroupColumn};
use super::file::Parquet;
use super::known::{EntryColumns, PlainRows};
use crate::formats::faults::PageResult;
use crate::formats::foreign::record::{Record, RecordCell};
use crate::formats::foreign::{RowSink, WantedPlace};

/// The columns of a group that are read, each with its place among those of the file.
type Columns = Vec<(usize, GroupColumn)>;

/// A group of rows that is read.
pub(super) struct ParquetGroup<'g> {
    parquet: &'g Parquet,
    /// The columns of the reporter and the partner.
    sides: Columns,
    others: Columns,
    rows: usize,
    entries: EntryColumns,
}

impl<'g> ParquetGroup<'g> {
    /// Opens the columns of a group. Of amounts it matters only that there are some if they `are_counted`.
    pub fn new(parquet: &'g Parquet, group: &dyn RowGroupReader, are_counted: bool) -> PageResult<Self> {
        let amounts = parquet.format.amounts();
        let open = |at: &usize| {
            let column = parquet.columns.get(*at).copied().unwrap_or_default();
            let is_for = match (amounts.contains(at), are_counted) {
                (false, _) => CellUse::Text,
                (true, false) => CellUse::Amount,
                (true, true) => CellUse::Count,
            };
            Ok((*at, GroupColumn::new(group, column, is_for)?))
        };
        let (sides, others) = parquet.wanted.split_at(parquet.sides);
        let rows = usize::try_from(group.metadata().num_rows()).unwrap_or_default();
        Ok(Self {
            parquet,
            sides: sides.iter().map(open).collect::<PageResult<_>>()?,
            others: others.iter().map(open).collect::<PageResult<_>>()?,
            rows,
            entries: EntryColumns::default(),
        })
    }

    /// Passes on the records of one place, or all; `before` is how many rows stand before the group.
    pub fn read(
        &mut self,
        of: Option<&WantedPlace>,
        before: u64,
        sink: &mut dyn RowSink,
    ) -> PageResult<ControlFlow<()>> {
        let mut known = of.map(KnownCodes::new);
        let mut done = 0;
        while done < self.rows {
            let count = ready(&mut self.sides)?.min(self.rows - done);
            read(&mut self.sides, count)?;
            let is_wanted = match &mut known {
                Some(known) => self.wanted(known, count),
                None => vec![true; count],
            };
            if is_wanted.contains(&true) {
                let before = before + u64::try_from(done).unwrap_or_default();
                if self.records(&is_wanted, before, sink)?.is_break() {
                    return Ok(ControlFlow::Break(()));
                }
            } else {
                self.others.iter_mut().for_each(|(_, column)| column.pass(count));
            }
            done += count;
        }
        Ok(ControlFlow::Continue(()))
    }

    /// Passes on the wanted rows of those whose sides are read.
    fn records(
        &mut self,
        is_wanted: &[bool],
        before: u64,
        sink: &mut dyn RowSink,
    ) -> PageResult<ControlFlow<()>> {
        let mut start = 0;
        while start < is_wanted.len() {
            let count = ready(&mut self.others)?.min(is_wanted.len() - start);
            read(&mut self.others, count)?;
            let rows: Vec<usize> = (0..count).filter(|row| is_wanted[start + row]).collect();
            let line = before + u64::try_from(start).unwrap_or_default() + 1;
            // Taken out, since the cells below are borrowed from the columns.
            let mut entries = std::mem::take(&mut self.entries);
            let plain = self.plain_rows(start);
            if let Some(plain) = &plain {
                entries.fill(plain, &rows, line);
            }
            let is_plain = plain.is_some();
            let mut cells = vec![RecordCell::default(); self.parquet.columns.len()];
            let mut done = 0;
            while done < rows.len() {
                if is_plain {
                    let (taken, flow) = entries.pass_on(done, sink);
                    if flow.is_break() {
                        return Ok(ControlFlow::Break(()));
                    }
                    done += taken;
                }
                let Some(row) = rows.get(done) else { break };
                set(&mut cells, &self.sides, start + row);
                set(&mut cells, &self.others, *row);
                let record = Record::from_cells(line + u64::try_from(*row).unwrap_or_default(), &cells);
                if self.parquet.format.record(&record, sink).is_break() {
                    return Ok(ControlFlow::Break(()));
                }
                done += 1;
            }
            self.entries = entries;
            start += count;
        }
        Ok(ControlFlow::Continue(()))
    }

    /// The rows that are read, by their codes; the first of them is at `start` in the columns of the sides.
    fn plain_rows(&self, start: usize) -> Option<PlainRows<'_>> {
        let columns = self.parquet.plain.as_ref()?;
        let sides = self.sides.iter().map(|(at, column)| (*at, column, start));
        let all = sides.chain(self.others.iter().map(|(at, column)| (*at, column, 0)));
        PlainRows::new(columns, |wanted| {
            all.clone().find(|(at, ..)| *at == wanted).map(|(_, column, first)| (column, first))
        })
    }

    /// Which of the next rows are wanted.
    fn wanted(&self, known: &mut KnownCodes, count: usize) -> Vec<bool> {
        let mut is_wanted = vec![false; count];
        let mut cells = vec![RecordCell::default(); self.parquet.columns.len()];
        let columns = self.parquet.format.sides().map(|side| side.code.or(side.name));
        for (side, at) in columns.into_iter().enumerate() {
            if known.codes(side).is_empty() {
                continue;
            }
            let column = self.sides.iter().find(|(known, _)| Some(*known) == at).map(|(_, column)| column);
            let codes = column.and_then(GroupColumn::codes).unwrap_or_default();
            if let Some(is_one) = same(codes).and_then(|code| known.of_code(side, code)) {
                // As in a table that is sorted by reporter.
                for is_wanted in &mut is_wanted {
                    *is_wanted |= is_one;
                }
                continue;
            }
            for (row, is_wanted) in is_wanted.iter_mut().enumerate() {
                if let Some(is_one) = codes.get(row).and_then(|code| known.of_code(side, *code as usize)) {
                    *is_wanted |= is_one;
                    continue;
                }
                let code = column.and_then(|column| column.code(row));
                *is_wanted |= known.is_one(side, code, |codes| {
                    set(&mut cells, &self.sides, row);
                    let sides = self.parquet.format.sides_of(&Record::from_cells(0, &cells));
                    codes.iter().any(|code| code == sides[side].written())
                });
            }
        }
        is_wanted
    }
}

/// How many rows can be read at once of all columns.
fn ready(columns: &mut Columns) -> PageResult<usize> {
    columns.iter_mut().try_fold(BATCH, |rows, (_, column)| Ok(rows.min(column.ready()?)))
}

fn read(columns: &mut Columns, count: usize) -> PageResult<()> {
    columns.iter_mut().try_for_each(|(_, column)| column.read(count))
}

/// The code of all rows, if they have the same.
fn same(codes: &[u32]) -> Option<usize> {
    let first = codes.first()?;
    codes.iter().all(|code| code == first).then_some(*first as usize)
}

/// Sets the cells of a row.
#[inline]
fn set<'c>(cells: &mut [RecordCell<'c>], columns: &'c Columns, row: usize) {
    for (at, column) in columns {
        if let Some(cell) = cells.get_mut(*at) {
            column.set(row, cell);
        }
    }
}

/// The codes of dictionaries that were compared with the place that is wanted.
struct KnownCodes<'w> {
    of: &'w WantedPlace,
    /// Of the reporter and the partner, by code.
    known: [Vec<Option<bool>>; 2],
}

impl<'w> KnownCodes<'w> {
    fn new(of: &'w WantedPlace) -> Self {
        Self { of, known: [Vec::new(), Vec::new()] }
    }

    /// The codes of the place as the reporter or as the partner.
    fn codes(&self, side: usize) -> &'w [Vec<u8>] {
        if side == 0 { &self.of.as_reporter } else { &self.of.as_partner }
    }

    /// True for the code of the place, and false for one of others; `None` if it was not compared.
    #[inline]
    fn of_code(&self, side: usize, code: usize) -> Option<bool> {
        self.known[side].get(code).copied().flatten()
    }

    /// True for a row with the place on a side, `code` being that of its dictionary.
    #[inline]
    fn is_one(&mut self, side: usize, code: Option<usize>, compare: impl FnOnce(&[Vec<u8>]) -> bool) -> bool {
        let known = code.and_then(|code| self.of_code(side, code));
        known.unwrap_or_else(|| {
            let is_one = compare(self.codes(side));
            if let Some(code) = code {
                let known = &mut self.known[side];
                if known.len() <= code {
                    known.resize(code + 1, None);
                }
                known[code] = Some(is_one);
            }
            is_one
        })
    }
}
