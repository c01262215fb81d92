//! Products that explain a figure rather than name what it is of.

use crate::draft::scene::{KnownPhrase, SentenceScene};
use crate::draft::words::WordKind;

/// True for a product that explains: `on the strength of cars`, `helped by`, `as sales of`, `driven by demand for`.
pub(super) fn is_aside(scene: &SentenceScene, mark: &KnownPhrase, figure: usize) -> bool {
    if scene.has(mark.end..(mark.end + 1).min(scene.tokens.end), &[WordKind::Price]) {
        return true;
    }
    let causes = [
        "by",
        "as",
        "due",
        "strength",
        "demand",
        "because",
        "amid",
        "sales",
        "than",
        "excluding",
        "including",
        "especially",
        "for",
        "благодаря",
        "из-за",
        "кроме",
        "such",
        "except",
        "like",
    ];
    let stop = (scene.tokens.start..mark.start).rev().take(6).find(|at| {
        matches!(scene.stem(*at), ",") || scene.figures.iter().any(|figure| figure.tokens.contains(at))
    });
    let from = stop.unwrap_or(scene.tokens.start.max(mark.start.saturating_sub(6)));
    let is_caused =
        (from..mark.start).any(|at| causes.contains(&scene.stem(at)) && scene.stem(at + 1) != "far");
    let is_for = scene.stem(mark.start.saturating_sub(1)) == "for" && mark.start - 1 == scene.tokens.start;
    let is_verb_between = (mark.end..figure).any(|at| scene.stem(at) == ",");
    let has_verb = || is_verb_between || scene.has(from..mark.start, &[WordKind::Change]);
    (is_caused && !is_for && has_verb())
        || matches!(scene.stem(mark.start.saturating_sub(1)), "as")
        || (from..mark.start).any(|at| matches!(scene.stem(at), "strength" | "demand"))
}
