//! Text truncated to a width in columns: by whole graphemes, marked with `…`, and never inside a number, since half a
//! number is another number.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The number of terminal columns that `text` takes.
#[must_use]
pub fn width(text: &str) -> usize {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) { text.len() } else { text.width() }
}

/// The maximum number of bytes in one glyph: most emoji that are joined of several still fit.
pub const MAX_GLYPH: usize = 32;

/// `text` with every glyph limited to [`MAX_GLYPH`] bytes: a letter may carry any number of combining marks, and all of
/// them would be sent with each frame.
#[must_use]
pub fn slim(text: &str) -> Cow<'_, str> {
    if text.len() <= MAX_GLYPH || text.graphemes(true).all(|grapheme| grapheme.len() <= MAX_GLYPH) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.graphemes(true).map(slim_glyph).collect())
}

fn slim_glyph(grapheme: &str) -> &str {
    if grapheme.len() <= MAX_GLYPH {
        return grapheme;
    }
    // A joiner at the end would join the next glyph.
    let end = (0..=MAX_GLYPH).rev().find(|end| grapheme.is_char_boundary(*end)).unwrap_or(0);
    grapheme[..end].trim_end_matches('\u{200d}')
}

/// `text` in at most `room` columns, truncated with `…`.
#[must_use]
pub fn cut(text: &str, room: usize) -> String {
    if width(text) <= room {
        return text.to_owned();
    }
    let mut shown = String::new();
    let mut used = 0;
    for grapheme in text.graphemes(true) {
        let width = grapheme.width();
        if used + width + 1 > room {
            break;
        }
        shown.push_str(grapheme);
        used += width;
    }
    let goes_on =
        text[shown.len()..].trim_start_matches(['.', ',']).starts_with(|c: char| c.is_ascii_digit());
    if goes_on && shown.ends_with(is_of_number) {
        shown.truncate(shown.trim_end_matches(is_of_number).trim_end_matches(['+', '−', '-', '×']).len());
    }
    if room > 0 { shown.trim_end_matches([' ', ',', ';']).to_owned() + "…" } else { String::new() }
}

/// `text` in at most `room` columns, shortened in the middle: names of one kind begin alike and differ at the end.
#[must_use]
pub fn middle(text: &str, room: usize) -> String {
    if width(text) <= room {
        return text.to_owned();
    }
    let Some(left) = room.checked_sub(1) else { return String::new() };
    let tail = left / 2;
    let start: String = fitting(text.graphemes(true), left - tail).collect();
    let end: Vec<&str> = fitting(text.graphemes(true).rev(), tail).collect();
    start + "…" + &end.into_iter().rev().collect::<String>()
}

/// As many graphemes as fit `room` columns.
fn fitting<'t>(all: impl Iterator<Item = &'t str>, mut room: usize) -> impl Iterator<Item = &'t str> {
    all.take_while(move |grapheme| {
        let left = room.checked_sub(grapheme.width());
        room = left.unwrap_or(0);
        left.is_some()
    })
}

fn is_of_number(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '.' | ',')
}

/// `text` in exactly `room` columns, aligned left.
#[must_use]
pub fn left(text: &str, room: usize) -> String {
    let text = cut(text, room);
    let gap = room - width(&text);
    text + &" ".repeat(gap)
}

/// `text` in exactly `room` columns, aligned right.
#[must_use]
pub fn right(text: &str, room: usize) -> String {
    let text = cut(text, room);
    " ".repeat(room - width(&text)) + &text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_cut_by_graphemes() {
        assert_eq!(cut("Kyrgyzstan", 10), "Kyrgyzstan");
        assert_eq!(cut("Kyrgyzstan", 6), "Kyrgy…");
        assert_eq!(cut("哈萨克斯坦", 6), "哈萨…");
        assert_eq!(cut("哈萨克斯坦", 1), "…");
        assert_eq!(cut("x", 0), "");
    }

    #[test]
    fn a_long_name_is_cut_in_its_middle() {
        for (name, shown) in [
            ("twenty-four letters, all", "twenty-four letters, all"),
            ("twenty-five letters, all.", "twenty-five …tters, all."),
            ("中华人民共和国新疆维吾尔", "中华人民共和国新疆维吾尔"),
            ("中华人民共和国新疆维吾尔自治区", "中华人民共和…吾尔自治区"),
        ] {
            assert_eq!(middle(name, 24), shown);
        }
        assert_eq!((middle("xyz", 1), middle("xyz", 0)), ("…".to_owned(), String::new()));
    }

    #[test]
    fn a_number_is_never_cut_in_half() {
        for (text, room, expected) in [
            ("trade of 2023", 12, "trade of…"),
            ("on 2022, in yuan", 10, "on 2022…"),
            ("on 2022, in yuan", 8, "on 2022…"),
            ("grew by +79.4 %", 12, "grew by…"),
            ("grew by +79.4 %", 14, "grew by +79.4…"),
            ("−1,234.5 bn", 6, "…"),
            ("2 of 3", 4, "2 o…"),
            ("so on. And", 7, "so on.…"),
        ] {
            assert_eq!(cut(text, room), expected, "{text}");
        }
    }

    #[test]
    fn a_glyph_carries_no_more_than_a_few_marks() {
        let family = "👩\u{200d}👩\u{200d}👧\u{200d}👦";
        for text in ["Kyrgyzstan, a label of more than thirty-two bytes", family, &"é".repeat(40)] {
            assert_eq!(slim(text), text);
        }
        let marked = slim(&("x".to_owned() + &"\u{301}".repeat(700) + "yz")).into_owned();
        assert_eq!(marked, "x".to_owned() + &"\u{301}".repeat(15) + "yz");
        let joined = slim(&"👩\u{200d}".repeat(9)).into_owned();
        assert_eq!(joined, "👩\u{200d}".repeat(4) + "👩");
    }

    #[test]
    fn text_fills_its_room() {
        assert_eq!(left("哈萨克斯坦", 4), "哈… ");
        assert_eq!(right("7", 3), "  7");
    }
}
