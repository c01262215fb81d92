//! A part is no larger than its whole, in the period itself and in the base period that growth implies.

use rust_decimal::Decimal;

use super::Evidence;
use super::assumption::{correction, other_unit};
use super::report::{Draft, Report};
use crate::analysis::Interval;
use crate::analysis::context::{Context, Dimension, Fact, Level};
use crate::analysis::words::{Style, grew, when};
use crate::dataset::Flow;

const RULE: &str = "part-of-whole";
const BASE: &str = "part-of-whole/base";

pub fn check(evidence: &Evidence, report: &mut Report) {
    for part in evidence.levels.list.iter().filter(|part| part.trade.flow != Flow::Balance) {
        for (dimension, whole) in evidence.context.wholes(part.trade) {
            if let Some(whole) = evidence.levels.find(whole, part.unit) {
                compare(evidence, Pair { part, whole, dimension }, report);
            }
        }
    }
}

/// A part and a whole that is known, too.
#[derive(Clone, Copy)]
pub struct Pair<'p, 'c> {
    pub part: &'p Level<'c>,
    pub whole: &'p Level<'c>,
    pub dimension: Dimension,
}

/// Compares a part with its whole.
pub fn compare(evidence: &Evidence, pair: Pair, report: &mut Report) {
    let context = evidence.context;
    let Pair { part, whole, dimension } = pair;
    let rule = if part.change.is_some() || whole.change.is_some() { BASE } else { RULE };
    let figures = || part.figures().chain(whole.figures());
    if part.interval.low() <= whole.interval.high() {
        report.holds(rule, || {
            let (name, period) = (context.name(part.trade, dimension), when(part.trade));
            let whole_period = if dimension == Dimension::Period { when(whole.trade) } else { String::new() };
            let larger = format!("{}{whole_period}", context.name(whole.trade, dimension));
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
        let style = Style::new(whole).telling(part.interval.low(), whole.interval.high());
        let draft = Draft::new(sentence(context, pair))
            .line(context.line(part, dimension, style))
            .line(context.line(whole, dimension, style))
            .line(rest(context, pair, style));
        allowed(context, pair).fold(draft, Draft::line)
    });
}

/// What is left for the rest of the whole, which cannot be less than nothing.
fn rest(context: &Context, pair: Pair, style: Style) -> String {
    let Pair { part, whole, dimension } = pair;
    let rest = whole.interval.minus(part.interval).map_or(String::new(), |rest| {
        // What is below zero is not to look like zero.
        style.telling(rest.high(), Decimal::ZERO).range(rest)
    });
    match (dimension, part.trade.flow) {
        (Dimension::Flow, Flow::Exports) => {
            format!("imports{} = total − exports = {rest}, below zero", when(whole.trade))
        }
        (Dimension::Flow, Flow::Imports) => {
            format!("exports{} = total − imports = {rest}, below zero", when(whole.trade))
        }
        _ => {
            let name = context.name(whole.trade, dimension);
            format!("the rest of {name} = {rest}, below zero")
        }
    }
}

fn sentence(context: &Context, pair: Pair) -> String {
    let Pair { part, whole, dimension } = pair;
    let (small, large) = (context.name(part.trade, dimension), context.name(whole.trade, dimension));
    let of = |level: &Level| level.trade.period.map_or_else(String::new, |period| format!(" of {period}"));
    let larger = if dimension == Dimension::Period { format!("{large}{}", of(whole)) } else { large.clone() };
    let short = if dimension == Dimension::Flow { "total".to_owned() } else { large };
    let printed = |level: &Level| level.change.map(|change| context.printed(change));
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
    let Pair { part, whole, dimension } = pair;
    let name = context.name(part.trade, dimension);
    let larger = context.name(whole.trade, dimension);
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
fn are(level: &Level) -> &'static str {
    if level.trade.flow == Flow::Total { "is" } else { "are" }
}

fn s(level: &Level) -> &'static str {
    if level.trade.flow == Flow::Total { "s" } else { "" }
}
