//! UN Comtrade as its pages gave tables before 2023: 35 columns with names such as `Trade Value (US$)`.

use super::RecordFormat;
use super::code_columns::CodeColumn;
use super::comtrade::{ComtradeTable, detail_column, other_amounts, style};
use super::head::Head;
use super::table::{ColumnPlaces, TableReader};

/// The dimensions that are parts of a row without them.
const DETAILS: [&str; 3] = ["Customs Proc. Code", "Mode of Transport Code", "2nd Partner Code"];

/// Amounts that are not read: others of the same kind are.
const OTHER_AMOUNTS: [&str; 4] =
    ["Alt Qty", "Gross weight (kg)", "CIF Trade Value (US$)", "FOB Trade Value (US$)"];

pub(super) fn recognise(head: &Head) -> Option<Box<dyn RecordFormat>> {
    let column = |name: &str| head.column(name);
    let value = column("Trade Value (US$)")?;
    let reporter =
        column("Reporter ISO").or_else(|| column("Reporter Code")).or_else(|| column("Reporter"))?;
    let partner = column("Partner ISO").or_else(|| column("Partner Code")).or_else(|| column("Partner"));
    let details = DETAILS.iter().filter_map(|name| Some(detail_column(column(name)?, name)));
    let columns = ColumnPlaces {
        reporter: CodeColumn { code: Some(reporter), name: column("Reporter") },
        flow: CodeColumn { code: column("Trade Flow Code"), name: column("Trade Flow") },
        partner: CodeColumn { code: partner, name: column("Partner") },
        product: CodeColumn { code: column("Commodity Code"), name: column("Commodity") },
        period: column("Period").or_else(|| column("Year")),
        amounts: [Some(value), column("Netweight (kg)"), column("Qty")],
        quantity_unit: CodeColumn { code: column("Qty Unit Code"), name: column("Qty Unit") },
        details: details.collect(),
        ..ColumnPlaces::default()
    };
    let styles = columns.amounts.map(|at| style(head, at));
    let table = TableReader { columns, styles };
    let unread = other_amounts(head, &OTHER_AMOUNTS);
    let first = column("Classification").and_then(|at| head.sample.first()?.get(at));
    let is_harmonized = first.is_some_and(|code| code.starts_with('H'));
    Some(Box::new(ComtradeTable { table, is_harmonized, is_of_services: false, unread }))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{reader, rows};
    use crate::dataset::Flow;

    #[test]
    fn rows_of_before_2023_are_read_by_their_iso_codes() {
        let text = "Classification,Year,Period,Period Desc.,Aggregate Level,Is Leaf Code,Trade Flow Code,Trade Flow,Reporter Code,\
            Reporter,Reporter ISO,Partner Code,Partner,Partner ISO,2nd Partner Code,2nd Partner,2nd Partner ISO,\
            Customs Proc. Code,Customs,Mode of Transport Code,Mode of Transport,Commodity Code,Commodity,Qty Unit Code,\
            Qty Unit,Qty,Alt Qty Unit Code,Alt Qty Unit,Alt Qty,Netweight (kg),Gross weight (kg),Trade Value (US$),\
            CIF Trade Value (US$),FOB Trade Value (US$),Flag\n\
            HS,2016,2016,2016,2,0,2,Export,398,Kazakhstan,KAZ,0,World,WLD,,,,,,,,10,Cereals,1,No Quantity,,,,,,,691024387,,,0\n\
            HS,2016,2016,2016,6,1,4,Re-Import,398,Kazakhstan,KAZ,156,China,CHN,,,,,,,,100119,\"Durum, other\",8,kg,5,,,,12,,77,,,4\n";
        assert_eq!(
            rows(text.as_bytes()),
            [
                "2: KAZ 2 WLD 10 2016 691024387e0 - details 0",
                "3: KAZ 4 CHN 100119 2016 77e0 12e0 5e0 kg details 0",
            ]
        );
        let reader = reader(text.as_bytes()).expect("a format");
        let meaning =
            |code: &str| reader.meanings().flow(code, "").map(|meaning| (meaning.flow, meaning.is_part));
        assert_eq!([meaning("2"), meaning("4")], [Some((Flow::Exports, false)), Some((Flow::Imports, true))]);
    }
}
