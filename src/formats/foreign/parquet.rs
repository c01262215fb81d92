//! Parquet: formats of records whose fields have types. Codes and names are text, so that a table says the same in Parquet as
//! in CSV.
//!
//! Only the columns that the format wants are read, and for the rows of one place no group whose statistics leave it out. A
//! row whose codes all came before in its group is passed on by their numbers (`known.rs`).

mod column;
mod file;
mod group;
mod hybrid;
mod kind;
mod known;
mod page;
mod plain;
mod shortest;
mod values;

use std::fs::File;
use std::io::{self, Read};

use ::parquet::file::reader::FileReader;

use super::{ForeignReader, Meanings, RenamedColumn, RowSink, WantedPlace};
use file::{Parquet, invalid};
use group::ParquetGroup;

/// The reader of a table in a file of Parquet.
///
/// # Errors
///
/// Those of the file, and `InvalidData` for one that is broken, has the columns of no format that is known, has one that
/// cannot be read, or lacks one that is renamed.
pub(crate) fn recognise_parquet(file: File, renamed: &[RenamedColumn]) -> io::Result<Box<dyn ForeignReader>> {
    Ok(Box::new(Parquet::open(file, renamed)?))
}

impl Parquet {
    /// Reads the rows of one place, or all.
    fn rows(&self, of: Option<&WantedPlace>, sink: &mut dyn RowSink) -> io::Result<()> {
        let groups = self.file.num_row_groups();
        let all = self.file.metadata().file_metadata().num_rows();
        let are_counted = of.is_none() && sink.expect(u64::try_from(all).unwrap_or_default());
        let share = self.size / u64::try_from(groups.max(1)).unwrap_or(1);
        let mut line = 0;
        for at in 0..groups {
            let group = self.file.get_row_group(at).map_err(|error| invalid(&error))?;
            let is_wanted = of.is_none_or(|of| self.may_have(&*group, of));
            if is_wanted {
                sink.new_entries();
                if ParquetGroup::new(self, &*group, are_counted)?.read(of, line, sink)?.is_break() {
                    return Ok(());
                }
            }
            line += u64::try_from(group.metadata().num_rows()).unwrap_or_default();
            sink.advance(share);
        }
        Ok(())
    }
}

impl ForeignReader for Parquet {
    fn meanings(&self) -> &dyn Meanings {
        &*self.format
    }

    fn has_lines(&self) -> bool {
        false
    }

    fn read(&self, _: &mut (dyn Read + Send), sink: &mut dyn RowSink) -> io::Result<()> {
        self.rows(None, sink)
    }

    fn read_of(&self, of: &WantedPlace, _: &mut (dyn Read + Send), sink: &mut dyn RowSink) -> io::Result<()> {
        self.rows(Some(of), sink)
    }
}

#[cfg(test)]
mod hostile;
#[cfg(test)]
mod reads;
#[cfg(test)]
pub(super) mod tests;
