//! Panes: the parts of a dataset that the dashboard shows.

use super::code::Code;

/// The kinds of panes, one per line: what it is, its name, its code in a dataset, and its file. There are two files of
/// that name: the one in `dashboard/panes` has the pane's rows, the one in `screen/panes` draws them. Both folders make
/// their modules from this list, by the macro `$then`.
macro_rules! pane_kinds {
    ($then:ident) => {
        $then! {
            "Key figures of any measure.", Headline, "headline", headline;
            "Bars of one measure.", Ranking, "ranking", ranking;
            "Figures over time, as lines.", Series, "series", series;
            "Named things, with or without a number.", Listing, "listing", listing;
            "What the checks found.", Reconciliation, "reconciliation", reconciliation;
        }
    };
}
pub(crate) use pane_kinds;

macro_rules! pane_kind {
    ($($what:literal, $kind:ident, $code:literal, $file:ident;)*) => {
        /// The kind of a pane: which rows it has and how they are drawn.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum PaneKind {
            $(#[doc = $what] $kind,)*
        }

        impl Code for PaneKind {
            const ALL: &'static [(&'static str, Self)] = &[$(($code, Self::$kind)),*];
        }
    };
}
pane_kinds!(pane_kind);

impl PaneKind {
    /// True if its rows are findings, false if they are figures.
    #[must_use]
    pub fn has_findings(self) -> bool {
        self == Self::Reconciliation
    }
}

/// A pane of the dashboard as the dataset describes it.
#[derive(Debug, Clone)]
pub struct Pane {
    /// Stable name, unique in the dataset.
    pub id: String,
    /// Shown in its border.
    pub title: String,
    /// A sentence on what its rows have in common.
    pub note: Option<String>,
    /// How it is drawn.
    pub kind: PaneKind,
    /// Positions of its rows in [`super::Dataset::observations`], in the order of the source.
    pub rows: Vec<usize>,
    /// For a ranking or a series: the observation drawn as a line across it.
    pub reference: Option<usize>,
}
