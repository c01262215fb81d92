//! The columns that a pane needs so that nothing in its rows is cut.

use super::chart::Chart;
use crate::analysis::Figure;
use crate::text::truncate;
use crate::wording::{Topic, Words};

/// The most rows that are measured; of more, those at first sight decide.
const MOST: usize = 64;
/// Longer labels are cut in the narrowest screen that has all panes on a page of its own, and do not count.
const LONGEST_LABEL: usize = 50;
/// Columns of the marker of the selected row with the gap after it, and of the margin.
const BEFORE: usize = 3;
/// Columns of the sign before a sentence, with the gap after it.
const SIGN: usize = 2;

/// The widest parts of rows that share their columns.
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
}

/// The columns of a pane with these rows, in the briefest words for them.
pub fn row_width(words: Words, rows: &[Topic], chart: Option<&Chart>) -> u16 {
    let mut widest = Widest::default();
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
    u16::try_from(BEFORE + widest.row()).unwrap_or(u16::MAX)
}

impl Widest {
    fn add(&mut self, words: Words, figure: Figure, chart: Option<&Chart>) {
        let label = chart.and_then(|chart| chart.brief_label(figure));
        let label = label.map_or_else(|| words.brief_label(figure), Into::into);
        let most = |field: &mut usize, text: &str, gap: usize| {
            *field = (*field).max(if text.is_empty() { 0 } else { truncate::width(text) + gap });
        };
        if truncate::width(&label) <= LONGEST_LABEL {
            most(&mut self.label, &label, 1);
        }
        let Some(number) = words.number_in_row(figure) else {
            return most(&mut self.missing, words.briefly_instead_of_number(figure), 0);
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
