//! Figures that cannot be rows of a dataset.

use std::ops::Range;

/// A figure that was read and is no row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unexpressed {
    /// Its words.
    pub range: Range<usize>,
    /// The number of its paragraph.
    pub paragraph: usize,
    /// Why it is no row.
    pub reason: Inexpressible,
}

/// Why a figure is no row of a dataset.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Inexpressible {
    /// A difference between two growth rates in percentage points.
    PointsOfGrowth,
    /// A price, a rate of exchange, an index, or another amount per something.
    Price,
    /// An average over several periods.
    Average,
    /// A figure that somebody expected or aims at.
    Expected,
    /// An amount in a unit that is not known; it inherits none.
    UnknownUnit,
    /// A number of things that are no partners.
    OtherCount,
    /// Nothing says of which trade it is.
    NoFlow,
    /// Production, stocks or another thing that is no trade.
    NoTrade,
    /// A balance as a part of exports, imports or both, of which it is none.
    Ratio,
    /// More digits than can be held.
    TooManyDigits,
}
