//! Runs after every change: updates the rows that are shown, the layout, and the cursors.

use std::sync::Arc;

use ratatui::layout::Size;

use super::app::App;
use super::appearance::Appearance;
use super::cursor::{Cursor, Move};
use super::layout::{InView, LONG_LINES, Layout, PaneNeeds, Scope, ScreenSpace, TALL, inside, layout};
use super::lead::LeadRows;
use super::order::ordered;
use super::overlays::{Overlay, OverlayRules};
use super::text_line::{TextLine, text_width};
use super::view::View;
use crate::wording::{fitting_meaning, meanings};

/// The lines of the overlay that covers the panes, and what they were made from.
#[derive(Debug, Clone)]
pub struct OpenText {
    view: View,
    appearance: Appearance,
    width: u16,
    lines: Arc<[TextLine]>,
}

/// Lines of the figures that stand out: names, and numbers.
const FACT_ROWS: u16 = 2;

/// Columns before the meanings of marks: a margin, and the marks.
pub const BEFORE_MEANINGS: u16 = 18;
/// The least and the most columns of the meaning of a mark.
const LEAST_MEANING: usize = 30;
const MOST_MEANING: usize = 60;
/// With more observations, what marks mean is left to the help: all would be looked at after each key.
const FEW_OBSERVATIONS: usize = 1000;

impl App {
    /// Updates everything that depends on the view; called after each change of it.
    pub(super) fn refresh(&mut self, before: &View) {
        self.reorder(before);
        self.reopen();
        self.layout = self.arranged();
        self.rewrap();
        self.keep_cursors_in_range();
    }

    /// Takes a new size, which moves the rows of panes behind a text, too, and the lines of a text behind another: an
    /// address that leads back without what covers them names them.
    pub(super) fn resize(&mut self, size: Size) {
        self.size = size;
        let overlays = std::mem::take(&mut self.view.overlays);
        for overlay in std::iter::once(None).chain(overlays.into_iter().map(Some)) {
            self.view.overlays.extend(overlay);
            self.layout = self.arranged();
            self.rewrap();
            self.keep_cursors_in_range();
        }
    }

    /// The lines of the overlay that covers the panes; empty if none does.
    #[must_use]
    pub fn lines(&self) -> &[TextLine] {
        self.text.as_ref().map_or(&[], |text| &text.lines)
    }

    /// Filters and sorts again, in the panes whose rows may differ; the selected rows stay selected.
    fn reorder(&mut self, before: &View) {
        let found_anew = self.view.find != before.find;
        if !found_anew && self.view.sorts == before.sorts {
            return;
        }
        for pane in 0..self.shown.len() {
            let sort = self.view.sorts.get(pane).copied().unwrap_or_default();
            if !found_anew && before.sorts.get(pane) == Some(&sort) {
                continue;
            }
            self.order_pane(pane);
        }
    }

    /// Filters and sorts the rows of a pane again; the selected row stays selected.
    pub(super) fn order_pane(&mut self, pane: usize) {
        let Some(all) = self.model.panes.get(pane).map(|pane| &pane.rows) else { return };
        let found = if self.view.find.is_empty() {
            Arc::clone(all)
        } else {
            self.model.haystack().found(pane, all, &self.view.find).into()
        };
        let sort = self.view.sorts.get(pane).copied().unwrap_or_default();
        let shown = ordered(self.model.words(), found, sort);
        if let Some(cursor) = self.view.cursors.get_mut(pane) {
            let topic = self.shown[pane].get(cursor.selected);
            cursor.selected = topic.and_then(|topic| shown.iter().position(|row| row == topic)).unwrap_or(0);
        }
        self.shown[pane] = shown;
        self.shown_count = self.shown.iter().map(|rows| rows.len()).sum();
    }

    fn arranged(&self) -> Layout {
        let covers = self.view.overlays.iter().any(|overlay| overlay.rules().covers_panes());
        let scope = match (covers, self.view.zoomed) {
            (true, _) => Scope::Text,
            (false, true) => Scope::Zoom,
            (false, false) => Scope::Overview,
        };
        let mut needs: Vec<PaneNeeds> = self.model.panes.iter().map(|pane| pane.needs).collect();
        if self.staging.is_some() {
            // A talk reveals rows one by one, and so has no slopes.
            for needs in &mut needs {
                needs.further = 0;
            }
        }
        let lead = match scope {
            Scope::Overview if self.staging.is_some() => LeadRows::default(),
            Scope::Overview => {
                let lead = self.lead().map(|lead| lead.rows(self.size.width)).unwrap_or_default();
                let facts = if self.facts().is_some() { FACT_ROWS } else { 0 };
                let lines = |lines: usize| u16::try_from(lines).unwrap_or(u16::MAX);
                let has_room = self.size.height >= TALL && self.size.width >= LONG_LINES;
                let consequences = if has_room { lines(self.consequences().len()) } else { 0 };
                let is_small = self.words().dataset.observations.len() <= FEW_OBSERVATIONS;
                let marks = if has_room && is_small { self.room_for_marks() } else { (0, 0) };
                LeadRows { consequences, facts, marks, ..lead }
            }
            Scope::Zoom => LeadRows::default(),
            Scope::Text => {
                let picture = self.open_finding().and_then(|lead| lead.picture.as_ref());
                let picture = picture.map_or(0, |picture| 2 + picture.parts.len());
                LeadRows {
                    sentence: 1,
                    picture: u16::try_from(picture).unwrap_or(u16::MAX),
                    ..LeadRows::default()
                }
            }
        };
        let above = self.staging.as_ref().map_or(0, |staging| staging.above);
        let lead = LeadRows { header: self.more_header(), ..lead };
        layout(ScreenSpace { size: self.size, above }, InView { scope, focus: self.view.focus }, lead, &needs)
    }

