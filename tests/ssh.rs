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

/// A server, and a talk on the same machine.
struct Hall {
    folder: TempDir,
    port: u16,
    server: Child,
    presenter: Pty,
}

impl Hall {
    /// A server with this configuration, in which the places of the document become those of this test.
    fn open(configuration: &str) -> Self {
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
        let lines = configuration
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

const DOCUMENT: &str = include_str!("../docs/presenting.md");

/// The configuration in the document, which forces `horgos follow`.
fn recipe() -> &'static str {
    let (_, from) = DOCUMENT.split_once("```sshdconfig\n").expect("the recipe");
    from.split_once("```").expect("its end").0
}

/// A server as many machines have one, with the line that the document asks for.
const USUAL: &str = "Port 2222
HostKey /etc/horgos-ssh/host_key
AuthorizedKeysFile /etc/horgos-ssh/guests
StreamLocalBindUnlink yes
AcceptEnv LANG LC_*
";

/// The words between `ssh` and `host` of the line in the document that begins so, with the places of this test.
fn flags(start: &str, places: &[(&str, String)]) -> Vec<String> {
    let line = DOCUMENT.lines().find(|line| line.starts_with(start)).expect("a recipe");
    let words = line.strip_prefix("ssh ").and_then(|line| line.strip_suffix(" host")).expect("a client");
    let place = |word: &str| {
        places.iter().fold(word.to_owned(), |word, (documented, ours)| word.replace(documented, ours))
    };
    words.split(' ').map(place).collect()
}

/// True, said aloud, if there is nothing to test with.
fn is_skipped(name: &str) -> bool {
    let is_there =
        Path::new(SSHD).exists() && Command::new("ssh").arg("-V").stderr(Stdio::null()).status().is_ok();
    if !is_there {
        skip(name, "there is no sshd, or no ssh");
    }
    !is_there
}

#[test]
fn guests_see_the_talk_and_can_do_nothing_else() {
    if is_skipped("guests_see_the_talk_and_can_do_nothing_else") {
        return;
    }
    let mut hall = Hall::open(recipe());
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

/// A client that forwards a socket for as long as this lives.
struct Forwarding(Child);

impl Forwarding {
    fn start(hall: &Hall, flags: &[String]) -> Self {
        let flags: Vec<&str> = flags.iter().map(String::as_str).collect();
        Self(Command::new("ssh").args(hall.client(&flags, &[])).stdin(Stdio::null()).spawn().expect("ssh"))
    }
}

impl Drop for Forwarding {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn the_socket_is_forwarded_to_another_machine_and_from_behind_a_router() {
    if is_skipped("the_socket_is_forwarded_to_another_machine_and_from_behind_a_router") {
        return;
    }
    let mut hall = Hall::open(USUAL);
    let path = |name: &str| hall.folder.path().join(name).display().to_string();
    let stage = || ("/run/user/1000/horgos/stage.sock", path("stage.sock"));
    let there = flags("ssh -N -o", &[stage(), ("./talk.sock", path("there.sock"))]);
    let back = flags("ssh -N -R", &[stage(), ("/home/guest/talk.sock", path("back.sock"))]);
    let forwarding = [Forwarding::start(&hall, &there), Forwarding::start(&hall, &back)];
    let mut followers = ["there.sock", "back.sock"].map(|name| {
        let socket = path(name);
        eventually("a forwarded socket", || Path::new(&socket).exists().then_some(()));
        Pty::start(horgos(&["follow", "--stage", &socket]), (80, 24))
    });
    for follower in &mut followers {
        follower.wait_for("FOLLOWING 1 of 10");
    }
    hall.presenter.press("\x1b[6~");
    for follower in &mut followers {
        follower.wait_for("FOLLOWING 2 of 10");
    }
    // The line breaks, and the same command brings it back over the file that it left.
    drop(forwarding);
    for follower in &mut followers {
        follower.wait_for("PRESENTER AWAY · last at 2");
    }
    let _forwarding = [Forwarding::start(&hall, &there), Forwarding::start(&hall, &back)];
    for follower in &mut followers {
        follower.wait_for("FOLLOWING 2 of 10");
    }
    hall.presenter.press("qq");
    for follower in &mut followers {
        follower.wait_for("ENDED 2 of 10");
        follower.press("q");
    }
}

#[test]
fn a_phone_is_a_remote() {
    if is_skipped("a_phone_is_a_remote") {
        return;
    }
    let mut hall = Hall::open(USUAL);
    let notes = hall.folder.path().join("notes.sock").display().to_string();
    let words = hall.client(&["-t"], &[env!("CARGO_BIN_EXE_horgos"), "notes", "--notes", &notes]);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let mut phone = Pty::start(command("ssh", &words), (40, 20));
    phone.wait_for("step 1 of 10");
    phone.press("\x1b[6~");
    hall.presenter.wait_for("2 of 10");
    phone.wait_for("step 2 of 10");
    phone.press("q");
    phone.wait_for_silence();
    assert!(hall.presenter.text().contains("2 of 10"), "the talk goes on");
}
