//! The names of all panes on one line, if not all panes are in view. Drawing and clicks both ask this for their
//! positions.

use super::App;
use crate::text::{capitalised, truncate};

/// Words with at most this many letters mean nothing alone.
const SHORT_WORD: usize = 3;

/// The tab of a pane: its number, and as much of its title as fits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tab {
    /// The pane, from 0.
    pub pane: usize,
    /// Number and title, with the blanks around them.
    pub text: String,
}

impl App {
    /// The tabs in `room` columns, next to each other, the same whichever pane has the focus. Long titles lose some of
    /// their words; if not even one word of each fits, only numbers are shown. If the numbers do not fit either, the
    /// first ones are left out until the focused one fits.
    #[must_use]
    pub fn tabs(&self, room: usize) -> Vec<Tab> {
        let titles = self.shortened(room);
        let used: usize = titles.iter().enumerate().map(|(pane, title)| self.width(pane, title)).sum();
        let end = if used + titles.len() <= room { " " } else { "" };
        let focus = self.view().focus;
        // Backwards from the focused one, as many as fit.
        let ends = (0..=focus.min(titles.len().saturating_sub(1))).rev().scan(0, |used, pane| {
            *used += self.width(pane, titles.get(pane)?) + end.len();
            Some((pane, *used))
        });
        let first = ends.take_while(|(_, used)| *used <= room).last().map_or(focus, |(pane, _)| pane);
        let tabs = titles.iter().enumerate().skip(first);
        tabs.map(|(pane, title)| Tab { pane, text: tab(self.pane_number(pane), title, end) }).collect()
    }

    /// The titles, the longest ones with fewer words, so that all tabs fit; all empty if not even one word of each
    /// fits.
    fn shortened(&self, room: usize) -> Vec<&str> {
        let panes = self.panes();
        let none = || vec![""; panes.len()];
        // From here on there are no more panes than columns, however many the dataset has.
        if (0..panes.len()).map(|pane| self.width(pane, "")).sum::<usize>() > room {
            return none();
        }
        let mut titles: Vec<(&str, usize)> =
            panes.iter().map(|pane| (pane.title.as_str(), truncate::width(&pane.title))).collect();
        let mut used: usize =
            titles.iter().enumerate().map(|(pane, (title, _))| self.width(pane, title)).sum();
        while used > room {
            let longest =
                titles.iter_mut().filter(|(title, _)| title.contains(' ')).max_by_key(|(_, width)| *width);
            let Some((title, wide)) = longest else { return none() };
            let fewer = drop_last_word(title);
            let narrow = truncate::width(fewer);
            used -= *wide - narrow + usize::from(fewer.is_empty());
            (*title, *wide) = (fewer, narrow);
        }
        titles.into_iter().map(|(title, _)| title).collect()
    }

    /// The width of a tab without the blank at its end.
    fn width(&self, pane: usize, title: &str) -> usize {
        let digits = self.pane_number(pane).checked_ilog10().unwrap_or(0);
        let number = 2 + usize::try_from(digits).unwrap_or(0);
        number + if title.is_empty() { 0 } else { 1 + truncate::width(title) }
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

/// The title without its last word, and without `of` or `the` before that. `Key` says nothing without `figures`, so of
/// such a title the last word stays.
fn drop_last_word(title: &str) -> &str {
    let is_short = |word: &str| word.chars().count() <= SHORT_WORD;
    let Some((mut fewer, last)) = title.rsplit_once(' ') else { return "" };
    while let Some((before, _)) = fewer.rsplit_once(' ').filter(|(_, last)| is_short(last)) {
        fewer = before;
    }
    if is_short(fewer) { last } else { fewer }
}

fn tab(number: usize, title: &str, end: &str) -> String {
    let gap = if title.is_empty() { "" } else { " " };
    format!(" {number}{gap}{}{end}", capitalised(title))
}
