//! Key figures, with the flows that follow from two of them.

use std::collections::BTreeSet;

use foldhash::HashSet;

use super::{PaneRules, published};
use crate::analysis::{DerivedUnit, Figure};
use crate::dataset::{Flow, Pane};
use crate::wording::{Topic, Words};

pub struct Rules;

/// The flows that follow from two of the rows, or from a row and another such flow, in the order of the analysis.
fn flows_of_two(words: Words, rows: &[Topic]) -> Vec<Topic> {
    let is_flow_of_two = |at: &usize| {
        let unit = words.analysis.derived_unit(words.dataset, *at);
        matches!(unit, Some(DerivedUnit::Unit(unit)) if unit.is_amount())
            && words.subject(Figure::Derived(*at)).is_some_and(|subject| match subject.flow {
                Flow::Exports | Flow::Imports | Flow::Balance => true,
                Flow::Total => false,
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
    let mut known: HashSet<Figure> = rows.iter().filter_map(|row| row.figure()).collect();
    let mut next: BTreeSet<usize> = known.iter().flat_map(|figure| following(*figure)).collect();
    let mut found = Vec::new();
    while let Some(at) = next.pop_first() {
        let figure = Figure::Derived(at);
        if words.analysis.derivations()[at].inputs().iter().all(|input| known.contains(input)) {
            known.insert(figure);
            found.push(Topic::Figure(figure));
            next.extend(following(figure).filter(|later| *later > at));
        }
    }
    found
}

impl PaneRules for Rules {
    /// The observations; each flow that follows from two of them comes after the last figure on exports.
    fn rows(&self, words: Words, pane: &Pane) -> Vec<Topic> {
        let rows: Vec<Topic> = published(pane).collect();
        let is_of_exports = |row: &Topic| {
            let subject = row.figure().and_then(|figure| words.subject(figure));
            subject.is_some_and(|subject| subject.flow == Flow::Exports)
        };
        let found = flows_of_two(words, &rows);
        after_exports(rows, found, is_of_exports)
    }

    fn hint(&self) -> [&'static str; 2] {
        ["Enter: how it was calculated, where it comes from", "Enter opens a figure"]
    }
}

/// Inserts each of `found` right after the last row that is about exports at that time, or at the end if there is none.
fn after_exports<T>(mut rows: Vec<T>, found: Vec<T>, is_of_exports: impl Fn(&T) -> bool) -> Vec<T> {
    let last = rows.iter().rposition(&is_of_exports);
    let rest = last.map_or_else(Vec::new, |last| rows.split_off(last + 1));
    let mut has_exports = last.is_some();
    // Rows inserted after the same one end up in reverse order.
    let mut after = Vec::new();
    for row in found {
        let is_of_exports = is_of_exports(&row);
        if is_of_exports || !has_exports {
            rows.push(row);
        } else {
            after.push(row);
        }
        has_exports |= is_of_exports;
    }
    rows.extend(after.into_iter().rev());
    rows.extend(rest);
    rows
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::after_exports;

    #[test]
    fn derived_exports_stand_after_the_last_printed_ones() {
        // Exports are even.
        for (rows, found, expected) in [
            (vec![1, 2, 3], vec![5, 7], vec![1, 2, 7, 5, 3]),
            (vec![1, 2, 3], vec![5, 4, 7], vec![1, 2, 4, 7, 5, 3]),
            (vec![1, 3], vec![5, 7], vec![1, 3, 5, 7]),
            (vec![1, 3], vec![5, 4, 7], vec![1, 3, 5, 4, 7]),
            (vec![], vec![], vec![]),
        ] {
            assert_eq!(after_exports(rows, found, |row| row % 2 == 0), expected);
        }
    }

    #[test]
    fn each_row_is_asked_about_once() {
        let asked = Cell::new(0);
        let is_of_exports = |row: &usize| {
            asked.set(asked.get() + 1);
            *row == 0
        };
        let rows = after_exports((0..2_000).collect(), (2_000..4_000).collect(), is_of_exports);
        assert_eq!((rows.len(), asked.get()), (4_000, 4_000));
    }
}
