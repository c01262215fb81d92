//! Places whose part in a sentence is that of an earlier one, or follows from the case of a Russian name.

use super::{PlaceRole, RoledPlace};
use crate::draft::scene::{KnownPhrase, SentenceScene};
use crate::draft::words::WordKind;

/// The part of a place where its form says it.
pub(super) fn role(scene: &SentenceScene, mark: &KnownPhrase, before: &[RoledPlace]) -> Option<PlaceRole> {
    if scene.article.is_russian && (is_locative(scene, mark) || is_market_of(scene, mark)) {
        return Some(PlaceRole::Reporter);
    }
    if let Some(earlier) = before.last().filter(|_| is_next_in_chinese(scene, mark)) {
        let figure = scene.figures.iter().find(|figure| figure.tokens.start >= earlier.mark.end);
        return figure.filter(|figure| figure.tokens.end <= mark.start).map(|_| earlier.role);
    }
    let earlier = before.iter().rfind(|place| is_bare(scene, &place.mark))?;
    let is_behind_figure = scene
        .figures
        .iter()
        .any(|figure| figure.tokens.start >= earlier.mark.end && figure.tokens.end <= mark.start);
    (is_behind_figure && is_elided(scene, mark)).then_some(earlier.role)
}

/// `экспорт вырос в Литве на 30%`: in a country, not to it, as the ending says.
fn is_locative(scene: &SentenceScene, mark: &KnownPhrase) -> bool {
    let is_in = matches!(scene.stem(mark.start.saturating_sub(1)), "в" | "во");
    let name = scene.article.tokens.get(mark.start).and_then(|token| scene.article.text.get(token.range()));
    is_in
        && mark.code != "OTHERS"
        && name.is_some_and(|name| ["е", "ии", "ане"].iter().any(|ending| name.ends_with(ending)))
}

/// `крупнейшим экспортным рынком Литвы`.
fn is_market_of(scene: &SentenceScene, mark: &KnownPhrase) -> bool {
    let market = mark.start.saturating_sub(1);
    let is_market = matches!(scene.stem(market), "рынк" | "рынок" | "партнер");
    is_market && scene.stem(market.saturating_sub(1)).starts_with("экспортн")
}

/// 菲律宾出口下降10.1%，泰国下降6%: a place that begins a clause and is followed by a change.
fn is_next_in_chinese(scene: &SentenceScene, mark: &KnownPhrase) -> bool {
    let is_first = matches!(scene.stem(mark.start.saturating_sub(1)), "，" | "、" | "；" | ",");
    is_first && scene.is_chinese() && scene.mark_at(mark.end, WordKind::Change).is_some()
}

/// True for a place in front of which no preposition stands.
fn is_bare(scene: &SentenceScene, mark: &KnownPhrase) -> bool {
    !matches!(
        scene.stem(mark.start.saturating_sub(1)),
        "в" | "во" | "на" | "с" | "со" | "из" | "от" | "к" | "to" | "from" | "with" | "in" | "by" | "the"
    )
}

/// `Импорт Литвы вырос на 45%, Латвии - на 40%`; `Lithuania's exports rose 3%, Latvia's 2%`: only the place is said anew.
fn is_elided(scene: &SentenceScene, mark: &KnownPhrase) -> bool {
    let is_item = matches!(scene.stem(mark.start.saturating_sub(1)), "," | "и" | "а" | "and" | ";");
    let is_russian = scene.article.is_russian && matches!(scene.stem(mark.end), "-" | "—");
    let owned = mark.end + usize::from(scene.stem(mark.end) == "'s");
    let is_english = owned > mark.end && scene.figures.iter().any(|figure| figure.tokens.start == owned);
    is_item && (is_russian || is_english)
}
