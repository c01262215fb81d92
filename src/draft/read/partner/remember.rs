//! Partners that a sentence names for the next ones.

use std::sync::Arc;

use crate::draft::read::known_words::{KnownWords, code};
use crate::draft::read::so_far::TextSoFar;
use crate::draft::sentence::{PlaceRole, Sentence};
use crate::draft::words::WordKind;

/// Keeps the partner that a sentence without figures names.
pub(in crate::draft::read) fn remember(sentence: &Sentence, paragraph: usize, so_far: &mut TextSoFar) {
    let reporter =
        so_far.reporter.as_ref().or(so_far.home.reporter.as_ref()).map(|known| Arc::clone(&known.value));
    let mut partners = sentence
        .places
        .iter()
        .filter(|place| place.role == PlaceRole::Partner && Some(place.mark.code) != reporter.as_deref());
    let mut others = sentence.places.iter().filter(|place| Some(place.mark.code) != reporter.as_deref());
    let of_two = others.next().filter(|_| sentence.places.len() == 2 && others.next().is_none());
    let only = partners.next().filter(|_| partners.next().is_none()).or(of_two);
    // `Лидером по товарообороту стал Китай`, `The leading supplier was Peru`: the only place of a sentence that ranks.
    let leader = sentence.places.first().filter(|place| {
        sentence.places.len() == 1
            && place.role == PlaceRole::Unknown
            && Some(place.mark.code) != reporter.as_deref()
            && is_ranking(sentence)
    });
    let only = only.or(leader);
    if let Some(only) = only {
        let (mark, sentence_start) = (&only.mark, sentence.tokens.start);
        let range = sentence.article.range(&(mark.start..mark.end));
        so_far.partner =
            Some(KnownWords { value: code(mark.code), range, paragraph, sentence_start, is_said: true });
    }
}

/// True for a sentence that names a leader or a partner.
fn is_ranking(sentence: &Sentence) -> bool {
    let is_leader =
        |at: usize| sentence.stem(at).starts_with("лидер") || matches!(sentence.stem(at), "leader" | "мест");
    sentence.has(sentence.tokens.clone(), &[WordKind::FlowMarket, WordKind::Rank])
        || sentence.tokens.clone().any(is_leader)
}
