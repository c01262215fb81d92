//! Datasets and answers out of tables, written in our own format and opened again.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

#[path = "support/run.rs"]
#[allow(dead_code, reason = "not every test uses all of the support")]
mod run;

const TABLE: &str = "year,reporter,partner,product,exports_usd\n\
    2021,KAZ,ITA,270900,14700.25\n2022,KAZ,ITA,270900,12000.5\n2022,KAZ,ITA,260300,1100.25\n\
    2022,KAZ,TUR,270900,2000\n2022,KAZ,TUR,260300,17\n2022,UZB,KAZ,520100,90\n";

fn horgos(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_horgos"));
    command.args(arguments).current_dir(folder).env_remove("RUST_BACKTRACE");
    run::output(&mut command)
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("UTF-8")
}

/// A folder with a table.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("Trade Data.csv"), TABLE).expect("room");
    folder
}

/// The figures of a file by id: value, unit, power of ten, and what the value could be.
fn figures(folder: &Path, file: &str) -> Vec<String> {
    let output = horgos(folder, &["print", "--format", "json", file]);
    assert!(output.status.success(), "{file}: {}", text(&output.stderr));
    let document: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let figures = document["figures"].as_array().expect("a list").iter();
    let published = figures.filter(|figure| figure["origin"] == "published");
    let fields = ["id", "obs_value", "decimals", "unit_measure", "unit_mult", "low", "high", "time_period"];
    let mut lines: Vec<String> =
        published.map(|figure| fields.map(|field| figure[field].to_string()).join(" ")).collect();
    lines.sort();
    lines
}

#[test]
fn an_answer_out_of_a_table_opens_again_with_the_same_figures() {
    let folder = folder();
    let folder = folder.path();
    let before = figures(folder, "Trade Data.csv");
    assert!(before.iter().any(|line| line.starts_with("\"exports-KAZ-ITA-TOTAL-2022\"")), "{before:?}");
    for out in ["answer.json", "answer.csv", "answer"] {
        let output = horgos(folder, &["convert", "Trade Data.csv", out]);
        assert!(output.status.success(), "{}", text(&output.stderr));
        let said = format!("written: {out}, {} figures", before.len());
        assert_eq!(text(&output.stderr).lines().last(), Some(said.as_str()));
        let file = if out == "answer" { "answer/datapackage.json" } else { out };
        assert_eq!(figures(folder, file), before, "{out}");
        let check = horgos(folder, &["check", file]);
        assert_eq!(check.status.code(), Some(0), "{out}: {}{}", text(&check.stdout), text(&check.stderr));
    }
}

#[test]
fn another_question_is_asked_by_its_view() {
    let folder = folder();
    let output =
        horgos(folder.path(), &["convert", "Trade Data.csv", "uzb.json", "--view", "partners?reporter=UZB"]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    let figures = figures(folder.path(), "uzb.json");
    assert!(figures.iter().all(|line| line.contains("-UZB-")) && !figures.is_empty(), "{figures:?}");
}

#[test]
fn our_own_format_goes_both_ways() {
    let folder = folder();
    let folder = folder.path();
    let example = horgos(folder, &["new"]).stdout;
    fs::write(folder.join("new.json"), &example).expect("room");
    assert!(horgos(folder, &["convert", "new.json", "package"]).status.success());
    assert!(folder.join("package/observations.csv").is_file());
    assert!(horgos(folder, &["convert", "package/datapackage.json", "again.json"]).status.success());
    assert_eq!(figures(folder, "again.json"), figures(folder, "new.json"));
}

#[test]
fn nothing_is_replaced_unasked_or_written_by_halves() {
    let folder = folder();
    let folder = folder.path();
    fs::write(folder.join("mine.json"), "mine").expect("room");
    let output = horgos(folder, &["convert", "Trade Data.csv", "mine.json"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(text(&output.stderr).trim_end(), "error: mine.json exists; --force replaces it");
    assert_eq!(fs::read_to_string(folder.join("mine.json")).expect("there"), "mine");
    assert!(horgos(folder, &["convert", "--force", "Trade Data.csv", "mine.json"]).status.success());
    assert!(figures(folder, "mine.json").len() > 4);
    let output = horgos(folder, &["convert", "Trade Data.csv", "nowhere/answer.json"]);
    assert_eq!(
        text(&output.stderr).trim_end(),
        "error: nowhere/answer.json could not be written: its folder is not there; choose another place"
    );
    let names: Vec<_> =
        fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").file_name()).collect();
    assert_eq!(names.len(), 2, "{names:?}");
}

#[test]
fn a_table_that_does_not_say_its_flow_is_not_called_total_trade() {
    let folder = folder();
    fs::write(folder.path().join("flowless.csv"), "year,reporter,partner,value_usd\n2022,KAZ,UZB,5\n")
        .expect("room");
    let output = horgos(folder.path(), &["convert", "flowless.csv", "out.json"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        text(&output.stderr).contains("does not say whether it is exports or imports"),
        "{}",
        text(&output.stderr)
    );
    assert!(!folder.path().join("out.json").exists());
}

#[test]
fn json_says_what_of_a_table_is_set_aside() {
    let folder = folder();
    let rows = format!("{TABLE}2022,KAZ,W00,270900,99999\n2022,KAZ,CHN,270900,twelve\n");
    let mut rows = rows.lines();
    let header = format!("{},quantity\n", rows.next().expect("a header"));
    let rows = rows.fold(String::new(), |rows, row| rows + row + ",4\n");
    fs::write(folder.path().join("more.csv"), header + &rows).expect("room");
    for arguments in [["print", "--format"], ["check", "--format"]] {
        let output = horgos(folder.path(), &[&arguments[..], &["json", "more.csv"]].concat());
        let document: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
        let aside = document["set_aside"].as_array().expect("a list");
        let said: Vec<String> =
            aside.iter().map(|kind| format!("{} {} {}", kind["what"], kind["rows"], kind["lines"])).collect();
        assert_eq!(said.len(), 3, "{said:?}");
        assert!(
            said[0].contains("not understood: 1 line: the value is not a number")
                && said[0].ends_with("1 [9]")
        );
        assert!(said[1].contains("1 row with the world") && said[1].ends_with("1 [8]"), "{said:?}");
        assert!(
            said[2].contains("the column quantity is not read") && said[2].ends_with("null []"),
            "{said:?}"
        );
    }
}
