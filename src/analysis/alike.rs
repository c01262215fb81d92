//! Finds claims whose short sentences would be identical, and what tells them apart.
//!
//! A short sentence names only what its claim compares. Where two of them would use the same words, each also names its
//! trade or, if that is the same as well, its figures.

use foldhash::{HashMap, HashSet};

use crate::dataset::Subject;

/// A dimension in which claims with the same sentence differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Difference {
    Reporter,
    Partner,
    Product,
    Transport,
    Period,
    /// The ids of the figures, where the trade does not tell all claims apart.
    Figures,
}

/// The sentences that come more than once, each with the dimensions in which their subjects differ.
pub fn differences<'a>(
    sentences: impl Iterator<Item = (String, Option<&'a Subject>)>,
) -> HashMap<String, Vec<Difference>> {
    let mut groups: HashMap<String, Vec<Option<&Subject>>> = HashMap::default();
    for (sentence, subject) in sentences {
        groups.entry(sentence).or_default().push(subject);
    }
    let shared = groups.into_iter().filter(|(_, subjects)| subjects.len() > 1);
    shared.map(|(sentence, subjects)| (sentence, Difference::between(&subjects))).collect()
}

impl Difference {
    fn between(subjects: &[Option<&Subject>]) -> Vec<Self> {
        let known: Vec<&Subject> = subjects.iter().copied().flatten().collect();
        let Some(first) = known.first() else { return vec![Self::Figures] };
        let differ = |same: fn(&Subject, &Subject) -> bool| known.iter().any(|other| !same(first, other));
        let each: HashSet<&Subject> = known.iter().copied().collect();
        let all = [
            (Self::Reporter, differ(|a, b| a.reporter == b.reporter)),
            (Self::Partner, differ(|a, b| a.partner == b.partner)),
            (Self::Product, differ(|a, b| a.product == b.product)),
            (Self::Transport, differ(|a, b| a.transport == b.transport)),
            (Self::Period, differ(|a, b| a.period == b.period)),
            // Not every sentence names the flow.
            (Self::Figures, each.len() < subjects.len() || differ(|a, b| a.flow == b.flow)),
        ];
        all.into_iter().filter(|(_, differs)| *differs).map(|(one, _)| one).collect()
    }
}
