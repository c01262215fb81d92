//! A finding as a picture: two ranges on one axis that exclude each other.

mod rows;

use crate::analysis::{Finding, Interval};
use crate::wording::Words;

/// Two ranges of one quantity that have no value in common, and the parts of a sum among them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// The parts of a sum, the largest first; empty if there is no sum, or not all parts are known here.
    pub parts: Vec<PictureRow>,
    /// The two ranges that exclude each other. The second is the whole, the permitted range, or the figure that the
    /// first is compared with.
    pub pair: [PictureRow; 2],
    /// True for amounts, which are drawn from zero.
    pub has_zero: bool,
    /// The conclusion, in a few words.
    pub remark: Option<String>,
}

/// A range with its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PictureRow {
    /// `exports 2022`
    pub label: String,
    /// Where it lies on the axis.
    pub interval: Interval,
    /// `200.05 to 200.22 bn CNY`
    pub range: String,
    /// How it is calculated: `246.57 / 1.232`; empty for a range around a printed number.
    pub working: String,
}

impl PictureRow {
    pub(super) fn new(label: impl Into<String>, interval: Interval, range: String) -> Self {
        Self { label: label.into(), interval, range, working: String::new() }
    }
}

impl Picture {
    /// Two ranges on an axis that does not start at zero.
    pub(super) fn around(pair: [PictureRow; 2]) -> Self {
        Self { parts: Vec::new(), pair, has_zero: false, remark: None }
    }
}

/// The finding to draw, with helpers that make its rows.
pub struct Drawing<'d> {
    pub words: Words<'d>,
    pub finding: &'d Finding,
}

/// From the lower of the two lower bounds to the higher of the two upper bounds.
pub fn hull(one: Interval, other: Interval) -> Interval {
    Interval::new(one.low().min(other.low()), one.high().max(other.high())).unwrap_or(one)
}
