//! Changes since one base add up as values do: those of exports and imports to that of total trade, those of months to
//! that of their quarter, those of all members to that of their group.
//!
//! A balance that falls by 3 is printed as a change of −3 or, where it is a deficit, of +3, so either sign fits.

use foldhash::HashMap;
use rust_decimal::Decimal;

use super::Evidence;
use super::support::composition;
use super::support::overlap::Partition;
use super::support::report::Report;
use super::support::rereading::{Reading, as_printed, reread};
use crate::analysis::context::{Context, Fact, Indicator, Trade};
use crate::analysis::{Assumption, BalanceOf, Claim, Dimension, Interval, Parts, Rule, Step, SumOfChanges};
use crate::dataset::{Flow, Period, Unit};

/// The maximum number of periods that a longer one is split into: ten years of months.
const MOST_PERIODS: usize = 120;

/// A change, and those of all parts of its trade.
struct Changes<'c> {
    whole: &'c Fact,
    base: Period,
    unit: Unit,
    parts: Vec<&'c Fact>,
    kind: Parts,
}

pub fn check(evidence: &Evidence, report: &mut Report) {
    let context = evidence.context;
    let changes = || context.chosen().filter(|fact| matches!(fact.indicator, Indicator::Change { .. }));
    let mut of_places: HashMap<(Trade, Indicator), Vec<&Fact>> = HashMap::default();
    for part in changes() {
        for (dimension, whole) in context.wholes(part.trade) {
            if dimension == Dimension::Partner {
                of_places.entry((whole, part.indicator)).or_default().push(part);
            }
        }
    }
    for whole in changes() {
        let Indicator::Change { base: Some(base), unit } = whole.indicator else { continue };
        let compare = |parts, kind, report: &mut Report| {
            Changes { whole, base, unit, parts, kind }.compare(context, report);
        };
        if let Some(flows) = flows(context, whole) {
            compare(flows, Parts::Flows, report);
        }
        let places = of_places.get(&(whole.trade, whole.indicator));
        if let Some(members) = places.and_then(|parts| members(context, whole, parts)) {
            compare(members, Parts::Members { left_out: 0 }, report);
        }
        for periods in periods(context, whole, base, unit) {
            compare(periods, Parts::Periods, report);
        }
    }
}

/// The changes of exports and imports, which make up those of total trade and of the balance.
fn flows<'c>(context: &'c Context, whole: &Fact) -> Option<Vec<&'c Fact>> {
    match whole.trade.flow {
        Flow::Total | Flow::Balance => {
            let find = |flow| context.find(whole.trade.flowing(flow), whole.indicator);
            Some(vec![find(Flow::Exports)?, find(Flow::Imports)?])
        }
        Flow::Exports | Flow::Imports => None,
    }
}

/// The changes of all members of a group, if none of them overlap: a change may have any sign, so that one that is
/// counted twice may make their sum larger or smaller.
fn members<'c>(context: &Context, whole: &Fact, parts: &[&'c Fact]) -> Option<Vec<&'c Fact>> {
    let members = Partition::complete(context, whole.trade, parts)?;
    (members.disjoint.len() == members.all().len()).then_some(members.disjoint)
}

/// The changes of all months, of all quarters and of all halves of a period.
fn periods<'c>(context: &'c Context, whole: &Fact, base: Period, unit: Unit) -> Vec<Vec<&'c Fact>> {
    let Some(period) = whole.trade.period.filter(|_| !context.is_adjusted(whole.trade)) else {
        return Vec::new();
    };
    let change =
        |(then, now)| context.find(whole.trade.at(Some(now)), Indicator::Change { base: Some(then), unit });
    let splits = [1, 3, 6].into_iter().filter_map(|months| {
        let count = period.split(months).take(MOST_PERIODS + 1).count();
        let is_alike =
            (2..=MOST_PERIODS).contains(&count) && base.split(months).take(count + 1).count() == count;
        let parts = || base.split(months).zip(period.split(months)).map(change).collect::<Option<Vec<_>>>();
        is_alike.then(parts)?
    });
    splits.collect()
}

impl Changes<'_> {
    /// The change that the parts make up.
    fn sum(&self, read: Reading) -> Option<Interval> {
        if self.is_balance_of_flows() {
            let [exports, imports] = self.parts[..] else { return None };
            return read(exports)?.minus(read(imports)?);
        }
        let nothing = Interval::exactly(Decimal::ZERO);
        self.parts.iter().try_fold(nothing, |sum, part| sum.plus(read(part)?))
    }

    fn is_balance_of_flows(&self) -> bool {
        self.kind == Parts::Flows && self.whole.trade.flow == Flow::Balance
    }

    /// True if the parts make up the whole; `None` if that cannot be calculated.
    fn agree(&self, read: Reading) -> Option<bool> {
        let (sum, whole) = (self.sum(read)?, read(self.whole)?);
        let mirrored = || Interval::exactly(Decimal::ZERO).minus(sum)?.common(whole);
        let is_mirrored = self.is_balance_of_flows() && mirrored().is_some();
        Some(is_mirrored || sum.common(whole).is_some())
    }

    fn compare(&self, context: &Context, report: &mut Report) {
        let Some(sum) = self.sum(&as_printed) else { return };
        let Self { whole, base, unit, parts, kind } = self;
        let facts: Vec<&Fact> = parts.iter().copied().chain([*whole]).collect();
        let figures: Vec<_> = facts.iter().map(|fact| fact.figure()).collect();
        let argue = || {
            let claim = Claim::SumOfChanges(SumOfChanges {
                parts: *kind,
                count: parts.len(),
                sum,
                subject: context.subject(whole.trade),
                change: whole.figure(),
                unit: *unit,
            });
            let mut steps: Vec<Step> = parts.iter().map(|part| Step::Figure(part.figure())).collect();
            steps.push(if self.is_balance_of_flows() {
                Step::Balance(BalanceOf::ExportsAndImports, sum)
            } else {
                Step::Sum(sum)
            });
            steps.push(Step::Figure(whole.figure()));
            (claim, steps)
        };
        if self.agree(&as_printed) != Some(false) {
            report.holds(Rule::SumOfChanges, figures, argue);
            return;
        }
        let by_reading = reread(&facts, |read| self.agree(read) == Some(true));
        let are_members = matches!(kind, Parts::Members { .. });
        let unallocated = composition::unallocated(context, whole.trade, true).filter(|_| are_members);
        let regrouped = composition::of_base(context, whole.trade, Some(*base));
        let adjusted = context.is_adjusted(whole.trade).then_some(Assumption::Adjusted);
        let assumptions = [by_reading, regrouped, unallocated, adjusted].into_iter().flatten();
        report.breaks(Rule::SumOfChanges, figures, assumptions, argue);
    }
}
