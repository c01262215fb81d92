//! Text for the clipboard, by the terminal: OSC 52, which goes over ssh, too, and asks for nothing back.

/// The most bytes of text that are sent. Many terminals take a sequence of at most 100,000 bytes, of which this text
/// makes 99,988 and what stands around it 9; others cut a longer one off or drop it without a word.
pub const MOST_BYTES: usize = 74_991;

/// The text is too long for what many terminals take, so nothing was sent, rather than a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{0} bytes are more than a terminal's clipboard takes ({MOST_BYTES}); e writes a file")]
pub struct TooLong(pub usize);

/// The bytes that ask the terminal to put `text` on the clipboard.
///
/// Whether it does is not known: there is no answer, and terminals and multiplexers may have it switched off. So a
/// message should say that the text was sent, and not that it was copied.
///
/// # Errors
///
/// [`TooLong`] for more than [`MOST_BYTES`].
pub fn sequence(text: &str) -> Result<Vec<u8>, TooLong> {
    if text.len() > MOST_BYTES {
        return Err(TooLong(text.len()));
    }
    let mut bytes = b"\x1b]52;c;".to_vec();
    for chunk in text.as_bytes().chunks(3) {
        bytes.extend(four(chunk));
    }
    bytes.extend(b"\x1b\\");
    Ok(bytes)
}

/// Up to three bytes in base64 (RFC 4648), padded to four letters.
fn four(chunk: &[u8]) -> [u8; 4] {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let byte = |at: usize| chunk.get(at).copied().unwrap_or(0);
    let letter = |bits: u8| LETTERS[usize::from(bits & 63)];
    let (a, b, c) = (byte(0), byte(1), byte(2));
    [
        letter(a >> 2),
        letter(a << 4 | b >> 4),
        if chunk.len() > 1 { letter(b << 2 | c >> 6) } else { b'=' },
        if chunk.len() > 2 { letter(c) } else { b'=' },
    ]
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
    fn what_a_terminal_would_cut_off_is_not_sent() {
        let longest = "x".repeat(MOST_BYTES);
        assert!(sequence(&longest).is_ok_and(|bytes| bytes.len() <= 100_000));
        let error = sequence(&format!("{longest}y"));
        assert_eq!(error, Err(TooLong(MOST_BYTES + 1)));
        let said = TooLong(80_000).to_string();
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
