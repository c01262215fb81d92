//! What is printed: all panes of a dashboard, or one of them.

use crate::analysis::Figure;
use crate::dashboard::{App, Topic};
use crate::dataset::text::{did_you_mean, quoted};
use crate::dataset::{Pane, PaneKind};
use crate::wording::Words;

/// All panes of a dashboard, or one of them.
#[derive(Debug, Clone, Copy)]
pub struct Sheet<'a> {
    app: &'a App,
    pane: Option<usize>,
}

impl<'a> Sheet<'a> {
    /// All panes.
    #[must_use]
    pub fn all(app: &'a App) -> Self {
        Self { app, pane: None }
    }

    /// The pane with this number, from 0.
    #[must_use]
    pub fn one(app: &'a App, pane: usize) -> Self {
        Self { app, pane: Some(pane) }
    }

    /// The pane with this id.
    ///
    /// # Errors
    ///
    /// A sentence that names the panes there are, and the one that was likely meant, where none has this id.
    pub fn named(app: &'a App, id: &str) -> Result<Self, String> {
        if let Some(pane) = app.panes().iter().position(|pane| pane.id == id) {
            return Ok(Self::one(app, pane));
        }
        let ids: Vec<&str> = app.panes().iter().map(|pane| pane.id.as_str()).collect();
        let meant = did_you_mean(id, ids.iter().copied());
        Err(format!("no pane has the id {}{meant}; there are {}", quoted(id), ids.join(", ")))
    }

    /// The figures and the words for them.
    #[must_use]
    pub fn words(self) -> Words<'a> {
        self.app.words()
    }

    /// The panes with their rows, in the order of the screen.
    pub fn panes(self) -> impl Iterator<Item = (&'a Pane, &'a [Topic])> {
        let wanted = move |at: &usize| self.pane.is_none_or(|pane| pane == *at);
        let panes = self.app.panes().iter().enumerate();
        panes.filter(move |(at, _)| wanted(at)).map(move |(at, pane)| (pane, self.app.rows(at)))
    }

    /// The number of the one pane, from 0; none where it is all of them.
    #[must_use]
    pub fn pane(self) -> Option<usize> {
        self.pane
    }

    /// Whether it is all panes.
    #[must_use]
    pub fn is_all(self) -> bool {
        self.pane.is_none()
    }

    /// The figures: of one pane those of its rows; of all panes every figure of the dataset, also those on no pane,
    /// and then everything derived.
    #[must_use]
    pub fn figures(self) -> Vec<Figure> {
        let words = self.words();
        if self.is_all() {
            let published = (0..words.dataset.observations.len()).map(Figure::Published);
            return published.chain((0..words.analysis.derived.len()).map(Figure::Derived)).collect();
        }
        self.panes().flat_map(|(_, rows)| rows).filter_map(|row| row.figure()).collect()
    }

    /// Where the findings stand: of all panes, and of the pane of the checks, all of them; of another pane those that
    /// speak of its figures.
    #[must_use]
    pub fn findings(self) -> Vec<usize> {
        let words = self.words();
        let all = 0..words.analysis.findings.len();
        if self.panes().any(|(pane, _)| pane.kind == PaneKind::Reconciliation) {
            return all.collect();
        }
        let figures: std::collections::HashSet<Figure> = self.figures().into_iter().collect();
        let speaks = |at: &usize| words.analysis.findings[*at].figures.iter().any(|f| figures.contains(f));
        all.filter(|at| self.is_all() || speaks(at)).collect()
    }
}
