//! A connection to a talk, from its bytes to what they say.

use super::hello::{self, Hello};
use super::lines::{Lines, TooLong};
use super::speaker::Briefing;
use super::{LINE_BYTES, VERSION, scene};
use crate::formats::Fingerprint;
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
    subject: Subject,
    /// The number of the last scene.
    seq: Option<u64>,
}

/// The subject of the scenes that arrive.
#[derive(Debug, Default)]
enum Subject {
    /// Nobody has said: a broker hands out the newest line alone.
    #[default]
    Unknown,
    Known(Hello),
    /// Scenes of another version of this protocol.
    Newer,
}

impl Listener {
    /// Takes bytes as they arrive, and hands out what they say. Lines that say nothing are ignored, as are scenes that are
    /// older than one that was heard since the last hello.
    ///
    /// # Errors
    ///
    /// If a line is too long. Nothing is heard after that.
    pub fn take(&mut self, bytes: &[u8], mut each: impl FnMut(Heard)) -> Result<(), TooLong> {
        let Self { lines, subject, seq } = self;
        lines.take(bytes, LINE_BYTES, |line| {
            if let Some(heard) = heard(line, (subject, seq)) {
                each(heard);
            }
        })
    }
}

fn heard(line: &[u8], (subject, seq): (&mut Subject, &mut Option<u64>)) -> Option<Heard> {
    if let Ok(first) = serde_json::from_slice::<hello::Read>(line) {
        if first.horgos != u64::from(VERSION) {
            *subject = Subject::Newer;
            return Some(Heard::Newer(first.horgos));
        }
        if first.full {
            return Some(Heard::Full);
        }
        let now = Hello::from(first);
        // Behind a pipe, a talk that begins again counts its scenes anew.
        (*subject, *seq) = (Subject::Known(now.clone()), None);
        return Some(Heard::Hello(now));
    }
    let read: scene::Read = serde_json::from_slice(line).ok()?;
    if seq.is_some_and(|seq| read.seq <= seq) {
        return None;
    }
    let number = read.seq;
    let (scene, briefing) = match subject {
        Subject::Newer => return None,
        Subject::Known(hello) => read.into_scene(hello.data, hello.steps),
        Subject::Unknown => read.into_scene(Fingerprint::default(), 0),
    };
    *seq = Some(number);
    Some(Heard::Scene(Box::new(scene), briefing.map(Box::new)))
}
