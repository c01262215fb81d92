//! One figure in two currencies implies a rate; all rates of a reporter and period agree.
//!
//! Customs convert month by month, so two trades with different seasons have slightly different rates even where
//! nothing is wrong. Up to [`BAND`] per cent apart that is worth a note. Beyond it is a doubt, true only if the rate
//! moved that far within the period; never a contradiction, since currencies have. Nor is a rate below zero, which a
//! balance near zero can have, whose months had both signs.

use std::collections::HashMap;

use rust_decimal::Decimal;

use super::Evidence;
use super::report::{Draft, Report};
use crate::analysis::context::{Dimension, Fact};
use crate::analysis::derived::pairs;
use crate::analysis::words::{range, telling, when};
use crate::analysis::{Interval, Severity};
use crate::dataset::Unit;

const RULE: &str = "one-rate";

/// How far two rates of one period may be apart, in per cent, because months are converted one by one.
const BAND: i64 = 5;

#[derive(Clone, Copy)]
struct Rate<'c> {
    many: &'c Fact,
    few: &'c Fact,
    interval: Interval,
}

struct Furthest<'c> {
    above: Rate<'c>,
    below: Rate<'c>,
    rates: usize,
}

pub fn check(evidence: &Evidence, report: &mut Report) {
    let mut seen: HashMap<_, Furthest> = HashMap::new();
    let mut order = Vec::new();
    for (many, few) in pairs(evidence.context) {
        let place = (many.trade.reporter, many.trade.period);
        let turned = seen.contains_key(&(place, few.unit(), many.unit()));
        let (many, few) = if turned { (few, many) } else { (many, few) };
        let Some(interval) = many.interval.over(few.interval) else { continue };
        let (key, rate) = ((place, many.unit(), few.unit()), Rate { many, few, interval });
        let furthest = seen.entry(key).or_insert_with(|| {
            order.push(key);
            Furthest { above: rate, below: rate, rates: 0 }
        });
        furthest.rates += 1;
        if interval.low() > furthest.above.interval.low() {
            furthest.above = rate;
        }
        if interval.high() < furthest.below.interval.high() {
            furthest.below = rate;
        }
    }
    for key in order {
        if let Some(furthest) = seen.get(&key).filter(|furthest| furthest.rates > 1) {
            compare(evidence, furthest, report);
        }
    }
}

fn compare(evidence: &Evidence, furthest: &Furthest, report: &mut Report) {
    let Furthest { above, below, rates } = furthest;
    let figures = || [above.many.figure, above.few.figure, below.many.figure, below.few.figure];
    let name = format!("{} per {}", code(above.many), code(above.few));
    let (low, high) = (below.interval.high(), above.interval.low());
    if high <= low {
        let figures = || {
            let mut figures = figures().to_vec();
            figures.dedup();
            figures
        };
        report
            .holds(RULE, || (figures(), format!("{rates} rates of {name} agree,{}", when(above.many.trade))));
        return;
    }
    let apart = Interval::exactly(high).over(Interval::exactly(low)).map_or(Decimal::MAX, Interval::low);
    let (severity, last) = if low <= Decimal::ZERO {
        (
            Severity::Doubt,
            "no rate is below zero: true only if months of both signs were converted".to_owned(),
        )
    } else if apart <= Decimal::new(100 + BAND, 2) {
        (Severity::Note, format!("within {BAND} %: months are converted one by one"))
    } else {
        let last = format!("more than {BAND} % apart: true only if the rate moved so far in the period");
        (Severity::Doubt, last)
    };
    report.finds(RULE, severity, figures(), || {
        let decimals = telling(high, low, 3);
        let line = |rate: &Rate| {
            let name = evidence.context.name(rate.many.trade, Dimension::Flow);
            let [many, few] = [rate.many, rate.few].map(|fact| evidence.context.printed(fact));
            format!("{name}: {many} / {few} = {}", range(rate.interval, decimals))
        };
        let sentence = format!("two rates of {name} were used for{}", when(above.many.trade));
        Draft::new(sentence).line(line(above)).line(line(below)).line(last)
    });
}

fn code(fact: &Fact) -> String {
    fact.unit().as_ref().map(Unit::to_string).unwrap_or_default()
}
