//! BACI, the trade that CEPII reconciles from the reports of both sides: columns `t,i,j,k,v,q` for the year, exporter,
//! importer, product, thousands of US dollars and tonnes.

use super::code_columns::CodeColumn;
use super::comtrade::style;
use super::head::Head;
use super::meaning::{self, FlowMeaning, PlaceMeaning, ProductMeaning};
use super::table::{ColumnPlaces, TableFormat, TableReader};
use super::{AmountKind, FileFacts, Meanings, RecordFormat, SameTrade, Says};
use crate::dataset::{Amount, Currency, Flow, Unit};

#[derive(Debug)]
struct Baci {
    table: TableReader,
}

pub(super) fn recognise(head: &Head) -> Option<Box<dyn RecordFormat>> {
    let column = |name: &str| head.column(name);
    let (year, value) = (column("t")?, column("v")?);
    let (exporter, importer, product) = (column("i")?, column("j")?, column("k")?);
    let code = |at| CodeColumn { code: Some(at), name: None };
    let columns = ColumnPlaces {
        reporter: code(exporter),
        partner: code(importer),
        product: code(product),
        period: Some(year),
        amounts: [Some(value), head.column("q"), None],
        ..ColumnPlaces::default()
    };
    let styles = columns.amounts.map(|at| style(head, at));
    Some(Box::new(Baci { table: TableReader { columns, styles } }))
}

impl TableFormat for Baci {
    fn table(&self) -> &TableReader {
        &self.table
    }
}

impl Meanings for Baci {
    fn facts(&self) -> FileFacts {
        let has_weight = self.table.columns.has(AmountKind::Weight);
        FileFacts {
            publisher: "CEPII, BACI",
            says: Says { flow: true, ..self.table.columns.says() },
            units: [
                Currency::from_code("USD").map(|usd| (Unit::Money(usd), 3)),
                has_weight.then_some((Unit::Amount(Amount::Tonne), 0)),
                None,
            ],
            has_customs_valuation: false,
            is_reconciled: true,
            is_harmonized: true,
            same_trade: SameTrade::Again,
        }
    }

    fn place(&self, code: &str, name: &str) -> PlaceMeaning {
        meaning::comtrade_place(code, name)
    }

    /// Every row is the exports of one and the imports of the other.
    fn flow(&self, _: &str, _: &str) -> Option<FlowMeaning> {
        Some(FlowMeaning { flow: Flow::Exports, is_part: false })
    }

    /// Six digits, whose leading zeros a program may have taken for a number's.
    fn product(&self, code: &str, name: &str) -> ProductMeaning {
        let is_short = code.len() < 6 && code.bytes().all(|byte| byte.is_ascii_digit()) && !code.is_empty();
        if is_short { meaning::product(&format!("{code:0>6}"), name) } else { meaning::product(code, name) }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{reader, rows};

    #[test]
    fn rows_are_read_with_their_padding() {
        let text = "t,i,j,k,v,q\n2022,  4, 24,845420,   0.412,   0.021\n2022,842,4,10121,12.5,      NA\n";
        assert_eq!(
            rows(text.as_bytes()),
            ["2:   4   24 845420 2022 412e-3 21e-3 details 0", "3: 842  4 10121 2022 125e-1 - details 0",]
        );
    }

    #[test]
    fn codes_get_their_zeros_back_and_numbers_are_those_of_comtrade() {
        let reader = reader(b"t,i,j,k,v,q\n").expect("a format");
        assert_eq!(reader.meanings().product("10121", "").code, "010121");
        assert_eq!(reader.meanings().product(" 845420", "").code, "845420");
        for (number, code) in [("  4", "AFG"), ("842", "USA"), ("58", "BLX"), ("490", "S19"), ("398", "KAZ")]
        {
            assert_eq!(reader.meanings().place(number, "").code, code, "{number}");
        }
    }
}
