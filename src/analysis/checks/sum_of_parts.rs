//! Parts that are complete add up to their whole; parts that do not overlap add up to no more.

use rust_decimal::Decimal;

use super::Evidence;
use super::assumption::{correction, of_levels};
use super::overlap::{Counted, Partition};
use super::report::{Argument, Report};
use crate::analysis::context::{Level, Map, Trade};
use crate::analysis::{Assumption, Claim, Dimension, Interval, Parts, Rule, Step};
use crate::dataset::{Flow, Unit};

/// The most parts that a proof writes out.
const MOST_TERMS: usize = 6;

/// A whole and its parts.
pub struct Sum<'s, 'c> {
    whole: &'s Level<'c>,
    parts: Vec<&'s Level<'c>>,
    kind: Parts,
    /// That the parts overlap, where it is not known that they do not.
    overlap: Option<Assumption>,
}

pub fn check(evidence: &Evidence, report: &mut Report) {
    let mut sums: Map<(Trade, Unit, Dimension), Vec<&Level>> = Map::default();
    for part in &evidence.levels.list {
        for (dimension, whole) in evidence.context.wholes(part.trade) {
            if matches!(dimension, Dimension::Partner | Dimension::Transport) {
                sums.entry((whole, part.unit, dimension)).or_default().push(part);
            }
        }
    }
    for whole in &evidence.levels.list {
        let mut parts = |dimension| sums.remove(&(whole.trade, whole.unit, dimension));
        let (partners, modes) = (parts(Dimension::Partner), parts(Dimension::Transport));
        if let Some(parts) = partners {
            places(evidence, whole, &parts, report);
        }
        if let Some(parts) = modes {
            partial(evidence, &Sum::new(whole, parts, Parts::Some(Dimension::Transport)), report);
        }
    }
}

/// The members of a group where all are known, else those places that may be counted together.
fn places(evidence: &Evidence, whole: &Level, parts: &[&Level], report: &mut Report) {
    let context = evidence.context;
    if let Some(members) = Partition::complete(context, whole.trade, parts) {
        let Counted { parts, assumption } = members.read(context, |parts| {
            Some(total(parts.iter().map(|part| part.interval))?.compared(whole.interval))
        });
        let listed = members.all().len();
        let kind = Parts::Members { left_out: listed.saturating_sub(parts.len()) };
        add_up(evidence, &Sum { overlap: assumption, ..Sum::new(whole, parts, kind) }, report);
        return;
    }
    let partition = Partition::new(context, parts);
    let Counted { parts, assumption } = partition.outermost(context);
    let some = Parts::Some(Dimension::Partner);
    // Where those that surely do not overlap are too much by themselves, no assumption is needed.
    let disjoint = Sum::new(whole, partition.disjoint, some);
    if assumption.is_none() || disjoint.total().is_some_and(|sum| sum.low() > whole.interval.high()) {
        partial(evidence, &disjoint, report);
    } else {
        partial(evidence, &Sum { overlap: assumption, ..Sum::new(whole, parts, some) }, report);
    }
}

/// Parts that need not be all. A part of a balance may be larger than the balance, so of that nothing follows.
fn partial(evidence: &Evidence, sum: &Sum, report: &mut Report) {
    if sum.parts.len() > 1 && sum.whole.trade.flow != Flow::Balance {
        add_up(evidence, sum, report);
    }
}

impl<'s, 'c> Sum<'s, 'c> {
    /// Parts that are known not to overlap.
    pub fn new(whole: &'s Level<'c>, parts: Vec<&'s Level<'c>>, kind: Parts) -> Self {
        Self { whole, parts, kind, overlap: None }
    }

    fn total(&self) -> Option<Interval> {
        total(self.parts.iter().map(|part| part.interval))
    }

    fn argue(&self, evidence: &Evidence, sum: Interval) -> Argument {
        let term = |level: &Level| evidence.context.term(level);
        let count = self.parts.len();
        let mut steps: Vec<Step> =
            self.parts.iter().take(MOST_TERMS).map(|part| Step::Term(term(part))).collect();
        steps.extend(count.checked_sub(MOST_TERMS).filter(|more| *more > 0).map(Step::More));
        if count > 1 {
            steps.push(Step::Sum(sum));
        }
        steps.push(Step::Term(term(self.whole)));
        (Claim::SumOfParts { parts: self.kind, count, sum, whole: term(self.whole) }, steps)
    }

    /// What the parts allow the growth of the whole to be.
    fn allowed_growth(&self, sum: Interval) -> Option<Step> {
        let change = self.whole.change.filter(|_| self.kind.are_all())?;
        let factor = self.whole.value.interval.over(sum)?;
        Some(Step::GrowthOfSum { growth: change.figure, parts: self.parts.len(), factor })
    }
}

fn total(mut parts: impl Iterator<Item = Interval>) -> Option<Interval> {
    parts.try_fold(Interval::exactly(Decimal::ZERO), Interval::plus)
}

/// Compares the sum of parts with their whole.
pub fn add_up(evidence: &Evidence, of: &Sum, report: &mut Report) {
    let Some(sum) = of.total() else { return };
    let (context, whole, are_all) = (evidence.context, of.whole.interval, of.kind.are_all());
    let rule = rule(of.whole, &of.parts);
    let figures = of.parts.iter().flat_map(|part| part.figures()).chain(of.whole.figures());
    let fits =
        |sum: Interval, whole: Interval| sum.low() <= whole.high() && (!are_all || whole.low() <= sum.high());
    if fits(sum, whole) {
        report.holds(rule, figures, || of.argue(evidence, sum));
        return;
    }
    // An overlap is counted twice, so parts that may overlap can be too much but never too little.
    let is_counted_twice = sum.low() > whole.high() || of.whole.trade.flow == Flow::Balance;
    let overlap = of.overlap.clone().filter(|_| is_counted_twice);
    let levels: Vec<&Level> = of.parts.iter().copied().chain([of.whole]).collect();
    let open = of_levels(context, &levels, |intervals| {
        let parts =
            intervals.split_last().and_then(|(whole, parts)| Some((*whole, total(parts.iter().copied())?)));
        parts.is_some_and(|(whole, sum)| fits(sum, whole))
    });
    let trades: Vec<Trade> = of.parts.iter().map(|part| part.trade).collect();
    let rest = || correction(evidence, of.whole.trade, of.whole.unit, &trades);
    let corrected = if are_all { None } else { rest() };
    report.breaks(rule, figures, overlap.into_iter().chain(open).chain(corrected), || {
        let (claim, mut steps) = of.argue(evidence, sum);
        steps.extend(of.allowed_growth(sum));
        (claim, steps)
    });
}

/// The rule, of the base period where growth is divided out.
pub fn rule(whole: &Level, parts: &[&Level]) -> Rule {
    let is_implied = whole.change.is_some() || parts.iter().any(|part| part.change.is_some());
    if is_implied { Rule::SumOfPartsBase } else { Rule::SumOfParts }
}
