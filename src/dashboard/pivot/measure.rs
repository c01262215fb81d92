//! Chooses what a question asks of each trade: money, weight, or money for each kilogram.

use super::NextQuestion;
use crate::dashboard::app::App;
use crate::dataset::{PaneKind, Period};
use crate::records::{AskedMeasure, Question};

/// The names of measures in an address.
pub(super) const WORDS: [(&str, AskedMeasure); 4] = [
    ("value", AskedMeasure::Value),
    ("weight", AskedMeasure::Weight),
    ("quantity", AskedMeasure::Quantity),
    ("unit_value", AskedMeasure::UnitValue),
];

impl App {
    /// The next measure of the table, to ask for instead.
    pub(in crate::dashboard) fn other_measure(&self) -> Option<AskedMeasure> {
        let pivot = self.pivot()?;
        let question = pivot.question();
        let there: Vec<AskedMeasure> = AskedMeasure::ALL
            .into_iter()
            .filter(|measure| pivot.catalog().has(*measure, question.flow))
            .collect();
        let now = there.iter().position(|measure| *measure == question.measure)?;
        there.get((now + 1) % there.len()).copied().filter(|measure| *measure != question.measure)
    }

    /// Asks for the next measure.
    pub(in crate::dashboard) fn next_measure(&mut self) {
        let question = self.pivot().map(|pivot| pivot.question().clone());
        if let Some((measure, question)) = self.other_measure().zip(question) {
            self.ask(NextQuestion::new(Question { measure, ..question }));
        }
    }

    /// True if rows of a pane of a table may have growth: it is a ranking of amounts, and the previous year is known.
    pub(in crate::dashboard) fn has_growth(&self, pane: usize) -> bool {
        let is_ranking = self.panes().get(pane).is_some_and(|pane| pane.kind == PaneKind::Ranking);
        let before = self.pivot().and_then(|pivot| {
            let question = pivot.question();
            let before = question.period.and_then(Period::year_before)?;
            let is_added_up = question.measure != AskedMeasure::UnitValue;
            (is_added_up && pivot.catalog().periods.contains(&Some(before))).then_some(before)
        });
        is_ranking && before.is_some()
    }
}
