//! One line of the table of key bindings.

use super::key::Key;
use crate::dashboard::action::Action;

/// Keys for one thing, and the words for it.
#[derive(Debug)]
pub struct Binding<A: 'static = Action> {
    /// The keys with their actions.
    pub keys: &'static [(Key, A)],
    /// Their effect, in the words of the help.
    pub does: &'static str,
    /// The keys in short and a word, for the footer; the most important bindings come first.
    pub hint: Option<(&'static str, &'static str)>,
}

impl<A> Binding<A> {
    /// The keys as the help shows them: `Up k Down j`, `1–9`.
    #[must_use]
    pub fn keys_shown(&self) -> String {
        shown(self.keys.iter().map(|(key, _)| *key))
    }
}

/// Keys with blanks between them, or from the first to the last of many.
pub(super) fn shown(keys: impl Iterator<Item = Key>) -> String {
    let all: Vec<String> = keys.map(|key| key.to_string()).collect();
    match (all.first(), all.last()) {
        (Some(first), Some(last)) if all.len() >= 9 => format!("{first}–{last}"),
        _ => all.join(" "),
    }
}
