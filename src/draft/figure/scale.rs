//! Words for powers of ten.

use crate::draft::token::Token;
use crate::draft::words::{self, WordKind};

/// The scale at a token, and the token behind it. A letter is one only directly behind its number: `16,460m`.
pub(super) fn scale_at(tokens: &[Token], at: usize) -> Option<(i8, usize)> {
    let at = skip_link(tokens, at);
    let rest = tokens.get(at..)?;
    let found = words::find(rest, WordKind::Scale)?;
    let first = rest.first()?;
    if matches!(first.stem, "m" | "b" | "mil") && first.is_apart {
        return None;
    }
    let power = found.code.parse().ok()?;
    Some((power, skip_link(tokens, at + found.length)))
}

/// Tokens between a number and its scale or unit that say nothing: `5-billion-yuan`, `500多万`.
pub(super) fn skip_link(tokens: &[Token], at: usize) -> usize {
    let is_link = |token: &&Token| matches!(token.stem, "-" | "多" | "余") && !token.is_apart;
    if tokens.get(at).as_ref().is_some_and(is_link) { at + 1 } else { at }
}
