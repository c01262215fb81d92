//! Exports, imports, total and balance of one trade add up.

use super::Evidence;
use super::assumption::of_levels;
use super::report::Report;
use super::sum_of_parts::{WholeAndParts, add_up, rule};
use crate::analysis::context::Level;
use crate::analysis::{Balance, BalanceOf, Claim, Interval, Parts, Step};
use crate::dataset::Flow;

pub fn check(evidence: &Evidence, report: &mut Report) {
    for whole in evidence.levels.iter().filter(|level| is_made_up(level.trade().flow)) {
        others(evidence, whole, report);
    }
}

/// True for flows that exports and imports make up.
fn is_made_up(flow: Flow) -> bool {
    match flow {
        Flow::Total | Flow::Balance => true,
        Flow::Exports | Flow::Imports => false,
    }
}

/// Exports and imports make up the total; the balance is exports less imports.
fn others(evidence: &Evidence, whole: Level, report: &mut Report) {
    let find =
        |flow| evidence.context.flow_level(&evidence.levels, whole.trade().flowing(flow), whole.unit());
    let (exports, imports) = (find(Flow::Exports), find(Flow::Imports));
    match whole.trade().flow {
        Flow::Total => {
            let (Some(exports), Some(imports)) = (exports, imports) else { return };
            add_up(evidence, &WholeAndParts::new(whole, vec![exports, imports], Parts::Flows), report);
        }
        Flow::Balance => {
            let (of, parts) = match (exports, imports, find(Flow::Total)) {
                (Some(exports), Some(imports), _) => (BalanceOf::ExportsAndImports, [exports, imports]),
                (Some(exports), None, Some(total)) => (BalanceOf::ExportsAndTotal, [exports, total]),
                (None, Some(imports), Some(total)) => (BalanceOf::TotalAndImports, [total, imports]),
                _ => return,
            };
            balance(evidence, whole, of, parts, report);
        }
        Flow::Exports | Flow::Imports => {}
    }
}

fn balance(evidence: &Evidence, whole: Level, of: BalanceOf, parts: [Level; 2], report: &mut Report) {
    let [one, other] = parts;
    let Some(implied) = calculate(of, one.interval(), other.interval()) else { return };
    let rule = rule(whole, &parts);
    let figures = parts.iter().flat_map(|part| part.figures()).chain(whole.figures());
    let argue = || {
        let [one, other, balance] = [one, other, whole].map(|level| evidence.context.term(level));
        let claim = Claim::Balance(Balance { of, balance: balance.clone(), implied });
        (claim, vec![Step::Term(one), Step::Term(other), Step::Term(balance), Step::Balance(of, implied)])
    };
    if implied.common(whole.interval()).is_some() {
        report.holds(rule, figures, argue);
        return;
    }
    let assumptions = of_levels(evidence.context, &[one, other, whole], |intervals| match intervals {
        [one, other, whole] => calculate(of, *one, *other).and_then(|sum| sum.common(*whole)).is_some(),
        _ => false,
    });
    report.breaks(rule, figures, assumptions, argue);
}

/// A balance calculated from two other flows, in the order of its formula.
fn calculate(of: BalanceOf, one: Interval, other: Interval) -> Option<Interval> {
    match of {
        BalanceOf::ExportsAndImports => one.minus(other),
        BalanceOf::ExportsAndTotal => one.plus(one)?.minus(other),
        BalanceOf::TotalAndImports => one.minus(other.plus(other)?),
    }
}
