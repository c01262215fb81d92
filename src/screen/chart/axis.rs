//! The axis of values: round numbers, as many as there is room for.

use ratatui::buffer::Buffer;
use rust_decimal::Decimal;

use super::plot::Plot;
use crate::dashboard::Chart;
use crate::screen::{Theme, cells};
use crate::text::truncate;
use crate::wording::{fixed, grouped};

/// Rows from one number of the axis to the next, at least.
const ROWS_APART: u16 = 3;
/// The steps from one number to the next, before a power of ten.
const STEPS: [i64; 3] = [1, 2, 5];
/// The least step.
const LEAST_STEP: Decimal = Decimal::from_parts(1, 0, 0, false, 9);

/// The least part of the height of a plot that its values use where its numbers stand equally far apart.
const LEAST_USED: Decimal = Decimal::from_parts(75, 0, 0, false, 2);

/// Round numbers within the range of the values.
pub struct Axis {
    ticks: Vec<(Decimal, String)>,
    /// The value at the upper end of the plot.
    pub top: Decimal,
}

impl Axis {
    /// The axis of a chart in so many rows of so many dots.
    pub fn new(chart: &Chart, rows: u16, dots: u16) -> Self {
        Self::even(chart, rows, dots).unwrap_or(Self { ticks: Vec::new(), top: chart.range.1 })
    }

    /// Columns of the widest number.
    pub fn width(&self) -> u16 {
        let widest = self.ticks.iter().map(|(_, text)| truncate::width(text)).max().unwrap_or(0);
        u16::try_from(widest).unwrap_or(u16::MAX)
    }

    /// Draws the axis at the left of a plot, its numbers from column `x` on, and the line below the plot.
    pub fn render(&self, plot: &Plot, theme: &Theme, x: u16, buffer: &mut Buffer) {
        let line = plot.left() - 1;
        for y in plot.top()..plot.bottom() {
            cells::write(buffer, (line, y), "│", 1, theme.border);
        }
        cells::write(buffer, (line, plot.bottom()), "└", 1, theme.border);
        for x in plot.left()..plot.right() {
            cells::write(buffer, (x, plot.bottom()), "─", 1, theme.border);
        }
        let width = usize::from(self.width());
        for (value, text) in &self.ticks {
            let y = plot.row(*value);
            cells::write(buffer, (x, y), &truncate::right(text, width), width, theme.heading);
            cells::write(buffer, (line, y), "┤", 1, theme.border);
        }
    }
}

impl Axis {
    /// The multiples of a round step in the range of a chart; `None` if they are too large for exact decimals.
    fn even(chart: &Chart, rows: u16, dots: u16) -> Option<Self> {
        let range = (scaled(chart.range.0, chart.multiplier)?, scaled(chart.range.1, chart.multiplier)?);
        let (step, top) = even_step(range, rows, dots)?;
        let mut shown = range.0.checked_div(step)?.ceil().checked_mul(step)?;
        let mut ticks = Vec::new();
        while shown <= range.1 {
            ticks.push((scaled_back(shown, chart.multiplier)?, grouped(fixed(shown, step.scale()))));
            shown = shown.checked_add(step)?;
        }
        Some(Self { ticks, top: scaled_back(top, chart.multiplier)?.max(chart.range.1) })
    }
}

