//! The exports, imports or total trade of a place are not a tiny fraction of its balance.
//!
//! Exports of thousands next to a deficit of billions still add up with imports of billions, so no sum reveals that the
//! word "million" is missing. Only trade in all products with the world is checked: with one partner, or in one
//! product, trade may go one way.

use rust_decimal::Decimal;

use super::Evidence;
use super::support::report::Report;
use crate::analysis::context::{Fact, Indicator};
use crate::analysis::{Assumption, Claim, Interval, Rule, Step, ValueAndBalance};
use crate::dataset::{Flow, Unit, WORLD};

/// By what factor a balance must exceed a value to be reported. A missing "million" makes a factor of about a million;
/// no place exports so little of what it imports.
const MOST: i64 = 100_000;

pub fn check(evidence: &Evidence, report: &mut Report) {
    let context = evidence.context;
    let is_all = |fact: &&Fact| {
        let trade = fact.trade;
        trade.flow == Flow::Balance
            && trade.product.is_none()
            && trade.transport.is_none()
            && context.names.name(trade.partner) == WORLD
    };
    for balance in context.chosen().filter(is_all) {
        let Some(unit @ Unit::Money(_)) = balance.unit() else { continue };
        for flow in [Flow::Exports, Flow::Imports, Flow::Total] {
            let Some(value) = context.find(balance.trade.flowing(flow), Indicator::Value(unit)) else {
                continue;
            };
            let figures = [value.figure(), balance.figure()];
            let argue = || {
                let claim = Claim::ValueAndBalance(ValueAndBalance {
                    flow,
                    value: value.figure(),
                    balance: balance.figure(),
                });
                (claim, figures.map(Step::Value).into())
            };
            if is_tiny(value.interval, balance.interval) {
                report.breaks(Rule::ValueAndBalance, figures, [Assumption::OneWay], argue);
            } else {
                report.holds(Rule::ValueAndBalance, figures, argue);
            }
        }
    }
}

/// True if a balance is certainly more than [`MOST`] times a value, in either direction.
fn is_tiny(value: Interval, balance: Interval) -> bool {
    let Some(most) = value.times(Interval::exactly(Decimal::from(MOST))).map(Interval::high) else {
        return false;
    };
    most >= Decimal::ZERO && (balance.low() > most || balance.high() < -most)
}
