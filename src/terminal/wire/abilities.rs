//! The abilities of a terminal beyond a VT100.

/// The glyphs that REP (`CSI n b`) may repeat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Repeat {
    /// Nothing: the terminal would show one glyph instead of many.
    #[default]
    Never,
    /// ASCII only: xterm and tmux before 3.5 repeat nothing else.
    Ascii,
    /// Every glyph of one code point and one column.
    Any,
}

/// Which optional sequences a terminal understands. The default is a VT100: none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[expect(clippy::struct_excessive_bools, reason = "these are independent of each other, as in terminfo")]
pub struct Abilities {
    /// ECH, `CSI n X`: erases cells in the middle of a row.
    pub erase_chars: bool,
    /// REP, `CSI n b`: repeats the glyph just written.
    pub repeat: Repeat,
    /// CHA, `CSI n G`, and VPA, `CSI n d`: move to a column, to a row.
    pub column: bool,
    /// The brackets of DEC mode 2026 may be worth their 16 bytes: at least one terminal of this name obeys them and
    /// none displays them.
    pub sync: bool,
    /// Erasing fills with the current background. Without it, only blanks on the default background are erased.
    pub back_colour_erase: bool,
    /// OSC 52 puts text on a clipboard, or is at least not displayed.
    pub clipboard: bool,
}

impl Abilities {
    /// The abilities of every terminal that sets the variable TERM to `term`.
    ///
    /// The terminal is not asked. An unknown name is a VT100, at the price of some bytes; a name that other terminals
    /// borrow gets what all of them understand. So `xterm` has no REP: mosh calls itself that and, like many others,
    /// does not implement it ([mosh#1064](https://github.com/mobile-shell/mosh/issues/1064)).
    #[must_use]
    pub fn from_term(term: Option<&str>) -> Self {
        let vt100 = Self::default();
        let vt220 = Self { erase_chars: true, ..vt100 };
        let linux = Self { column: true, back_colour_erase: true, ..vt220 };
        let xterm = Self { sync: true, clipboard: true, ..linux };
        // GNU screen displays the end of an OSC 52 that is too long for it.
        let screen = Self { back_colour_erase: false, clipboard: false, ..xterm };
        let term = term.unwrap_or_default();
        match term {
            "xterm-kitty" => return Self { repeat: Repeat::Any, clipboard: true, ..screen },
            "xterm-ghostty" => return Self { repeat: Repeat::Any, ..xterm },
            "xterm" | "xterm-16color" | "xterm-88color" | "xterm-256color" | "xterm-new" => return xterm,
            "rxvt-unicode" | "rxvt-unicode-256color" => {
                return Self { clipboard: true, ..linux };
            }
            _ => {}
        }
        // For the others the first word decides: suffixes such as `-256color` say nothing about these sequences.
        match term.split(['-', '.']).next().unwrap_or_default() {
            "alacritty" | "foot" => Self { repeat: Repeat::Any, ..xterm },
            "tmux" => Self { repeat: Repeat::Ascii, clipboard: true, ..screen },
            "screen" => screen,
            "contour" => Self { clipboard: true, ..screen },
            "xterm" if term.starts_with("xterm-direct") => xterm,
            "gnome" | "konsole" | "mintty" | "putty" | "vte" | "wezterm" => xterm,
            "linux" => linux,
            "st" => Self { clipboard: true, ..linux },
            "nsterm" | "rxvt" => Self { erase_chars: false, ..linux },
            "vt220" | "vt320" | "vt420" | "vt520" => vt220,
            _ => vt100,
        }
    }
}
