//! Two rows for one figure agree within their rounding.

use super::Evidence;
use super::assumption::two_currencies;
use super::report::{Draft, Report};
use crate::analysis::context::{Dimension, Fact, Indicator, Map};
use crate::analysis::words::when;

const RULE: &str = "same-figure";

/// The two rows of one figure that are furthest apart.
struct Furthest<'c> {
    /// The one that stands for the most.
    above: &'c Fact,
    /// The one that stands for the least.
    below: &'c Fact,
    rows: usize,
}

pub fn check(evidence: &Evidence, report: &mut Report) {
    let mut seen: Map<_, Furthest> = Map::default();
    let mut order = Vec::new();
    for fact in evidence.context.facts.iter().filter(|fact| fact.trade.period.is_some()) {
        let key = (fact.trade, fact.indicator);
        let furthest = seen.entry(key).or_insert_with(|| {
            order.push(key);
            Furthest { above: fact, below: fact, rows: 0 }
        });
        furthest.rows += 1;
        if fact.interval.low() > furthest.above.interval.low() {
            furthest.above = fact;
        }
        if fact.interval.high() < furthest.below.interval.high() {
            furthest.below = fact;
        }
    }
    for key in order {
        let Some(furthest) = seen.get(&key).filter(|furthest| furthest.rows > 1) else { continue };
        compare(evidence, furthest, report);
    }
}

fn compare(evidence: &Evidence, furthest: &Furthest, report: &mut Report) {
    let Furthest { above, below, rows } = furthest;
    let context = evidence.context;
    let name = || format!("{}{}", context.name(above.trade, Dimension::Flow), when(above.trade));
    if above.interval.low() <= below.interval.high() {
        let figures = || {
            if above.figure == below.figure { vec![above.figure] } else { vec![above.figure, below.figure] }
        };
        report.holds(RULE, || (figures(), format!("{rows} rows for {} agree", name())));
        return;
    }
    let unless = match above.indicator {
        Indicator::Change(_) => two_currencies(context, above.trade.reporter),
        Indicator::Value(_) | Indicator::Share(_) => None,
    };
    report.contradicts(RULE, [above.figure, below.figure], unless, || {
        let (more, less) = (context.printed(above), context.printed(below));
        let line =
            |fact| format!("{}: {}, so {}", context.id(fact), context.printed(fact), context.range(fact));
        let draft = Draft::new(format!("two figures for {} differ: {more} and {less}", name()))
            .line(line(above))
            .line(line(below))
            .line("no number rounds to both");
        slip(above, below).into_iter().fold(draft, Draft::line)
    });
}

/// Whether one figure is a power of ten of the other, and which slip that usually is.
fn slip(above: &Fact, below: &Fact) -> Option<String> {
    let is_value = above.unit().is_some();
    let power = (1..=12).find(|power| {
        let raised = below.interval.shifted(*power).and_then(|raised| raised.common(above.interval));
        is_value && raised.is_some()
    })?;
    let times = format!("1{}", "0".repeat(usize::try_from(power).unwrap_or(0)));
    Some(match power {
        4 => "one is 10000 times the other: 万, ten thousand, was taken for one".to_owned(),
        8 => "one is 100000000 times the other: 亿, 100 million, was taken for one".to_owned(),
        _ => format!("one is {times} times the other: a unit or a decimal point slipped"),
    })
}
