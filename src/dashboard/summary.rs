//! The selected row in a few lines.

use unicode_width::UnicodeWidthStr;

use super::app::App;
use super::compare::compared;
use super::text_line::{TERM_WIDTH, TextLine, wrapped};
use crate::wording::{Entry, Heading, Headline, brief};

/// With so few lines, the headline included, each is needed for what only it says.
const FEW_LINES: u16 = 3;

/// A topic in short.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Summary {
    /// The figure or finding itself.
    pub headline: Headline,
    /// More about it, the weightiest first.
    pub lines: Vec<TextLine>,
}

/// Columns between two texts of a line, `, ` or `: `.
const SEPARATOR: usize = 2;

impl App {
    /// The selected row in short, with at most `height` lines of `width` columns below the headline; empty without a
    /// row.
    ///
    /// Which trade it is about, and marks that the headline has no room for, get a line of their own, unless there are
    /// so few lines that something weightier would go without.
    #[must_use]
    pub fn summary(&self, (width, height): (u16, u16)) -> Summary {
        let Some(topic) = self.selected() else { return Summary::default() };
        let (mut headline, entries) = brief(self.words(), topic);
        let room = usize::from(width.saturating_sub(TERM_WIDTH));
        let Headline { measured, title, marks, trade, period } = &mut headline;
        let below =
            height > FEW_LINES && !trade.is_empty() && trade.width() + SEPARATOR + period.width() <= room;
        let about = below.then(|| {
            Entry::new(Heading::About, format!("{}, {}", std::mem::take(trade), std::mem::take(period)))
        });
        let measured = measured.as_ref().map_or(0, |measured| measured.width() + SEPARATOR);
        let is_cut =
            !marks.is_empty() && measured + title.width() + SEPARATOR + marks.width() > usize::from(width);
        let marks = is_cut.then(|| Entry::new(Heading::Status, std::mem::take(marks)));
        let compared = compared(self.words(), topic, self.view.against);
        let entries = about.into_iter().chain(marks).chain(compared).chain(entries);
        let lines =
            entries.flat_map(|entry| wrapped(&entry, TERM_WIDTH, width)).take(usize::from(height)).collect();
        Summary { headline, lines }
    }
}
