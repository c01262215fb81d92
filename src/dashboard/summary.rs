//! Summarises the selected row in a few lines.

use ratatui::layout::Size;
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

/// From this width on, the trade stands in the headline.
const WIDE: u16 = 110;

/// The width of a separator between two texts of a line, `, ` or `: `.
const SEPARATOR: usize = 2;

/// With more columns of text, notes, bounds and what follows are left out: each column costs about a byte when the
/// selection moves.
const MOST_TEXT: usize = 180;
/// The same after a verdict that is not short: those of neighbouring rows differ, so they cost bytes, too.
const MOST_TEXT_WITH_REASONS: usize = 106;
/// A longer verdict says more than that a figure may be quoted.
const SHORT_VERDICT: usize = 60;
/// A longer verdict is replaced by its brief text.
const LONG_VERDICT: usize = 82;

/// Stands between figures on one line.
const BETWEEN: &str = " · ";

impl App {
    /// The selected row in short, on as many lines of this width as there is room for; empty without a row.
    ///
    /// Its trade gets a line of its own if the screen is narrow, and so do marks that do not fit the headline, unless
    /// there are so few lines that something more important would be left out.
    #[must_use]
    pub fn summary(&self, room: Size) -> Summary {
        let Some(topic) = self.selected() else { return Summary::default() };
        let (mut headline, entries) = brief(self.words(), topic);
        let about = own_line(&mut headline, room).map(|about| Entry::new(Heading::About, about));
        let marks = cut_marks(&mut headline, room.width).map(|marks| Entry::new(Heading::Status, marks));
        let compared = compared(self.words(), topic, self.view.against);
        let locator = self.locator(topic).filter(|_| self.header_names_source());
        let entries = entries.map(|entry| match (entry.heading, &locator) {
            (Heading::AsPrinted, Some(locator)) => {
                Entry { text: format!("{}  {locator}", entry.text), aside: None, ..entry }
            }
            _ => entry,
        });
        let entries = about.into_iter().chain(marks).chain(compared).chain(entries);
        Summary { headline, lines: whole(entries, Size { height: room.height.saturating_sub(1), ..room }) }
    }

    /// True if the header names the only source, or in a talk the title of each pane.
    #[must_use]
    pub(crate) fn has_source_above(&self) -> bool {
        self.header_names_source() || self.staging.is_some() && self.model.has_one_publisher
    }

    /// The place of a published figure in its source.
    fn locator(&self, topic: Topic) -> Option<String> {
        let observation = self.words().observation(topic.figure()?)?;
        observation.locator.as_ref().map(ToString::to_string)
    }
}

/// Takes the trade out of a headline that has no room for it, with its period, if there is a line for it.
fn own_line(headline: &mut Headline, room: Size) -> Option<String> {
    let Headline { measured, title, marks, trades, period } = headline;
    let wide = |trade: &String| trade.width() + SEPARATOR + period.width();
    let measured = measured.as_ref().map_or(0, |measured| measured.width() + SEPARATOR);
    let used = measured + title.width() + SEPARATOR + marks.width() + SEPARATOR;
    let shortest = trades.last().map_or(0, wide);
    if room.height <= FEW_LINES || room.width >= WIDE && used + shortest <= usize::from(room.width) {
        return None;
    }
    let fits = |trade: &&String| wide(trade) <= usize::from(room.width.saturating_sub(TERM_WIDTH));
    let about = trades.iter().find(fits).map(|trade| format!("{trade}, {period}"))?;
    trades.clear();
    Some(about)
}

/// Takes the marks out of a headline in which they would be cut.
fn cut_marks(headline: &mut Headline, width: u16) -> Option<String> {
    let Headline { measured, title, marks, .. } = headline;
    let measured = measured.as_ref().map_or(0, |measured| measured.width() + SEPARATOR);
    let is_cut = measured + title.width() + SEPARATOR + marks.width() > usize::from(width);
    (!marks.is_empty() && is_cut).then(|| std::mem::take(marks))
}

/// The entries that fit into lines of this width, each as a whole: an entry that does not fit is replaced by its brief
/// text or left out, and all except the first are replaced as soon as they take a second line. Only the first is
/// truncated, if necessary. Figures that follow share a line.
fn whole(entries: impl Iterator<Item = Entry>, room: Size) -> Vec<TextLine> {
    let (width, height) = (room.width, usize::from(room.height));
    let mut lines: Vec<TextLine> = Vec::new();
    let mut is_left_out = false;
    let (mut text, mut most_text) = (0, MOST_TEXT);
    for mut entry in entries {
        if entry.continues && entry.heading == Heading::LeadsTo {
            let Some(line) = lines.last_mut().filter(|_| !is_left_out) else { break };
            let more = BETWEEN.width() + entry.text.width();
            let wide = line.text.width() + more;
            if wide > usize::from(width.saturating_sub(TERM_WIDTH)) || text + more > most_text {
                break;
            }
            text += more;
            line.text += BETWEEN;
            line.text += &entry.text;
            continue;
        }
        if lines.len() >= height {
            break;
        }
        if entry.continues && is_left_out {
            continue;
        }
        if entry.heading == Heading::Verdict && entry.text.width() > SHORT_VERDICT {
            most_text = MOST_TEXT_WITH_REASONS;
        }
        let mut own = wrapped(&entry, TERM_WIDTH, width);
        let most = if lines.is_empty() { height } else { 1 };
        let is_long_verdict = entry.heading == Heading::Verdict && entry.text.width() > LONG_VERDICT;
        if let Some(brief) = entry.brief.take().filter(|_| own.len() > most || is_long_verdict) {
            entry.text = brief;
            own = wrapped(&entry, TERM_WIDTH, width);
        }
        let can_wait =
            entry.continues || matches!(entry.heading, Heading::Note | Heading::CouldBe | Heading::LeadsTo);
        let is_long = can_wait && text + entry.text.width() > most_text;
        is_left_out = is_long || own.len() > height - lines.len() && !lines.is_empty();
        if !is_left_out {
            text += entry.text.width();
            lines.extend(own);
        }
    }
    lines
}
