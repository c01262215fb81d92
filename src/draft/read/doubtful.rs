//! Rows whose sentence leaves another reading open, so that no finding may rest on them.

use std::ops::Range;

use super::figure_context::FigureContext;
use super::so_far::TextSoFar;
use crate::dataset::{Flow, Measure, Unit};
use crate::draft::proposal::{Origin, Proposal};
use crate::draft::region::is_own_nation;
use crate::draft::sentence::{KnownPhrase, PlaceRole, RoledPlace, Sentence};
use crate::draft::token::TokenKind;
use crate::draft::words::WordKind;

/// True if the words around a figure can be read in another way than the row has it. Under a heading of few words, a row
/// that names no product may be about what the heading says.
pub(super) fn is_doubtful(context: &FigureContext, row: &Proposal, so_far: &TextSoFar) -> bool {
    let sentence = context.sentence;
    is_world_doubtful(sentence, row)
        || so_far.is_under_heading && row.product.origin == Origin::Assumed
        || is_partner_unknown(sentence, row)
        || is_sign_unsaid(context, row)
        || is_partner_loose(context, row)
        || is_goods_unsaid(row)
        || is_product_cut(sentence, row)
        || is_flow_aside(context, row)
        || is_name_unknown(sentence, row)
        || is_name_missed(sentence, row)
        || is_part_of_place(sentence, row)
        || is_period_loose(sentence, row)
        || so_far.is_behind_month && matches!(row.period.origin, Origin::Inherited { .. })
        || is_sum_or_change(context, row)
        || is_of_open_group(row)
        || is_partner_of_title(row)
        || is_carrier_loose(sentence, row)
        || is_off_subject(row, so_far)
        || so_far.is_back_home && matches!(row.reporter.origin, Origin::Inherited { .. })
}

/// True for a row that only goes on with a reporter or a period which is not that of the article's beginning, or whose
/// reporter that beginning contradicts: one wrong reading there would spoil every row behind it.
fn is_off_subject(row: &Proposal, so_far: &TextSoFar) -> bool {
    let home = so_far.home;
    let is_unsaid = |origin: &Origin| matches!(origin, Origin::Inherited { .. });
    let is_reporter_off = home.is_reporter_doubtful
        || home.reporter.as_ref().is_some_and(|known| known.value != row.reporter.value);
    let main = home.main.as_ref().and_then(|known| known.value);
    let is_period_off =
        main.is_some_and(|main| row.period.value != Some(main) && row.period.value != main.year_before());
    is_unsaid(&row.reporter.origin) && is_reporter_off || is_unsaid(&row.period.origin) && is_period_off
}

/// True for a partner that only the title names, in a sentence that says whose trade it is and which way: it may be all of it.
fn is_partner_of_title(row: &Proposal) -> bool {
    let is_said = |origin: &Origin| matches!(origin, Origin::Here(_));
    matches!(row.partner.origin, Origin::Inherited { paragraph: 0, .. })
        && is_said(&row.reporter.origin)
        && is_said(&row.flow.origin)
}

/// True for one of several carriers that a sentence lists in front of its figures: `by rail and road rose by 5%`.
fn is_carrier_loose(sentence: &Sentence, row: &Proposal) -> bool {
    let Origin::Here(words) = &row.transport.origin else { return false };
    let carriers: Vec<_> = sentence.marks_in(sentence.tokens.clone(), &[WordKind::Transport]).collect();
    let is_joined = |pair: &[&KnownPhrase]| {
        pair[1].start - pair[0].end.min(pair[1].start) <= 2 && pair[0].code != pair[1].code
    };
    let is_row = |mark: &KnownPhrase| is_within(sentence, &(mark.start..mark.end), words);
    let is_listed = carriers.windows(2).any(|pair| is_joined(pair) && pair.iter().any(|mark| is_row(mark)));
    is_listed && !sentence.has(sentence.tokens.clone(), &[WordKind::Respectively])
}

/// True for a growth of trade with a group that more countries join each year: nobody says which of them were counted before.
fn is_of_open_group(row: &Proposal) -> bool {
    row.measure.has_base() && matches!(&*row.partner.value, "BRI" | "RCEP")
}

