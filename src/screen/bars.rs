//! Bars from a zero line, and the scale that maps values to columns.
//!
//! ```text
//! │━━━━━━━━━━━━━━╸       93.4, printed to a decimal: a sharp end
//! │━━━━━━━╾              50, printed to a whole point: a thin end over all that it may be
//! ╺╍╍╍│                  a fall, to the left of zero
//! ```
//!
//! Bars are drawn in half columns. They are thin, so that rows do not fuse; that of the selected row is thick, as
//! are those of a zoomed pane, whose rows stand apart.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::{Glyphs, Theme, cells};
use crate::dashboard::{BarRange, BarValue};

/// Maps values to half columns.
#[derive(Debug, Clone, Copy)]
pub struct Scale {
    /// The column of the zero line.
    pub zero: u16,
    /// All columns, the zero line included.
    pub width: u16,
    /// The value of half a column.
    half: Decimal,
}

/// The side of the zero line that a bar is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum SideOfZero {
    Rise,
    Fall,
}

/// Full column, half a column, half a column of bar and half of what it may be, and two columns of what it may be.
struct Shapes {
    full: &'static str,
    half: &'static str,
    half_with_end: &'static str,
    end: &'static str,
    half_end: &'static str,
}

const RISE: Shapes = Shapes { full: "━", half: "╸", half_with_end: "╾", end: "─", half_end: "╴" };
const FALL: Shapes = Shapes { full: "╍", half: "╺", half_with_end: "╼", end: "─", half_end: "╶" };

impl Scale {
    /// The scale of a range in so many columns; `None` where there is nothing to tell apart.
    pub fn new(range: BarRange, width: u16) -> Option<Self> {
        let columns = width.checked_sub(1).filter(|columns| *columns >= 2)?;
        let span = range.most.checked_sub(range.least)?;
        let left = if range.least.is_zero() {
            0
        } else {
            let part = range.least.abs().checked_div(span)?.checked_mul(columns.into())?;
            part.ceil().to_u16()?.clamp(1, columns - 1)
        };
        // Half a column stays free at either end, for what the longest bar may be.
        let halves = |columns: u16| Decimal::from((2 * columns).saturating_sub(1).max(1));
        let rise = range.most.checked_div(halves(columns - left))?;
        let fall = range.least.abs().checked_div(halves(left))?;
        let half = if left == 0 { rise } else { rise.max(fall) };
        (!half.is_zero()).then_some(Self { zero: left, width, half })
    }

    /// The column that a value lies in.
    pub fn column(&self, value: Decimal) -> u16 {
        let halves = self.halves(value.abs()).saturating_sub(1);
        let by = halves / 2 + 1;
        let at = match (value.is_zero(), value.is_sign_negative()) {
            (true, _) => self.zero,
            (_, true) => self.zero.saturating_sub(by),
            (_, false) => self.zero + by,
        };
        at.min(self.width - 1)
    }

    /// The outermost column of the bar of a value; `None` if it has none.
    pub fn outermost(&self, value: BarValue) -> Option<u16> {
        (!value.point.is_zero()).then(|| self.column(value.point))
    }

    /// Draws the zero line and the bar of a value, thin or thick.
    pub fn render(
        &self,
        value: BarValue,
        theme: &Theme,
        (area, is_thick): (Rect, bool),
        buffer: &mut Buffer,
    ) {
        cells::write(buffer, (area.x + self.zero, area.y), "│", 1, theme.heading);
        let (side, shapes, room) = if value.point.is_sign_negative() {
            (SideOfZero::Fall, FALL, self.zero)
        } else {
            (SideOfZero::Rise, RISE, self.width - 1 - self.zero)
        };
        if value.point.is_zero() {
            return;
        }
        let halves = self.halves(value.point.abs()).max(1).min(2 * room);
        let end = self.end(value, side, halves).min(2 * room);
        let thin = if side == SideOfZero::Fall { theme.falling } else { theme.bar };
        for column in 0..end.div_ceil(2) {
            let at = match side {
                SideOfZero::Rise => self.zero + 1 + column,
                SideOfZero::Fall => self.zero - 1 - column,
            };
            let solid = halves.saturating_sub(2 * column).min(2);
            let may_be = end.saturating_sub(2 * column).min(2);
            let (glyph, style) = if is_thick && solid > 0 {
                thick(side, solid == 2, theme)
            } else {
                (shapes.glyph(solid, may_be), thin)
            };
            cells::write(buffer, (area.x + at, area.y), glyph, 1, style);
        }
    }

    /// Half columns from zero to a value above it.
    fn halves(&self, value: Decimal) -> u16 {
        value.checked_div(self.half).and_then(|halves| halves.round().to_u16()).unwrap_or(u16::MAX)
    }

    /// Where what a value may be ends, in half columns from zero: past the bar, unless that is too little to be seen.
    fn end(&self, value: BarValue, side: SideOfZero, halves: u16) -> u16 {
        let bound = match side {
            SideOfZero::Rise => value.high,
            SideOfZero::Fall => value.low,
        };
        let Some(bound) = bound else { return u16::MAX };
        let further = bound.checked_sub(value.point).unwrap_or_default().abs();
        let is_seen = further.checked_mul(16.into()).is_none_or(|further| further >= self.half);
        let end = bound.abs().checked_div(self.half).and_then(|end| end.ceil().to_u16()).unwrap_or(u16::MAX);
        if is_seen { end.max(halves.saturating_add(1)) } else { halves }
    }
}

impl Shapes {
    fn glyph(&self, solid: u16, may_be: u16) -> &'static str {
        match (solid, may_be) {
            (2.., _) => self.full,
            (1, 2..) => self.half_with_end,
            (1, _) => self.half,
            (0, 2..) => self.end,
            (0, _) => self.half_end,
        }
    }
}

/// A thick bar: blanks on a colour, which take fewer bytes than blocks. Without glyphs for half a
/// column, its last column is a whole one.
fn thick(side: SideOfZero, is_full: bool, theme: &Theme) -> (&'static str, Style) {
    let is_full = is_full || theme.glyphs != Glyphs::Unicode;
    match (side, is_full) {
        (SideOfZero::Rise, true) if theme.bar_selected.bg.is_some() => (" ", theme.bar_selected),
        (SideOfZero::Rise, true) => ("█", theme.bar_selected),
        (SideOfZero::Rise, false) => ("▌", Style { bg: None, ..theme.bar_selected }),
        (SideOfZero::Fall, true) => ("▒", theme.falling),
        (SideOfZero::Fall, false) => ("▐", theme.falling),
    }
}
