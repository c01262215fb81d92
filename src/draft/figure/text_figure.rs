//! A figure of a text, before anything is known of its trade.

use std::ops::Range;

use crate::dataset::{Bound, Quantity, Unit};

/// The thing that a figure counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::draft) enum CountedIn {
    /// A unit that its words name.
    Unit(Unit),
    /// Money of one of several currencies, separated by blanks; the reporter's own, else the one marked with `*`.
    Money(&'static str),
    /// Things that are no partners.
    Things,
    /// A unit that is not known, or none.
    Unknown,
}

/// A figure.
#[derive(Debug, Clone)]
pub(in crate::draft) struct TextFigure {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Its bytes.
    pub range: Range<usize>,
    /// The number without its sign; `None` if it has too many digits.
    pub value: Option<Quantity>,
    pub multiplier: i8,
    pub counted: CountedIn,
    /// The bytes of the amount whose unit it most likely has, if it names none.
    pub unit_from: Option<Range<usize>>,
    /// `Some(true)` for a printed minus, `Some(false)` for a printed plus.
    pub is_negative: Option<bool>,
    pub bound: Option<Bound>,
    /// An amount per something else.
    pub is_price: bool,
    /// A scale was named.
    pub has_scale: bool,
}
