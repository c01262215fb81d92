//! Decides once, from the environment, what the terminal can show and what to show on it.
//!
//! The terminal itself is never asked: it may answer late, or never, or into the prompt of the next program. So this
//! assumes the least where the environment leaves room for doubt.

use super::{Abilities, Repeat};
use crate::dashboard::{Appearance, Rising, ThemeName};
use crate::screen::{Depth, Glyphs, Means};

/// The environment variables that matter; an empty one counts as not set.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "named as the variables")]
pub struct Environment {
    pub term: Option<String>,
    pub colorterm: Option<String>,
    pub term_program: Option<String>,
    pub no_color: Option<String>,
    pub clicolor: Option<String>,
    pub clicolor_force: Option<String>,
    /// The first of `LC_ALL`, `LC_CTYPE` and `LANG` that is set.
    pub locale: Option<String>,
    /// Set inside GNU screen.
    pub sty: Option<String>,
    /// Set inside tmux.
    pub tmux: Option<String>,
    /// Set by a connection over SSH.
    pub ssh: Option<String>,
    pub horgos_no_sync: Option<String>,
    /// Standard output is a terminal.
    pub terminal: bool,
}

/// The user's settings, from the options or else from the configuration file. They take precedence over the
/// environment.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "named as the options")]
pub struct Wishes {
    pub theme: Option<ThemeName>,
    /// Colours always or never; `None` leaves it to the environment.
    pub colour: Option<bool>,
    pub glyphs: Option<Glyphs>,
    pub rising: Option<Rising>,
    pub no_sync: bool,
}

/// The appearance, and the sequences that may be sent for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decision {
    /// There is a terminal that can show a screen. If not, the figures are printed as text.
    pub screen: bool,
    /// The appearance to start with.
    pub appearance: Appearance,
    /// Colours and glyphs.
    pub means: Means,
    /// The sequences that may be sent.
    pub abilities: Abilities,
}

impl Environment {
    /// Reads the variables with `get`.
    #[must_use]
    pub fn from_variables(get: &dyn Fn(&str) -> Option<String>, terminal: bool) -> Self {
        let get = |name: &str| get(name).filter(|value| !value.is_empty());
        Self {
            term: get("TERM"),
            colorterm: get("COLORTERM"),
            term_program: get("TERM_PROGRAM"),
            no_color: get("NO_COLOR"),
            clicolor: get("CLICOLOR"),
            clicolor_force: get("CLICOLOR_FORCE"),
            locale: get("LC_ALL").or_else(|| get("LC_CTYPE")).or_else(|| get("LANG")),
            sty: get("STY"),
            tmux: get("TMUX"),
            ssh: get("SSH_TTY").or_else(|| get("SSH_CONNECTION")),
            horgos_no_sync: get("HORGOS_NO_SYNC"),
            terminal,
        }
    }

    /// Decides what to show, and how.
    #[must_use]
    pub fn decide(&self, wishes: Wishes) -> Decision {
        let depth = if wishes.colour.unwrap_or(self.forbids_colour().is_none()) {
            self.depth().max(if wishes.colour == Some(true) { Depth::Sixteen } else { Depth::None })
        } else {
            Depth::None
        };
        let theme =
            wishes.theme.unwrap_or(if depth == Depth::None { ThemeName::Mono } else { ThemeName::Ansi });
        let known = self.abilities();
        let sync = known.sync && !wishes.no_sync && self.horgos_no_sync.is_none();
        Decision {
            screen: self.terminal && self.term.as_deref() != Some("dumb"),
            appearance: Appearance { theme, rising: wishes.rising.unwrap_or(self.rising()) },
            means: Means { depth, glyphs: wishes.glyphs.unwrap_or(self.glyphs()) },
            abilities: Abilities { sync, ..known },
        }
    }

    /// The variable that forbids colours, if one does. `NO_COLOR` takes precedence over `CLICOLOR_FORCE`, and that over
    /// `CLICOLOR`.
    #[must_use]
    pub fn forbids_colour(&self) -> Option<&'static str> {
        match (&self.no_color, self.clicolor_force.as_deref(), self.clicolor.as_deref()) {
            (Some(_), ..) => Some("NO_COLOR"),
            (None, None | Some("0"), Some("0")) => Some("CLICOLOR"),
            (None, ..) => None,
        }
    }

    /// The terminal named by TERM, corrected for multiplexers. Inside tmux it may name GNU screen. Inside GNU screen it may name
    /// any terminal, but screen itself neither erases in colour nor repeats glyphs, and displays the end of a long OSC 52.
    fn abilities(&self) -> Abilities {
        let known = Abilities::from_term(self.term.as_deref());
        if self.sty.is_some() {
            return Abilities { back_colour_erase: false, repeat: Repeat::Never, clipboard: false, ..known };
        }
        Abilities { clipboard: known.clipboard || self.tmux.is_some(), ..known }
    }

    fn depth(&self) -> Depth {
        let term = self.term.as_deref().unwrap_or_default();
        let most = match term.split(['-', '.']).next().unwrap_or_default() {
            "" | "dumb" | "cons25" | "vt52" | "vt100" | "vt102" | "vt220" | "vt320" | "vt420" | "vt510"
            | "vt520" => Depth::None,
            // GNU screen passes on at most 256 colours, whatever COLORTERM says of the terminal around it. Terminal.app
            // of macOS long had no more than 256, either.
            "linux" => Depth::Sixteen,
            _ if self.sty.is_some() || self.term_program.as_deref() == Some("Apple_Terminal") => Depth::Cube,
            _ => Depth::True,
        };
        let said = match self.colorterm.as_deref() {
            Some("truecolor" | "24bit") => Depth::True,
            Some(_) | None if term.contains("-direct") => Depth::True,
            Some(_) | None
                if ["xterm-kitty", "xterm-ghostty", "alacritty", "foot", "wezterm"].contains(&term) =>
            {
                Depth::True
            }
            Some(_) | None if term.contains("256color") => Depth::Cube,
            Some(_) | None => Depth::Sixteen,
        };
        // COLORTERM describes the terminal around GNU screen, not the one inside.
        let said = if self.sty.is_some() && !term.contains("256color") { Depth::Sixteen } else { said };
        said.min(most)
    }

    /// The language of the locale, such as `zh` in `zh_CN.UTF-8`.
    fn language(&self) -> &str {
        self.locale.as_deref().unwrap_or_default().split(['_', '.', '@']).next().unwrap_or_default()
    }

    fn glyphs(&self) -> Glyphs {
        let locale = self.locale.as_deref().unwrap_or_default().to_ascii_lowercase();
        let is_utf8 = locale.contains("utf-8") || locale.contains("utf8");
        match (is_utf8, self.term.as_deref(), self.language()) {
            // Fonts of the Linux console have 256 or 512 glyphs, rarely including ours.
            (false, _, _) | (_, Some("linux"), _) => Glyphs::Ascii,
            (true, _, "ja" | "ko" | "zh") => Glyphs::Narrow,
            (true, _, _) => Glyphs::Unicode,
        }
    }

    fn rising(&self) -> Rising {
        if ["zh", "ja"].contains(&self.language()) { Rising::Red } else { Rising::Green }
    }
}

#[cfg(test)]
mod tests;
