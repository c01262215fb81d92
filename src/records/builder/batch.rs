//! Rows by the entries of their codes, many at once: nearly all rows of Parquet.

use std::ops::ControlFlow;

use super::RecordBuilder;
use crate::formats::foreign::KnownRows;
use crate::records::blocks::{BLOCK, RowDetails};
use crate::records::keys::KeyColumns;

/// How many rows are looked up together: few where codes are new, so that little is looked up again behind each.
const FEWEST: usize = 1 << 4;
const MOST: usize = 1 << 9;

impl RecordBuilder<'_> {
    /// Adds rows up to the first with a code that has not come, or is not understood. Returns how many there are.
    pub(super) fn add_known(&mut self, rows: &KnownRows) -> (usize, ControlFlow<()>) {
        let (mut done, mut step) = (0, FEWEST);
        while done < rows.len() {
            let wanted = step.min(rows.len() - done).min(BLOCK - self.growing.len());
            let mut keys = std::mem::take(&mut self.batch);
            let known = self.look_up(&rows.part(done..done + wanted), &mut keys);
            let flow = self.add_batch(&keys, &rows.part(done..done + known));
            self.batch = keys;
            done += known;
            if flow.is_break() || known < wanted {
                return (done, flow);
            }
            step = (step * 2).min(MOST);
        }
        (done, ControlFlow::Continue(()))
    }

    /// Finds the numbers of codes, and returns of how many rows all are known.
    fn look_up(&self, rows: &KnownRows, keys: &mut KeyColumns) -> usize {
        let columns = [&self.reporters, &self.flows, &self.partners, &self.products, &self.periods];
        let mut known = rows.len();
        for ((column, entries), numbers) in columns.into_iter().zip(rows.entries).zip(keys.all_mut()) {
            column.known_run(entries, known, numbers);
            known = numbers.len();
        }
        keys.truncate(known);
        known
    }

    /// Adds rows whose numbers are known, no more than the block has room for.
    fn add_batch(&mut self, keys: &KeyColumns, rows: &KnownRows) -> ControlFlow<()> {
        let len = rows.len();
        let catalog = &mut self.records.catalog;
        let has_parts = catalog.flows.iter().flatten().any(|flow| flow.is_part);
        let has_room = u32::try_from(len).is_ok_and(|len| self.most.saturating_sub(self.rows) >= len);
        if has_parts || !has_room || !self.keeps_all(keys) {
            return self.add_each(keys, rows);
        }
        self.records.catalog.count_rows(&keys.reporters, &keys.partners);
        let span = rows.lines.last().zip(rows.lines.first()).map(|(last, first)| last - first);
        // Of rows next to each other the first line says all.
        let said = if span == u64::try_from(len).ok().and_then(|len| len.checked_sub(1)) { 1 } else { len };
        for (row, line) in (self.rows..).zip(rows.lines).take(said) {
            let line = self.line(*line);
            self.records.lines.push(row, line);
        }
        self.rows += u32::try_from(len).unwrap_or_default();
        self.growing.extend(keys, &rows.amounts);
        if self.growing.len() == BLOCK {
            self.end_block();
            return self.go_on();
        }
        ControlFlow::Continue(())
    }

    /// Adds the same row by row, those that are kept.
    fn add_each(&mut self, keys: &KeyColumns, rows: &KnownRows) -> ControlFlow<()> {
        for (row, line) in rows.lines.iter().enumerate() {
            let keys = keys.row(row);
            if self.keeps(keys) {
                self.add(keys, &RowDetails::default(), &rows.amounts_of(row), self.line(*line))?;
            }
        }
        ControlFlow::Continue(())
    }
}
