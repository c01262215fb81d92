//! Following a talk over SSH, as docs/presenting.md has it: a real sshd as an ordinary process on the loopback address.
#![cfg(target_os = "linux")]
#![allow(dead_code, reason = "not every test uses all of the support")]

#[path = "support/pty.rs"]
mod pty;
#[path = "support/skip.rs"]
mod skip;

use std::fs;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

use pty::{Pty, command, eventually, horgos};
use skip::skip;
use tempfile::TempDir;

const SSHD: &str = "/usr/sbin/sshd";

/// A server that forces `horgos follow`, and a talk.
struct Hall {
    folder: TempDir,
    port: u16,
    server: Child,
    presenter: Pty,
}

impl Hall {
    fn open() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let path = |name: &str| folder.path().join(name).display().to_string();
        for key in ["host", "guest"] {
            let made =
                Command::new("ssh-keygen").args(["-q", "-t", "ed25519", "-N", "", "-f", &path(key)]).status();
            assert!(made.expect("ssh-keygen").success());
        }
        fs::copy(path("guest.pub"), path("authorized")).expect("a key");
        let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
        let port = free.local_addr().expect("an address").port();
        drop(free);
        let stage = path("stage.sock");
        // The lines of the document, with the places of this test.
        let lines = recipe()
            .replace("/etc/horgos-ssh/host_key", &path("host"))
            .replace("/etc/horgos-ssh/guests", &path("authorized"))
            .replace("/usr/local/bin/horgos", env!("CARGO_BIN_EXE_horgos"))
            .replace("/run/horgos/stage.sock", &stage)
            .replace(" /srv/trade/datapackage.json", "")
            .replace(
                "Port 2222",
                &format!("Port {port}\nListenAddress 127.0.0.1\nStrictModes no\nPidFile none"),
            );
        fs::write(path("config"), lines).expect("a file");
        if rustix::process::geteuid().is_root() {
            fs::create_dir_all("/run/sshd").expect("a folder for the server's separation of rights");
        }
        let log = fs::File::create(path("log")).expect("a file");
        let server =
            Command::new(SSHD).args(["-D", "-e", "-f", &path("config")]).stderr(log).spawn().expect("sshd");
        eventually("the server", || TcpStream::connect((Ipv4Addr::LOCALHOST, port)).ok());
        let mut program = horgos(&["present", "--stage", &stage, "--notes", &path("notes.sock")]);
        program.env("XDG_RUNTIME_DIR", folder.path());
        let mut presenter = Pty::start(program, (80, 24));
        presenter.wait_for("1 of 10");
        Self { folder, port, server, presenter }
    }

    /// Arguments of a client.
    fn client(&self, flags: &[&str], more: &[&str]) -> Vec<String> {
        let key = self.folder.path().join("guest").display().to_string();
        let user = std::env::var("USER").ok().filter(|_| !rustix::process::geteuid().is_root());
        let host = format!("{}@127.0.0.1", user.unwrap_or_else(|| "root".to_owned()));
        let mut all: Vec<String> =
            ["-F", "none", "-i", &key, "-o", "BatchMode=yes", "-o", "StrictHostKeyChecking=no"]
                .map(str::to_owned)
                .into();
        all.extend(["-o", "UserKnownHostsFile=/dev/null", "-o", "LogLevel=ERROR"].map(str::to_owned));
        all.extend(flags.iter().map(|flag| (*flag).to_owned()));
        all.extend(["-p".to_owned(), self.port.to_string(), host]);
        all.extend(more.iter().map(|word| (*word).to_owned()));
        all
    }

    fn follow(&self, more: &[&str], size: (u16, u16)) -> Pty {
        let all = self.client(&["-tt"], more);
        let words: Vec<&str> = all.iter().map(String::as_str).collect();
        Pty::start(command("ssh", &words), size)
    }

    fn run(&self, flags: &[&str], more: &[&str]) -> Output {
        let mut client = Command::new("ssh");
        client
            .args(self.client(flags, more))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        client.output().expect("ssh")
    }
}

impl Drop for Hall {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

/// The configuration in the document.
fn recipe() -> String {
    let document = include_str!("../docs/presenting.md");
    let (_, from) = document.split_once("```sshdconfig\n").expect("the recipe");
    from.split_once("```").expect("its end").0.to_owned()
}

#[test]
fn guests_see_the_talk_and_can_do_nothing_else() {
    let name = "guests_see_the_talk_and_can_do_nothing_else";
    if !Path::new(SSHD).exists() || Command::new("ssh").arg("-V").stderr(Stdio::null()).status().is_err() {
        return skip(name, "there is no sshd, or no ssh");
    }
    let mut hall = Hall::open();
    let mut guest = hall.follow(&[], (80, 24));
    guest.wait_for("FOLLOWING 1 of 10");
    hall.presenter.press("\x1b[6~");
    guest.wait_for("FOLLOWING 2 of 10");

    // A command that is sent along is not run: the talk is shown instead.
    let ran = hall.folder.path().join("ran");
    let mut other = hall.follow(&[&format!("touch {}", ran.display())], (60, 16));
    other.wait_for("FOLLOWING 2 of 10");
    assert!(!ran.exists());
    other.press("q");
    other.wait_for_silence();

    // No files, no tunnels.
    let files = hall.run(&["-s"], &["sftp"]);
    assert!(!files.status.success(), "{files:?}");
    let tunnel = hall.run(&["-W", "127.0.0.1:9"], &[]);
    assert!(!tunnel.status.success() && tunnel.stdout.is_empty(), "{tunnel:?}");
    let back = hall.run(&["-N", "-o", "ExitOnForwardFailure=yes", "-R", "0:127.0.0.1:9"], &[]);
    assert!(!back.status.success(), "{back:?}");

    // A terminal of any size harms nobody.
    let words: Vec<String> = hall.client(&["-tt"], &[]).iter().map(|word| format!("'{word}'")).collect();
    let line = format!("stty columns 65535 rows 65535; exec ssh {}", words.join(" "));
    let mut huge = Pty::start(command("sh", &["-c", &line]), (80, 24));
    huge.wait_for("FOLLOWING 2 of 10");
    hall.presenter.press("\x1b[6~");
    guest.wait_for("FOLLOWING 3 of 10");
    huge.press("q");
    huge.wait_for_silence();
    guest.press("q");
    guest.wait_for_silence();
}
