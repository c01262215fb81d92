//! Key figures, with the flows that follow from two of them.

use std::collections::{BTreeSet, HashSet};

use super::{PaneRules, published};
use crate::analysis::{DerivedUnit, Figure};
use crate::dataset::{Flow, Pane};
use crate::wording::{Topic, Words};

pub struct Rules;

/// The flows that follow from two rows, or from a row and another of them, in the order of the analysis.
fn flows_of_two(words: Words, rows: &[Topic], rest: &[Topic]) -> Vec<Topic> {
    let is_flow_of_two = |at: &usize| {
        words.analysis.derived.get(*at).is_some_and(|derived| {
            let is_flow = matches!(derived.subject.flow, Flow::Exports | Flow::Imports | Flow::Balance);
            let is_amount = matches!(derived.unit, DerivedUnit::Unit(unit) if unit.is_amount());
            is_flow && is_amount && derived.inputs.len() == 2
        })
    };
    let following = |figure: Figure| {
        let all = words.analysis.following(figure);
        let places = all.filter_map(|figure| match figure {
            Figure::Derived(at) => Some(at),
            Figure::Published(_) => None,
        });
        places.filter(is_flow_of_two)
    };
    let mut known: HashSet<Figure> = rows.iter().chain(rest).filter_map(|row| row.figure()).collect();
    let mut next: BTreeSet<usize> = known.iter().flat_map(|figure| following(*figure)).collect();
    let mut found = Vec::new();
    while let Some(at) = next.pop_first() {
        let figure = Figure::Derived(at);
        if words.analysis.derived[at].inputs.iter().all(|input| known.contains(input)) {
            known.insert(figure);
            found.push(Topic::Figure(figure));
            next.extend(following(figure).filter(|later| *later > at));
        }
    }
    found
}

impl PaneRules for Rules {
    /// The observations; each flow that follows from two of them stands after the last figure on exports.
    fn rows(&self, words: Words, pane: &Pane) -> Vec<Topic> {
        let mut rows: Vec<Topic> = published(pane).collect();
        let is_of_exports = |row: &Topic| {
            let subject = row.figure().and_then(|figure| words.subject(figure));
            subject.is_some_and(|subject| subject.flow == Flow::Exports)
        };
        let last = rows.iter().rposition(is_of_exports);
        let rest = last.map_or_else(Vec::new, |last| rows.split_off(last + 1));
        let mut has_exports = last.is_some();
        // Each comes right after the exports, so the later ones stand before the earlier ones.
        let mut after = Vec::new();
        for row in flows_of_two(words, &rows, &rest) {
            let is_of_exports = is_of_exports(&row);
            if is_of_exports || !has_exports { rows.push(row) } else { after.push(row) }
            has_exports |= is_of_exports;
        }
        rows.extend(after.into_iter().rev());
        rows.extend(rest);
        rows
    }

    fn hint(&self) -> [&'static str; 2] {
        ["Enter opens a figure: its working, its source; Tab: next pane", "Enter opens a figure"]
    }
}
