//! After every change: the rows that are shown, and cursors that fit them.

use super::app::App;
use super::cursor::Cursor;
use super::layout::{Layout, inside};
use super::order::ordered;
use super::overlays::Haystack;
use super::overlays::detail;
use super::view::{Layer, View};
use crate::wording::{Topic, Words};

impl App {
    /// After a change of what is looked at: shows the right rows, keeps the selected ones, fits the cursors.
    pub(super) fn refresh(&mut self, before: &View) {
        if self.view.find != before.find || self.view.sorts != before.sorts {
            self.reorder();
        }
        self.fit();
    }

    fn reorder(&mut self) {
        let words = Words::new(&self.dataset, &self.analysis);
        let Self { rows, haystack, view, .. } = self;
        let haystack =
            (!view.find.is_empty()).then(|| haystack.get_or_insert_with(|| Haystack::new(words, rows)));
        let found = |pane: usize| match &haystack {
            Some(haystack) => haystack.found(pane, &rows[pane], &view.find),
            None => rows[pane].clone(),
        };
        let shown: Vec<Vec<Topic>> = (0..rows.len())
            .map(|pane| ordered(words, found(pane), view.sorts.get(pane).copied().unwrap_or_default()))
            .collect();
        for ((cursor, old), new) in self.view.cursors.iter_mut().zip(&self.shown).zip(&shown) {
            let topic = old.get(cursor.selected);
            cursor.selected = topic.and_then(|topic| new.iter().position(|row| row == topic)).unwrap_or(0);
        }
        self.shown = shown;
    }

    /// Rows, or lines, of what has the keys, and how many are in sight.
    pub(super) fn extent(&self) -> (usize, usize) {
        match self.layout() {
            Layout::Text { body, .. } => {
                (self.lines(detail::text_width(body)).len(), usize::from(inside(body, false).height))
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

    pub(super) fn text_width(&self) -> u16 {
        match self.layout() {
            Layout::Text { body, .. } => detail::text_width(body),
            Layout::Panes(_) | Layout::TooSmall => 0,
        }
    }

    pub(super) fn cursor_mut(&mut self) -> Option<&mut Cursor> {
        match self.view.layers.last_mut() {
            Some(
                Layer::Help { cursor }
                | Layer::Detail { cursor, .. }
                | Layer::Palette { cursor, .. }
                | Layer::Address { cursor },
            ) => Some(cursor),
            Some(Layer::Export { .. }) => None,
            Some(Layer::Zoom | Layer::Find { .. }) | None => self.view.cursors.get_mut(self.view.focus),
        }
    }

    /// Fits the cursors of everything in sight to the rows that are in sight now.
    pub(super) fn fit(&mut self) {
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
