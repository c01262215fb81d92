//! Other people's tables: opened as they are, asked by keys and addresses, and what is said of each line that counts for
//! nothing.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

#[path = "support/run.rs"]
#[allow(dead_code, reason = "not every test uses all of the support")]
mod run;

#[path = "tables/keys.rs"]
mod keys;
#[path = "tables/languages.rs"]
mod languages;
#[path = "tables/quantities.rs"]
mod quantities;
#[path = "tables/unknown.rs"]
mod unknown;
#[path = "tables/years.rs"]
mod years;

/// The names of the columns that UN Comtrade gives.
const COMTRADE: &str = "typeCode,freqCode,refPeriodId,refYear,refMonth,period,reporterCode,reporterISO,reporterDesc,\
    flowCode,flowDesc,partnerCode,partnerISO,partnerDesc,partner2Code,partner2ISO,partner2Desc,classificationCode,\
    classificationSearchCode,isOriginalClassification,cmdCode,cmdDesc,aggrLevel,isLeaf,customsCode,customsDesc,mosCode,\
    motCode,motDesc,qtyUnitCode,qtyUnitAbbr,qty,isQtyEstimated,altQtyUnitCode,altQtyUnitAbbr,altQty,isAltQtyEstimated,\
    netWgt,isNetWgtEstimated,grossWgt,isGrossWgtEstimated,cifvalue,fobvalue,primaryValue,legacyEstimationFlag,isReported,\
    isAggregate";

/// A row of it: year, reporter, flow, partner, product, value; each with its name.
type Row<'a> = (u32, [&'a str; 2], [&'a str; 2], [&'a str; 2], [&'a str; 2], &'a str);

/// A file of UN Comtrade: in Windows-1252, with CR LF, and a field more in each row than the header names.
fn comtrade(rows: &[Row]) -> Vec<u8> {
    let row = |(year, reporter, flow, partner, product, value): &Row| {
        format!(
            "\"C\",\"A\",\"{year}0101\",\"{year}\",\"52\",\"{year}\",\"0\",\"{}\",\"{}\",\"{}\",\"{}\",\"0\",\"{}\",\"{}\",\
             \"0\",\"W00\",\"World\",\"H6\",\"HS\",\"true\",\"{}\",\"{}\",\"0\",\"false\",\"C00\",\"TOTAL CPC\",\"0\",\"0\",\
             \"TOTAL MOT\",\"-1\",\"N/A\",,\"false\",\"-1\",\"N/A\",,\"false\",,\"false\",,\"false\",,,\"{value}\",\"0\",\
             \"false\",\"true\",",
            reporter[0], reporter[1], flow[0], flow[1], partner[0], partner[1], product[0], product[1]
        )
    };
    let text =
        std::iter::once(COMTRADE.to_owned()).chain(rows.iter().map(row)).collect::<Vec<_>>().join("\r\n");
    text.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap_or(b'?')).collect()
}

const KAZ: [&str; 2] = ["KAZ", "Kazakhstan"];
const UZB: [&str; 2] = ["UZB", "Uzbekistan"];
const X: [&str; 2] = ["X", "Export"];
const M: [&str; 2] = ["M", "Import"];
const WORLD: [&str; 2] = ["W00", "World"];
const TUR: [&str; 2] = ["TUR", "T\u{fc}rkiye"];
const ITA: [&str; 2] = ["ITA", "Italy"];
const ALL: [&str; 2] = ["TOTAL", "All Commodities"];
const OIL: [&str; 2] = ["27", "Mineral fuels"];
const ORES: [&str; 2] = ["26", "Ores, slag and ash"];

