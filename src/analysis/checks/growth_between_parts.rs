//! A whole grows no faster than its fastest part, and no slower than its slowest.
//!
//! An index on one base is growth since then. Values are not negative, so the growth of a whole is a weighted mean of the growth of its parts, provided that they
//! do not overlap.

use foldhash::HashMap;
use rust_decimal::Decimal;

use super::Evidence;
use super::support::assumption::{correction, two_growths};
use super::support::composition;
use super::support::overlap::Partition;
use super::support::report::{Argument, Report};
use super::support::rereading::{Reading, reread};
use super::support::separate_products::SeparateProducts;
use crate::analysis::context::{Context, Fact, Indicator, Trade};
use crate::analysis::{
    Assumption, Claim, Dimension, GrowthBetweenParts, GrowthRole, Interval, Reason, Rule, Step,
};
use crate::dataset::{Flow, GrowthOf};

/// The maximum number of periods that a longer one is split into: ten years of months.
const MOST_PERIODS: usize = 120;

type PartsOfWhole<'c> = HashMap<(Trade, Indicator, Dimension), Vec<&'c Fact>>;

pub fn check(evidence: &Evidence, report: &mut Report) {
    let context = evidence.context;
    // Chain-linked volumes do not add up, so the growth of their whole is not a mean of their growth.
    let adds_up = |fact: &&Fact| {
        let growth = fact.indicator;
        matches!(growth, Indicator::Growth { base: Some(_), of } | Indicator::Index { base: Some(_), of }
            if of != Some(GrowthOf::Volume))
    };
    let changes = || context.chosen().filter(adds_up);
    let mut parts = PartsOfWhole::default();
    for change in changes().filter(|change| change.trade.flow != Flow::Balance) {
        for (dimension, whole) in context.wholes(change.trade) {
            let is_group =
                || whole.product.is_some_and(|product| context.products.members(product).is_some());
            let is_part = match dimension {
                Dimension::Flow | Dimension::Partner => true,
                Dimension::Product => is_group(),
                Dimension::Transport | Dimension::Period => false,
            };
            if is_part {
                parts.entry((whole, change.indicator, dimension)).or_default().push(change);
            }
        }
    }
    for whole in changes() {
        let known = |dimension| parts.get(&(whole.trade, whole.indicator, dimension));
        let mut complete = Vec::new();
        if let Some(flows) = known(Dimension::Flow).filter(|flows| flows.len() == 2) {
            complete.push(Complete { parts: flows.clone(), dimension: Dimension::Flow, overlap: None });
        }
        // A group that gained or lost a member can grow faster or slower than each of its members.
        let base = whole.indicator.base();
        let places = known(Dimension::Partner).filter(|_| context.has_same_members(whole.trade, base));
        if let Some(members) = places.and_then(|parts| Partition::complete(context, whole.trade, parts)) {
            // The whole is a mean of the outermost parts, and so lies between the extremes of all of them.
            let overlap = members.outermost().overlap(context, |_| Decimal::ZERO, |_| false);
            complete.push(Complete { parts: members.all(), dimension: Dimension::Partner, overlap });
        }
        let goods = known(Dimension::Product);
        if let Some(parts) = goods.and_then(|parts| SeparateProducts::complete(context, whole.trade, parts)) {
            complete.push(Complete { parts, dimension: Dimension::Product, overlap: None });
        }
        complete.extend(periods(context, whole));
        for complete in &complete {
            compare(evidence, whole, complete, report);
        }
    }
}

/// The growth of all months, of all quarters and of all halves of a period, and of the months so far and the latest ones,
/// each since the same base period.
fn periods<'c>(context: &'c Context, whole: &Fact) -> Vec<Complete<'c>> {
    let (Indicator::Growth { base: Some(base), of }, Some(period)) = (whole.indicator, whole.trade.period)
    else {
        return Vec::new();
    };
    if context.is_adjusted(whole.trade) || whole.trade.flow == Flow::Balance {
        return Vec::new();
    }
    let part =
        |(then, now)| context.find(whole.trade.at(Some(now)), Indicator::Growth { base: Some(then), of });
    let splits = [1, 3, 6].into_iter().filter_map(|months| {
        // Most growth has no parts at all, which the first of them shows sooner than counting.
        let parts = base.split(months).zip(period.split(months)).map(part).collect::<Option<Vec<_>>>()?;
        let count = period.split(months).take(MOST_PERIODS + 1).count();
        let is_alike =
            (2..=MOST_PERIODS).contains(&count) && base.split(months).take(count + 1).count() == count;
        is_alike.then_some(parts)
    });
    // The months so far are those before and the latest one. Two equal parts are among the splits above.
    let so_far = [1, 3, 6].into_iter().filter(|months| period.split(*months).take(3).count() != 2);
    let so_far = so_far.filter_map(|months| {
        let [now, then] = [period, base].map(|period| period.without_last(months));
        let [[before, latest], [then_before, then_latest]] = [now?, then?];
        Some(vec![part((then_before, before))?, part((then_latest, latest))?])
    });
    let complete = |parts| Complete { parts, dimension: Dimension::Period, overlap: None };
    splits.chain(so_far).map(complete).collect()
}

