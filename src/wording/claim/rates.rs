//! Rates next to those of their year, and values next to their balance: sentences.

use rust_decimal::Decimal;

use super::name;
use crate::analysis::{Figure, Interval};
use crate::dataset::{Flow, Period, Unit};
use crate::wording::Words;
use crate::wording::number::{plain, printed, range};

/// `0.999 to 1.001 CNY per USD is far from the rate of 2023, 7.08`
pub fn of_the_year(
    (many, few): (Unit, Unit),
    period: Period,
    (rate, known): (Interval, Interval),
    holds: bool,
) -> String {
    if holds {
        format!("{many} per {few} is near the average rate, {period}")
    } else {
        let (rate, known) = (range(rate, 3), average(known));
        format!("{rate} {many} per {few} is far from the rate of {period}, {known}")
    }
}

/// An average rate to three digits, or the least and the greatest of several years.
pub fn average(known: Interval) -> String {
    let decimals = if known.high() < Decimal::TEN { 2 } else { 1 };
    let [least, greatest] = [known.low(), known.high()].map(|rate| plain(rate, decimals));
    if least == greatest { least } else { format!("{least} to {greatest}") }
}

/// `exports of 3213 USD are next to nothing of a balance of −1.2 bn USD`
pub fn value_and_balance(
    words: Words,
    flow: Flow,
    (value, balance): (Figure, Figure),
    holds: bool,
) -> String {
    let name = name::flow(flow);
    let [value, balance] = [value, balance].map(|figure| printed(words, figure));
    match (holds, name::is_singular(flow)) {
        (true, true) => format!("{name} is no tiny part of a balance of {balance}"),
        (true, false) => format!("{name} are no tiny part of a balance of {balance}"),
        (false, true) => format!("{name} of {value} is next to nothing of a balance of {balance}"),
        (false, false) => format!("{name} of {value} are next to nothing of a balance of {balance}"),
    }
}
