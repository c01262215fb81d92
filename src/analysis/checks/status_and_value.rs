//! A row with a missing status has no number, and a row without a number has a missing status, except for a mention and a
//! record, which need no number.

use super::Evidence;
use super::support::report::Report;
use crate::analysis::{AllStatusesFit, Claim, Figure, Reason, Rule, StatusAndValue, Step};
use crate::dataset::Measure;

pub fn check(evidence: &Evidence, report: &mut Report) {
    let mut all_hold = true;
    let observations = &evidence.context.dataset.observations;
    for (at, row) in observations.iter().enumerate() {
        let figure = Figure::Published(at);
        let claim = |has_number| Claim::StatusAndValue(StatusAndValue { figure, has_number });
        match (row.value, row.status.is_missing()) {
            (Some(_), true) => report.breaks(Rule::StatusAndValue, [figure], None, || {
                (claim(true), vec![Step::Number(figure), Step::Status(figure)])
            }),
            (None, false) if !matches!(row.measure, Measure::Mention | Measure::Record) => {
                report.notes(Rule::StatusAndValue, [figure], || {
                    (claim(false), vec![Step::Status(figure), Step::Reason(Reason::MissingStatuses)])
                });
            }
            (Some(_) | None, _) => continue,
        }
        all_hold = false;
    }
    if all_hold && !observations.is_empty() {
        report.holds(Rule::StatusAndValue, [], || (Claim::AllStatusesFit(AllStatusesFit), Vec::new()));
    }
}