/// All parts of a whole.
struct Complete<'c> {
    parts: Vec<&'c Fact>,
    dimension: Dimension,
    /// Set if the parts may overlap.
    overlap: Option<Assumption>,
}

fn compare(evidence: &Evidence, whole: &Fact, complete: &Complete, report: &mut Report) {
    let Complete { parts, overlap, .. } = complete;
    let context = evidence.context;
    let least = parts.iter().min_by_key(|part| part.interval.low());
    let most = parts.iter().max_by_key(|part| part.interval.high());
    let (Some(least), Some(most)) = (least, most) else { return };
    let figures = parts.iter().map(|part| part.figure()).chain([whole.figure()]);
    let argue = || complete.argue(context, whole, (least, most));
    if least.interval.low() <= whole.interval.high() && whole.interval.low() <= most.interval.high() {
        report.holds(Rule::GrowthBetweenParts, figures, argue);
        return;
    }
    let unit = context.growth_unit(whole);
    let periods = [whole.trade.period, whole.indicator.base()].map(|period| whole.trade.at(period));
    let corrected = unit.and_then(|unit| periods.iter().find_map(|at| correction(evidence, *at, unit, &[])));
    let overlap = overlap.clone().into_iter();
    let facts: Vec<&Fact> = parts.iter().copied().chain([whole]).collect();
    let of_two_indices =
        || facts.iter().any(|fact| fact.is_unstated_index()).then_some(Assumption::TwoThings);
    let of_two_growths = two_growths(&facts).or_else(of_two_indices);
    let by_reading = reread(&facts, |read| is_between(parts, whole, read).unwrap_or(false));
    let adjusted = context.is_adjusted(whole.trade).then_some(Assumption::Adjusted);
    // Trade that belongs to no member may have grown in any way.
    let are_members = complete.dimension == Dimension::Partner;
    let unallocated = composition::unallocated(context, whole.trade, true).filter(|_| are_members);
    let assumptions = overlap.chain(of_two_growths).chain(corrected).chain(by_reading).chain(adjusted);
    let assumptions = assumptions.chain(unallocated);
    report.breaks(Rule::GrowthBetweenParts, figures, assumptions, argue);
}

/// True if the whole grew between the least and the most of its parts; `None` if rounding leaves that open.
fn is_between(parts: &[&Fact], whole: &Fact, read: Reading) -> Option<bool> {
    let parts: Vec<Interval> = parts.iter().map(|part| read(part)).collect::<Option<_>>()?;
    let (least, most) =
        (parts.iter().map(|part| part.low()).min()?, parts.iter().map(|part| part.high()).max()?);
    let whole = read(whole)?;
    Some(least <= whole.high() && whole.low() <= most)
}

impl Complete<'_> {
    fn argue(&self, context: &Context, whole: &Fact, (least, most): (&Fact, &Fact)) -> Argument {
        let claim = Claim::GrowthBetweenParts(GrowthBetweenParts {
            dimension: self.dimension,
            whole: context.subject(whole.trade),
            growth: whole.figure(),
            parts: self.parts.len(),
            is_above: whole.interval.low() > most.interval.high(),
        });
        let mut steps = match &self.parts[..] {
            [part] => vec![Step::Growth(GrowthRole::Part, part.figure())],
            _ if least.figure() == most.figure() => {
                vec![Step::Growth(GrowthRole::LeastAndMost, least.figure())]
            }
            _ => vec![
                Step::Growth(GrowthRole::Least, least.figure()),
                Step::Growth(GrowthRole::Most, most.figure()),
            ],
        };
        let reason = match self.parts.len() {
            1 => Reason::OnlyPart,
            parts => Reason::BetweenParts(parts),
        };
        steps.extend([Step::Growth(GrowthRole::Whole, whole.figure()), Step::Reason(reason)]);
        (claim, steps)
    }
}
