//! `[engine.NAME]`: the command that answers questions about a table, and where the table is in its engine.

mod preset;
mod section;

use std::time::Duration;

use toml::Spanned;
use toml::de::DeValue;

use crate::dataset::Unit;
use crate::formats::foreign::{AmountKind, FileFacts, SameTrade, Says};
use crate::formats::{Document, Problem};
use crate::records::{RemoteTable, TableDimension};
use preset::Preset;
use section::EngineSection;

/// How long a question may take unless `timeout` says otherwise.
const TIMEOUT: Duration = Duration::from_secs(60);

/// An engine as the configuration describes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EngineConfig {
    pub name: String,
    /// The line in which its table begins, from 1.
    pub line: usize,
    /// The program and its arguments.
    pub run: Vec<String>,
    pub timeout: Duration,
    pub table: RemoteTable,
}

const KEYS: [&str; 14] = [
    "preset", "run", "arguments", "from", "columns", "unit", "unit_mult", "decimals", "valuation",
    "reconciled", "harmonized", "null", "delimiter", "timeout",
];

/// The columns of amounts, by [`AmountKind`]. Quantities are left out: each has a unit of its own.
const AMOUNTS: [&str; 2] = ["value", "weight"];

/// The names of a dimension's codes.
const NAMES: [(&str, TableDimension); 3] = [
    ("reporter_name", TableDimension::Reporter),
    ("partner_name", TableDimension::Partner),
    ("product_name", TableDimension::Product),
];

/// Reads the table behind `engine`: each of its members is an engine. Reports errors, and warns of unknown keys.
pub fn read(
    document: &Document,
    value: &Spanned<DeValue>,
    errors: &mut Vec<Problem<String>>,
    warnings: &mut Vec<Problem<String>>,
) -> Vec<EngineConfig> {
    let Some(engines) = value.get_ref().as_table() else {
        let what = "is not a table: expected [engine.NAME]".to_owned();
        errors.push(document.problem(value.span().start, "engine".to_owned(), what));
        return Vec::new();
    };
    let mut read = Vec::new();
    for (name, value) in engines {
        let start = name.span().start;
        let name = name.get_ref().as_ref();
        let mut section = EngineSection::new(document, format!("engine.{name}"), start);
        if let Some(table) = section.table(value) {
            section.warn_of_unknown(table, &KEYS);
            read.extend(engine(&mut section, table, name, document.position(start).0));
        }
        let (wrong, odd) = section.finish();
        errors.extend(wrong);
        warnings.extend(odd);
    }
    read
}

fn engine(
    section: &mut EngineSection,
    table: &toml::de::DeTable,
    name: &str,
    line: usize,
) -> Option<EngineConfig> {
    let preset = section.one_of(table, "preset", &Preset::ALL.map(Preset::name));
    let preset = preset.and_then(|name| Preset::ALL.into_iter().find(|preset| preset.name() == name));
    let mut run = section.texts(table, "run");
    if run.is_empty() {
        run = preset.map(Preset::run).unwrap_or_default();
    }
    if run.is_empty() && !section.has_errors() {
        section.missing(
            "run",
            "the program and its arguments, such as run = [\"duckdb\", \"-csv\"], or a preset",
        );
    }
    run.extend(section.texts(table, "arguments"));
    let from = section.text(table, "from");
    if from.is_none() && !section.has_errors() {
        section.missing("from", "the table in the engine, such as from = \"trade.flows\"");
    }
    let mut remote = RemoteTable {
        from: from.unwrap_or_default(),
        codes: Default::default(),
        names: Default::default(),
        amounts: Default::default(),
        decimals: 0,
        null: preset.map_or("", Preset::null).to_owned(),
        delimiter: preset.map_or(b',', Preset::delimiter),
        facts: facts(section, table),
    };
    columns(section, table, &mut remote);
    if let Some(null) = section.text(table, "null") {
        remote.null = null;
    }
    if let Some(delimiter) = section.one_of(table, "delimiter", &[",", ";", "\t", "|"]) {
        remote.delimiter = delimiter.bytes().next().unwrap_or(b',');
    }
    if let Some(decimals) = section.number(table, "decimals", 0..=12) {
        remote.decimals = i8::try_from(decimals).unwrap_or_default();
    }
    let says = |dimension: TableDimension| remote.codes[dimension as usize].is_some();
    remote.facts.says = Says {
        reporter: says(TableDimension::Reporter),
        // A reconciled row has both an exporter and an importer.
        flow: says(TableDimension::Flow) || remote.facts.is_reconciled,
        partner: says(TableDimension::Partner),
        product: says(TableDimension::Product),
        period: says(TableDimension::Period),
    };
    if remote.facts.is_reconciled && says(TableDimension::Flow) {
        section.wrong(
            table,
            "reconciled",
            "a table with a column of flows has the reports of one side in each row",
        );
    }
    let timeout = section.number(table, "timeout", 1..=86_400);
    let timeout = timeout.map_or(TIMEOUT, |seconds| Duration::from_secs(seconds.unsigned_abs()));
    let engine = EngineConfig { name: name.to_owned(), line, run, timeout, table: remote };
    (!section.has_errors()).then_some(engine)
}

