//! Names of columns and dimensions that mean the same in many formats.

use super::AmountKind;
use crate::dataset::{Amount, Currency, Flow, Unit};

/// The roles of a column or a dimension.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Role {
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
const NAMES: [(&str, Role); 69] = [
    ("reporter", Role::Reporter),
    ("reportercode", Role::Reporter),
    ("reporteriso", Role::Reporter),
    ("reporteriso3", Role::Reporter),
    ("reportercountry", Role::Reporter),
    ("reportingcountry", Role::Reporter),
    ("reportingeconomy", Role::Reporter),
    ("refarea", Role::Reporter),
    ("geoarea", Role::Reporter),
    ("declarant", Role::Reporter),
    ("geo", Role::Reporter),
    ("exporter", Role::Reporter),
    ("partner", Role::Partner),
    ("partnercode", Role::Partner),
    ("partneriso", Role::Partner),
    ("partneriso3", Role::Partner),
    ("partnercountry", Role::Partner),
    ("partnereconomy", Role::Partner),
    ("tradingpartner", Role::Partner),
    ("tradepartner", Role::Partner),
    ("counterpart", Role::Partner),
    ("counterpartarea", Role::Partner),
    ("importer", Role::Partner),
    ("flow", Role::Flow),
    ("flowcode", Role::Flow),
    ("tradeflow", Role::Flow),
    ("tradeflowcode", Role::Flow),
    ("stkflow", Role::Flow),
    ("direction", Role::Flow),
    ("product", Role::Product),
    ("productcode", Role::Product),
    ("commodity", Role::Product),
    ("commoditycode", Role::Product),
    ("cmdcode", Role::Product),
    ("hs", Role::Product),
    ("hscode", Role::Product),
    ("hs2", Role::Product),
    ("hs4", Role::Product),
    ("hs6", Role::Product),
    ("cn8", Role::Product),
    ("sitc", Role::Product),
    ("sitccode", Role::Product),
    ("sitc06", Role::Product),
    ("bclassif", Role::Product),
    ("timeperiod", Role::Period),
    ("time", Role::Period),
    ("period", Role::Period),
    ("year", Role::Period),
    ("refyear", Role::Period),
    ("month", Role::Month),
    ("date", Role::Period),
    ("indicator", Role::Measure),
    ("indicators", Role::Measure),
    ("indicet", Role::Measure),
    ("measure", Role::Measure),
    ("unit", Role::Unit),
    ("unitmeasure", Role::Unit),
    ("currency", Role::Unit),
    ("unitmult", Role::Multiplier),
    ("obsvalue", Role::Value),
    ("obsstatus", Role::Status),
    ("obsflag", Role::Status),
    ("status", Role::Status),
    ("confstatus", Role::Confidentiality),
    ("confidentiality", Role::Confidentiality),
    ("freq", Role::Frequency),
    ("frequency", Role::Frequency),
    ("action", Role::Action),
    ("timeformat", Role::Frequency),
];

/// The role of a column of this name; `None` for a name that is not known.
pub(super) fn role(name: &str) -> Option<Role> {
    let folded = folded(name);
    NAMES.iter().find(|(known, _)| *known == folded).map(|(_, role)| *role)
}

/// A name in small letters, without blanks and signs.
pub(super) fn folded(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// An amount in its unit, with the power of ten that the unit is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Measured {
    pub kind: AmountKind,
    /// `None` where only the kind is known.
    pub unit: Option<Unit>,
    pub power: i8,
    /// The flow, if the words name one: `exports_usd`.
    pub flow: Option<Flow>,
}

/// The amount that the words of a measure, a unit or a column of amounts name: `VALUE_IN_EUROS`, `QUANTITY_IN_100KG`, `THS_EUR`,
/// `Trade Value (US$ mn)`. `None` if one of them is not known.
pub(super) fn measured(words: &str) -> Option<Measured> {
    let mut measured = Measured { kind: AmountKind::Value, unit: None, power: 0, flow: None };
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
            ("TIME_PERIOD", Some(Role::Period)),
            ("Reporter ISO", Some(Role::Reporter)),
            ("partner_country", Some(Role::Partner)),
            ("Trade Flow", Some(Role::Flow)),
            ("HS Code", Some(Role::Product)),
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
