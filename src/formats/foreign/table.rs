//! Formats in CSV: which column has what.

use std::io::{self, Read};
use std::ops::ControlFlow;

use super::lines::{Found, Record, each_record};
use super::number::{NumberCell, NumberStyle};
use super::{AmountKind, Coded, ForeignRow, RowSink, Says, Unreadable};

/// Where the columns of a format are, from 0. A row is read by these alone.
#[derive(Debug, Clone, Default)]
pub(super) struct Columns {
    pub reporter: CodeColumn,
    pub flow: CodeColumn,
    pub partner: CodeColumn,
    pub product: CodeColumn,
    pub period: Option<usize>,
    /// By [`AmountKind`].
    pub amounts: [Option<usize>; AmountKind::ALL.len()],
    /// By [`AmountKind`]: columns that say if the amount is estimated.
    pub estimated: [Option<usize>; AmountKind::ALL.len()],
    /// A column of status letters.
    pub status: Option<usize>,
    /// A column that begins with the letter of the list that products are of.
    pub nomenclature: Option<usize>,
    /// Further dimensions, each with the codes that stand for its whole; an empty cell does, too.
    pub details: Vec<(usize, &'static [&'static str])>,
}

/// The columns of a code and its name.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct CodeColumn {
    pub code: Option<usize>,
    pub name: Option<usize>,
}

/// Reads the rows of a CSV file by its columns.
#[derive(Debug, Clone)]
pub(super) struct TableReader {
    pub columns: Columns,
    /// How many names the header has.
    pub width: usize,
    pub delimiter: u8,
    /// By [`AmountKind`].
    pub styles: [NumberStyle; AmountKind::ALL.len()],
}

impl Columns {
    pub fn says(&self) -> Says {
        let has = |column: CodeColumn| column.code.or(column.name).is_some();
        Says {
            reporter: has(self.reporter),
            flow: has(self.flow),
            partner: has(self.partner),
            product: has(self.product),
            period: self.period.is_some(),
        }
    }
}

impl TableReader {
    /// Reads all rows below the header.
    pub fn read(&self, input: &mut dyn Read, sink: &mut dyn RowSink) -> io::Result<()> {
        let mut is_header = true;
        each_record(input, self.delimiter, |found| match found {
            Found::TooLong(line, lines) => sink.not_understood(Unreadable::TooLong, line, lines),
            Found::Record(_) if std::mem::take(&mut is_header) => ControlFlow::Continue(()),
            Found::Record(record) if !self.has_width(&record) => {
                sink.not_understood(Unreadable::Fields, record.line, record.lines)
            }
            Found::Record(record) => self.row(&record, sink),
        })
    }

    /// True for as many fields as the header has names, and perhaps empty ones behind them.
    fn has_width(&self, record: &Record) -> bool {
        record.len() >= self.width && (self.width..record.len()).all(|at| record.field(at).is_empty())
    }

    fn row(&self, record: &Record, sink: &mut dyn RowSink) -> ControlFlow<()> {
        let columns = &self.columns;
        let field = |at: Option<usize>| at.map_or(&[][..], |at| record.field(at));
        let coded = |column: CodeColumn| Coded { code: field(column.code), name: field(column.name) };
        let mut row = ForeignRow {
            line: record.line,
            reporter: coded(columns.reporter),
            flow: coded(columns.flow),
            partner: coded(columns.partner),
            product: coded(columns.product),
            period: field(columns.period),
            status: letter(field(columns.status)),
            nomenclature: letter(field(columns.nomenclature)),
            ..ForeignRow::default()
        };
        for (at, style) in self.styles.iter().enumerate() {
            row.amounts[at] = style.read(field(columns.amounts[at]));
            row.is_estimated[at] = is_true(field(columns.estimated[at]));
        }
        // A wrong weight costs the weight, not the row.
        if row.amounts[0] == NumberCell::Wrong {
            return sink.not_understood(Unreadable::Number, record.line, record.lines);
        }
        for (bit, (at, wholes)) in columns.details.iter().enumerate() {
            let code = record.field(*at).trim_ascii();
            let is_whole = code.is_empty() || wholes.iter().any(|whole| whole.as_bytes() == code);
            row.details |= u8::from(!is_whole) << bit;
        }
        sink.row(&row)
    }
}

/// The first byte of a cell; 0 for an empty one.
fn letter(cell: &[u8]) -> u8 {
    cell.first().copied().unwrap_or_default()
}

fn is_true(cell: &[u8]) -> bool {
    matches!(cell, b"1" | b"true" | b"True" | b"TRUE")
}
