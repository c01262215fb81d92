//! Clicks and the wheel: finds the pane or line under the mouse.

use ratatui::layout::{Position, Rect};

use crate::dashboard::App;
use crate::dashboard::action::Action;
use crate::dashboard::cursor::Move;
use crate::dashboard::layout::{Layout, inside};

/// The part of the screen that a cell belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// A pane, and the index of the line in view; `None` for the line above them.
    Pane(usize, Option<usize>),
    /// A text at full size, and the index of the line in view; `None` for its margin.
    Text(Option<usize>),
    /// The line of tabs, with the column and the number of columns.
    Tabs(usize, usize),
    /// The finding that leads the screen.
    Lead,
}

/// The part that the cell at `at` belongs to; `None` if a click does nothing there.
#[must_use]
pub fn target(layout: &Layout, at: Position) -> Option<Target> {
    match layout {
        Layout::TooSmall => None,
        Layout::Text { body, .. } => body.contains(at).then(|| Target::Text(line(inside(*body), at))),
        Layout::Panes(places) => {
            if let Some(tabs) = places.tabs.filter(|tabs| tabs.contains(at)) {
                return Some(Target::Tabs(usize::from(at.x - tabs.x), usize::from(tabs.width)));
            }
            if places.lead.is_some_and(|lead| lead.contains(at)) {
                return Some(Target::Lead);
            }
            let (pane, area) = places.panes.iter().find(|(_, area)| area.contains(at))?;
            Some(Target::Pane(*pane, line(inside(*area), at)))
        }
    }
}

/// The number of the line of `rows` at a position.
fn line(rows: Rect, at: Position) -> Option<usize> {
    rows.contains(at).then(|| usize::from(at.y - rows.y))
}

impl App {
    /// The number of the row of a pane at a position, from the first in view.
    fn row_at(&self, pane: usize, at: Position) -> Option<usize> {
        let Layout::Panes(places) = self.layout() else { return None };
        let (_, area) = places.panes.iter().find(|(shown, _)| *shown == pane)?;
        let inner = inside(*area);
        let line = line(self.rows_area(pane, inner), at)?;
        Some(line / usize::from(self.spacing(pane, inner).pitch.max(1)))
    }

    /// Focuses the pane and selects the row in a cell.
    pub(in crate::dashboard) fn click(&mut self, at: Position) {
        match target(self.layout(), at) {
            Some(Target::Pane(pane, _)) => {
                let row = self.row_at(pane, at);
                self.view.focus = pane;
                let cursor = self.view.cursors.get_mut(pane);
                if let (Some(cursor), Some(row)) = (cursor, row) {
                    cursor.selected = cursor.top + row;
                }
            }
            Some(Target::Text(Some(line))) => {
                if let Some(cursor) = self.cursor_mut() {
                    cursor.selected = cursor.top + line;
                }
            }
            Some(Target::Tabs(column, room)) => {
                if let Some(pane) = self.tab_at(column, room) {
                    self.view.focus = pane;
                }
            }
            Some(Target::Lead) => self.open_lead(),
            Some(Target::Text(None)) | None => {}
        }
    }

    /// Moves through the rows of the pane at a cell, which gets the focus, or through the lines of the text there.
    pub(in crate::dashboard) fn wheel(&mut self, step: Move, at: Position) {
        match target(self.layout(), at) {
            Some(Target::Pane(pane, _)) => {
                self.view.focus = pane;
                self.update(Action::Go(step));
            }
            Some(Target::Text(_)) => {
                self.update(Action::Go(step));
            }
            Some(Target::Tabs(..) | Target::Lead) | None => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Size;

    use super::*;
    use crate::dashboard::layout::{InView, PaneNeeds, ScreenSpace, layout};
    use crate::dashboard::lead::LeadRows;
    use crate::dashboard::{Outcome, Overlay, Topic};

    #[test]
    fn a_cell_belongs_to_one_pane_and_line() {
        let needs = [12, 6, 4, 4, 2, 6].map(PaneNeeds::rows);
        let layout = layout(ScreenSpace::new(120, 36), InView::overview(0), LeadRows::default(), &needs);
        for (column, row, expected) in [
            (0, 0, None),
            (0, 1, Some(Target::Pane(0, None))),
            (5, 2, Some(Target::Pane(0, Some(0)))),
            (5, 4, Some(Target::Pane(0, Some(2)))),
            (60, 2, Some(Target::Pane(1, Some(0)))),
            (5, 35, None),
            (500, 500, None),
        ] {
            assert_eq!(target(&layout, Position::new(column, row)), expected, "{column}, {row}");
        }
    }

    #[test]
    fn a_click_on_a_tab_leads_to_its_pane() {
        let dataset = crate::formats::bundled().expect("the bundled dataset is right").dataset;
        for (column, pane) in [(1, 0), (15, 1), (14, 0), (31, 2), (70, 5)] {
            let mut app = App::new(dataset.clone(), Size::new(80, 24));
            app.update(Action::Click(Position::new(column, 4)));
            assert_eq!(app.view().focus, pane, "column {column} of {:?}", app.tabs(80));
        }
    }

    #[test]
    fn a_click_on_the_leading_finding_opens_it() {
        let dataset = crate::formats::bundled().expect("the bundled dataset is right").dataset;
        for (width, height) in [(40, 12), (80, 24), (120, 36)] {
            let mut app = App::new(dataset.clone(), Size::new(width, height));
            let row = u16::from(height >= 16);
            app.update(Action::Click(Position::new(10, row)));
            let open = app.view().overlays.last();
            assert!(
                matches!(open, Some(Overlay::Detail(detail)) if detail.topic == Topic::Finding(0)),
                "{width}×{height}: {open:?}"
            );
            assert_eq!(app.selected(), Some(Topic::Finding(0)), "going back leads to its row");
        }
    }

    #[test]
    fn a_click_between_the_rows_of_a_zoomed_pane_selects_the_row_above() {
        let dataset = crate::formats::bundled().expect("the bundled dataset is right").dataset;
        let mut app = App::new(dataset, Size::new(120, 36));
        app.zoom_to(1);
        for (row, selected) in [(3, 0), (5, 0), (6, 1), (11, 2)] {
            app.update(Action::Click(Position::new(20, row)));
            assert_eq!(app.view().cursor().selected, selected, "line {row}");
        }
    }

    #[test]
    fn a_click_selects_and_the_wheel_scrolls() {
        let dataset = crate::formats::bundled().expect("the bundled dataset is right").dataset;
        let mut app = App::new(dataset, Size::new(120, 36));
        assert_eq!(app.update(Action::Click(Position::new(60, 10))), Outcome::Changed);
        assert_eq!((app.view().focus, app.view().cursor().selected), (1, 2));
        assert_eq!(app.update(Action::Wheel(Move::Next, Position::new(5, 10))), Outcome::Changed);
        assert_eq!((app.view().focus, app.view().cursor().selected), (0, 1));
        assert_eq!(app.update(Action::Click(Position::new(0, 0))), Outcome::Unchanged);
        app.update(Action::Open);
        app.update(Action::Click(Position::new(10, 5)));
        assert!(
            matches!(app.view().overlays.last(), Some(Overlay::Detail(open)) if open.cursor.selected == 3)
        );
    }
}
