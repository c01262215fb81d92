//! All observations: read in parallel, kept in order, every reference resolved.

use std::ops::Range;

use compact_str::CompactString;
use foldhash::HashSet;

use super::ids::{OddIds, SharedIds};
use super::observation::{ReadRow, TextPool, read_row};
use super::odd_codes::OddCodes;
use super::references::Known;
use crate::dataset::Observations;
use crate::formats::faults::Fault;
use crate::formats::positions::{Position, PositionScanner};
use crate::formats::reader::fill::Oddities;
use crate::formats::reader::parallel;
use crate::formats::reader::problems::Problems;
use crate::formats::reader::row_reader::RowReader;
use crate::formats::reader::table::{Rows, Table};

/// The observations that could be read.
pub struct ReadObservations {
    pub list: Observations,
    pub positions: Vec<Position>,
    /// The ids of rows that could not be read: references to them are not reported too.
    unread: HashSet<CompactString>,
}

/// The most rows of a table that can be right, by its length.
fn most_right(table: &Table) -> usize {
    let shortest = match table.rows {
        Rows::Json(_) => r#"{"id":"a","reporter":"KAZ","flow":"total","measure":"count"}"#,
        Rows::Csv(_) => "a,KAZ,total,count",
    };
    table.len().min(table.document.text.len() / shortest.len() + 1)
}

/// The rows of a batch, and their errors.
type ReadRows = (Vec<ReadRow>, Problems, Oddities);

/// Reads the observations and resolves what they refer to.
pub fn observations(table: &Table, known: &Known, problems: &mut Problems) -> ReadObservations {
    let has_ids = table.columns.required.contains(&"id");
    let read = |texts: &mut TextPool, range: Range<usize>| -> ReadRows {
        let (mut rows, mut problems) = (Vec::with_capacity(range.len()), Problems::default());
        let oddities = table.read(range, &mut problems, |reader, index| {
            rows.push(read_row(reader, index, known, (texts, has_ids)));
        });
        (rows, problems, oddities)
    };
    let mut all =
        ReadObservations { list: Observations::default(), positions: Vec::new(), unread: HashSet::default() };
    let mut positions = PositionScanner::new(&table.document);
    let (mut oddities, mut wholes) = (Oddities::default(), Vec::new());
    let (mut odd_ids, mut odd_codes, mut shared) =
        (OddIds::default(), OddCodes::default(), SharedIds::default());
    parallel::in_order(table.len(), TextPool::default, read, |(rows, found, odd): ReadRows| {
        problems.extend(found);
        oddities.extend(odd);
        // Room is made for all rows once the first ones are right: a file of nothing but mistakes keeps none of them.
        if all.list.is_empty() && rows.iter().any(|row| row.read.is_ok()) {
            all.list.reserve(most_right(table));
            positions.reserve(most_right(table));
        }
        for ReadRow { index, read, whole } in rows {
            let id = read.as_ref().map_or_else(|id| id.as_ref(), |observation| Some(&observation.id));
            if let Some(id) = id.filter(|_| has_ids) {
                odd_ids.note(index, id);
            }
            let is_unread = id.is_some_and(|id| all.unread.contains(id));
            let (at, is_new) = match read {
                Ok(_) if is_unread && has_ids => (None, false),
                Ok(mut observation) => {
                    if !has_ids {
                        shared.tell_apart(&mut observation, &all.list);
                    }
                    odd_codes.note(index, &observation.subject, known);
                    positions.push(table.offset_of(index));
                    let at = all.list.push(observation);
                    (at, at.is_some())
                }
                Err(None) => (None, true),
                Err(Some(id)) => {
                    let is_new = all.list.position(&id).is_none() && all.unread.insert(id);
                    (None, is_new || !has_ids)
                }
            };
            if !is_new {
                table.again(index, problems, |row| {
                    if has_ids { row.error_twice("id") } else { row.error("id", Fault::FigureTwice) }
                });
            }
            wholes.extend(whole.map(|whole| (index, at, whole)));
        }
    });
    all.positions = positions.finish();
    table.report(oddities, problems);
    odd_ids.warn(table, problems);
    odd_codes.warn(table, problems);
    for (index, share, id) in wholes {
        let whole = all.list.position(&id);
        if whole.is_none() {
            table.again(index, problems, |row| _ = all.find(row, "share_of", &id));
        }
        if let Some(share) = share {
            all.list.set_whole(share, whole);
        }
    }
    all
}

impl ReadObservations {
    fn knows(&self, id: &str) -> bool {
        self.list.position(id).is_some() || self.unread.contains(id)
    }

    /// The position of the observation with the id that a column names; reports it if there is none.
    pub fn find(&self, row: &mut RowReader, column: &str, id: &str) -> Option<usize> {
        if !self.knows(id) {
            let known = self.list.iter().map(|known| &known.id).chain(&self.unread);
            row.error_unknown(column, ("observation", id), known.map(CompactString::as_str));
        }
        self.list.position(id)
    }
}
