//! A missing status has no number, and a figure without a number has a missing status.

use super::Evidence;
use super::report::{Draft, Report};
use crate::analysis::{Figure, Severity};
use crate::dataset::{Code, Measure};

const RULE: &str = "status-and-value";

pub fn check(evidence: &Evidence, report: &mut Report) {
    let mut all_hold = true;
    for (at, row) in evidence.context.dataset.observations.iter().enumerate() {
        let (id, letter) = (&row.id, row.status.code());
        let figure = [Figure::Published(at)];
        match (row.value, row.status.is_missing()) {
            (Some(value), true) => report.finds(RULE, Severity::Contradiction, figure, || {
                Draft::new(format!("{id} has a number and is said to have none"))
                    .line(format!("its number is {}", value.to_string().replace('-', "−")))
                    .line(format!("its status, {letter}, says that none was published"))
            }),
            (None, false) if row.measure != Measure::Mention => {
                report.finds(RULE, Severity::Note, figure, || {
                    Draft::new(format!("{id} has no number and is not said to be missing"))
                        .line(format!("its status, {letter}, is that of a figure with a number"))
                        .line("O, M and L say that a number is missing")
                });
            }
            (Some(_) | None, _) => continue,
        }
        all_hold = false;
    }
    if all_hold && !evidence.context.dataset.observations.is_empty() {
        report.holds(RULE, || {
            (Vec::new(), "what is said to be missing has no number, all else has one".to_owned())
        });
    }
}
