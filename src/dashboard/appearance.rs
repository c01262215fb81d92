//! The user's theme by name; its colours are defined in `screen`.

use super::App;

/// The name of a theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ThemeName {
    /// A few of the terminal's own colours: legible on every background.
    #[default]
    Ansi,
    /// Dark on white, whatever the terminal's colours are.
    Light,
    /// Light on near-black.
    Dark,
    /// White on black, with colours that can be told apart from the last row of a hall.
    HighContrast,
    /// No colours, only bold and reversed.
    Mono,
    /// Blue and orange instead of green and red.
    ColourBlind,
}

impl ThemeName {
    /// All themes, in the order of the key that switches them.
    pub const ALL: [Self; 6] =
        [Self::Ansi, Self::Light, Self::Dark, Self::HighContrast, Self::ColourBlind, Self::Mono];

    /// Its name in options and in the configuration file.
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

    /// The next theme; the first one after the last.
    #[must_use]
    pub fn next(self) -> Self {
        let after = Self::ALL.iter().skip_while(|theme| **theme != self).nth(1);
        after.copied().unwrap_or_default()
    }
}

/// The colour of growth. Red is good news in China and Japan, and bad news in Europe.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Rising {
    #[default]
    Green,
    Red,
}

impl Rising {
    /// Both colours.
    pub const ALL: [Self; 2] = [Self::Green, Self::Red];

    /// Its name in options and in the configuration file.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Green => "green",
            Self::Red => "red",
        }
    }
}

/// The theme and the colour of growth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[expect(missing_docs, reason = "the types say it")]
pub struct Appearance {
    pub theme: ThemeName,
    pub rising: Rising,
}

impl App {
    /// The same dashboard with another appearance.
    #[must_use]
    pub fn with_appearance(self, appearance: Appearance) -> Self {
        Self { appearance, ..self }
    }

    #[must_use]
    #[expect(missing_docs, reason = "the type says it")]
    pub fn appearance(&self) -> Appearance {
        self.appearance
    }

    /// The same dashboard, whose the mouse is, or the terminal's.
    #[must_use]
    pub(crate) fn with_mouse(self, mouse: bool) -> Self {
        Self { mouse, ..self }
    }

    /// True if the dashboard has the mouse, false if the terminal does.
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
