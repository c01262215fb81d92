//! Secure mode: nothing leaves the dashboard but the screen, and nothing is read but the dataset that was named.
#![cfg(unix)]
#![allow(dead_code, reason = "not every test uses all of the support")]

#[path = "support/pty.rs"]
mod pty;
#[path = "support/skip.rs"]
mod skip;

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use pty::{Pty, horgos};
use skip::skip;
use tempfile::TempDir;

const HOME: &str = "theme = \"no such theme\"\n";

/// A home with a configuration file that is an error wherever it is read.
fn home() -> TempDir {
    let home = tempfile::tempdir().expect("a folder");
    fs::create_dir_all(home.path().join(".config/horgos")).expect("a folder");
    fs::write(home.path().join(".config/horgos/config.toml"), HOME).expect("a file");
    home
}

fn run(home: &Path, variables: &[(&str, &str)], arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_horgos"));
    command.env_clear().env("HOME", home).envs(variables.iter().copied()).args(arguments);
    command.output().expect("the program runs")
}

/// The dashboard in secure mode, large enough for every key in its footer.
fn secure(home: &Path) -> Pty {
    let mut program = horgos(&[]);
    program.env("HOME", home);
    program.env("HORGOS_SECURE", "1");
    program.cwd(home);
    let mut pty = Pty::start(program, (160, 50));
    pty.wait_for("q quit");
    pty
}

#[test]
fn nothing_is_written_copied_or_suspended() {
    let home = home();
    let mut pty = secure(home.path());
    pty.press("j");
    pty.wait_for("▸ Exports in USD");
    for word in ["e export", "y copy"] {
        assert!(!pty.text().contains(word), "{word}:\n{}", pty.text());
    }
    pty.press("eYyvy\x1bjkjk\x1a\r");
    pty.wait_for("Source");
    pty.press("ey\x1b:write");
    pty.wait_for("No matching action");
    pty.press("\x15suspend");
    pty.wait_for(":suspend");
    pty.wait_for("No matching action");
    pty.press("\x1b?");
    pty.wait_for("quit");
    pty.wait_for("Help");
    for word in ["write the pane", "copy the row", "suspend"] {
        assert!(!pty.text().contains(word), "{word}:\n{}", pty.text());
    }
    pty.press("qq");
    assert!(!String::from_utf8_lossy(&pty.sent).contains("\x1b]52"), "the clipboard");
    let (status, left) = pty.ended_well();
    assert_eq!((status.exit_code(), left.trim()), (0, ""));
    let files = fs::read_dir(home.path()).expect("the folder").count();
    assert_eq!(files, 1, "nothing but the configuration");
}

#[test]
fn the_same_keys_work_without_it() {
    let home = home();
    fs::remove_dir_all(home.path().join(".config")).expect("removed");
    let mut program = horgos(&[]);
    program.env("HOME", home.path());
    program.cwd(home.path());
    let mut pty = Pty::start(program, (160, 50));
    pty.wait_for("q quit");
    pty.press("j");
    pty.wait_for("e export");
    pty.press("y");
    pty.wait_for("row sent to the clipboard");
    pty.press("e\x15~/out.json\r");
    pty.wait_for("written: ");
    assert!(home.path().join("out.json").exists());
    pty.press("e\x15out.json\r\t");
    pty.wait_for("written: out.json");
    pty.press("q");
    assert_eq!(pty.ended_well().0.exit_code(), 0);
}

#[test]
fn no_configuration_is_read() {
    let home = home();
    let broken = run(home.path(), &[], &["config"]);
    assert_eq!(broken.status.code(), Some(2), "without secure mode the file is an error");
    let settings = run(home.path(), &[("HORGOS_SECURE", "1")], &["config"]);
    let shown = String::from_utf8_lossy(&settings.stdout);
    assert_eq!(settings.status.code(), Some(0));
    assert!(shown.starts_with("# no configuration file in secure mode\n"), "{shown}");
    for (arguments, name) in
        [(&["--config", "mine.toml"][..], "dashboard"), (&["config", "--config", "x"], "config")]
    {
        let refused = run(home.path(), &[("HORGOS_SECURE", "1")], arguments);
        assert_eq!(refused.status.code(), Some(2), "{name}");
        assert_eq!(
            String::from_utf8_lossy(&refused.stderr),
            "error: --config is not allowed in secure mode: HORGOS_SECURE is set\n",
            "{name}"
        );
    }
}

#[test]
fn the_doctor_says_if_it_is_on_and_what_the_sandbox_leaves() {
    let home = home();
    let said = |variables: &[(&str, &str)]| {
        let output = run(home.path(), variables, &["--doctor"]);
        (output.status.code(), String::from_utf8_lossy(&output.stdout).into_owned())
    };
    let of_nobody = u32::MAX.to_string();
    for (variable, line, sandbox) in [
        (("HORGOS_SECURE", "1"), "secure: yes, HORGOS_SECURE is set\n", "sandbox: no files"),
        (("SUDO_UID", &*of_nobody), "secure: yes, SUDO_UID is 4294967295\n", "sandbox: no files"),
        (("HORGOS_SECURE", ""), "secure: no\n", "sandbox: writes files and reads none"),
    ] {
        let variables: &[_] = if variable.0 == "HORGOS_SECURE" {
            &[("XDG_CONFIG_HOME", "/nonexistent"), variable]
        } else {
            &[variable]
        };
        let (code, shown) = said(variables);
        assert_eq!(code, Some(0), "{shown}");
        assert!(shown.contains(line), "{shown}");
        let none = "sandbox: none: no Landlock in this kernel\n";
        assert!(shown.contains(sandbox) || shown.contains(none), "{shown}");
    }
}

/// All threads of a running dashboard are inside, as the kernel tells of threads that gave up new privileges.
#[test]
#[cfg(target_os = "linux")]
fn every_thread_is_in_the_sandbox() {
    let home = home();
    let doctor = run(home.path(), &[("HORGOS_SECURE", "1")], &["--doctor"]);
    if String::from_utf8_lossy(&doctor.stdout).contains("no Landlock") {
        return skip("every_thread_is_in_the_sandbox", "this kernel has no Landlock");
    }
    let pty = secure(home.path());
    let tasks = fs::read_dir(format!("/proc/{}/task", pty.pid().as_raw_nonzero())).expect("threads");
    let statuses: Vec<String> = tasks
        .map(|task| fs::read_to_string(task.expect("a thread").path().join("status")).expect("a status"))
        .collect();
    assert!(statuses.len() >= 3, "main, watchdog and keyboard");
    for status in statuses {
        assert!(status.contains("NoNewPrivs:\t1\n"), "{status}");
    }
}
