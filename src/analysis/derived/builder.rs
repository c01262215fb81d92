//! Builds derived figures: holds what there is to build on, and what has been built.

use std::collections::HashSet;
use std::sync::Arc;

use foldhash::fast::RandomState;
use rust_decimal::{Decimal, RoundingStrategy};

use super::{Derived, DerivedUnit, Formula, Precision};
use crate::analysis::context::{Context, Fact, Indicator, PlaceIndex, Trade};
use crate::analysis::{Figure, Interval};
use crate::dataset::code::{ALL_PRODUCTS, rest_code};
use crate::dataset::{MAX_DECIMALS, Status, Subject, Unit};

/// A dataset and the figures derived from it so far.
pub struct Builder<'c, 'a> {
    pub context: &'c Context<'a>,
    pub derived: Vec<Derived>,
    /// Derived values that others may be built on.
    pub values: Vec<Fact>,
    known: HashSet<(Trade, Unit), RandomState>,
}

/// A result in plain units: the point as it follows from the numbers as printed, and all that it may be.
#[derive(Debug, Clone, Copy)]
pub struct Estimate {
    pub point: Decimal,
    pub interval: Interval,
}

/// The subject of a derived number, and its unit.
#[derive(Debug, Clone)]
pub struct About {
    pub trade: Trade,
    /// The subject, if it is not that of the trade.
    pub subject: Option<Subject>,
    pub unit: DerivedUnit,
    pub multiplier: i8,
}

impl About {
    pub fn new(trade: Trade, unit: DerivedUnit) -> Self {
        Self { trade, subject: None, unit, multiplier: 0 }
    }

    /// A value of `trade`, written as `like` is.
    pub fn value(trade: Trade, unit: Unit, like: &Fact) -> Self {
        Self { multiplier: like.multiplier, ..Self::new(trade, DerivedUnit::Unit(unit)) }
    }
}

/// One way in which a value follows.
#[derive(Debug, Clone)]
pub struct Way<'f> {
    pub formula: Formula,
    pub inputs: [&'f Fact; 2],
    pub estimate: Option<Estimate>,
}

/// Of several ways in which each value follows, the one with the tightest bounds; of equally tight ones the plainest.
#[derive(Default)]
pub struct Tightest<'f> {
    /// In the order in which each value was first offered.
    ways: Vec<(Trade, Unit, Way<'f>)>,
    places: PlaceIndex,
}

impl<'f> Tightest<'f> {
    pub fn offer(&mut self, trade: Trade, unit: Unit, way: Way<'f>) {
        let (ways, at) = (&self.ways, self.ways.len());
        let key = |at: usize| ways.get(at).map(|(trade, unit, _)| (*trade, *unit));
        let Some(known) = self.places.find_or_add(&(trade, unit), at, key).copied() else {
            self.ways.push((trade, unit, way));
            return;
        };
        let width = |way: &Way| way.estimate.and_then(|estimate| estimate.interval.width());
        let Some((_, _, known)) = self.ways.get_mut(known as usize) else { return };
        let is_tighter = match (width(&way), width(known)) {
            (Some(new), Some(old)) => (new, way.formula) < (old, known.formula),
            (Some(_), None) => true,
            (None, _) => false,
        };
        if is_tighter {
            *known = way;
        }
    }

    /// Adds them all, in the order in which they were first offered.
    pub fn add_to(self, builder: &mut Builder) {
        for (trade, unit, Way { formula, inputs, estimate }) in self.ways {
            builder.add_value(formula, inputs, About::value(trade, unit, inputs[0]), estimate);
        }
    }
}

impl<'c, 'a> Builder<'c, 'a> {
    pub fn new(context: &'c Context<'a>) -> Self {
        Self { context, derived: Vec::new(), values: Vec::new(), known: HashSet::default() }
    }

    /// True if a value is published, validated or not, or was derived.
    pub fn has(&self, trade: Trade, unit: Unit) -> bool {
        self.context.find(trade, Indicator::Value(unit)).is_some() || self.known.contains(&(trade, unit))
    }

    /// Adds a value that others may be built on.
    pub fn add_value(
        &mut self,
        formula: Formula,
        inputs: [&Fact; 2],
        about: About,
        estimate: Option<Estimate>,
    ) {
        let (trade, multiplier, unit) = (about.trade, about.multiplier, about.unit);
        let Some(figure) = self.add(formula, inputs, about, estimate) else { return };
        let (Some(estimate), DerivedUnit::Unit(unit)) = (estimate, unit) else { return };
        let decimals = self.derived.last().map_or(0, |derived| derived.decimals);
        let Estimate { point, interval } = estimate;
        self.known.insert((trade, unit));
        self.values.push(Fact {
            figure,
            trade,
            indicator: Indicator::Value(unit),
            point,
            interval,
            decimals,
            multiplier,
            status: Status::Normal,
            rounding: None,
            is_multiple: false,
        });
    }

