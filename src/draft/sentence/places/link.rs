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

/// The number of words in front of a place among which the one that binds it is looked for.
const NEAR: usize = 7;

/// The word in front of a place that binds it.
pub(super) fn link(sentence: &Sentence, mark: &KnownPhrase, before: &[RoledPlace]) -> PlaceLink {
    for at in (sentence.tokens.start..mark.start).rev().take(NEAR) {
        let bound = preposition(sentence, mark, at).or_else(|| joint(sentence, mark, at, before));
        if let Some(link) = bound {
            return link;
        }
        if !PASSED_WORDS.contains(&sentence.stem(at)) && !is_of_members(sentence, at) {
            return far_link(sentence, mark);
        }
    }
    PlaceLink::None
}

/// How a preposition binds a place behind it.
fn preposition(sentence: &Sentence, mark: &KnownPhrase, at: usize) -> Option<PlaceLink> {
    let link = match sentence.stem(at) {
        "for" if sentence.stem(mark.end) == "'s" => PlaceLink::None,
        "to" | "into" | "towards" | "对" | "向" | "往" | "for" | "на" => PlaceLink::To,
        "from" | "自" | "从" | "из" => PlaceLink::From,
        // `приобрел у Норвегии`
        "у" if buys_in_front(sentence, at) => PlaceLink::From,
        // `на рынок Турции`: where to; `на рынке Турции` may be whose trade it is.
        "рынок" | "рынк" if sentence.stem(at.saturating_sub(1)) == "на" && is_into_market(sentence, at) => {
            PlaceLink::In
        }
        "with" | "с" | "со" | "同" | "после" | "after" => PlaceLink::With,
        "between" | "между" => PlaceLink::Between,
        "of" if !is_of_members(sentence, at) => PlaceLink::Of,
        "in" | "в" | "во" => PlaceLink::In,
        _ => return None,
    };
    Some(link)
}

/// `from the Member States of the European Union`
fn is_of_members(sentence: &Sentence, at: usize) -> bool {
    let members = ["states", "countries", "members", "nations", "economies", "markets"];
    sentence.stem(at) == "of" && members.contains(&sentence.stem(at.saturating_sub(1)))
}

/// How a word that joins two places binds the second one.
fn joint(sentence: &Sentence, mark: &KnownPhrase, at: usize, before: &[RoledPlace]) -> Option<PlaceLink> {
    let place_ending = |end: usize| before.iter().rposition(|place| place.mark.end == end);
    let listed = place_ending(at);
    let is_partner =
        || listed.and_then(|at| before.get(at)).is_some_and(|place| place.role == PlaceRole::Partner);
    match sentence.stem(at) {
        // `the Peru-Chile trade`
        "-" if listed.is_some() && at + 1 == mark.start => Some(PlaceLink::With),
        "与" if !is_partner() => Some(PlaceLink::With),
        "and" | "," | "、" | "和" | "及" | "и" | "&" | "与" => {
            let is_comma = matches!(sentence.stem(at.saturating_sub(1)), "," | "、");
            let behind_comma = || at.checked_sub(1).filter(|_| is_comma).and_then(place_ending);
            Some(listed.or_else(behind_comma).map_or(PlaceLink::None, PlaceLink::List))
        }
        _ => None,
    }
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
