//! Everything that can be wrong or odd in what is read, and the words for it: the one place before `wording` with
//! sentences about files.

mod expected;
mod fault;
mod located;
mod mismatch;
mod named_file;
mod parts;
mod refusal;
mod unknown_table;

pub use expected::{DialectMember, Expected, JsonKind, RowKind};
pub use fault::Fault;
pub use located::{Problem, ReadError};
pub(super) use mismatch::{JsonMismatch, without_place};
pub(super) use named_file::FileFault;
pub use parts::{NumberAdvice, Quoted, Suggestion};
pub(crate) use refusal::Refusal;
#[cfg(feature = "parquet")]
pub(super) use refusal::{PageFault, PageResult};
pub(crate) use unknown_table::{Lack, UnknownTable};
