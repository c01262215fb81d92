//! A share is its part over its whole.

use super::Evidence;
use super::report::{Draft, Report};
use crate::analysis::context::{Dimension, Fact, Indicator, Map, Trade};
use crate::analysis::words::{Style, when};
use crate::analysis::{Interval, Severity};

const RULE: &str = "share-of-whole";

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
pub fn check(evidence: &Evidence, report: &mut Report) {
    let context = evidence.context;
    let mut wholes: Map<_, Furthest> = Map::default();
    let mut order = Vec::new();
    for share in context.firsts() {
        let Indicator::Share(whole) = share.indicator else { continue };
        if share.trade == whole {
            continue;
        }
        let Some(unit) = context.share_unit(share) else { continue };
        let Some(value) = context.find(share.trade, Indicator::Value(unit)) else { continue };
        let Some(interval) = value.interval.over(share.interval) else { continue };
        let clue = Clue { value, share: Some(share), interval };
        let furthest = wholes.entry((whole, unit)).or_insert_with(|| {
            order.push((whole, unit));
            let own = context.find(whole, Indicator::Value(unit));
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
    let name = format!("{},{}", context.name(whole, Dimension::Partner), when(whole));
    let (low, high) = (below.interval.high(), above.interval.low());
    if high <= low {
        let mut figures: Vec<_> = figures().collect();
        figures.dedup();
        report.holds(RULE, || (figures, format!("{clues} figures agree on {name}")));
        return;
    }
    report.finds(RULE, Severity::Contradiction, figures(), || {
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
        Draft::new(sentence).line(line(above)).line(line(below))
    });
}
