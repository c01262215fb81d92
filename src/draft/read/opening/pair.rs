//! The two places of an article on the trade of two.

use std::sync::Arc;

use super::sentence::OpeningSentence;
use crate::draft::read::known_words::{KnownWords, PlacePair};
use crate::draft::sentence::{PlaceRole, RoledPlace, Sentence};
use crate::draft::words::WordKind;

/// The two places of an article on the trade of two: both are in its title.
pub(super) fn of_title(
    first: &[OpeningSentence],
    reporter: Option<&KnownWords<Arc<str>>>,
) -> Option<PlacePair> {
    let title = first.first().filter(|opening| opening.is_title)?;
    let reporter = reporter?;
    let is_partner = |place: &&RoledPlace| {
        place.mark.code != &*reporter.value
            && (place.role == PlaceRole::Partner
                || matches!(place.role, PlaceRole::Reporter | PlaceRole::Unknown)
                    && title.sentence.places.len() == 2
                    && are_next(&title.sentence))
    };
    let mut partners = title.sentence.places.iter().filter(is_partner);
    let partner = partners.next().filter(|_| partners.next().is_none())?;
    let is_world = partner.mark.code == crate::dataset::WORLD;
    let is_pair = !is_world && !is_of_all(first, &reporter.value, partner.mark.code);
    is_pair.then(|| PlacePair { reporter: reporter.clone(), partner: title.place(&partner.mark) })
}

/// True if the first figures are of all the trade of the reporter, and those of the title's partner come later: the title names
/// one partner of several.
fn is_of_all(first: &[OpeningSentence], reporter: &str, partner: &str) -> bool {
    let mut body = first.iter().filter(|opening| !opening.is_title && !opening.sentence.figures.is_empty());
    let is_all = body.next().is_some_and(|opening| is_own_trade(&opening.sentence, reporter, partner));
    let mut later = body.flat_map(|opening| &opening.sentence.places);
    is_all && later.any(|place| place.role == PlaceRole::Partner && place.mark.code == partner)
}

/// True for a sentence whose first figure is of the reporter's trade, with no partner named in front of it.
fn is_own_trade(sentence: &Sentence, reporter: &str, partner: &str) -> bool {
    let Some(figure) = sentence.figures.first() else { return false };
    let front = sentence.tokens.start..figure.tokens.start;
    let places = sentence.places.iter().filter(|place| place.mark.end <= front.end);
    // `exported goods worth $4 bn to Poland`
    let behind = sentence.behind(0);
    let is_to = |place: &RoledPlace| place.mark.code == partner && behind.contains(&place.mark.start);
    if sentence.places.iter().any(is_to) {
        return false;
    }
    let is_reporter = |place: &RoledPlace| place.role == PlaceRole::Reporter && place.mark.code == reporter;
    let kinds = [WordKind::Flow, WordKind::FlowVerb];
    places.clone().any(is_reporter)
        && !places.clone().any(|place| place.mark.code == partner)
        && !sentence.has(sentence.tokens.clone(), &[WordKind::Anaphora])
        && sentence.has(front, &kinds)
}

/// True if two words at most stand between the two places of a title: `trade between China and Russia`.
fn are_next(sentence: &Sentence) -> bool {
    let mut pairs = sentence.places.windows(2);
    pairs.all(|pair| matches!(pair, [one, other] if other.mark.start <= one.mark.end + 2))
}
