//! Numbers and trades in the words of a proof.

use rust_decimal::{Decimal, RoundingStrategy};

use super::Interval;
use super::context::{Context, Fact, Relation, Trade, What, Worth};
use crate::dataset::{Flow, Transport, Unit, WORLD};

/// How much of a name fits a line of a proof.
const LONGEST_NAME: usize = 24;

/// A number rounded to the nearest with so many decimals, with a real minus.
pub fn number(value: Decimal, decimals: u32) -> String {
    let mut shown = value.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
    shown.rescale(decimals);
    let sign = if shown.is_sign_negative() && !shown.is_zero() { "−" } else { "" };
    format!("{sign}{}", shown.abs())
}

/// As [`number`], with a plus where it is above zero.
pub fn signed(value: Decimal, decimals: u32) -> String {
    let shown = number(value, decimals);
    if value > Decimal::ZERO { format!("+{shown}") } else { shown }
}

/// The least decimals, from `least` on, with which two numbers do not look the same.
pub fn telling(a: Decimal, b: Decimal, least: u32) -> u32 {
    (least..28).find(|decimals| a == b || number(a, *decimals) != number(b, *decimals)).unwrap_or(28)
}

/// How values are written in a proof: unit, power of ten and decimals, the same for all of its lines.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    pub unit: Unit,
    pub multiplier: i8,
    pub decimals: u32,
}

impl Style {
    /// As the value behind a worth is written.
    pub fn of(worth: &Worth) -> Self {
        let decimals = worth.value.decimals + u32::from(worth.change.is_none());
        Self { unit: worth.unit, multiplier: worth.value.multiplier, decimals }
    }

    /// With as many decimals as it takes to tell two values in plain units apart.
    pub fn telling(self, a: Decimal, b: Decimal) -> Self {
        Self { decimals: telling(self.scaled(a), self.scaled(b), self.decimals), ..self }
    }

    fn scaled(self, value: Decimal) -> Decimal {
        Interval::exactly(value).shifted(-i32::from(self.multiplier)).map_or(value, Interval::low)
    }

    /// A value in plain units, without its unit.
    pub fn bare(self, value: Decimal) -> String {
        number(self.scaled(value), self.decimals)
    }

    /// `200.05 … 200.22 bn CNY`
    pub fn range(self, interval: Interval) -> String {
        format!(
            "{} … {}{}",
            self.bare(interval.low()),
            self.bare(interval.high()),
            unit(self.unit, self.multiplier)
        )
    }
}

/// A unit with its power of ten, as it stands behind a number: ` bn CNY`.
pub fn unit(unit: Unit, multiplier: i8) -> String {
    let scaled = unit.scaled(multiplier);
    if scaled.is_empty() { scaled } else { format!(" {scaled}") }
}

/// A growth in per cent (`+23.2 %`) from a factor in plain units.
pub fn growth(factor: Decimal, decimals: u32) -> String {
    let percent = factor.checked_sub(Decimal::ONE).and_then(|part| part.checked_mul(Decimal::ONE_HUNDRED));
    format!("{} %", signed(percent.unwrap_or_default(), decimals))
}

/// A part of one as a range in per cent: `79.35 … 79.45 %`.
pub fn percent(parts: Interval, decimals: u32) -> String {
    let parts = parts.shifted(2).unwrap_or(parts);
    format!("{} … {} %", number(parts.low(), decimals), number(parts.high(), decimals))
}

