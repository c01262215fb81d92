//! Figures of several partners together, and of a flow as a part of all trade.

use crate::dataset::Unit;
use crate::draft::figure::CountedIn;
use crate::draft::read::figure_context::FigureContext;
use crate::draft::sentence::{KnownPhrase, PlaceRole, RoledPlace, Sentence};
use crate::draft::words::WordKind;

/// Words that give a figure to several partners together: `the top 10 countries accounted for`, 合计占.
pub(super) fn several(context: &FigureContext) -> Option<std::ops::Range<usize>> {
    let (sentence, figure) = (context.sentence, context.figure());
    let top = |at: usize| matches!(sentence.stem(at), "top" | "leading" | "первую" | "топ" | "largest");
    let before = sentence.before(context.at);
    let counted = context.at.checked_sub(1).and_then(|at| sentence.figures.get(at));
    let counted = counted.filter(|counted| {
        counted.counted == CountedIn::Unit(Unit::Count) && top(counted.tokens.start.saturating_sub(1))
    });
    let is_share =
        figure.counted == CountedIn::Unit(Unit::Percent) && sentence.has(before.clone(), &[WordKind::Share]);
    // 对东盟、欧盟分别进出口…，占外贸总值的46.5%: a share behind a list is that of the list.
    let list = sentence.marks_in(sentence.tokens.start..before.start, &[WordKind::Respectively]).next_back();
    let is_one = sentence.places.iter().any(|place| {
        place.mark.start >= before.start
            && place.mark.end <= before.end
            && !super::is_in_whole(sentence, &place.mark)
    });
    let has_list = sentence.places.iter().filter(|place| place.role == PlaceRole::Partner).count() > 1;
    if let Some(list) = list.filter(|_| is_share && sentence.is_chinese() && has_list && !is_one) {
        return Some(list.start..list.end);
    }
    if let Some(counted) = counted.filter(|_| is_share) {
        return Some(counted.tokens.clone());
    }
    let together = |at: &usize| {
        matches!(
            sentence.stem(*at),
            "together"
                | "combined"
                | "altogether"
                | "вмест"
                | "совокупност"
                | "суммарн"
                | "合"
                | "共"
        ) && (sentence.stem(*at) != "合" || sentence.stem(at + 1) == "计")
            && (sentence.stem(*at) != "共" || sentence.stem(at + 1) == "占")
    };
    let reach = if sentence.is_chinese() { 14 } else { 5 };
    let near = before.end.saturating_sub(reach).max(before.start)..before.end;
    let at = near.into_iter().find(together).filter(|_| is_share)?;
    Some(at..at + 1)
}

/// `the share of exports was 82.7%`, `доля экспорта составила`: a flow's part in all trade.
pub(in crate::draft::read) fn is_share_of_flow(context: &FigureContext) -> bool {
    share_of_flow(context).is_some()
}

pub(in crate::draft::read) fn share_of_flow<'s>(context: &FigureContext<'s, '_>) -> Option<&'s KnownPhrase> {
    let sentence = context.sentence;
    let share = sentence.marks_in(sentence.before(context.at), &[WordKind::Share]).next()?;
    let at = share.end + usize::from(sentence.stem(share.end) == "of");
    sentence.mark_at(at, WordKind::Flow).filter(|flow| matches!(flow.code, "exports" | "imports"))
}

/// The places of a list whose last or first a figure goes with, if it is of all of them: `exports to Chile and Peru rose 5%`.
///
/// Lists whose members have figures of their own are others: `to Chile and Peru rose 5% and 3%`.
pub(super) fn list(
    context: &FigureContext,
    mark: &KnownPhrase,
    reporter: &str,
) -> Option<std::ops::Range<usize>> {
    let sentence = context.sentence;
    let at = sentence.places.iter().position(|place| place.mark == *mark)?;
    let is_joined = |one: &RoledPlace, next: &RoledPlace| {
        let gap = one.mark.end..next.mark.start;
        one.role == next.role
            && (1..=3).contains(&gap.len())
            && gap
                .clone()
                .all(|at| matches!(sentence.stem(at), "," | "and" | "、" | "和" | "及" | "与" | "и" | "the"))
    };
    let mut first = at;
    while first > 0 && is_joined(&sentence.places[first - 1], &sentence.places[first]) {
        first -= 1;
    }
    let mut last = at;
    while last + 1 < sentence.places.len() && is_joined(&sentence.places[last], &sentence.places[last + 1]) {
        last += 1;
    }
    let next = sentence.figures.get(context.at + 1);
    let is_pair = next.is_some_and(|next| {
        next.counted == context.figure().counted && next.tokens.start <= context.figure().tokens.end + 2
    });
    let previous = context.at.checked_sub(1).and_then(|at| sentence.figures.get(at));
    let is_second = previous.is_some_and(|previous| {
        previous.counted == context.figure().counted
            && context.figure().tokens.start <= previous.tokens.end + 2
    });
    let is_each = is_pair || is_second || sentence.has(sentence.tokens.clone(), &[WordKind::Respectively]);
    let tokens = sentence.places[first].mark.start..sentence.places[last].mark.end;
    // Two names are often one of them and something else; characters join nothing but names, nor does `from … and …`.
    let are_partners = sentence.places[first..=last].iter().all(|place| place.role == PlaceRole::Partner);
    let link = sentence.stem(sentence.places[first].mark.start.saturating_sub(1));
    let is_bound = matches!(link, "to" | "from" | "with" | "в" | "во" | "из" | "с" | "со");
    let fewest = if sentence.is_chinese() || are_partners && is_bound { 2 } else { 3 };
    let is_other = sentence.places[first..=last].iter().all(|place| place.mark.code != reporter);
    (last + 1 - first >= fewest && is_other && !is_each).then_some(tokens)
}

/// `в 4,4 раза - в Узбекистан и в 4,3 раза - в Беларусь`: the partner behind a figure and a dash.
pub(super) fn behind_dash<'s>(context: &FigureContext<'s, '_>) -> Option<&'s RoledPlace> {
    let (sentence, end) = (context.sentence, context.figure().tokens.end);
    let is_dash = matches!(sentence.stem(end), "-" | "—" | "―" | "–");
    let is_to =
        matches!(sentence.stem(end + 1), "в" | "во" | "из" | "с" | "со" | "на" | "to" | "from" | "with");
    sentence.places.iter().find(|place| place.mark.start == end + 2).filter(|_| is_dash && is_to)
}

/// `exports to third countries and the EU`: a group and all others are everybody together.
pub(super) fn everybody(sentence: &Sentence, mark: &KnownPhrase) -> Option<std::ops::Range<usize>> {
    let mut pairs = sentence.places.windows(2);
    pairs.find_map(|pair| {
        let [one, other] = pair else { return None };
        let (first, second) = (one.mark.code, other.mark.code);
        let is_rest = |rest: &str, group: &str| rest.strip_prefix("W00_X_") == Some(group);
        let mut gap = one.mark.end..other.mark.start;
        let is_joined = gap.len() <= 2 && gap.any(|at| matches!(sentence.stem(at), "and" | "и" | "和"));
        let is_of = one.mark == *mark || other.mark == *mark;
        (is_of && is_joined && (is_rest(first, second) || is_rest(second, first)))
            .then_some(one.mark.start..other.mark.end)
    })
}
