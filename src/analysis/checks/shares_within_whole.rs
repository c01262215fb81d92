//! Shares of parts that do not overlap stay within 100 %.

use rust_decimal::Decimal;

use super::Evidence;
use super::apart::{Apart, Counted};
use super::report::{Draft, Report};
use super::unless::{Unless, correction};
use crate::analysis::Interval;
use crate::analysis::context::{Fact, Map, Relation, Trade, What};
use crate::analysis::words::{percent, when};
use crate::dataset::Flow;

const RULE: &str = "shares-within-whole";

/// Each share, and the sum of those that do not overlap, is between nothing and everything.
///
/// A part of a balance may be larger than the balance, or have another sign, so only all of them together say anything.
pub fn check(evidence: &Evidence, report: &mut Report) {
    let context = evidence.context;
    let mut sums: Map<(Trade, Relation), Vec<&Fact>> = Map::default();
    let mut order = Vec::new();
    for share in context.firsts() {
        let What::Share(whole) = share.what else { continue };
        if share.trade == whole || context.share_unit(share).is_none() {
            continue;
        }
        let is_balance = share.trade.flow == Flow::Balance || whole.flow == Flow::Balance;
        // A share that is too large in itself is reported by itself, and left out of the sum.
        let alone = share.interval.low() > Decimal::ONE || share.interval.high() < Decimal::ZERO;
        let relation = relation(evidence, share.trade, whole).filter(|_| is_balance || !alone);
        if let Some(relation) = relation {
            let shares = sums.entry((whole, relation)).or_default();
            if shares.is_empty() {
                order.push((whole, relation));
            }
            shares.push(share);
        } else if !is_balance {
            within(evidence, whole, Shares::of(vec![share]), report);
        }
    }
    for (whole, relation) in order {
        let Some(shares) = sums.remove(&(whole, relation)) else { continue };
        match relation {
            Relation::Partner => places(evidence, whole, &shares, report),
            Relation::Flow => {
                let complete = shares.len() == 2;
                within(evidence, whole, Shares { complete, ..Shares::of(shares) }, report);
            }
            Relation::Product | Relation::Transport | Relation::Period => {
                within(evidence, whole, Shares::of(shares), report);
            }
        }
    }
}

/// In which dimension a part differs from its whole, if only in one in which parts can be counted together.
fn relation(evidence: &Evidence, part: Trade, whole: Trade) -> Option<Relation> {
    let is_flow = matches!(part.flow, Flow::Exports | Flow::Imports) && whole.flow == Flow::Total;
    if part.with(whole.partner) == whole && part != whole {
        let in_group = evidence.context.groups(part.partner).any(|group| group == whole.partner);
        return in_group.then_some(Relation::Partner);
    }
    if part.flowing(whole.flow) == whole && is_flow {
        return Some(Relation::Flow);
    }
    let is_mode = Trade { transport: None, ..part } == whole && part != whole && whole.flow != Flow::Balance;
    is_mode.then_some(Relation::Transport)
}

/// Shares of one whole.
struct Shares<'c> {
    list: Vec<&'c Fact>,
    /// Whether there are no other parts.
    complete: bool,
    /// What is said where it is not known that the parts do not overlap.
    unless: Option<Unless>,
}

impl<'c> Shares<'c> {
    fn of(list: Vec<&'c Fact>) -> Self {
        Self { list, complete: false, unless: None }
    }

    fn sum(&self) -> Option<Interval> {
        sum(&self.list)
    }
}

fn sum(shares: &[&Fact]) -> Option<Interval> {
    let nothing = Interval::exactly(Decimal::ZERO);
    shares.iter().try_fold(nothing, |sum, share| sum.plus(share.interval))
}

/// The shares of all members of a group, else of those places that may be counted together, and of each group.
fn places(evidence: &Evidence, whole: Trade, shares: &[&Fact], report: &mut Report) {
    let context = evidence.context;
    if let Some(members) = Apart::complete(context, whole.partner, shares) {
        let Counted { parts: list, unless } =
            members.read(context, |shares| Some(sum(shares)?.compared(Interval::ONE)));
        within(evidence, whole, Shares { list, complete: true, unless }, report);
        return;
    }
    if whole.flow == Flow::Balance {
        return;
    }
    for group in shares.iter().filter(|share| context.is_group(share.trade.partner)) {
        within(evidence, whole, Shares::of(vec![group]), report);
    }
    let apart = Apart::of(context, shares);
    let Counted { parts: list, unless } = apart.outermost(context);
    let surely = Shares::of(apart.surely);
    if unless.is_none() || surely.sum().is_some_and(|sum| sum.low() > Decimal::ONE) {
        within(evidence, whole, surely, report);
    } else {
        within(evidence, whole, Shares { list, complete: false, unless }, report);
    }
}

fn within(evidence: &Evidence, whole: Trade, of: Shares, report: &mut Report) {
    let Some(sum) = of.sum() else { return };
    let Shares { list, complete, unless } = of;
    let shares = list.as_slice();
    if shares.is_empty() {
        return;
    }
    let context = evidence.context;
    let figures = || shares.iter().map(|share| share.figure);
    let (name, when) = (context.name(whole, Relation::Partner), when(whole));
    let holds =
        sum.low() <= Decimal::ONE && sum.high() >= if complete { Decimal::ONE } else { Decimal::ZERO };
    if holds {
        report.holds(RULE, || {
            let these =
                if shares.len() == 1 { "a share".to_owned() } else { format!("{} shares", shares.len()) };
            let verb = if shares.len() == 1 { "stays" } else { "stay" };
            (figures().collect(), format!("{these} of {name} {verb} within 100 %,{when}"))
        });
        return;
    }
    let too_much = sum.low() > Decimal::ONE;
    // What overlaps is counted twice, so parts that may overlap may be too much; too little they never are.
    let overlap = unless.filter(|_| too_much || whole.flow == Flow::Balance);
    let counted: Vec<Trade> = shares.iter().filter(|_| too_much).map(|share| share.trade).collect();
    let unit = shares.first().and_then(|share| context.share_unit(share)).filter(|_| !complete);
    let corrected = unit.and_then(|unit| correction(evidence, whole, unit, &counted));
    report.contradicts(RULE, figures(), overlap.into_iter().chain(corrected), || {
        let side = if sum.low() > Decimal::ONE { "more than 100 %" } else { "less than they should" };
        let sentence = match shares {
            [share] if !complete => format!("{} cannot be a share of {name},{when}", context.printed(share)),
            [_] => format!("the only share of {name} is not all of it,{when}"),
            _ => format!("{} shares of {name} add up to {side},{when}", shares.len()),
        };
        let decimals = shares.iter().map(|share| share.decimals + 1).max().unwrap_or(1);
        let mut draft = Draft::of(sentence);
        for share in shares.iter().take(6) {
            draft = draft.line(format!(
                "{} = {}, so {}",
                context.id(share),
                context.printed(share),
                context.range(share)
            ));
        }
        if shares.len() > 6 {
            draft = draft.line(format!("… and {} more", shares.len() - 6));
        }
        if shares.len() > 1 {
            draft = draft.line(format!("their sum = {}", percent(sum, decimals)));
        }
        draft
    });
}
