//! The meaning of words of a text, and where they stand.

use std::ops::Range;
use std::sync::Arc;

use crate::dataset::Period;
use crate::draft::proposal::{Origin, Sourced};

/// A value, and the words that say it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::draft) struct KnownWords<T> {
    pub value: T,
    pub range: Range<usize>,
    pub paragraph: usize,
    /// The first token of the sentence.
    pub sentence_start: usize,
    /// False for what nothing says.
    pub is_said: bool,
}

impl<T> KnownWords<T> {
    pub fn assumed(value: T) -> Self {
        Self { value, range: 0..0, paragraph: 0, sentence_start: usize::MAX, is_said: false }
    }

    pub fn with<U>(&self, value: U) -> KnownWords<U> {
        let Self { range, paragraph, sentence_start, is_said, .. } = self;
        KnownWords {
            value,
            range: range.clone(),
            paragraph: *paragraph,
            sentence_start: *sentence_start,
            is_said: *is_said,
        }
    }

    /// As a row of the sentence that begins at a token has it.
    pub fn sourced(self, sentence_start: usize) -> Sourced<T> {
        let origin = match (self.is_said, self.sentence_start == sentence_start) {
            (false, _) => Origin::Assumed,
            (true, true) => Origin::Here(self.range),
            (true, false) => Origin::Inherited { paragraph: self.paragraph, range: self.range },
        };
        Sourced { value: self.value, origin }
    }
}

/// Two places whose trade with each other the article is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::draft) struct PlacePair {
    pub reporter: KnownWords<Arc<str>>,
    pub partner: KnownWords<Arc<str>>,
}

/// The base of growth that states none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::draft) enum BaseSaid {
    YearBefore,
    PeriodBefore,
    Period(Period),
}

/// A shared text of a code.
pub(super) fn code(text: &str) -> Arc<str> {
    Arc::from(text)
}
