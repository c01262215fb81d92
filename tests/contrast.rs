//! Every cell of every screen can be read: contrast as the Web Content Accessibility Guidelines (2.2, "contrast
//! ratio" and "relative luminance") compute it.
#![allow(dead_code, reason = "not every test uses all of the support")]

#[path = "support/everywhere.rs"]
mod everywhere;
#[path = "support/review.rs"]
mod review;
#[path = "support/screen.rs"]
mod screen;
#[path = "support/table.rs"]
mod table;
#[path = "support/walk.rs"]
mod walk;

use everywhere::everywhere;
use horgos::dashboard::{Appearance, Rising, ThemeName};
use horgos::screen::{Depth, Glyphs, Means, Theme};
use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

type Rgb = u32;

/// A terminal's colours: background, foreground, and the sixteen.
struct Palette {
    name: &'static str,
    ground: Rgb,
    text: Rgb,
    sixteen: [Rgb; 16],
}

/// xterm's own, from XTerm-col.ad of its source.
const XTERM: [Rgb; 16] = [
    0x00_0000, 0xcd_0000, 0x00_cd00, 0xcd_cd00, 0x00_00ee, 0xcd_00cd, 0x00_cdcd, 0xe5_e5e5, 0x7f_7f7f,
    0xff_0000, 0x00_ff00, 0xff_ff00, 0x5c_5cff, 0xff_00ff, 0x00_ffff, 0xff_ffff,
];
/// From ethanschoonover.com/solarized, the table of values.
const SOLARIZED: [Rgb; 16] = [
    0x07_3642, 0xdc_322f, 0x85_9900, 0xb5_8900, 0x26_8bd2, 0xd3_3682, 0x2a_a198, 0xee_e8d5, 0x00_2b36,
    0xcb_4b16, 0x58_6e75, 0x65_7b83, 0x83_9496, 0x6c_71c4, 0x93_a1a1, 0xfd_f6e3,
];
/// Terminal.app of macOS, profile Basic, as the table in Wikipedia's "ANSI escape code" has it.
const TERMINAL_APP: [Rgb; 16] = [
    0x00_0000, 0x99_0000, 0x00_a600, 0x99_9900, 0x00_00b2, 0xb2_00b2, 0x00_a6b2, 0xbf_bfbf, 0x66_6666,
    0xe5_0000, 0x00_d900, 0xe5_e500, 0x00_00ff, 0xe5_00e5, 0x00_e5e5, 0xe5_e5e5,
];
/// Windows since 2017: "Campbell" in microsoft/terminal, defaults.json.
const CAMPBELL: [Rgb; 16] = [
    0x0c_0c0c, 0xc5_0f1f, 0x13_a10e, 0xc1_9c00, 0x00_37da, 0x88_1798, 0x3a_96dd, 0xcc_cccc, 0x76_7676,
    0xe7_4856, 0x16_c60c, 0xf9_f1a5, 0x3b_78ff, 0xb4_009e, 0x61_d6d6, 0xf2_f2f2,
];

const PALETTES: [Palette; 6] = [
    Palette { name: "xterm, white", ground: 0xff_ffff, text: 0, sixteen: XTERM },
    Palette { name: "xterm, black", ground: 0, text: 0xe5_e5e5, sixteen: XTERM },
    Palette { name: "Solarized light", ground: 0xfd_f6e3, text: 0x65_7b83, sixteen: SOLARIZED },
    Palette { name: "Solarized dark", ground: 0x00_2b36, text: 0x83_9496, sixteen: SOLARIZED },
    Palette { name: "Terminal.app Basic", ground: 0xff_ffff, text: 0, sixteen: TERMINAL_APP },
    Palette { name: "Campbell", ground: 0x0c_0c0c, text: 0xcc_cccc, sixteen: CAMPBELL },
];

impl Palette {
    fn rgb(&self, colour: Color, own: Rgb) -> Rgb {
        match colour {
            Color::Reset => own,
            Color::Black => self.sixteen[0],
            Color::Red => self.sixteen[1],
            Color::Green => self.sixteen[2],
            Color::Yellow => self.sixteen[3],
            Color::Blue => self.sixteen[4],
            Color::Magenta => self.sixteen[5],
            Color::Cyan => self.sixteen[6],
            Color::Gray => self.sixteen[7],
            Color::DarkGray => self.sixteen[8],
            Color::LightRed => self.sixteen[9],
            Color::LightGreen => self.sixteen[10],
            Color::LightYellow => self.sixteen[11],
            Color::LightBlue => self.sixteen[12],
            Color::LightMagenta => self.sixteen[13],
            Color::LightCyan => self.sixteen[14],
            Color::White => self.sixteen[15],
            Color::Indexed(index) => cube(index, &self.sixteen),
            Color::Rgb(r, g, b) => u32::from_be_bytes([0, r, g, b]),
        }
    }

