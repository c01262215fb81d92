//! The bounds of sentences.

use std::ops::Range;

use crate::draft::token::{Token, TokenKind};
use crate::draft::words::{self, WordKind};

/// Words that a point may follow within a sentence.
const ABBREVIATIONS: [&str; 46] = [
    "mr", "mrs", "ms", "dr", "no", "vs", "inc", "co", "ltd", "st", "corp", "approx", "est", "pct", "per",
    "fig", "rs", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "тыс",
    "млн", "млрд", "трлн", "руб", "долл", "дол", "проц", "г", "гг", "т", "им", "ст", "п", "куб", "д", "mt",
];

/// The most tokens that are looked at together, so that a text without full stops takes linear time.
const MOST_TOKENS: usize = 300;

/// The sentences of a paragraph as stretches of tokens, without the ends of lines.
pub(super) fn sentences(tokens: &[Token], within: Range<usize>, is_table: bool) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = within.start;
    for at in within.clone() {
        let Some(token) = tokens.get(at) else { break };
        let is_line = token.kind == TokenKind::LineEnd;
        let ends = is_line
            || at - start >= MOST_TOKENS
            || (!is_table
                && match token.stem {
                    "。" | "！" | "？" | "!" | "?" | "•" => true,
                    "." => ends_with_point(tokens, at, within.end),
                    _ => false,
                });
        if ends {
            push(&mut sentences, start..if is_line { at } else { at + 1 });
            start = at + 1;
        }
    }
    push(&mut sentences, start..within.end);
    sentences
}

fn push(sentences: &mut Vec<Range<usize>>, sentence: Range<usize>) {
    if !sentence.is_empty() {
        sentences.push(sentence);
    }
}

fn ends_with_point(tokens: &[Token], at: usize, end: usize) -> bool {
    let Some(next) = tokens.get(at + 1).filter(|_| at + 1 < end) else { return true };
    let Some(before) = at.checked_sub(1).and_then(|before| tokens.get(before)) else { return true };
    if next.kind == TokenKind::LineEnd {
        return true;
    }
    if !next.is_apart {
        return matches!(next.stem, "\"" | "”" | "»" | "’" | "'");
    }
    let is_letter = before.kind == TokenKind::Word && before.end - before.start == 1 && before.is_capital;
    let is_short = ABBREVIATIONS.contains(&before.stem) && !before.is_apart | (before.stem.len() <= 8);
    let begins = next.is_capital
        || matches!(next.kind, TokenKind::Han)
        || matches!(next.stem, "\"" | "“" | "«" | "$" | "€" | "£" | "(" | "-" | "—" | "•");
    if is_letter {
        // `U.S. Exports` goes on, since nobody can tell; a sentence of its own begins with an article or a period.
        return next.is_capital
            && matches!(next.stem, "the" | "in" | "it" | "exports" | "imports" | "this" | "but")
            && !is_name(tokens, at + 1);
    }
    // `413 млн долл. США`
    if matches!(before.stem, "долл" | "дол") && next.stem.starts_with("сш") {
        return false;
    }
    match (is_short, next.kind) {
        (true, TokenKind::Number) => false,
        (true, _) => {
            begins && words::find(tokens.get(at - 1..).unwrap_or_default(), WordKind::Month).is_none()
        }
        (false, TokenKind::Number) => true,
        (false, _) => begins,
    }
}

fn is_name(tokens: &[Token], at: usize) -> bool {
    tokens.get(at + 1).is_some_and(|token| token.is_capital)
}
