//! The model: a dataset, everything that follows from it, and the indexes that keep keys cheap.
//!
//! It is built once and never changed, so that it can be shared: copying a dashboard copies no figure. Everything that
//! needs a pass over all rows is done here; a key only looks at what is in view.

use std::sync::{Arc, OnceLock};

use crate::dataset::Currency;

use super::bar_range::BarRange;
use super::chart::{Chart, SLOPES_HEIGHT};
use super::cursor::Cursor;
use super::facts::BigFigures;
use super::haystack::Haystack;
use super::layout::PaneNeeds;
use super::lead::Lead;
use super::panes;
use super::row_width::row_widths;
use super::view::View;
use crate::analysis::Analysis;
use crate::dataset::{Dataset, Pane, PaneKind, TourStep};
use crate::text::truncate;
use crate::wording::{Topic, Words, letters_explained, periods, periods_and_sources, published, publishers};

/// A dataset, what follows from it, and indexes into both.
#[derive(Debug)]
pub struct Model {
    pub(super) dataset: Arc<Dataset>,
    pub(super) analysis: Analysis,
    pub(super) panes: Vec<PaneModel>,
    /// The rows of all panes together.
    pub(super) row_count: usize,
    /// The currencies that money can be shown in, the most frequent first.
    pub(super) currencies: Vec<Currency>,
    pub(super) publishers: String,
    /// True if all figures were published by one source on one day.
    pub(super) has_one_publisher: bool,
    pub(super) lead: Option<Lead>,
    pub(super) facts: Option<BigFigures>,
    /// Filled by the first search.
    haystack: OnceLock<Haystack>,
}

/// A ranking of a table next to other panes has at least this many rows in view.
const FEW_ROWS: u16 = 8;
/// Columns of a title's line for the pane's number, the rows in view, and the gaps around them.
const AROUND_TITLE: usize = 19;
/// Columns of the word behind the number of rows where more checks passed than are listed.
const LISTED: usize = 7;
/// Columns of the sentence that checks are under way.
const UNDER_WAY: usize = 48;

/// A pane with everything about it that does not depend on the view.
#[derive(Debug)]
pub struct PaneModel {
    /// All its rows, in the source's order.
    pub rows: Arc<[Topic]>,
    /// The row that is selected at first: in an answer out of a table, that of the period that was asked for.
    pub first: usize,
    /// Periods of its rows.
    pub periods: String,
    /// Periods and sources of its rows.
    pub foot: String,
    /// The status letters of its rows with their meanings.
    pub letters: String,
    /// A summary of its rows for the title.
    pub count: String,
    /// True if its values have several units, and therefore cannot be sorted.
    pub is_mixed: bool,
    /// The space that it needs and wants, including a reference line.
    pub needs: PaneNeeds,
    /// The width of its rows up to their bars.
    pub before_bars: u16,
    /// The range of its own bars.
    pub bars: Option<BarRange>,
    /// The lines of a series.
    pub chart: Option<Chart>,
    /// The slopes of a ranking of growth.
    pub slopes: Option<Chart>,
}

impl Model {
    /// The maximum number of observations that are derived and checked before the first frame, which that delays by
    /// about 50 ms.
    pub const MOST_CHECKED_AT_ONCE: usize = 10_000;

    /// Derives everything that follows from a dataset.
    #[must_use]
    pub fn new(dataset: impl Into<Arc<Dataset>>) -> Self {
        let dataset = dataset.into();
        let analysis = Analysis::new(&dataset);
        Self::with_analysis(dataset, analysis)
    }

    /// A model that is shown immediately, for a dashboard that is ticked: for a large dataset nothing is derived or
    /// checked yet, and [`App::tick`](super::App::tick) does so later.
    #[must_use]
    pub fn at_once(dataset: Dataset) -> Self {
        if dataset.observations.len() > Self::MOST_CHECKED_AT_ONCE {
            Self::with_analysis(Arc::new(dataset), Analysis::pending())
        } else {
            Self::new(dataset)
        }
    }

