//! Periods of time: years, quarters, months and ranges of them.

use std::fmt;

use chrono::{Datelike, Months, NaiveDate};

/// A period from its first day up to, not including, the day after its last.
///
/// Two ways to write the same days are the same period: `2023` equals `2023-01-01/P12M`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Period {
    start: NaiveDate,
    end: NaiveDate,
}

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

impl Period {
    /// Reads `2023`, `2023-Q1`, `2023-11`, or a range such as `2023-01-01/P11M`.
    ///
    /// `None` if the text is none of these, or names days outside the years 0001 to 9999.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if let Some((start, duration)) = text.split_once('/') {
            let start = date(start)?;
            return Self::lasting(start, duration);
        }
        match text.split_once('-') {
            None => Self::months(year(text)?, 1, 12),
            Some((y, "Q1")) => Self::months(year(y)?, 1, 3),
            Some((y, "Q2")) => Self::months(year(y)?, 4, 3),
            Some((y, "Q3")) => Self::months(year(y)?, 7, 3),
            Some((y, "Q4")) => Self::months(year(y)?, 10, 3),
            Some((y, month)) => Self::months(year(y)?, digits(month, 2)?, 1),
        }
    }

    /// From the day `start` up to, not including, the day `end`; `None` if that is not later.
    #[must_use]
    pub fn between(start: NaiveDate, end: NaiveDate) -> Option<Self> {
        (start < end).then_some(Self { start, end })
    }

    fn months(year: i32, first: u32, count: u32) -> Option<Self> {
        let start = NaiveDate::from_ymd_opt(year, first, 1)?;
        Some(Self { start, end: start.checked_add_months(Months::new(count))? })
    }

    /// An ISO 8601 duration of years, months, weeks or days, one or several, none of them a fraction.
    fn lasting(start: NaiveDate, duration: &str) -> Option<Self> {
        let mut rest = duration.strip_prefix('P')?;
        let mut end = start;
        let mut units = "YMWD";
        if rest.is_empty() {
            return None;
        }
        while !rest.is_empty() {
            let at = rest.find(|c: char| !c.is_ascii_digit())?;
            let count: u32 = rest[..at].parse().ok()?;
            let unit = rest[at..].chars().next()?;
            units = &units[units.find(unit)? + 1..];
            end = match unit {
                'Y' => end.checked_add_months(Months::new(count.checked_mul(12)?))?,
                'M' => end.checked_add_months(Months::new(count))?,
                'W' => end.checked_add_days(chrono::Days::new(u64::from(count) * 7))?,
                _ => end.checked_add_days(chrono::Days::new(u64::from(count)))?,
            };
            rest = &rest[at + 1..];
        }
        (end > start && end.year() <= 10_000).then_some(Self { start, end })
    }

    /// The shortest way to write it in a dataset: `2023`, `2023-Q1`, `2023-11`, else the first day and the length in
    /// months, or in days where it is not whole months.
    #[must_use]
    pub fn code(self) -> String {
        let (start, year) = (self.start, self.start.year());
        match (self.length_in_months(), start.month0()) {
            (Some(12), 0) => format!("{year:04}"),
            (Some(3), first) if first % 3 == 0 => format!("{year:04}-Q{}", first / 3 + 1),
            (Some(1), _) => start.format("%Y-%m").to_string(),
            (Some(months), _) => format!("{start}/P{months}M"),
            (None, _) => format!("{start}/P{}D", (self.end - start).num_days()),
        }
    }

    /// Its length in months, if it consists of whole months.
    pub(crate) fn length_in_months(self) -> Option<u32> {
        let (start, end) = (self.start, self.end);
        let months =
            12 * (end.year() - start.year()) + end.month0().cast_signed() - start.month0().cast_signed();
        u32::try_from(months).ok().filter(|_| start.day() == 1 && end.day() == 1)
    }

    /// The short name of the month of its last day.
    pub(crate) fn last_month(self) -> &'static str {
        let last = self.end.pred_opt().unwrap_or(self.end);
        usize::try_from(last.month0()).ok().and_then(|month| MONTHS.get(month)).copied().unwrap_or_default()
    }

    /// The same days one year earlier; the usual base of a growth rate.
    #[must_use]
    pub fn year_before(self) -> Option<Self> {
        let year = Months::new(12);
        Some(Self { start: self.start.checked_sub_months(year)?, end: self.end.checked_sub_months(year)? })
    }

    /// How many years it is after a period of the same days in another year.
    pub(crate) fn years_after(self, earlier: Self) -> Option<i32> {
        let years = self.start.year().checked_sub(earlier.start.year())?;
        let months = Months::new(u32::try_from(years).ok()?.checked_mul(12)?);
        let later = |day: NaiveDate| day.checked_add_months(months);
        (later(earlier.start) == Some(self.start) && later(earlier.end) == Some(self.end)).then_some(years)
    }

    /// The months before its last ones, and the last ones; `None` if there are no months before them.
    pub(crate) fn without_last(self, months: u32) -> Option<[Self; 2]> {
        let last = self.end.checked_sub_months(Months::new(months))?;
        Some([Self::between(self.start, last)?, Self::between(last, self.end)?])
    }

    /// True if every day of `other` is in this period, and this one is longer.
    #[must_use]
    pub fn is_longer_and_contains(self, other: Self) -> bool {
        self != other && self.start <= other.start && other.end <= self.end
    }

    /// The first day.
    #[must_use]
    pub fn start(self) -> NaiveDate {
        self.start
    }

    /// The day after the last.
    #[must_use]
    pub fn end(self) -> NaiveDate {
        self.end
    }

    /// Splits it into parts of `months` months each, in order; empty if that does not give two or more.
    pub fn split(self, months: u32) -> impl Iterator<Item = Self> {
        let length = self.length_in_months().filter(|length| months > 0 && length.is_multiple_of(months));
        let count = length.map_or(0, |length| length / months);
        let day = move |part: u32| self.start.checked_add_months(Months::new(part.checked_mul(months)?));
        let parts =
            (0..if count > 1 { count } else { 0 }).map_while(move |part| Some((day(part)?, day(part + 1)?)));
        parts.map(|(start, end)| Self { start, end })
    }
}

