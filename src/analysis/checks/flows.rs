//! Exports, imports, total and balance of one trade add up.

use super::Evidence;
use super::sum_of_parts::{WholeAndParts, add_up, rule};
use super::support::assumption::{lacks_rows, of_levels};
use super::support::re_exports;
use super::support::report::Report;
use super::support::services;
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
        |flow| evidence.context.flow_levels(&evidence.levels, whole.trade().flowing(flow), whole.unit());
    let (exports, imports) = (find(Flow::Exports), find(Flow::Imports));
    match whole.trade().flow {
        Flow::Total => {
            let fits = |[exports, imports]: [Level; 2]| {
                let sum = exports.interval().plus(imports.interval());
                sum.and_then(|sum| sum.common(whole.interval())).is_some()
            };
            if let Some(parts) = best_pair(&exports, &imports, fits) {
                add_up(evidence, &WholeAndParts::new(whole, parts.into(), Parts::Flows), report);
            }
        }
        Flow::Balance => {
            let all = find(Flow::Total);
            let sums = [
                (BalanceOf::ExportsAndImports, &exports, &imports),
                (BalanceOf::ExportsAndTotal, &exports, &all),
                (BalanceOf::TotalAndImports, &all, &imports),
            ];
            let best = sums.into_iter().find_map(|(of, one, other)| {
                let fits = |[one, other]: [Level; 2]| {
                    let balance = calculate(of, one.interval(), other.interval());
                    balance.and_then(|balance| balance.common(whole.interval())).is_some()
                };
                Some((of, best_pair(one, other, fits)?))
            });
            if let Some((of, parts)) = best {
                balance(evidence, whole, of, parts, report);
            }
        }
        Flow::Exports | Flow::Imports => {}
    }
}

/// Two flows that fit, each with one of its valuations, else two with different ones, which excuses that they do not;
/// `None` if one of the flows is not known.
fn best_pair<'l>(
    one: &[Level<'l>],
    other: &[Level<'l>],
    fits: impl Fn([Level<'l>; 2]) -> bool,
) -> Option<[Level<'l>; 2]> {
    let pairs = || one.iter().flat_map(|one| other.iter().map(|other| [*one, *other]));
    let differ = |[one, other]: &[Level; 2]| one.trade().definition != other.trade().definition;
    pairs().find(|pair| fits(*pair)).or_else(|| pairs().find(differ)).or_else(|| pairs().next())
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
    let larger = lacks_rows(evidence.context, &[one, other, whole]);
    let apart = re_exports::apart(evidence.context, one, |exports| {
        let implied = calculate(of, exports, other.interval());
        implied.and_then(|implied| implied.common(whole.interval())).is_some()
    });
    let with_services = services::included(evidence.context, whole, parts, |[one, other], are_all| {
        let implied = || calculate(of, one, other);
        !are_all || implied().is_some_and(|implied| implied.common(whole.interval()).is_some())
    });
    let assumptions = assumptions.into_iter().chain(apart).chain(with_services).chain(larger);
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
