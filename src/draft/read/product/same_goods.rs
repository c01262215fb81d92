//! Figures of the same goods as another one next to them.

use std::ops::Range;
use std::sync::Arc;

use super::SaidProduct;
use super::names::{NAMES, text};
use crate::dataset::Unit;
use crate::draft::figure::CountedIn;
use crate::draft::read::figure_context::FigureContext;
use crate::draft::read::known_words::KnownWords;
use crate::draft::read::measure::is_base_amount;
use crate::draft::read::pointed::points;
use crate::draft::read::said_flow::SaidFlow;
use crate::draft::read::so_far::TextSoFar;
use crate::draft::sentence::{PlaceRole, Sentence};
use crate::draft::words::WordKind;

/// 小麦出口12.9万吨，同比下降6.2%; `калийных - 9,2 млн т (-31%)`: a percentage right behind an amount is of the same goods.
pub(super) fn of_amount(context: &FigureContext, so_far: &TextSoFar) -> Option<SaidProduct> {
    let sentence = context.sentence;
    let before = sentence.before(context.at);
    let is_percent = context.figure().counted == CountedIn::Unit(Unit::Percent);
    let last = so_far.last.as_ref().filter(|_| so_far.last_sentence == sentence.tokens.start)?;
    let is_close = sentence.is_chinese() && before.len() <= 5
        || sentence.is_in_brackets(context.at) && before.len() <= 3;
    // `Cellulose totalled $225 million, but saw a 29% drop`
    let verbs = ["saw", "posted", "registered", "recorded", "but", "and", "a", "an", ",", "showed", "marked"];
    let is_elided = (2..=6).contains(&before.len())
        && before.clone().any(|at| matches!(sentence.stem(at), "but" | "and"))
        && before.clone().all(|at| verbs.contains(&sentence.stem(at)));
    // `9,800 tons worth $4.8 million`
    let is_worth = before.len() <= 2 && matches!(sentence.stem(before.start), "worth" | "valued" | "valuing");
    let is_behind = context.at > 0 && (is_percent && (is_close || is_elided) || is_worth);
    let has_own = sentence.has(before.clone(), &NAMES)
        || sentence.has(before, &[WordKind::Flow, WordKind::FlowVerb, WordKind::Share]);
    let range = last.product.origin.range()?.clone();
    (is_behind && !has_own).then(|| KnownWords {
        value: last.product.value.clone(),
        range,
        paragraph: last.paragraph,
        sentence_start: if last.product.origin.guess().is_none() {
            sentence.tokens.start
        } else {
            usize::MAX
        },
        is_said: true,
    })
}

/// `textile exports fell by 5% compared to the exports of $7 million in May`: an amount that another is compared with.
pub(super) fn of_compared(context: &FigureContext, so_far: &TextSoFar) -> Option<SaidProduct> {
    let known = so_far.product.as_ref()?;
    let is_here = known.sentence_start == context.sentence.tokens.start;
    (is_here && is_base_amount(context.sentence, context.at)).then(|| known.clone())
}

/// `этого импорта`, `объем поставок`: the flow of the goods that the text spoke of, though it may be all of it.
pub(super) fn is_of_same_goods(sentence: &Sentence, flow: usize) -> bool {
    matches!(sentence.stem(flow), "поставк" | "поставок") || points(sentence, flow)
}

/// `основная часть продукции`: the goods that the text spoke of.
pub(super) fn are_spoken_of(sentence: &Sentence) -> bool {
    sentence.tokens.clone().any(|at| sentence.stem(at) == "продукц" && !sentence.is_in_phrase(at))
}

/// `Exports of steel to Peru rose by 4%. Shipments to Chile fell`: the same goods go to another place, in a text that has not
/// spoken of all goods.
pub(super) fn goes_on_elsewhere(sentence: &Sentence, flow: &SaidFlow, so_far: &TextSoFar) -> bool {
    let is_delivery = matches!(sentence.stem(flow.start), "shipments" | "deliveries" | "sales" | "supplies");
    let is_first = flow.start == sentence.tokens.start;
    let is_bound = sentence.places.iter().any(|place| {
        let gap = flow.end.min(place.mark.start)..place.mark.start;
        place.role == PlaceRole::Partner
            && place.mark.start >= flow.end
            && gap.into_iter().all(|at| matches!(sentence.stem(at), "to" | "the"))
    });
    let last = so_far.last.as_ref().filter(|last| last.flow.value == flow.flow && !last.is_with_world());
    let is_of_goods = last.is_some_and(|last| last.product.value.is_some());
    is_delivery
        && is_first
        && is_bound
        && is_of_goods
        && !so_far.has_all_goods
        && !so_far.has_several_products
}

/// The product of a title, `экспорт вина в Россию`, that the first figures go on with: `Объем поставок составил …`.
pub(in crate::draft::read) fn of_delivery(
    sentence: &Sentence,
    title: &Sentence,
) -> Option<(Arc<str>, Range<usize>)> {
    let flows = [WordKind::Flow, WordKind::FlowVerb];
    let flow = sentence.marks_in(sentence.tokens.clone(), &flows).next()?;
    let of_title = title.marks_in(title.tokens.clone(), &flows).next()?;
    let name = title.mark_at(of_title.end, WordKind::Product)?;
    let tokens = name.start..name.end;
    let has_own = sentence.has(sentence.tokens.clone(), &NAMES);
    (!has_own && is_of_same_goods(sentence, flow.start))
        .then(|| (Arc::from(text(title, &tokens)), title.article.range(&tokens)))
}
