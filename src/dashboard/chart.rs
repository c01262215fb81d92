//! The lines of a chart: values over time, what each stands for, and the range of all.

mod division;
mod labels;
mod since_january;

use foldhash::HashMap;
use rust_decimal::Decimal;

pub use division::chart_and_rows;
pub use labels::letter;
pub use since_january::SinceJanuary;

use super::bar_range::{BarValue, bar_value};
use crate::analysis::Figure;
use crate::dataset::{Flow, Measure, Observation, Pane, PaneKind, Period, SeriesLine, Unit, series_lines};
use crate::wording::{Words, bound_sign, grouped};

/// The index of a base period.
const BASE: Decimal = Decimal::ONE_HUNDRED;

/// From this many lines over this many periods on, each line has rows of its own.
const CROWDED: (usize, usize) = (3, 4);

/// The maximum number of slopes of a ranking.
const MOST_SLOPES: usize = 12;

/// Fewer slopes say no more than the bars above them.
const LEAST_SLOPES: usize = 3;

/// Rows of the slopes below a ranking, including the blank one above them.
pub const SLOPES_HEIGHT: u16 = 9;

/// Lines over time, of one measure and unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chart {
    /// The lines, in the order of their first rows.
    pub lines: Vec<ChartLine>,
    /// The line that all others are compared with, or a value drawn across all of them.
    pub reference: Option<ChartLine>,
    /// The unit and power of ten of the values on the axis.
    pub unit: String,
    /// That power of ten as a number.
    pub multiplier: i8,
    /// The least and the greatest value in the chart.
    pub range: (Decimal, Decimal),
    /// True if it has too many lines and points to be told apart in one plot.
    pub is_crowded: bool,
    /// The order of bars if values are totals since January of unlike numbers of months.
    pub since_january: Option<SinceJanuary>,
    /// The line of each row, and its period if the line has several rows.
    rows: HashMap<Figure, (usize, Option<Period>)>,
}

/// Figures that differ only in period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChartLine {
    /// Distinguishes it from the others; empty if it is the only one.
    pub name: String,
    /// Its figures with a number and a period, from the earliest to the latest.
    pub points: Vec<ChartPoint>,
}

/// A figure in time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChartPoint {
    /// The figure; for an index, the growth from which it is derived; `None` for the base of an index.
    pub figure: Option<Figure>,
    pub period: Period,
    pub value: BarValue,
    /// The preceding point, by its index; `None` after a gap or break, and for the first point.
    pub after: Option<usize>,
    /// The number without its unit.
    pub text: String,
    /// `≥`, `≤` or `~` if the number only limits the true one.
    pub bound: &'static str,
    /// Status letter and ✗.
    pub marks: String,
    /// True if a contradiction is about the figure itself.
    pub is_in_contradiction: bool,
}

impl ChartLine {
    /// True for a bound that a number of the same period keeps to: next to 357.33, at least 357 says nothing.
    pub fn says_nothing_more(&self, bound: &ChartPoint) -> bool {
        let BarValue { low, high, .. } = bound.value;
        let keeps_to =
            |value: Decimal| low.is_none_or(|low| low <= value) && high.is_none_or(|high| value <= high);
        let is_number = |other: &ChartPoint| other.value.low.is_some() && other.value.high.is_some();
        let mut same = self.points.iter().filter(|other| other.period == bound.period && is_number(other));
        !is_number(bound) && same.any(|other| keeps_to(other.value.point))
    }
}

impl ChartPoint {
    /// True for the point of the selected figure.
    pub fn is_selected(&self, selected: Option<Figure>) -> bool {
        self.figure.is_some() && self.figure == selected
    }
}

impl Chart {
    /// The chart of a series; `None` for panes of other kinds, and if no row has a number and a period.
    pub fn new(words: Words, pane: &Pane) -> Option<Self> {
        if pane.kind != PaneKind::Series {
            return None;
        }
        Self::of_growth(words, pane).or_else(|| Self::of_values(words, pane))
    }

