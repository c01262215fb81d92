//! A Chinese place that no table has, such as a county: named by its customs, or in front of its trade.

use super::Sentence;
use crate::draft::read::memory::KnownWords;
use crate::draft::scene::SentenceScene;
use crate::draft::token::TokenKind;
use crate::draft::words::WordKind;

/// The longest name in characters.
const LONGEST: usize = 5;

/// The place that the first sentences name as the one whose trade they are about, if no table has it.
///
/// Its name stands in front of 海关 or of a word such as 区, and in front of the word for trade: 张家港海关, 张家港外贸进出口.
pub(super) fn place(first: &[Sentence]) -> Option<KnownWords<String>> {
    let sentences = first.iter().take(4);
    let names = sentences.clone().flat_map(|sentence| {
        sentence.scene.tokens.clone().filter_map(move |at| Some((sentence, name_at(&sentence.scene, at)?)))
    });
    let mut names = names.filter(|(_, tokens)| tokens.len() >= 2);
    let (sentence, tokens) = names.find(|(named, tokens)| {
        let name = text(&named.scene, tokens);
        sentences.clone().any(|sentence| trades(&sentence.scene, &name))
    })?;
    Some(sentence.known(text(&sentence.scene, &tokens), tokens))
}

/// The characters of a name that ends at a token, behind which its customs or the kind of place stands.
fn name_at(scene: &SentenceScene, end: usize) -> Option<std::ops::Range<usize>> {
    let next = (scene.stem(end), scene.stem(end + 1));
    let is_region = scene.stem(end.saturating_sub(1)) == "地" && next.0 == "区";
    let is_place = !is_region && matches!(next, ("海", "关") | ("口", "岸") | ("市" | "区" | "县" | "旗", _));
    let start = start_of(scene, end);
    (is_place && start < end && end - start <= LONGEST).then_some(start..end)
}

/// The first of the characters in front of a token that no known word takes.
fn start_of(scene: &SentenceScene, end: usize) -> usize {
    let is_name = |at: &usize| {
        let token = scene.article.tokens.get(*at);
        let is_han = token.is_some_and(|token| token.kind == TokenKind::Han);
        let is_link =
            matches!(scene.stem(*at), "从" | "据" | "由" | "在" | "的" | "与" | "和" | "经" | "是" | "了");
        is_han && !scene.is_in_phrase(*at) && !is_link && !scene.is_taken(*at)
    };
    (scene.tokens.start..end).rev().take_while(is_name).last().unwrap_or(end)
}

/// True if the name stands in front of a flow, a word such as 市 in between aside.
fn trades(scene: &SentenceScene, name: &str) -> bool {
    let mut flows = scene.marks_in(scene.tokens.clone(), &[WordKind::Flow]);
    flows.any(|flow| {
        let kind = matches!(scene.stem(flow.start.saturating_sub(1)), "市" | "区" | "县" | "旗");
        let end = flow.start - usize::from(kind);
        let start = end.saturating_sub(name.chars().count()).max(scene.tokens.start);
        text(scene, &(start..end)) == name
    })
}

fn text(scene: &SentenceScene, tokens: &std::ops::Range<usize>) -> String {
    let range = scene.article.range(tokens);
    scene.article.text.get(range).unwrap_or_default().to_owned()
}
