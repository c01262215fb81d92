//! Of what a figure's trade is.

use std::ops::Range;
use std::sync::Arc;

mod aside;
mod behind;
mod bracket;
mod han;
mod list;
mod names;
mod of_flow;
mod phrase;
mod same_goods;
mod second_case;
mod topic;

use super::figure_context::FigureContext;
use super::known_words::KnownWords;
use super::listed::Listed;
use super::pointed;
use super::said_flow::SaidFlow;
use super::so_far::TextSoFar;
use crate::dataset::{Flow, Unit};
use crate::draft::figure::CountedIn;
use crate::draft::sentence::{KnownPhrase, Sentence};
use crate::draft::words::WordKind;
use aside::is_aside;
pub(super) use behind::of_refused;
use behind::{behind, falls_on};
use bracket::{in_front_of_bracket, in_front_of_with};
pub(super) use names::text;
use names::{NAMES, name};
pub(super) use of_flow::of_whole;
use of_flow::{in_front_of_share, of_flow};
use phrase::{extended, phrase, whole_list};
pub(super) use same_goods::of_delivery;
use same_goods::{is_of_same_goods, of_amount, of_compared};
pub(super) use topic::of_article;
use topic::{has_most, is_in_list};

type SaidProduct = KnownWords<Option<Arc<str>>>;

/// The product of a figure; none for all of them.
pub(super) fn product(
    context: &FigureContext,
    flow: &KnownWords<SaidFlow>,
    listed: Option<Listed>,
    so_far: &TextSoFar,
) -> SaidProduct {
    let sentence = context.sentence;
    if let Some(Listed::Product(start, end)) = listed {
        return name(context, start..end, so_far);
    }
    let named = falls_on(context).or_else(|| behind(context)).or_else(|| topic::of_share(context));
    if let Some(tokens) = named {
        return name(context, tokens, so_far);
    }
    let member = in_front_of_bracket(context).or_else(|| in_front_of_with(context));
    if let Some(tokens) = member.or_else(|| list::member(context)) {
        return name(context, tokens, so_far);
    }
    if let Some(known) = of_amount(context, so_far) {
        return known;
    }
    if let Some(tokens) = of_whole(context).and_then(|_| in_front_of_share(context)) {
        return name(context, tokens, so_far);
    }
    let flow_here = Some(&flow.value).filter(|flow| flow.is_here);
    let is_excluding =
        flow_here.is_some_and(|flow| matches!(sentence.stem(flow.end), "excluding" | "except"));
    let sentence_start = sentence.tokens.start;
    if let Some(tokens) = subject(context, flow_here).filter(|_| !is_excluding) {
        // A member of the list that no table has stands nearer: `knitwear fell by 9%, bed wear by 5% to $8 million`.
        let nearer = so_far.product.as_ref().filter(|known| {
            known.sentence_start == sentence_start && known.range.start >= sentence.article.range(&tokens).end
        });
        return nearer.cloned().unwrap_or_else(|| name(context, tokens, so_far));
    }
    let later = so_far.product.as_ref().filter(|known| {
        known.sentence_start == sentence_start
            && flow_here.is_some_and(|flow| {
                let start = sentence.article.range(&(flow.start..flow.end)).start;
                known.range.start > start
                    && !sentence.has_stop_since(&known.range, context.figure().range.start)
            })
    });
    if let Some(known) = later {
        return known.clone();
    }
    if let Some(flow) = flow_here
        && let Some(tokens) = of_flow(sentence, flow, context.figure().tokens.start)
    {
        return name(context, tokens, so_far);
    }
    if let Some(tokens) = flow_here.and_then(|flow| topic::of_flow_before(sentence, flow)) {
        return name(context, tokens, so_far);
    }
    if let Some(known) = of_compared(context, so_far) {
        return known;
    }
    // `Exports of machinery rose by 7%, and their imports by 6%`
    let is_owner = |at: usize| matches!(sentence.stem(at), "their" | "its" | "whose" | "его" | "ее" | "их");
    let shares = sentence.marks_in(sentence.tokens.start..context.figure().tokens.start, &[WordKind::Share]);
    let is_their = flow_here.is_some_and(|flow| sentence.stem(flow.start.saturating_sub(1)) == "their")
        || shares.last().is_some_and(|share| is_owner(share.start.saturating_sub(1)));
    if let Some(known) =
        so_far.product.as_ref().filter(|known| is_their && known.sentence_start == sentence_start)
    {
        return known.clone();
    }
    if let Some(known) = pointed::product(sentence, &flow.value, so_far) {
        return known;
    }
    let is_all = super::partner::is_overall(sentence, flow, context.figure().tokens.start)
        && !is_of_same_goods(sentence, flow.value.start);
    if is_all || flow_here.is_some_and(|flow| super::flow::is_in_all_goods(sentence, flow)) {
        return KnownWords::assumed(None);
    }
    if let Some(tokens) = topic::of_buyer(context) {
        return name(context, tokens, so_far);
    }
    inherited(context, flow_here, so_far)
}

