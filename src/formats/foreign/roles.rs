//! Names of columns and dimensions that mean the same in many formats.

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
    /// The quarter of a period whose year stands elsewhere.
    Quarter,
    /// Which of several amounts the row has: value or quantity.
    Measure,
    /// Which of several versions of the same amount the row has, such as one that is seasonally adjusted.
    Variant,
    /// The point on its way at which the amount values the trade: FOB or CIF.
    Valuation,
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

impl ColumnRole {
    /// The words for a column of this role.
    pub fn words(self) -> &'static str {
        match self {
            Self::Reporter => "the reporter",
            Self::Partner => "the partner",
            Self::Flow => "the flow",
            Self::Product => "the product",
            Self::Period => "the period",
            Self::Month => "the month",
            Self::Quarter => "the quarter",
            Self::Measure => "the measure",
            Self::Variant => "the version of the amount",
            Self::Valuation => "the valuation",
            Self::Unit => "the unit",
            Self::Multiplier => "the power of ten",
            Self::Value => "the amount",
            Self::Status => "the status",
            Self::Confidentiality => "the confidentiality",
            Self::Frequency => "the frequency",
            Self::Action => "the action",
        }
    }
}

/// Names in small letters, without anything between their words.
const NAMES: [(&str, ColumnRole); 91] = [
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
    ("quarter", ColumnRole::Quarter),
    ("qtr", ColumnRole::Quarter),
    ("quartal", ColumnRole::Quarter),
    ("trimestre", ColumnRole::Quarter),
    ("date", ColumnRole::Period),
    ("indicator", ColumnRole::Measure),
    ("indicators", ColumnRole::Measure),
    ("indicet", ColumnRole::Measure),
    ("measure", ColumnRole::Measure),
    ("adjustment", ColumnRole::Variant),
    ("seasonaladjustment", ColumnRole::Variant),
    ("seasonaladjust", ColumnRole::Variant),
    ("sadj", ColumnRole::Variant),
    ("pricebase", ColumnRole::Variant),
    ("transformation", ColumnRole::Variant),
    ("valuation", ColumnRole::Valuation),
    ("valuationtype", ColumnRole::Valuation),
    ("valuationmethod", ColumnRole::Valuation),
    ("valuationbasis", ColumnRole::Valuation),
    ("unit", ColumnRole::Unit),
    ("unitmeasure", ColumnRole::Unit),
    ("currency", ColumnRole::Unit),
    ("unitmult", ColumnRole::Multiplier),
    ("unitmultiplier", ColumnRole::Multiplier),
    ("multiplier", ColumnRole::Multiplier),
    ("scale", ColumnRole::Multiplier),
    ("scalefactor", ColumnRole::Multiplier),
    ("powercode", ColumnRole::Multiplier),
    ("powercodecode", ColumnRole::Multiplier),
    ("magnitude", ColumnRole::Multiplier),
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

/// Names that have these meanings in tables with a header of words, but others as dimensions of SDMX.
const TABLE_NAMES: [(&str, ColumnRole); 49] = [
    ("declarantiso", ColumnRole::Reporter),
    ("reportercountries", ColumnRole::Reporter),
    ("reportercountrycodem49", ColumnRole::Reporter),
    ("origin", ColumnRole::Reporter),
    ("isoo", ColumnRole::Reporter),
    ("iso3o", ColumnRole::Reporter),
    ("partnercountries", ColumnRole::Partner),
    ("countrypartner", ColumnRole::Partner),
    ("partnercountrycodem49", ColumnRole::Partner),
    ("principaltradingpartners", ColumnRole::Partner),
    ("destination", ColumnRole::Partner),
    // Of the one place that the title of the table names.
    ("importers", ColumnRole::Partner),
    ("exporters", ColumnRole::Partner),
    ("destinationcountry", ColumnRole::Partner),
    ("sourcecountry", ColumnRole::Partner),
    ("countryofdestination", ColumnRole::Partner),
    ("countryoforigin", ColumnRole::Partner),
    ("isod", ColumnRole::Partner),
    ("iso3d", ColumnRole::Partner),
    ("counterpartcountry", ColumnRole::Partner),
    ("counterpartcountrycode", ColumnRole::Partner),
    ("trade", ColumnRole::Flow),
    ("flowtype", ColumnRole::Flow),
    ("productnc", ColumnRole::Product),
    ("productgroup", ColumnRole::Product),
    ("productcategory", ColumnRole::Product),
    ("productcategories", ColumnRole::Product),
    ("productsector", ColumnRole::Product),
    ("commoditygroup", ColumnRole::Product),
    ("item", ColumnRole::Product),
    ("itemcode", ColumnRole::Product),
    ("itemcodecpc", ColumnRole::Product),
    ("hs8", ColumnRole::Product),
    ("hs10", ColumnRole::Product),
    ("htsnumber", ColumnRole::Product),
    ("ncm", ColumnRole::Product),
    ("ahecc", ColumnRole::Product),
    ("refdate", ColumnRole::Period),
    ("yearmonth", ColumnRole::Period),
    ("element", ColumnRole::Measure),
    ("elementcode", ColumnRole::Measure),
    ("indicatorcode", ColumnRole::Measure),
    ("series", ColumnRole::Measure),
    ("seriescode", ColumnRole::Measure),
    ("attribute", ColumnRole::Variant),
    ("basis", ColumnRole::Variant),
    ("uom", ColumnRole::Unit),
    ("scalarfactor", ColumnRole::Multiplier),
    ("flag", ColumnRole::Status),
];

/// True for a column or a dimension of these codes that says at which point the trade is valued, where its name says so, too.
/// The terms of delivery of single shipments have the same codes, and are parts of a trade.
pub(super) fn values<'c>(name: &str, codes: impl Iterator<Item = &'c str>) -> bool {
    let name = folded(name);
    let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
    if !has(&["valu", "fob", "cif"]) || has(&["incoterm", "deliver", "ship"]) {
        return false;
    }
    let mut has_some = false;
    let mut all = codes.filter(|code| !code.is_empty()).inspect(|_| has_some = true);
    let are_known = all.all(|code| ["FOB", "CIF"].iter().any(|known| known.eq_ignore_ascii_case(code)));
    are_known && has_some
}

/// Codes that stand for all of a dimension.
pub(super) const WHOLES: [&str; 8] = ["_T", "T", "TOTAL", "W", "_Z", "ALL", "NSA", "N"];

/// The role of a column of this name; `None` for a name that is not known.
pub(super) fn role(name: &str) -> Option<ColumnRole> {
    let folded = folded(name);
    NAMES.iter().find(|(known, _)| *known == folded).map(|(_, role)| *role)
}

/// The role of a column of this name in a table with a header of words.
pub(super) fn table_role(name: &str) -> Option<ColumnRole> {
    let folded = folded(name);
    let known = TABLE_NAMES.iter().find(|(known, _)| *known == folded).map(|(_, role)| *role);
    known.or_else(|| role(name))
}

/// A name in small letters, without blanks and signs.
pub(super) fn folded(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
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
}
