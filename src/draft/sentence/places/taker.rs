//! Places that take a part of the exports of another.

use crate::dataset::{Unit, known};
use crate::draft::figure::CountedIn;
use crate::draft::region;
use crate::draft::sentence::known_phrase::PLACES;
use crate::draft::sentence::{KnownPhrase, Sentence};
use crate::draft::words::{self, WordKind};

/// `China bought 39 percent of the exports`: what a partner took of them.
pub(super) fn is_buyer(sentence: &Sentence, mark: &KnownPhrase) -> bool {
    if takes_part(sentence, mark) || has_share(sentence, mark) {
        return true;
    }
    let Some(verb) = sentence.mark_at(mark.end, WordKind::FlowVerb).filter(|verb| verb.code == "imports")
    else {
        return false;
    };
    let figure = sentence.figures.iter().find(|figure| figure.tokens.start >= verb.end);
    figure.is_some_and(|figure| {
        let of = figure.tokens.end;
        let is_near = figure.tokens.start - verb.end <= 3 && sentence.stem(of) == "of";
        let flow = sentence.marks_in(of..(of + 6).min(sentence.tokens.end), &[WordKind::Flow]).next();
        is_near && flow.is_some_and(|flow| flow.code == "exports")
    })
}

/// `China took 45 percent of Peru's exports`, `Italy accounted for 9% of Libyan imports`: the owner of the whole reports.
pub(super) fn takes_part(sentence: &Sentence, mark: &KnownPhrase) -> bool {
    let verb = mark.end;
    let share = sentence.mark_at(verb, WordKind::Share).map(|share| share.end);
    let is_verb = matches!(sentence.stem(verb), "took" | "takes" | "received" | "absorbed" | "bought");
    let Some(end) = share.or(is_verb.then_some(verb + 1)) else { return false };
    let near = |at: usize| (end..=end + 2).contains(&at);
    let Some(figure) = sentence.figures.iter().find(|figure| near(figure.tokens.start)) else { return false };
    let of = figure.tokens.end;
    let is_country = |code: &str| known::country(code).is_some() || region::nation(code).is_some();
    let owner = sentence
        .marks_in(of..(of + 5).min(sentence.tokens.end), &PLACES)
        .find(|owner| owner.start <= of + 2 && is_country(owner.code));
    let is_percent = figure.counted == CountedIn::Unit(Unit::Percent);
    owner.filter(|_| is_percent && sentence.stem(of) == "of").is_some_and(|owner| {
        let flow = owner.end + usize::from(sentence.stem(owner.end) == "'s");
        let flow = flow + usize::from(matches!(sentence.stem(flow), "total" | "overall"));
        let is_own = owner.code == mark.code || region::nation(mark.code) == Some(owner.code);
        !is_own && sentence.mark_at(flow, WordKind::Flow).is_some()
    })
}

/// True for the place that the text names first, whose own share of a trade is likely that of the world's.
fn is_first_place(sentence: &Sentence, mark: &KnownPhrase) -> bool {
    let tokens = &sentence.article.tokens;
    let found = (0..sentence.tokens.start).find_map(|at| {
        let mut found = tokens.get(at..).into_iter().flat_map(words::matches);
        found.find(|found| PLACES.contains(&found.kind))
    });
    found.is_some_and(|first| first.code == mark.code || region::nation(mark.code) == Some(first.code))
}

/// `Germany's share of exports`, 中国在农产品出口中的占比: a part of exports or imports, of which nobody is named as the owner, and not
/// of those of the whole world.
fn has_share(sentence: &Sentence, mark: &KnownPhrase) -> bool {
    let is_of = |at: usize| matches!(sentence.stem(at), "of" | "in");
    let end = if sentence.stem(mark.end) == "'s" {
        let share = sentence.mark_at(mark.end + 1, WordKind::Share);
        share.map(|share| share.end).filter(|end| is_of(*end))
    } else {
        (sentence.stem(mark.end) == "在").then_some(mark.end)
    };
    let Some(end) = end else { return false };
    let near = end..(end + 9).min(sentence.tokens.end);
    let flow = sentence.marks_in(near, &[WordKind::Flow]).next();
    let is_home = is_first_place(sentence, mark);
    let is_owned = |flow: &KnownPhrase| {
        let is_of_all = |at: usize| {
            matches!(
                sentence.stem(at),
                "global" | "world" | "world's" | "worldwide" | "international" | "全球" | "世界" | "国际"
            )
        };
        let behind = flow.end..(flow.end + 3).min(sentence.tokens.end);
        (end..flow.start).any(is_of_all)
            || sentence.has(end..flow.start, &PLACES)
            || sentence.stem(flow.end) == "of" && sentence.has(behind, &PLACES)
    };
    let is_inside = |flow: &KnownPhrase| {
        let share = sentence.marks_in(flow.end..sentence.tokens.end, &[WordKind::Share]).next();
        sentence.stem(flow.end) == "中" && share.is_some_and(|share| share.start <= flow.end + 2)
    };
    flow.filter(|flow| flow.code != "balance" && !is_owned(flow) && !is_home)
        .is_some_and(|flow| sentence.stem(mark.end) == "'s" || is_inside(flow))
}
