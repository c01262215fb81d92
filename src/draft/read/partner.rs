//! Whose trade it is, and with whom.

use std::sync::Arc;

use super::FigureContext;
use super::flow::SaidFlow;
use super::memory::{KnownWords, TextMemory};
use crate::dataset::{Flow, WORLD};
use crate::draft::region::{self, is_own_nation};
use crate::draft::scene::{KnownPhrase, PlaceRole, RoledPlace, SentenceScene};
use crate::draft::words::WordKind;

mod reporter;
mod respectively;
mod several;

pub(super) use reporter::{is_buyer, reporter};
pub(super) use respectively::{Listed, lists};
pub(super) use several::is_share_of_flow;
use several::several;

/// With whom a figure's trade is.
pub(super) fn partner(
    context: &FigureContext,
    flow: &KnownWords<SaidFlow>,
    reporter: &KnownWords<Arc<str>>,
    listed: Option<Listed>,
    memory: &TextMemory,
) -> KnownWords<Arc<str>> {
    let here = |mark: &KnownPhrase| context.here(super::code(mark.code), mark.start..mark.end);
    if let Some(Listed::Place(mark)) = listed.filter(|listed| !listed.is_part_of(&reporter.value)) {
        return here(&mark);
    }
    if let Some(tokens) = several(context) {
        return context.here(super::code("SEVERAL"), tokens);
    }
    if listed.is_some_and(|listed| listed.is_part_of(&reporter.value)) {
        return KnownWords::assumed(super::code(WORLD));
    }
    let scene = context.scene;
    if is_share_of_flow(context) && !scene.places.iter().any(|place| place.role == PlaceRole::Partner) {
        return KnownWords::assumed(super::code(WORLD));
    }
    if let Some(mark) = nearest(context, flow, &reporter.value, memory) {
        let list = several::list(context, mark, &reporter.value);
        return list.map_or_else(|| here(mark), |tokens| context.here(super::code("SEVERAL"), tokens));
    }
    // 中俄贸易额: China stands in one character before the other side.
    let own = scene.places.iter().find(|place| *place.mark.code == *reporter.value);
    if let Some(own) = own.filter(|own| own.mark.start > scene.tokens.start && own.mark.code != "CHN")
        && scene.stem(own.mark.start - 1) == "中"
    {
        return context.here(super::code("CHN"), own.mark.start - 1..own.mark.start);
    }
    let is_said_here = reporter.is_said && reporter.sentence == scene.tokens.start;
    let pair = memory.home.pair.as_ref();
    let of_pair = pair.and_then(|pair| match &*reporter.value {
        code if *code == *pair.reporter.value => Some(&pair.partner),
        code if *code == *pair.partner.value => Some(&pair.reporter),
        _ => None,
    });
    let binds = [WordKind::OfWhich, WordKind::Anaphora];
    let bound = scene.has(scene.tokens.clone(), &binds);
    let is_turned = pair.is_some_and(|pair| *reporter.value == *pair.partner.value);
    let are_countries =
        pair.is_some_and(|pair| is_country(&pair.reporter.value) && is_country(&pair.partner.value));
    let is_elsewhere = scene.is_chinese() && has_post(scene, context.figure().tokens.start);
    let is_of_pair = are_countries && of_pair.is_some();
    // 对东盟进出口…。民营企业进出口…: a Chinese sentence with a flow of its own goes on with no partner.
    let is_anew = scene.is_chinese() && flow.value.is_here && !is_of_pair;
    // `Imports from China were 5 bn. The volume of trade rose`: a partner named on the way is not that of the paragraph.
    let is_on_the_way = (memory.begins_with_world == Some(true)
        || memory.has_several_partners && memory.last_sentence != scene.tokens.start)
        && flow.value.is_here
        && !is_of_pair;
    let is_anew = is_anew || is_on_the_way;
    let is_of_world = (is_said_here || is_anew) && !bound && !is_turned && !is_of_pair;
    if is_of_world || is_elsewhere {
        return KnownWords::assumed(super::code(WORLD));
    }
    let last = memory.partner.clone().filter(|last| *last.value != *reporter.value);
    let is_total = is_overall(scene, flow, context.figure().tokens.start);
    let world = || KnownWords::assumed(super::code(WORLD));
    last.filter(|_| bound || !is_total)
        .or_else(|| of_pair.cloned().filter(|_| !is_total || bound))
        .unwrap_or_else(world)
}

fn is_country(code: &str) -> bool {
    crate::dataset::known::country(code).is_some()
}

