//! One of the first sentences of an article.

use std::ops::Range;
use std::sync::Arc;

use crate::draft::read::known_words::{KnownWords, code};
use crate::draft::sentence::{KnownPhrase, Sentence};

/// A sentence, and where it stands.
pub(super) struct OpeningSentence<'a, 't> {
    pub sentence: Sentence<'a, 't>,
    pub paragraph: usize,
    pub is_title: bool,
}

impl OpeningSentence<'_, '_> {
    pub fn known<T>(&self, value: T, tokens: Range<usize>) -> KnownWords<T> {
        let (range, sentence_start) = (self.sentence.article.range(&tokens), self.sentence.tokens.start);
        KnownWords { value, range, paragraph: self.paragraph, sentence_start, is_said: true }
    }

    pub fn place(&self, mark: &KnownPhrase) -> KnownWords<Arc<str>> {
        self.known(code(mark.code), mark.start..mark.end)
    }
}
