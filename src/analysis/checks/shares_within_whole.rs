//! Shares of parts that do not overlap stay within 100 %.

use rust_decimal::Decimal;

use super::Evidence;
use super::assumption::{Assumption, correction};
use super::overlap::{Counted, Partition};
use super::report::{Draft, Report};
use crate::analysis::Interval;
use crate::analysis::context::{Dimension, Fact, Indicator, Map, Trade};
use crate::analysis::words::{percent, when};
use crate::dataset::Flow;

const RULE: &str = "shares-within-whole";

/// Each share, and the sum of those that do not overlap, is between nothing and everything.
///
/// A part of a balance may be larger than the balance, or have another sign, so only all of them together say anything.
pub fn check(evidence: &Evidence, report: &mut Report) {
    let context = evidence.context;
    let mut sums: Map<(Trade, Dimension), Vec<&Fact>> = Map::default();
    let mut order = Vec::new();
    for share in context.firsts() {
        let Indicator::Share(whole) = share.indicator else { continue };
        if share.trade == whole || context.share_unit(share).is_none() {
            continue;
        }
        let is_balance = share.trade.flow == Flow::Balance || whole.flow == Flow::Balance;
        // A share that is too large in itself is reported by itself, and left out of the sum.
        let alone = share.interval.low() > Decimal::ONE || share.interval.high() < Decimal::ZERO;
        let dimension = dimension(evidence, share.trade, whole).filter(|_| is_balance || !alone);
        if let Some(dimension) = dimension {
            let shares = sums.entry((whole, dimension)).or_default();
            if shares.is_empty() {
                order.push((whole, dimension));
            }
            shares.push(share);
        } else if !is_balance {
            within(evidence, whole, Shares::new(vec![share]), report);
        }
    }
    for (whole, dimension) in order {
        let Some(shares) = sums.remove(&(whole, dimension)) else { continue };
        match dimension {
            Dimension::Partner => places(evidence, whole, &shares, report),
            Dimension::Flow => {
                let complete = shares.len() == 2;
                within(evidence, whole, Shares { complete, ..Shares::new(shares) }, report);
            }
            Dimension::Product | Dimension::Transport | Dimension::Period => {
                within(evidence, whole, Shares::new(shares), report);
            }
        }
    }
}

/// In which dimension a part differs from its whole, if only in one in which parts can be counted together.
fn dimension(evidence: &Evidence, part: Trade, whole: Trade) -> Option<Dimension> {
    let is_flow = matches!(part.flow, Flow::Exports | Flow::Imports) && whole.flow == Flow::Total;
    if part.with(whole.partner) == whole && part != whole {
        let in_group = evidence.context.groups(part.partner).any(|group| group == whole.partner);
        return in_group.then_some(Dimension::Partner);
    }
    if part.flowing(whole.flow) == whole && is_flow {
        return Some(Dimension::Flow);
    }
    let is_mode = Trade { transport: None, ..part } == whole && part != whole && whole.flow != Flow::Balance;
    is_mode.then_some(Dimension::Transport)
}

/// Shares of one whole.
struct Shares<'c> {
    list: Vec<&'c Fact>,
    /// Whether there are no other parts.
    complete: bool,
    /// What is said where it is not known that the parts do not overlap.
    unless: Option<Assumption>,
}

impl<'c> Shares<'c> {
    fn new(list: Vec<&'c Fact>) -> Self {
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
    if let Some(members) = Partition::complete(context, whole.partner, shares) {
        let Counted { parts: list, unless } =
            members.read(context, |shares| Some(sum(shares)?.compared(Interval::ONE)));
        within(evidence, whole, Shares { list, complete: true, unless }, report);
        return;
    }
    if whole.flow == Flow::Balance {
        return;
    }
    for group in shares.iter().filter(|share| context.is_group(share.trade.partner)) {
        within(evidence, whole, Shares::new(vec![group]), report);
    }
    let apart = Partition::new(context, shares);
    let Counted { parts: list, unless } = apart.outermost(context);
    let surely = Shares::new(apart.surely);
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
    let (name, when) = (context.name(whole, Dimension::Partner), when(whole));
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
        let mut draft = Draft::new(sentence);
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
