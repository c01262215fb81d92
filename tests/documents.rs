//! The program does as the documents say.

#![allow(dead_code, reason = "not every test uses all of the support")]

use horgos::dashboard::{BINDINGS, Binding, IN_AUDIENCE, IN_TALK, OFF_PATH, ON_PATH};
use horgos::review::REVIEW_BINDINGS;
use horgos::wording::GLOSSARY;

#[cfg(unix)]
#[path = "support/pty.rs"]
mod pty;
#[path = "support/screen.rs"]
mod screen;

#[path = "documents/tables.rs"]
mod tables;

const README: &str = include_str!("../README.md");
const KEYS: &str = include_str!("../docs/keys.md");
const PRINTING: &str = include_str!("../docs/printing.md");
const DATASET: &str = include_str!("../docs/dataset.md");

/// Asserts that a document has this text between two comments; with `UPDATE_DOCUMENTS` set, puts it there.
fn quotes(document: &str, name: &str, expected: &str) {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(document);
    let text = std::fs::read_to_string(&path).expect("a document");
    let (start, end) = (format!("<!-- {name} -->\n"), format!("<!-- end of {name} -->"));
    let (before, after) = text.split_once(&start).unwrap_or_else(|| panic!("{document} has no {start}"));
    let (quoted, after) = after.split_once(&end).unwrap_or_else(|| panic!("{document} has no {end}"));
    if std::env::var_os("UPDATE_DOCUMENTS").is_some() {
        std::fs::write(&path, format!("{before}{start}{expected}{end}{after}")).expect("it can be written");
        return;
    }
    assert_eq!(quoted, expected, "UPDATE_DOCUMENTS=1 puts it into {document}");
}

#[test]
fn the_picture_is_what_the_program_draws() {
    for theme in ["light", "dark"] {
        let arguments = ["print", "--format", "svg", "--screen", "120x36", "--theme", theme];
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_horgos")).args(arguments).output();
        let drawn = output.expect("it runs").stdout;
        let file = format!("assets/screen-{theme}.svg");
        assert!(README.contains(&file));
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(&file);
        if std::env::var_os("UPDATE_DOCUMENTS").is_some() {
            std::fs::write(&path, &drawn).expect("it can be written");
        }
        let kept = std::fs::read(&path).expect("a picture");
        assert!(kept == drawn, "UPDATE_DOCUMENTS=1 renews {file}");
    }
}

#[test]
fn the_table_of_keys_is_the_table_of_bindings() {
    quotes("docs/keys.md", "keys", &table(BINDINGS));
    quotes("docs/keys.md", "keys of followers", &table(IN_AUDIENCE));
    quotes("docs/presenting.md", "keys on the path", &table(ON_PATH));
    quotes("docs/presenting.md", "keys off the path", &table(OFF_PATH));
    quotes("docs/presenting.md", "keys of the talk", &table(IN_TALK));
}

#[test]
fn the_glossary_is_that_of_the_help() {
    let rows: Vec<String> =
        GLOSSARY.iter().map(|(mark, meaning)| format!("| `{mark}` | {meaning} |\n")).collect();
    quotes("docs/keys.md", "marks", &format!("| mark | meaning |\n| --- | --- |\n{}", rows.concat()));
    let mut app = screen::bundled(80, 200);
    screen::press(&mut app, "?");
    let help = screen::text(&app);
    for (mark, meaning) in GLOSSARY {
        let is_explained =
            |line: &&str| line.trim().strip_prefix(mark).is_some_and(|rest| rest.trim() == meaning);
        assert_eq!(help.lines().filter(is_explained).count(), 1, "{mark} {meaning}:\n{help}");
    }
}

#[test]
fn the_help_is_two_screens_of_a_small_terminal_and_one_of_a_large_one() {
    for (width, height, screens) in [(80, 24, 2), (120, 36, 1)] {
        let mut app = screen::bundled(width, height);
        screen::press(&mut app, "?");
        for _ in 1..screens {
            assert!(!screen::text(&app).contains(GLOSSARY[GLOSSARY.len() - 1].1));
            screen::press(&mut app, "<pgdn>");
        }
        assert!(screen::text(&app).contains("├──┤"), "{}", screen::text(&app));
    }
}

