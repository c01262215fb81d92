//! Figures over time: a chart, and its points as rows, line by line.

use super::PaneRules;
use crate::analysis::Figure;
use crate::dataset::{Pane, series_lines};
use crate::wording::{Topic, Words};

/// The height of a chart in a pane that shares the screen.
const CHART: usize = 9;
/// The maximum number of rows that it asks for there.
const MOST_ROWS: usize = 10;
/// A small chart and two rows.
const LEAST_ROWS: u16 = 7;

pub struct Rules;

impl PaneRules for Rules {
    /// The observations, line by line, each line in order of time.
    fn rows(&self, words: Words, pane: &Pane) -> Vec<Topic> {
        let lines = series_lines(&words.dataset.observations, &pane.rows);
        let points = lines.into_iter().flat_map(|line| line.points);
        points.map(|point| Topic::Figure(Figure::Published(point.row))).collect()
    }

    fn hint(&self) -> [&'static str; 2] {
        [
            "↑↓ moves along the lines; a gap is a period without a figure; z enlarges",
            "↑↓ moves along the lines",
        ]
    }

    fn least_rows(&self) -> u16 {
        LEAST_ROWS
    }

    fn wanted(&self, _words: Words, rows: usize) -> usize {
        CHART + rows.min(MOST_ROWS)
    }
}
