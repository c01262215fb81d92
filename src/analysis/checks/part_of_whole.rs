//! A part is no larger than its whole, in the period itself and in the base period that growth implies.

use rust_decimal::Decimal;

use super::Evidence;
use super::report::{Draft, Report};
use super::unless::{correction, other_unit};
use crate::analysis::Interval;
use crate::analysis::context::{Context, Fact, Relation, Worth};
use crate::analysis::words::{Style, grew, when};
use crate::dataset::Flow;

const RULE: &str = "part-of-whole";
const BASE: &str = "part-of-whole/base";

pub fn check(evidence: &Evidence, report: &mut Report) {
    for part in evidence.worths.list.iter().filter(|part| part.trade.flow != Flow::Balance) {
        for (relation, whole) in evidence.context.wholes(part.trade) {
            if let Some(whole) = evidence.worths.find(whole, part.unit) {
                compare(evidence, Pair { part, whole, relation }, report);
            }
        }
    }
}

/// A part and a whole that is known, too.
#[derive(Clone, Copy)]
pub struct Pair<'p, 'c> {
    pub part: &'p Worth<'c>,
    pub whole: &'p Worth<'c>,
    pub relation: Relation,
}

/// Compares a part with its whole.
pub fn compare(evidence: &Evidence, pair: Pair, report: &mut Report) {
    let context = evidence.context;
    let Pair { part, whole, relation } = pair;
    let rule = if part.change.is_some() || whole.change.is_some() { BASE } else { RULE };
    let figures = || part.figures().chain(whole.figures());
    if part.interval.low() <= whole.interval.high() {
        report.holds(rule, || {
            let (name, period) = (context.name(part.trade, relation), when(part.trade));
            let whole_period = if relation == Relation::Period { when(whole.trade) } else { String::new() };
            let larger = format!("{}{whole_period}", context.name(whole.trade, relation));
            (figures().collect(), format!("{name} {} no larger than {larger},{period}", are(part)))
        });
        return;
    }
    let other = other_unit(context, &[part, whole], |intervals| match intervals {
        [part, whole] => part.low() <= whole.high(),
        _ => false,
    });
    let corrected = correction(evidence, whole.trade, whole.unit, &[part.trade]);
    report.contradicts(rule, figures(), other.into_iter().chain(corrected), || {
        let style = Style::of(whole).telling(part.interval.low(), whole.interval.high());
        let draft = Draft::of(sentence(context, pair))
            .line(context.line(part, relation, style))
            .line(context.line(whole, relation, style))
            .line(rest(context, pair, style));
        allowed(context, pair).fold(draft, Draft::line)
    });
}

/// What is left for the rest of the whole, which cannot be less than nothing.
fn rest(context: &Context, pair: Pair, style: Style) -> String {
    let Pair { part, whole, relation } = pair;
    let rest = whole.interval.minus(part.interval).map_or(String::new(), |rest| {
        // What is below zero is not to look like zero.
        style.telling(rest.high(), Decimal::ZERO).range(rest)
    });
    match (relation, part.trade.flow) {
        (Relation::Flow, Flow::Exports) => {
            format!("imports{} = total − exports = {rest}, below zero", when(whole.trade))
        }
        (Relation::Flow, Flow::Imports) => {
            format!("exports{} = total − imports = {rest}, below zero", when(whole.trade))
        }
        _ => {
            let name = context.name(whole.trade, relation);
            format!("the rest of {name} = {rest}, below zero")
        }
    }
}

fn sentence(context: &Context, pair: Pair) -> String {
    let Pair { part, whole, relation } = pair;
    let (small, large) = (context.name(part.trade, relation), context.name(whole.trade, relation));
    let of = |worth: &Worth| worth.trade.period.map_or_else(String::new, |period| format!(" of {period}"));
    let larger = if relation == Relation::Period { format!("{large}{}", of(whole)) } else { large.clone() };
    let short = if relation == Relation::Flow { "total".to_owned() } else { large };
    let printed = |worth: &Worth| worth.change.map(|change| context.printed(change));
    let grown = match (printed(part), printed(whole)) {
        (None, None) => return format!("{small}{} exceed{} {larger}", of(part), s(part)),
        (Some(part), None) => format!("{small} {part} cannot hold"),
        (None, Some(whole)) => format!("{short} {whole} cannot hold"),
        (Some(part), Some(whole)) => format!("{small} {part} and {short} {whole} cannot both hold"),
    };
    format!("{grown}: {small}{} would exceed {larger}", of(part))
}

/// What the one growth allows the other to be.
///
/// A bound is rounded to the nearest: what grows by no more than 41.8001 % is printed as 41.8 % at most, so the lines
/// are true of growth as it is printed, to the decimals that they name.
fn allowed(context: &Context, pair: Pair) -> impl Iterator<Item = String> {
    let Pair { part, whole, relation } = pair;
    let name = context.name(part.trade, relation);
    let larger = context.name(whole.trade, relation);
    let at_least = part.change.and_then(|change| {
        let factor =
            Interval::exactly(part.value.interval.low()).over(Interval::exactly(whole.interval.high()))?;
        let given = whole.change.map_or("the whole".into(), |change| context.printed(change));
        Some(format!("if {given} holds, {name} {}", bound(factor.low(), true, change)))
    });
    let at_most = whole.change.and_then(|change| {
        let factor =
            Interval::exactly(whole.value.interval.high()).over(Interval::exactly(part.interval.low()))?;
        let given = part.change.map_or("the part".into(), |change| context.printed(change));
        Some(format!("if {given} holds, {larger} {}", bound(factor.high(), false, change)))
    });
    at_least.into_iter().chain(at_most)
}

fn bound(factor: Decimal, is_least: bool, change: &Fact) -> String {
    grew(factor, is_least, change.decimals.max(1))
}

/// Trade is one, exports and imports are many.
fn are(worth: &Worth) -> &'static str {
    if worth.trade.flow == Flow::Total { "is" } else { "are" }
}

fn s(worth: &Worth) -> &'static str {
    if worth.trade.flow == Flow::Total { "s" } else { "" }
}
