//! Panes for a dataset that describes none: one per measure and unit, and one of the checks.

use foldhash::HashMap;

use crate::dataset::Measure;
use crate::dataset::{Observation, Pane, PaneKind, SeriesLine, Unit, series_lines};

/// Observations of one measure and unit.
type MeasureRows = ((Measure, Option<Unit>), Vec<usize>);

/// One pane per measure and unit: lines if a few things have several periods each, bars if there are numbers to compare,
/// else a list.
pub fn panes(observations: &[Observation]) -> Vec<Pane> {
    let mut groups: Vec<MeasureRows> = Vec::new();
    let mut group_of = HashMap::default();
    for (at, observation) in observations.iter().enumerate() {
        let key = (observation.measure, unit(observation));
        let group = *group_of.entry(key).or_insert_with(|| {
            groups.push((key, Vec::new()));
            groups.len() - 1
        });
        groups[group].1.push(at);
    }
    groups.sort_by_key(|((measure, _), _)| *measure);
    let checks = pane("checks".to_owned(), "Checks".to_owned(), PaneKind::Reconciliation, Vec::new());
    groups.into_iter().map(|group| of_group(observations, group)).chain([checks]).collect()
}

/// The unit that distinguishes a pane from others of its measure and is part of its id; `None` for units that are not
/// shown, since two panes would get the same id. A row without a number may leave out what its measure implies.
fn unit(observation: &Observation) -> Option<Unit> {
    let by_measure = match observation.measure {
        Measure::Growth | Measure::Share => Some(Unit::Percent),
        Measure::Multiple => Some(Unit::Factor),
        Measure::ShareChange => Some(Unit::Points),
        Measure::Index => Some(Unit::Index),
        Measure::Value
        | Measure::Rank
        | Measure::Count
        | Measure::Change
        | Measure::Record
        | Measure::UnitValue => None,
        Measure::Mention => return None,
    };
    let unit = observation.unit.or(by_measure)?;
    match unit {
        Unit::Count | Unit::Rank | Unit::Index => None,
        Unit::Money(_)
        | Unit::Percent
        | Unit::Factor
        | Unit::Points
        | Unit::Amount(_)
        | Unit::PerKilogram(_) => Some(unit),
    }
}

fn of_group(observations: &[Observation], ((measure, unit), rows): MeasureRows) -> Pane {
    let (id, title, bars) = match measure {
        Measure::Value => ("values", "Values", true),
        Measure::Growth => ("growth", "Growth", true),
        Measure::Share => ("shares", "Shares", true),
        Measure::Multiple => ("multiples", "Multiples", true),
        Measure::Rank => ("ranks", "Ranks", false),
        Measure::Count => ("counts", "Counts", false),
        Measure::Mention => ("mentions", "Named without a number", false),
        Measure::Change => ("changes", "Changes", true),
        Measure::ShareChange => ("share-changes", "Changes of shares", true),
        Measure::Index => ("indices", "Indices", false),
        Measure::Record => ("records", "Records", false),
        Measure::UnitValue => ("unit-values", "Unit values", true),
    };
    let id = unit.iter().fold(id.to_owned(), |id, unit| format!("{id}-{}", unit.code().to_lowercase()));
    let title = unit.iter().fold(title.to_owned(), |title, unit| format!("{title}, {unit}"));
    let kind = match bars && unit.is_some() {
        true if is_series(observations, &rows) => PaneKind::Series,
        true => PaneKind::Ranking,
        false => PaneKind::Listing,
    };
    pane(id, title, kind, rows)
}

/// The most lines that can be told apart in one chart.
const MOST_LINES: usize = 8;
/// The most rows of a chart that nobody asked for.
const MOST_ROWS: usize = 1_000;
/// The fewest figures of a line.
const LEAST_POINTS: usize = 3;

/// True for a few lines of several periods each.
fn is_series(observations: &[Observation], rows: &[usize]) -> bool {
    let have_periods = || rows.iter().all(|at| observations[*at].subject.period.is_some());
    if rows.len() > MOST_ROWS || rows.len() < LEAST_POINTS || !have_periods() {
        return false;
    }
    let lines = series_lines(observations, rows);
    let is_long = |line: &SeriesLine| {
        let mut periods: Vec<_> =
            line.points.iter().map(|point| observations[point.row].subject.period).collect();
        periods.dedup();
        periods.len() >= LEAST_POINTS
    };
    lines.len() <= MOST_LINES && lines.iter().all(is_long)
}

fn pane(id: String, title: String, kind: PaneKind, rows: Vec<usize>) -> Pane {
    Pane { id, title, note: None, kind, rows, reference: None }
}
