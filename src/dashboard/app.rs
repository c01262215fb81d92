//! The dashboard itself, and all that drawing asks of it.

use ratatui::layout::Size;

use super::action::Action;
use super::appearance::Appearance;
use super::input::KeyMode;
use super::layout::{Layout, Scope, layout};
use super::notice::Notice;
use super::overlays::{Haystack, Summary, TextLine, detail, export, help, palette};
use super::rows;
use super::view::{Layer, View};
use crate::analysis::Analysis;
use crate::dataset::{Currency, Dataset, Pane, PaneKind};
use crate::wording::{Topic, Words, periods_and_sources};

/// How many of the checks that hold a pane would like to show.
const MOST_HELD: usize = 4;

/// The dashboard: a dataset, what follows from it, and what is looked at.
#[derive(Debug, Clone)]
pub struct App {
    pub(super) dataset: Dataset,
    pub(super) analysis: Analysis,
    /// All rows of each pane in the source's order.
    pub(super) rows: Vec<Vec<Topic>>,
    /// Periods and sources of the rows of each pane.
    pub(super) feet: Vec<String>,
    /// The rows that are shown, in the order in which they are.
    pub(super) shown: Vec<Vec<Topic>>,
    pub(super) haystack: Option<Haystack>,
    pub(super) currencies: Vec<Currency>,
    pub(super) view: View,
    pub(super) size: Size,
    pub(super) appearance: Appearance,
    pub(super) mouse: bool,
    pub(super) notice: Option<Notice>,
    /// Panes whose hint is yet to be given; empty where there are to be none.
    pub(super) unseen: Vec<bool>,
}

impl App {
    /// A dashboard on `dataset` for a screen of `size`.
    #[must_use]
    pub fn new(dataset: Dataset, size: Size) -> Self {
        let analysis = Analysis::new(&dataset);
        let words = Words::new(&dataset, &analysis);
        let rows: Vec<Vec<Topic>> = dataset.panes.iter().map(|pane| rows::rows(words, pane)).collect();
        let feet = rows.iter().map(|rows| periods_and_sources(words, rows)).collect();
        let currencies = words.currencies();
        let (shown, view) = (rows.clone(), View::new(rows.len()));
        let (haystack, appearance, mouse, notice) = (None, Appearance::default(), false, None);
        let mut app = Self {
            dataset,
            analysis,
            rows,
            feet,
            shown,
            haystack,
            currencies,
            view,
            size: Size::ZERO,
            appearance,
            mouse,
            notice,
            unseen: Vec::new(),
        };
        app.update(Action::Resize(size));
        app
    }

    /// The figures and the words for them, in the currency that is looked at.
    #[must_use]
    pub fn words(&self) -> Words<'_> {
        Words { currency: self.view.currency, ..Words::new(&self.dataset, &self.analysis) }
    }

    /// What is looked at.
    #[must_use]
    pub fn view(&self) -> &View {
        &self.view
    }

    /// The size that is drawn.
    #[must_use]
    pub fn size(&self) -> Size {
        self.size
    }

    /// All panes, in their order.
    #[must_use]
    pub fn panes(&self) -> &[Pane] {
        &self.dataset.panes
    }

    /// The rows of a pane that are shown, in the order in which they are.
    #[must_use]
    pub fn rows(&self, pane: usize) -> &[Topic] {
        self.shown.get(pane).map_or(&[], Vec::as_slice)
    }

    /// Periods and sources of all rows of a pane.
    #[must_use]
    pub fn foot(&self, pane: usize) -> &str {
        self.feet.get(pane).map_or("", String::as_str)
    }

    /// How many rows of a pane are shown, and how many there are.
    #[must_use]
    pub fn rows_of(&self, pane: usize) -> (usize, usize) {
        (self.rows(pane).len(), self.rows.get(pane).map_or(0, Vec::len))
    }

    /// How many rows are shown of all panes, and how many there are.
    #[must_use]
    pub fn hits(&self) -> (usize, usize) {
        let count = |rows: &[Vec<Topic>]| rows.iter().map(Vec::len).sum();
        (count(&self.shown), count(&self.rows))
    }

    /// What the selected row of the focused pane is about.
    #[must_use]
    pub fn selected(&self) -> Option<Topic> {
        self.rows(self.view.focus).get(self.view.cursor().selected).copied()
    }

    /// What keys mean now: commands, or letters of what is being typed.
    #[must_use]
    pub fn key_mode(&self) -> KeyMode {
        match self.view.layers.last() {
            Some(Layer::Find { .. } | Layer::Palette { .. } | Layer::Export { .. }) => KeyMode::Typing,
            Some(Layer::Zoom | Layer::Detail { .. } | Layer::Help { .. } | Layer::Address { .. }) | None => {
                KeyMode::Command
            }
        }
    }

    /// Where everything goes.
    #[must_use]
    pub fn layout(&self) -> Layout {
        let scope = match self.view.layers.iter().rev().find(|layer| !matches!(layer, Layer::Find { .. })) {
            Some(Layer::Zoom) => Scope::Zoom,
            Some(Layer::Find { .. }) | None => Scope::Overview,
            Some(
                Layer::Help { .. }
                | Layer::Detail { .. }
                | Layer::Palette { .. }
                | Layer::Export { .. }
                | Layer::Address { .. },
            ) => Scope::Text,
        };
        let wanted: Vec<u16> = (0..self.rows.len()).map(|pane| self.wanted(pane)).collect();
        layout(self.size, scope, self.view.focus, &wanted)
    }

    /// The lines of what is open at full size, wrapped to `width` columns; none where nothing is.
    #[must_use]
    pub fn lines(&self, width: u16) -> Vec<TextLine> {
        match self.view.layers.last() {
            Some(Layer::Detail { topic, .. }) => {
                detail::lines(self.words(), *topic, self.view.against, width)
            }
            Some(Layer::Help { .. }) => help::lines(self.appearance, width),
            Some(Layer::Palette { text, .. }) => palette::lines(text, width),
            Some(Layer::Address { .. }) => detail::plain(&self.address(), width),
            Some(Layer::Export { file, said, .. }) => export::lines(file, said.as_deref(), width),
            Some(Layer::Zoom | Layer::Find { .. }) | None => Vec::new(),
        }
    }

    /// What says most about the selected row, with at most `height` lines of `width` columns; nothing without a row.
    #[must_use]
    pub fn summary(&self, (width, height): (u16, u16)) -> Summary {
        self.selected().map_or_else(Summary::default, |topic| {
            detail::summary(self.words(), topic, self.view.against, (width, height))
        })
    }

    /// Rows of a pane that are in sight where it has `inner` rows inside its border; a reference line takes one.
    #[must_use]
    pub fn rows_in_sight(&self, pane: usize, inner: u16) -> u16 {
        let reference = self.dataset.panes.get(pane).is_some_and(|pane| pane.reference.is_some());
        inner - u16::from(reference && inner > 2)
    }

    /// Rows that a pane would like to have; not fewer while some are filtered out, so that panes stay put.
    fn wanted(&self, pane: usize) -> u16 {
        let described = self.dataset.panes.get(pane);
        let reference = described.is_some_and(|pane| pane.reference.is_some());
        let is_checks = described.is_some_and(|pane| pane.kind == PaneKind::Reconciliation);
        let held = if is_checks { self.analysis.held.len().min(MOST_HELD) } else { 0 };
        let rows = self.rows.get(pane).map_or(0, Vec::len) + held;
        u16::try_from(rows).unwrap_or(u16::MAX).max(2).saturating_add(u16::from(reference))
    }
}
