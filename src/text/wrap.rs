//! Text broken into lines of a given width.

use std::borrow::Cow;

use textwrap::core::Word;
use textwrap::{Options, WordSeparator, WordSplitter};
use unicode_width::UnicodeWidthStr;

/// `text` on lines of at most `width` columns. Lines break at spaces, and inside a word only where it is wider than a
/// line; never at hyphens, so that dates and ids stay whole, and never before a percent sign or a cross.
#[must_use]
pub fn wrap(text: &str, width: u16) -> Vec<String> {
    wrapped(text, width, "")
}

/// As [`wrap`], with all lines but the first indented by two columns.
#[must_use]
pub fn hanging(text: &str, width: u16) -> Vec<String> {
    wrapped(text, width, "  ")
}

fn wrapped(text: &str, width: u16, indent: &str) -> Vec<String> {
    let options = Options::new(usize::from(width.max(1)))
        .subsequent_indent(indent)
        .word_splitter(WordSplitter::NoHyphenation)
        .word_separator(WordSeparator::Custom(keeping_signs));
    textwrap::wrap(text, options).into_iter().map(Cow::into_owned).collect()
}

/// `text` at the left and `aside` at the right of one line of `width` columns, with at least two spaces between them;
/// `None` if they do not fit.
#[must_use]
pub fn with_aside(text: &str, aside: &str, width: u16) -> Option<String> {
    let gap = usize::from(width).checked_sub(text.width() + aside.width())?;
    (gap > 1).then(|| format!("{text}{}{aside}", " ".repeat(gap)))
}

/// Splits into words at spaces, but keeps a percent sign or a cross with the number before it.
fn keeping_signs(line: &str) -> Box<dyn Iterator<Item = Word<'_>> + '_> {
    let mut words: Vec<Word> = Vec::new();
    let (mut start, mut end) = (0, 0);
    for word in WordSeparator::AsciiSpace.find_words(line) {
        if word.word.starts_with(['%', '✗']) {
            words.pop();
        } else {
            start = end;
        }
        end += word.word.len() + word.whitespace.len();
        words.extend(line.get(start..end).map(Word::from));
    }
    Box::new(words.into_iter())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_between_words_and_never_before_a_sign_of_a_number() {
        for (text, width, expected) in [
            ("grew by 93.4 %, at most", 14, vec!["grew by", "93.4 %, at", "most"]),
            ("imports 37.10 bn CNY ✗", 20, vec!["imports 37.10 bn", "CNY ✗"]),
            ("93.4 %", 3, vec!["93.", "4 %"]),
            ("% of it", 5, vec!["% of", "it"]),
            ("2024-02-07 was Wednesday", 12, vec!["2024-02-07", "was", "Wednesday"]),
            ("", 5, vec![""]),
        ] {
            assert_eq!(wrap(text, width), expected, "{text}");
        }
    }

    #[test]
    fn continuation_lines_are_indented() {
        let (one, other) = ("x".repeat(7), "y".repeat(8));
        assert_eq!(hanging(&format!("{one} {other}"), 16), [format!("{one} {other}")]);
        assert_eq!(hanging(&format!("{one} {other}"), 15), [one, format!("  {other}")]);
    }

    #[test]
    fn two_texts_share_a_line_only_with_a_gap_between_them() {
        assert_eq!(with_aside("34 billion", "¶1", 14).as_deref(), Some("34 billion  ¶1"));
        assert_eq!(with_aside("34 billion", "¶1", 13), None);
    }
}
