//! What a person is at: panes and their rows, what is looked at, and what each action makes of it.
//!
//! No terminal and no drawing here. Every update ends by fitting all cursors to the rows in sight, so drawing has
//! nothing to decide and takes `&App`.

mod action;
mod bindings;
mod cursor;
mod help;
mod key;
mod layout;
mod reading;
mod rows;
mod view;

use ratatui::layout::Size;

pub use action::{Action, Outcome, Step};
pub use bindings::{BINDINGS, Binding, action};
pub use cursor::Cursor;
pub use key::{Key, parse_keys};
pub use layout::{LARGEST, Layout, Places, SMALLEST, Scope, inside, layout};
pub use reading::{Line, TERM_WIDTH};
pub use view::{Layer, View};

use crate::analysis::Analysis;
use crate::dataset::{Dataset, Pane, PaneKind};
pub use crate::wording::Topic;
use crate::wording::Words;

/// How many of the checks that hold a pane would like to show.
const MOST_HELD: usize = 4;

/// The dashboard: a dataset, what follows from it, and what is looked at.
#[derive(Debug, Clone)]
pub struct App {
    dataset: Dataset,
    analysis: Analysis,
    rows: Vec<Vec<Topic>>,
    view: View,
    size: Size,
}

impl App {
    /// A dashboard on `dataset` for a screen of `size`.
    #[must_use]
    pub fn new(dataset: Dataset, size: Size) -> Self {
        let analysis = Analysis::of(&dataset);
        let words = Words { dataset: &dataset, analysis: &analysis };
        let rows: Vec<Vec<Topic>> = dataset.panes.iter().map(|pane| rows::rows(words, pane)).collect();
        let view = View::new(rows.len());
        let mut app = Self { dataset, analysis, rows, view, size: Size::ZERO };
        app.update(Action::Resize(size));
        app
    }

    /// The figures and the words for them.
    #[must_use]
    pub fn words(&self) -> Words<'_> {
        Words { dataset: &self.dataset, analysis: &self.analysis }
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

    /// The rows of a pane, in the order in which they are shown.
    #[must_use]
    pub fn rows(&self, pane: usize) -> &[Topic] {
        self.rows.get(pane).map_or(&[], Vec::as_slice)
    }

    /// What the selected row of the focused pane is about.
    #[must_use]
    pub fn selected(&self) -> Option<Topic> {
        self.rows(self.view.focus).get(self.view.cursor().selected).copied()
    }

    /// Where everything goes.
    #[must_use]
    pub fn layout(&self) -> Layout {
        let scope = match self.view.layers.last() {
            Some(Layer::Help { .. } | Layer::Reading { .. }) => Scope::Text,
            Some(Layer::Zoom) => Scope::Zoom,
            None => Scope::Overview,
        };
        let wanted: Vec<u16> = (0..self.rows.len()).map(|pane| self.wanted(pane)).collect();
        layout(self.size, scope, self.view.focus, &wanted)
    }

    /// The lines of what is open at full size, wrapped to `width` columns; none where nothing is.
    #[must_use]
    pub fn lines(&self, width: u16) -> Vec<Line> {
        match self.view.layers.last() {
            Some(Layer::Reading { topic, .. }) => reading::lines(self.words(), *topic, width),
            Some(Layer::Help { .. }) => help::lines(width),
            Some(Layer::Zoom) | None => Vec::new(),
        }
    }

    /// What says most about the selected row, on lines of `width` columns, the weightiest first.
    #[must_use]
    pub fn brief(&self, width: u16) -> Vec<Line> {
        self.selected().map_or_else(Vec::new, |topic| reading::brief_lines(self.words(), topic, width))
    }

    /// Rows of a pane that are in sight where it has `inner` rows inside its border; a reference line takes one.
    #[must_use]
    pub fn rows_in_sight(&self, pane: usize, inner: u16) -> u16 {
        let reference = self.dataset.panes.get(pane).is_some_and(|pane| pane.reference.is_some());
        inner - u16::from(reference && inner > 2)
    }

    fn wanted(&self, pane: usize) -> u16 {
        let reference = self.dataset.panes.get(pane).is_some_and(|pane| pane.reference.is_some());
        let kind = self.dataset.panes.get(pane).map(|pane| pane.kind);
        let held =
            if kind == Some(PaneKind::Reconciliation) { self.analysis.held.len().min(MOST_HELD) } else { 0 };
        let rows = u16::try_from(self.rows(pane).len() + held).unwrap_or(u16::MAX).max(2);
        rows.saturating_add(u16::from(reference))
    }

