//! Lists whose members go with the figures of another list, in order: "respectively", 分别, соответственно.

mod unmarked;

use std::ops::Range;

use crate::dataset::Unit;
use crate::draft::figure::CountedIn;
use crate::draft::region;
use crate::draft::scene::{KnownPhrase, SentenceScene};
use crate::draft::token::TokenKind;
use crate::draft::words::WordKind;

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
pub(in crate::draft) fn lists(scene: &SentenceScene, partners: &[KnownPhrase]) -> Vec<Option<Listed>> {
    let mut listed = vec![None; scene.figures.len()];
    for mark in scene.marks_in(scene.tokens.clone(), &[WordKind::Respectively]) {
        let Some(group) = group(scene, mark) else { continue };
        let Some(first) = scene.figures.get(group.start) else { continue };
        let members =
            members(scene, group.len(), mark, first.tokens.start.min(mark.start.max(first.tokens.start)));
        let amounts = figures_before(scene, &group, true);
        let members = amounts.or(members).or_else(|| figures_before(scene, &group, false));
        let members = members.or_else(|| amounts_listed(scene, &group));
        let members = members.or_else(|| earlier(group.len(), partners));
        let members = members.or_else(|| flows_apart(scene, &group));
        for (at, member) in group.zip(members.into_iter().flatten()) {
            if let Some(place) = listed.get_mut(at) {
                *place = Some(member);
            }
        }
    }
    unmarked::fill(scene, &mut listed);
    listed
}

/// The amounts in front of as many percentages: next to each other, or each with a flow of its own.
fn figures_before(scene: &SentenceScene, group: &Range<usize>, are_close: bool) -> Option<Vec<Listed>> {
    let first = group.start.checked_sub(group.len())?;
    let amounts = first..group.start;
    let is_amount = |at: usize| {
        let figure = scene.figures.get(at);
        figure.is_some_and(|figure| figure.counted != CountedIn::Unit(Unit::Percent))
    };
    let has_flow = |at: usize| scene.has(scene.before(at), &[WordKind::Flow]);
    let is_close = |at: usize| scene.before(at).len() <= 4;
    let counted = |at: usize| scene.figures.get(at).map(|figure| figure.counted);
    let is_other = |at: usize| at == first || is_close(at) && counted(at) != counted(first);
    let fits = |at: usize| if are_close { is_other(at) } else { has_flow(at) };
    let is_next = !are_close || is_close(group.start);
    (is_next && amounts.clone().all(|at| is_amount(at) && fits(at)))
        .then(|| amounts.map(Listed::Like).collect())
}

/// As many amounts in a Chinese list in front: 51.2亿元、37.8亿元，分别增长25.3%、20.1%.
fn amounts_listed(scene: &SentenceScene, group: &Range<usize>) -> Option<Vec<Listed>> {
    let first = group.start.checked_sub(group.len()).filter(|_| scene.is_chinese())?;
    let is_amount = |at: usize| {
        let figure = scene.figures.get(at);
        figure.is_some_and(|figure| figure.counted != CountedIn::Unit(Unit::Percent))
    };
    let is_listed = |at: usize| at == first || scene.before(at).len() == 1;
    let fits = (first..group.start).all(|at| is_amount(at) && is_listed(at));
    fits.then(|| (first..group.start).map(Listed::Like).collect())
}

