//! Names of columns and dimensions that mean the same in many formats.

use super::AmountKind;
use crate::dataset::{Amount, Currency, Flow, Unit};

/// The roles of a column or a dimension.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum ColumnRole {
    Reporter,
    Partner,
    Flow,
    Product,
    Period,
    /// The month of a period whose year stands elsewhere.
    Month,
    /// Which of several amounts the row has: value or quantity.
    Measure,
    /// The unit of the amount.
    Unit,
    /// The power of ten of the amount.
    Multiplier,
    Value,
    Status,
    /// If the value may be shown.
    Confidentiality,
    /// How long periods are, which a period says itself.
    Frequency,
    /// True for a row that takes another back.
    Action,
}

/// Names in small letters, without anything between their words.
const NAMES: [(&str, ColumnRole); 70] = [
    ("reporter", ColumnRole::Reporter),
    ("reportercode", ColumnRole::Reporter),
    ("reporteriso", ColumnRole::Reporter),
    ("reporteriso3", ColumnRole::Reporter),
    ("reportercountry", ColumnRole::Reporter),
    ("reportingcountry", ColumnRole::Reporter),
    ("reportingeconomy", ColumnRole::Reporter),
    ("refarea", ColumnRole::Reporter),
    ("geoarea", ColumnRole::Reporter),
    ("declarant", ColumnRole::Reporter),
    ("geo", ColumnRole::Reporter),
    ("exporter", ColumnRole::Reporter),
    ("partner", ColumnRole::Partner),
    ("partnercode", ColumnRole::Partner),
    ("partneriso", ColumnRole::Partner),
    ("partneriso3", ColumnRole::Partner),
    ("partnercountry", ColumnRole::Partner),
    ("partnereconomy", ColumnRole::Partner),
    ("tradingpartner", ColumnRole::Partner),
    ("tradepartner", ColumnRole::Partner),
    ("counterpart", ColumnRole::Partner),
    ("counterpartarea", ColumnRole::Partner),
    ("importer", ColumnRole::Partner),
    ("flow", ColumnRole::Flow),
    ("flowcode", ColumnRole::Flow),
    ("tradeflow", ColumnRole::Flow),
    ("tradeflowcode", ColumnRole::Flow),
    ("stkflow", ColumnRole::Flow),
    ("direction", ColumnRole::Flow),
    ("tradedirection", ColumnRole::Flow),
    ("product", ColumnRole::Product),
    ("productcode", ColumnRole::Product),
    ("commodity", ColumnRole::Product),
    ("commoditycode", ColumnRole::Product),
    ("cmdcode", ColumnRole::Product),
    ("hs", ColumnRole::Product),
    ("hscode", ColumnRole::Product),
    ("hs2", ColumnRole::Product),
    ("hs4", ColumnRole::Product),
    ("hs6", ColumnRole::Product),
    ("cn8", ColumnRole::Product),
    ("sitc", ColumnRole::Product),
    ("sitccode", ColumnRole::Product),
    ("sitc06", ColumnRole::Product),
    ("bclassif", ColumnRole::Product),
    ("timeperiod", ColumnRole::Period),
    ("time", ColumnRole::Period),
    ("period", ColumnRole::Period),
    ("year", ColumnRole::Period),
    ("refyear", ColumnRole::Period),
    ("month", ColumnRole::Month),
    ("date", ColumnRole::Period),
    ("indicator", ColumnRole::Measure),
    ("indicators", ColumnRole::Measure),
    ("indicet", ColumnRole::Measure),
    ("measure", ColumnRole::Measure),
    ("unit", ColumnRole::Unit),
    ("unitmeasure", ColumnRole::Unit),
    ("currency", ColumnRole::Unit),
    ("unitmult", ColumnRole::Multiplier),
    ("obsvalue", ColumnRole::Value),
    ("obsstatus", ColumnRole::Status),
    ("obsflag", ColumnRole::Status),
    ("status", ColumnRole::Status),
    ("confstatus", ColumnRole::Confidentiality),
    ("confidentiality", ColumnRole::Confidentiality),
    ("freq", ColumnRole::Frequency),
    ("frequency", ColumnRole::Frequency),
    ("action", ColumnRole::Action),
    ("timeformat", ColumnRole::Frequency),
];

/// Codes that stand for all of a dimension.
pub(super) const WHOLES: [&str; 8] = ["_T", "T", "TOTAL", "W", "_Z", "ALL", "NSA", "N"];

/// The most dimensions without a role of which each has its own bit in [`super::ForeignRow::details`]; those beyond share
/// the last.
pub(super) const MOST_DETAILS: usize = 8;

/// The role of a column of this name; `None` for a name that is not known.
pub(super) fn role(name: &str) -> Option<ColumnRole> {
    let folded = folded(name);
    NAMES.iter().find(|(known, _)| *known == folded).map(|(_, role)| *role)
}