/// As people write it: `2023`, `Q1 2023`, `Nov 2023`, `Jan–Nov 2023`, else the first and the last day.
impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (start, last) = (self.start, self.end.pred_opt().unwrap_or(self.end));
        let whole_months = start.day() == 1 && self.end.day() == 1;
        let month = |date: NaiveDate| MONTHS[date.month0() as usize];
        if !whole_months {
            return write!(f, "{start} to {last}");
        }
        match (start.year() == last.year(), start.month(), last.month()) {
            (true, 1, 12) => write!(f, "{}", start.year()),
            (true, a, b) if b == a + 2 && a % 3 == 1 => write!(f, "Q{} {}", a / 3 + 1, start.year()),
            (true, a, b) if a == b => write!(f, "{} {}", month(start), start.year()),
            (true, ..) => write!(f, "{}–{} {}", month(start), month(last), start.year()),
            (false, 1, 12) => write!(f, "{}–{}", start.year(), last.year()),
            (false, ..) => {
                write!(f, "{} {}–{} {}", month(start), start.year(), month(last), last.year())
            }
        }
    }
}

fn date(text: &str) -> Option<NaiveDate> {
    let mut parts = text.splitn(3, '-');
    let (y, m, d) = (parts.next()?, parts.next()?, parts.next()?);
    NaiveDate::from_ymd_opt(year(y)?, digits(m, 2)?, digits(d, 2)?)
}

fn year(text: &str) -> Option<i32> {
    let year = i32::try_from(digits(text, 4)?).ok()?;
    (year > 0).then_some(year)
}

