//! Members of lists.

use std::ops::Range;

use crate::dataset::Unit;
use crate::draft::figure::CountedIn;
use crate::draft::read::listed::Listed;
use crate::draft::sentence::{KnownPhrase, Sentence};
use crate::draft::words::WordKind;

/// The amounts in front of as many percentages: next to each other, or each with a flow of its own.
pub(super) fn figures_before(
    sentence: &Sentence,
    group: &Range<usize>,
    are_close: bool,
) -> Option<Vec<Listed>> {
    let first = group.start.checked_sub(group.len())?;
    let amounts = first..group.start;
    let is_amount = |at: usize| {
        let figure = sentence.figures.get(at);
        figure.is_some_and(|figure| figure.counted != CountedIn::Unit(Unit::Percent))
    };
    let has_flow = |at: usize| sentence.has(sentence.before(at), &[WordKind::Flow]);
    let is_close = |at: usize| sentence.before(at).len() <= 4;
    let counted = |at: usize| sentence.figures.get(at).map(|figure| figure.counted);
    let is_other = |at: usize| at == first || is_close(at) && counted(at) != counted(first);
    let fits = |at: usize| if are_close { is_other(at) } else { has_flow(at) };
    let is_next = !are_close || is_close(group.start);
    (is_next && amounts.clone().all(|at| is_amount(at) && fits(at)))
        .then(|| amounts.map(Listed::Like).collect())
}

/// As many amounts in a Chinese list in front: 51.2亿元、37.8亿元，分别增长25.3%、20.1%.
pub(super) fn amounts_listed(sentence: &Sentence, group: &Range<usize>) -> Option<Vec<Listed>> {
    let first = group.start.checked_sub(group.len()).filter(|_| sentence.is_chinese())?;
    let is_amount = |at: usize| {
        let figure = sentence.figures.get(at);
        figure.is_some_and(|figure| figure.counted != CountedIn::Unit(Unit::Percent))
    };
    let is_listed = |at: usize| at == first || sentence.before(at).len() == 1;
    let fits = (first..group.start).all(|at| is_amount(at) && is_listed(at));
    fits.then(|| (first..group.start).map(Listed::Like).collect())
}

/// The last `count` members that stand next to each other.
pub(super) fn run(sentence: &Sentence, all: &[Listed], count: usize) -> Option<Vec<Listed>> {
    let start = all.len().checked_sub(count)?;
    let span = |listed: &Listed| match listed {
        Listed::Place(mark) | Listed::Flow(mark) | Listed::Transport(mark) => (mark.start, mark.end),
        Listed::Product(start, end) => (*start, *end),
        Listed::Period(_) | Listed::Like(_) => (0, 0),
    };
    let mut lists = (0..=start).rev().filter_map(|start| all.get(start..start + count));
    let is_list = |list: &[Listed]| {
        list.windows(2).all(|pair| {
            let (end, next) = (span(&pair[0]).1, span(&pair[1]).0);
            // 出口(32.4亿元)及进口(443.6亿元)分别
            let end = sentence.over_brackets(end);
            next >= end
                && next - end <= 4
                && (end..next)
                    .any(|at| matches!(sentence.stem(at), "and" | "," | "、" | "和" | "及" | "и" | "，"))
        })
    };
    lists.find(|list| is_list(list)).map(<[Listed]>::to_vec)
}

/// Exports and imports, also where one phrase names both.
pub(super) fn flows(sentence: &Sentence, within: Range<usize>, count: usize) -> Vec<Listed> {
    let mut flows = Vec::new();
    for mark in sentence.marks_in(within, &[WordKind::Flow]) {
        let first = sentence.stem(mark.start);
        let halves = match first {
            _ if count < 2 || mark.code != "total" || mark.end - mark.start < 3 => None,
            "exports" | "export" | "экспорт" => Some(("exports", "imports")),
            "imports" | "import" | "импорт" => Some(("imports", "exports")),
            _ => None,
        };
        match halves {
            Some((one, other)) => {
                flows.push(Listed::Flow(KnownPhrase { code: one, end: mark.start + 1, ..*mark }));
                flows.push(Listed::Flow(KnownPhrase { code: other, start: mark.end - 1, ..*mark }));
            }
            None => flows.push(Listed::Flow(*mark)),
        }
    }
    flows
}

/// `by road, water, rail and air`: how goods were carried.
pub(super) fn transports(sentence: &Sentence, within: Range<usize>) -> Vec<Listed> {
    let is_inner = |mark: &KnownPhrase| {
        sentence.marks.iter().any(|other| {
            other.kind == mark.kind
                && other.start <= mark.start
                && mark.end <= other.end
                && (other.start, other.end) != (mark.start, mark.end)
        })
    };
    let marks =
        sentence.marks_in(within.clone(), &[WordKind::Transport]).filter(|mark| !is_inner(mark)).copied();
    // Water is goods, too, unless it stands in such a list.
    let water = within.filter(|at| sentence.stem(*at) == "water" && sentence.stem(at + 1) != "transport");
    let water =
        water.map(|at| KnownPhrase { kind: WordKind::Transport, code: "sea", start: at, end: at + 1 });
    let mut all: Vec<KnownPhrase> = marks.chain(water).collect();
    all.sort_by_key(|mark| mark.start);
    all.into_iter().map(Listed::Transport).collect()
}
