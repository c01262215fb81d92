//! Totals since January of unlike numbers of months. Only those of equal months compare, so they stand together.

use chrono::Datelike;

use crate::dataset::Period;

/// Columns of a bar with the two digits of its year below it, and the blank behind them.
const LEAST_BAR: u16 = 3;
/// The letter of a line, and the blanks before its bars and after them.
const AROUND: u16 = 4;

/// The periods of such totals, by their last month, then by year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SinceJanuary {
    periods: Vec<Period>,
}

impl SinceJanuary {
    /// `None` unless all periods begin with a year and end in it, in several years and after several months.
    pub(super) fn new(periods: impl Iterator<Item = Period>) -> Option<Self> {
        let mut periods: Vec<Period> = periods.collect();
        periods.sort_unstable_by_key(|period| (months(*period), period.start()));
        periods.dedup();
        let is_cumulated =
            |period: &Period| period.start().ordinal() == 1 && (1..=12).contains(&months(*period));
        let differ = |key: &dyn Fn(&Period) -> i64| {
            let mut keys = periods.iter().map(key);
            keys.next().is_some_and(|first| keys.any(|key| key != first))
        };
        let is_mixed =
            differ(&|period| months(*period).into()) && differ(&|period| period.start().year().into());
        (periods.iter().all(is_cumulated) && is_mixed).then_some(Self { periods })
    }

    /// The periods that have as many months, year by year; from the fewest months to the most.
    pub fn groups(&self) -> impl Iterator<Item = &[Period]> {
        self.periods.chunk_by(|one, other| months(*one) == months(*other))
    }

    /// The fewest columns in which each bar has its year below it, and groups stand apart.
    pub fn least_columns(&self) -> u16 {
        let count = |count: usize| u16::try_from(count).unwrap_or(u16::MAX);
        count(self.periods.len()).saturating_mul(LEAST_BAR).saturating_add(count(self.groups().count()))
    }

    /// The same with a letter for each line.
    pub fn least_width(&self) -> u16 {
        self.least_columns().saturating_add(AROUND)
    }
}

/// Its length in months; 0 if it has other days than whole months.
fn months(period: Period) -> u32 {
    period.length_in_months().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grouped(codes: &[&str]) -> Option<Vec<Vec<String>>> {
        let periods = codes.iter().filter_map(|code| Period::parse(code));
        let found = SinceJanuary::new(periods)?;
        Some(found.groups().map(|group| group.iter().map(|period| period.code()).collect()).collect())
    }

    #[test]
    fn equal_months_stand_together_year_by_year() {
        let groups = grouped(&["2021-01-01/P5M", "2020-01-01/P5M", "2021", "2020-Q1", "2021-01-01/P5M"]);
        let expected: [&[&str]; 3] = [&["2020-Q1"], &["2020-01-01/P5M", "2021-01-01/P5M"], &["2021"]];
        assert_eq!(
            groups,
            Some(expected.map(|group| group.iter().map(|code| (*code).to_owned()).collect()).into())
        );
    }

    #[test]
    fn other_periods_follow_each_other_in_time() {
        for codes in [
            &["2020", "2021", "2022"][..],
            &["2021-Q1", "2021-01-01/P5M", "2021-01-01/P8M"],
            &["2020-Q1", "2020-Q2", "2021-Q1"],
            &["2020-01", "2020-02", "2021-01"],
            &["2020-01-01/P14M", "2021"],
            &[],
        ] {
            assert_eq!(grouped(codes), None, "{codes:?}");
        }
    }
}
