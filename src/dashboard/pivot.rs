//! A table that is too large to show: the dashboard answers one question about it at a time.
//!
//! An answer becomes an ordinary dataset, so that panes, addresses, exports and checks need not know where its figures
//! come from. A new question replaces the model; the question is part of the address.

mod address;
mod choices;
mod figure;
mod header;
mod measure;
mod next_question;
mod pending;
mod shown;
mod slice;
mod step;
mod steps;
mod unit_value;
mod way;
mod ways;

use std::io;
use std::path::Path;
use std::sync::Arc;

use super::model::Model;
use crate::dataset::{Dataset, Flow, Period};
use crate::records::{AskError, AskedMeasure, Catalog, Engine, Failure, Question, ReadProgress, TableSource};
use crate::wording::{SetAsideRows, set_aside};
pub(super) use address::WORDS;
pub(super) use next_question::NextQuestion;
pub(super) use pending::Pending;
use slice::PivotSlice;
pub use step::PivotStep;
pub use way::FigureWay;

/// The ids of the panes of an answer, in the order of their numbers.
const PANES: [&str; 5] = ["partners", "products", "periods", "flows", "checks"];

/// The outcome of a question.
type Asked = Result<(Pivot, Arc<Model>), AskError>;

/// A table, and the current question about it.
#[derive(Debug, Clone)]
pub struct Pivot {
    engine: Arc<dyn Engine>,
    /// The name of its file.
    name: Arc<str>,
    question: Question,
    /// The question that is asked first, which addresses omit.
    first: Question,
    lines: Arc<[u64]>,
}

impl Pivot {
    /// Asks the first question about a table: the trade of its first reporter in the latest period, exports if there
    /// are any.
    ///
    /// # Errors
    ///
    /// As [`Engine::ask`].
    pub(crate) fn new(engine: Arc<dyn Engine>, name: &str) -> Result<(Self, Dataset), AskError> {
        let mut last = None;
        for question in first_questions(engine.catalog()) {
            let answer = engine.ask(&question, &ReadProgress::default())?;
            if let Some((period, _)) = answer.periods.last().filter(|_| answer.whole[0].is_empty()) {
                let question = Question { period: Some(*period), ..question };
                last = Some(engine.ask(&question, &ReadProgress::default())?);
                break;
            }
            let has_rows = !answer.whole[0].is_empty();
            last = Some(answer);
            if has_rows {
                break;
            }
        }
        let answer = last.ok_or(Failure::Nothing)?;
        let question = answer.question.clone();
        let PivotSlice { dataset, lines } = PivotSlice::new(engine.catalog(), &answer, name);
        let pivot =
            Self { name: name.into(), first: question.clone(), question, lines: lines.into(), engine };
        Ok((pivot, dataset))
    }

    /// Asks the first question about the table in a file, and returns its answer as a dataset.
    ///
    /// # Errors
    ///
    /// If the file cannot be read, is not a known table, or has nothing to ask about.
    pub fn open(path: &Path) -> io::Result<(Self, Dataset)> {
        let source = TableSource::recognise(path, &[]).map_err(io::Error::other)?;
        let source = source.ok_or(io::ErrorKind::InvalidData)?;
        let engine = source.load(&ReadProgress::default()).map_err(io::Error::other)?;
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        Self::new(Arc::from(engine), &name).map_err(io::Error::other)
    }

    pub(crate) fn catalog(&self) -> &Catalog {
        self.engine.catalog()
    }

    pub(crate) fn question(&self) -> &Question {
        &self.question
    }

    /// The answer to another question, derived and checked.
    fn answer(&self, next: &NextQuestion, watch: &ReadProgress) -> Asked {
        let question = next.question.clone();
        let answer = self.engine.ask(&question, watch)?;
        let PivotSlice { dataset, lines } = PivotSlice::new(self.catalog(), &answer, &self.name);
        Ok((Self { question, lines: lines.into(), ..self.clone() }, Arc::new(Model::new(dataset))))
    }

    /// True if a question is answered without a pass over the table.
    fn is_instant(&self, question: &Question) -> bool {
        self.engine.is_instant(question)
    }

    /// The rows that no figure counts, with their line numbers in the file that contains them.
    pub(crate) fn set_aside(&self) -> Vec<SetAsideRows> {
        let catalog = self.catalog();
        let mut kinds = set_aside(&catalog.tally);
        for line in kinds.iter_mut().flat_map(|kind| &mut kind.lines) {
            *line = catalog.located(*line).1;
        }
        kinds
    }

    /// The first line of each figure of the answer.
    pub(crate) fn lines(&self) -> &[u64] {
        &self.lines
    }
}

/// Candidates for the first question: the latest period, each flow, in values unless the table has only other amounts.
fn first_questions(catalog: &Catalog) -> Vec<Question> {
    let reporter = catalog.reporters().next().map(|place| place.code.clone());
    let latest = |period: &Period| (period.end(), std::cmp::Reverse(period.start()));
    let flows: Vec<Option<Flow>> = match catalog.askable_flows(false) {
        flows if flows.is_empty() => vec![None],
        flows => flows.into_iter().map(Some).collect(),
    };
    let amounts = [AskedMeasure::Value, AskedMeasure::Weight, AskedMeasure::Quantity];
    let measure = amounts.into_iter().find(|measure| catalog.has(*measure, None));
    let question = Question {
        reporter: reporter.filter(|_| catalog.facts.says.reporter),
        flow: None,
        period: catalog.all_periods().into_iter().max_by_key(latest),
        partner: None,
        product: None,
        measure: measure.unwrap_or(AskedMeasure::Value),
        is_mirror: false,
    };
    flows.into_iter().map(|flow| Question { flow, ..question.clone() }).collect()
}
