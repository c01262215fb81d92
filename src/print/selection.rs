//! Selects the figures to print: those of all panes of a dashboard, or of one.

use foldhash::HashSet;

use crate::analysis::Figure;
use crate::dashboard::{App, Pivot, Topic};
use crate::dataset::Pane;
use crate::wording::{SetAsideRows, Words};

/// All panes of a dashboard, or one of them.
#[derive(Debug, Clone, Copy)]
pub struct Selection<'a> {
    app: &'a App,
    pane: Option<usize>,
    /// Rows to use for the one pane, instead of those that the dashboard shows.
    rows: Option<&'a [Topic]>,
}

impl<'a> Selection<'a> {
    /// All panes.
    #[must_use]
    pub fn all(app: &'a App) -> Self {
        Self { app, pane: None, rows: None }
    }

    /// The pane with this index, from 0.
    #[must_use]
    pub fn one(app: &'a App, pane: usize) -> Self {
        Self { app, pane: Some(pane), rows: None }
    }

    /// The pane with this index, from 0, but with these rows.
    #[must_use]
    pub fn with_rows(app: &'a App, pane: usize, rows: &'a [Topic]) -> Self {
        Self { app, pane: Some(pane), rows: Some(rows) }
    }

    pub(crate) fn words(self) -> Words<'a> {
        self.app.words()
    }

    /// The rows of a table that no figure counts; `None` unless it is a table.
    pub(crate) fn set_aside(self) -> Option<Vec<SetAsideRows>> {
        self.app.pivot().map(Pivot::set_aside)
    }

    /// The panes with their rows, in the order of the screen.
    pub(crate) fn panes(self) -> impl Iterator<Item = (&'a Pane, &'a [Topic])> {
        let wanted = move |at: &usize| self.pane.is_none_or(|pane| pane == *at);
        let panes = self.app.panes().iter().enumerate();
        panes
            .filter(move |(at, _)| wanted(at))
            .map(move |(at, pane)| (pane, self.rows.unwrap_or(self.app.rows(at))))
    }

    pub(crate) fn is_one_pane(self) -> bool {
        self.pane.is_some()
    }

    /// True for all panes with all their rows, when no search is active.
    pub(crate) fn is_all(self) -> bool {
        self.pane.is_none() && self.app.view().find.is_empty()
    }

    /// The figures of the rows, without repetition. For [all](Self::is_all), every figure of the dataset, including
    /// those on no pane, followed by every derived one.
    pub(crate) fn figures(self) -> Vec<Figure> {
        let words = self.words();
        if self.is_all() {
            let published = (0..words.dataset.observations.len()).map(Figure::Published);
            return published.chain((0..words.analysis.derivations().len()).map(Figure::Derived)).collect();
        }
        let mut seen = HashSet::default();
        let rows = self.panes().flat_map(|(_, rows)| rows);
        rows.filter_map(|row| row.figure()).filter(|figure| seen.insert(*figure)).collect()
    }

    /// Indexes of the findings: all of them, or those that are rows or concern a figure that is one.
    pub(crate) fn findings(self) -> Vec<usize> {
        let findings = &self.words().analysis.findings;
        if self.is_all() {
            return (0..findings.len()).collect();
        }
        let figures: HashSet<Figure> = self.figures().into_iter().collect();
        let rows: HashSet<usize> =
            self.panes().flat_map(|(_, rows)| rows).filter_map(|row| row.finding()).collect();
        let concerns = |at: &usize| findings[*at].figures.iter().any(|figure| figures.contains(figure));
        (0..findings.len()).filter(|at| rows.contains(at) || concerns(at)).collect()
    }
}
