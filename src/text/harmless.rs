//! Text from outside, made fit to be shown.

/// Whether a character could drive a terminal or turn the order of a line around: the C0 and C1 controls, the
/// separators of lines and paragraphs, and the bidirectional embeddings, overrides and isolates.
#[must_use]
pub fn is_control(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The first control character of `text`. Most texts are plain letters, and that is seen at once.
#[must_use]
pub fn control_in(text: &str) -> Option<char> {
    let is_plain = text.bytes().all(|byte| matches!(byte, b' '..=b'~'));
    if is_plain { None } else { text.chars().find(|c| is_control(*c)) }
}

/// `text` with every control character written out (`\u{1b}`), so that it can stand in a message.
#[must_use]
pub fn harmless(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        if is_control(c) { shown.extend(c.escape_unicode()) } else { shown.push(c) }
    }
    shown
}

/// `text` in quotation marks for a message: harmless, and cut after 60 characters.
#[must_use]
pub fn quoted(text: &str) -> String {
    let start: String = text.chars().take(60).collect();
    let more = if start.len() < text.len() { "…" } else { "" };
    format!("\"{}{more}\"", harmless(&start))
}

/// Why the system would not, without the number that its words end with.
#[must_use]
pub fn reason(error: &std::io::Error) -> String {
    let said = error.to_string();
    said.split(" (os error").next().unwrap_or(&said).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_are_written_out() {
        assert_eq!(harmless("a\u{1b}[2Jb\u{202e}c\u{9b}"), "a\\u{1b}[2Jb\\u{202e}c\\u{9b}");
        assert_eq!(quoted(&"x".repeat(61)), format!("\"{}…\"", "x".repeat(60)));
    }
}
