//! Keyboards without Latin letters: a key works by its position, whatever is printed on it.

use super::key::Key;

/// Keys of a Latin keyboard, and the letters on the same keys of Russian, Kazakh, Kyrgyz and Ukrainian ones.
///
/// Kazakh has letters on the row of digits. `і` is on the Kazakh 4 and the Ukrainian S; it counts as S.
const TWINS: [(&str, &str); 4] = [
    ("qwertyuiop[]asdfghjkl;'zxcvbnm,.", "йцукенгшщзхъфывапролджэячсмитьбю"),
    ("s]'", "іїє"),
    ("245890", "әңғүұқ"),
    ("-=", "өһ"),
];

/// The key in the same position of a Latin keyboard, or the same character in ordinary width.
///
/// Use it only for keys without a meaning of their own, and never while text is being typed.
#[must_use]
pub fn twin(key: Key) -> Option<Key> {
    match key {
        Key::Char(c) => ordinary(c).or_else(|| cyrillic(c)).map(Key::Char),
        Key::Ctrl(c) => ordinary(c).or_else(|| cyrillic(c)).map(Key::Ctrl),
        Key::Enter
        | Key::Escape
        | Key::Backspace
        | Key::Tab
        | Key::BackTab
        | Key::Up
        | Key::Down
        | Key::Left
        | Key::Right
        | Key::PageUp
        | Key::PageDown
        | Key::Home
        | Key::End
        | Key::Delete
        | Key::AltBackspace
        | Key::F5 => None,
    }
}

/// The ordinary form of a full-width sign, as input methods for Chinese and Japanese type it.
fn ordinary(c: char) -> Option<char> {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xff01 + 0x21),
        '\u{3000}' => Some(' '),
        '。' => Some('.'),
        // On the key / of input methods.
        '、' | '・' => Some('/'),
        _ => None,
    }
}

/// The script of the keyboard, as far as it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum KeyboardScript {
    /// Until a Cyrillic letter is typed.
    #[default]
    Latin,
    Cyrillic,
}

/// The Latin sign on the key that types a full stop or a comma on a Cyrillic keyboard. Presenters' remotes also send a
/// full stop, so use this only after a Cyrillic letter was typed.
pub fn punctuation_twin(key: Key) -> Option<Key> {
    let twins = [('.', '/'), (',', '?')];
    twins.into_iter().find(|(typed, _)| key == Key::Char(*typed)).map(|(_, twin)| Key::Char(twin))
}

/// True for a letter of a Cyrillic keyboard.
pub fn is_cyrillic(key: Key) -> bool {
    matches!(key, Key::Char('\u{400}'..='\u{52f}'))
}

fn cyrillic(c: char) -> Option<char> {
    let small = c.to_lowercase().next()?;
    let find =
        |(latin, other): &(&str, &str)| other.chars().zip(latin.chars()).find(|(typed, _)| *typed == small);
    let (_, latin) = TWINS.iter().find_map(find)?;
    Some(if small == c { latin } else { latin.to_ascii_uppercase() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dashboard::input::action;
    use crate::dashboard::{Action, Edit, KeyMode, Move, OverlayKind};

    #[test]
    fn every_twin_stands_over_its_letter() {
        for (latin, other) in TWINS {
            assert_eq!(latin.chars().count(), other.chars().count());
        }
    }

    #[test]
    fn keys_mean_the_same_on_cyrillic_keyboards_and_in_full_width() {
        for (typed, wanted) in [
            ('й', Action::Leave),
            ('о', Action::Go(Move::Next)),
            ('л', Action::Go(Move::Previous)),
            ('р', Action::PreviousPane),
            ('д', Action::NextPane),
            ('п', Action::Go(Move::First)),
            ('П', Action::Go(Move::Last)),
            ('я', Action::Zoom),
            ('ь', Action::Mouse),
            ('Е', Action::NextTheme),
            ('ә', Action::Focus(1)),
            ('ұ', Action::Focus(8)),
            ('ｑ', Action::Leave),
            ('ｊ', Action::Go(Move::Next)),
            ('Ｇ', Action::Go(Move::Last)),
            ('３', Action::Focus(2)),
            ('？', Action::Show(OverlayKind::Help)),
        ] {
            assert_eq!(action(KeyMode::Command, Key::Char(typed)), Some(wanted), "{typed}");
        }
        assert_eq!(action(KeyMode::Command, Key::Char('ж')), None);
        assert_eq!(action(KeyMode::Command, Key::Char('ß')), None);
        assert_eq!(
            action(KeyMode::Typing, Key::Char('й')),
            Some(Action::Edit(Edit::Insert('й'))),
            "in a search they are letters"
        );
    }

    #[test]
    fn a_twin_never_takes_the_place_of_a_key_that_is_bound() {
        for c in ' '..='~' {
            assert_eq!(twin(Key::Char(c)), None, "{c} types itself");
        }
    }
}
