//! Rows of Parquet by the entries of their codes, and the same rows in full.

use std::io;
use std::ops::ControlFlow;

use crate::formats::foreign::{
    FileFacts, ForeignReader, ForeignRow, KnownRows, LeftOut, RowSink, TestColumn, Unreadable, WantedPlace,
    file, recognise_parquet,
};
use crate::records::ReadProgress;
use crate::records::builder::RecordBuilder;
use crate::records::catalog::Catalog;
use crate::records::sides::OnlyPlace;

/// Passes rows on, in full if they are to be, as though no code were ever known.
struct PassedOn<'s> {
    to: &'s mut dyn RowSink,
    is_in_full: bool,
    /// The number of rows taken by their entries.
    known: usize,
}

impl RowSink for PassedOn<'_> {
    fn known_rows(&mut self, rows: &KnownRows) -> (usize, ControlFlow<()>) {
        let none = (0, ControlFlow::Continue(()));
        let (taken, flow) = if self.is_in_full { none } else { self.to.known_rows(rows) };
        self.known += taken;
        (taken, flow)
    }

    fn facts(&mut self, facts: FileFacts) {
        self.to.facts(facts);
    }

    fn expect(&mut self, rows: u64) -> bool {
        self.to.expect(rows)
    }

    fn new_entries(&mut self) {
        self.to.new_entries();
    }

    fn row(&mut self, row: &ForeignRow) -> ControlFlow<()> {
        self.to.row(row)
    }

    fn not_understood(&mut self, why: Unreadable, line: u64, lines: u64) -> ControlFlow<()> {
        self.to.not_understood(why, line, lines)
    }

    fn left_out(&mut self, why: LeftOut, line: u64) -> ControlFlow<()> {
        self.to.left_out(why, line)
    }
}

fn columns<'g>(group: &'g [Vec<&'static str>; 6]) -> Vec<TestColumn<'g>> {
    let [texts @ .., values] = group;
    texts.iter().map(|texts| TestColumn::Texts(texts)).chain([TestColumn::Doubles(values)]).collect()
}

/// A table of three groups in random order. Some cells are null, a period and some values are none, flows are of all kinds.
fn table() -> Box<dyn ForeignReader> {
    let mut state = 4_711_u64;
    let mut texts = |all: &[&'static str]| -> Vec<&'static str> {
        let mut next = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            usize::try_from(state >> 40).expect("24 bits")
        };
        (0..6_000).map(|_| all[next() % all.len()]).collect()
    };
    let groups: Vec<[Vec<&str>; 6]> = (0..3)
        .map(|_| {
            [
                texts(&["CHN", "KAZ", "398", "UZB", ""]),
                texts(&["X", "M", "RX", "M", "X", "Q", ""]),
                texts(&["CHN", "KAZ", "W00", "KGZ", "A1", ""]),
                texts(&["TOTAL", "27", "2709", "270900", "84", ""]),
                texts(&["2020", "2021", "2022", "202205", "never", ""]),
                texts(&["0", "1250000.5", "98765.43", "0.1", "-7", "NaN", "1e300", "1e-7"]),
            ]
        })
        .collect();
    let schema = "optional binary reporterISO (UTF8); optional binary flowCode (UTF8); optional binary partnerISO (UTF8); \
        optional binary cmdCode (UTF8); optional binary period (UTF8); required double primaryValue;";
    let written = file(schema, &groups.iter().map(columns).collect::<Vec<_>>());
    let file = written.reopen().expect("the file");
    recognise_parquet(file, &[]).expect("a known format")
}

/// All that is kept of a table, and what is counted.
fn kept(reader: &dyn ForeignReader, most: u32, only: Option<&str>, is_in_full: bool) -> String {
    let watch = ReadProgress::default();
    let wanted = only.map(|code| {
        let codes = vec![code.as_bytes().to_vec()];
        (
            OnlyPlace { code: code.to_owned(), as_reporter: true, as_partner: true },
            WantedPlace { as_reporter: codes.clone(), as_partner: codes },
        )
    });
    let (only, wanted) = wanted.unzip();
    let table = Catalog::new(reader.meanings().facts());
    let mut builder = RecordBuilder::new(reader, &watch, most).only(only, &table);
    let mut sink = PassedOn { to: &mut builder, is_in_full, known: 0 };
    match &wanted {
        Some(wanted) => reader.read_of(wanted, &mut io::empty(), &mut sink),
        None => reader.read(&mut io::empty(), &mut sink),
    }
    .expect("rows");
    assert_eq!(sink.known == 0, is_in_full, "nearly all codes come again");
    let records = builder.finish().0;
    let catalog = &records.catalog;
    let counted = (&catalog.roles, &catalog.has_amount, &catalog.tally, &catalog.reports);
    let named = (&catalog.places, &catalog.flows, &catalog.periods, &catalog.products);
    format!("{counted:?} {named:?} {:?} {:?}", records.blocks, records.lines)
}

#[test]
fn rows_by_the_entries_of_their_codes_are_the_rows_in_full() {
    let table = table();
    for only in [None, Some("CHN"), Some("KAZ"), Some("KGZ")] {
        for most in [100_000, 2_000, 0] {
            let [known, full] = [false, true].map(|is_in_full| kept(&*table, most, only, is_in_full));
            assert!(known == full, "{only:?}, {most} rows are kept");
        }
    }
}
