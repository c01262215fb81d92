//! Lists whose members go with the figures of another list, in order: "respectively", 分别, соответственно.

mod characters;
mod unmarked;

use std::ops::Range;

use crate::dataset::Unit;
use crate::draft::figure::CountedIn;
use crate::draft::region;
use crate::draft::sentence::{KnownPhrase, Sentence};
use crate::draft::words::WordKind;
use characters::characters;

/// The item of the list that belongs to a figure.
#[derive(Debug, Clone, Copy)]
pub(in crate::draft) enum Listed {
    Place(KnownPhrase),
    Flow(KnownPhrase),
    /// A product by its tokens.
    Product(usize, usize),
    /// Place of the period in the sentence.
    Period(usize),
    /// Place of the figure in the sentence that has the same dimensions: `exports $5 bn and imports $4 bn, up 2% and 3%`.
    Like(usize),
}

impl Listed {
    /// True for a part of a country, whose own trade it is: 中部、西部地区进出口分别增长.
    pub fn is_part_of(self, country: &str) -> bool {
        let Self::Place(mark) = self else { return false };
        region::nation(mark.code) == Some(country)
            || region::province(mark.code) == Some(country)
            || mark.code == country
    }

    /// True for the place itself.
    pub fn is_place(self, code: &str) -> bool {
        matches!(self, Self::Place(mark) if mark.code == code)
    }

    /// The figure that has the same dimensions.
    pub fn like(self) -> Option<usize> {
        match self {
            Self::Like(at) => Some(at),
            Self::Place(_) | Self::Flow(_) | Self::Product(..) | Self::Period(_) => None,
        }
    }

    fn end(self) -> usize {
        match self {
            Self::Place(mark) | Self::Flow(mark) => mark.end,
            Self::Product(_, end) => end,
            Self::Period(_) | Self::Like(_) => usize::MAX,
        }
    }
}

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

/// The amounts in front of as many percentages: next to each other, or each with a flow of its own.
fn figures_before(sentence: &Sentence, group: &Range<usize>, are_close: bool) -> Option<Vec<Listed>> {
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
fn amounts_listed(sentence: &Sentence, group: &Range<usize>) -> Option<Vec<Listed>> {
    let first = group.start.checked_sub(group.len()).filter(|_| sentence.is_chinese())?;
    let is_amount = |at: usize| {
        let figure = sentence.figures.get(at);
        figure.is_some_and(|figure| figure.counted != CountedIn::Unit(Unit::Percent))
    };
    let is_listed = |at: usize| at == first || sentence.before(at).len() == 1;
    let fits = (first..group.start).all(|at| is_amount(at) && is_listed(at));
    fits.then(|| (first..group.start).map(Listed::Like).collect())
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
        start - mark.end <= 6
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
    let characters = characters(sentence, mark, count);
    let mut all =
        vec![run(sentence, &places, count), run(sentence, &flows, count), run(sentence, &products, count)];
    all.push((characters.len() == count).then_some(characters));
    // Members of any kind are those right in front of the mark.
    let nearest = all.into_iter().flatten().max_by_key(|list| list.last().map_or(0, |last| last.end()));
    nearest.or_else(|| (periods.len() == count).then_some(periods))
}

/// The last `count` members that stand next to each other.
fn run(sentence: &Sentence, all: &[Listed], count: usize) -> Option<Vec<Listed>> {
    let start = all.len().checked_sub(count)?;
    let span = |listed: &Listed| match listed {
        Listed::Place(mark) | Listed::Flow(mark) => (mark.start, mark.end),
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
fn flows(sentence: &Sentence, within: Range<usize>, count: usize) -> Vec<Listed> {
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
