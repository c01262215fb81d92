//! Two rows for one figure agree within their rounding.
//!
//! A record is also a value of the same trade. Counts of one trade may count different things: those with the same
//! label do not, and those without a label may or may not.

use rust_decimal::Decimal;

use super::Evidence;
use super::support::assumption::{two_growths, two_wholes};
use super::support::averages::may_be_average;
use super::support::extremes::Extremes;
use super::support::report::Report;
use super::support::rereading::{Reading, reread};
use crate::analysis::context::{Context, Fact, Indicator, groups};
use crate::analysis::{Assumption, Claim, Interval, Reason, Rule, SameFigure, Step};
use crate::dataset::Flow;

/// The greatest power of ten that is tried between two values that should be equal.
const MOST_POWER: u8 = 12;

pub fn check(evidence: &Evidence, report: &mut Report) {
    let facts = &evidence.context.facts;
    // Where each figure has one row, all of them count.
    let dated = facts.iter().filter(|fact| fact.trade.period.is_some()).count();
    let is_record = |fact: &Fact| matches!(fact.indicator, Indicator::Record { .. });
    if dated == evidence.context.chosen_count() && !facts.iter().any(is_record) {
        return;
    }
    let label = |fact: &Fact| {
        let is_count = fact.indicator == Indicator::Count;
        fact.published(evidence.context.dataset).filter(|_| is_count)?.label.as_deref()
    };
    let of_figure = |at: usize| {
        let fact = facts.get(at).filter(|fact| fact.trade.period.is_some())?;
        let indicator = if let Indicator::Record { unit, .. } = fact.indicator {
            Indicator::Value(unit)
        } else {
            fact.indicator
        };
        Some(((fact.trade, indicator, label(fact)), fact))
    };
    for rows in groups(facts.len(), of_figure) {
        let mut rows = rows.into_iter();
        let Some(first) = rows.next() else { continue };
        let mut extremes = Extremes::new(first, first.interval);
        rows.for_each(|fact| extremes.add(fact, fact.interval));
        compare(evidence, &extremes, report);
    }
}

fn compare(evidence: &Evidence, extremes: &Extremes<&Fact>, report: &mut Report) {
    let context = evidence.context;
    let ((most, _), (least, _)) = (extremes.highest, extremes.lowest);
    let figures = [most.figure(), least.figure()];
    let claim = || {
        Claim::SameFigure(SameFigure {
            subject: context.subject(most.trade),
            rows: extremes.count,
            most: most.figure(),
            least: least.figure(),
        })
    };
    let steps = || vec![Step::Figure(most.figure()), Step::Figure(least.figure())];
    if extremes.agree() || are_mirrored(most, least) {
        report.holds(Rule::SameFigure, figures, || (claim(), steps()));
        return;
    }
    if let Some(Assumption::Releases { later, earlier, is_dated: true, is_revision: true }) =
        report.releases(&figures)
    {
        let later = Step::Revision { later, earlier };
        report.notes(Rule::SameFigure, figures, || (claim(), steps().into_iter().chain([later]).collect()));
        return;
    }
    let facts = [most, least];
    let agree = |read: Reading| Some(read(most)?.common(read(least)?).is_some());
    let agrees = |read: Reading| agree(read) == Some(true);
    let by_reading = as_rounded_vaguely(most, least).or_else(|| reread(&facts, agrees));
    let unranked = matches!(most.indicator, Indicator::Rank(None)).then_some(Assumption::RankedAmongOthers);
    let is_unlabelled = |fact: &Fact| {
        fact.indicator == Indicator::Count
            && fact.published(context.dataset).is_some_and(|row| row.label.is_none())
    };
    let labelled = has_two_labels(context, most, least).then_some(Assumption::TwoThings);
    let uncounted = is_unlabelled(most).then_some(Assumption::TwoCounts);
    let of_what = of_two_things(most).or_else(|| two_wholes(context, &facts)).or(labelled);
    let assumptions = two_growths(&facts).into_iter().chain(of_what).chain(by_reading);
    let averages = may_be_average(least, most).then_some(Assumption::Averages);
    let assumptions = assumptions.chain(unranked).chain(uncounted).chain(averages);
    report.breaks(Rule::SameFigure, figures, assumptions, || {
        let slip = most.unit().and_then(|_| power_between(most.interval, least.interval));
        let reasons = [Some(Reason::NoNumberRoundsToBoth), slip.map(Reason::PowerOfTen)];
        (claim(), steps().into_iter().chain(reasons.into_iter().flatten().map(Step::Reason)).collect())
    });
}

/// True if both rows have a label and the labels differ: exports by private firms, and by all.
fn has_two_labels(context: &Context, one: &Fact, other: &Fact) -> bool {
    let label = |fact: &Fact| fact.published(context.dataset)?.label.as_deref().map(str::to_lowercase);
    label(one).zip(label(other)).is_some_and(|(one, other)| one != other)
}

/// The assumption that the number with fewer digits was rounded away from zero, if it is right then: 34 for 33.4.
/// Truncation never makes that of it.
fn as_rounded_vaguely(one: &Fact, other: &Fact) -> Option<Assumption> {
    let is_vaguer = one.interval.width() > other.interval.width();
    let (vague, fine) = if is_vaguer { (one, other) } else { (other, one) };
    let is_open = vague.rounding.is_none() && vague.interval.width() > fine.interval.width();
    let rounded = vague.if_rounded_otherwise().filter(|_| is_open && vague.size() > fine.size());
    rounded?.common(fine.interval).map(|_| Assumption::RoundedOtherwise)
}

/// The rows of an index and of the change of a share need not say of what they are one.
fn of_two_things(fact: &Fact) -> Option<Assumption> {
    match fact.indicator {
        Indicator::ShareChange { of: None, .. } | Indicator::Index { of: None, .. } => {
            Some(Assumption::TwoThings)
        }
        Indicator::Value(_)
        | Indicator::Growth { .. }
        | Indicator::Change { .. }
        | Indicator::Share { .. }
        | Indicator::ShareOfChange { .. }
        | Indicator::ShareChange { .. }
        | Indicator::Index { .. }
        | Indicator::Rank(_)
        | Indicator::Count
        | Indicator::UnitValue(_)
        | Indicator::Record { .. } => None,
    }
}

/// True for two growths of a balance that differ only in sign: the deficit grew, or the balance fell.
fn are_mirrored(most: &Fact, least: &Fact) -> bool {
    let is_growth = matches!(most.indicator, Indicator::Growth { .. }) && most.trade.flow == Flow::Balance;
    // Growth is stored as a factor, so −x % is 2 − factor.
    let mirrored = || Interval::exactly(Decimal::TWO).minus(least.interval)?.common(most.interval);
    is_growth && mirrored().is_some()
}

/// The power of ten by which one value is a multiple of another, if it is.
fn power_between(most: Interval, least: Interval) -> Option<u8> {
    // A range without an end has multiples of anything.
    most.width().and(least.width())?;
    (1..=MOST_POWER).find(|power| {
        let raised = least.shifted(i32::from(*power));
        raised.is_some_and(|raised| raised.common(most).is_some())
    })
}
