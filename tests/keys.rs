//! Keys as terminals send them, in a real terminal.
#![cfg(unix)]
#![allow(dead_code, reason = "not every test uses all of the support")]

#[path = "support/pty.rs"]
mod pty;

use pty::Pty;

#[test]
fn keys_of_other_keyboards_move_and_quit() {
    let mut pty = Pty::dashboard(&[], (120, 40));
    for (key, shown) in [("о", "▸ Exports in USD"), ("ｊ", "▸ Exports, growth"), ("л", "▸ Exports in USD")]
    {
        pty.press(key);
        pty.wait_for(shown);
    }
    pty.press("й");
    assert_eq!(pty.ended_well().0.exit_code(), 0);
}

#[test]
fn cursor_keys_are_keys_in_every_form() {
    let mut pty = Pty::dashboard(&[], (120, 40));
    for (sequence, shown) in
        [("\x1b[B", "▸ Exports in USD"), ("\x1bOB", "▸ Exports, growth"), ("\x1b[1~", "▸ Exports  ")]
    {
        pty.press(sequence);
        pty.wait_for(shown);
    }
}

#[test]
fn escape_and_the_next_key_in_one_piece_are_two_keys() {
    let mut pty = Pty::dashboard(&[], (120, 40));
    pty.press("\r");
    pty.wait_for("Esc back");
    pty.press("\x1bj");
    pty.wait_for("▸ Exports in USD");
}

#[test]
fn escape_alone_goes_back() {
    let mut pty = Pty::dashboard(&[], (120, 40));
    pty.press("?");
    pty.wait_for("Help");
    pty.press("\x1b");
    pty.wait_for("1 Key figures");
}

#[test]
fn pasted_text_is_text_where_one_types_and_does_nothing_else() {
    let mut pty = Pty::dashboard(&[], (120, 40));
    pty.press("\x1b[200~qqq\rG?\x1b[201~j");
    pty.wait_for("▸ Exports in USD");
    pty.press("/\x1b[200~  \nkazakh\rq\x1b[201~");
    pty.wait_for("/kazakh│ 2 of 37");
    pty.press("\x1b");
    pty.wait_for("▸ Top partners");
    pty.press("q");
    assert_eq!(pty.ended_well().0.exit_code(), 0);
}

#[test]
fn a_name_is_edited_where_the_caret_is() {
    let mut pty = Pty::dashboard(&[], (120, 40));
    pty.press("e");
    pty.wait_for("key-figures.csv");
    pty.press("\x1b[D\x1b[D\x1b[D\x1b[D-2023");
    pty.wait_for("key-figures-2023.csv");
    pty.press("\x1b\x7f\x1b[1~\x1b[3~K");
    pty.wait_for("Key-figures-.csv");
    // Leaves the question: the end of the terminal may come with a line break, which would write the file.
    pty.press("\x1b");
    pty.wait_for("1 Key figures");
}

#[test]
fn a_tiny_screen_names_a_key_that_quits_while_letters_are_typed() {
    let mut pty = Pty::dashboard(&[], (80, 24));
    pty.press("e");
    pty.wait_for("key-figures.csv");
    pty.resize(20, 5);
    pty.wait_for("Ctrl-C");
    pty.press("\x03");
    assert_eq!(pty.ended_well().0.exit_code(), 0);
}

#[test]
fn late_answers_to_others_and_keys_let_go_do_nothing() {
    let mut pty = Pty::dashboard(&[], (120, 40));
    pty.press("\x1b[?62;22c\x1b[106;1:3u\x1b[I\x1b[O");
    pty.press(
        "\x1b[?2026;2$y\x1b[?997;1n\x1b[?13;5R\x1b[?1;0;256S\x1b[>1;10;0c\x1b[>4;2m\x1b[=1;0c\x1b[4;1$y",
    );
    pty.press("\x1bP>|XTerm(388)\x1b\\\x1b]11;rgb:1c1c/1c1c/1c1c\x07\x1b]10;rgb:1c1c/1c1c/1c1c\x1b\\j");
    pty.wait_for("▸ Exports in USD");
}

