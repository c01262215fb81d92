//! What events stand for.

use super::*;

#[test]
fn presses_and_repeats_count_and_releases_do_not() {
    let key = |kind| Raw::Key(KeyEvent::new_with_kind(KeyCode::Char('j'), KeyModifiers::NONE, kind));
    assert_eq!(wanted(&key(KeyEventKind::Press)), Some(Event::Key(Key::Char('j'))));
    assert_eq!(wanted(&key(KeyEventKind::Repeat)), Some(Event::Key(Key::Char('j'))));
    assert_eq!(wanted(&key(KeyEventKind::Release)), None);
}

#[test]
fn pasted_text_and_alt_chords_are_inert() {
    assert_eq!(wanted(&Raw::Paste("q".to_owned())), None);
    let alt_q = KeyEvent::new(KeyCode::Char('q'), KeyModifiers::ALT);
    assert_eq!(wanted(&Raw::Key(alt_q)), None);
}
