//! No figure is below the least that its measure can be: trade is not less than nothing, and does not fall by more than
//! all of it; the first rank is 1.
//!
//! Shares have a rule of their own, and a balance may be anything. Trade below zero is printed where it corrects an
//! earlier figure, so that is a doubt.

use rust_decimal::Decimal;

use super::Evidence;
use super::report::{Draft, Report};
use crate::analysis::words::{flow, number, range, unit};
use crate::analysis::{Figure, Interval, Severity};
use crate::dataset::{Code, Flow, Measure, Observation, Unit};

const RULE: &str = "least";

pub fn check(evidence: &Evidence, report: &mut Report) {
    let (mut tried, mut all_hold) = (false, true);
    for (at, row) in evidence.context.dataset.observations.iter().enumerate() {
        let Some(least) = least(row) else { continue };
        let Some(interval) = row.value.filter(|_| !row.status.is_missing()).and_then(Interval::printed)
        else {
            continue;
        };
        tried = true;
        if interval.high() >= Decimal::from(least) {
            continue;
        }
        all_hold = false;
        let (severity, sentence, reason) = words(row);
        report.finds(RULE, severity, [Figure::Published(at)], || {
            Draft::of(format!("{}: {sentence}", row.id)).line(printed(row, interval)).line(reason)
        });
    }
    if tried && all_hold {
        report.holds(RULE, || (Vec::new(), "no figure is below the least that it can be".to_owned()));
    }
}

/// The least that a figure can be, in its unit; `None` where it may be anything, or another rule says.
fn least(row: &Observation) -> Option<i64> {
    let trade = |least| (row.subject.flow != Flow::Balance).then_some(least);
    match row.measure {
        Measure::Value | Measure::Multiple => trade(0),
        Measure::Growth => trade(-100),
        Measure::Count => Some(0),
        Measure::Rank => Some(1),
        Measure::Share | Measure::Mention => None,
    }
}

/// How grave it is to be below that, what is said, and why.
fn words(row: &Observation) -> (Severity, String, &'static str) {
    let trade = flow(row.subject.flow);
    let contradiction = |sentence: String, reason| (Severity::Contradiction, sentence, reason);
    match row.measure {
        Measure::Value => {
            (Severity::Doubt, format!("{trade} below zero"), "true only as a correction of an earlier figure")
        }
        Measure::Growth => contradiction(
            format!("{trade} cannot fall by more than all of it"),
            "a fall of 100 % leaves nothing",
        ),
        Measure::Multiple => {
            contradiction(format!("a multiple of {trade} cannot be below zero"), "×0 leaves nothing")
        }
        Measure::Rank => contradiction("there is no such rank".to_owned(), "the first rank is 1"),
        Measure::Count | Measure::Share | Measure::Mention => {
            contradiction(format!("a {} cannot be below zero", row.measure.code()), "0 is nothing at all")
        }
    }
}

/// `printed: −5 bn CNY, so −5.5 … −4.5`; the sentence says what a multiple is.
fn printed(row: &Observation, interval: Interval) -> String {
    let (value, decimals) = row.value.map_or((Decimal::ZERO, 0), |value| (value.value(), value.decimals()));
    let unit =
        row.unit.filter(|unit| *unit != Unit::Factor).map_or_else(String::new, |of| unit(of, row.multiplier));
    format!("printed: {}{unit}, so {}", number(value, decimals), range(interval, decimals + 1))
}
