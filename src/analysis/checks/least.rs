//! No figure is below the minimum of its measure: trade is not negative, does not fall by more than 100 %, and the
//! first rank is 1.
//!
//! Shares have a rule of their own, and a balance may have any value. Negative trade is printed as a correction of an
//! earlier figure, so it is only a doubt.

use super::Evidence;
use super::support::report::Report;
use crate::analysis::{
    AllAboveLeast, Assumption, Claim, Figure, Least, Minimum, Reason, Rule, Step, stands_for,
};
use crate::dataset::{Flow, Measure, Observation};

pub fn check(evidence: &Evidence, report: &mut Report) {
    let (mut is_tried, mut all_hold) = (false, true);
    let dataset = evidence.context.dataset;
    for (at, row) in dataset.observations.iter().enumerate() {
        let Some(minimum) = minimum(row) else { continue };
        let Some(interval) =
            Some(row).filter(|row| !row.status.is_missing()).and_then(|row| stands_for(dataset, row))
        else {
            continue;
        };
        is_tried = true;
        if interval.high() >= minimum.number() {
            continue;
        }
        all_hold = false;
        let figure = Figure::Published(at);
        let corrects = (minimum == Minimum::Value).then_some(Assumption::CorrectsEarlier);
        report.breaks(Rule::Least, [figure], corrects, || {
            let claim = Claim::Least(Least { figure, flow: row.subject.flow, minimum });
            let mut steps = vec![Step::Printed(figure)];
            if minimum != Minimum::Value {
                steps.push(Step::Reason(Reason::Minimum(minimum)));
            }
            (claim, steps)
        });
    }
    if is_tried && all_hold {
        report.holds(Rule::Least, [], || (Claim::AllAboveLeast(AllAboveLeast), Vec::new()));
    }
}

/// The minimum of a figure; `None` if it has none, or another rule checks it.
fn minimum(row: &Observation) -> Option<Minimum> {
    let is_balance = row.subject.flow == Flow::Balance;
    match row.measure {
        Measure::Value | Measure::Growth | Measure::Multiple if is_balance => None,
        Measure::Value => Some(Minimum::Value),
        Measure::Growth => Some(Minimum::Growth),
        Measure::Multiple => Some(Minimum::Multiple),
        Measure::Count => Some(Minimum::Count),
        Measure::Rank => Some(Minimum::Rank),
        Measure::Share
        | Measure::Mention
        | Measure::Change
        | Measure::ShareChange
        | Measure::Index
        | Measure::Record
        | Measure::UnitValue => None,
    }
}
