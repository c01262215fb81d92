//! The columns of the periods: where they are in time, but no two in the same place; or equal months together.

use ratatui::layout::Rect;

use crate::dashboard::{Chart, SinceJanuary};
use crate::dataset::Period;
use crate::screen::chart::plot::day;

/// The widest bar.
const WIDEST: u16 = 3;
/// Columns that stay free behind the last bar, for its marks.
const AFTER: u16 = 3;
/// The most blanks between groups of equal months.
const MOST_APART: u16 = 4;

/// The columns of all periods of a chart.
pub struct PeriodColumns {
    periods: Vec<(Period, u16)>,
    /// Of a bar.
    pub width: u16,
    /// From the start of a bar to that of the next, if they stand as close as they may.
    pub step: u16,
    right: u16,
}

impl PeriodColumns {
    pub fn new(chart: &Chart, plot: Rect) -> Self {
        match &chart.since_january {
            Some(order) => Self::in_groups(order, plot),
            None => Self::in_time(chart, plot),
        }
    }

    /// Equal months next to each other, and the groups apart.
    fn in_groups(order: &SinceJanuary, plot: Rect) -> Self {
        let count = |count: usize| u16::try_from(count).unwrap_or(u16::MAX).max(1);
        let groups = count(order.groups().count());
        let bars = count(order.groups().map(<[Period]>::len).sum());
        let step = (plot.width.saturating_sub(groups) / bars).clamp(1, WIDEST + 2);
        let apart = (plot.width.saturating_sub(bars * step) / groups).clamp(1, MOST_APART);
        let mut x = plot.x;
        let mut periods = Vec::new();
        for group in order.groups() {
            for period in group {
                periods.push((*period, x));
                x += step;
            }
            x += apart;
        }
        Self { periods, width: step.saturating_sub(1).clamp(1, WIDEST), step, right: plot.right() }
    }

    fn in_time(chart: &Chart, plot: Rect) -> Self {
        let mut periods: Vec<Period> = chart.points().map(|point| point.period).collect();
        periods.sort_unstable_by_key(|period| (period.end(), period.start()));
        periods.dedup();
        let count = u16::try_from(periods.len()).unwrap_or(u16::MAX).max(1);
        let room = plot.width.saturating_sub(AFTER);
        // With a blank or two behind each bar, marks have room.
        let step = (room / count).clamp(1, WIDEST + 2);
        let width = step.saturating_sub(2).clamp(1, WIDEST);
        let days =
            (periods.first().map_or(0.0, |first| day(*first)), periods.last().map_or(0.0, |last| day(*last)));
        let part = |period: Period| {
            let span = days.1 - days.0;
            if span > 0.0 { (day(period) - days.0) / span } else { 0.0 }
        };
        let last = room.saturating_sub(width);
        let mut at = 0_u16;
        let mut columns: Vec<u16> = Vec::with_capacity(periods.len());
        for period in &periods {
            let own = super::super::plot::whole(part(*period) * f64::from(last));
            let column = if columns.is_empty() { own } else { own.max(at + step) };
            columns.push(column);
            at = column;
        }
        // Those that were pushed past the end make room from there.
        let mut end = plot.width.saturating_sub(1);
        for column in columns.iter_mut().rev() {
            *column = (*column).min(end);
            end = column.saturating_sub(step);
        }
        let columns = columns.into_iter().map(|column| plot.x + column);
        Self { periods: periods.into_iter().zip(columns).collect(), width, step, right: plot.right() }
    }

    /// The first column of a period.
    pub fn of(&self, period: Period) -> u16 {
        self.periods.iter().find(|(own, _)| *own == period).map_or(self.right, |(_, column)| *column)
    }

    /// The free columns behind the bar of a period.
    pub fn behind(&self, period: Period) -> usize {
        let at = self.periods.iter().position(|(own, _)| *own == period);
        let next = at.and_then(|at| self.periods.get(at + 1)).map_or(self.right, |(_, column)| *column);
        usize::from(next.saturating_sub(self.of(period) + self.width))
    }

    /// All periods with their columns.
    pub fn all(&self) -> impl Iterator<Item = (Period, u16)> {
        self.periods.iter().copied()
    }
}