    /// The slopes of a ranking; `None` for other panes, if there are more rows than fit names next to them, and if there
    /// are too few.
    pub fn slopes(words: Words, pane: &Pane) -> Option<Self> {
        let is_small = pane.kind == PaneKind::Ranking && pane.rows.len() <= MOST_SLOPES;
        let slopes = if is_small { Self::of_growth(words, pane) } else { None };
        slopes.filter(|slopes| slopes.lines.len() + usize::from(slopes.reference.is_some()) >= LEAST_SLOPES)
    }

    /// Growth over one base period as slopes that start at 100, which are derived. `None` if rows have another measure,
    /// or several periods or bases, or are about balances, for whose growth there are several conventions.
    fn of_growth(words: Words, pane: &Pane) -> Option<Self> {
        let observations = &words.dataset.observations;
        let all = || pane.rows.iter().chain(&pane.reference).filter_map(|at| observations.get(*at));
        let spans = |row: &Observation| (row.measure, row.base, row.subject.period, row.growth_of);
        let first = spans(all().next()?);
        let (Measure::Growth, Some(base), Some(_), _) = first else { return None };
        if all().any(|row| spans(row) != first || row.subject.flow == Flow::Balance) {
            return None;
        }
        let series = series_lines(observations, &pane.rows);
        if series.len() < pane.rows.len() {
            return None;
        }
        let names = words.line_names(&series);
        let lines =
            pane.rows.iter().zip(names).map(|(at, name)| ChartLine::slope(words, *at, name)).collect();
        let reference = pane.reference.map(|at| {
            let partner = words.dataset.observations.get(at).map(|row| &row.subject.partner);
            ChartLine::slope(words, at, partner.map_or("", |partner| words.short_place(partner)).to_owned())
        });
        let rows = pane.rows.iter().enumerate().map(|(line, at)| (Figure::Published(*at), (line, None)));
        let (rows, unit) = (rows.collect(), format!("{base} = 100 (derived)"));
        Self {
            lines,
            reference,
            unit,
            multiplier: 0,
            range: (BASE, BASE),
            is_crowded: false,
            since_january: None,
            rows,
        }
        .ranged()
    }

    fn of_values(words: Words, pane: &Pane) -> Option<Self> {
        let series = series_lines(&words.dataset.observations, &pane.rows);
        let names = if series.len() > 1 { words.line_names(&series) } else { vec![String::new()] };
        let lines = series.iter().zip(names).map(|(line, name)| ChartLine::new(words, line, name)).collect();
        let reference = pane.reference.and_then(|at| {
            let line = series_lines(&words.dataset.observations, &[at]);
            Some(ChartLine::new(words, line.first()?, words.label(Figure::Published(at)).into_owned()))
        });
        let mut numbered = pane.rows.iter().filter(|at| bar_value(words, Figure::Published(**at)).is_some());
        let first = words.as_published().amount(Figure::Published(*numbered.next()?))?;
        let zero = if first.unit == Unit::Index { BASE } else { Decimal::ZERO };
        let unit = first.unit.scaled(first.multiplier);
        let rows = series.iter().enumerate().flat_map(|(at, line)| {
            line.points.iter().map(move |point| {
                let figure = Figure::Published(point.row);
                (figure, (at, words.subject(figure).and_then(|subject| subject.period)))
            })
        });
        let rows = rows.collect();
        Self {
            lines,
            reference,
            unit,
            multiplier: first.multiplier,
            range: (zero, zero),
            is_crowded: false,
            since_january: None,
            rows,
        }
        .in_order_of_months(words, pane)
        .ranged()
    }

