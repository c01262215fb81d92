//! Splits a frame into tokens and rejects everything the wire must not send.

use horgos::terminal::{Abilities, Repeat};

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Token {
    Glyph(char),
    Backspace,
    LineFeed,
    Return,
    /// Parameters (`None` if omitted) and the final byte.
    Csi(Vec<Option<usize>>, u8),
    Sync(bool),
}

/// Panics at any sequence that the abilities do not allow.
pub fn tokens(bytes: &[u8], abilities: Abilities) -> Vec<Token> {
    let text = std::str::from_utf8(bytes).expect("a frame is UTF-8");
    let mut rest = text.chars();
    let mut found = Vec::new();
    while let Some(c) = rest.next() {
        found.push(match c {
            '\x08' => Token::Backspace,
            '\n' => Token::LineFeed,
            '\r' => Token::Return,
            '\x1b' => {
                assert_eq!(rest.next(), Some('['), "only CSI sequences in {text:?}");
                let tail = rest.as_str();
                let end = tail.find(|c| ('@'..='~').contains(&c)).expect("a CSI sequence ends");
                let (parameters, last) = (&tail[..end], tail.as_bytes()[end]);
                rest = tail[end + 1..].chars();
                csi(parameters, last, abilities)
            }
            c => {
                assert!(!c.is_control(), "control character {c:?} in {text:?}");
                Token::Glyph(c)
            }
        });
    }
    brackets(&found, abilities);
    found
}

fn csi(parameters: &str, last: u8, abilities: Abilities) -> Token {
    if parameters == "?2026" {
        return Token::Sync(last == b'h');
    }
    let numbers: Vec<_> = if parameters.is_empty() {
        Vec::new()
    } else {
        let number = |p: &str| (!p.is_empty()).then(|| p.parse().expect("a number"));
        parameters.split(';').map(number).collect()
    };
    let allowed = match last {
        b'A' | b'B' | b'C' | b'D' => numbers.len() < 2,
        b'H' => numbers.len() < 3,
        b'J' => numbers.is_empty() || numbers == [Some(2)],
        b'K' => numbers.is_empty(),
        b'm' => true,
        b'X' => abilities.erase_chars && numbers.len() < 2,
        b'b' => abilities.repeat != Repeat::Never && numbers.len() < 2,
        b'G' | b'd' => abilities.column && numbers.len() < 2,
        _ => false,
    };
    assert!(allowed, "CSI {parameters} {} is not allowed with {abilities:?}", char::from(last));
    Token::Csi(numbers, last)
}

fn brackets(tokens: &[Token], abilities: Abilities) {
    let sync: Vec<_> = tokens.iter().filter(|token| matches!(token, Token::Sync(_))).collect();
    if abilities.sync && !tokens.is_empty() {
        assert!(tokens.len() > 2, "empty brackets");
        assert_eq!(tokens.first(), Some(&Token::Sync(true)));
        assert_eq!(tokens.last(), Some(&Token::Sync(false)));
        assert_eq!(sync.len(), 2);
    } else {
        assert!(sync.is_empty(), "synchronized update where none is wanted");
    }
}
