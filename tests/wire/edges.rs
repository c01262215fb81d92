//! Edge cases: the last cell, no cells at all, changing sizes, wide glyphs, hostile text.

use crate::glass::Glass;
use crate::look::{HOSTILE, looks};
use crate::{ALL, NONE, every_ability};
use horgos::terminal::Wire;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};

fn noise(width: u16, height: u16, seed: u16) -> Buffer {
    let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
    let symbols = ["a", " ", "漢", "─", "─", "e\u{301}", "\x07"];
    let mut n = u32::from(seed);
    for cell in &mut buffer.content {
        n = n.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let [r, g, pick, bits] = n.to_be_bytes();
        cell.set_symbol(symbols[usize::from(pick) % symbols.len()]);
        cell.set_fg(Color::Rgb(r, g, pick)).set_bg(Color::Indexed(bits));
        cell.modifier = Modifier::from_bits_truncate(u16::from(bits) << 1);
    }
    buffer
}

#[test]
fn every_size_is_painted() {
    for (width, height) in [(0, 0), (0, 5), (5, 0), (1, 1), (2, 1), (1, 7), (3, 2), (500, 200)] {
        let abilities = if width > 9 { [ALL].to_vec() } else { every_ability().collect() };
        for abilities in abilities {
            let (mut wire, mut glass) = (Wire::new(abilities), Glass::new(width, height, abilities));
            for seed in 0..3 {
                let buffer = noise(width, height, seed);
                glass.feed(wire.frame(&buffer));
                if !buffer.content.is_empty() {
                    assert_eq!(glass.shows(), looks(&buffer));
                }
            }
        }
    }
}

#[test]
fn a_screen_without_cells_gets_nothing_and_is_painted_when_it_has_some() {
    let mut wire = Wire::new(ALL);
    wire.frame(&noise(4, 2, 1));
    assert!(wire.frame(&noise(0, 2, 1)).is_empty());
    assert!(wire.frame(&noise(4, 2, 1)).starts_with(b"\x1b[m\x1b[2J"));
}

#[test]
fn another_size_is_painted_in_full() {
    for abilities in every_ability() {
        let mut wire = Wire::new(abilities);
        for (width, height) in [(9, 4), (8, 4), (8, 5), (20, 2), (20, 2)] {
            let buffer = noise(width, height, 3);
            let mut glass = Glass::new(width, height, abilities);
            let bytes = wire.frame(&buffer);
            if !bytes.is_empty() {
                glass.feed(bytes);
                assert_eq!(glass.shows(), looks(&buffer));
            }
        }
    }
}

#[test]
fn a_buffer_with_an_offset_or_missing_cells_does_not_panic() {
    let mut wire = Wire::new(ALL);
    assert!(wire.frame(&Buffer::empty(Rect::new(7, 9, 4, 2))).ends_with(b"\x1b[2J"));
    let mut short = noise(4, 2, 1);
    short.content.truncate(5);
    wire.frame(&short);
    short.content.clear();
    wire.frame(&short);
}

#[test]
fn the_last_cell_is_painted_without_scrolling() {
    for abilities in every_ability() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 10, 3));
        buffer.set_string(0, 0, "top", Style::new());
        let (mut wire, mut glass) = (Wire::new(abilities), Glass::new(10, 3, abilities));
        for text in ["+", "x", "========", "漢"] {
            let width = u16::try_from(text.len()).expect("a short text").min(8);
            let x = if text == "漢" { 8 } else { 10 - width };
            buffer.set_string(x, 2, text, Style::new());
            glass.feed(wire.frame(&buffer));
            assert_eq!(glass.shows(), looks(&buffer));
            buffer.set_string(9, 0, text.get(..1).unwrap_or("y"), Modifier::REVERSED);
            glass.feed(wire.frame(&buffer));
            assert_eq!(glass.shows(), looks(&buffer), "after another write");
        }
    }
}

#[test]
fn half_a_wide_glyph_is_replaced_with_the_other_half() {
    let texts =
        ["漢字漢字", "a漢字漢x", "漢字漢字", "漢ab漢字", "漢漢漢漢", " 漢漢漢 ", "漢  漢字", "abcdefgh"];
    for abilities in every_ability() {
        let (mut wire, mut glass) = (Wire::new(abilities), Glass::new(8, 1, abilities));
        let mut before = Buffer::empty(Rect::new(0, 0, 8, 1));
        for text in texts {
            let mut buffer = Buffer::empty(Rect::new(0, 0, 8, 1));
            buffer.set_string(0, 0, text, Style::new().bg(Color::Green));
            // Given only the columns that differ, the wire still considers whole glyphs.
            let differ = |column: &usize| buffer.content[*column] != before.content[*column];
            let (first, last) = ((0..8).find(differ), (0..8).rfind(differ));
            glass.feed(wire.rows(&buffer, |_| first.unwrap_or(0)..last.map_or(0, |last| last + 1)));
            assert_eq!(glass.shows(), looks(&buffer), "{text}");
            before = buffer;
        }
    }
}

#[test]
fn a_wide_glyph_that_does_not_fit_is_a_blank() {
    let mut buffer = Buffer::empty(Rect::new(0, 0, 3, 1));
    buffer[(2, 0)].set_symbol("漢");
    assert_eq!(Wire::new(NONE).frame(&buffer), b"\x1b[m\x1b[2J");
}

#[test]
fn characters_a_terminal_would_obey_become_spaces() {
    let hostile = [
        "\x1b",
        "\x1b[2J",
        "\x07",
        "\r",
        "\n",
        "\t",
        "\x08",
        "\x00",
        "\x7f",
        "\u{80}",
        "\u{9b}",
        "\u{9d}0;x\u{9c}",
        "a\x1b",
        "",
        "\u{301}",
        "\u{200b}",
    ];
    let alone = HOSTILE.map(String::from);
    let after_a_letter = HOSTILE.map(|c| format!("a{c}"));
    let hostile = hostile.map(str::to_owned).into_iter().chain(alone).chain(after_a_letter);
    for symbol in hostile {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 3, 1));
        buffer.set_string(0, 0, "x x", Style::new());
        buffer[(1, 0)].set_symbol(&symbol);
        assert_eq!(Wire::new(NONE).frame(&buffer), b"\x1b[m\x1b[2J\x1b[Hx x", "{symbol:?}");
    }
}

#[test]
fn after_a_glyph_of_uncertain_width_the_cursor_is_positioned_again() {
    let mut buffer = Buffer::empty(Rect::new(0, 0, 9, 1));
    buffer.set_string(0, 0, "Ae\u{301}x", Style::new());
    assert_eq!(Wire::new(NONE).frame(&buffer), "\x1b[m\x1b[2J\x1b[HAe\u{301}\r\x1b[2Cx".as_bytes());
    assert_eq!(Wire::new(ALL).frame(&buffer), "\x1b[m\x1b[2J\x1b[HAe\u{301}\x1b[3Gx".as_bytes());
}
