//! Text taken apart into rows, every value with its place in the file. Nothing here knows what the rows mean.

pub mod binary;
pub mod brackets;
pub mod column_search;
pub mod csv;
pub mod document;
pub mod encoding;
pub mod fill;
pub mod header;
pub mod json;
pub mod named_file;
pub mod number;
pub mod parallel;
pub mod problems;
pub mod row;
pub mod row_reader;
pub mod suggest;
pub mod table;
