//! The glyphs that a terminal shows, in the expected width.
//!
//! The screen is drawn in the richest set. In the end, every cell that is not ASCII is looked up here.

mod table;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::{Glyphs, cells};

/// Replaces the signs that `glyphs` lacks in every cell of `area`. No cell changes its width.
pub fn replace(glyphs: Glyphs, area: Rect, buffer: &mut Buffer) {
    if glyphs == Glyphs::Unicode {
        return;
    }
    for row in area.rows() {
        replace_row(glyphs, cells::row(buffer, row));
    }
}

fn replace_row(glyphs: Glyphs, row: &mut [Cell]) {
    let mut lost = 0;
    for cell in row {
        if lost > 0 {
            lost -= 1;
            cell.set_symbol("?");
            continue;
        }
        let symbol = cell.symbol();
        if symbol.is_ascii() {
            continue;
        }
        match replacement(glyphs, symbol) {
            Replacement::None => {}
            Replacement::By(c) => {
                cell.set_char(c);
            }
            Replacement::Lost => {
                lost = symbol.width().saturating_sub(1);
                cell.set_symbol("?");
            }
        }
    }
}

/// `text` in `glyphs`, as wide as before.
#[must_use]
pub fn text(glyphs: Glyphs, text: &str) -> String {
    if glyphs == Glyphs::Unicode || text.is_ascii() {
        return text.to_owned();
    }
    let mut shown = String::with_capacity(text.len());
    for grapheme in text.graphemes(true) {
        match replacement(glyphs, grapheme) {
            Replacement::None => shown.push_str(grapheme),
            Replacement::By(c) => shown.push(c),
            Replacement::Lost => shown.push_str(&"?".repeat(grapheme.width())),
        }
    }
    shown
}

enum Replacement {
    None,
    By(char),
    Lost,
}

fn replacement(glyphs: Glyphs, symbol: &str) -> Replacement {
    let Some(first) = symbol.chars().next() else { return Replacement::None };
    let stays = match glyphs {
        Glyphs::Unicode => true,
        Glyphs::Narrow => !symbol.chars().any(is_ambiguous) && !first.is_alphabetic(),
        Glyphs::Ascii => symbol.is_ascii(),
    };
    match table::ascii(first) {
        _ if stays => Replacement::None,
        Some(c) => Replacement::By(c),
        // A letter followed by combining marks.
        None if first.is_ascii() && !first.is_control() => Replacement::By(first),
        None => match glyphs {
            Glyphs::Ascii => Replacement::Lost,
            Glyphs::Unicode | Glyphs::Narrow => Replacement::None,
        },
    }
}

/// True for a sign that East Asian terminals may show two columns wide. False for letters: some of `à` to `ü` are
/// ambiguous and others are not, so all of them lose their marks.
#[must_use]
pub fn is_ambiguous(c: char) -> bool {
    c.width_cjk() != c.width()
}

#[cfg(test)]
mod tests {
    use ratatui::style::Style;

    use super::*;

    #[test]
    fn every_glyph_has_one_of_its_width() {
        for (glyphs, shown) in [
            (Glyphs::Unicode, "▸ Ürümqi ┊ −3.2 – “é” 哈萨 Қазақ ▴ → ✗ …"),
            (Glyphs::Narrow, "▸ Urumqi : −3.2 - \"e\" 哈萨 Қазақ ▴ > ✗ ~"),
            (Glyphs::Ascii, "> Urumqi : -3.2 - \"e\" ???? ????? ^ > x ~"),
        ] {
            assert_eq!(text(glyphs, "▸ Ürümqi ┊ −3.2 – “é” 哈萨 Қазақ ▴ → ✗ …"), shown);
            let mut buffer = Buffer::empty(Rect::new(0, 0, 50, 1));
            buffer.set_string(0, 0, "▸ Ürümqi ┊ −3.2 – “é” 哈萨 Қазақ ▴ → ✗ …", Style::new());
            replace(glyphs, buffer.area, &mut buffer);
            let cells: String = buffer.content.iter().map(|cell| cell.symbol().to_owned()).collect();
            let wide = if glyphs == Glyphs::Ascii { "" } else { " " };
            assert_eq!(
                cells.trim_end(),
                shown.replace('哈', &format!("哈{wide}")).replace('萨', &format!("萨{wide}"))
            );
        }
    }

    #[test]
    fn letters_with_combining_marks_lose_them() {
        assert_eq!(text(Glyphs::Ascii, "e\u{301}a\u{308}"), "ea");
    }

    #[test]
    fn nothing_is_lost_that_borders_and_bars_are_made_of() {
        for c in ('\u{2500}'..='\u{257f}').chain('\u{2580}'..='\u{259f}') {
            assert!(table::ascii(c).is_some(), "{c}");
        }
    }
}
