//! Finds the periods that English and Russian words name.

use std::ops::Range;

mod day;
mod relative;
mod year;

use super::scanner::Scanner;
use super::{Mention, NamedPeriod, YearSaid, chinese};
use crate::draft::token::{Token, TokenKind};
use crate::draft::words::WordKind;

/// All periods that a stretch of tokens names, in order.
pub(in crate::draft) fn all(tokens: &[Token], within: Range<usize>) -> Vec<Mention> {
    let scanner = Scanner { tokens, end: within.end };
    let mut mentions: Vec<Mention> = Vec::new();
    let mut at = within.start;
    while at < within.end {
        let days = scanner.days(at).map(|(span, end)| (Some(span), end));
        let found = days.or_else(|| scanner.day(at).map(|end| (None, end))).or_else(|| {
            let named = chinese::period(scanner, at).or_else(|| scanner.period(at));
            named.map(|(span, end)| (Some(span), end))
        });
        let Some((span, end)) = found else {
            at += 1;
            continue;
        };
        let mut end = end.max(at + 1).min(within.end);
        let span = if scanner.is(at, &["当"]) { mentions.last().and_then(month_of) } else { span };
        if let Some(explained) = span.and_then(|span| scanner.explained(span, end)) {
            end = explained.min(within.end);
        }
        if let (Some(span), Some(first), Some(last)) = (span, tokens.get(at), tokens.get(end - 1)) {
            mentions.push(Mention { tokens: at..end, range: first.start..last.end, span });
        }
        at = end;
    }
    mentions
}

/// 9月增势不减，当月进出口: the month that was named before.
fn month_of(mention: &Mention) -> Option<NamedPeriod> {
    matches!(mention.span, NamedPeriod::Months { count: 1, .. }).then_some(mention.span)
}

impl Scanner<'_, '_> {
    fn period(&self, at: usize) -> Option<(NamedPeriod, usize)> {
        let year = || self.find(at, WordKind::Year).and_then(|(_, next)| self.months_to(12, next));
        self.same(at)
            .or_else(year)
            .or_else(|| self.months(at))
            .or_else(|| self.first_months(at))
            .or_else(|| self.part_of_year(at))
            .or_else(|| self.relative(at))
            .or_else(|| self.part_behind_year(at))
            .or_else(|| self.whole_year(at))
    }

    /// `the same period of 2018`, `the corresponding month of last year`.
    fn same(&self, at: usize) -> Option<(NamedPeriod, usize)> {
        let (_, next) = self.find(at, WordKind::Same)?;
        // `the same 1986 period`
        if let Some((year, end)) = self.year(next).filter(|(_, end)| self.is(*end, &["period", "months"])) {
            return Some((NamedPeriod::Same { year: YearSaid::Year(year) }, end + 1));
        }
        let noun = self
            .find(next, WordKind::Months)
            .or_else(|| self.find(next, WordKind::Quarter))
            .map(|(_, end)| end);
        let is_period =
            self.is(next, &["period", "time", "timeframe", "period's", "период", "term", "stretch"]);
        let next = noun.or(is_period.then_some(next + 1))?;
        let link = next + usize::from(self.is(next, &["of", "in", "from", ","]));
        if let Some((_, end)) = self.find(link, WordKind::Yoy) {
            return Some((NamedPeriod::Same { year: YearSaid::Last }, end));
        }
        let (year, end) = self.year_behind(next);
        Some((NamedPeriod::Same { year }, end))
    }

