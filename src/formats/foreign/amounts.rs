//! Which of several amounts of a table is read, and what stands next to it: for formats that name measures and units.

use std::io;

use super::AmountKind;
use super::indicators;
use super::meaning::{self, FlowMeaning};
use super::measured::{MeasuredIn, indicated, is_ratio, measured};
use super::number::NumberCell;
use super::powers_of_ten::{Powers, of_unknown};
use crate::dataset::{Flow, Unit};
use crate::formats::Refusal;

/// The measure and unit to read of those in a sample, each with its names: money where there is any, else the first.
pub(super) fn main(keys: &[[String; 2]], names: &[[String; 2]]) -> ([String; 2], MeasuredIn) {
    let words = keys.first().into_iter().chain(names.first()).map(|words| words.join(" "));
    let power = of_unknown(&words.collect::<Vec<_>>().join(", "));
    let unknown = MeasuredIn { kind: AmountKind::Value, unit: None, power, flow: None };
    let by_name = |name: &[String; 2]| {
        let words = name.join(" ");
        if is_ratio(&words) { None } else { amount(name).or_else(|| indicated(&words)) }
    };
    let mut known =
        keys.iter().zip(names).filter_map(|(key, name)| Some((key, amount(key).or_else(|| by_name(name))?)));
    let money = known.clone().find(|(_, amount)| matches!(amount.unit, Some(Unit::Money(_))));
    let found = money.or_else(|| known.next()).map(|(key, amount)| (key.clone(), amount));
    found.unwrap_or_else(|| (keys.first().cloned().unwrap_or_default(), unknown))
}

/// The amount that a measure and a unit name together.
pub(super) fn amount([measure, unit]: &[String; 2]) -> Option<MeasuredIn> {
    match (indicators::known(measure).or_else(|| measured(measure)), measured(unit)) {
        (Some(one), Some(other)) if one.unit.is_none() => {
            Some(MeasuredIn { flow: one.flow.or(other.flow), kind: one.kind, ..other })
        }
        (one, other) => one.or(other),
    }
}

/// A number times a power of ten; `None` for a wrong one.
pub(super) fn scaled(cell: NumberCell, power: i8) -> Option<NumberCell> {
    match cell {
        NumberCell::Missing => Some(NumberCell::Missing),
        NumberCell::Number(mut number) => {
            number.exponent = number.exponent.checked_add(power)?;
            Some(NumberCell::Number(number))
        }
        NumberCell::Wrong => None,
    }
}

/// The power of ten of a multiplier, as a number or a word; 0 where there is none.
///
/// `None` for another word, and for 1, 10 and 100: of these, one table means the power and another the factor.
pub(super) fn multiplier(cell: &[u8]) -> Option<i8> {
    let text = str::from_utf8(cell).ok()?.trim().to_lowercase();
    match text.as_str() {
        "" | "unit" | "units" => Some(0),
        number if let Ok(power) = number.parse::<i32>() => match power {
            1_000 => Some(3),
            1_000_000 => Some(6),
            1_000_000_000 => Some(9),
            -9..=0 | 2..=9 | 12 => i8::try_from(power).ok(),
            _ => None,
        },
        word => {
            let mut powers = Powers::default();
            let all = word.split_whitespace().map(|word| powers.take(word)).collect::<Option<Vec<_>>>()?;
            all.into_iter().all(|is_power| is_power).then_some(powers.power)
        }
    }
}

/// The power of ten of a row whose amount has one already by its unit: said twice, it counts once. `None` if they differ.
pub(super) fn above(unit: i8, multiplier: i8) -> Option<i8> {
    match (unit, multiplier) {
        (0, power) => Some(power),
        (unit, power) => (power == 0 || power == unit).then_some(0),
    }
}

/// The error for a table that is about something else.
pub(super) fn not_of_trade() -> io::Error {
    Refusal::NotOfTrade.into()
}

/// Flows of SDMX files: letters, words, or the numbers of Eurostat, which UN Comtrade had before 2023.
pub(super) fn numbered_flow(code: &str, name: &str) -> Option<FlowMeaning> {
    let (flow, is_part) = match code.trim() {
        "1" | "I" => (Flow::Imports, false),
        "2" | "E" => (Flow::Exports, false),
        "3" => (Flow::Exports, true),
        "4" => (Flow::Imports, true),
        _ => return meaning::flow(code, name),
    };
    Some(FlowMeaning { flow, is_part })
}

/// The unit of an amount for [`super::FileFacts::units`].
pub(super) fn units(amount: MeasuredIn) -> [Option<(Unit, i8)>; AmountKind::ALL.len()] {
    let mut units = [None; AmountKind::ALL.len()];
    units[amount.kind as usize] = Some((amount.unit.unwrap_or(Unit::Count), amount.power));
    units
}
