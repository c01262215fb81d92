//! UN Comtrade as its service answers: an object whose `data` has the columns of today as members of each row.

use std::fmt;
use std::io::{self, BufReader, Read};
use std::ops::ControlFlow;

use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::comtrade::facts;
use super::head::Head;
use super::json::json_error;
use super::meaning::{self, PlaceMeaning};
use super::number::{NumberCell, PLAIN};
use super::{Coded, FileFacts, ForeignReader, ForeignRow, Meanings, RowSink, Says, Unreadable};
use crate::formats::faults::JsonKind;

#[derive(Debug)]
struct ComtradeJson;

pub(super) fn recognise(head: &Head) -> Option<Box<dyn ForeignReader>> {
    let text = head.text.trim_start();
    let has = |member: &str| text.contains(&format!("\"{member}\""));
    let is_answer = text.starts_with('{') && has("data") && has("primaryValue") && has("flowCode");
    is_answer.then(|| Box::new(ComtradeJson) as Box<dyn ForeignReader>)
}

/// A value that may be text or a number, as it is written.
type WrittenValue = Option<Box<RawValue>>;

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct ComtradeRow {
    period: WrittenValue,
    #[serde(rename = "reporterISO")]
    reporter_iso: WrittenValue,
    reporter_code: WrittenValue,
    reporter_desc: WrittenValue,
    flow_code: WrittenValue,
    flow_desc: WrittenValue,
    #[serde(rename = "partnerISO")]
    partner_iso: WrittenValue,
    partner_code: WrittenValue,
    partner_desc: WrittenValue,
    partner2_code: WrittenValue,
    classification_code: WrittenValue,
    cmd_code: WrittenValue,
    cmd_desc: WrittenValue,
    customs_code: WrittenValue,
    mot_code: WrittenValue,
    qty: WrittenValue,
    qty_unit_code: WrittenValue,
    qty_unit_abbr: WrittenValue,
    is_qty_estimated: WrittenValue,
    net_wgt: WrittenValue,
    is_net_wgt_estimated: WrittenValue,
    primary_value: WrittenValue,
}

/// The text of a value, without the quotation marks of a string.
fn text(written: &WrittenValue) -> String {
    let raw = written.as_deref().map_or("null", RawValue::get);
    if raw == "null" {
        return String::new();
    }
    serde_json::from_str::<String>(raw).unwrap_or_else(|_| raw.to_owned())
}

impl ComtradeRow {
    fn pass_on(&self, line: u64, sink: &mut dyn RowSink) -> ControlFlow<()> {
        let coded = [
            (&self.reporter_iso, &self.reporter_code, &self.reporter_desc),
            (&self.flow_code, &None, &self.flow_desc),
            (&self.partner_iso, &self.partner_code, &self.partner_desc),
            (&self.cmd_code, &None, &self.cmd_desc),
        ];
        let coded = coded.map(|(code, other, name)| {
            let code = text(code);
            (if code.is_empty() { text(other) } else { code }, text(name))
        });
        let [reporter, flow, partner, product] = coded
            .each_ref()
            .map(|(code, name)| Coded { name: name.as_bytes(), ..Coded::from_code(code.as_bytes()) });
        let period = text(&self.period);
        let unit = [&self.qty_unit_code, &self.qty_unit_abbr].map(text);
        let amounts =
            [&self.primary_value, &self.net_wgt, &self.qty].map(|amount| PLAIN.read(text(amount).as_bytes()));
        if amounts[0] == NumberCell::Wrong {
            return sink.not_understood(Unreadable::Number, line, 1);
        }
        let wholes = [(&self.customs_code, "C00"), (&self.mot_code, "0"), (&self.partner2_code, "0")];
        let details = wholes.into_iter().enumerate().fold(0, |details, (bit, (code, whole))| {
            let code = text(code);
            details | u8::from(!code.is_empty() && code != whole) << bit
        });
        sink.row(&ForeignRow {
            line,
            reporter,
            flow,
            partner,
            product,
            period: Coded::from_code(period.as_bytes()),
            amounts,
            is_estimated: [
                false,
                text(&self.is_net_wgt_estimated) == "true",
                text(&self.is_qty_estimated) == "true",
            ],
            quantity_unit: Coded { name: unit[1].as_bytes(), ..Coded::from_code(unit[0].as_bytes()) },
            nomenclature: text(&self.classification_code).bytes().next().unwrap_or_default(),
            details,
            ..ForeignRow::default()
        })
    }
}

impl Meanings for ComtradeJson {
    fn facts(&self) -> FileFacts {
        facts(Says { reporter: true, flow: true, partner: true, product: true, period: true }, true)
    }

    fn place(&self, code: &str, name: &str) -> PlaceMeaning {
        meaning::comtrade_place(code, name)
    }
}

impl ForeignReader for ComtradeJson {
    fn meanings(&self) -> &dyn Meanings {
        self
    }

    fn has_lines(&self) -> bool {
        false
    }

    fn read(&self, input: &mut dyn Read, sink: &mut dyn RowSink) -> io::Result<()> {
        let mut rows = ComtradeRows { sink, line: 0, has_enough: false };
        let mut json = serde_json::Deserializer::from_reader(BufReader::new(input));
        let read = json.deserialize_map(&mut rows);
        // Reading ends early once the sink has enough, which the parser takes for a fault.
        if rows.has_enough { Ok(()) } else { read.map_err(|error| json_error(&error, "")) }
    }
}

/// Passes the rows of `data` on while they are parsed, however many there are.
struct ComtradeRows<'s> {
    sink: &'s mut dyn RowSink,
    line: u64,
    has_enough: bool,
}

impl<'de> Visitor<'de> for &mut ComtradeRows<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        write!(formatter, "{}", JsonKind::Object)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(name) = map.next_key::<String>()? {
            if name == "data" {
                map.next_value_seed(&mut *self)?;
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while let Some(row) = list.next_element::<ComtradeRow>()? {
            self.line += 1;
            if row.pass_on(self.line, self.sink).is_break() {
                self.has_enough = true;
                return Err(serde::de::Error::custom("enough"));
            }
        }
        Ok(())
    }
}

impl<'de> DeserializeSeed<'de> for &mut ComtradeRows<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::rows;

    #[test]
    fn rows_of_an_answer_are_read_by_number() {
        let text = r#"{"elapsedTime":"0.1 secs","count":2,"data":[
            {"typeCode":"C","period":"2022","reporterCode":417,"reporterISO":"KGZ","flowCode":"M","partnerCode":156,
             "partnerISO":"CHN","cmdCode":"8703","customsCode":"C00","motCode":0,"partner2Code":0,"netWgt":null,
             "isNetWgtEstimated":false,"primaryValue":98765.430,"qty":4,"qtyUnitCode":5,"isQtyEstimated":true},
            {"period":"202203","reporterCode":417,"reporterISO":null,"flowCode":"X","partnerISO":"W00","cmdCode":"TOTAL",
             "motCode":1000,"netWgt":5.5,"isNetWgtEstimated":true,"primaryValue":12}],"error":""}"#;
        assert_eq!(
            rows(text.as_bytes()),
            [
                "1: KGZ M CHN 8703 2022 98765430e-3 - 4e0~ 5 details 0",
                "2: 417 X W00 TOTAL 202203 12e0 55e-1~ details 2",
            ]
        );
    }
}
