//! Looks up the derived figures and the findings that use a figure.

use std::collections::HashMap;

use super::{Derived, Figure, Finding};

/// An index by figure, so that the screen need not search.
#[derive(Debug, Clone, Default)]
pub struct Links {
    following: HashMap<Figure, Vec<usize>>,
    findings: HashMap<Figure, Vec<usize>>,
}

impl Links {
    pub fn new(derived: &[Derived], findings: &[Finding]) -> Self {
        Self {
            following: index(derived.iter().map(|derived| derived.inputs.as_slice())),
            findings: index(findings.iter().map(|finding| finding.figures.as_slice())),
        }
    }

    pub fn following(&self, figure: Figure) -> &[usize] {
        self.following.get(&figure).map_or(&[], Vec::as_slice)
    }

    pub fn findings(&self, figure: Figure) -> &[usize] {
        self.findings.get(&figure).map_or(&[], Vec::as_slice)
    }
}

fn index<'f>(lists: impl Iterator<Item = &'f [Figure]>) -> HashMap<Figure, Vec<usize>> {
    let mut index: HashMap<Figure, Vec<usize>> = HashMap::new();
    for (at, figures) in lists.enumerate() {
        for figure in figures {
            let places = index.entry(*figure).or_default();
            if places.last() != Some(&at) {
                places.push(at);
            }
        }
    }
    index
}
