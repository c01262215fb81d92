//! Which colours are wanted; what they are is the screen's business.

use super::App;

/// A theme by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ThemeName {
    /// The terminal's own colours, few of them: right on every background.
    #[default]
    Ansi,
    /// Dark on white, whatever the terminal's own colours are.
    Light,
    /// Light on near-black.
    Dark,
    /// White on black, and colours to be read from the last row.
    HighContrast,
    /// No colours, only bold and reversed.
    Mono,
    /// Blue and orange in the place of green and red.
    ColourBlind,
}

impl ThemeName {
    /// All themes, in the order in which one goes through them.
    pub const ALL: [Self; 6] =
        [Self::Ansi, Self::Light, Self::Dark, Self::HighContrast, Self::ColourBlind, Self::Mono];

    /// How it is written.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Ansi => "ansi",
            Self::Light => "light",
            Self::Dark => "dark",
            Self::HighContrast => "high-contrast",
            Self::Mono => "mono",
            Self::ColourBlind => "colour-blind",
        }
    }

    /// The one after it, and after the last the first.
    #[must_use]
    pub fn next(self) -> Self {
        let after = Self::ALL.iter().skip_while(|theme| **theme != self).nth(1);
        after.copied().unwrap_or_default()
    }
}

/// The colour of what grew. Red is good news in China and Japan, and bad news in Europe.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Rising {
    #[default]
    Green,
    Red,
}

impl Rising {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Green, Self::Red];

    /// How it is written.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Green => "green",
            Self::Red => "red",
        }
    }
}

/// Theme and colour of what grew.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[expect(missing_docs, reason = "the types say it")]
pub struct Appearance {
    pub theme: ThemeName,
    pub rising: Rising,
}

impl App {
    /// The same dashboard with another look.
    #[must_use]
    pub fn with_appearance(self, appearance: Appearance) -> Self {
        Self { appearance, ..self }
    }

    /// Which colours are wanted.
    #[must_use]
    pub fn appearance(&self) -> Appearance {
        self.appearance
    }

    /// Whether the mouse does things here; else it is the terminal's.
    #[must_use]
    pub fn mouse(&self) -> bool {
        self.mouse
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_comes_through_all_themes_and_back() {
        let mut theme = ThemeName::default();
        for expected in ThemeName::ALL {
            assert_eq!(theme, expected);
            theme = theme.next();
        }
        assert_eq!(theme, ThemeName::default());
    }
}
