//! The partner behind an amount that is only inserted: `40 % of its exports, worth $2 bn, went to China`.

use std::ops::Range;

use crate::draft::read::figure_context::FigureContext;
use crate::draft::read::measure::is_of_moved_goods;
use crate::draft::sentence::{KnownPhrase, Sentence};
use crate::draft::words::WordKind;

/// The place behind the verb that both a figure and the amount inserted behind it go with; of either of the two.
pub(super) fn taker<'s>(context: &FigureContext<'s, '_>) -> Option<&'s KnownPhrase> {
    let sentence = context.sentence;
    let inserted = [Some(context.at), Some(context.at + 1)].into_iter().flatten();
    let end = inserted.filter(|at| *at > 0).find_map(|at| end_of_inserted(sentence, at))?;
    let verb = (end..end + 3).find(|at| is_verb_of_way(sentence.stem(*at)))?;
    let near = verb + 1..verb + 6;
    let mark = &sentence.places.iter().find(|place| near.contains(&place.mark.start))?.mark;
    is_bound(sentence, verb + 1..mark.start).then_some(mark)
}

/// The place right behind the verb of a share: `45% закупила Италия`.
pub(super) fn buyer<'s>(context: &FigureContext<'s, '_>) -> Option<&'s KnownPhrase> {
    let sentence = context.sentence;
    let verb = sentence.marks_in(sentence.behind(context.at), &[WordKind::FlowVerb]).next()?;
    let place = sentence.places.iter().find(|place| place.mark.start == verb.end)?;
    (verb.code == "imports" && is_of_moved_goods(context)).then_some(&place.mark)
}

/// The token behind an amount between commas that says the figure before it in another way: `, worth $2 bn,`, `, или $2 млрд,`.
fn end_of_inserted(sentence: &Sentence, at: usize) -> Option<usize> {
    let figure = sentence.figures.get(at)?;
    let before = sentence.before(at);
    let comma = before.clone().rfind(|at| matches!(sentence.stem(*at), "," | "(" | "-"))?;
    let says_again = |at: usize| {
        matches!(
            sentence.stem(at),
            "worth" | "valued" | "or" | "equal" | "at" | "to" | "about" | "some" | "или" | "на" | "сумм"
        )
    };
    let is_again = (comma + 1..before.end).all(says_again);
    let is_closed = matches!(sentence.stem(figure.tokens.end), "," | ")" | "-");
    (is_again && is_closed).then_some(figure.tokens.end + 1)
}

/// `went`, `came`, `ушло`, `пришлось`: verbs that say which way goods took.
fn is_verb_of_way(stem: &str) -> bool {
    let is_russian = ["ушл", "пош", "направ", "отправ", "приш", "приход", "поступ"];
    matches!(
        stem,
        "went"
            | "go"
            | "goes"
            | "going"
            | "came"
            | "come"
            | "comes"
            | "headed"
            | "sold"
            | "sent"
            | "shipped"
            | "exported"
            | "imported"
            | "destined"
            | "bound"
    ) || is_russian.iter().any(|start| stem.starts_with(start))
}

/// True for a preposition, and an article or none behind it.
fn is_bound(sentence: &Sentence, mut gap: Range<usize>) -> bool {
    let is_preposition =
        |at: usize| matches!(sentence.stem(at), "to" | "from" | "for" | "в" | "во" | "на" | "из");
    gap.next().is_some_and(is_preposition) && gap.all(|at| sentence.stem(at) == "the")
}
