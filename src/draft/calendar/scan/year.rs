//! Years: by themselves, and behind a part of them.

use super::{NamedPeriod, Scanner, YearSaid};
use crate::draft::token::TokenKind;
use crate::draft::words::WordKind;

impl Scanner<'_, '_> {
    /// `2023`, `2016-17`, `FY2023`, `в 2023 году`.
    pub(super) fn whole_year(&self, at: usize) -> Option<(NamedPeriod, usize)> {
        if let Some(range) = self.years(at) {
            return Some(range);
        }
        let is_fiscal = self.find(at, WordKind::Fiscal).map(|(_, end)| end);
        let (year, end) = self.full_year(is_fiscal.unwrap_or(at))?;
        let year = match (is_fiscal, year) {
            (Some(_), YearSaid::Year(year)) => YearSaid::Fiscal(year - 1),
            (_, year) => year,
        };
        let end = self.find(end, WordKind::Year).map_or(end, |(_, end)| end);
        Some((NamedPeriod::Months { first: 1, count: 12, year }, end))
    }

    /// `2020 Q1`, `2020's first quarter`.
    pub(super) fn part_behind_year(&self, at: usize) -> Option<(NamedPeriod, usize)> {
        let (year, next) = self.year(at)?;
        let next = next + usize::from(self.is(next, &["'s"]));
        match self.part_of_year(next)? {
            (NamedPeriod::Months { first, count, year: YearSaid::Unsaid }, end) => {
                Some((NamedPeriod::Months { first, count, year: YearSaid::Year(year) }, end))
            }
            _ => None,
        }
    }

    /// The token behind the brackets that say which months a year of the budget is, or which year: `fiscal year 2016-17
    /// (July 2016-June 2017)`, `the current fiscal year (2016-17)`; a year of the budget also without them.
    pub(super) fn explained(&self, span: NamedPeriod, at: usize) -> Option<usize> {
        let NamedPeriod::Months { year: YearSaid::Fiscal(_) | YearSaid::FiscalBefore(_), .. } = span else {
            return None;
        };
        if let Some((YearSaid::Fiscal(_), end)) = self.full_year(at) {
            return Some(end);
        }
        let months = || self.months(at + 1).map(|(_, end)| end);
        let year = || self.full_year(at + 1).map(|(_, end)| end);
        let end = months().or_else(year).filter(|_| self.is(at, &["("]))?;
        self.is(end, &[")"]).then_some(end + 1)
    }

    /// Several years together: `2013-2017`, `from 2013 to 2017`, `с 2013 по 2017 год`.
    fn years(&self, at: usize) -> Option<(NamedPeriod, usize)> {
        let (first, end) = self.year(at)?;
        let is_to = self.is(end, &["-", "—", "to", "through", "по"]);
        let (last, end) = self.year(end + 1).filter(|_| is_to)?;
        let years = u32::try_from(last - first).ok().filter(|years| (2..30).contains(years))?;
        let end = self.find(end, WordKind::Year).map_or(end, |(_, end)| end);
        Some((NamedPeriod::Months { first: 1, count: 12 * (years + 1), year: YearSaid::Year(first) }, end))
    }

    /// A year, or one that begins in it and ends in the next: `2016-17`, `2019/2020`.
    fn full_year(&self, at: usize) -> Option<(YearSaid, usize)> {
        let (year, end) = self.year(at)?;
        let second = if self.is(end, &["-", "/"]) { self.token(end + 1) } else { None };
        let second = second.filter(|token| token.kind == TokenKind::Number && !token.is_apart);
        let next = second
            .and_then(|token| token.stem.parse::<i32>().ok())
            .filter(|next| next % 100 == (year + 1) % 100);
        match next {
            Some(_) => {
                let end = self.find(end + 2, WordKind::Fiscal).map_or(end + 2, |(_, end)| end);
                Some((YearSaid::Fiscal(year), end))
            }
            None => Some((YearSaid::Year(year), end)),
        }
    }

    /// The year that words behind a part of it name: `of 2019`, `last year`, `2022 года`, `of the 2017-18 crop year`.
    pub(in crate::draft::calendar) fn year_behind(&self, at: usize) -> (YearSaid, usize) {
        let mut next = at;
        while next < at + 3 && self.is(next, &["of", "the", "in", ",", "'s"]) {
            next += 1;
        }
        if let Some((_, fiscal)) = self.find(next, WordKind::Fiscal)
            && let Some((year, end)) =
                self.full_year(self.find(fiscal, WordKind::Year).map_or(fiscal, |(_, end)| end))
        {
            return (if let YearSaid::Year(year) = year { YearSaid::Fiscal(year - 1) } else { year }, end);
        }
        // `the current 2021-22 fiscal year`
        if let Some((_, year)) = self.find(next, WordKind::This)
            && let Some((year @ YearSaid::Fiscal(_), end)) = self.full_year(year)
        {
            return (year, self.find(end, WordKind::Year).map_or(end, |(_, end)| end));
        }
        if let Some((year, end)) = self.full_year(next) {
            return (year, self.find(end, WordKind::Year).map_or(end, |(_, end)| end));
        }
        let fiscal = |kind| {
            let (_, end) = self.find(next, kind)?;
            let (_, end) = self.find(end, WordKind::Fiscal)?;
            Some(self.find(end, WordKind::Year).map_or(end, |(_, end)| end))
        };
        if let Some(end) = fiscal(WordKind::This) {
            return (YearSaid::FiscalBefore(0), end);
        }
        if let Some(end) = fiscal(WordKind::Last) {
            return (YearSaid::FiscalBefore(1), end);
        }
        if self.is(next, &["("])
            && let Some((year, end)) = self.full_year(next + 1).filter(|(_, end)| self.is(*end, &[")"]))
        {
            return (year, end + 1);
        }
        let relative = |kind| {
            let (_, end) = self.find(next, kind)?;
            self.find(end, WordKind::Year).map(|(_, end)| end)
        };
        if let Some(end) = relative(WordKind::This) {
            return (YearSaid::This, end);
        }
        if let Some(end) = relative(WordKind::Last) {
            return (YearSaid::Last, end);
        }
        match self.find(next, WordKind::Year) {
            Some((_, end)) => (YearSaid::Unsaid, end),
            None => (YearSaid::Unsaid, at),
        }
    }
}
