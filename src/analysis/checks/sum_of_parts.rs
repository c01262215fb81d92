//! Parts that are complete add up to their whole; parts that do not overlap add up to no more.

use rust_decimal::Decimal;

use super::Evidence;
use super::assumption::{Assumption, correction, other_unit};
use super::overlap::{Counted, Partition};
use super::report::{Draft, Report};
use crate::analysis::Interval;
use crate::analysis::context::{Dimension, Level, Map, Trade};
use crate::analysis::words::{Style, growths, when};
use crate::dataset::{Flow, Unit};

const RULE: &str = "sum-of-parts";
const BASE: &str = "sum-of-parts/base";

/// How many parts a proof writes out.
const MOST_LINES: usize = 6;

/// A whole and its parts.
pub struct Sum<'s, 'c> {
    pub whole: &'s Level<'c>,
    pub parts: Vec<&'s Level<'c>>,
    pub dimension: Dimension,
    /// Whether there are no other parts.
    pub complete: bool,
    /// What is said where it is not known that the parts do not overlap.
    pub unless: Option<Assumption>,
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
            partial(
                evidence,
                &Sum { whole, parts, dimension: Dimension::Transport, ..Sum::new(whole) },
                report,
            );
        }
    }
}

/// The members of a group where all are known, else those places that may be counted together.
fn places(evidence: &Evidence, whole: &Level, parts: &[&Level], report: &mut Report) {
    let context = evidence.context;
    if let Some(members) = Partition::complete(context, whole.trade.partner, parts) {
        let Counted { parts, unless } = members.read(context, |parts| {
            Some(total(parts.iter().map(|part| part.interval))?.compared(whole.interval))
        });
        add_up(evidence, &Sum { parts, complete: true, unless, ..Sum::new(whole) }, report);
        return;
    }
    let apart = Partition::new(context, parts);
    let Counted { parts, unless } = apart.outermost(context);
    // Where those that surely do not overlap are too much by themselves, no assumption is needed.
    let surely = Sum { parts: apart.surely, ..Sum::new(whole) };
    if unless.is_none() || surely.total().is_some_and(|sum| sum.low() > whole.interval.high()) {
        partial(evidence, &surely, report);
    } else {
        partial(evidence, &Sum { parts, unless, ..Sum::new(whole) }, report);
    }
}

/// Parts that need not be all. A part of a balance may be larger than the balance, so of that nothing follows.
fn partial(evidence: &Evidence, sum: &Sum, report: &mut Report) {
    if sum.parts.len() > 1 && sum.whole.trade.flow != Flow::Balance {
        add_up(evidence, sum, report);
    }
}

impl<'s, 'c> Sum<'s, 'c> {
    /// Hierarchy of a group, none of them yet.
    fn new(whole: &'s Level<'c>) -> Self {
        Self { whole, parts: Vec::new(), dimension: Dimension::Partner, complete: false, unless: None }
    }

    /// All parts of another dimension than places, which do not overlap.
    pub fn complete(whole: &'s Level<'c>, parts: Vec<&'s Level<'c>>, dimension: Dimension) -> Self {
        Self { whole, parts, dimension, complete: true, unless: None }
    }

    fn total(&self) -> Option<Interval> {
        total(self.parts.iter().map(|part| part.interval))
    }
}

fn total(mut parts: impl Iterator<Item = Interval>) -> Option<Interval> {
    parts.try_fold(Interval::exactly(Decimal::ZERO), Interval::plus)
}