    /// Lines of the meanings of marks, and the columns that they need at least.
    fn room_for_marks(&self) -> (u16, u16) {
        let number = |number: usize| u16::try_from(number).unwrap_or(u16::MAX);
        let lines = meanings(self.words()).count();
        let fits =
            |room: &usize| meanings(self.words()).all(|(_, text)| fitting_meaning(text, *room).is_some());
        let room = (LEAST_MEANING..=MOST_MEANING).find(fits).unwrap_or(MOST_MEANING);
        (number(lines), number(room).saturating_add(BEFORE_MEANINGS))
    }

    /// Wraps the overlay that covers the panes, unless nothing has changed: scrolling costs nothing.
    fn rewrap(&mut self) {
        let (Layout::Text { body, .. }, Some(overlay)) = (&self.layout, self.view.overlays.last()) else {
            self.text = None;
            return;
        };
        let width = text_width(*body);
        let mut view = self.view.clone();
        if let Some(cursor) = view.overlays.last_mut().and_then(|overlay| overlay.rules_mut().cursor_mut()) {
            *cursor = Cursor::default();
        }
        let is_same =
            |text: &OpenText| text.width == width && text.appearance == self.appearance && text.view == view;
        if !self.text.as_ref().is_some_and(is_same) {
            let lines = overlay.rules().lines(self, width).into();
            self.text = Some(OpenText { view, appearance: self.appearance, width, lines });
        }
    }

    /// The overlay that the movement keys go to; `None` if they go to the panes.
    fn scrolled(&self) -> Option<&dyn OverlayRules> {
        self.view.overlays.last().map(Overlay::rules).filter(|rules| rules.covers_panes())
    }

    /// The number of rows or lines that the movement keys move through, and the number of them in view.
    pub(super) fn extent(&self) -> (usize, usize) {
        match (self.scrolled(), &self.layout) {
            (Some(_), Layout::Text { body, .. }) => (self.lines().len(), usize::from(inside(*body).height)),
            (Some(_), Layout::Panes(_) | Layout::TooSmall) => (0, 1),
            (None, _) => (self.row_count(self.view.focus), self.height_of(self.view.focus)),
        }
    }

    /// The number of rows of a pane that are in view; at least one.
    pub(super) fn height_of(&self, pane: usize) -> usize {
        let Layout::Panes(areas) = &self.layout else { return 1 };
        let area = areas.panes.iter().find(|(shown, _)| *shown == pane).map(|(_, area)| *area);
        let height = area.map_or(0, |area| self.spacing(pane, inside(area)).rows);
        usize::from(height).max(1)
    }

    /// The cursor that `step` would move, before and after.
    pub(super) fn stepped(&self, step: Move) -> Option<(Cursor, Cursor)> {
        let (rows, height) = self.extent();
        let (cursor, selects) = match self.scrolled() {
            Some(rules) => (rules.cursor()?, rules.selects_lines()),
            None => (self.view.cursor(), true),
        };
        let after = if selects { cursor.step(step, rows, height) } else { cursor.scroll(step, rows, height) };
        Some((cursor, after))
    }

    /// The cursor that the movement keys move.
    pub(super) fn cursor_mut(&mut self) -> Option<&mut Cursor> {
        if self.scrolled().is_none() {
            return self.view.cursors.get_mut(self.view.focus);
        }
        self.view.overlays.last_mut().and_then(|overlay| overlay.rules_mut().cursor_mut())
    }

    /// Moves all cursors in view to valid positions.
    pub(super) fn keep_cursors_in_range(&mut self) {
        let (rows, height) = self.extent();
        // While there is no room for its lines, an open text keeps its position.
        let has_lines = self.scrolled().is_none() || matches!(self.layout, Layout::Text { .. });
        let selects = self.scrolled().is_none_or(OverlayRules::selects_lines);
        if let Some(cursor) = self.cursor_mut().filter(|_| has_lines) {
            *cursor = if selects { cursor.clamp(rows, height) } else { cursor.clamp_scrolled(rows, height) };
        }
        let Layout::Panes(areas) = &self.layout else { return };
        let panes: Vec<usize> = areas.panes.iter().map(|(pane, _)| *pane).collect();
        for pane in panes {
            let (rows, height) = (self.row_count(pane), self.height_of(pane));
            if let Some(cursor) = self.view.cursors.get_mut(pane) {
                *cursor = cursor.clamp(rows, height);
            }
        }
    }
}
