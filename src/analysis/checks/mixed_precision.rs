//! Figures that stand side by side were printed with the same decimals.

use std::collections::BTreeMap;

use super::Evidence;
use super::report::{Draft, Report};
use crate::analysis::{Figure, Severity};
use crate::dataset::PaneKind;

const RULE: &str = "mixed-precision";

pub fn check(evidence: &Evidence, report: &mut Report) {
    let dataset = evidence.context.dataset;
    for pane in dataset.panes.iter().filter(|pane| pane.kind == PaneKind::Ranking) {
        let mut decimals: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
        for at in &pane.rows {
            let value = dataset.observations.get(*at).and_then(|row| row.value);
            if let Some(value) = value {
                decimals.entry(value.decimals()).or_default().push(*at);
            }
        }
        let figures = || decimals.values().flatten().map(|at| Figure::Published(*at));
        match decimals.len() {
            0 => {}
            1 => report.holds(RULE, || {
                (figures().collect(), format!("the rows of {} are equally precise", pane.title))
            }),
            _ => report.finds(RULE, Severity::Note, figures(), || {
                let sentence = format!("the rows of {} were not printed equally precisely", pane.title);
                decimals.iter().fold(Draft::new(sentence), |draft, (decimals, rows)| {
                    draft.line(line(*decimals, rows.len()))
                })
            }),
        }
    }
}

fn line(decimals: u32, rows: usize) -> String {
    let (decimals, s) = match decimals {
        0 => ("no decimal".to_owned(), ""),
        1 => ("1 decimal".to_owned(), ""),
        more => (more.to_string(), " decimals"),
    };
    let rows = if rows == 1 { "1 row".to_owned() } else { format!("{rows} rows") };
    format!("{rows} with {decimals}{s}")
}
