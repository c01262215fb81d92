//! The words that bind a place to a flow: prepositions, and the places before it in a list.

use super::verb::is_purchase;
use crate::dataset::WORLD;
use crate::draft::sentence::known_phrase::{FLOWS, PLACES, PlaceRole, RoledPlace};
use crate::draft::sentence::{KnownPhrase, Sentence};
use crate::draft::token::TokenKind;
use crate::draft::words::WordKind;

/// The word that binds a place to a flow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PlaceLink {
    To,
    From,
    With,
    Between,
    Of,
    In,
    /// The place before it in a list.
    List(usize),
    None,
}

/// Words between a preposition and its place: `to its five neighbouring countries`.
const PASSED_WORDS: [&str; 36] = [
    "the",
    "its",
    "five",
    "countries",
    "country",
    "member",
    "members",
    "states",
    "nations",
    "other",
    "neighboring",
    "neighbouring",
    "all",
    "new",
    "стран",
    "страна",
    "member-states",
    "пять",
    "этих",
    "both",
    "partners",
    "partner",
    "economy",
    "market",
    "region",
    "член",
    "участник",
    "участниц",
    "друг",
    "остальн",
    "прочим",
    "государств",
    "-",
    "共",
    "国",
    "республик",
];

/// The word in front of a place that binds it.
pub(super) fn link(sentence: &Sentence, mark: &KnownPhrase, before: &[RoledPlace]) -> PlaceLink {
    let mut at = mark.start;
    for _ in 0..7 {
        let Some(previous) = at.checked_sub(1).filter(|at| *at >= sentence.tokens.start) else {
            return PlaceLink::None;
        };
        at = previous;
        let listed = before.iter().rposition(|place| place.mark.end == at);
        match sentence.stem(at) {
            // `the Peru-Chile trade`
            "-" if listed.is_some() && at + 1 == mark.start => return PlaceLink::With,
            "for" if sentence.stem(mark.end) == "'s" => return PlaceLink::None,
            "to" | "into" | "towards" | "对" | "向" | "往" | "for" | "на" => return PlaceLink::To,
            "from" | "自" | "从" | "из" => return PlaceLink::From,
            // `приобрел у Норвегии`
            "у" if buys_in_front(sentence, at) => return PlaceLink::From,
            // `на рынок Турции`: where to; `на рынке Турции` may be whose trade it is.
            "рынок" | "рынк"
                if sentence.stem(at.saturating_sub(1)) == "на" && is_into_market(sentence, at) =>
            {
                return PlaceLink::In;
            }
            "with" | "с" | "со" | "同" | "после" | "after" => return PlaceLink::With,
            "between" | "между" => return PlaceLink::Between,
            // `from the Member States of the European Union`
            "of" if matches!(
                sentence.stem(at.saturating_sub(1)),
                "states" | "countries" | "members" | "nations" | "economies" | "markets"
            ) => {}
            "of" => return PlaceLink::Of,
            "in" | "в" | "во" => return PlaceLink::In,
            "与" if listed.is_none()
                || before.get(listed.unwrap_or(0)).is_some_and(|place| place.role != PlaceRole::Partner) =>
            {
                return PlaceLink::With;
            }
            "and" | "," | "、" | "和" | "及" | "и" | "&" | "与" => {
                if let Some(place) = listed {
                    return PlaceLink::List(place);
                }
                let comma = before.iter().rposition(|place| place.mark.end + 1 == at);
                return match comma.filter(|_| matches!(sentence.stem(at.saturating_sub(1)), "," | "、")) {
                    Some(place) => PlaceLink::List(place),
                    None => PlaceLink::None,
                };
            }
            word if PASSED_WORDS.contains(&word) => {}
            _ => return far_link(sentence, mark),
        }
    }
    PlaceLink::None
}

/// True for the accusative of a market.
fn is_into_market(sentence: &Sentence, at: usize) -> bool {
    let word = sentence.article.tokens.get(at).and_then(|token| sentence.article.text.get(token.range()));
    word.is_some_and(|word| matches!(word, "рынок" | "рынки"))
}

fn buys_in_front(sentence: &Sentence, at: usize) -> bool {
    let verbs = sentence.marks_in(sentence.clause_start(at)..at, &[WordKind::FlowVerb]);
    verbs.clone().any(|verb| is_purchase(sentence, verb))
}

/// The most characters between a Chinese preposition and its place.
const REACH: usize = 14;

/// 对最大贸易伙伴欧盟, 从全球最大的大豆出口国巴西: the preposition stands in front of what the place is.
fn far_link(sentence: &Sentence, mark: &KnownPhrase) -> PlaceLink {
    let is_han =
        |at: usize| sentence.article.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Han);
    let stops = |at: usize| {
        let covers = |known: &&KnownPhrase| (known.start..known.end).contains(&at);
        sentence.is_taken(at)
            || !is_han(at)
            || sentence.marks.iter().filter(covers).any(|known| FLOWS.contains(&known.kind))
            || sentence
                .marks
                .iter()
                .filter(covers)
                .any(|known| PLACES.contains(&known.kind) && known.code != WORLD)
    };
    // 对25个“一带一路”国家
    let is_passed = |at: usize| {
        let is_counter = |at: usize| matches!(sentence.stem(at), "个" | "多" | "余");
        let is_number = sentence.article.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Number);
        matches!(sentence.stem(at), "“" | "\"") || is_counter(at) || is_number && is_counter(at + 1)
    };
    if !is_han(mark.start) && sentence.stem(mark.start) != "“" {
        return PlaceLink::None;
    }
    let from = mark.start.saturating_sub(REACH).max(sentence.tokens.start);
    for at in (from..mark.start).rev() {
        match sentence.stem(at) {
            "对" if sentence.stem(at + 1) == "外" => return PlaceLink::None,
            "对" | "向" => return PlaceLink::To,
            "从" | "自" => return PlaceLink::From,
            "与" | "同" => return PlaceLink::With,
            _ if !is_passed(at) && stops(at) => return PlaceLink::None,
            _ => {}
        }
    }
    PlaceLink::None
}
