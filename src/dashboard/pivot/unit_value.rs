//! Money for each kilogram of an open figure, where the rows of a table have both.

use crate::analysis::Figure;
use crate::dashboard::app::App;
use crate::dashboard::text_line::TextLine;
use crate::dataset::Flow;
use crate::records::{AskedMeasure, Question, ReadProgress};
use crate::text::wrap;
use crate::wording::unit_value;

impl App {
    /// The lines on the unit value of a figure in `width` columns, `terms` of them for the term in front; none where the table has no weights, or would have to be read for it.
    pub(in crate::dashboard) fn unit_value(&self, figure: Figure, terms: u16, width: u16) -> Vec<TextLine> {
        let said = self.unit_value_in_words(figure).unwrap_or_default();
        let lines = wrap(&said, width.saturating_sub(terms)).into_iter().filter(|line| !line.is_empty());
        let term = |at: usize| if at == 0 { "Unit value" } else { "" };
        lines
            .enumerate()
            .map(|(at, text)| TextLine { term: term(at).to_owned(), text, ..TextLine::default() })
            .collect()
    }

    fn unit_value_in_words(&self, figure: Figure) -> Option<String> {
        let pivot = self.pivot()?;
        let question = self.question_about(figure)?;
        let has_both = [AskedMeasure::Value, AskedMeasure::Weight]
            .into_iter()
            .all(|measure| pivot.catalog().has(measure, question.flow));
        // A balance has no weight of its own.
        let is_plain = question.measure == AskedMeasure::Value && question.flow != Some(Flow::Balance);
        if !has_both || !is_plain || !pivot.is_instant(&question) {
            return None;
        }
        let question = Question { measure: AskedMeasure::UnitValue, ..question };
        let answer = pivot.engine.ask(&question, &ReadProgress::default()).ok()?;
        unit_value(&answer.whole[0], pivot.catalog().facts.money_and_weight())
    }
}
