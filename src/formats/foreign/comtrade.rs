//! UN Comtrade, as its pages and its service give tables since 2023: 47 columns with names such as `reporterISO`, in CSV or as
//! members of rows in JSON.
//!
//! Rows end with a comma, so they have a field more than the header. The file says of each row that it is no total
//! (`isReported`, `isAggregate`), also of those of `TOTAL` and `W00`; codes say what it is.

use super::amounts::numbered_flow;
use super::code_columns::CodeColumn;
use super::head::Head;
use super::meaning::{self, FlowMeaning, PlaceMeaning};
use super::number::{NumberStyle, PLAIN};
use super::table::{ColumnPlaces, DetailColumn, TableFormat, TableReader};
use super::{
    AmountKind, FileFacts, Meanings, ProductMeaning, RecordFormat, SameTrade, Says, UnreadColumn, WhyUnread,
};
use crate::dataset::{Amount, Currency, Unit};

/// The dimensions that are parts of a row without them: customs procedure, mode of transport, second partner, mode of supply.
const DETAILS: [&str; 4] = ["customsCode", "motCode", "partner2Code", "mosCode"];

/// The column of a further dimension: the codes of its whole are those of all tables of UN Comtrade.
pub(super) fn detail_column(at: usize, name: &str) -> DetailColumn {
    let is_filled_up = ["motCode", "Mode of Transport Code"].contains(&name);
    DetailColumn { at, wholes: &["0", "C00"], is_filled_up }
}

/// Amounts that are not read: others of the same kind are.
const OTHER_AMOUNTS: [&str; 4] = ["altQty", "grossWgt", "cifvalue", "fobvalue"];

/// A table of UN Comtrade, of today or of before.
#[derive(Debug)]
pub(super) struct ComtradeTable {
    pub table: TableReader,
    /// True for products of the Harmonized System.
    pub is_harmonized: bool,
    /// True for services, which have no freight.
    pub is_of_services: bool,
    pub unread: Vec<UnreadColumn>,
}

pub(super) fn recognise(head: &Head) -> Option<Box<dyn RecordFormat>> {
    let column = |name: &str| head.column(name);
    // The names that no other format has. A code may be missing where its other code is there.
    column("primaryValue")?;
    // The service gives numbers alone to those who ask for no names.
    let is_empty = |row: &Vec<String>, at: usize| row.get(at).is_some_and(String::is_empty);
    let says_none = |row: &Vec<String>, code: usize, name: Option<usize>| {
        is_empty(row, code) && name.is_none_or(|name| is_empty(row, name))
    };
    let place = |iso: &str, number: &str, name: &str| {
        let named = column(iso).filter(|at| !head.sample.iter().any(|row| says_none(row, *at, column(name))));
        named.or_else(|| column(number)).or_else(|| column(iso))
    };
    let reporter = place("reporterISO", "reporterCode", "reporterDesc");
    // Where somebody kept the names alone, they say it.
    reporter.or_else(|| column("reporterDesc"))?;
    let partner = place("partnerISO", "partnerCode", "partnerDesc");
    let details = DETAILS.iter().filter_map(|name| Some(detail_column(column(name)?, name)));
    let columns = ColumnPlaces {
        reporter: CodeColumn { code: reporter, name: column("reporterDesc") },
        flow: CodeColumn { code: column("flowCode"), name: column("flowDesc") },
        partner: CodeColumn { code: partner, name: column("partnerDesc") },
        product: CodeColumn { code: column("cmdCode"), name: column("cmdDesc") },
        period: column("period").or_else(|| column("refYear")),
        amounts: [column("primaryValue"), column("netWgt"), column("qty")],
        // The older flag of estimates speaks of quantities, too.
        estimated: [None, column("isNetWgtEstimated"), column("isQtyEstimated")],
        quantity_unit: CodeColumn { code: column("qtyUnitCode"), name: column("qtyUnitAbbr") },
        nomenclature: column("classificationCode"),
        details: details.collect(),
    };
    let styles = columns.amounts.map(|at| style(head, at));
    let table = TableReader { columns, styles };
    let first = |name: &str| column(name).and_then(|at| head.sample.first()?.get(at));
    let is_of_services = first("typeCode").is_some_and(|code| code == "S");
    let is_harmonized = first("classificationCode").is_some_and(|code| code.starts_with('H'));
    let unread = other_amounts(head, &OTHER_AMOUNTS);
    Some(Box::new(ComtradeTable { table, is_harmonized, is_of_services, unread }))
}

