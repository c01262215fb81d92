//! The sockets of a talk, from the options.

use std::path::{Path, PathBuf};

use clap::Args;

use super::UsageError;
use crate::stage::protocol::Channel;
use crate::stage::{Share, Socket, default_folder, ensure_folder};

/// The socket of a channel unless an option names another.
pub fn usual_path(channel: Channel) -> PathBuf {
    default_folder(&|name| std::env::var_os(name)).join(channel.file_name())
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
    share: Option<Share>,
    /// Open no sockets: nobody follows, and there are no notes
    #[arg(long, conflicts_with_all = ["stage", "notes", "share"])]
    no_sockets: bool,
}

impl SocketOptions {
    /// The sockets of those who follow and of the notes, listened to from here on.
    pub fn bind(&self) -> Result<Option<(Socket, Socket)>, UsageError> {
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
        let notes = open(self.notes.as_deref(), Channel::Notes, Share::Owner)?;
        Ok(Some((stage, notes)))
    }
}

fn open(path: Option<&Path>, channel: Channel, share: Share) -> Result<Socket, UsageError> {
    let usual = usual_path(channel);
    let path = path.unwrap_or(&usual);
    let folder = usual.parent().filter(|_| path == usual).map_or(Ok(()), ensure_folder);
    folder
        .and_then(|()| Socket::bind(path, share))
        .map_err(|fault| UsageError(format!("{fault} (horgos present --no-sockets does without)")))
}
