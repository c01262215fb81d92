//! Panes for a dataset that describes none: one per measure and unit, and one of the checks.

use std::collections::HashMap;

use crate::dataset::code::Measure;
use crate::dataset::{Observation, Pane, PaneKind, Unit};

/// Observations of one measure and unit.
type MeasureRows = ((Measure, Option<Unit>), Vec<usize>);

/// One pane per measure and unit: bars if there are numbers to compare, else a list.
pub fn panes(observations: &[Observation]) -> Vec<Pane> {
    let mut groups: Vec<MeasureRows> = Vec::new();
    let mut group_of = HashMap::new();
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
    groups.into_iter().map(of_group).chain([checks]).collect()
}

/// The unit that distinguishes a pane from others of its measure and is part of its id; `None` for units that are not
/// shown, since two panes would get the same id. A row without a number may leave out what its measure implies.
fn unit(observation: &Observation) -> Option<Unit> {
    let by_measure = match observation.measure {
        Measure::Growth | Measure::Share => Some(Unit::Percent),
        Measure::Multiple => Some(Unit::Factor),
        Measure::ShareChange => Some(Unit::Points),
        Measure::Index => Some(Unit::Index),
        Measure::Value | Measure::Rank | Measure::Count | Measure::Change | Measure::Record => None,
        Measure::Mention => return None,
    };
    let unit = observation.unit.or(by_measure)?;
    match unit {
        Unit::Count | Unit::Rank | Unit::Index => None,
        Unit::Money(_) | Unit::Percent | Unit::Factor | Unit::Points | Unit::Amount(_) => Some(unit),
    }
}

fn of_group(((measure, unit), rows): MeasureRows) -> Pane {
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
    };
    let id = unit.iter().fold(id.to_owned(), |id, unit| format!("{id}-{}", unit.code().to_lowercase()));
    let title = unit.iter().fold(title.to_owned(), |title, unit| format!("{title}, {unit}"));
    let kind = if bars && unit.is_some() { PaneKind::Ranking } else { PaneKind::Listing };
    pane(id, title, kind, rows)
}

fn pane(id: String, title: String, kind: PaneKind, rows: Vec<usize>) -> Pane {
    Pane { id, title, note: None, kind, rows, reference: None }
}
