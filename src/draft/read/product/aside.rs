//! Products that explain a figure rather than name what it is of.

use super::phrase::extended;
use crate::draft::sentence::{KnownPhrase, Sentence};
use crate::draft::words::WordKind;

/// True for a product that explains: `on the strength of cars`, `helped by`, `as sales of`, `driven by demand for`.
pub(super) fn is_aside(sentence: &Sentence, mark: &KnownPhrase, figure: usize) -> bool {
    if sentence.has(mark.end..(mark.end + 1).min(sentence.tokens.end), &[WordKind::Price]) {
        return true;
    }
    if is_in_excluding_brackets(sentence, mark) {
        return true;
    }
    if is_made_of(sentence, mark) {
        return true;
    }
    if has_own_figure(sentence, mark) || has_own_change(sentence, mark) {
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
    let stop = (sentence.tokens.start..mark.start).rev().take(6).find(|at| {
        matches!(sentence.stem(*at), ",") || sentence.figures.iter().any(|figure| figure.tokens.contains(at))
    });
    let from = stop.unwrap_or(sentence.tokens.start.max(mark.start.saturating_sub(6)));
    // `soybeans led, followed by beef with $243 million`: the next of a list.
    let is_next = |at: usize| sentence.stem(at.saturating_sub(1)) == "followed";
    let is_caused = (from..mark.start)
        .any(|at| causes.contains(&sentence.stem(at)) && sentence.stem(at + 1) != "far" && !is_next(at));
    let is_for =
        sentence.stem(mark.start.saturating_sub(1)) == "for" && mark.start - 1 == sentence.tokens.start;
    let is_verb_between = (mark.end..figure).any(|at| sentence.stem(at) == ",");
    let has_verb = || is_verb_between || sentence.has(from..mark.start, &[WordKind::Change]);
    (is_caused && !is_for && has_verb())
        || matches!(sentence.stem(mark.start.saturating_sub(1)), "as")
        || (from..mark.start).any(|at| matches!(sentence.stem(at), "strength" | "demand"))
}

/// `изделий из сахара`, `не содержащих какао`: what goods are made of, or are not.
fn is_made_of(sentence: &Sentence, mark: &KnownPhrase) -> bool {
    let before = sentence.stem(mark.start.saturating_sub(1));
    before == "из" || before.starts_with("содержащ")
}

/// `imports of machinery (excl. vehicles) rose`: products in brackets that say what is left out.
fn is_in_excluding_brackets(sentence: &Sentence, mark: &KnownPhrase) -> bool {
    let mut before = (sentence.tokens.start..mark.start).rev();
    let open =
        before.find(|at| matches!(sentence.stem(*at), "(" | ")")).filter(|at| sentence.stem(*at) == "(");
    open.is_some_and(|open| {
        matches!(
            sentence.stem(open + 1),
            "excl" | "excluding" | "except" | "without" | "incl" | "including" | "кроме"
        )
    })
}

/// `due to a decrease in gold supplies by 17 percent`: what explains is counted itself.
fn has_own_change(sentence: &Sentence, mark: &KnownPhrase) -> bool {
    let is_in = sentence.stem(mark.start.saturating_sub(1)) == "in";
    let change =
        sentence.marks.iter().any(|change| change.kind == WordKind::Change && change.end + 1 == mark.start);
    let figure = sentence.figures.iter().find(|figure| figure.tokens.start >= mark.end);
    let is_by = |at: usize| sentence.stem(at.saturating_sub(1)) == "by";
    is_in
        && change
        && figure.is_some_and(|figure| figure.tokens.start <= mark.end + 3 && is_by(figure.tokens.start))
}

/// `Exports rose 9% to $9 bn, led by palm oil, up 13% to $6 bn`: a cause with figures of its own behind those of the whole.
fn has_own_figure(sentence: &Sentence, mark: &KnownPhrase) -> bool {
    let is_due = |at: usize| sentence.stem(at) == "to" && sentence.stem(at.saturating_sub(1)) == "due";
    let mut words = (sentence.tokens.start..mark.start).rev().take(8);
    let by = words.find(|at| sentence.stem(*at) == "by" || is_due(*at));
    let Some(by) = by
        .filter(|by| !sentence.figures.iter().any(|figure| (*by..mark.start).contains(&figure.tokens.start)))
    else {
        return false;
    };
    let is_behind_figure = sentence
        .figures
        .iter()
        .any(|figure| figure.tokens.end <= by && figure.tokens.start >= sentence.clause_start(by));
    let mut at = extended(sentence, mark, sentence.tokens.end).end;
    at += usize::from(sentence.stem(at) == ",");
    let is_plain = matches!(sentence.stem(at), "up" | "down" | "which") || sentence.stem(at).ends_with("ing");
    let from = if sentence.stem(at) == "which" { at + 1 } else { at };
    let Some(change) = sentence.mark_at(from, WordKind::Change).filter(|_| is_plain) else { return false };
    let number = change.end + usize::from(sentence.stem(change.end) == "by");
    is_behind_figure && sentence.figures.iter().any(|figure| figure.tokens.start == number)
}
