//! Reassembles sequences that a slow connection has cut after their first byte.
//!
//! crossterm takes a lone `ESC` for the key, so the rest of the sequence arrives as if it were typed. Nobody who presses
//! Esc types `[` and more within the same few milliseconds.

use super::sequence::{self, Sequence};

/// The longest sequence in bytes; longer ones are discarded.
const LONGEST: usize = 32;

/// The bytes after a lone `ESC`, as far as they have arrived.
#[derive(Debug, Default)]
pub struct Partial(Vec<u8>);

/// The state of a sequence after one more character.
pub enum Progress {
    /// It goes on.
    More,
    /// It is none: `ESC` and the character are two keys.
    Typed,
    /// The character may begin a string.
    String,
    /// It is complete; `None` if it has no meaning here.
    Complete(Option<Sequence>),
}

/// True if `ESC` and this character begin a string that ends with `ESC \`, such as a terminal's answer to a query.
pub fn begins_string(c: char) -> bool {
    "P]_^X".contains(c)
}

impl Partial {
    /// Adds a character.
    pub fn take(&mut self, c: char) -> Progress {
        let Ok(byte @ 0x20..=0x7e) = u8::try_from(c) else {
            return if self.0.is_empty() { Progress::Typed } else { Progress::Complete(None) };
        };
        match (self.0.first(), byte) {
            (None, b'[' | b'O') => self.more(byte),
            (None, _) if begins_string(c) => Progress::String,
            (None, _) => Progress::Typed,
            (Some(b'O'), _) => Progress::Complete(sequence::ss3(byte).map(Sequence::Key)),
            (Some(_), 0x40..=0x7e) => {
                Progress::Complete(sequence::csi(self.0.get(1..).unwrap_or_default(), byte))
            }
            (Some(_), _) if self.0.len() < LONGEST => self.more(byte),
            (Some(_), _) => Progress::Complete(None),
        }
    }

    fn more(&mut self, byte: u8) -> Progress {
        self.0.push(byte);
        Progress::More
    }
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Position;

    use super::*;
    use crate::dashboard::Key;

    fn put_together(text: &str) -> Option<Sequence> {
        let mut partial = Partial::default();
        let mut last = Progress::Typed;
        for c in text.chars() {
            assert!(!matches!(last, Progress::Complete(_)), "{text:?} ended early");
            last = partial.take(c);
        }
        match last {
            Progress::Complete(known) => known,
            Progress::More | Progress::Typed | Progress::String => panic!("{text:?} did not end"),
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
            assert_eq!(put_together(text), Some(Sequence::Key(key)), "{text}");
        }
        assert_eq!(put_together("[200~"), Some(Sequence::Paste));
        assert_eq!(put_together("[<0;5;3M"), Some(Sequence::Click(Position::new(4, 2))));
        for nothing in ["[1;3A", "[106;1:3u", "[15~", "OP", "[?62;1c", "[<0;5;3m", "[<35;5;3M", "[I"] {
            assert_eq!(put_together(nothing), None, "{nothing}");
        }
    }

    #[test]
    fn what_is_typed_behind_escape_stays_typed() {
        for c in ['j', 'q', 'й', '}'] {
            assert!(matches!(Partial::default().take(c), Progress::Typed), "{c}");
        }
    }
}
