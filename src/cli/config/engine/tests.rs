use super::super::file::read;
use super::*;

fn engines(text: &str) -> Result<(Vec<EngineConfig>, Vec<String>), Vec<String>> {
    let lines = |problems: Vec<Problem<String>>| problems.iter().map(Problem::to_string).collect::<Vec<_>>();
    let (file, warnings) = read("c.toml", text).map_err(lines)?;
    Ok((file.engines().to_vec(), lines(warnings)))
}

#[test]
fn an_engine_is_a_command_a_table_and_its_columns() {
    let text = "theme = \"dark\"\n\n[engine.comtrade]\nrun = [\"psql\", \"--csv\", \"-Xqw\", \"service=comtrade\"]\n\
        from = \"trade.flows\"\ntimeout = 90\nunit = \"USD\"\nvaluation = \"fob-cif\"\n\
        columns = { period = \"ref_year\", reporter = \"reporter_iso\", value = \"primary_value\" }\n";
    let (engines, warnings) = engines(text).expect("right");
    let [engine] = engines.as_slice() else { panic!("{engines:?}") };
    assert_eq!((engine.name.as_str(), engine.line, engine.timeout), ("comtrade", 3, Duration::from_secs(90)));
    assert_eq!(engine.run, ["psql", "--csv", "-Xqw", "service=comtrade"]);
    let RemoteTable { from, codes, amounts, facts, .. } = &engine.table;
    assert_eq!(from, "trade.flows");
    let column = |name: &str| Some(name.to_owned());
    assert_eq!(codes, &[column("reporter_iso"), None, None, None, column("ref_year")]);
    assert_eq!(amounts, &[column("primary_value"), None, None]);
    assert!(facts.says.reporter && facts.says.period && !facts.says.partner && facts.has_customs_valuation);
    assert_eq!(facts.units[0].map(|(unit, power)| (unit.code(), power)), Some(("USD", 0)));
    assert!(warnings.is_empty(), "{warnings:?}");
}

#[test]
fn a_preset_fills_in_the_command_and_how_it_prints() {
    let text = |preset: &str| {
        format!(
            "[engine.x]\npreset = \"{preset}\"\narguments = [\"-h\", \"there\"]\nfrom = \"t\"\n\
             columns = {{ product = \"p\", value = \"v\" }}"
        )
    };
    for (preset, run, null, delimiter) in [
        ("duckdb", &["duckdb", "-csv", "-nullvalue", ""][..], "", b','),
        ("psql", &["psql", "--csv", "-Xqw", "-v", "ON_ERROR_STOP=1"], "", b','),
        ("clickhouse-client", &["clickhouse-client", "--format", "CSVWithNames"], "\\N", b','),
        ("trino", &["trino", "--output-format", "CSV_HEADER"], "", b','),
        (
            "spark-sql",
            &["spark-sql", "-S", "-f", "/dev/stdin", "--conf", "spark.sql.cli.print.header=true"],
            "NULL",
            b'\t',
        ),
    ] {
        let (engines, _) = engines(&text(preset)).expect("right");
        let engine = &engines[0];
        assert_eq!(engine.run, [run, &["-h", "there"]].concat());
        assert_eq!(engine.table.null, null);
        assert_eq!(engine.table.delimiter, delimiter, "{preset}");
    }
}

#[test]
fn mistakes_are_named_with_their_line_and_what_was_expected() {
    for (text, expected) in [
        ("engine = 3", "c.toml:1:10: engine: is not a table: expected [engine.NAME]"),
        ("[engine]\nx = 1", "c.toml:2:5: engine.x: is an integer where a table was expected"),
        (
            "[engine.x]\nfrom = \"t\"",
            "c.toml:1:9: engine.x: run is missing: expected the program and its arguments, such as \
             run = [\"duckdb\", \"-csv\"], or a preset",
        ),
        (
            "[engine.x]\npreset = \"duckdb\"\ncolumns = { value = \"v\", period = \"p\" }",
            "c.toml:1:9: engine.x: from is missing: expected the table in the engine, such as from = \"trade.flows\"",
        ),
        (
            "[engine.x]\nrun = \"duckdb -csv\"",
            "c.toml:2:7: engine.x.run: is a string where a list of texts was expected",
        ),
        ("[engine.x]\nrun = []", "c.toml:2:7: engine.x.run: is empty: expected a program and its arguments"),
        (
            "[engine.x]\npreset = \"duckbd\"",
            "c.toml:2:10: engine.x.preset: \"duckbd\" is none of duckdb, \
             psql, clickhouse-client, trino, spark-sql (did you mean \"duckdb\"?)",
        ),
        (
            "[engine.x]\ntimeout = 0\nrun = [\"a\"]\nfrom = \"t\"",
            "c.toml:2:11: engine.x.timeout: expected a whole number from 1 to 86400",
        ),
        (
            "[engine.x]\nrun = [\"a\", 1]",
            "c.toml:2:13: engine.x.run: is an integer where text in quotation marks was expected",
        ),
        (
            "[engine.x]\nrun = [\"a\\u001b\"]",
            "c.toml:2:8: engine.x.run: \"a\\u{1b}\" holds a control character",
        ),
        (
            "[engine.x]\nunit = \"PCT\"",
            "c.toml:2:8: engine.x.unit: expected the code of a currency, such as USD",
        ),
        (
            "[engine.x]\npreset = \"psql\"\nfrom = \"t\"\ncolumns = { flow = \"f\" }",
            "c.toml:1:9: engine.x: columns is missing: expected at least the column of the values, such as \
             columns = { reporter = \"reporter\", period = \"year\", value = \"value\" }",
        ),
        (
            "[engine.x]\npreset = \"psql\"\nfrom = \"t\"\nreconciled = true\ncolumns = { flow = \"f\", value = \"v\" }",
            "c.toml:4:14: engine.x.reconciled: a table with a column of flows has the reports of one side in each row",
        ),
    ] {
        let wrong = engines(text).expect_err("wrong");
        assert!(wrong.iter().any(|line| line == expected), "{wrong:#?}\n{expected}");
    }
}

#[test]
fn keys_that_are_not_known_are_warned_of() {
    let text = "[engine.x]\npreset = \"psql\"\nform = \"t\"\nfrom = \"t\"\n\
        columns = { value = \"v\", reporter = \"r\", volume = \"w\" }";
    let (engines, warnings) = engines(text).expect("right");
    assert_eq!(engines.len(), 1);
    assert!(warnings[0].starts_with(
        "c.toml:3:1: engine.x: warning: \"form\" is not known and is ignored (did you mean \"from\"?)"
    ));
    assert!(
        warnings[1].starts_with("c.toml:5:42: engine.x: warning: \"volume\" is not known"),
        "{warnings:?}"
    );
}
