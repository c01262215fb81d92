//! Tables of national offices whose columns have names and codes of their own: the US Census Bureau, Comex Stat of Brazil,
//! Statistics Canada by commodity, and HMRC of the United Kingdom. Once their columns have names that are known, they are tidy tables.

use std::io;
use std::ops::ControlFlow;

use super::code_columns::CodeColumn;
use super::head::Head;
use super::meaning::{self, FlowMeaning, PlaceKind, PlaceMeaning};
use super::record::Record;
use super::{
    FileFacts, Meanings, ProductMeaning, QuantityUnit, RecordFormat, RowSink, UnreadColumn, WhyUnread, tidy,
};
use crate::dataset::{Flow, Period, WORLD};
use crate::text::harmless::harmless;

/// An office, with what is its own.
struct Office {
    publisher: &'static str,
    /// Columns that all of its tables have.
    marks: &'static [&'static str],
    /// Its names of columns with the names that tidy tables have for them. Of several with the same the first counts.
    columns: &'static [(&'static str, &'static str)],
    /// Columns of amounts that are not read.
    unread: &'static [&'static str],
    place: fn(&str, &str) -> PlaceMeaning,
    flow: fn(&str, &str) -> Option<FlowMeaning>,
}

const OFFICES: [Office; 4] = [
    Office {
        publisher: "US Census Bureau",
        marks: &["CTY_CODE"],
        columns: &[
            ("CTY_CODE", "partner code"),
            ("CTY_NAME", "partner name"),
            ("I_COMMODITY", "hs code"),
            ("E_COMMODITY", "hs code"),
            ("I_COMMODITY_LDESC", "hs code name"),
            ("E_COMMODITY_LDESC", "hs code name"),
            ("I_COMMODITY_SDESC", "hs code name"),
            ("E_COMMODITY_SDESC", "hs code name"),
            ("GEN_VAL_MO", "imports usd"),
            ("CON_VAL_MO", "imports usd"),
            ("ALL_VAL_MO", "exports usd"),
        ],
        unread: &[
            "AIR_WGT_MO", "VES_WGT_MO", "CNT_WGT_MO", "GEN_QY1_MO", "CON_QY1_MO", "QTY_1_MO", "QTY_2_MO",
        ],
        place: census_place,
        flow: meaning::flow,
    },
    Office {
        publisher: "Comex Stat",
        marks: &["CO_ANO", "CO_PAIS", "VL_FOB"],
        columns: &[
            ("CO_ANO", "year"),
            ("CO_MES", "month"),
            ("CO_NCM", "ncm"),
            ("SH4", "hs4"),
            ("CO_PAIS", "partner code"),
            ("NO_PAIS", "partner name"),
            ("VL_FOB", "value usd"),
            ("KG_LIQUIDO", "net weight kg"),
        ],
        unread: &["QT_ESTAT", "VL_FRETE", "VL_SEGURO", "VL_CIF"],
        place: own_place,
        flow: meaning::flow,
    },
    Office {
        publisher: "Statistics Canada",
        marks: &["YearMonth/AnnéeMois", "Country/Pays", "Value/Valeur"],
        columns: &[
            ("YearMonth/AnnéeMois", "period"),
            ("HS2", "hs2"),
            ("HS6", "hs6"),
            ("HS8", "hs8"),
            ("HS10", "hs10"),
            ("Country/Pays", "partner"),
            ("Value/Valeur", "value cad"),
        ],
        unread: &["Quantity/Quantité"],
        place: meaning::place,
        flow: meaning::flow,
    },
    Office {
        publisher: "HMRC",
        marks: &["MonthId", "FlowTypeId", "CountryId"],
        columns: &[
            ("MonthId", "period"),
            ("FlowTypeId", "flow"),
            ("CommodityId", "cn8"),
            ("CountryId", "partner code"),
            ("Value", "value gbp"),
            ("NetMass", "net weight kg"),
        ],
        unread: &["SuppUnit"],
        place: own_place,
        flow: uk_flow,
    },
];

/// A table of an office.
struct OfficeTable {
    office: &'static Office,
    table: Box<dyn RecordFormat>,
    unread: Vec<UnreadColumn>,
}

