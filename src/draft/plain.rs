//! A text as rules read it: markup stripped, spaces, dashes and digits in one form, harmful characters left out.

use crate::text::harmless::is_harmful;

mod html;
mod markdown;

/// The plain text of a file that may be HTML or Markdown.
pub(super) fn plain(text: &str) -> String {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let stripped = if html::is_html(text) { html::strip(text) } else { markdown::strip(text) };
    let mut plain = String::with_capacity(stripped.len());
    let mut chars = stripped.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' => {
                if chars.peek() != Some(&'\n') {
                    plain.push('\n');
                }
            }
            '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{b}' | '\u{c}' => plain.push('\n'),
            '\n' | '\t' => plain.push(c),
            '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200b}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => {
                plain.push(' ');
            }
            '\u{2010}' | '\u{2011}' | '\u{fe63}' | '\u{ff0d}' => plain.push('-'),
            '\u{2212}' => plain.push('−'),
            '\u{ff10}'..='\u{ff19}' | '\u{ff05}' | '\u{ff0b}' | '\u{ff04}' | '\u{ff5c}' => {
                plain.push(ascii(c));
            }
            c if is_harmful(c) => {}
            c => plain.push(c),
        }
    }
    plain
}

/// The ASCII form of a character of full width.
fn ascii(c: char) -> char {
    char::from_u32(u32::from(c).wrapping_sub(0xff01 - 0x21)).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn spaces_digits_and_line_ends_have_one_form() {
        assert_eq!(plain("\u{feff}1\u{a0}234,5\r\nA\rB"), "1 234,5\nA\nB");
        assert_eq!(plain("增长\u{ff15}\u{ff05}"), "增长5%");
        assert_eq!(plain("a\u{1b}[31mb\u{202e}c"), "a[31mbc");
    }

    #[test]
    fn html_becomes_paragraphs_without_scripts_and_entities() {
        let page = "<!doctype html><html><head><title>T</title><style>p{}</style></head><body><script>var x = 1 < 2;</script>\
            <h1>Exports &amp; imports</h1><p>Up <b>5&nbsp;%</b> to &euro;3&#46;2 bn</p><table><tr><td>a</td><td>1</td></tr></table></body></html>";
        assert_eq!(plain(page).trim(), "Exports & imports\n\nUp 5 % to €3.2 bn\n\na | 1");
    }

    #[test]
    fn markdown_keeps_its_words() {
        let page = "# Exports\n\n**Up** 5% to [3 bn](https://example.org/x) and *more*\n\n- first\n* second\n\n| a | b |\n|---|---|\n| 1 | 2 |\n";
        assert_eq!(plain(page), "Exports\n\nUp 5% to 3 bn and more\n\nfirst\nsecond\n\na | b\n1 | 2\n");
    }
}
