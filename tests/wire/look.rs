//! The expected look of a buffer, column by column: a second implementation, independent of the wire.

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthStr;

/// Characters that must never reach a terminal, besides the controls: a list of its own, so that a gap in the
/// program's list shows.
pub const HOSTILE: [char; 31] = [
    '\u{ad}', '\u{61c}', '\u{200e}', '\u{200f}', '\u{2028}', '\u{2029}', '\u{202a}', '\u{202b}', '\u{202c}',
    '\u{202d}', '\u{202e}', '\u{2060}', '\u{2062}', '\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}',
    '\u{206a}', '\u{206f}', '\u{3164}', '\u{feff}', '\u{ffa0}', '\u{fff9}', '\u{fffb}', '\u{fffe}',
    '\u{fdd0}', '\u{13430}', '\u{1bca0}', '\u{1d173}', '\u{e0001}', '\u{e007f}',
];

/// The appearance of one column. The second column of a wide glyph has an empty symbol.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    pub symbol: String,
    pub fg: Color,
    pub bg: Color,
    pub style: Modifier,
}

impl Look {
    pub const BLANK: Self =
        Self { symbol: String::new(), fg: Color::Reset, bg: Color::Reset, style: Modifier::empty() };

    /// Drops what cannot be seen.
    pub fn seen(mut self) -> Self {
        let showing = Modifier::UNDERLINED
            | Modifier::REVERSED
            | Modifier::CROSSED_OUT
            | Modifier::SLOW_BLINK
            | Modifier::RAPID_BLINK;
        if self.symbol == " " && !self.style.intersects(showing) {
            self.fg = Color::Reset;
            self.style = Modifier::empty();
        }
        self
    }
}

pub fn looks(buffer: &Buffer) -> Vec<Vec<Look>> {
    let columns = usize::from(buffer.area.width).max(1);
    buffer.content.chunks(columns).map(row).collect()
}

fn row(cells: &[Cell]) -> Vec<Look> {
    let mut looks: Vec<Look> = Vec::new();
    while looks.len() < cells.len() {
        let cell = &cells[looks.len()];
        let is_hostile = cell.symbol().chars().any(|c| c.is_control() || HOSTILE.contains(&c));
        let width = if is_hostile { 0 } else { cell.symbol().width() };
        let fits = (1..=cells.len() - looks.len()).contains(&width);
        let symbol = if fits { cell.symbol().to_owned() } else { " ".to_owned() };
        looks.push(Look { symbol, fg: cell.fg, bg: cell.bg, style: cell.modifier }.seen());
        for _ in 1..if fits { width } else { 1 } {
            looks.push(Look::BLANK);
        }
    }
    looks
}
