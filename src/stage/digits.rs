//! Numbers that can be read from the last row of a hall: digits and signs of three by five blocks.
//!
//! A block is two columns wide, so that it is about square. Every sign of a printed number has a glyph; one that was left
//! out would make another number of it.

/// Rows of a glyph.
pub const ROWS: u16 = 5;

/// Columns of a block.
const BLOCK: u16 = 2;

/// Blocks in a row of each character of a number.
fn blocks(c: char) -> Option<u16> {
    match c {
        '0'..='9' | '+' | '−' | '×' | '≥' | '≤' | '~' => Some(3),
        '.' | ',' => Some(1),
        _ => None,
    }
}

/// The columns that a number takes, with one block between its characters; `None` if it has one without a glyph.
pub fn columns(number: &str) -> Option<u16> {
    let widths: Option<Vec<u16>> = number.chars().map(blocks).collect();
    let widths = widths?;
    let gaps = u16::try_from(widths.len().saturating_sub(1)).ok()?;
    Some((widths.iter().sum::<u16>() + gaps) * BLOCK)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sign_of_a_number_takes_its_room() {
        assert_eq!(columns("246.57"), Some(5 * 6 + 2 + 5 * 2));
        assert_eq!(columns("−11.74"), columns("+11.74"));
        assert_eq!(columns("×8"), Some(14));
        assert_eq!(columns("1e9"), None);
    }
}