fn table(bindings: &[Binding]) -> String {
    let code = |keys: String| keys.split(' ').map(|key| format!("`{key}`")).collect::<Vec<_>>().join(" ");
    let rows =
        bindings.iter().map(|binding| format!("| {} | {} |\n", code(binding.keys_shown()), binding.does));
    format!("| keys | what they do |\n| --- | --- |\n{}", rows.collect::<String>())
}

#[test]
fn the_table_of_review_keys_is_the_table_of_bindings() {
    let code = |key: &str| format!("`{key}`");
    let keys = |shown: String| shown.split(' ').map(code).collect::<Vec<_>>().join(" ");
    let row = |binding: &horgos::dashboard::Binding<_>| {
        format!("| {} | {} |\n", keys(binding.keys_shown()), binding.does)
    };
    let rows: String = REVIEW_BINDINGS.iter().map(row).collect();
    quotes("docs/keys.md", "review keys", &format!("| keys | what they do |\n| --- | --- |\n{rows}"));
}

#[test]
fn the_documented_output_of_check_is_what_it_prints() {
    let output =
        std::process::Command::new(env!("CARGO_BIN_EXE_horgos")).arg("check").output().expect("it runs");
    quotes("README.md", "check", &format!("```text\n{}```\n", String::from_utf8_lossy(&output.stdout)));
    assert_eq!(output.status.code(), Some(1), "a contradiction stands");
}

#[test]
fn the_table_of_the_front_page_is_one_and_is_checked_as_it_says() {
    let (folder, _) = at_home();
    let table =
        README.split_once("```csv\n").and_then(|(_, after)| after.split_once("```")).expect("a table").0;
    std::fs::write(folder.join("mine.csv"), table).expect("a file");
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_horgos"));
    let output = command.args(["check", "mine.csv"]).current_dir(&folder).output().expect("it runs");
    quotes("README.md", "mine", &format!("```text\n{}```\n", String::from_utf8_lossy(&output.stdout)));
    assert_eq!((output.status.code(), &*output.stderr), (Some(1), &b""[..]));
}

const CONTEXT: &str = include_str!("../docs/context.md");

#[cfg(unix)]
#[test]
fn every_command_on_the_second_dataset_does_as_the_document_says() {
    let (folder, path) = at_home();
    let commands = commands(CONTEXT);
    assert_eq!(commands.len(), 3, "{commands:?}");
    for (command, code, said) in [
        (commands[0], 0, "Xinjiang and Central Asia in other reports"),
        (commands[1], 1, "Found: 2 contradictions, 3 doubts"),
        (commands[2], 0, "Kazakhstan"),
    ] {
        let mut shell = std::process::Command::new("/bin/sh");
        let output = shell.args(["-c", command]).env("PATH", &path).current_dir(&folder).output();
        let output = output.expect("a shell");
        let printed = String::from_utf8_lossy(&output.stdout);
        assert_eq!((output.status.code(), &*output.stderr), (Some(code), &b""[..]), "{command}");
        assert!(printed.contains(said), "{command}:\n{printed}");
    }
    let dataset =
        horgos::formats::bundled_called(horgos::dataset::Bundled::Context).expect("a dataset").dataset;
    let numbered = dataset.observations.iter().filter(|row| row.value.is_some()).count();
    let counts = format!("{numbered} figures of {} reports", dataset.sources.len());
    assert!(CONTEXT.replace('\n', " ").contains(&counts), "{counts}");
}

