//! Lists whose members go with the figures of another list, in order: "respectively", 分别, соответственно.

mod characters;
mod lists;
mod unmarked;

use std::ops::Range;

use crate::dataset::Unit;
use crate::draft::figure::CountedIn;
use crate::draft::read::listed::Listed;
use crate::draft::sentence::{KnownPhrase, Sentence};
use crate::draft::words::WordKind;
use characters::characters;
use lists::{amounts_listed, figures_before, flows, run, transports};

/// For each figure of a sentence, what a list gives to it.
///
/// `partners` are those that the sentence before lists, for `exports to the three markets rose …, respectively`.
pub(in crate::draft) fn lists(sentence: &Sentence, partners: &[KnownPhrase]) -> Vec<Option<Listed>> {
    let mut listed = vec![None; sentence.figures.len()];
    for mark in sentence.marks_in(sentence.tokens.clone(), &[WordKind::Respectively]) {
        let Some(group) = group(sentence, mark) else { continue };
        let Some(first) = sentence.figures.get(group.start) else { continue };
        let members =
            members(sentence, group.len(), mark, first.tokens.start.min(mark.start.max(first.tokens.start)));
        let amounts = figures_before(sentence, &group, true);
        let members = amounts.or(members).or_else(|| figures_before(sentence, &group, false));
        let members = members.or_else(|| amounts_listed(sentence, &group));
        let members = members.or_else(|| earlier(group.len(), partners));
        let members = members.or_else(|| flows_apart(sentence, &group));
        for (at, member) in group.zip(members.into_iter().flatten()) {
            if let Some(place) = listed.get_mut(at) {
                *place = Some(member);
            }
        }
    }
    unmarked::fill(sentence, &mut listed);
    listed
}

/// `Imports rose by 3% while exports fell by 2%, amounting to 4 bn and 2 bn, respectively`: the flows in their order.
fn flows_apart(sentence: &Sentence, group: &Range<usize>) -> Option<Vec<Listed>> {
    let end = sentence.figures.get(group.start)?.tokens.start;
    let mut flows: Vec<KnownPhrase> = Vec::new();
    for mark in sentence.marks_in(sentence.tokens.start..end, &[WordKind::Flow]) {
        if !flows.iter().any(|known| known.code == mark.code) {
            flows.push(*mark);
        }
    }
    let are_two = flows.iter().all(|flow| matches!(flow.code, "exports" | "imports"));
    (are_two && flows.len() == group.len()).then(|| flows.into_iter().map(Listed::Flow).collect())
}

/// The partners that the sentence before lists, if there are as many.
fn earlier(count: usize, partners: &[KnownPhrase]) -> Option<Vec<Listed>> {
    (partners.len() == count).then(|| partners.iter().map(|mark| Listed::Place(*mark)).collect())
}

/// The figures that a mark is about: those behind it up to the end of the clause, else those in front of it.
fn group(sentence: &Sentence, mark: &KnownPhrase) -> Option<Range<usize>> {
    let first_behind = sentence.figures.iter().position(|figure| figure.tokens.start >= mark.end);
    let is_behind = first_behind.filter(|at| {
        let start = sentence.figures[*at].tokens.start;
        // 分别占全市进出口总值的16.3%、12.1%
        let reach = if sentence.is_chinese() { 12 } else { 6 };
        start - mark.end <= reach
            && !(mark.end..start).any(|at| matches!(sentence.stem(at), "," | "，" | "." | ";"))
    });
    let runs_on = |at: usize| {
        let (Some(one), Some(next)) = (sentence.figures.get(at), sentence.figures.get(at + 1)) else {
            return false;
        };
        let is_growth = |counted| matches!(counted, CountedIn::Unit(Unit::Percent | Unit::Factor));
        next.tokens.start - one.tokens.end <= 3
            && (one.counted == next.counted || is_growth(one.counted) && is_growth(next.counted))
    };
    if let Some(start) = is_behind {
        let mut end = start;
        while runs_on(end) {
            end += 1;
        }
        return (end > start).then_some(start..end + 1);
    }
    let last = sentence.figures.iter().rposition(|figure| figure.tokens.end <= mark.start)?;
    let mut start = last;
    while start > 0 && runs_on(start - 1) {
        start -= 1;
    }
    (last > start).then_some(start..last + 1)
}

/// The nearest list of `count` members in front of a token.
fn members(sentence: &Sentence, count: usize, mark: &KnownPhrase, end: usize) -> Option<Vec<Listed>> {
    let within = sentence.tokens.start..end;
    let places: Vec<Listed> = sentence
        .places
        .iter()
        .filter(|place| place.mark.end <= end && place.mark.kind == WordKind::Place)
        .filter(|place| !super::is_in_whole(sentence, &place.mark))
        .map(|place| Listed::Place(place.mark))
        .collect();
    let flows = flows(sentence, within.clone(), count);
    let products: Vec<Listed> = sentence
        .marks_in(within.clone(), &[WordKind::Product, WordKind::Goods, WordKind::Services])
        .map(|mark| Listed::Product(mark.start, mark.end))
        .collect();
    let periods: Vec<Listed> = (0..sentence.periods.len())
        .filter(|at| sentence.periods[*at].tokens.end <= end)
        .map(Listed::Period)
        .collect();
    let transports = transports(sentence, within);
    let characters = characters(sentence, mark, count);
    let lists = [&places, &flows, &products, &transports];
    let mut all: Vec<Option<Vec<Listed>>> = lists.map(|list| run(sentence, list, count)).into();
    all.push((characters.len() == count).then_some(characters));
    // Members of any kind are those right in front of the mark.
    let nearest = all.into_iter().flatten().max_by_key(|list| list.last().map_or(0, |last| last.end()));
    nearest.or_else(|| (periods.len() == count).then_some(periods))
}
