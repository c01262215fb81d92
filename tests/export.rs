//! Writes panes to files on a real disk.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;

use horgos::dashboard::App;
use horgos::print::{ExportError, Selection, csv, export, json, markdown, text};
use horgos::screen::{Theme, frame};
use ratatui::layout::Size;

fn bundled() -> App {
    App::new(horgos::formats::bundled().expect("the bundled dataset is right").dataset, Size::new(120, 36))
}

/// An empty folder for a test.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

fn written(write: impl FnOnce(&mut Vec<u8>) -> std::io::Result<()>) -> String {
    let mut bytes = Vec::new();
    write(&mut bytes).expect("memory takes it");
    String::from_utf8(bytes).expect("UTF-8")
}

#[test]
fn the_ending_says_what_is_written() {
    let (app, folder) = (bundled(), folder("endings"));
    let selection = Selection::one(&app, 1);
    for (name, expected) in [
        ("a.csv", written(|out| csv(selection, out))),
        ("a.json", written(|out| json(selection, out))),
        ("a.md", markdown(selection)),
        ("a.txt", text(selection)),
        (
            "a.svg",
            horgos::print::svg(&frame(&app, &Theme::ansi()), "Xinjiang and Central Asia: trade in 2023"),
        ),
    ] {
        let path = folder.join(name);
        let said = export(selection, &path, false, || frame(&app, &Theme::ansi())).expect("written");
        assert_eq!(said, format!("written: {}", path.display()));
        assert_eq!(fs::read_to_string(path).expect("the file"), expected, "{name}");
    }
}

#[test]
fn an_existing_file_stays_unless_overwriting_is_asked_for() {
    let (app, path) = (bundled(), folder("over").join("a.csv"));
    let write = |over| export(Selection::one(&app, 1), &path, over, || unreachable!("no picture is wanted"));
    fs::write(&path, "mine").expect("a file");
    let said = write(false).expect_err("it is there");
    assert!(matches!(said, ExportError::Exists(_)));
    assert_eq!(said.to_string(), format!("{} is there already", path.display()));
    assert_eq!(fs::read_to_string(&path).expect("the file"), "mine");
    assert!(write(true).is_ok());
    assert_ne!(fs::read_to_string(&path).expect("the file"), "mine");
}

#[test]
fn a_write_protected_file_is_reported_before_it_is_overwritten() {
    let (app, path) = (bundled(), folder("protected").join("mine.csv"));
    fs::write(&path, "mine").expect("a file");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).expect("its owner may");
    let write = |over| export(Selection::one(&app, 1), &path, over, || unreachable!("no picture is wanted"));
    let error = write(false).expect_err("it exists");
    assert_eq!(error.to_string(), format!("{} is there already and write-protected", path.display()));
    assert_eq!(fs::read_to_string(&path).expect("the file"), "mine");
    assert!(write(true).is_ok());
    let mode = fs::metadata(&path).expect("the file").permissions().mode();
    assert_eq!(mode & 0o777, 0o444, "it stays write-protected");
}

#[test]
fn a_refusal_names_its_reason() {
    let (app, folder) = (bundled(), folder("why"));
    for (name, expected) in [
        ("a.xlsx", "\"a.xlsx\" does not end in .csv, .json, .md, .svg or .txt, which say what to write"),
        (
            "no/such/a.csv",
            "no/such/a.csv could not be written: its folder is not there; choose another place",
        ),
    ] {
        let said = export(Selection::one(&app, 1), &folder.join(name), false, || unreachable!("no picture"));
        assert!(said.as_ref().is_err_and(|said| said.to_string().ends_with(expected)), "{said:?}");
    }
    assert_eq!(fs::read_dir(folder).expect("the folder").count(), 0);
}
