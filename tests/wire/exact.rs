//! Small cases with known bytes: one wasted byte fails a test.

use crate::{ALL, NONE};
use horgos::terminal::{Abilities, Repeat, Wire};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};

fn rows<const N: usize>(lines: [&str; N]) -> Buffer {
    let mut buffer = Buffer::empty(Rect::new(0, 0, 40, 6));
    for (y, line) in (0..).zip(lines) {
        buffer.set_string(0, y, line, Style::new());
    }
    buffer
}

fn styled(x: u16, y: u16, text: &str, style: impl Into<Style>) -> Buffer {
    let mut buffer = Buffer::empty(Rect::new(0, 0, 40, 6));
    buffer.set_string(x, y, text, style);
    buffer
}

/// The bytes sent for `after` if the terminal already shows `before`.
fn sent(abilities: Abilities, before: &Buffer, after: &Buffer) -> String {
    let mut wire = Wire::new(abilities);
    wire.frame(before);
    String::from_utf8(wire.frame(after).to_vec()).expect("UTF-8")
}

#[test]
fn a_marker_moves_one_row_down() {
    let before = rows(["  Title", "> Kazakhstan   1,234.5", "  Uzbekistan     987.6"]);
    let after = rows(["  Title", "  Kazakhstan   1,234.5", "> Uzbekistan     987.6"]);
    // Up to the row, blank the marker, and down again to write the other one.
    assert_eq!(sent(ALL, &before, &after), "\r\x1b[A \r\n>");
    assert_eq!(sent(NONE, &before, &after), "\r\x1b[A \r\n>");
}

#[test]
fn a_reversed_row_moves_one_row_down() {
    let row = |y| styled(0, y, &format!("{:<40}", "Total"), Modifier::REVERSED);
    assert_eq!(sent(ALL, &row(1), &row(2)), "\r\x1b[m\x1b[K\n\x1b[7mTotal \x1b[34b");
    assert_eq!(
        sent(NONE, &row(1), &row(2)),
        format!("\r\x1b[m\x1b[K\n\x1b[7mTotal{}", " ".repeat(35)),
        "an erase would lose the reversal"
    );
}

#[test]
fn a_full_repaint_assumes_nothing() {
    let mut wire = Wire::new(NONE);
    assert_eq!(wire.frame(&rows(["ab", "", "  c"])), b"\x1b[m\x1b[2J\x1b[Hab\n\nc");
    wire.forget();
    assert_eq!(wire.frame(&rows(["", "ab"])), b"\x1b[m\x1b[2J\x1b[2Hab");
    let mut blank = Wire::new(NONE);
    assert_eq!(blank.frame(&rows([])), b"\x1b[m\x1b[2J", "clears whatever was there");
}

#[test]
fn one_frame_is_one_bracketed_update() {
    let mut wire = Wire::new(Abilities { sync: true, ..NONE });
    assert_eq!(wire.frame(&rows(["a"])), b"\x1b[?2026h\x1b[m\x1b[2J\x1b[Ha\x1b[?2026l");
    assert_eq!(wire.frame(&rows(["a"])), b"");
    assert_eq!(wire.frame(&rows(["ab"])), b"\x1b[?2026hb\x1b[?2026l");
}

#[test]
fn a_gap_is_crossed_the_shortest_way() {
    let before = rows(["abcdefghijklmnopqrstuvwxyz"]);
    let cases = [
        ("Abcdefghijklmnopqrstuvwxyz", "\rA"),
        ("AbCdefghijklmnopqrstuvwxyz", "\rAbC"),
        ("AbcdefgHijklmnopqrstuvwxyz", "\rA\x1b[8GH"),
        ("abcdefghijklmnopqrstuvwxyZ", "\x08Z"),
        ("abcdefghijklmnopqrstuvWxyz", "\x1b[4DW"),
    ];
    for (line, bytes) in cases {
        assert_eq!(sent(ALL, &before, &rows([line])), bytes);
    }
}

#[test]
fn a_row_is_entered_where_that_is_cheapest() {
    let before = rows(["abcdefgh", "abcdefgh"]);
    let cases = [
        (["abcdefgh", "abCdefgh"], "\rabC"),
        (["abXdefgh", "abcdeXgh"], "\x1b[;3HX\ndeX"),
        (["abcdefgX", "abcdefgX"], "\x08\x1b[AX\x08\nX"),
    ];
    for (lines, bytes) in cases {
        assert_eq!(sent(ALL, &before, &rows(lines)), bytes);
    }
}

#[test]
fn combining_marks_are_compared_and_their_width_is_not_trusted() {
    assert_eq!(sent(ALL, &rows(["ae\u{301}"]), &rows(["ae\u{300}"])), "\rae\u{300}");
    assert_eq!(sent(ALL, &rows(["Xe\u{301}Y"]), &rows(["xe\u{301}y"])), "\rx\x1b[Cy");
}

#[test]
fn a_blank_is_written_with_the_pen_of_the_next_glyph() {
    let reversed = Modifier::REVERSED;
    let line = |first: Style| {
        let mut buffer = styled(0, 0, "A", first);
        buffer.set_string(1, 0, " B", Color::Red);
        buffer
    };
    assert_eq!(sent(ALL, &rows(["xyz"]), &line(reversed.into())), "\r\x1b[7mA\x1b[;31m B");
    assert_eq!(
        sent(ALL, &rows(["xyz"]), &line(Style::new().fg(Color::Red).add_modifier(reversed))),
        "\r\x1b[7;31mA\x1b[27m B"
    );
}