impl Context<'_> {
    /// A published number as printed, with its unit: `246.57 bn CNY`, `+23.2 %`, `×8`, `79.4 %`.
    pub fn printed(&self, fact: &Fact) -> String {
        let Some(value) = fact.row(self.dataset).and_then(|row| row.value) else { return String::new() };
        let bare = number(value.value(), value.decimals());
        match fact.what {
            What::Value(of) => format!("{bare}{}", unit(of, fact.multiplier)),
            What::Change(_) if self.is_multiple(fact) => format!("×{bare}"),
            What::Change(_) => format!("{} %", signed(value.value(), value.decimals())),
            What::Share(_) => format!("{bare} %"),
        }
    }

    /// What a number stands for, in the unit that it was printed in: `246.565 … 246.575 bn CNY`.
    pub fn range(&self, fact: &Fact) -> String {
        let decimals = fact.decimals + 1;
        let (low, high) = (fact.interval.low(), fact.interval.high());
        match fact.what {
            What::Value(unit) => Style { unit, multiplier: fact.multiplier, decimals }.range(fact.interval),
            What::Change(_) if self.is_multiple(fact) => {
                format!("× {} … {}", number(low, decimals), number(high, decimals))
            }
            What::Change(_) => {
                format!("{} … {}", growth(low, decimals).trim_end_matches(" %"), growth(high, decimals))
            }
            What::Share(_) => percent(fact.interval, decimals),
        }
    }

    /// The id of a number's row.
    pub fn id(&self, fact: &Fact) -> &str {
        fact.row(self.dataset).map_or("", |row| row.id.as_str())
    }

    /// What a trade is called beside another that it differs from in one dimension, without its period.
    pub fn name(&self, trade: Trade, relation: Relation) -> String {
        let flow = flow(trade.flow);
        let (of, with) = match trade.flow {
            Flow::Exports => ("exports", "exports to"),
            Flow::Imports => ("imports", "imports from"),
            Flow::Total => ("trade", "trade with"),
            Flow::Balance => ("balance", "balance with"),
        };
        match relation {
            Relation::Flow | Relation::Period => flow.to_owned(),
            Relation::Partner => format!("{with} {}", self.place(trade.partner)),
            Relation::Product => match trade.product {
                Some(product) => format!("{of} of {}", clip(self.names.name(product))),
                None => format!("{of} of all products"),
            },
            Relation::Transport => format!("{of} by {}", trade.transport.map_or("all modes", mode)),
        }
    }

    /// The name of a place, else its code; the world needs no name to be called so.
    pub fn place(&self, code: u32) -> String {
        let code = self.names.name(code);
        let unnamed = if code == WORLD { "the world" } else { code };
        clip(self.dataset.place(code).map_or(unnamed, |place| place.name.as_str()))
    }

    /// How a worth comes about: `exports 2022 = 246.57 / 1.232 = 200.05 … 200.22 bn CNY`.
    pub fn line(&self, worth: &Worth, relation: Relation, style: Style) -> String {
        let name = format!("{}{}", self.name(worth.trade, relation), when(worth.trade));
        let plain = Style { decimals: worth.value.decimals_in(style.multiplier), ..style };
        let value = plain.bare(worth.value.point);
        match worth.change {
            None => format!("{name} = {value}, so {}", style.range(worth.interval)),
            Some(change) => {
                let decimals = change.decimals + if self.is_multiple(change) { 0 } else { 2 };
                let factor = number(change.point, decimals);
                format!("{name} = {value} / {factor} = {}", style.range(worth.interval))
            }
        }
    }
}

/// What a flow is called.
pub fn flow(flow: Flow) -> &'static str {
    match flow {
        Flow::Exports => "exports",
        Flow::Imports => "imports",
        Flow::Total => "total trade",
        Flow::Balance => "the balance",
    }
}

fn mode(mode: Transport) -> &'static str {
    match mode {
        Transport::Road => "road",
        Transport::Rail => "rail",
        Transport::Sea => "sea",
        Transport::Air => "air",
        Transport::Pipeline => "pipeline",
    }
}

/// The period of a trade behind its name: ` 2023`.
pub fn when(trade: Trade) -> String {
    trade.period.map_or_else(String::new, |period| format!(" {period}"))
}

fn clip(name: &str) -> String {
    if name.chars().count() <= LONGEST_NAME {
        return name.to_owned();
    }
    name.chars().take(LONGEST_NAME - 1).chain(['…']).collect()
}
