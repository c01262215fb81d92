//! Complete parts add up to their whole; parts that do not overlap add up to no more. The parts that a table lists next
//! to a printed whole should be complete, but some trade may be confidential.

use std::cmp::Reverse;

use foldhash::HashMap;
use rust_decimal::Decimal;

use super::Evidence;
use super::support::assumption::{correction, lacks_rows, of_levels};
use super::support::averages::may_be_averages;
use super::support::composition;
use super::support::overlap::{Counted, Partition};
use super::support::re_exports;
use super::support::report::{Argument, Report};
use super::support::separate_products::SeparateProducts;
use super::support::services;
use crate::analysis::context::{Context, Level, Trade};
use crate::analysis::{Assumption, Claim, Dimension, Figure, Interval, Parts, Rule, Step, SumOfParts};
use crate::dataset::{Flow, Unit};

/// The maximum number of parts that a proof writes out.
const MOST_TERMS: usize = 6;

/// A whole and its parts.
pub struct WholeAndParts<'c> {
    whole: Level<'c>,
    counted: Counted<Level<'c>>,
    kind: Parts,
    /// Set if products of two classifications are added up, which may overlap.
    mixed: Option<Assumption>,
}

pub fn check(evidence: &Evidence, report: &mut Report) {
    let mut sums: HashMap<(Trade, Unit, Dimension), Vec<u32>> = HashMap::default();
    for (at, part) in evidence.levels.iter_places() {
        let Ok(at) = u32::try_from(at) else { break };
        for (dimension, whole) in evidence.context.wholes(part.trade()) {
            let adds_up = matches!(dimension, Dimension::Partner | Dimension::Product | Dimension::Transport);
            if adds_up && evidence.levels.find(whole, part.unit()).is_some() {
                sums.entry((whole, part.unit(), dimension)).or_default().push(at);
            }
        }
    }
    for whole in evidence.levels.iter() {
        let mut parts = |dimension| -> Option<Vec<Level>> {
            let places = sums.remove(&(whole.trade(), whole.unit(), dimension))?;
            Some(places.into_iter().filter_map(|at| evidence.levels.get(at as usize)).collect())
        };
        let (partners, goods) = (parts(Dimension::Partner), parts(Dimension::Product));
        let modes = parts(Dimension::Transport);
        if let Some(parts) = partners {
            places(evidence, whole, &parts, report);
        }
        if let Some(parts) = goods {
            products(evidence, whole, &parts, report);
        }
        if let Some(parts) = modes {
            partial(evidence, &WholeAndParts::new(whole, parts, Parts::Some(Dimension::Transport)), report);
        }
    }
}

/// The members of a group if all are known, else the places that can be added up.
fn places(evidence: &Evidence, whole: Level, parts: &[Level], report: &mut Report) {
    let context = evidence.context;
    if let Some(members) = Partition::complete(context, whole.trade(), parts) {
        let counted = members.read(|parts| Some(total(parts)?.compared(whole.interval())));
        let left_out = members.all().len().saturating_sub(counted.parts.len());
        let kind = Parts::Members { left_out };
        add_up(evidence, &WholeAndParts { whole, counted, kind, mixed: None }, report);
        return;
    }
    let partition = Partition::new(context, parts);
    let counted = partition.outermost();
    let are_listed = is_listed(context, whole, Dimension::Partner) && partition.disjoint.len() == parts.len();
    let kind = if are_listed { Parts::Listed } else { Parts::Some }(Dimension::Partner);
    // If the surely disjoint parts alone are too large, no assumption is needed.
    let disjoint = WholeAndParts::new(whole, partition.disjoint, kind);
    if !counted.may_overlap() || disjoint.is_too_much() {
        partial(evidence, &disjoint, report);
    } else {
        partial(evidence, &WholeAndParts { counted, ..disjoint }, report);
    }
}