/// A name in small letters, without blanks and signs.
pub(super) fn folded(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// An amount in its unit, with the power of ten that the unit is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct MeasuredIn {
    pub kind: AmountKind,
    /// `None` where only the kind is known.
    pub unit: Option<Unit>,
    pub power: i8,
    /// The flow, if the words name one: `exports_usd`.
    pub flow: Option<Flow>,
}

/// Words for amounts, known or not.
const AMOUNT_WORDS: [&str; 11] = [
    "value",
    "val",
    "values",
    "amount",
    "quantity",
    "qty",
    "weight",
    "netweight",
    "netwgt",
    "mass",
    "volume",
];

/// True for the name of a column that may hold amounts, even if it does not say which.
pub(super) fn names_amount(name: &str) -> bool {
    let name = name.to_lowercase();
    name.split(|c: char| !c.is_alphanumeric()).any(|word| AMOUNT_WORDS.contains(&word))
}

/// The amount that the words of a measure, a unit or a column of amounts name: `VALUE_IN_EUROS`, `QUANTITY_IN_100KG`, `THS_EUR`,
/// `Trade Value (US$ mn)`. `None` if one of them is not known.
pub(super) fn measured(words: &str) -> Option<MeasuredIn> {
    let mut measured = MeasuredIn { kind: AmountKind::Value, unit: None, power: 0, flow: None };
    let (mut is_amount, mut is_quantity) = (false, false);
    let text = words.to_lowercase().replace("us$", " usd ").replace('$', " usd ").replace('€', " eur ");
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    for word in words {
        match word {
            "in" | "of" | "the" | "trade" | "obs" | "total" | "current" | "prices" | "net" | "us" => {}
            "value" | "val" | "values" | "amount" | "trd" => is_amount = true,
            "quantity" | "qty" | "weight" | "netweight" | "netwgt" => is_quantity = true,
            "export" | "exports" => measured.flow = Some(Flow::Exports),
            "import" | "imports" => measured.flow = Some(Flow::Imports),
            "balance" => measured.flow = Some(Flow::Balance),
            "ths" | "thousand" | "thousands" | "k" | "000" => measured.power = 3,
            "mio" | "mn" | "mln" | "million" | "millions" => measured.power = 6,
            "bn" | "bln" | "billion" | "billions" => measured.power = 9,
            "euro" | "euros" => measured.unit = Currency::from_code("EUR").map(Unit::Money),
            "dollar" | "dollars" => measured.unit = Currency::from_code("USD").map(Unit::Money),
            "kg" | "kgm" | "kilogram" | "kilograms" => measured.unit = Some(Unit::Amount(Amount::Kilogram)),
            "100kg" | "dtn" => {
                (measured.unit, measured.power) = (Some(Unit::Amount(Amount::Kilogram)), 2);
            }
            "t" | "tne" | "ton" | "tons" | "tonne" | "tonnes" => {
                measured.unit = Some(Unit::Amount(Amount::Tonne));
            }
            code => measured.unit = Some(Unit::Money(Currency::from_code(&code.to_uppercase())?)),
        }
    }
    if is_quantity || matches!(measured.unit, Some(Unit::Amount(_))) {
        measured.kind = AmountKind::Weight;
        // Pieces and litres are no weight.
        measured.unit?;
    }
    let says_something = is_amount || is_quantity || measured.unit.is_some() || measured.flow.is_some();
    says_something.then_some(measured)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_known_however_they_are_written() {
        for (name, expected) in [
            ("TIME_PERIOD", Some(ColumnRole::Period)),
            ("Reporter ISO", Some(ColumnRole::Reporter)),
            ("partner_country", Some(ColumnRole::Partner)),
            ("Trade Flow", Some(ColumnRole::Flow)),
            ("trade_direction", Some(ColumnRole::Flow)),
            ("HS Code", Some(ColumnRole::Product)),
            ("remarks", None),
        ] {
            assert_eq!(role(name), expected, "{name}");
        }
    }

    #[test]
    fn amounts_are_known_by_their_words() {
        let said = |words: &str| {
            measured(words).map(|known| {
                let unit = known.unit.map_or("", Unit::code);
                format!("{:?} {unit} {} {:?}", known.kind, known.power, known.flow)
            })
        };
        for (words, expected) in [
            ("VALUE_IN_EUROS", Some("Value EUR 0 None")),
            ("QUANTITY_IN_100KG", Some("Weight KG 2 None")),
            ("THS_EUR", Some("Value EUR 3 None")),
            ("Trade Value (US$ mn)", Some("Value USD 6 None")),
            ("exports_usd", Some("Value USD 0 Some(Exports)")),
            ("value", Some("Value  0 None")),
            ("Net weight (kg)", Some("Weight KG 0 None")),
            ("quantity", None),
            ("value_per_head", None),
            ("remarks", None),
        ] {
            assert_eq!(said(words).as_deref(), expected, "{words}");
        }
    }
}
