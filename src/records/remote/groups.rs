//! Reads the groups that an engine printed.

use std::thread;

use super::sql::{GroupKey, MOST_GROUPS, Query};
use super::table::{Client, RemoteTable};
use crate::formats::foreign::PrintedNumber;
use crate::records::sum::Sum;
use crate::records::{AskError, Failure, ReadProgress};
use crate::text::harmless::{quoted, shown};

/// A group of rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct RowGroup {
    /// By the keys of the query; `None` where the column is empty.
    pub keys: Vec<Option<String>>,
    pub sum: Sum,
}

/// The groups in the answer to a query.
pub(super) fn read(printed: &[u8], query: &Query, table: &RemoteTable) -> Result<Vec<RowGroup>, AskError> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(table.delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(printed);
    let mut records = reader.byte_records();
    let header = query.header();
    let first = records.next().transpose().map_err(|error| unreadable(&error))?;
    let fields = first.iter().flat_map(csv::ByteRecord::iter).map(text).collect::<Result<Vec<_>, _>>()?;
    // Engines differ in how they write names of columns.
    if !fields.iter().map(|field| field.to_ascii_lowercase()).eq(header.iter().cloned()) {
        let expected = header.join(",");
        let came = first.is_some().then(|| shown(&fields.join(",")));
        return Err(came
            .map_or(Failure::NoHeader(expected.clone()), |came| Failure::Header { expected, came })
            .into());
    }
    let mut groups = Vec::new();
    for (row, record) in (2u64..).zip(records) {
        let record = record.map_err(|error| unreadable(&error))?;
        if record.len() != header.len() {
            return Err(Failure::Fields { row, fields: record.len(), expected: header.len() }.into());
        }
        if groups.len() == MOST_GROUPS {
            return Err(Failure::ManyGroups(MOST_GROUPS).into());
        }
        let fields = record.iter().map(text).collect::<Result<Vec<_>, _>>()?;
        groups.push(group(&fields, query, table)?);
    }
    Ok(groups)
}

fn group(fields: &[&str], query: &Query, table: &RemoteTable) -> Result<RowGroup, AskError> {
    let (keys, amounts) = fields.split_at(query.keys.len());
    let [total, known, all] = amounts else { return Err(Failure::FewFields.into()) };
    let is_null = |field: &str| field.is_empty() || field == table.null;
    let (known, all) = (count(known)?, count(all)?);
    let missing = all.checked_sub(known).ok_or(Failure::MoreAmounts)?;
    let number = if is_null(total) || known == 0 { None } else { Some(number(total)?) };
    if number.is_none() && known > 0 {
        return Err(Failure::NoSum(known).into());
    }
    let code = |(field, key): (&&str, &GroupKey)| match key {
        // A text is what it is, and NA may be a code.
        GroupKey::Code(_) | GroupKey::Name(_) if is_null(field) => None,
        GroupKey::Code(_) => Some((*field).to_owned()),
        GroupKey::Name(_) => Some(field.trim().to_owned()),
    };
    let keys = keys.iter().zip(&query.keys).map(code).collect();
    let sum = Sum::from_group(number, table.decimals, (all, missing));
    Ok(RowGroup { keys, sum })
}

fn text(field: &[u8]) -> Result<&str, AskError> {
    std::str::from_utf8(field).map_err(|_| Failure::Utf8.into())
}

fn count(field: &str) -> Result<u32, AskError> {
    let number: Result<u64, _> = field.parse();
    let number = number.map_err(|_| Failure::Count(quoted(field)))?;
    u32::try_from(number).map_err(|_| Failure::LargeCount(number).into())
}

/// An exact number without the zeros behind its last decimal: engines add as many as the type of the column has.
fn number(field: &str) -> Result<PrintedNumber, AskError> {
    let inexact = || Failure::Inexact(quoted(field));
    let (sign, size) = field.strip_prefix('-').map_or((1, field), |size| (-1, size));
    let (whole, decimals) = size.split_once('.').unwrap_or((size, ""));
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !is_digits(whole) || !is_digits(decimals) || size.is_empty() || size == "." {
        return Err(inexact().into());
    }
    let decimals = decimals.trim_end_matches('0');
    let digits: i128 = format!("0{whole}{decimals}").parse().map_err(|_| inexact())?;
    let exponent = i8::try_from(decimals.len()).map_err(|_| inexact())?;
    Ok(PrintedNumber { digits: sign * digits, exponent: -exponent })
}

