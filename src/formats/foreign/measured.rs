//! Amounts by the words that name them: columns, measures and units.

use super::AmountKind;
use super::powers_of_ten::{Powers, in_words, power};
use crate::dataset::{Amount, Currency, Flow, Unit};

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
    "value", "val", "values", "amount", "quantity", "qty", "weight", "netweight", "netwgt", "mass", "volume",
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
    let (mut is_amount, mut is_quantity, mut powers) = (false, false, Powers::default());
    let mut is_net = false;
    if words.contains(['%', '‰']) {
        return None;
    }
    for word in words_of(words).split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        if powers.take(word)? {
            continue;
        }
        let was_net = std::mem::replace(&mut is_net, word == "net");
        match word {
            "in" | "of" | "the" | "trade" | "obs" | "total" | "current" | "prices" | "net" | "us" => {}
            // Net exports are a balance. Of two flows it is their sum, or what one has over the other.
            "export" | "exports" | "import" | "imports" if was_net || measured.flow.is_some() => return None,
            // Of which country the dollars are is not said.
            "value" | "val" | "values" | "tradevalue" | "amount" | "trd" | "dollar" | "dollars" => {
                is_amount = true;
            }
            "quantity" | "qty" | "weight" | "netweight" | "netwgt" => is_quantity = true,
            "export" | "exports" => measured.flow = Some(Flow::Exports),
            "import" | "imports" => measured.flow = Some(Flow::Imports),
            "balance" => measured.flow = Some(Flow::Balance),
            "euro" | "euros" => measured.unit = Currency::from_code("EUR").map(Unit::Money),
            "kg" | "kgm" | "kilogram" | "kilograms" => measured.unit = Some(Unit::Amount(Amount::Kilogram)),
            "100kg" | "dtn" => {
                measured.unit = Some(Unit::Amount(Amount::Kilogram));
                powers.take("hundred")?;
            }
            "t" | "tne" | "ton" | "tons" | "tonne" | "tonnes" => {
                measured.unit = Some(Unit::Amount(Amount::Tonne));
            }
            code => measured.unit = Some(Unit::Money(Currency::from_code(&code.to_uppercase())?)),
        }
    }
    measured.power = powers.power;
    if is_quantity || matches!(measured.unit, Some(Unit::Amount(_))) {
        measured.kind = AmountKind::Weight;
        // Pieces and litres are no weight.
        measured.unit?;
    }
    let says_something = is_amount || is_quantity || measured.unit.is_some() || measured.flow.is_some();
    says_something.then_some(measured)
}

/// The words in small letters, with codes for the signs of currencies and words for powers of ten. A dollar of no country
/// stays one.
fn words_of(text: &str) -> String {
    let mut words = in_words(text.to_lowercase());
    for (sign, word) in [
        ("us$", " usd "),
        ("us dollars", " usd "),
        ("us dollar", " usd "),
        ("u.s. dollars", " usd "),
        ("$", " dollars "),
        ("€", " eur "),
    ] {
        words = words.replace(sign, word);
    }
    words
}

/// Words of indicators that are no amounts of trade, but parts, changes or prices of them.
const RATIO_WORDS: [&str; 12] = [
    "share", "shares", "percent", "percentage", "index", "indices", "growth", "per", "rate", "ratio",
    "average", "change",
];

/// True for the words of an indicator that is a ratio.
pub(super) fn is_ratio(words: &str) -> bool {
    let text = words.to_lowercase();
    text.contains('%') || text.split(|c: char| !c.is_alphanumeric()).any(|word| RATIO_WORDS.contains(&word))
}

/// The amount that the words of an indicator name among others: `Exports of goods and services (current US$)`. `None` unless
/// they name a currency and are no ratio.
pub(super) fn indicated(words: &str) -> Option<MeasuredIn> {
    if is_ratio(words) {
        return None;
    }
    let mut found = MeasuredIn { kind: AmountKind::Value, unit: None, power: 0, flow: None };
    let mut powers = Powers::default();
    for word in words_of(words).split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        if powers.take(word)? {
            continue;
        }
        let Some(one) = measured(word) else { continue };
        // A word such as `all` or `top` is a currency only where it is written as a code.
        let is_code = one.unit.is_none() || !matches!(one.unit, Some(Unit::Money(_))) || {
            let upper = word.to_uppercase();
            words.contains(&upper) || ["usd", "eur", "euro", "euros"].contains(&word)
        };
        if !is_code {
            continue;
        }
        match (found.unit, one.unit) {
            (None, unit) => found.unit = unit,
            (Some(first), Some(second)) if first != second => return None,
            (Some(_), _) => {}
        }
        found.flow = found.flow.or(one.flow);
    }
    found.power = powers.power;
    matches!(found.unit, Some(Unit::Money(_))).then_some(found)
}

/// Words next to the flow and the currency that leave a value what it is.
const VALUATION_WORDS: [&str; 13] = [
    "goods", "merchandise", "value", "of", "free", "on", "board", "fob", "cost", "insurance", "freight",
    "cif", "the",
];

/// Words next to the unit of an amount that leave the amount what it is.
const UNIT_WORDS: [&str; 11] = [
    "at", "and", "by", "currency", "converted", "exchange", "inflation", "national", "nominal", "price",
    "market",
];

/// True for the words of a unit of which none can be a power of ten that is not known: one is there, or each is known.
pub(super) fn is_plain_unit(words: &str) -> bool {
    let plain = words_of(words);
    let words = || plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let is_known = |word: &str| VALUATION_WORDS.contains(&word) || UNIT_WORDS.contains(&word);
    words().any(|word| power(word).is_some())
        || words().all(|word| is_known(word) || measured(word).is_some())
}

/// The value of a flow that a column is described as: `Goods, Value of Exports, Free on board (FOB), US Dollars`.
pub(super) fn described(name: &str) -> Option<MeasuredIn> {
    // Some repeat the code of the indicator.
    let words = name.split_once(" (T").map_or(name, |(words, _)| words);
    let plain = words_of(words);
    let mut words_of_it = plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let are_known = words_of_it.all(|word| VALUATION_WORDS.contains(&word) || measured(word).is_some());
    indicated(words).filter(|found| are_known && found.flow.is_some())
}

/// The flow that one of the words names.
pub(super) fn named_flow(words: &str) -> Option<Flow> {
    let words = words.to_lowercase();
    words.split(|c: char| !c.is_alphanumeric()).find_map(|word| measured(word)?.flow)
}

#[cfg(test)]
mod tests {
    use super::*;

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
            ("Exports (thousand million USD)", Some("Value USD 9 Some(Exports)")),
            ("TradeValue in 1000 USD", Some("Value USD 3 None")),
            ("Value (1,000 US$)", Some("Value USD 3 None")),
            ("Imports (10^6 EUR)", Some("Value EUR 6 Some(Imports)")),
            ("Imports (Mrd. EUR)", Some("Value EUR 9 Some(Imports)")),
            // Of these either could be meant, and one is wrong by a thousand.
            ("Exports, thousands (USD million)", None),
            ("Exports (thousands, 000 USD)", None),
            ("Exports (MUSD)", None),
            ("net_exports_usd", None),
            ("Exports and imports (USD)", None),
            ("Exports + imports (USD)", None),
            ("exports (%)", None),
            ("quantity", None),
            ("value_per_head", None),
            ("remarks", None),
        ] {
            assert_eq!(said(words).as_deref(), expected, "{words}");
        }
    }
}
