//! Places whose part in a sentence is that of an earlier one, or follows from the case of a Russian name.

use super::verb::is_place_of_deal;
use crate::draft::sentence::{KnownPhrase, Sentence};
use crate::draft::sentence::{PlaceRole, RoledPlace};
use crate::draft::words::WordKind;

/// The part of a place where its form says it.
pub(super) fn role(sentence: &Sentence, mark: &KnownPhrase, before: &[RoledPlace]) -> Option<PlaceRole> {
    if sentence.article.is_russian && (is_locative(sentence, mark) || is_market_of(sentence, mark)) {
        return Some(PlaceRole::Reporter);
    }
    if let Some(earlier) = before.last().filter(|_| is_next_in_chinese(sentence, mark)) {
        let figure = sentence.figures.iter().find(|figure| figure.tokens.start >= earlier.mark.end);
        return figure.filter(|figure| figure.tokens.end <= mark.start).map(|_| earlier.role);
    }
    if is_next_taker(sentence, mark, before) {
        return Some(PlaceRole::Partner);
    }
    let earlier = before.iter().rfind(|place| is_bare(sentence, &place.mark))?;
    let is_behind_figure = sentence
        .figures
        .iter()
        .any(|figure| figure.tokens.start >= earlier.mark.end && figure.tokens.end <= mark.start);
    (is_behind_figure && is_elided(sentence, mark)).then_some(earlier.role)
}

/// `экспорт вырос в Литве на 30%`: in a country, not to it, as the ending says.
fn is_locative(sentence: &Sentence, mark: &KnownPhrase) -> bool {
    let is_in = matches!(sentence.stem(mark.start.saturating_sub(1)), "в" | "во");
    let name =
        sentence.article.tokens.get(mark.start).and_then(|token| sentence.article.text.get(token.range()));
    is_in
        && !is_place_of_deal(sentence, mark)
        && mark.code != "OTHERS"
        && name.is_some_and(|name| {
            // `в Соединенное Королевство` is where to, whatever its last letter.
            let is_adjective = name.ends_with("ое") || name.ends_with("ее");
            !is_adjective && ["е", "ии", "ане"].iter().any(|ending| name.ends_with(ending))
        })
}

/// `крупнейшим экспортным рынком Литвы`.
fn is_market_of(sentence: &Sentence, mark: &KnownPhrase) -> bool {
    let market = mark.start.saturating_sub(1);
    let is_market = matches!(sentence.stem(market), "рынк" | "рынок" | "партнер");
    is_market && sentence.stem(market.saturating_sub(1)).starts_with("экспортн")
}

/// 菲律宾出口下降10.1%，泰国下降6%: a place that begins a clause and is followed by a change.
fn is_next_in_chinese(sentence: &Sentence, mark: &KnownPhrase) -> bool {
    let is_first = matches!(sentence.stem(mark.start.saturating_sub(1)), "，" | "、" | "；" | ",");
    is_first && sentence.is_chinese() && sentence.mark_at(mark.end, WordKind::Change).is_some()
}

/// True for a place in front of which no preposition stands.
fn is_bare(sentence: &Sentence, mark: &KnownPhrase) -> bool {
    !matches!(
        sentence.stem(mark.start.saturating_sub(1)),
        "в" | "во" | "на" | "с" | "со" | "из" | "от" | "к" | "to" | "from" | "with" | "in" | "by" | "the"
    )
}

/// `Импорт Литвы вырос на 45%, Латвии - на 40%`; `Lithuania's exports rose 3%, Latvia's 2%`: only the place is said anew.
fn is_elided(sentence: &Sentence, mark: &KnownPhrase) -> bool {
    let is_item = matches!(sentence.stem(mark.start.saturating_sub(1)), "," | "и" | "а" | "and" | ";");
    let is_russian = sentence.article.is_russian && matches!(sentence.stem(mark.end), "-" | "—");
    let owned = mark.end + usize::from(sentence.stem(mark.end) == "'s");
    let is_english = owned > mark.end && sentence.figures.iter().any(|figure| figure.tokens.start == owned);
    is_item && (is_russian || is_english)
}

/// `China took 45 percent of Peru's exports, Chile 36 percent and Italy 9 percent`: the verb is said once.
fn is_next_taker(sentence: &Sentence, mark: &KnownPhrase, before: &[RoledPlace]) -> bool {
    let link = mark.start.saturating_sub(1);
    let is_item = matches!(sentence.stem(link), "," | "and");
    let is_figure = sentence.figures.iter().any(|figure| figure.tokens.start == mark.end);
    let mut takers = before.iter().filter(|place| super::taker::takes_part(sentence, &place.mark));
    let is_same = takers.next_back().is_some_and(|taker| {
        let gap = taker.mark.end..mark.start;
        !sentence.is_chinese() && !(gap.start..gap.end).any(|at| matches!(sentence.stem(at), ";" | "."))
    });
    is_item && is_figure && is_same
}
