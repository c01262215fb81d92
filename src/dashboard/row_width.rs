//! The width that a pane needs so that nothing in its rows is truncated, and the width that it can use.

use super::chart::Chart;
use crate::analysis::Figure;
use crate::dataset::{Pane, PaneKind};
use crate::text::truncate;
use crate::wording::{Topic, Words};

/// The maximum number of rows that are measured, from the first.
const MOST: usize = 64;
/// Longer labels are truncated even on the narrowest screen with a pane to itself, so they are not counted.
const LONGEST_LABEL: usize = 50;
/// The marker of the selected row with the gap after it, and the margin.
const BEFORE: usize = 3;
/// The sign before a sentence, with the gap after it.
const SIGN: usize = 2;
/// Bars long enough to tell values apart, with the gap before them.
const BARS: usize = 26;
/// Names of places and products from a table are shortened to this width, if bars have no room otherwise.
pub const SHORTENED: usize = 24;
/// At this width, little is lost.
const LONG: usize = 34;

/// Blanks before a share.
pub const SHARE_LEAD: usize = 2;
/// The arrow of a growth with the gaps before and after it.
pub const GROWTH_LEAD: usize = 4;

/// The widest parts of rows with common columns.
#[derive(Default)]
struct Widest {
    label: usize,
    arrow: usize,
    whole: usize,
    fraction: usize,
    unit: usize,
    marks: usize,
    missing: usize,
    sentence: usize,
    /// Share and growth.
    behind: usize,
    /// Columns that the full labels need beyond the short ones.
    longer: usize,
    has_parts: bool,
}

/// The columns of the rows of a pane.
pub struct RowWidths {
    /// With fewer, something is truncated.
    pub least: u16,
    /// Everything before the bars, in the shortest wording.
    pub before_bars: u16,
    /// With this many, nothing is shortened or left out.
    pub full: u16,
}

/// The widths that a pane with these rows needs.
pub fn row_widths(words: Words, pane: &Pane, rows: &[Topic], chart: Option<&Chart>) -> RowWidths {
    let is_ranking = pane.kind == PaneKind::Ranking;
    let has_parts = is_ranking && words.dataset.slice.is_some();
    let mut widest = Widest { has_parts, ..Widest::default() };
    for row in rows.iter().take(MOST) {
        match row {
            Topic::Figure(figure) => widest.add(words, *figure, chart),
            Topic::Finding(at) => {
                let sentences = words.analysis.findings.get(*at).map(|finding| words.sentences(finding));
                widest.add_sentence(sentences.unwrap_or_default().iter());
            }
            Topic::Passed(at) => {
                let sentences = words.analysis.passed.get(*at).map(|passed| words.passed_sentences(passed));
                widest.add_sentence(sentences.unwrap_or_default().iter());
            }
        }
    }
    let width = |columns: usize| u16::try_from(BEFORE + columns).unwrap_or(u16::MAX);
    // Next to shares, bars are dispensable.
    let bars = if is_ranking && !has_parts { BARS } else { 0 };
    let before_bars = widest.row() + widest.behind;
    RowWidths {
        least: width(widest.row()),
        before_bars: width(before_bars),
        full: width(before_bars + widest.longer + bars),
    }
}

impl Widest {
    fn add(&mut self, words: Words, figure: Figure, chart: Option<&Chart>) {
        let label = chart.and_then(|chart| chart.brief_label(figure));
        let label = label.map_or_else(|| words.brief_label(figure), Into::into);
        let most = |field: &mut usize, text: &str, gap: usize| {
            *field = (*field).max(if text.is_empty() { 0 } else { truncate::width(text) + gap });
        };
        if self.has_parts {
            let part = words.part(figure);
            let growth =
                if part.growth.1.is_empty() { 0 } else { truncate::width(&part.growth.1) + GROWTH_LEAD };
            let share = if part.share.is_empty() { 0 } else { truncate::width(&part.share) + SHARE_LEAD };
            self.behind = self.behind.max(share + growth);
            let label = truncate::width(&label);
            self.label = self.label.max(label.min(SHORTENED) + 1);
            self.longer = self.longer.max(label.clamp(SHORTENED, LONG) - SHORTENED);
        } else if truncate::width(&label) <= LONGEST_LABEL {
            most(&mut self.label, &label, 1);
        }
        let Some(number) = words.number_in_row(figure) else {
            return most(&mut self.missing, words.short_words_for_missing(figure), 0);
        };
        most(&mut self.arrow, number.direction.map_or("", |way| way.arrow()), 1);
        most(&mut self.whole, &number.whole, 0);
        most(&mut self.fraction, &number.fraction, 0);
        most(&mut self.unit, &number.unit, 1);
        most(&mut self.marks, &words.marks(figure), 1);
    }

    fn add_sentence<'s>(&mut self, sentences: impl Iterator<Item = &'s String>) {
        let brief = sentences.map(|sentence| truncate::width(sentence)).min().unwrap_or(0);
        self.sentence = self.sentence.max(SIGN + brief);
    }

    fn row(&self) -> usize {
        let numbers = self.arrow + self.whole + self.fraction + self.unit + self.marks;
        (self.label + numbers.max(self.missing)).max(self.sentence)
    }
}
