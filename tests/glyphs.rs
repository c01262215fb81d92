//! The glyph sets, on every screen.
#![allow(dead_code, reason = "not every test uses all of the support")]

#[path = "support/screen.rs"]
mod screen;
#[path = "support/walk.rs"]
mod walk;

use horgos::dashboard::Appearance;
use horgos::screen::{Glyphs, Means, Theme, frame};
use unicode_width::UnicodeWidthStr;

/// `East_Asian_Width=Ambiguous` up to U+2FFF but for letters of other scripts, from EastAsianWidth.txt of Unicode 16.0.
#[rustfmt::skip]
const AMBIGUOUS: [(u32, u32); 96] = [
    (0xa1, 0xa1), (0xa4, 0xa4), (0xa7, 0xa8), (0xaa, 0xaa), (0xad, 0xae), (0xb0, 0xb4), (0xb6, 0xba), (0xbc, 0xbf),
    (0xc6, 0xc6), (0xd0, 0xd0), (0xd7, 0xd8), (0xde, 0xe1), (0xe6, 0xe6), (0xe8, 0xea), (0xec, 0xed), (0xf0, 0xf0),
    (0xf2, 0xf3), (0xf7, 0xfa), (0xfc, 0xfc), (0xfe, 0xfe), (0x101, 0x101), (0x111, 0x111), (0x113, 0x113),
    (0x11b, 0x11b), (0x126, 0x127), (0x12b, 0x12b), (0x131, 0x133), (0x138, 0x138), (0x13f, 0x142), (0x144, 0x144),
    (0x148, 0x14b), (0x14d, 0x14d), (0x152, 0x153), (0x166, 0x167), (0x16b, 0x16b), (0x1ce, 0x1ce), (0x2c7, 0x2c7),
    (0x2c9, 0x2cb), (0x2d8, 0x2db), (0x300, 0x36f), (0x391, 0x3a9), (0x3b1, 0x3c9), (0x401, 0x401), (0x410, 0x44f),
    (0x451, 0x451), (0x2010, 0x2010), (0x2013, 0x2016), (0x2018, 0x2019), (0x201c, 0x201d), (0x2020, 0x2022),
    (0x2024, 0x2027), (0x2030, 0x2030), (0x2032, 0x2033), (0x2035, 0x2035), (0x203b, 0x203b), (0x203e, 0x203e),
    (0x2074, 0x2074), (0x207f, 0x207f), (0x2081, 0x2084), (0x20ac, 0x20ac), (0x2103, 0x2103), (0x2116, 0x2116),
    (0x2121, 0x2122), (0x2153, 0x2154), (0x215b, 0x215e), (0x2160, 0x216b), (0x2190, 0x2199), (0x21d2, 0x21d2),
    (0x21d4, 0x21d4), (0x2200, 0x2200), (0x2202, 0x2203), (0x220f, 0x220f), (0x2211, 0x2211), (0x2215, 0x2215),
    (0x221a, 0x221a), (0x221d, 0x2220), (0x2225, 0x2225), (0x2227, 0x222c), (0x2234, 0x2237), (0x223c, 0x223d),
    (0x2248, 0x2248), (0x2260, 0x2261), (0x2264, 0x2267), (0x2295, 0x2295), (0x2299, 0x2299), (0x22a5, 0x22a5),
    (0x2460, 0x24e9), (0x24eb, 0x254b), (0x2550, 0x2573), (0x2580, 0x258f), (0x2592, 0x2595), (0x25a0, 0x25a1),
    (0x25a3, 0x25a9), (0x25b2, 0x25b3), (0x25b6, 0x25b7), (0x25bc, 0x25bd),
];

fn drawn(glyphs: Glyphs) -> Vec<(String, ratatui::buffer::Buffer)> {
    let means = Means { glyphs, ..Means::default() };
    let frames = |(name, app): (String, horgos::dashboard::App)| {
        (name, frame(&app, &Theme::new(app.appearance(), means)))
    };
    walk::screens(Appearance::default()).into_iter().map(frames).collect()
}

#[test]
fn narrow_has_no_glyph_that_may_be_two_columns_wide() {
    for (name, buffer) in drawn(Glyphs::Narrow) {
        for cell in &buffer.content {
            for c in cell.symbol().chars() {
                let code = u32::from(c);
                let ambiguous = AMBIGUOUS.iter().any(|(first, last)| (*first..=*last).contains(&code));
                assert!(!ambiguous, "{c} in {name}");
            }
            assert_eq!(cell.symbol().width(), cell.symbol().width_cjk(), "{:?} in {name}", cell.symbol());
        }
    }
}

#[test]
fn ascii_is_ascii() {
    for (name, buffer) in drawn(Glyphs::Ascii) {
        for cell in &buffer.content {
            assert!(cell.symbol().is_ascii() && cell.symbol().len() == 1, "{:?} in {name}", cell.symbol());
            assert_ne!(cell.symbol(), "\0");
        }
    }
}

#[test]
fn nothing_but_question_marks_of_the_text_itself_is_a_question_mark() {
    for ((name, unicode), (_, ascii)) in drawn(Glyphs::Unicode).iter().zip(&drawn(Glyphs::Ascii)) {
        for (cell, replaced) in unicode.content.iter().zip(&ascii.content) {
            assert!(
                replaced.symbol() != "?" || cell.symbol() == "?",
                "{:?} is lost in {name}",
                cell.symbol()
            );
        }
    }
}

#[test]
fn the_thick_bar_ends_with_a_whole_cell_where_there_are_no_blocks() {
    for glyphs in [Glyphs::Narrow, Glyphs::Ascii] {
        for (keys, bars) in [("4j", "South Africa"), ("4G", "Algeria"), ("2j", "Kazakhstan"), ("5j", "Rail")]
        {
            let mut app = screen::bundled(120, 36);
            screen::press(&mut app, keys);
            let means = Means { glyphs, ..Means::default() };
            let frame = frame(&app, &Theme::new(app.appearance(), means));
            let row = |y: u16| (0..120).map(move |x| (x, y));
            let line = |y: u16| row(y).map(|at| frame[at].symbol()).collect::<String>();
            let y = (0..36).find(|y| line(*y).contains(bars)).expect("a row with a bar");
            assert!(!line(y).contains('#'), "{glyphs:?} {bars}: {}", line(y));
            assert!(row(y).any(|at| frame[at].bg != ratatui::style::Color::Reset), "{bars} is painted");
        }
    }
}

#[test]
fn in_ascii_lines_that_lie_close_have_signs_of_their_own() {
    let mut app = screen::bundled(120, 36);
    screen::press(&mut app, "2z");
    let means = Means { glyphs: Glyphs::Ascii, ..Means::default() };
    let shown = horgos::print::plain(&frame(&app, &Theme::new(app.appearance(), means)));
    for end in ["..a ", "**b ", "~~c ", ": all five 150"] {
        assert!(shown.contains(end), "{end}:\n{shown}");
    }
}