/// Two years of two reporters; the numbers are made up.
const ROWS: [Row; 13] = [
    (2021, KAZ, X, WORLD, ALL, "60000000000"),
    (2021, KAZ, X, ITA, ALL, "14700000000"),
    (2022, KAZ, X, WORLD, ALL, "84593000000"),
    (2022, KAZ, X, ITA, ALL, "13931500000"),
    (2022, KAZ, X, ITA, OIL, "12000000000.5"),
    (2022, KAZ, X, ITA, ORES, "1100000000.25"),
    (2022, KAZ, X, TUR, ALL, "4752000000"),
    (2022, KAZ, X, TUR, OIL, "2000000000"),
    (2022, KAZ, M, WORLD, ALL, "50000000000"),
    (2022, KAZ, M, TUR, ALL, "1642000000"),
    (2022, UZB, X, WORLD, ALL, "15500000000"),
    (2022, UZB, X, KAZ, ALL, "1400000000"),
    (2022, UZB, ["RX", "Re-export"], KAZ, ALL, "90000000"),
];

/// A file of this content in a folder of its own.
struct Table {
    folder: tempfile::TempDir,
    path: PathBuf,
}

impl Table {
    fn new(content: &[u8]) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("TradeData.csv");
        fs::write(&path, content).expect("a file");
        Self { folder, path }
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_horgos"));
        command
            .args(arguments)
            .arg("TradeData.csv")
            .current_dir(self.folder.path())
            .env_remove("RUST_BACKTRACE");
        run::output(&mut command)
    }

    /// The same through standard input.
    fn run_piped(&self, command: &str) -> Output {
        let mut shell = Command::new("sh");
        let script = format!("exec \"$0\" {command} - <TradeData.csv");
        shell.args(["-c", &script, env!("CARGO_BIN_EXE_horgos")]).current_dir(self.folder.path());
        run::output(shell.env_remove("RUST_BACKTRACE"))
    }

    /// The screen after these keys.
    fn screen(&self, keys: &str) -> String {
        self.screen_of("120x36", keys)
    }

    /// The screen of this size after these keys.
    fn screen_of(&self, size: &str, keys: &str) -> String {
        let output = self.run(&["print", "--screen", size, &format!("--keys={keys}")]);
        assert!(output.status.success(), "{}", text(&output.stderr));
        text(&output.stdout).to_owned()
    }

    /// The lines on standard error about the file.
    fn said(&self) -> Vec<String> {
        text(&self.run(&["print"]).stderr).lines().map(ToOwned::to_owned).collect()
    }
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("UTF-8")
}

/// The first line of a screen that has these words, from the first of them on.
fn line<'s>(screen: &'s str, word: &str) -> &'s str {
    screen.lines().find_map(|line| line.find(word).map(|at| &line[at..])).unwrap_or_default()
}

#[test]
fn a_table_opens_as_the_answer_to_its_first_question() {
    let screen = Table::new(&comtrade(&ROWS)).screen("");
    assert!(
        line(&screen, "Kazakhstan")
            .starts_with("Kazakhstan · exports (FOB) · 2022 · all partners · all products · USD"),
        "{screen}"
    );
    assert!(line(&screen, "1 Partners").starts_with("1 Partners · 2 · all 84.593 bn, printed"), "{screen}");
    assert!(line(&screen, "Italy").starts_with("Italy   13.932 bn USD  16.5 %  ▾ −5.2 %"), "{screen}");
    assert!(line(&screen, "Türkiye").contains("4.752 bn USD   5.6 %"), "{screen}");
    assert!(line(&screen, "2021 60.000 bn USD").starts_with("2021"), "{screen}");
    assert!(line(&screen, "Balance").contains("34.593 bn USD"), "{screen}");
    assert!(line(&screen, "As printed").ends_with("  TradeData.csv, line 5"), "{screen}");
}

