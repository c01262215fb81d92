//! Records of a CSV file of any size, in memory for a few batches of them. While one batch is looked at, a thread reads
//! the next ones.

mod ahead;
mod form;
mod input;
mod plain;
mod record_batch;

use std::io::{self, Read};
use std::ops::ControlFlow;

use ahead::work_ahead;
pub(super) use form::{Form, FoundRecord};
use record_batch::{RecordBatch, Splitter};

/// Calls `each` with every record of `input` until it breaks. Blank lines are none.
pub(super) fn each_record(
    input: &mut (dyn Read + Send),
    form: Form,
    mut each: impl FnMut(FoundRecord) -> ControlFlow<()>,
) -> io::Result<()> {
    let mut splitter = Splitter::new(input, form);
    work_ahead(
        |batch: &mut RecordBatch| splitter.fill(batch),
        |batch| batch.records().try_for_each(&mut each),
    )
}

#[cfg(test)]
mod tests;
