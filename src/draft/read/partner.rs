//! Whose trade it is, and with whom.

use std::sync::Arc;

use super::figure_context::FigureContext;
use super::known_words::{KnownWords, code};
use super::listed::Listed;
use super::other_source;
use super::pointed;
use super::said_flow::SaidFlow;
use super::so_far::TextSoFar;
use crate::dataset::{Flow, WORLD};
use crate::draft::proposal::Origin;
use crate::draft::region::{self, is_own_nation};
use crate::draft::sentence::{KnownPhrase, PlaceRole, RoledPlace, Sentence};
use crate::draft::words::WordKind;

mod attached;
mod beyond;
mod passed;
mod remember;
mod reporter;
mod respectively;
mod several;
mod words;

pub(super) use super::flow::is_in_whole;
use attached::{is_attached, is_attached_before};
use passed::{is_outdone, is_whole_of_share};
pub(super) use remember::remember;
pub(super) use reporter::{deal_behind, is_other_side, passive, reporter};
pub(super) use respectively::lists;
use several::several;
pub(super) use several::{is_share_of_flow, share_of_flow};
use words::{is_between, is_home, is_mutual, is_sum_of_year};

/// With whom a figure's trade is.
pub(super) fn partner(
    context: &FigureContext,
    flow: &KnownWords<SaidFlow>,
    reporter: &KnownWords<Arc<str>>,
    listed: Option<Listed>,
    so_far: &TextSoFar,
) -> KnownWords<Arc<str>> {
    let here = |mark: &KnownPhrase| context.here(code(mark.code), mark.start..mark.end);
    if let Some(Listed::Place(mark)) = listed.filter(|listed| !listed.is_part_of(&reporter.value)) {
        return here(&mark);
    }
    if let Some(known) = other_source::partner(context, so_far) {
        return known;
    }
    if is_whole_of_share(context, &flow.value, so_far) {
        return KnownWords::assumed(code(WORLD));
    }
    if let Some(tokens) = several(context) {
        return context.here(code("SEVERAL"), tokens);
    }
    if let Some(mark) =
        beyond::taker(context).or_else(|| beyond::buyer(context)).filter(|mark| mark.code != &*reporter.value)
    {
        let list = several::list(context, mark, &reporter.value);
        return list.map_or_else(|| here(mark), |tokens| context.here(code("SEVERAL"), tokens));
    }
    if listed.is_some_and(|listed| listed.is_part_of(&reporter.value)) {
        return KnownWords::assumed(code(WORLD));
    }
    let sentence = context.sentence;
    if is_share_of_flow(context) && !sentence.places.iter().any(|place| place.role == PlaceRole::Partner) {
        return KnownWords::assumed(code(WORLD));
    }
    let nearest = nearest(context, flow, &reporter.value, so_far);
    if let Some(tokens) = nearest.and_then(|mark| several::everybody(sentence, mark)) {
        return context.here(code(WORLD), tokens);
    }
    if let Some(mark) = nearest {
        let list = several::list(context, mark, &reporter.value);
        return list.map_or_else(|| here(mark), |tokens| context.here(code("SEVERAL"), tokens));
    }
    let pointed = pointed::partner(sentence, &flow.value, so_far);
    if let Some(known) = pointed.filter(|known| known.value != reporter.value) {
        return known;
    }
    // 中俄贸易额: China stands in one character before the other side.
    let own = sentence.places.iter().find(|place| *place.mark.code == *reporter.value);
    if let Some(own) = own.filter(|own| own.mark.start > sentence.tokens.start && own.mark.code != "CHN")
        && sentence.stem(own.mark.start - 1) == "中"
    {
        return context.here(code("CHN"), own.mark.start - 1..own.mark.start);
    }
    let is_said_here = reporter.is_said && reporter.sentence_start == sentence.tokens.start;
    let pair = so_far.home.pair.as_ref();
    let of_pair = pair.and_then(|pair| match &*reporter.value {
        code if *code == *pair.reporter.value => Some(&pair.partner),
        code if *code == *pair.partner.value => Some(&pair.reporter),
        _ => None,
    });
    let in_front = sentence.tokens.start..context.figure().tokens.start;
    let bound = sentence.has(in_front, &[WordKind::OfWhich])
        || sentence.has(sentence.tokens.clone(), &[WordKind::Anaphora])
        || flow.value.is_here && (flow.value.start..flow.value.end).any(|at| is_mutual(sentence.stem(at)));
    let is_turned = pair.is_some_and(|pair| *reporter.value == *pair.partner.value);
    let are_countries =
        pair.is_some_and(|pair| is_country(&pair.reporter.value) && is_country(&pair.partner.value));
    let is_elsewhere = sentence.is_chinese() && has_post(sentence, context.figure().tokens.start);
    let is_of_pair = are_countries && of_pair.is_some();
    // 对东盟进出口…。民营企业进出口…: a Chinese sentence with a flow of its own goes on with no partner.
    let is_anew = sentence.is_chinese() && flow.value.is_here && !is_of_pair;
    // `Imports from China were 5 bn. The volume of trade rose`: a partner named on the way is not that of the paragraph.
    let is_behind_several = so_far.has_several_partners && so_far.last_sentence != sentence.tokens.start;
    let is_on_the_way =
        (so_far.begins_with_world == Some(true) && flow.value.is_here || is_behind_several) && !is_of_pair;
    let is_anew = is_anew || is_on_the_way;
    let is_all = if flow.value.is_here {
        is_said_here
            && (super::flow::is_foreign_trade(sentence, &flow.value)
                || is_sum_of_year(sentence, flow.value.start))
    } else {
        so_far.is_of_all_trade
            && so_far.last.as_ref().is_some_and(|last| last.partner.origin == Origin::Assumed)
    };
    let is_of_world = (is_said_here || is_anew || is_all) && !bound && !is_turned && (!is_of_pair || is_all);
    if is_of_world || is_elsewhere {
        return KnownWords::assumed(code(WORLD));
    }
    let last = so_far.partner.clone().filter(|last| *last.value != *reporter.value);
    let is_total = is_overall(sentence, flow, context.figure().tokens.start);
    let world = || KnownWords::assumed(code(WORLD));
    last.filter(|_| bound || !is_total)
        .or_else(|| of_pair.cloned().filter(|_| !is_total || bound))
        .unwrap_or_else(world)
}

