//! Periods as texts name them, and the days they mean.

mod chinese;
mod scan;
mod scanner;

use std::ops::Range;

use chrono::{Datelike, NaiveDate};

pub(super) use scan::all;

use crate::dataset::Period;

/// The year of a period, as far as its words say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum YearSaid {
    Unsaid,
    Year(i32),
    This,
    Last,
    /// A year of trade or of the budget that begins in this year.
    Fiscal(i32),
    /// The current year of trade or of the budget, or so many before it.
    FiscalBefore(i32),
}

/// A period as words name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NamedPeriod {
    /// `count` months from the month `first` on.
    Months { first: u32, count: u32, year: YearSaid },
    /// `count` months: those of the text's own period if it is as long, else the first ones.
    Length { count: u32, year: YearSaid },
    /// The same months as those spoken of, in another year.
    Same { year: YearSaid },
    /// The year up to now.
    SoFar,
    /// The month of the text.
    ThisMonth,
    /// The month before the one spoken of, or before the text.
    LastMonth { is_before_text: bool },
    /// The quarter before, of the text.
    ThisQuarter,
}

/// A period named in a text.
#[derive(Debug, Clone)]
pub(super) struct Mention {
    pub tokens: Range<usize>,
    pub range: Range<usize>,
    pub span: NamedPeriod,
}

/// Gives periods without a year the one that the text implies.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Calendar {
    /// The day the text was published.
    pub published: Option<NaiveDate>,
    /// The first year that the text names.
    pub year: Option<i32>,
    /// The month since which something is said to last; the text's own months are later.
    pub since: Option<(i32, u32)>,
    /// The month in which the reporter's budget year begins.
    pub fiscal_start: u32,
    /// The months from January on that the text sums up.
    pub cumulated: Option<u32>,
    /// The period that the text is about.
    pub main: Option<Period>,
}

impl Calendar {
    /// The period that words mean, `current` being the one spoken of before.
    pub fn resolve(&self, span: NamedPeriod, current: Option<Period>) -> Option<Period> {
        match span {
            // The first five months of the year that the text is about, whenever it begins.
            NamedPeriod::Months { first: 1, count, year: YearSaid::Unsaid }
                if self.is_main_as_long(count) =>
            {
                self.main
            }
            NamedPeriod::Months { first, count, year } => self.months(first, count, year),
            NamedPeriod::Length { count, year } => {
                let is_as_long = |period: &Period| period.length_in_months() == Some(count);
                let spoken = current.or(self.main).filter(is_as_long).or(self.main.filter(is_as_long));
                let spoken = spoken.filter(|_| year == YearSaid::Unsaid);
                spoken.or_else(|| self.months(1, count, year))
            }
            NamedPeriod::Same { year } => {
                let current = current.or(self.main)?;
                match year {
                    YearSaid::Unsaid => Some(current),
                    YearSaid::Last => current.year_before(),
                    YearSaid::Fiscal(_) | YearSaid::FiscalBefore(_) if current.start().month() != 1 => {
                        self.months(current.start().month(), current.length_in_months()?, year)
                    }
                    YearSaid::Year(_) | YearSaid::This | YearSaid::Fiscal(_) | YearSaid::FiscalBefore(_) => {
                        let start = current.start();
                        let year = self.year_of(year, start.month())?;
                        period(year, start.month(), current.length_in_months()?)
                    }
                }
            }
            NamedPeriod::SoFar => {
                let day = self.published?;
                let last = if day.day() >= 25 { day.month() } else { day.month().saturating_sub(1) };
                let count = self.cumulated.unwrap_or(last);
                self.months(1, count.clamp(1, 12), YearSaid::Unsaid)
            }
            NamedPeriod::ThisMonth => {
                let month = self.main.filter(|period| period.length_in_months() == Some(1));
                let day = self.published;
                month.or_else(|| day.and_then(|day| period(day.year(), day.month(), 1)))
            }
            NamedPeriod::LastMonth { is_before_text } => {
                let spoken =
                    self.main.filter(|period| period.length_in_months() == Some(1) && !is_before_text);
                let start = self.published?.with_day(1)?.checked_sub_months(chrono::Months::new(1));
                spoken.and_then(before).or_else(|| start.and_then(|day| period(day.year(), day.month(), 1)))
            }
            NamedPeriod::ThisQuarter => self.main.filter(|period| period.length_in_months() == Some(3)),
        }
    }

    /// True if the text is about so many months that do not begin in January, of a year that does.
    fn is_main_as_long(&self, count: u32) -> bool {
        let begins = if self.fiscal_start == 0 { 7 } else { self.fiscal_start };
        (2..12).contains(&count)
            && self.main.is_some_and(|main| {
                main.length_in_months() == Some(count) && main.start().month() == begins && begins != 1
            })
    }

    fn months(&self, first: u32, count: u32, year: YearSaid) -> Option<Period> {
        let start = if self.fiscal_start == 0 { 7 } else { self.fiscal_start };
        let begun = match (year, self.published) {
            (YearSaid::Fiscal(year), _) => Some(year),
            // The months of a new year are reported in the month behind them.
            (YearSaid::FiscalBefore(ago), Some(day)) => {
                Some(day.year() - i32::from(day.month() <= start) - ago)
            }
            _ => None,
        };
        if let Some(year) = begun {
            return match first {
                1 => period(year, start, count),
                month => period(year + i32::from(month < start), month, count),
            };
        }
        period(self.year_of(year, first + count - 1)?, first, count)
    }

    /// The year of months that end with `last`; the latest that had ended, or was ending, when the text was published.
    fn year_of(&self, year: YearSaid, last: u32) -> Option<i32> {
        match (year, self.published) {
            (YearSaid::Year(year) | YearSaid::Fiscal(year), _) => Some(year),
            (YearSaid::FiscalBefore(_), _) => None,
            (YearSaid::Unsaid, Some(day)) if last > day.month() => Some(day.year() - 1),
            (YearSaid::This | YearSaid::Unsaid, Some(day)) => Some(day.year()),
            (YearSaid::Last, Some(day)) => Some(day.year() - 1),
            (YearSaid::This | YearSaid::Unsaid, None) => self.year.map(|year| match self.since {
                Some((since, month)) if since == year && last < month => year + 1,
                _ => year,
            }),
            (YearSaid::Last, None) => self.year.map(|year| year - 1),
        }
    }
}

/// `count` months from a month on.
pub(super) fn period(year: i32, first: u32, count: u32) -> Option<Period> {
    let start = NaiveDate::from_ymd_opt(year, first, 1).filter(|_| (1900..2200).contains(&year))?;
    Period::parse(&format!("{start}/P{count}M"))
}

/// The month before one, or the quarter before one.
pub(super) fn before(period: Period) -> Option<Period> {
    let count = period.length_in_months().filter(|count| matches!(count, 1 | 3))?;
    let start = period.start().checked_sub_months(chrono::Months::new(count))?;
    self::period(start.year(), start.month(), count)
}
