//! The line of a figure over time, among all figures of the dataset. Built on first use.

use foldhash::{HashMap, HashSet};

use crate::dataset::{Dataset, SeriesLine, SeriesPoint, Unit, series_lines};

/// The maximum number of rows that lines are built from. More would make the first use slow, and belong in a series.
const MOST_ROWS: usize = 1_000;
/// The minimum number of periods: two show no trend.
const LEAST_PERIODS: usize = 3;

/// Lines of figures for periods of equal length: eight months show no trend next to a year.
#[derive(Debug, Clone, Default)]
pub struct OverTime {
    lines: Vec<SeriesLine>,
    /// For each row, its line and its index there.
    place_of: HashMap<usize, (usize, usize)>,
}

impl OverTime {
    pub fn new(dataset: &Dataset) -> Self {
        let rows = &dataset.observations;
        if rows.len() > MOST_ROWS {
            return Self::default();
        }
        let mut alike: HashMap<(Option<Unit>, Option<u32>), Vec<usize>> = HashMap::default();
        for (at, row) in rows.iter().enumerate() {
            if let (Some(period), Some(_)) = (row.subject.period, row.value) {
                alike.entry((row.unit, period.length_in_months())).or_default().push(at);
            }
        }
        let has_enough = |alike: &&Vec<usize>| {
            let periods: HashSet<_> = alike.iter().map(|at| rows[*at].subject.period).collect();
            periods.len() >= LEAST_PERIODS
        };
        let lines = alike.values().filter(has_enough).flat_map(|alike| series_lines(rows, alike));
        let lines: Vec<SeriesLine> = lines.filter(|line| line.points.len() >= LEAST_PERIODS).collect();
        let place_of = lines.iter().enumerate().flat_map(|(line, SeriesLine { points })| {
            points.iter().enumerate().map(move |(place, point)| (point.row, (line, place)))
        });
        let place_of = place_of.collect();
        Self { lines, place_of }
    }

    /// The figures of the line of a row up to that row.
    pub fn up_to(&self, row: usize) -> &[SeriesPoint] {
        let place = self.place_of.get(&row);
        place.and_then(|(line, place)| self.lines.get(*line)?.points.get(..=*place)).unwrap_or_default()
    }
}
