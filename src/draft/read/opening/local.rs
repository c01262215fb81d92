//! A Chinese place that no table has, such as a county: named by its customs, or in front of its trade.

use super::sentence::OpeningSentence;
use crate::draft::read::known_words::KnownWords;
use crate::draft::sentence::Sentence;
use crate::draft::token::TokenKind;
use crate::draft::words::WordKind;

/// The longest name in characters.
const LONGEST: usize = 5;

/// The place that the first sentences name as the one whose trade they are about, if no table has it.
///
/// Its name stands in front of 海关 or of a word such as 区, and in front of the word for trade: 张家港海关, 张家港外贸进出口.
pub(super) fn place(first: &[OpeningSentence]) -> Option<KnownWords<String>> {
    let sentences = first.iter().take(4);
    let names = sentences.clone().flat_map(|opening| {
        opening.sentence.tokens.clone().filter_map(move |at| Some((opening, name_at(&opening.sentence, at)?)))
    });
    let mut names = names.filter(|(_, tokens)| tokens.len() >= 2);
    let (opening, tokens) = names.find(|(named, tokens)| {
        let name = text(&named.sentence, tokens);
        sentences.clone().any(|opening| trades(&opening.sentence, &name))
    })?;
    Some(opening.known(text(&opening.sentence, &tokens), tokens))
}

/// The characters of a name that ends at a token, behind which its customs or the kind of place stands.
fn name_at(sentence: &Sentence, end: usize) -> Option<std::ops::Range<usize>> {
    let next = (sentence.stem(end), sentence.stem(end + 1));
    let is_region = sentence.stem(end.saturating_sub(1)) == "地" && next.0 == "区";
    let is_place = !is_region && matches!(next, ("海", "关") | ("口", "岸") | ("市" | "区" | "县" | "旗", _));
    let start = start_of(sentence, end);
    (is_place && start < end && end - start <= LONGEST).then_some(start..end)
}

/// The first of the characters in front of a token that no known word takes.
fn start_of(sentence: &Sentence, end: usize) -> usize {
    let is_name = |at: &usize| {
        let token = sentence.article.tokens.get(*at);
        let is_han = token.is_some_and(|token| token.kind == TokenKind::Han);
        let is_link =
            matches!(sentence.stem(*at), "从" | "据" | "由" | "在" | "的" | "与" | "和" | "经" | "是" | "了");
        is_han && !sentence.is_in_phrase(*at) && !is_link && !sentence.is_taken(*at)
    };
    (sentence.tokens.start..end).rev().take_while(is_name).last().unwrap_or(end)
}

/// True if the name stands in front of a flow, a word such as 市 in between aside.
fn trades(sentence: &Sentence, name: &str) -> bool {
    let mut flows = sentence.marks_in(sentence.tokens.clone(), &[WordKind::Flow]);
    flows.any(|flow| {
        let kind = matches!(sentence.stem(flow.start.saturating_sub(1)), "市" | "区" | "县" | "旗");
        let end = flow.start - usize::from(kind);
        let start = end.saturating_sub(name.chars().count()).max(sentence.tokens.start);
        text(sentence, &(start..end)) == name
    })
}

fn text(sentence: &Sentence, tokens: &std::ops::Range<usize>) -> String {
    let range = sentence.article.range(tokens);
    sentence.article.text.get(range).unwrap_or_default().to_owned()
}
