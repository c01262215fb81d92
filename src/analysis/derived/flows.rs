//! Derives exports, imports, total and balance: any two give the other two.

use super::Derivation;
use super::builder::{DerivedBuilder, Tightest};
use crate::analysis::context::{Context, Fact, Indicator};
use crate::analysis::formula::{FlowSum, Formula};
use crate::dataset::Flow::{Balance, Exports, Imports, Total};
use crate::dataset::Unit;

/// Derives the flows that are not published. Only published figures of one release are combined. Adjusted ones are
/// skipped, since figures that were adjusted separately do not add up.
pub fn sums(builder: &mut DerivedBuilder) {
    let context = builder.context;
    let is_given = |fact: &&Fact| !fact.is_unvalidated() && !context.is_adjusted(fact.trade);
    for (fact, at) in context.chosen_places().filter(|(fact, _)| is_given(fact)) {
        let Indicator::Value(unit) = fact.indicator else { continue };
        let place = |flow| {
            let place = context.place(fact.trade.flowing(flow), Indicator::Value(unit))?;
            context.facts.get(place).filter(is_given).map(|_| place)
        };
        let mut places = [Exports, Imports, Total, Balance].map(place);
        places.sort_unstable();
        let given = places.into_iter().flatten();
        if given.clone().next() == Some(at) && given.clone().count() > 1 {
            let mut tightest = Tightest::default();
            for fact in given.filter_map(|place| context.facts.get(place)) {
                offer(builder, fact, unit, &mut tightest);
            }
            tightest.add_to(builder);
        }
    }
}

/// Offers the flows that follow from a figure and another of its trade.
fn offer(builder: &DerivedBuilder, fact: &Fact, unit: Unit, tightest: &mut Tightest) {
    let context = builder.context;
    let sums = FlowSum::ALL.map(|sum| (Formula::Flows(sum), sum.terms()));
    for (formula, terms) in sums.into_iter().filter(|(_, terms)| terms.first.flow == fact.trade.flow) {
        let trade = fact.trade.flowing(terms.result);
        if context.find(trade, Indicator::Value(unit)).is_some() {
            continue;
        }
        let Some(other) = context.value(fact.trade.flowing(terms.second.flow), unit) else { continue };
        let derivation = Derivation::new(formula, [fact.figure(), other.figure()]);
        tightest.offer(builder, trade, unit, derivation);
    }
}

/// The share of exports in total trade, and the ratio of exports to imports, from any two published flows.
pub fn proportions(builder: &mut DerivedBuilder) {
    let context = builder.context;
    for fact in context.chosen().filter(|fact| !fact.is_unvalidated() && !context.is_adjusted(fact.trade)) {
        let Indicator::Value(unit) = fact.indicator else { continue };
        let find = |flow| context.value(fact.trade.flowing(flow), unit);
        let mut add = |formula, other: &Fact| builder.add(formula, [fact.figure(), other.figure()]);
        match fact.trade.flow {
            Exports => {
                let (total, imports) = (find(Total), find(Imports));
                if let Some(total) = total.filter(|total| !has_share(context, fact, total)) {
                    add(Formula::Part, total);
                } else if let (None, Some(imports)) = (total, imports) {
                    add(Formula::PartOfSum, imports);
                }
                if let Some(imports) = imports {
                    add(Formula::RatioOfBoth, imports);
                } else if let Some(total) = total {
                    add(Formula::Ratio, total);
                }
            }
            Total if find(Exports).is_none() => {
                let Some(imports) = find(Imports) else { continue };
                add(Formula::RatioOfImports, imports);
            }
            Total | Imports | Balance => {}
        }
    }
}

fn has_share(context: &Context, part: &Fact, whole: &Fact) -> bool {
    let share = |unit| Indicator::Share { whole: whole.trade, unit };
    [whole.unit(), None].into_iter().any(|unit| context.find(part.trade, share(unit)).is_some())
}
