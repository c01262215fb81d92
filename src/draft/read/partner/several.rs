//! Figures of several partners together, and of a flow as a part of all trade.

use crate::dataset::Unit;
use crate::draft::figure::CountedIn;
use crate::draft::read::FigureContext;
use crate::draft::scene::{KnownPhrase, PlaceRole, RoledPlace};
use crate::draft::words::WordKind;

/// Words that give a figure to several partners together: `the top 10 countries accounted for`, 合计占.
pub(super) fn several(context: &FigureContext) -> Option<std::ops::Range<usize>> {
    let (scene, figure) = (context.scene, context.figure());
    let top = |at: usize| matches!(scene.stem(at), "top" | "leading" | "первую" | "топ" | "largest");
    let before = scene.before(context.at);
    let counted = context.at.checked_sub(1).and_then(|at| scene.figures.get(at));
    let counted = counted.filter(|counted| {
        counted.counted == CountedIn::Unit(Unit::Count) && top(counted.tokens.start.saturating_sub(1))
    });
    let is_share =
        figure.counted == CountedIn::Unit(Unit::Percent) && scene.has(before.clone(), &[WordKind::Share]);
    // 对东盟、欧盟分别进出口…，占外贸总值的46.5%: a share behind a list is that of the list.
    let list = scene.marks_in(scene.tokens.start..before.start, &[WordKind::Respectively]).next_back();
    let is_one = scene.places.iter().any(|place| {
        place.mark.start >= before.start
            && place.mark.end <= before.end
            && !super::is_in_whole(scene, &place.mark)
    });
    let has_list = scene.places.iter().filter(|place| place.role == PlaceRole::Partner).count() > 1;
    if let Some(list) = list.filter(|_| is_share && scene.is_chinese() && has_list && !is_one) {
        return Some(list.start..list.end);
    }
    if let Some(counted) = counted.filter(|_| is_share) {
        return Some(counted.tokens.clone());
    }
    let together = |at: &usize| {
        matches!(
            scene.stem(*at),
            "together"
                | "combined"
                | "altogether"
                | "вмест"
                | "совокупност"
                | "суммарн"
                | "合"
                | "共"
        ) && (scene.stem(*at) != "合" || scene.stem(at + 1) == "计")
            && (scene.stem(*at) != "共" || scene.stem(at + 1) == "占")
    };
    let reach = if scene.is_chinese() { 14 } else { 5 };
    let near = before.end.saturating_sub(reach).max(before.start)..before.end;
    let at = near.into_iter().find(together).filter(|_| is_share)?;
    Some(at..at + 1)
}

/// `the share of exports was 82.7%`, `доля экспорта составила`: a flow's part in all trade.
pub(in crate::draft::read) fn is_share_of_flow(context: &FigureContext) -> bool {
    let scene = context.scene;
    let share = scene.marks_in(scene.before(context.at), &[WordKind::Share]).next();
    share.is_some_and(|share| {
        let at = share.end + usize::from(scene.stem(share.end) == "of");
        scene.mark_at(at, WordKind::Flow).is_some_and(|flow| matches!(flow.code, "exports" | "imports"))
    })
}

/// The places of a list whose last or first a figure goes with, if it is of all of them: `exports to Chile and Peru rose 5%`.
///
/// Lists whose members have figures of their own are others: `to Chile and Peru rose 5% and 3%`.
pub(super) fn list(
    context: &FigureContext,
    mark: &KnownPhrase,
    reporter: &str,
) -> Option<std::ops::Range<usize>> {
    let scene = context.scene;
    let at = scene.places.iter().position(|place| place.mark == *mark)?;
    let is_joined = |one: &RoledPlace, next: &RoledPlace| {
        let gap = one.mark.end..next.mark.start;
        one.role == next.role
            && (1..=3).contains(&gap.len())
            && gap
                .clone()
                .all(|at| matches!(scene.stem(at), "," | "and" | "、" | "和" | "及" | "与" | "и" | "the"))
    };
    let mut first = at;
    while first > 0 && is_joined(&scene.places[first - 1], &scene.places[first]) {
        first -= 1;
    }
    let mut last = at;
    while last + 1 < scene.places.len() && is_joined(&scene.places[last], &scene.places[last + 1]) {
        last += 1;
    }
    let next = scene.figures.get(context.at + 1);
    let is_pair = next.is_some_and(|next| {
        next.counted == context.figure().counted && next.tokens.start <= context.figure().tokens.end + 2
    });
    let previous = context.at.checked_sub(1).and_then(|at| scene.figures.get(at));
    let is_second = previous.is_some_and(|previous| {
        previous.counted == context.figure().counted
            && context.figure().tokens.start <= previous.tokens.end + 2
    });
    let is_each = is_pair || is_second || scene.has(scene.tokens.clone(), &[WordKind::Respectively]);
    let tokens = scene.places[first].mark.start..scene.places[last].mark.end;
    // Two names are often one of them and something else; characters join nothing but names.
    let fewest = if scene.is_chinese() { 2 } else { 3 };
    let is_other = scene.places[first..=last].iter().all(|place| place.mark.code != reporter);
    (last + 1 - first >= fewest && is_other && !is_each).then_some(tokens)
}
