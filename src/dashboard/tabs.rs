//! The names of all panes on one line, if not all panes are in view. Drawing and clicks both ask this for their
//! positions.

use super::App;
use crate::text::{capitalised, truncate};

/// Words with at most this many letters mean nothing alone.
const SHORT_WORD: usize = 3;
/// Words that link others.
const LINKING: [&str; 10] = ["of", "in", "by", "to", "for", "and", "with", "from", "over", "into"];
/// With more than one tab of so many that is only a number, all are.
const MOST_BARE: usize = 4;

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
    /// their words, and all of them if none of their forms fits; if many do, only numbers are shown. If the numbers do
    /// not fit either, the first ones are left out until the focused one fits.
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

    /// The titles, the longest ones with fewer words, so that all tabs fit; all empty if many of them would be.
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
            let longest = titles.iter_mut().enumerate().max_by_key(|(_, (_, width))| *width);
            let Some((pane, (shown, wide))) = longest.filter(|(_, (shown, _))| !shown.is_empty()) else {
                return none();
            };
            let fewer = fewer_words(&panes[pane].title, shown);
            let narrow = truncate::width(fewer);
            used -= *wide - narrow + usize::from(fewer.is_empty());
            (*shown, *wide) = (fewer, narrow);
        }
        if titles.iter().filter(|(title, _)| title.is_empty()).count() * MOST_BARE > titles.len() {
            return none();
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

/// A shorter form of a title than the one that is shown, its first words or its last one; empty if there is none. A name
/// stays whole, and no form ends with a word that links or says nothing alone: `Central Asia partners`, `Central Asia`,
/// `partners`, and of `Key figures` only `figures`.
fn fewer_words<'t>(title: &'t str, shown: &'t str) -> &'t str {
    let Some((mut fewer, mut next)) = shown.rsplit_once(' ') else { return "" };
    loop {
        let last = last_word(fewer);
        let is_open = is_dependent(last) || is_name(last) && is_name(next);
        if !is_open {
            return fewer.trim_end_matches([',', ';', ':']);
        }
        match fewer.rsplit_once(' ') {
            Some((before, word)) => (fewer, next) = (before, word),
            None => break,
        }
    }
    // What stands behind a word that links is not what the title is about.
    let last = title.rsplit_once(' ').filter(|(before, last)| {
        let is_linked = before.split(' ').any(is_linking);
        let is_of_name = is_name(last_word(before)) && is_name(last);
        !is_linked && !is_of_name && truncate::width(last) < truncate::width(shown)
    });
    last.map_or("", |(_, last)| last)
}

fn last_word(text: &str) -> &str {
    text.rsplit_once(' ').map_or(text, |(_, last)| last)
}

/// True for a word that means nothing without the next.
fn is_dependent(word: &str) -> bool {
    word.chars().count() <= SHORT_WORD || is_linking(word)
}

fn is_linking(word: &str) -> bool {
    LINKING.iter().any(|linking| linking.eq_ignore_ascii_case(word))
}

fn is_name(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

fn tab(number: usize, title: &str, end: &str) -> String {
    let gap = if title.is_empty() { "" } else { " " };
    format!(" {number}{gap}{}{end}", capitalised(title))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shorter_titles_are_whole() {
        for (title, expected) in [
            ("Central Asia partners", &["Central Asia", "partners"][..]),
            ("Key figures", &["figures"]),
            ("Growth leaders", &["Growth"]),
            ("Imports of the South Caucasus", &["Imports"]),
            ("Rail freight with Viet Nam", &["Rail freight", "Rail"]),
            ("Oil sold to refineries", &["Oil sold"]),
            ("Key figures of 2019", &["Key figures"]),
            ("Exports, by month", &["Exports"]),
            ("Over time", &[]),
            ("Puerto Rico", &[]),
            ("Checks", &[]),
        ] {
            let forms = std::iter::successors(Some(title), |shown| {
                Some(fewer_words(title, shown)).filter(|fewer| !fewer.is_empty())
            });
            assert_eq!(forms.skip(1).collect::<Vec<_>>(), expected, "{title}");
        }
    }
}
