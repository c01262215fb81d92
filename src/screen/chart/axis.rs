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

/// Round numbers within the range of the values.
pub struct Axis {
    ticks: Vec<(Decimal, String)>,
}

impl Axis {
    /// The axis of a chart in so many rows.
    pub fn new(chart: &Chart, rows: u16) -> Self {
        Self { ticks: ticks(chart, rows).unwrap_or_default() }
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
            cells::write(buffer, (x, y), &truncate::right(text, width), width, theme.border);
            cells::write(buffer, (line, y), "┤", 1, theme.border);
        }
    }
}

/// The multiples of a round step in the range of a chart; `None` if they are too large for exact decimals.
fn ticks(chart: &Chart, rows: u16) -> Option<Vec<(Decimal, String)>> {
    let (low, high) = (scaled(chart.range.0, chart.multiplier)?, scaled(chart.range.1, chart.multiplier)?);
    let span = high.checked_sub(low)?.max(LEAST_STEP);
    let step = round_step(span, Decimal::from((rows / ROWS_APART).max(1)))?;
    let mut shown = low.checked_div(step)?.ceil().checked_mul(step)?;
    let mut ticks = Vec::new();
    while shown <= high {
        ticks.push((scaled_back(shown, chart.multiplier)?, grouped(fixed(shown, step.scale()))));
        shown = shown.checked_add(step)?;
    }
    Some(ticks)
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

#[cfg(test)]
mod tests {
    use super::*;

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
