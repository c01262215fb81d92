//! Engines of the configuration, played by a shell script: where they run, when they count, and how they are stopped.
#![cfg(unix)]
#![allow(dead_code, reason = "not every test uses all of the support")]

#[path = "support/pty.rs"]
mod pty;
#[path = "support/run.rs"]
mod run;

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::process::{Command, Output};

use pty::{Pty, horgos};
use tempfile::TempDir;

/// Answers each query with one group for each year or one for the country, and writes into its home that it was asked.
const ENGINE: &str = r#"
sql=$(cat)
echo "$sql" >> "$HOME/history"
if [ -e "$HOME/slow" ]; then sleep 600; fi
case "$sql" in
    "SELECT reporter "*) printf 'k1,a1,n1,n2\nKAZ,12.5,2,2\n' ;;
    *) printf 'k1,a1,n1,n2\n2021,5,1,1\n2022,7.5,1,1\n' ;;
esac
"#;

/// A home with such an engine, and a configuration that names it.
struct Home {
    folder: TempDir,
}

impl Home {
    fn new() -> Self {
        let home = Self { folder: tempfile::tempdir().expect("a folder") };
        let config = home.path(".config/horgos");
        fs::create_dir_all(&config).expect("a folder");
        let script = home.path("engine.sh");
        fs::write(&script, ENGINE).expect("a file");
        let text = format!(
            "[engine.played]\nrun = [\"sh\", \"{}\"]\nfrom = \"flows\"\nunit = \"USD\"\n\
             columns = {{ reporter = \"reporter\", period = \"year\", value = \"value\" }}\n",
            script.display()
        );
        home.write(".config/horgos/config.toml", &text);
        home
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file that nobody else can write.
    fn write(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).expect("a file");
        fs::set_permissions(self.path(name), Permissions::from_mode(0o644)).expect("a mode");
    }

    fn run(&self, arguments: &[&str], variables: &[(&str, &str)]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_horgos"));
        let path = std::env::var_os("PATH").unwrap_or_default();
        command.args(arguments).env_clear().env("PATH", path).env("HOME", self.folder.path());
        run::output(command.envs(variables.iter().copied()).current_dir(self.folder.path()))
    }

    /// How often the engine was asked.
    fn asked(&self) -> usize {
        fs::read_to_string(self.path("history")).unwrap_or_default().lines().count()
    }

    fn dashboard(&self) -> Pty {
        let mut program = horgos(&["engine:played"]);
        program.env("HOME", self.folder.path());
        let mut pty = Pty::start(program, (120, 36));
        pty.wait_for("Kazakhstan · 2022");
        pty
    }
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn a_dashboard_in_its_sandbox_asks_an_engine_that_writes_into_its_home() {
    let home = Home::new();
    let mut pty = home.dashboard();
    let before = home.asked();
    pty.press("-");
    pty.wait_for("Kazakhstan · 2021");
    assert!(home.asked() > before, "it wrote down the question");
    pty.press("q");
    let (status, _) = pty.ended_well();
    assert_eq!(status.exit_code(), 0);
}

#[test]
fn a_question_that_takes_long_is_stopped_by_escape_and_by_leaving() {
    let home = Home::new();
    let mut pty = home.dashboard();
    home.write("slow", "");
    pty.press("-");
    pty.wait_for("asking the engine; Esc stops");
    pty.press("\x1b");
    pty.wait_for("stopped");
    assert!(pty.text().contains("Kazakhstan · 2022"), "{}", pty.text());
    pty.press("-");
    pty.wait_for("Esc stops");
    pty.press("q");
    let (status, _) = pty.ended_well();
    assert_eq!(status.exit_code(), 0);
}

#[test]
fn print_check_and_engine_check_take_a_configuration_of_their_own() {
    let home = Home::new();
    let text = fs::read_to_string(home.path(".config/horgos/config.toml")).expect("a file");
    fs::remove_file(home.path(".config/horgos/config.toml")).expect("removed");
    home.write("engines.toml", &text);
    for command in [
        &["print", "engine:played"][..],
        &["check", "engine:played"],
        &["engine", "check", "played"],
        &["engine:played"],
    ] {
        let usual = home.run(command, &[]);
        assert_eq!(
            (
                usual.status.code(),
                said(&usual).contains("/.config/horgos/config.toml: no such file"),
                said(&usual).contains("; engines are defined there, each in [engine.NAME] with preset, "),
            ),
            (Some(2), true, true),
            "{}",
            said(&usual)
        );
        let named = home.run(&[command, &["--config", "engines.toml"]].concat(), &[]);
        assert_eq!(named.status.code(), Some(0), "{}", said(&named));
    }
    let checked = home.run(&["engine", "check", "played", "--config", "engines.toml"], &[]);
    let report = String::from_utf8_lossy(&checked.stdout).into_owned();
    for line in ["rows      2", "reporter  reporter: 1", "period    year: 2, 2021 to 2022"] {
        assert!(report.lines().any(|known| known == line), "{report}");
    }
    let timed = report.lines().last().unwrap_or_default();
    assert!(timed.starts_with("question  ") && timed.ends_with(" ms: Kazakhstan · 2022"), "{report}");
}

/// The command of Trino: every value between quotation marks, an empty one for none.
const TRINO: &str = r#"#!/bin/sh
[ "$*" = "--output-format CSV_HEADER --server lake.example" ] || { echo "trino: $*" >&2; exit 1; }
case "$(cat)" in
    "SELECT reporter "*) printf '"k1","a1","n1","n2"\n"KAZ","12.5","2","3"\n' ;;
    *) printf '"k1","a1","n1","n2"\n"2021","5.0","1","1"\n"2022","7.5","1","1"\n"","","0","1"\n' ;;
