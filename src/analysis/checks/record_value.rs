//! A record is larger than every value since the period that it looks back to.
//!
//! "The most since 2008" may mean that 2008 had more, so the value of that period itself is not compared. The record
//! deficit is the one furthest below zero. Growth is compared as well: a value that fell on the year before is no
//! record.
//!
//! "The highest for a June" is printed as a record as well, so months and quarters of another season make at most a doubt.

use chrono::Datelike;
use foldhash::HashMap;
use rust_decimal::Decimal;

use super::Evidence;
use super::support::assumption::of_levels;
use super::support::composition;
use super::support::report::Report;
use crate::analysis::context::{Context, Fact, Indicator, Level, Trade};
use crate::analysis::{Assumption, Claim, Interval, RecordIsLargest, Rule, Step};
use crate::dataset::{Period, Unit};

/// The maximum number of records checked per series. Keeps a file full of them fast.
const MOST_RECORDS: usize = 64;

/// A record, and the first period that it looks back to.
struct Candidate<'c> {
    record: &'c Fact,
    since: Option<Period>,
    unit: Unit,
}

pub fn check(evidence: &Evidence, report: &mut Report) {
    let context = evidence.context;
    let mut records: HashMap<(Trade, Unit), Vec<Candidate>> = HashMap::default();
    let mut order = Vec::new();
    for record in context.chosen() {
        let Indicator::Record { since, unit } = record.indicator else { continue };
        let series = (record.trade.at(None), unit);
        let of_series = records.entry(series).or_default();
        if of_series.is_empty() {
            order.push(series);
        }
        if of_series.len() < MOST_RECORDS {
            of_series.push(Candidate { record, since, unit });
        }
    }
    if records.is_empty() {
        return;
    }
    let mut levels: HashMap<(Trade, Unit), Vec<Level>> = HashMap::default();
    for level in evidence.levels.iter() {
        let series = (level.trade().at(None), level.unit());
        if records.contains_key(&series) {
            levels.entry(series).or_default().push(level);
        }
    }
    for series in order {
        let levels = levels.get(&series).map_or(&[][..], Vec::as_slice);
        for candidate in records.get(&series).into_iter().flatten() {
            compare(context, candidate, levels, report);
        }
    }
}

fn compare<'c>(context: &Context, candidate: &Candidate, levels: &[Level<'c>], report: &mut Report) {
    let Candidate { record, since, unit } = *candidate;
    let Some(period) = record.trade.period else { return };
    let is_below = record.interval.high() < Decimal::ZERO;
    let earlier = levels.iter().copied().filter(|level| {
        level.trade().period.is_some_and(|earlier| is_looked_back_to(earlier, since, period))
    });
    let largest = |levels: &mut dyn Iterator<Item = Level<'c>>| {
        levels.max_by_key(|level| {
            let interval = level.interval();
            if is_below { -interval.high() } else { interval.low() }
        })
    };
    let is_of_season =
        |level: &Level| level.trade().period.is_some_and(|earlier| is_of_the_same_months(earlier, period));
    let holds = |record: Interval, earlier: Interval| {
        if is_below { earlier.high() >= record.low() } else { earlier.low() <= record.high() }
    };
    let of_season = largest(&mut earlier.clone().filter(is_of_season));
    let breaking = of_season.filter(|level| !holds(record.interval, level.interval()));
    let Some(largest) = breaking.or_else(|| largest(&mut earlier.clone())) else { return };
    let of_the_season = (!is_of_season(&largest)).then_some(Assumption::OfTheSeason);
    let record = Level::published(unit, record);
    let figures = record.figures().chain(largest.figures());
    let argue = || {
        let [record, earlier] = [record, largest].map(|level| context.term(level));
        let steps = vec![Step::Term(record.clone()), Step::Term(earlier.clone())];
        (Claim::RecordIsLargest(RecordIsLargest { record, since, earlier }), steps)
    };
    if holds(record.interval(), largest.interval()) {
        report.holds(Rule::Record, figures, argue);
        return;
    }
    let open = of_levels(context, &[record, largest], |intervals| match intervals {
        [record, earlier] => holds(*record, *earlier),
        _ => false,
    });
    let regrouped = composition::of_base(context, record.trade(), largest.trade().period);
    report.breaks(Rule::Record, figures, open.into_iter().chain(regrouped).chain(of_the_season), argue);
}

/// True if a record competes with this earlier period: it follows the first one that the record looks back to, is as
/// long as the record's and, unless it is a month or a quarter, covers the same months, as January to May is never
/// compared with May to September.
fn is_looked_back_to(earlier: Period, since: Option<Period>, record: Period) -> bool {
    let is_since = |since: Period| since.start() <= earlier.start() && since != earlier;
    let months = (earlier.length_in_months(), record.length_in_months());
    let is_like = match months {
        (Some(1 | 3), Some(1 | 3)) => months.0 == months.1,
        (Some(_), Some(_)) => months.0 == months.1 && is_of_the_same_months(earlier, record),
        (None, _) | (_, None) => false,
    };
    is_like && earlier.end() <= record.start() && since.is_none_or(is_since)
}

fn is_of_the_same_months(one: Period, other: Period) -> bool {
    one.start().month() == other.start().month()
}
