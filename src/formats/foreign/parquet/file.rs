//! A file of Parquet whose format is recognised.

use std::fs::File;
use std::io;

use ::parquet::errors::ParquetError;
use ::parquet::file::metadata::ColumnChunkMetaData;
use ::parquet::file::reader::{FileReader, RowGroupReader, SerializedFileReader};

use super::super::RenamedColumn;
use super::column::{CellUse, GroupColumn};
use super::kind::ValueKind;
use crate::formats::Refusal;
use crate::formats::foreign::WantedPlace;
use crate::formats::foreign::code_columns::PlainColumns;
use crate::formats::foreign::head::Head;
use crate::formats::foreign::reader::RecordFormat;
use crate::formats::foreign::recognise::record_format;
use crate::formats::foreign::unknown::unknown_columns;
use crate::text::harmless::harmless;

/// How many rows are looked at to recognise a format.
const SAMPLE: usize = 200;

/// The columns that are read may unpack to this many times the size of the file, and to this much in any case.
const MOST_TIMES: i64 = 200;
const ALWAYS: i64 = 64 << 20;

/// A file of Parquet.
pub(super) struct Parquet {
    pub file: SerializedFileReader<File>,
    pub format: Box<dyn RecordFormat>,
    /// Columns with a value for each row, with their places among all columns of the file and how they are read.
    pub columns: Vec<(usize, ValueKind)>,
    /// The places of the columns that the format reads, those of the reporter and the partner first.
    pub wanted: Vec<usize>,
    /// How many of these are of the reporter and the partner.
    pub sides: usize,
    /// By their meaning, where a row says nothing but codes and amounts.
    pub plain: Option<PlainColumns>,
    pub size: u64,
}

impl Parquet {
    pub fn open(file: File, renamed: &[RenamedColumn]) -> io::Result<Self> {
        let size = file.metadata()?.len();
        let file = SerializedFileReader::new(file).map_err(|error| invalid(&error))?;
        let schema = file.metadata().file_metadata().schema_descr_ptr();
        let flat = schema.columns().iter().enumerate().filter(|(_, column)| {
            column.max_rep_level() == 0 && column.max_def_level() <= 1 && column.path().parts().len() == 1
        });
        let columns: Vec<(usize, String, Option<ValueKind>)> =
            flat.map(|(at, column)| (at, column.name().to_owned(), ValueKind::new(column))).collect();
        let names = columns.iter().map(|(_, name, _)| name.trim().to_owned()).collect();
        let readable: Vec<(usize, ValueKind)> =
            columns.iter().map(|(at, _, kind)| (*at, kind.unwrap_or(ValueKind::Unreadable))).collect();
        let sample = sample(&file, &readable)?;
        let head = Head::from_columns(names, sample, renamed);
        if let Some(missing) = head.lacks_renamed {
            return Err(Refusal::NoColumn(missing).into());
        }
        let format = record_format(&head).ok_or_else(|| unknown_columns(&head))?;
        format.check()?;
        let mut wanted: Vec<usize> = Vec::new();
        let mut want = |all: &[usize]| {
            for at in all {
                if !wanted.contains(at) {
                    wanted.push(*at);
                }
            }
            wanted.len()
        };
        let sides = format.sides().map(|side| [side.code, side.name]);
        let sides = want(&sides.into_iter().flatten().flatten().collect::<Vec<_>>());
        want(&format.columns());
        if let Some((_, name, _)) =
            wanted.iter().filter_map(|at| columns.get(*at)).find(|(.., kind)| kind.is_none())
        {
            return Err(Refusal::ParquetType(harmless(name)).into());
        }
        let plain = format.plain_columns();
        let parquet = Self { file, format, columns: readable, wanted, sides, plain, size };
        parquet.check_size()?;
        Ok(parquet)
    }

    /// Refuses a small file that would fill the memory.
    fn check_size(&self) -> io::Result<()> {
        let most = i64::try_from(self.size).unwrap_or(i64::MAX).saturating_mul(MOST_TIMES).max(ALWAYS);
        let leaves = || self.wanted.iter().filter_map(|at| self.columns.get(*at)).map(|(leaf, _)| *leaf);
        let unpacked = self.file.metadata().row_groups().iter().flat_map(|group| {
            leaves().filter_map(|leaf| group.columns().get(leaf)).map(ColumnChunkMetaData::uncompressed_size)
        });
        if unpacked.fold(0i64, i64::saturating_add) <= most {
            return Ok(());
        }
        Err(Refusal::Swells { most: MOST_TIMES.unsigned_abs() }.into())
    }

    /// False if the statistics of a group of rows say that none is of the place.
    pub fn may_have(&self, group: &dyn RowGroupReader, of: &WantedPlace) -> bool {
        let [reporter, partner] = self.format.sides();
        let codes = [(reporter, &of.as_reporter), (partner, &of.as_partner)];
        codes.into_iter().filter(|(_, codes)| !codes.is_empty()).any(|(side, codes)| {
            // Rows without a code are known by their name.
            let Some(at) =
                side.code.filter(|_| side.name.is_none()).or(side.name.filter(|_| side.code.is_none()))
            else {
                return true;
            };
            let Some((leaf, kind)) = self.columns.get(at) else { return true };
            let chunk = group.metadata().columns().get(*leaf);
            let statistics = chunk.and_then(|chunk| chunk.statistics());
            statistics.is_none_or(|statistics| codes.iter().any(|code| kind.may_have(statistics, code)))
        })
    }
}

/// Some rows as text, by which a format is recognised.
fn sample(file: &SerializedFileReader<File>, columns: &[(usize, ValueKind)]) -> io::Result<Vec<Vec<String>>> {
    if file.num_row_groups() == 0 {
        return Ok(Vec::new());
    }
    let group = file.get_row_group(0).map_err(|error| invalid(&error))?;
    let count = usize::try_from(group.metadata().num_rows()).unwrap_or_default().min(SAMPLE);
    let mut rows = vec![vec![String::new(); columns.len()]; count];
    for (at, (leaf, kind)) in columns.iter().enumerate() {
        if *kind == ValueKind::Unreadable {
            continue;
        }
        let mut column = GroupColumn::new(&*group, (*leaf, *kind), CellUse::Text)?;
        let mut done = 0;
        while done < count {
            let ready = column.ready()?.min(count - done);
            column.read(ready)?;
            for row in 0..ready {
                rows[done + row][at] = String::from_utf8_lossy(column.cell(row).text).into_owned();
            }
            done += ready;
        }
    }
    Ok(rows)
}

pub(super) fn invalid(error: &ParquetError) -> io::Error {
    Refusal::BrokenParquet(harmless(&error.to_string())).into()
}
