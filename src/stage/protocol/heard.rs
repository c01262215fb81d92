//! A connection to a talk, from its bytes to what they say.

use super::hello::{self, Hello};
use super::lines::{Lines, TooLong};
use super::speaker::Briefing;
use super::{LINE_BYTES, VERSION, scene};
use crate::stage::scene::Scene;

/// Something that a talk says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heard {
    /// The dataset of all scenes from here on.
    Hello(Hello),
    /// The scene that is shown now, and on the notes socket what only the speaker sees.
    Scene(Box<Scene>, Option<Box<Briefing>>),
    /// Nobody more can follow.
    Full,
    /// The talk has another version of this protocol, in which its scenes would be misread.
    Newer(u64),
}

/// Listens to one connection.
#[derive(Debug, Default)]
pub struct Listener {
    lines: Lines,
    hello: Option<Hello>,
    /// The number of the last scene.
    seq: Option<u64>,
}

impl Listener {
    /// Takes bytes as they arrive, and hands out what they say. Lines that say nothing are ignored, as are scenes before a
    /// hello and scenes that are older than one that was heard.
    ///
    /// # Errors
    ///
    /// If a line is too long. Nothing is heard after that.
    pub fn take(&mut self, bytes: &[u8], mut each: impl FnMut(Heard)) -> Result<(), TooLong> {
        let Self { lines, hello, seq } = self;
        lines.take(bytes, LINE_BYTES, |line| {
            if let Some(heard) = heard(line, (hello, seq)) {
                each(heard);
            }
        })
    }
}

fn heard(line: &[u8], (hello, seq): (&mut Option<Hello>, &mut Option<u64>)) -> Option<Heard> {
    if let Ok(first) = serde_json::from_slice::<hello::Read>(line) {
        if first.horgos != u64::from(VERSION) {
            *hello = None;
            return Some(Heard::Newer(first.horgos));
        }
        if first.full {
            return Some(Heard::Full);
        }
        let now = Hello::from(first);
        *hello = Some(now.clone());
        return Some(Heard::Hello(now));
    }
    let hello = hello.as_ref()?;
    let read: scene::Read = serde_json::from_slice(line).ok()?;
    if seq.is_some_and(|seq| read.seq <= seq) {
        return None;
    }
    *seq = Some(read.seq);
    let (scene, briefing) = read.into_scene(hello);
    Some(Heard::Scene(Box::new(scene), briefing.map(Box::new)))
}
