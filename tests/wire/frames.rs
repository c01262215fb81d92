//! Random frames: the kind a dashboard shows, and the kind it must survive.

use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};

/// A change to a frame.
#[derive(Debug, Clone)]
pub enum Edit {
    /// Text from this column and row on.
    Text(u16, u16, &'static str, Style),
    /// One symbol in this many cells from this column and row on, without any check of its width.
    Fill(u16, u16, &'static str, u16, Style),
    /// New colours and attributes for a row.
    Row(u16, Style),
    /// An empty screen.
    Blank,
    /// Every row from this one on emptied, except the last.
    Below(u16),
}

const TEXTS: [&str; 14] = [
    "x",
    " ",
    "   ",
    "12,345.6",
    "Horgos",
    "────────────",
    "│",
    "┌──────────┐",
    "███████▌",
    "漢字",
    "二〇二四年",
    "e\u{301}te\u{301}",
    "Ünïté",
    "a          b",
];
const FILLS: [&str; 13] =
    [" ", " ", "─", "█", "=", "漢", "e\u{301}", "\x1b", "\u{9b}", "", "\u{301}", "a\u{202e}", "\u{200f}"];

/// The styles that the vt100 crate can tell apart.
pub fn plain_style() -> impl Strategy<Value = Style> {
    let colour = || {
        prop_oneof![
            5 => Just(Color::Reset),
            2 => Just(Color::Red),
            1 => Just(Color::White),
            1 => Just(Color::DarkGray),
            1 => Just(Color::Indexed(0)),
            1 => Just(Color::Indexed(214)),
            1 => Just(Color::Rgb(0, 128, 255)),
        ]
    };
    let weight = prop_oneof![
        4 => Just(Modifier::empty()), 1 => Just(Modifier::BOLD), 1 => Just(Modifier::DIM)
    ];
    let others = prop_oneof![
        6 => Just(Modifier::empty()),
        2 => Just(Modifier::REVERSED),
        1 => Just(Modifier::UNDERLINED),
        1 => Just(Modifier::ITALIC | Modifier::UNDERLINED),
        1 => Just(Modifier::ITALIC | Modifier::REVERSED),
    ];
    (colour(), colour(), weight, others).prop_map(|(fg, bg, weight, others)| Style {
        fg: Some(fg),
        bg: Some(bg),
        add_modifier: weight | others,
        ..Style::new()
    })
}

/// Every style.
pub fn any_style() -> impl Strategy<Value = Style> {
    (plain_style(), prop_oneof![3 => Just(0), 1 => 0..512_u16]).prop_map(|(style, bits)| Style {
        add_modifier: style.add_modifier | Modifier::from_bits_truncate(bits),
        ..style
    })
}

pub fn edit(style: impl Strategy<Value = Style> + Clone + 'static) -> impl Strategy<Value = Edit> {
    let (x, y) = (0..40_u16, 0..8_u16);
    prop_oneof![
        8 => (x.clone(), y.clone(), prop::sample::select(&TEXTS[..]), style.clone())
            .prop_map(|(x, y, text, style)| Edit::Text(x, y, text, style)),
        4 => (x, y.clone(), prop::sample::select(&FILLS[..]), 1..40_u16, style.clone())
            .prop_map(|(x, y, symbol, count, style)| Edit::Fill(x, y, symbol, count, style)),
        2 => (y, style).prop_map(|(y, style)| Edit::Row(y, style)),
        1 => Just(Edit::Blank),
        2 => (0..8_u16).prop_map(Edit::Below),
    ]
}

impl Edit {
    pub fn apply(&self, buffer: &mut Buffer) {
        let area = buffer.area;
        match *self {
            Self::Text(x, y, text, style) if area.contains((x, y).into()) => {
                buffer.set_string(x, y, text, style);
            }
            Self::Text(..) => {}
            Self::Fill(x, y, symbol, count, style) => {
                for x in x..x.saturating_add(count) {
                    if let Some(cell) = buffer.cell_mut((x, y)) {
                        cell.reset();
                        cell.set_symbol(symbol).set_style(style);
                    }
                }
            }
            Self::Row(y, style) => buffer.set_style(Rect::new(0, y, area.width, 1), style),
            Self::Blank => buffer.reset(),
            Self::Below(first) => {
                for (x, y) in
                    (first..area.height.saturating_sub(1)).flat_map(|y| (0..area.width).map(move |x| (x, y)))
                {
                    buffer[(x, y)].reset();
                }
            }
        }
    }
}
