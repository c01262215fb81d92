//! Flows that a figure is not of: those that explain, that are inserted, and those in the words for the whole of a share.

use crate::dataset::Unit;
use crate::draft::figure::CountedIn;
use crate::draft::scene::{KnownPhrase, SentenceScene};
use crate::draft::words::WordKind;

/// True for a flow that explains another: `helped by automobile exports`.
pub(in crate::draft::read) fn is_cause(scene: &SentenceScene, mark: &KnownPhrase, figure: usize) -> bool {
    let clause = scene.clause_start(mark.start);
    let start = clause.max(mark.start.saturating_sub(8));
    let words = ["by", "due", "because", "amid", "despite", "thanks", "благодаря", "из-за"];
    let reason = (start..mark.start)
        .rev()
        .take_while(|at| scene.stem(*at) != ",")
        .find(|at| words.contains(&scene.stem(*at)));
    let Some(reason) = reason else { return false };
    let has_figure =
        scene.figures.iter().any(|other| other.tokens.start > reason && other.tokens.end <= mark.start);
    let is_led = matches!(scene.stem(reason), "by") && reason > scene.tokens.start && {
        matches!(
            scene.stem(reason - 1),
            "helped" | "led" | "driven" | "boosted" | "supported" | "offset" | "outpaced"
        )
    };
    let is_other = scene.stem(reason) != "by";
    !has_figure && (is_led || is_other) && (mark.end..figure).any(|at| scene.stem(at) == ",")
}

/// True for `export market`, `source of imports`; a destination or a supplier says which way only if no other word does.
pub(super) fn has_flow_word(scene: &SentenceScene, mark: &KnownPhrase) -> bool {
    (mark.start..mark.end).any(|at| {
        let stem = scene.stem(at);
        ["export", "import", "экспорт", "импорт"].iter().any(|flow| stem.starts_with(flow))
    })
}

/// True for a flow in brackets that explain: `exports (domestic exports and re-exports) were $141 million`.
pub(super) fn is_in_closed_brackets(scene: &SentenceScene, mark: &KnownPhrase, figure: usize) -> bool {
    let is_bracket = |at: &usize| matches!(scene.stem(*at), "(" | ")");
    let open = (scene.tokens.start..mark.start).rev().find(is_bracket).filter(|at| scene.stem(*at) == "(");
    let close = (mark.end..figure).find(is_bracket).filter(|at| scene.stem(*at) == ")");
    open.is_some_and(|open| scene.has(scene.tokens.start..open, &[WordKind::Flow])) && close.is_some()
}

/// True for a flow in an inserted clause: `exports, which comprise re-exports and domestic exports, fell by 2%`.
pub(super) fn is_relative(scene: &SentenceScene, mark: &KnownPhrase, figure: usize) -> bool {
    let comma = |at: &usize| scene.stem(*at) == ",";
    let Some(open) = (scene.tokens.start..mark.start).rev().find(comma) else { return false };
    let is_open = matches!(scene.stem(open + 1), "which" | "comprising" | "including")
        && scene.has(scene.tokens.start..open, &[WordKind::Flow]);
    let has_figure =
        scene.figures.iter().any(|other| other.tokens.start >= open && other.tokens.end <= mark.start);
    is_open && !has_figure && (mark.end..figure).any(|at| comma(&at))
}

/// True for a flow in the words that name the whole of a share: `of total exports`, 占外贸总值的.
pub(in crate::draft::read) fn is_in_whole(scene: &SentenceScene, mark: &KnownPhrase) -> bool {
    let shares = scene.marks_in(scene.tokens.start..mark.start, &[WordKind::Share]);
    if let Some(share) =
        shares.last().filter(|share| share.code.is_empty() && scene.stem(share.start) == "占")
    {
        let end = scene.figures.iter().map(|figure| figure.tokens.start).find(|start| *start >= share.end);
        if end.is_some_and(|end| mark.end <= end) {
            return true;
        }
    }
    // `48.0 percent of total exports`: a share in front, `of`, and no figure in between.
    let figure = scene.figures.iter().rev().find(|figure| figure.tokens.end <= mark.start);
    let Some(figure) = figure.filter(|figure| figure.counted == CountedIn::Unit(Unit::Percent)) else {
        return false;
    };
    let is_of = matches!(scene.stem(figure.tokens.end), "of" | "от");
    let is_straight =
        !(figure.tokens.end..mark.start).any(|at| matches!(scene.stem(at), "," | ";" | "(" | ")"));
    let owned = mark.end + usize::from(scene.stem(mark.end) == "'s");
    let is_owner = owned > mark.end && scene.has(owned..owned + 1, &[WordKind::Whole]);
    let is_share = is_owner
        || scene.has(figure.tokens.end..mark.end, &[WordKind::Whole, WordKind::Home])
        || scene.has(scene.tokens.start..figure.tokens.start, &[WordKind::Share]);
    is_of && is_straight && is_share
}
