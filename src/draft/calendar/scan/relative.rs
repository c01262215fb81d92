//! Periods that only the day of the text tells: this month, last year, so far this year.

use super::{NamedPeriod, Scanner, YearSaid};
use crate::draft::words::WordKind;

impl Scanner<'_, '_> {
    /// `this month`, `so far this year`, `last year`.
    pub(super) fn relative(&self, at: usize) -> Option<(NamedPeriod, usize)> {
        if let Some((_, end)) = self.find(at, WordKind::SoFar) {
            return Some((NamedPeriod::SoFar, end));
        }
        let this = self.find(at, WordKind::This).map(|(_, end)| (true, end));
        let (is_this, next) = this.or_else(|| self.find(at, WordKind::Last).map(|(_, end)| (false, end)))?;
        let noun = |kind| self.find(next, kind).map(|(_, end)| end);
        match (is_this, noun(WordKind::Year), noun(WordKind::Months), noun(WordKind::Quarter)) {
            (false, Some(end), ..) => {
                Some((NamedPeriod::Months { first: 1, count: 12, year: YearSaid::Last }, end))
            }
            (false, None, Some(end), _) if self.is_within(at) || self.is(at, &["last"]) => {
                let is_before_text = self.is(at, &["last", "прошл"]);
                Some((NamedPeriod::LastMonth { is_before_text }, end))
            }
            (true, None, Some(end), _) => Some((NamedPeriod::ThisMonth, end)),
            (true, None, None, Some(end)) => Some((NamedPeriod::ThisQuarter, end)),
            _ => None,
        }
    }

    /// True behind a word that says when: `in the previous month`; not behind one that compares.
    fn is_within(&self, at: usize) -> bool {
        let word =
            at.checked_sub(1).filter(|before| !self.is(*before, &["the"])).or_else(|| at.checked_sub(2));
        word.is_some_and(|word| self.is(word, &["in", "during", "for", "в", "за", "percent", "%"]))
    }
}
