//! The whole of a share.

use std::ops::Range;
use std::sync::Arc;

use super::figure_context::FigureContext;
use super::measure::{is_of_it, is_of_moved_goods};
use super::other_source;
use super::product;
use super::said_flow::SaidFlow;
use crate::dataset::{Flow, WORLD};
use crate::draft::proposal::{Origin, Proposal, ShareWhole};
use crate::draft::region;
use crate::draft::sentence::{KnownPhrase, PlaceRole, RoledPlace, Sentence};
use crate::draft::words::WordKind;

use super::TextSoFar;

/// The whole of a share as its words name it; else the reporter's trade with the world, in all products.
///
/// The second is true if words name it.
pub(super) fn whole(context: &FigureContext, row: &Proposal, so_far: &TextSoFar) -> (ShareWhole, bool) {
    let sentence = context.sentence;
    if let Some(trade) = other_source::total_of(row, so_far).filter(|_| is_bare_total(context)) {
        let partner = Arc::clone(&trade.partner.value);
        let reporter = Arc::clone(&trade.reporter.value);
        return (
            ShareWhole { reporter, partner, flow: Flow::Total, product: trade.product.value.clone() },
            false,
        );
    }
    // The words behind such a share are about the part.
    let is_of_part = is_of_moved_goods(context) || is_of_it(context);
    let zone = if is_of_part { 0..0 } else { zone(context) };
    let places =
        sentence.places.iter().filter(|place| place.mark.start >= zone.start && place.mark.end <= zone.end);
    let is_partner = |role| role == PlaceRole::Partner;
    let partner = places
        .clone()
        .filter(|place| place.mark.code != &*row.reporter.value)
        .find(|place| is_partner(place.role) && is_bound(sentence, place.mark.start))
        .map(|place| Arc::from(place.mark.code));
    let named = places
        .clone()
        .find(|place| !is_bound(sentence, place.mark.start) || !is_partner(place.role))
        .map(|place| Arc::from(place.mark.code));
    let home = sentence.marks_in(zone.clone(), &[WordKind::Home]).next();
    let nation = region::nation(&row.reporter.value);
    let is_of_region = nation.is_some();
    let national = home.filter(|home| is_nation(sentence, home.start)).and(nation).map(Arc::from);
    let province = region::province(&row.reporter.value)
        .filter(|_| home.is_some_and(|home| sentence.stem(home.end.saturating_sub(1)) == "省"));
    let is_of_nation = |place: &&RoledPlace| Some(place.mark.code) == nation;
    let of_nation = places.clone().find(is_of_nation).and(nation).map(Arc::from);
    let national = province.map(Arc::from).or(national).or(of_nation);
    let is_own = |code: &Arc<str>| *code == row.partner.value && *code != row.reporter.value;
    let reporter: Arc<str> =
        national.or(named.filter(|code| !is_own(code))).unwrap_or_else(|| Arc::clone(&row.reporter.value));
    let trade = [WordKind::Flow, WordKind::FlowVerb, WordKind::Whole, WordKind::Home];
    let is_said = sentence.has(zone.clone(), &trade);
    let flow = sentence.marks_in(zone, &[WordKind::Flow]).next_back().and_then(SaidFlow::new);
    let flow = flow.map_or(row.flow.value, |flow| flow.flow);
    let flow = if row.flow.value == Flow::Total { row.flow.value } else { flow };
    let is_product_said = row.product.value.is_some() && row.product.origin.guess().is_none();
    let product: Option<Arc<str>> =
        product::of_whole(context).map(|tokens| Arc::from(product::text(sentence, &tokens)));
    // `доля Турции в экспорте зерна`, or the goods that the text is about: the partner is the part, the goods are of both.
    let is_of_partner = sentence.marks_in(sentence.before(context.at), &[WordKind::Share]).any(|share| {
        let of = share.end + usize::from(sentence.stem(share.end) == "of");
        sentence.places.iter().any(|place| place.mark.start == of && place.mark.code == &*row.partner.value)
    });
    // `of total exports` in a text on copper may be of all goods.
    let is_named = row.product.origin.guess().is_none() || !is_said;
    let is_of_text =
        is_named && so_far.home.product.as_ref().is_some_and(|known| known.value == row.product.value);
    let is_part = is_of_part || is_of_partner || is_of_text || !is_said && is_partner_nearer(context, row);
    let goods = row.product.value.clone().filter(|_| !row.is_with_world() && is_part);
    let product = product.or(goods);
    let is_product_of_partner = is_product_said && !row.is_with_world() && product.is_none();
    let is_whole_said = partner.is_some();
    let world = || {
        if is_product_of_partner && !is_whole_said {
            Arc::clone(&row.partner.value)
        } else {
            Arc::from(WORLD)
        }
    };
    let is_larger = reporter != row.reporter.value && !row.is_with_world();
    let partner =
        partner.unwrap_or_else(|| if is_larger && is_of_region { Arc::from(WORLD) } else { world() });
    (ShareWhole { reporter, partner, flow, product }, is_said)
}

