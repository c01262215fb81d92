//! What a terminal understands beyond a vt100.

/// What REP (`CSI n b`) may be used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Repeat {
    /// For nothing: the terminal would show one glyph instead of many.
    #[default]
    Never,
    /// For ASCII alone: xterm and tmux before 3.5 repeat nothing else.
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
    /// The brackets of DEC mode 2026 may be worth their 16 bytes: the terminal, or one of those that go
    /// by the same name, obeys them, and none of these shows them.
    pub sync: bool,
    /// Erasing fills with the background in use; without it, only blanks on the default background are
    /// erased.
    pub back_colour_erase: bool,
    /// OSC 52 puts text on a clipboard, or is at least not shown.
    pub clipboard: bool,
}

impl Abilities {
    /// What a terminal that calls itself `term` (the variable TERM) surely understands.
    ///
    /// Nothing is asked of the terminal. What is not known is a vt100, at the price of some bytes; what
    /// goes by a name that others borrow gets what all of them understand. So `xterm` has no REP: mosh
    /// calls itself that, and neither it nor many others implement it
    /// ([mosh#1064](https://github.com/mobile-shell/mosh/issues/1064)).
    #[must_use]
    pub fn of(term: Option<&str>) -> Self {
        let vt100 = Self::default();
        let vt220 = Self { erase_chars: true, ..vt100 };
        let linux = Self { column: true, back_colour_erase: true, ..vt220 };
        let xterm = Self { sync: true, clipboard: true, ..linux };
        // GNU screen shows what is too long for it of such a sequence.
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
        // From here on the first word is enough: `-256color` and the like say nothing on these matters.
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
