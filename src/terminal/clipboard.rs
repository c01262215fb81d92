//! Puts text on the clipboard through the terminal (OSC 52), which works over ssh and expects no answer.

use crossterm::Command;
use crossterm::clipboard::CopyToClipboard;

/// The maximum number of bytes of text that are sent. Many terminals accept a sequence of at most 100,000 bytes, of
/// which this text takes 99,988 in base64 and the rest of the sequence 9; others silently truncate or drop longer ones.
pub const MOST_BYTES: usize = 74_991;

/// The text has this many bytes, more than many terminals accept. Nothing was sent, rather than a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{0} bytes are more than a terminal's clipboard takes ({MOST_BYTES}); e writes a file")]
pub struct TextTooLong(pub usize);

/// The bytes that ask the terminal to put `text` on the clipboard.
///
/// It is impossible to know if it does: there is no answer, and terminals and multiplexers may disable it. A message
/// should therefore say that the text was sent, not that it was copied.
///
/// # Errors
///
/// [`TextTooLong`] for more than [`MOST_BYTES`].
pub fn sequence(text: &str) -> Result<Vec<u8>, TextTooLong> {
    if text.len() > MOST_BYTES {
        return Err(TextTooLong(text.len()));
    }
    let mut sequence = String::new();
    // Writing to a `String` never fails.
    let _ = CopyToClipboard::to_clipboard_from(text).write_ansi(&mut sequence);
    Ok(sequence.into_bytes())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn sent(text: &str) -> String {
        String::from_utf8(sequence(text).expect("short")).expect("ASCII")
    }

    #[test]
    fn base64_is_that_of_the_rfc() {
        for (text, encoded) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foobar", "Zm9vYmFy"),
            ("¶1\t−3", "wrYxCeKIkjM="),
        ] {
            assert_eq!(sent(text), format!("\u{1b}]52;c;{encoded}\u{1b}\\"), "{text}");
        }
    }

    #[test]
    fn sequences_that_a_terminal_would_cut_off_are_not_sent() {
        let longest = "x".repeat(MOST_BYTES);
        assert!(sequence(&longest).is_ok_and(|bytes| bytes.len() <= 100_000));
        let error = sequence(&format!("{longest}y"));
        assert_eq!(error, Err(TextTooLong(MOST_BYTES + 1)));
        let said = TextTooLong(80_000).to_string();
        assert_eq!(said, "80000 bytes are more than a terminal's clipboard takes (74991); e writes a file");
    }

    proptest! {
        #[test]
        fn nothing_of_the_text_can_end_the_sequence(text in any::<String>()) {
            let bytes = sequence(&text).expect("short");
            let inner = &bytes[7..bytes.len() - 2];
            prop_assert!(inner.iter().all(|byte| byte.is_ascii_alphanumeric() || b"+/=".contains(byte)));
            prop_assert_eq!(inner.len(), text.len().div_ceil(3) * 4);
        }
    }
}
