//! Styles by what they mean: here those of the terminal's own colours and of none, in `theme/painted.rs` all others.

mod painted;

use ratatui::style::{Color, Modifier, Style};

use super::means::{Depth, Glyphs, Means};
use crate::dashboard::{Appearance, Rising, ThemeName};

/// The styles of the parts of the screen.
///
/// `ansi` and `mono` leave all cells but bars on the terminal's background, and labels and numbers in its foreground. The
/// other themes set both in every cell, so that their contrast does not depend on the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    /// Labels, numbers and empty cells.
    pub base: Style,
    /// Borders of panes without the focus, and other lines that step back.
    pub border: Style,
    /// Titles of panes without the focus, and what stands at their ends.
    pub heading: Style,
    /// Border of the pane with the focus.
    pub focus: Style,
    /// Titles.
    pub title: Style,
    /// The contradiction that leads the screen: where there are colours enough, a band of its own.
    pub lead: Style,
    /// The sign before it.
    pub lead_sign: Style,
    /// Bars of a ranking, quieter than the numbers.
    pub bar: Style,
    /// The bar of the selected row. With a background it is drawn as blanks, which takes far fewer bytes than blocks.
    pub bar_selected: Style,
    /// The reference line across a ranking; a gap where it crosses a bar.
    pub reference: Style,
    /// Arrows of growth.
    pub rising: Style,
    /// Arrows of decline.
    pub falling: Style,
    /// The mark of a contradiction, and what is too much.
    pub mark: Style,
    /// The same mark behind a number that only rests on a contradicted one.
    pub inherited: Style,
    /// Status letters.
    pub status: Style,
    /// The selected row.
    pub selected: Style,
    /// Keys in the footer and terms in the detail.
    pub term: Style,
    /// The glyphs that replace others in the end.
    pub glyphs: Glyphs,
}

impl Theme {
    /// The wanted theme, in no other colours and glyphs than the terminal has.
    #[must_use]
    pub fn new(appearance: Appearance, means: Means) -> Self {
        let theme = match appearance.theme {
            _ if means.depth == Depth::None => Self::mono(),
            ThemeName::Mono => Self::mono(),
            ThemeName::Ansi if means.depth == Depth::Sixteen => Self::ansi(),
            ThemeName::Ansi => Self::ansi().with_fixed_accents(),
            ThemeName::Light => Self::light(means.depth),
            ThemeName::Dark => Self::dark(means.depth),
            ThemeName::HighContrast => Self::high_contrast(means.depth),
            ThemeName::ColourBlind => Self::colour_blind(means.depth),
        };
        let theme = Self { glyphs: means.glyphs, ..theme };
        match appearance.rising {
            Rising::Green => theme,
            // Who wants a rise in red wants the red.
            Rising::Red => Self {
                rising: theme.falling.fg(theme.mark.fg.unwrap_or(Color::Reset)),
                falling: theme.rising,
                ..theme
            },
        }
    }

    /// The default: a few of the terminal's own colours.
    ///
    /// In the palettes in use, only red, bright red, bright blue and bright magenta are legible on white and on black.
    /// No green is, so one of the two arrows has no colour with sixteen colours.
    #[must_use]
    pub fn ansi() -> Self {
        let own = Style::new().fg(Color::Reset).bg(Color::Reset);
        Self {
            focus: Style::new().fg(Color::LightBlue),
            bar: Style::new().fg(Color::LightBlue),
            bar_selected: Style::new().fg(Color::LightBlue).bg(Color::LightBlue),
            reference: own,
            falling: Style::new().fg(Color::LightRed),
            lead_sign: Style::new().fg(Color::LightRed).add_modifier(Modifier::BOLD | Modifier::REVERSED),
            mark: Style::new().fg(Color::LightRed).add_modifier(Modifier::BOLD),
            inherited: Style::new().fg(Color::Reset),
            status: Style::new().fg(Color::LightMagenta),
            ..Self::mono()
        }
    }

    /// With a blue, a green, an orange and a red of the fixed cube: legible on white, black and both Solarized grounds,
    /// where bright blue is the grey of the text. A fall in the red of a contradiction would be taken for one.
    fn with_fixed_accents(self) -> Self {
        let (blue, green, orange) = (Color::Indexed(33), Color::Indexed(28), Color::Indexed(166));
        let lead = Style::new().fg(Color::Indexed(231)).bg(Color::Indexed(160)).add_modifier(Modifier::BOLD);
        Self {
            lead,
            lead_sign: lead,
            focus: self.focus.fg(blue),
            bar: self.bar.fg(blue),
            bar_selected: self.bar_selected.fg(blue).bg(blue),
            rising: self.rising.fg(green),
            falling: self.falling.fg(orange),
            ..self
        }
    }

    /// No colours at all: bold and reversed only.
    #[must_use]
    pub fn mono() -> Self {
        let (plain, bold) = (Style::new(), Style::new().add_modifier(Modifier::BOLD));
        Self {
            base: plain,
            border: plain.add_modifier(Modifier::DIM),
            heading: plain.remove_modifier(Modifier::DIM),
            focus: bold,
            title: bold,
            lead: bold,
            lead_sign: bold.add_modifier(Modifier::REVERSED),
            bar: plain,
            bar_selected: bold,
            reference: plain,
            rising: plain,
            falling: bold,
            mark: bold,
            inherited: plain,
            status: plain,
            selected: plain.add_modifier(Modifier::REVERSED),
            term: bold,
            glyphs: Glyphs::Unicode,
        }
    }
}