/// The members of a group if all are known, else codes that do not overlap.
fn products(evidence: &Evidence, whole: Level, parts: &[Level], report: &mut Report) {
    let context = evidence.context;
    if let Some(members) = SeparateProducts::complete(context, whole.trade(), parts) {
        add_up(evidence, &WholeAndParts::new(whole, members, Parts::Products), report);
        return;
    }
    let all = parts.len();
    // A part that is too large alone is reported separately.
    let fits = |part: &&Level| part.interval().low() <= whole.interval().high();
    let parts: Vec<Level> = parts.iter().filter(fits).copied().collect();
    let products = SeparateProducts::new(context, whole.trade(), &parts, |part| part.interval().low());
    let are_listed = is_listed(context, whole, Dimension::Product);
    let kind = |parts: &[Level]| {
        let kind = if are_listed && parts.len() == all { Parts::Listed } else { Parts::Some };
        kind(Dimension::Product)
    };
    let together = products.together();
    let sum = |parts: Vec<_>| WholeAndParts {
        kind: kind(&parts),
        ..WholeAndParts::new(whole, parts, Parts::Some(Dimension::Product))
    };
    let sums: Vec<WholeAndParts> = products.lists.into_iter().map(|(_, parts)| sum(parts)).collect();
    match together {
        Some((parts, mixed)) if !sums.iter().any(WholeAndParts::is_too_much) => {
            partial(evidence, &WholeAndParts { mixed: Some(mixed), ..sum(parts) }, report);
        }
        Some(_) | None => sums.iter().for_each(|sum| partial(evidence, sum, report)),
    }
}

/// True if the figures answer a question about a table that prints this whole, with every part of it that the table
/// lists.
fn is_listed(context: &Context, whole: Level, dimension: Dimension) -> bool {
    let Some(slice) = context.dataset.slice else { return false };
    let lists_all = match dimension {
        Dimension::Partner => slice.has_all_partners,
        Dimension::Product => slice.has_all_products,
        Dimension::Flow | Dimension::Transport | Dimension::Period => false,
    };
    let printed = |at: usize| context.dataset.observations.get(at).is_some_and(|row| row.summed.is_none());
    let asked = slice.whole.filter(|at| printed(*at)).map(Figure::Published);
    lists_all && whole.change().is_none() && asked == Some(whole.value().figure())
}

/// Checks parts that need not be complete. A part of a balance may be larger than the balance, so balances are skipped.
pub fn partial(evidence: &Evidence, sum: &WholeAndParts, report: &mut Report) {
    if sum.counted.parts.len() > 1 && sum.whole.trade().flow != Flow::Balance {
        add_up(evidence, sum, report);
    }
}

impl<'c> WholeAndParts<'c> {
    /// Parts that are known not to overlap.
    pub fn new(whole: Level<'c>, parts: Vec<Level<'c>>, kind: Parts) -> Self {
        Self { whole, counted: Counted::disjoint(parts), kind, mixed: None }
    }

    fn is_too_much(&self) -> bool {
        total(&self.counted.parts).is_some_and(|sum| sum.low() > self.whole.interval().high())
    }

    fn argue(&self, evidence: &Evidence, sum: Interval) -> Argument {
        let context = evidence.context;
        let term = |level: Level| context.term(level);
        let mut largest = self.counted.parts.clone();
        largest.sort_by_cached_key(|part| (Reverse(part.interval().low()), context.id(part.value())));
        let mut steps: Vec<Step> =
            largest.iter().take(MOST_TERMS).map(|part| Step::Term(term(*part))).collect();
        let count = largest.len();
        steps.extend(count.checked_sub(MOST_TERMS).filter(|more| *more > 0).map(Step::More));
        if count > 1 {
            steps.push(Step::Sum(sum));
        }
        steps.push(Step::Term(term(self.whole)));
        (Claim::SumOfParts(SumOfParts { parts: self.kind, count, sum, whole: term(self.whole) }), steps)
    }

    /// The assumption that something was counted twice.
    fn overlap(&self, context: &Context) -> Option<Assumption> {
        let fit = |parts: &[Level]| total(parts).is_some_and(|sum| sum.low() <= self.whole.interval().high());
        let overlap = self.counted.overlap_in_sum(context, |part| part.interval().low(), fit);
        overlap.or_else(|| self.mixed.clone())
    }

    /// The growth of the whole that is consistent with the parts.
    fn allowed_growth(&self, sum: Interval) -> Option<Step> {
        let change = self.whole.change().filter(|_| self.kind.are_all())?;
        let factor = self.whole.value().interval.over(sum)?;
        Some(Step::GrowthOfSum { growth: change.figure(), parts: self.counted.parts.len(), factor })
    }
}

fn total(parts: &[Level]) -> Option<Interval> {
    sum(parts.iter().map(|part| part.interval()))
}

fn sum(mut parts: impl Iterator<Item = Interval>) -> Option<Interval> {
    parts.try_fold(Interval::exactly(Decimal::ZERO), Interval::plus)
}

