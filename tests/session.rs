//! The program in a real terminal: entering it, and every way of leaving it.
#![cfg(unix)]
#![allow(dead_code, reason = "not every test uses all of the support")]

#[path = "support/pty.rs"]
mod pty;
#[path = "support/skip.rs"]
mod skip;

use std::fs::File;
use std::io::Write;
use std::path::PathBuf;
use std::process::Command;
use std::sync::Arc;
use std::time::Duration;

use portable_pty::CommandBuilder;
use pty::{Pty, command, horgos};
use rustix::fs::{Mode, OFlags};
use rustix::process::{Signal, kill_process};
use tempfile::TempDir;

/// How long the program may outlive its terminal.
const SOON: Duration = Duration::from_secs(3);

#[test]
fn it_opens_on_the_figures_answers_a_key_and_leaves_no_trace() {
    let mut pty = Pty::dashboard(&[], (120, 36));
    pty.wait_for("▸ Exports                246.57 bn CNY");
    pty.press("j");
    pty.wait_for("▸ Exports in USD          34.3  bn USD");
    pty.press("q");
    let (status, left) = pty.ended_well();
    assert_eq!((status.exit_code(), left.trim()), (0, ""));
}

#[test]
fn every_key_that_quits_gives_the_terminal_back() {
    for keys in ["q", "\x03", "й", "ｑ", "?qq", "?\x03", "2z\rqq"] {
        let mut pty = Pty::dashboard(&[], (120, 40));
        pty.press(keys);
        let (status, left) = pty.ended_well();
        assert_eq!((status.exit_code(), status.signal()), (0, None), "{keys:?}");
        assert_eq!(left.trim(), "", "nothing is left behind after {keys:?}");
    }
}

#[test]
fn signals_end_it_by_their_own_status_and_the_terminal_is_as_before() {
    for (signal, name) in [
        (Signal::TERM, "Terminated"),
        (Signal::HUP, "Hangup"),
        (Signal::INT, "Interrupt"),
        (Signal::QUIT, "Quit"),
        (Signal::ALARM, "Alarm clock"),
        (Signal::USR1, "User defined signal 1"),
        (Signal::USR2, "User defined signal 2"),
        (Signal::XCPU, "CPU time limit exceeded"),
        (Signal::XFSZ, "File size limit exceeded"),
        (Signal::VTALARM, "Virtual timer expired"),
        (Signal::PROF, "Profiling timer expired"),
        (Signal::ABORT, "Aborted"),
    ] {
        let rare = ![Signal::TERM, Signal::HUP, Signal::INT, Signal::QUIT].contains(&signal);
        for keys in if rare { &["m"][..] } else { &["", "m", "?"] } {
            let mut pty = Pty::dashboard(&[], (120, 40));
            pty.press(keys);
            match *keys {
                "m" => pty.wait_for("mouse is on"),
                "?" => pty.wait_for("Help"),
                _ => {}
            }
            pty.signal(signal);
            let (status, left) = pty.ended_well();
            assert!(status.signal().is_some_and(|said| said.starts_with(name)), "{status:?} of {signal:?}");
            assert_eq!(left.trim(), "");
        }
    }
}

/// A signal without a status of its own ends with the code that a shell reports for the signal.
#[test]
#[cfg(target_os = "linux")]
fn signals_without_a_name_give_the_terminal_back_too() {
    for signal in [29, 30, 34, 64] {
        let mut pty = Pty::dashboard(&[], (120, 40));
        pty.press("m");
        pty.wait_for("mouse is on");
        let pid = pty.pid().as_raw_nonzero().to_string();
        let kill = Command::new("/bin/sh").args(["-c", &format!("kill -{signal} {pid}")]).status();
        assert!(kill.is_ok_and(|status| status.success()));
        assert_eq!(pty.ended_well().0.exit_code(), 128 + signal);
    }
}

/// A connection that stands still for a while shows the shell's screen when it goes on.
#[test]
#[cfg(target_os = "linux")]
fn a_terminal_that_takes_nothing_while_the_program_ends_is_given_back_when_it_goes_on() {
    let mut program = horgos(&["--theme", "dark"]);
    large_frame(&mut program);
    let mut pty = Pty::start(program, (500, 200));
    pty.wait_until("the session", vt100::Screen::alternate_screen);
    pty.signal(Signal::TERM);
    pty.wait_for_end_unread();
    let (status, left) = pty.ended_well();
    assert!(status.signal().is_some_and(|said| said.starts_with("Terminated")), "{status:?}");
    assert_eq!(left.trim(), "");
}

