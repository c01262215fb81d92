//! Parts and wholes: sentences.

use super::name;
use crate::analysis::{BalanceOf, Dimension, Figure, Parts, Term};
use crate::dataset::Subject;
use crate::wording::Words;
use crate::wording::number::printed;

/// `exports are no larger than total trade, 2023`
pub fn no_larger(words: Words, dimension: Dimension, part: &Term, whole: &Term) -> String {
    let [small, large] = [part, whole].map(|term| name::trade(words, &term.subject, dimension));
    let [when, longer] = [part, whole].map(|term| name::period(term.subject.period));
    match (dimension, name::is_singular(part.subject.flow)) {
        (Dimension::Period, true) => format!("{small} is no larger than {large} {longer}, {when}"),
        (Dimension::Period, false) => format!("{small} are no larger than {large} {longer}, {when}"),
        (_, true) => format!("{small} is no larger than {large}, {when}"),
        (_, false) => format!("{small} are no larger than {large}, {when}"),
    }
}

/// `exports of 2022 exceed total trade`, with the growth that says so where it is implied.
pub fn exceeds(words: Words, dimension: Dimension, part: &Term, whole: &Term) -> String {
    let [small, large] = [part, whole].map(|term| name::trade(words, &term.subject, dimension));
    let when = name::period(part.subject.period);
    let large_name = large.clone();
    let large = match dimension {
        Dimension::Period => format!("{large} of {}", name::period(whole.subject.period)),
        Dimension::Flow | Dimension::Partner | Dimension::Product | Dimension::Transport => large,
    };
    let would = {
        let longer = name::period(whole.subject.period);
        let [part, whole] = [(&when, &small), (&longer, &large_name)]
            .map(|(when, name)| if when.is_empty() { (*name).clone() } else { format!("{when} {name}") });
        format!("{part} would exceed {whole}")
    };
    match cannot_hold(words, dimension, part, whole) {
        Some(short) => format!("{short}: {would}"),
        None if name::is_singular(part.subject.flow) => format!("{small} of {when} exceeds {large}"),
        None => format!("{small} of {when} exceed {large}"),
    }
}

/// `exports +23.2 % and total +50 % cannot both hold`; none where no growth implies what is compared.
pub fn cannot_hold(words: Words, dimension: Dimension, part: &Term, whole: &Term) -> Option<String> {
    let small = name::trade(words, &part.subject, dimension);
    let large = name::trade(words, &whole.subject, dimension);
    let large = match dimension {
        Dimension::Flow => "total".to_owned(),
        Dimension::Period => format!("{large} of {}", name::period(whole.subject.period)),
        Dimension::Partner | Dimension::Product | Dimension::Transport => large,
    };
    let grown = |change: Figure| printed(words, change);
    match (part.change.map(grown), whole.change.map(grown)) {
        (None, None) => None,
        (Some(part), None) => Some(format!("{small} {part} cannot hold")),
        (None, Some(whole)) => Some(format!("{large} {whole} cannot hold")),
        (Some(part), Some(whole)) => Some(format!("{small} {part} and {large} {whole} cannot both hold")),
    }
}

/// `the 5 members of Central Asia add up to exports to Central Asia, 2023`
pub fn adds_up(words: Words, (parts, count): (Parts, usize), whole: &Subject, holds: bool) -> String {
    let group = name::place(words, &whole.partner);
    let (product, when) = (name::product(words, whole), name::period(whole.period));
    let whole = format!("{}, {when}", name::trade(words, whole, parts.dimension()));
    match (parts, count, holds) {
        (Parts::Flows, _, true) => format!("exports and imports add up to {whole}"),
        (Parts::Flows, _, false) => format!("exports and imports do not add up to {whole}"),
        (Parts::Periods, _, true) => format!("the {count} parts of {when} add up to {whole}"),
        (Parts::Periods, _, false) => format!("the {count} parts of {when} do not add up to {whole}"),
        (Parts::Members { left_out: 0 }, 1, true) => format!("the only member of {group} makes up {whole}"),
        (Parts::Members { left_out: 0 }, 1, false) => {
            format!("the only member of {group} does not make up {whole}")
        }
        (Parts::Members { left_out: 0 }, _, true) => {
            format!("the {count} members of {group} add up to {whole}")
        }
        (Parts::Members { left_out: 0 }, _, false) => {
            format!("the {count} members of {group} do not add up to {whole}")
        }
        (Parts::Members { .. }, 1, true) => {
            format!("the member of {group} that lies in no other makes up {whole}")
        }
        (Parts::Members { .. }, 1, false) => {
            format!("the member of {group} that lies in no other does not make up {whole}")
        }
        (Parts::Members { .. }, _, true) => {
            format!("the {count} members of {group} that lie in no other add up to {whole}")
        }
        (Parts::Members { .. }, _, false) => {
            format!("the {count} members of {group} that lie in no other do not add up to {whole}")
        }
        (Parts::Products, 1, true) => format!("the only member of {product} makes up {whole}"),
        (Parts::Products, 1, false) => format!("the only member of {product} does not make up {whole}"),
        (Parts::Products, _, true) => format!("the {count} members of {product} add up to {whole}"),
        (Parts::Products, _, false) => format!("the {count} members of {product} do not add up to {whole}"),
        (Parts::Some(_), _, true) => format!("{count} parts add up to no more than {whole}"),
        (Parts::Some(_), _, false) => format!("{count} parts add up to more than {whole}"),
    }
}

/// `the balance is exports − imports, 2023`
pub fn balance(of: BalanceOf, balance: &Subject, holds: bool) -> String {
    let (formula, when) = (balance_formula(of), name::period(balance.period));
    if holds {
        format!("the balance is {formula}, {when}")
    } else {
        format!("the balance is not {formula}, {when}")
    }
}

/// `exports − imports`
pub fn balance_formula(of: BalanceOf) -> &'static str {
    match of {
        BalanceOf::ExportsAndImports => "exports − imports",
        BalanceOf::ExportsAndTotal => "2 × exports − total",
        BalanceOf::TotalAndImports => "total − 2 × imports",
    }
}