/// `Imports rose by 3% while exports fell by 2%, amounting to 4 bn and 2 bn, respectively`: the flows in their order.
fn flows_apart(scene: &SentenceScene, group: &Range<usize>) -> Option<Vec<Listed>> {
    let end = scene.figures.get(group.start)?.tokens.start;
    let mut flows: Vec<KnownPhrase> = Vec::new();
    for mark in scene.marks_in(scene.tokens.start..end, &[WordKind::Flow]) {
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
fn group(scene: &SentenceScene, mark: &KnownPhrase) -> Option<Range<usize>> {
    let first_behind = scene.figures.iter().position(|figure| figure.tokens.start >= mark.end);
    let is_behind = first_behind.filter(|at| {
        let start = scene.figures[*at].tokens.start;
        start - mark.end <= 6 && !(mark.end..start).any(|at| matches!(scene.stem(at), "," | "，" | "." | ";"))
    });
    let runs_on = |at: usize| {
        let (Some(one), Some(next)) = (scene.figures.get(at), scene.figures.get(at + 1)) else {
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
    let last = scene.figures.iter().rposition(|figure| figure.tokens.end <= mark.start)?;
    let mut start = last;
    while start > 0 && runs_on(start - 1) {
        start -= 1;
    }
    (last > start).then_some(start..last + 1)
}

/// The nearest list of `count` members in front of a token.
fn members(scene: &SentenceScene, count: usize, mark: &KnownPhrase, end: usize) -> Option<Vec<Listed>> {
    let within = scene.tokens.start..end;
    let places: Vec<Listed> = scene
        .places
        .iter()
        .filter(|place| place.mark.end <= end && place.mark.kind == WordKind::Place)
        .map(|place| Listed::Place(place.mark))
        .collect();
    let flows = flows(scene, within.clone(), count);
    let products: Vec<Listed> = scene
        .marks_in(within.clone(), &[WordKind::Product, WordKind::Goods, WordKind::Services])
        .map(|mark| Listed::Product(mark.start, mark.end))
        .collect();
    let periods: Vec<Listed> = (0..scene.periods.len())
        .filter(|at| scene.periods[*at].tokens.end <= end)
        .map(Listed::Period)
        .collect();
    let characters = characters(scene, mark, count);
    let mut all = vec![run(scene, &places, count), run(scene, &flows, count), run(scene, &products, count)];
    all.push((characters.len() == count).then_some(characters));
    // Members of any kind are those right in front of the mark.
    let nearest = all.into_iter().flatten().max_by_key(|list| list.last().map_or(0, |last| last.end()));
    nearest.or_else(|| (periods.len() == count).then_some(periods))
}

/// The last `count` members that stand next to each other.
fn run(scene: &SentenceScene, all: &[Listed], count: usize) -> Option<Vec<Listed>> {
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
            let end = scene.over_brackets(end);
            next >= end
                && next - end <= 4
                && (end..next)
                    .any(|at| matches!(scene.stem(at), "and" | "," | "、" | "和" | "及" | "и" | "，"))
        })
    };
    lists.find(|list| is_list(list)).map(<[Listed]>::to_vec)
}

/// Exports and imports, also where one phrase names both.
fn flows(scene: &SentenceScene, within: Range<usize>, count: usize) -> Vec<Listed> {
    let mut flows = Vec::new();
    for mark in scene.marks_in(within, &[WordKind::Flow]) {
        let first = scene.stem(mark.start);
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

/// A member of a list: a place or a period if words of it are one, else a product.
fn member(scene: &SentenceScene, from: usize, to: usize) -> Listed {
    let is_inside = |start: usize, end: usize| start >= from && end <= to;
    if let Some(place) = scene.places.iter().rfind(|place| is_inside(place.mark.start, place.mark.end)) {
        return Listed::Place(place.mark);
    }
    let period = scene.periods.iter().position(|period| is_inside(period.tokens.start, period.tokens.end));
    period.map_or_else(|| Listed::Product(product_start(scene, from, to), to), Listed::Period)
}

/// The start of the name in a member: 出口值较大的电工器材, 进口铁矿砂, “新三样”锂电池.
fn product_start(scene: &SentenceScene, from: usize, to: usize) -> usize {
    let is_end = |at: &usize| scene.stem(*at) == "的" || scene.stem(*at) == "”" && to > at + 3;
    let of = (from..to).rev().find(is_end).map_or(from, |at| at + 1);
    let flow = scene.mark_at(of, WordKind::Flow).map_or(of, |flow| flow.end);
    if to >= flow + 2 { flow } else { from }
}

/// The members of a Chinese list in front of 分别, whatever they are.
fn characters(scene: &SentenceScene, mark: &KnownPhrase, count: usize) -> Vec<Listed> {
    let is_han = |at: usize| scene.article.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Han);
    if !is_han(mark.start) {
        return Vec::new();
    }
    let is_start = |at: &usize| matches!(scene.stem(*at), "，" | "；" | "。" | "," | "：" | ";" | ":");
    let start_of =
        |end: usize| (scene.tokens.start..end).rev().find(is_start).map_or(scene.tokens.start, |at| at + 1);
    let mut start = start_of(mark.start);
    let mut end = mark.start;
    // 灯具、船舶出口拉动作用强劲，分别出口…: the list is in the clause before, in front of its flow.
    if start == mark.start && start > scene.tokens.start {
        let clause = start_of(start - 1)..start - 1;
        let Some(flow) = scene.marks_in(clause.clone(), &[WordKind::Flow]).next() else { return Vec::new() };
        (start, end) = (clause.start, flow.start);
    }
    if let Some(of_which) = scene.mark_at(start, WordKind::OfWhich) {
        start = of_which.end + usize::from(is_start(&of_which.end));
    }
    if let Some(flow) =
        scene.marks_in(start..mark.start, &[WordKind::Flow]).next_back().filter(|flow| flow.end == mark.start)
    {
        end = flow.start;
    }
    let is_counted =
        scene.figures.iter().any(|figure| figure.tokens.start >= start && figure.tokens.end <= end);
    if is_counted {
        return Vec::new();
    }
    // 手表、钻石及钻石首饰分别增加1.7倍和1.4倍: two members if 、 alone divides them.
    let all = split(scene, start..end, &["、", "和", "及", "与"]);
    if all.len() == count { all } else { split(scene, start..end, &["、"]) }
}

/// The members that some characters divide.
fn split(scene: &SentenceScene, tokens: Range<usize>, signs: &[&str]) -> Vec<Listed> {
    let mut members = Vec::new();
    let mut from = tokens.start;
    for at in tokens.start..=tokens.end {
        if at == tokens.end || signs.contains(&scene.stem(at)) {
            if at > from {
                members.push(member(scene, from, at));
            }
            from = at + 1;
        }
    }
    members
}
