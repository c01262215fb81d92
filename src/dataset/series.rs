//! Series: figures that differ only in period form one line.

use chrono::{Months, NaiveDate};
use foldhash::HashMap;

use super::{Definition, GrowthOf, Measure, Observation, Period, RankedAmong, Status, Subject};

/// Figures that differ only in period, from the earliest to the latest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeriesLine {
    /// The figures, in order of time.
    pub points: Vec<SeriesPoint>,
}

/// A figure of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SeriesPoint {
    /// Position of the figure in [`super::Dataset::observations`].
    pub row: usize,
    /// The point that precedes it without a gap, by its index in the line; `None` for the first point, where a period
    /// is missing, where the series breaks, and between a printed value and one that is added up from parts.
    pub after: Option<usize>,
}

/// Everything that tells two lines of one measure and unit apart.
#[derive(Debug, PartialEq, Eq, Hash)]
struct LineKey {
    trade: Subject,
    definition: Definition,
    measure: Measure,
    growth_of: Option<GrowthOf>,
    ranked_among: Option<RankedAmong>,
    base: Base,
    whole: Option<Subject>,
}

/// The period that a change is measured from, seen from its own.
#[derive(Debug, PartialEq, Eq, Hash)]
enum Base {
    None,
    /// A number of months before.
    Months(u32),
    /// The same period for the whole line.
    Fixed(Period),
}

/// Groups `rows`, which are indexes into `observations` and share one unit, into lines, in the order of their first
/// rows.
#[must_use]
pub fn series_lines(observations: &[Observation], rows: &[usize]) -> Vec<SeriesLine> {
    let mut place_of: HashMap<LineKey, usize> = HashMap::default();
    let mut lines: Vec<Vec<usize>> = Vec::new();
    for row in rows.iter().copied() {
        let Some(observation) = observations.get(row) else { continue };
        let place = *place_of.entry(key(observations, observation)).or_insert_with(|| {
            lines.push(Vec::new());
            lines.len() - 1
        });
        lines[place].push(row);
    }
    lines.into_iter().map(|rows| SeriesLine { points: linked(observations, rows) }).collect()
}

fn key(observations: &[Observation], row: &Observation) -> LineKey {
    let undated = |subject: &Subject| Subject { period: None, ..subject.clone() };
    LineKey {
        trade: undated(&row.subject),
        definition: row.definition,
        measure: row.measure,
        growth_of: row.growth_of,
        ranked_among: row.ranked_among,
        base: base(row),
        // A share of one year is a share of that year's whole, so wholes that differ only in period count as the same.
        whole: row.whole().and_then(|at| observations.get(at)).map(|whole| undated(&whole.subject)),
    }
}

fn base(row: &Observation) -> Base {
    match (row.measure, row.base, row.subject.period) {
        (_, None, _) => Base::None,
        (Measure::Index, Some(base), _) | (_, Some(base), None) => Base::Fixed(base),
        (_, Some(base), Some(period)) => {
            let distance = Period::between(base.start(), period.start()).and_then(Period::length_in_months);
            distance.map_or(Base::Fixed(base), Base::Months)
        }
    }
}

/// The rows in order of time, each with its predecessor.
fn linked(observations: &[Observation], mut rows: Vec<usize>) -> Vec<SeriesPoint> {
    let period = |row: &usize| observations[*row].subject.period;
    rows.sort_by_key(|row| period(row).map(|period| (period.end(), period.start())));
    let frequency = Frequency::new(rows.iter().filter_map(period));
    // The first figure of each period that has a number.
    let mut place_of: HashMap<Period, usize> = HashMap::default();
    let mut points: Vec<SeriesPoint> = Vec::with_capacity(rows.len());
    for (place, row) in rows.into_iter().enumerate() {
        let observation = &observations[row];
        let mut after = None;
        if let (Some(period), Some(_)) = (observation.subject.period, observation.value) {
            if observation.status != Status::Break {
                after = frequency
                    .before(period)
                    .into_iter()
                    .flatten()
                    .find_map(|period| place_of.get(&period).copied())
                    .filter(|place| {
                        observations[points[*place].row].is_of_parts() == observation.is_of_parts()
                    });
            }
            place_of.entry(period).or_insert(place);
        }
        points.push(SeriesPoint { row, after });
    }
    points
}

/// How often figures of a line were published.
#[derive(Debug, Default)]
struct Frequency {
    /// For cumulated periods, such as January to July and January to August: by how many months each is longer than the
    /// one before, by their common first day.
    steps: HashMap<NaiveDate, u32>,
    /// True if all figures cover the same months of different years.
    is_yearly: bool,
}

impl Frequency {
    fn new(periods: impl Iterator<Item = Period>) -> Self {
        let mut lengths: HashMap<NaiveDate, Vec<u32>> = HashMap::default();
        let mut months = None;
        let mut is_yearly = true;
        for period in periods {
            let Some(length) = period.length_in_months() else {
                is_yearly = false;
                continue;
            };
            lengths.entry(period.start()).or_default().push(length);
            let own = (chrono::Datelike::month0(&period.start()), length);
            is_yearly &= length <= 12 && *months.get_or_insert(own) == own;
        }
        let steps = lengths.into_iter().filter_map(|(start, lengths)| {
            let step = lengths.iter().copied().reduce(greatest_common_divisor)?;
            lengths.iter().any(|length| *length != lengths[0]).then_some((start, step))
        });
        Self { steps: steps.collect(), is_yearly }
    }

    /// The periods that may precede `period` in the line: the one that ends where it begins; for a cumulated one, the
    /// same without its last step; for yearly figures, the same of the year before.
    fn before(&self, period: Period) -> [Option<Period>; 3] {
        let start = period.start();
        let adjacent = match period.length_in_months() {
            Some(length) => start.checked_sub_months(Months::new(length)),
            None => start.checked_sub_signed(period.end() - start),
        };
        let adjacent = adjacent.and_then(|first| Period::between(first, start));
        let cumulated = self.steps.get(&start).and_then(|step| {
            let end = period.end().checked_sub_months(Months::new(*step))?;
            Period::between(start, end)
        });
        [cumulated, adjacent, period.year_before().filter(|_| self.is_yearly)]
    }
}

fn greatest_common_divisor(a: u32, b: u32) -> u32 {
    if b == 0 { a } else { greatest_common_divisor(b, a % b) }
}
