//! Who published figures, and of which periods they are.

use std::collections::HashSet;

use super::{Topic, Words};
use crate::dataset::{Observation, Source};

impl Words<'_> {
    /// Who published a figure, when, and where in the text: `Global Times, 2024-02-07, ¶4`.
    #[must_use]
    pub fn source_and_place(self, observation: &Observation) -> String {
        let source =
            self.dataset.source_of(observation).map_or_else(|| "source not stated".to_owned(), published);
        match &observation.locator {
            Some(locator) => format!("{source}, {locator}"),
            None => source,
        }
    }
}

/// The publishers of a dataset with their days, each once.
#[must_use]
pub fn publishers(words: Words) -> String {
    let all = each_once(words.dataset.sources.iter().map(published));
    match all.len() {
        0..=2 => all.join("; "),
        more => format!("{} and {} more", all[0], more - 1),
    }
}

/// Publisher and day of a source: `Global Times, 2024-02-07`.
#[must_use]
pub fn published(source: &Source) -> String {
    match source.published {
        Some(day) => format!("{}, {day}", source.publisher),
        None => source.publisher.clone(),
    }
}

/// The periods and sources of rows, each once; counted if there are more than two: `2023 · Global Times, 2024-02-07`, `12 periods · 3 sources`.
#[must_use]
pub fn periods_and_sources(words: Words, rows: &[Topic]) -> String {
    let observed = rows.iter().filter_map(|row| words.observation(row.figure()?));
    let periods = periods(words, rows);
    let sources = each_once(observed.filter_map(|row| words.dataset.source_of(row)).map(published));
    let sources = match sources.len() {
        0..=2 => sources.join(" and "),
        more => format!("{more} sources"),
    };
    let parts = [periods, sources];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// The periods of rows, each once; counted if there are more than two.
#[must_use]
pub fn periods(words: Words, rows: &[Topic]) -> String {
    let observed = rows.iter().filter_map(|row| words.observation(row.figure()?));
    let periods = each_once(observed.filter_map(|row| row.subject.period).map(|period| period.to_string()));
    match periods.len() {
        0..=2 => periods.join(" and "),
        more => format!("{more} periods"),
    }
}

fn each_once(all: impl Iterator<Item = String>) -> Vec<String> {
    let mut known = HashSet::new();
    all.filter(|one| known.insert(one.clone())).collect()
}