    /// `January`, `Jan–May 2019`, `July 2017 through March 2018`, `январе — апреле 2022 года`.
    pub(super) fn months(&self, at: usize) -> Option<(NamedPeriod, usize)> {
        let (first, next) = self.month(at)?;
        let (first_year, next) = self.year(next).map_or((None, next), |(year, end)| (Some(year), end));
        let is_between = at.checked_sub(1).is_some_and(|before| self.is(before, &["between", "между"]));
        let is_to = self.is(next, &["-", "—", "/", "to", "through", "till", "until", "по"])
            || ((is_between || self.is_two(at, first, next)) && self.is(next, &["and", "и"]));
        let last = if is_to { self.month(next + 1) } else { None };
        // `through June`, `by the end of June`: from January on.
        let word =
            |back: usize, words: &[&str]| at.checked_sub(back).is_some_and(|before| self.is(before, words));
        let is_end = word(1, &["of"]) && word(2, &["end"]);
        let the = usize::from(word(3, &["the"]));
        let is_through = word(1, &["through"]) || is_end && word(3 + the, &["by", "through", "until"]);
        if last.is_none() && is_through {
            let (year, end) =
                first_year.map_or_else(|| self.year_behind(next), |year| (YearSaid::Year(year), next));
            return Some((NamedPeriod::Months { first: 1, count: first, year }, end));
        }
        let Some((last, last_next)) = last else {
            return if let Some(year) = first_year {
                let end = self.find(next, WordKind::Year).map_or(next, |(_, end)| end);
                Some((NamedPeriod::Months { first, count: 1, year: YearSaid::Year(year) }, end))
            } else {
                let (year, end) = self.year_behind(next);
                Some((NamedPeriod::Months { first, count: 1, year }, end))
            };
        };
        // `the January-April period of 2023`
        let last_next = last_next + usize::from(self.is(last_next, &["period", "stretch", "window"]));
        let (last_year, end) = self.year_behind(last_next);
        let year = match (first_year, last_year) {
            (Some(year), _) => YearSaid::Year(year),
            (None, YearSaid::Year(year)) if last < first => YearSaid::Year(year - 1),
            (None, year) => year,
        };
        let count = (last + 12 - first) % 12 + 1;
        if is_between && count == 2 {
            return Some((NamedPeriod::Months { first: last, count: 1, year: last_year }, end));
        }
        Some((NamedPeriod::Months { first, count, year }, end))
    }

    /// True for a month and the next one together: `in January and February`.
    fn is_two(&self, at: usize, first: u32, next: usize) -> bool {
        let is_in =
            at.checked_sub(1).is_some_and(|before| self.is(before, &["in", "for", "during", "в", "за"]));
        is_in && self.month(next + 1).is_some_and(|(second, _)| second == first + 1)
    }

    pub(super) fn month(&self, at: usize) -> Option<(u32, usize)> {
        let (code, end) = self.find(at, WordKind::Month)?;
        Some((code.parse().ok()?, end))
    }

    /// `first five months of 2019`, `за 4 месяца`, `the nine months`.
    fn first_months(&self, at: usize) -> Option<(NamedPeriod, usize)> {
        let nth = self.find(at, WordKind::Nth).map(|(_, end)| end);
        // `the first month of 2017`
        if let Some(noun) = nth.filter(|noun| self.is(*noun, &["month", "месяц"]))
            && let (year, end) = self.year_behind(noun + 1)
            && year != YearSaid::Unsaid
        {
            return Some((NamedPeriod::Months { first: 1, count: 1, year }, end));
        }
        let (count, next) = self.small(nth.unwrap_or(at)).filter(|(count, _)| (1..=12).contains(count))?;
        let next = next + usize::from(self.is(next, &["-"]));
        if self.token(next).is_some_and(|token| token.kind == TokenKind::Han) {
            return None;
        }
        if let Some((_, end)) =
            self.find(next, WordKind::Quarter).filter(|_| nth.is_some() && (2..=3).contains(&count))
        {
            let (year, end) = self.year_behind(end);
            return Some((NamedPeriod::Months { first: 1, count: 3 * count, year }, end));
        }
        let noun = next;
        let (_, next) = self.find(next, WordKind::Months)?;
        // `for the eighth month in a row`
        let is_one = self.is(noun, &["month"])
            && count > 1
            && !self.is(noun - 1, &["-"])
            && !self.is(next, &["period"]);
        if is_one || self.is(next, &["earlier", "ago", "before", "подряд", "running", "straight"]) {
            return None;
        }
        let period = next + usize::from(self.is(next, &["period"]));
        if let Some(span) = self.months_to(count, period) {
            return Some(span);
        }
        let is_past = at.checked_sub(1).is_some_and(|before| self.find(before, WordKind::Last).is_some());
        let is_word = at.checked_sub(1).is_none_or(|before| !self.is(before, &["every", "in"]));
        let (year, end) = self.year_behind(period);
        let is_of_year = is_past && matches!(year, YearSaid::Year(_));
        match (nth, is_past || (count == 1 && nth.is_none())) {
            _ if is_of_year => Some((NamedPeriod::Months { first: 1, count, year }, end)),
            (Some(_), _) => Some((NamedPeriod::Months { first: 1, count, year }, end)),
            (None, false) if is_word => Some((NamedPeriod::Length { count, year }, end)),
            (None, _) => None,
        }
    }

