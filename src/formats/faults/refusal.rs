//! Everything for which a file of others is refused, and the words for it.
//!
//! A message reads on from the name of the file, as in `trade.zip: is an archive without files`.

use std::io;

#[cfg(feature = "parquet")]
use ::parquet::errors::ParquetError;

use super::{JsonMismatch, UnknownTable};
use crate::formats::DESCRIPTOR;
use crate::text::harmless::harmless;

/// Why a file, a folder or a stream is not read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Refusal {
    #[error("is an archive (zip), which can be read only from a file; save it to one")]
    StreamedArchive,
    #[error("is a broken archive: {0}")]
    BrokenArchive(String),
    #[error("is the workbook of a spreadsheet, which is not read (save its sheet as CSV)")]
    Workbook,
    #[error("is an encrypted archive")]
    EncryptedArchive,
    #[error("is an archive that is packed in another way than usual (deflate)")]
    ArchiveMethod,
    #[error("is an archive without files")]
    EmptyArchive,
    #[error("the archive is damaged: a checksum is wrong")]
    Checksum,
    #[error("unpacks to more than {most} times its size")]
    Swells { most: u64 },
    #[error("is broken UTF-16, or more of it than is read")]
    Utf16,
    #[error("is packed, and nothing in it is a table that is known (unpack it, to read anything else)")]
    PackedOther,
    #[error("holds {count} tables ({names}); unpack the one that is meant, or all into a folder")]
    PackedTables { count: usize, names: String },
    #[error("is a folder with {files} files; {most} at most are read")]
    LargeFolder { files: usize, most: usize },
    #[error("is a folder without {DESCRIPTOR} and without a table that is known")]
    FolderOfOthers,
    #[error("is Parquet, which can be read only from a file that is not packed; save it to one")]
    StreamedParquet,
    #[cfg(not(feature = "parquet"))]
    #[error("is in Parquet, which this program is built without")]
    NoParquet,
    #[cfg(feature = "parquet")]
    #[error("is broken Parquet, or of a kind that is not read: {0}")]
    BrokenParquet(String),
    #[cfg(feature = "parquet")]
    #[error("the column {0} is of a type that is not read")]
    ParquetType(String),
    #[error(
        "is no table of trade by period: the dimensions lack a period, or a partner, a flow and a product"
    )]
    NotOfTrade,
    #[error("has no column {}, which --rename names", harmless(.0))]
    NoColumn(String),
    #[error("{0}")]
    UnknownTable(Box<UnknownTable>),
    #[error(
        "names a power of ten in a line next to the table, and it is not clear if the values are in it: {} (say what a column \
         is, such as --rename 'Value=value, million USD')",
        harmless(.0)
    )]
    UnclearPower(String),
    #[error("measures only shares, indices, growth or the like, no values or weights of trade")]
    Ratios,
    #[error("line {line}, column {column}: is no JSON from here on")]
    NoJson { line: usize, column: usize },
    #[error("ends in line {line}, in the middle of a value")]
    JsonEnds { line: usize },
    #[error("line {line}, column {column}: {mismatch}")]
    JsonValue { line: usize, column: usize, mismatch: JsonMismatch },
    #[error("\"{0}\" is missing")]
    Missing(&'static str),
    #[error("an observation has no place")]
    Nowhere,
    #[error("a value has no place in the table")]
    ValueNowhere,
    #[error("\"value\" has {values} values, and the dimensions have {cells} cells")]
    OtherCount { values: usize, cells: usize },
    #[error("is a collection of datasets; save the one that is meant to a file of its own")]
    Collection,
    #[error("holds several datasets ({0}, {1}); save the one that is meant to a file of its own")]
    Datasets(String, String),
    #[error("a dimension is missing")]
    NoDimension,
    #[error("\"id\" and \"size\" do not make a table")]
    NoTable,
    #[error("the dimension {0} has several categories and no \"index\" that gives their order")]
    NoIndex(String),
    #[error("the categories of a dimension have no order")]
    Unordered,
    #[error("a dimension has fewer categories than \"size\" says")]
    FewCategories,
}

/// Why a page of Parquet is not read.
#[cfg(feature = "parquet")]
#[derive(Debug, thiserror::Error)]
pub(crate) enum PageFault {
    #[error("a page ends too early")]
    Short,
    #[error("a column begins or ends where no file has anything")]
    Place,
    #[error("a column has fewer rows than its group")]
    FewRows,
    #[error("a column has more rows than its group")]
    ManyRows,
    #[error("a page has a run of an impossible length or width")]
    Run,
    #[error("a code is not in the dictionary")]
    Code,
    #[error("a column has codes without a dictionary, or two dictionaries")]
    Dictionary,
    #[error("a page has an encoding that its column does not announce")]
    Encoding,
    #[error(transparent)]
    Library(#[from] ParquetError),
}

/// The outcome of reading a page of Parquet.
#[cfg(feature = "parquet")]
pub(crate) type PageResult<T> = Result<T, PageFault>;

#[cfg(feature = "parquet")]
impl From<PageFault> for io::Error {
    fn from(fault: PageFault) -> Self {
        // The library quotes names that stand in the file.
        Refusal::BrokenParquet(harmless(&fault.to_string())).into()
    }
}

impl From<Refusal> for io::Error {
    fn from(refusal: Refusal) -> Self {
        Self::new(io::ErrorKind::InvalidData, refusal)
    }
}