/// In the background it waits for the shell to call it, and can be ended meanwhile.
#[test]
#[cfg(target_os = "linux")]
fn a_job_in_the_background_stops_and_kill_ends_it() {
    let program = env!("CARGO_BIN_EXE_horgos");
    for (start, keys) in [(format!("'{program}' &"), ""), (format!("'{program}'; bg;"), "\x1a")] {
        let stopped = "until grep -q '^State:.T' /proc/$!/status; do sleep 0.02; done";
        let ended = "while test -d /proc/$!; do sleep 0.02; done";
        let script = format!("set -m; {start} {stopped}; kill %1; {ended}; echo ENDED");
        let mut pty = Pty::start(command("/bin/bash", &["--norc", "-c", &script]), (80, 24));
        if !keys.is_empty() {
            pty.wait_for("q quit");
            pty.press(keys);
        }
        pty.wait_for("ENDED");
        pty.ended_well();
    }
}

/// Not a test by itself: the next test runs it in a terminal.
#[test]
#[ignore = "panics in the terminal that the next test gives it"]
fn a_thread_that_panics() {
    let session = Arc::new(horgos::terminal::Session::open().expect("a terminal"));
    horgos::terminal::leave_on_panic(&session);
    let watchdog = horgos::terminal::Watchdog::new(&session).expect("handlers");
    std::thread::spawn(|| watchdog.watch());
    session.take().expect("a terminal");
    let thread = std::thread::spawn(|| panic!("on purpose"));
    let _ = thread.join();
}

#[test]
fn a_panic_in_any_thread_restores_the_terminal_before_it_is_reported() {
    let itself = std::env::current_exe().expect("a name");
    let arguments = ["--ignored", "--exact", "a_thread_that_panics", "--nocapture"];
    let pty = Pty::start(command(&itself.to_string_lossy(), &arguments), (120, 40));
    let (status, left) = pty.ended_well();
    assert_eq!(status.exit_code(), 101);
    assert!(left.contains("on purpose"), "reported on the ordinary screen:\n{left}");
}

/// The program as it is, and with SIGHUP ignored.
fn both_ways(arguments: &[&str]) -> [CommandBuilder; 2] {
    const NOHUP: &str = "trap '' HUP; exec \"$@\"";
    let program = ["-c", NOHUP, "sh", env!("CARGO_BIN_EXE_horgos")];
    [horgos(arguments), command("/bin/sh", &[&program, arguments].concat())]
}

/// Closes the terminal under the program, started both ways, once `keys` have made it show `sign`.
fn ends_with_its_terminal(keys: &str, sign: &str) {
    for program in both_ways(&[]) {
        let mut pty = Pty::start(program, (120, 40));
        pty.wait_for("q quit");
        pty.press(keys);
        pty.wait_for(sign);
        // Ctrl-L makes it send a whole frame.
        pty.press("\x0c");
        let (took, _) = pty.close();
        assert!(took < SOON, "{took:?}");
    }
}

#[test]
fn it_ends_when_the_terminal_goes_away_while_nothing_happens() {
    ends_with_its_terminal("j", "▸ Exports in USD");
}

#[test]
fn it_ends_when_the_terminal_goes_away_while_the_help_is_open() {
    ends_with_its_terminal("?", "Help");
}

/// Makes frames larger than a terminal buffers: each cell has a background, and erasing does not keep it.
fn large_frame(program: &mut CommandBuilder) {
    program.env("TERM", "screen");
    program.env("COLORTERM", "truecolor");
}

#[test]
fn it_ends_when_the_terminal_goes_away_while_it_is_full() {
    for hup in ["", "trap '' HUP; "] {
        let script = format!("{hup}exec '{}' --theme dark", env!("CARGO_BIN_EXE_horgos"));
        let mut program = command("/bin/sh", &["-c", &script]);
        large_frame(&mut program);
        let pty = Pty::start(program, (500, 200));
        let (took, _) = pty.close();
        assert!(took < SOON, "{took:?}");
    }
}

#[test]
fn a_signal_ends_it_also_while_the_terminal_is_full() {
    let mut program = horgos(&["--theme", "dark"]);
    large_frame(&mut program);
    let mut pty = Pty::start(program, (500, 200));
    pty.wait_until("the session", vt100::Screen::alternate_screen);
    pty.signal(Signal::TERM);
    pty.wait_for_silence();
    let (took, status) = pty.close();
    assert!(took < SOON, "{took:?}");
    assert!(status.signal().is_some_and(|said| said.starts_with("Terminated")), "{status:?}");
}

