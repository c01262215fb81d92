//! Writes text into cells; plain text, fast.

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};
use unicode_width::UnicodeWidthChar;

use super::Theme;
use crate::text::truncate;

/// Writes `text` into at most `room` columns from a cell on, over the style that is there. The column after it.
///
/// Most text has one cell per character and needs no search for graphemes, which took a sixth of the time of a frame.
pub fn write(buffer: &mut Buffer, (x, y): (u16, u16), text: &str, room: usize, style: Style) -> u16 {
    if !text.chars().all(is_plain) {
        return buffer.set_stringn(x, y, truncate::slim(text), room, style).0;
    }
    let room = u16::try_from(room).unwrap_or(u16::MAX);
    let mut end = x;
    for (cell, c) in row(buffer, Rect::new(x, y, room, 1)).iter_mut().zip(text.chars()) {
        cell.set_char(c).set_style(style);
        end += 1;
    }
    end
}

/// Gives the marks that end before this place their styles: a cross that of `cross`, as unvalidated is not impossible; a
/// status letter a line below it, as a V is no tick.
pub fn marks(buffer: &mut Buffer, (end, y): (u16, u16), count: usize, (theme, cross): (&Theme, Style)) {
    let from = end.saturating_sub(u16::try_from(count).unwrap_or(u16::MAX));
    for cell in row(buffer, Rect { x: from, y, width: end - from, height: 1 }) {
        if cell.symbol() == "✗" {
            cell.set_style(cross);
        } else if cell.symbol().starts_with(|mark: char| mark.is_ascii_uppercase()) {
            cell.set_style(theme.status.add_modifier(Modifier::UNDERLINED));
        }
    }
}

/// Draws the cross that ends before this place, if one does, in a style of its own.
pub fn cross(buffer: &mut Buffer, (end, y): (u16, u16), style: Style) {
    let cell = end.checked_sub(1).and_then(|x| buffer.cell_mut((x, y)));
    if let Some(cell) = cell.filter(|cell| cell.symbol() == "✗") {
        cell.set_style(style);
    }
}

/// Marks a row as selected. It keeps its weight but not its colours, which would become backgrounds.
pub fn select(buffer: &mut Buffer, place: Rect, theme: &Theme) {
    let plain =
        Style::new().fg(theme.base.fg.unwrap_or(Color::Reset)).bg(theme.base.bg.unwrap_or(Color::Reset));
    buffer.set_style(place, plain.remove_modifier(Modifier::DIM).patch(theme.selected));
}

/// The cells of a rectangle one row high.
pub fn row(buffer: &mut Buffer, row: Rect) -> &mut [Cell] {
    let row = row.intersection(buffer.area);
    if row.is_empty() {
        return &mut [];
    }
    let start = buffer.index_of(row.x, row.y);
    &mut buffer.content[start..start + usize::from(row.width)]
}

/// True for a character that is one column wide and never joins others to a grapheme: Latin letters, punctuation,
/// arrows, mathematical signs, boxes and blocks.
fn is_plain(c: char) -> bool {
    if matches!(c, ' '..='~') {
        return true;
    }
    let alone = matches!(c, '\u{a1}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '\u{2010}'..='\u{2027}')
        || matches!(c, '\u{2030}'..='\u{205e}' | '\u{20a0}'..='\u{20bf}' | '\u{2190}'..='\u{2bff}');
    alone && c.width() == Some(1)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn it_writes_what_ratatui_writes(
            text in "[ -~¶·–“”…−▴▾▸┊█▌✗✓é哈ก\u{301}\u{200d}🇰🇿]{0,30}", x in 0_u16..24, room in 0_usize..30,
        ) {
            let style = Style::new().bold();
            let (mut own, mut theirs) = (Buffer::empty(Rect::new(0, 0, 20, 1)), Buffer::empty(Rect::new(0, 0, 20, 1)));
            let x = x.min(19);
            let end = write(&mut own, (x, 0), &text, room, style);
            let (expected, _) = theirs.set_stringn(x, 0, &text, room, style);
            prop_assert_eq!(&own, &theirs);
            prop_assert_eq!(end, expected);
        }
    }
}