fn unreadable(error: &csv::Error) -> AskError {
    Failure::Csv(shown(&error.to_string())).into()
}

/// The groups of several queries, which run at the same time.
pub(super) fn run_all(
    (table, client): (&RemoteTable, &dyn Client),
    queries: &[Query],
    watch: &ReadProgress,
) -> Result<Vec<Vec<RowGroup>>, AskError> {
    let run = |query: &Query| {
        let printed = client.run(&query.sql(table), watch)?;
        read(&printed, query, table)
    };
    if let [only] = queries {
        return Ok(vec![run(only)?]);
    }
    thread::scope(|scope| {
        let running: Vec<_> = queries.iter().map(|query| scope.spawn(|| run(query))).collect();
        let ended = |thread: thread::ScopedJoinHandle<'_, Result<Vec<RowGroup>, AskError>>| {
            thread.join().unwrap_or_else(|_| Err(Failure::Thread.into()))
        };
        running.into_iter().map(ended).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::table;
    use super::super::{RemoteTable, TableDimension};
    use super::*;
    use crate::records::AskedMeasure;

    fn read_from(printed: &str, table: &RemoteTable) -> Result<Vec<String>, String> {
        let keys = vec![GroupKey::Code(TableDimension::Partner)];
        let query = Query { keys, only: Vec::new(), measure: AskedMeasure::Value };
        let groups = read(printed.as_bytes(), &query, table).map_err(|error| error.to_string())?;
        let shown = |group: RowGroup| {
            let sum = group.sum;
            let number = sum.number().map(|number| (number.digits, number.exponent));
            format!("{:?} {number:?} ±{} {} {}", group.keys[0], sum.halves(), sum.rows, sum.missing)
        };
        Ok(groups.into_iter().map(shown).collect())
    }

    #[test]
    fn sums_come_back_to_the_last_digit_however_they_are_padded() {
        let printed = "k1,a1,n1,n2\nKAZ,1234567890123456789.250,3,4\n\"KGZ\",-7,1,1\nUZB,,0,2\n,.5,1,1\n";
        let expected = [
            "Some(\"KAZ\") Some((123456789012345678925, -2)) ±300 4 1",
            "Some(\"KGZ\") Some((-7, 0)) ±1 1 0",
            "Some(\"UZB\") None ±0 2 2",
            "None Some((5, -1)) ±10 1 0",
        ];
        assert_eq!(read_from(printed, &table()), Ok(expected.map(str::to_owned).to_vec()));
    }

    #[test]
    fn amounts_that_were_published_with_decimals_keep_them() {
        let table = RemoteTable { decimals: 3, null: "\\N".to_owned(), delimiter: b'\t', ..table() };
        let printed = "K1\tA1\tN1\tN2\nKAZ\t7.75\t2\t2\n\\N\t\\N\t0\t1\n";
        let expected = ["Some(\"KAZ\") Some((7750, -3)) ±2 2 0", "None None ±0 1 1"];
        assert_eq!(read_from(printed, &table), Ok(expected.map(str::to_owned).to_vec()));
    }

    #[test]
    fn an_answer_to_no_question_is_refused() {
        let inexact = "is not an exact sum: give the column of amounts as DECIMAL, such as CAST(value AS DECIMAL(38, 3))";
        for (printed, why) in [
            ("", "expected a header of k1,a1,n1,n2, but nothing came".to_owned()),
            ("KAZ,1,1,1\n", "expected a header of k1,a1,n1,n2, but KAZ,1,1,1 came".to_owned()),
            ("k1,a1,n1,n2\nKAZ,1\n", "row 2 has 2 fields, expected 4".to_owned()),
            ("k1,a1,n1,n2\nKAZ,1,2,1\n", "counts more amounts than rows".to_owned()),
            ("k1,a1,n1,n2\nKAZ,,2,2\n", "no sum came of 2 amounts".to_owned()),
            ("k1,a1,n1,n2\nKAZ,8.4593e10,2,2\n", format!("\"8.4593e10\" {inexact}")),
            ("k1,a1,n1,n2\nKAZ,inf,2,2\n", format!("\"inf\" {inexact}")),
            ("k1,a1,n1,n2\nKAZ,1,many,2\n", "\"many\" is not a count of rows".to_owned()),
            ("k1,a1,n1,n2\nKAZ,1,1,9999999999\n", "9999999999 rows are more than can be counted".to_owned()),
        ] {
            assert_eq!(read_from(printed, &table()), Err(why), "{printed}");
        }
    }
}
