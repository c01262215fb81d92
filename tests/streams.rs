//! Standard streams that are closed, full, or no terminal; and what the doctor says.
#![cfg(unix)]
#![allow(dead_code, reason = "not every test uses all of the support")]

#[path = "support/pty.rs"]
mod pty;
#[path = "support/run.rs"]
mod run;

use std::process::{Command, Output};

use pty::Pty;
use run::output;

const PROGRAM: &str = env!("CARGO_BIN_EXE_horgos");

fn shell(script: &str) -> Output {
    let script = script.replace("horgos", PROGRAM);
    output(Command::new("/bin/sh").args(["-c", &script]))
}

#[test]
fn a_reader_that_has_seen_enough_is_no_error() {
    let output = shell("horgos | head -n 1; horgos --help | head -n 1; horgos print | true");
    assert!(output.status.success());
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}

#[test]
fn closed_and_full_streams_neither_panic_nor_hang() {
    for script in ["horgos >&-", "horgos <&-", "horgos 2>&-", "horgos <&- >&- 2>&-", "horgos nothing 2>&-"] {
        let output = shell(script);
        assert!(matches!(output.status.code(), Some(0..=2)), "{script}: {output:?}");
        assert!(!String::from_utf8_lossy(&output.stderr).contains("panicked"), "{script}");
    }
    if std::path::Path::new("/dev/full").exists() {
        let output = shell("horgos >/dev/full");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(
            said.starts_with("error: standard output: ") && said.lines().count() == 1,
            "one sentence: {said}"
        );
        assert_eq!(shell("horgos nothing 2>/dev/full").status.code(), Some(2));
    }
}

#[test]
fn text_without_an_escape_byte_where_there_is_no_screen() {
    let forced = [("CLICOLOR_FORCE", "1"), ("COLORTERM", "truecolor"), ("TERM", "xterm-256color")];
    let output = output(Command::new(PROGRAM).envs(forced));
    assert!(output.status.success() && !output.stdout.contains(&0x1b));
    let mut dumb = pty::horgos(&[]);
    dumb.env("TERM", "dumb");
    let mut pty = Pty::start(dumb, (120, 40));
    pty.wait_for_silence();
    assert!(!pty.sent.contains(&0x1b));
    assert!(String::from_utf8_lossy(&pty.sent).contains("246.57"));
}

#[test]
fn a_file_is_in_utf_8_whatever_the_locale_and_a_terminal_gets_what_it_can_show() {
    let output = shell("LC_ALL=C horgos");
    assert!(String::from_utf8(output.stdout).is_ok_and(|text| text.contains('¶')));
    let mut dumb = pty::horgos(&[]);
    dumb.env("TERM", "dumb");
    dumb.env("LC_ALL", "C");
    let mut pty = Pty::start(dumb, (120, 40));
    pty.wait_for_silence();
    assert!(pty.sent.is_ascii());
    let ascii = shell("horgos print --glyphs ascii; horgos print --screen 80x24 --glyphs ascii --keys 2");
    assert!(ascii.stdout.is_ascii() && ascii.status.success());
}

#[test]
fn data_may_come_through_standard_input_while_keys_come_from_the_terminal() {
    let script = format!("'{PROGRAM}' - < assets/datapackage.json");
    let mut pty = Pty::start(pty::command("/bin/sh", &["-c", &script]), (120, 40));
    pty.wait_for("q quit");
    pty.press("jq");
    assert_eq!(pty.ended_well().0.exit_code(), 0);
}

#[test]
fn standard_input_that_the_dashboard_does_not_read_is_reported() {
    let reported = "standard input was not read: write horgos - to read it";
    let file = format!("'{PROGRAM}' < assets/datapackage.json");
    // The pipe is filled only when the dashboard is on the screen, as by a slow writer.
    let slow = format!("mkfifo \"$DIR/fifo\"; '{PROGRAM}' <> \"$DIR/fifo\"");
    for script in [file, slow] {
        let folder = tempfile::tempdir().expect("a folder");
        let mut command = pty::command("/bin/sh", &["-c", &script]);
        command.env("DIR", folder.path());
        let mut pty = Pty::start(command, (120, 40));
        pty.wait_for("q quit");
        if let Ok(mut fifo) = std::fs::File::options().write(true).open(folder.path().join("fifo")) {
            std::io::Write::write_all(&mut fifo, b"{}").expect("it is written");
        }
        pty.press("q");
        let (status, left) = pty.ended_well();
        assert_eq!(status.exit_code(), 0);
        assert_eq!(left.matches(reported).count(), 1, "{left}");
    }
}

#[test]
fn help_and_version_do_not_touch_the_terminal() {
    for argument in ["--help", "--version", "-V", "--doctor"] {
        let mut pty = Pty::start(pty::horgos(&[argument]), (120, 40));
        pty.wait_for_silence();
        assert!(!pty.sent.contains(&0x1b) && !pty.sent.is_empty(), "{argument}");
    }
}

#[test]
fn no_colour_is_sent_where_none_is_wanted_and_the_selection_stays() {
    for (arguments, variable) in
        [(vec![], "NO_COLOR"), (vec!["--color", "never"], "X"), (vec!["--theme", "mono"], "X")]
    {
        let mut command = pty::horgos(&arguments);
        command.env(variable, "1");
        let mut pty = Pty::start(command, (120, 40));
        pty.wait_for("q quit");
        let row = (0..40).find(|row| pty.screen().cell(*row, 1).is_some_and(|cell| cell.contents() == "▸"));
        let cell = pty.screen().cell(row.expect("a selected row"), 4).expect("a cell");
        assert!(cell.inverse(), "{arguments:?}");
        for (row, column) in (0..40).flat_map(|row| (0..120).map(move |column| (row, column))) {
            let cell = pty.screen().cell(row, column).expect("a cell");
            assert_eq!((cell.fgcolor(), cell.bgcolor()), (vt100::Color::Default, vt100::Color::Default));
        }
    }
}

#[test]
fn the_doctor_tells_the_same_keys_in_the_same_order() {
    let mut doctor = Command::new(PROGRAM);
    doctor.args(["--doctor", "--glyphs", "ascii"]).env_clear().envs([
        ("TERM", "xterm-256color"),
        ("COLORTERM", "true\u{1b}[2Jcolor"),
        ("LANG", "zh_CN.UTF-8"),
        ("STY", "1"),
    ]);
    let said = String::from_utf8(output(&mut doctor).stdout).expect("UTF-8");
    let lines: Vec<(&str, &str)> =
        said.lines().map(|line| line.split_once(": ").expect("key: value")).collect();
    let keys: Vec<&str> = lines.iter().map(|(key, _)| *key).collect();
    let expected = "version system terminal size TERM COLORTERM TERM_PROGRAM NO_COLOR CLICOLOR CLICOLOR_FORCE \
        HORGOS_NO_SYNC locale tmux screen ssh shows colours theme glyphs rising synchronized erase-characters \
        back-colour-erase move-to-column repeat secure sandbox";
    assert_eq!(keys.join(" "), expected);
    for (key, value) in [
        ("terminal", "no"),
        ("TERM", "xterm-256color"),
        ("COLORTERM", "true\\u{1b}[2Jcolor"),
        ("NO_COLOR", "not set"),
        ("locale", "zh_CN.UTF-8"),
        ("screen", "yes"),
        ("tmux", "no"),
        ("shows", "text"),
        ("colours", "256"),
        ("theme", "ansi"),
        ("glyphs", "ascii"),
        ("rising", "red"),
        ("secure", "no"),
    ] {
        assert!(lines.contains(&(key, value)), "{key}: {value} in\n{said}");
    }
}
