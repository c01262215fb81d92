//! The rows of the panes: from one to the next of all, in which order, compared with which, in which currency.

use super::action::Step;
use super::app::App;
use super::notice::Notice;
use super::order::Sort;
use super::view::Layer;
use crate::dataset::PaneKind;
use crate::wording::Topic;

impl App {
    /// To the next or previous row of all panes.
    pub(super) fn hit(&mut self, step: Step) {
        let rows: Vec<(usize, usize)> = (0..self.shown.len())
            .flat_map(|pane| (0..self.rows(pane).len()).map(move |row| (pane, row)))
            .collect();
        let here = (self.view.focus, self.view.cursor().selected);
        let at = rows.partition_point(|row| *row < here);
        let next = match step {
            Step::Previous => at.checked_sub(1).or(rows.len().checked_sub(1)),
            Step::Next | Step::PageUp | Step::PageDown | Step::First | Step::Last => {
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

    /// What the checks found has one order: by severity.
    pub(super) fn sort(&mut self, change: impl FnOnce(Sort) -> Sort) {
        let pane = self.dataset.panes.get(self.view.focus);
        if pane.is_some_and(|pane| pane.kind == PaneKind::Reconciliation) {
            return;
        }
        if let Some(sort) = self.view.sorts.get_mut(self.view.focus) {
            *sort = change(*sort);
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

    pub(super) fn pin(&mut self) {
        let topic = match self.view.layers.last() {
            Some(Layer::Reading { topic, .. }) => Some(*topic),
            _ => self.selected(),
        };
        if let Some(Topic::Figure(figure)) = topic {
            self.view.pinned = if self.view.pinned == Some(figure) { None } else { Some(figure) };
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