    /// Of a glyph and what it stands on; of a blank with a background of its own, and what is around it.
    fn contrast(&self, cell: &Cell, around: Rgb) -> Option<f64> {
        let (mut fg, mut bg) = (self.rgb(cell.fg, self.text), self.rgb(cell.bg, self.ground));
        if cell.modifier.contains(Modifier::REVERSED) {
            (fg, bg) = (bg, fg);
        }
        match (cell.symbol() == " ", bg == around) {
            (true, true) => None,
            (true, false) => Some(ratio(bg, around)),
            (false, _) => Some(ratio(fg, bg)),
        }
    }
}

/// The fixed colours from 16 on: a cube with these steps, then greys.
fn cube(index: u8, sixteen: &[Rgb; 16]) -> Rgb {
    let step = |at: u8| [0, 95, 135, 175, 215, 255][usize::from(at)];
    match index {
        0..=15 => sixteen[usize::from(index)],
        16..=231 => {
            let at = index - 16;
            u32::from_be_bytes([0, step(at / 36), step(at / 6 % 6), step(at % 6)])
        }
        232.. => 0x01_0101 * u32::from(8 + 10 * (index - 232)),
    }
}

fn ratio(one: Rgb, other: Rgb) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance(rgb: Rgb) -> f64 {
    let [_, r, g, b] = rgb.to_be_bytes().map(|byte| {
        let part = f64::from(byte) / 255.0;
        if part <= 0.03928 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

fn theme(theme: ThemeName, rising: Rising, depth: Depth) -> (Appearance, Theme) {
    let look = Appearance { theme, rising };
    (look, Theme::new(look, Means { depth, glyphs: Glyphs::Unicode }))
}

#[test]
fn the_ratio_is_that_of_the_guidelines() {
    assert!((ratio(0, 0xff_ffff) - 21.0).abs() < 1e-9);
    assert!((ratio(0x77_7777, 0xff_ffff) - 4.48).abs() < 0.01);
}

#[test]
fn in_ansi_coloured_cells_are_legible_on_every_background_and_all_others_are_the_terminals_own() {
    for rising in [Rising::Green, Rising::Red] {
        let (look, theme) = theme(ThemeName::Ansi, rising, Depth::True);
        for (name, draw) in everywhere(look) {
            for cell in &draw(&theme).content {
                if (cell.fg, cell.bg) == (Color::Reset, Color::Reset) {
                    continue;
                }
                for palette in &PALETTES {
                    let contrast = palette.contrast(cell, palette.ground);
                    assert!(
                        contrast.is_none_or(|contrast| contrast >= 2.5),
                        "{contrast:?} on {}: {cell:?}, {name}",
                        palette.name
                    );
                }
            }
        }
    }
}

#[test]
fn themes_with_a_background_set_it_everywhere_and_are_legible_on_it() {
    for (which, least) in [
        (ThemeName::Light, 4.5),
        (ThemeName::Dark, 4.5),
        (ThemeName::ColourBlind, 4.5),
        (ThemeName::HighContrast, 7.0),
    ] {
        let all = everywhere(theme(which, Rising::Green, Depth::True).0);
        for (rising, depth) in
            [(Rising::Green, Depth::True), (Rising::Red, Depth::Cube), (Rising::Green, Depth::Sixteen)]
        {
            let (_, theme) = theme(which, rising, depth);
            let palette = &PALETTES[0];
            let ground =
                theme.base.bg.map(|colour| palette.rgb(colour, palette.ground)).expect("a background");
            for (name, draw) in &all {
                for cell in &draw(&theme).content {
                    assert!(
                        cell.bg != Color::Reset && cell.fg != Color::Reset,
                        "{cell:?} of {which:?}, {name}"
                    );
                    let contrast = palette.contrast(cell, ground);
                    assert!(
                        contrast.is_none_or(|ratio| ratio >= least),
                        "{contrast:?}: {cell:?} of {which:?}, {name}"
                    );
                    if depth == Depth::Sixteen {
                        legible_on_other_palettes(cell, theme.base.bg, which);
                    }
                }
            }
        }
    }
}

/// Sixteen colours are those that the person has set, on a background of the sixteen.
fn legible_on_other_palettes(cell: &Cell, ground: Option<Color>, which: ThemeName) {
    for palette in &PALETTES[1..] {
        let ground = palette.rgb(ground.unwrap_or(Color::Reset), palette.ground);
        let contrast = palette.contrast(cell, ground);
        assert!(
            contrast.is_none_or(|ratio| ratio >= 2.5),
            "{contrast:?} on {}: {cell:?} of {which:?}",
            palette.name
        );
    }
}

#[test]
fn without_colours_there_are_none_and_nothing_is_missing() {
    for which in ThemeName::ALL {
        let (look, theme) = theme(which, Rising::Green, Depth::None);
        let (_, coloured) = self::theme(which, Rising::Green, Depth::True);
        for (name, draw) in everywhere(look) {
            let (plain, colours) = (draw(&theme), draw(&coloured));
            for (cell, other) in plain.content.iter().zip(&colours.content) {
                assert_eq!((cell.fg, cell.bg), (Color::Reset, Color::Reset), "{which:?}, {name}");
                let bar = cell.symbol() == "█" && other.symbol() == " " && other.bg != Color::Reset;
                assert!(bar || cell.symbol() == other.symbol(), "{cell:?} and {other:?}, {name}");
            }
        }
    }
}

#[test]
fn growth_and_falls_differ_by_arrow_and_sign_and_the_colours_can_be_swapped() {
    for which in ThemeName::ALL {
        for depth in [Depth::None, Depth::Sixteen, Depth::Cube, Depth::True] {
            let (_, green) = theme(which, Rising::Green, depth);
            let (_, red) = theme(which, Rising::Red, depth);
            assert_eq!(green.rising, red.falling, "{which:?}");
            for theme in [green, red] {
                assert_ne!(theme.rising, theme.falling, "{which:?} at {depth:?}");
            }
        }
    }
    let screen = screen::text(&screen::bundled(120, 36));
    for line in screen.lines().filter(|line| line.contains('▴')) {
        assert!(line.contains(['+', '×']), "{line}");
    }
}

#[test]
fn the_contradiction_that_leads_can_be_read_on_its_band() {
    for which in ThemeName::ALL {
        for depth in [Depth::Cube, Depth::Sixteen] {
            let (_, theme) = theme(which, Rising::Green, depth);
            for palette in &PALETTES {
                let ground = palette.rgb(theme.base.bg.unwrap_or(Color::Reset), palette.ground);
                let band = palette.rgb(theme.lead.bg.unwrap_or(Color::Reset), ground);
                let text = palette.rgb(theme.lead.fg.unwrap_or(Color::Reset), palette.text);
                let contrast = ratio(text, band);
                let is_own = depth == Depth::Sixteen || theme.lead.bg.is_none();
                let least = if is_own { 2.5 } else { 4.5 };
                assert!(contrast >= least, "{which:?} at {depth:?} on {}: {contrast:.1}", palette.name);
            }
        }
    }
}

#[test]
fn focus_bars_and_marks_have_a_colour_on_every_palette() {
    let coloured = ThemeName::ALL.into_iter().filter(|which| *which != ThemeName::Mono);
    for (which, depth) in coloured.flat_map(|which| [Depth::Cube, Depth::Sixteen].map(|depth| (which, depth)))
    {
        let (_, theme) = theme(which, Rising::Green, depth);
        for palette in &PALETTES {
            for (part, style) in [
                ("focus", theme.focus),
                ("bar of the selected row", theme.bar_selected),
                ("contradiction", theme.mark),
                ("status", theme.status),
                ("fall", theme.falling),
            ] {
                let own = style.fg.unwrap_or(Color::Reset);
                // On the terminal's own background no blue of the sixteen is legible everywhere but the bright one,
                // which Solarized has as a grey: there the focus is a thick line, and the bar a thick bar.
                if which == ThemeName::Ansi && depth == Depth::Sixteen && own == Color::LightBlue {
                    continue;
                }
                let ground = palette.rgb(theme.base.bg.unwrap_or(Color::Reset), palette.ground);
                let rgb = palette.rgb(own, palette.text);
                let [_, r, g, b] = rgb.to_be_bytes();
                let (colour, contrast) = (r.max(g).max(b) - r.min(g).min(b), ratio(rgb, ground));
                let place = format!("{part} of {which:?} at {depth:?} on {}", palette.name);
                assert!(colour >= 0x40, "{place} is a grey: {r} {g} {b}");
                assert!(contrast >= 2.5, "{place} has a contrast of {contrast:.1}");
            }
        }
    }
}

#[test]
fn no_theme_needs_a_colour_that_the_terminal_lacks() {
    for which in ThemeName::ALL {
        let all = everywhere(theme(which, Rising::Green, Depth::True).0);
        for depth in [Depth::None, Depth::Sixteen, Depth::Cube] {
            let (_, theme) = theme(which, Rising::Green, depth);
            for (name, draw) in &all {
                for cell in &draw(&theme).content {
                    for colour in [cell.fg, cell.bg] {
                        let needed = if colour == Color::Reset {
                            Depth::None
                        } else if matches!(colour, Color::Rgb(..)) {
                            Depth::True
                        } else if matches!(colour, Color::Indexed(_)) {
                            Depth::Cube
                        } else {
                            Depth::Sixteen
                        };
                        assert!(needed <= depth, "{colour:?} of {which:?} at {depth:?}, {name}");
                    }
                }
            }
        }
    }
}

#[test]
fn a_fall_has_not_the_colour_of_a_contradiction_where_there_are_colours_enough() {
    let (_, theme) = theme(ThemeName::Ansi, Rising::Green, Depth::Cube);
    assert_ne!(theme.falling.fg, theme.mark.fg);
    let (_, red) = self::theme(ThemeName::Ansi, Rising::Red, Depth::Cube);
    assert_eq!(red.rising.fg, red.mark.fg, "who wants a rise in red gets red");
}
