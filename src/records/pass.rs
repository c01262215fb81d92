//! Answers from passes over a file that has more rows than are kept: those of one reporter at a time.

use std::fmt;
use std::fs::File;
use std::io::Seek;
use std::sync::{Arc, Mutex, PoisonError};

use super::answer::TableAnswer;
use super::builder::RecordBuilder;
use super::catalog::Catalog;
use super::memory::MemoryTable;
use super::question::Question;
use super::sides::{OnlyPlace, Sides};
use super::watched::Watched;
use super::{AskError, Engine, FileLine, ReadProgress};
use crate::formats::foreign::ForeignReader;
use crate::records::Failure;
use crate::text::harmless::reason;

/// The most rows of one reporter.
const MOST_ROWS: u32 = 4_000_000;

/// A table that is read once for each reporter that is asked about. The file stays open: nothing else may be opened once
/// the dashboard runs.
pub(crate) struct Pass {
    parts: Vec<PassPart>,
    catalog: Catalog,
    sides: Sides,
    /// The rows that were read last, and of which reporter they are.
    kept: Mutex<Option<(Option<OnlyPlace>, Arc<MemoryTable>)>>,
}

/// One file of a table.
pub(super) struct PassPart {
    pub reader: Box<dyn ForeignReader>,
    pub file: File,
    pub size: u64,
}

impl Pass {
    pub(super) fn new(parts: Vec<PassPart>, catalog: Catalog, sides: Sides) -> Self {
        Self { parts, catalog, sides, kept: Mutex::default() }
    }

    /// Whose rows a question is about.
    fn only(&self, question: &Question) -> Option<OnlyPlace> {
        question.reporter.as_ref().map(|code| OnlyPlace {
            code: code.clone(),
            as_reporter: !question.is_mirror,
            as_partner: question.is_mirror || self.catalog.facts.is_reconciled,
        })
    }

    /// The rows that a question is about.
    fn rows(&self, question: &Question, watch: &ReadProgress) -> Result<Arc<MemoryTable>, AskError> {
        let only = self.only(question);
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, memory)) = kept.as_ref().filter(|(known, _)| *known == only) {
            return Ok(Arc::clone(memory));
        }
        // Both are not in memory together.
        *kept = None;
        let failed = |error: &std::io::Error| Failure::Said(reason(error));
        let first = self.parts.first().ok_or(Failure::NoFile)?;
        watch.begin(self.parts.iter().map(|part| part.size).sum());
        let mut builder =
            RecordBuilder::new(&*first.reader, watch, MOST_ROWS).only(only.clone(), &self.catalog);
        for (at, PassPart { reader, file, .. }) in (0..).zip(&self.parts) {
            let mut file = file;
            file.rewind().map_err(|error| failed(&error))?;
            builder.begin(&**reader, at);
            let mut input = Watched { input: file, watch };
            let read = match &only {
                Some(only) => {
                    reader.read_of(&self.sides.wanted(&self.catalog, only), &mut input, &mut builder)
                }
                None => reader.read(&mut input, &mut builder),
            };
            read.map_err(|error| failed(&error))?;
            if watch.is_stopped() {
                return Err(AskError::Stopped);
            }
        }
        if builder.has_more() {
            return Err(Failure::ManyRows(MOST_ROWS).into());
        }
        let memory = Arc::new(MemoryTable::new(builder.finish().0));
        *kept = Some((only, Arc::clone(&memory)));
        Ok(memory)
    }
}

impl fmt::Debug for Pass {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pass").field("files", &self.parts.len()).finish_non_exhaustive()
    }
}

impl Engine for Pass {
    fn catalog(&self) -> &Catalog {
        &self.catalog
    }

    fn is_instant(&self, question: &Question) -> bool {
        let kept = self.kept.try_lock();
        kept.is_ok_and(|kept| kept.as_ref().is_some_and(|(only, _)| *only == self.only(question)))
    }

    fn add_up(&self, question: &Question, watch: &ReadProgress) -> Result<TableAnswer, AskError> {
        self.rows(question, watch)?.add_up(question, watch)
    }

    fn has_lines(&self) -> bool {
        self.parts.len() == 1 && self.parts.iter().all(|part| part.reader.has_lines())
    }

    fn lines(&self, question: &Question, watch: &ReadProgress) -> Result<Vec<FileLine>, AskError> {
        let part = self.parts.first().filter(|_| self.has_lines()).ok_or(Failure::ScatteredLines)?;
        self.rows(question, watch)?.lines_in(&part.file, question, watch)
    }
}
