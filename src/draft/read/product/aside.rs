//! Products that explain a figure rather than name what it is of.

use super::phrase::extended;
use crate::draft::scene::{KnownPhrase, SentenceScene};
use crate::draft::words::WordKind;

/// True for a product that explains: `on the strength of cars`, `helped by`, `as sales of`, `driven by demand for`.
pub(super) fn is_aside(scene: &SentenceScene, mark: &KnownPhrase, figure: usize) -> bool {
    if scene.has(mark.end..(mark.end + 1).min(scene.tokens.end), &[WordKind::Price]) {
        return true;
    }
    if is_in_excluding_brackets(scene, mark) {
        return true;
    }
    if has_own_figure(scene, mark) {
        return false;
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

/// `imports of machinery (excl. vehicles) rose`: products in brackets that say what is left out.
fn is_in_excluding_brackets(scene: &SentenceScene, mark: &KnownPhrase) -> bool {
    let mut before = (scene.tokens.start..mark.start).rev();
    let open = before.find(|at| matches!(scene.stem(*at), "(" | ")")).filter(|at| scene.stem(*at) == "(");
    open.is_some_and(|open| {
        matches!(
            scene.stem(open + 1),
            "excl" | "excluding" | "except" | "without" | "incl" | "including" | "кроме"
        )
    })
}

/// `Exports rose 9% to $9 bn, led by palm oil, up 13% to $6 bn`: a cause with figures of its own behind those of the whole.
fn has_own_figure(scene: &SentenceScene, mark: &KnownPhrase) -> bool {
    let is_due = |at: usize| scene.stem(at) == "to" && scene.stem(at.saturating_sub(1)) == "due";
    let mut words = (scene.tokens.start..mark.start).rev().take(8);
    let by = words.find(|at| scene.stem(*at) == "by" || is_due(*at));
    let Some(by) =
        by.filter(|by| !scene.figures.iter().any(|figure| (*by..mark.start).contains(&figure.tokens.start)))
    else {
        return false;
    };
    let is_behind_figure = scene
        .figures
        .iter()
        .any(|figure| figure.tokens.end <= by && figure.tokens.start >= scene.clause_start(by));
    let mut at = extended(scene, mark, scene.tokens.end).end;
    at += usize::from(scene.stem(at) == ",");
    let is_plain = matches!(scene.stem(at), "up" | "down" | "which") || scene.stem(at).ends_with("ing");
    let from = if scene.stem(at) == "which" { at + 1 } else { at };
    let Some(change) = scene.mark_at(from, WordKind::Change).filter(|_| is_plain) else { return false };
    let number = change.end + usize::from(scene.stem(change.end) == "by");
    is_behind_figure && scene.figures.iter().any(|figure| figure.tokens.start == number)
}
