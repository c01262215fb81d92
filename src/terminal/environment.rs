//! What the terminal can show, and what is to be shown: decided once, from the environment, without asking it.
//!
//! A terminal that is asked may answer late, or never, or into somebody else's prompt. So what is not known for
//! certain is taken to be less.

use super::Abilities;
use crate::dashboard::{Appearance, Rising, ThemeName};
use crate::screen::{Depth, Glyphs, Means};

/// The variables that matter, and whether standard output is a terminal.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "named as the variables")]
pub struct Environment {
    pub term: Option<String>,
    pub colorterm: Option<String>,
    pub term_program: Option<String>,
    pub no_color: Option<String>,
    pub clicolor: Option<String>,
    pub clicolor_force: Option<String>,
    /// The first of `LC_ALL`, `LC_CTYPE` and `LANG` that says something.
    pub locale: Option<String>,
    /// Set inside GNU screen.
    pub sty: Option<String>,
    /// Set inside tmux.
    pub tmux: Option<String>,
    /// Set by a connection over SSH.
    pub ssh: Option<String>,
    pub horgos_no_sync: Option<String>,
    /// Whether standard output is a terminal.
    pub terminal: bool,
}

/// What the options, or else the configuration file, ask for; it goes before what follows from the environment.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "named as the options")]
pub struct Wishes {
    pub theme: Option<ThemeName>,
    /// Colours always or never; by the environment where it is not said.
    pub colour: Option<bool>,
    pub glyphs: Option<Glyphs>,
    pub rising: Option<Rising>,
    pub no_sync: bool,
}

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decision {
    /// Whether there is a terminal that can show a screen; else the figures are printed as text.
    pub screen: bool,
    /// What the screen starts with.
    pub appearance: Appearance,
    /// Colours and glyphs.
    pub means: Means,
    /// Which sequences may be sent.
    pub abilities: Abilities,
}

impl Environment {
    /// The environment as `get` gives it; what is empty is as good as not there.
    #[must_use]
    pub fn of(get: &dyn Fn(&str) -> Option<String>, terminal: bool) -> Self {
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

    /// What is shown, and how.
    #[must_use]
    pub fn decide(&self, wishes: Wishes) -> Decision {
        let depth = if wishes.colour.unwrap_or(self.forbids_colour().is_none()) {
            self.depth().max(if wishes.colour == Some(true) { Depth::Sixteen } else { Depth::None })
        } else {
            Depth::None
        };
        let theme =
            wishes.theme.unwrap_or(if depth == Depth::None { ThemeName::Mono } else { ThemeName::Ansi });
        let known = Abilities::from_term(self.term.as_deref());
        let sync = known.sync && !wishes.no_sync && self.horgos_no_sync.is_none();
        Decision {
            screen: self.terminal && self.term.as_deref() != Some("dumb"),
            appearance: Appearance { theme, rising: wishes.rising.unwrap_or(self.rising()) },
            means: Means { depth, glyphs: wishes.glyphs.unwrap_or(self.glyphs()) },
            // tmux may go by the name of GNU screen.
            abilities: Abilities { sync, clipboard: known.clipboard || self.tmux.is_some(), ..known },
        }
    }

    /// The variable that asks for no colours, if one does: `NO_COLOR` goes before `CLICOLOR_FORCE`, and that before
    /// `CLICOLOR`.
    #[must_use]
    pub fn forbids_colour(&self) -> Option<&'static str> {
        match (&self.no_color, self.clicolor_force.as_deref(), self.clicolor.as_deref()) {
            (Some(_), ..) => Some("NO_COLOR"),
            (None, None | Some("0"), Some("0")) => Some("CLICOLOR"),
            (None, ..) => None,
        }
    }

    fn depth(&self) -> Depth {
        let term = self.term.as_deref().unwrap_or_default();
        let most = match term.split(['-', '.']).next().unwrap_or_default() {
            "" | "dumb" | "cons25" | "vt52" | "vt100" | "vt102" | "vt220" | "vt320" | "vt420" | "vt510"
            | "vt520" => Depth::None,
            // GNU screen passes at most 256 on, whatever the terminal around it has said of itself; so does the
            // terminal of macOS, which has fewer colours than it is often said to have.
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
        // What the terminal around screen has said does not hold inside.
        let said = if self.sty.is_some() && !term.contains("256color") { Depth::Sixteen } else { said };
        said.min(most)
    }

    /// Language of the locale, such as `zh` of `zh_CN.UTF-8`.
    fn language(&self) -> &str {
        self.locale.as_deref().unwrap_or_default().split(['_', '.', '@']).next().unwrap_or_default()
    }

    fn glyphs(&self) -> Glyphs {
        let locale = self.locale.as_deref().unwrap_or_default().to_ascii_lowercase();
        let is_utf8 = locale.contains("utf-8") || locale.contains("utf8");
        match (is_utf8, self.term.as_deref(), self.language()) {
            // The fonts of the Linux console have 256 or 512 glyphs, and seldom ours.
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