/// True if the clause is about a customs post: 某海关监管进出口货运量.
fn has_post(scene: &SentenceScene, figure: usize) -> bool {
    let start = (scene.tokens.start..figure)
        .rev()
        .find(|at| matches!(scene.stem(*at), "；"))
        .unwrap_or(scene.tokens.start);
    let pairs = (start..figure).map(|at| (scene.stem(at), scene.stem(at + 1)));
    pairs.into_iter().any(|pair| matches!(pair, ("海", "关") | ("口", "岸")))
}

/// True for `total exports`, `overall trade`: those with everybody.
pub(super) fn is_overall(scene: &SentenceScene, flow: &KnownWords<SaidFlow>, figure: usize) -> bool {
    let start = flow.value.start;
    let is_total = matches!(scene.stem(start), "total" | "overall")
        && flow.value.flow == Flow::Total
        && scene.clause_start(start) == start;
    flow.value.is_here
        && start < figure
        && (is_total
            || scene.marks.iter().any(|mark| {
                let is_whole_of_share = scene.stem(mark.start.saturating_sub(1)) == "of";
                mark.kind == WordKind::Whole && mark.end == start && mark.start < start && !is_whole_of_share
            }))
}

/// The place in the sentence that a figure goes with.
fn nearest<'s>(
    context: &FigureContext<'s, '_>,
    flow: &KnownWords<SaidFlow>,
    reporter: &str,
    memory: &TextMemory,
) -> Option<&'s KnownPhrase> {
    let (scene, figure) = (context.scene, context.figure());
    let is_aside = |place: &RoledPlace| {
        let flow = scene
            .marks_in(scene.tokens.start..place.mark.start, &[WordKind::Flow, WordKind::FlowVerb])
            .next_back();
        place.mark.end <= figure.tokens.start
            && flow.is_some_and(|flow| super::flow::is_cause(scene, flow, figure.tokens.start))
    };
    let counts = |place: &&RoledPlace| {
        (counts(scene, place, reporter) || is_buyer(scene, place, memory))
            && !is_aside(place)
            && !is_inserted(scene, place)
    };
    let mut behind = scene.places.iter().filter(counts).filter(|place| place.mark.start >= figure.tokens.end);
    let before = scene.before(context.at);
    let own = scene.places.iter().filter(counts).rfind(|place| {
        place.mark.end <= figure.tokens.start
            && place.mark.start >= before.start
            && !is_attached_before(context, &place.mark)
    });
    if own.is_none()
        && let Some(place) = behind.next().filter(|place| is_attached(scene, context.at, &place.mark))
    {
        return Some(&place.mark);
    }
    let last = own
        .or_else(|| scene.places.iter().filter(counts).rfind(|place| place.mark.end <= figure.tokens.start));
    let last = last.filter(|place| {
        !(is_overall(scene, flow, context.figure().tokens.start) && place.mark.end <= flow.value.start)
    });
    let ahead = || {
        let end = scene.clause_end(figure.tokens.end).min(scene.behind(context.at).end);
        scene.places.iter().filter(counts).find(|place| {
            place.role == PlaceRole::Partner
                && place.mark.start >= figure.tokens.end
                && place.mark.end <= end
                && !scene.has(figure.tokens.end..place.mark.start, &[WordKind::OfWhich])
        })
    };
    let is_first = context.at == 0;
    last.or_else(|| if is_first { ahead() } else { None }).map(|place| &place.mark)
}

/// `shipments to China, including Hong Kong, rose`: a part of the partner before it, that its figures are not of.
fn is_inserted(scene: &SentenceScene, place: &RoledPlace) -> bool {
    let before = place.mark.start.saturating_sub(1);
    let before = before.saturating_sub(usize::from(scene.stem(before) == "the"));
    let is_opened = matches!(scene.stem(before), "including" | "excluding" | "incl" | "excl" | "except");
    let is_closed = matches!(scene.stem(place.mark.end), "," | ")");
    let follows = |other: &RoledPlace| {
        let gap = other.mark.end..before;
        gap.len() <= 3 && other.role == PlaceRole::Partner
    };
    is_opened && is_closed && scene.places.iter().any(|other| other.mark.end <= before && follows(other))
}