#[test]
fn a_few_keys_lead_from_a_place_to_what_it_sells_and_how_that_changed() {
    let table = Table::new(&comtrade(&ROWS));
    let products = table.screen("wpartner it<enter>");
    assert!(line(&products, "Kazakhstan").contains("· Italy · all products"), "{products}");
    assert!(line(&products, "27 Mineral fuels").contains("12.000 bn USD  86.1 %"), "{products}");
    assert_eq!(products, table.screen("d"), "the first row leads there, too");
    let one = table.screen("dd");
    assert!(line(&one, "Kazakhstan").contains("· Italy · 27 Mineral fuels ·"), "{one}");
    assert_eq!(table.screen("dd<esc>"), products, "the row that one came from is selected");
    assert!(line(&table.screen("dd<esc><esc>"), "▸").contains("Italy"));
    let earlier = table.screen("-");
    assert!(
        line(&earlier, "Kazakhstan").contains("· 2021 ·") && line(&earlier, "Italy").contains("14.700"),
        "{earlier}"
    );
    assert_eq!(table.screen("-+<esc>").lines().next(), table.screen("").lines().next());
    assert!(line(&table.screen("i"), "Kazakhstan").contains("· imports (CIF) ·"));
}

/// A screen without its footer, which first says that there are warnings.
fn panes(screen: &str) -> Vec<&str> {
    let lines: Vec<&str> = screen.lines().collect();
    lines[..lines.len() - 1].to_vec()
}

#[test]
fn a_chapter_that_the_table_does_not_name_has_its_known_name() {
    // Above 100 products, chapters come first.
    let products =
        (10..70).map(|below| format!("KAZ,UZB,X,1001{below},2022,7\nKAZ,UZB,X,2709{below},2022,3\n"));
    let rows = format!("reporter,partner,flow,hs6,year,value_usd\n{}", products.collect::<String>());
    let screen = Table::new(rows.as_bytes()).screen("");
    assert!(line(&screen, "10 Cereals").contains("420 USD"), "{screen}");
    assert!(screen.contains("27 Mineral fuels"), "{screen}");
    let sitc = Table::new(rows.replace("hs6", "sitc").as_bytes()).screen("");
    assert!(!sitc.contains("Cereals"), "of another list: {sitc}");
}

#[test]
fn the_question_is_part_of_the_address() {
    let table = Table::new(&comtrade(&ROWS));
    let address = table.screen("djv");
    let address = line(&address, "products?").trim_end();
    assert_eq!(address, "products?row=26&partner=ITA");
    let printed = |view: &str| {
        let output = table.run(&["print", "--screen", "120x36", "--view", view]);
        (text(&output.stdout).to_owned(), text(&output.stderr).lines().last().unwrap_or_default().to_owned())
    };
    assert_eq!(panes(&printed(address).0), panes(&table.screen("dj")));
    assert!(line(&printed("partners?reporter=UZB").0, "Uzbekistan").contains("· exports (FOB) · 2022"));
    let mirror = printed("partners?reporter=ITA&mirror&flow=imports").0;
    assert!(
        line(&mirror, "Italy").starts_with("Italy (mirror: reported by 1 partner) · imports (FOB) · 2022"),
        "{mirror}"
    );
    assert!(line(&mirror, "Kazakhstan").contains("13.932 bn USD"), "{mirror}");
    assert!(mirror.contains("all 13.932 bn, as partners report"), "{mirror}");
    assert!(
        line(&mirror, "As printed").contains("TradeData.csv, reported by Kazakhstan (mirror), line 5"),
        "{mirror}"
    );
    assert!(line(&mirror, "Verdict").contains("say that Kazakhstan reports it, not Italy."), "{mirror}");
    let offered = table.screen("wmirror");
    assert!(offered.contains("reported by 1 partner"), "{offered}");
    for (view, said) in [
        (
            "partners?partner=TUX",
            "error: --view: partner=TUX: the table has no \"TUX\" (did you mean \"TUR\"?)",
        ),
        ("partners?period=2019", "error: --view: period=2019: the table has 2021 to 2022"),
        (
            "partners?flow=sales",
            "error: --view: flow=sales: expected one of exports, imports, total, balance",
        ),
        ("partners?product=99", "error: --view: product=99: the table has no \"99\""),
    ] {
        assert_eq!(printed(view).1, said);
    }
}

