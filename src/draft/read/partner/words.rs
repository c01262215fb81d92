//! Words that stand next to a place.

use crate::draft::sentence::{KnownPhrase, Sentence};

/// 全国, 我国: the country as its own people call it, which is nobody's partner.
pub(super) fn is_home(sentence: &Sentence, mark: &KnownPhrase) -> bool {
    mark.code == "CHN" && matches!(sentence.stem(mark.start), "全" | "我" | "国")
}

pub(super) fn is_between(sentence: &Sentence, mark: &KnownPhrase) -> bool {
    (mark.start.saturating_sub(3)..mark.start).any(|at| matches!(sentence.stem(at), "between" | "между"))
}

/// 智利全年出口总额, 当年货物出口总额: all exports of a country in a year, in a text on its trade with one other.
pub(super) fn is_sum_of_year(sentence: &Sentence, flow: usize) -> bool {
    let word = |back: usize| flow.checked_sub(back).map_or("", |at| sentence.stem(at));
    let of_goods = if (word(2), word(1)) == ("货", "物") { 2 } else { 0 };
    matches!((word(of_goods + 2), word(of_goods + 1)), ("全" | "当", "年"))
}

/// 双边贸易额, `mutual trade`: the trade of two, whoever they are.
pub(super) fn is_mutual(stem: &str) -> bool {
    matches!(stem, "双" | "bilateral" | "mutual")
        || ["взаимн", "двусторонн"].iter().any(|word| stem.starts_with(word))
}