fn is_country(code: &str) -> bool {
    crate::dataset::known::country(code).is_some()
}

/// True if the clause is about a customs post: 某海关监管进出口货运量.
fn has_post(sentence: &Sentence, figure: usize) -> bool {
    let start = (sentence.tokens.start..figure)
        .rev()
        .find(|at| matches!(sentence.stem(*at), "；"))
        .unwrap_or(sentence.tokens.start);
    let pairs = (start..figure).map(|at| (sentence.stem(at), sentence.stem(at + 1)));
    pairs.into_iter().any(|pair| matches!(pair, ("海", "关") | ("口", "岸")))
}

/// True for `total exports`, `overall trade`: those with everybody.
pub(super) fn is_overall(sentence: &Sentence, flow: &KnownWords<SaidFlow>, figure: usize) -> bool {
    let start = flow.value.start;
    let is_total = matches!(sentence.stem(start), "total" | "overall")
        && flow.value.flow == Flow::Total
        && sentence.clause_start(start) == start;
    flow.value.is_here
        && start < figure
        && (is_total
            || sentence.marks.iter().any(|mark| {
                let before = sentence.stem(mark.start.saturating_sub(1));
                // `total exports` of a share; `In 2023 as a whole exports`
                let is_other = before == "of" || before == "a" && sentence.stem(mark.start) == "whole";
                mark.kind == WordKind::Whole && mark.end == start && mark.start < start && !is_other
            }))
}

