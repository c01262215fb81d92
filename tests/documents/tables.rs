//! The question of docs/tables.md, asked by its keys.

use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;
use std::{env, fs};

use super::quotes;

/// Whose trade, with names as UN Comtrade writes them.
const REPORTERS: [[&str; 2]; 3] = [["CHN", "China"], ["KAZ", "Kazakhstan"], ["UZB", "Uzbekistan"]];

const PARTNERS: [[&str; 2]; 12] = [
    ["ITA", "Italy"],
    ["RUS", "Russian Federation"],
    ["TUR", "Türkiye"],
    ["NLD", "Netherlands"],
    ["FRA", "France"],
    ["KOR", "Rep. of Korea"],
    ["ROU", "Romania"],
    ["GBR", "United Kingdom"],
    ["ESP", "Spain"],
    ["GRC", "Greece"],
    ["IND", "India"],
    ["POL", "Poland"],
];

const PRODUCTS: [[&str; 2]; 8] = [
    ["27", "Mineral fuels, oils and products of their distillation"],
    ["74", "Copper and articles thereof"],
    ["72", "Iron and steel"],
    ["28", "Inorganic chemicals"],
    ["26", "Ores, slag and ash"],
    ["10", "Cereals"],
    ["79", "Zinc and articles thereof"],
    ["84", "Nuclear reactors, boilers, machinery"],
];

/// The rows of a file of UN Comtrade; every amount is made up. With `times` there are as many single codes in each chapter,
/// which share its amount.
fn rows(times: u64) -> String {
    let mut file = String::from(
        "refYear,reporterISO,reporterDesc,flowCode,partnerISO,partnerDesc,cmdCode,cmdDesc,primaryValue\n",
    );
    for (at, [reporter, name]) in (1..).zip(REPORTERS) {
        for (flow, size) in [("X", 9), ("M", 5)] {
            for year in [2021, 2022] {
                let mut all = 0;
                let mut parts = String::new();
                for (place, [partner, partner_name]) in (1_u64..).zip(PARTNERS) {
                    let start = format!("{year},{reporter},{name},{flow},{partner},{partner_name}");
                    let mut with = 0;
                    for (rank, [code, product]) in (1_u64..).zip(PRODUCTS) {
                        let change = if year == 2022 { 94 + (place * 7 + rank * 5) % 23 } else { 100 };
                        let single = size * at * change * 234_567 / (place * rank) / times;
                        with += single * times;
                        if times == 1 {
                            let _ = writeln!(parts, "{start},{code},\"{product}\",{single}");
                        }
                        for below in (0..times).filter(|_| times > 1) {
                            let _ =
                                writeln!(parts, "{start},{code}{:04},\"{product}\",{single}", 1000 + below);
                        }
                    }
                    let _ = writeln!(parts, "{start},TOTAL,All Commodities,{with}");
                    all += with;
                }
                let _ =
                    writeln!(file, "{year},{reporter},{name},{flow},W00,World,TOTAL,All Commodities,{all}");
                file += &parts;
            }
        }
    }
    file
}

/// The screen after these keys.
fn screen(folder: &Path, keys: &str) -> String {
    screen_of(folder, "TradeData.csv", "100x22", keys)
}

fn screen_of(folder: &Path, file: &str, size: &str, keys: &str) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_horgos"))
        .args(["print", "--screen", size, &format!("--keys={keys}"), file])
        .current_dir(folder)
        .output()
        .expect("it runs");
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    text.lines().map(|line| line.trim_end().to_owned() + "\n").collect()
}

/// Who bought most from Kazakhstan in 2022, how much of it was which product, and how did that change?
const KEYS: [&str; 3] = ["wkaz<enter>", "wkaz<enter>d", "wkaz<enter>d3"];

#[test]
fn seven_keys_lead_to_who_bought_most_of_what_and_how_that_changed() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = rows(1);
    assert_eq!(file.lines().count(), 1 + 1_308);
    fs::write(folder.path().join("TradeData.csv"), file).expect("room");
    let [partners, products, years] = KEYS.map(|keys| screen(folder.path(), keys));
    assert!(partners.contains("Kazakhstan · exports (FOB) · 2022 · all partners"), "{partners}");
    assert!(partners.contains("▸ Italy"), "{partners}");
    assert!(products.contains("▸ 27 Mineral fuels") && products.contains("· Italy ·"), "{products}");
    assert!(years.contains("━ 3 Over time") && years.contains("2021") && years.contains("2022"), "{years}");
    for (name, picture) in
        ["who bought most", "of what", "how that changed"].into_iter().zip([partners, products, years])
    {
        quotes("docs/tables.md", name, &format!("```text\n{picture}```\n"));
    }
}

/// Wheat by partner, with weights: one row has none.
const WHEAT: &str = "year,reporter,partner,hs6,exports_usd,net_weight_kg\n\
    2022,KAZ,UZB,100199,412300000,1310000000\n2022,KAZ,TJK,100199,231900000,768000000\n\
    2022,KAZ,AFG,100199,118200000,331000000\n2022,KAZ,ITA,100119,64700000,151000000\n\
    2022,KAZ,ITA,100199,9800000,30500000\n2022,KAZ,TUR,100199,31200000,\n\
    2021,KAZ,UZB,100199,365100000,1502000000\n";

#[test]
fn partners_are_ranked_by_money_for_each_kilogram() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("wheat.csv"), WHEAT).expect("room");
    let picture = screen_of(folder.path(), "wheat.csv", "100x20", "uuz");
    assert!(picture.contains("▸ Italy") && picture.contains("value / net weight"), "{picture}");
    quotes("docs/tables.md", "for how much a kilogram", &format!("```text\n{picture}```\n"));
}

#[test]
fn the_same_keys_give_the_same_answer_where_there_are_many_products() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("TradeData.csv"), rows(20)).expect("room");
    let [partners, products, years] = KEYS.map(|keys| screen(folder.path(), keys));
    assert!(partners.contains("23,196 rows") && partners.contains("▸ Italy"), "{partners}");
    assert!(products.contains("▸ 27 ") && products.contains("▾"), "by chapter: {products}");
    assert!(years.contains("· Italy ·") && years.contains("━ 3 Over time"), "{years}");
}
