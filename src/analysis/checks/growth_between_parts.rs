//! A whole grows no more than the part that grew most, and no less than the part that grew least.
//!
//! Values are not less than nothing, so the growth of a whole is a weighted mean of the growth of its parts, where these
//! do not overlap.

use super::Evidence;
use super::assumption::{correction, two_growths};
use super::overlap::Partition;
use super::reading::{Read, reread};
use super::report::{Argument, Report};
use crate::analysis::context::{Context, Fact, Indicator, Map, Trade};
use crate::analysis::{Assumption, Claim, Dimension, Interval, Reason, Role, Rule, Step};
use crate::dataset::{Flow, GrowthOf};

type PartsOfWhole<'c> = Map<(Trade, Indicator, Dimension), Vec<&'c Fact>>;

pub fn check(evidence: &Evidence, report: &mut Report) {
    let context = evidence.context;
    // Chain-linked volumes do not add up, so the growth of their whole is no mean of that of its parts.
    let adds_up = |fact: &&Fact| match fact.indicator {
        Indicator::Growth { base: Some(_), of } => of != Some(GrowthOf::Volume),
        _ => false,
    };
    let changes = || context.chosen().filter(adds_up);
    let mut parts = PartsOfWhole::default();
    for change in changes().filter(|change| change.trade.flow != Flow::Balance) {
        for (dimension, whole) in context.wholes(change.trade) {
            if matches!(dimension, Dimension::Flow | Dimension::Partner) {
                parts.entry((whole, change.indicator, dimension)).or_default().push(change);
            }
        }
    }
    for whole in changes() {
        let known = |dimension| parts.get(&(whole.trade, whole.indicator, dimension));
        if let Some(flows) = known(Dimension::Flow).filter(|flows| flows.len() == 2) {
            compare(
                evidence,
                whole,
                &Complete { parts: flows, dimension: Dimension::Flow, overlap: None },
                report,
            );
        }
        let places = known(Dimension::Partner);
        if let Some(members) = places.and_then(|parts| Partition::complete(context, whole.trade, parts)) {
            // A mean of some of them is between the least and the most of all.
            let (parts, overlap) = (&members.all()[..], members.outermost(context).assumption);
            compare(evidence, whole, &Complete { parts, dimension: Dimension::Partner, overlap }, report);
        }
    }
}

/// All parts of a whole.
struct Complete<'p, 'c> {
    parts: &'p [&'c Fact],
    dimension: Dimension,
    /// That the parts overlap, where it is not known that they do not.
    overlap: Option<Assumption>,
}

fn compare(evidence: &Evidence, whole: &Fact, complete: &Complete, report: &mut Report) {
    let Complete { parts, ref overlap, .. } = *complete;
    let context = evidence.context;
    let least = parts.iter().min_by_key(|part| part.interval.low());
    let most = parts.iter().max_by_key(|part| part.interval.high());
    let (Some(least), Some(most)) = (least, most) else { return };
    let figures = parts.iter().map(|part| part.figure).chain([whole.figure]);
    let argue = || complete.argue(context, whole, (least, most));
    if least.interval.low() <= whole.interval.high() && whole.interval.low() <= most.interval.high() {
        report.holds(Rule::GrowthBetweenParts, figures, argue);
        return;
    }
    let unit = context.growth_unit(whole);
    let periods = [whole.trade.period, whole.indicator.growth_base()].map(|period| whole.trade.at(period));
    let corrected = unit.and_then(|unit| periods.iter().find_map(|at| correction(evidence, *at, unit, &[])));
    let overlap = overlap.clone().into_iter();
    let facts: Vec<&Fact> = parts.iter().copied().chain([whole]).collect();
    let by_reading = reread(&facts, |read| is_between(parts, whole, read).unwrap_or(false));
    let adjusted = context.is_adjusted(whole.trade).then_some(Assumption::Adjusted);
    let assumptions = overlap.chain(two_growths(&facts)).chain(corrected).chain(by_reading).chain(adjusted);
    report.breaks(Rule::GrowthBetweenParts, figures, assumptions, argue);
}

/// True if a whole grew no less than the least of its parts, and no more than the most; `None` if that is open.
fn is_between(parts: &[&Fact], whole: &Fact, read: Read) -> Option<bool> {
    let parts: Vec<Interval> = parts.iter().map(|part| read(part)).collect::<Option<_>>()?;
    let (least, most) =
        (parts.iter().map(|part| part.low()).min()?, parts.iter().map(|part| part.high()).max()?);
    let whole = read(whole)?;
    Some(least <= whole.high() && whole.low() <= most)
}

impl Complete<'_, '_> {
    fn argue(&self, context: &Context, whole: &Fact, (least, most): (&Fact, &Fact)) -> Argument {
        let claim = Claim::GrowthBetweenParts {
            dimension: self.dimension,
            whole: context.subject(whole.trade),
            growth: whole.figure,
            parts: self.parts.len(),
            is_above: whole.interval.low() > most.interval.high(),
        };
        let mut steps = match self.parts {
            [part] => vec![Step::Growth(Role::Part, part.figure)],
            _ if least.figure == most.figure => vec![Step::Growth(Role::LeastAndMost, least.figure)],
            _ => vec![Step::Growth(Role::Least, least.figure), Step::Growth(Role::Most, most.figure)],
        };
        let reason = match self.parts.len() {
            1 => Reason::OnlyPart,
            parts => Reason::BetweenParts(parts),
        };
        steps.extend([Step::Growth(Role::Whole, whole.figure), Step::Reason(reason)]);
        (claim, steps)
    }
}