/// `taking up 96 percent of the total`: a total that the text spoke of before; nobody says which.
fn is_bare_total(context: &FigureContext) -> bool {
    let (sentence, start) = (context.sentence, context.figure().tokens.end);
    let words = [0, 1, 2, 3].map(|at| sentence.stem(start + at));
    words[..3] == ["of", "the", "total"] && matches!(words[3], "" | "." | "," | ";" | "and" | "while")
}

/// 牛肉出口8.3亿美元，对华出口占41.5%: the goods were spoken of before, and the partner stands with the share, as the part; or
/// with an amount of which 其中 says that it is one.
fn is_partner_nearer(context: &FigureContext, row: &Proposal) -> bool {
    let (Origin::Here(partner), Some(goods)) = (&row.partner.origin, row.product.origin.range()) else {
        return false;
    };
    let (sentence, end) = (context.sentence, context.figure().tokens.start);
    let near = sentence.article.range(&sentence.before(context.at));
    let mut parts = sentence.marks_in(sentence.tokens.start..end, &[WordKind::OfWhich]);
    let divides = |part: &KnownPhrase| {
        let word = sentence.article.range(&(part.start..part.end));
        goods.end <= word.start && word.end <= partner.start
    };
    let is_of_amount = sentence.is_chinese() && parts.any(divides);
    context.at > 0 && (partner.start >= near.start && goods.start < near.start || is_of_amount)
}

/// The whole of the share before, where a list goes on: `68% falls on Russia and 29% on Kazakhstan`.
pub(super) fn of_list(context: &FigureContext, so_far: &TextSoFar) -> Option<(ShareWhole, bool)> {
    let sentence = context.sentence;
    let last = so_far.last.as_ref().filter(|_| so_far.last_sentence == sentence.tokens.start)?;
    let names_whole = sentence.has(sentence.before(context.at), &[WordKind::Share])
        || matches!(sentence.stem(sentence.behind(context.at).start), "of" | "от" | ")" | "общ");
    last.whole.clone().filter(|_| !names_whole).map(|whole| (whole, last.is_whole_said))
}

/// The words that name the whole: between 占 and the figure, or from `of` on behind it.
fn zone(context: &FigureContext) -> Range<usize> {
    let (sentence, figure) = (context.sentence, context.figure());
    let before = sentence.before(context.at);
    let shares = sentence.marks_in(before, &[WordKind::Share]);
    let last = shares.clone().next_back();
    let share = shares.clone().find(|share| sentence.stem(share.start) == "占").or(last);
    if let Some(share) = share.filter(|share| sentence.stem(share.start) == "占") {
        return share.end..figure.tokens.start;
    }
    let first = shares.clone().next();
    let falls = last.filter(|mark| sentence.stem(mark.start).starts_with("прих"));
    if let Some((first, falls)) = first.zip(falls).filter(|(first, falls)| first.end < falls.start)
        && sentence.has(first.end..falls.start, &[WordKind::Flow])
    {
        return first.end..falls.start;
    }
    if let Some(share) = share.filter(|share| {
        sentence.stem(share.start).starts_with("дол") || sentence.stem(share.start) == "share"
    }) {
        let inner =
            (share.end..figure.tokens.start).find(|at| matches!(sentence.stem(*at), "in" | "в" | "во"));
        if let Some(inner) = inner {
            return inner + 1..figure.tokens.start;
        }
    }
    let behind = sentence.behind(context.at);
    let end = behind
        .clone()
        .find(|at| {
            matches!(sentence.stem(*at), "," | ";" | ")" | "，" | "；" | "）" | "приходитс")
                || sentence.is_break(*at)
        })
        .unwrap_or(behind.end);
    behind.start..end
}

/// True for a place that a word binds as partner in the words of the whole.
fn is_bound(sentence: &Sentence, at: usize) -> bool {
    let before = at.saturating_sub(if sentence.article.is_russian { 6 } else { 3 })..at;
    before.into_iter().any(|at| {
        matches!(
            sentence.stem(at),
            "with" | "to" | "from" | "对" | "与" | "自" | "с" | "со" | "из" | "в" | "the" | "five"
        )
    })
}

fn is_nation(sentence: &Sentence, at: usize) -> bool {
    !matches!(sentence.stem(at + 1), "region" | "city" | "province")
        && !matches!(sentence.stem(at), "its" | "全" | "我" | "本" if sentence.stem(at + 1) != "国")
}
