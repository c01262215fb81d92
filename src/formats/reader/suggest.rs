//! What was likely meant by a name that is not known.

use crate::text::harmless::quoted;

/// A longer name is no slip of the hand, and comparing it with others would take long.
const LONGEST: usize = 64;

/// How far a candidate may differ in length.
const MOST_APART: usize = 3;

/// How many pairs of letters are compared at the most: some tenths of a second.
const MOST_PAIRS: usize = 50_000_000;

/// The search for what was meant, for all mistakes of a file together; so that a file of mistakes is answered fast,
/// too. Those beyond what may be spent are told without a suggestion.
#[derive(Debug, Default)]
pub struct Search {
    /// Pairs of letters compared so far.
    spent: usize,
}

impl Search {
    /// The candidate that `word` was most likely meant to be, as a question to end a message with, or nothing.
    pub fn did_you_mean<'a>(&mut self, word: &str, candidates: impl IntoIterator<Item = &'a str>) -> String {
        let letters = word.chars().take(LONGEST + 1).count();
        if letters > LONGEST {
            return String::new();
        }
        let mut nearest: Option<(usize, &str)> = None;
        for candidate in candidates {
            let is_near = candidate.len().abs_diff(word.len()) <= MOST_APART;
            self.spent = self.spent.saturating_add(if is_near { word.len() * candidate.len() } else { 1 });
            // Half a search could offer the second best, so there is no answer then.
            if self.spent > MOST_PAIRS {
                return String::new();
            }
            if is_near {
                let distance = strsim::osa_distance(word, candidate);
                let is_meant = distance <= 1 + candidate.chars().count() / 4 && distance * 2 < letters;
                let found = is_meant.then_some((distance, candidate));
                nearest = nearest.into_iter().chain(found).min();
            }
        }
        nearest.map_or(String::new(), |(_, candidate)| format!(" (did you mean {}?)", quoted(candidate)))
    }

    /// Counts in what another search, of a part of the same file, has spent.
    pub fn and(&mut self, other: &Self) {
        self.spent = self.spent.saturating_add(other.spent);
    }
}

/// [`Search::did_you_mean`] for a single mistake.
#[must_use]
pub fn did_you_mean<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> String {
    Search::default().did_you_mean(word, candidates)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_word_is_offered() {
        let ids = ["total-world", "total-ca5", "exports-ca5"];
        assert_eq!(did_you_mean("totl-world", ids), " (did you mean \"total-world\"?)");
        assert_eq!(did_you_mean("pipeline", ids), "");
    }

    #[test]
    fn a_long_word_is_not_searched_for() {
        for (length, is_offered) in [(63, true), (64, true), (65, false), (60_000, false)] {
            let word = "ä".repeat(length);
            let candidate = format!("{word}b");
            assert_eq!(!did_you_mean(&word, [candidate.as_str()]).is_empty(), is_offered, "{length}");
        }
    }

    #[test]
    fn a_search_comes_to_an_end() {
        let mut search = Search { spent: MOST_PAIRS - 110 };
        assert_ne!(search.did_you_mean("totl-world", ["total-world"]), "");
        assert_eq!(search.did_you_mean("totl-world", ["total-world"]), "");
        let mut whole = Search { spent: MOST_PAIRS - 110 };
        whole.and(&Search { spent: 1 });
        assert_eq!(whole.did_you_mean("totl-world", ["total-world"]), "");
    }
}