esac
"#;

/// The command of Spark: reads the query from the file that it is given; tabs, and NULL for none.
const SPARK: &str = r#"#!/bin/sh
[ "$*" = "-S -f /dev/stdin --conf spark.sql.cli.print.header=true --database trade" ] || { echo "spark: $*" >&2; exit 1; }
case "$(cat "$3")" in
    "SELECT reporter "*) printf 'k1\ta1\tn1\tn2\nKAZ\t12.5\t2\t3\n' ;;
    *) printf 'k1\ta1\tn1\tn2\n2021\t5.0\t1\t1\n2022\t7.5\t1\t1\nNULL\tNULL\t0\t1\n' ;;
esac
"#;

#[test]
fn trino_and_spark_are_called_and_read_as_their_manuals_say() {
    let home = Home::new();
    fs::create_dir(home.path("bin")).expect("a folder");
    let mut config = Vec::new();
    for (name, preset, script, arguments) in [
        ("lake", "trino", TRINO, r#"["--server", "lake.example"]"#),
        ("spark", "spark-sql", SPARK, r#"["--database", "trade"]"#),
    ] {
        let program = home.path("bin").join(preset);
        fs::write(&program, script).expect("a file");
        fs::set_permissions(program, Permissions::from_mode(0o755)).expect("a mode");
        config.push(format!(
            "[engine.{name}]\npreset = \"{preset}\"\narguments = {arguments}\nfrom = \"flows\"\nunit = \"USD\"\n\
             columns = {{ reporter = \"reporter\", period = \"year\", value = \"value\" }}\n"
        ));
    }
    home.write(".config/horgos/config.toml", &config.concat());
    let path = format!("{}:{}", home.path("bin").display(), std::env::var("PATH").unwrap_or_default());
    for name in ["lake", "spark"] {
        let printed = home.run(&["print", &format!("engine:{name}")], &[("PATH", &path)]);
        assert_eq!(printed.status.code(), Some(0), "{name}: {}", said(&printed));
        let text = String::from_utf8_lossy(&printed.stdout).into_owned();
        assert!(text.starts_with("Kazakhstan · 2022 · USD"), "{name}: {text}");
        assert!(text.contains("7.5 USD"), "{name}: {text}");
        assert!(said(&printed).contains("not understood: 1 line: the period "), "{name}: {}", said(&printed));
    }
}

#[test]
fn an_engine_counts_only_in_a_file_that_nobody_else_can_write() {
    let home = Home::new();
    let config = home.path(".config/horgos/config.toml");
    fs::set_permissions(&config, Permissions::from_mode(0o664)).expect("a mode");
    let refused = home.run(&["print", "engine:played"], &[]);
    let expected = format!(
        "engine:played: {}:1: [engine.played] names a command, which counts only in a file that nobody else can write: \
         its mode is 0664; expected no right to write for group and others (chmod go-w)\n",
        config.display()
    );
    assert_eq!((refused.status.code(), said(&refused)), (Some(2), expected));
    assert_eq!(home.asked(), 0);
}

#[test]
fn secure_mode_refuses_an_engine() {
    let home = Home::new();
    for command in
        [&["print", "engine:played"][..], &["check", "engine:played"], &["engine", "check", "played"]]
    {
        let refused = home.run(command, &[("HORGOS_SECURE", "1")]);
        let why = "an engine runs a command, which secure mode does not allow: HORGOS_SECURE is set";
        let expected = format!("engine:played: {why}\n");
        assert_eq!((refused.status.code(), said(&refused)), (Some(2), expected));
    }
    assert_eq!(home.asked(), 0);
}

#[test]
fn a_name_that_no_engine_has_is_answered_with_those_that_there_are() {
    let home = Home::new();
    let wrong = home.run(&["print", "engine:plaid"], &[]);
    let said = said(&wrong);
    assert!(
        said.ends_with(
            "has played (did you mean \"played\"?); expected [engine.plaid] with preset, from and columns\n"
        ),
        "{said}"
    );
    assert_eq!(wrong.status.code(), Some(2));
}

#[test]
fn a_dataset_cannot_name_an_engine() {
    let home = Home::new();
    let text = "{\"resources\": [{\"name\": \"observations\", \"path\": \"engine:played\"}]}";
    home.write("package.json", text);
    let refused = home.run(&["print", "package.json"], &[]);
    assert_eq!((refused.status.code(), home.asked()), (Some(2), 0), "{}", said(&refused));
}
