//! A row as it was written, before anybody asks what it means: the same for every format.

use std::borrow::Cow;

use super::column_search::Columns;

/// One row of a resource. It is filled again for each row of a file, so that reading allocates nothing per row.
#[derive(Default)]
pub struct Row<'a> {
    /// Number of the row in its resource, from 0.
    pub index: usize,
    /// Where the row begins in the document, in bytes.
    pub offset: usize,
    /// One slot per known column; `None` if the row does not have it.
    cells: Vec<Option<Cell<'a>>>,
}

/// The value of a row in one column, and its place.
pub struct Cell<'a> {
    pub content: Content<'a>,
    /// Where it begins in the document, in bytes.
    pub offset: usize,
}

/// A value of a row, not yet interpreted.
pub enum Content<'a> {
    /// No value.
    Null,
    /// A value of a JSON text.
    Json(&'a str),
    /// A field of a CSV text, unquoted.
    Field(Cow<'a, str>),
}

impl<'a> Row<'a> {
    /// Empties the row and makes room for each of `columns`.
    pub fn start(&mut self, index: usize, offset: usize, columns: &Columns) {
        (self.index, self.offset) = (index, offset);
        self.cells.clear();
        self.cells.resize_with(columns.names.len(), || None);
    }

    /// Puts a value into a column; false if the row has one there already.
    pub fn set(&mut self, column: usize, content: Content<'a>, offset: usize) -> bool {
        match self.cells.get_mut(column) {
            Some(slot @ None) => {
                *slot = Some(Cell { content, offset });
                true
            }
            Some(Some(_)) | None => false,
        }
    }

    /// The cell in a column, if the row has one.
    pub fn cell(&self, column: usize) -> Option<&Cell<'a>> {
        self.cells.get(column)?.as_ref()
    }
}
