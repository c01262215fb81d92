//! The rows of the panes: from one to the next of all, in which order, compared with which, in which currency.

use super::action::Move;
use super::app::App;
use super::notice::Notice;
use super::order::Sort;
use super::view::{Layer, View};
use crate::wording::Topic;

impl App {
    /// To the next or previous row of all panes.
    pub(super) fn hit(&mut self, step: Move) {
        let rows: Vec<(usize, usize)> = (0..self.shown.len())
            .flat_map(|pane| (0..self.rows(pane).len()).map(move |row| (pane, row)))
            .collect();
        let here = (self.view.focus, self.view.cursor().selected);
        let at = rows.partition_point(|row| *row < here);
        let next = match step {
            Move::Previous => at.checked_sub(1).or(rows.len().checked_sub(1)),
            Move::Next | Move::PageUp | Move::PageDown | Move::First | Move::Last => {
                Some(if rows.get(at) == Some(&here) { at + 1 } else { at })
            }
        };
        let next = next.and_then(|next| rows.get(next).or(rows.first()));
        if let Some((pane, row)) = next.filter(|_| self.view.layers.iter().all(|layer| *layer == Layer::Zoom))
        {
            self.view.focus = *pane;
            if let Some(cursor) = self.view.cursors.get_mut(*pane) {
                cursor.selected = *row;
            }
        }
    }

    pub(super) fn sort(&mut self, change: impl FnOnce(Sort) -> Sort) {
        let sortable = self.is_sortable(self.view.focus);
        if let Some(sort) = self.view.sorts.get_mut(self.view.focus).filter(|_| sortable) {
            *sort = change(*sort);
        }
    }

    /// While what rows are found by is being typed, the focus goes where there are some.
    pub(super) fn follow_hits(&mut self, before: &View) {
        let typed = self.is_finding() && self.view.find != before.find;
        if typed && self.rows(self.view.focus).is_empty() {
            let some = (0..self.shown.len()).find(|pane| !self.rows(*pane).is_empty());
            self.view.focus = some.unwrap_or(self.view.focus);
            self.fit();
        }
    }

    /// Whether the rows of a pane have several units, so that their values have no order.
    pub(super) fn is_mixed(&self, pane: usize) -> bool {
        let words = self.words();
        let mut units = self.rows.get(pane).into_iter().flatten().filter_map(|row| match row {
            Topic::Figure(figure) => words.observation(*figure).filter(|o| o.value.is_some()).map(|o| o.unit),
            Topic::Finding(_) => None,
        });
        let first = units.next();
        first.is_none() || units.any(|unit| Some(unit) != first)
    }

    pub(super) fn compare(&mut self) {
        if let Some(figure) = self.comparable() {
            self.view.against = if self.view.against == Some(figure) { None } else { Some(figure) };
        }
    }

    pub(super) fn next_unit(&mut self) {
        let mut steps = self.currencies.clone();
        if steps.len() < 2 {
            return;
        }
        // The first is that of most figures: the others are news.
        steps.rotate_left(1);
        let at = self.view.currency.and_then(|now| steps.iter().position(|known| *known == now));
        self.view.currency = steps.get(at.map_or(0, |at| at + 1)).copied();
        let said = self.view.currency.map_or("as published", |currency| currency.code());
        self.notice = Some(Notice::Said(format!("money: {said}")));
    }
}
