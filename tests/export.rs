//! Writes panes to files on a real disk.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};

use horgos::dashboard::App;
use horgos::print::{Existing, ExportError, Selection, csv, export, json, markdown, text};
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
        let said = export(selection, &path, None, || frame(&app, &Theme::ansi())).expect("written");
        assert_eq!(said, format!("written: {}", path.display()));
        assert_eq!(fs::read_to_string(path).expect("the file"), expected, "{name}");
    }
}

/// Writes pane 2 to a file; `over` is the file that may be replaced.
fn write(app: &App, path: &Path, over: Option<Existing>) -> Result<String, ExportError> {
    export(Selection::one(app, 1), path, over, || unreachable!("no picture is wanted"))
}

/// The contents in the place of a file.
fn found(app: &App, path: &Path) -> Existing {
    match write(app, path, None) {
        Err(ExportError::Exists { existing, .. }) => existing,
        other => panic!("{other:?}"),
    }
}

fn content(path: &Path) -> String {
    fs::read_to_string(path).expect("the file")
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).expect("the file").permissions().mode() & 0o7777
}

#[test]
fn an_existing_file_stays_unless_overwriting_is_asked_for() {
    let (app, path) = (bundled(), folder("over").join("a.csv"));
    fs::write(&path, "mine").expect("a file");
    let said = write(&app, &path, None).expect_err("it is there");
    assert_eq!(said.to_string(), format!("{} exists", path.display()));
    assert_eq!(content(&path), "mine");
    assert!(write(&app, &path, Some(found(&app, &path))).is_ok());
    assert_ne!(content(&path), "mine");
}

#[test]
fn only_the_file_that_was_asked_about_is_replaced() {
    let (app, folder) = (bundled(), folder("asked"));
    let [path, victim] = ["a.csv", "victim.csv"].map(|name| folder.join(name));
    for file in [&path, &victim] {
        fs::write(file, "mine").expect("a file");
    }
    let asked = found(&app, &path);
    fs::remove_file(&path).expect("it is there");
    symlink("victim.csv", &path).expect("a link");
    assert!(matches!(write(&app, &path, Some(asked)), Err(ExportError::Exists { .. })));
    assert_eq!(content(&victim), "mine");
    // Asked about the link, its file is replaced, and it stays a link.
    assert!(write(&app, &path, Some(found(&app, &path))).is_ok());
    assert!(path.is_symlink() && content(&victim) != "mine");
}

#[test]
fn a_write_protected_file_is_refused() {
    let (app, path) = (bundled(), folder("protected").join("mine.csv"));
    fs::write(&path, "mine").expect("a file");
    let existing = found(&app, &path);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).expect("its owner may");
    for over in [None, Some(existing)] {
        let error = write(&app, &path, over).expect_err("it exists");
        let expected = format!("{} exists and is write-protected; type another name", path.display());
        assert_eq!(error.to_string(), expected);
    }
    assert_eq!((content(&path).as_str(), mode(&path)), ("mine", 0o444));
}

#[test]
fn a_replaced_file_keeps_its_permissions_but_runs_as_nobody_else() {
    let (app, path) = (bundled(), folder("modes").join("a.csv"));
    fs::write(&path, "mine").expect("a file");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o6750)).expect("its owner may");
    assert!(write(&app, &path, Some(found(&app, &path))).is_ok());
    assert_eq!(mode(&path), 0o750);
}

#[test]
fn nothing_but_the_file_is_in_the_folder() {
    let (app, folder) = (bundled(), folder("alone"));
    let path = folder.join("a.csv");
    assert!(write(&app, &path, None).is_ok());
    assert!(write(&app, &path, Some(found(&app, &path))).is_ok());
    assert_eq!(fs::read_dir(&folder).expect("the folder").count(), 1);
    let ordinary = folder.join("ordinary");
    fs::write(&ordinary, "").expect("a file");
    assert_eq!(mode(&path), mode(&ordinary));
}

#[test]
fn a_refusal_names_its_reason() {
    let (app, folder) = (bundled(), folder("why"));
    fs::write(folder.join("file"), "").expect("a file");
    for (name, expected) in [
        ("file/a.csv", "file/a.csv could not be written: its folder is a file; choose another place"),
        ("a.xlsx", "\"a.xlsx\" does not end in .csv, .json, .md, .svg or .txt, which say what to write"),
        (
            "no/such/a.csv",
            "no/such/a.csv could not be written: its folder is not there; choose another place",
        ),
    ] {
        let said = export(Selection::one(&app, 1), &folder.join(name), None, || unreachable!("no picture"));
        assert!(said.as_ref().is_err_and(|said| said.to_string().ends_with(expected)), "{said:?}");
    }
    assert_eq!(fs::read_dir(folder).expect("the folder").count(), 1);
}
