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
use crate::dataset::{Flow, Measure, Observation, Unit};

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
        if interval.high() >= Decimal::from(least.number) {
            continue;
        }
        all_hold = false;
        report.finds(RULE, least.severity, [Figure::Published(at)], || {
            let sentence = (least.sentence)(flow(row.subject.flow));
            Draft::new(format!("{}: {sentence}", row.id)).line(printed(row, interval)).line(least.reason)
        });
    }
    if tried && all_hold {
        report.holds(RULE, || (Vec::new(), "no figure is below the least that it can be".to_owned()));
    }
}

/// The least that a figure can be.
struct Least {
    /// In the figure's unit.
    number: i64,
    /// How grave it is to be below that.
    severity: Severity,
    /// What is said of it, by what its flow is called.
    sentence: fn(&str) -> String,
    reason: &'static str,
}

/// `None` where a figure may be anything, or another rule says.
fn least(row: &Observation) -> Option<Least> {
    let (severity, is_balance) = (Severity::Contradiction, row.subject.flow == Flow::Balance);
    match row.measure {
        Measure::Value | Measure::Growth | Measure::Multiple if is_balance => None,
        Measure::Value => Some(Least {
            number: 0,
            severity: Severity::Doubt,
            sentence: |trade| format!("{trade} below zero"),
            reason: "true only as a correction of an earlier figure",
        }),
        Measure::Growth => Some(Least {
            number: -100,
            severity,
            sentence: |trade| format!("{trade} cannot fall by more than all of it"),
            reason: "a fall of 100 % leaves nothing",
        }),
        Measure::Multiple => Some(Least {
            number: 0,
            severity,
            sentence: |trade| format!("a multiple of {trade} cannot be below zero"),
            reason: "×0 leaves nothing",
        }),
        Measure::Count => Some(Least {
            number: 0,
            severity,
            sentence: |_| "a count cannot be below zero".to_owned(),
            reason: "a count is at least 0",
        }),
        Measure::Rank => Some(Least {
            number: 1,
            severity,
            sentence: |_| "there is no such rank".to_owned(),
            reason: "the first rank is 1",
        }),
        Measure::Share
        | Measure::Mention
        | Measure::Change
        | Measure::ShareChange
        | Measure::Index
        | Measure::Record => None,
    }
}

/// `printed: −5 bn CNY, so −5.5 … −4.5`; the sentence says what a multiple is.
fn printed(row: &Observation, interval: Interval) -> String {
    let (value, decimals) = row.value.map_or((Decimal::ZERO, 0), |value| (value.value(), value.decimals()));
    let unit =
        row.unit.filter(|unit| *unit != Unit::Factor).map_or_else(String::new, |of| unit(of, row.multiplier));
    format!("printed: {}{unit}, so {}", number(value, decimals), range(interval, decimals + 1))
}
