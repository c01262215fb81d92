//! Goods in the second case of Russian, behind their weight or their flow, whether a table has them or not.

use std::ops::Range;

use crate::dataset::Flow;
use crate::draft::read::said_flow::SaidFlow;
use crate::draft::sentence::Sentence;
use crate::draft::token::TokenKind;
use crate::draft::words::WordKind;

/// Endings of the second case.
const ENDINGS: [&str; 13] = ["ян", "а", "я", "ы", "и", "ов", "ев", "ей", "ий", "ых", "их", "го", "ь"];

/// The beginnings of words that end so and name no goods: owners of a flow, times, pronouns and verbs.
const NO_GOODS: [&str; 49] = [
    "стран",
    "республик",
    "государств",
    "регион",
    "област",
    "край",
    "края",
    "округ",
    "город",
    "год",
    "месяц",
    "квартал",
    "полугоди",
    "компани",
    "предприяти",
    "союз",
    "блок",
    "федерац",
    "партнер",
    "торговл",
    "рубеж",
    "ряда",
    "котор",
    "этого",
    "этой",
    "этих",
    "данн",
    "всего",
    "всех",
    "его",
    "или",
    "для",
    "при",
    "лишь",
    "вновь",
    "снова",
    "тогда",
    "когда",
    "всегда",
    "были",
    "была",
    "стал",
    "после",
    "мира",
    "отечествен",
    "туда",
    "сюда",
    "отту",
    "отку",
];

/// `14 тысяч тонн макаронных изделий`: words in the second case behind a weight.
pub(super) fn of_weight(sentence: &Sentence, from: usize) -> Option<Range<usize>> {
    let end = from + (from..from + 4).take_while(|at| is_word(sentence, *at)).count();
    (end > from && end < from + 4).then_some(from..end)
}

/// `экспорт зерна`, `поставки мяса птицы в Китай`, `импорт готовых продуктов из какао`: what a flow is of.
pub(super) fn of_flow(sentence: &Sentence, flow: &SaidFlow) -> Option<Range<usize>> {
    let from = flow.end;
    let is_good = |at: &usize| is_word(sentence, *at) && !is_no_goods(sentence, *at);
    if !sentence.article.is_russian || flow.flow == Flow::Total || !is_noun(sentence, flow) {
        return None;
    }
    let end = from + (from..from + 4).take_while(is_good).count();
    let is_all = end > from && end < from + 4 && !sentence.has(from..end, &[WordKind::Goods]);
    let made_of = end + 1;
    let has_material = ["продукт", "издел"].contains(&sentence.stem(end.saturating_sub(1)));
    let is_made_of = sentence.stem(end) == "из" && has_material && is_small(sentence, made_of);
    is_all.then_some(from..if is_made_of { made_of + 1 } else { end })
}

/// `главным поставщиком хлеба`, `покупатель чугуна`: what a word for a trader is of.
pub(super) fn of_trader(sentence: &Sentence, trader: usize) -> Option<Range<usize>> {
    let from = trader + 1;
    let is_good = |at: &usize| is_word(sentence, *at) && !is_no_goods(sentence, *at);
    let end = from + (from..from + 4).take_while(is_good).count();
    (sentence.article.is_russian && end > from && end < from + 4).then_some(from..end)
}

/// True for a flow that is no verb: `поставки`, `экспорт`.
fn is_noun(sentence: &Sentence, flow: &SaidFlow) -> bool {
    let is_verb = sentence.mark_at(flow.start, WordKind::FlowVerb).is_some();
    !is_verb || is_plural(sentence, flow.end - 1)
}

/// Flows whose verb may end as goods in the second case do: `поставки выросли`.
fn is_plural(sentence: &Sentence, flow: usize) -> bool {
    ["поставк", "поставок", "закупк", "закупок", "отгрузк", "отгрузок", "продаж"]
        .contains(&sentence.stem(flow))
}

fn is_no_goods(sentence: &Sentence, at: usize) -> bool {
    let written = written(sentence, at);
    let is_known = sentence.mark_at(at, WordKind::Product).is_some();
    let is_past = ["ли", "ла", "ло", "ся", "лись", "лась", "лось", "ены", "аны", "ена"]
        .iter()
        .any(|ending| written.ends_with(ending));
    let is_adverb = written.ends_with("чески");
    !is_known && (is_past || is_adverb || NO_GOODS.iter().any(|start| written.starts_with(start)))
}

fn is_small(sentence: &Sentence, at: usize) -> bool {
    let token = sentence.article.tokens.get(at);
    token.is_some_and(|token| token.kind == TokenKind::Word && !token.is_capital) && !sentence.is_taken(at)
}

/// A word in small letters that may be in the second case, and that is no other known word.
fn is_word(sentence: &Sentence, at: usize) -> bool {
    let Some(token) = sentence.article.tokens.get(at) else { return false };
    let written = written(sentence, at);
    token.kind == TokenKind::Word
        && !token.is_capital
        && sentence.tokens.contains(&at)
        && written.chars().count() > 2
        && ENDINGS.iter().any(|ending| written.ends_with(ending))
        && !sentence.is_taken(at)
        && sentence
            .marks
            .iter()
            .filter(|mark| (mark.start..mark.end).contains(&at))
            .all(|mark| mark.kind == WordKind::Product)
}

fn written<'s>(sentence: &'s Sentence, at: usize) -> &'s str {
    let token = sentence.article.tokens.get(at);
    token.and_then(|token| sentence.article.text.get(token.range())).unwrap_or_default()
}
