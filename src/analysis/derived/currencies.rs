//! The rate that a figure in two currencies implies, and other values at that rate.

use std::collections::{HashMap, HashSet};

use super::builder::{About, Builder, Estimate};
use super::flows::quotient;
use super::{DerivedUnit, Formula};
use crate::analysis::context::{Context, Fact, Indicator, Map, Name};
use crate::dataset::{Currency, Period, Unit};

/// A rate that values can be converted at: of `dear`, one costs so many of `cheap`.
#[derive(Clone, Copy)]
pub struct Rate {
    cheap: Currency,
    dear: Currency,
    fact: Fact,
}

/// The rates of each reporter and period, one a pair of currencies.
pub type Rates = HashMap<(Name, Option<Period>), Vec<Rate>>;

/// Pairs of values of one trade in two currencies, the larger number first; in the file's order.
pub fn pairs<'c>(context: &'c Context) -> Vec<(&'c Fact, &'c Fact)> {
    let mut earlier: Map<_, Vec<&Fact>> = Map::default();
    let mut pairs = Vec::new();
    for fact in context.firsts() {
        let Indicator::Value(Unit::Money(_)) = fact.indicator else { continue };
        let others = earlier.entry(fact.trade).or_default();
        // The first currency is what the others are compared with; pairs among those follow from it.
        if let Some(first) = others.first() {
            pairs.push(if first.point >= fact.point { (*first, fact) } else { (fact, *first) });
        } else {
            others.push(fact);
        }
    }
    pairs
}

/// Every rate that a figure in two currencies implies.
pub fn rates(builder: &mut Builder) -> Rates {
    let context = builder.context;
    let mut rates = Rates::new();
    let mut seen = HashSet::new();
    for (many, few) in pairs(context).into_iter().filter(|(a, b)| !a.unvalidated && !b.unvalidated) {
        let (Some(Unit::Money(cheap)), Some(Unit::Money(dear))) = (many.unit(), few.unit()) else { continue };
        let estimate = quotient(many, few);
        let about = About { trade: many.trade, unit: DerivedUnit::Rate(cheap, dear), multiplier: 0 };
        let Some(figure) = builder.add(Formula::Rate, &[many, few], about, estimate) else { continue };
        let Some(Estimate { point, interval }) = estimate else { continue };
        let place = (many.trade.reporter, many.trade.period);
        if seen.insert((place, cheap, dear)) {
            let fact = Fact { figure, point, interval, ..*many };
            rates.entry(place).or_default().push(Rate { cheap, dear, fact });
        }
    }
    rates
}

/// Values of the same reporter and period at those rates, where they are not known in the other currency.
///
/// Growth is never converted: growth in one currency is not growth in another.
pub fn conversions(builder: &mut Builder, first_round: &[Fact], rates: &Rates) {
    let context = builder.context;
    let published = context.firsts().filter(|fact| !fact.unvalidated);
    for fact in published.chain(first_round) {
        let Indicator::Value(Unit::Money(from)) = fact.indicator else { continue };
        for rate in rates.get(&(fact.trade.reporter, fact.trade.period)).into_iter().flatten() {
            let (formula, to) = match from {
                from if from == rate.cheap => (Formula::Divided, rate.dear),
                from if from == rate.dear => (Formula::Multiplied, rate.cheap),
                _ => continue,
            };
            let to = Unit::Money(to);
            if builder.has(fact.trade, to) {
                continue;
            }
            let estimate = if formula == Formula::Divided {
                quotient(fact, &rate.fact)
            } else {
                product(fact, &rate.fact)
            };
            builder.add_value(formula, &[fact, &rate.fact], About::value(fact.trade, to, fact), estimate);
        }
    }
}

fn product(a: &Fact, b: &Fact) -> Option<Estimate> {
    Some(Estimate { point: a.point.checked_mul(b.point)?, interval: a.interval.times(b.interval)? })
}
