//! Below the bars of totals since January: the month that they go to, and their years.
//!
//! ```text
//! a Total trade  ▃▃  ▄▄ ▆▆
//! January to     Jul Aug
//! of year        22  22 23
//! ```

use chrono::Datelike;
use ratatui::buffer::Buffer;

use super::columns::PeriodColumns;
use super::plan::{BEFORE, HEADS, RowChartPlan};
use crate::analysis::Figure;
use crate::dashboard::{Chart, SinceJanuary};
use crate::dataset::Period;
use crate::screen::{Theme, cells};

/// Columns from one bar to the next that a year in full needs, with a blank behind it.
const YEAR: u16 = 5;

pub fn render(
    order: &SinceJanuary,
    (chart, selected): (&Chart, Option<Figure>),
    (plan, columns): (&RowChartPlan, &PeriodColumns),
    theme: &Theme,
    buffer: &mut Buffer,
) {
    let y = plan.plot.bottom();
    let own = chart.points().find(|point| point.is_selected(selected)).map(|point| point.period);
    for (head, y) in HEADS.into_iter().zip(y..) {
        if head.len() <= usize::from(plan.names) {
            cells::write(buffer, (plan.plot.x - plan.names - BEFORE, y), head, head.len(), theme.heading);
        }
    }
    for group in order.groups() {
        for period in group {
            let year = year(*period, columns.step >= YEAR);
            let style = if own == Some(*period) { theme.title } else { theme.heading };
            cells::write(buffer, (columns.of(*period), y + 1), &year, year.len(), style);
        }
        if let Some(first) = group.first() {
            let month = first.last_month();
            cells::write(buffer, (columns.of(*first), y), month, month.len(), theme.heading);
        }
    }
}

/// A year in four digits, or its last two.
fn year(period: Period, in_full: bool) -> String {
    let year = period.start().year();
    if in_full { year.to_string() } else { format!("{:02}", year.rem_euclid(100)) }
}
