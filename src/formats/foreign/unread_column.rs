//! Columns with amounts that are not read.

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
    /// Its name says neither a value nor a net weight in a known unit.
    UnknownAmount,
    /// It names no period, and the columns next to it do.
    NoPeriod,
    /// Its name is none that is known, and rows differ in it alone.
    TellsApart,
    /// It is no column, but the measure or the unit of the rows that are read.
    OnlyMeasure,
    /// It is no column, but the lines above the header.
    AboveHeader,
}