/// The columns of these names that have an amount in the sample.
pub(super) fn other_amounts(head: &Head, names: &[&str]) -> Vec<UnreadColumn> {
    let has_amount = |at: usize| {
        let mut cells = head.sample.iter().filter_map(|row| row.get(at));
        cells.any(|cell| cell.contains(|c: char| c.is_ascii_digit() && c != '0'))
    };
    let names = names.iter().filter(|name| head.column(name).is_some_and(has_amount));
    let name = names.copied().collect::<Vec<_>>().join(", ");
    let unread = (!name.is_empty()).then_some(UnreadColumn { name, why: WhyUnread::OtherAmounts });
    unread.into_iter().collect()
}

/// How a column of numbers is written: as programs do, unless a spreadsheet may have saved the file.
pub(super) fn style(head: &Head, at: Option<usize>) -> NumberStyle {
    let usual = if matches!(head.delimiter, b';' | b'\t') { NumberStyle::unknown() } else { PLAIN };
    let cells = head.sample.iter().filter_map(|row| row.get(at?).map(String::as_bytes));
    NumberStyle::from_samples(cells, usual)
}

/// Facts that hold for all rows of UN Comtrade.
pub(super) fn facts(says: Says, has_weight: bool) -> FileFacts {
    let kilogram = has_weight.then_some((Unit::Amount(Amount::Kilogram), 0));
    FileFacts {
        publisher: "UN Comtrade",
        says,
        units: [Currency::from_code("USD").map(|usd| (Unit::Money(usd), 0)), kilogram, None],
        has_customs_valuation: true,
        is_reconciled: false,
        is_harmonized: false,
        same_trade: SameTrade::Again,
    }
}

impl TableFormat for ComtradeTable {
    fn table(&self) -> &TableReader {
        &self.table
    }
}

impl Meanings for ComtradeTable {
    fn facts(&self) -> FileFacts {
        let columns = &self.table.columns;
        let facts = facts(columns.says(), columns.has(AmountKind::Weight));
        let is_harmonized = self.is_harmonized && facts.says.product;
        FileFacts { has_customs_valuation: !self.is_of_services, is_harmonized, ..facts }
    }

    fn place(&self, code: &str, name: &str) -> PlaceMeaning {
        meaning::comtrade_place(code, name)
    }

    fn flow(&self, code: &str, name: &str) -> Option<FlowMeaning> {
        numbered_flow(code, name)
    }

    fn product(&self, code: &str, name: &str) -> ProductMeaning {
        if self.is_harmonized { meaning::harmonized(code, name) } else { meaning::product(code, name) }
    }

