//! Keys by name, independent of the bytes that a terminal sends for them.

use std::fmt;

/// A key that was pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "they are named as on a keyboard")]
pub enum Key {
    /// A key that types a character.
    Char(char),
    /// A letter together with Ctrl.
    Ctrl(char),
    Enter,
    Escape,
    Backspace,
    Tab,
    BackTab,
    Up,
    Down,
    Left,
    Right,
    PageUp,
    PageDown,
    Home,
    End,
    Delete,
    AltBackspace,
    F5,
}

/// The keys that type nothing, with their names in the help and between `<` and `>`.
const NAMES: [(Key, &str, &str); 16] = [
    (Key::Enter, "Enter", "enter"),
    (Key::Escape, "Esc", "esc"),
    (Key::Backspace, "Backspace", "backspace"),
    (Key::Tab, "Tab", "tab"),
    (Key::BackTab, "Shift-Tab", "backtab"),
    (Key::Up, "Up", "up"),
    (Key::Down, "Down", "down"),
    (Key::Left, "Left", "left"),
    (Key::Right, "Right", "right"),
    (Key::PageUp, "PgUp", "pgup"),
    (Key::PageDown, "PgDn", "pgdn"),
    (Key::Home, "Home", "home"),
    (Key::End, "End", "end"),
    (Key::Delete, "Del", "delete"),
    (Key::AltBackspace, "Alt-Backspace", "alt-backspace"),
    (Key::F5, "F5", "f5"),
];

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Char(' ') => f.write_str("Space"),
            Self::Char(c) => write!(f, "{c}"),
            Self::Ctrl(c) => write!(f, "Ctrl-{}", c.to_ascii_uppercase()),
            Self::Enter
            | Self::Escape
            | Self::Backspace
            | Self::Tab
            | Self::BackTab
            | Self::Up
            | Self::Down
            | Self::Left
            | Self::Right
            | Self::PageUp
            | Self::PageDown
            | Self::Home
            | Self::End
            | Self::Delete
            | Self::AltBackspace
            | Self::F5 => {
                f.write_str(NAMES.iter().find(|(key, ..)| key == self).map_or("", |(_, shown, _)| shown))
            }
        }
    }
}

/// Parses keys as they are written on a command line: `jj<tab><enter>`, `<ctrl-l>`, `<lt>` for `<` itself.
///
/// # Errors
///
/// A sentence that names the invalid part and the valid keys.
pub fn parse_keys(text: &str) -> Result<Vec<Key>, String> {
    let mut keys = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        if first != '<' {
            keys.push(Key::Char(first));
            rest = &rest[first.len_utf8()..];
            continue;
        }
        let Some((name, after)) = rest[1..].split_once('>') else {
            return Err(format!("\"{rest}\" has no > at its end (write <lt> for the key <)"));
        };
        keys.push(named(&name.to_lowercase()).ok_or_else(|| {
            let known: Vec<&str> = NAMES.iter().map(|(.., name)| *name).collect();
            format!("<{name}> is no key (known: {}, space, lt, ctrl-a to ctrl-z)", known.join(", "))
        })?);
        rest = after;
    }
    Ok(keys)
}

fn named(name: &str) -> Option<Key> {
    let control = |rest: &str| match rest.as_bytes() {
        [letter @ b'a'..=b'z'] => Some(Key::Ctrl(char::from(*letter))),
        _ => None,
    };
    match name {
        "lt" => Some(Key::Char('<')),
        "space" => Some(Key::Char(' ')),
        "shift-tab" => Some(Key::BackTab),
        _ => name
            .strip_prefix("ctrl-")
            .and_then(control)
            .or_else(|| NAMES.iter().find(|(.., written)| *written == name).map(|(key, ..)| *key)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_read_as_they_are_written() {
        let keys = parse_keys("j<Tab><enter><ctrl-l><lt>й").expect("keys");
        let expected = [Key::Char('j'), Key::Tab, Key::Enter, Key::Ctrl('l'), Key::Char('<'), Key::Char('й')];
        assert_eq!(keys, expected);
    }

    #[test]
    fn an_unknown_key_is_reported() {
        assert!(
            parse_keys("<return>")
                .is_err_and(|said| said.starts_with("<return> is no key (known: enter, esc"))
        );
        assert!(parse_keys("j<tab").is_err_and(|said| said.starts_with("\"<tab\" has no >")));
        assert!(parse_keys("<ctrl-1>").is_err());
    }
}
