//! The program in a terminal of its own: press keys, then wait for what it draws.

use std::io::{Read, Write};
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::time::{Duration, Instant};

use portable_pty::{CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};

/// A test fails if what it waits for takes longer. Nothing else depends on this.
const DEADLINE: Duration = Duration::from_secs(60);

/// A terminal, the program in it, and what it shows.
pub struct Pty {
    master: Box<dyn MasterPty + Send>,
    writer: Box<dyn Write + Send>,
    pid: Pid,
    /// The status, once it has ended.
    ended: Receiver<ExitStatus>,
    screen: vt100::Parser,
    /// Everything that the program has sent.
    pub sent: Vec<u8>,
    /// The pieces that it sends. A piece is read only once the one before it was taken from here.
    pieces: Receiver<Vec<u8>>,
    /// Closed when reading has ended.
    reading: Receiver<()>,
    /// The settings of the terminal before the program started.
    before: String,
}

/// The program with these arguments in an environment that is the same everywhere.
pub fn horgos(arguments: &[&str]) -> CommandBuilder {
    command(env!("CARGO_BIN_EXE_horgos"), arguments)
}

/// Any command in that environment.
pub fn command(program: &str, arguments: &[&str]) -> CommandBuilder {
    let mut command = CommandBuilder::new(program);
    command.args(arguments);
    command.env_clear();
    for (name, value) in
        [("TERM", "xterm-256color"), ("LANG", "C.UTF-8"), ("PATH", "/usr/local/bin:/usr/bin:/bin")]
    {
        command.env(name, value);
    }
    command.cwd(env!("CARGO_MANIFEST_DIR"));
    command
}

impl Pty {
    /// Starts a command in a terminal of this size.
    pub fn start(command: CommandBuilder, (columns, rows): (u16, u16)) -> Self {
        let pair = native_pty_system().openpty(size(columns, rows)).expect("a pty");
        let before = settings(&*pair.master);
        let mut child = pair.slave.spawn_command(command).expect("the program starts");
        let pid = child.process_id().and_then(|pid| i32::try_from(pid).ok()).and_then(Pid::from_raw);
        let (tell, ended) = sync_channel(1);
        let slave = pair.slave;
        std::thread::spawn(move || {
            let status = child.wait().expect("a status");
            // Keeps the terminal open until here: if the program were the last to close it, Linux could report the end
            // to the reader before handing over what was written last.
            drop(slave);
            let _ = tell.send(status);
        });
        let mut from = pair.master.try_clone_reader().expect("a reader");
        let (to, pieces) = sync_channel(0);
        let (reads, reading) = sync_channel::<()>(0);
        std::thread::spawn(move || {
            let _reads = reads;
            let mut bytes = [0; 16384];
            while let Ok(read @ 1..) = from.read(&mut bytes) {
                if to.send(bytes[..read].to_vec()).is_err() {
                    return;
                }
            }
        });
        let writer = pair.master.take_writer().expect("a writer");
        let screen = vt100::Parser::new(cells(rows), cells(columns), 0);
        let (master, pid) = (pair.master, pid.expect("a process"));
        Self { master, writer, pid, ended, screen, sent: Vec::new(), pieces, reading, before }
    }

    /// Starts the dashboard, and waits for its first frame.
    pub fn dashboard(arguments: &[&str], size: (u16, u16)) -> Self {
        let mut pty = Self::start(horgos(arguments), size);
        pty.wait_for("q quit");
        pty
    }

    /// Presses keys, as the bytes that a terminal sends for them, in one piece.
    pub fn press(&mut self, keys: &str) {
        self.press_bytes(keys.as_bytes());
    }

    /// Sends bytes that may be no text.
    pub fn press_bytes(&mut self, bytes: &[u8]) {
        self.writer.write_all(bytes).expect("the terminal takes keys");
        self.writer.flush().expect("the terminal takes keys");
    }

    /// The text on the screen.
    pub fn text(&self) -> String {
        self.screen.screen().contents()
    }

    /// The screen with its modes.
    pub fn screen(&self) -> &vt100::Screen {
        self.screen.screen()
    }

    /// Waits until the screen shows `text`.
    pub fn wait_for(&mut self, text: &str) {
        self.wait_until(text, |screen| screen.contents().contains(text));
    }

    /// Waits until the screen is as it should be.
    pub fn wait_until(&mut self, what: &str, is: impl Fn(&vt100::Screen) -> bool) {
        let end = Instant::now() + DEADLINE;
        while !is(self.screen.screen()) {
            self.take(what, end);
        }
    }

    /// Waits for the end of a frame whose beginning has arrived.
    pub fn wait_for_whole_frame(&mut self) {
        let end = Instant::now() + DEADLINE;
        while !self.sent.ends_with(b"\x1b[?2026l") {
            self.take("the end of a frame", end);
        }
    }

    fn take(&mut self, what: &str, end: Instant) {
        match self.pieces.recv_timeout(end.saturating_duration_since(Instant::now())) {
            Ok(piece) => self.show(&piece),
            Err(error) => panic!("waited for {what:?}, but {error}:\n{}", self.text()),
        }
    }

