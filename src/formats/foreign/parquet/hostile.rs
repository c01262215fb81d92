//! Pages that were changed by hand: rows or a sentence come of each, and never a panic.

use std::io;

use ::parquet::basic::{Compression, Encoding};
use ::parquet::column::page::Page;
use ::parquet::file::properties::{WriterProperties, WriterPropertiesBuilder, WriterVersion};
use ::parquet::schema::types::ColumnPath;

use super::kind::ValueKind;
use super::page::{DataPage, Dictionary, NOTHING, PageRows};
use super::tests::{TRADE, TestColumn, open, written_with};
use super::values::StoredType;
use super::*;
use crate::formats::faults::PageResult;
use crate::formats::foreign::tests::Nothing;

const ROWS: usize = 30;

/// A small file of all kinds of columns, written in one way.
fn small(properties: WriterPropertiesBuilder) -> Vec<u8> {
    let reporters: Vec<&str> = (0..ROWS).map(|row| ["KAZ", "UZB", ""][row % 3]).collect();
    let partners: Vec<&str> = (0..ROWS).map(|row| ["CHN", "KGZ", "TJK", "W00"][row / 3 % 4]).collect();
    let products: Vec<String> = (0..ROWS).map(|row| format!("{:02}", row / 2)).collect();
    let products: Vec<&str> = products.iter().map(String::as_str).collect();
    let values: Vec<String> = (0..ROWS).map(|row| format!("{}.25", row * 7)).collect();
    let values: Vec<&str> = values.iter().map(String::as_str).collect();
    let years: Vec<i32> = (0..ROWS).map(|row| if row % 5 == 0 { 2021 } else { 2022 }).collect();
    let columns = vec![
        TestColumn::Ints(&years),
        TestColumn::Texts(&reporters),
        TestColumn::Texts(&partners),
        TestColumn::Texts(&products),
        TestColumn::Doubles(&values),
    ];
    let file =
        written_with(TRADE, &[columns], properties.set_data_page_row_count_limit(16).set_write_batch_size(8));
    std::fs::read(file.path()).expect("a file")
}

/// All ways of writing pages.
fn ways() -> Vec<WriterPropertiesBuilder> {
    let mut ways = Vec::new();
    for version in [WriterVersion::PARQUET_1_0, WriterVersion::PARQUET_2_0] {
        for has_dictionary in [true, false] {
            for packed in [Compression::UNCOMPRESSED, Compression::SNAPPY] {
                let way = WriterProperties::builder().set_writer_version(version);
                ways.push(way.set_dictionary_enabled(has_dictionary).set_compression(packed));
            }
        }
    }
    // Encodings that have to be asked for.
    let column = |name: &str| ColumnPath::from(name);
    let way = WriterProperties::builder().set_dictionary_enabled(false);
    let way = way.set_column_encoding(column("partner"), Encoding::DELTA_LENGTH_BYTE_ARRAY);
    ways.push(way.set_column_encoding(column("exports_usd"), Encoding::BYTE_STREAM_SPLIT));
    ways
}

/// Reads all rows of a file, and those of one place.
fn read(bytes: &[u8]) -> io::Result<()> {
    let file = tempfile::NamedTempFile::new()?;
    std::fs::write(file.path(), bytes)?;
    let parquet = open(&file)?;
    let of = WantedPlace { as_reporter: vec![b"KAZ".to_vec()], as_partner: vec![b"KAZ".to_vec()] };
    parquet.read_of(&of, &mut io::empty(), &mut Nothing)?;
    parquet.read(&mut io::empty(), &mut Nothing)
}

#[test]
fn all_ways_of_writing_say_the_same() {
    let rows: Vec<Vec<String>> = ways()
        .into_iter()
        .map(|way| {
            let file = tempfile::NamedTempFile::new().expect("a file");
            std::fs::write(file.path(), small(way)).expect("written");
            super::tests::rows(&file)
        })
        .collect();
    assert_eq!(rows[0].len(), ROWS);
    assert_eq!(rows[0][3], "4: KAZ exports KGZ 01 2022 2125e-2 - details 0");
    for other in &rows {
        assert_eq!(*other, rows[0]);
    }
}

#[test]
fn a_changed_byte_gives_rows_or_a_sentence() {
    for way in ways() {
        let whole = small(way);
        let footer = whole.len() - 8;
        let length =
            whole[footer..].first_chunk().map(|length| u32::from_le_bytes(*length)).expect("a length");
        let pages = footer - usize::try_from(length).expect("a length");
        let mut faults = 0;
        // Every byte takes too long; the fuzz harness changes them all.
        for at in (4..pages).step_by(7) {
            let mut changed = whole.clone();
            changed[at] ^= [0x01, 0x80, 0xff][at % 3];
            faults += u32::from(read(&changed).is_err());
        }
        assert!(faults > 0, "nothing is noticed");
    }
}

