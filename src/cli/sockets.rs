//! The sockets of a talk, from the options.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{SendError, sync_channel};
use std::time::Duration;

use clap::Args;

use super::usage::UsageError;
use crate::stage::protocol::Channel;
use crate::stage::{Arrival, Link, SharedWith, Socket, default_folder, ensure_folder};
use crate::terminal::{Message, Sender};

/// The default socket of a channel.
pub fn usual_path(channel: Channel) -> PathBuf {
    default_folder(&|name| std::env::var_os(name)).join(channel.file_name())
}

/// How long the first frame waits for a talk. A running talk answers within a millisecond.
const FIRST: Duration = Duration::from_millis(100);

/// Reads from a talk in another thread, which sends what arrives. Returns what arrives immediately, so that the first
/// frame shows neither an empty room nor an absent talk.
pub fn begin(link: Link, sender: Sender) -> io::Result<Vec<Message>> {
    let (hand_over, first) = sync_channel(0);
    let mut hand_over = Some(hand_over);
    link.send_to(move |arrived: Vec<Arrival>| {
        let messages = arrived.into_iter().map(Message::Stage).collect();
        let late = match hand_over.take() {
            Some(first) => first.send(messages).err().map(|SendError(late)| late),
            None => Some(messages),
        };
        late.is_none_or(|late| sender.send(late).is_ok())
    })?;
    Ok(first.recv_timeout(FIRST).unwrap_or_default())
}

#[derive(Debug, Args)]
pub struct SocketOptions {
    /// Socket for those who follow [default: horgos/stage.sock in `$XDG_RUNTIME_DIR`, or in a folder of the account among
    /// the temporary ones]
    #[arg(long, value_name = "PATH")]
    stage: Option<PathBuf>,
    /// Socket for the notes [default: notes.sock next to the usual one for those who follow]
    #[arg(long, value_name = "PATH")]
    notes: Option<PathBuf>,
    /// Who may follow, with --stage
    #[arg(long, value_enum, value_name = "WHO")]
    share: Option<SharedWith>,
    /// Open no sockets: nobody follows, and there are no notes
    #[arg(long, conflicts_with_all = ["stage", "notes", "share"])]
    no_sockets: bool,
}

/// The sockets of a talk.
pub struct TalkSockets {
    /// For those who follow.
    pub stage: Socket,
    /// For the speaker's notes.
    pub notes: Socket,
}

impl SocketOptions {
    /// Binds the sockets for followers and for the notes; `None` if there are to be none.
    pub fn bind(&self) -> Result<Option<TalkSockets>, UsageError> {
        if self.no_sockets {
            return Ok(None);
        }
        if self.share.is_some() && self.stage.is_none() {
            let why =
                "--share: the usual folder is closed to others; name a socket in another one with --stage";
            return Err(UsageError(why.to_owned()));
        }
        if self.stage.as_deref() == Some(Path::new("-")) {
            let why =
                "--stage -: standard output is the screen of the talk (horgos follow --stage - reads a pipe)";
            return Err(UsageError(why.to_owned()));
        }
        let stage = open(self.stage.as_deref(), Channel::Stage, self.share.unwrap_or_default())?;
        let notes = open(self.notes.as_deref(), Channel::Notes, SharedWith::Owner)?;
        Ok(Some(TalkSockets { stage, notes }))
    }
}

fn open(path: Option<&Path>, channel: Channel, share: SharedWith) -> Result<Socket, UsageError> {
    let usual = usual_path(channel);
    let path = path.unwrap_or(&usual);
    let folder = usual.parent().filter(|_| path == usual).map_or(Ok(()), ensure_folder);
    folder
        .and_then(|()| Socket::bind(path, share))
        .map_err(|fault| UsageError(format!("{fault}; horgos present --no-sockets needs no socket")))
}
