//! The same questions to a file in memory and to engines that run for the test: `DuckDB`, `PostgreSQL` on two servers,
//! and `ClickHouse` on two servers. Tables, commands and configuration are those of docs/engines.md, word for word but
//! for hosts, folders and users.
//!
//! `bash .ci/engines.sh start FOLDER` starts the engines, and `HORGOS_ENGINES=FOLDER` names them here.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

#[path = "support/skip.rs"]
mod skip;

use skip::skip;

const DOCUMENT: &str = include_str!("../docs/engines.md");

const COLUMNS: &str = "typeCode,freqCode,refPeriodId,refYear,refMonth,period,reporterCode,reporterISO,reporterDesc,\
    flowCode,flowDesc,partnerCode,partnerISO,partnerDesc,partner2Code,partner2ISO,partner2Desc,classificationCode,\
    classificationSearchCode,isOriginalClassification,cmdCode,cmdDesc,aggrLevel,isLeaf,customsCode,customsDesc,mosCode,\
    motCode,motDesc,qtyUnitCode,qtyUnitAbbr,qty,isQtyEstimated,altQtyUnitCode,altQtyUnitAbbr,altQty,isAltQtyEstimated,\
    netWgt,isNetWgtEstimated,grossWgt,isGrossWgtEstimated,cifvalue,fobvalue,primaryValue,legacyEstimationFlag,\
    isReported,isAggregate";

const REPORTERS: [&str; 6] = ["CHN", "KAZ", "KGZ", "TJK", "UZB", "DEU"];
const PARTNERS: [(&str, &str); 9] = [
    ("W00", "World"),
    ("CHN", "China"),
    ("KAZ", "Kazakhstan"),
    ("KGZ", "Kyrgyzstan"),
    ("TJK", "Tajikistan"),
    ("UZB", "Uzbekistan"),
    ("DEU", "Germany"),
    ("TUR", "T\u{fc}rkiye"),
    ("ITA", "Italy"),
];
const PRODUCTS: [(&str, &str); 7] = [
    ("TOTAL", "All Commodities"),
    ("26", "Ores, slag and ash"),
    ("27", "Mineral fuels"),
    ("2709", "Oils; \"crude\""),
    ("270900", "Petroleum oils, crude"),
    ("84", "Machinery"),
    ("8471", "Data processing machines"),
];

/// Questions, each with the pane whose rows are compared as they are shown.
const VIEWS: [&str; 6] = [
    "partners?reporter=CHN",
    "products?reporter=KAZ&flow=imports",
    "partners?reporter=KAZ&flow=balance&period=2021",
    "products?reporter=DEU&partner=UZB",
    "partners?reporter=CHN&product=27",
    "products?reporter=CHN&measure=unit_value",
];

/// A file as UN Comtrade writes it, in Windows-1252: numbers with up to three decimals, some rows left out.
fn comtrade() -> Vec<u8> {
    let mut state = 20_220_401_u64;
    let mut next = |below: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    let mut text = COLUMNS.to_owned();
    for year in 2019..2023 {
        for reporter in REPORTERS {
            for (flow, flow_name) in [("X", "Export"), ("M", "Import"), ("RX", "Re-export")] {
                for (partner, partner_name) in PARTNERS.iter().filter(|(code, _)| *code != reporter) {
                    for (product, product_name) in PRODUCTS {
                        let is_left_out = next(5) == 0;
                        let (whole, decimals) = (1 + next(90_000_000_000), next(1_000));
                        // Some are missing, and some are 0.
                        let weight = match next(8) {
                            0 => String::new(),
                            1 => "\"0\"".to_owned(),
                            _ => format!("\"{}\"", 1 + next(9_000_000_000)),
                        };
                        if is_left_out {
                            continue;
                        }
                        let product_name = product_name.replace('"', "\"\"");
                        let _ = write!(
                            text,
                            "\r\n\"C\",\"A\",\"{year}0101\",\"{year}\",\"52\",\"{year}\",\"0\",\"{reporter}\",\"\",\
                             \"{flow}\",\"{flow_name}\",\"0\",\"{partner}\",\"{partner_name}\",\"0\",\"W00\",\"World\",\
                             \"H6\",\"HS\",\"true\",\"{product}\",\"{product_name}\",\"0\",\"false\",\"C00\",\
                             \"TOTAL CPC\",\"0\",\"0\",\"TOTAL MOT\",\"-1\",\"N/A\",,\"false\",\"-1\",\"N/A\",,\"false\",{weight},\"false\",,\
                             \"false\",,,\"{whole}.{decimals}\",\"0\",\"false\",\"true\","
                        );
                    }
                }
            }
        }
    }
    text.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap_or(b'?')).collect()
}

