//! A talk with its followers and its notes: the real program in several terminals at once.
#![cfg(unix)]
#![allow(dead_code, reason = "not every test uses all of the support")]

#[path = "support/pty.rs"]
mod pty;

use std::io::{BufRead, BufReader};
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use pty::{Pty, eventually, horgos};
use rustix::process::Signal;
use tempfile::TempDir;

/// Where the sockets of one test are.
struct Place(TempDir);

impl Place {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder"))
    }

    fn socket(&self, name: &str) -> PathBuf {
        self.0.path().join("horgos").join(name)
    }

    fn start(&self, arguments: &[&str], size: (u16, u16)) -> Pty {
        let mut program = horgos(arguments);
        program.env("XDG_RUNTIME_DIR", self.0.path());
        Pty::start(program, size)
    }

    fn present(&self) -> Pty {
        let mut presenter = self.start(&["present"], (80, 24));
        presenter.wait_for("1 of 10");
        presenter
    }

    fn run(&self, arguments: &[&str]) -> std::process::Output {
        let mut program = Command::new(env!("CARGO_BIN_EXE_horgos"));
        program.args(arguments).env("XDG_RUNTIME_DIR", self.0.path()).stdin(Stdio::null());
        program.output().expect("the program runs")
    }
}

#[test]
fn followers_of_any_size_see_the_talk_and_notes_drive_it() {
    let place = Place::new();
    let mut early = place.start(&["follow"], (120, 36));
    early.wait_for("PRESENTER AWAY");
    let mut presenter = place.present();
    early.wait_for("FOLLOWING 1 of 10");
    let mut small = place.start(&["follow"], (60, 16));
    small.wait_for("FOLLOWING 1 of 10");
    presenter.wait_for("2 follow");
    let mut notes = place.start(&["notes"], (40, 20));
    notes.wait_for("2 follow");
    presenter.press("\x1b[6~");
    for follower in [&mut early, &mut small] {
        follower.wait_for("FOLLOWING 2 of 10");
        follower.wait_for("Exports: 246.57 billion yuan");
    }
    notes.wait_for("step 2 of 10");
    notes.press("5\r");
    presenter.wait_for("5 of 10");
    small.wait_for("FOLLOWING 5 of 10");
    small.press("z");
    small.wait_for("BROWSING · presenter at 5");
    small.press("f");
    small.wait_for("FOLLOWING 5 of 10");
    presenter.press("qq");
    early.wait_for("ENDED");
    notes.wait_for("ended");
    let (status, _) = presenter.ended_well();
    assert_eq!(status.exit_code(), 0);
    assert!(!place.socket("stage.sock").exists() && !place.socket("notes.sock").exists());
    for mut viewer in [early, small, notes] {
        viewer.press("q");
        assert_eq!(viewer.ended_well().0.exit_code(), 0);
    }
}

#[test]
fn a_talk_that_is_killed_and_started_again_is_found_again() {
    let place = Place::new();
    let presenter = place.present();
    let mut follower = place.start(&["follow"], (80, 24));
    follower.wait_for("FOLLOWING 1 of 10");
    assert!(!String::from_utf8_lossy(&follower.sent).contains("AWAY"), "no frame has said so before");
    presenter.signal(Signal::KILL);
    follower.wait_for("PRESENTER AWAY · last at 1, trying again");
    let _ = presenter.ended();
    assert!(place.socket("stage.sock").exists(), "nobody could remove it");
    let mut again = place.present();
    again.press("\x1b[6~");
    follower.wait_for("FOLLOWING 2 of 10");
}

#[test]
fn every_way_out_removes_the_sockets() {
    for (secure, signal) in
        [(false, Signal::TERM), (false, Signal::HUP), (true, Signal::INT), (true, Signal::QUIT)]
    {
        let place = Place::new();
        let mut program = horgos(&["present"]);
        program.env("XDG_RUNTIME_DIR", place.0.path());
        if secure {
            program.env("HORGOS_SECURE", "1");
        }
        let mut presenter = Pty::start(program, (80, 24));
        presenter.wait_for("1 of 10");
        let folder = std::fs::metadata(place.0.path().join("horgos")).expect("a folder").permissions();
        assert_eq!(folder.mode() & 0o777, 0o700);
        for name in ["stage.sock", "notes.sock"] {
            let socket = std::fs::metadata(place.socket(name)).expect("a socket").permissions();
            assert_eq!(socket.mode() & 0o777, 0o600, "{name}");
        }
        presenter.signal(signal);
        presenter.ended_well();
        assert_eq!(
            std::fs::read_dir(place.0.path().join("horgos")).expect("a folder").count(),
            0,
            "{signal:?}"
        );
    }
}

#[test]
fn a_second_talk_at_one_place_is_refused() {
    let place = Place::new();
    let _presenter = place.present();
    let refused = place.start(&["present"], (80, 24));
    let (status, text) = refused.ended_well();
    assert_eq!(status.exit_code(), 2);
    assert!(text.contains("another talk is running there"), "{text}");
    let mut apart = place.start(&["present", "--no-sockets"], (80, 24));
    apart.wait_for("1 of 10");
}