#[test]
fn blanks_are_erased_where_that_is_shorter() {
    let before = rows(["0123456789012345678901234567890123456789"]);
    let hole = rows(["01234          5678901234567890123456789"]);
    let tail = rows(["01234"]);
    assert_eq!(sent(ALL, &before, &tail), "\x1b[6G\x1b[K");
    assert_eq!(sent(NONE, &before, &tail), "\r\x1b[5C\x1b[K");
    assert_eq!(sent(ALL, &before, &hole), "\x1b[6G\x1b[10X");
    assert_eq!(sent(Abilities { column: false, ..ALL }, &before, &hole), "\r\x1b[5C\x1b[10X");
    assert_eq!(sent(NONE, &before, &hole), format!("\r\x1b[5C{}", " ".repeat(10)));
    // Three blanks are as short as the erasure of the rest, four are not.
    let without = |last: usize| rows([&"0123456789012345678901234567890123456789"[..40 - last]]);
    assert_eq!(sent(ALL, &before, &without(3)), "\x1b[38G   ");
    assert_eq!(sent(ALL, &before, &without(4)), "\x1b[37G\x1b[K");
}

#[test]
fn only_pen_changes_are_sent() {
    let bold_red = Style::new().fg(Color::Red).add_modifier(Modifier::BOLD);
    let cases = [
        (bold_red, Style::new().fg(Color::Red), "\x1b[22m"),
        (bold_red, bold_red.fg(Color::LightBlue), "\x1b[94m"),
        (bold_red, Style::new(), "\x1b[m"),
        (bold_red, bold_red.bg(Color::Indexed(214)), "\x1b[48;5;214m"),
        (bold_red, Style::new().add_modifier(Modifier::DIM), "\x1b[;2m"),
        (bold_red, bold_red.remove_modifier(Modifier::BOLD).add_modifier(Modifier::DIM), "\x1b[22;2m"),
        (bold_red, bold_red.fg(Color::Reset), "\x1b[39m"),
        (Style::new(), Style::new().fg(Color::Rgb(0, 10, 255)), "\x1b[38;2;0;10;255m"),
        (Style::new(), Style::new().add_modifier(Modifier::all()), "\x1b[1;2;3;4;5;6;7;8;9m"),
    ];
    for (old, new, bytes) in cases {
        let mut after = styled(0, 0, "x", old);
        after.set_string(1, 0, "y", new);
        assert_eq!(sent(ALL, &styled(0, 0, "x", old), &after), format!("{bytes}y"));
    }
}

#[test]
fn a_blank_ignores_foreground_and_weight() {
    let before = styled(0, 0, "a b", Color::Red);
    let mut after = before.clone();
    after[(1, 0)].set_fg(Color::Blue).modifier |= Modifier::BOLD | Modifier::ITALIC;
    assert_eq!(sent(ALL, &before, &after), "");
    assert_eq!(sent(ALL, &before, &styled(0, 0, "c d", Color::Red)), "\rc d");
}

#[test]
fn a_background_is_erased_only_if_the_terminal_fills_it() {
    let bar = styled(0, 0, &" ".repeat(40), Style::new().bg(Color::Blue));
    assert_eq!(sent(ALL, &rows([]), &bar), "\x1b[H\x1b[44m\x1b[K");
    let without = Abilities { back_colour_erase: false, ..ALL };
    assert_eq!(sent(without, &rows([]), &bar), "\x1b[H\x1b[44m \x1b[39b");
    assert_eq!(sent(without, &bar, &rows([])), "\r\x1b[m\x1b[K");
}

#[test]
fn only_glyphs_the_terminal_can_repeat_are_repeated() {
    let line = |glyph: &str| rows([glyph.repeat(20).as_str()]);
    let ascii = Abilities { repeat: Repeat::Ascii, ..ALL };
    assert_eq!(sent(ALL, &rows([]), &line("─")), "\x1b[H─\x1b[19b");
    assert_eq!(sent(ascii, &rows([]), &line("─")), format!("\x1b[H{}", "─".repeat(20)));
    assert_eq!(sent(ascii, &rows([]), &line("=")), "\x1b[H=\x1b[19b");
    assert_eq!(sent(ALL, &rows([]), &line("e\u{301}")).matches("e\u{301}").count(), 20);
}

#[test]
fn an_erasure_may_begin_with_unchanged_cells() {
    let before = rows(["Ax               hello"]);
    let after = rows(["Bx"]);
    assert_eq!(sent(NONE, &before, &after), "\rBx\x1b[K");
}

#[test]
fn emptied_rows_are_erased_together() {
    let full = rows(["Title", "one", "two", "three", "four", "j row  q quit"]);
    for abilities in [ALL, NONE] {
        let text = rows(["Title", "", "", "", "", "Esc back"]);
        assert_eq!(sent(abilities, &full, &text), "\x1b[2H\x1b[J\n\n\n\nEsc back", "all below the first");
        let same = rows(["Title", "", "", "", "", "j row  q quit"]);
        assert!(!sent(abilities, &full, &same).contains("\x1b[J"), "the last row stays");
        let few = rows(["Title", "one", "two", "", "", "Esc back"]);
        assert!(!sent(abilities, &full, &few).contains("\x1b[J"), "too few to be worth it");
    }
}
