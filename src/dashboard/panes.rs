//! The kinds of panes, one file each: which rows a pane has, and what can be done with them.
//!
//! A new kind is a file here, a line in [`rules`] and a drawer of the same name in `screen/panes`.

mod headline;
mod listing;
mod ranking;
mod reconciliation;

use crate::dataset::{Pane, PaneKind};
use crate::wording::{Topic, Words};

/// What sets one kind of pane apart from the others.
pub trait PaneRules {
    /// The rows, in the source's order.
    fn rows(&self, words: Words, pane: &Pane) -> Vec<Topic>;

    /// How to begin with it: a full and a short sentence.
    fn hint(&self) -> [&'static str; 2];

    /// True if its rows can be put into another order than the source's.
    fn is_sortable(&self) -> bool {
        true
    }

    /// What the title says of the rows besides the pane's name, with what separates it from the name.
    fn count(&self, _words: Words) -> String {
        String::new()
    }

    /// Lines under the rows that it would like to show, none of which can be selected.
    fn rows_below(&self, _words: Words) -> usize {
        0
    }
}

/// The rules of a kind.
pub fn rules(kind: PaneKind) -> &'static dyn PaneRules {
    match kind {
        PaneKind::Headline => &headline::Headline,
        PaneKind::Listing => &listing::Listing,
        PaneKind::Ranking => &ranking::Ranking,
        PaneKind::Reconciliation => &reconciliation::Reconciliation,
    }
}

/// The observations of a pane, as rows.
fn published(pane: &Pane) -> impl Iterator<Item = Topic> {
    pane.rows.iter().map(|at| Topic::Figure(crate::analysis::Figure::Published(*at)))
}
