//! Files of Parquet written here, and what is read of them.

use std::ops::ControlFlow;
use std::sync::Arc;

use ::parquet::column::writer::ColumnWriter;
use ::parquet::data_type::ByteArray;
use ::parquet::file::properties::{WriterProperties, WriterPropertiesBuilder};
use ::parquet::file::writer::SerializedFileWriter;
use ::parquet::schema::parser::parse_message_type;

use super::super::tests::written;
use super::super::{ForeignRow, LeftOut, NumberCell, Unreadable};
use super::*;

/// The values of a column; of texts an empty one is null.
pub(crate) enum TestColumn<'c> {
    Texts(&'c [&'c str]),
    Ints(&'c [i32]),
    Longs(&'c [i64]),
    /// Binary fractions, by their text.
    Doubles(&'c [&'c str]),
}

/// A file of these groups of rows.
pub(crate) fn file(schema: &str, groups: &[Vec<TestColumn>]) -> tempfile::NamedTempFile {
    written_with(schema, groups, WriterProperties::builder())
}

/// The same, written in a certain way.
pub(super) fn written_with(
    schema: &str,
    groups: &[Vec<TestColumn>],
    properties: WriterPropertiesBuilder,
) -> tempfile::NamedTempFile {
    let file = tempfile::NamedTempFile::new().expect("a file");
    let schema = parse_message_type(&format!("message m {{ {schema} }}")).expect("a schema");
    let properties = Arc::new(properties.build());
    let mut writer =
        SerializedFileWriter::new(file.reopen().expect("the file"), Arc::new(schema), properties)
            .expect("a writer");
    for columns in groups {
        let mut group = writer.next_row_group().expect("a group");
        for column in columns {
            let mut into = group.next_column().expect("room").expect("as many columns as the schema has");
            match (into.untyped(), column) {
                (ColumnWriter::ByteArrayColumnWriter(into), TestColumn::Texts(texts)) => {
                    let levels: Vec<i16> = texts.iter().map(|text| i16::from(!text.is_empty())).collect();
                    let values =
                        texts.iter().filter(|text| !text.is_empty()).map(|text| ByteArray::from(*text));
                    into.write_batch(&values.collect::<Vec<_>>(), Some(&levels), None).map(|_| ())
                }
                (ColumnWriter::Int32ColumnWriter(into), TestColumn::Ints(values)) => {
                    into.write_batch(values, None, None).map(|_| ())
                }
                (ColumnWriter::Int64ColumnWriter(into), TestColumn::Longs(values)) => {
                    into.write_batch(values, None, None).map(|_| ())
                }
                (ColumnWriter::DoubleColumnWriter(into), TestColumn::Doubles(texts)) => {
                    let values: Vec<_> = texts.iter().map(|text| text.parse().expect("a number")).collect();
                    into.write_batch(&values, None, None).map(|_| ())
                }
                _ => panic!("a column of another type"),
            }
            .expect("written");
            into.close().expect("written");
        }
        group.close().expect("written");
    }
    writer.close().expect("written");
    file
}

pub(super) fn open(file: &tempfile::NamedTempFile) -> io::Result<Parquet> {
    Parquet::open(file.reopen().expect("the file"), &[])
}

pub(super) fn rows(file: &tempfile::NamedTempFile) -> Vec<String> {
    let parquet = open(file).expect("a known format");
    written(|sink| parquet.read(&mut io::empty(), sink))
}

pub(super) const TRADE: &str = "required int32 year; optional binary reporter (UTF8); optional binary partner (UTF8); \
    optional binary hs6 (UTF8); required double exports_usd;";

#[test]
fn a_binary_fraction_has_the_digits_that_it_is_printed_with() {
    let doubles = ["1250000", "0.1", "98765.43", "1e22", "NaN", "123456789012345.6", "-0.5"];
    let same = |text| [text; 7];
    let file = file(
        TRADE,
        &[vec![
            TestColumn::Ints(&[2022; 7]),
            TestColumn::Texts(&["KAZ", "KAZ", "", "KAZ", "KAZ", "NA", "KAZ"]),
            TestColumn::Texts(&same("CHN")),
            TestColumn::Texts(&same("010121")),
            TestColumn::Doubles(&doubles),
        ]],
    );
    assert_eq!(
        rows(&file),
        [
            "1: KAZ exports CHN 010121 2022 1250000e0 - details 0",
            "2: KAZ exports CHN 010121 2022 1e-1 - details 0",
            "3:  exports CHN 010121 2022 9876543e-2 - details 0",
            "4: KAZ exports CHN 010121 2022 1e22 - details 0",
            "5: KAZ exports CHN 010121 2022 - - details 0",
            "6: NA exports CHN 010121 2022 1234567890123456e-1 - details 0",
            "7: KAZ exports CHN 010121 2022 -5e-1 - details 0",
        ]
    );
}

/// Keeps no row, and takes note of which have an amount.
#[derive(Default)]
struct Counts {
    expected: u64,
    amounts: Vec<NumberCell>,
}

impl RowSink for Counts {
    fn expect(&mut self, rows: u64) -> bool {
        self.expected = rows;
        true
    }

    fn row(&mut self, row: &ForeignRow) -> ControlFlow<()> {
        self.amounts.push(row.amounts[0]);
        ControlFlow::Continue(())
    }

    fn not_understood(&mut self, _: Unreadable, _: u64, _: u64) -> ControlFlow<()> {
        self.amounts.push(NumberCell::Wrong);
        ControlFlow::Continue(())
    }

    fn left_out(&mut self, _: LeftOut, _: u64) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }
}

