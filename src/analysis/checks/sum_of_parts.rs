//! Parts that are complete add up to their whole; parts that do not overlap add up to no more.

use super::Evidence;
use super::report::{Draft, Report};
use crate::analysis::context::{Code, Map, Relation, Trade, Worth};
use crate::analysis::words::{Style, growths, when};
use crate::analysis::{Interval, Severity};
use crate::dataset::{Flow, Unit};

const RULE: &str = "sum-of-parts";
const BASE: &str = "sum-of-parts/base";

/// How many parts a proof writes out.
const MOST_LINES: usize = 6;

/// A whole and its parts, which do not overlap.
pub struct Sum<'s, 'c> {
    pub whole: &'s Worth<'c>,
    pub parts: Vec<&'s Worth<'c>>,
    pub relation: Relation,
    /// Whether there are no other parts.
    pub complete: bool,
}

pub fn check(evidence: &Evidence, report: &mut Report) {
    for whole in &evidence.worths.list {
        flows(evidence, whole, report);
    }
    let mut sums: Map<(Trade, Unit, Relation), Vec<&Worth>> = Map::default();
    for part in &evidence.worths.list {
        for (relation, whole) in evidence.context.wholes(part.trade) {
            if is_disjoint(evidence, part.trade, relation, whole.partner) {
                sums.entry((whole, part.unit, relation)).or_default().push(part);
            }
        }
    }
    for whole in &evidence.worths.list {
        for relation in [Relation::Partner, Relation::Transport] {
            let Some(parts) = sums.remove(&(whole.trade, whole.unit, relation)) else { continue };
            let complete =
                relation == Relation::Partner && evidence.context.members(whole.trade.partner) == parts.len();
            // A part of a balance may be larger than the balance: it has to add up only where all are known.
            let partial = parts.len() > 1 && whole.trade.flow != Flow::Balance;
            if complete || partial {
                add_up(evidence, &Sum { whole, parts, relation, complete }, report);
            }
        }
    }
}

/// Whether parts of this kind do not overlap: modes, and places that are no groups themselves. Named products may.
fn is_disjoint(evidence: &Evidence, part: Trade, relation: Relation, group: Code) -> bool {
    match relation {
        Relation::Partner => evidence.context.members(part.partner) == 0 && part.partner != group,
        Relation::Transport => part.flow != Flow::Balance,
        Relation::Flow | Relation::Product | Relation::Period => false,
    }
}

/// Exports and imports make up the total; the balance is exports less imports.
fn flows(evidence: &Evidence, whole: &Worth, report: &mut Report) {
    let find = |flow| evidence.worths.find(whole.trade.flowing(flow), whole.unit);
    let (exports, imports) = (find(Flow::Exports), find(Flow::Imports));
    match whole.trade.flow {
        Flow::Total => {
            let (Some(exports), Some(imports)) = (exports, imports) else { return };
            let parts = vec![exports, imports];
            add_up(evidence, &Sum { whole, parts, relation: Relation::Flow, complete: true }, report);
        }
        Flow::Balance => {
            let difference = |a: &Worth, b: &Worth| a.interval.minus(b.interval);
            let twice = |a: &Worth| a.interval.plus(a.interval);
            let (parts, formula, result) = match (exports, imports, find(Flow::Total)) {
                (Some(exports), Some(imports), _) => {
                    ([exports, imports], "exports − imports", difference(exports, imports))
                }
                (Some(exports), None, Some(total)) => {
                    let result = twice(exports).and_then(|twice| twice.minus(total.interval));
                    ([exports, total], "2 × exports − total", result)
                }
                (None, Some(imports), Some(total)) => {
                    let result = twice(imports).and_then(|twice| total.interval.minus(twice));
                    ([total, imports], "total − 2 × imports", result)
                }
                _ => return,
            };
            let Some(result) = result else { return };
            balance(evidence, whole, (parts, formula, result), report);
        }
        Flow::Exports | Flow::Imports => {}
    }
}

