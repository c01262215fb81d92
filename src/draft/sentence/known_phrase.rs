//! Known words and places of a sentence.

use crate::draft::words::WordKind;

/// A known word or phrase in a sentence, by its tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::draft) struct KnownPhrase {
    pub kind: WordKind,
    pub code: &'static str,
    pub start: usize,
    pub end: usize,
}

/// The part of a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::draft) enum PlaceRole {
    Reporter,
    Partner,
    /// Nothing in the sentence says.
    Unknown,
}

/// A place with its part.
#[derive(Debug, Clone, Copy)]
pub(in crate::draft) struct RoledPlace {
    pub mark: KnownPhrase,
    pub role: PlaceRole,
}

/// Words that name a place.
pub(super) const PLACES: [WordKind; 2] = [WordKind::Place, WordKind::Demonym];

/// Words that name a flow.
pub(super) const FLOWS: [WordKind; 2] = [WordKind::Flow, WordKind::FlowVerb];
