//! A whole grows no more than the part that grew most, and no less than the part that grew least.
//!
//! Values are not less than nothing, so the growth of a whole is a weighted mean of the growth of its parts, where these
//! do not overlap.

use super::Evidence;
use super::apart::Apart;
use super::report::{Draft, Report};
use super::unless::{Unless, correction, two_currencies};
use crate::analysis::context::{Fact, Map, Relation, Trade, What};
use crate::analysis::words::when;
use crate::dataset::{Flow, Period};

const RULE: &str = "growth-between-parts";

type Parts<'c> = Map<(Trade, Option<Period>, Relation), Vec<&'c Fact>>;

pub fn check(evidence: &Evidence, report: &mut Report) {
    let context = evidence.context;
    let changes = || context.firsts().filter(|fact| matches!(fact.what, What::Change(Some(_))));
    let mut parts = Parts::default();
    for change in changes().filter(|change| change.trade.flow != Flow::Balance) {
        let What::Change(base) = change.what else { continue };
        for (relation, whole) in context.wholes(change.trade) {
            if matches!(relation, Relation::Flow | Relation::Partner) {
                parts.entry((whole, base, relation)).or_default().push(change);
            }
        }
    }
    for whole in changes() {
        let What::Change(base) = whole.what else { continue };
        let known = |relation| parts.get(&(whole.trade, base, relation));
        if let Some(flows) = known(Relation::Flow).filter(|flows| flows.len() == 2) {
            compare(
                evidence,
                whole,
                &Complete { parts: flows, relation: Relation::Flow, unless: None },
                report,
            );
        }
        let places = known(Relation::Partner);
        if let Some(members) = places.and_then(|parts| Apart::complete(context, whole.trade.partner, parts)) {
            // A mean of some of them is between the least and the most of all.
            let (parts, unless) = (&members.all()[..], members.outermost(context).unless);
            compare(evidence, whole, &Complete { parts, relation: Relation::Partner, unless }, report);
        }
    }
}

/// All parts of a whole.
struct Complete<'p, 'c> {
    parts: &'p [&'c Fact],
    relation: Relation,
    /// What is said where it is not known that they do not overlap.
    unless: Option<Unless>,
}

fn compare(evidence: &Evidence, whole: &Fact, complete: &Complete, report: &mut Report) {
    let Complete { parts, relation, ref unless } = *complete;
    let context = evidence.context;
    let least = parts.iter().min_by_key(|part| part.interval.low());
    let most = parts.iter().max_by_key(|part| part.interval.high());
    let (Some(least), Some(most)) = (least, most) else { return };
    let figures = || parts.iter().map(|part| part.figure).chain([whole.figure]);
    let name = || context.name(whole.trade, relation);
    if least.interval.low() <= whole.interval.high() && whole.interval.low() <= most.interval.high() {
        let between = if parts.len() == 1 { "that of its only part" } else { "between those of its parts" };
        let sentence = || format!("the growth of {} is {between},{}", name(), when(whole.trade));
        report.holds(RULE, || (figures().collect(), sentence()));
        return;
    }
    let unit = context.growth_unit(whole.trade.reporter);
    let periods = [whole.trade.period, whole.what.base()].map(|period| whole.trade.at(period));
    let corrected = unit.and_then(|unit| periods.iter().find_map(|at| correction(evidence, *at, unit, &[])));
    let unless = unless.clone().into_iter().chain(two_currencies(context, whole.trade.reporter));
    report.contradicts(RULE, figures(), unless.chain(corrected), || {
        let side = if whole.interval.low() > most.interval.high() { "more" } else { "less" };
        let than = if parts.len() == 1 { "its only part" } else { "any of its parts" };
        let sentence = format!("{} {} is {side} than {than} grew", name(), context.printed(whole));
        let line = |what: &str, fact: &Fact| {
            let name = context.name(fact.trade, relation);
            format!("{what}: {name} {}, so {}", context.printed(fact), context.range(fact))
        };
        let (own, reason) = (line("whole", whole), reason(parts.len()));
        let draft = Draft::of(sentence);
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
