//! Codes of indicators that are known as a whole: nothing in them says their unit, or only those who know the list see it.

use super::AmountKind;
use super::measured::MeasuredIn;
use crate::dataset::{Currency, Flow, Unit};

/// By their codes: the currency, its power of ten and the flow.
const INDICATORS: [(&str, &str, i8, Option<Flow>); 7] = [
    // Eurostat, long-term and short-term indicators of trade.
    ("MIO_EXP_VAL", "EUR", 6, Some(Flow::Exports)),
    ("MIO_IMP_VAL", "EUR", 6, Some(Flow::Imports)),
    ("MIO_BAL_VAL", "EUR", 6, Some(Flow::Balance)),
    ("TRD_VAL", "EUR", 6, None),
    ("TRD_VAL_SCA", "EUR", 6, None),
    // WITS of the World Bank.
    ("XPRT-TRD-VL", "USD", 3, Some(Flow::Exports)),
    ("MPRT-TRD-VL", "USD", 3, Some(Flow::Imports)),
];

/// The amount that a code stands for.
pub(super) fn known(code: &str) -> Option<MeasuredIn> {
    let (_, currency, power, flow) = INDICATORS.iter().find(|(known, ..)| *known == code)?;
    let unit = Currency::from_code(currency).map(Unit::Money);
    Some(MeasuredIn { kind: AmountKind::Value, unit, power: *power, flow: *flow })
}

/// The flow of a measure that is the one of another in all but its flow: `MIO_IMP_VAL` next to `MIO_EXP_VAL`.
pub(super) fn other_flow(measure: &str, main: &str) -> Option<Flow> {
    let (one, other) = (known(measure)?, known(main)?);
    let is_same = (one.unit, one.power) == (other.unit, other.power) && other.flow.is_some();
    one.flow.filter(|_| is_same)
}
