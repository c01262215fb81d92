//! The program inside tmux, where that is installed.
#![cfg(unix)]

#[path = "support/run.rs"]
mod run;
#[path = "support/skip.rs"]
mod skip;

use std::process::{Command, Output};
use std::time::{Duration, Instant};

use run::output;

/// A server of our own, which nobody else knows of.
struct Tmux(String);

impl Tmux {
    fn run(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new("tmux");
        command
            .args(["-L", &self.0, "-f", "/dev/null"])
            .args(arguments)
            .env_remove("TMUX")
            .env("LC_ALL", "C.UTF-8");
        output(&mut command)
    }

    fn wait_for(&self, text: &str) -> String {
        let end = Instant::now() + Duration::from_secs(60);
        loop {
            let shown = String::from_utf8_lossy(&self.run(&["capture-pane", "-p"]).stdout).into_owned();
            if shown.contains(text) {
                return shown;
            }
            assert!(Instant::now() < end, "waited for {text:?}:\n{shown}");
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Tmux {
    fn drop(&mut self) {
        self.run(&["kill-server"]);
    }
}

#[test]
fn inside_tmux_it_shows_the_same() {
    if Command::new("tmux").arg("-V").output().is_err() {
        return skip::skip("inside_tmux_it_shows_the_same", "tmux is not installed");
    }
    let tmux = Tmux(format!("horgos-test-{}", std::process::id()));
    let program = format!("exec '{}'", env!("CARGO_BIN_EXE_horgos"));
    tmux.run(&["-u", "new-session", "-d", "-x", "120", "-y", "40", &program]);
    let shown = tmux.wait_for("q quit");
    let printed = output(Command::new(env!("CARGO_BIN_EXE_horgos")).args(["print", "--screen", "120x40"]));
    let printed = String::from_utf8(printed.stdout).expect("UTF-8");
    // Bars are blanks with a colour in a terminal, and the status line of tmux may take the last line.
    let plain = |text: &str| {
        let lines = text.lines().take(20).map(|line| line.replace('█', " ").trim_end().to_owned());
        lines.collect::<Vec<_>>().join("\n")
    };
    assert!(shown.contains("▸ Exports "));
    assert_eq!(plain(&shown).lines().next(), plain(&printed).lines().next());
    tmux.run(&["send-keys", "2", "j"]);
    tmux.wait_for("▸ Kazakhstan");
    tmux.run(&["send-keys", "?"]);
    tmux.wait_for("Help");
    tmux.run(&["resize-window", "-x", "80", "-y", "24"]);
    tmux.run(&["send-keys", "Escape"]);
    tmux.wait_for("▸ Kazakhstan");
}
