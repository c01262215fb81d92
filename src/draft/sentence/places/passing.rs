//! Places that a sentence names only in passing: none of its figures is of their trade.

use crate::draft::region;
use crate::draft::sentence::Sentence;
use crate::draft::sentence::known_phrase::{KnownPhrase, PLACES};
use crate::draft::words::WordKind;

pub(super) fn is_in_passing(sentence: &Sentence, mark: &KnownPhrase) -> bool {
    is_in_front_of_region(sentence, mark)
        || is_customs(sentence, mark)
        || is_included(sentence, mark)
        || is_epithet(sentence, mark)
        || is_left_out(sentence, mark)
        || is_of_ranked(sentence, mark)
}

/// `the world's largest hub`, `the biggest African buyer`: only says among whom something ranks.
fn is_of_ranked(sentence: &Sentence, mark: &KnownPhrase) -> bool {
    let is_country = crate::dataset::known::country(mark.code).is_some();
    let owned = mark.end + usize::from(sentence.stem(mark.end) == "'s");
    let ranks = |at: usize| sentence.mark_at(at, WordKind::Rank).is_some();
    let is_owner = owned > mark.end && ranks(owned) && !is_country;
    let trader = matches!(
        sentence.stem(mark.end),
        "buyer" | "importer" | "customer" | "exporter" | "supplier" | "market" | "partner" | "destination"
    );
    let is_ranked = sentence.marks.iter().any(|rank| rank.kind == WordKind::Rank && rank.end == mark.start);
    is_owner || trader && is_ranked && !is_country
}

/// `китайской провинции Цзилинь`, 中国新疆: the country only says where the region lies.
fn is_in_front_of_region(sentence: &Sentence, mark: &KnownPhrase) -> bool {
    let is_kind = |at: usize| {
        let stem = sentence.stem(at);
        matches!(
            stem,
            "'s" | "province" | "region" | "的" | "провинц" | "район" | "автономн" | "област" | "регион"
        ) || stem.starts_with("автономн")
    };
    // `Altay Kazakh Autonomous Prefecture`
    if mark.kind == WordKind::Demonym && sentence.stem(mark.end) == "autonomous" {
        return true;
    }
    // `с другими странами ЕАЭС`
    let group = PLACES.iter().find_map(|kind| sentence.mark_at(mark.end, *kind));
    if mark.code == "OTHERS" && group.is_some() {
        return true;
    }
    let mut near = sentence.marks_in(mark.end..(mark.end + 5).min(sentence.tokens.end), &PLACES);
    near.any(|next| {
        region::nation(next.code) == Some(mark.code)
            && next.start - mark.end <= 3
            && (mark.end..next.start).all(is_kind)
    })
}

/// 包括越南在内的东盟六国: a member that the group only is said to have; or a country by its embassy.
fn is_included(sentence: &Sentence, mark: &KnownPhrase) -> bool {
    // 中国驻智利使馆: an embassy, which only tells of trade.
    if sentence.stem(mark.end) == "驻" {
        return true;
    }
    let is_inside = (sentence.stem(mark.end), sentence.stem(mark.end + 1)) == ("在", "内");
    // `с другими странами-членами союза`
    let is_joined =
        sentence.article.tokens.get(mark.end).is_some_and(|token| token.stem == "-" && !token.is_apart);
    is_inside || mark.code == "OTHERS" && is_joined
}

/// `оборот составил $4 млрд без учета торговли с Беларусью`: a place whose trade is not counted.
fn is_left_out(sentence: &Sentence, mark: &KnownPhrase) -> bool {
    let near = mark.start.saturating_sub(8).max(sentence.tokens.start)..mark.start;
    let has_figure = |from: usize| {
        sentence.figures.iter().any(|figure| figure.tokens.start >= from && figure.tokens.end <= mark.start)
    };
    let is_without = |at: &usize| {
        let pair = (sentence.stem(at.saturating_sub(1)), sentence.stem(*at));
        let is_russian = pair.0 == "без" && pair.1.starts_with("учет") || pair == ("не", "считая");
        is_russian || pair.1 == "without" && sentence.stem(at + 1) == "counting"
    };
    near.clone().find(is_without).is_some_and(|at| !has_figure(at))
}

/// `the South American country's exports`: another name for a country that the text has named.
fn is_epithet(sentence: &Sentence, mark: &KnownPhrase) -> bool {
    let noun = mark.end;
    let is_one = matches!(
        sentence.stem(noun),
        "country" | "nation" | "state" | "economy" | "republic" | "kingdom" | "island"
    );
    is_one
        && sentence.stem(mark.start.saturating_sub(1)) == "the"
        && crate::dataset::known::country(mark.code).is_none()
        && region::nation(mark.code).is_none()
}

/// 厦门海关: an office, of which nothing is traded.
fn is_customs(sentence: &Sentence, mark: &KnownPhrase) -> bool {
    let mut end = mark.end;
    while sentence.stem(end) == "、" || sentence.stem(end) == "和" {
        let next = PLACES.iter().find_map(|kind| sentence.mark_at(end + 1, *kind));
        let Some(next) = next else { return false };
        end = next.end;
    }
    (sentence.stem(end), sentence.stem(end + 1)) == ("海", "关")
        && !matches!(sentence.stem(end + 2), "关" | "口")
}
