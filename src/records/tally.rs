//! Everything in a table that is not added up: rows are counted, with their first lines, and columns are named.

use std::collections::BTreeMap;

use crate::formats::foreign::{LeftOut, UnreadColumn, Unreadable};

/// Rows of one kind.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Count {
    pub rows: u64,
    /// The lines of the first three.
    first: [u64; 3],
}

impl Count {
    pub(super) fn add(&mut self, line: u64, lines: u64) {
        if let Some(place) = usize::try_from(self.rows).ok().and_then(|at| self.first.get_mut(at)) {
            *place = line;
        }
        self.rows += lines;
    }

    /// Adds rows that come in any order.
    fn merge(&mut self, other: &Self) {
        let mut first: Vec<u64> = self.lines().chain(other.lines()).collect();
        first.sort_unstable();
        first.resize(3, 0);
        self.first = [first[0], first[1], first[2]];
        self.rows += other.rows;
    }

    /// The lines of the first rows, three at most.
    pub fn lines(&self) -> impl Iterator<Item = u64> {
        self.first.into_iter().filter(|line| *line > 0)
    }
}

/// The reason that rows are not added up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum SetAside {
    /// With the world, next to rows with single partners.
    World,
    /// Of all products, next to rows of single ones.
    AllProducts,
    /// Of a group of products, next to rows of its members.
    ProductGroups,
    /// Of a product that adds up others, or that another contains.
    Subtotals,
    /// With a group of partners.
    PartnerGroups,
    /// Parts of a row by mode of transport, customs procedure or second partner.
    Details,
    /// Of a trade that another row gives at another valuation.
    OtherValuation,
    /// Re-exports and the like, which the flows contain.
    FlowParts,
    /// The same row again.
    Repeated,
    /// Another amount for the same trade.
    Disagreeing,
    /// As the reader says.
    LeftOut(LeftOut),
}

/// Everything that was counted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    /// All rows that were understood.
    pub rows: u64,
    /// True if rows that repeat others, or are parts of them by their details, are found only among those that a question
    /// is about, and so are not counted.
    pub lacks_repeated: bool,
    set_aside: BTreeMap<SetAside, Count>,
    /// Rows with another amount for a trade that an earlier row gives, which are added to it.
    added: Count,
    not_understood: BTreeMap<Unreadable, Count>,
    unread: Vec<UnreadColumn>,
}

impl Tally {
    pub fn set_aside(&mut self, why: SetAside, line: u64) {
        self.set_aside.entry(why).or_default().add(line, 1);
    }

    pub(super) fn set_all_aside(&mut self, why: SetAside, rows: &Count) {
        if rows.rows > 0 {
            self.set_aside.entry(why).or_default().merge(rows);
        }
    }

    /// Rows of which nobody says where they stand.
    pub(super) fn set_aside_rows(&mut self, why: SetAside, rows: u64) {
        self.set_aside.entry(why).or_default().add(0, rows);
    }

    pub(super) fn add_to_earlier(&mut self, line: u64) {
        self.added.add(line, 1);
    }

    /// Rows with another amount for a trade that an earlier row gives, which are added to it.
    pub fn added(&self) -> Option<Count> {
        Some(self.added).filter(|added| added.rows > 0)
    }

    pub fn not_understood(&mut self, why: Unreadable, line: u64, lines: u64) {
        self.not_understood.entry(why).or_default().add(line, lines);
    }

    /// Adds the columns of a file that are not read.
    pub(super) fn add_unread(&mut self, columns: &[UnreadColumn]) {
        for column in columns {
            if !self.unread.contains(column) {
                self.unread.push(column.clone());
            }
        }
    }

    /// Columns of amounts that are not read, each once.
    pub fn unread(&self) -> &[UnreadColumn] {
        &self.unread
    }

    /// Rows that are set aside, by reason.
    pub fn all_set_aside(&self) -> impl Iterator<Item = (SetAside, Count)> {
        self.set_aside.iter().map(|(why, count)| (*why, *count))
    }

    /// Lines that are not understood, by reason.
    pub fn all_not_understood(&self) -> impl Iterator<Item = (Unreadable, Count)> {
        self.not_understood.iter().map(|(why, count)| (*why, *count))
    }
}
