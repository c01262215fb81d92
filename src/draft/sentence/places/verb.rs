//! Places around a verb of trade, whose parts follow from the verb and the preposition: `из Беларуси в Россию отгрузили`,
//! `закупили в Китае`, `продал Узбекистану`, `were brought into Armenia`.

use crate::draft::sentence::{KnownPhrase, Sentence};
use crate::draft::words::WordKind;

/// The verb that a place in front of it goes with: the first of its clause, with no figure in between.
pub(super) fn verb_behind<'s>(sentence: &'s Sentence, mark: &KnownPhrase) -> Option<&'s KnownPhrase> {
    let end = sentence.clause_end(mark.end);
    let verb = sentence.marks_in(mark.end..end, &[WordKind::FlowVerb]).next()?;
    (is_straight(sentence, mark.end, verb.start) && !sentence.has(mark.end..verb.start, &[WordKind::Flow]))
        .then_some(verb)
}

/// The verb right in front of a place and its preposition, a time aside: `закупили в Китае`, `купили за год в Китае`.
fn verb_before<'s>(sentence: &'s Sentence, mark: &KnownPhrase) -> Option<&'s KnownPhrase> {
    let start = sentence.clause_start(mark.start);
    let verb = sentence.marks_in(start..mark.start, &[WordKind::FlowVerb]).next_back()?;
    let is_time = |at: usize| {
        let mut periods = sentence.periods.iter();
        periods.any(|period| period.tokens.contains(&at))
            || matches!(sentence.stem(at), "в" | "во" | "за" | "год" | "месяц")
    };
    (verb.end..mark.start).all(is_time).then_some(verb)
}

fn is_straight(sentence: &Sentence, from: usize, to: usize) -> bool {
    let mut figures = sentence.figures.iter();
    !figures.any(|figure| (from..to).contains(&figure.tokens.start))
        && !(from..to).any(|at| matches!(sentence.stem(at), "," | "(" | ")"))
}

/// `импорт в Казахстан`, `в Узбекистан из Китая ввезли`; but `закупили в Китае` names whom it was bought from.
pub(super) fn brings_in(sentence: &Sentence, mark: &KnownPhrase, flow: Option<&KnownPhrase>) -> bool {
    let verb = verb_behind(sentence, mark).or(flow);
    sentence.article.is_russian
        && verb.is_some_and(|verb| verb.code == "imports" && !is_purchase(sentence, verb))
}

/// `на Кубу ввезли`; `imports into Chile`, `were brought into Armenia`: the place that the goods enter.
pub(super) fn enters(sentence: &Sentence, mark: &KnownPhrase, flow: Option<&KnownPhrase>) -> bool {
    if sentence.article.is_russian {
        let verb = verb_behind(sentence, mark).filter(|verb| verb.start == mark.end);
        return verb.is_some_and(|verb| verb.code == "imports" && !is_purchase(sentence, verb));
    }
    let link = mark.start.saturating_sub(1);
    let link = link.saturating_sub(usize::from(sentence.stem(link) == "the"));
    flow.is_some_and(|flow| {
        // The last word of `brought into` is the preposition itself.
        let gap = flow.end..mark.start.max(flow.end);
        let is_near = gap.len() <= 5 && is_straight(sentence, gap.start, gap.end);
        flow.code == "imports" && sentence.stem(link) == "into" && is_near
    })
}

/// `из Беларуси в Россию отгрузили`: the place that the goods leave, in a clause that names no other subject.
pub(super) fn leaves(sentence: &Sentence, mark: &KnownPhrase) -> bool {
    sentence.article.is_russian && verb_behind(sentence, mark).is_some_and(|verb| verb.code == "exports")
}

/// `машины закупили в Китае`, `в Китае купили`, `продали в Турции`: where the other side of the deal is.
pub(super) fn is_place_of_deal(sentence: &Sentence, mark: &KnownPhrase) -> bool {
    let is_next = |verb: &&KnownPhrase| verb.start == mark.end;
    let is_deal = |verb: &KnownPhrase| is_purchase(sentence, verb) || is_sale(sentence, verb);
    verb_before(sentence, mark).is_some_and(is_deal)
        || verb_behind(sentence, mark).filter(is_next).is_some_and(is_deal)
}

/// `продал Узбекистану`, `Турции поставили`: whom it was sold to, as the case says.
pub(super) fn is_receiver(sentence: &Sentence, mark: &KnownPhrase) -> bool {
    let last = sentence.article.tokens.get(mark.end - 1);
    let name = last.and_then(|token| sentence.article.text.get(token.range())).unwrap_or_default();
    let is_dative = ["у", "ю"].iter().any(|ending| name.ends_with(ending)) && name != "Перу";
    // Behind a noun the same form is its owner: `компании Турции поставили`.
    let is_after = |verb: &KnownPhrase| verb.end == mark.start && (is_dative || name.ends_with("ии"));
    let is_next = |verb: &&KnownPhrase| is_after(verb) || verb.start == mark.end && is_dative;
    let is_verb = |verb: &KnownPhrase| !sentence.stem(verb.start).starts_with("поставк");
    sentence.article.is_russian
        && sentence.marks_in(sentence.tokens.clone(), &[WordKind::FlowVerb]).filter(is_next).any(|verb| {
            verb.code == "exports"
                && is_verb(verb)
                && (is_sale(sentence, verb) || is_delivery(sentence, verb))
        })
}

/// `закупили`, `купил`: verbs whose place is that of the seller.
pub(super) fn is_purchase(sentence: &Sentence, verb: &KnownPhrase) -> bool {
    has_stem(sentence, verb, &["закуп", "купи", "покуп", "приобр"])
}

fn is_sale(sentence: &Sentence, verb: &KnownPhrase) -> bool {
    has_stem(sentence, verb, &["прода", "реализ"])
}

fn is_delivery(sentence: &Sentence, verb: &KnownPhrase) -> bool {
    has_stem(sentence, verb, &["постав", "отгру", "отправ"])
}

fn has_stem(sentence: &Sentence, verb: &KnownPhrase, starts: &[&str]) -> bool {
    starts.iter().any(|start| sentence.stem(verb.start).starts_with(start))
}
