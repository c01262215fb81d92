//! The colours and the glyphs that a terminal can show.

/// The number of colours that the terminal has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Depth {
    /// None: bold and reversed only.
    None,
    /// The eight of a VGA card and their bright versions, in the shades that the person has set.
    #[default]
    Sixteen,
    /// The fixed cube and greys of xterm.
    Cube,
    /// Any; no theme needs more than the cube.
    True,
}

/// A set of glyphs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Glyphs {
    /// Everything.
    #[default]
    Unicode,
    /// No signs that Chinese, Japanese and Korean terminals may show two columns wide, such as borders and blocks.
    /// Letters without a replacement stay.
    Narrow,
    /// ASCII alone.
    Ascii,
}

impl Glyphs {
    /// All sets.
    pub const ALL: [Self; 3] = [Self::Unicode, Self::Narrow, Self::Ascii];

    /// Its name in options and in the configuration file.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Unicode => "unicode",
            Self::Narrow => "narrow",
            Self::Ascii => "ascii",
        }
    }
}

/// The terminal's means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Means {
    #[expect(missing_docs, reason = "the type says it")]
    pub depth: Depth,
    #[expect(missing_docs, reason = "the type says it")]
    pub glyphs: Glyphs,
}
