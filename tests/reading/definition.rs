//! The columns that say how a figure is defined, and what its number limits.

use horgos::dataset::{
    Adjustment, Basis, Bound, Coverage, Definition, GrowthOf, Measure, RankedAmong, Rounding, TradeSystem,
    Valuation,
};

use super::{errors, observations, read};

#[test]
fn a_row_says_how_its_figure_is_defined() {
    let text = observations(&[
        r#"{"id": "a", "reporter": "DEU", "flow": "exports", "measure": "growth", "time_period": "2021-09", "compare_period": "2021-08", "obs_value": "-0.7", "unit_measure": "PCT", "adjustment": "Y", "growth_of": "EUR", "basis": "customs", "coverage": "G", "valuation": "FOB", "trade_system": "special", "bound": "about"}"#,
        r#"{"id": "b", "reporter": "DEU", "flow": "exports", "measure": "growth", "time_period": "2021", "obs_value": 9, "unit_measure": "PCT", "growth_of": "VOLUME", "basis": "bop", "coverage": "GS"}"#,
        r#"{"id": "c", "reporter": "DEU", "partner": "CHN", "flow": "total", "measure": "rank", "time_period": "2021", "obs_value": 1, "unit_measure": "RANK", "ranked_among": "partners"}"#,
        r#"{"id": "d", "reporter": "DEU", "flow": "exports", "measure": "record", "time_period": "2021", "since": "1950", "obs_value": 1375, "unit_measure": "EUR", "unit_mult": 9, "bound": "at_least"}"#,
        r#"{"id": "e", "reporter": "DEU", "flow": "exports", "measure": "change", "time_period": "2021", "obs_value": 169.8, "unit_measure": "EUR", "unit_mult": 9, "growth_of": "EUR"}"#,
        r#"{"id": "f", "reporter": "DEU", "flow": "exports", "measure": "share_change", "time_period": "2021", "obs_value": -0.4, "unit_measure": "POINTS", "share_of": "e"}"#,
        r#"{"id": "g", "reporter": "DEU", "flow": "exports", "measure": "index", "time_period": "2021", "compare_period": "2015", "obs_value": 115.3, "unit_measure": "INDEX", "growth_of": "VOLUME"}"#,
    ]);
    let rows = read(&text).expect("a good dataset").dataset.observations;
    let definition = Definition {
        adjustment: Some(Adjustment::Both),
        basis: Some(Basis::Customs),
        coverage: Some(Coverage::Goods),
        valuation: Some(Valuation::FreeOnBoard),
        trade_system: Some(TradeSystem::Special),
    };
    assert_eq!((rows[0].definition, rows[0].bound), (definition, Some(Bound::About)));
    assert_eq!(rows[0].growth_of.map(GrowthOf::code), Some("EUR"));
    assert_eq!(rows[1].growth_of, Some(GrowthOf::Volume));
    assert_eq!(rows[2].ranked_among, Some(RankedAmong::Partners));
    assert_eq!((rows[3].measure, rows[3].bound), (Measure::Record, Some(Bound::AtLeast)));
    assert_eq!(rows[3].since.map(|since| since.to_string()).as_deref(), Some("1950"));
    assert_eq!([rows[5].whole(), rows[6].whole()], [Some(4), None]);
    let base = |row: usize| rows[row].base.map(|base| base.to_string());
    assert_eq!([base(4), base(5), base(6)].map(Option::unwrap_or_default), ["2020", "2020", "2015"]);
}

#[test]
fn a_row_without_a_dimension_gets_none() {
    let row = r#"{"id": "a", "reporter": "DEU", "flow": "exports", "measure": "growth", "time_period": "2021", "obs_value": 9, "unit_measure": "PCT"}"#;
    let dataset = read(&observations(&[row])).expect("a good dataset").dataset;
    let row = &dataset.observations[0];
    assert_eq!((row.definition, row.growth_of, row.bound), (Definition::default(), None, None));
}

#[test]
fn a_column_on_a_row_that_it_says_nothing_about_is_an_error() {
    let text = observations(&[
        r#"{"id": "a", "reporter": "DEU", "flow": "exports", "measure": "value", "obs_value": 9, "unit_measure": "EUR", "growth_of": "EUR", "since": "2001"}"#,
        r#"{"id": "b", "reporter": "DEU", "flow": "exports", "measure": "mention", "bound": "about", "ranked_among": "reporters"}"#,
        r#"{"id": "c", "reporter": "DEU", "flow": "exports", "measure": "growth", "obs_value": 1.5, "unit_measure": "PCT", "unit_mult": 3, "growth_of": "money", "adjustment": "SA"}"#,
    ]);
    let expected = r#"
mine.json:2:123: observations[0].growth_of: belongs to a growth, multiple, change or index only
mine.json:2:139: observations[0].since: belongs to a record only
mine.json:3:82: observations[1].bound: belongs to a row with a number only
mine.json:3:107: observations[1].ranked_among: belongs to a rank only
mine.json:4:126: observations[2].unit_mult: 3 is given for a number in PCT, which has no power of ten
mine.json:4:142: observations[2].growth_of: "money" is not something that grows (write an ISO 4217 currency, a physical unit, CNY_PER_KG, COUNT or VOLUME)
mine.json:4:165: observations[2].adjustment: "SA" is none of N, S, W, Y"#;
    assert_eq!(errors(&text), expected.trim_start());
}

#[test]
fn sources_say_how_they_shorten_and_products_what_they_hold() {
    let text = r#"{"resources": [
        {"name": "sources", "data": [{"id": "s", "publisher": "S", "rounding": "cut"}]},
        {"name": "products", "data": [{"code": "oil", "name": "Oil", "members": ["2709", "2710"], "classification": "HS"}]},
        {"name": "observations", "data": [{"id": "a", "reporter": "KAZ", "flow": "exports", "measure": "mention", "product": "oil"}]}
    ]}"#;
    let dataset = read(text).expect("a good dataset").dataset;
    assert_eq!(dataset.sources[0].rounding, Some(Rounding::Cut));
    let oil = &dataset.products[0];
    assert_eq!((oil.members.len(), oil.classification.as_deref()), (2, Some("HS")));
}
