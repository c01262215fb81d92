//! Makes records of the rows that a reader finds.

mod batch;
mod numbers;
mod only;

use std::ops::ControlFlow;

use super::aside::Aside;
use super::blocks::{BLOCK, Growing, KINDS, LineNumbers, RowDetails};
use super::catalog::{Catalog, in_file};
use super::column::{Column, Encodings};
use super::keys::{KeyColumns, Keys};
use super::rows::Records;
use super::sides::{OnlyPlace, Sides};
use super::tally::SetAside;
use super::{ReadProgress, cover, partner_groups, repeated};
use crate::formats::foreign::{
    AmountKind, FileFacts, ForeignReader, ForeignRow, KnownRows, LeftOut, RowAmount, RowSink, UnreadColumn,
    Unreadable,
};

/// After each so many rows it is looked at how many there will be: the bytes that are read may be far ahead of the first rows.
const FORESEEN_EVERY: u32 = 1 << 17;

/// Makes records of rows.
pub(super) struct RecordBuilder<'r> {
    reader: &'r dyn ForeignReader,
    watch: &'r ReadProgress,
    reporters: Column,
    partners: Column,
    flows: Column,
    products: Column,
    periods: Column,
    units: Column,
    seen: Encodings,
    growing: Growing,
    /// The numbers of rows that are added together.
    batch: KeyColumns,
    records: Records,
    rows: u32,
    /// The most rows that are kept.
    most: u32,
    /// True if the file can be read again, so that no row need be kept where there will be more.
    is_lasting: bool,
    /// The number of rows beyond those.
    beyond: u64,
    /// Whose rows are kept, unless all are; and the number of the place, once it has come.
    only: Option<OnlyPlace>,
    number: Option<u32>,
    /// The table that the rows are a part of, where they are only some.
    table: Option<&'r Catalog>,
    /// The list of products that the first row is of.
    nomenclature: Option<u8>,
    /// The file that is read, by its place; and true once one says other things than the first.
    file: u64,
    is_mixed: bool,
    /// Rows beyond those that are kept, as far as they are wholes.
    aside: Aside,
}

impl<'r> RecordBuilder<'r> {
    pub fn new(reader: &'r dyn ForeignReader, watch: &'r ReadProgress, most: u32) -> Self {
        let catalog = Catalog::new(reader.meanings().facts());
        Self {
            reader,
            watch,
            reporters: Column::default(),
            partners: Column::default(),
            flows: Column::default(),
            products: Column::default(),
            periods: Column::default(),
            units: Column::default(),
            seen: Encodings::default(),
            growing: Growing::default(),
            batch: KeyColumns::default(),
            records: Records { catalog, blocks: Vec::new(), lines: LineNumbers::default() },
            rows: 0,
            most,
            is_lasting: false,
            beyond: 0,
            only: None,
            number: None,
            table: None,
            nomenclature: None,
            file: 0,
            is_mixed: false,
            aside: Aside::default(),
        }
    }

    /// Begins with a file, whose place is `at`.
    pub fn begin(&mut self, reader: &'r dyn ForeignReader, at: u64) {
        (self.reader, self.file) = (reader, at);
        self.records.catalog.tally.add_unread(reader.meanings().unread());
    }

    /// True if a file says other things of its rows than the one before.
    pub fn is_mixed(&self) -> bool {
        self.is_mixed
    }

    /// The same, keeping only rows of one place of a table.
    pub fn only(self, only: Option<OnlyPlace>, table: &'r Catalog) -> Self {
        Self { only, table: Some(table), ..self }
    }

    /// The same of files that can be read again.
    pub fn lasting(self, is_lasting: bool) -> Self {
        Self { is_lasting, ..self }
    }

    /// True if there were more rows than are kept: then none are, only what the table has.
    pub fn has_more(&self) -> bool {
        self.beyond > 0
    }

    /// All records, with what follows from all of them together; where there are too many, the codes of places.
    pub fn finish(mut self) -> (Records, Option<Sides>) {
        self.end_block();
        let catalog = &mut self.records.catalog;
        catalog.encoding = if self.seen.is_western { "Windows-1252" } else { "UTF-8" };
        catalog.tally.rows = u64::from(self.rows) + self.beyond;
        self.records.blocks.shrink_to_fit();
        self.records.catalog.details.settle(&mut self.records.blocks);
        match self.table {
            Some(table) => partner_groups::settle_as(&mut self.records.catalog, table),
            None => partner_groups::settle(&mut self.records.catalog),
        }
        let repeated = repeated::find(&self.records);
        cover::decide(&mut self.records, &repeated);
        self.aside.count(&mut self.records.catalog);
        self.records.catalog.tally.lacks_repeated = self.beyond > 0;
        let sides = Sides { reporters: self.reporters, partners: self.partners };
        (self.records, Some(sides).filter(|_| self.beyond > 0))
    }

