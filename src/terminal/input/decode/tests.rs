//! Bytes in, events out, whole and in every way cut into pieces.

use proptest::prelude::*;
use ratatui::layout::Position;

use super::{Decoder, Event};
use crate::dashboard::Key;

fn decoded(pieces: &[&[u8]]) -> Vec<Event> {
    let (mut decoder, mut events) = (Decoder::default(), Vec::new());
    for piece in pieces {
        decoder.take(piece, &mut events);
    }
    events
}

fn keys(keys: &[Key]) -> Vec<Event> {
    keys.iter().copied().map(Event::Key).collect()
}

/// Sequences of all kinds, and what they mean.
const MEANINGS: [(&str, &[Key]); 29] = [
    ("j", &[Key::Char('j')]),
    ("й哈", &[Key::Char('й'), Key::Char('哈')]),
    ("\x1b[A\x1bOB", &[Key::Up, Key::Down]),
    ("\x1b[C\x1b[D", &[Key::Right, Key::Left]),
    ("\x1b[H\x1b[1~\x1b[7~\x1bOH", &[Key::Home; 4]),
    ("\x1b[F\x1b[4~\x1b[8~\x1bOF", &[Key::End; 4]),
    ("\x1b[5~\x1b[6~", &[Key::PageUp, Key::PageDown]),
    ("\t\x1b[Z", &[Key::Tab, Key::BackTab]),
    ("\r\n\x1bOM", &[Key::Enter; 3]),
    ("\x7f\x08", &[Key::Backspace; 2]),
    ("\x03\x0c\x1a", &[Key::Ctrl('c'), Key::Ctrl('l'), Key::Ctrl('z')]),
    ("\x1b[1;5B\x1b[1;2A", &[Key::Down, Key::Up]),
    ("\x1bj\x1b[1;3B\x1b[106;3u", &[]),
    ("\x1b\x1b[A", &[Key::Escape, Key::Up]),
    ("\x1b[106u\x1b[106;1u\x1b[106;1:1u\x1b[106;1:2u", &[Key::Char('j'); 4]),
    ("\x1b[106;1:3u\x1b[1;1:3B", &[]),
    ("\x1b[99;5u\x1b[27u\x1b[9;2u", &[Key::Ctrl('c'), Key::Escape, Key::BackTab]),
    ("\x1b[103;2u", &[Key::Char('G')]),
    ("\x1b[200~qq\x1b[A\x1b[20\r\x1b[201~j", &[Key::Char('j')]),
    ("\x1b[11~\x1b[24;2~\x1b[3~\x1bOP", &[]),
    ("\x1b[[Aj", &[Key::Char('j')]),
    ("\x1b[M !!j", &[Key::Char('j')]),
    ("\x1b]11;rgb:ffff/ffff/ffff\x07j", &[Key::Char('j')]),
    ("\x1b]11;rgb:ffff/ffff/ffff\x1b\\j", &[Key::Char('j')]),
    ("\x1bP1+r5463=38\x1b\\j", &[Key::Char('j')]),
    ("\x1b[?62;1;4c\x1b[24;80R\x1b[?2026;2$y\x1b[I\x1b[Oj", &[Key::Char('j')]),
    ("\x1b[<0;5;3m\x1b[<2;5;3M\x1b[<35;5;3M\x1b[<0;0;3M", &[]),
    ("\x1b[99999999999999999999A\x1b[;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;A", &[Key::Up; 2]),
    ("\x1b[1\x1b[B", &[Key::Down]),
];

#[test]
fn sequences_mean_what_they_mean_in_whatever_pieces_they_come() {
    for (text, meaning) in MEANINGS {
        let expected = keys(meaning);
        assert_eq!(decoded(&[text.as_bytes()]), expected, "{text:?}");
        for cut in 0..text.len() {
            let (start, end) = text.as_bytes().split_at(cut);
            assert_eq!(decoded(&[start, end]), expected, "{text:?} cut at {cut}");
        }
        let single: Vec<&[u8]> = text.as_bytes().chunks(1).collect();
        assert_eq!(decoded(&single), expected, "{text:?} byte by byte");
    }
}

#[test]
fn escape_alone_is_a_key_when_nothing_follows() {
    let (mut decoder, mut events) = (Decoder::default(), Vec::new());
    decoder.take(b"j\x1b", &mut events);
    assert_eq!(events, keys(&[Key::Char('j')]));
    assert!(decoder.waits());
    assert_eq!(decoder.silence(), Some(Event::Key(Key::Escape)));
    assert!(!decoder.waits());
    assert_eq!(decoder.silence(), None);
}

#[test]
fn a_paste_without_an_end_does_not_take_the_keyboard() {
    assert_eq!(decoded(&[b"\x1b[200~abc\x03q"]), keys(&[Key::Char('q')]));
}

#[test]
fn buttons_and_the_wheel_come_with_their_cell() {
    let at = Position::new(4, 2);
    let events = decoded(&[b"\x1b[<0;5;3M\x1b[<64;5;3M\x1b[<65;5;3M"]);
    assert_eq!(events, [Event::Click(at), Event::Wheel { up: true, at }, Event::Wheel { up: false, at }]);
}

proptest! {
    #[test]
    fn any_bytes_in_any_pieces_mean_the_same(bytes in proptest::collection::vec(any::<u8>(), 0..200), cut in 0_usize..200) {
        let (start, end) = bytes.split_at(cut.min(bytes.len()));
        prop_assert_eq!(decoded(&[&bytes]), decoded(&[start, end]));
    }

    #[test]
    fn ctrl_c_pressed_three_times_is_always_heard(mut bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        bytes.extend([3; 4]);
        prop_assert_eq!(decoded(&[&bytes]).last().copied(), Some(Event::Key(Key::Ctrl('c'))));
    }
}
