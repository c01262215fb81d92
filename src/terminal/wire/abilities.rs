//! What a terminal understands beyond a vt100.

/// What REP (`CSI n b`) may be used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Repeat {
    /// For nothing: the terminal would show one glyph instead of many.
    #[default]
    Never,
    /// For ASCII alone.
    Ascii,
    /// For every glyph of one code point and one column.
    Any,
}

/// Which optional sequences a terminal understands. The default is a vt100: none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[expect(clippy::struct_excessive_bools, reason = "these are independent of each other, as in terminfo")]
pub struct Abilities {
    /// ECH, `CSI n X`: erases cells in the middle of a row.
    pub erase_chars: bool,
    /// REP, `CSI n b`: repeats the glyph just written.
    pub repeat: Repeat,
    /// CHA, `CSI n G`, and VPA, `CSI n d`: move to a column, to a row.
    pub column: bool,
    /// The brackets of DEC mode 2026 are obeyed or ignored, but not shown.
    pub sync: bool,
    /// Erasing fills with the background in use; without it, only blanks on the default background are
    /// erased.
    pub back_colour_erase: bool,
}

impl Abilities {
    /// TEMP
    #[must_use]
    pub fn of(_term: Option<&str>) -> Self {
        Self::default()
    }
}
