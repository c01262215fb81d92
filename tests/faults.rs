//! System calls that fail, one by one: wherever it happens the program ends, and the terminal is as before.
#![cfg(target_os = "linux")]
#![allow(dead_code, reason = "not every test uses all of the support")]

#[path = "support/pty.rs"]
mod pty;
#[path = "support/skip.rs"]
mod skip;

use std::process::{Command, Stdio};

use pty::{Pty, command};
use skip::skip;

/// Calls with the errors that they can have while everything is well otherwise. Those that only memory is asked with are left
/// out: without any, no program gets as far as a terminal.
const FAULTS: [(&str, &[&str]); 14] = [
    ("openat", &["ENFILE", "EACCES"]),
    ("read", &["EINTR", "EIO"]),
    ("write", &["EINTR", "EAGAIN"]),
    ("poll", &["EINTR", "ENOMEM"]),
    ("fcntl", &["EMFILE"]),
    ("fstat", &["EIO"]),
    ("socketpair", &["EMFILE"]),
    ("clone3", &["EAGAIN"]),
    ("rt_sigaction", &["EINVAL"]),
    ("readlink", &["EACCES"]),
    ("landlock_create_ruleset", &["ENOSYS", "EOPNOTSUPP", "ENOMEM"]),
    ("landlock_add_rule", &["EINVAL"]),
    ("landlock_restrict_self", &["EPERM", "E2BIG"]),
    ("prctl", &["EPERM"]),
];
/// How often a call is made before it fails.
const TIMES: u8 = 4;

#[test]
fn wherever_a_system_call_fails_the_terminal_is_given_back() {
    let test = "wherever_a_system_call_fails_the_terminal_is_given_back";
    let tracing = Command::new("strace").args(["-qq", "/bin/true"]).stderr(Stdio::null()).status();
    if !tracing.is_ok_and(|status| status.success()) {
        return skip(test, "strace is not installed, or may not trace");
    }
    for (call, errors) in FAULTS {
        let traced = format!("trace={call}");
        for error in errors {
            for time in 1..=TIMES {
                let fault = format!("inject={call}:error={error}:when={time}");
                let program = env!("CARGO_BIN_EXE_horgos");
                let arguments = ["-f", "-qq", "-o", "/dev/null", "-e", &traced, "-e", &fault, program];
                let mut pty = Pty::start(command("strace", &arguments), (100, 30));
                // It may have ended for the fault already; a key is lost then, and does no harm.
                pty.press("jq");
                let (status, _) = pty.ended_well();
                assert!([0, 1, 2].contains(&status.exit_code()), "{fault}: {status:?}");
            }
        }
    }
}
