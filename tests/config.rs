//! The configuration as the program reads and prints it.
#![allow(dead_code, reason = "not every test uses all of the support")]

#[cfg(unix)]
#[path = "support/pty.rs"]
mod pty;

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

/// An empty home for a test, with a configuration file in the usual place.
fn home(name: &str, text: &str) -> PathBuf {
    let home = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&home);
    fs::create_dir_all(home.join(".config/horgos")).expect("a folder");
    fs::write(home.join(".config/horgos/config.toml"), text).expect("a file");
    home
}

fn run(home: &PathBuf, variables: &[(&str, &str)], arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_horgos"));
    command.env_clear().env("HOME", home).env("TERM", "xterm-256color").env("LANG", "en_GB.UTF-8");
    command.envs(variables.iter().copied()).args(arguments).stdin(Stdio::null());
    command.output().expect("the program runs")
}

/// The output below the line that names the file.
fn printed(home: &PathBuf, variables: &[(&str, &str)], arguments: &[&str]) -> String {
    let output = run(home, variables, &[&["config"], arguments].concat());
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let shown = String::from_utf8(output.stdout).expect("UTF-8");
    shown.split_once('\n').expect("lines").1.to_owned()
}

#[test]
fn every_value_comes_with_its_origin() {
    let home = home("origins", "theme = \"dark\"\nview = \"leaders?zoom\"\n");
    let expected = "\
theme = \"dark\"         # file, line 1
glyphs = \"unicode\"     # default, by locale and TERM
rising = \"red\"         # option, --rising
view = \"leaders?zoom\"  # file, line 2
sync = false           # environment, HORGOS_NO_SYNC
";
    assert_eq!(printed(&home, &[("HORGOS_NO_SYNC", "1")], &["--rising", "red"]), expected);
}

#[test]
fn no_colour_goes_before_a_theme() {
    let home = home("colourless", "theme = \"dark\"\n");
    let theme = |variables: &[(&str, &str)], arguments: &[&str]| {
        printed(&home, variables, arguments)
            .lines()
            .next()
            .unwrap_or_default()
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    };
    assert_eq!(theme(&[("NO_COLOR", "1")], &[]), "theme = \"mono\" # environment, NO_COLOR");
    assert_eq!(theme(&[("TERM", "vt220")], &[]), "theme = \"mono\" # environment, TERM");
    assert_eq!(theme(&[], &["--color", "never"]), "theme = \"mono\" # option, --color");
    assert_eq!(theme(&[("NO_COLOR", "1")], &["--color", "always"]), "theme = \"dark\" # file, line 1");
    assert_eq!(theme(&[], &["--theme", "light"]), "theme = \"light\" # option, --theme");
}

#[test]
fn a_printed_configuration_can_be_the_file() {
    let first = home("first", "theme = \"high-contrast\"\nglyphs = \"ascii\"\nsync = false\n");
    let second = home("second", &printed(&first, &[], &[]));
    let values = |shown: &str| -> Vec<String> {
        shown.lines().map(|line| line.split('#').next().unwrap_or("").trim().to_owned()).collect()
    };
    assert_eq!(values(&printed(&first, &[], &[])), values(&printed(&second, &[], &[])));
}

#[test]
fn a_file_with_mistakes_is_reported_and_exits_with_2() {
    let home = home("wrong", "theme = \"drak\"\nsync = 1\n");
    let output = run(&home, &[], &["config"]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2));
    assert!(said.contains("config.toml:1:9: theme: \"drak\" is none of ansi, light, "), "{said}");
    assert!(said.contains("config.toml:2:8: sync: is an integer where true or false was expected"), "{said}");
    let output = run(&home, &[], &["config", "--config", "/no/such.toml"]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(
        (output.status.code(), said.as_str()),
        (Some(2), "error: /no/such.toml: no such file or directory\n")
    );
}

