//! Arranges rows: their order, what they are compared with, the currency, and moving from hit to hit.

use crate::analysis::Figure;
use crate::dataset::Currency;

use super::app::App;
use super::compare::distance;
use super::cursor::Move;
use super::notice::Notice;
use super::order::Sort;
use super::overlays::Overlay;
use super::view::View;

/// The maximum number of rows that a key looks at, however many the dataset has.
const MOST_COUNTED: usize = 500;

impl App {
    /// Selects the next or previous row across all panes; after the last comes the first.
    pub(super) fn select_hit(&mut self, step: Move) {
        let (focus, selected, panes) = (self.view.focus, self.view.cursor().selected, self.panes().len());
        let count = |pane: &usize| self.row_count(*pane);
        let next = if step == Move::Previous {
            let before = (1..=panes).map(|by| (focus + panes - by) % panes);
            let within = (selected > 0 && count(&focus) > 0).then(|| (focus, selected - 1));
            within.or_else(|| before.map(|pane| (pane, count(&pane))).find_map(last))
        } else {
            let within = (selected + 1 < count(&focus)).then_some((focus, selected + 1));
            let mut after = (1..=panes).map(|by| (focus + by) % panes);
            within.or_else(|| after.find(|pane| count(pane) > 0).map(|pane| (pane, 0)))
        };
        if let Some((pane, row)) = next {
            self.view.focus = pane;
            if let Some(cursor) = self.view.cursors.get_mut(pane) {
                cursor.selected = row;
            }
        }
    }

    pub(super) fn sort(&mut self, change: impl FnOnce(Sort) -> Sort) {
        if let Some(sort) = self.view.sorts.get_mut(self.view.focus) {
            *sort = change(*sort);
        }
    }

    /// Moves the focus to a pane with hits while a search is typed.
    pub(super) fn follow_hits(&mut self, before: &View) {
        let is_typed = self.is_finding() && self.view.find != before.find;
        if is_typed && self.row_count(self.view.focus) == 0 {
            let hit = (0..self.panes().len()).find(|pane| self.row_count(*pane) > 0);
            if let Some(pane) = hit {
                self.show(View { focus: pane, ..self.view.clone() });
            }
        }
    }

    /// True while a search is being typed.
    #[must_use]
    pub fn is_finding(&self) -> bool {
        matches!(self.view.overlays.last(), Some(Overlay::Find(_)))
    }

    pub(super) fn compare(&mut self) {
        let Some(figure) = self.comparable() else { return };
        let words = self.words();
        let refused = if words.number(figure).is_none() {
            Some("it has no number")
        } else {
            words.observation(figure).is_none().then_some("it is derived")
        };
        if self.view.against == Some(figure) {
            self.view.against = None;
            return;
        }
        let said = if let Some(why) = refused {
            format!("nothing is compared with this row: {why}")
        } else {
            let said = self.comparable_rows(figure);
            self.view.against = Some(figure);
            said
        };
        self.notice = Some(Notice::Said(said));
    }

    /// Reports how many rows can be compared with a figure, if few enough are shown to be counted.
    fn comparable_rows(&self, against: Figure) -> String {
        let label = self.words().label(against);
        if self.shown_count > MOST_COUNTED {
            return format!("compared with {label}");
        }
        let mut others = 0;
        let mut comparable = 0;
        for row in (0..self.panes().len()).flat_map(|pane| self.rows(pane)) {
            let Some(figure) = row.figure().filter(|figure| *figure != against) else { continue };
            others += 1;
            comparable += usize::from(distance(self.words(), against, figure).is_ok());
        }
        format!("{comparable} of {others} other rows can be compared with {label}")
    }

    pub(super) fn next_unit(&mut self) {
        // The first currency is that of most figures, so it comes last: switching to it changes least.
        let Some((first, others)) = self.model.currencies.split_first() else { return };
        let steps: Vec<Currency> = others.iter().chain([first]).copied().collect();
        let at = self.view.currency.and_then(|now| steps.iter().position(|known| *known == now));
        self.view.currency = steps.get(at.map_or(0, |at| at + 1)).copied();
        let said = self.view.currency.map_or("as published", |currency| currency.code());
        self.notice = Some(Notice::Said(format!("money: {said}")));
    }
}

/// The last row of a pane with this many.
fn last((pane, rows): (usize, usize)) -> Option<(usize, usize)> {
    Some((pane, rows.checked_sub(1)?))
}
