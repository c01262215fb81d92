//! A figure in its sentence.

use std::ops::Range;

use super::known_words::KnownWords;
use crate::draft::figure::TextFigure;
use crate::draft::sentence::Sentence;

/// Everything known of a figure while its sentence is read.
pub(in crate::draft) struct FigureContext<'a, 't> {
    pub sentence: &'a Sentence<'a, 't>,
    /// Place of the figure in its sentence.
    pub at: usize,
    pub paragraph: usize,
}

impl<'a> FigureContext<'a, '_> {
    pub fn figure(&self) -> &'a TextFigure {
        &self.sentence.figures[self.at]
    }

    /// The meaning of the words of this sentence.
    pub fn here<T>(&self, value: T, tokens: Range<usize>) -> KnownWords<T> {
        let range = self.sentence.article.range(&tokens);
        KnownWords {
            value,
            range,
            paragraph: self.paragraph,
            sentence_start: self.sentence.tokens.start,
            is_said: true,
        }
    }
}
