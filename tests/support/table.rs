//! A dashboard on a table of somebody else, with names as long as customs offices print them; its numbers are made up.

#![allow(dead_code, reason = "each test file uses what it needs")]

use std::fmt::Write as _;

use horgos::dashboard::{App, Pivot};
use ratatui::layout::Size;

const PARTNERS: [(&str, &str); 8] = [
    ("UZB", "Uzbekistan"),
    ("CHN", "China"),
    ("RUS", "Russian Federation"),
    ("BIH", "Bosnia Herzegovina"),
    ("VEN", "Venezuela (Bolivarian Republic of)"),
    ("VGB", "British Virgin Islands"),
    ("SGS", "South Georgia and the South Sandwich Islands"),
    ("TUR", "Türkiye"),
];

const PRODUCTS: [(&str, &str); 7] = [
    ("26", "Ores, slag and ash"),
    (
        "27",
        "Mineral fuels, mineral oils and products of their distillation; bituminous substances; mineral waxes",
    ),
    ("40", "Rubber and articles thereof"),
    ("48", "Paper and paperboard; articles of paper pulp, of paper or paperboard"),
    (
        "71",
        "Natural, cultured pearls; precious, semi-precious stones; precious metals; imitation jewellery; coin",
    ),
    (
        "85",
        "Electrical machinery and equipment and parts thereof; sound recorders and reproducers; television sets",
    ),
    ("96", "Miscellaneous manufactured articles"),
];

/// Two years of a reporter's exports and imports, in the form of UN Comtrade.
pub fn rows() -> String {
    let mut rows = String::from(
        "reporterISO,reporterDesc,flowCode,partnerISO,partnerDesc,cmdCode,cmdDesc,period,primaryValue\n",
    );
    for (year, flow) in [(2021_u64, "X"), (2021, "M"), (2022, "X"), (2022, "M")] {
        for (at, (partner, name)) in (1_u64..).zip(PARTNERS) {
            for (by, (code, product)) in (1_u64..).zip(PRODUCTS) {
                let turn = (at * 7 + by * 5 + year * 3 + u64::from(flow == "M")) % 13 + 1;
                let value = turn * 91_234_567 / (at * by);
                let _ = writeln!(
                    rows,
                    "KAZ,Kazakhstan,{flow},{partner},\"{name}\",{code},\"{product}\",{year},{value}.25"
                );
            }
        }
    }
    rows
}

/// A dashboard on these rows.
pub fn table(rows: &str, (width, height): (u16, u16)) -> App {
    let file = tempfile::NamedTempFile::with_suffix(".csv").expect("a file");
    std::fs::write(file.path(), rows).expect("room");
    let (pivot, dataset) = Pivot::open(file.path()).expect("an answer");
    App::new(dataset, Size::new(width, height)).with_pivot(pivot)
}
