//! Taking figures along: rows and panes for the clipboard, panes for files, and what is said of it.
#![cfg(unix)]
#![allow(dead_code, reason = "not every test uses all of the support")]

#[path = "support/pty.rs"]
mod pty;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use pty::{Pty, horgos};

/// An empty folder for one test.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("taking").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

/// The dashboard at work in `folder`.
fn dashboard_in(folder: &Path, size: (u16, u16)) -> Pty {
    let mut command = horgos(&[]);
    command.cwd(folder);
    let mut pty = Pty::start(command, size);
    pty.wait_for("? help");
    pty
}

/// The last text that the terminal was sent for its clipboard.
fn clipboard(pty: &Pty) -> String {
    const LETTERS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let sent = String::from_utf8_lossy(&pty.sent);
    let (_, sent) = sent.rsplit_once("\x1b]52;c;").expect("something was sent");
    let (encoded, _) = sent.split_once("\x1b\\").expect("an end");
    let (mut bits, mut held, mut bytes) = (0_u32, 0, Vec::new());
    for letter in encoded.trim_end_matches('=').chars() {
        let value = LETTERS.find(letter).expect("base64");
        bits = bits << 6 | u32::try_from(value).expect("six bits");
        held += 6;
        if held >= 8 {
            held -= 8;
            bytes.push(u8::try_from(bits >> held & 0xff).expect("a byte"));
        }
    }
    String::from_utf8(bytes).expect("UTF-8")
}

const EXPORTS: &str = "Exports\t246.57\tbn CNY\t2023\tGlobal Times, 2024-02-07, ¶1, contradicted";

#[test]
fn a_row_is_sent_for_the_clipboard_and_not_called_copied() {
    let mut pty = Pty::dashboard(&[], (120, 36));
    pty.press("y");
    pty.wait_for("row sent to the clipboard");
    assert_eq!(clipboard(&pty), EXPORTS);
    assert!(!pty.text().contains("copied"), "nobody knows whether it was");
    pty.press("2jjj");
    pty.wait_for("▸ Turkmenistan");
    assert!(!pty.text().contains("clipboard"), "what was said is gone with the next key");
    pty.press("y");
    pty.wait_for("row sent");
    assert_eq!(clipboard(&pty), "Turkmenistan\tnot published\t\t2023\tGlobal Times, 2024-02-07");
}

#[test]
fn the_open_figure_is_the_one_that_is_copied() {
    let mut pty = Pty::dashboard(&[], (120, 36));
    pty.press("4\rh\x1b[C");
    pty.press("y");
    pty.wait_for("citation sent to the clipboard");
    assert_eq!(clipboard(&pty), "\"88 percent\" — Global Times, 7 February 2024, ¶9 (gives no source)");
    pty.press("\x7fv");
    pty.wait_for("This view, for --view");
    pty.press("y");
    pty.wait_for("view sent to the clipboard");
    assert_eq!(clipboard(&pty), "leaders?row=total-zaf-growth");
}

#[test]
fn a_pane_is_sent_with_its_headings() {
    let mut pty = Pty::dashboard(&[], (80, 24));
    pty.press("5Y");
    pty.wait_for("2 rows sent to the clipboard");
    assert_eq!(
        clipboard(&pty),
        "Figure\tValue\tUnit\tPeriod\tSource\n\
         Road\t52.5\t%\t2023\tGlobal Times, 2024-02-07, ¶5\n\
         Rail\t44.5\t%\t2023\tGlobal Times, 2024-02-07, ¶5\n"
    );
}

#[test]
fn a_terminal_that_might_show_it_is_sent_nothing() {
    for term in ["linux", "vt100", "screen-256color"] {
        let mut command = horgos(&[]);
        command.env("TERM", term);
        let mut pty = Pty::start(command, (120, 36));
        pty.wait_for("q quit");
        pty.press("y");
        pty.wait_for("no clipboard known: press e");
        assert!(!String::from_utf8_lossy(&pty.sent).contains("\x1b]"));
    }
}

#[test]
fn tmux_is_sent_it_also_where_it_goes_by_the_name_of_screen() {
    let mut command = horgos(&[]);
    command.env("TERM", "screen-256color");
    command.env("TMUX", "/tmp/tmux-0/default,1,0");
    let mut pty = Pty::start(command, (120, 36));
    pty.wait_for("q quit");
    pty.press("y");
    pty.wait_for("row sent to the clipboard");
    assert_eq!(clipboard(&pty), EXPORTS);
}

#[test]
fn a_pane_is_written_to_the_file_that_is_named() {
    let folder = folder("written");
    let mut pty = dashboard_in(&folder, (120, 36));
    pty.press("4e");
    pty.wait_for("Write pane 4, Growth leaders, to a file");
    pty.wait_for("leaders.csv│");
    pty.press("\r");
    pty.wait_for("written: leaders.csv, 4 rows");
    let written = fs::read_to_string(folder.join("leaders.csv")).expect("the file");
    assert!(written.contains("total-mys-growth"), "{written}");
    assert_eq!(written.lines().count(), 5, "a heading and four rows");

    pty.press("e\x7f\x7f\x7fsvg\r");
    pty.wait_for("written: leaders.svg, 4 rows");
    let picture = fs::read_to_string(folder.join("leaders.svg")).expect("the file");
    assert!(picture.starts_with("<svg") && picture.contains("Malaysia"), "{picture}");
    assert!(!picture.contains("Write pane"), "the picture is of the pane, not of the question");
}

