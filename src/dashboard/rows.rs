//! Which rows a pane has.

use std::collections::HashSet;

use crate::analysis::{DerivedUnit, Figure};
use crate::dataset::{Flow, Pane, PaneKind};
use crate::wording::{Topic, Words};

/// The rows of a pane in the source's order; key figures are joined by what follows from two of them.
pub fn rows(words: Words, pane: &Pane) -> Vec<Topic> {
    match pane.kind {
        PaneKind::Ranking | PaneKind::Listing => pane.rows.iter().copied().map(published).collect(),
        PaneKind::Headline => headline(words, pane),
        PaneKind::Reconciliation => (0..words.analysis.findings.len()).map(Topic::Finding).collect(),
    }
}

fn published(at: usize) -> Topic {
    Topic::Figure(Figure::Published(at))
}

/// Key figures, each flow that follows from two others set behind the last figure of the trade that it is about.
fn headline(words: Words, pane: &Pane) -> Vec<Topic> {
    let mut rows: Vec<Topic> = pane.rows.iter().copied().map(published).collect();
    let mut known: HashSet<Figure> = rows.iter().filter_map(|row| row.figure()).collect();
    for (at, derived) in words.analysis.derived.iter().enumerate() {
        let is_flow = matches!(derived.subject.flow, Flow::Exports | Flow::Imports | Flow::Balance);
        let of_two_rows =
            derived.inputs.len() == 2 && derived.inputs.iter().all(|input| known.contains(input));
        if !is_flow || !of_two_rows || !matches!(derived.unit, DerivedUnit::Unit(unit) if unit.is_amount()) {
            continue;
        }
        let of_exports = |row: &Topic| match row {
            Topic::Figure(figure) => {
                words.subject(*figure).is_some_and(|subject| subject.flow == Flow::Exports)
            }
            Topic::Finding(_) => false,
        };
        let behind = rows.iter().rposition(of_exports).map_or(rows.len(), |row| row + 1);
        rows.insert(behind, Topic::Figure(Figure::Derived(at)));
        known.insert(Figure::Derived(at));
    }
    rows
}