    /// Forgets the rows kept so far, which are of no use without the rest.
    fn forget(&mut self) {
        self.end_block();
        let Records { catalog, blocks, lines } = &mut self.records;
        self.aside.add_all(catalog, blocks, lines);
        (*blocks, *lines) = (Vec::new(), LineNumbers::default());
    }

    /// The line of a row, with the file that it is in.
    fn line(&self, line: u64) -> u64 {
        in_file(self.file, line)
    }

    fn end_block(&mut self) {
        if self.growing.len() == 0 {
            return;
        }
        let block = self.growing.finish();
        for kind in AmountKind::ALL {
            self.records.catalog.has_amount[kind as usize] |= block.has(kind);
        }
        self.records.blocks.push(block);
    }

    /// Adds a row that is wanted, or counts it where there is no room for more.
    #[inline]
    fn add(
        &mut self,
        keys: Keys,
        details: &RowDetails,
        amounts: &[impl RowAmount; KINDS],
        line: u64,
    ) -> ControlFlow<()> {
        let catalog = &mut self.records.catalog;
        if catalog.count_row(keys.reporter, keys.partner, keys.flow) {
            catalog.tally.set_aside(SetAside::FlowParts, line);
        }
        if self.rows >= self.most {
            if self.beyond == 0 {
                self.forget();
            }
            let has_amount = self.records.catalog.has_amount.iter_mut().zip(amounts);
            for ((has, amount), kind) in has_amount.zip(AmountKind::ALL) {
                let is_none = kind == AmountKind::Quantity && details.unit == 0;
                *has |= amount.number().is_some() && !is_none;
            }
            self.aside.add(&self.records.catalog, keys, line);
            self.beyond += 1;
            return if self.beyond.is_multiple_of(BLOCK as u64) {
                self.go_on()
            } else {
                ControlFlow::Continue(())
            };
        }
        self.records.lines.push(self.rows, line);
        self.rows += 1;
        self.growing.push(keys, details, amounts);
        if self.growing.len() == BLOCK {
            self.end_block();
            if self.is_lasting && self.rows.is_multiple_of(FORESEEN_EVERY) {
                self.foresee();
            }
            return self.go_on();
        }
        ControlFlow::Continue(())
    }

    /// Keeps no more rows where there will surely be more than can be kept: those so far are of no use then.
    fn foresee(&mut self) {
        let most = u64::from(self.most);
        if self.watch.expected(self.rows).is_some_and(|rows| rows > most + most / 4) {
            self.most = self.rows;
        }
    }

    fn go_on(&self) -> ControlFlow<()> {
        if self.watch.is_stopped() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }
}

impl RowSink for RecordBuilder<'_> {
    fn facts(&mut self, facts: FileFacts) {
        let known = &mut self.records.catalog.facts;
        self.is_mixed |= self.file > 0 && *known != facts;
        *known = facts;
    }

    fn unread(&mut self, columns: &[UnreadColumn]) {
        self.records.catalog.tally.add_unread(columns);
    }

    fn expect(&mut self, rows: u64) -> bool {
        if self.only.is_none() && u64::from(self.rows) + self.beyond + rows > self.most.into() {
            self.forget();
            self.most = 0;
        }
        self.most == 0
    }

    fn new_entries(&mut self) {
        let places = [&mut self.reporters, &mut self.partners];
        let others = [&mut self.flows, &mut self.products, &mut self.periods, &mut self.units];
        places.into_iter().chain(others).for_each(Column::forget_entries);
    }

    fn advance(&mut self, bytes: u64) {
        self.watch.advance(bytes);
    }

    fn row(&mut self, row: &ForeignRow) -> ControlFlow<()> {
        if row.nomenclature != 0 && *self.nomenclature.get_or_insert(row.nomenclature) != row.nomenclature {
            return self.left_out(LeftOut::OtherNomenclature, row.line);
        }
        let line = self.line(row.line);
        let keys = match self.keys(row) {
            Ok(keys) => keys,
            Err(why) => return self.not_understood(why, row.line, 1),
        };
        if !self.keeps(keys) {
            return ControlFlow::Continue(());
        }
        let unit = self.unit(row);
        let details = RowDetails::new(unit, row);
        self.add(keys, &details, &row.amounts, line)
    }

    fn known_rows(&mut self, rows: &KnownRows) -> (usize, ControlFlow<()>) {
        self.add_known(rows)
    }

    fn not_understood(&mut self, why: Unreadable, line: u64, lines: u64) -> ControlFlow<()> {
        let line = self.line(line);
        self.records.catalog.tally.not_understood(why, line, lines);
        self.go_on()
    }

    fn left_out(&mut self, why: LeftOut, line: u64) -> ControlFlow<()> {
        let line = self.line(line);
        self.records.catalog.tally.set_aside(SetAside::LeftOut(why), line);
        self.go_on()
    }
}
