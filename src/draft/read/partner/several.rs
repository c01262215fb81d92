//! Figures of several partners together, and of a flow as a part of all trade.

use crate::dataset::Unit;
use crate::draft::figure::CountedIn;
use crate::draft::read::FigureContext;
use crate::draft::scene::PlaceRole;
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
