//! A flow as words say it.

use super::known_words::KnownWords;
use crate::dataset::{Code, Flow};
use crate::draft::proposal::Sourced;
use crate::draft::sentence::KnownPhrase;

/// A flow as words say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::draft) struct SaidFlow {
    pub flow: Flow,
    /// A balance below zero, whatever sign is printed.
    pub is_deficit: bool,
    /// The tokens of the word.
    pub start: usize,
    pub end: usize,
    /// The figure's own sentence says it.
    pub is_here: bool,
}

impl SaidFlow {
    pub fn new(mark: &KnownPhrase) -> Option<Self> {
        let (flow, is_deficit) = match mark.code {
            "surplus" => (Flow::Balance, false),
            "deficit" => (Flow::Balance, true),
            code => (Flow::parse(code)?, false),
        };
        Some(Self { flow, is_deficit, start: mark.start, end: mark.end, is_here: true })
    }
}

impl KnownWords<SaidFlow> {
    pub fn flow(&self) -> Sourced<Flow> {
        let sentence_start = if self.value.is_here { self.sentence_start } else { usize::MAX - 1 };
        self.with(self.value.flow).sourced(sentence_start)
    }
}
