//! Key figures, with the flows that follow from two of them.

use std::collections::HashSet;

use super::{PaneRules, published};
use crate::analysis::{DerivedUnit, Figure};
use crate::dataset::{Flow, Pane};
use crate::wording::{Topic, Words};

pub struct Rules;

impl PaneRules for Rules {
    /// The observations; each flow that follows from two of them stands after the last figure on exports.
    fn rows(&self, words: Words, pane: &Pane) -> Vec<Topic> {
        let mut rows: Vec<Topic> = published(pane).collect();
        let mut known: HashSet<Figure> = rows.iter().filter_map(|row| row.figure()).collect();
        let is_of_exports = |row: &Topic| {
            let subject = row.figure().and_then(|figure| words.subject(figure));
            subject.is_some_and(|subject| subject.flow == Flow::Exports)
        };
        for (at, derived) in words.analysis.derived.iter().enumerate() {
            let is_flow = matches!(derived.subject.flow, Flow::Exports | Flow::Imports | Flow::Balance);
            let is_of_two_rows =
                derived.inputs.len() == 2 && derived.inputs.iter().all(|input| known.contains(input));
            let is_amount = matches!(derived.unit, DerivedUnit::Unit(unit) if unit.is_amount());
            if is_flow && is_of_two_rows && is_amount {
                let after = rows.iter().rposition(is_of_exports).map_or(rows.len(), |row| row + 1);
                rows.insert(after, Topic::Figure(Figure::Derived(at)));
                known.insert(Figure::Derived(at));
            }
        }
        rows
    }

    fn hint(&self) -> [&'static str; 2] {
        ["Enter opens a figure: its working, its source; Tab: next pane", "Enter opens a figure"]
    }
}