/// Compares the sum of parts with their whole.
pub fn add_up(evidence: &Evidence, of: &WholeAndParts, report: &mut Report) {
    let parts = &of.counted.parts;
    let Some(total) = total(parts) else { return };
    let (context, whole, are_all) = (evidence.context, of.whole.interval(), of.kind.are_all());
    let rule = rule(of.whole, parts);
    let figures = parts.iter().flat_map(|part| part.figures()).chain(of.whole.figures());
    let is_around = of.kind == Parts::Around;
    let fits = |sum: Interval, whole: Interval| {
        (is_around || sum.low() <= whole.high()) && (!(are_all || is_around) || whole.low() <= sum.high())
    };
    if fits(total, whole) {
        report.holds(rule, figures, || of.argue(evidence, total));
        return;
    }
    // An overlap is counted twice, so parts that may overlap can be too large together but never too small.
    let is_counted_twice = total.low() > whole.high() || of.whole.trade().flow == Flow::Balance;
    let overlap = if is_counted_twice { of.overlap(context) } else { None };
    let levels: Vec<Level> = parts.iter().copied().chain([of.whole]).collect();
    let open = of_levels(context, &levels, |intervals| {
        let parts =
            intervals.split_last().and_then(|(whole, parts)| Some((*whole, sum(parts.iter().copied())?)));
        parts.is_some_and(|(whole, sum)| fits(sum, whole))
    });
    let regrouped = composition::of_parts(context, of.whole.trade(), parts, |parts, is_complete| {
        let Some(sum) = self::total(parts) else { return false };
        sum.low() <= whole.high() && (!(are_all && is_complete) || whole.low() <= sum.high())
    });
    let by_mode = of.kind == Parts::Some(Dimension::Transport) && !matches!(of.whole.unit(), Unit::Money(_));
    let changed_mode = by_mode.then_some(Assumption::ChangedMode);
    let trades: Vec<Trade> = parts.iter().map(|part| part.trade()).collect();
    let rest = || correction(evidence, of.whole.trade(), of.whole.unit(), &trades);
    let is_listed = matches!(of.kind, Parts::Listed(_));
    let corrected = if are_all && !is_listed { None } else { rest() };
    // A table that lacks some of the parts says nothing against the ones that it has.
    let are_too_small = total.high() < whole.low();
    let lacks_some = is_listed && are_too_small;
    let figures: Vec<Figure> = if lacks_some { of.whole.figures().collect() } else { figures.collect() };
    let unlisted = lacks_some.then_some(Assumption::Unlisted);
    // A sum that lacks rows is too small; a balance may be either.
    let too_small = match of.whole.trade().flow {
        Flow::Balance => &levels[..],
        Flow::Exports | Flow::Imports | Flow::Total if is_counted_twice => &levels[parts.len()..],
        Flow::Exports | Flow::Imports | Flow::Total => &levels[..parts.len()],
    };
    let larger = lacks_rows(context, too_small).filter(|_| !lacks_some);
    let are_members = matches!(of.kind, Parts::Members { .. });
    let unallocated = composition::unallocated(context, of.whole.trade(), are_too_small);
    let lacking = unlisted.or_else(|| unallocated.filter(|_| are_members));
    let apart = match parts[..] {
        [exports, imports] if of.kind == Parts::Flows => re_exports::apart(context, exports, |exports| {
            exports.plus(imports.interval()).is_some_and(|sum| fits(sum, whole))
        }),
        _ => None,
    };
    let with_services = match parts[..] {
        [one, other] if of.kind == Parts::Flows => {
            services::included(context, of.whole, [one, other], |[one, other], are_all| {
                // Services that are not printed are not below zero.
                one.plus(other).is_some_and(|sum| {
                    if are_all { fits(sum, whole) } else { are_too_small && sum.low() <= whole.high() }
                })
            })
        }
        _ => None,
    };
    let may_be_averages = of.kind == Parts::Periods && may_be_averages(of.whole, parts);
    let averages = may_be_averages.then_some(Assumption::Averages);
    let assumptions =
        overlap.into_iter().chain(averages).chain(regrouped).chain(changed_mode).chain(open).chain(larger);
    let assumptions = assumptions.chain(apart).chain(with_services).chain(corrected).chain(lacking);
    report.breaks(rule, figures, assumptions, || {
        let (claim, mut steps) = of.argue(evidence, total);
        steps.extend(of.allowed_growth(total));
        (claim, steps)
    });
}

/// The rule: that of the base period if growth is divided out.
pub fn rule(whole: Level, parts: &[Level]) -> Rule {
    let is_implied = whole.change().is_some() || parts.iter().any(|part| part.change().is_some());
    if is_implied { Rule::SumOfPartsBase } else { Rule::SumOfParts }
}