/// True for a place that may be the partner of a reporter.
fn counts(scene: &SentenceScene, place: &RoledPlace, reporter: &str) -> bool {
    let is_own = place.mark.code == reporter
        || region::is_same_country(place.mark.code, reporter)
        || is_own_nation(reporter, place.mark.code) && place.role != PlaceRole::Partner
        || is_home(scene, &place.mark);
    let is_own = is_own && scene.stem(place.mark.start) != "intra";
    if matches!(
        scene.stem(place.mark.end),
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
        && (is_between(scene, &place.mark) || is_side(scene, &place.mark, reporter));
    // 据日本贸易振兴机构: who says it.
    let before = scene.stem(place.mark.start.saturating_sub(1));
    let is_source = before == "据" || before.starts_with("включ");
    (fits || is_other_side) && !is_own && !is_source && !is_in_whole(scene, &place.mark)
}

/// 全国, 我国: the country as its own people call it, which is nobody's partner.
fn is_home(scene: &SentenceScene, mark: &KnownPhrase) -> bool {
    mark.code == "CHN" && matches!(scene.stem(mark.start), "全" | "我" | "国")
}

/// True for the first of two places whose second is the reporter: 欧盟与福建.
fn is_side(scene: &SentenceScene, mark: &KnownPhrase, reporter: &str) -> bool {
    let next = scene.places.iter().find(|place| place.mark.start == mark.end + 1);
    matches!(scene.stem(mark.end), "与" | "和" | "同") && next.is_some_and(|next| next.mark.code == reporter)
}

fn is_between(scene: &SentenceScene, mark: &KnownPhrase) -> bool {
    (mark.start.saturating_sub(3)..mark.start).any(|at| matches!(scene.stem(at), "between" | "между"))
}

/// True for a place directly behind a figure: `a 5 percent rise with Kenya`, `$3 billion from Chile`.
fn is_attached(scene: &SentenceScene, figure: usize, mark: &KnownPhrase) -> bool {
    let behind = behind_brackets(scene, figure);
    let stops =
        [",", ";", "(", ")", "and", "while", "，", "；", "（", "but", "as", "compared", "и", "а", "whereas"];
    let gap = behind.start..mark.start;
    mark.start < behind.end
        && gap.len() <= 9
        && !scene.has(gap.clone(), &[WordKind::OfWhich])
        && !gap.clone().any(|at| stops.contains(&scene.stem(at)))
        && !scene.has(over_flow(scene, gap.start)..mark.start, &[WordKind::Flow])
        && gap.clone().any(|at| {
            matches!(
                scene.stem(at),
                "to" | "from" | "with" | "for" | "в" | "во" | "на" | "с" | "со" | "из" | "in" | "at"
            )
        })
}

/// The tokens behind a figure, its growth in brackets aside: `imported goods worth $72 bn (+5.8%) from Chile`.
fn behind_brackets(scene: &SentenceScene, figure: usize) -> std::ops::Range<usize> {
    let behind = scene.behind(figure);
    if scene.is_in_brackets(figure) && scene.stem(behind.start) == ")" {
        return behind.start + 1..behind.end.max(behind.start + 1);
    }
    let is_open = scene.stem(behind.start) == "(" && behind.len() == 1;
    let next = scene.behind(figure + 1);
    if is_open && scene.stem(next.start) == ")" {
        next.start + 1..next.end.max(next.start + 1)
    } else {
        behind
    }
}

/// The token behind a flow that a figure is an adjective of: `a $7 billion trade deficit with Asia`.
fn over_flow(scene: &SentenceScene, at: usize) -> usize {
    let flow = scene.mark_at(at, WordKind::Flow);
    let end = flow.map_or(at, |flow| flow.end);
    if matches!(scene.stem(end), "with" | "to" | "from") { end } else { at }
}

/// True for a place that the figure before this one has already taken.
fn is_attached_before(context: &FigureContext, mark: &KnownPhrase) -> bool {
    context.at.checked_sub(1).is_some_and(|before| {
        let behind = context.scene.behind(before);
        let is_followed = (mark.end..behind.end)
            .take(1)
            .any(|at| matches!(context.scene.stem(at), "," | "and" | ";" | ")" | "."));
        is_followed && is_attached(context.scene, before, mark)
    })
}

/// True for a place in the words that name the whole of a share.
pub(super) fn is_in_whole(scene: &SentenceScene, mark: &KnownPhrase) -> bool {
    super::flow::is_in_whole(scene, mark)
}

/// Keeps the partner that a sentence without figures names.
pub(super) fn remember(scene: &SentenceScene, paragraph: usize, memory: &mut TextMemory) {
    let reporter =
        memory.reporter.as_ref().or(memory.home.reporter.as_ref()).map(|known| Arc::clone(&known.value));
    let mut partners = scene
        .places
        .iter()
        .filter(|place| place.role == PlaceRole::Partner && Some(place.mark.code) != reporter.as_deref());
    let mut others = scene.places.iter().filter(|place| Some(place.mark.code) != reporter.as_deref());
    let of_two = others.next().filter(|_| scene.places.len() == 2 && others.next().is_none());
    let only = partners.next().filter(|_| partners.next().is_none()).or(of_two);
    if let Some(only) = only {
        let (mark, sentence) = (&only.mark, scene.tokens.start);
        let range = scene.article.range(&(mark.start..mark.end));
        memory.partner =
            Some(KnownWords { value: super::code(mark.code), range, paragraph, sentence, is_said: true });
    }
}
