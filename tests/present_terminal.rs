//! Talks in a real terminal: how they begin, how they end, and what they leave behind.
#![cfg(unix)]
#![allow(dead_code, reason = "not every test uses all of the support")]

#[path = "support/pty.rs"]
mod pty;
#[path = "support/run.rs"]
mod run;

use std::path::PathBuf;
use std::process::Command;

use pty::{Pty, horgos};

/// A talk with these arguments, at its first step. It opens no sockets, of which there is one pair for all tests.
fn talk(arguments: &[&str], size: (u16, u16)) -> Pty {
    let mut pty = Pty::start(horgos(&[&["present", "--no-sockets"], arguments].concat()), size);
    pty.wait_for(" of 10");
    pty
}

/// Exit code and standard error of a talk that cannot begin.
fn refused(arguments: &[&str]) -> (Option<i32>, String) {
    let (status, said) =
        Pty::start(horgos(&[&["present", "--no-sockets"], arguments].concat()), (80, 24)).ended_well();
    (i32::try_from(status.exit_code()).ok(), said)
}

/// A file of the tests with the bundled dataset in it.
fn copied(name: &str) -> PathBuf {
    let path: PathBuf = [env!("CARGO_TARGET_TMPDIR"), name].iter().collect();
    std::fs::write(&path, include_str!("../assets/datapackage.json")).expect("a file");
    path
}

#[test]
fn p_and_f5_begin_a_talk_that_leads_back_to_the_dashboard() {
    for key in ["p", "\x1b[15~", "\x1b[[E", "з"] {
        let mut pty = Pty::dashboard(&[], (120, 36));
        pty.press("2");
        pty.wait_for("▸ Tajikistan");
        pty.press(key);
        pty.wait_for("1 of 10");
        pty.press("\x1b[6~");
        pty.wait_for("2 of 10");
        pty.press("q");
        pty.wait_for("q again leaves");
        pty.press("q");
        pty.wait_for("▸ Tajikistan");
        pty.press("q");
        assert_eq!(pty.ended_well().0.exit_code(), 0);
    }
}

#[test]
fn leaving_says_how_to_come_back_and_prints_what_was_kept() {
    let path = copied("a talk.json");
    let path = path.display().to_string();
    let mut pty = talk(&["--step", "leaders", "--rehearse", &path], (80, 24));
    pty.wait_for("6 of 10");
    pty.press("z");
    pty.wait_for("off the path");
    pty.press("a");
    pty.wait_for("view kept");
    pty.press("q");
    pty.wait_for("q again leaves");
    pty.press("q");
    let (status, text) = pty.ended_well();
    assert_eq!(status.exit_code(), 0);
    assert!(text.contains("\"id\":\"captured-1\""), "{text}");
    assert!(text.contains("planned    actual"), "{text}");
    let unwrapped: String = text.split('\n').collect();
    assert!(unwrapped.contains(&format!("horgos present --step leaders '{path}'")), "{text}");
}

#[test]
fn the_file_may_change_while_the_talk_goes_on() {
    let path = copied("watched.json");
    let name = path.display().to_string();
    let mut pty = talk(&["--watch", "--step", "exports", &name], (80, 24));
    pty.wait_for("2 of 10");
    let text = include_str!("../assets/datapackage.json");
    std::fs::write(&path, text.replace("Exports: 246.57 billion yuan", "Exports, in a new title"))
        .expect("a file");
    pty.wait_for("Exports, in a new title");
    std::fs::write(&path, "{ this is no dataset").expect("a file");
    pty.wait_for("cannot be shown");
    assert!(pty.text().contains("Exports, in a new title"), "{}", pty.text());
    std::fs::write(&path, text).expect("a file");
    pty.wait_for("Exports: 246.57 billion yuan");
    assert!(pty.text().contains("2 of 10"), "{}", pty.text());
    pty.press("q");
    pty.wait_for("q again leaves");
    pty.press("q");
    assert_eq!(pty.ended_well().0.exit_code(), 0);
}

#[test]
fn a_talk_that_cannot_begin_says_why() {
    let path = copied("no-view.json");
    let text = include_str!("../assets/datapackage.json").replace("key-figures?zoom", "key-figurs?zoom");
    std::fs::write(&path, text).expect("a file");
    let broken = path.display().to_string();
    let without = copied("no-tour.json");
    let text = include_str!("../assets/datapackage.json").replacen("\"tour\":", "\"no-tour\":", 1);
    std::fs::write(&without, text).expect("a file");
    let without = without.display().to_string();
    for (arguments, expected) in [
        (&["--step", "11"][..], "--step 11: the tour has 10 steps"),
        (&["--step", "export"], "no step has the id \"export\" (did you mean \"exports\"?)"),
        (&["--watch"], "--watch: there is no file to watch"),
        (&["--view", "leaders"], "the steps of the tour have views of their own"),
        (&["--every", "5"], "--loop"),
        (&[&broken], "step 2 cannot be shown (horgos tour check says more)"),
        (&[&without], "the dataset has no tour"),
        (&["--tour", "not-there.json"], "not-there.json"),
    ] {
        let (code, said) = refused(arguments);
        assert_eq!(code, Some(2), "{arguments:?}");
        let said: String = said.split('\n').collect();
        assert!(said.contains(expected), "{arguments:?}: {said}");
    }
}

#[test]
fn where_there_is_no_terminal_it_says_what_prints_the_tour() {
    let output = run::output(Command::new(env!("CARGO_BIN_EXE_horgos")).arg("present"));
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2));
    assert!(said.contains("horgos tour print"), "{said}");
}

#[test]
fn a_tour_may_come_from_a_file_of_its_own() {
    let path: PathBuf = [env!("CARGO_TARGET_TMPDIR"), "own-tour.json"].iter().collect();
    let steps = r#"[{"id": "one", "title": "Mine alone", "text": "One step.", "view": "leaders?zoom"}]"#;
    std::fs::write(&path, steps).expect("a file");
    let mut pty =
        Pty::start(horgos(&["present", "--no-sockets", "--tour", &path.display().to_string()]), (80, 24));
    pty.wait_for("Mine alone");
    pty.wait_for("1 of 1");
    pty.press("\x03");
    assert_eq!(pty.ended_well().0.exit_code(), 0);
    std::fs::write(&path, "[{\"id\": \"one\"").expect("a file");
    let (code, said) = refused(&["--tour", &path.display().to_string()]);
    assert_eq!(code, Some(2), "{said}");
}