#[test]
fn rows_that_are_not_counted_are_listed_with_their_lines() {
    let table = Table::new(&comtrade(&ROWS));
    assert_eq!(
        table.said(),
        [
            "TradeData.csv:2: set aside: 4 rows with the world, kept as printed wholes",
            "TradeData.csv:3: set aside: 5 rows of all products, kept as printed wholes",
            "TradeData.csv:14: set aside: 1 row of re-exports and the like, which exports and imports contain",
        ]
    );
    let list = table.screen("W");
    assert!(line(&list, "TradeData.csv:14").starts_with("TradeData.csv:14"), "{list}");
    let json = table.run(&["check", "--format", "json", "--fail-on", "contradiction"]);
    assert_eq!(json.status.code(), Some(0), "{}", text(&json.stderr));
}

#[test]
fn parts_above_a_printed_whole_are_a_contradiction_at_their_line() {
    let rows =
        [(2022, KAZ, X, WORLD, ALL, "100"), (2022, KAZ, X, ITA, ALL, "60"), (2022, KAZ, X, TUR, ALL, "50")];
    let table = Table::new(&comtrade(&rows));
    let output = table.run(&["check", "--format", "github"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stdout).contains("file=TradeData.csv,line="), "{}", text(&output.stdout));
}

/// Forms that mean two things, in the columns of BACI: each file, and what is said of it or read from it.
#[test]
fn sums_of_a_table_that_may_lack_rows_contradict_nothing() {
    for rows in [
        // The balance with Peru, and all trade with it, may be in no row.
        "2021,Peru,27,X,5\n2021,Fiji,27,X,20\n2021,Peru,27,M,10\n2021,Fiji,27,M,9\n2021,Fiji,27,balance,11\n",
        "2021,Peru,27,X,5\n2021,Fiji,27,X,20\n2021,Peru,27,M,10\n2021,Fiji,27,M,9\n2021,Fiji,27,total,29\n",
        // The chapter is one partner's alone, the heading the other's.
        "2021,Peru,27,X,5\n2021,Peru,2701,X,5\n2021,Fiji,2701,X,20\n",
    ] {
        let table = Table::new(format!("year,partner,hs,flow,value_usd\n{rows}").as_bytes());
        let output = table.run(&["check", "--fail-on", "contradiction"]);
        let said = text(&output.stdout);
        assert!(output.status.success() && said.contains("1 doubt"), "{rows}{said}");
        assert!(said.contains("unless the table lacks rows"), "{said}");
    }
    // Of one partner and one product each is printed.
    let table = Table::new(
        b"year,partner,hs,flow,value_usd\n2021,Peru,27,X,5\n2021,Peru,27,M,9\n2021,Peru,27,balance,7\n",
    );
    let view = "--view=flows?partner=PER&product=27";
    let output = table.run(&["check", "--fail-on", "contradiction", view]);
    assert!(text(&output.stdout).contains("1 contradiction"), "{}", text(&output.stdout));
}

#[test]
fn parts_below_a_printed_whole_are_a_doubt_that_names_confidential_trade() {
    let rows = |first: &'static str, second: &'static str| {
        Table::new(&comtrade(&[
            (2022, KAZ, X, WORLD, ALL, "900"),
            (2022, KAZ, X, ITA, ALL, first),
            (2022, KAZ, X, TUR, ALL, second),
        ]))
    };
    let checked = rows("500", "300").run(&["check"]);
    let said = text(&checked.stdout).to_owned();
    assert!(
        said.contains("the 2 parts that the table has add up to less than exports to World, 2022"),
        "{said}"
    );
    assert!(said.contains("unless the rest is confidential, not allocated"), "{said}");
    assert!(said.contains("no contradictions, 1 doubt"), "{said}");
    let open = rows("500", "300").screen("<enter>");
    assert!(!open.contains("Quote it only with its doubt"), "it says nothing about a part: {open}");
    // 500 may be 499.5, and 401 may be 400.5.
    for (first, second) in [("500", "400"), ("500", "401"), ("499", "400")] {
        let checked = rows(first, second).run(&["check"]);
        assert_eq!(checked.status.code(), Some(0), "{first} {second}: {}", text(&checked.stdout));
    }
    let above = rows("500", "420").run(&["check"]);
    assert!(text(&above.stdout).contains("1 contradiction"), "{}", text(&above.stdout));
}