#[test]
fn a_file_that_is_there_is_written_over_only_when_asked_once_more() {
    let folder = folder("over");
    let file = folder.join("key-figures.csv");
    fs::write(&file, "mine").expect("a file");
    let mut pty = dashboard_in(&folder, (80, 24));
    pty.press("e\r");
    pty.wait_for("key-figures.csv exists. Tab overwrites it, or type another");
    pty.wait_for("Tab write over it");
    assert_eq!(fs::read_to_string(&file).expect("the file"), "mine");
    // Another name is asked about anew; so is the first one, come back to.
    pty.press("x\x7f");
    pty.wait_for("Enter write  ");
    pty.press("\r");
    pty.wait_for("Tab write over it");
    assert_eq!(fs::read_to_string(&file).expect("the file"), "mine");
    pty.press("\x7f\x7f\x7fmd\r");
    pty.wait_for("written: key-figures.md");
    pty.press("e\r\r\t");
    pty.wait_for("written: key-figures.csv");
    assert_ne!(fs::read_to_string(&file).expect("the file"), "mine");
}

#[test]
fn only_files_are_written_over() {
    let folder = folder("only");
    fs::create_dir(folder.join("a.csv")).expect("a folder");
    let mut pty = dashboard_in(&folder, (80, 24));
    pty.press("e\x15a.csv\r");
    pty.wait_for("a.csv could not be written: it is a folder; choose another place");
    let made = Command::new("mkfifo").arg(folder.join("pipe.csv")).status();
    assert!(made.is_ok_and(|status| status.success()), "mkfifo");
    pty.press("\x15pipe.csv\r");
    pty.wait_for("not a regular file");
    // A link stays a link, and nothing else is left behind.
    fs::write(folder.join("target.csv"), "mine").expect("a file");
    std::os::unix::fs::symlink("target.csv", folder.join("link.csv")).expect("a link");
    pty.press("\x15link.csv\r\t");
    pty.wait_for("written: link.csv, 13 rows");
    assert!(fs::symlink_metadata(folder.join("link.csv")).expect("the link").is_symlink());
    assert!(fs::read_to_string(folder.join("target.csv")).expect("the file").contains("exports-ca5"));
    assert_eq!(fs::read_dir(&folder).expect("the folder").count(), 4);
    // One that leads nowhere is not written through, however often that is asked for.
    std::os::unix::fs::symlink("nowhere.csv", folder.join("loose.csv")).expect("a link");
    pty.press("e\x15loose.csv\r\t");
    pty.wait_for("loose.csv could not be written: it is a link that leads nowhere;");
}

#[test]
fn an_export_of_a_search_holds_only_its_hits_and_says_so() {
    let folder = folder("found");
    let mut pty = dashboard_in(&folder, (80, 24));
    pty.press("/kaz\r2e\r");
    pty.wait_for("written: central-asia.csv, 1 of 5 rows");
}

#[test]
fn a_failed_save_says_why_and_the_name_can_be_corrected() {
    let folder = folder("why");
    let mut pty = dashboard_in(&folder, (80, 24));
    pty.press("ex\r");
    pty.wait_for("\"key-figures.csvx\" does not end in .csv, .json, .md, .svg or");
    pty.press("\x7f\x7f\x7f\x7f\x7f/a.csv\r");
    pty.wait_for("could not be written: its folder is not there;");
    pty.press("\x03");
    assert_eq!(pty.ended_well().0.exit_code(), 0);
    assert_eq!(fs::read_dir(&folder).expect("the folder").count(), 0);
}

#[test]
fn a_long_name_shows_its_end_where_it_is_typed() {
    let mut pty = dashboard_in(&folder("long"), (40, 12));
    pty.press(&format!("e\x15{}中文.csv", "long/".repeat(60)));
    pty.wait_for("…ong/long/long/中文.csv│");
    pty.wait_for("Endings");
    pty.press("\r");
    pty.wait_for("Not written");
}

#[test]
fn the_question_is_left_by_escape_and_without_a_name() {
    let folder = folder("left");
    let mut pty = dashboard_in(&folder, (40, 12));
    for leave in ["\x1b".to_owned(), "\x7f".repeat(40) + "\r", "\x15\r".to_owned()] {
        pty.press("e");
        pty.wait_for("Write pane 1");
        pty.press(&leave);
        pty.wait_for("▸ Exports");
    }
    assert_eq!(fs::read_dir(&folder).expect("the folder").count(), 0);
}

#[test]
fn each_pane_has_a_hint_at_first_sight_that_stays_while_one_moves() {
    for (size, first, second) in [
        ((120, 36), "Enter: how it was calculated, where", "s sorts by value, c compares all"),
        ((80, 24), "Enter: how it was calculated, where", "s sorts by value, c compares all"),
        ((40, 12), "Enter opens a figure", "s sorts, c compares"),
    ] {
        let mut pty = Pty::start(horgos(&[]), size);
        pty.wait_for(first);
        pty.wait_for("? help");
        // A key that means nothing sends nothing, so the hint stays.
        pty.press("x\t");
        pty.wait_for(second);
        assert!(!pty.text().contains(first));
        // It stays while one moves through the rows that it is about.
        pty.press("js");
        pty.wait_until("the hint is gone", |screen| !screen.contents().contains(second));
        pty.press("1j");
        pty.wait_for("▸ Exports in USD");
        assert!(!pty.text().contains(first), "only at first sight");
        pty.press("6");
        pty.wait_for("Enter: the proof");
    }
}
