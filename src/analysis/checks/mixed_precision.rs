//! Figures that someone put next to each other are printed with the same number of decimals.
//!
//! Default panes list everything with one measure, and programs drop trailing zeros in tables, so precision means
//! nothing there.

use std::collections::BTreeMap;

use super::Evidence;
use super::support::report::Report;
use crate::analysis::{Claim, EqualPrecision, Figure, PanePlace, Rule, Step};
use crate::dataset::PaneKind;

pub fn check(evidence: &Evidence, report: &mut Report) {
    let dataset = evidence.context.dataset;
    if dataset.has_default_panes || dataset.slice.is_some() {
        return;
    }
    let panes = dataset.panes.iter().enumerate();
    for (at, pane) in panes.filter(|(_, pane)| pane.kind == PaneKind::Ranking) {
        let mut rows: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
        for row in &pane.rows {
            if let Some(value) = dataset.observations.get(*row).and_then(|row| row.value) {
                rows.entry(value.decimals()).or_default().push(*row);
            }
        }
        let figures = rows.values().flatten().map(|row| Figure::Published(*row));
        let argue = || {
            let steps =
                rows.iter().map(|(decimals, rows)| Step::Decimals { decimals: *decimals, rows: rows.len() });
            (Claim::EqualPrecision(EqualPrecision { pane: PanePlace(at) }), steps.collect())
        };
        match rows.len() {
            0 => {}
            1 => report.holds(Rule::MixedPrecision, figures, argue),
            _ => report.notes(Rule::MixedPrecision, figures, argue),
        }
    }
}
