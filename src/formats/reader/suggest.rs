//! The known name nearest to one that is not known.

use crate::formats::faults::Suggestion;

/// A longer name is no slip of the hand, and slow to compare.
const LONGEST: usize = 64;

/// How far a candidate may differ in length.
const MOST_APART: usize = 3;

/// How many pairs of letters are compared at most: some tenths of a second.
const MOST_PAIRS: usize = 50_000_000;

/// How many words are searched for at most: of one kind of error, twenty are listed.
const MOST_WORDS: usize = 200;

/// One budget per file, so that a file full of typos stays fast; past it, errors carry no suggestion.
#[derive(Debug, Default)]
pub struct Search {
    /// Pairs of letters compared so far.
    spent: usize,
    /// Words searched for so far.
    words: usize,
}

impl Search {
    /// The candidate that `word` was most likely meant to be.
    pub fn nearest<'a>(&mut self, word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Suggestion {
        let letters = word.chars().take(LONGEST + 1).count();
        if letters > LONGEST || self.words >= MOST_WORDS {
            return Suggestion::default();
        }
        self.words += 1;
        let mut nearest: Option<(usize, &str)> = None;
        for candidate in candidates {
            let is_near = candidate.len().abs_diff(word.len()) <= MOST_APART;
            self.spent = self.spent.saturating_add(if is_near { word.len() * candidate.len() } else { 1 });
            // Half a search could offer the second best, so there is no answer then.
            if self.spent > MOST_PAIRS {
                return Suggestion::default();
            }
            if is_near {
                let distance = strsim::osa_distance(word, candidate);
                let is_meant = distance <= 1 + candidate.chars().count() / 4 && distance * 2 < letters;
                let found = is_meant.then_some((distance, candidate));
                nearest = nearest.into_iter().chain(found).min();
            }
        }
        Suggestion(nearest.map(|(_, candidate)| candidate.to_owned()))
    }

    /// Adds what the search for another part of the file has spent.
    pub fn extend(&mut self, other: &Self) {
        self.spent = self.spent.saturating_add(other.spent);
        self.words = self.words.saturating_add(other.words);
    }
}

/// The candidate that `word` was most likely meant to be, as a question that ends a message; empty if there is none.
#[must_use]
pub fn did_you_mean<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> String {
    Search::default().nearest(word, candidates).to_string()
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
    fn a_few_hundred_words_are_searched_for() {
        let mut search = Search::default();
        let found = (0..1_000).filter(|_| search.nearest("exprots", ["exports"]) != Suggestion::default());
        assert_eq!(found.count(), MOST_WORDS);
    }

    #[test]
    fn a_search_comes_to_an_end() {
        let mut search = Search { spent: MOST_PAIRS - 110, words: 0 };
        assert_ne!(search.nearest("totl-world", ["total-world"]), Suggestion::default());
        assert_eq!(search.nearest("totl-world", ["total-world"]), Suggestion::default());
        let mut whole = Search { spent: MOST_PAIRS - 110, words: 0 };
        whole.extend(&Search { spent: 1, words: 0 });
        assert_eq!(whole.nearest("totl-world", ["total-world"]), Suggestion::default());
    }
}
