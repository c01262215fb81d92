//! Amounts in brackets that are changes.

use super::noun::{is_noun_word, is_percent};
use crate::draft::read::figure_context::FigureContext;
use crate::draft::sentence::{KnownPhrase, Sentence};
use crate::draft::words::WordKind;

/// `reflected increases in consumer goods ($1.3 billion) and …`: amounts in brackets behind products are changes.
pub(super) fn change_in_list(sentence: &Sentence, start: usize, end: usize) -> bool {
    let within = sentence.tokens.start..end;
    let noun = sentence
        .marks_in(within, &[WordKind::Change])
        .find(|mark| matches!(sentence.stem(mark.start), "increases" | "decreases" | "gains" | "declines"));
    let has_value = noun.is_some_and(|noun| sentence.stem(noun.end) == "in");
    has_value
        && (start..end).any(|at| {
            sentence.mark_at(at, WordKind::Product).is_some()
                || sentence.stem(at) == "and"
                || sentence.stem(at) == "in"
        })
}

/// Nouns of change that a list of amounts in brackets explains.
fn is_listed_noun(sentence: &Sentence, mark: &KnownPhrase) -> bool {
    let stem = sentence.stem(mark.start);
    let is_plural =
        matches!(stem, "increases" | "decreases" | "declines" | "gains" | "drops" | "falls" | "reductions");
    let near = mark.start.saturating_sub(3).max(sentence.tokens.start)..mark.start;
    let mut near = near.map(|at| sentence.stem(at));
    let is_named =
        near.any(|stem| matches!(stem, "the" | "a" | "an" | "main" | "highest" | "largest" | "biggest"));
    let is_level = matches!(stem, "higher" | "lower")
        && mark.start == sentence.clause_start(mark.start)
        && sentence.mark_at(mark.end, WordKind::Flow).is_some();
    is_plural || is_level || is_named && is_noun_word(stem)
}

/// `the increase was due to fuels (€120 million)`, `Libya (€91 million) registered the highest decrease`: true if it fell.
pub(super) fn change_in_brackets(context: &FigureContext, at: usize) -> Option<bool> {
    let (sentence, figure) = (context.sentence, context.figure());
    let open = at.checked_sub(1).filter(|open| sentence.stem(*open) == "(")?;
    let is_behind_words =
        !sentence.is_taken(open.saturating_sub(1)) && sentence.stem(figure.tokens.end) == ")";
    if !is_behind_words || is_percent(figure) {
        return None;
    }
    let nouns = |within: std::ops::Range<usize>| {
        let marks = sentence.marks_in(within, &[WordKind::Change]);
        marks.filter(|mark| is_listed_noun(sentence, mark)).copied().collect::<Vec<_>>()
    };
    let is_free = |from: usize| {
        let mut between = sentence.figures.iter().enumerate();
        !between.any(|(place, other)| {
            other.tokens.start >= from && other.tokens.end <= open && !sentence.is_in_brackets(place)
        })
    };
    // `chemicals (€12 million) and food (€5 million) accounted for the main declines`
    let is_verb = |at: &usize| {
        matches!(
            sentence.stem(*at),
            "registered" | "recorded" | "reported" | "posted" | "showed" | "saw" | "accounted"
        )
    };
    let end = sentence.clause_end(figure.tokens.end);
    let verb = (figure.tokens.end..end).find(is_verb).filter(|verb| {
        let mut others = sentence.figures.iter().enumerate();
        !others.any(|(place, other)| {
            other.tokens.start >= figure.tokens.end
                && other.tokens.end <= *verb
                && !sentence.is_in_brackets(place)
        })
    });
    let later = verb.and_then(|verb| nouns(verb..end.min(verb + 6)).first().copied());
    let before = nouns(sentence.tokens.start..open).pop().filter(|noun| is_free(noun.end));
    later.or(before).map(|noun| noun.code == "down")
}

/// `These figures are 13% ($3.6 billion) and 9% ($2 billion) higher than in 1998`: an amount in brackets behind its growth.
pub(super) fn is_of_growth(context: &FigureContext) -> bool {
    let sentence = context.sentence;
    let Some(percent) = context.at.checked_sub(1).and_then(|at| sentence.figures.get(at)) else {
        return false;
    };
    let behind =
        sentence.figures.get(context.at..).unwrap_or_default().iter().map(|figure| figure.tokens.end);
    is_percent(percent)
        && sentence.before(context.at).len() == 1
        && behind.into_iter().any(|end| {
            let end = end + usize::from(sentence.stem(end) == ")");
            matches!(sentence.stem(end), "higher" | "lower" | "more" | "less")
                && sentence.stem(end + 1) == "than"
        })
}
