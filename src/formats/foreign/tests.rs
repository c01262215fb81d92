//! Readers on small files, and what is read of them.

use std::io;
use std::ops::ControlFlow;

use super::*;

/// Writes down all that it takes.
#[derive(Default)]
struct TakenRows(Vec<String>);

impl RowSink for TakenRows {
    fn row(&mut self, row: &ForeignRow) -> ControlFlow<()> {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let codes = [row.reporter.code, row.flow.code, row.partner.code, row.product.code, row.period.code];
        let amounts = row.amounts.iter().zip(row.is_estimated).map(|(cell, is_estimated)| {
            let number = match cell {
                NumberCell::Missing => "-".to_owned(),
                NumberCell::Wrong => "?".to_owned(),
                NumberCell::Number(number) => format!("{}e{}", number.digits, number.exponent),
            };
            number + if is_estimated { "~" } else { "" }
        });
        let amounts = amounts.take(if row.amounts[2] == NumberCell::Missing { 2 } else { 3 });
        let unit = row.quantity_unit;
        let unit = text(if unit.name.is_empty() { unit.code } else { unit.name });
        let unit = Some(unit).filter(|unit| !unit.is_empty() && row.amounts[2] != NumberCell::Missing);
        let words: Vec<String> = codes.map(text).into_iter().chain(amounts).chain(unit).collect();
        let marks: String = row.marks.letters().collect();
        let marks = if marks.is_empty() { marks } else { format!(" status {marks}") };
        self.0.push(format!("{}: {} details {}{marks}", row.line, words.join(" "), detail_bits(row.details)));
        ControlFlow::Continue(())
    }

    fn not_understood(&mut self, why: Unreadable, line: u64, lines: u64) -> ControlFlow<()> {
        let last = if lines > 1 { format!("-{}", line + lines - 1) } else { String::new() };
        self.0.push(format!("{line}{last}: {why:?}"));
        ControlFlow::Continue(())
    }

    fn left_out(&mut self, why: LeftOut, line: u64) -> ControlFlow<()> {
        self.0.push(format!("{line}: {why:?}"));
        ControlFlow::Continue(())
    }
}

/// Takes nothing.
pub(super) struct Nothing;

impl RowSink for Nothing {
    fn row(&mut self, _: &ForeignRow) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }

    fn not_understood(&mut self, _: Unreadable, _: u64, _: u64) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }

    fn left_out(&mut self, _: LeftOut, _: u64) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }
}

/// The reader of a file, for the tests of formats.
pub(super) fn reader(file: &[u8]) -> Option<Box<dyn ForeignReader>> {
    recognise(&Head::new(file))
}

/// The rows read from a file, one line each.
pub(super) fn rows(mut file: &[u8]) -> Vec<String> {
    written(|sink| reader(file).expect("a known format").read(&mut file, sink))
}

/// All that is read, one line each.
pub(super) fn written(read: impl FnOnce(&mut dyn RowSink) -> io::Result<()>) -> Vec<String> {
    let mut written = TakenRows::default();
    read(&mut written).expect("no fault of the input");
    written.0
}

#[test]
fn a_file_of_our_own_columns_is_none_of_these() {
    assert!(reader(b"id,reporter,partner,flow,measure,obs_value\n").is_none());
    assert!(reader(b"{\"resources\": []}").is_none());
    assert!(reader(b"").is_none());
}

#[test]
fn rows_with_a_number_that_could_be_two_are_not_understood() {
    let text =
        "t;i;j;k;v;q\n2022;4;24;845420;1.234;5\n2022;4;24;845430;12,5;1.234\n2022;4;24;845440;1,234;\n";
    assert_eq!(
        rows(text.as_bytes()),
        [
            "2:  4  24 845420 2022 1234e0 5e0 details 0".replace("  ", " ").replace("4 24", "4  24").as_str(),
            "3: 4  24 845430 2022 125e-1 ? details 0",
            "4: 4  24 845440 2022 1234e-3 - details 0",
        ]
    );
    let text = "t;i;j;k;v\n2022;4;24;845420;1.234\n2022;4;24;845430;17\n";
    assert_eq!(rows(text.as_bytes()), ["2: Number", "3: 4  24 845430 2022 17e0 - details 0"]);
}