    /// `12 months to October`, `year ended June 2015`: so many months, the last of which is named.
    fn months_to(&self, count: u32, at: usize) -> Option<(NamedPeriod, usize)> {
        let is_to = self.is(at, &["to", "through", "ended", "ending", "until"]);
        let at = at + usize::from(self.is(at + 1, &["in"]));
        let (last, next) = self.month(at + 1).filter(|_| is_to)?;
        let (year, end) = self.year_behind(next);
        let is_over = last < count;
        let first = if is_over { last + 12 + 1 - count } else { last + 1 - count };
        let begun = if let YearSaid::Year(year) = year { YearSaid::Year(year - 1) } else { year };
        let year = if is_over { begun } else { year };
        Some((NamedPeriod::Months { first, count, year }, end))
    }

    /// `the third quarter of 2020`, `Q1`, `H1 2023`, `первом полугодии`.
    pub(super) fn part_of_year(&self, at: usize) -> Option<(NamedPeriod, usize)> {
        if let Some((_, next)) = self.find(at, WordKind::Fiscal)
            && let Some((NamedPeriod::Months { first: 1, count, year: YearSaid::Unsaid }, end)) =
                self.part_of_year(next)
        {
            return Some((NamedPeriod::Months { first: 1, count, year: YearSaid::FiscalBefore(0) }, end));
        }
        if self.is(at, &["q", "h"]) {
            let (number, next) =
                self.small(at + 1).filter(|_| !self.token(at + 1).is_some_and(|token| token.is_apart))?;
            let length = if self.is(at, &["q"]) { 3 } else { 6 };
            return self.nth_part(number, length, next);
        }
        let (number, next) = self.small(at).map_or((None, at), |(number, next)| (Some(number), next));
        let next = next + usize::from(self.is(next, &["-"]) && number.is_some());
        let part = |kind, length| self.find(next, kind).map(|(_, end)| (length, end));
        let (length, end) = part(WordKind::Quarter, 3).or_else(|| part(WordKind::Half, 6))?;
        if let Some(number) = number {
            // `in the three quarters of this year`
            if (2..=3).contains(&number) && self.is(next, &["quarters"]) {
                let (year, end) = self.year_behind(end);
                return Some((NamedPeriod::Months { first: 1, count: 3 * number, year }, end));
            }
            self.nth_part(number, length, end)
        } else {
            let is_half_year = self.is(next, &["полгод", "полгода"]);
            let (year, end) = self.year_behind(end);
            is_half_year.then_some((NamedPeriod::Months { first: 1, count: 6, year }, end))
        }
    }

    fn nth_part(&self, number: u32, length: u32, end: usize) -> Option<(NamedPeriod, usize)> {
        let first = number.checked_sub(1)?.checked_mul(length)? + 1;
        let (year, end) = self.year_behind(end);
        (first + length <= 13).then_some((NamedPeriod::Months { first, count: length, year }, end))
    }
}

#[cfg(test)]
mod tests;