/// A page of the values of a column, with the levels in front.
fn page(bytes: &[u8], values: u32, encoding: Encoding) -> Page {
    let (def_level_encoding, rep_level_encoding) = (Encoding::RLE, Encoding::RLE);
    Page::DataPage {
        buf: bytes.to_vec().into(),
        num_values: values,
        encoding,
        def_level_encoding,
        rep_level_encoding,
        statistics: None,
    }
}

/// The places of the values of a page of optional texts, with a dictionary of two.
fn places(page: Page, rows: usize) -> PageResult<Vec<u32>> {
    let file = open(&tests::file(TRADE, &[])).expect("a known format");
    let column = file.file.metadata().file_metadata().schema_descr_ptr().column(1);
    let stored = StoredType::new(ValueKind::Text, &column).expect("texts");
    let mut taken = PageRows::default();
    DataPage::new(page, stored, true)?.take(rows, 2, &mut taken)?;
    Ok(taken.places)
}

#[test]
fn lying_pages_are_faults() {
    let coded = Encoding::RLE_DICTIONARY;
    // Levels: present, absent, present, six of them in all; codes 1 and 0 in one bit.
    let right = [2, 0, 0, 0, 3, 0b101, 1, 3, 0b01];
    assert_eq!(places(page(&right, 3, coded), 3).expect("places"), [1, NOTHING, 0]);
    let faults = [
        // Levels that are longer than the page, and shorter than its rows.
        places(page(&[0xff, 0xff, 0xff, 0xff, 3, 0b101, 1, 3, 0b01], 3, coded), 3),
        places(page(&[2, 0, 0], 3, coded), 3),
        places(page(&[2, 0, 0, 0, 4, 1, 1, 3, 1], 3, coded), 3),
        // A code that the dictionary does not have, codes of 33 bits, and codes that end too early.
        places(page(&[2, 0, 0, 0, 6, 1, 2, 6, 2], 3, coded), 3),
        places(page(&[2, 0, 0, 0, 6, 1, 33, 6, 1], 3, coded), 3),
        places(page(&[2, 0, 0, 0, 6, 1, 1, 4, 1], 3, coded), 3),
        // A text longer than the page.
        places(page(&[2, 0, 0, 0, 6, 1, 9, 0, 0, 0, b'K'], 3, Encoding::PLAIN), 3),
        places(page(&[2, 0, 0, 0, 6, 1, 0xff, 0xff, 0xff, 0xff], 3, Encoding::PLAIN), 3),
        // An encoding that is not read here.
        places(page(&[2, 0, 0, 0, 6, 1], 3, Encoding::DELTA_BYTE_ARRAY), 3),
    ];
    for (at, fault) in faults.into_iter().enumerate() {
        assert!(fault.is_err(), "{at}");
    }
}

#[test]
fn levels_of_the_oldest_files_are_bits() {
    let Page::DataPage { buf, num_values, encoding, rep_level_encoding, statistics, .. } =
        page(&[0b1010_0000, 1, 3, 0b01], 3, Encoding::PLAIN_DICTIONARY)
    else {
        panic!("a page of data")
    };
    #[expect(deprecated, reason = "old files have it")]
    let def_level_encoding = Encoding::BIT_PACKED;
    let page =
        Page::DataPage { buf, num_values, encoding, def_level_encoding, rep_level_encoding, statistics };
    assert_eq!(places(page, 3).expect("places"), [1, NOTHING, 0]);
}

#[test]
fn a_dictionary_that_claims_more_than_it_has_is_a_fault() {
    let file = open(&tests::file(TRADE, &[])).expect("a known format");
    let schema = file.file.metadata().file_metadata().schema_descr_ptr();
    for (at, kind) in [(0, ValueKind::Plain), (1, ValueKind::Text), (4, ValueKind::Plain)] {
        let stored = StoredType::new(kind, &schema.column(at)).expect("a type");
        for values in [2, u32::MAX] {
            let (buf, encoding) = (vec![1, 0, 0, 0, b'K'].into(), Encoding::PLAIN);
            let page = Page::DictionaryPage { buf, num_values: values, encoding, is_sorted: false };
            assert!(Dictionary::new(&page, stored, false).is_err());
            assert!(Dictionary::new(&page, stored, true).is_err());
        }
    }
}