/// The place in the sentence that a figure goes with.
fn nearest<'s>(
    context: &FigureContext<'s, '_>,
    flow: &KnownWords<SaidFlow>,
    reporter: &str,
    so_far: &TextSoFar,
) -> Option<&'s KnownPhrase> {
    let (sentence, figure) = (context.sentence, context.figure());
    let is_aside = |place: &RoledPlace| {
        let flow = sentence
            .marks_in(sentence.tokens.start..place.mark.start, &[WordKind::Flow, WordKind::FlowVerb])
            .next_back();
        place.mark.end <= figure.tokens.start
            && flow.is_some_and(|flow| super::flow::is_cause(sentence, flow, figure.tokens.start))
    };
    let counts = |place: &&RoledPlace| {
        (counts(sentence, place, reporter) || is_other_side(sentence, place, so_far))
            && !is_aside(place)
            && !is_inserted(sentence, place)
            && !is_outdone(sentence, place)
    };
    if let Some(place) = several::behind_dash(context).filter(counts) {
        return Some(&place.mark);
    }
    let mut behind =
        sentence.places.iter().filter(counts).filter(|place| place.mark.start >= figure.tokens.end);
    let before = sentence.before(context.at);
    let own = sentence.places.iter().filter(counts).rfind(|place| {
        place.mark.end <= figure.tokens.start
            && place.mark.start >= before.start
            && !is_attached_before(context, &place.mark)
    });
    if own.is_none()
        && let Some(place) = behind.next().filter(|place| is_attached(sentence, context.at, &place.mark))
    {
        return Some(&place.mark);
    }
    let last = own.or_else(|| {
        sentence.places.iter().filter(counts).rfind(|place| place.mark.end <= figure.tokens.start)
    });
    // `the share of Belarus in total exports`
    let is_part = |place: &RoledPlace| {
        let share = place
            .mark
            .start
            .saturating_sub(usize::from(sentence.stem(place.mark.start.saturating_sub(1)) == "of"));
        sentence.marks.iter().any(|mark| mark.kind == WordKind::Share && mark.end == share)
    };
    let last = last.filter(|place| {
        let is_overall = is_overall(sentence, flow, context.figure().tokens.start);
        !(is_overall && place.mark.end <= flow.value.start && !is_part(place))
    });
    let ahead = || {
        let end = sentence.clause_end(figure.tokens.end).min(sentence.behind(context.at).end);
        sentence.places.iter().filter(counts).find(|place| {
            place.role == PlaceRole::Partner
                && place.mark.start >= figure.tokens.end
                && place.mark.end <= end
                && !sentence.has(figure.tokens.end..place.mark.start, &[WordKind::OfWhich])
        })
    };
    let is_first = context.at == 0;
    last.or_else(|| if is_first { ahead() } else { None }).map(|place| &place.mark)
}

/// `shipments to China, including Hong Kong, rose`: a part of the partner before it, that its figures are not of.
fn is_inserted(sentence: &Sentence, place: &RoledPlace) -> bool {
    let before = place.mark.start.saturating_sub(1);
    let before = before.saturating_sub(usize::from(sentence.stem(before) == "the"));
    let is_opened = matches!(sentence.stem(before), "including" | "excluding" | "incl" | "excl" | "except");
    let is_closed = matches!(sentence.stem(place.mark.end), "," | ")");
    let follows = |other: &RoledPlace| {
        let gap = other.mark.end..before;
        gap.len() <= 3 && other.role == PlaceRole::Partner
    };
    is_opened && is_closed && sentence.places.iter().any(|other| other.mark.end <= before && follows(other))
}

/// True for a place that may be the partner of a reporter.
fn counts(sentence: &Sentence, place: &RoledPlace, reporter: &str) -> bool {
    let is_own = place.mark.code == reporter
        || region::is_same_country(place.mark.code, reporter)
        || is_own_nation(reporter, place.mark.code) && place.role != PlaceRole::Partner
        || is_home(sentence, &place.mark);
    let is_own = is_own && sentence.stem(place.mark.start) != "intra";
    if matches!(
        sentence.stem(place.mark.end),
        "destination" | "market" | "partner" | "supplier" | "source" | "trading"
    ) && place.role != PlaceRole::Partner
    {
        return false;
    }
    let is_name = place.mark.kind == WordKind::Place;
    let fits = match place.role {
        PlaceRole::Partner => true,
        PlaceRole::Unknown => is_name && place.mark.code != WORLD,
        PlaceRole::Reporter => false,
    };
    // The two sides of `trade between …`: the one that is not the reporter.
    let is_other_side = place.role == PlaceRole::Reporter
        && place.mark.code != reporter
        && (is_between(sentence, &place.mark) || is_side(sentence, &place.mark, reporter));
    // 据日本贸易振兴机构: who says it.
    let before = sentence.stem(place.mark.start.saturating_sub(1));
    let is_source = before == "据" || before.starts_with("включ");
    (fits || is_other_side) && !is_own && !is_source && !is_in_whole(sentence, &place.mark)
}

/// True for the first of two places whose second is the reporter: 欧盟与福建, 美德贸易额.
fn is_side(sentence: &Sentence, mark: &KnownPhrase, reporter: &str) -> bool {
    let is_joined = matches!(sentence.stem(mark.end), "与" | "和" | "同");
    let gap = usize::from(is_joined);
    let next = sentence.places.iter().find(|place| place.mark.start == mark.end + gap);
    (is_joined || sentence.is_chinese()) && next.is_some_and(|next| next.mark.code == reporter)
}
