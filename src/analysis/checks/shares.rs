//! A share is its part over its whole, and shares of parts that do not overlap stay within 100 %.

use rust_decimal::Decimal;

use super::Evidence;
use super::report::{Draft, Report};
use crate::analysis::context::{Fact, Map, Relation, Trade, What};
use crate::analysis::words::{Style, percent, when};
use crate::analysis::{Interval, Severity};
use crate::dataset::Flow;

const OF_WHOLE: &str = "share-of-whole";
const WITHIN: &str = "shares-within-whole";

/// What a whole must be, by its own row or by a part and its share.
#[derive(Clone, Copy)]
struct Clue<'c> {
    value: &'c Fact,
    share: Option<&'c Fact>,
    interval: Interval,
}

/// The clues that put a whole highest and lowest.
struct Furthest<'c> {
    above: Clue<'c>,
    below: Clue<'c>,
    clues: usize,
}

/// All wholes that parts and their shares imply agree with each other, and with the whole where it is published.
pub fn share_of_whole(evidence: &Evidence, report: &mut Report) {
    let context = evidence.context;
    let mut wholes: Map<_, Furthest> = Map::default();
    let mut order = Vec::new();
    for share in context.firsts() {
        let What::Share(whole) = share.what else { continue };
        let Some(unit) = context.share_unit(share) else { continue };
        let Some(value) = context.find(share.trade, What::Value(unit)) else { continue };
        let Some(interval) = value.interval.over(share.interval) else { continue };
        let clue = Clue { value, share: Some(share), interval };
        let furthest = wholes.entry((whole, unit)).or_insert_with(|| {
            order.push((whole, unit));
            let own = context.find(whole, What::Value(unit));
            let own = own.map_or(clue, |own| Clue { value: own, share: None, interval: own.interval });
            Furthest { above: own, below: own, clues: usize::from(own.share.is_none()) }
        });
        furthest.clues += 1;
        if interval.low() > furthest.above.interval.low() {
            furthest.above = clue;
        }
        if interval.high() < furthest.below.interval.high() {
            furthest.below = clue;
        }
    }
    for key in order {
        if let Some(furthest) = wholes.get(&key).filter(|furthest| furthest.clues > 1) {
            compare(evidence, key.0, furthest, report);
        }
    }
}

fn compare(evidence: &Evidence, whole: Trade, furthest: &Furthest, report: &mut Report) {
    let context = evidence.context;
    let Furthest { above, below, clues } = furthest;
    let figures = || [above, below].into_iter().flat_map(|clue| [Some(clue.value), clue.share]);
    let figures = || figures().flatten().map(|fact| fact.figure);
    let name = format!("{}{}", context.name(whole, Relation::Partner), when(whole));
    let (low, high) = (below.interval.high(), above.interval.low());
    if high <= low {
        let mut figures: Vec<_> = figures().collect();
        figures.dedup();
        report.holds(OF_WHOLE, || (figures, format!("{clues} figures agree on {name}")));
        return;
    }
    report.finds(OF_WHOLE, Severity::Contradiction, figures(), || {
        let unit = above.value.unit().unwrap_or(crate::dataset::Unit::Count);
        let (multiplier, decimals) = (above.value.multiplier, above.value.decimals + 1);
        let style = Style { unit, multiplier, decimals }.telling(low, high);
        let line = |clue: &Clue| {
            let (id, range) = (context.id(clue.value), style.range(clue.interval));
            match clue.share {
                Some(share) => format!("{id} / {} = {range}", context.printed(share)),
                None => format!("{id} = {}, so {range}", context.printed(clue.value)),
            }
        };
        let sentence = format!("values and shares do not agree on {name}");
        Draft::of(sentence).line(line(above)).line(line(below))
    });
}

/// Each share, and the sum of those that do not overlap, is between nothing and everything.
pub fn within_whole(evidence: &Evidence, report: &mut Report) {
    let context = evidence.context;
    let mut sums: Map<(Trade, Option<Relation>), Vec<&Fact>> = Map::default();
    let mut order = Vec::new();
    for share in context.firsts() {
        let What::Share(whole) = share.what else { continue };
        if context.share_unit(share).is_none() {
            continue;
        }
        // A share that is too large in itself is reported by itself, and left out of the sum.
        let alone = share.interval.low() > Decimal::ONE || share.interval.high() < Decimal::ZERO;
        let relation = if alone { None } else { relation(evidence, share.trade, whole) };
        if relation.is_none() {
            within(evidence, (whole, &[share], false), report);
            continue;
        }
        let shares = sums.entry((whole, relation)).or_default();
        if shares.is_empty() {
            order.push((whole, relation));
        }
        shares.push(share);
    }
    for key in order {
        let Some(shares) = sums.get(&key) else { continue };
        let all = match key.1 {
            Some(Relation::Flow) => 2,
            Some(Relation::Partner) => context.members(key.0.partner),
            Some(Relation::Product | Relation::Transport | Relation::Period) | None => 0,
        };
        within(evidence, (key.0, shares, shares.len() == all), report);
    }
}

/// In which dimension a part differs from its whole, if only in one in which parts do not overlap.
fn relation(evidence: &Evidence, part: Trade, whole: Trade) -> Option<Relation> {
    let is_place = evidence.context.members(part.partner) == 0;
    let is_flow = matches!(part.flow, Flow::Exports | Flow::Imports) && whole.flow == Flow::Total;
    if part.with(whole.partner) == whole && part != whole && is_place {
        let in_group = evidence.context.groups(part.partner).any(|group| group == whole.partner);
        return in_group.then_some(Relation::Partner);
    }
    if part.flowing(whole.flow) == whole && is_flow {
        return Some(Relation::Flow);
    }
    (Trade { transport: None, ..part } == whole && part != whole).then_some(Relation::Transport)
}

fn within(evidence: &Evidence, (whole, shares, complete): (Trade, &[&Fact], bool), report: &mut Report) {
    let context = evidence.context;
    let nothing = Interval::exactly(Decimal::ZERO);
    let sum = shares.iter().try_fold(nothing, |sum, share| sum.plus(share.interval));
    let Some(sum) = sum else { return };
    let figures = || shares.iter().map(|share| share.figure);
    let name = format!("{}{}", context.name(whole, Relation::Partner), when(whole));
    let holds =
        sum.low() <= Decimal::ONE && sum.high() >= if complete { Decimal::ONE } else { Decimal::ZERO };
    if holds {
        report.holds(WITHIN, || {
            let these =
                if shares.len() == 1 { "a share".to_owned() } else { format!("{} shares", shares.len()) };
            let verb = if shares.len() == 1 { "stays" } else { "stay" };
            (figures().collect(), format!("{these} of {name} {verb} within 100 %"))
        });
        return;
    }
    report.finds(WITHIN, Severity::Contradiction, figures(), || {
        let side = if sum.low() > Decimal::ONE { "more than 100 %" } else { "less than they should" };
        let sentence = match shares {
            [share] if !complete => format!("{} of {name} cannot be a share of it", context.printed(share)),
            _ => format!("{} shares of {name} add up to {side}", shares.len()),
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
        draft.line(format!("their sum = {}", percent(sum, decimals)))
    });
}