/// A terminal of another user cannot be opened a second time, so a write to it blocks while it is full.
#[test]
fn a_signal_ends_it_also_while_a_full_terminal_of_somebody_else_is_written_to() {
    let test = "a_signal_ends_it_also_while_a_full_terminal_of_somebody_else_is_written_to";
    let hide = "mount -t tmpfs none /dev/pts";
    let Some(options) = unshare(test, &["--mount"], hide) else { return };
    let script = format!("{hide} && exec '{}' --theme dark", env!("CARGO_BIN_EXE_horgos"));
    let mut program = command("unshare", &[&options[..], &["/bin/sh", "-c", &script]].concat());
    large_frame(&mut program);
    let mut pty = Pty::start(program, (500, 200));
    pty.wait_for("Key figures");
    pty.signal(Signal::TERM);
    let status = pty.ended();
    assert!(status.signal().is_some_and(|said| said.starts_with("Terminated")), "{status:?}");
}

#[test]
fn whatever_the_system_refuses_the_terminal_is_given_back() {
    for files in 3..=14 {
        let script = format!("ulimit -n {files} && exec '{}'", env!("CARGO_BIN_EXE_horgos"));
        let mut pty = Pty::start(command("/bin/sh", &["-c", &script]), (120, 40));
        pty.press("q");
        pty.ended_well();
    }
}

/// The screen of a fresh start at this size.
fn fresh(size: (u16, u16)) -> String {
    Pty::dashboard(&[], size).text()
}

#[test]
fn ctrl_z_gives_the_terminal_to_the_shell_and_fg_paints_everything_at_the_new_size() {
    let script =
        format!("set -m; '{}'; echo STOPPED; read line; fg; echo ENDED $?", env!("CARGO_BIN_EXE_horgos"));
    let mut pty = Pty::start(command("/bin/sh", &["-c", &script]), (120, 40));
    pty.wait_for("q quit");
    pty.press("\x1a");
    pty.wait_for("STOPPED");
    assert!(!pty.screen().alternate_screen() && !pty.screen().hide_cursor(), "the shell has its screen");
    pty.resize(100, 30);
    pty.press("\n");
    let expected = fresh((100, 30));
    pty.wait_until("the new size", |screen| screen.contents() == expected);
    pty.press("q");
    pty.wait_for("ENDED 0");
    pty.ended_well();
}

/// Waits until the dashboard shows this, then quits it.
fn ends_showing(mut pty: Pty, expected: &str) {
    pty.wait_until("the new size", |screen| screen.contents() == expected);
    pty.press("q");
    assert_eq!(pty.ended_well().0.exit_code(), 0);
}

/// Window managers resize a terminal just when the program in it starts.
#[test]
fn a_new_size_is_not_missed_while_it_starts() {
    let expected = fresh((80, 24));
    for _ in 0..20 {
        let mut pty = Pty::start(horgos(&[]), (120, 40));
        pty.wait_until("the session", vt100::Screen::alternate_screen);
        pty.resize(80, 24);
        ends_showing(pty, &expected);
    }
}

#[test]
fn a_stop_from_outside_ends_in_the_same_picture() {
    let mut pty = Pty::dashboard(&[], (120, 40));
    pty.signal(Signal::STOP);
    pty.resize(80, 24);
    pty.signal(Signal::CONT);
    ends_showing(pty, &fresh((80, 24)));
}

/// A dataset in a named pipe, which arrives as fast as the test writes it.
struct Pipe(TempDir);

impl Pipe {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let pipe = Self(folder);
        assert!(Command::new("mkfifo").arg(pipe.path()).status().expect("mkfifo").success());
        pipe
    }

    fn path(&self) -> PathBuf {
        self.0.path().join("dataset.json")
    }

    fn name(&self) -> String {
        self.path().to_string_lossy().into_owned()
    }

    /// The end to write to, once the program has opened the other.
    fn is_read(&self) -> File {
        let flags = OFlags::WRONLY | OFlags::NONBLOCK | OFlags::CLOEXEC;
        let open = || rustix::fs::open(self.path(), flags, Mode::empty()).ok();
        pty::eventually("somebody who reads the dataset", open).into()
    }
}

/// Signals are handled before the dataset is read, but the screen is entered only once the dataset is known to be right.
#[test]
fn a_stop_while_the_dataset_is_read_does_not_take_the_terminal() {
    let pipe = Pipe::new();
    let pty = Pty::start(horgos(&[&pipe.name()]), (80, 24));
    let mut dataset = pipe.is_read();
    for byte in b"no dataset" {
        pty.signal(Signal::STOP);
        pty.signal(Signal::CONT);
        dataset.write_all(&[*byte]).expect("the program reads it");
        let left = || rustix::io::ioctl_fionread(&dataset).expect("a pipe");
        pty::eventually("it to read on", || (left() == 0).then_some(()));
    }
    drop(dataset);
    let (status, left) = pty.ended_well();
    assert_eq!(status.exit_code(), 2);
    assert!(left.contains("neither a Data Package"), "{left}");
}

