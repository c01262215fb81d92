//! The earlier periods of a figure as a row of little bars.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::Words;
use crate::analysis::Figure;

/// Bars from the lowest to the highest; a part of the line stays free above them, so that rows do not fuse.
const BARS: [char; 7] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇'];
/// The minimum number of periods: two bars side by side would be taken for one long bar, and say no more than a growth.
const LEAST_PERIODS: usize = 3;
/// The maximum number of periods; the latest ones are shown.
const MOST_PERIODS: usize = 8;
/// The maximum number of figures that are searched for them.
const MOST_FIGURES: usize = 3 * MOST_PERIODS;

impl Words<'_> {
    /// A bar for each period of a figure up to its own, as high as its value between zero and the greatest, with a
    /// blank for each missing period: `▃▆ ▇█`. Empty for the first two periods, for a derived figure, and in an answer
    /// out of a table: of its rows only the flow that was asked for has earlier periods, and a pane for them.
    #[must_use]
    pub fn sparkline(self, figure: Figure) -> String {
        let Figure::Published(row) = figure else { return String::new() };
        if self.dataset.slice.is_some() {
            return String::new();
        }
        let words = self.as_published();
        let points = self.analysis.over_time(self.dataset, row);
        let points = &points[points.len().saturating_sub(MOST_FIGURES)..];
        let mut bars: Vec<(Decimal, bool)> = Vec::new();
        let mut before = None;
        for point in points {
            let figure = Figure::Published(point.row);
            let period = words.subject(figure).and_then(|subject| subject.period);
            let value = words.amount(figure).and_then(super::ShownAmount::plain);
            // One of several figures for the same period is enough.
            if let Some(value) = value.filter(|_| before != Some(period)) {
                bars.push((value, point.after.is_some()));
                before = Some(period);
            }
        }
        if bars.len() < LEAST_PERIODS {
            return String::new();
        }
        let bars = &bars[bars.len().saturating_sub(MOST_PERIODS)..];
        let values = || bars.iter().map(|(value, _)| *value);
        let least = values().fold(Decimal::ZERO, Decimal::min);
        let most = values().fold(Decimal::ZERO, Decimal::max);
        let mut shown = String::new();
        for (at, (value, goes_on)) in bars.iter().enumerate() {
            if at > 0 && !goes_on {
                shown.push(' ');
            }
            shown.push(bar(*value, least, most));
        }
        shown
    }
}

/// The bar of a value in a range.
fn bar(value: Decimal, least: Decimal, most: Decimal) -> char {
    let part = || (value.checked_sub(least)?).checked_div(most.checked_sub(least)?);
    let level = part().and_then(|part| (part * Decimal::from(BARS.len() - 1)).round().to_usize());
    BARS[level.unwrap_or(0).min(BARS.len() - 1)]
}