    /// The same with the order of its bars, if its values are totals since January.
    fn in_order_of_months(self, words: Words, pane: &Pane) -> Self {
        let rows = pane.rows.iter().filter_map(|at| words.dataset.observations.get(*at));
        let is_total = |row: &Observation| matches!(row.measure, Measure::Value | Measure::Count);
        let since_january = if rows.clone().all(is_total) {
            SinceJanuary::new(self.points().map(|point| point.period))
        } else {
            None
        };
        Self { since_january, ..self }
    }

    /// The same with a range that includes all values; `None` if no line has a value.
    fn ranged(self) -> Option<Self> {
        self.lines.iter().flat_map(|line| &line.points).next()?;
        let values =
            self.points().flat_map(|point| [point.value.low, Some(point.value.point), point.value.high]);
        let (least, most) = self.range;
        let range =
            values.flatten().fold((least, most), |(low, high), value| (low.min(value), high.max(value)));
        let is_crowded = self.lines.len() >= CROWDED.0 && range.0 <= Decimal::ZERO && {
            let mut periods: Vec<Period> = self.points().map(|point| point.period).collect();
            periods.sort_unstable();
            periods.dedup();
            periods.len() >= CROWDED.1
        };
        let reference = self.reference.filter(|line| !line.points.is_empty());
        Some(Self { reference, range, is_crowded, ..self })
    }

    /// The fewest and the most months of its periods, if they differ: such growth is not of one kind.
    pub fn months(&self) -> Option<(u32, u32)> {
        let mut months = self.points().filter_map(|point| point.period.length_in_months());
        let first = months.next()?;
        let (fewest, most) =
            months.fold((first, first), |(fewest, most), own| (fewest.min(own), most.max(own)));
        (fewest < most).then_some((fewest, most))
    }

    /// Every point of every line.
    pub fn points(&self) -> impl Iterator<Item = &ChartPoint> {
        self.lines.iter().chain(&self.reference).flat_map(|line| &line.points)
    }
}

impl ChartLine {
    /// A line from 100 in the base period of a growth to the index that it reached; empty without a number.
    fn slope(words: Words, at: usize, name: String) -> Self {
        let figure = Figure::Published(at);
        let ends = words.dataset.observations.get(at).and_then(|row| Some((row.base?, row.subject.period?)));
        let index = bar_value(words, figure).and_then(|growth| growth.plus(BASE));
        let Some(((base, period), value)) = ends.zip(index) else { return Self { name, points: Vec::new() } };
        let start = ChartPoint {
            figure: None,
            period: base,
            value: BarValue { point: BASE, low: Some(BASE), high: Some(BASE) },
            after: None,
            text: grouped(BASE),
            bound: "",
            marks: String::new(),
            is_in_contradiction: false,
        };
        let text = grouped(value.point);
        let end = ChartPoint {
            figure: Some(figure),
            period,
            value,
            after: Some(0),
            text,
            bound: "",
            marks: words.marks(figure),
            // The index only rests on the growth.
            is_in_contradiction: false,
        };
        Self { name, points: vec![start, end] }
    }

    fn new(words: Words, line: &SeriesLine, name: String) -> Self {
        let mut points: Vec<ChartPoint> = Vec::with_capacity(line.points.len());
        let mut places = Vec::with_capacity(line.points.len());
        for point in &line.points {
            let figure = Figure::Published(point.row);
            let period = words.subject(figure).and_then(|subject| subject.period);
            let drawn = period.zip(bar_value(words, figure)).map(|(period, value)| ChartPoint {
                figure: Some(figure),
                period,
                value,
                after: point.after.and_then(|place| places.get(place).copied().flatten()),
                text: words.number(figure).map(|number| number.whole + &number.fraction).unwrap_or_default(),
                bound: words.observation(figure).and_then(|row| row.bound).map_or("", bound_sign),
                marks: words.marks(figure),
                is_in_contradiction: words.is_in_contradiction(figure),
            });
            places.push(drawn.is_some().then_some(points.len()));
            points.extend(drawn);
        }
        Self { name, points }
    }
}