#[test]
fn a_signal_ends_it_also_while_the_dataset_is_read() {
    let pipe = Pipe::new();
    let pty = Pty::start(horgos(&[&pipe.name()]), (80, 24));
    let dataset = pipe.is_read();
    pty.signal(Signal::TERM);
    let (status, left) = pty.ended_well();
    assert!(status.signal().is_some_and(|said| said.starts_with("Terminated")), "{status:?}");
    assert_eq!(left, "");
    drop(dataset);
}

#[test]
fn it_ends_when_the_terminal_goes_away_while_the_dataset_is_read() {
    let pipe = Pipe::new();
    for program in both_ways(&[&pipe.name()]) {
        let mut pty = Pty::start(program, (80, 24));
        let dataset = pipe.is_read();
        pty.press("j");
        let (took, _) = pty.close();
        assert!(took < SOON, "{took:?}");
        drop(dataset);
    }
}

#[test]
fn ctrl_z_is_refused_where_no_shell_could_come_back() {
    let mut pty = Pty::dashboard(&[], (120, 40));
    pty.press("\x1aj");
    pty.wait_for("▸ Exports in USD");
    pty.signal(Signal::TSTP);
    pty.press("j");
    pty.wait_for("▸ Exports, growth");
    pty.press("q");
    assert_eq!(pty.ended_well().0.exit_code(), 0);
}

#[test]
fn ctrl_z_is_refused_where_the_shell_would_be_stopped_too() {
    let script = format!("cd /; '{}'; echo ENDED $?", env!("CARGO_BIN_EXE_horgos"));
    goes_on_after_ctrl_z(command("/bin/sh", &["-c", &script]));
}

/// Presses Ctrl-Z under a shell that could not resume the program, which goes on.
fn goes_on_after_ctrl_z(shell: CommandBuilder) {
    let mut pty = Pty::start(shell, (120, 40));
    pty.wait_for("q quit");
    pty.press("\x1aj");
    pty.wait_for("▸ Exports in USD");
    pty.press("q");
    pty.wait_for("ENDED 0");
    pty.ended_well();
}

/// The options of unshare(1) for namespaces in which `first` works. Where the system refuses
/// them, skips the test and returns `None`.
fn unshare(test: &str, world: &[&'static str], first: &str) -> Option<Vec<&'static str>> {
    let all = [&["--user", "--map-root-user"], world].concat();
    let starts = Command::new("unshare").args(&all).args(["/bin/sh", "-c", first]).status();
    if !starts.is_ok_and(|status| status.success()) {
        skip::skip(test, "unshare(1) is not installed or not permitted");
        return None;
    }
    Some(all)
}

/// Makes a command the first process of a container.
const CONTAINER: [&str; 2] = ["--pid", "--fork"];

/// In a container the session leader may live outside, without an id inside.
#[test]
fn ctrl_z_is_refused_where_the_session_belongs_to_nobody_inside() {
    let test = "ctrl_z_is_refused_where_the_session_belongs_to_nobody_inside";
    let Some(options) = unshare(test, &CONTAINER, "true") else { return };
    let script = format!("'{}'; echo ENDED $?", env!("CARGO_BIN_EXE_horgos"));
    goes_on_after_ctrl_z(command("unshare", &[&options[..], &["/bin/sh", "-c", &script]].concat()));
}

/// Default actions of signals spare the first process of a container, so it exits with the code a shell would report.
#[test]
fn a_signal_ends_it_as_the_first_process_of_a_container_too() {
    let test = "a_signal_ends_it_as_the_first_process_of_a_container_too";
    let Some(options) = unshare(test, &CONTAINER, "true") else { return };
    let program = [env!("CARGO_BIN_EXE_horgos")];
    let mut pty = Pty::start(command("unshare", &[&options[..], &program].concat()), (120, 40));
    pty.wait_for("q quit");
    kill_process(pty.child(), Signal::TERM).expect("a running program");
    let (status, left) = pty.ended_well();
    assert_eq!((status.exit_code(), left.trim()), (143, ""), "{status:?}");
}

/// Alt-B and, from many terminals, Option-Left arrive as Escape and a letter: typed text must not be lost to them.
#[test]
fn a_word_back_or_on_leaves_what_is_typed() {
    let mut pty = Pty::dashboard(&[], (80, 24));
    pty.press("/rail");
    pty.wait_for("/rail");
    pty.press("\x1bb");
    pty.press("x");
    pty.wait_for("/xrail");
    pty.press("\x1bfy");
    pty.wait_for("/xraily");
    pty.press("\x1b");
    pty.wait_until("the line is closed", |screen| !screen.contents().contains("xraily"));
    // Without a line, the same bytes are two keys that a slow connection has joined.
    pty.press("?");
    pty.wait_for("Help ");
    pty.press("\x1bq");
    assert_eq!(pty.ended_well().0.exit_code(), 0);
}