/// A round step, and the value at the upper end of so many rows of so many dots that puts its multiples a whole number of
/// rows apart: unequal gaps between equal steps would look like another scale. Where that would give up too much of the
/// height, the upper end is the greatest value.
fn even_step((low, high): (Decimal, Decimal), rows: u16, dots: u16) -> Option<(Decimal, Decimal)> {
    let span = high.checked_sub(low)?.max(LEAST_STEP);
    let usual = round_step(span, Decimal::from((rows / ROWS_APART).max(1)))?;
    let larger = next_step(usual).filter(|step| *step <= span);
    let (dots, all) = (Decimal::from(dots), Decimal::from((rows * dots).saturating_sub(1)));
    let extent = |step: Decimal| {
        let apart = step.checked_mul(all)?.checked_div(span.checked_mul(dots)?)?.floor();
        let apart = apart.checked_mul(dots).filter(|apart| !apart.is_zero())?;
        step.checked_mul(all)?.checked_div(apart)
    };
    let is_used = |extent: &Decimal| {
        let used = span.checked_div(*extent);
        used.is_some_and(|used| used >= LEAST_USED)
    };
    let steps = [Some(usual), larger].into_iter().flatten();
    let mut even = steps.filter_map(|step| Some((step, extent(step).filter(is_used)?)));
    let (step, extent) = even.next().unwrap_or((usual, span));
    Some((step, low.checked_add(extent)?))
}

/// A value as it stands on the axis, in the unit of the chart.
pub fn shown_value(chart: &Chart, value: Decimal) -> String {
    let shown = scaled(value, chart.multiplier).unwrap_or(value);
    grouped(shown.normalize())
}

/// A value in a power of ten; `None` where that is too large.
fn scaled(value: Decimal, multiplier: i8) -> Option<Decimal> {
    let ten = ten_to(multiplier)?;
    if multiplier < 0 { value.checked_mul(ten) } else { value.checked_div(ten) }
}

fn scaled_back(value: Decimal, multiplier: i8) -> Option<Decimal> {
    let ten = ten_to(multiplier)?;
    if multiplier < 0 { value.checked_div(ten) } else { value.checked_mul(ten) }
}

fn ten_to(multiplier: i8) -> Option<Decimal> {
    10_i64.checked_pow(u32::from(multiplier.unsigned_abs())).map(Decimal::from)
}

/// The least of 1, 2, 5, 10, … and their tenths of which at most `most` fit into `span`, but none that is larger than it.
fn round_step(span: Decimal, most: Decimal) -> Option<Decimal> {
    let (mut power, mut before) = (LEAST_STEP, LEAST_STEP);
    loop {
        for step in STEPS {
            let step = power.checked_mul(step.into())?.normalize();
            if step > span {
                return Some(before);
            }
            if span.checked_div(step)? <= most {
                return Some(step);
            }
            before = step;
        }
        power = power.checked_mul(Decimal::TEN)?;
    }
}

/// The step after this one among 1, 2, 5, 10, … and their tenths.
fn next_step(step: Decimal) -> Option<Decimal> {
    let mut power = LEAST_STEP;
    loop {
        for next in STEPS {
            let next = power.checked_mul(next.into())?.normalize();
            if next > step {
                return Some(next);
            }
        }
        power = power.checked_mul(Decimal::TEN)?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_steps_are_equally_far_apart() {
        let mut even = 0;
        for (low, high) in [("0", "520.37"), ("0", "403.1"), ("100", "193.4"), ("0", "43.82"), ("-5.2", "54")]
        {
            for rows in 4..30 {
                let range: (Decimal, Decimal) = (low.parse().expect("low"), high.parse().expect("high"));
                let (step, top) = even_step(range, rows, 4).expect("a step");
                assert!(top >= range.1, "{low} to {high} in {rows} rows");
                let dots = step * Decimal::from(4 * rows - 1) / (top - range.0);
                even += u32::from((dots / Decimal::from(4)).round_dp(9).fract().is_zero());
            }
        }
        assert!(even > 100, "{even} of 130");
    }

    #[test]
    fn steps_are_round_and_few() {
        for (span, most, expected) in [
            ("520.37", 5, "200"),
            ("520.37", 3, "200"),
            ("520.37", 2, "500"),
            ("93.4", 4, "50"),
            ("0.07", 4, "0.02"),
            ("43.82", 1, "20"),
            ("1", 1, "1"),
        ] {
            let step = round_step(span.parse().expect("a span"), Decimal::from(most));
            assert_eq!(step.map(|step| step.to_string()).as_deref(), Some(expected), "{span} in {most}");
        }
    }
}
