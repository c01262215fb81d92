//! A period is no more than a longer one that contains it, and periods that make up a longer one add up to it: months
//! and quarters, ten months and the eleventh, weeks. Nor is it more than two together that contain it, such as the budget
//! years around a calendar year.

use std::cmp::Reverse;

use super::Evidence;
use super::part_of_whole::{PartAndWhole, compare};
use super::sum_of_parts::{WholeAndParts, add_up, partial};
use super::support::averages::{lies_among, may_be_averages};
use super::support::report::Report;
use super::support::tiling::{packing, tilings};
use crate::analysis::context::{Level, groups};
use crate::analysis::{Dimension, Parts};
use crate::dataset::Flow;

/// The maximum number of longer periods that a period is compared with. Keeps a file of nested periods fast.
const MOST_LONGER: usize = 32;

/// The maximum number of parts that a period is split into: ten years of months. Keeps a file of long overlapping
/// periods fast.
const MOST_PARTS: usize = 120;

pub fn check(evidence: &Evidence, report: &mut Report) {
    if !evidence.levels.have_overlapping_periods() {
        return;
    }
    // Each month is adjusted separately, so adjusted months do not add up to their year.
    let of_series = |at: usize| {
        let level = evidence.levels.get(at)?;
        let is_adjusted = evidence.context.is_adjusted(level.trade());
        let at = u32::try_from(at).ok()?;
        (!is_adjusted).then_some(((level.trade().at(None), level.unit()), at))
    };
    for places in groups(evidence.levels.places(), of_series) {
        let levels = places.into_iter().filter_map(|at| evidence.levels.get(at as usize));
        let mut levels: Vec<Level> = levels.collect();
        let is_balance = levels.first().is_some_and(|level| level.trade().flow == Flow::Balance);
        levels
            .sort_by_key(|level| level.trade().period.map(|period| (period.start(), Reverse(period.end()))));
        if !is_balance {
            for (inner, both) in around(&levels) {
                add_up(evidence, &WholeAndParts::new(inner, both.into(), Parts::Around), report);
            }
        }
        for (whole, parts) in nested(&levels) {
            let complete = complete_sets(evidence, whole, &parts);
            let is_mean = complete.is_empty() && lies_among(whole, &parts);
            if !is_balance {
                let may_be_averages = is_mean || complete.iter().any(|parts| may_be_averages(whole, parts));
                for part in parts.iter().copied() {
                    let pair = PartAndWhole::new(Dimension::Period, part, whole);
                    compare(evidence, PartAndWhole { may_be_averages, ..pair }, report);
                }
            }
            // Means do not add up, and the parts that are larger have said so.
            if !is_mean {
                compare_with_parts(evidence, whole, &parts, complete, report);
            }
        }
    }
}

/// Each period that contains others, with those. Sorted by first day, the containing ones are still open when a period
/// begins; each is compared with the shortest of them.
fn nested<'c>(levels: &[Level<'c>]) -> Vec<(Level<'c>, Vec<Level<'c>>)> {
    let (mut nested, mut open) = (Vec::new(), Vec::<Level>::new());
    for part in levels.iter().copied() {
        let Some(period) = part.trade().period else { continue };
        while open
            .last()
            .and_then(|last| last.trade().period)
            .is_some_and(|last| last.end() <= period.start())
        {
            open.pop();
        }
        let is_in =
            |whole: &Level| whole.trade().period.is_some_and(|longer| longer.is_longer_and_contains(period));
        nested.extend(open.iter().copied().rev().take(MOST_LONGER).filter(is_in).map(|whole| (whole, part)));
        open.push(part);
    }
    let period = |level: Level| level.trade().period.map(|period| (period.start(), Reverse(period.end())));
    nested.sort_by_key(|(whole, part)| (period(*whole), period(*part)));
    let of_one = nested.chunk_by(|(one, _), (other, _)| one.trade() == other.trade());
    let with_parts =
        of_one.filter_map(|pairs| Some((pairs.first()?.0, pairs.iter().map(|pair| pair.1).collect())));
    with_parts.collect()
}

/// The periods that two others contain together, one behind the other.
fn around<'c>(levels: &[Level<'c>]) -> Vec<(Level<'c>, [Level<'c>; 2])> {
    let period = |level: &Level| level.trade().period;
    let of_inner = |(at, inner): (usize, &Level<'c>)| {
        let inside = period(inner)?;
        let crosses = |first: &&Level| {
            period(first).is_some_and(|first| {
                first.start() < inside.start() && inside.start() < first.end() && first.end() < inside.end()
            })
        };
        let second = |end| {
            let from =
                levels.partition_point(|level| period(level).is_none_or(|period| period.start() < end));
            let next = levels.get(from..)?.iter().take(MOST_LONGER);
            next.rev().find(|next| {
                period(next).is_some_and(|next| next.start() == end && inside.end() <= next.end())
            })
        };
        let mut before = levels.get(..at)?.iter().rev().take(MOST_LONGER).filter(crosses);
        before.find_map(|first| Some([*first, *second(period(first)?.end())?])).map(|both| (*inner, both))
    };
    levels.iter().enumerate().filter_map(of_inner).collect()
}

/// The complete sets of parts that are known of a period.
fn complete_sets<'c>(
    evidence: &'c Evidence<'c, '_>,
    whole: Level<'c>,
    parts: &[Level<'c>],
) -> Vec<Vec<Level<'c>>> {
    let Some(period) = whole.trade().period else { return Vec::new() };
    let mut known: Vec<Vec<Level>> = Vec::new();
    for months in [1, 3, 6] {
        let equal = period.split(months).take(MOST_PARTS + 1);
        let equal = equal.map(|part| evidence.levels.find(whole.trade().at(Some(part)), whole.unit()));
        known.extend(equal.collect::<Option<Vec<_>>>());
    }
    known.extend(tilings(period, parts));
    known.retain(|parts| (2..=MOST_PARTS).contains(&parts.len()));
    let is_same = |one: &[Level], other: &[Level]| {
        one.len() == other.len() && one.iter().zip(other).all(|(one, other)| one.trade() == other.trade())
    };
    known.into_iter().fold(Vec::new(), |mut sets, parts| {
        if !sets.iter().any(|earlier| is_same(earlier, &parts)) {
            sets.push(parts);
        }
        sets
    })
}

/// Compares a period with complete sets of parts or, if there are none, with the parts that are known.
fn compare_with_parts(
    evidence: &Evidence,
    whole: Level,
    parts: &[Level],
    complete: Vec<Vec<Level>>,
    report: &mut Report,
) {
    if complete.is_empty() {
        // A part that is too large alone is reported separately.
        let fits = |part: &&Level| part.interval().low() <= whole.interval().high();
        let parts = packing(&parts.iter().filter(fits).copied().collect::<Vec<_>>());
        if parts.len() <= MOST_PARTS {
            partial(evidence, &WholeAndParts::new(whole, parts, Parts::Some(Dimension::Period)), report);
        }
    }
    for parts in complete {
        add_up(evidence, &WholeAndParts::new(whole, parts, Parts::Periods), report);
    }
}
