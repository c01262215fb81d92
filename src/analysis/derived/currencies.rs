//! The rate that a figure in two currencies implies, and other values at that rate.

use std::collections::HashMap;

use rust_decimal::Decimal;

use super::builder::{About, Builder, Estimate, Tightest, Way};
use super::flows::quotient;
use super::{DerivedUnit, Formula};
use crate::analysis::context::{Context, Fact, Indicator, Name, ReleaseId, groups};
use crate::dataset::{Currency, Flow, Period, Unit};

/// A rate that values can be converted at: of `dear`, one costs so many of `cheap`.
#[derive(Clone, Copy)]
pub struct Rate {
    cheap: Currency,
    dear: Currency,
    fact: Fact,
}

/// The rates of each reporter, release and period, one per pair of currencies.
pub type Rates = HashMap<(Name, ReleaseId, Option<Period>), Vec<Rate>>;

/// Pairs of values of one trade in two currencies, the larger number first.
///
/// The currency that most values of the reporter are in is compared with each other one; pairs among those follow.
pub fn pairs<'c>(context: &'c Context) -> Vec<(&'c Fact, &'c Fact)> {
    let of_trade = |at: usize| {
        let fact = context.chosen_at(at)?;
        matches!(fact.indicator, Indicator::Value(Unit::Money(_))).then_some((fact.trade, fact))
    };
    let mut pairs = Vec::new();
    for mut of_trade in groups(context.chosen_count(), of_trade) {
        let currencies = of_trade.first().map_or(&[][..], |fact| context.currencies(fact.trade.reporter));
        of_trade.sort_by_key(|fact| currencies.iter().position(|known| fact.unit() == Some(*known)));
        let Some((first, others)) = of_trade.split_first() else { continue };
        for other in others {
            pairs.push(if first.point >= other.point { (*first, *other) } else { (*other, *first) });
        }
    }
    pairs
}

/// Every rate that a figure in two currencies implies. A balance near zero implies any rate, so balances are left out.
pub fn rates(builder: &mut Builder) -> Rates {
    let context = builder.context;
    let mut rates = Rates::new();
    for (many, few) in pairs(context) {
        let (Some(Unit::Money(cheap)), Some(Unit::Money(dear))) = (many.unit(), few.unit()) else { continue };
        if many.is_unvalidated() || few.is_unvalidated() || many.trade.flow == Flow::Balance {
            continue;
        }
        let estimate = quotient(many, few);
        let about = About::new(many.trade, DerivedUnit::Rate(cheap, dear));
        let Some(figure) = builder.add(Formula::Rate, [many, few], about, estimate) else { continue };
        let Some(Estimate { point, interval }) = estimate else { continue };
        let rate = Rate { cheap, dear, fact: Fact { figure, point, interval, ..*many } };
        let place = (many.trade.reporter, many.trade.release, many.trade.period);
        let known = rates.entry(place).or_default();
        match known.iter_mut().find(|known| (known.cheap, known.dear) == (cheap, dear)) {
            Some(known) if rate.vagueness() < known.vagueness() => *known = rate,
            Some(_) => {}
            None => known.push(rate),
        }
    }
    rates
}

impl Rate {
    /// How wide its bounds are, as a part of it; the greatest number where that is too large.
    fn vagueness(&self) -> Decimal {
        let width = self.fact.interval.width();
        width.and_then(|width| width.checked_div(self.fact.point)).unwrap_or(Decimal::MAX)
    }
}

/// Values of the same reporter, release and period at those rates, where they are not known in the other currency.
///
/// Growth is never converted: growth in one currency is not growth in another.
pub fn conversions(builder: &mut Builder, first_round: &[Fact], rates: &Rates) {
    let context = builder.context;
    let mut conversions = Tightest::default();
    let published = context.chosen().filter(|fact| !fact.is_unvalidated());
    for fact in published.chain(first_round) {
        let Indicator::Value(Unit::Money(from)) = fact.indicator else { continue };
        let place = (fact.trade.reporter, fact.trade.release, fact.trade.period);
        for rate in rates.get(&place).into_iter().flatten() {
            let (formula, to) = match from {
                from if from == rate.cheap => (Formula::Divided, rate.dear),
                from if from == rate.dear => (Formula::Multiplied, rate.cheap),
                _ => continue,
            };
            if builder.has(fact.trade, Unit::Money(to)) {
                continue;
            }
            let estimate = if formula == Formula::Divided {
                quotient(fact, &rate.fact)
            } else {
                product(fact, &rate.fact)
            };
            let way = Way { formula, inputs: [fact, &rate.fact], estimate };
            conversions.offer(fact.trade, Unit::Money(to), way);
        }
    }
    conversions.add_to(builder);
}

fn product(a: &Fact, b: &Fact) -> Option<Estimate> {
    Some(Estimate { point: a.point.checked_mul(b.point)?, interval: a.interval.times(b.interval)? })
}