/// The commands of a document, without what is said of them behind `  #`.
fn commands(document: &'static str) -> Vec<&'static str> {
    let blocks = document.split("```sh\n").skip(1).filter_map(|block| block.split("```").next());
    blocks.flat_map(str::lines).map(|line| line.split("  #").next().unwrap_or_default().trim()).collect()
}

/// A folder with somebody's dataset, and the shell that finds the program.
fn at_home() -> (std::path::PathBuf, String) {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("documents");
    std::fs::create_dir_all(&folder).expect("a folder");
    std::fs::write(folder.join("my-dataset.json"), include_str!("../assets/datapackage.json"))
        .expect("a dataset");
    let program = std::path::Path::new(env!("CARGO_BIN_EXE_horgos"));
    let folder_of_it = program.parent().expect("a folder").display();
    (folder, format!("{folder_of_it}:/usr/local/bin:/usr/bin:/bin"))
}

#[cfg(unix)]
#[test]
fn every_command_that_prints_does() {
    let (folder, path) = at_home();
    let commands = commands(PRINTING);
    assert!(commands.len() >= 8, "{commands:?}");
    for command in commands {
        let output = std::process::Command::new("/bin/sh")
            .args(["-c", command])
            .env("PATH", &path)
            .current_dir(&folder)
            .output()
            .expect("a shell");
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!((output.status.code(), &*said), (Some(0), ""), "{command}");
        assert!(output.stdout.len() > 300, "{command} prints");
    }
}

const CHECKING: &str = include_str!("../docs/checking.md");

/// Two figures that fit, or do not fit while one of them is provisional.
fn small_dataset(exports: &str, status: &str) -> String {
    let row = |id: &str, flow: &str, value: &str| {
        format!(
            r#"{{"id": "{id}", "reporter": "EST", "flow": "{flow}", "measure": "value", "time_period": "2020",
            "obs_value": {value}, "unit_measure": "EUR", "obs_status": "{status}"}}"#
        )
    };
    let rows = [row("e", "exports", exports), row("t", "total", "28.6")].join(", ");
    format!(r#"{{"resources": [{{"name": "observations", "data": [{rows}]}}]}}"#)
}

/// The commands of a document with the exit code that it names behind each.
fn commands_with_codes(text: &'static str) -> Vec<(&'static str, i32)> {
    let mut lines = text.lines();
    let mut commands = Vec::new();
    while lines.by_ref().any(|line| line.trim() == "```sh") {
        let block = lines.by_ref().take_while(|line| line.trim() != "```");
        commands.extend(block.map(|line| {
            let (command, said) = line.trim().split_once("  # exit code ").unwrap_or((line.trim(), ""));
            let code = said.split(':').next().and_then(|code| code.parse().ok());
            (command.trim_end(), code.unwrap_or_else(|| panic!("{line} has no exit code")))
        }));
    }
    commands
}

#[cfg(unix)]
#[test]
fn every_command_on_checking_ends_as_the_document_says() {
    let (folder, path) = at_home();
    let data = folder.join("data");
    std::fs::create_dir_all(&data).expect("a folder");
    for (name, text) in [
        ("trade.json", include_str!("../assets/datapackage.json")),
        ("consistent.json", &small_dataset("15.4", "A")),
        ("doubtful.json", &small_dataset("30.1", "P")),
    ] {
        std::fs::write(data.join(name), text).expect("a dataset");
    }
    let steps = CHECKING.lines().filter_map(|line| line.trim().strip_prefix("run: "));
    let steps: Vec<_> = steps.zip([1, 0]).collect();
    assert_eq!(steps.len(), 2, "{steps:?}");
    let commands = commands_with_codes(CHECKING);
    assert!(commands.len() >= 14, "{commands:?}");
    for (command, code) in commands.into_iter().chain(steps) {
        let shell = ["-e", "-c", command];
        let mut shell_command = std::process::Command::new("/bin/sh");
        let output = shell_command.args(shell).env("PATH", &path).current_dir(&folder).output();
        let output = output.expect("a shell");
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!((output.status.code(), &*said), (Some(code), ""), "{command}");
    }
    let written = std::fs::read_to_string(folder.join("horgos.sarif")).expect("what the workflow uploads");
    assert!(written.contains("\"uri\": \"data/trade.json\""), "{written}");
}

const TOURS: &str = include_str!("../docs/tours.md");

#[cfg(unix)]
#[test]
fn every_command_on_tours_ends_as_the_document_says() {
    let (folder, path) = at_home();
    let commands = commands_with_codes(TOURS);
    assert!(commands.len() >= 5, "{commands:?}");
    for (command, code) in commands {
        let mut shell = std::process::Command::new("/bin/sh");
        let output = shell.args(["-c", command]).env("PATH", &path).current_dir(&folder).output();
        let output = output.expect("a shell");
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!((output.status.code(), &*said), (Some(code), ""), "{command}");
    }
    assert!(std::fs::read_to_string(folder.join("tour.html")).is_ok_and(|page| page.ends_with("</html>\n")));
}

