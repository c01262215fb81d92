//! The dashboard: a model, the view of it, and what follows from both.

use std::sync::Arc;

use ratatui::layout::Size;

use super::action::Action;
use super::appearance::Appearance;
use super::audience::Audience;
use super::bar_range::BarRange;
use super::chart::Chart;
use super::input::KeyboardScript;
use super::layout::{Layout, PaneLayout};
use super::lead::Lead;
use super::model::Model;
use super::notice::Notice;
use super::other_dataset::OtherDataset;
use super::pivot::Pivot;
use super::refresh::OpenText;
use super::talk::Staging;
use super::view::View;
use super::waiting::Waiting;
use super::warning::Warning;
use crate::dataset::{Dataset, Pane};
use crate::wording::{Topic, Words};

/// The dashboard. A clone copies only the view; the model is shared.
#[derive(Debug, Clone)]
pub struct App {
    pub(super) model: Arc<Model>,
    pub(super) view: View,
    /// The rows that each pane shows, in order; rebuilt when search or sort order change.
    pub(super) shown: Vec<Arc<[Topic]>>,
    pub(super) shown_count: usize,
    /// Rebuilt by every update.
    pub(super) layout: Layout,
    /// The lines of the overlay that covers the panes, wrapped when it opens.
    pub(super) text: Option<OpenText>,
    /// The finding that is open, by its index.
    pub(super) open_finding: Option<(usize, Arc<Lead>)>,
    pub(super) size: Size,
    pub(super) appearance: Appearance,
    pub(super) mouse: bool,
    pub(super) keyboard: KeyboardScript,
    pub(super) warnings: Arc<[Warning]>,
    /// The number of warnings at the beginning that say why the file cannot be read now.
    pub(super) broken: usize,
    pub(super) notice: Option<Notice>,
    /// The table behind the dataset, if it is an answer from one.
    pub(super) pivot: Option<Pivot>,
    pub(super) waiting: Waiting,
    /// Counts the models that have been shown.
    pub(super) edition: u32,
    /// Set on a follower's screen: following or browsing.
    pub(super) audience: Option<Audience>,
    /// Set during a talk: how the dashboard makes room for it.
    pub(super) staging: Option<Staging>,
    /// For each pane, true if its hint has not been shown yet; empty if hints are off.
    pub(super) unseen: Vec<bool>,
    pub(super) is_secure: bool,
    pub(super) other: OtherDataset,
    /// True if the dataset is a draft under review.
    pub(super) is_draft: bool,
}

impl App {
    /// A dashboard on `dataset` for a screen of `size`.
    #[must_use]
    pub fn new(dataset: Dataset, size: Size) -> Self {
        Self::from_model(Arc::new(Model::new(dataset)), size)
    }

    /// The first view of a model.
    #[must_use]
    pub fn from_model(model: Arc<Model>, size: Size) -> Self {
        let mut app = Self {
            view: model.first_view(),
            shown: model.panes.iter().map(|pane| Arc::clone(&pane.rows)).collect(),
            shown_count: model.row_count,
            layout: Layout::TooSmall,
            text: None,
            open_finding: None,
            size: Size::ZERO,
            appearance: Appearance::default(),
            mouse: false,
            keyboard: KeyboardScript::default(),
            warnings: Arc::default(),
            broken: 0,
            notice: None,
            pivot: None,
            waiting: Waiting::default(),
            edition: 0,
            audience: None,
            staging: None,
            unseen: Vec::new(),
            is_secure: false,
            other: OtherDataset::default(),
            is_draft: false,
            model,
        };
        app.update(Action::Resize(size));
        app
    }

    /// The model, for sharing with another dashboard.
    #[must_use]
    pub fn model(&self) -> &Arc<Model> {
        &self.model
    }