    /// Adds a figure, unless its numbers are too large to calculate with or have no bound. Of "more than 20.88" nothing is
    /// calculated: the result would look like a number and be the end of a range.
    pub fn add(
        &mut self,
        formula: Formula,
        inputs: [&Fact; 2],
        about: About,
        estimate: Option<Estimate>,
    ) -> Option<Figure> {
        let (estimate, About { trade, subject, unit, multiplier }) = (estimate?, about);
        if inputs.iter().any(|input| input.interval.width().is_none()) {
            return None;
        }
        let power = match unit {
            DerivedUnit::Unit(Unit::Percent) | DerivedUnit::Points => 2,
            DerivedUnit::Unit(_) | DerivedUnit::Rate(..) => -i32::from(multiplier),
        };
        let interval = estimate.interval.shifted(power)?;
        interval.width()?;
        let point = Interval::exactly(estimate.point).shifted(power)?.low();
        let printed = |input: &&Fact| if power == 2 { input.decimals } else { input.decimals_in(multiplier) };
        let (most, interval_decimals) = match formula.precision() {
            Precision::Fixed(bounds) => (MAX_DECIMALS, interval.decimals(bounds)),
            Precision::OfValue => (MAX_DECIMALS, interval.decimals(printed(&inputs[0]))),
            // A sum has no more decimals than anybody printed.
            Precision::Exact => {
                let most = inputs.iter().map(printed).max()?;
                let needed = interval.low().normalize().scale().max(interval.high().normalize().scale());
                (most, needed.max(most))
            }
        };
        let (point, decimals) = to_digits_that_hold(point, interval, most)?;
        let subject = subject.unwrap_or_else(|| self.context.subject(trade));
        let inputs = inputs.map(|input| input.figure);
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

    /// The subject of what a whole has next to one of its parts, if the two differ in one dimension: the partner or the
    /// product is all others then, the flow the other one. The code of all others is that of the whole without the part,
    /// as SDMX writes such codes.
    pub fn subject_of_rest(&self, whole: Trade, part: Trade) -> Option<Subject> {
        let names = &self.context.names;
        let without = |whole: &str, part: &str| Arc::from(rest_code(whole, part));
        let mut subject = self.context.subject(part);
        if whole.with(part.partner) == part {
            subject.partner = without(names.name(whole.partner), names.name(part.partner));
            return Some(subject);
        }
        let product = part.product.filter(|_| Trade { product: part.product, ..whole } == part)?;
        let whole = whole.product.map_or(ALL_PRODUCTS, |product| names.name(product));
        subject.product = Some(without(whole, names.name(product)));
        Some(subject)
    }
}

/// A number rounded to the digits that hold, with its decimals: down to the last digit whose unit is at least a fifth of
/// the interval's half width. Further digits are noise.
///
/// `None` where the number is too large to be rounded.
pub fn to_digits_that_hold(point: Decimal, interval: Interval, most: u32) -> Option<(Decimal, u32)> {
    let least = interval.width()?.checked_div(Decimal::TEN)?;
    let unit = |decimals: u32| Decimal::try_new(1, decimals).ok();
    let fits = |decimals: u32| unit(decimals).is_some_and(|unit| unit >= least);
    if fits(0) {
        let mut decimals = (0..=most.min(MAX_DECIMALS)).take_while(|decimals| fits(*decimals)).last()?;
        let mut shown = rounded(point, decimals);
        // An exact result needs no zeros behind its digits.
        if least.is_zero() {
            decimals = point.normalize().scale();
            shown = point.normalize();
        }
        shown.rescale(decimals);
        return Some((shown, decimals));
    }
    let mut unit = Decimal::ONE;
    while unit < least {
        unit = unit.checked_mul(Decimal::TEN)?;
    }
    Some((rounded(point.checked_div(unit)?, 0).checked_mul(unit)?, 0))
}

fn rounded(value: Decimal, decimals: u32) -> Decimal {
    value.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero)
}

/// Derived figures in the order in which they are shown: step by step as they were made, and within a step by where the
/// first of the published figures that they rest on stands in the file. That order is the reader's; the figures themselves
/// do not depend on it.
///
/// They change places where they are: a second list of so many would be the most that the program ever holds.
pub fn in_shown_order(mut derived: Vec<Derived>, steps: &[usize]) -> Vec<Derived> {
    let first_row = |mut at: usize| loop {
        match derived.get(at).map(|derived| derived.inputs[0]) {
            Some(Figure::Published(row)) => return row,
            Some(Figure::Derived(earlier)) => at = earlier,
            None => return usize::MAX,
        }
    };
    let step = |at: usize| steps.partition_point(|end| *end <= at);
    let mut order: Vec<usize> = (0..derived.len()).collect();
    order.sort_by_cached_key(|at| (step(*at), first_row(*at)));
    let mut place = vec![0; order.len()];
    for (new, old) in order.into_iter().enumerate() {
        place[old] = new;
    }
    for input in derived.iter_mut().flat_map(|derived| &mut derived.inputs) {
        if let Figure::Derived(at) = input {
            *at = place.get(*at).copied().unwrap_or(*at);
        }
    }
    for at in 0..derived.len() {
        while place[at] != at {
            let target = place[at];
            derived.swap(at, target);
            place.swap(at, target);
        }
    }
    derived.shrink_to_fit();
    derived
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_digits_that_hold_are_shown() {
        let number = |text: &str| text.parse::<Decimal>().expect("a number");
        for (point, low, high, shown) in [
            ("37.1", "37.09", "37.11", "37.10"),
            ("209.47", "209.455", "209.485", "209.47"),
            ("73.596", "73.37", "73.82", "73.6"),
            ("357.27", "357.04", "357.50", "357.3"),
            ("189.113", "188.48", "189.75", "189"),
            ("7.1889", "7.178", "7.199", "7.19"),
            ("116.2", "115.65", "116.75", "116"),
            ("1234.5", "934", "1534", "1200"),
            ("12.50", "12.5", "12.5", "12.5"),
        ] {
            let interval = Interval::new(number(low), number(high)).expect("in order");
            let (held, decimals) = to_digits_that_hold(number(point), interval, MAX_DECIMALS).expect("small");
            assert_eq!((held.to_string(), held.scale()), (shown.to_owned(), decimals));
        }
    }
}
