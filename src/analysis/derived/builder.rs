//! Where derived figures are made: what there is to build on, and what has been built.

use rust_decimal::{Decimal, RoundingStrategy};

use super::{Derived, DerivedUnit, Formula, Precision};
use crate::analysis::context::{Context, Fact, Indicator, Map, Trade};
use crate::analysis::{Figure, Interval};
use crate::dataset::Unit;

/// A dataset, and what was derived from it so far.
pub struct Builder<'c, 'a> {
    pub context: &'c Context<'a>,
    pub derived: Vec<Derived>,
    /// Derived values that others may be built on.
    pub values: Vec<Fact>,
    by_trade: Map<(Trade, Unit), usize>,
}

/// A result in plain units: the point as it follows from the numbers as printed, and all that it may be.
#[derive(Debug, Clone, Copy)]
pub struct Estimate {
    pub point: Decimal,
    pub interval: Interval,
}

/// What a derived number is about, and how it is written.
#[derive(Debug, Clone, Copy)]
pub struct About {
    pub trade: Trade,
    pub unit: DerivedUnit,
    pub multiplier: i8,
}

impl About {
    /// A value of `trade`, written as `like` is.
    pub fn value(trade: Trade, unit: Unit, like: &Fact) -> Self {
        Self { trade, unit: DerivedUnit::Unit(unit), multiplier: like.multiplier }
    }
}

impl<'c, 'a> Builder<'c, 'a> {
    pub fn new(context: &'c Context<'a>) -> Self {
        Self { context, derived: Vec::new(), values: Vec::new(), by_trade: Map::default() }
    }

    /// Whether a value is published, validated or not, or was derived.
    pub fn has(&self, trade: Trade, unit: Unit) -> bool {
        self.context.find(trade, Indicator::Value(unit)).is_some()
            || self.by_trade.contains_key(&(trade, unit))
    }

    /// Adds a value that others may be built on.
    pub fn add_value(
        &mut self,
        formula: Formula,
        inputs: &[&Fact],
        about: About,
        estimate: Option<Estimate>,
    ) {
        let Some(figure) = self.add(formula, inputs, about, estimate) else { return };
        let (Some(estimate), DerivedUnit::Unit(unit)) = (estimate, about.unit) else { return };
        let decimals = self.derived.last().map_or(0, |derived| derived.decimals);
        let (trade, multiplier, indicator) = (about.trade, about.multiplier, Indicator::Value(unit));
        let Estimate { point, interval } = estimate;
        self.by_trade.insert((trade, unit), self.values.len());
        self.values.push(Fact {
            figure,
            trade,
            indicator,
            point,
            interval,
            decimals,
            multiplier,
            unvalidated: false,
        });
    }

    /// Adds a figure, unless its numbers are too large to calculate with.
    pub fn add(
        &mut self,
        formula: Formula,
        inputs: &[&Fact],
        about: About,
        estimate: Option<Estimate>,
    ) -> Option<Figure> {
        let (estimate, multiplier) = (estimate?, about.multiplier);
        let power = match about.unit {
            DerivedUnit::Unit(Unit::Percent) | DerivedUnit::Index | DerivedUnit::Points => 2,
            DerivedUnit::Unit(_) | DerivedUnit::Rate(..) => -i32::from(multiplier),
        };
        let interval = estimate.interval.shifted(power)?;
        let point = Interval::exactly(estimate.point).shifted(power)?.low();
        let printed = |input: &&Fact| if power == 2 { input.decimals } else { input.decimals_in(multiplier) };
        let (decimals, interval_decimals) = match formula.precision() {
            Precision::Fixed(point, bounds) => (point, interval.decimals(bounds)),
            Precision::OfValue => {
                let least = inputs.first().map(printed)?;
                let inside = (least..28).find(|decimals| interval.contains(rounded(point, *decimals)));
                (inside.unwrap_or(least), interval.decimals(least))
            }
            Precision::Exact => {
                let most = inputs.iter().map(printed).max()?;
                let needed = interval.low().normalize().scale().max(interval.high().normalize().scale());
                (most, needed.max(most))
            }
        };
        let mut point = rounded(point, decimals);
        point.rescale(decimals);
        let (subject, unit) = (self.context.subject(about.trade), about.unit);
        let inputs = inputs.iter().map(|input| input.figure).collect();
        let figure = Figure::Derived(self.derived.len());
        self.derived.push(Derived {
            formula,
            inputs,
            subject,
            unit,
            multiplier,
            point,
            decimals,
            interval,
            interval_decimals,
        });
        Some(figure)
    }
}

fn rounded(value: Decimal, decimals: u32) -> Decimal {
    value.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero)
}