    fn with_analysis(dataset: Arc<Dataset>, analysis: Analysis) -> Self {
        let words = Words::new(&dataset, &analysis);
        let panes: Vec<PaneModel> = dataset.panes.iter().map(|pane| PaneModel::new(words, pane)).collect();
        let row_count = panes.iter().map(|pane| pane.rows.len()).sum();
        let (currencies, publishers, lead) = (words.currencies(), publishers(words), Lead::new(words));
        let facts = BigFigures::new(words, &dataset.panes);
        let has_one_publisher = has_one_publisher(&dataset);
        Self {
            dataset,
            analysis,
            panes,
            row_count,
            currencies,
            publishers,
            has_one_publisher,
            lead,
            facts,
            haystack: OnceLock::new(),
        }
    }

    /// The view that it is shown in at first.
    pub(crate) fn first_view(&self) -> View {
        let cursors = self.panes.iter().map(|pane| Cursor { selected: pane.first, top: 0 });
        View { cursors: cursors.collect(), ..View::new(self.panes.len()) }
    }

    /// The steps of the tour, in their order.
    pub(crate) fn tour(&self) -> &[TourStep] {
        &self.dataset.tour
    }

    /// The figures and the words for them, as published.
    pub(crate) fn words(&self) -> Words<'_> {
        Words::new(&self.dataset, &self.analysis)
    }

    /// The text by which each row is found.
    pub(super) fn haystack(&self) -> &Haystack {
        self.haystack.get_or_init(|| Haystack::new(self.words(), self.panes.iter().map(|pane| &*pane.rows)))
    }
}

impl PaneModel {
    fn new(words: Words, pane: &Pane) -> Self {
        let kind = panes::rules(pane.kind);
        let rows = kind.rows(words, pane);
        let is_ranking = pane.kind == PaneKind::Ranking;
        let is_of_table = is_ranking && words.dataset.slice.is_some();
        let around = usize::from(pane.reference.is_some()) + usize::from(is_of_table);
        let wanted = kind.wanted(words, rows.len()) + around;
        let least = 2 + usize::from(pane.reference.is_some());
        let chart = Chart::new(words, pane);
        let slopes = Chart::slopes(words, pane);
        let widths = row_widths(words, pane, &rows, chart.as_ref());
        let wanted_rows = u16::try_from(wanted.max(least)).unwrap_or(u16::MAX);
        let least = if is_of_table { wanted_rows.min(FEW_ROWS) } else { kind.least_rows() };
        let count = kind.count(words);
        let listed = if words.analysis.has_unlisted() { LISTED } else { 0 };
        let title = truncate::width(&pane.title) + truncate::width(&count) + AROUND_TITLE + listed;
        let title = title.max(if pane.kind.has_findings() { UNDER_WAY } else { 0 });
        Self {
            periods: periods(words, &rows),
            foot: periods_and_sources(words, &rows),
            letters: letters_explained(words, &rows),
            count,
            is_mixed: is_mixed(words, &rows),
            needs: PaneNeeds {
                least,
                wanted: wanted_rows,
                further: if slopes.is_some() { SLOPES_HEIGHT } else { 0 },
                width: widths.least,
                short_width: widths.before_bars,
                full_width: widths.full,
                title_width: u16::try_from(title).unwrap_or(u16::MAX),
                has_bars: is_ranking,
                rest: u16::try_from(rows.len().saturating_sub(wanted)).unwrap_or(u16::MAX),
            },
            before_bars: widths.before_bars,
            bars: BarRange::new(words, pane, &rows),
            chart,
            slopes,
            first: if pane.kind == PaneKind::Series { row_of_question(words, &rows) } else { 0 },
            rows: rows.into(),
        }
    }
}

/// The row of the period that was asked for; the first one outside of tables.
fn row_of_question(words: Words, rows: &[Topic]) -> usize {
    let asked = words.dataset.slice.and_then(|slice| slice.period);
    let period = |row: &Topic| words.subject(row.figure()?)?.period;
    let found = asked.and_then(|asked| rows.iter().position(|row| period(row) == Some(asked)));
    found.unwrap_or(0)
}

fn has_one_publisher(dataset: &Dataset) -> bool {
    let mut sources = dataset.sources.iter().map(published);
    sources.next().is_some_and(|first| sources.all(|other| other == first))
}

fn is_mixed(words: Words, rows: &[Topic]) -> bool {
    let observations = rows.iter().filter_map(|row| words.observation(row.figure()?));
    let mut units = observations.filter(|observation| observation.value.is_some()).map(|o| o.unit);
    let first = units.next();
    first.is_none() || units.any(|unit| Some(unit) != first)
}