/// Compares the sum of parts with their whole.
pub fn add_up(evidence: &Evidence, of: &Sum, report: &mut Report) {
    let Some(sum) = of.total() else { return };
    let rule = rule(of.whole, &of.parts);
    let figures = || of.parts.iter().flat_map(|part| part.figures()).chain(of.whole.figures());
    let whole = of.whole.interval;
    let fits = |sum: Interval, whole: Interval| {
        sum.low() <= whole.high() && (!of.complete || whole.low() <= sum.high())
    };
    if fits(sum, whole) {
        report.holds(rule, || {
            let verb = match (of.complete, of.parts.len()) {
                (true, 1) => "makes up",
                (true, _) => "add up to",
                (false, _) => "add up to no more than",
            };
            let sentence = format!("{} {verb} {}", these(evidence, of), name_of_whole(evidence, of));
            (figures().collect(), sentence)
        });
        return;
    }
    // What overlaps is counted twice, so parts that may overlap may be too much; too little they never are.
    let counted_twice = sum.low() > whole.high() || of.whole.trade.flow == Flow::Balance;
    let overlap = of.unless.clone().filter(|_| counted_twice);
    let levels: Vec<&Level> = of.parts.iter().copied().chain([of.whole]).collect();
    let other = other_unit(evidence.context, &levels, |intervals| {
        let parts =
            intervals.split_last().and_then(|(whole, parts)| Some((*whole, total(parts.iter().copied())?)));
        parts.is_some_and(|(whole, sum)| fits(sum, whole))
    });
    let trades: Vec<Trade> = of.parts.iter().map(|part| part.trade).collect();
    let rest = || correction(evidence, of.whole.trade, of.whole.unit, &trades);
    let corrected = if of.complete { None } else { rest() };
    report.contradicts(rule, figures(), overlap.into_iter().chain(other).chain(corrected), || {
        let verb = match (of.complete, of.parts.len()) {
            (true, 1) => "does not make up",
            (true, _) => "do not add up to",
            (false, _) => "add up to more than",
        };
        let sentence = format!("{} {verb} {}", these(evidence, of), name_of_whole(evidence, of));
        let (a, b) =
            if sum.low() > whole.high() { (sum.low(), whole.high()) } else { (sum.high(), whole.low()) };
        let style = Style::new(of.whole).telling(a, b);
        let line = |level: &Level| evidence.context.line(level, of.dimension, style);
        let mut draft = Draft::new(sentence);
        for part in of.parts.iter().take(MOST_LINES) {
            draft = draft.line(line(part));
        }
        if of.parts.len() > MOST_LINES {
            draft = draft.line(format!("… and {} more", of.parts.len() - MOST_LINES));
        }
        if of.parts.len() > 1 {
            draft = draft.line(format!("their sum = {}", style.range(sum)));
        }
        allowed(of, sum).into_iter().fold(draft.line(line(of.whole)), Draft::line)
    });
}

/// What the parts allow the growth of the whole to be.
fn allowed(of: &Sum, sum: Interval) -> Option<String> {
    let change = of.whole.change.filter(|_| of.complete)?;
    let factor = of.whole.value.interval.over(sum)?;
    let hold = if of.parts.len() == 1 { "part holds" } else { "parts hold" };
    Some(format!("if the {hold}, the whole grew by {}", growths(factor, change.decimals + 1)))
}

/// The rule's name, with the base period's where growth is divided out.
pub fn rule(whole: &Level, parts: &[&Level]) -> &'static str {
    let implied = whole.change.is_some() || parts.iter().any(|part| part.change.is_some());
    if implied { BASE } else { RULE }
}

fn these(evidence: &Evidence, of: &Sum) -> String {
    let count = of.parts.len();
    match of.dimension {
        Dimension::Flow => "exports and imports".to_owned(),
        Dimension::Partner if of.complete => {
            let group = of.whole.trade.partner;
            let all = evidence.context.members(group).is_none_or(|members| members.len() == count);
            let place = evidence.context.place(group);
            match (count, all) {
                (1, true) => format!("the only member of {place}"),
                (1, false) => format!("the member of {place} that lies in no other"),
                (_, true) => format!("the {count} members of {place}"),
                (_, false) => format!("the {count} members of {place} that lie in no other"),
            }
        }
        Dimension::Period => format!("the {count} parts of{}", when(of.whole.trade)),
        Dimension::Partner | Dimension::Product | Dimension::Transport => format!("{count} parts"),
    }
}

fn name_of_whole(evidence: &Evidence, of: &Sum) -> String {
    format!("{},{}", evidence.context.name(of.whole.trade, of.dimension), when(of.whole.trade))
}
