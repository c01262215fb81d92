//! Tables of any size: each trade once, with numbers that a row's place gives.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

use super::Outcome;

/// Reporters and partners, as many as needed.
pub const PLACES: [&str; 20] = [
    "CHN", "KAZ", "KGZ", "TJK", "TKM", "UZB", "USA", "JPN", "DEU", "FRA", "ITA", "GBR", "IND", "BRA", "ZAF",
    "AUS", "CAN", "MEX", "TUR", "VNM",
];

/// A row of a table.
struct Row {
    year: i32,
    reporter: &'static str,
    partner: String,
    flow: &'static str,
    product: String,
    /// In cents.
    value: u64,
}

/// The row at a place. Rows follow each other by reporter, year, flow, partner and product.
fn row(at: u64, rows: u64) -> Row {
    let products = (rows / 20_000).max(5);
    let (rest, product) = (at / products, at % products);
    let (rest, partner) = (rest / 100, rest % 100);
    let (rest, flow) = (rest / 2, rest % 2);
    let (reporter, year) = (rest / 5, rest % 5);
    let reporter = usize::try_from(reporter).unwrap_or_default() % PLACES.len();
    Row {
        year: 2018 + i32::try_from(year).unwrap_or_default(),
        reporter: PLACES[reporter],
        // Places of today and some that no list has.
        partner: usize::try_from(partner)
            .ok()
            .and_then(|at| PLACES.get(at))
            .map_or_else(|| format!("Z{partner:02}"), |code| (*code).to_owned()),
        flow: if flow == 0 { "X" } else { "M" },
        product: format!("{:02}{:04}", 1 + product % 97, product),
        value: at.wrapping_mul(6_364_136_223_846_793_005) % 100_000_000_000,
    }
}

/// Tidy CSV of eight columns.
pub fn tidy(path: &Path, rows: u64) -> Outcome<()> {
    let mut file = BufWriter::new(File::create(path)?);
    writeln!(file, "reporter,partner,flow,hs6,year,value_usd,net_weight_kg,status")?;
    for Row { year, reporter, partner, flow, product, value } in (0..rows).map(|at| row(at, rows)) {
        let (whole, cents, weight) = (value / 100, value % 100, value / 1000);
        writeln!(file, "{reporter},{partner},{flow},{product},{year},{whole}.{cents:02},{weight},A")?;
    }
    file.flush()?;
    Ok(())
}

/// UN Comtrade as its pages give it: 47 columns, all quoted.
pub fn comtrade(path: &Path, rows: u64) -> Outcome<()> {
    let mut file = BufWriter::new(File::create(path)?);
    writeln!(
        file,
        "typeCode,freqCode,refPeriodId,refYear,refMonth,period,reporterCode,reporterISO,reporterDesc,flowCode,flowDesc,\
         partnerCode,partnerISO,partnerDesc,partner2Code,partner2ISO,partner2Desc,classificationCode,\
         classificationSearchCode,isOriginalClassification,cmdCode,cmdDesc,aggrLevel,isLeaf,customsCode,customsDesc,mosCode,\
         motCode,motDesc,qtyUnitCode,qtyUnitAbbr,qty,isQtyEstimated,altQtyUnitCode,altQtyUnitAbbr,altQty,isAltQtyEstimated,\
         netWgt,isNetWgtEstimated,grossWgt,isGrossWgtEstimated,cifvalue,fobvalue,primaryValue,legacyEstimationFlag,\
         isReported,isAggregate\r"
    )?;
    for Row { year, reporter, partner, flow, product, value } in (0..rows).map(|at| row(at, rows)) {
        let (whole, cents, weight) = (value / 100, value % 100, value / 1000);
        writeln!(
            file,
            "\"C\",\"A\",\"{year}0101\",\"{year}\",\"52\",\"{year}\",\"0\",\"{reporter}\",\"Name of {reporter}\",\"{flow}\",\
             \"Flow {flow}\",\"0\",\"{partner}\",\"Name of {partner}\",\"0\",\"W00\",\"World\",\"H6\",\"HS\",\"true\",\
             \"{product}\",\"Products of the heading {product}\",\"6\",\"true\",\"C00\",\"TOTAL CPC\",\"0\",\"0\",\"TOTAL MOT\",\
             \"8\",\"kg\",\"{weight}\",\"false\",\"-1\",\"N/A\",,\"false\",\"{weight}\",\"false\",\"0\",\"false\",,,\
             \"{whole}.{cents:02}\",\"0\",\"true\",\"false\",\r"
        )?;
    }
    file.flush()?;
    Ok(())
}

