//! What arrives as bytes in pieces, and the events that it makes.

use crossterm::event::{KeyEventKind, KeyModifiers};

use super::*;

/// Events in pieces: those of a piece arrive together, and silence separates two pieces.
pub struct Pieces(VecDeque<VecDeque<Raw>>);

impl EventSource for Pieces {
    fn waits(&mut self, time: Duration) -> io::Result<bool> {
        let waits = self.0.front().is_some_and(|piece| !piece.is_empty());
        if !waits && !time.is_zero() {
            self.0.pop_front();
        }
        Ok(waits)
    }

    fn read(&mut self) -> io::Result<Raw> {
        while self.0.front().is_some_and(VecDeque::is_empty) {
            self.0.pop_front();
        }
        self.0.front_mut().and_then(VecDeque::pop_front).ok_or(io::ErrorKind::UnexpectedEof.into())
    }
}

fn raw(code: KeyCode, modifiers: KeyModifiers) -> Raw {
    Raw::Key(KeyEvent::new(code, modifiers))
}

/// The events of a line such as `esc [ B`: a word is a character, `esc`, `alt-` with one, or the size 80x24.
fn events(line: &str) -> VecDeque<Raw> {
    let event = |word: &str| match word.strip_prefix("alt-") {
        Some(c) => raw(KeyCode::Char(c.chars().next().expect("a character")), KeyModifiers::ALT),
        None if word == "esc" => raw(KeyCode::Esc, KeyModifiers::NONE),
        None if word == "bell" => raw(KeyCode::Char('g'), KeyModifiers::CONTROL),
        None if word == "size" => Raw::Resize(80, 24),
        None => raw(KeyCode::Char(word.chars().next().expect("a character")), KeyModifiers::NONE),
    };
    line.split_whitespace().map(event).collect()
}

/// A terminal that sends these pieces, then ends.
pub fn in_pieces(pieces: &[&str]) -> Pieces {
    Pieces(pieces.iter().map(|piece| events(piece)).collect())
}

/// The names of the events that the pieces make.
fn heard(pieces: &[&str]) -> Vec<String> {
    let mut events = Events::new(in_pieces(pieces));
    let mut heard = Vec::new();
    while let Ok(event) = events.wait() {
        heard.extend(event.map(|event| match event {
            Event::Key(key) => key.to_string(),
            Event::Resize(_) => "Resize".to_owned(),
            Event::Paste(_) | Event::Click(_) | Event::Wheel(..) => "else".to_owned(),
        }));
    }
    heard
}

#[test]
fn presses_and_repeats_count_and_releases_do_not() {
    let key = |kind| Raw::Key(KeyEvent::new_with_kind(KeyCode::Char('j'), KeyModifiers::NONE, kind));
    assert_eq!(decode(&key(KeyEventKind::Press)), Some(Event::Key(Key::Char('j'))));
    assert_eq!(decode(&key(KeyEventKind::Repeat)), Some(Event::Key(Key::Char('j'))));
    assert_eq!(decode(&key(KeyEventKind::Release)), None);
}

#[test]
fn cursor_keys_with_alt_are_inert() {
    assert_eq!(decode(&raw(KeyCode::Up, KeyModifiers::ALT)), None);
}

#[test]
fn backspace_is_what_terminals_send_for_it() {
    assert_eq!(decode(&raw(KeyCode::Backspace, KeyModifiers::NONE)), Some(Event::Key(Key::Backspace)));
    assert_eq!(decode(&raw(KeyCode::Char('h'), KeyModifiers::CONTROL)), Some(Event::Key(Key::Backspace)));
}

#[test]
fn what_slow_connections_cut_or_join_is_what_was_pressed() {
    for (pieces, expected) in [
        (&["esc", "j"][..], &["Esc", "j"][..]),
        (&["esc j"], &["Esc", "j"]),
        (&["alt-j k"], &["Esc", "j", "k"]),
        (&["alt-й"], &["Esc", "й"]),
        (&["esc [ B j"], &["Down", "j"]),
        (&["esc O A"], &["Up"]),
        (&["esc [ 2 0 0 ~ q size q", "j"], &["Resize", "j"]),
        (&["esc [ ? 6 2 ; 1 c j"], &["j"]),
    ] {
        assert_eq!(heard(pieces), expected, "{pieces:?}");
    }
}

#[test]
fn late_answers_to_others_are_skipped_to_their_end() {
    for (pieces, expected) in [
        (&["alt-P > | X T e r m alt-\\ j"][..], &["j"][..]),
        (&["alt-] 1 1 ; r g b bell j"], &["j"]),
        (&["esc ] 1 1 ; size q alt-\\ j"], &["Resize", "j"]),
        (&["alt-_ G i = 3", "j"], &["j"]),
        (&["alt-]", "j"], &["Esc", "]", "j"]),
    ] {
        assert_eq!(heard(pieces), expected, "{pieces:?}");
    }
}

#[test]
fn backspace_with_alt_is_a_key_of_its_own() {
    let piece = VecDeque::from([
        raw(KeyCode::Backspace, KeyModifiers::ALT),
        raw(KeyCode::Delete, KeyModifiers::NONE),
    ]);
    let mut events = Events::new(Pieces(VecDeque::from([piece])));
    let mut next = || events.wait().expect("an event");
    assert_eq!(next(), Some(Event::Key(Key::AltBackspace)));
    assert_eq!(next(), Some(Event::Key(Key::Delete)));
}
