//! Sequences that a slow connection has cut behind their first byte.
//!
//! crossterm takes `ESC` that nothing follows for the key, so the rest of the sequence arrives as if it was typed.
//! Whoever presses Esc does not type `[` and more within the same moment.

use super::sequence::{self, Known};

/// The longest sequence that is put together; a longer one means nothing.
const LONGEST: usize = 32;

/// What has come behind a lone `ESC`.
#[derive(Debug, Default)]
pub struct Rest(Vec<u8>);

/// What a further character makes of it.
pub enum Next {
    /// More is to come.
    More,
    /// It was no sequence: `ESC` was the key, and the character another.
    Typed,
    /// The character may begin a string.
    String,
    /// The sequence is complete, and means this.
    Complete(Option<Known>),
}

/// Whether `ESC` and this begin a string that ends with `ESC \`: the answers of terminals to questions about them.
pub fn begins_string(c: char) -> bool {
    "P]_^X".contains(c)
}

impl Rest {
    /// Takes the next character.
    pub fn take(&mut self, c: char) -> Next {
        let Ok(byte @ 0x20..=0x7e) = u8::try_from(c) else {
            return if self.0.is_empty() { Next::Typed } else { Next::Complete(None) };
        };
        match (self.0.first(), byte) {
            (None, b'[' | b'O') => self.more(byte),
            (None, _) if begins_string(c) => Next::String,
            (None, _) => Next::Typed,
            (Some(b'O'), _) => Next::Complete(sequence::shift(byte).map(Known::Key)),
            (Some(_), 0x40..=0x7e) => {
                Next::Complete(sequence::control(self.0.get(1..).unwrap_or_default(), byte))
            }
            (Some(_), _) if self.0.len() < LONGEST => self.more(byte),
            (Some(_), _) => Next::Complete(None),
        }
    }

    fn more(&mut self, byte: u8) -> Next {
        self.0.push(byte);
        Next::More
    }
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Position;

    use super::*;
    use crate::dashboard::Key;

    fn put_together(text: &str) -> Option<Known> {
        let mut rest = Rest::default();
        let mut last = Next::Typed;
        for c in text.chars() {
            assert!(!matches!(last, Next::Complete(_)), "{text:?} ended early");
            last = rest.take(c);
        }
        match last {
            Next::Complete(known) => known,
            Next::More | Next::Typed | Next::String => panic!("{text:?} did not end"),
        }
    }

    #[test]
    fn what_follows_a_lone_escape_is_put_together() {
        for (text, key) in [
            ("[A", Key::Up),
            ("OB", Key::Down),
            ("[1;5C", Key::Right),
            ("[1~", Key::Home),
            ("OF", Key::End),
            ("[5~", Key::PageUp),
            ("[6~", Key::PageDown),
            ("[Z", Key::BackTab),
            ("[106u", Key::Char('j')),
            ("[99;5u", Key::Ctrl('c')),
        ] {
            assert_eq!(put_together(text), Some(Known::Key(key)), "{text}");
        }
        assert_eq!(put_together("[200~"), Some(Known::Paste));
        assert_eq!(put_together("[<0;5;3M"), Some(Known::Click(Position::new(4, 2))));
        for nothing in ["[1;3A", "[106;1:3u", "[15~", "OP", "[?62;1c", "[<0;5;3m", "[<35;5;3M", "[I"] {
            assert_eq!(put_together(nothing), None, "{nothing}");
        }
    }

    #[test]
    fn what_is_typed_behind_escape_stays_typed() {
        for c in ['j', 'q', 'й', '}'] {
            assert!(matches!(Rest::default().take(c), Next::Typed), "{c}");
        }
    }
}
