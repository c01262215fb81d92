//! Words between a figure and a period.

use std::ops::Range;

use crate::draft::calendar::Mention;
use crate::draft::sentence::{KnownPhrase, Sentence};
use crate::draft::words::WordKind;

/// True if only words such as `in` and `(revised)` stand between a figure and a period.
pub(super) fn is_attached(sentence: &Sentence, gap: Range<usize>) -> bool {
    let mut is_open = false;
    let mut has_word = false;
    // `a decrease in April`, `exports recorded in September`
    let is_between = |at: usize| {
        let is_flow =
            |mark: &KnownPhrase| mark.kind == WordKind::Flow && (mark.start..mark.end).contains(&at);
        let is_change = sentence.mark_at(at, WordKind::Change).is_some_and(|mark| mark.end == at + 1);
        is_change || sentence.marks.iter().any(is_flow)
    };
    let is_yoy = |at: usize| {
        let covers = |mark: &KnownPhrase| mark.kind == WordKind::Yoy && (mark.start..mark.end).contains(&at);
        sentence.marks.iter().any(covers)
    };
    if gap.len() > 8 {
        return false;
    }
    for at in gap {
        match sentence.stem(at) {
            "(" => is_open = true,
            ")" if is_open => is_open = false,
            _ if is_open => {}
            "in" | "during" | "for" | "of" | "all" | "at" | "throughout" | "в" | "во" | "за" | "по" => {
                has_word = true;
            }
            "the" | "итог" | "goods" | "year-on-year" | "over" | "recorded" | "reported" | "registered"
            | "posted" | "tallied" | "seen" | "logged" | "last" | "as" => {}
            _ if is_yoy(at) => {}
            _ if !has_word && is_between(at) => {}
            _ => return false,
        }
    }
    has_word && !is_open
}

/// `following the 6.9 percent decrease in April`: a figure that only tells what went before.
pub(super) fn is_behind_after(sentence: &Sentence, figure: usize) -> bool {
    let before = sentence.before(figure);
    let near = before.end.saturating_sub(12).max(before.start)..before.end;
    near.rev()
        .take_while(|at| !matches!(sentence.stem(*at), "," | ";"))
        .any(|at| matches!(sentence.stem(at), "following" | "after" | "после" | "вслед"))
}

/// `fell to $872 million ($957 million in January)`: a period in brackets, of the figure in them.
pub(super) fn is_in_brackets(sentence: &Sentence, mention: &Mention) -> bool {
    let is_bracket = |at: &usize| matches!(sentence.stem(*at), "(" | ")");
    let bracket = (sentence.tokens.start..mention.tokens.start).rev().find(is_bracket);
    let open = bracket.filter(|at| sentence.stem(*at) == "(");
    let has_figure = |within: Range<usize>| {
        sentence
            .figures
            .iter()
            .any(|figure| within.start <= figure.tokens.start && figure.tokens.end <= within.end)
    };
    open.is_some_and(|open| has_figure(open..mention.tokens.start) && has_figure(sentence.tokens.start..open))
}

/// True if a figure or a word of change ends shortly before a token.
pub(super) fn is_behind_number(sentence: &Sentence, at: usize) -> bool {
    let is_near = |range: &Range<usize>| range.end <= at && at - range.end <= 3;
    sentence.figures.iter().any(|figure| is_near(&figure.tokens))
        || sentence.marks.iter().any(|mark| mark.kind == WordKind::Change && is_near(&(mark.start..mark.end)))
}