/// There is none where the program is built without it.
#[cfg(not(feature = "parquet"))]
pub fn parquet(_: &Path, _: u64, _: bool) -> Outcome<()> {
    Ok(())
}

/// Parquet of seven columns, values as binary fractions, sorted by reporter or not at all.
#[cfg(feature = "parquet")]
pub fn parquet(path: &Path, rows: u64, is_sorted: bool) -> Outcome<()> {
    use std::sync::Arc;

    use ::parquet::basic::Compression;
    use ::parquet::data_type::{ByteArray, ByteArrayType, DoubleType, Int32Type, Int64Type};
    use ::parquet::file::properties::WriterProperties;
    use ::parquet::file::writer::SerializedFileWriter;
    use ::parquet::schema::parser::parse_message_type;

    /// How many rows a group has, as `DuckDB` writes them.
    const GROUP: u64 = 122_880;
    let schema = parse_message_type(
        "message trade { required binary reporter (UTF8); required binary partner (UTF8); required binary flow (UTF8);
         required binary hs6 (UTF8); required int32 year; required double value_usd; required int64 net_weight_kg; }",
    )?;
    let properties = WriterProperties::builder().set_compression(Compression::SNAPPY).build();
    let mut writer = SerializedFileWriter::new(File::create(path)?, Arc::new(schema), Arc::new(properties))?;
    // Another order that takes each place once: a step that has no divisor in common with the number of rows.
    let place = |at: u64| if is_sorted { at } else { at * 7_368_787 % rows };
    for start in (0..rows).step_by(usize::try_from(GROUP)?) {
        let group: Vec<Row> = (start..rows.min(start + GROUP)).map(|at| row(place(at), rows)).collect();
        let texts = |text: &dyn Fn(&Row) -> String| -> Vec<ByteArray> {
            group.iter().map(|row| ByteArray::from(text(row).into_bytes())).collect()
        };
        let mut into = writer.next_row_group()?;
        for text in [
            texts(&|row| row.reporter.to_owned()),
            texts(&|row| row.partner.clone()),
            texts(&|row| row.flow.to_owned()),
            texts(&|row| row.product.clone()),
        ] {
            let mut column = into.next_column()?.ok_or("a column")?;
            column.typed::<ByteArrayType>().write_batch(&text, None, None)?;
            column.close()?;
        }
        let mut column = into.next_column()?.ok_or("a column")?;
        let years: Vec<i32> = group.iter().map(|row| row.year).collect();
        column.typed::<Int32Type>().write_batch(&years, None, None)?;
        column.close()?;
        let mut column = into.next_column()?.ok_or("a column")?;
        let text = |row: &Row| format!("{}.{:02}", row.value / 100, row.value % 100);
        let values = group.iter().map(|row| text(row).parse()).collect::<Result<Vec<f64>, _>>()?;
        column.typed::<DoubleType>().write_batch(&values, None, None)?;
        column.close()?;
        let mut column = into.next_column()?.ok_or("a column")?;
        let weights: Vec<i64> = group.iter().map(|row| row.value.cast_signed() / 1000).collect();
        column.typed::<Int64Type>().write_batch(&weights, None, None)?;
        column.close()?;
        into.close()?;
    }
    writer.close()?;
    Ok(())
}
