//! The earlier periods of a figure as a row of little bars.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::Words;
use crate::analysis::Figure;
use crate::dataset::Period;

/// Bars from the lowest to the highest; a part of the line stays free above them, so that rows do not fuse.
const BARS: [char; 7] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇'];
/// The minimum number of periods: two bars side by side would be taken for one long bar, and say no more than a growth.
const LEAST_PERIODS: usize = 3;
/// The maximum number of periods; the latest ones are shown.
const MOST_PERIODS: usize = 8;
/// The maximum number of figures that are searched for them.
const MOST_FIGURES: usize = 3 * MOST_PERIODS;

/// The bars of a figure over time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sparkline {
    first: Period,
    last: Period,
    /// `▃▆ ▇█`
    pub bars: String,
}

impl Sparkline {
    /// The bars behind the periods that they go from and to, where no head says what they are: `2020 to 2024 ▃▆ ▇█`.
    #[must_use]
    pub fn with_periods(&self) -> String {
        format!("{} to {} {}", self.first, self.last, self.bars)
    }
}

impl Words<'_> {
    /// A bar for each period of a figure up to its own, as high as its value between zero and the greatest, with a
    /// blank for each missing period: `▃▆ ▇█`. `None` for the first two periods, for a derived figure, and in an answer
    /// out of a table: of its rows only the flow that was asked for has earlier periods, and a pane for them.
    #[must_use]
    pub fn sparkline(self, figure: Figure) -> Option<Sparkline> {
        let Figure::Published(row) = figure else { return None };
        if self.dataset.slice.is_some() {
            return None;
        }
        let words = self.as_published();
        let points = self.analysis.over_time(self.dataset, row);
        let points = &points[points.len().saturating_sub(MOST_FIGURES)..];
        let mut drawn: Vec<(Period, Decimal, bool)> = Vec::new();
        let mut before = None;
        for point in points {
            let figure = Figure::Published(point.row);
            let Some(period) = words.subject(figure).and_then(|subject| subject.period) else { continue };
            let value = words.amount(figure).and_then(super::ShownAmount::plain);
            // One of several figures for the same period is enough.
            if let Some(value) = value.filter(|_| before != Some(period)) {
                drawn.push((period, value, point.after.is_some()));
                before = Some(period);
            }
        }
        if drawn.len() < LEAST_PERIODS {
            return None;
        }
        let drawn = &drawn[drawn.len().saturating_sub(MOST_PERIODS)..];
        let values = || drawn.iter().map(|(_, value, _)| *value);
        let least = values().fold(Decimal::ZERO, Decimal::min);
        let most = values().fold(Decimal::ZERO, Decimal::max);
        let mut bars = String::new();
        for (at, (_, value, goes_on)) in drawn.iter().enumerate() {
            if at > 0 && !goes_on {
                bars.push(' ');
            }
            bars.push(bar(*value, least, most));
        }
        Some(Sparkline { first: drawn.first()?.0, last: drawn.last()?.0, bars })
    }
}

/// The bar of a value in a range.
fn bar(value: Decimal, least: Decimal, most: Decimal) -> char {
    let part = || (value.checked_sub(least)?).checked_div(most.checked_sub(least)?);
    let level = part().and_then(|part| (part * Decimal::from(BARS.len() - 1)).round().to_usize());
    BARS[level.unwrap_or(0).min(BARS.len() - 1)]
}
