//! `horgos draft` in a real terminal: what is kept, taken up again and written.
#![cfg(unix)]
#![allow(dead_code, reason = "not every test uses all of the support")]

#[path = "support/pty.rs"]
mod pty;
#[path = "support/review.rs"]
mod review;

use std::fs;
use std::path::{Path, PathBuf};

use pty::{Pty, command, horgos};
use rustix::process::Signal;
use tempfile::TempDir;

/// A folder with an article in it.
fn article() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("moldova.txt");
    fs::write(&file, review::TEXT).expect("it can be written");
    (folder, file)
}

/// The review of an article, once it is on the screen.
fn opened(article: &Path) -> Pty {
    let mut pty = Pty::start(horgos(&["draft", article.to_str().expect("text")]), (120, 36));
    pty.wait_for("q quit");
    pty
}

fn names(folder: &Path) -> Vec<String> {
    let files = fs::read_dir(folder).expect("the folder").map(|entry| entry.expect("a file").file_name());
    let mut names: Vec<String> = files.map(|name| name.to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn a_killed_review_is_taken_up_again_where_it_was() {
    let (folder, article) = article();
    let mut pty = opened(&article);
    pty.press("\r");
    pty.wait_for("1 of");
    pty.wait_for("draft in moldova.draft.json");
    // The draft is kept before the next key is answered.
    pty.press("?");
    pty.wait_for("Help");
    pty.signal(Signal::KILL);
    assert_eq!(names(folder.path()), ["moldova.draft.json", "moldova.txt"], "and nothing half written");

    let mut pty = opened(&article);
    pty.wait_for("Take up the draft that was kept?");
    pty.wait_for("yes: 1 of");
    pty.press("\r");
    pty.wait_for("taken up again");
    pty.press("w");
    pty.wait_for("moldova.json");
    pty.press("\r");
    pty.wait_for("written: ");
    pty.press("q");
    let (status, left) = pty.ended_well();
    assert_eq!((status.exit_code(), left.trim()), (0, ""));
    let kept = fs::read_to_string(folder.path().join("moldova.draft.json")).expect("it stays");
    assert_eq!(fs::read_to_string(folder.path().join("moldova.json")).expect("written"), kept);
    horgos::formats::open(&folder.path().join("moldova.json")).expect("it reads");
}

#[test]
fn a_dataset_that_exists_is_replaced_only_when_asked_twice() {
    let (folder, article) = article();
    let dataset = folder.path().join("moldova.json");
    fs::write(&dataset, "kept").expect("it can be written");
    let mut pty = opened(&article);
    pty.press("w");
    pty.wait_for("Write the dataset");
    pty.press("\r");
    pty.wait_for("overwrites");
    assert_eq!(fs::read_to_string(&dataset).expect("there"), "kept");
    pty.press("\t");
    pty.wait_for("written: ");
    assert_ne!(fs::read_to_string(&dataset).expect("there"), "kept");
    pty.press("q");
    pty.ended_well();
}

#[test]
fn a_file_of_another_text_is_left_alone() {
    let (folder, article) = article();
    let other = folder.path().join("moldova.draft.json");
    fs::write(&other, "{}").expect("it can be written");
    let mut pty = opened(&article);
    pty.wait_for("is of another text and stays");
    pty.press("\r");
    pty.wait_for("not saved");
    pty.press("qq");
    pty.ended_well();
    assert_eq!(fs::read_to_string(&other).expect("there"), "{}");
}

#[test]
fn a_text_from_a_pipe_has_no_name_and_is_kept_nowhere() {
    let (folder, article) = article();
    let shell = format!("cat {} | {} draft -", article.display(), env!("CARGO_BIN_EXE_horgos"));
    let mut pty = Pty::start(command("/bin/sh", &["-c", &shell]), (120, 36));
    pty.wait_for("q quit");
    pty.press("\r");
    pty.wait_for("not saved");
    pty.press("q");
    pty.wait_for("leave; nothing is kept");
    pty.press("w");
    pty.wait_for("file    │");
    pty.press(&format!("{}\r", folder.path().join("named.json").display()));
    pty.wait_for("written: ");
    pty.press("q");
    pty.ended_well();
    assert_eq!(names(folder.path()), ["moldova.txt", "named.json"]);
}

#[test]
fn secure_mode_reads_the_article_and_writes_nothing() {
    let (folder, article) = article();
    let mut program = horgos(&["draft", article.to_str().expect("text")]);
    program.env("HORGOS_SECURE", "1");
    let mut pty = Pty::start(program, (120, 36));
    pty.wait_for("secure mode: nothing is written");
    pty.press("\rw");
    pty.wait_for("1 of");
    pty.press("q");
    pty.ended_well();
    assert_eq!(names(folder.path()), ["moldova.txt"]);
}

#[test]
fn without_a_terminal_the_draft_is_printed() {
    let (folder, article) = article();
    let run = |arguments: &[&str]| {
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_horgos"))
            .arg("draft")
            .arg(&article)
            .args(arguments)
            .env_clear()
            .output()
            .expect("it runs");
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).expect("text")
    };
    assert_eq!(run(&[]), run(&["--format", "text"]));
    let printed = run(&["--format", "json"]);
    let read = horgos::formats::parse("printed", &printed, &|_| Err(String::new())).expect("it reads");
    assert!(read.dataset.observations.iter().any(|row| row.unconfirmed.is_some()));
    assert_eq!(names(folder.path()), ["moldova.txt"]);
}
