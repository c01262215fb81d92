//! Two rows for one figure agree within their rounding.

use super::Evidence;
use super::assumption::two_currencies;
use super::extremes::Extremes;
use super::report::Report;
use crate::analysis::context::{Fact, Indicator, Map};
use crate::analysis::{Claim, Interval, Reason, Rule, Step};

/// The greatest power of ten that is looked for between two values that should be equal.
const MOST_POWER: u8 = 12;

pub fn check(evidence: &Evidence, report: &mut Report) {
    let mut seen: Map<_, Extremes<&Fact>> = Map::default();
    let mut order = Vec::new();
    for fact in evidence.context.facts.iter().filter(|fact| fact.trade.period.is_some()) {
        let key = (fact.trade, fact.indicator);
        if let Some(extremes) = seen.get_mut(&key) {
            extremes.add(fact, fact.interval);
        } else {
            order.push(key);
            seen.insert(key, Extremes::new(fact, fact.interval));
        }
    }
    for key in order {
        if let Some(extremes) = seen.get(&key).filter(|extremes| extremes.count > 1) {
            compare(evidence, extremes, report);
        }
    }
}

fn compare(evidence: &Evidence, extremes: &Extremes<&Fact>, report: &mut Report) {
    let context = evidence.context;
    let ((most, _), (least, _)) = (extremes.highest, extremes.lowest);
    let figures = [most.figure, least.figure];
    let claim = || Claim::SameFigure {
        subject: context.subject(most.trade),
        rows: extremes.count,
        most: most.figure,
        least: least.figure,
    };
    let steps = || vec![Step::Figure(most.figure), Step::Figure(least.figure)];
    if extremes.agree() {
        report.holds(Rule::SameFigure, figures, || (claim(), steps()));
        return;
    }
    let assumption = match most.indicator {
        Indicator::Change(_) => two_currencies(context, most.trade.reporter),
        Indicator::Value(_) | Indicator::Share(_) => None,
    };
    report.breaks(Rule::SameFigure, figures, assumption, || {
        let slip = most.unit().and_then(|_| power_between(most.interval, least.interval));
        let reasons = [Some(Reason::NoNumberRoundsToBoth), slip.map(Reason::PowerOfTen)];
        (claim(), steps().into_iter().chain(reasons.into_iter().flatten().map(Step::Reason)).collect())
    });
}

/// The power of ten by which one value is a multiple of another, if it is.
fn power_between(most: Interval, least: Interval) -> Option<u8> {
    (1..=MOST_POWER).find(|power| {
        let raised = least.shifted(i32::from(*power));
        raised.is_some_and(|raised| raised.common(most).is_some())
    })
}
