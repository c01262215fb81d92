//! What the dashboard shows of a dataset, pane by pane.

use super::code::Code;

/// What kind of pane shows some figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PaneKind {
    /// Key figures of any measure.
    Headline,
    /// Bars of one measure.
    Ranking,
    /// Named things, with or without a number.
    Listing,
    /// What the checks found.
    Reconciliation,
}

impl Code for PaneKind {
    const ALL: &'static [(&'static str, Self)] = &[
        ("headline", Self::Headline),
        ("ranking", Self::Ranking),
        ("listing", Self::Listing),
        ("reconciliation", Self::Reconciliation),
    ];
}

/// A pane of the dashboard as the dataset describes it.
#[derive(Debug, Clone)]
pub struct Pane {
    /// Stable name, unique in the dataset.
    pub id: String,
    /// What stands in its border.
    pub title: String,
    /// What its rows have in common.
    pub note: Option<String>,
    /// How it is drawn.
    pub kind: PaneKind,
    /// Where its rows stand in [`super::Dataset::observations`], in the source's order.
    pub rows: Vec<usize>,
    /// For a ranking: the observation drawn as a line across it.
    pub reference: Option<usize>,
}
