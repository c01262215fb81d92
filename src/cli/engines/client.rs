//! Runs the command of an engine, once for each query.

use std::io;
use std::time::Duration;

use rustix::process::WaitStatus;

use super::exchange::{ExchangeEnd, exchange};
use crate::records::Failure;
use crate::records::{AskError, Client, ReadProgress};
use crate::terminal::Launcher;
use crate::text::harmless::harmless;

/// The maximum number of characters quoted from an engine's message.
const MOST_MESSAGE: usize = 1_000;

/// The command of an engine.
#[derive(Debug)]
pub struct CommandClient {
    /// The name of its program.
    program: String,
    launcher: Launcher,
    timeout: Duration,
}

impl CommandClient {
    /// # Errors
    ///
    /// As [`Launcher::new`].
    pub fn new(run: &[String], timeout: Duration) -> io::Result<Self> {
        let program = run.first().map_or("", |path| path.rsplit('/').next().unwrap_or(path));
        Ok(Self { program: harmless(program), launcher: Launcher::new(run)?, timeout })
    }

    fn failed(&self, what: &str) -> AskError {
        Failure::Said(format!("{} {what}", self.program)).into()
    }
}

impl Client for CommandClient {
    fn run(&self, sql: &str, watch: &ReadProgress) -> Result<Vec<u8>, AskError> {
        let child = self.launcher.start();
        let child = child.map_err(|error| {
            self.failed(&format!("cannot be started: {}", crate::text::harmless::reason(&error)))
        })?;
        let printed = exchange(child, sql.as_bytes(), self.timeout, watch);
        let printed = printed.map_err(|error| self.failed(&format!("cannot be asked: {error}")))?;
        let said = message(&printed.errors);
        let status = match printed.end {
            ExchangeEnd::Stopped => return Err(AskError::Stopped),
            ExchangeEnd::TooLate => {
                let seconds = self.timeout.as_secs();
                return Err(self.failed(&format!("gave no answer within {seconds} s and was stopped{said}")));
            }
            ExchangeEnd::TooMuch => return Err(self.failed("printed more than 128 MiB and was stopped")),
            ExchangeEnd::Ended(status) => status,
        };
        match (ended_with(status), printed.output.is_empty()) {
            (None, false) => Ok(printed.output),
            (None, true) => Err(self.failed(&format!("printed nothing{said}"))),
            (Some(how), _) => Err(self.failed(&format!("{how}{said}"))),
        }
    }
}

/// How a program ended, unless it succeeded.
fn ended_with(status: Option<WaitStatus>) -> Option<String> {
    let Some(status) = status else { return Some("ended for an unknown reason".to_owned()) };
    match (status.exit_status(), status.terminating_signal()) {
        (Some(0), _) => None,
        (Some(code), _) => Some(format!("ended with status {code}")),
        (None, Some(signal)) => Some(format!("was ended by signal {signal}")),
        (None, None) => Some("ended for an unknown reason".to_owned()),
    }
}

/// The lines of standard error joined into one, with harmful characters written out: `: ERROR: relation "flows" does
/// not exist`.
fn message(errors: &[u8]) -> String {
    let text = String::from_utf8_lossy(errors);
    let lines: Vec<String> =
        text.lines().map(str::trim).filter(|line| !line.is_empty()).map(harmless).collect();
    let said = lines.join("; ");
    match said.char_indices().nth(MOST_MESSAGE) {
        _ if said.is_empty() => String::new(),
        Some((end, _)) => format!(": {}…", &said[..end]),
        None => format!(": {said}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ask(script: &str, timeout: Duration, watch: &ReadProgress) -> Result<String, String> {
        let run = ["sh", "-c", script].map(str::to_owned);
        let client = CommandClient::new(&run, timeout).expect("a thread");
        let printed = client.run("SELECT 1;\n", watch).map_err(|error| error.to_string())?;
        Ok(String::from_utf8(printed).expect("UTF-8"))
    }

    const LONG: Duration = Duration::from_secs(60);

    #[test]
    fn a_query_goes_in_and_its_answer_comes_back() {
        let watch = ReadProgress::default();
        assert_eq!(ask("cat; echo warning >&2", LONG, &watch), Ok("SELECT 1;\n".to_owned()));
        let many = "head -c 1000000 /dev/zero | tr '\\0' x";
        assert_eq!(ask(many, LONG, &watch).map(|printed| printed.len()), Ok(1_000_000));
    }

    #[test]
    fn the_message_of_an_engine_is_the_error() {
        let watch = ReadProgress::default();
        for (script, why) in [
            ("echo 'no such table' >&2; exit 3", "sh ended with status 3: no such table"),
            ("printf 'a\\033[31mb\\n\\n  c\\n' >&2; exit 1", "sh ended with status 1: a\\u{1b}[31mb; c"),
            ("kill -9 $$", "sh was ended by signal 9"),
            ("echo odd >&2", "sh printed nothing: odd"),
            ("exec 0<&-; exit 4", "sh ended with status 4"),
        ] {
            assert_eq!(ask(script, LONG, &watch), Err(why.to_owned()), "{script}");
        }
        let client = CommandClient::new(&["/no/such/program".to_owned()], LONG).expect("a thread");
        let why = "program cannot be started: no such file or directory";
        assert_eq!(client.run("", &watch), Err(Failure::Said(why.to_owned()).into()));
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn an_engine_has_a_session_of_its_own_and_no_terminal() {
        // Process, group and session.
        let leads = "read -r pid _ _ _ group session _ </proc/$$/stat; \
            [ $pid = $group ] && [ $pid = $session ] && echo leader";
        let watch = ReadProgress::default();
        assert_eq!(ask(leads, LONG, &watch), Ok("leader\n".to_owned()));
        let tty = "if (: </dev/tty) 2>/dev/null; then echo a terminal; else echo none; fi";
        assert_eq!(ask(tty, LONG, &watch), Ok("none\n".to_owned()));
    }

    #[test]
    fn a_stopped_engine_ends_with_all_that_it_started() {
        let watch = ReadProgress::default();
        watch.stop();
        // The second one does not hear an interruption, so it is killed after a while.
        for script in ["sleep 600 & wait", "trap '' INT; sleep 600 & sleep 601"] {
            assert_eq!(ask(script, LONG, &watch), Err("stopped".to_owned()), "{script}");
        }
        let why = Err("sh gave no answer within 0 s and was stopped".to_owned());
        assert_eq!(ask("sleep 600", Duration::ZERO, &ReadProgress::default()), why);
    }
}