/// The connection may lose the end of anything.
#[test]
fn an_unfinished_sequence_does_not_block_the_keyboard() {
    for cut in [
        &b"\x1b[200~abc"[..],
        b"\x1b[<0;10",
        b"\x1b[?2026",
        b"\x1b]11;rgb:1c",
        b"\x1bP>|XT",
        b"\x1b[M ",
        b"\x1bO",
        b"\x1b[[",
        b"\xd0",
    ] {
        let mut pty = Pty::dashboard(&[], (80, 24));
        pty.press_bytes(cut);
        pty.press("\x03");
        assert_eq!(pty.ended_well().0.exit_code(), 0, "Ctrl-C behind {}", cut.escape_ascii());
        let mut pty = Pty::dashboard(&[], (80, 24));
        pty.press_bytes(cut);
        pty.press("\x18j");
        pty.wait_for("▸ Exports in USD");
    }
}

/// Bytes that no one would type, the same in each run.
fn noise(seed: u32) -> Vec<u8> {
    const PARTS: [&[u8]; 12] = [
        b"\x1b[", b"\x1b[200~", b"\x1b]11;", b"\x1bP", b"\x1bO", b"\x1b[<0;", b"\x1b[?", b"\x1b[M", b"\x1b",
        b";5u", b"\x90", b"\xd0",
    ];
    let mut state = seed;
    let mut next = |below: usize| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 16) as usize % below
    };
    let mut noise = Vec::new();
    for _ in 0..60 {
        match next(3) {
            0 => noise.extend_from_slice(PARTS[next(PARTS.len())]),
            // Enter would write files, and these two end the session early.
            _ => noise.extend(u8::try_from(next(256)).ok().filter(|byte| !b"\r\nq\x03".contains(byte))),
        }
    }
    noise
}

#[test]
fn every_session_can_be_quit_whatever_came_before() {
    let folder = tempfile::tempdir().expect("a folder");
    for seed in 0..25 {
        let mut program = pty::horgos(&[]);
        program.cwd(folder.path());
        let mut pty = Pty::start(program, (80, 24));
        pty.wait_for("q quit");
        pty.press_bytes(&noise(seed));
        pty.press("\x03");
        assert_eq!(pty.ended_well().0.exit_code(), 0, "{}", noise(seed).escape_ascii());
    }
}

#[test]
fn the_mouse_is_the_terminals_until_it_is_asked_for() {
    let mut pty = Pty::dashboard(&[], (120, 40));
    let lines = pty.text();
    let row = |text| 1 + lines.lines().position(|line| line.contains(text)).expect("a row");
    let (first, second) = (row("▸ Exports"), row("Exports in USD"));
    assert_eq!(pty.screen().mouse_protocol_mode(), vt100::MouseProtocolMode::None);
    // Another program may have left the terminal reporting it.
    pty.press(&format!("\x1b[<0;10;{0}M\x1b[M *(\x1b[<65;10;{0}Mj", second + 3));
    pty.wait_for("▸ Exports in USD");
    pty.press("k");
    pty.wait_for("▸ Exports  ");
    pty.press("m");
    pty.wait_for("mouse is on");
    assert_eq!(pty.screen().mouse_protocol_mode(), vt100::MouseProtocolMode::PressRelease);
    assert_eq!(pty.screen().mouse_protocol_encoding(), vt100::MouseProtocolEncoding::Sgr);
    pty.press(&format!("\x1b[<0;10;{second}M\x1b[<0;10;{second}m"));
    pty.wait_for("▸ Exports in USD");
    pty.press(&format!("\x1b[<65;10;{second}M"));
    pty.wait_for("▸ Exports, growth");
    pty.press(&format!("\x1b[<0;80;{}M", first + 1));
    pty.wait_for("▸ Kazakhstan");
    pty.press("m");
    pty.wait_until("no mouse", |screen| !screen.contents().contains("mouse is on"));
    assert_eq!(pty.screen().mouse_protocol_mode(), vt100::MouseProtocolMode::None);
}

#[test]
fn ctrl_l_paints_everything_again() {
    let mut pty = Pty::dashboard(&[], (120, 40));
    let first = pty.sent.len();
    pty.press("\x0cj");
    pty.wait_for("▸ Exports in USD");
    assert!(String::from_utf8_lossy(&pty.sent[first..]).contains("\x1b[2J"));
}