#[test]
fn hostile_forms_are_read_right_or_not_at_all() {
    let row = "2022;398;156;270900;";
    for (file, said, shown) in [
        // A decimal comma, as a spreadsheet saves it: sure from its other cells.
        (format!("t;i;j;k;v;q\n{row}1234,5;\n2022;398;417;270900;1,234;\n"), "", "0.001 mn USD"),
        // Nothing shows which.
        (
            format!("t;i;j;k;v;q\n{row}1.234;\n2022;398;417;270900;12;\n"),
            "TradeData.csv:2: not understood: 1 line: the value is not a number, or could be two",
            "12 thousand USD",
        ),
        // Thousands with points, sure from a number with two of them.
        (format!("t;i;j;k;v;q\n{row}1.234.567;\n2022;398;417;270900;1.234;\n"), "", "1.235 bn USD"),
        // No number, not zero.
        ("t,i,j,k,v,q\n2022,398,156,270900,NA,1\n2022,398,417,270900,5,1\n".to_owned(), "", "not published"),
        // Codes are text: 010121 is not 10121, and 4 is Afghanistan.
        ("t,i,j,k,v,q\n2022,4,398,10121,5,1\n2022,4,398,101210,6,1\n".to_owned(), "", "010121"),
        (
            "t,i,j,k,v,q\n2022,398,156,270900,5\n2022,398,417,270900,5,1,9\n2022,398,860,270900,7,\n"
                .to_owned(),
            "TradeData.csv:2: not understood: 2 lines: more or fewer fields",
            "Uzbekistan",
        ),
        (
            "t,i,j,k,v,q\nlast year,398,156,270900,5,1\n2022,398,417,270900,5,1\n".to_owned(),
            "TradeData.csv:2: not understood: 1 line: the period is not a year, quarter or month",
            "Kyrgyzstan",
        ),
    ] {
        let table = Table::new(file.as_bytes());
        let (messages, screen) = (table.said().join("\n"), table.screen(""));
        assert!(messages.contains(said) && (!said.is_empty() || messages.is_empty()), "{file}\n{messages}");
        assert!(screen.contains(shown), "{file}\n{screen}");
    }
}

#[test]
fn namibia_is_a_country_and_no_gap() {
    let rows = [(2022, KAZ, X, ["NA", "Namibia"], ALL, "7000"), (2022, KAZ, X, ITA, ALL, "5000")];
    let table = Table::new(&comtrade(&rows));
    let screen = table.screen("");
    assert!(line(&screen, "▸ Namibia").contains("7.000 thousand USD"), "{screen}");
    assert!(table.said().is_empty(), "{:?}", table.said());
}

#[test]
fn two_downloads_put_together_are_not_counted_twice() {
    let once = comtrade(&ROWS[..4]);
    let twice: Vec<u8> = [&once[..], b"\r\n", &comtrade(&ROWS[2..5])[COMTRADE.len() + 2..]].concat();
    let table = Table::new(&twice);
    assert!(
        table.said().iter().any(|said| said.ends_with("2 rows that repeat another")),
        "{:?}",
        table.said()
    );
    let screen = table.screen("");
    assert!(line(&screen, "Italy").contains("13.932 bn USD"), "{screen}");
}

#[test]
fn a_sum_says_how_many_rows_it_is_made_of() {
    let rows = [
        (2022, KAZ, X, ITA, OIL, "12000000000.5"),
        (2022, KAZ, X, ITA, ORES, "1100000000.25"),
        (2022, KAZ, X, TUR, OIL, ""),
    ];
    let table = Table::new(&comtrade(&rows));
    let open = table.screen("<enter>");
    assert!(open.contains("UN Comtrade, TradeData.csv, sum of 2 rows, lines 2 to 3"), "{open}");
    assert!(
        line(&open, "Could be").contains("13.100000000695 to 13.100000000805"),
        "half of 0.1 and of 0.01: {open}"
    );
    let missing = table.screen("jj");
    assert!(missing.contains("not published"), "{missing}");
    assert!(table.path.exists());
}

