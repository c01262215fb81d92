//! Lists that go with each other although no 分别 and no `respectively` says so.

use std::ops::Range;

use super::lists::{amounts_listed, figures_before, flows, run};
use crate::dataset::Unit;
use crate::draft::figure::CountedIn;
use crate::draft::read::listed::Listed;
use crate::draft::sentence::Sentence;
use crate::draft::words::WordKind;

/// `France and Germany accounted for 12% and 10%`; lists without 分别: 对美国、韩国出口119.1亿元和59.8亿元; …为13亿元、12亿元，增长21%、24%.
pub(super) fn fill(sentence: &Sentence, listed: &mut [Option<Listed>]) {
    let is_joined = |at: usize| {
        let (one, next) = (sentence.figures.get(at), sentence.figures.get(at + 1));
        one.zip(next).is_some_and(|(one, next)| {
            let gap = one.tokens.end..next.tokens.start;
            let is_list = gap.len() == 1
                && matches!(sentence.stem(gap.start), "、" | "和" | "及" | "与" | "and" | "и")
                || gap.len() <= 2
                    && sentence.stem(gap.start) == ","
                    && (gap.len() == 1 || matches!(sentence.stem(gap.start + 1), "and" | "и"));
            is_list && one.counted == next.counted
        })
    };
    let mut start = 0;
    while start < sentence.figures.len() {
        let mut end = start;
        while is_joined(end) {
            end += 1;
        }
        let group = start..end + 1;
        start = end + 1;
        if group.len() < 2 || listed.get(group.clone()).is_none_or(|known| known.iter().any(Option::is_some))
        {
            continue;
        }
        let members = places_right_before(sentence, &group)
            .or_else(|| flows_right_before(sentence, &group))
            .or_else(|| amounts_right_before(sentence, &group));
        for (at, member) in group.zip(members.into_iter().flatten()) {
            if let Some(place) = listed.get_mut(at) {
                *place = Some(member);
            }
        }
    }
}

/// As many places as figures, listed right in front of their flow.
fn places_right_before(sentence: &Sentence, group: &Range<usize>) -> Option<Vec<Listed>> {
    let before = sentence.before(group.start);
    let places = sentence.places.iter().filter(|place| {
        let is_whole = super::super::is_in_whole(sentence, &place.mark);
        let is_within = place.mark.start >= before.start && place.mark.end <= before.end;
        is_within && place.mark.kind == WordKind::Place && !is_whole
    });
    let places: Vec<Listed> = places.map(|place| Listed::Place(place.mark)).collect();
    run(sentence, &places, group.len())
        .filter(|list| list.last().is_some_and(|last| before.end - last.end().min(before.end) <= 8))
}

/// `Imports and exports had declined by 4.17 percent and 6.11 percent`.
fn flows_right_before(sentence: &Sentence, group: &Range<usize>) -> Option<Vec<Listed>> {
    let before = sentence.before(group.start);
    let all = flows(sentence, before.clone(), group.len());
    run(sentence, &all, group.len())
        .filter(|list| list.last().is_some_and(|last| before.end - last.end().min(before.end) <= 6))
}

/// As many amounts in front of percentages: listed, or each with a flow of its own.
fn amounts_right_before(sentence: &Sentence, group: &Range<usize>) -> Option<Vec<Listed>> {
    let is_percent = sentence
        .figures
        .get(group.start)
        .is_some_and(|figure| figure.counted == CountedIn::Unit(Unit::Percent));
    let amounts = amounts_listed(sentence, group).or_else(|| figures_before(sentence, group, false));
    // `exports were 6 bn and imports 7 bn, down 5.8 % and 9.4 %`
    let reach = if sentence.is_chinese() { 20 } else { 3 };
    amounts.filter(|_| is_percent && sentence.before(group.start).len() <= reach)
}
