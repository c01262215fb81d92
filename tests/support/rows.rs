//! Small datasets for tests of checks and of their words.
//!
//! A row is `id partner flow measure period number unit` and then columns as `name=value`; the reporter is CHN unless a row names
//! another.

use horgos::dataset::Dataset;
use horgos::formats::parse;

/// The places that rows are about where a test names no others.
pub const PLACES: &str = r#"{"code":"G2","name":"the two","members":["KAZ","KGZ"]},{"code":"KAZ","name":"Kazakhstan"},
    {"code":"KGZ","name":"Kyrgyzstan"},{"code":"W00","name":"World"}"#;

pub fn dataset(places: &str, rows: &[&str]) -> Dataset {
    dataset_with("", places, rows)
}

/// As [`dataset`], with products that the dataset names itself.
pub fn dataset_with(products: &str, places: &str, rows: &[&str]) -> Dataset {
    dataset_of(&format!(r#"{{"name":"products","data":[{products}]}}"#), places, rows)
}

/// As [`dataset`], with sources.
#[allow(dead_code, reason = "not every test has sources")]
pub fn dataset_from(sources: &str, places: &str, rows: &[&str]) -> Dataset {
    dataset_of(&format!(r#"{{"name":"sources","data":[{sources}]}}"#), places, rows)
}

fn dataset_of(resource: &str, places: &str, rows: &[&str]) -> Dataset {
    let rows: Vec<String> = rows.iter().map(|row| json(row)).collect();
    let text = format!(
        r#"{{"resources":[{{"name":"places","data":[{places}]}},
            {resource},
            {{"name":"observations","data":[{}]}}],
            "panes":[{{"id":"checks","title":"Checks","kind":"reconciliation"}}]}}"#,
        rows.join(",")
    );
    parse("test", &text, &|_| Err(String::new())).expect("a whole dataset").dataset
}

/// A row as an object of JSON.
pub fn json(row: &str) -> String {
    let columns = ["id", "partner", "flow", "measure", "time_period", "obs_value", "unit_measure"];
    let mut words = row.split_whitespace();
    let is_china = !row.contains(" reporter=");
    let mut cells: Vec<String> = is_china.then(|| r#""reporter":"CHN""#.to_owned()).into_iter().collect();
    for (name, word) in columns.iter().zip(&mut words) {
        if word != "-" {
            cells.push(format!(r#""{name}":"{word}""#));
        }
    }
    cells.extend(
        words.filter_map(|word| word.split_once('=')).map(|(name, value)| format!(r#""{name}":"{value}""#)),
    );
    format!("{{{}}}", cells.join(","))
}

/// Rows that break every rule with a proof that names ids, places, products or numbers, each in a year of its own; `%`
/// stands for the name of a product.
pub const BROKEN: [&str; 102] = [
    "a KAZ exports value 2001 9 CNY obs_status=P",
    "b KAZ total value 2001 5 CNY",
    "a KAZ total value 2002 50 CNY",
    "b W00 total value 2002 100 CNY",
    "c KAZ total share 2002 52 PCT share_of=b",
    "w W00 total value 2003 - CNY obs_status=O",
    "a KAZ total share 2003 60 PCT share_of=w",
    "b KGZ total share 2003 42 PCT share_of=w",
    "a KAZ total growth 2004 10 PCT growth_of=CNY",
    "b KGZ total growth 2004 30 PCT growth_of=CNY",
    "c G2 total growth 2004 32 PCT growth_of=CNY",
    "a KAZ total value 2006 100 CNY",
    "b KAZ total value 2007 150 CNY",
    "c KAZ total growth 2007 -52 PCT growth_of=CNY",
    "a KAZ exports value 2009 70.0 CNY",
    "b KAZ exports value 2009 10.0 USD",
    "c KAZ imports value 2009 35.0 CNY",
    "d KAZ imports value 2009 4.0 USD",
    "a KAZ exports value 2010 24.66 CNY unit_mult=9",
    "b KAZ exports value 2010 246570 CNY unit_mult=9",
    "a KAZ exports value 2011 -5 CNY obs_status=O",
    "a KAZ exports value 2012 - CNY",
    "a KAZ exports growth 2013 -101 PCT growth_of=CNY",
    "a KAZ exports value 2014 22.0 CNY product=%",
    "b KAZ exports growth 2014 10 PCT product=% growth_of=CNY",
    "c KAZ total value 2014 40.0 CNY product=%",
    "d KAZ total growth 2014 105.0 PCT product=% growth_of=CNY",
    "a FRA exports value 2016 60 CNY",
    "b KAZ exports value 2016 50 CNY",
    "c W00 exports value 2016 100 CNY",
    "a KAZ exports value 2017 8 CNY product=%",
    "b KAZ exports value 2017 -3 CNY product=%%",
    "c KAZ exports value 2017 5 CNY",
    "a KAZ exports value 2018 -5 CNY",
    "b KAZ balance value 2018 70 CNY",
    "c KAZ total value 2018 5 CNY",
    "a KAZ exports value 2019 40.5 CNY product=%",
    "b KAZ exports value 2020 44.1 CNY product=%",
    "c KAZ exports change 2020 -3.6 CNY product=%",
    "w W00 imports value 2021 - CNY obs_status=O",
    "s KAZ imports share 2021 45.0 PCT share_of=w",
    "p KAZ imports share_change 2021 57.0 POINTS",
    "g W00 imports growth 2021 11.0 PCT growth_of=CNY",
    "h KAZ imports growth 2021 -60.0 PCT growth_of=CNY",
    "a KAZ exports value 2022 70.0 CNY product=%",
    "b KAZ exports value 2022 70.0 USD product=%",
    "e KAZ exports value 1988 32 CNY product=%",
    "b KAZ balance value 1988 20 CNY product=%",
    "i KAZ imports value 1988 99 CNY product=% transport=rail",
    "e KAZ exports value 1987 32 CNY product=%",
    "b KAZ balance value 1987 40 CNY product=%",
    "a KAZ exports value 2024 32 CNY product=%",
    "b KGZ exports value 2024 92 CNY product=%",
    "r KAZ exports rank 2024 1 RANK product=% ranked_among=partners",
    "r KAZ total rank 2025 1 RANK product=% ranked_among=partners",
    "s KGZ total rank 2025 1 RANK product=% ranked_among=partners",
    "a KAZ balance value 1999 -32 CNY product=%",
    "r KAZ balance record 2000 -22 CNY product=%",
    "e W00 exports value 2023 32 CNY",
    "b W00 balance value 2023 9 CNY unit_mult=12",
    "e W00 exports value 1995 - CNY obs_status=O",
    "i W00 imports value 1995 - CNY obs_status=O",
    "t W00 total value 1995 - CNY obs_status=O",
    "a KAZ exports share 1995 30 PCT share_of=e",
    "b KAZ imports share 1995 30 PCT share_of=i",
    "c KAZ total share 1995 50 PCT share_of=t",
    "a KAZ exports value 1996 50 CNY product=%",
    "b KAZ exports growth 1997 20 PCT product=%",
    "c KAZ exports growth 1998 20 PCT product=%",
    "d KAZ exports value 1998 99 CNY product=%",
    "a KAZ exports value 1981 50.0 CNY product=%",
    "b KAZ exports value 1982 60.0 CNY product=%",
    "c KAZ exports index 1982 140.0 INDEX product=% compare_period=1981 growth_of=CNY",
    "g G2 exports value 1983 - CNY obs_status=O",
    "w W00 exports value 1983 - CNY obs_status=O",
    "a KAZ exports share 1983 30 PCT share_of=g",
    "b KAZ exports share 1983 50 PCT share_of=w",
    "a KAZ exports value 1984-05 50.0 CNY product=%",
    "b KAZ exports value 1984-05 20.0 KG product=%",
    "u KAZ exports unit_value 1984-05 7.0 CNY_PER_KG product=%",
    "w W00 exports value 1985 - CNY obs_status=O",
    "a KAZ exports share 1985 30 PCT share_of=w",
    "b G2 exports share 1985 20 PCT share_of=w",
    "a KAZ exports change 1980 9 CNY product=%",
    "b KAZ imports change 1980 -3 CNY product=%",
    "c KAZ total change 1980 32 CNY product=%",
    "a KAZ exports value 1979 9 CNY product=% coverage=G basis=bop",
    "b KAZ exports value 1979 3 CNY product=% coverage=S basis=bop",
    "c KAZ exports value 1979 32 CNY product=% coverage=GS basis=bop",
    "a KAZ exports count 1978 9 COUNT product=%",
    "b KAZ total count 1978 3 COUNT product=%",
    "a KAZ exports growth 1977-05 10 PCT product=% growth_of=CNY",
    "b KAZ exports growth 1977-05 30 PCT product=% growth_of=KG",
    "c KAZ exports growth 1977-05 32 PCT product=% growth_of=CNY_PER_KG",
    "w W00 exports change 1976 50 CNY",
    "a KAZ exports change 1976 20 CNY",
    "b KAZ exports share 1976 60 PCT share_of=w",
    "a W00 exports value 1975 40 CNY",
    "b W00 imports value 1975 60 CNY",
    "w W00 total value 1975 - CNY obs_status=O",
    "c KAZ total value 1975 20 CNY",
    "d KAZ total share 1975 12 PCT share_of=w",
];