    /// The figures and the words for them, in the currency of the view.
    #[must_use]
    pub fn words(&self) -> Words<'_> {
        Words { currency: self.view.currency, ..self.model.words() }
    }

    #[must_use]
    #[expect(missing_docs, reason = "the type says it")]
    pub fn view(&self) -> &View {
        &self.view
    }

    /// The part of the screen that is drawn.
    #[must_use]
    pub fn size(&self) -> Size {
        self.size
    }

    /// The areas of the screen.
    #[must_use]
    pub fn layout(&self) -> &Layout {
        &self.layout
    }

    /// All panes, in their order.
    #[must_use]
    pub fn panes(&self) -> &[Pane] {
        &self.model.dataset.panes
    }

    /// All rows that a pane shows, in order. For only those in view, use [`App::rows_from`].
    #[must_use]
    pub fn rows(&self, pane: usize) -> &[Topic] {
        self.rows_from(pane, 0, usize::MAX)
    }

    /// At most `count` of the rows that a pane shows, starting with row `first`.
    #[must_use]
    pub fn rows_from(&self, pane: usize, first: usize, count: usize) -> &[Topic] {
        let left = self.revealed(pane).saturating_sub(first);
        self.rows_to_come(pane, first, count.min(left))
    }

    /// The number of rows that a pane shows.
    #[must_use]
    pub fn row_count(&self, pane: usize) -> usize {
        self.row_count_to_come(pane).min(self.revealed(pane))
    }

    /// The number of rows that a pane will show once all of them are revealed.
    pub(crate) fn row_count_to_come(&self, pane: usize) -> usize {
        self.shown.get(pane).map_or(0, |rows| rows.len())
    }

    /// At most `count` rows of a pane starting with row `first`, including those not yet revealed: columns are laid out
    /// for all, so that none moves when a row appears.
    pub(crate) fn rows_to_come(&self, pane: usize, first: usize, count: usize) -> &[Topic] {
        let rows = self.shown.get(pane).map_or(&[][..], |rows| rows);
        let rows = &rows[first.min(rows.len())..first.saturating_add(count).min(rows.len())];
        #[cfg(test)]
        super::visited_rows::add(rows.len());
        rows
    }

    /// The number of rows of a pane, including those that the search hides.
    #[must_use]
    pub fn total(&self, pane: usize) -> usize {
        self.model.panes.get(pane).map_or(0, |pane| pane.rows.len())
    }

    /// The number of rows that all panes show, and the number that they have.
    #[must_use]
    pub fn hits(&self) -> (usize, usize) {
        (self.shown_count, self.model.row_count)
    }

    /// The meaning of a pane's status letters. A talk says what a mark means when it is revealed.
    #[must_use]
    pub(crate) fn letters(&self, pane: usize) -> &str {
        let pane = self.model.panes.get(pane).filter(|_| self.staging.is_none());
        pane.map_or("", |pane| &pane.letters)
    }

    /// The texts at the end of a pane's title, from the fullest to the shortest: periods and sources of all its rows. If
    /// the header names the only source, the periods are enough.
    #[must_use]
    pub fn feet(&self, pane: usize) -> Vec<String> {
        let Some(pane) = self.model.panes.get(pane) else { return Vec::new() };
        if self.is_pivot() {
            // The header shows the question, which includes both.
            vec![String::new()]
        } else if self.header_names_source() {
            vec![pane.periods.clone()]
        } else {
            vec![pane.foot.clone(), pane.periods.clone()]
        }
    }

    /// True if the header names the only source.
    #[must_use]
    pub(crate) fn header_names_source(&self) -> bool {
        let has_header = matches!(&self.layout, Layout::Panes(PaneLayout { header: Some(_), .. }));
        has_header && self.model.has_one_publisher
    }

    /// A summary of a pane's rows for its title; empty until all of them are revealed.
    #[must_use]
    pub fn count(&self, pane: usize) -> &str {
        if self.row_count(pane) < self.row_count_to_come(pane) {
            return "";
        }
        self.model.panes.get(pane).map_or("", |pane| &pane.count)
    }

    /// The range of the bars of a pane: its own if zoomed, else that of all panes with the same measure and unit.
    #[must_use]
    pub fn bar_range(&self, pane: usize) -> Option<BarRange> {
        let own = self.model.panes.get(pane)?.bars?;
        if self.view.zoomed {
            return Some(own);
        }
        let others = self.model.panes.iter().filter_map(|pane| pane.bars);
        Some(others.filter(|other| own.is_like(*other)).fold(own, BarRange::with))
    }

    /// Who published the figures.
    #[must_use]
    pub fn publishers(&self) -> &str {
        &self.model.publishers
    }

    /// The topic of the selected row of the focused pane.
    #[must_use]
    pub fn selected(&self) -> Option<Topic> {
        self.rows_from(self.view.focus, self.view.cursor().selected, 1).first().copied()
    }

    /// The lines of a series.
    pub(crate) fn chart(&self, pane: usize) -> Option<&Chart> {
        self.model.panes.get(pane)?.chart.as_ref()
    }

    /// The slopes of a ranking of growth; `None` in a talk, which reveals rows one by one.
    pub(crate) fn slopes(&self, pane: usize) -> Option<&Chart> {
        self.model.panes.get(pane)?.slopes.as_ref().filter(|_| self.staging.is_none())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dashboard::Move;

    #[test]
    fn a_copy_shares_the_model_and_has_a_view_of_its_own() {
        let app =
            App::new(crate::formats::bundled().expect("the bundled dataset").dataset, Size::new(80, 24));
        let mut copy = app.clone();
        copy.update(Action::Go(Move::Next));
        assert!(Arc::ptr_eq(app.model(), copy.model()));
        assert_ne!(app.view(), copy.view());
    }
}
