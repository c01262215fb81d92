//! Everything a terminal may send, cut at every place, joined with everything else, and at random.

use proptest::prelude::*;

use super::parser::Parser;
use crate::dashboard::{Event, Key, Move};

/// Bytes that a terminal sends, and their meaning.
fn known() -> Vec<(&'static [u8], Vec<Event>)> {
    let keys = |keys: &[Key]| keys.iter().map(|key| Event::Key(*key)).collect::<Vec<_>>();
    let key = |key| keys(&[key]);
    let mut known = vec![
        (&b"j"[..], key(Key::Char('j'))),
        ("й".as_bytes(), key(Key::Char('й'))),
        ("ｑ𝄞".as_bytes(), keys(&[Key::Char('ｑ'), Key::Char('𝄞')])),
        (b"\r\t\x7f\x0c", keys(&[Key::Enter, Key::Tab, Key::Backspace, Key::Ctrl('l')])),
        (b"\x1b[A", key(Key::Up)),
        (b"\x1bOB", key(Key::Down)),
        (b"\x1b[1;5C", key(Key::Right)),
        (b"\x1b[15~\x1b[[E", keys(&[Key::F5, Key::F5])),
        (b"\x1b[3$", key(Key::Delete)),
        (b"\x1b[106u", key(Key::Char('j'))),
        (b"\x1b[27;5;99~", key(Key::Ctrl('c'))),
        (b"\x9b6~", key(Key::PageDown)),
        (b"\x1bj", vec![Event::AfterEscape(Key::Char('j'))]),
        (b"\x1b\r", vec![Event::AfterEscape(Key::Enter)]),
        (b"\x1b\x1b[B", keys(&[Key::Escape, Key::Down])),
        (b"\x1b\x7f", key(Key::AltBackspace)),
        (b"\x1b[<0;10;4M", vec![Event::Click((9, 3).into())]),
        (b"\x1b[M`*$", vec![Event::Wheel(Move::Previous, (9, 3).into())]),
        (b"\x1b[200~two\rlines\x1b[201~", vec![Event::Paste("two\rlines".to_owned())]),
        (b"\x1b[200~a\x1b[31mred\x1b]8;;x\x1b\\\x1b[201~", vec![Event::Paste("ared".to_owned())]),
    ];
    known.extend(NOTHING.map(|nothing| (nothing, Vec::new())));
    known
}

/// Answers to the questions of others, and keys that mean nothing here.
const NOTHING: [&[u8]; 26] = [
    b"\x1b[?62;22c",
    b"\x1b[>1;10;0c",
    b"\x1b[=1;0c",
    b"\x1b[?2026;2$y",
    b"\x1b[4;1$y",
    b"\x1b[?997;1n",
    b"\x1b[?13;5R",
    b"\x1b[12;5R",
    b"\x1b[?1;0;256S",
    b"\x1b[>4;2m",
    b"\x1b[?1u",
    b"\x1b[8;24;80t",
    b"\x1b[I\x1b[O",
    b"\x1b[<0;10;4m",
    b"\x1b]11;rgb:1c1c/1c1c/1c1c\x1b\\",
    b"\x1b]52;c;cXFx\x07",
    b"\x1bP>|XTerm(388)\x1b\\",
    b"\x1bP1+r436f=323536\x1b\\",
    b"\x1b_Gi=31;OK\x1b\\",
    b"\x1b^quit\x1b\\\x1bXquit\x1b\\",
    b"\x1b\\",
    b"\x90>|q\x9c\x9d11;q\x9c",
    b"\x1bOP\x1b[17~\x1b[[A\x1b[23@",
    b"\x1b[1;3A\x1b[113;9u\x1b[106;1:3u",
    b"\xff\xc3\xff\x81",
    b"\x1b[123456789;123456789;123456789;123456789;123456789;123456789;123456789;1A",
];

fn heard(pieces: &[&[u8]]) -> Vec<Event> {
    let mut parser = Parser::default();
    let mut events: Vec<Event> = pieces.iter().flat_map(|piece| parser.feed(piece)).collect();
    while parser.timeout().is_some() {
        events.extend(parser.give_up());
    }
    events
}

#[test]
fn every_sequence_means_what_it_does_wherever_it_is_cut() {
    for (bytes, expected) in known() {
        for cut in 0..=bytes.len() {
            let (first, second) = bytes.split_at(cut);
            assert_eq!(heard(&[first, second]), expected, "{:?}", first.escape_ascii().to_string());
        }
    }
}

#[test]
fn every_sequence_means_the_same_behind_every_other() {
    for (first, before) in known() {
        for (second, after) in known() {
            let expected: Vec<Event> = before.iter().chain(&after).cloned().collect();
            let both = [first, second].concat();
            assert_eq!(heard(&[&both]), expected, "{:?}", both.escape_ascii().to_string());
        }
    }
}

/// A sequence that is cut off must neither type, nor be a command, nor swallow the sequence behind it.
#[test]
fn an_unfinished_sequence_is_ignored_and_leaves_the_next_one_whole() {
    let is_one = |sequence: &&&[u8]| {
        let rest = sequence.strip_prefix(b"\x1b").unwrap_or(b"\x1b");
        !rest.strip_suffix(b"\x1b\\").unwrap_or(rest).contains(&0x1b)
    };
    for nothing in NOTHING.iter().filter(is_one) {
        for cut in 2..nothing.len() {
            let events = heard(&[&nothing[..cut], b"\x1b[B"]);
            assert_eq!(events, [Event::Key(Key::Down)], "{:?}", nothing[..cut].escape_ascii().to_string());
        }
    }
}

