//! Formats of records: which column has what.

use std::ops::ControlFlow;

use super::code_columns::{CodeColumn, PlainColumns};
use super::detail_codes::DetailCodes;
use super::number::{NumberCell, NumberStyle};
use super::record::Record;
use super::{AmountKind, Coded, ForeignRow, Meanings, RecordFormat, RowSink, Says, Unreadable};

/// Where the columns of a format are, from 0. A row is read by these alone.
#[derive(Debug, Clone, Default)]
pub(super) struct ColumnPlaces {
    pub reporter: CodeColumn,
    pub flow: CodeColumn,
    pub partner: CodeColumn,
    pub product: CodeColumn,
    pub period: Option<usize>,
    /// By [`AmountKind`].
    pub amounts: [Option<usize>; AmountKind::ALL.len()],
    /// By [`AmountKind`]: columns that say if the amount is estimated.
    pub estimated: [Option<usize>; AmountKind::ALL.len()],
    /// The unit of the quantity.
    pub quantity_unit: CodeColumn,
    /// A column that begins with the letter of the list that products are of.
    pub nomenclature: Option<usize>,
    /// Further dimensions.
    pub details: Vec<DetailColumn>,
}

/// A column of a further dimension.
#[derive(Debug, Clone, Copy)]
pub(super) struct DetailColumn {
    pub at: usize,
    /// The codes that stand for its whole; an empty cell does, too.
    pub wholes: &'static [&'static str],
    /// True where noughts fill up the codes of groups: 2000 contains 2100.
    pub is_filled_up: bool,
}

/// Reads records by their columns.
#[derive(Debug, Clone)]
pub(super) struct TableReader {
    pub columns: ColumnPlaces,
    /// By [`AmountKind`].
    pub styles: [NumberStyle; AmountKind::ALL.len()],
}

/// A format whose rows are read by the places of its columns alone.
pub(super) trait TableFormat: Meanings {
    fn table(&self) -> &TableReader;

    /// The reporter of all rows, in a format of one country alone.
    fn only_reporter(&self) -> Option<&'static str> {
        None
    }
}

impl<F: TableFormat> RecordFormat for F {
    fn columns(&self) -> Vec<usize> {
        self.table().columns.all()
    }

    fn amounts(&self) -> Vec<usize> {
        self.table().columns.amounts.into_iter().flatten().collect()
    }

    fn plain_columns(&self) -> Option<PlainColumns> {
        self.table().columns.plain().filter(|_| self.only_reporter().is_none())
    }

    fn sides(&self) -> [CodeColumn; 2] {
        [self.table().columns.reporter, self.table().columns.partner]
    }

    fn sides_of<'r>(&self, record: &Record<'r>) -> [Coded<'r>; 2] {
        let [reporter, partner] = self.sides().map(|side| side.of(record));
        [self.only_reporter().map_or(reporter, |code| Coded::from_code(code.as_bytes())), partner]
    }

    fn record(&self, record: &Record, sink: &mut dyn RowSink) -> ControlFlow<()> {
        let [reporter, partner] = self.sides_of(record);
        self.table().record([reporter, partner], record, sink)
    }
}

impl ColumnPlaces {
    pub fn has(&self, kind: AmountKind) -> bool {
        self.amounts[kind as usize].is_some()
    }

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

    /// The same, if the table has nothing but codes, values and weights.
    fn plain(&self) -> Option<PlainColumns> {
        let Self { reporter, flow, partner, product, period, amounts, .. } = *self;
        let is_plain = self.nomenclature.is_none()
            && self.details.is_empty()
            && self.estimated.iter().all(Option::is_none)
            && !self.has(AmountKind::Quantity);
        let period = CodeColumn { code: period, name: None };
        is_plain.then_some(PlainColumns { codes: [reporter, flow, partner, product, period], amounts })
    }

    /// The columns of codes and names.
    pub fn codes(&self) -> Vec<usize> {
        let coded = [self.reporter, self.flow, self.partner, self.product];
        let coded = coded.into_iter().flat_map(|column| [column.code, column.name]);
        coded.chain([self.period]).flatten().collect()
    }

    /// All columns that are read.
    pub fn all(&self) -> Vec<usize> {
        let others = [self.quantity_unit.code, self.quantity_unit.name, self.nomenclature].into_iter();
        let others = others.chain(self.amounts).chain(self.estimated).flatten();
        self.codes().into_iter().chain(others).chain(self.details.iter().map(|column| column.at)).collect()
    }
}

impl TableReader {
    /// Passes on what a record between a reporter and a partner says.
    fn record(
        &self,
        [reporter, partner]: [Coded; 2],
        record: &Record,
        sink: &mut dyn RowSink,
    ) -> ControlFlow<()> {
        let columns = &self.columns;
        let field = |at: Option<usize>| at.map_or(&[][..], |at| record.field(at));
        let mut row = ForeignRow {
            line: record.line,
            reporter,
            flow: columns.flow.of(record),
            partner,
            product: columns.product.of(record),
            period: CodeColumn { code: columns.period, name: None }.of(record),
            quantity_unit: columns.quantity_unit.of(record),
            nomenclature: letter(field(columns.nomenclature)),
            ..ForeignRow::default()
        };
        for (at, style) in self.styles.iter().enumerate() {
            row.amounts[at] =
                columns.amounts[at].map_or_else(NumberCell::default, |at| record.amount(at, *style));
            row.is_estimated[at] = is_true(field(columns.estimated[at]));
        }
        // A wrong weight or quantity costs that amount, not the row.
        if row.amounts[0] == NumberCell::Wrong {
            return sink.not_understood(Unreadable::Number, record.line, record.lines);
        }
        let mut details = DetailCodes::default();
        for (dimension, column) in columns.details.iter().enumerate() {
            let code = record.field(column.at).trim_ascii();
            if !code.is_empty() && !column.wholes.iter().any(|whole| whole.as_bytes() == code) {
                if column.is_filled_up {
                    details.push(dimension, &nested(code));
                } else {
                    details.push(dimension, code);
                }
            }
        }
        row.details = details.text();
        sink.row(&row)
    }
}

/// A code without the noughts at its end, behind a letter: numbers alone are not taken to contain others.
fn nested(code: &[u8]) -> Vec<u8> {
    let end = code.iter().rposition(|digit| *digit != b'0').map_or(0, |last| last + 1);
    [b"N", &code[..end]].concat()
}

/// The first byte of a cell; 0 for an empty one.
fn letter(cell: &[u8]) -> u8 {
    cell.first().copied().unwrap_or_default()
}

fn is_true(cell: &[u8]) -> bool {
    matches!(cell, b"1" | b"true" | b"True" | b"TRUE")
}
