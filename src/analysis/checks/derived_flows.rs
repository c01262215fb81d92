//! Checks imports that are not published but follow from exports and a balance: they are not below zero, no larger than
//! their whole, and no smaller than their parts. The same of shares in them.
//!
//! A flow is derived only if it is not published, so no other rule reports the same.

mod shares;
mod side;

use std::cmp::Reverse;

use foldhash::HashMap;
use rust_decimal::Decimal;

use super::Evidence;
use super::support::assumption::{correction, lacks_rows, of_levels};
use super::support::composition;
use super::support::report::Report;
use crate::analysis::context::{Level, Trade};
use crate::analysis::{Claim, Dimension, FlowAboveZero, PartOfDerived, Rule, Step};
use crate::dataset::{Flow, Unit};
use side::{Made, MadeFlows, Side};

/// The maximum number of longer periods that a period is compared with. Keeps a file of nested periods fast.
const MOST_LONGER: usize = 32;

pub fn check(evidence: &Evidence, report: &mut Report) {
    let made = MadeFlows::new(evidence);
    if made.is_empty() {
        return;
    }
    for flow in made.iter().filter(Made::needs_zero_check) {
        above_zero(evidence, flow, report);
    }
    for part in made.iter().filter(is_sound) {
        for (dimension, whole) in evidence.context.wholes(part.trade()) {
            let given = evidence.levels.find(whole, part.unit()).map(Side::Given);
            let whole = given.or_else(|| made.find(whole, part.unit()).filter(is_sound).map(Side::Made));
            if let Some(whole) = whole {
                compare(evidence, Side::Made(part), whole, dimension, report);
            }
        }
    }
    for part in evidence.levels.iter().filter(|part| part.trade().flow != Flow::Balance) {
        for (dimension, whole) in evidence.context.wholes(part.trade()) {
            if let Some(whole) = made.find(whole, part.unit()).filter(is_sound) {
                compare(evidence, Side::Given(part), Side::Made(whole), dimension, report);
            }
        }
    }
    periods(evidence, &made, report);
    shares::check(evidence, &made, report);
}

/// A published figure below zero is reported by its own rule.
fn is_sound(flow: &Made) -> bool {
    flow.interval.high() >= Decimal::ZERO
}

/// A side of a comparison, by its index.
#[derive(Clone, Copy)]
enum SideAt {
    Given(usize),
    Made(usize),
}

/// Compares each period with the longer ones that contain it, if either flow is derived.
fn periods(evidence: &Evidence, made: &MadeFlows, report: &mut Report) {
    let levels = &evidence.levels;
    if !levels.have_overlapping_periods() {
        return;
    }
    let mut series: HashMap<(Trade, Unit), Vec<SideAt>> = HashMap::default();
    let mut order = Vec::new();
    for (at, flow) in made.iter_places().filter(|(_, flow)| is_sound(flow)) {
        if evidence.context.is_adjusted(flow.trade()) {
            continue;
        }
        let of = (flow.trade().at(None), flow.unit());
        let of_series = series.entry(of).or_default();
        if of_series.is_empty() {
            order.push(of);
        }
        of_series.push(SideAt::Made(at));
    }
    for (at, level) in levels.iter_places() {
        if let Some(of_series) = series.get_mut(&(level.trade().at(None), level.unit())) {
            of_series.push(SideAt::Given(at));
        }
    }
    let side = |at: &SideAt| match *at {
        SideAt::Given(at) => levels.get(at).map(Side::Given),
        SideAt::Made(at) => made.get(at).map(Side::Made),
    };
    for of in order {
        let Some(sides) = series.remove(&of).filter(|sides| sides.len() > 1) else { continue };
        let mut sides: Vec<Side> = sides.iter().filter_map(side).collect();
        sides.sort_by_key(|side| side.trade().period.map(|period| (period.start(), Reverse(period.end()))));
        let mut open: Vec<Side> = Vec::new();
        for part in sides {
            let Some(period) = part.trade().period else { continue };
            open.retain(|whole| whole.trade().period.is_some_and(|whole| whole.end() > period.start()));
            for whole in open.iter().rev().take(MOST_LONGER) {
                let is_whole = whole.trade().period.is_some_and(|whole| whole.is_longer_and_contains(period));
                let is_new = matches!(part, Side::Made(_)) || matches!(whole, Side::Made(_));
                if is_whole && is_new {
                    compare(evidence, part, *whole, Dimension::Period, report);
                }
            }
            open.push(part);
        }
    }
}

/// No exports, imports or total trade are below zero.
fn above_zero(evidence: &Evidence, flow: Made, report: &mut Report) {
    let context = evidence.context;
    let argue = || {
        let side = Side::Made(flow);
        (Claim::FlowAboveZero(FlowAboveZero { flow: side.term(context) }), side.steps(context))
    };
    if flow.interval.high() >= Decimal::ZERO {
        report.holds(Rule::DerivedFlow, flow.figures(), argue);
        return;
    }
    let open = of_levels(context, &flow.levels, |intervals| match intervals {
        [one, other] => flow.of(*one, *other).is_some_and(|flow| flow.high() >= Decimal::ZERO),
        _ => false,
    });
    let corrected = correction(evidence, flow.trade(), flow.unit(), &[]);
    let larger = lacks_rows(context, &flow.levels);
    report.breaks(Rule::DerivedFlow, flow.figures(), open.into_iter().chain(corrected).chain(larger), argue);
}

fn compare(evidence: &Evidence, part: Side, whole: Side, dimension: Dimension, report: &mut Report) {
    let context = evidence.context;
    // Comparing exports, imports and their sum would repeat the derivation.
    if dimension == Dimension::Flow {
        return;
    }
    let figures = part.figures().chain(whole.figures());
    let argue = || {
        let [part_term, whole_term] = [part, whole].map(|side| side.term(context));
        let claim = Claim::PartOfDerived(PartOfDerived { dimension, part: part_term, whole: whole_term });
        (claim, part.steps(context).into_iter().chain(whole.steps(context)).collect::<Vec<Step>>())
    };
    if part.interval().low() <= whole.interval().high() {
        report.holds(Rule::DerivedFlow, figures, argue);
        return;
    }
    let levels: Vec<Level> = part.levels().chain(whole.levels()).collect();
    let own = part.levels().count();
    let open = of_levels(context, &levels, |intervals| {
        let (parts, wholes) = intervals.split_at(own.min(intervals.len()));
        let read = part.read(parts).zip(whole.read(wholes));
        read.is_some_and(|(part, whole)| part.low() <= whole.high())
    });
    let without_own = composition::without_own(context, whole.trade(), &[part], |_, _| true);
    let corrected = correction(evidence, whole.trade(), whole.unit(), &[part.trade()]);
    let larger = lacks_rows(context, &levels);
    let assumptions = open.into_iter().chain(without_own).chain(corrected).chain(larger);
    report.breaks(Rule::DerivedFlow, figures, assumptions, argue);
}
