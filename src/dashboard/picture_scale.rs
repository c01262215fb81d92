//! Maps the ranges of a finding's picture to columns, and chooses the glyphs that draw them.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::analysis::Interval;
use crate::wording::{Picture, PictureRow};

/// Maps values to columns.
#[derive(Debug, Clone, Copy)]
pub struct PictureScale {
    low: Decimal,
    high: Decimal,
    columns: u16,
    from_zero: bool,
}

/// A column of a range.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PictureCell {
    /// The column, from 0.
    pub column: u16,
    /// The glyph that is drawn there.
    pub glyph: &'static str,
    /// True where the range extends beyond the other one.
    pub is_beyond: bool,
}

/// The body of a bar that starts at zero.
pub const PICTURE_BAR: &str = "▆";
/// The part of such a bar beyond the end of the other one.
const EXCESS: &str = "▓";

impl PictureScale {
    /// Starts at zero if that tells the two ranges apart, else covers only the ranges.
    pub fn new(picture: &Picture, columns: u16) -> Self {
        let [one, other] = picture.pair.each_ref().map(|row| row.interval);
        let ends = [one, other].into_iter().chain(picture.parts.iter().map(|row| row.interval));
        let bounds = ends.flat_map(|interval| [interval.bounded_low(), interval.bounded_high()]).flatten();
        let (mut low, mut high) = (one.low().min(other.low()), Decimal::MIN);
        for bound in bounds {
            (low, high) = (low.min(bound), high.max(bound));
        }
        let zero = Self { low: Decimal::ZERO, high, columns, from_zero: true };
        let (less, more) = less_and_more(picture);
        let is_apart = zero.column(more.low()) > zero.column(less.high()) + 1;
        if picture.has_zero && low >= Decimal::ZERO && is_apart {
            return zero;
        }
        let low = one.bounded_low().into_iter().chain(other.bounded_low()).min().unwrap_or(low);
        let margin = high.checked_sub(low).and_then(|span| span.checked_div(8.into())).unwrap_or_default();
        let (low, high) = (low.checked_sub(margin).unwrap_or(low), high.checked_add(margin).unwrap_or(high));
        Self { low, high, columns, from_zero: false }
    }

    /// The column in the middle of the excess of the larger range.
    pub fn beyond(&self, picture: &Picture) -> u16 {
        let (less, more) = less_and_more(picture);
        self.ends(less).1.midpoint(self.ends(more).0 + 1)
    }

    /// The columns of a range that is compared with another one, from the left; empty for a part of a sum that lies
    /// outside.
    pub fn cells(&self, row: &PictureRow, other: &PictureRow) -> Vec<PictureCell> {
        if row.interval.high() < self.low || row.interval.low() > self.high {
            return Vec::new();
        }
        let (low, high) = self.ends(row.interval);
        let shared =
            if row.interval.low() > other.interval.high() { self.ends(other.interval).1 } else { low };
        let bar = |column: u16| {
            let is_beyond = column > shared;
            PictureCell { column, glyph: if is_beyond { EXCESS } else { PICTURE_BAR }, is_beyond }
        };
        let bars = if self.from_zero { 0..low } else { 0..0 };
        let end = |(column, glyph)| PictureCell { column, glyph, is_beyond: low > shared };
        let ends: Vec<(u16, &'static str)> = match (low == high, self.from_zero) {
            (true, true) => vec![(high, "┤")],
            (true, false) => vec![(high, "┃")],
            (false, _) => {
                let between = (low + 1..high).map(|column| (column, "─"));
                std::iter::once((low, "├")).chain(between).chain([(high, "┤")]).collect()
            }
        };
        bars.map(bar).chain(ends.into_iter().map(end)).collect()
    }

    fn column(&self, value: Decimal) -> u16 {
        let last = self.columns.saturating_sub(1);
        let at = || {
            let span = self.high.checked_sub(self.low)?;
            let part = value.checked_sub(self.low)?.checked_div(span)?;
            part.checked_mul(last.into())?.max(Decimal::ZERO).round().to_u16()
        };
        at().unwrap_or(0).min(last)
    }

    fn ends(&self, interval: Interval) -> (u16, u16) {
        let last = self.columns.saturating_sub(1);
        let low = interval.bounded_low().map_or(0, |low| self.column(low));
        (low, interval.bounded_high().map_or(last, |high| self.column(high)))
    }
}

/// The two ranges of a picture, the lower one first.
fn less_and_more(picture: &Picture) -> (Interval, Interval) {
    let [one, other] = picture.pair.each_ref().map(|row| row.interval);
    if one.low() > other.high() { (other, one) } else { (one, other) }
}
