//! The names of panes on one line, if not all panes are in view. Drawing and clicks both ask this for their positions.
//!
//! ```text
//!  1 Key figures  2 Central Asia  3 Horgos Port  4–6 ›        or, with the focus on one of the others:
//!  ‹ 1–3  4 Growth leaders  5 Transport  6 Checks
//! ```

use std::ops::Range;

use super::App;
use crate::text::{capitalised, truncate};

/// Words with at most this many letters mean nothing alone.
const SHORT_WORD: usize = 3;
/// Words that link others.
const LINKING: [&str; 10] = ["of", "in", "by", "to", "for", "and", "with", "from", "over", "into"];
/// No line has the tabs of more panes than this, and it begins at a multiple of it or where the one before ends.
const MOST_ON_LINE: usize = 16;

/// The tab of a pane, or of the panes before or after those on the line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tab {
    /// The pane that it leads to, from 0.
    pub pane: usize,
    /// Number and title, with the blanks around them.
    pub text: String,
}

impl App {
    /// The tabs in `room` columns. Long titles lose some of their words; where not even so all fit, there are several
    /// lines, of which that with the focused pane is shown.
    #[must_use]
    pub fn tabs(&self, room: usize) -> Vec<Tab> {
        let line = self.line_of_tabs(room);
        let (before, after) = self.around(&line);
        let left = room.saturating_sub(width(&before) + width(&after));
        let titles = self.titles(&line, left);
        let named = line.clone().zip(titles).map(|(pane, title)| self.named(pane, title));
        let named = self.with_findings(named.collect(), left);
        let before = Some(Tab { pane: line.start.saturating_sub(1), text: before });
        let after = Some(Tab { pane: line.end, text: after });
        let is_drawn = |tab: &Tab| !tab.text.is_empty();
        before.into_iter().filter(is_drawn).chain(named).chain(after.into_iter().filter(is_drawn)).collect()
    }

    /// The same with what the checks found behind the last tab, if it is theirs and there is room: nobody would look for a
    /// second contradiction behind a bare name.
    fn with_findings(&self, mut tabs: Vec<Tab>, room: usize) -> Vec<Tab> {
        let used: usize = tabs.iter().map(|tab| width(&tab.text)).sum();
        let last = self.panes().len().checked_sub(1);
        let tab = tabs.last_mut().filter(|tab| self.findings_pane() == last && Some(tab.pane) == last);
        if let Some(tab) = tab {
            let found = self.count(tab.pane).trim_start_matches(" · ");
            let graver = found.rsplit_once(", ").map_or("", |(graver, _)| graver);
            let fits = |text: &&str| !text.is_empty() && used + width(text) + 2 <= room;
            if let Some(text) = [found, graver].into_iter().find(fits) {
                tab.text = format!("{}: {text} ", tab.text.trim_end());
            }
        }
        tabs
    }

    /// The panes on the line with the focused one. Lines do not depend on the focus, so that tabs stay in place.
    fn line_of_tabs(&self, room: usize) -> Range<usize> {
        let focus = self.view().focus;
        let mut line = focus - focus % MOST_ON_LINE..0;
        loop {
            line.end = self.end_of_line(line.start, room);
            if focus < line.end || line.end >= self.panes().len() {
                return line;
            }
            line.start = line.end;
        }
    }

    /// The end of a line of tabs: as many as fit with their shortest titles, and at least one.
    fn end_of_line(&self, start: usize, room: usize) -> usize {
        let last = (start - start % MOST_ON_LINE + MOST_ON_LINE).min(self.panes().len());
        let fits = |end: &usize| {
            let (before, after) = self.around(&(start..*end));
            let tabs = (start..*end).map(|pane| width(&self.named(pane, self.shortest(pane)).text));
            tabs.sum::<usize>() + width(&before) + width(&after) <= room
        };
        (start + 1..=last).rev().find(fits).unwrap_or(start + 1)
    }

    /// The texts before and after a line for the panes that are not on it.
    fn around(&self, line: &Range<usize>) -> (String, String) {
        let numbers = |panes: Range<usize>| match (self.pane_number(panes.start), panes.len()) {
            (first, 1) => first.to_string(),
            (first, _) => format!("{first}–{}", self.pane_number(panes.end - 1)),
        };
        let (before, after) = (0..line.start, line.end..self.panes().len());
        let or_nothing = |panes: Range<usize>, text: &dyn Fn(String) -> String| {
            if panes.is_empty() { String::new() } else { text(numbers(panes)) }
        };
        (
            or_nothing(before, &|numbers| format!(" ‹ {numbers} ")),
            or_nothing(after, &|numbers| format!(" {numbers} › ")),
        )
    }

    /// The titles of these panes, the longest ones with fewer words, so that all tabs fit if they can. A title that is
    /// too long for the line in all its forms is left to the heading of the pane.
    fn titles(&self, line: &Range<usize>, room: usize) -> Vec<&str> {
        let full = line.clone().filter_map(|pane| self.panes().get(pane));
        let mut titles: Vec<&str> = full.map(|pane| pane.title.as_str()).collect();
        let wide = |pane: usize, title: &str| width(&self.named(pane, title).text);
        let all =
            |titles: &[&str]| line.clone().zip(titles).map(|(pane, title)| wide(pane, title)).sum::<usize>();
        while all(&titles) > room {
            let forms =
                line.clone().zip(&titles).map(|(pane, title)| (title.len(), self.shorter(pane, title)));
            let longest = forms
                .enumerate()
                .filter(|(_, (_, fewer))| !fewer.is_empty())
                .max_by_key(|(_, (long, _))| *long);
            match longest {
                Some((at, (_, fewer))) => titles[at] = fewer,
                None => {
                    return titles.into_iter().map(|title| if line.len() > 1 { title } else { "" }).collect();
                }
            }
        }
        titles
    }