#[test]
fn where_no_row_is_kept_it_shows_which_have_a_number_and_which_are_none() {
    let doubles = ["1250000.5", "0", "1e300", "NaN", "-0.1", "inf"];
    let columns = vec![
        TestColumn::Ints(&[2022; 6]),
        TestColumn::Texts(&["KAZ"; 6]),
        TestColumn::Texts(&["CHN"; 6]),
        TestColumn::Texts(&["01"; 6]),
        TestColumn::Doubles(&doubles),
    ];
    let file = file(TRADE, &[columns]);
    let parquet = open(&file).expect("a known format");
    let mut counts = Counts::default();
    parquet.read(&mut io::empty(), &mut counts).expect("rows");
    let kinds = counts.amounts.iter().map(|cell| match cell {
        NumberCell::Missing => '-',
        NumberCell::Number(_) => '1',
        NumberCell::Wrong => '?',
    });
    assert_eq!((counts.expected, kinds.collect::<String>().as_str()), (6, "11?-1?"));
    let whole = rows(&file);
    let as_usual = |row: &&String| row.ends_with("- details 0") && !row.contains(" - - ");
    assert_eq!(whole.iter().filter(as_usual).count(), 3, "the same rows have a number: {whole:?}");
}

#[test]
fn decimals_have_all_their_digits_and_days_are_no_period() {
    let schema = "optional binary period (UTF8); optional binary partner (UTF8); required int64 value_eur (DECIMAL(18, 2)); \
        required int32 updated (DATE); optional binary remark;";
    let none: [&str; 3] = [""; 3];
    let file = file(
        schema,
        &[vec![
            TestColumn::Texts(&["2022-03", "2022-03", "2021"]),
            TestColumn::Texts(&["KAZ", "UZB", "KAZ"]),
            TestColumn::Longs(&[123_456, -7, 5]),
            TestColumn::Ints(&[19_000, 19_001, 0]),
            TestColumn::Texts(&none),
        ]],
    );
    assert_eq!(
        rows(&file),
        [
            "1:   KAZ  2022-03 123456e-2 - details 0",
            "2:   UZB  2022-03 -7e-2 - details 0",
            "3:   KAZ  2021 5e-2 - details 0",
        ]
    );
    let facts = open(&file).expect("a known format").meanings().facts();
    assert_eq!(facts.units[0].map(|(unit, power)| (unit.code(), power)), Some(("EUR", 0)));
}

#[test]
fn the_rows_of_one_place_are_found_without_reading_the_others() {
    let group = |reporter: &'static [&'static str],
                 partner: &'static [&'static str],
                 values: &'static [&'static str]| {
        vec![
            TestColumn::Ints(&[2021, 2022]),
            TestColumn::Texts(reporter),
            TestColumn::Texts(partner),
            TestColumn::Texts(&["27", "27"]),
            TestColumn::Doubles(values),
        ]
    };
    let file = file(
        TRADE,
        &[
            group(&["CHN", "CHN"], &["KAZ", "UZB"], &["1", "2"]),
            group(&["KAZ", "KGZ"], &["CHN", "KAZ"], &["3", "4"]),
            group(&["398", "UZB"], &["CHN", "CHN"], &["5", "6"]),
        ],
    );
    let parquet = open(&file).expect("a known format");
    let codes = |codes: &[&str]| codes.iter().map(|code| code.as_bytes().to_vec()).collect();
    let of = |reporters: &[&str], partners: &[&str]| {
        let wanted = WantedPlace { as_reporter: codes(reporters), as_partner: codes(partners) };
        written(|sink| parquet.read_of(&wanted, &mut io::empty(), sink))
    };
    assert_eq!(
        of(&["KAZ", "398"], &[]),
        ["3: KAZ exports CHN 27 2021 3e0 - details 0", "5: 398 exports CHN 27 2021 5e0 - details 0"]
    );
    assert_eq!(
        of(&[], &["KAZ"]),
        ["1: CHN exports KAZ 27 2021 1e0 - details 0", "4: KGZ exports KAZ 27 2022 4e0 - details 0"]
    );
    assert_eq!(of(&["TJK"], &[]), Vec::<String>::new());
    let group = parquet.file.get_row_group(0).expect("the first group");
    let wanted = |reporter: &str| WantedPlace { as_reporter: codes(&[reporter]), as_partner: Vec::new() };
    assert!(parquet.may_have(&*group, &wanted("CHN")) && !parquet.may_have(&*group, &wanted("UZB")));
}

#[test]
fn a_file_that_is_no_table_or_cannot_be_read_is_reported() {
    let other =
        file("required int32 a; required int32 b;", &[vec![TestColumn::Ints(&[1]), TestColumn::Ints(&[2])]]);
    let unknown = open(&other).err().map(|error| error.to_string()).unwrap_or_default();
    assert!(unknown.contains("no column is a period"), "{unknown}");
    let day = file(
        "required int32 year (TIME_MILLIS); optional binary partner (UTF8); required double value;",
        &[vec![TestColumn::Ints(&[1]), TestColumn::Texts(&["KAZ"]), TestColumn::Doubles(&["1"])]],
    );
    let said = |file| open(file).err().map(|error| error.to_string()).unwrap_or_default();
    assert_eq!(said(&day), "the column year is of a type that is not read");
    let broken = tempfile::NamedTempFile::new().expect("a file");
    std::fs::write(broken.path(), b"PAR1PAR1").expect("written");
    assert!(said(&broken).starts_with("is broken Parquet, or of a kind that is not read"));
}