#[test]
fn escape_and_cancel_end_what_is_unfinished() {
    let q = [Event::Key(Key::Char('q'))];
    for unfinished in [
        &b"\x1b["[..],
        b"\x1b[<0;10",
        b"\x1bO",
        b"\x1b[M!",
        b"\x1b[[",
        b"\x1b]11;rgb",
        b"\x1bP",
        b"\x1b[200~a",
    ] {
        assert_eq!(heard(&[unfinished, b"\x18", b"q"]), q, "{:?}", unfinished.escape_ascii().to_string());
        assert_eq!(heard(&[unfinished, b"\x1b", b"q"]), q, "{:?}", unfinished.escape_ascii().to_string());
        let mut parser = Parser::default();
        parser.feed([unfinished, b"\x1b"].concat().as_slice());
        assert_eq!(parser.give_up(), [], "an escape that ends something is no key");
        assert_eq!(parser.feed(b"q"), q);
    }
}

#[test]
fn a_key_that_no_sequence_has_ends_it() {
    for cut in [&b"\x1b["[..], b"\x1b[<0;10", b"\x1bO", b"\x1b[M!", b"\x1b[["] {
        assert_eq!(heard(&[cut, b"\r"]), [Event::Key(Key::Enter)], "{}", cut.escape_ascii());
    }
}

#[test]
fn ctrl_c_ends_what_is_unfinished_and_is_the_key() {
    let quits = [Event::Key(Key::Ctrl('c'))];
    for (unfinished, _) in known() {
        for cut in 0..unfinished.len() {
            let mut parser = Parser::default();
            let before = parser.feed(&unfinished[..cut]);
            let after = parser.feed(b"\x03");
            assert!(after.ends_with(&quits), "{before:?} {after:?}");
            assert_eq!((after.len(), parser.timeout()), (1, None));
        }
    }
    for spelling in [&b"\x1b[99;5u"[..], b"\x1b[27;5;99~"] {
        assert_eq!(heard(&[b"\x1b[200~abc", spelling]), quits, "in a paste without an end");
    }
}

#[test]
fn escape_alone_is_a_key_only_after_some_silence() {
    let mut parser = Parser::default();
    assert_eq!(parser.feed(b"\x1b"), []);
    let short = parser.timeout().expect("it may go on");
    assert_eq!(parser.give_up(), [Event::Key(Key::Escape)]);
    assert_eq!(parser.timeout(), None, "nothing is left to wait for");
    parser.feed(b"\x1b[");
    assert!(parser.timeout().is_some_and(|long| long > short), "it has certainly begun");
    assert_eq!(parser.give_up(), []);
    parser.feed(b"\x1b[200~a");
    assert_eq!(parser.timeout(), None, "a paste may take as long as it does");
    assert_eq!(parser.feed(b"q"), []);
}

#[test]
fn a_large_paste_does_not_fill_memory() {
    let mut parser = Parser::default();
    parser.feed(b"\x1b[200~");
    for _ in 0..100 {
        parser.feed(&[b'x'; 4096]);
    }
    let Some(Event::Paste(text)) = parser.feed(b"\x1b[201~").pop() else { panic!("no paste") };
    assert_eq!(text.len(), 1 << 16);
}

/// Bytes as terminals and the unlucky send them: beginnings of sequences are much more frequent than by chance.
fn bytes() -> impl Strategy<Value = Vec<u8>> {
    let begins = prop::sample::select(known())
        .prop_flat_map(|(bytes, _)| (0..=bytes.len()).prop_map(move |cut| bytes[..cut].to_vec()));
    prop::collection::vec(prop_oneof![begins, prop::collection::vec(any::<u8>(), 0..8)], 0..20)
        .prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn it_does_not_matter_how_bytes_are_cut(bytes in bytes(), size in 1_usize..9) {
        let pieces: Vec<&[u8]> = bytes.chunks(size).collect();
        prop_assert_eq!(heard(&pieces), heard(&[&bytes]));
    }

    #[test]
    fn ctrl_c_quits_whatever_came_before(bytes in bytes()) {
        let mut parser = Parser::default();
        parser.feed(&bytes);
        prop_assert!(parser.feed(b"\x03").ends_with(&[Event::Key(Key::Ctrl('c'))]));
        prop_assert_eq!(parser.feed(b"q"), [Event::Key(Key::Char('q'))]);
    }

    #[test]
    fn after_escape_and_silence_a_key_is_a_key(bytes in bytes()) {
        let mut parser = Parser::default();
        parser.feed(&bytes);
        parser.feed(b"\x1b");
        parser.give_up();
        prop_assert_eq!(parser.feed(b"q"), [Event::Key(Key::Char('q'))]);
    }

    #[test]
    fn every_control_sequence_ends(middle in "[0-9;:?>=<!-/]{0,90}", last in "[@-~]") {
        // These begin something that goes on.
        prop_assume!(!middle.is_empty() || (last != "M" && last != "["));
        prop_assume!(!middle.contains("200"));
        let mut parser = Parser::default();
        parser.feed(format!("\u{1b}[{middle}{last}").as_bytes());
        prop_assert_eq!(parser.feed(b"q"), [Event::Key(Key::Char('q'))]);
    }

    #[test]
    fn a_private_sequence_types_nothing(opens in "[?>=]", middle in "[0-9;:$]{0,40}", last in "[@-~]") {
        prop_assert_eq!(heard(&[format!("\u{1b}[{opens}{middle}{last}").as_bytes()]), []);
    }
}
