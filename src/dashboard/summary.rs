//! Summarises the selected row in a few lines.

use unicode_width::UnicodeWidthStr;

use super::app::App;
use super::compare::compared;
use super::text_line::{TERM_WIDTH, TextLine, wrapped};
use crate::wording::{Entry, Heading, Headline, Topic, brief};

/// With this few lines, including the headline, none may repeat what another one shows.
const FEW_LINES: u16 = 3;

/// A topic in short.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Summary {
    /// The figure or finding itself.
    pub headline: Headline,
    /// More about it, the most important first.
    pub lines: Vec<TextLine>,
}

/// From this width on, the source is named next to its words even if the header names it.
const FULL_SOURCE: u16 = 110;

/// The width of a separator between two texts of a line, `, ` or `: `.
const SEPARATOR: usize = 2;

impl App {
    /// The selected row in short, on at most `height` lines of `width` columns; empty without a row.
    ///
    /// Its trade, and marks that do not fit the headline, get a line of their own, unless there are so few lines that
    /// something more important would be left out.
    #[must_use]
    pub fn summary(&self, (width, height): (u16, u16)) -> Summary {
        let Some(topic) = self.selected() else { return Summary::default() };
        let (mut headline, entries) = brief(self.words(), topic);
        let room = usize::from(width.saturating_sub(TERM_WIDTH));
        let Headline { measured, title, marks, trades, period } = &mut headline;
        let fits = |trade: &&String| trade.width() + SEPARATOR + period.width() <= room;
        let below = trades.iter().find(fits).filter(|_| height > FEW_LINES);
        let about = below.map(|trade| Entry::new(Heading::About, format!("{trade}, {period}")));
        if about.is_some() {
            trades.clear();
        }
        let measured = measured.as_ref().map_or(0, |measured| measured.width() + SEPARATOR);
        let is_cut =
            !marks.is_empty() && measured + title.width() + SEPARATOR + marks.width() > usize::from(width);
        let marks = is_cut.then(|| Entry::new(Heading::Status, std::mem::take(marks)));
        let compared = compared(self.words(), topic, self.view.against);
        let locator = self.locator(topic).filter(|_| width < FULL_SOURCE && self.header_names_source());
        let entries = entries.map(|entry| match (entry.heading, &locator) {
            (Heading::AsPrinted, Some(locator)) => {
                Entry { text: format!("{}  {locator}", entry.text), aside: None, ..entry }
            }
            _ => entry,
        });
        let entries = about.into_iter().chain(marks).chain(compared).chain(entries);
        Summary { headline, lines: whole(entries, width, height.saturating_sub(1)) }
    }
}

impl App {
    /// The place of a published figure in its source.
    fn locator(&self, topic: Topic) -> Option<String> {
        let observation = self.words().observation(topic.figure()?)?;
        observation.locator.as_ref().map(ToString::to_string)
    }
}

/// The entries that fit into `height` lines of `width` columns, each as a whole: an entry that does not fit is replaced
/// by its brief text or left out, and all except the first are replaced as soon as they take a second line. Only the
/// first is truncated, if necessary.
fn whole(entries: impl Iterator<Item = Entry>, width: u16, height: u16) -> Vec<TextLine> {
    let height = usize::from(height);
    let mut lines: Vec<TextLine> = Vec::new();
    let mut is_left_out = false;
    for mut entry in entries {
        if lines.len() >= height {
            break;
        }
        if entry.continues && is_left_out {
            continue;
        }
        let mut own = wrapped(&entry, TERM_WIDTH, width);
        let most = if lines.is_empty() { height } else { 1 };
        if let Some(brief) = entry.brief.take().filter(|_| own.len() > most) {
            entry.text = brief;
            own = wrapped(&entry, TERM_WIDTH, width);
        }
        is_left_out = own.len() > height - lines.len() && !lines.is_empty();
        if !is_left_out {
            lines.extend(own);
        }
    }
    lines
}