    /// Carries out an action.
    pub fn update(&mut self, action: Action) -> Outcome {
        let before = (self.size, self.view.clone());
        match action {
            Action::Quit => return Outcome::Quit,
            Action::Suspend => return Outcome::Suspend,
            Action::Repaint => return Outcome::Repaint,
            Action::Resize(size) => {
                self.size = Size::new(size.width.min(LARGEST.width), size.height.min(LARGEST.height));
            }
            Action::Go(step) => self.go(step),
            Action::PreviousPane => self.turn(Step::Previous),
            Action::NextPane => self.turn(Step::Next),
            Action::Focus(pane) => self.focus(pane),
            Action::Open => self.open(),
            Action::Zoom => self.toggle(&Layer::Zoom),
            Action::Back => {
                self.view.layers.pop();
            }
            Action::Help => self.toggle(&Layer::Help { cursor: Cursor::default() }),
        }
        self.fit();
        if (self.size, &self.view) == (before.0, &before.1) { Outcome::Unchanged } else { Outcome::Changed }
    }

    fn go(&mut self, step: Step) {
        let (rows, height) = self.extent();
        if let Some(cursor) = self.cursor_mut() {
            *cursor = cursor.step(step, rows, height);
        }
    }

    /// To another pane; with a figure open, to another row of the pane.
    fn turn(&mut self, step: Step) {
        let panes = self.rows.len();
        match self.view.layers.last() {
            Some(Layer::Help { .. }) => {}
            Some(Layer::Reading { .. }) => {
                let rows = self.rows(self.view.focus).len();
                if let Some(cursor) = self.view.cursors.get_mut(self.view.focus) {
                    *cursor = cursor.step(step, rows, rows);
                }
                if let Some(topic) = self.selected() {
                    self.view.layers.retain(|layer| !matches!(layer, Layer::Reading { .. }));
                    self.view.layers.push(Layer::Reading { topic, cursor: Cursor::default() });
                }
            }
            Some(Layer::Zoom) | None => {
                let by = if step == Step::Next { 1 } else { panes.saturating_sub(1) };
                self.view.focus = (self.view.focus + by) % panes.max(1);
            }
        }
    }

    fn focus(&mut self, pane: usize) {
        if pane < self.rows.len() {
            self.view.layers.retain(|layer| *layer == Layer::Zoom);
            self.view.focus = pane;
        }
    }

    fn open(&mut self) {
        let topic = match self.view.layers.last() {
            Some(Layer::Help { .. }) => None,
            Some(Layer::Reading { topic, cursor }) => {
                let line = self.lines(self.text_width()).into_iter().nth(cursor.selected);
                line.and_then(|line| line.topic).filter(|next| next != topic)
            }
            Some(Layer::Zoom) | None => self.selected(),
        };
        if let Some(topic) = topic {
            self.view.layers.push(Layer::Reading { topic, cursor: Cursor::default() });
        }
    }

    /// Puts a layer on top, or takes it away where it is there already.
    fn toggle(&mut self, layer: &Layer) {
        let same = |other: &Layer| std::mem::discriminant(other) == std::mem::discriminant(layer);
        if self.view.layers.iter().any(same) {
            self.view.layers.retain(|other| !same(other));
        } else if self.view.layers.last().is_none_or(|top| *top == Layer::Zoom) || *layer != Layer::Zoom {
            self.view.layers.push(layer.clone());
        }
    }

    /// Rows, or lines, of what has the keys, and how many are in sight.
    fn extent(&self) -> (usize, usize) {
        match self.layout() {
            Layout::Text { body, .. } => {
                (self.lines(reading::text_width(body)).len(), usize::from(inside(body, false).height))
            }
            Layout::Panes(places) => {
                let focus = self.view.focus;
                let place = places.panes.iter().find(|(pane, _)| *pane == focus);
                let inner = place.map_or(0, |(_, area)| inside(*area, places.bordered).height);
                (self.rows(focus).len(), usize::from(self.rows_in_sight(focus, inner)))
            }
            Layout::TooSmall => (self.rows(self.view.focus).len(), 1),
        }
    }

    fn text_width(&self) -> u16 {
        match self.layout() {
            Layout::Text { body, .. } => reading::text_width(body),
            Layout::Panes(_) | Layout::TooSmall => 0,
        }
    }

    fn cursor_mut(&mut self) -> Option<&mut Cursor> {
        match self.view.layers.last_mut() {
            Some(Layer::Help { cursor } | Layer::Reading { cursor, .. }) => Some(cursor),
            Some(Layer::Zoom) | None => self.view.cursors.get_mut(self.view.focus),
        }
    }

    /// Fits the cursors of everything in sight to the rows that are in sight now.
    fn fit(&mut self) {
        let (rows, height) = self.extent();
        if let Some(cursor) = self.cursor_mut() {
            *cursor = cursor.fit(rows, height);
        }
        let Layout::Panes(places) = self.layout() else { return };
        for (pane, area) in places.panes {
            let height = usize::from(self.rows_in_sight(pane, inside(area, places.bordered).height));
            let rows = self.rows(pane).len();
            if let Some(cursor) = self.view.cursors.get_mut(pane) {
                *cursor = cursor.fit(rows, height);
            }
        }
    }
}