/// True for a product whose words may be a part of its name only, or other words of the sentence.
pub(super) fn is_product_unsure(context: &FigureContext, row: &Proposal) -> bool {
    is_product_cut(context.sentence, row) || is_name_unknown(context.sentence, row)
}

/// `rose by 9% by adding $44 million`: the amount may be all of it or what came on top.
fn is_sum_or_change(context: &FigureContext, row: &Proposal) -> bool {
    let before = context.figure().tokens.start.saturating_sub(1);
    row.measure == Measure::Change && context.sentence.stem(before) == "adding"
}

/// True if the world is only assumed in a sentence that names a place which may be the partner, or speaks of two sides.
fn is_world_doubtful(sentence: &Sentence, row: &Proposal) -> bool {
    let is_other = |place: &RoledPlace| {
        place.mark.code != &*row.reporter.value
            && !super::partner::is_in_whole(sentence, &place.mark)
            && !is_own_nation(&row.reporter.value, place.mark.code)
    };
    row.partner.origin == Origin::Assumed
        && (sentence.places.iter().any(is_other)
            || sentence.has(sentence.tokens.clone(), &[WordKind::Anaphora]))
}

/// True for a partner that stands near the figure, bound by no word: `Latvia exported 4 billion, Lithuania 10 billion`.
fn is_partner_loose(context: &FigureContext, row: &Proposal) -> bool {
    let Origin::Here(words) = &row.partner.origin else { return false };
    let sentence = context.sentence;
    let places = sentence
        .places
        .iter()
        .filter(|place| is_within(sentence, &(place.mark.start..place.mark.end), words));
    let mut roles = places.map(|place| place.role);
    roles.clone().next().is_some() && !roles.any(|role| role == PlaceRole::Partner)
}

fn is_within(sentence: &Sentence, tokens: &Range<usize>, words: &Range<usize>) -> bool {
    let range = sentence.article.range(tokens);
    range.start >= words.start && range.end <= words.end
}

/// True for an amount in tonnes, barrels or the like of no product: nobody adds up all goods by weight.
fn is_goods_unsaid(row: &Proposal) -> bool {
    matches!(row.unit, Unit::Amount(_)) && row.product.value.is_none()
}

/// True for a product in front of which stands an English word that may belong to it: of `knitted garments`, `garments`.
fn is_product_cut(sentence: &Sentence, row: &Proposal) -> bool {
    let Origin::Here(words) = &row.product.origin else { return false };
    let tokens = &sentence.article.tokens;
    let at = tokens.partition_point(|token| token.start < words.start);
    let Some(before) = at.checked_sub(1).filter(|at| sentence.tokens.contains(at)) else { return false };
    let Some(token) = tokens.get(before) else { return false };
    let is_english = token.kind == TokenKind::Word && token.stem.is_ascii();
    let is_known = sentence.is_taken(before)
        || sentence.marks.iter().any(|mark| (mark.start..mark.end).contains(&before));
    is_english
        && !is_known
        && !token.stem.ends_with("ed")
        && !token.stem.ends_with("ing")
        && !token.stem.ends_with("ly")
}

/// True for a Chinese product that no table has, or a Russian one behind its flow: it may be other words of the sentence.
fn is_name_unknown(sentence: &Sentence, row: &Proposal) -> bool {
    let Origin::Here(words) = &row.product.origin else { return false };
    let names = [WordKind::Product, WordKind::Goods, WordKind::Services, WordKind::GoodsAndServices];
    let is_name = |mark: &KnownPhrase| {
        names.contains(&mark.kind) && is_within(sentence, &(mark.start..mark.end), words)
    };
    let is_open = sentence.is_chinese() || is_behind_flow(row, words);
    row.product.value.is_some() && is_open && !sentence.marks.iter().any(is_name)
}

/// `экспорт чугуна`: only a blank stands between the flow and the product.
fn is_behind_flow(row: &Proposal, product: &Range<usize>) -> bool {
    matches!(&row.flow.origin, Origin::Here(flow) if flow.end < product.start && product.start <= flow.end + 1)
}

