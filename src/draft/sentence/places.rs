//! The part that a place plays in a sentence: whose trade it is, or with whom.

mod elided;
mod link;
mod nation;
mod passing;
mod taker;
mod verb;

use link::{PlaceLink, link};
pub(in crate::draft) use nation::nation_of_share;
use taker::is_buyer;
use verb::{brings_in, enters, is_receiver, leaves};

use super::Sentence;
use super::abbreviations;
use super::known_phrase::{FLOWS, KnownPhrase, PLACES, PlaceRole, RoledPlace};
use crate::draft::region;
use crate::draft::words::WordKind;

/// The places of a sentence with their parts.
pub(super) fn roles(sentence: &Sentence) -> Vec<RoledPlace> {
    let mut places: Vec<RoledPlace> = Vec::new();
    for mark in sentence.marks_in(sentence.tokens.clone(), &PLACES) {
        let is_known = places.last().is_some_and(|last| last.mark.start == mark.start);
        if is_known || passing::is_in_passing(sentence, mark) {
            continue;
        }
        // `Королевство Великобритания`: two names of one country.
        let is_renamed = |last: &&mut RoledPlace| last.mark.code == mark.code && last.mark.end == mark.start;
        if let Some(last) = places.last_mut().filter(is_renamed) {
            last.mark.end = mark.end;
            continue;
        }
        let is_intra = sentence.stem(mark.start) == "intra";
        let role = if is_intra { PlaceRole::Partner } else { role(sentence, mark, &places) };
        places.push(RoledPlace { mark: *mark, role });
    }
    places
}

fn role(sentence: &Sentence, mark: &KnownPhrase, before: &[RoledPlace]) -> PlaceRole {
    // 美国占台湾总出口的30.9%
    let whole = PLACES.iter().find_map(|kind| sentence.mark_at(mark.end + 1, *kind));
    if sentence.stem(mark.end) == "占"
        && whole.is_some_and(|whole| region::nation(mark.code) != Some(whole.code))
    {
        return PlaceRole::Partner;
    }
    if let Some(role) = abbreviations::role(sentence, mark, before) {
        return role;
    }
    if is_buyer(sentence, mark) || is_receiver(sentence, mark) {
        return PlaceRole::Partner;
    }
    if nation_of_share(sentence, mark).is_some() {
        return PlaceRole::Reporter;
    }
    if let Some(role) = elided::role(sentence, mark, before) {
        return role;
    }
    let flow = sentence.marks_in(sentence.tokens.start..mark.start, &FLOWS).next_back();
    match link(sentence, mark, before) {
        PlaceLink::List(at) => before.get(at).map_or(PlaceRole::Unknown, |first| {
            let is_other = first.role == PlaceRole::Reporter && is_pair(sentence, first, mark);
            if is_other { PlaceRole::Partner } else { first.role }
        }),
        PlaceLink::Between => PlaceRole::Reporter,
        PlaceLink::From
            if flow.is_some_and(|flow| flow.code == "exports") && !is_behind_figure(sentence, mark, flow) =>
        {
            PlaceRole::Reporter
        }
        PlaceLink::From if leaves(sentence, mark) && !has_subject(before) => PlaceRole::Reporter,
        PlaceLink::In if brings_in(sentence, mark, flow) => PlaceRole::Reporter,
        PlaceLink::To if enters(sentence, mark, flow) => PlaceRole::Reporter,
        PlaceLink::In if !sentence.article.is_russian => PlaceRole::Unknown,
        PlaceLink::To | PlaceLink::From | PlaceLink::With | PlaceLink::In => PlaceRole::Partner,
        PlaceLink::Of => of(sentence, mark, flow),
        PlaceLink::None => free(sentence, mark, flow),
    }
}

/// True if a place before is the one that trades: `Турция из Ирака вывезла`.
fn has_subject(before: &[RoledPlace]) -> bool {
    before.iter().any(|place| place.role == PlaceRole::Reporter)
}

/// True if a figure stands between a flow and a place: `exports rose 5 percent from …`.
fn is_behind_figure(sentence: &Sentence, mark: &KnownPhrase, flow: Option<&KnownPhrase>) -> bool {
    let Some(flow) = flow else { return true };
    sentence.figures.iter().any(|figure| figure.tokens.start >= flow.end && figure.tokens.end <= mark.start)
}

/// Two places next to each other behind a flow are the two sides of it: `товарооборот России и Китая`.
fn is_pair(sentence: &Sentence, first: &RoledPlace, mark: &KnownPhrase) -> bool {
    let is_next = mark.start - first.mark.end <= 2;
    let flow =
        sentence.marks_in(sentence.tokens.clone(), &[WordKind::Flow]).find(|flow| flow.code == "total");
    is_next && flow.is_some() && !sentence.has(sentence.tokens.clone(), &[WordKind::Respectively])
}

