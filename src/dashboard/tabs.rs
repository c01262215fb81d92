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
    /// The tabs in `room` columns, one right after the other, the same whichever pane has the focus. Of long titles only
    /// the first words are shown; where there is no room for one word of each, numbers alone. If there is no room for all
    /// numbers either, the first ones are left out until the focused one fits.
    #[must_use]
    pub fn tabs(&self, room: usize) -> Vec<Tab> {
        let mut titles: Vec<&str> = self.panes().iter().map(|pane| pane.title.as_str()).collect();
        let width = |titles: &[&str]| -> usize {
            titles.iter().enumerate().map(|(pane, title)| truncate::width(&tab(pane, title, ""))).sum()
        };
        while width(&titles) > room {
            let longest = titles
                .iter_mut()
                .max_by_key(|title| if title.contains(' ') { truncate::width(title) } else { 0 });
            match longest.and_then(|title| title.rsplit_once(' ').map(|(fewer, _)| (title, fewer))) {
                Some((title, fewer)) => *title = fewer,
                None => titles.fill(""),
            }
            if titles.iter().all(|title| title.is_empty()) {
                break;
            }
        }
        let end = if width(&titles) + titles.len() <= room { " " } else { "" };
        let widths: Vec<usize> =
            titles.iter().enumerate().map(|(pane, title)| truncate::width(&tab(pane, title, end))).collect();
        let focus = self.view().focus;
        let fits =
            |first: &usize| widths.get(*first..=focus).is_some_and(|tabs| tabs.iter().sum::<usize>() <= room);
        let first = (0..=focus).find(fits).unwrap_or(focus);
        let tabs = titles.iter().enumerate().skip(first);
        tabs.map(|(pane, title)| Tab { pane, text: tab(pane, title, end) }).collect()
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

fn tab(pane: usize, title: &str, end: &str) -> String {
    let gap = if title.is_empty() { "" } else { " " };
    format!(" {}{gap}{title}{end}", pane + 1)
}
