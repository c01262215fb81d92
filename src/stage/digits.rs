//! Large numbers that can be read from the last row of a hall: digits and signs of three by five blocks.
//!
//! A block is two columns wide, so that it is roughly square. Every character of a printed number has a glyph, since
//! leaving one out would change the number.

/// Rows of a glyph.
pub const ROWS: u16 = 5;

/// Columns of a block.
pub const BLOCK: u16 = 2;

/// The rows of each character of a number, `#` for a block.
fn glyph(c: char) -> Option<[&'static str; 5]> {
    Some(match c {
        '0' => ["###", "# #", "# #", "# #", "###"],
        '1' => [" # ", "## ", " # ", " # ", "###"],
        '2' => ["###", "  #", "###", "#  ", "###"],
        '3' => ["###", "  #", "###", "  #", "###"],
        '4' => ["# #", "# #", "###", "  #", "  #"],
        '5' => ["###", "#  ", "###", "  #", "###"],
        '6' => ["###", "#  ", "###", "# #", "###"],
        '7' => ["###", "  #", "  #", " # ", " # "],
        '8' => ["###", "# #", "###", "# #", "###"],
        '9' => ["###", "# #", "###", "  #", "###"],
        '+' => ["   ", " # ", "###", " # ", "   "],
        '−' => ["   ", "   ", "###", "   ", "   "],
        '×' => ["   ", "# #", " # ", "# #", "   "],
        '≥' => ["#  ", " # ", "#  ", "   ", "###"],
        '≤' => ["  #", " # ", "  #", "   ", "###"],
        '~' => ["   ", "## ", " ##", "   ", "   "],
        '.' => [" ", " ", " ", " ", "#"],
        ',' => [" ", " ", " ", "#", "#"],
        ' ' => [" ", " ", " ", " ", " "],
        _ => return None,
    })
}

/// The rows of blocks that make up a number, `true` for a drawn one, with one column of blocks between its characters.
/// `None` if a character has no glyph.
pub fn blocks(number: &str) -> Option<[Vec<bool>; 5]> {
    let glyphs: Option<Vec<_>> = number.chars().map(glyph).collect();
    let glyphs = glyphs?;
    let row = |row: usize| {
        let texts: Vec<&str> = glyphs.iter().map(|glyph| glyph[row]).collect();
        texts.join(" ").bytes().map(|block| block == b'#').collect()
    };
    Some([0, 1, 2, 3, 4].map(row))
}

/// The width of a number in columns; `None` if a character has no glyph.
pub fn columns(number: &str) -> Option<u16> {
    u16::try_from(blocks(number)?[0].len()).ok()?.checked_mul(BLOCK)
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

    #[test]
    fn no_two_characters_look_alike() {
        let all = "0123456789+−×≥≤~.,";
        let shapes: Vec<_> = all.chars().map(glyph).collect();
        for (at, shape) in shapes.iter().enumerate() {
            assert!(shape.is_some() && !shapes[..at].contains(shape));
        }
        let rows = blocks("−1").expect("glyphs");
        let picture =
            rows.map(|row| row.iter().map(|block| if *block { '#' } else { '.' }).collect::<String>());
        assert_eq!(picture, [".....#.", "....##.", "###..#.", ".....#.", "....###"]);
    }
}
