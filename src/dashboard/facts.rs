//! The few figures that stand out: value and growth of a trade from the key figures, and the split of the total.

use rust_decimal::Decimal;

use super::app::App;
use crate::analysis::{Figure, Formula, Interval};
use crate::dataset::{Flow, Measure, Observation, Pane, PaneKind, Subject};
use crate::wording::Words;

/// The figures that stand out, at least two.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BigFigures {
    /// Values before growth.
    pub figures: Vec<Figure>,
    /// The split of the total, if exports, imports and total are known.
    pub split: Option<Split>,
}

/// A total trade, divided into exports and imports.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Split {
    /// The derived part of exports in the total.
    pub part: Figure,
    /// Its number, in per cent.
    pub exports: Interval,
}

/// The maximum number of figures that stand out.
const MOST: usize = 4;
/// The maximum number of values among them.
const MOST_VALUES: usize = 2;

impl BigFigures {
    /// The facts of the first pane of key figures; `None` if fewer than two of its rows qualify.
    pub fn new(words: Words, panes: &[Pane]) -> Option<Self> {
        let pane = panes.iter().find(|pane| pane.kind == PaneKind::Headline)?;
        let rows: Vec<(Figure, &Observation)> = pane
            .rows
            .iter()
            .filter_map(|at| Some((Figure::Published(*at), words.dataset.observations.get(*at)?)))
            .filter(|(_, row)| row.value.is_some() && is_plain(&row.subject))
            .collect();
        let mut figures = one_per_flow(&rows, Measure::Value);
        figures.truncate(MOST_VALUES);
        let growth = one_per_flow(&rows, Measure::Growth);
        let room = MOST - figures.len();
        figures.extend(growth.into_iter().take(room));
        (figures.len() >= 2).then(|| Self { split: Split::new(words, &figures), figures })
    }

    /// True if the figure is one of them.
    #[must_use]
    pub fn contains(&self, figure: Figure) -> bool {
        self.figures.contains(&figure)
    }
}

/// True for trade in all products by all modes.
fn is_plain(subject: &Subject) -> bool {
    subject.product.is_none() && subject.transport.is_none() && subject.flow != Flow::Balance
}

/// The first row of a measure for each flow.
fn one_per_flow(rows: &[(Figure, &Observation)], measure: Measure) -> Vec<Figure> {
    let mut flows = Vec::new();
    let mut figures = Vec::new();
    for (figure, row) in rows.iter().filter(|(_, row)| row.measure == measure) {
        if !flows.contains(&row.subject.flow) {
            flows.push(row.subject.flow);
            figures.push(*figure);
        }
    }
    figures
}

impl Split {
    fn new(words: Words, figures: &[Figure]) -> Option<Self> {
        let exports = figures.iter().find(|figure| {
            words.observation(**figure).is_some_and(|row| row.subject.flow == Flow::Exports)
        })?;
        let part = words.follows_by(*exports, &[Formula::Part, Formula::PartOfSum])?;
        let Figure::Derived(at) = part else { return None };
        let exported = words.derived(at)?.interval;
        let is_part =
            |interval: Interval| interval.low() >= Decimal::ZERO && interval.high() <= Decimal::ONE_HUNDRED;
        is_part(exported).then_some(Self { part, exports: exported })
    }
}

impl App {
    /// The figures that stand out; `None` if there are fewer than two.
    pub(crate) fn facts(&self) -> Option<&BigFigures> {
        self.model.facts.as_ref()
    }
}
