//! Keys in the spellings that terminals have for them.

use ratatui::layout::Position;

use super::super::key::key_of;
use super::*;
use crate::dashboard::Key;

/// Decodes what follows `ESC`.
fn decoded(text: &str) -> Option<Sequence> {
    let introducer = if text.starts_with('[') { Introducer::Csi } else { Introducer::Ss3 };
    let (last, parameters) = text.as_bytes()[1..].split_last().expect("a last byte");
    decode(introducer, parameters, *last)
}

fn key(text: &str) -> Option<Key> {
    match decoded(text) {
        Some(Sequence::Key(event)) => key_of(event),
        Some(other) => panic!("{text}: {other:?}"),
        None => None,
    }
}

#[test]
fn keys_have_many_spellings() {
    for (key_in_many, spellings) in [
        (Key::Up, &["[A", "OA", "[1A", "[1;1A", "[1;5A", "[a", "Oa", "[57419u"][..]),
        (Key::Down, &["[B", "OB", "[1;2B", "O2B", "O1;5B", "[b", "Ob"]),
        (Key::Home, &["[H", "OH", "[1~", "[7~", "[7$", "[7^", "[7@", "[1;129H", "[57423u"]),
        (Key::End, &["[F", "OF", "[4~", "[8~", "[4;5~", "[57424u"]),
        (Key::PageUp, &["[5~", "[5;2~", "[57421u"]),
        (Key::PageDown, &["[6~", "[6;1:2~", "[57422u"]),
        (Key::Delete, &["[3~", "[3$", "[57426u"]),
        (Key::F5, &["[15~", "[15;2~"]),
        (Key::Enter, &["OM", "[13u", "[57414u", "[27;5;13~", "[106;5u", "[109;5u"]),
        (Key::Escape, &["[27u", "[27;1;27~", "[91;5u"]),
        (Key::Tab, &["OI", "[9u", "[105;5u"]),
        (Key::BackTab, &["[Z", "[9;2u", "[27;2;9~"]),
        (Key::Backspace, &["[127u", "[8u", "[104;5u", "[27;5;104~"]),
        (Key::Char('5'), &["Ou", "[53u", "[57404u"]),
        (Key::Char('/'), &["Oo", "[47u", "[57410u"]),
        (Key::Char('q'), &["[113u", "[113;1u", "[113;129u", "[27;1;113~"]),
        (Key::Char('G'), &["[103;2u", "[103:71;2u", "[103;65u", "[27;2;71~"]),
        (Key::Char('g'), &["[103;66u"]),
        (Key::Char('?'), &["[47:63;2u", "[27;2;63~"]),
        (Key::Char('й'), &["[1081u", "[1081::113u"]),
        (Key::Ctrl('c'), &["[99;5u", "[99;133u", "[27;5;99~", "[27;5;67~"]),
    ] {
        for spelling in spellings {
            assert_eq!(key(spelling), Some(key_in_many), "{spelling}");
        }
    }
}

#[test]
fn function_keys_and_chords_of_others_do_nothing() {
    for nothing in [
        "OP", "O2P", "[P", "[1;5P", "[11~", "[24~", "[34;2~", "[12;5R", "[23$", "[11^", "[23@", "[25;2~",
        "[2~", "[57376u", "[57358u", "[57441;2u", "[1;3A", "[1;9A", "[113;9u", "[113;3u", "[106;1:3u",
        "[27;3;113~", "[E", "[29~", "[57399;3u", "[99;5:3u",
    ] {
        assert_eq!(key(nothing), None, "{nothing}");
    }
}

#[test]
fn answers_to_others_are_no_keys() {
    for answer in [
        "[?62;22c", "[>1;10;0c", "[=1;0c", "[?2026;2$y", "[4;1$y", "[?997;1n", "[0n", "[?13;5R",
        "[?1;0;256S", "[8;24;80t", "[>4;2m", "[?1u", "[I", "[O", "[1;2x", "[1;1+z", "[?1A", "[<5A", "[1 A",
        "[99999999999u", "[;;~",
    ] {
        assert_eq!(decoded(answer), None, "{answer}");
    }
}

#[test]
fn the_mouse_reports_presses_of_the_left_button_and_the_wheel() {
    let at = Position::new(4, 2);
    for click in ["[<0;5;3M", "[32;5;3M", "[<4;5;3M"] {
        assert_eq!(decoded(click), Some(Sequence::Mouse(Mouse::Click(at))), "{click}");
    }
    for (wheel, up) in [("[<64;5;3M", true), ("[<65;5;3M", false), ("[97;5;3M", false)] {
        assert_eq!(decoded(wheel), Some(Sequence::Mouse(Mouse::Wheel { up, at })), "{wheel}");
    }
    for nothing in ["[<0;5;3m", "[<35;5;3M", "[<2;5;3M", "[<0;0;3M", "[<0;5M", "[<0;70000;3M", "[31;5;3M"] {
        assert_eq!(decoded(nothing), None, "{nothing}");
    }
    assert_eq!(three_characters([' ', '%', '#']), Some(Mouse::Click(at)));
    assert_eq!(three_characters(['a', '%', '#']), Some(Mouse::Wheel { up: false, at }));
    assert_eq!(three_characters(['#', '%', '#']), None, "a release");
    assert_eq!(three_characters([' ', '\0', '#']), None, "a column that has no character");
}

#[test]
fn a_paste_has_a_beginning_and_an_end() {
    assert_eq!(decoded("[200~"), Some(Sequence::PasteBegins));
    assert_eq!(decoded("[201~"), Some(Sequence::PasteEnds));
}