/// The engines that run, and a folder with the file, what the document makes of it, and its configuration.
struct Setup {
    folder: tempfile::TempDir,
    engines: BTreeMap<String, String>,
}

impl Setup {
    /// `None` where an engine is missing, which is said aloud.
    fn new(test: &str, needed: &[&str]) -> Option<Self> {
        let Some(at) = std::env::var_os("HORGOS_ENGINES") else {
            skip(test, "HORGOS_ENGINES names no folder of .ci/engines.sh");
            return None;
        };
        let said = fs::read_to_string(Path::new(&at).join("env")).expect("what runs where");
        let pairs = said.lines().filter_map(|line| line.split_once('='));
        let engines: BTreeMap<String, String> =
            pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        if let Some(missing) = needed.iter().find(|name| !engines.contains_key(**name)) {
            skip(test, &format!("there is no {missing}"));
            return None;
        }
        let folder = tempfile::tempdir().expect("a folder");
        let setup = Self { folder, engines };
        fs::write(setup.path("TradeData.csv"), comtrade()).expect("a file");
        let config = setup.adapted(&blocks("toml", "[engine.").join("\n"));
        fs::write(setup.path("config.toml"), config).expect("a file");
        setup.run_sql("DUCKDB", &["trade.duckdb"], "duckdb trade.duckdb");
        Some(setup)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn engine(&self, name: &str) -> &str {
        self.engines.get(name).map_or("", String::as_str)
    }

    /// The text of the document for the engines that run here.
    fn adapted(&self, text: &str) -> String {
        text.replace("/data/", &format!("{}/", self.folder.path().display()))
            .replace(
                "\"--host\", \"one.example\"",
                &format!("\"--port\", \"{}\"", self.engine("CLICKHOUSE1")),
            )
            .replace(
                "host=one.example",
                &format!("host=127.0.0.1 port={} user=horgos", self.engine("POSTGRES1")),
            )
            .replace("host 'two.example'", &format!("host '127.0.0.1', port '{}'", self.engine("POSTGRES2")))
            .replace("SERVER two;\nCREATE TABLE", "SERVER two OPTIONS (user 'horgos');\nCREATE TABLE")
    }

    /// Runs the SQL of the document that begins with `-- PLACE`.
    fn run_sql(&self, program: &str, arguments: &[&str], place: &str) {
        let sql = blocks("sql", &format!("-- {place}"));
        assert_eq!(sql.len(), 1, "the document has one text for {place}");
        let path = self.path("load.sql");
        fs::write(&path, self.adapted(&sql[0])).expect("a file");
        self.run(
            Command::new(self.engine(program)).args(arguments),
            File::open(path).expect("a file").into(),
        );
    }

    fn run(&self, command: &mut Command, stdin: Stdio) -> Output {
        let output = command.current_dir(self.folder.path()).stdin(stdin).output().expect("it runs");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{command:?}: {said}");
        output
    }

    /// The program, with the engines' commands in its path.
    fn horgos(&self, arguments: &[&str]) -> Command {
        let folders =
            ["DUCKDB", "PSQL"].map(|name| Path::new(self.engine(name)).parent().map(Path::to_owned));
        let path = std::env::var_os("PATH").unwrap_or_default();
        let folders = folders.into_iter().flatten().chain(std::env::split_paths(&path));
        let mut command = Command::new(env!("CARGO_BIN_EXE_horgos"));
        command.args(arguments).env("PATH", std::env::join_paths(folders).expect("a path"));
        command.env_remove("RUST_BACKTRACE").current_dir(self.folder.path());
        command
    }

    fn printed(&self, arguments: &[&str]) -> String {
        let output = self.run(&mut self.horgos(arguments), Stdio::null());
        String::from_utf8(output.stdout).expect("UTF-8")
    }

    /// Asks a file and an engine the same.
    fn compare(&self, engine: &str, views: &[&str]) {
        let engine = format!("engine:{engine}");
        for view in views {
            let file = ["print", "TradeData.csv", "--view", view];
            let remote = ["print", &engine, "--config", "config.toml", "--view", view];
            let csv =
                |arguments: &[&str]| figures(&self.printed(&[arguments, &["--format", "csv"]].concat()));
            // A unit value has the digits that hold, which may be one less where nobody knows how sums were rounded.
            if !view.contains("unit_value") {
                assert_eq!(csv(&remote), csv(&file), "{engine} {view}");
            }
            let screen = |arguments: &[&str]| {
                ranking(&self.printed(&[arguments, &["--screen", "100x60", "--keys", "z"]].concat()))
            };
            let text = screen(&file);
            assert!(text.lines().count() > 2, "{text}");
            assert_eq!(screen(&remote), text, "{engine} {view}");
        }
        let first = self.printed(&["print", &engine, "--config", "config.toml"]);
        assert!(first.starts_with("China · exports (FOB) · 2022 · all partners · all products"), "{first}");
        self.run(
            &mut self.horgos(&["engine", "check", &engine[7..], "--config", "config.toml"]),
            Stdio::null(),
        );
    }
}

/// The blocks of the document in a language that begin so.
fn blocks(language: &str, beginning: &str) -> Vec<String> {
    let parts = DOCUMENT.split("```").skip(1).step_by(2);
    let of_language = parts.filter_map(|block| block.strip_prefix(&format!("{language}\n")));
    of_language.filter(|block| block.starts_with(beginning)).map(ToOwned::to_owned).collect()
}

/// The figures of a print in CSV: what each is about, and all its digits but for zeros at the end.
fn figures(csv: &str) -> Vec<String> {
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let header = reader.headers().expect("a header").clone();
    let place = |name: &str| header.iter().position(|known| known == name).expect("a column");
    let columns = ["id", "label", "obs_value", "unit_mult"].map(place);
    let figure = |record: csv::StringRecord| {
        let [id, label, value, power] = columns.map(|at| record[at].to_owned());
        let value =
            if value.contains('.') { value.trim_end_matches('0').trim_end_matches('.') } else { &value };
        format!("{id} {label} {value} {power}")
    };
    // A derived number has the digits that both ends of its range have in common.
    let published = |line: &String| {
        line.starts_with("exports-") || line.starts_with("imports-") || line.starts_with("balance-")
    };
    reader.records().map(|record| figure(record.expect("a row"))).filter(published).collect()
}

/// The rows of the pane as far as their last number: how long bars are depends on the names of sources behind them.
fn ranking(screen: &str) -> String {
    let rows = screen.lines().filter(|line| line.contains(" bn") || line.contains("USD/kg"));
    let rows = rows.filter_map(|line| line.rsplit_once('%').or_else(|| line.rsplit_once("USD/kg")));
    rows.map(|(row, _)| row).collect::<Vec<_>>().join("\n")
}

#[test]
fn duckdb_gives_the_figures_of_the_file_from_a_database_and_from_parquet() {
    let test = "duckdb_gives_the_figures_of_the_file_from_a_database_and_from_parquet";
    let Some(setup) = Setup::new(test, &["DUCKDB"]) else { return };
    setup.compare("laptop", &VIEWS);
    setup.compare("parquet", &VIEWS[..2]);
}

#[test]
fn postgresql_on_two_servers_gives_the_figures_of_the_file() {
    let test = "postgresql_on_two_servers_gives_the_figures_of_the_file";
    let Some(setup) = Setup::new(test, &["DUCKDB", "PSQL", "POSTGRES1", "POSTGRES2"]) else { return };
    for number in ["1", "2"] {
        let port = setup.engine(&format!("POSTGRES{number}"));
        let at = ["-h", "127.0.0.1", "-p", port, "-U", "horgos", "-Xqw", "-v", "ON_ERROR_STOP=1"];
        for sql in ["DROP DATABASE IF EXISTS trade WITH (FORCE)", "CREATE DATABASE trade"] {
            setup.run(
                Command::new(setup.engine("PSQL")).args(at).args(["-c", sql, "postgres"]),
                Stdio::null(),
            );
        }
    }
    for (number, place) in [("2", "psql -h two.example trade"), ("1", "psql -h one.example trade")] {
        let port = setup.engine(&format!("POSTGRES{number}"));
        let at = ["-h", "127.0.0.1", "-p", port, "-U", "horgos", "-Xqw", "-v", "ON_ERROR_STOP=1", "trade"];
        setup.run_sql("PSQL", &at, place);
    }
    let rows = |number: &str, table: &str| {
        let port = setup.engine(&format!("POSTGRES{number}"));
        let sql = format!("SELECT COUNT(*) > 1000 FROM {table}");
        let at = ["-h", "127.0.0.1", "-p", port, "-U", "horgos", "-Xqwtc", &sql, "trade"];
        let output = setup.run(Command::new(setup.engine("PSQL")).args(at), Stdio::null());
        String::from_utf8_lossy(&output.stdout).trim().to_owned()
    };
    assert_eq!([rows("1", "ONLY flows_one"), rows("2", "flows_two")], ["t", "t"], "both hold rows");
    setup.compare("postgres", &VIEWS);
}

#[test]
fn clickhouse_on_two_servers_gives_the_figures_of_the_file() {
    let test = "clickhouse_on_two_servers_gives_the_figures_of_the_file";
    let Some(setup) = Setup::new(test, &["DUCKDB", "CLICKHOUSE1", "CLICKHOUSE2"]) else { return };
    let ask = |number: &str, sql: &str| {
        let port = setup.engine(&format!("CLICKHOUSE{number}"));
        let at = ["--host", "127.0.0.1", "--port", port, "--query", sql];
        let output = setup.run(Command::new("clickhouse-client").args(at), Stdio::null());
        String::from_utf8_lossy(&output.stdout).trim().to_owned()
    };
    let make = blocks("sql", "-- clickhouse-client, on each server");
    for number in ["1", "2"] {
        for table in ["flows", "flows_here"] {
            ask(number, &format!("DROP TABLE IF EXISTS {table}"));
        }
        let statements = make[0].split_once('\n').map_or("", |(_, sql)| sql);
        statements
            .split(';')
            .map(str::trim)
            .filter(|sql| !sql.is_empty())
            .for_each(|sql| drop(ask(number, sql)));
    }
    let load = blocks("sh", "clickhouse-client");
    let load = load[0].replace("one.example", &format!("127.0.0.1 --port {}", setup.engine("CLICKHOUSE1")));
    setup.run(Command::new("sh").args(["-c", &load]), Stdio::null());
    let both = ["1", "2"].map(|number| ask(number, "SELECT count(*) > 1000 FROM flows_here"));
    assert_eq!(both, ["1", "1"], "both hold rows");
    setup.compare("cluster", &VIEWS);
}

#[test]
fn the_message_of_an_engine_is_the_error_of_the_command() {
    let test = "the_message_of_an_engine_is_the_error_of_the_command";
    let Some(setup) = Setup::new(test, &["DUCKDB"]) else { return };
    let config =
        fs::read_to_string(setup.path("config.toml")).expect("a file").replace("\"flows\"", "\"flaws\"");
    let mut file = File::create(setup.path("wrong.toml")).expect("a file");
    file.write_all(config.as_bytes()).expect("room");
    for command in [
        &["print", "engine:laptop", "--config", "wrong.toml"][..],
        &["check", "engine:laptop", "--config", "wrong.toml"],
        &["engine", "check", "laptop", "--config", "wrong.toml"],
    ] {
        let output = setup.horgos(command).output().expect("it runs");
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{said}");
        let expected =
            "engine:laptop: duckdb ended with status 1: Catalog Error: Table with name flaws does not exist!";
        assert!(said.starts_with(expected), "{said}");
    }
}