#[test]
fn a_table_that_does_not_say_its_flow_is_not_taken_for_total_trade() {
    let screen =
        Table::new(b"year,reporter,partner,value_usd\n2022,KAZ,UZB,5\n2022,KAZ,KGZ,7\n").screen("<enter>");
    assert!(
        screen.contains("trade with Kyrgyzstan, 2022 (the table does not say whether exports or imports)"),
        "{screen}"
    );
    assert!(!screen.contains("total trade"), "{screen}");
}

/// A folder with these files, and what the program prints of it.
fn of_folder(files: &[(&str, &str)], arguments: &[&str]) -> Output {
    let folder = tempfile::tempdir().expect("a folder");
    let trade = folder.path().join("trade");
    fs::create_dir(&trade).expect("a folder");
    for (name, content) in files {
        fs::write(trade.join(name), content).expect("a file");
    }
    let mut command = Command::new(env!("CARGO_BIN_EXE_horgos"));
    command.args(arguments).arg("trade").current_dir(folder.path()).env_remove("RUST_BACKTRACE");
    run::output(&mut command)
}

#[test]
fn a_folder_of_files_of_one_form_is_one_table() {
    let screen = ["print", "--screen", "120x36", "--keys=<enter>"];
    let (old, new) = ("t,i,j,k,v,q\n2021,398,156,270900,4,1\n", "t,i,j,k,v,q\n\n2022,398,156,270900,5,1\n");
    let output = of_folder(&[("2022.csv", new), ("2021.csv", old), ("readme.txt", "About this\n")], &screen);
    let shown = text(&output.stdout);
    assert!(shown.contains("CEPII, BACI, trade, 2022.csv line 3"), "{shown}");
    assert!(shown.contains("growth over 2021: +30 %"), "{shown}");
    let said = text(&output.stderr);
    assert!(said.contains("trade: not read, no table that is known: readme.txt"), "{said}");
    let repeated = of_folder(&[("a.csv", old), ("b.csv", old)], &["print"]);
    assert!(
        text(&repeated.stderr).starts_with("trade/b.csv:2: set aside: 1 row that repeat"),
        "{}",
        text(&repeated.stderr)
    );
}

#[test]
fn a_folder_that_is_no_one_table_is_refused() {
    let baci = "t,i,j,k,v,q\n2021,398,156,270900,4,1\n";
    let tidy = "year,reporter,partner,exports_eur\n2021,KAZ,CHN,4\n";
    for (files, said) in [
        (
            vec![("a.csv", baci), ("b.csv", tidy)],
            "trade: has files of different forms, which are not put together: a.csv and b.csv",
        ),
        (
            vec![("notes.txt", "About this\n")],
            "trade: is a folder without datapackage.json and without a table that is known",
        ),
    ] {
        let output = of_folder(&files, &["print"]);
        assert_eq!((output.status.code(), text(&output.stderr).trim_end()), (Some(2), said));
    }
    let package = fs::read_to_string("assets/datapackage.json").expect("the bundled dataset");
    let output = of_folder(&[("datapackage.json", &package)], &["print"]);
    assert!(output.status.success(), "{}", text(&output.stderr));
}

/// The program fed with `bytes` on standard input.
fn fed(bytes: &[u8], arguments: &[&str]) -> Output {
    let file = tempfile::tempfile().expect("a file");
    std::os::unix::fs::FileExt::write_all_at(&file, bytes, 0).expect("room");
    let mut command = Command::new(env!("CARGO_BIN_EXE_horgos"));
    command.args(arguments).arg("-").stdin(file).env_remove("RUST_BACKTRACE");
    command.output().expect("the command starts")
}

fn gzipped(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    std::io::Write::write_all(&mut encoder, bytes).expect("packed");
    encoder.finish().expect("packed")
}

