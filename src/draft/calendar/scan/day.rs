//! Days: alone they are no period, but whole months from their first day to their last are.

use super::{NamedPeriod, Scanner};
use crate::draft::token::TokenKind;
use crate::draft::words::WordKind;

impl Scanner<'_, '_> {
    /// Whole months from their first day to their last: `1 January to 30 September 2022`, `с 1 января по 31 мая`.
    pub(super) fn days(&self, at: usize) -> Option<(NamedPeriod, usize)> {
        let day_at = |at: usize| {
            let token =
                self.token(at).filter(|token| token.kind == TokenKind::Number && token.stem.len() <= 2)?;
            token.stem.parse::<u8>().ok()
        };
        day_at(at).filter(|day| *day == 1)?;
        let (first, next) = self.month(at + 1)?;
        let next = self.year(next).map_or(next, |(_, end)| end);
        let is_to = self.is(next, &["to", "-", "—", "through", "until", "по"]);
        day_at(next + 1).filter(|day| is_to && (28..=31).contains(day))?;
        let (last, next) = self.month(next + 2).filter(|(last, _)| *last >= first)?;
        let (year, end) = self.year_behind(next);
        Some((NamedPeriod::Months { first, count: last - first + 1, year }, end))
    }

    /// A day, such as `May 22`, `21 мая 2019`, `22 May 2023`: the token behind it.
    pub(super) fn day(&self, at: usize) -> Option<usize> {
        let with_year = |at: usize| {
            let comma = at + usize::from(self.is(at, &[","]));
            self.year(comma).map_or(at, |(_, end)| end)
        };
        if self.token(at)?.kind == TokenKind::Date {
            return Some(at + 1);
        }
        let day_at = |at: usize| {
            let token = self.token(at).filter(|token| token.kind == TokenKind::Number)?;
            token.stem.parse::<u8>().ok().filter(|day| (1..=31).contains(day) && token.stem.len() <= 2)
        };
        if day_at(at).is_some() {
            let (_, end) = self.find(at + 1, WordKind::Month)?;
            let is_month = self.is(end, &["-", "—"]) && self.find(end + 1, WordKind::Month).is_some();
            return (!is_month && self.token(at + 1)?.kind == TokenKind::Word).then(|| with_year(end));
        }
        let (_, end) = self.find(at, WordKind::Month)?;
        day_at(end).filter(|_| self.token(at).is_some_and(|token| token.stem.is_ascii()))?;
        let is_amount =
            [WordKind::Percent, WordKind::Scale].into_iter().any(|kind| self.find(end + 1, kind).is_some());
        (!is_amount).then(|| with_year(end + 1))
    }
}
