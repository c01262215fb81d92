//! A shorter period is no more than a longer one that it lies in, and months and quarters add up.

use super::Evidence;
use super::part_of_whole::{PartAndWhole, compare};
use super::report::Report;
use super::sum_of_parts::{Sum, add_up};
use crate::analysis::context::{Level, Map};
use crate::analysis::{Dimension, Parts};
use crate::dataset::Flow;
use std::cmp::Reverse;

/// The most longer periods that a period is compared with. Keeps a file of nested periods fast.
const MOST_LONGER: usize = 32;

/// The most parts that a period is split into: ten years of months. Keeps a file of long periods fast, each of which
/// has all months of the next one.
const MOST_PARTS: usize = 120;

pub fn check(evidence: &Evidence, report: &mut Report) {
    let mut series: Map<_, Vec<&Level>> = Map::default();
    let mut order = Vec::new();
    for level in &evidence.levels.list {
        let of = (level.trade.at(None), level.unit);
        let series = series.entry(of).or_default();
        if series.is_empty() {
            order.push(of);
        }
        series.push(level);
    }
    for of in order {
        let Some(levels) = series.get_mut(&of).filter(|levels| levels.len() > 1) else { continue };
        if of.0.flow != Flow::Balance {
            nested(evidence, levels, report);
        }
        for level in levels.iter() {
            tiled(evidence, level, report);
        }
    }
}

/// Compares each period with those that contain it. Sorted by first day, these are still open when it begins.
fn nested(evidence: &Evidence, levels: &mut [&Level], report: &mut Report) {
    levels.sort_by_key(|level| level.trade.period.map(|period| (period.start(), Reverse(period.end()))));
    let mut open: Vec<&Level> = Vec::new();
    for part in levels.iter() {
        let Some(period) = part.trade.period else { continue };
        while open.last().and_then(|last| last.trade.period).is_some_and(|last| last.end() <= period.start())
        {
            open.pop();
        }
        for whole in open.iter().rev().take(MOST_LONGER) {
            if whole.trade.period.is_some_and(|longer| longer.is_longer_and_contains(period)) {
                compare(evidence, PartAndWhole { part, whole, dimension: Dimension::Period }, report);
            }
        }
        open.push(part);
    }
}

/// Compares a period with its months, quarters or halves, if all of them are known.
fn tiled(evidence: &Evidence, whole: &Level, report: &mut Report) {
    let Some(period) = whole.trade.period else { return };
    for months in [1, 3, 6] {
        let parts: Option<Vec<&Level>> = period
            .split(months)
            .take(MOST_PARTS + 1)
            .map(|part| evidence.levels.find(whole.trade.at(Some(part)), whole.unit))
            .collect();
        let Some(parts) = parts.filter(|parts| (2..=MOST_PARTS).contains(&parts.len())) else { continue };
        add_up(evidence, &Sum::new(whole, parts, Parts::Periods), report);
    }
}
