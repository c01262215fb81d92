//! How the goods of a row were carried.

use std::sync::Arc;

use super::figure_context::FigureContext;
use super::known_words::KnownWords;
use super::listed::Listed;
use super::said_flow::SaidFlow;
use crate::dataset::{Code, Transport};
use crate::draft::proposal::Sourced;
use crate::draft::sentence::KnownPhrase;
use crate::draft::words::WordKind;

/// How the goods were carried, where the clause says.
pub(super) fn transport(
    context: &FigureContext,
    flow: &KnownWords<SaidFlow>,
    product: &KnownWords<Option<Arc<str>>>,
    listed: Option<Listed>,
) -> Sourced<Option<Transport>> {
    let sentence = context.sentence;
    let figure = context.figure();
    if let Some(Listed::Transport(mark)) = listed {
        let words = sentence.article.range(&(mark.start..mark.end));
        return Sourced::here(Transport::parse(mark.code), words);
    }
    let start = sentence.clause_start(figure.tokens.start);
    let range = |mark: &KnownPhrase| sentence.article.range(&(mark.start..mark.end));
    // `exports of trucks`, `of road vehicles`: words that name the goods.
    let is_of_goods = |mark: &KnownPhrase| {
        let (words, blank) = (range(mark), 1);
        words.start < product.range.end && product.range.start <= words.end + blank
    };
    let mut marks = sentence.marks_in(start..figure.tokens.start, &[WordKind::Transport]);
    let found = marks.rfind(|mark| flow.is_said && !is_of_goods(mark));
    found.map_or(Sourced::assumed(None), |mark| Sourced::here(Transport::parse(mark.code), range(mark)))
}