#[test]
fn a_home_without_a_file_has_the_defaults() {
    let home = PathBuf::from("/no/such/home");
    let output = run(&home, &[], &["config"]);
    let shown = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        shown.starts_with("# /no/such/home/.config/horgos/config.toml (not found)\ntheme = \"ansi\""),
        "{shown}"
    );
    assert_eq!(shown.matches("# default").count(), 5, "{shown}");
}

#[test]
fn a_home_that_cannot_be_read_is_warned_of_and_has_the_defaults() {
    // A file in place of the folder: not even root can read a file below it.
    let home = home("unreadable", "");
    fs::remove_dir_all(home.join(".config")).expect("the folder is ours");
    fs::write(home.join(".config"), "").expect("a file");
    for arguments in [&["config"][..], &["--doctor"]] {
        let output = run(&home, &[], arguments);
        let warned = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {warned}");
        let expected = "/.config/horgos/config.toml: not a directory; the defaults are used\n";
        assert!(warned.starts_with("warning: ") && warned.ends_with(expected), "{warned}");
    }
    let shown = String::from_utf8(run(&home, &[], &["config"]).stdout).expect("UTF-8");
    assert!(shown.lines().next().is_some_and(|line| line.ends_with("(cannot be read)")), "{shown}");
    assert_eq!(shown.matches("# default").count(), 5, "{shown}");
}

#[test]
fn a_configuration_without_an_end_is_not_read() {
    let home = home("endless", "");
    let output = run(&home, &[], &["config", "--config", "/dev/zero"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "error: /dev/zero: larger than 65,536 bytes\n");
    let empty = run(&home, &[], &["config", "--config", "/dev/null"]);
    assert_eq!(empty.status.code(), Some(0), "an empty device is a way to have no settings");
    let pipe = home.join("pipe.toml");
    let made = Command::new("mkfifo").arg(&pipe).status();
    assert!(made.is_ok_and(|status| status.success()), "mkfifo");
    let output = run(&home, &[], &["config", "--config", pipe.to_str().expect("UTF-8")]);
    assert_eq!(output.status.code(), Some(2), "it is not waited for");
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(told.ends_with("pipe.toml: not a regular file\n"), "{told}");
    let file = home.join(".config/horgos/config.toml");
    fs::remove_file(&file).expect("the file is ours");
    fs::create_dir(&file).expect("a folder in its place");
    let output = run(&home, &[], &["config"]);
    let warned = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(0));
    assert!(warned.ends_with("config.toml: not a regular file; the defaults are used\n"), "{warned}");
}

/// Printed figures are not a matter of taste: the file does not affect them, even if it is wrong.
#[test]
fn printing_does_not_depend_on_the_file() {
    let (some, none) =
        (home("some", "glyphs = \"ascii\"\nview = \"nothing\"\nsync = 3\n"), PathBuf::from("/no/such/home"));
    for arguments in [&[][..], &["print"], &["print", "--screen", "80x24"]] {
        let (with, without) = (run(&some, &[], arguments), run(&none, &[], arguments));
        assert_eq!((with.status.code(), with.stdout), (Some(0), without.stdout), "{arguments:?}");
    }
}

#[cfg(unix)]
#[test]
fn a_configured_view_that_a_dataset_lacks_is_reported_and_ignored() {
    let home = home("elsewhere", "theme = \"mono\"\nview = \"elsewhere?zoom\"\n");
    let mut command = pty::horgos(&[]);
    command.env("HOME", &home);
    let mut pty = pty::Pty::start(command, (120, 40));
    pty.wait_for("1 warning (W)");
    pty.press("W");
    pty.wait_for("view: no pane has the id \"elsewhere\"");
    pty.press("qq");
    let (status, left) = pty.ended_well();
    assert_eq!(status.exit_code(), 0);
    assert!(left.contains("config.toml:2: warning: view: no pane has the id \"elsewhere\""), "{left}");
}
