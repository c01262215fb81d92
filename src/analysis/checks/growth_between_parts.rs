//! A whole grows no more than the part that grew most, and no less than the part that grew least.
//!
//! Values are not less than nothing, so the growth of a whole is a weighted mean of the growth of its parts, where these
//! do not overlap.

use super::Evidence;
use super::assumption::{Assumption, correction, two_currencies};
use super::overlap::Partition;
use super::report::{Draft, Report};
use crate::analysis::context::{Dimension, Fact, Indicator, Map, Trade};
use crate::analysis::words::when;
use crate::dataset::{Flow, Period};

const RULE: &str = "growth-between-parts";

type Parts<'c> = Map<(Trade, Option<Period>, Dimension), Vec<&'c Fact>>;

pub fn check(evidence: &Evidence, report: &mut Report) {
    let context = evidence.context;
    let changes = || context.firsts().filter(|fact| matches!(fact.indicator, Indicator::Change(Some(_))));
    let mut parts = Parts::default();
    for change in changes().filter(|change| change.trade.flow != Flow::Balance) {
        let Indicator::Change(base) = change.indicator else { continue };
        for (dimension, whole) in context.wholes(change.trade) {
            if matches!(dimension, Dimension::Flow | Dimension::Partner) {
                parts.entry((whole, base, dimension)).or_default().push(change);
            }
        }
    }
    for whole in changes() {
        let Indicator::Change(base) = whole.indicator else { continue };
        let known = |dimension| parts.get(&(whole.trade, base, dimension));
        if let Some(flows) = known(Dimension::Flow).filter(|flows| flows.len() == 2) {
            compare(
                evidence,
                whole,
                &Complete { parts: flows, dimension: Dimension::Flow, unless: None },
                report,
            );
        }
        let places = known(Dimension::Partner);
        if let Some(members) =
            places.and_then(|parts| Partition::complete(context, whole.trade.partner, parts))
        {
            // A mean of some of them is between the least and the most of all.
            let (parts, unless) = (&members.all()[..], members.outermost(context).unless);
            compare(evidence, whole, &Complete { parts, dimension: Dimension::Partner, unless }, report);
        }
    }
}

/// All parts of a whole.
struct Complete<'p, 'c> {
    parts: &'p [&'c Fact],
    dimension: Dimension,
    /// What is said where it is not known that they do not overlap.
    unless: Option<Assumption>,
}

fn compare(evidence: &Evidence, whole: &Fact, complete: &Complete, report: &mut Report) {
    let Complete { parts, dimension, ref unless } = *complete;
    let context = evidence.context;
    let least = parts.iter().min_by_key(|part| part.interval.low());
    let most = parts.iter().max_by_key(|part| part.interval.high());
    let (Some(least), Some(most)) = (least, most) else { return };
    let figures = || parts.iter().map(|part| part.figure).chain([whole.figure]);
    let name = || context.name(whole.trade, dimension);
    if least.interval.low() <= whole.interval.high() && whole.interval.low() <= most.interval.high() {
        let between = if parts.len() == 1 { "that of its only part" } else { "between those of its parts" };
        let sentence = || format!("the growth of {} is {between},{}", name(), when(whole.trade));
        report.holds(RULE, || (figures().collect(), sentence()));
        return;
    }
    let unit = context.growth_unit(whole.trade.reporter);
    let periods = [whole.trade.period, whole.indicator.base()].map(|period| whole.trade.at(period));
    let corrected = unit.and_then(|unit| periods.iter().find_map(|at| correction(evidence, *at, unit, &[])));
    let unless = unless.clone().into_iter().chain(two_currencies(context, whole.trade.reporter));
    report.contradicts(RULE, figures(), unless.chain(corrected), || {
        let side = if whole.interval.low() > most.interval.high() { "more" } else { "less" };
        let than = if parts.len() == 1 { "its only part" } else { "any of its parts" };
        let sentence = format!("{} {} is {side} than {than} grew", name(), context.printed(whole));
        let line = |what: &str, fact: &Fact| {
            let name = context.name(fact.trade, dimension);
            format!("{what}: {name} {}, so {}", context.printed(fact), context.range(fact))
        };
        let (own, reason) = (line("whole", whole), reason(parts.len()));
        let draft = Draft::new(sentence);
        let draft = match parts {
            [part] => draft.line(line("part", part)),
            _ if least.figure == most.figure => draft.line(line("least and most", least)),
            _ => draft.line(line("least", least)).line(line("most", most)),
        };
        draft.line(own).line(reason)
    });
}

/// Why the growth of so many parts bounds that of their whole.
fn reason(parts: usize) -> String {
    match parts {
        1 => "it has no other part, so both grew alike".to_owned(),
        _ => format!("its {parts} parts are complete, so it grew between the least and the most"),
    }
}