    fn unread(&self) -> &[UnreadColumn] {
        &self.unread
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{reader, rows};

    /// The names of the columns in their order.
    const HEADER: &str = "typeCode,freqCode,refPeriodId,refYear,refMonth,period,reporterCode,reporterISO,reporterDesc,\
        flowCode,flowDesc,partnerCode,partnerISO,partnerDesc,partner2Code,partner2ISO,partner2Desc,classificationCode,\
        classificationSearchCode,isOriginalClassification,cmdCode,cmdDesc,aggrLevel,isLeaf,customsCode,customsDesc,\
        mosCode,motCode,motDesc,qtyUnitCode,qtyUnitAbbr,qty,isQtyEstimated,altQtyUnitCode,altQtyUnitAbbr,altQty,\
        isAltQtyEstimated,netWgt,isNetWgtEstimated,grossWgt,isGrossWgtEstimated,cifvalue,fobvalue,primaryValue,\
        legacyEstimationFlag,isReported,isAggregate";

    /// A row with these partners, product, details and amounts; a field more than the header.
    fn row(partner: &str, product: &str, details: [&str; 3], weight: &str, value: &str) -> String {
        let [customs, transport, second] = details;
        let estimated = !weight.is_empty();
        let quantity = if estimated { "120" } else { "" };
        format!(
            "\"C\",\"A\",20220101,2022,52,\"2022\",398,\"KAZ\",\"Kazakhstan\",\"X\",\"Export\",156,\"{partner}\",\"T\u{fc}rkiye\",\
             {second},\"W00\",\"World\",\"H6\",\"HS\",true,\"{product}\",\"Wheat, hard\",6,true,\"{customs}\",\"TOTAL CPC\",\
             \"0\",\"{transport}\",\"TOTAL MOT\",5,\"u\",{quantity},false,-1,\"N/A\",0,false,{weight},{estimated},0,false,,{value},{value},0,\
             false,false,"
        )
    }

    #[test]
    fn rows_of_an_answer_of_the_service_are_read_by_number() {
        let text = r#"{"elapsedTime":"0.1 secs","count":2,"data":[
            {"typeCode":"C","period":"2022","reporterCode":417,"reporterISO":"KGZ","flowCode":"M","partnerCode":156,
             "partnerISO":"CHN","cmdCode":"8703","customsCode":"C00","motCode":0,"partner2Code":0,"netWgt":null,
             "isNetWgtEstimated":false,"primaryValue":98765.430,"qty":4,"qtyUnitCode":5,"isQtyEstimated":true},
            {"period":"202203","reporterCode":417,"reporterISO":null,"flowCode":"X","partnerISO":"W00","cmdCode":"TOTAL",
             "motCode":1000,"netWgt":5.5,"isNetWgtEstimated":true,"primaryValue":12}],"error":""}"#;
        assert_eq!(
            rows(text.as_bytes()),
            [
                "1: 417 M CHN 8703 2022 98765430e-3 - 4e0~ 5 details 0",
                "2: 417 X W00 TOTAL 202203 12e0 55e-1~ details 2",
            ]
        );
    }

    #[test]
    fn amounts_next_to_those_that_are_read_are_named() {
        let row = row("TUR", "100199", ["C00", "0", "0"], "1250.5", "4821337.125");
        let reader = reader(format!("{HEADER}\n{row}\n").as_bytes()).expect("a format");
        let names: Vec<&str> = reader.meanings().unread().iter().map(|column| column.name.as_str()).collect();
        assert_eq!(names, ["fobvalue"], "the others are empty or 0");
    }

    #[test]
    fn services_are_neither_fob_nor_cif() {
        let facts = |kind: &str| {
            let row = row("TUR", "200", ["C00", "0", "0"], "", "5").replacen("\"C\"", kind, 1);
            reader(format!("{HEADER}\n{row}\n").as_bytes()).expect("a format").meanings().facts()
        };
        assert!(facts("\"C\"").has_customs_valuation && !facts("\"S\"").has_customs_valuation);
    }

    #[test]
    fn rows_of_today_are_read_with_their_details() {
        let lines = [
            HEADER.to_owned(),
            row("TUR", "100199", ["C00", "0", "0"], "1250.5", "4821337.125"),
            row("TUR", "100199", ["C00", "2100", "0"], "", "82"),
            row("W00", "TOTAL", ["C01", "0", "36"], "", ""),
            "\"C\",\"A\"".to_owned(),
        ];
        let bytes: Vec<u8> =
            lines.join("\r\n").chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect();
        assert_eq!(
            rows(&bytes),
            [
                "2: KAZ X TUR 100199 2022 4821337125e-3 12505e-1~ 120e0 u details 0",
                "3: KAZ X TUR 100199 2022 82e0 - details 2",
                "4: KAZ X W00 TOTAL 2022 - - details 5",
                "5: Fields",
            ]
        );
    }
}
