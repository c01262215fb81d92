//! The names of all panes on one line, if not all panes are in view: drawing and clicks both ask where each one is.

use super::App;
use crate::text::truncate;

/// The tab of a pane: its number, and as much of its title as there is room for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tab {
    /// The pane, from 0.
    pub pane: usize,
    /// Number and title, with the blanks around them.
    pub text: String,
}

impl App {
    /// The tabs in `room` columns, one right after the other. The focused one is cut last. If there is no room for all
    /// numbers either, the first ones are left out until the focused one fits.
    #[must_use]
    pub fn tabs(&self, room: usize) -> Vec<Tab> {
        let titles: Vec<&str> = self.panes().iter().map(|pane| pane.title.as_str()).collect();
        let focus = self.view().focus;
        let number = |pane: usize| format!(" {}", pane + 1);
        let numbered = |pane: usize| number(pane).len() + 1;
        let first =
            (0..=focus).find(|first| (*first..=focus).map(numbered).sum::<usize>() <= room).unwrap_or(focus);
        let numbers: usize = (first..titles.len()).map(numbered).sum();
        let most_own = room.saturating_sub(numbers + 1);
        let own = titles.get(focus).map_or(0, |title| truncate::width(title).min(most_own) + 1);
        let widths: Vec<usize> = titles.iter().map(|title| truncate::width(title) + 1).collect();
        let others = |most: usize| {
            let others = widths.iter().enumerate().filter(|(pane, _)| *pane != focus);
            others.map(|(_, width)| (*width).min(most + 1)).sum::<usize>()
        };
        let most = (0..room).rev().find(|most| numbers + own + others(*most) <= room).unwrap_or(0);
        let tab = |(pane, title): (usize, &&str)| {
            let room = if pane == focus { most_own } else { most };
            let title = if room < 3 { String::new() } else { format!(" {}", truncate::cut(title, room)) };
            Tab { pane, text: format!("{}{title} ", number(pane)) }
        };
        titles.iter().enumerate().skip(first).map(tab).collect()
    }

    /// The pane whose tab is in this column of a line of `room` columns.
    pub(super) fn tab_at(&self, column: usize, room: usize) -> Option<usize> {
        let mut end = 0;
        let tabs = self.tabs(room).into_iter();
        tabs.map(|tab| (tab.pane, truncate::width(&tab.text))).find_map(|(pane, width)| {
            end += width;
            (column < end).then_some(pane)
        })
    }
}
