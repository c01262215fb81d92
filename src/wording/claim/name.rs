//! Names of trades, places, units, ids, ranks and rates in a proof.

use rust_decimal::Decimal;

use crate::analysis::{Dimension, Figure, Interval};
use crate::dataset::{Flow, Period, Subject, Transport, Unit};
use crate::text::shorten;
use crate::text::truncate::{middle, width};
use crate::wording::Words;
use crate::wording::number::plain;

/// The maximum width of a name in a line of a proof.
const LONGEST_NAME: usize = 24;

/// The maximum width of a name in a line that contains only the name of a trade.
const LONGEST_FULL_NAME: usize = 32;

/// The maximum width of an id, which may be long to tell rows apart.
const LONGEST_ID: usize = 60;

/// A trade named next to another that differs from it in one dimension, without its period.
pub fn trade(words: Words, subject: &Subject, dimension: Dimension) -> String {
    let partner = || place(words, &subject.partner);
    match (dimension, subject.flow) {
        (Dimension::Flow | Dimension::Period, flow) => self::flow(flow).to_owned(),
        (Dimension::Partner, Flow::Exports) => format!("exports to {}", partner()),
        (Dimension::Partner, Flow::Imports) => format!("imports from {}", partner()),
        (Dimension::Partner, Flow::Total) => format!("trade with {}", partner()),
        (Dimension::Partner, Flow::Balance) => format!("balance with {}", partner()),
        (Dimension::Product, flow) => format!("{} of {}", short_flow(flow), product(words, subject)),
        (Dimension::Transport, flow) => format!("{} {}", short_flow(flow), mode(subject)),
    }
}

/// A trade in full, as at the beginning of a line: `Xinjiang's exports of 8703 to Kazakhstan by rail, 2022`. "All
/// products" and "all modes" are written out only next to a trade that has some of them.
pub fn full(words: Words, subject: &Subject, dimension: Dimension) -> String {
    let reporter = middle(words.place(&subject.reporter), LONGEST_FULL_NAME);
    let partner = middle(words.place(&subject.partner), LONGEST_FULL_NAME);
    let end = if reporter.ends_with('s') { "'" } else { "'s" };
    let (flow, to) = match subject.flow {
        Flow::Exports => ("exports", "to"),
        Flow::Imports => ("imports", "from"),
        Flow::Total if words.is_flow_said() => ("total trade", "with"),
        Flow::Total => ("trade", "with"),
        Flow::Balance => ("balance", "with"),
    };
    let has_product = subject.product.is_some() || dimension == Dimension::Product;
    let of = if has_product { format!(" of {}", product(words, subject)) } else { String::new() };
    let has_mode = subject.transport.is_some() || dimension == Dimension::Transport;
    let by = if has_mode { format!(" {}", mode(subject)) } else { String::new() };
    let period = subject.period.map_or_else(String::new, |period| format!(", {period}"));
    format!("{reporter}{end} {flow}{of} {to} {partner}{by}{period}")
}

/// The trade of a figure, as by [`full`].
pub fn figure(words: Words, figure: Figure, dimension: Dimension) -> String {
    words.subject(figure).map_or_else(String::new, |subject| full(words, &subject, dimension))
}

/// True if a flow takes a singular verb: trade is, exports are.
pub fn is_singular(flow: Flow) -> bool {
    match flow {
        Flow::Total | Flow::Balance => true,
        Flow::Exports | Flow::Imports => false,
    }
}

pub fn flow(flow: Flow) -> &'static str {
    match flow {
        Flow::Exports => "exports",
        Flow::Imports => "imports",
        Flow::Total => "total trade",
        Flow::Balance => "the balance",
    }
}

fn short_flow(flow: Flow) -> &'static str {
    match flow {
        Flow::Exports => "exports",
        Flow::Imports => "imports",
        Flow::Total => "trade",
        Flow::Balance => "balance",
    }
}

/// The name that the dataset gives a product, else its code.
pub fn product(words: Words, subject: &Subject) -> String {
    let Some(code) = subject.product.as_deref() else { return "all products".to_owned() };
    let named = words.dataset.products.iter().find(|product| product.code == code);
    middle(named.map_or(code, |product| &product.name), LONGEST_NAME)
}

/// `by rail`, `by all modes`
pub fn mode(subject: &Subject) -> String {
    let mode = match subject.transport {
        Some(Transport::Road) => "road",
        Some(Transport::Rail) => "rail",
        Some(Transport::Sea) => "sea",
        Some(Transport::Air) => "air",
        Some(Transport::Pipeline) => "pipeline",
        None => "all modes",
    };
    format!("by {mode}")
}

/// The name of a place, or its short name if that is too long, with only the first words that fit; its code if no name
/// is known.
pub fn place(words: Words, code: &str) -> String {
    let name = words.place(code);
    let name = if width(name) > LONGEST_NAME { words.short_place(code) } else { name };
    shorten(name, LONGEST_NAME).map_or_else(|| middle(name, LONGEST_NAME), ToOwned::to_owned)
}

/// The id of a figure.
pub fn id(words: Words, figure: Figure) -> String {
    middle(&words.id(figure), LONGEST_ID)
}

/// A period; empty if there is none.
pub fn period(period: Option<Period>) -> String {
    period.map_or_else(String::new, |period| period.to_string())
}

/// The number of a rank.
pub fn rank(words: Words, rank: Figure) -> String {
    let value = words.observation(rank).and_then(|row| row.value);
    value.map_or_else(String::new, |value| plain(value.value(), value.decimals()))
}

/// An average rate to three digits, or the lowest and the highest of several years.
pub fn average_rate(known: Interval) -> String {
    let decimals = if known.high() < Decimal::TEN { 2 } else { 1 };
    let [least, greatest] = [known.low(), known.high()].map(|rate| plain(rate, decimals));
    if least == greatest { least } else { format!("{least} to {greatest}") }
}

/// A unit in a sentence.
pub fn unit(unit: Unit) -> String {
    match unit {
        Unit::Count => "number".to_owned(),
        Unit::Rank => "rank".to_owned(),
        Unit::Index => "index points".to_owned(),
        Unit::Money(_)
        | Unit::Percent
        | Unit::Factor
        | Unit::Points
        | Unit::Amount(_)
        | Unit::PerKilogram(_) => unit.to_string(),
    }
}
