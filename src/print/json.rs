//! JSON, as `assets/figures.schema.json` describes it.

use super::Sheet;
use super::record::object;
use super::value::Value;
use crate::analysis::Figure;
use crate::dataset::{Code, Pane, Source};
use crate::wording::{Topic, Words};

/// The version of the format; it changes when a reader of the old one could be misled by the new one.
pub const VERSION: u32 = 1;

/// One object: `version`, `name`, `title`, `sources`, `panes`, `figures` and `findings`, every element of a list on a
/// line of its own. Numbers have the digits that were printed.
///
/// Of one pane, there are the figures of its rows, of its reference, and those that its findings speak of.
#[must_use]
pub fn json(sheet: Sheet) -> String {
    let words = sheet.words();
    let findings = sheet.findings();
    let sources = words.dataset.sources.iter().map(source);
    let panes = sheet.panes().map(|(pane, rows)| described(words, pane, rows));
    let figures = all_named(sheet, &findings).into_iter().map(|figure| object(words, figure));
    let found = findings.into_iter().map(|at| Value::Object(finding(words, at)));
    format!(
        "{{\n\"version\": {VERSION},\n\"name\": {},\n\"title\": {},\n\"sources\": {},\n\"panes\": {},\n\"figures\": {},\n\"findings\": {}\n}}\n",
        Value::Text(words.dataset.name.clone()),
        Value::Text(words.dataset.title.clone()),
        lines(sources),
        lines(panes),
        lines(figures),
        lines(found),
    )
}

/// The figures of the sheet, then those that something in it names by id.
fn all_named(sheet: Sheet, findings: &[usize]) -> Vec<Figure> {
    let mut figures = sheet.figures();
    if sheet.is_all() {
        return figures;
    }
    let found = findings.iter().filter_map(|at| sheet.words().analysis.findings.get(*at));
    let references = sheet.panes().filter_map(|(pane, _)| pane.reference).map(Figure::Published);
    let named = references.chain(found.flat_map(|finding| finding.figures.iter().copied()));
    let mut known: std::collections::HashSet<Figure> = figures.iter().copied().collect();
    figures.extend(named.filter(|figure| known.insert(*figure)));
    figures
}

fn source(source: &Source) -> Value {
    Value::Object(vec![
        ("id", Value::Text(source.id.clone())),
        ("publisher", Value::Text(source.publisher.clone())),
        ("title", Value::text(source.title.as_deref())),
        ("published", Value::text(source.published.map(|day| day.to_string()))),
        ("chain", Value::text(source.chain.as_deref())),
        ("language", Value::text(source.language.as_deref())),
        ("path", Value::text(source.path.as_deref())),
        ("rounding", Value::text(source.rounding.map(Code::code))),
    ])
}

fn described(words: Words, pane: &Pane, rows: &[Topic]) -> Value {
    let ids = rows.iter().filter_map(|row| row.figure()).map(|figure| words.id(figure));
    Value::Object(vec![
        ("id", Value::Text(pane.id.clone())),
        ("title", Value::Text(pane.title.clone())),
        ("kind", Value::Text(pane.kind.code().to_owned())),
        ("note", Value::text(pane.note.as_deref())),
        ("reference", Value::text(pane.reference.map(|at| words.id(Figure::Published(at))))),
        ("rows", Value::texts(ids)),
    ])
}

/// What the checks found, member by member; the ids are those of every figure that the proof uses.
pub fn finding(words: Words, at: usize) -> Vec<(&'static str, Value)> {
    let Some(finding) = words.analysis.findings.get(at) else { return Vec::new() };
    vec![
        ("severity", Value::Text(finding.severity.word().to_owned())),
        ("rule", Value::Text(finding.rule.to_owned())),
        ("ids", Value::texts(finding.figures.iter().map(|figure| words.id(*figure)))),
        ("sentence", Value::Text(finding.sentence.clone())),
        ("proof", Value::texts(finding.proof.iter().map(String::as_str))),
    ]
}

/// `{"findings": [{"severity", "rule", "ids", "sentence", "proof"}]}`, the ids being those of every figure that the
/// proof uses.
#[must_use]
pub fn findings_json(words: Words) -> String {
    let found = (0..words.analysis.findings.len()).map(|at| Value::Object(finding(words, at)));
    format!("{{\n\"findings\": {}\n}}\n", lines(found))
}

/// A list with every element on its own line.
fn lines(values: impl Iterator<Item = Value>) -> String {
    let values: Vec<String> = values.map(|value| format!("\n  {value}")).collect();
    if values.is_empty() { "[]".to_owned() } else { format!("[{}\n]", values.join(",")) }
}
