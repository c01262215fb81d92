//! Thousands of random frames, replayed by two terminal emulators and compared cell by cell.

use crate::frames::{Edit, any_style, edit, plain_style};
use crate::glass::Glass;
use crate::look::{Look, looks};
use crate::{NONE, every_ability};
use horgos::terminal::{Abilities, Wire};
use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier};

fn abilities() -> impl Strategy<Value = Abilities> {
    prop::sample::select(every_ability().collect::<Vec<_>>())
}

fn sizes() -> impl Strategy<Value = (u16, u16)> {
    prop_oneof![4 => Just((40, 8)), 1 => (1..5_u16, 1..4_u16), 1 => (30..45_u16, 1..9_u16)]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2500) })]

    #[test]
    fn the_strict_terminal_shows_what_was_drawn(
        (width, height) in sizes(),
        abilities in abilities(),
        frames in prop::collection::vec(prop::collection::vec(edit(any_style().boxed()), 0..7), 1..7),
    ) {
        let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
        let (mut wire, mut glass) = (Wire::new(abilities), Glass::new(width, height, abilities));
        for edits in frames {
            for edit in &edits {
                edit.apply(&mut buffer);
            }
            glass.feed(wire.frame(&buffer));
            prop_assert_eq!(glass.shows(), looks(&buffer));
            prop_assert!(wire.frame(&buffer).is_empty(), "an unchanged frame sends nothing");
        }
    }

    #[test]
    fn vt100_shows_what_was_drawn(
        (width, height) in sizes(),
        abilities in abilities(),
        frames in prop::collection::vec(prop::collection::vec(edit(plain_style().boxed()), 0..7), 1..7),
    ) {
        let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
        let mut wire = Wire::new(abilities);
        let mut parser = vt100_of(width, height);
        for edits in frames {
            for edit in &edits {
                edit.apply(&mut buffer);
            }
            bold_or_dim(&mut buffer);
            parser.process(wire.frame(&buffer));
            prop_assert_eq!(vt100_shows(&parser), expected_of_vt100(&buffer));
        }
    }
}

/// Rows of nothing but wide glyphs are not empty, though none of their glyphs fits the last column.
#[test]
fn rows_of_wide_glyphs_are_sent_once() {
    let mut buffer = Buffer::empty(Rect::new(0, 0, 40, 8));
    for y in 0..7 {
        buffer.set_string(0, y, "商品贸易".repeat(5), ratatui::style::Style::new());
    }
    let mut wire = Wire::new(Abilities::from_term(Some("xterm-256color")));
    assert!(!wire.frame(&buffer).is_empty());
    assert_eq!(wire.frame(&buffer), b"", "nothing changed");
}

#[test]
fn every_combination_of_abilities_is_replayed() {
    let mut buffer = Buffer::empty(Rect::new(0, 0, 40, 8));
    Edit::Row(3, Color::Red.into()).apply(&mut buffer);
    let changes = [
        Edit::Fill(2, 1, "─", 30, Color::Green.into()),
        Edit::Row(1, Modifier::REVERSED.into()),
        Edit::Fill(0, 3, " ", 35, (Color::Reset, Color::Blue).into()),
        Edit::Text(4, 3, "漢字 12,345.6", Modifier::BOLD.into()),
        Edit::Fill(0, 7, "█", 40, Color::LightCyan.into()),
        Edit::Blank,
    ];
    for abilities in every_ability() {
        let mut buffer = buffer.clone();
        let (mut wire, mut glass) = (Wire::new(abilities), Glass::new(40, 8, abilities));
        for change in &changes {
            change.apply(&mut buffer);
            glass.feed(wire.frame(&buffer));
            assert_eq!(glass.shows(), looks(&buffer), "{abilities:?}");
        }
    }
}

#[test]
fn glyphs_that_an_emoji_selector_widens_are_replayed() {
    let mut buffer = Buffer::empty(Rect::new(0, 0, 8, 2));
    let (mut wire, mut parser) = (Wire::new(NONE), vt100_of(8, 2));
    for text in ["❤\u{fe0f}ab", "a❤\u{fe0f}b", "abcd❤\u{fe0f}", "abcdef❤\u{fe0f}", "❤a", ""] {
        buffer.reset();
        buffer.set_string(0, 1, text, Modifier::UNDERLINED);
        parser.process(wire.frame(&buffer));
        assert_eq!(vt100_shows(&parser), expected_of_vt100(&buffer), "{text:?}");
    }
}

/// vt100 cannot represent text that is both.
fn bold_or_dim(buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        if cell.modifier.contains(Modifier::BOLD) {
            cell.modifier.remove(Modifier::DIM);
        }
    }
}

fn vt100_of(width: u16, height: u16) -> vt100::Parser {
    let size = |n| std::num::NonZeroU16::new(n).expect("no size is 0 here");
    let mut parser = vt100::Parser::new(size(height), size(width), 0);
    parser.process(b"junk\x1b[7m junk \x1b[41mjunk");
    parser
}

fn vt100_shows(parser: &vt100::Parser) -> Vec<Vec<Look>> {
    let (height, width) = parser.screen().size();
    let look = |y, x| {
        let cell = parser.screen().cell(y, x).expect("a cell within the screen");
        if cell.is_wide_continuation() {
            return Look::BLANK;
        }
        let symbol = if cell.has_contents() { cell.contents() } else { " " };
        let mut style = Modifier::empty();
        style.set(Modifier::BOLD, cell.bold());
        style.set(Modifier::DIM, cell.dim());
        style.set(Modifier::ITALIC, cell.italic());
        style.set(Modifier::UNDERLINED, cell.underline());
        style.set(Modifier::REVERSED, cell.inverse());
        let (fg, bg) = (from_vt100(cell.fgcolor()), from_vt100(cell.bgcolor()));
        Look { symbol: symbol.to_owned(), fg, bg, style }.seen()
    };
    (0..height.get()).map(|y| (0..width.get()).map(|x| look(y, x)).collect()).collect()
}

/// vt100 does not distinguish `31` from `38;5;1`.
fn expected_of_vt100(buffer: &Buffer) -> Vec<Vec<Look>> {
    let mut rows = looks(buffer);
    for look in rows.iter_mut().flatten() {
        for colour in [&mut look.fg, &mut look.bg] {
            for (name, index) in [(Color::Red, 1), (Color::White, 15), (Color::DarkGray, 8)] {
                if *colour == name {
                    *colour = Color::Indexed(index);
                }
            }
        }
    }
    rows
}

fn from_vt100(colour: vt100::Color) -> Color {
    match colour {
        vt100::Color::Default => Color::Reset,
        vt100::Color::Idx(index) => Color::Indexed(index),
        vt100::Color::Rgb(r, g, b) => Color::Rgb(r, g, b),
    }
}
