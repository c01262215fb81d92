//! Exports, imports, total and balance of one trade add up.

use super::Evidence;
use super::report::{Draft, Report};
use super::sum_of_parts::{Sum, add_up, rule};
use crate::analysis::context::{Relation, Worth};
use crate::analysis::words::{Style, when};
use crate::analysis::{Interval, Severity};
use crate::dataset::Flow;

/// Exports and imports make up the total; the balance is exports less imports.
pub fn check(evidence: &Evidence, whole: &Worth, report: &mut Report) {
    let find = |flow| evidence.worths.find(whole.trade.flowing(flow), whole.unit);
    let (exports, imports) = (find(Flow::Exports), find(Flow::Imports));
    match whole.trade.flow {
        Flow::Total => {
            let (Some(exports), Some(imports)) = (exports, imports) else { return };
            add_up(evidence, &Sum::complete(whole, vec![exports, imports], Relation::Flow), report);
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
