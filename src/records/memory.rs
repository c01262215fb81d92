//! Answers from records in memory.

use std::fs::File;

use super::answer::TableAnswer;
use super::catalog::Catalog;
use super::collect::Collector;
use super::question::Question;
use super::rows::Records;
use super::{AskError, Engine, FileLine, ReadProgress, file_lines};
use crate::records::Failure;
use crate::text::harmless::reason;

/// A table whose records are in memory: some 17 bytes for each row.
#[derive(Debug)]
pub(crate) struct MemoryTable {
    records: Records,
    /// The file that they come from, if its lines can be read again.
    file: Option<File>,
}

impl MemoryTable {
    pub(super) fn new(records: Records) -> Self {
        Self { records, file: None }
    }

    /// The same, whose rows can be shown as their file has them.
    pub(super) fn with_file(self, file: Option<File>) -> Self {
        Self { file, ..self }
    }

    /// Shows all records to a collector.
    fn collect<'q>(
        &self,
        mut collector: Collector<'q>,
        watch: &ReadProgress,
    ) -> Result<Collector<'q>, AskError> {
        let mut first = 0;
        for block in &self.records.blocks {
            if watch.is_stopped() {
                return Err(AskError::Stopped);
            }
            collector.take(block, first);
            first += u32::try_from(block.len).unwrap_or_default();
        }
        Ok(collector)
    }

    /// The lines of `file` that the trade of a question is added up from, behind its first one.
    pub(super) fn lines_in(
        &self,
        file: &File,
        question: &Question,
        watch: &ReadProgress,
    ) -> Result<Vec<FileLine>, AskError> {
        let Some(collector) = Collector::new(&self.records.catalog, question) else { return Ok(Vec::new()) };
        let rows = self.collect(collector.tracing(), watch)?.traced();
        let mut numbers: Vec<u64> = rows.into_iter().map(|row| self.records.lines.line(row)).collect();
        if numbers.first() != Some(&1) {
            numbers.insert(0, 1);
        }
        let found = file_lines::read(file, &numbers, watch);
        let found = found.map_err(|error| Failure::Said(reason(&error)))?;
        if watch.is_stopped() { Err(AskError::Stopped) } else { Ok(found) }
    }
}

impl Engine for MemoryTable {
    fn catalog(&self) -> &Catalog {
        &self.records.catalog
    }

    fn add_up(&self, question: &Question, watch: &ReadProgress) -> Result<TableAnswer, AskError> {
        let Some(collector) = Collector::new(&self.records.catalog, question) else {
            return Ok(TableAnswer::empty(question.clone()));
        };
        Ok(self.collect(collector, watch)?.finish(&self.records.lines))
    }

    fn has_lines(&self) -> bool {
        self.file.is_some()
    }

    fn lines(&self, question: &Question, watch: &ReadProgress) -> Result<Vec<FileLine>, AskError> {
        let Some(file) = &self.file else {
            return Err(Failure::PackedLines.into());
        };
        self.lines_in(file, question, watch)
    }
}
