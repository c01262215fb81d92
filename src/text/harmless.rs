//! The one list of characters that must not reach a terminal or a file, and text made safe to show.

use unicode_width::UnicodeWidthChar;

/// True for a character that drives a terminal, reorders a line, or cannot be seen.
///
/// Refused, with the reason:
///
/// - the C0 and C1 controls and DEL: terminals obey them;
/// - bidirectional marks, embeddings, overrides and isolates: they make figures read in another order than they are
///   written in;
/// - the line and paragraph separators: some programs break a row there;
/// - the soft hyphen, the Hangul fillers and the format controls of shorthand, music and hieroglyphs: terminals
///   disagree on how many columns they take, so a row of the screen would shift;
/// - the word joiner, the invisible operators, U+FEFF, the interlinear annotations and the tags: they make two texts
///   differ that look the same, and no script needs them;
/// - the deprecated format characters and the noncharacters: Unicode asks for neither to be exchanged.
///
/// Kept, because scripts are written with them: U+200B (Khmer, Thai), U+200C and U+200D (Persian, Indic scripts, emoji),
/// U+180E (Mongolian) and the variation selectors (emoji, Han). They take no column.
#[must_use]
pub fn is_harmful(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}'
            | '\u{61c}' | '\u{200e}' | '\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}'
            | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{13430}'..='\u{1343f}'
            | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e007f}')
        || is_noncharacter(c)
}

/// The last two code points of every plane, and U+FDD0 to U+FDEF.
fn is_noncharacter(c: char) -> bool {
    u32::from(c) & 0xfffe == 0xfffe || ('\u{fdd0}'..='\u{fdef}').contains(&c)
}

/// The first harmful character of `text`.
#[must_use]
pub fn first_harmful(text: &str) -> Option<char> {
    if is_plain(text) { None } else { text.chars().find(|c| is_harmful(*c)) }
}

/// True for printable ASCII, as most texts are: such a text needs no decoding to be known harmless.
fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b' '..=b'~'))
}

/// `text` with every harmful character written out, such as `\u{1b}`, so that it can stand in a message.
#[must_use]
pub fn harmless(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        if is_harmful(c) { shown.extend(c.escape_unicode()) } else { shown.push(c) }
    }
    shown
}

/// `text` for a message: harmless, cut after 60 characters, and with the characters written out that could make it look
/// like another text.
#[must_use]
pub fn shown(text: &str) -> String {
    let end = text.char_indices().nth(60).map_or(text.len(), |(at, _)| at);
    let more = if end < text.len() { "…" } else { "" };
    let mut shown = String::with_capacity(end + more.len());
    for c in text[..end].chars() {
        if is_harmful(c) || is_unseen(c) { shown.extend(c.escape_unicode()) } else { shown.push(c) }
    }
    shown + more
}

/// True for a character that scripts are written with, and that leaves no trace where it does not belong.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{34f}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200d}' | '\u{2800}')
}

/// As [`shown`], in quotation marks.
#[must_use]
pub fn quoted(text: &str) -> String {
    format!("\"{}\"", shown(text))
}

/// True if more than `most` characters in a row take no column: combining marks, joiners, variation selectors.
#[must_use]
pub fn has_marks_in_a_row(text: &str, most: usize) -> bool {
    // Each of them takes at least two bytes.
    if text.len() <= most * 2 || text.is_ascii() {
        return false;
    }
    let mut run = 0;
    text.chars().any(|c| {
        run = if c.width() == Some(0) { run + 1 } else { 0 };
        run > most
    })
}

/// The operating system's reason for an error, without the error number that Rust appends; for our own errors, their
/// message.
#[must_use]
pub fn reason(error: &std::io::Error) -> String {
    let said = error.to_string();
    if error.get_ref().is_some() {
        return said;
    }
    said.split(" (os error").next().unwrap_or(&said).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn harmful_characters_are_written_out() {
        assert_eq!(harmless("a\u{1b}[2Jb\u{202e}c\u{9b}"), "a\\u{1b}[2Jb\\u{202e}c\\u{9b}");
        assert_eq!(harmless("Ma\u{ad}lay\u{200f}sia\u{e0041}"), "Ma\\u{ad}lay\\u{200f}sia\\u{e0041}");
        assert_eq!(quoted("flow\u{200b}"), "\"flow\\u{200b}\"", "two names in one message differ to the eye");
        assert_eq!(quoted(&"x".repeat(61)), format!("\"{}…\"", "x".repeat(60)));
    }

    #[test]
    fn text_of_every_script_stays() {
        for text in
            ["Côte d’Ivoire", "نمی\u{200c}شود", "क्\u{200d}ष", "葛\u{e0100}", "❤\u{fe0f}", "កម្ពុជា\u{200b}"]
        {
            assert_eq!(first_harmful(text), None, "{text}");
        }
        assert_eq!(first_harmful("a\u{feff}b\u{7f}"), Some('\u{feff}'));
    }
}
