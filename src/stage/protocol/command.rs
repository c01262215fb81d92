//! Commands from the notes to the talk.

use serde::{Deserialize, Serialize};

use super::written::as_line;
use crate::stage::remote::Remote;

/// The maximum number of bytes in a command; longer ones are ignored.
pub const COMMAND_BYTES: usize = 256;

/// The commands by name, except the one that goes to a step.
const NAMES: [(&str, Remote); 7] = [
    ("next", Remote::Next),
    ("back", Remote::Back),
    ("blank", Remote::Blank),
    ("number", Remote::Number),
    ("spotlight", Remote::Spotlight),
    ("return", Remote::Return),
    ("clock", Remote::Clock),
];

const GO: &str = "go";

#[derive(Serialize, Deserialize)]
struct WrittenCommand<'a> {
    #[serde(rename = "do")]
    name: &'a str,
    /// From 1, as on the screen.
    #[serde(skip_serializing_if = "Option::is_none")]
    step: Option<usize>,
}

/// Parses a command; `None` for anything else.
#[must_use]
pub fn parse_command(line: &[u8]) -> Option<Remote> {
    if line.len() > COMMAND_BYTES {
        return None;
    }
    let WrittenCommand { name, step } = serde_json::from_slice(line).ok()?;
    if name == GO {
        return step?.checked_sub(1).map(Remote::Go);
    }
    NAMES.iter().find(|(known, _)| *known == name).map(|(_, remote)| *remote)
}

/// A command as a line; `None` for what only other parts of the program send to a talk.
#[must_use]
pub fn command_line(remote: Remote) -> Option<String> {
    if let Remote::Go(step) = remote {
        return Some(as_line(&WrittenCommand { name: GO, step: step.checked_add(1) }));
    }
    let (name, _) = NAMES.iter().find(|(_, known)| *known == remote)?;
    Some(as_line(&WrittenCommand { name, step: None }))
}
