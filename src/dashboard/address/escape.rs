//! Values in an address: with `%` escapes, and numbers from 1.

use std::fmt::Write as _;

use crate::text::harmless::{first_harmful, is_harmful, quoted};

/// `text` for an address: letters and digits of all scripts and `-._~` unchanged, each byte of anything else as `%` and
/// two hexadecimal digits. Addresses are pasted into shells, pages and tables, which must not take an id from a foreign
/// dataset for a command or a formula; so `-` and `~` at the start are escaped too.
pub fn escaped(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        if is_letter(c) || matches!(c, '_' | '.') || at > 0 && matches!(c, '-' | '~') {
            shown.push(c);
        } else {
            for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                let _ = write!(shown, "%{byte:02X}");
            }
        }
    }
    shown
}

/// True for a visible letter or digit.
fn is_letter(c: char) -> bool {
    c.is_alphanumeric() && !is_harmful(c)
}

/// A row or line, counted from 1, as an index from 0.
pub fn number(key: &str, value: &str) -> Result<usize, String> {
    let number = value.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
    number.ok_or_else(|| format!("{key}={value}: expected a whole number from 1"))
}

/// Text with its `%` escapes decoded.
///
/// A character that could drive a terminal is refused, as it is where a person types.
pub fn unescaped(text: &str) -> Result<String, String> {
    let wrong =
        || format!("{} has a % without two hexadecimal digits (write %25 for % itself)", quoted(text));
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        if *first != b'%' {
            bytes.push(*first);
            rest = after;
            continue;
        }
        let digits = after.get(..2).and_then(|digits| std::str::from_utf8(digits).ok()).ok_or_else(wrong)?;
        bytes.push(u8::from_str_radix(digits, 16).map_err(|_| wrong())?);
        rest = &after[2..];
    }
    let decoded =
        String::from_utf8(bytes).map_err(|_| format!("{} is not UTF-8 behind its %", quoted(text)))?;
    match first_harmful(&decoded) {
        None => Ok(decoded),
        Some(c) => {
            Err(format!("{} has {} in it, which cannot be shown", quoted(&decoded), c.escape_unicode()))
        }
    }
}
