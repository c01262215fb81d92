//! Joins bytes into characters, wherever the connection has split them.

/// A character whose last bytes have not arrived.
#[derive(Debug, Default)]
pub struct Characters {
    bytes: [u8; 4],
    length: usize,
}

impl Characters {
    /// Adds a byte, and calls `each` with every character that is now complete. Invalid UTF-8 becomes
    /// [`char::REPLACEMENT_CHARACTER`], except for C1 controls, which a terminal may send as single bytes.
    pub fn push(&mut self, byte: u8, mut each: impl FnMut(char)) {
        match self.add(byte) {
            Ok(None) => {}
            Ok(Some(c)) => each(c),
            Err(()) if self.length > 1 => {
                // The new byte does not continue the character, so it begins the next.
                self.length = 0;
                each(char::REPLACEMENT_CHARACTER);
                self.push(byte, each);
            }
            Err(()) => {
                self.length = 0;
                each(if byte < 0xa0 { char::from(byte) } else { char::REPLACEMENT_CHARACTER });
            }
        }
    }

    /// The character that the byte completes, if any; an error if no character can begin like this.
    fn add(&mut self, byte: u8) -> Result<Option<char>, ()> {
        *self.bytes.get_mut(self.length).ok_or(())? = byte;
        self.length += 1;
        match std::str::from_utf8(self.bytes.get(..self.length).unwrap_or_default()) {
            Ok(text) => {
                self.length = 0;
                Ok(text.chars().next())
            }
            Err(error) if error.error_len().is_none() => Ok(None),
            Err(_) => Err(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> String {
        let (mut characters, mut text) = (Characters::default(), String::new());
        for byte in bytes {
            characters.push(*byte, |c| text.push(c));
        }
        text
    }

    #[test]
    fn bytes_become_characters() {
        for text in ["j", "й", "€", "𝄞", "ａ", "qй€𝄞"] {
            assert_eq!(read(text.as_bytes()), text);
        }
    }

    #[test]
    fn a_character_that_is_cut_off_does_not_take_the_next_with_it() {
        for (bytes, text) in [
            (&b"\xd0q"[..], "\u{fffd}q"),
            (b"\xe2\x82q", "\u{fffd}q"),
            (b"\xf0\x9d\x84\x1b", "\u{fffd}\u{1b}"),
            (b"\xe2\xd0\xb9", "\u{fffd}й"),
            (b"\xffq\xc0", "\u{fffd}q\u{fffd}"),
        ] {
            assert_eq!(read(bytes), text);
        }
        assert_eq!(read(b"\xe2\x82"), "", "it may go on");
    }

    #[test]
    fn controls_of_one_byte_are_controls() {
        assert_eq!(read(b"\x9b1A"), "\u{9b}1A");
        assert_eq!(read("\u{9b}".as_bytes()), "\u{9b}");
    }
}
