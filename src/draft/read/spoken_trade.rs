//! The trade that a sentence speaks of, for those behind it.

use std::ops::Range;
use std::sync::Arc;

use super::known_words::KnownWords;
use crate::dataset::{Flow, Measure};
use crate::draft::proposal::{Origin, Proposal, Sourced};

/// One trade that a sentence speaks of; `None` for a dimension that it leaves open.
#[derive(Debug, Clone)]
pub(in crate::draft) struct SpokenTrade {
    pub flow: Flow,
    pub partner: Option<KnownWords<Arc<str>>>,
    pub product: Option<KnownWords<Option<Arc<str>>>>,
}

impl SpokenTrade {
    /// Adds that of a figure. Behind a share alone, nobody can tell if a word points to the part or to the whole.
    pub fn add(all: &mut Vec<Self>, row: &Proposal) {
        let is_one = row.measure != Measure::Share;
        if is_one {
            all.retain(|trade| trade.product.is_some());
        } else if !all.is_empty() {
            return;
        }
        all.push(Self {
            flow: row.flow.value,
            partner: is_one.then(|| known(row, &row.partner)),
            product: is_one.then(|| known(row, &row.product)),
        });
    }
}

/// The meaning of words of an earlier sentence.
pub(super) fn earlier<T>(value: T, range: Range<usize>, paragraph: usize) -> KnownWords<T> {
    KnownWords { value, range, paragraph, sentence_start: usize::MAX, is_said: true }
}

fn known<T: Clone>(row: &Proposal, from: &Sourced<T>) -> KnownWords<T> {
    let paragraph =
        if let Origin::Inherited { paragraph, .. } = from.origin { paragraph } else { row.paragraph };
    match from.origin.range() {
        Some(range) => earlier(from.value.clone(), range.clone(), paragraph),
        None => KnownWords::assumed(from.value.clone()),
    }
}
