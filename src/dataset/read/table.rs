//! The rows of one resource, and their columns as a whole.

use std::collections::HashSet;

use super::row::Row;
use crate::dataset::problem::{Document, Problems};
use crate::dataset::text::{did_you_mean, harmless, quoted};

/// How many unknown columns of one resource are worth a warning each.
const MOST_WARNINGS: usize = 100;

/// The rows of one resource, and the document that they stand in.
pub struct Table<'a> {
    pub rows: Vec<Row<'a>>,
    pub document: Document<'a>,
}

impl Table<'_> {
    /// Refuses columns that stand twice in a row, and warns of every column that means nothing here, once, where it
    /// first stands. A row with the columns of the row before it has nothing new to say.
    pub fn check_columns(&self, columns: &[&str], problems: &mut Problems) {
        let mut warned = HashSet::new();
        let mut sound: Option<&Row> = None;
        for row in &self.rows {
            let is_same = |before: &Row| {
                before.cells.iter().map(|(name, _)| name).eq(row.cells.iter().map(|(name, _)| name))
            };
            if sound.is_some_and(is_same) {
                continue;
            }
            let mut seen = HashSet::new();
            for (name, cell) in &row.cells {
                let place = || format!("{}[{}]", row.resource, row.index);
                if !seen.insert(name.as_ref()) {
                    let what = format!("the column {} stands twice in this row", quoted(name));
                    problems.error(&self.document, cell.offset, place(), what);
                } else if !columns.contains(&name.as_ref())
                    && warned.insert(name.as_ref())
                    && warned.len() <= MOST_WARNINGS
                {
                    let meant = did_you_mean(name, columns.iter().copied());
                    let what = format!("warning: unknown column, left alone{meant}");
                    problems.warn(
                        &self.document,
                        cell.offset,
                        format!("{}.{}", place(), harmless(name)),
                        what,
                    );
                }
            }
            sound = (seen.len() == row.cells.len()).then_some(row);
        }
    }
}
