//! The first line of a connection: the dataset that is shown, and the purpose of the socket.

use serde::{Deserialize, Serialize};

use super::{TITLE_BYTES, VERSION, received, within};
use crate::formats::Fingerprint;

/// The line for a client that cannot be served because there are too many.
pub const FULL: &str = "{\"horgos\":1,\"full\":true}\n";

/// Who a socket is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Channel {
    /// Everybody who follows.
    Stage,
    /// The speaker alone.
    Notes,
}

/// The subject of a talk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hello {
    /// The dataset of all scenes from here on.
    pub data: Fingerprint,
    /// Its title.
    pub title: String,
    /// How many steps the tour has.
    pub steps: usize,
}

#[derive(Serialize)]
struct WrittenHello<'a> {
    horgos: u32,
    stage: &'a str,
    data: String,
    title: &'a str,
    steps: usize,
}

/// The members of a first line that are present.
#[derive(Deserialize)]
pub(super) struct ReadHello {
    pub horgos: u64,
    #[serde(default)]
    pub full: bool,
    #[serde(default)]
    data: String,
    #[serde(default)]
    title: String,
    #[serde(default)]
    steps: usize,
}

impl Hello {
    /// The hello as a line.
    #[must_use]
    pub fn line(&self, channel: Channel) -> String {
        let stage = match channel {
            Channel::Stage => "hello",
            Channel::Notes => "notes",
        };
        let title = within(&self.title, TITLE_BYTES);
        let written = WrittenHello {
            horgos: VERSION,
            stage,
            data: self.data.to_string(),
            title: &title,
            steps: self.steps,
        };
        super::written::as_line(&written)
    }
}

impl From<ReadHello> for Hello {
    fn from(read: ReadHello) -> Self {
        // A dataset without a fingerprint counts as different from ours.
        let data = read.data.parse().unwrap_or_default();
        Self { data, title: received(&read.title, TITLE_BYTES), steps: read.steps }
    }
}