pub(super) fn recognise(head: &Head) -> Option<Box<dyn RecordFormat>> {
    let office = OFFICES.iter().find(|office| office.marks.iter().all(|mark| head.column(mark).is_some()))?;
    let mut header = head.header.clone();
    let mut taken: Vec<&str> = Vec::new();
    for (own, known) in office.columns {
        if let Some(name) =
            head.column(own).and_then(|at| header.get_mut(at)).filter(|_| !taken.contains(known))
        {
            (*known).clone_into(name);
            taken.push(known);
        }
    }
    if head.column("time").is_some() {
        // It says both.
        header.iter_mut().filter(|name| ["YEAR", "MONTH"].contains(&name.as_str())).for_each(String::clear);
    }
    let renamed = Head {
        header,
        titles: head.titles.clone(),
        sample: head.sample.clone(),
        skipped: head.skipped,
        delimiter: head.delimiter,
        quote: head.quote,
        ..Head::default()
    };
    let table = tidy::recognise(&renamed)?;
    let mut unread = table.unread().to_vec();
    let has_own_codes = taken.contains(&"partner code") && !taken.contains(&"partner name");
    let said = [(has_own_codes, WhyUnread::OwnCodes), (!table.facts().says.flow, WhyUnread::NoFlow)];
    let said = said.into_iter().filter(|(is_so, _)| *is_so);
    unread.extend(said.map(|(_, why)| UnreadColumn { name: office.publisher.to_owned(), why }));
    for name in office.unread {
        if head.column(name).is_some() && unread.iter().all(|column| column.name != *name) {
            unread.push(UnreadColumn { name: (*name).to_owned(), why: WhyUnread::UnknownAmount });
        }
    }
    Some(Box::new(OfficeTable { office, table, unread }))
}

/// A place by its name: the codes are those of Schedule C. Groups of countries begin with noughts or have an X.
fn census_place(code: &str, name: &str) -> PlaceMeaning {
    let (code, name) = (code.trim(), name.trim());
    if code == "-" {
        return PlaceMeaning { code: WORLD.to_owned(), name: harmless(name), kind: PlaceKind::World };
    }
    let kind =
        if code.starts_with("00") || code.contains('X') { PlaceKind::Group } else { PlaceKind::Single };
    let known = meaning::place("", name);
    if kind == PlaceKind::Single && known.kind == PlaceKind::Single && known.code != known.name {
        return PlaceMeaning { name: harmless(name), ..known };
    }
    PlaceMeaning { kind, ..own_place(code, name) }
}

/// A place by a code that is no other list's: what stands for Germany here is Bulgaria in ISO 3166.
fn own_place(code: &str, name: &str) -> PlaceMeaning {
    let (code, name) = (harmless(code.trim()), harmless(name.trim()));
    let name = if name.is_empty() { format!("country {code}") } else { name };
    PlaceMeaning { code, name, kind: PlaceKind::Single }
}

/// Trade with the European Union, and with other countries.
fn uk_flow(code: &str, _: &str) -> Option<FlowMeaning> {
    let flow = match code.trim() {
        "1" | "3" => Flow::Imports,
        "2" | "4" => Flow::Exports,
        _ => return None,
    };
    Some(FlowMeaning { flow, is_part: false })
}

impl Meanings for OfficeTable {
    fn facts(&self) -> FileFacts {
        FileFacts { publisher: self.office.publisher, ..self.table.facts() }
    }

    fn place(&self, code: &str, name: &str) -> PlaceMeaning {
        (self.office.place)(code, name)
    }

    fn flow(&self, code: &str, name: &str) -> Option<FlowMeaning> {
        (self.office.flow)(code, name)
    }

    fn product(&self, code: &str, name: &str) -> ProductMeaning {
        self.table.product(code, name)
    }

    fn quantity_unit(&self, code: &str, name: &str) -> Option<QuantityUnit> {
        self.table.quantity_unit(code, name)
    }

    fn period(&self, text: &str) -> Option<Period> {
        self.table.period(text)
    }

    fn unread(&self) -> &[UnreadColumn] {
        &self.unread
    }
}

impl RecordFormat for OfficeTable {
    fn columns(&self) -> Vec<usize> {
        self.table.columns()
    }

    fn amounts(&self) -> Vec<usize> {
        self.table.amounts()
    }

    fn sides(&self) -> [CodeColumn; 2] {
        self.table.sides()
    }

    fn record(&self, record: &Record, sink: &mut dyn RowSink) -> ControlFlow<()> {
        self.table.record(record, sink)
    }

    fn check(&self) -> io::Result<()> {
        self.table.check()
    }
}

#[cfg(test)]
mod tests;