    /// Takes everything until the program ends.
    pub fn wait_for_silence(&mut self) {
        loop {
            match self.pieces.recv_timeout(DEADLINE) {
                Ok(piece) => self.show(&piece),
                Err(RecvTimeoutError::Disconnected) => return,
                Err(RecvTimeoutError::Timeout) => panic!("it does not end:\n{}", self.text()),
            }
        }
    }

    /// True if nothing was sent since the last wait.
    pub fn is_silent(&self) -> bool {
        self.pieces.try_recv().is_err()
    }

    fn show(&mut self, piece: &[u8]) {
        self.screen.process(piece);
        self.sent.extend_from_slice(piece);
    }

    /// Resizes the terminal.
    pub fn resize(&mut self, columns: u16, rows: u16) {
        self.screen.screen_mut().set_size(cells(rows), cells(columns));
        self.master.resize(size(columns, rows)).expect("a new size");
    }

    /// The process that was started.
    pub fn pid(&self) -> Pid {
        self.pid
    }

    /// The child of that process.
    pub fn child(&self) -> Pid {
        let pid = self.pid.as_raw_nonzero();
        let children =
            std::fs::read_to_string(format!("/proc/{pid}/task/{pid}/children")).expect("a process");
        children.trim().parse().ok().and_then(Pid::from_raw).expect("one child")
    }

    /// Sends a signal to it.
    pub fn signal(&self, signal: Signal) {
        kill_process(self.pid, signal).expect("a running program");
    }

    /// Waits for the end while nothing more is read, as on a connection that stands still.
    pub fn wait_for_end_unread(&self) {
        let process = std::path::PathBuf::from(format!("/proc/{}", self.pid.as_raw_nonzero()));
        eventually("its end", || (!process.exists()).then_some(()));
    }

    /// Waits for the end without reading.
    pub fn ended(self) -> ExitStatus {
        let Ok(status) = self.ended.recv_timeout(DEADLINE) else {
            let _ = kill_process(self.pid, Signal::KILL);
            panic!("it does not end:\n{}", self.text());
        };
        status
    }

    /// Waits for the end and checks that the terminal is as it was. Returns the status and the text on the screen.
    pub fn ended_well(mut self) -> (ExitStatus, String) {
        self.wait_for_silence();
        let status = self.ended.recv_timeout(DEADLINE).expect("a status");
        let screen = self.screen.screen();
        assert!(!screen.alternate_screen(), "the alternate screen is left: {status:?}\n{}", self.text());
        assert!(!screen.hide_cursor(), "the cursor is shown");
        assert!(!screen.bracketed_paste(), "pasted text is no longer marked");
        assert_eq!(
            screen.mouse_protocol_mode(),
            vt100::MouseProtocolMode::None,
            "the mouse is the terminal's"
        );
        assert_eq!(settings(&*self.master), self.before, "the settings are as before");
        (status, self.text())
    }

    /// Closes the terminal. Returns how long the program went on, and how it ended. The program has to send something
    /// first, or be about to, so that the thread that reads from it wakes up.
    pub fn close(self) -> (Duration, ExitStatus) {
        let Self { master, writer, pid, ended, pieces, reading, .. } = self;
        drop(pieces);
        assert_eq!(
            reading.recv_timeout(DEADLINE),
            Err(RecvTimeoutError::Disconnected),
            "the program sends nothing"
        );
        drop((writer, master));
        let start = Instant::now();
        let Ok(status) = ended.recv_timeout(DEADLINE) else {
            let _ = kill_process(pid, Signal::KILL);
            panic!("it goes on without a terminal");
        };
        (start.elapsed(), status)
    }
}

/// Retries until there is a result.
pub fn eventually<T>(what: &str, attempt: impl Fn() -> Option<T>) -> T {
    let end = Instant::now() + DEADLINE;
    loop {
        if let Some(there) = attempt() {
            return there;
        }
        assert!(Instant::now() < end, "waited for {what}");
        std::thread::sleep(Duration::from_millis(1));
    }
}

/// A field of `/proc/PID/stat`, counted from 1 as in proc(5).
pub fn stat(pid: Pid, field: usize) -> u64 {
    let stat = std::fs::read_to_string(format!("/proc/{}/stat", pid.as_raw_nonzero())).expect("a process");
    let after_name = stat.rsplit_once(") ").expect("a name in parentheses").1;
    after_name.split(' ').nth(field - 3).and_then(|number| number.parse().ok()).expect("a number")
}

/// How often its threads have gone to sleep.
pub fn wake_ups(pid: Pid) -> u64 {
    let tasks = std::fs::read_dir(format!("/proc/{}/task", pid.as_raw_nonzero())).expect("a process");
    let of = |task: std::fs::DirEntry| {
        let status = std::fs::read_to_string(task.path().join("status")).expect("a thread");
        let line = status.lines().find_map(|line| line.strip_prefix("voluntary_ctxt_switches:"));
        line.and_then(|number| number.trim().parse::<u64>().ok()).expect("a number")
    };
    tasks.map(|task| of(task.expect("a thread"))).sum()
}

fn size(cols: u16, rows: u16) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}

fn settings(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios().expect("settings"))
}

fn cells(number: u16) -> std::num::NonZeroU16 {
    number.try_into().unwrap_or(std::num::NonZeroU16::MIN)
}