/// 农食产品贸易额: characters of no known word right in front of a flow, of which no product was read.
fn is_name_missed(sentence: &Sentence, row: &Proposal) -> bool {
    let (Origin::Here(words), Origin::Assumed) = (&row.flow.origin, &row.product.origin) else {
        return false;
    };
    let tokens = &sentence.article.tokens;
    let before = tokens.partition_point(|token| token.start < words.start).saturating_sub(1);
    let is_han = tokens.get(before).is_some_and(|token| token.kind == TokenKind::Han);
    is_han
        && sentence.tokens.contains(&before)
        && !sentence.is_taken(before)
        && !sentence.is_in_phrase(before)
        && !matches!(sentence.stem(before), "的" | "计" | "现" | "其" | "均" | "市" | "区" | "县")
}

/// 异地企业经宁波口岸进出口: trade through a place, which is not all of its own.
fn is_part_of_place(sentence: &Sentence, row: &Proposal) -> bool {
    let Origin::Here(words) = &row.reporter.origin else { return false };
    let at = sentence.article.tokens.partition_point(|token| token.start < words.start);
    // `через порты Приморья`, `through the ports of the Far East`
    let is_port =
        |at: &usize| matches!(sentence.stem(*at), "порт" | "port" | "ports" | "of" | "the" | "морск");
    let before = (sentence.tokens.start..at).rev().find(|at| !is_port(at)).unwrap_or(at);
    matches!(sentence.stem(before), "经" | "由" | "过" | "往" | "через" | "via" | "through")
}

/// True for 同期 behind several periods: nobody can tell which of them it means.
fn is_period_loose(sentence: &Sentence, row: &Proposal) -> bool {
    matches!(row.period.origin, Origin::Inherited { .. }) && sentence.is_in_same_period()
}

/// True if a clause with a subject of its own begins between the flow and its figure: `a surplus, as shipments rose 10%`.
fn is_flow_aside(context: &FigureContext, row: &Proposal) -> bool {
    let Origin::Here(words) = &row.flow.origin else { return false };
    let sentence = context.sentence;
    let tokens = &sentence.article.tokens;
    let end = tokens.partition_point(|token| token.start < words.end);
    let mut gap = end..context.figure().tokens.start.max(end);
    let begins = ["as", "because", "since", "when", "where", "amid", "although", "поскольку", "так"];
    let start = tokens.partition_point(|token| token.start < words.start);
    let mut near = start.saturating_sub(3)..start;
    let is_inserted = near.any(|at| matches!(sentence.stem(at), "including" | "excluding"));
    // `the fall in exports was due to gold supplies, down 17%`
    let causes = ["due", "owing", "thanks", "из-за", "благодаря", "счет"];
    is_inserted
        || gap.clone().any(|at| causes.contains(&sentence.stem(at)))
        || gap.any(|at| begins.contains(&sentence.stem(at)) && sentence.stem(at.saturating_sub(1)) == ",")
}

/// True for `exports to the country`: words name a partner that is no place.
fn is_partner_unknown(sentence: &Sentence, row: &Proposal) -> bool {
    let (Origin::Here(words), Origin::Assumed) = (&row.flow.origin, &row.partner.origin) else {
        return false;
    };
    let end = sentence.article.tokens.partition_point(|token| token.start < words.end);
    let is_named = |at: usize| {
        sentence.is_taken(at)
            || sentence.places.iter().any(|place| (place.mark.start..place.mark.end).contains(&at))
    };
    let binds = |at: &usize| matches!(sentence.stem(*at), "to" | "from" | "with" | "towards" | "into");
    // The preposition may be a part of the flow's own words: `supplies to`.
    let bound = [end.saturating_sub(1), end].into_iter().find(binds);
    bound.is_some_and(|at| !(at + 1..at + 4).any(is_named))
}

/// True for a balance above zero that is only called a balance: its sign is left to the reader.
fn is_sign_unsaid(context: &FigureContext, row: &Proposal) -> bool {
    let (Origin::Here(words), Flow::Balance) = (&row.flow.origin, row.flow.value) else { return false };
    let sentence = context.sentence;
    let is_neutral =
        |mark: &KnownPhrase| mark.code == "balance" && is_within(sentence, &(mark.start..mark.end), words);
    row.measure == Measure::Value
        && context.figure().is_negative.is_none()
        && row.value.value().is_sign_positive()
        && sentence.marks.iter().any(is_neutral)
}