#[cfg(unix)]
#[test]
fn every_command_that_opens_the_dashboard_does() {
    let (folder, path) = at_home();
    let commands = commands(KEYS);
    assert!(commands.len() >= 4, "{commands:?}");
    for line in commands {
        let mut command = pty::command("/bin/sh", &["-c", line]);
        command.env("PATH", &path);
        command.cwd(&folder);
        let mut pty = pty::Pty::start(command, (120, 36));
        pty.wait_for("? help");
        pty.press("q");
        assert_eq!(pty.ended_well().0.exit_code(), 0, "{line}");
    }
}

const PRESENTING: &str = include_str!("../docs/presenting.md");

#[cfg(unix)]
#[test]
fn every_command_that_begins_a_talk_does() {
    let (folder, path) = at_home();
    let dataset = include_str!("../assets/datapackage.json");
    for name in ["mine.json", "theirs.json", "talk.json"] {
        std::fs::write(folder.join(name), dataset).expect("a dataset");
    }
    let commands: Vec<&str> =
        commands(PRESENTING).into_iter().filter(|line| line.starts_with("horgos present")).collect();
    assert!(commands.len() >= 8, "{commands:?}");
    for line in commands {
        let mut command = pty::command("/bin/sh", &["-c", line]);
        command.env("PATH", &path);
        command.cwd(&folder);
        let mut pty = pty::Pty::start(command, (80, 24));
        pty.wait_for(" of 10");
        pty.press("q");
        pty.wait_for("q again leaves");
        pty.press("q");
        assert_eq!(pty.ended_well().0.exit_code(), 0, "{line}");
    }
}

#[test]
fn the_dataset_in_short_is_one() {
    let after = DATASET.split_once("```json\n").expect("a dataset").1;
    let text = after.split("```").next().unwrap_or_default();
    let loaded = horgos::formats::read("dataset.md", text.as_bytes(), None).expect("it is right");
    assert_eq!((loaded.dataset.observations.len(), loaded.warnings), (1, Vec::new()));
}

#[test]
fn every_column_that_can_be_read_is_described() {
    let cells: Vec<&str> = DATASET.split('`').skip(1).step_by(2).collect();
    for column in horgos::formats::COLUMNS {
        assert!(cells.contains(&column), "docs/dataset.md does not describe {column}");
    }
}

#[test]
fn the_front_page_is_short_and_its_links_lead_somewhere() {
    assert!(README.lines().count() <= 140, "{} lines", README.lines().count());
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let docs =
        std::fs::read_dir(root.join("docs")).expect("a folder").map(|entry| entry.expect("an entry").path());
    let mut documents: Vec<(String, std::path::PathBuf)> = docs
        .filter(|path| path.extension().is_some_and(|ending| ending == "md"))
        .map(|path| (std::fs::read_to_string(path).expect("a document"), root.join("docs")))
        .collect();
    assert!(documents.len() > 10);
    documents.push((README.to_owned(), root.to_path_buf()));
    for (document, folder) in &documents {
        let links = document.split("](").skip(1).filter_map(|link| link.split(')').next());
        for link in links.filter(|link| !link.contains("://")) {
            let file = link.split('#').next().unwrap_or_default();
            assert!(folder.join(file).exists(), "{link}");
        }
    }
}

/// All Rust sources below a folder, as one text.
fn sources(folder: &std::path::Path) -> String {
    let entries = std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    let text = |path: std::path::PathBuf| match path.extension() {
        _ if path.is_dir() => sources(&path),
        Some(ending) if ending == "rs" => std::fs::read_to_string(&path).expect("a source"),
        Some(_) | None => String::new(),
    };
    entries.map(text).collect()
}

#[test]
fn every_test_that_is_said_to_hold_something_is_there() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let sources = sources(&root.join("tests")) + &sources(&root.join("src"));
    let quoted = include_str!("README.md").split('`').skip(1).step_by(2);
    let names: Vec<&str> = quoted
        .filter(|name| {
            name.contains('_')
                && name.bytes().all(|b| b == b'_' || b.is_ascii_lowercase() || b.is_ascii_digit())
        })
        .collect();
    assert!(names.len() > 40, "{names:?}");
    for name in names {
        assert!(sources.contains(&format!("fn {name}(")), "{name}");
    }
}