#[test]
fn who_may_follow_is_asked_for_together_with_a_place() {
    let place = Place::new();
    let refused = place.start(&["present", "--share", "all"], (80, 24));
    let (status, text) = refused.ended_well();
    assert_eq!(status.exit_code(), 2);
    assert!(text.contains("--share: the usual folder is closed to others"), "{text}");
    let path = place.0.path().join("talk.sock");
    let mut presenter =
        place.start(&["present", "--share", "group", "--stage", path.to_str().expect("text")], (80, 24));
    presenter.wait_for("1 of 10");
    let mode = std::fs::metadata(&path).expect("a socket").permissions().mode();
    assert_eq!(mode & 0o777, 0o660);
}

#[test]
fn without_a_screen_each_scene_is_printed_and_the_end_ends_it() {
    let place = Place::new();
    let mut presenter = place.present();
    let mut follower = Command::new(env!("CARGO_BIN_EXE_horgos"));
    follower.arg("follow").env("XDG_RUNTIME_DIR", place.0.path()).stdin(Stdio::null()).stdout(Stdio::piped());
    let mut follower = follower.spawn().expect("the program starts");
    let mut lines = BufReader::new(follower.stdout.take().expect("its output")).lines();
    let mut text = String::new();
    // A scene that is shown for a moment only may be left out, so each is waited for.
    let mut read_until = |words: &str| {
        while !text.contains(words) {
            text += &(lines.next().unwrap_or_else(|| panic!("{words} in\n{text}")).expect("a line") + "\n");
        }
        text.clone()
    };
    presenter.wait_for("1 follow");
    read_until("FOLLOWING 1 of 10");
    presenter.press("\x1b[6~");
    read_until("246.57 bn CNY");
    read_until("FOLLOWING 2 of 10");
    presenter.press("qq");
    let text = read_until("ENDED 2 of 10");
    assert!(follower.wait().expect("it ends with the talk").success(), "{text}");
    assert!(text.contains("FOLLOWING 2 of 10: Exports: 246.57 billion yuan"), "{text}");
    assert!(text.contains("246.57 bn CNY") && !text.contains('\x1b'), "{text}");
    assert!(text.trim_end().ends_with("ENDED 2 of 10"), "{text}");
}

#[test]
fn scenes_come_through_a_pipe_while_keys_come_from_the_terminal() {
    let place = Place::new();
    let talk = "{\"horgos\":1,\"stage\":\"hello\",\"steps\":3}\n{\"seq\":1,\"view\":\"horgos?zoom\",\"step\":2,\"title\":\"From a broker\"}\n";
    let file = place.0.path().join("talk.jsonl");
    std::fs::write(&file, talk).expect("a file");
    let line = format!("{} follow --stage - < {}", env!("CARGO_BIN_EXE_horgos"), file.display());
    let mut follower = Pty::start(pty::command("sh", &["-c", &line]), (80, 24));
    follower.wait_for("From a broker");
    follower.wait_for("PRESENTER AWAY · last at 2");
    assert!(!follower.text().contains("trying again"), "{}", follower.text());
    follower.press("q");
    assert_eq!(follower.ended_well().0.exit_code(), 0);
}

#[test]
fn a_broker_that_keeps_the_newest_line_alone_serves_those_who_come_late() {
    let place = Place::new();
    let file = place.0.path().join("retained");
    std::fs::write(
        &file,
        "{\"seq\":7,\"view\":\"leaders?zoom\",\"step\":6,\"title\":\"Kept by a broker\"}\n",
    )
    .expect("a file");
    let line =
        format!("(cat {}; sleep 60) | {} follow --stage -", file.display(), env!("CARGO_BIN_EXE_horgos"));
    let mut follower = Pty::start(pty::command("sh", &["-c", &line]), (80, 24));
    follower.wait_for("Kept by a broker");
    follower.wait_for("FOLLOWING 6");
    follower.press("\x03");
}

#[test]
fn nothing_that_a_follower_presses_writes_copies_or_suspends() {
    let place = Place::new();
    let _presenter = place.present();
    let mut program = horgos(&["follow"]);
    program.env("XDG_RUNTIME_DIR", place.0.path());
    program.cwd(place.0.path());
    let mut follower = Pty::start(program, (120, 36));
    follower.wait_for("FOLLOWING 1 of 10");
    follower.press("eyY\x1ap:export");
    follower.wait_for("No matching action");
    follower.press("\x1b?");
    follower.wait_for("follow the presenter again");
    for word in ["write the pane", "copy the row", "suspend"] {
        assert!(!follower.text().contains(word), "{word}:\n{}", follower.text());
    }
    assert!(!String::from_utf8_lossy(&follower.sent).contains("\x1b]52"), "the clipboard");
    eventually("only the sockets", || {
        (std::fs::read_dir(place.0.path()).expect("a folder").count() == 1).then_some(())
    });
    follower.press("\x03");
    follower.ended_well();
}
