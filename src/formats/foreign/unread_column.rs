//! Columns with amounts that are not read, and others that rows differ in.

use foldhash::HashMap;

use super::head::Head;

/// A column with amounts that are not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct UnreadColumn {
    /// As the header writes it.
    pub name: String,
    pub why: WhyUnread,
}

/// Why a column of amounts is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum WhyUnread {
    /// Another column has the same amount, perhaps in another unit.
    SameAmount,
    /// They are several, of a format that has a column for the one that is read of each kind.
    OtherAmounts,
    /// It is in another unit than the first of its kind.
    OtherUnit,
    /// Its name says neither a value nor a net weight in a known unit.
    UnknownAmount,
    /// It names no period, and the columns next to it do.
    NoPeriod,
    /// Its name is none that is known, and rows differ in it alone.
    TellsApart,
    /// It is no column, but the measure or the unit of the rows that are read.
    OnlyMeasure,
    /// It is no column, but the publisher, whose tables of exports and of imports have the same columns.
    NoFlow,
    /// It is no column, but the publisher, whose codes of places are its own and stand without names.
    OwnCodes,
    /// It is no column, but the lines above the header.
    AboveHeader,
    /// It is no column, but a line next to the table that states the power of ten of the values, and perhaps their unit.
    StatedUnit,
}

/// Those of the columns `others` in which rows of the sample differ that have the same in the columns `read`.
pub(super) fn telling_apart(head: &Head, read: &[usize], others: &[usize]) -> Vec<UnreadColumn> {
    let mut first: HashMap<Vec<&str>, &Vec<String>> = HashMap::default();
    let mut telling = vec![false; others.len()];
    for row in &head.sample {
        let key = read.iter().map(|at| row.get(*at).map_or("", String::as_str)).collect();
        let earlier = *first.entry(key).or_insert(row);
        for (telling, at) in telling.iter_mut().zip(others) {
            *telling |= earlier.get(*at) != row.get(*at);
        }
    }
    let found = others.iter().zip(&telling).filter(|(_, telling)| **telling);
    found.map(|(at, _)| UnreadColumn { name: head.header[*at].clone(), why: WhyUnread::TellsApart }).collect()
}
