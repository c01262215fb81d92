//! Engines: what answers questions about a table.

use super::{
    AskError, AskedMeasure, Catalog, Failure, FileLine, Question, ReadProgress, TableAnswer, unit_value,
};

/// Answers questions about a table.
pub(crate) trait Engine: std::fmt::Debug + Send + Sync {
    /// The contents of the table.
    fn catalog(&self) -> &Catalog;

    /// True if the question is answered without reading the table again.
    fn is_instant(&self, _question: &Question) -> bool {
        true
    }

    /// Answers a question.
    ///
    /// # Errors
    ///
    /// If it was stopped, or could not be answered.
    fn ask(&self, question: &Question, watch: &ReadProgress) -> Result<TableAnswer, AskError> {
        if question.measure != AskedMeasure::UnitValue {
            return self.add_up(question, watch);
        }
        let values = Question { measure: AskedMeasure::Value, ..question.clone() };
        let (values, weights) = (self.add_up(&values, watch)?, self.add_up(question, watch)?);
        Ok(unit_value::joined(values, weights))
    }

    /// Adds up one amount of the rows that a question is about.
    ///
    /// # Errors
    ///
    /// As [`Self::ask`].
    fn add_up(&self, question: &Question, watch: &ReadProgress) -> Result<TableAnswer, AskError>;

    /// True if the lines can be shown that an answer is made of.
    fn has_lines(&self) -> bool {
        false
    }

    /// The first line of the file, and those that the trade of a question is added up from, 1,000 at most.
    ///
    /// # Errors
    ///
    /// If it was stopped, or the lines could not be read.
    fn lines(&self, _question: &Question, _watch: &ReadProgress) -> Result<Vec<FileLine>, AskError> {
        Err(Failure::NoLines.into())
    }
}
