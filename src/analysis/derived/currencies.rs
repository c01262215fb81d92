//! Derives the rate that a figure in two currencies implies, and other values at that rate.

use foldhash::HashMap;
use rust_decimal::Decimal;

use super::Derivation;
use super::builder::{DerivedBuilder, Tightest};
use crate::analysis::Figure;
use crate::analysis::context::{Context, Fact, Indicator, Name, ReleaseId, Trade, groups};
use crate::analysis::formula::{Estimate, Formula};
use crate::dataset::{Currency, Flow, Period, Unit};

/// An implied rate that values can be converted at: the price of one `dear` in `cheap`.
#[derive(Clone, Copy)]
pub struct Rate {
    cheap: Currency,
    dear: Currency,
    figure: Figure,
    /// The relative width of its bounds; the greatest number if that overflows.
    vagueness: Decimal,
}

/// The rates of each reporter, release and period, one per pair of currencies.
pub type Rates = HashMap<(Name, ReleaseId, Option<Period>), Vec<Rate>>;

/// A value in two currencies.
#[derive(Debug, Clone, Copy)]
pub struct CurrencyPair<'c> {
    /// The larger number: the currency that is worth less.
    pub many: &'c Fact,
    /// The smaller number.
    pub few: &'c Fact,
}

impl CurrencyPair<'_> {
    /// The same value, with the currencies taken for each other.
    pub fn turned(self) -> Self {
        Self { many: self.few, few: self.many }
    }

    pub fn figures(self) -> [Figure; 2] {
        [self.many.figure(), self.few.figure()]
    }
}

/// Every value of one trade that is known in two currencies.
///
/// The reporter's main currency is paired with each other one; pairs among the others follow from those.
pub fn pairs<'c>(context: &'c Context) -> Vec<CurrencyPair<'c>> {
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
            let pair = CurrencyPair { many: first, few: other };
            pairs.push(if first.point >= other.point { pair } else { pair.turned() });
        }
    }
    pairs
}

/// Every rate that a figure in two currencies implies. A balance near zero implies any rate, so balances are left out.
pub fn rates(builder: &mut DerivedBuilder) -> Rates {
    let context = builder.context;
    let mut rates = Rates::default();
    for CurrencyPair { many, few } in pairs(context) {
        let (Some(Unit::Money(cheap)), Some(Unit::Money(dear))) = (many.unit(), few.unit()) else { continue };
        if many.is_unvalidated() || few.is_unvalidated() || many.trade.flow == Flow::Balance {
            continue;
        }
        let Some(figure) = builder.add(Formula::Rate, [many.figure(), few.figure()]) else { continue };
        let Some(number) = Formula::Rate.estimate(many.number(), few.number()) else { continue };
        let rate = Rate { cheap, dear, figure, vagueness: vagueness(number) };
        let place = (many.trade.reporter, many.trade.release, many.trade.period);
        let known = rates.entry(place).or_default();
        match known.iter_mut().find(|known| (known.cheap, known.dear) == (cheap, dear)) {
            Some(known) if rate.vagueness < known.vagueness => *known = rate,
            Some(_) => {}
            None => known.push(rate),
        }
    }
    rates
}

fn vagueness(rate: Estimate) -> Decimal {
    let width = rate.interval.width();
    width.and_then(|width| width.checked_div(rate.point)).unwrap_or(Decimal::MAX)
}

/// Values of the same reporter, release and period, converted at those rates if they are not known in the other
/// currency.
///
/// Growth is never converted: growth in one currency is not growth in another.
pub fn conversions(builder: &mut DerivedBuilder, count: usize, rates: &Rates) {
    let context = builder.context;
    let mut conversions = Tightest::default();
    let mut convert = |trade: Trade, unit, value: Figure| {
        let Unit::Money(from) = unit else { return };
        for rate in rates.get(&(trade.reporter, trade.release, trade.period)).into_iter().flatten() {
            let (formula, to) = match from {
                from if from == rate.cheap => (Formula::Divided, rate.dear),
                from if from == rate.dear => (Formula::Multiplied, rate.cheap),
                _ => continue,
            };
            let to = Unit::Money(to);
            if !builder.has(trade, to) {
                conversions.offer(builder, trade, to, Derivation::new(formula, [value, rate.figure]));
            }
        }
    };
    for fact in context.chosen().filter(|fact| !fact.is_unvalidated()) {
        if let Indicator::Value(unit) = fact.indicator {
            convert(fact.trade, unit, fact.figure());
        }
    }
    for value in builder.values.iter().take(count) {
        if let Some((trade, unit)) = builder.about(*value) {
            convert(trade, unit, Figure::Derived(*value as usize));
        }
    }
    conversions.add_to(builder);
}