/// The product of earlier sentences, where this one names none.
fn inherited(context: &FigureContext, flow: Option<&SaidFlow>, so_far: &TextSoFar) -> SaidProduct {
    let (sentence, has_flow) = (context.sentence, flow.is_some());
    let bound = same_goods::are_spoken_of(sentence)
        || flow.is_some_and(|flow| same_goods::goes_on_elsewhere(sentence, flow, so_far))
        || super::measure::is_of_it(context)
        || is_it(context)
        || flow.is_some_and(|flow| is_bought_from_reporter(sentence, flow))
        || sentence.has(sentence.tokens.clone(), &[WordKind::Anaphora])
        || sentence.has(sentence.tokens.start..context.figure().tokens.start, &[WordKind::OfWhich]);
    let is_total = sentence.has(
        sentence.clause_start(context.figure().tokens.start)..context.figure().tokens.start,
        &[WordKind::Whole],
    ) && !flow.is_some_and(|flow| is_of_same_goods(sentence, flow.start));
    if let Some(known) = &so_far.product {
        let is_kind_of_trade = matches!(known.value.as_deref(), Some("goods" | "services"));
        let same_sentence = known.sentence_start == sentence.tokens.start;
        let is_chinese = same_sentence
            && sentence.is_chinese()
            && !sentence.has_stop_since(&known.range, context.figure().range.start);
        // 汽车出口83.6亿元；其中对智利出口占41.2%
        let clause = sentence.clause_start(context.figure().tokens.start);
        let is_part = sentence.is_chinese() && sentence.mark_at(clause, WordKind::OfWhich).is_some();
        if (is_kind_of_trade && !is_total)
            || is_part && same_sentence && !is_total
            || (!has_flow && !same_sentence && !so_far.has_several_products)
            || (bound && !same_sentence)
            || is_chinese
        {
            return known.clone();
        }
    }
    let is_amount = matches!(context.figure().counted, CountedIn::Unit(Unit::Amount(_)));
    if let Some(known) = so_far.product.as_ref().filter(|known| is_amount && known.value.is_some()) {
        return known.clone();
    }
    // The topic of the paragraph is nearer than that of the text.
    let of_paragraph =
        so_far.product.as_ref().filter(|known| known.value.is_some() && !so_far.has_several_products);
    if let Some(known) = of_paragraph.filter(|_| so_far.home.product.is_some() && !is_total) {
        return known.clone();
    }
    match &so_far.home.product {
        Some(known) if is_amount || !is_total && !so_far.is_of_all_trade => known.clone(),
        _ => KnownWords::assumed(None),
    }
}

/// `Это 12,6% всего экспорта`, `This is 8% of all exports`: of what was just spoken of.
fn is_it(context: &FigureContext) -> bool {
    let (sentence, start) = (context.sentence, context.sentence.tokens.start);
    let is_word = matches!(sentence.stem(start), "эт" | "это" | "this" | "that" | "it");
    is_word && context.figure().tokens.start <= start + 3
}

/// `Chile and Peru bought $4 million and $3 million worth`: of the exports just spoken of.
fn is_bought_from_reporter(sentence: &Sentence, flow: &SaidFlow) -> bool {
    let verb = sentence.mark_at(flow.start, WordKind::FlowVerb);
    flow.flow == Flow::Exports && verb.is_some_and(|verb| verb.code == "imports")
}

/// A product in front of the figure with no flow behind it: `Goods were $84.7 billion`, `Manufactured goods grew 11.7 percent`.
fn subject(context: &FigureContext, flow: Option<&SaidFlow>) -> Option<Range<usize>> {
    let (sentence, figure) = (context.sentence, context.figure());
    let start = sentence.clause_start(figure.tokens.start);
    let mark = sentence
        .marks_in(start..figure.tokens.start, &NAMES)
        .rev()
        .find(|mark| !is_aside(sentence, mark, figure.tokens.start) && !is_in_list(sentence, mark))?;
    let flows = [WordKind::Flow, WordKind::FlowVerb];
    let mut later = sentence
        .marks_in(mark.end..figure.tokens.start, &flows)
        .filter(|flow| !super::flow::is_in_whole(sentence, flow));
    if later.any(|later| {
        later.start > mark.end + 1
            && !has_most(sentence, extended(sentence, mark, later.start).end..later.start)
    }) || is_directly_flow(sentence, mark) && flow.is_some_and(|flow| flow.start < mark.start)
    {
        return None;
    }
    let is_same_figure =
        |flow: &SaidFlow| flow.start >= mark.start || sentence.before(context.at).start <= mark.start;
    let follows = flow.is_none_or(|flow| {
        is_same_figure(flow) || flow.end <= mark.start && gap_is_close(sentence, flow.end..mark.start)
    });
    let is_both = sentence.stem(mark.start.saturating_sub(1)) == "and"
        && matches!(sentence.stem(mark.start.saturating_sub(2)), "goods" | "товар");
    if is_both && mark.kind == WordKind::Services {
        return follows.then(|| mark.start - 2..mark.end);
    }
    // `Exports of mainland goods`
    let before = mark.start.saturating_sub(1);
    let is_kind = mark.kind == WordKind::Goods
        && matches!(sentence.stem(mark.start.saturating_sub(2)), "of" | "in")
        && phrase(sentence, before, mark.start).is_some();
    if is_kind && sentence.marks.iter().all(|other| other.end != mark.start) {
        return follows.then_some(before..mark.end);
    }
    follows.then(|| whole_list(sentence, mark, figure.tokens.start))
}

fn gap_is_close(sentence: &Sentence, gap: Range<usize>) -> bool {
    gap.len() <= 12 || !sentence.figures.iter().any(|figure| gap.contains(&figure.tokens.start))
}

fn is_directly_flow(sentence: &Sentence, mark: &KnownPhrase) -> bool {
    sentence.mark_at(mark.end, WordKind::Flow).is_some()
}