#[test]
fn a_table_may_come_on_standard_input() {
    let table = comtrade(&ROWS);
    for bytes in [table.clone(), gzipped(&table)] {
        for command in [&["print"][..], &["check", "--fail-on", "contradiction"]] {
            let output = fed(&bytes, command);
            let said = text(&output.stderr);
            assert!(output.status.success(), "{said}");
            assert!(said.contains("standard input:2: set aside: 4 rows with the world"), "{said}");
        }
    }
    let own = "id,reporter,partner,flow,measure,time_period,obs_value,unit_measure\na,KAZ,CHN,exports,value,2022,5,USD\n";
    assert!(text(&fed(&gzipped(own.as_bytes()), &["print"]).stdout).contains("5 USD"));
    for (bytes, said) in [
        (
            &b"PK\x03\x04 and so on"[..],
            "standard input: is an archive (zip), which can be read only from a file",
        ),
        (b"PAR1 and so on", "standard input: is Parquet, which can be read only from a file"),
        (b"t,i,j,k,v,q\n", "standard input: has no rows that are understood"),
        (&gzipped(&vec![b'0'; 3 << 20]), "standard input: unpacks to more than 200 times its size"),
    ] {
        let output = fed(bytes, &["print"]);
        assert_eq!(output.status.code(), Some(2), "{said}: {}", text(&output.stderr));
        assert!(text(&output.stderr).starts_with(said), "{}", text(&output.stderr));
    }
}

#[test]
fn mistakes_in_a_packed_file_are_reported() {
    let refused = |bytes: &[u8]| {
        let output = Table::new(bytes).run(&["print"]);
        assert_eq!(output.status.code(), Some(2));
        text(&output.stderr).trim_end().to_owned()
    };
    assert_eq!(
        refused(&gzipped(b"name,number\na,1\n")),
        "TradeData.csv: is packed, and nothing in it is a table that is known (unpack it, to read anything else)"
    );
    let swollen = [&b"t,i,j,k,v,q\n"[..], &vec![b'0'; 3 << 20]].concat();
    assert!(refused(&gzipped(&swollen)).ends_with("unpacks to more than 200 times its size"));
    assert!(
        refused(b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0").ends_with("is an archive without files")
    );
    assert!(refused(b"PK\x03\x04 nothing else").contains("is a broken archive"));
    assert_eq!(
        refused(b"t,i,j,k,v,q\nlast year,398,156,270900,5,1\n"),
        "TradeData.csv: has no rows that are understood (not understood: 1 line: the period is not a year, quarter or month)"
    );
}

#[test]
fn the_weakest_status_of_the_rows_is_that_of_the_figure() {
    let rows = "DATAFLOW,REF_AREA,COUNTERPART_AREA,PRODUCT,FLOW,UNIT_MEASURE,TIME_PERIOD,OBS_VALUE,OBS_STATUS,CONF_STATUS\n\
        A:B(1.0),KAZ,CHN,01,X,USD,2022,5,A,F\nA:B(1.0),KAZ,CHN,02,X,USD,2022,7,P,F\nA:B(1.0),KAZ,CHN,03,X,USD,2022,7,E,N\n\
        A:B(1.0),KAZ,UZB,03,X,USD,2022,7,A,F\nA:B(1.0),KAZ,KGZ,03,X,USD,2022,,M,F\n";
    let table = Table::new(rows.as_bytes());
    let open = table.screen("<enter>");
    assert!(open.contains("2 rows confidential, estimated or provisional"), "{open}");
    assert!(line(&open, "Status").contains("E, estimated"), "{open}");
    assert!(!table.screen("j<enter>").contains("provisional"));
    assert!(open.contains("TradeData.csv, sum of 3 rows, lines 2 to 4"), "{open}");
    assert!(!open.contains("TradeData.csv, TradeData.csv"), "{open}");
}

#[test]
fn the_header_ends_with_what_is_known() {
    let screen = Table::new(b"year,reporter,partner,exports\n2022,KAZ,UZB,5\n").screen("");
    let header = screen.lines().nth(1).unwrap_or_default();
    assert!(header.trim_end().ends_with("· all partners"), "{header}");
}