/// The facts about all rows, apart from the dimensions.
fn facts(section: &mut EngineSection, table: &toml::de::DeTable) -> FileFacts {
    let unit = section.text(table, "unit");
    let unit = unit.map_or(Some(Unit::Count), |code| {
        let unit = Unit::parse(&code).filter(|unit| unit.is_amount());
        if unit.is_none() {
            section.wrong(table, "unit", "expected the code of a currency, such as USD");
        }
        unit
    });
    let power = section.number(table, "unit_mult", 0..=12).and_then(|power| i8::try_from(power).ok());
    let valuation = section.one_of(table, "valuation", &["fob-cif"]);
    let kilogram = Unit::parse("KG").unwrap_or(Unit::Count);
    FileFacts {
        publisher: "",
        says: Says { reporter: false, flow: false, partner: false, product: false, period: false },
        units: [Some((unit.unwrap_or(Unit::Count), power.unwrap_or(0))), Some((kilogram, 0)), None],
        has_customs_valuation: valuation.is_some(),
        is_reconciled: section.switch(table, "reconciled").unwrap_or(false),
        is_harmonized: section.switch(table, "harmonized").unwrap_or(false),
        same_trade: SameTrade::Again,
    }
}

fn columns(section: &mut EngineSection, table: &toml::de::DeTable, remote: &mut RemoteTable) {
    let example = "columns = { reporter = \"reporter\", period = \"year\", value = \"value\" }";
    let Some(value) = table.get("columns") else {
        section.missing("columns", &format!("the names of the columns, such as {example}"));
        return;
    };
    let Some(columns) = section.member(value, "columns") else { return };
    let dimensions = TableDimension::ALL.map(|dimension| (dimension.word(), dimension));
    let known: Vec<&str> = dimensions.iter().chain(&NAMES).map(|(word, _)| *word).chain(AMOUNTS).collect();
    section.warn_of_unknown(columns, &known);
    for (word, dimension) in dimensions {
        remote.codes[dimension as usize] = section.text(columns, word);
    }
    for (word, dimension) in NAMES {
        remote.names[dimension as usize] = section.text(columns, word);
    }
    for (word, amount) in AMOUNTS.into_iter().zip(&mut remote.amounts) {
        *amount = section.text(columns, word);
    }
    if remote.amounts[AmountKind::Value as usize].is_none() && !section.has_errors() {
        section.missing("columns", &format!("at least the column of the values, such as {example}"));
    }
    if remote.codes.iter().all(Option::is_none) && !section.has_errors() {
        section.missing(
            "columns",
            &format!("a column for whose trade, when or of what it is, such as {example}"),
        );
    }
}

#[cfg(test)]
mod tests;
