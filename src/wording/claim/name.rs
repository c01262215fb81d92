//! What trades, places, units and ids are called in a proof.

use crate::analysis::{Dimension, Figure};
use crate::dataset::{Flow, Period, Subject, Transport, Unit};
use crate::text::truncate::middle;
use crate::wording::Words;

/// How many columns of a name fit a line of a proof.
const LONGEST_NAME: usize = 24;

/// How many columns of an id, which is long where it has to tell rows apart.
const LONGEST_ID: usize = 60;

/// A trade next to another that it differs from in one dimension, without its period.
pub fn trade(words: Words, subject: &Subject, dimension: Dimension) -> String {
    let partner = || place(words, &subject.partner);
    match (dimension, subject.flow) {
        (Dimension::Flow | Dimension::Period, flow) => self::flow(flow).to_owned(),
        (Dimension::Partner, Flow::Exports) => format!("exports to {}", partner()),
        (Dimension::Partner, Flow::Imports) => format!("imports from {}", partner()),
        (Dimension::Partner, Flow::Total) => format!("trade with {}", partner()),
        (Dimension::Partner, Flow::Balance) => format!("balance with {}", partner()),
        (Dimension::Product, flow) => format!("{} of {}", short_flow(flow), product(subject)),
        (Dimension::Transport, flow) => {
            format!("{} by {}", short_flow(flow), subject.transport.map_or("all modes", mode))
        }
    }
}

/// True if a sentence speaks of the flow as of one thing: trade is, exports are.
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

pub fn product(subject: &Subject) -> String {
    subject.product.as_deref().map_or_else(|| "all products".to_owned(), |name| middle(name, LONGEST_NAME))
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

/// A place by its name, else by its code.
pub fn place(words: Words, code: &str) -> String {
    middle(words.place(code), LONGEST_NAME)
}

/// The id of a figure.
pub fn id(words: Words, figure: Figure) -> String {
    middle(&words.id(figure), LONGEST_ID)
}

/// A period; nothing for what is undated.
pub fn period(period: Option<Period>) -> String {
    period.map_or_else(String::new, |period| period.to_string())
}

/// A unit in a sentence.
pub fn unit(unit: Unit) -> String {
    match unit {
        Unit::Count => "number".to_owned(),
        Unit::Rank => "rank".to_owned(),
        Unit::Index => "index points".to_owned(),
        Unit::Money(_) | Unit::Percent | Unit::Factor | Unit::Points | Unit::Amount(_) => unit.to_string(),
    }
}
