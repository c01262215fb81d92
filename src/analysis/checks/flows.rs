//! Exports, imports, total and balance of one trade add up.

use super::Evidence;
use super::assumption::other_unit;
use super::report::{Draft, Report};
use super::sum_of_parts::{Sum, add_up, rule};
use crate::analysis::Interval;
use crate::analysis::context::{Dimension, Level};
use crate::analysis::words::{Style, when};
use crate::dataset::Flow;

pub fn check(evidence: &Evidence, report: &mut Report) {
    for whole in &evidence.levels.list {
        others(evidence, whole, report);
    }
}

/// Exports and imports make up the total; the balance is exports less imports.
fn others(evidence: &Evidence, whole: &Level, report: &mut Report) {
    let find = |flow| evidence.levels.find(whole.trade.flowing(flow), whole.unit);
    let (exports, imports) = (find(Flow::Exports), find(Flow::Imports));
    match whole.trade.flow {
        Flow::Total => {
            let (Some(exports), Some(imports)) = (exports, imports) else { return };
            add_up(evidence, &Sum::complete(whole, vec![exports, imports], Dimension::Flow), report);
        }
        Flow::Balance => {
            let (parts, formula) = match (exports, imports, find(Flow::Total)) {
                (Some(exports), Some(imports), _) => ([exports, imports], &EXPORTS_LESS_IMPORTS),
                (Some(exports), None, Some(total)) => ([exports, total], &TWICE_EXPORTS_LESS_TOTAL),
                (None, Some(imports), Some(total)) => ([total, imports], &TOTAL_LESS_TWICE_IMPORTS),
                _ => return,
            };
            balance(evidence, whole, parts, formula, report);
        }
        Flow::Exports | Flow::Imports => {}
    }
}

/// What the balance is of two other flows: in words, and calculated.
struct Formula(&'static str, fn(Interval, Interval) -> Option<Interval>);

const EXPORTS_LESS_IMPORTS: Formula = Formula("exports − imports", Interval::minus);
const TWICE_EXPORTS_LESS_TOTAL: Formula =
    Formula("2 × exports − total", |exports, total| exports.plus(exports)?.minus(total));
const TOTAL_LESS_TWICE_IMPORTS: Formula =
    Formula("total − 2 × imports", |total, imports| total.minus(imports.plus(imports)?));

fn balance(evidence: &Evidence, whole: &Level, parts: [&Level; 2], formula: &Formula, report: &mut Report) {
    let ([one, other], Formula(formula, calculate)) = (parts, formula);
    let Some(result) = calculate(one.interval, other.interval) else { return };
    let rule = rule(whole, &parts);
    let figures = || parts.iter().flat_map(|part| part.figures()).chain(whole.figures());
    if result.common(whole.interval).is_some() {
        let sentence = || format!("the balance is {formula},{}", when(whole.trade));
        report.holds(rule, || (figures().collect(), sentence()));
        return;
    }
    let other_unit = other_unit(evidence.context, &[one, other, whole], |intervals| match intervals {
        [one, other, whole] => calculate(*one, *other).and_then(|sum| sum.common(*whole)).is_some(),
        _ => false,
    });
    report.contradicts(rule, figures(), other_unit, || {
        let style = Style::new(whole);
        let line = |level| evidence.context.line(level, Dimension::Flow, style);
        let sentence = format!("the balance is not {formula},{}", when(whole.trade));
        let draft = parts.iter().fold(Draft::new(sentence), |draft, part| draft.line(line(part)));
        draft.line(line(whole)).line(format!("{formula} = {}", style.range(result)))
    });
}
