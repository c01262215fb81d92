//! How much of a file is read for a question.

use std::num::NonZeroU32;
use std::ops::ControlFlow;

use super::super::{ForeignRow, KnownRows, LeftOut, Unreadable};
use super::tests::{TestColumn, file, open};
use super::*;

/// Counts groups and rows as somebody who keeps all codes of a group in mind.
#[derive(Default)]
struct CountedReads {
    groups: usize,
    in_full: usize,
    by_entries: usize,
    codes: [Vec<u32>; 5],
}

impl RowSink for CountedReads {
    fn new_entries(&mut self) {
        self.groups += 1;
        self.codes.iter_mut().for_each(Vec::clear);
    }

    fn row(&mut self, row: &ForeignRow) -> ControlFlow<()> {
        self.in_full += 1;
        for (codes, coded) in
            self.codes.iter_mut().zip([row.reporter, row.flow, row.partner, row.product, row.period])
        {
            codes.push(coded.entry.map_or(0, NonZeroU32::get));
        }
        ControlFlow::Continue(())
    }

    fn known_rows(&mut self, rows: &KnownRows) -> (usize, ControlFlow<()>) {
        let is_known = |row: &usize| {
            let mut columns = self.codes.iter().zip(rows.entries);
            columns.all(|(codes, entries)| codes.contains(entries.get(*row).unwrap_or(&0)))
        };
        let taken = (0..rows.len()).take_while(is_known).count();
        self.by_entries += taken;
        (taken, ControlFlow::Continue(()))
    }

    fn not_understood(&mut self, _: Unreadable, _: u64, _: u64) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }

    fn left_out(&mut self, _: LeftOut, _: u64) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }
}

#[test]
fn a_question_reads_the_groups_of_its_reporter_and_each_code_of_a_group_once() {
    const ROWS: usize = 300;
    let products: Vec<&str> = ["27", "72", "84"].into_iter().cycle().take(ROWS).collect();
    let values: Vec<&str> = ["1", "2.5"].into_iter().cycle().take(ROWS).collect();
    // Sorted by reporter; the second group has the last rows of one and the first rows of the next.
    let reporters = [["CHN", "CHN"], ["CHN", "KAZ"], ["KAZ", "KAZ"], ["KGZ", "KGZ"], ["UZB", "UZB"]]
        .map(|[first, second]| [[first; ROWS / 2], [second; ROWS / 2]].concat());
    let groups: Vec<Vec<TestColumn>> = reporters
        .iter()
        .map(|reporters| {
            vec![
                TestColumn::Ints(&[2022; ROWS]),
                TestColumn::Texts(reporters),
                TestColumn::Texts(&["X"; ROWS]),
                TestColumn::Texts(&["JPN"; ROWS]),
                TestColumn::Texts(&products),
                TestColumn::Doubles(&values),
            ]
        })
        .collect();
    let schema = "required int32 year; optional binary reporter (UTF8); optional binary flow (UTF8);
        optional binary partner (UTF8); optional binary hs6 (UTF8); required double value_usd;";
    let parquet = open(&file(schema, &groups)).expect("a known format");
    let read = |wanted: &WantedPlace| {
        let mut counts = CountedReads::default();
        parquet.read_of(wanted, &mut io::empty(), &mut counts).expect("rows");
        (counts.groups, counts.in_full, counts.by_entries)
    };
    let reporter = |code: &str| WantedPlace { as_reporter: vec![code.into()], as_partner: Vec::new() };
    assert_eq!(read(&reporter("KAZ")), (2, 2 * 3, ROWS / 2 + ROWS - 2 * 3));
    assert_eq!(read(&reporter("UZB")), (1, 3, ROWS - 3));
    assert_eq!(read(&reporter("TJK")), (0, 0, 0));
    let partner = WantedPlace { as_reporter: Vec::new(), as_partner: vec![b"JPN".to_vec()] };
    assert_eq!(read(&partner).0, reporters.len(), "the partner is in all groups");
}
