//! Answers from records in memory.

use super::answer::Answer;
use super::builder::Records;
use super::catalog::Catalog;
use super::collect::Collector;
use super::question::Question;
use super::{AskError, Engine, Watch};

/// A table whose records are in memory: some 17 bytes for each row.
#[derive(Debug)]
pub(crate) struct Memory {
    records: Records,
}

impl Memory {
    pub(super) fn new(records: Records) -> Self {
        Self { records }
    }
}

impl Engine for Memory {
    fn catalog(&self) -> &Catalog {
        &self.records.catalog
    }

    fn ask(&self, question: &Question, watch: &Watch) -> Result<Answer, AskError> {
        let Some(mut collector) = Collector::new(&self.records.catalog, question) else {
            return Ok(Answer::empty(question.clone()));
        };
        let mut first = 0;
        for block in &self.records.blocks {
            if watch.is_stopped() {
                return Err(AskError::Stopped);
            }
            collector.take(block, first);
            first += u32::try_from(block.len).unwrap_or_default();
        }
        Ok(collector.finish(&self.records.lines))
    }
}