fn digits(text: &str, count: usize) -> Option<u32> {
    let plain = text.len() == count && text.bytes().all(|b| b.is_ascii_digit());
    if plain { text.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_read_and_print() {
        for (text, shown) in [
            ("2023", "2023"),
            ("2023-Q1", "Q1 2023"),
            ("2023-11", "Nov 2023"),
            ("2023-01-01/P11M", "Jan–Nov 2023"),
            ("2023-01-01/P12M", "2023"),
            ("2023-01-01/P1Y", "2023"),
            ("2023-01-01/P3M", "Q1 2023"),
            ("2022-01-01/P2Y", "2022–2023"),
            ("2022-11-01/P3M", "Nov 2022–Jan 2023"),
            ("2023-01-15/P7D", "2023-01-15 to 2023-01-21"),
            ("2023-01-02/P1W", "2023-01-02 to 2023-01-08"),
            ("2023-01-01/P1Y1M", "Jan 2023–Jan 2024"),
        ] {
            assert_eq!(Period::parse(text).map(|p| p.to_string()).as_deref(), Some(shown), "{text}");
        }
    }

    #[test]
    fn a_period_is_written_so_that_it_reads_as_itself() {
        for (text, expected) in [
            ("2023", "2023"),
            ("2023-Q3", "2023-Q3"),
            ("2023-11", "2023-11"),
            ("0009-12", "0009-12"),
            ("2023-01-01/P12M", "2023"),
            ("2023-01-01/P11M", "2023-01-01/P11M"),
            ("2023-02-01/P3M", "2023-02-01/P3M"),
            ("2022-11-01/P2Y", "2022-11-01/P24M"),
            ("2023-01-15/P1W", "2023-01-15/P7D"),
            ("2023-01-15/P1M", "2023-01-15/P31D"),
            ("9999", "9999"),
        ] {
            let read = Period::parse(text).expect("a period");
            assert_eq!(read.code(), expected, "{text}");
            assert_eq!(Period::parse(expected), Some(read), "{text}");
        }
    }

    #[test]
    fn a_text_that_is_no_period_is_refused() {
        for text in [
            "",
            "23",
            "0000",
            "2023-13",
            "2023-1",
            "2023-Q5",
            "2023-q1",
            "20x3",
            "+023",
            "2023/P",
            "2023-01-01/P0M",
            "2023-01-01/P1M1Y",
            "2023-01-01/11M",
            "2023-02-30/P1M",
            "2023-01-01/P99999999Y",
            "2023-01-01/P1H",
            "2023-01-01/P",
            "2023-01-01/P٣M",
            "2023 ",
        ] {
            assert_eq!(Period::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_year_before_keeps_the_months() {
        let months = Period::parse("2023-01-01/P11M").and_then(Period::year_before);
        assert_eq!(months.map(|p| p.to_string()).as_deref(), Some("Jan–Nov 2022"));
    }

    #[test]
    fn a_year_splits_into_quarters_and_a_month_does_not() {
        let parts = |text, months| {
            let period = Period::parse(text).expect("a period");
            period.split(months).map(|part| part.to_string()).collect::<Vec<_>>()
        };
        assert_eq!(parts("2023", 3), ["Q1 2023", "Q2 2023", "Q3 2023", "Q4 2023"]);
        assert_eq!(parts("2023-Q4", 1), ["Oct 2023", "Nov 2023", "Dec 2023"]);
        assert_eq!(parts("2023-01-01/P11M", 3), [""; 0]);
        assert_eq!(parts("2023-11", 1), [""; 0]);
        assert_eq!(parts("2023-01-15/P1M", 1), [""; 0]);
        assert_eq!(parts("2023", 0), [""; 0]);
    }

    #[test]
    fn a_year_contains_its_months() {
        let parse = |text| Period::parse(text).expect("a period");
        assert!(parse("2023").is_longer_and_contains(parse("2023-01-01/P11M")));
        assert!(!parse("2023").is_longer_and_contains(parse("2023")));
        assert!(!parse("2023-Q1").is_longer_and_contains(parse("2023-04")));
    }
}
