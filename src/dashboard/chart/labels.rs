//! The labels of the rows of a chart.

use super::Chart;
use crate::analysis::Figure;

impl Chart {
    /// The label of a row where the chart is not drawn, so that letters would say nothing: name and period, or where there
    /// is little room the period first, which must not be cut.
    pub fn plain_label(&self, figure: Figure, is_brief: bool) -> Option<String> {
        let (line, period) = self.rows.get(&figure)?;
        let name = Some(self.lines.get(*line)?.name.clone()).filter(|name| !name.is_empty());
        let period = period.map(|period| period.to_string());
        let (parts, between) = if is_brief { ([period, name], " ") } else { ([name, period], " · ") };
        Some(parts.into_iter().flatten().collect::<Vec<_>>().join(between))
    }

    /// The label of a row: letter and name of its line, if there are several, and its period, unless all rows share
    /// one.
    pub fn label(&self, figure: Figure) -> Option<String> {
        let (line, period) = self.rows.get(&figure)?;
        let period = period.map(|period| period.to_string());
        if self.lines.len() < 2 {
            return period;
        }
        let letter = letter(*line).map(String::from);
        let name = Some(self.lines.get(*line)?.name.clone()).filter(|name| !name.is_empty());
        let named = letter.into_iter().chain(name).collect::<Vec<_>>().join(" ");
        Some([Some(named), period].into_iter().flatten().collect::<Vec<_>>().join(" · "))
    }

    /// The same for narrow columns: only the letter of a line that has one, which the chart explains.
    pub fn brief_label(&self, figure: Figure) -> Option<String> {
        let (line, period) = self.rows.get(&figure)?;
        match (letter(*line), period) {
            (Some(letter), Some(period)) if self.lines.len() > 1 => Some(format!("{letter} {period}")),
            _ => self.label(figure),
        }
    }
}

/// The letter of the line at an index; `None` past `z`.
pub fn letter(line: usize) -> Option<char> {
    ('a'..='z').nth(line)
}