fn balance(evidence: &Evidence, whole: &Worth, of: ([&Worth; 2], &str, Interval), report: &mut Report) {
    let (parts, formula, result) = of;
    let rule = rule(whole, &parts);
    let figures = || parts.iter().flat_map(|part| part.figures()).chain(whole.figures());
    if result.common(whole.interval).is_some() {
        let sentence = || format!("the balance is {formula},{}", when(whole.trade));
        report.holds(rule, || (figures().collect(), sentence()));
        return;
    }
    report.finds(rule, Severity::Contradiction, figures(), || {
        let style = Style::of(whole);
        let line = |worth| evidence.context.line(worth, Relation::Flow, style);
        let sentence = format!("the balance{} is not {formula}", when(whole.trade));
        let draft = parts.iter().fold(Draft::of(sentence), |draft, part| draft.line(line(part)));
        draft.line(line(whole)).line(format!("{formula} = {}", style.range(result)))
    });
}

/// Compares the sum of parts with their whole.
pub fn add_up(evidence: &Evidence, of: &Sum, report: &mut Report) {
    let nothing = Interval::exactly(rust_decimal::Decimal::ZERO);
    let sum = of.parts.iter().try_fold(nothing, |sum, part| sum.plus(part.interval));
    let Some(sum) = sum else { return };
    let rule = rule(of.whole, &of.parts);
    let figures = || of.parts.iter().flat_map(|part| part.figures()).chain(of.whole.figures());
    let whole = of.whole.interval;
    if sum.low() <= whole.high() && (!of.complete || whole.low() <= sum.high()) {
        report.holds(rule, || {
            let verb = if of.complete { "add up to" } else { "add up to no more than" };
            let sentence = format!("{} {verb} {}", these(evidence, of), name_of_whole(evidence, of));
            (figures().collect(), sentence)
        });
        return;
    }
    report.finds(rule, Severity::Contradiction, figures(), || {
        let verb = if of.complete { "do not add up to" } else { "add up to more than" };
        let sentence = format!("{} {verb} {}", these(evidence, of), name_of_whole(evidence, of));
        let (a, b) =
            if sum.low() > whole.high() { (sum.low(), whole.high()) } else { (sum.high(), whole.low()) };
        let style = Style::of(of.whole).telling(a, b);
        let line = |worth: &Worth| evidence.context.line(worth, of.relation, style);
        let mut draft = Draft::of(sentence);
        for part in of.parts.iter().take(MOST_LINES) {
            draft = draft.line(line(part));
        }
        if of.parts.len() > MOST_LINES {
            draft = draft.line(format!("… and {} more", of.parts.len() - MOST_LINES));
        }
        draft = draft.line(format!("their sum = {}", style.range(sum))).line(line(of.whole));
        match allowed(of, sum) {
            Some(line) => draft.line(line),
            None => draft,
        }
    });
}

/// What the parts allow the growth of the whole to be.
fn allowed(of: &Sum, sum: Interval) -> Option<String> {
    let change = of.whole.change.filter(|_| of.complete)?;
    let factor = of.whole.value.interval.over(sum)?;
    Some(format!("if the parts hold, the whole grew by {}", growths(factor, change.decimals + 1)))
}

fn rule(whole: &Worth, parts: &[&Worth]) -> &'static str {
    let implied = whole.change.is_some() || parts.iter().any(|part| part.change.is_some());
    if implied { BASE } else { RULE }
}

fn these(evidence: &Evidence, of: &Sum) -> String {
    let count = of.parts.len();
    match of.relation {
        Relation::Flow => "exports and imports".to_owned(),
        Relation::Partner if of.complete => {
            format!("the {count} members of {}", evidence.context.place(of.whole.trade.partner))
        }
        Relation::Period => format!("the {count} parts of{}", when(of.whole.trade)),
        Relation::Partner | Relation::Product | Relation::Transport => format!("{count} parts"),
    }
}

fn name_of_whole(evidence: &Evidence, of: &Sum) -> String {
    format!("{},{}", evidence.context.name(of.whole.trade, of.relation), when(of.whole.trade))
}
