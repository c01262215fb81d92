//! Growth next to other figures: sentences.

use super::name;
use crate::analysis::{Claim, Dimension, Figure};
use crate::dataset::{Period, Subject};
use crate::wording::Words;
use crate::wording::number::printed;

/// `the growth of trade with the two is between those of its parts, 2023`
pub fn between(words: Words, whole: &Subject, dimension: Dimension, parts: usize) -> String {
    let (name, when) = (name::trade(words, whole, dimension), name::period(whole.period));
    match parts {
        1 => format!("the growth of {name} is that of its only part, {when}"),
        _ => format!("the growth of {name} is between those of its parts, {when}"),
    }
}

/// `trade with the two +32 % is more than any of its parts grew`
pub fn outside(words: Words, claim: &Claim) -> String {
    let Claim::GrowthBetweenParts { dimension, whole, growth, parts, is_above } = claim else {
        return String::new();
    };
    let (name, growth) = (name::trade(words, whole, *dimension), printed(words, *growth));
    match (parts, is_above) {
        (1, true) => format!("{name} {growth} is more than its only part grew"),
        (1, false) => format!("{name} {growth} is less than its only part grew"),
        (_, true) => format!("{name} {growth} is more than any of its parts grew"),
        (_, false) => format!("{name} {growth} is less than any of its parts grew"),
    }
}

/// `total trade −52 % is not the growth from 2022 to 2023`
pub fn between_periods(
    words: Words,
    subject: &Subject,
    base: Period,
    (growth, holds): (Figure, bool),
) -> String {
    let (name, when) = (name::trade(words, subject, Dimension::Flow), name::period(subject.period));
    if holds {
        format!("{name}: growth to {when} agrees with both values")
    } else {
        format!("{name} {} is not the growth from {base} to {when}", printed(words, growth))
    }
}

/// `the share of trade with Kazakhstan did not move from 2022 as its growth says`
pub fn with_share(
    words: Words,
    (part, dimension): (&Subject, Dimension),
    base: Period,
    holds: bool,
) -> String {
    let (name, when) = (name::trade(words, part, dimension), name::period(part.period));
    if holds {
        format!("the share of {name} moved as its growth says, {when}")
    } else {
        format!("the share of {name} did not move from {base} as its growth says")
    }
}

/// `exports: 2 growths in a row do not lead from 2021 to 2023`
pub fn in_a_row(
    words: Words,
    subject: &Subject,
    base: Option<Period>,
    (growths, holds): (usize, bool),
) -> String {
    let name = name::trade(words, subject, Dimension::Flow);
    let (then, now) = (name::period(base), name::period(subject.period));
    if holds {
        format!("{name}: {growths} growths in a row lead from {then} to {now}")
    } else {
        format!("{name}: {growths} growths in a row do not lead from {then} to {now}")
    }
}
