//! Reads the keys of one table of the configuration, each as the type it must have.

use std::ops::RangeInclusive;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::super::kind::kind;
use crate::formats::{Document, Problem, did_you_mean};
use crate::text::harmless::{first_harmful, quoted};

/// The most characters of a text.
const LONGEST: usize = 4_000;

/// A table, with its errors and warnings.
pub(super) struct EngineSection<'d> {
    document: &'d Document<'d>,
    name: String,
    start: usize,
    errors: Vec<Problem<String>>,
    warnings: Vec<Problem<String>>,
}

impl<'d> EngineSection<'d> {
    /// A table that begins at `start`.
    pub fn new(document: &'d Document<'d>, name: String, start: usize) -> Self {
        Self { document, name, start, errors: Vec::new(), warnings: Vec::new() }
    }

    /// The errors and the warnings.
    pub fn finish(self) -> (Vec<Problem<String>>, Vec<Problem<String>>) {
        (self.errors, self.warnings)
    }

    pub fn has_errors(&self) -> bool {
        !self.errors.is_empty()
    }

    fn error(&mut self, at: usize, key: &str, what: String) {
        let place = if key.is_empty() { self.name.clone() } else { format!("{}.{key}", self.name) };
        self.errors.push(self.document.problem(at, place, what));
    }

    /// Reports a missing key; `expected` says what it is for.
    pub fn missing(&mut self, key: &str, expected: &str) {
        self.error(self.start, "", format!("{key} is missing: expected {expected}"));
    }

    /// Reports a key with a wrong value.
    pub fn wrong(&mut self, table: &DeTable, key: &str, what: &str) {
        let at = table.get(key).map_or(self.start, |value| value.span().start);
        self.error(at, key, what.to_owned());
    }

    /// Warns of each key that is not in `known`.
    pub fn warn_of_unknown(&mut self, table: &DeTable, known: &[&str]) {
        for key in table.keys() {
            let written = key.get_ref().as_ref();
            if !known.contains(&written) {
                let meant = did_you_mean(written, known.iter().copied());
                let what = format!(
                    "warning: {} is not known and is ignored{meant}; known are {}",
                    quoted(written),
                    known.join(", ")
                );
                self.warnings.push(self.document.problem(key.span().start, self.name.clone(), what));
            }
        }
    }

    /// The value as a table of its own.
    pub fn table<'t, 'i>(&mut self, value: &'t Spanned<DeValue<'i>>) -> Option<&'t DeTable<'i>> {
        self.member(value, "")
    }

    /// The value of a key as a table.
    pub fn member<'t, 'i>(&mut self, value: &'t Spanned<DeValue<'i>>, key: &str) -> Option<&'t DeTable<'i>> {
        let table = value.get_ref().as_table();
        if table.is_none() {
            self.error(
                value.span().start,
                key,
                format!("is {} where a table was expected", kind(value.get_ref())),
            );
        }
        table
    }

    /// The text of a key.
    pub fn text(&mut self, table: &DeTable, key: &str) -> Option<String> {
        let value = table.get(key)?;
        self.one_text(value, key)
    }

    /// The texts of a key; empty if it is missing.
    pub fn texts(&mut self, table: &DeTable, key: &str) -> Vec<String> {
        let Some(value) = table.get(key) else { return Vec::new() };
        let Some(list) = value.get_ref().as_array() else {
            let what = format!("is {} where a list of texts was expected", kind(value.get_ref()));
            self.error(value.span().start, key, what);
            return Vec::new();
        };
        if list.is_empty() && key == "run" {
            self.error(value.span().start, key, "is empty: expected a program and its arguments".to_owned());
        }
        list.iter().filter_map(|value| self.one_text(value, key)).collect()
    }

    fn one_text(&mut self, value: &Spanned<DeValue>, key: &str) -> Option<String> {
        let at = value.span().start;
        match value.get_ref().as_str() {
            None => {
                let what = format!("is {} where text in quotation marks was expected", kind(value.get_ref()));
                self.error(at, key, what);
                None
            }
            // The tab is a delimiter.
            Some(text) if text != "\t" && first_harmful(text).is_some() => {
                self.error(at, key, format!("{} holds a control character", quoted(text)));
                None
            }
            Some(text) if text.chars().count() > LONGEST => {
                self.error(at, key, format!("has more than {LONGEST} characters"));
                None
            }
            Some(text) => Some(text.to_owned()),
        }
    }

    /// The word of a key, which must be one of `words`.
    pub fn one_of(&mut self, table: &DeTable, key: &str, words: &[&str]) -> Option<String> {
        let text = self.text(table, key)?;
        if words.contains(&text.as_str()) {
            return Some(text);
        }
        let meant = did_you_mean(&text, words.iter().copied());
        let words: Vec<String> = words.iter().map(|word| word.replace('\t', "a tab")).collect();
        self.wrong(table, key, &format!("{} is none of {}{meant}", quoted(&text), words.join(", ")));
        None
    }

    /// The whole number of a key.
    pub fn number(&mut self, table: &DeTable, key: &str, range: RangeInclusive<i64>) -> Option<i64> {
        let value = table.get(key)?.get_ref();
        let number = value.as_integer().and_then(|written| {
            i64::from_str_radix(written.as_str(), written.radix())
                .ok()
                .filter(|number| range.contains(number))
        });
        if number.is_none() {
            let (least, most) = range.into_inner();
            self.wrong(table, key, &format!("expected a whole number from {least} to {most}"));
        }
        number
    }

    /// The boolean of a key.
    pub fn switch(&mut self, table: &DeTable, key: &str) -> Option<bool> {
        let value = table.get(key)?.get_ref();
        if value.as_bool().is_none() {
            self.wrong(table, key, &format!("is {} where true or false was expected", kind(value)));
        }
        value.as_bool()
    }
}
