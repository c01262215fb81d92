//! The range of values that the bars of a pane cover. Panes of one measure and unit share a range, so that equal values
//! have equal bars in all of them.

use rust_decimal::Decimal;

use crate::analysis::{Figure, Interval};
use crate::dataset::{Measure, Pane, PaneKind, Unit};
use crate::wording::{ShownAmount, Topic, Words};

/// A range of values that includes zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BarRange {
    measure: Measure,
    unit: Unit,
    /// The least value that a row may stand for; never above zero.
    pub least: Decimal,
    /// The greatest value that a row may stand for; never below zero.
    pub most: Decimal,
}

impl BarRange {
    /// The range of a ranking; `None` for fewer than two values, as a single one has nothing to be compared with.
    pub fn new(words: Words, pane: &Pane, rows: &[Topic]) -> Option<Self> {
        if pane.kind != PaneKind::Ranking {
            return None;
        }
        let reference = pane.reference.map(Figure::Published);
        let figures = || rows.iter().filter_map(|row| row.figure()).chain(reference);
        let first =
            figures().find_map(|figure| words.observation(figure).filter(|row| row.value.is_some()))?;
        let values = || figures().filter_map(|figure| bar_value(words, figure));
        if values().take(2).count() < 2 {
            return None;
        }
        let bounds = |value: BarValue| [value.low, Some(value.point), value.high].into_iter().flatten();
        let (mut least, mut most) = (Decimal::ZERO, Decimal::ZERO);
        for bound in values().flat_map(bounds) {
            (least, most) = (least.min(bound), most.max(bound));
        }
        Some(Self { measure: first.measure, unit: first.unit?, least, most })
    }

    /// True if values of both can be compared by length.
    #[must_use]
    pub fn is_like(self, other: Self) -> bool {
        (self.measure, self.unit) == (other.measure, other.unit)
    }

    /// The range of both.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        Self { least: self.least.min(other.least), most: self.most.max(other.most), ..self }
    }
}

/// A value without its power of ten, and the bounds of what it stands for; `None` for a missing bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BarValue {
    /// The number as it was published.
    pub point: Decimal,
    /// The least value that it stands for.
    pub low: Option<Decimal>,
    /// The greatest value that it stands for.
    pub high: Option<Decimal>,
}

impl BarValue {
    /// The value shifted by `more`; `None` on overflow.
    pub fn plus(self, more: Decimal) -> Option<Self> {
        let plus = |value: Decimal| value.checked_add(more);
        Some(Self { point: plus(self.point)?, low: self.low.and_then(plus), high: self.high.and_then(plus) })
    }
}

/// The value of a figure as it was published, whatever the chosen currency.
#[must_use]
pub fn bar_value(words: Words, figure: Figure) -> Option<BarValue> {
    let words = words.as_published();
    let amount = words.amount(figure)?;
    let point = ShownAmount::plain(amount)?;
    let interval = words.interval(figure).and_then(|interval| interval.shifted(amount.multiplier.into()));
    let interval = interval.unwrap_or_else(|| Interval::exactly(point));
    Some(BarValue { point, low: interval.bounded_low(), high: interval.bounded_high() })
}

impl super::app::App {
    /// True if the bars of two panes share a scale while both are in view.
    #[must_use]
    pub fn share_bars(&self, one: usize, other: usize) -> bool {
        let bars = |pane: usize| self.model.panes.get(pane).and_then(|pane| pane.bars);
        bars(one).zip(bars(other)).is_some_and(|(one, other)| one.is_like(other))
    }

    /// The width of a pane's first rows up to their bars, in their shortest wording.
    #[must_use]
    pub(crate) fn before_bars(&self, pane: usize) -> u16 {
        self.model.panes.get(pane).map_or(0, |pane| pane.before_bars)
    }
}