/// `exports of Kazakhstan`, `imports of Russian oil`, `share of the CIS`.
fn of(sentence: &Sentence, mark: &KnownPhrase, flow: Option<&KnownPhrase>) -> PlaceRole {
    let is_near = |flow: &&KnownPhrase| mark.start - flow.end <= 6;
    let share = sentence.marks_in(sentence.tokens.start..mark.start, &[WordKind::Share]).next_back();
    let is_rest = sentence.stem(mark.start.saturating_sub(2)) == "rest";
    if is_rest || share.is_some_and(|share| mark.start - share.end <= 3) {
        return PlaceRole::Partner;
    }
    match flow.filter(is_near) {
        Some(flow) if flow.code == "imports" && mark.kind == WordKind::Demonym => PlaceRole::Partner,
        Some(_) => PlaceRole::Reporter,
        None => before_flow(sentence, mark),
    }
}

/// A place that no word binds.
fn free(sentence: &Sentence, mark: &KnownPhrase, flow: Option<&KnownPhrase>) -> PlaceRole {
    if sentence.article.is_russian {
        // `экспорт Казахстана`, `импорт российских товаров`, `доля стран СНГ`.
        let is_next = |at: &&KnownPhrase| {
            mark.start == at.end
                || (mark.start - at.end == 1
                    && matches!(sentence.stem(at.end), "стран" | "республик" | "товар" | "всех" | "самой"))
        };
        let share = sentence.marks_in(sentence.tokens.start..mark.start, &[WordKind::Share]).next_back();
        if share.as_ref().is_some_and(is_next) {
            return PlaceRole::Partner;
        }
        if let Some(flow) = flow.filter(is_next) {
            let is_goods = flow.code == "imports" && mark.kind == WordKind::Demonym;
            return if is_goods { PlaceRole::Partner } else { PlaceRole::Reporter };
        }
    }
    before_flow(sentence, mark)
}

/// Verbs whose subject is a reporter: `Japan logged a deficit`.
const REPORTING_VERBS: [&str; 18] = [
    "logged",
    "posted",
    "recorded",
    "reported",
    "saw",
    "registered",
    "ran",
    "had",
    "has",
    "traded",
    "sees",
    "imported",
    "exported",
    "shipped",
    "увеличил",
    "нарастил",
    "сократил",
    "и",
];

/// Words and marks behind which no flow belongs to the place before them.
const CLOSING_WORDS: [&str; 21] = [
    ",", "，", "、", "(", ")", ";", ":", "；", "in", "to", "from", "with", "by", "was", "were", "is", "for",
    "on", "as", "at", "the",
];

/// The number of words behind a place among which its flow is looked for.
const REACH: usize = 10;

/// A reporter stands in front of its flow: `China's total exports`, `German exports`, `Japan logged a deficit`, 新疆外贸.
fn before_flow(sentence: &Sentence, mark: &KnownPhrase) -> PlaceRole {
    let is_owner = matches!(sentence.stem(mark.end), "'s" | "'");
    let from = mark.end + usize::from(is_owner);
    let mut words = from..(from + REACH).min(sentence.tokens.end);
    words.find_map(|at| role_by(sentence, at, from, is_owner)).unwrap_or(PlaceRole::Unknown)
}

/// The role of a place by a word behind it, if that decides; the words behind the place begin at `from`.
fn role_by(sentence: &Sentence, at: usize, from: usize, is_owner: bool) -> Option<PlaceRole> {
    let is_figure = sentence.figures.iter().any(|figure| figure.tokens.contains(&at));
    let is_skipped = sentence.mark_at(at, WordKind::Skip).is_some_and(|skip| skip.end > at);
    if is_figure || is_skipped {
        return Some(PlaceRole::Unknown);
    }
    let is_flow = |kind| sentence.mark_at(at, kind).is_some();
    if is_flow(WordKind::Flow) || is_flow(WordKind::FlowVerb) {
        return Some(PlaceRole::Reporter);
    }
    if at > from && sentence.places_kind(at) {
        return Some(before_place(sentence, at, from));
    }
    closes(sentence, at, from, is_owner).then_some(PlaceRole::Unknown)
}

/// The role of a place that another one stands behind: it reports if that is its partner, as in 新疆对中亚进出口.
fn before_place(sentence: &Sentence, at: usize, from: usize) -> PlaceRole {
    let figure = sentence.figures.iter().find(|figure| figure.tokens.start >= at);
    let end = figure.map_or(sentence.tokens.end, |figure| figure.tokens.start);
    let word = sentence.stem(at - 1);
    let is_bound = matches!(word, "对" | "与" | "自" | "从" | "同" | "向") && sentence.has(at..end, &FLOWS);
    let is_hyphenated = word == "-" && at == from + 1;
    if is_bound || is_hyphenated { PlaceRole::Reporter } else { PlaceRole::Unknown }
}

/// True for a word behind which no flow belongs to the place, unless a verb of the place or its possessive leads on.
fn closes(sentence: &Sentence, at: usize, from: usize, is_owner: bool) -> bool {
    let is_verb = |at: usize| REPORTING_VERBS.contains(&sentence.stem(at));
    let leads_on = is_verb(at) || at > from && is_verb(at - 1) || is_owner && sentence.stem(at) == "the";
    CLOSING_WORDS.contains(&sentence.stem(at)) && !leads_on
}

impl Sentence<'_, '_> {
    fn places_kind(&self, at: usize) -> bool {
        PLACES.iter().any(|kind| self.mark_at(at, *kind).is_some())
    }
}