    /// The shortest form of a title that tells it apart.
    fn shortest(&self, pane: usize) -> &str {
        let title = self.panes().get(pane).map_or("", |pane| pane.title.as_str());
        let forms = std::iter::successors(Some(title), |shown| {
            Some(self.shorter(pane, shown)).filter(|fewer| !fewer.is_empty())
        });
        forms.last().unwrap_or(title)
    }

    /// A shorter form of a title than the one that is shown, which begins no other title nearby; empty if there is none.
    fn shorter<'t>(&self, pane: usize, shown: &'t str) -> &'t str {
        let fewer = fewer_words(shown);
        let start = pane - pane % MOST_ON_LINE;
        let mut others = self.panes().iter().enumerate().skip(start).take(MOST_ON_LINE);
        if others.any(|(at, other)| at != pane && other.title.starts_with(fewer)) { "" } else { fewer }
    }

    fn named(&self, pane: usize, title: &str) -> Tab {
        let gap = if title.is_empty() { "" } else { " " };
        Tab { pane, text: format!(" {}{gap}{} ", self.pane_number(pane), capitalised(title)) }
    }

    /// The pane whose tab is in this column of a line of `room` columns.
    pub(super) fn tab_at(&self, column: usize, room: usize) -> Option<usize> {
        let mut end = 0;
        self.tabs(room).into_iter().find_map(|tab| {
            end += width(&tab.text);
            (column < end).then_some(tab.pane)
        })
    }
}

fn width(text: &str) -> usize {
    truncate::width(text)
}

/// The first words of a title without its last; empty if there are none. A name stays whole, and no form ends with a
/// word that links or says nothing alone: `Central Asia partners` and `Central Asia`, but only `Key figures`.
fn fewer_words(shown: &str) -> &str {
    let Some((mut fewer, mut next)) = shown.rsplit_once(' ') else { return "" };
    loop {
        let last = last_word(fewer);
        let is_open = is_dependent(last) || is_name(last) && is_name(next);
        if !is_open {
            return fewer.trim_end_matches([',', ';', ':']);
        }
        match fewer.rsplit_once(' ') {
            Some((before, word)) => (fewer, next) = (before, word),
            None => return "",
        }
    }
}

fn last_word(text: &str) -> &str {
    text.rsplit_once(' ').map_or(text, |(_, last)| last)
}

/// True for a word that means nothing without the next.
fn is_dependent(word: &str) -> bool {
    word.chars().count() <= SHORT_WORD || LINKING.iter().any(|linking| linking.eq_ignore_ascii_case(word))
}

fn is_name(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Size;

    use super::*;

    #[test]
    fn shorter_titles_are_whole() {
        for (title, expected) in [
            ("Central Asia partners", &["Central Asia"][..]),
            ("Key figures", &[]),
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
                Some(fewer_words(shown)).filter(|fewer| !fewer.is_empty())
            });
            assert_eq!(forms.skip(1).collect::<Vec<_>>(), expected, "{title}");
        }
    }

    /// An app whose panes have these titles, with the focus on one of them.
    fn titled(titles: &[String], focus: usize) -> App {
        let mut dataset = crate::formats::bundled().expect("the bundled dataset is right").dataset;
        let pane = dataset.panes[0].clone();
        dataset.panes = titles
            .iter()
            .map(|title| crate::dataset::Pane { title: title.as_str().into(), ..pane.clone() })
            .collect();
        let mut app = App::new(dataset, Size::new(80, 24));
        app.view.focus = focus;
        app
    }

    fn line(app: &App, room: usize) -> String {
        app.tabs(room).into_iter().map(|tab| tab.text).collect()
    }

    #[test]
    fn what_does_not_fit_is_on_another_line() {
        let titles = ["Timber", "Fish and shellfish", "Machines", "Fish oil", "Paper"].map(str::to_owned);
        for (room, focus, expected) in [
            (80, 0, " 1 Timber  2 Fish and shellfish  3 Machines  4 Fish oil  5 Paper "),
            (50, 0, " 1 Timber  2 Fish and shellfish  3–5 › "),
            (50, 1, " 1 Timber  2 Fish and shellfish  3–5 › "),
            (50, 4, " ‹ 1–2  3 Machines  4 Fish oil  5 Paper "),
            (14, 2, " ‹ 1–2  3  4–5 › "),
        ] {
            assert_eq!(line(&titled(&titles, focus), room), expected, "{room} columns, pane {focus}");
        }
    }

    #[test]
    fn every_pane_is_on_the_line_that_its_focus_shows() {
        let titles: Vec<String> = (0..40).map(|at| format!("Harbour {}", "x".repeat(at % 7))).collect();
        for focus in 0..titles.len() {
            let app = titled(&titles, focus);
            for room in [36, 40, 60, 80, 100] {
                let tabs = app.tabs(room);
                let own = tabs.iter().find(|tab| tab.pane == focus);
                assert!(own.is_some_and(|tab| tab.text.contains("Harbour")), "{focus} in {room}: {tabs:?}");
                assert!(width(&line(&app, room)) <= room, "{focus} in {room}: {tabs:?}");
            }
        }
    }
}
