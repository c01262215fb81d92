//! Tables of Eurostat as its bulk downloads have them: between tabs, with the codes of all dimensions but time in the first
//! field, `A,EXP,KZ,DE`, and a column for each period, whose cells may have flags behind the number: `120.1 p`.
//!
//! Each cell is an observation as SDMX-CSV would write it.

use std::io::{self, Read};
use std::ops::ControlFlow;

use super::head::Head;
use super::lines::{Form, FoundRecord, each_record};
use super::record::{FieldPlace, Record};
use super::tidy::named_period;
use super::{ForeignReader, Meanings, RecordFormat, RowSink, Unreadable, sdmx_csv};

/// In a cell without a number.
const MISSING: &str = ":";

/// A table of Eurostat.
struct EurostatTsv {
    /// The format of its observations.
    observations: Box<dyn RecordFormat>,
    form: Form,
    /// How many codes the first field has.
    keys: usize,
    /// Of each column behind it.
    periods: Vec<String>,
}

pub(super) fn recognise(head: &Head) -> Option<Box<dyn ForeignReader>> {
    let (first, columns) = head.header.split_first().filter(|_| head.delimiter == b'\t')?;
    let (keys, _) = first.split_once('\\')?;
    let periods = columns.iter().map(|name| named_period(name)).collect::<Option<Vec<_>>>()?;
    let mut header: Vec<String> = keys.split(',').map(|key| key.trim().to_owned()).collect();
    let keys = header.len();
    header.extend(["TIME_PERIOD", "OBS_VALUE", "OBS_FLAG"].map(str::to_owned));
    let mut sample = Vec::new();
    for row in &head.sample {
        let Some((codes, cells)) = row.split_first() else { continue };
        each_observation(codes, (keys, &periods), cells.iter().map(String::as_str), &mut |fields| {
            sample.push(fields.iter().map(|field| (*field).to_owned()).collect());
            ControlFlow::Continue(())
        });
    }
    let observations = sdmx_csv::recognise(&Head::from_columns(header, sample, &head.renamed))?;
    let form = Form { skipped: head.skipped, delimiter: head.delimiter, quote: head.quote };
    Some(Box::new(EurostatTsv { observations, form, keys, periods }))
}

/// Calls `each` with the fields of every observation of a row; one that nobody made, without number or flag, is none. `None`
/// for a row with other codes than the header has keys.
fn each_observation<'r>(
    codes: &'r str,
    (keys, periods): (usize, &'r [String]),
    cells: impl Iterator<Item = &'r str>,
    each: &mut dyn FnMut(&[&'r str]) -> ControlFlow<()>,
) -> Option<ControlFlow<()>> {
    let mut fields: Vec<&str> = codes.split(',').map(str::trim).collect();
    if fields.len() != keys {
        return None;
    }
    for (cell, period) in cells.zip(periods) {
        let cell = cell.trim();
        let (number, flag) = match cell.strip_prefix(MISSING) {
            Some(flag) => ("", flag.trim()),
            None => cell.split_once(' ').map_or((cell, ""), |(number, flag)| (number, flag.trim())),
        };
        if number.is_empty() && flag.is_empty() {
            continue;
        }
        fields.truncate(keys);
        fields.extend([period.as_str(), number, flag]);
        if each(&fields).is_break() {
            return Some(ControlFlow::Break(()));
        }
    }
    Some(ControlFlow::Continue(()))
}

impl EurostatTsv {
    /// Passes on the observations of a row.
    fn row(&self, record: &Record, sink: &mut dyn RowSink) -> ControlFlow<()> {
        // Codes, numbers and flags are letters of ASCII.
        let text = |at: usize| str::from_utf8(record.field(at)).unwrap_or_default();
        let cells = (1..=self.periods.len()).map(text);
        let (mut bytes, mut places) = (Vec::new(), Vec::new());
        let passed = each_observation(text(0), (self.keys, &self.periods), cells, &mut |fields| {
            bytes.clear();
            places.clear();
            for field in fields {
                places.push(FieldPlace::new(bytes.len(), bytes.len() + field.len()));
                bytes.extend_from_slice(field.as_bytes());
            }
            let observation = Record::from_texts(record.line, record.lines, &bytes, &places);
            self.observations.record(&observation, sink)
        });
        passed.unwrap_or_else(|| sink.not_understood(Unreadable::Fields, record.line, record.lines))
    }
}

impl ForeignReader for EurostatTsv {
    fn meanings(&self) -> &dyn Meanings {
        &*self.observations
    }

    fn read(&self, input: &mut (dyn Read + Send), sink: &mut dyn RowSink) -> io::Result<()> {
        self.observations.check()?;
        let mut is_header = true;
        each_record(input, self.form, |found| match found {
            FoundRecord::TooLong(line, lines) => sink.not_understood(Unreadable::TooLong, line, lines),
            FoundRecord::Record(_) if std::mem::take(&mut is_header) => ControlFlow::Continue(()),
            FoundRecord::Record(record) if record.len() != self.periods.len() + 1 => {
                sink.not_understood(Unreadable::Fields, record.line, record.lines)
            }
            FoundRecord::Record(record) => self.row(&record, sink),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{reader, rows};

    #[test]
    fn each_cell_is_an_observation_and_its_flag_no_part_of_the_number() {
        let text = "freq,stk_flow,indic_et,partner,sitc06,geo\\TIME_PERIOD\t2020 \t2021 \n\
            A,EXP,MIO_EXP_VAL,KZ,TOTAL,AT\t15.5 \t17.25 p\n\
            A,EXP,MIO_EXP_VAL,UZ,TOTAL,AT\t: \t: c\n\
            A,EXP,MIO_EXP_VAL,UZ,AT\t1 \t2 \n\
            A,EXP,MIO_EXP_VAL,TJ,TOTAL,AT\t3 \n";
        assert_eq!(
            rows(text.as_bytes()),
            [
                "2: AT EXP KZ TOTAL 2020 155e-1 - details 0",
                "2: AT EXP KZ TOTAL 2021 1725e-2 - details 0 status P",
                "3: AT EXP UZ TOTAL 2021 - - details 0 status C",
                "4: Fields",
                "5: Fields",
            ]
        );
    }

    #[test]
    fn other_tables_between_tabs_are_none_of_eurostat() {
        for header in ["geo\\TIME_PERIOD\tname", "geo,partner\t2020", "geo\\time,2020"] {
            assert!(reader(format!("{header}\nAT\t1\n").as_bytes()).is_none(), "{header}");
        }
    }
}
