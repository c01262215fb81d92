//! Chooses the amount that a question asks for: money or weight.

use super::NextQuestion;
use crate::dashboard::app::App;
use crate::dataset::{PaneKind, Period};
use crate::formats::foreign::AmountKind;
use crate::records::Question;

/// The names of amounts in an address.
pub(super) const WORDS: [(&str, AmountKind); 2] =
    [("money", AmountKind::Value), ("weight", AmountKind::Weight)];

impl App {
    /// The next amount of the table, to ask for instead.
    pub(in crate::dashboard) fn other_amount(&self) -> Option<AmountKind> {
        let pivot = self.pivot()?;
        let has = |kind: &&AmountKind| pivot.catalog().has_amount[**kind as usize];
        let there: Vec<AmountKind> = AmountKind::ALL.iter().filter(has).copied().collect();
        let now = there.iter().position(|kind| *kind == pivot.question().amount)?;
        there.get((now + 1) % there.len()).copied().filter(|kind| *kind != pivot.question().amount)
    }

    /// Asks for the next amount.
    pub(in crate::dashboard) fn next_amount(&mut self) {
        let question = self.pivot().map(|pivot| pivot.question().clone());
        if let Some((amount, question)) = self.other_amount().zip(question) {
            self.ask(NextQuestion::new(Question { amount, ..question }));
        }
    }

    /// True if rows of a pane of a table may have growth: it is a ranking, and the previous year is known.
    pub(in crate::dashboard) fn has_growth(&self, pane: usize) -> bool {
        let is_ranking = self.panes().get(pane).is_some_and(|pane| pane.kind == PaneKind::Ranking);
        let before = self.pivot().and_then(|pivot| {
            let before = pivot.question().period.and_then(Period::year_before)?;
            pivot.catalog().periods.contains(&Some(before)).then_some(before)
        });
        is_ranking && before.is_some()
    }
}
