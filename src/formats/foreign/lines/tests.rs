use super::*;

/// Gives a few bytes at a time, as pipes do.
struct Slow<'a>(&'a [u8]);

impl Read for Slow<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.0.len().min(3).min(buffer.len());
        buffer[..count].copy_from_slice(&self.0[..count]);
        self.0 = &self.0[count..];
        Ok(count)
    }
}

fn records(text: &[u8]) -> Vec<(u64, u64, Vec<String>)> {
    let mut found = Vec::new();
    let all = each_record(&mut Slow(text), Form { skipped: 0, delimiter: b',', quote: b'"' }, |record| {
        found.push(match record {
            FoundRecord::Record(record) => {
                let text = |at| String::from_utf8_lossy(record.field(at)).into_owned();
                (record.line, record.lines, (0..record.len()).map(text).collect())
            }
            FoundRecord::TooLong(line, lines) => (line, lines, Vec::new()),
        });
        ControlFlow::Continue(())
    });
    all.expect("nothing is wrong with the input");
    found
}

fn fields(fields: &[&str]) -> Vec<String> {
    fields.iter().map(|field| (*field).to_owned()).collect()
}

#[test]
fn records_have_the_lines_that_they_begin_in() {
    for break_ in ["\n", "\r\n", "\r"] {
        let text = ["a,b", "", "\"x", "y\",1", "", "", "2,"].join(break_);
        let line = if break_ == "\r" { "x\ny".to_owned() } else { format!("x{break_}y") };
        assert_eq!(
            records(text.as_bytes()),
            [(1, 1, fields(&["a", "b"])), (3, 2, fields(&[&line, "1"])), (7, 1, fields(&["2", ""]))],
            "{break_:?}"
        );
    }
}

#[test]
fn a_quotation_mark_that_is_never_closed_takes_no_more_than_a_megabyte() {
    let row = "1,2222222222\n";
    let text = format!("a,b\n\"1,2\n{}", row.repeat(200_000));
    let found = records(text.as_bytes());
    let lost = found.iter().find(|(.., fields)| fields.is_empty()).expect("a record that is too long");
    assert_eq!(lost.0, 2);
    assert_eq!(u64::try_from(found.len()).unwrap_or(0) - 1 + lost.1, 200_002, "every line is counted once");
    assert_eq!(found.last().map(|(line, ..)| *line), Some(200_002));
}

/// The fields that `csv_core` alone finds, record by record.
fn taken_apart(text: &[u8]) -> Vec<Vec<String>> {
    let mut reader = csv_core::Reader::new();
    let (mut text, mut bytes, mut ends) = (text, vec![0; text.len() + 1], vec![0; 2_000]);
    let mut records = Vec::new();
    loop {
        let (mut filled, mut fields) = (0, 0);
        loop {
            let (result, read, written, ended) =
                reader.read_record(text, &mut bytes[filled..], &mut ends[fields..]);
            (text, filled, fields) = (&text[read..], filled + written, fields + ended);
            if result == csv_core::ReadRecordResult::Record {
                break;
            } else if result != csv_core::ReadRecordResult::InputEmpty {
                return records;
            }
        }
        let starts = std::iter::once(&0).chain(&ends[..fields]);
        let texts = starts.zip(&ends[..fields]).map(|(start, end)| &bytes[*start..*end]);
        records.push(texts.map(|text| String::from_utf8_lossy(text).into_owned()).collect());
    }
}

/// Gives all at once, as files do.
fn in_one_piece(text: &[u8]) -> Vec<(u64, u64, Vec<String>)> {
    let mut found = Vec::new();
    let form = Form { skipped: 0, delimiter: b',', quote: b'"' };
    let all = each_record(&mut &*text, form, |record| {
        if let FoundRecord::Record(record) = record {
            let text = |at| String::from_utf8_lossy(record.field(at)).into_owned();
            found.push((record.line, record.lines, (0..record.len()).map(text).collect()));
        }
        ControlFlow::Continue(())
    });
    all.expect("nothing is wrong with the input");
    found
}

/// Most records are found by their marks, others byte by byte: no difference may show, wherever marks stand.
#[test]
fn records_are_the_same_however_they_are_found() {
    let pieces = [
        "a", "12345678", "", ",", ",,", "\"", "\"\"", "\"x\"", "\"y,z\"", "\"é\n\"", "\n", "\r\n", "b\"c",
        "1234567,",
    ];
    let mut state = 88_172_645_463_325_252_u64;
    for _ in 0..2_000 {
        let mut text = String::from("h,i\n");
        for _ in 0..12 {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            text += pieces[usize::try_from(state % pieces.len() as u64).expect("small")];
        }
        let found = in_one_piece(text.as_bytes());
        let fields: Vec<_> = found.iter().map(|(.., fields)| fields.clone()).collect();
        assert_eq!(fields, taken_apart(text.as_bytes()), "{text:?}");
        assert_eq!(found, records(text.as_bytes()), "{text:?}");
    }
}
