//! Who published figures, and of which periods they are.

use std::collections::HashSet;

use super::{Topic, Words};
use crate::dataset::Source;

/// Who published the figures of a dataset, each once: what stands over all of it.
#[must_use]
pub fn publishers(words: Words) -> String {
    let mut all: Vec<String> = Vec::new();
    for source in &words.dataset.sources {
        let shown = published(source);
        if !all.contains(&shown) {
            all.push(shown);
        }
    }
    match all.len() {
        0..=2 => all.join("; "),
        more => format!("{} and {} more", all[0], more - 1),
    }
}

/// Publisher and day of a source.
#[must_use]
pub fn published(source: &Source) -> String {
    match source.published {
        Some(day) => format!("{}, {day}", source.publisher),
        None => source.publisher.clone(),
    }
}

/// Periods and publishers of rows, each once: `2023 · Global Times, 2024-02-07`, `12 periods · 3 sources`.
#[must_use]
pub fn periods_and_sources(words: Words, rows: &[Topic]) -> String {
    let observed = || rows.iter().filter_map(|row| words.observation(row.figure()?));
    let periods = each_once(observed().filter_map(|row| row.subject.period).map(|period| period.to_string()));
    let sources = each_once(observed().filter_map(|row| words.dataset.source_of(row)).map(published));
    let several = |all: Vec<String>, what: &str| match all.len() {
        0..=2 => all.join(" and "),
        more => format!("{more} {what}"),
    };
    let parts = [several(periods, "periods"), several(sources, "sources")];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn each_once(all: impl Iterator<Item = String>) -> Vec<String> {
    let mut known = HashSet::new();
    all.filter(|one| known.insert(one.clone())).collect()
}
