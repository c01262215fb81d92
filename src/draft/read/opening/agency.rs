//! The reporter of a text that names none, by the agency that counted: `according to Uzbekistan's statistics agency`.

use std::sync::Arc;

use super::reports;
use super::sentence::OpeningSentence;
use crate::draft::read::known_words::KnownWords;
use crate::draft::sentence::{KnownPhrase, Sentence};
use crate::draft::words::WordKind;

/// The country of the first agency of the first sentences.
pub(super) fn country(first: &[OpeningSentence]) -> Option<KnownWords<Arc<str>>> {
    first.iter().take(3).find_map(|opening| {
        let sentence = &opening.sentence;
        let mut places = sentence.marks_in(sentence.tokens.clone(), &[WordKind::Place, WordKind::Demonym]);
        let place = places.find(|place| reports(place.code) && has_agency(sentence, place))?;
        Some(KnownWords { sentence_start: usize::MAX, ..opening.place(place) })
    })
}

/// True for a country in front of its agency, or behind it in Russian.
fn has_agency(sentence: &Sentence, place: &KnownPhrase) -> bool {
    let start = place.end + usize::from(sentence.stem(place.end) == "'s");
    let is_adjective =
        |at: &usize| matches!(sentence.stem(*at), "national" | "state" | "central" | "official");
    let start = (start..start + 3).find(|at| !is_adjective(at)).unwrap_or(start);
    let is_english = matches!(sentence.stem(start), "statistics" | "statistical" | "customs")
        && matches!(
            sentence.stem(start + 1),
            "agency"
                | "office"
                | "committee"
                | "bureau"
                | "service"
                | "authority"
                | "department"
                | "data"
                | "figures"
        );
    let is_chinese = |at: usize| {
        let stems = [at, at + 1, at + 2].map(|at| sentence.stem(at));
        stems == ["统", "计", "局"] || stems == ["统", "计", "委"]
    };
    let is_nation = (sentence.stem(place.end), sentence.stem(place.end + 1)) == ("国", "家");
    is_english || is_chinese(place.end + 2 * usize::from(is_nation))
}
