//! Names who published figures, and the periods that they are about.

use std::hash::Hash;

use foldhash::HashSet;

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

impl Words<'_> {
    /// The sources of the figures that a topic is about, without repetition: `Global Times, 2024-02-07, ¶1 and ¶2`.
    #[must_use]
    pub(crate) fn sources_of(self, topic: Topic) -> String {
        let analysis = self.analysis;
        let figures = match topic {
            Topic::Figure(figure) => vec![figure],
            Topic::Finding(at) => {
                analysis.findings.get(at).map(|found| found.figures.clone()).unwrap_or_default()
            }
            Topic::Passed(at) => {
                analysis.passed.get(at).map(|passed| passed.figures.clone()).unwrap_or_default()
            }
        };
        let published =
            figures.into_iter().flat_map(|figure| std::iter::once(figure).chain(self.rests_on(figure)));
        let mut sources: Vec<(String, Vec<&str>)> = Vec::new();
        for row in published.filter_map(|figure| self.observation(figure)) {
            let Some(source) = self.dataset.source_of(row).map(self::published) else { continue };
            let known = sources.iter().position(|(known, _)| *known == source).unwrap_or(sources.len());
            if known == sources.len() {
                sources.push((source, Vec::new()));
            }
            let places = &mut sources[known].1;
            places.extend(row.locator.as_deref().filter(|place| !places.contains(place)));
        }
        let joined = |(source, mut places): (String, Vec<&str>)| {
            places.sort_unstable();
            match places.split_last() {
                None => source,
                Some((only, [])) => format!("{source}, {only}"),
                Some((last, others)) => format!("{source}, {} and {last}", others.join(", ")),
            }
        };
        sources.into_iter().map(joined).collect::<Vec<_>>().join("; ")
    }
}

/// The publishers of a dataset with their days, without repetition.
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

/// The periods and sources of rows, without repetition; counted if there are more than two: `2023 · Global Times,
/// 2024-02-07`, `12 periods · 3 sources`.
#[must_use]
pub fn periods_and_sources(words: Words, rows: &[Topic]) -> String {
    let observed = rows.iter().filter_map(|row| words.observation(row.figure()?));
    let periods = periods(words, rows);
    // There are many rows but few sources, so each source is put into words once.
    let sources = each_once(observed.filter_map(|row| row.source)).into_iter();
    let sources = sources.filter_map(|at| words.dataset.sources.get(at as usize)).map(published);
    let sources = each_once(sources);
    let sources = match sources.len() {
        0..=2 => sources.join(" and "),
        more => format!("{more} sources"),
    };
    let parts = [periods, sources];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// The periods of rows, without repetition; counted if there are more than two.
#[must_use]
pub fn periods(words: Words, rows: &[Topic]) -> String {
    let observed = rows.iter().filter_map(|row| words.observation(row.figure()?));
    let periods = each_once(observed.filter_map(|row| row.subject.period));
    match periods.len() {
        0..=2 => periods.iter().map(ToString::to_string).collect::<Vec<_>>().join(" and "),
        more => format!("{more} periods"),
    }
}

fn each_once<T: Clone + Eq + Hash>(all: impl Iterator<Item = T>) -> Vec<T> {
    let mut known = HashSet::default();
    all.filter(|one| known.insert(one.clone())).collect()
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::hash::Hasher;

    use super::*;

    /// A publisher that counts how often it is compared with another.
    #[derive(Clone)]
    struct Compared<'c>(usize, &'c Cell<usize>);

    impl Hash for Compared<'_> {
        fn hash<H: Hasher>(&self, state: &mut H) {
            self.0.hash(state);
        }
    }

    impl PartialEq for Compared<'_> {
        fn eq(&self, other: &Self) -> bool {
            self.1.set(self.1.get() + 1);
            self.0 == other.0
        }
    }

    impl Eq for Compared<'_> {}

    #[test]
    fn publishers_are_distinguished_in_linear_time() {
        let comparisons = Cell::new(0);
        let all = (0..3_000).map(|at| Compared(at % 1_500, &comparisons));
        assert_eq!(
            each_once(all).iter().map(|one| one.0).collect::<Vec<_>>(),
            (0..1_500).collect::<Vec<_>>()
        );
        assert!(comparisons.get() < 6_000, "{} comparisons", comparisons.get());
    }
}
