//! Themes that bring their own background.

use ratatui::style::{Color, Modifier, Style};

use super::{Depth, Theme};

/// A colour: its place in xterm's cube or greys, and what stands for it where there are sixteen.
///
/// Sixteen have no green and no grey that can be read on white; there, black stands for them.
struct Ink(u8, Color);

/// The colours of a theme.
pub struct Inks {
    ground: Ink,
    text: Ink,
    border: Ink,
    accent: Ink,
    good: Ink,
    bad: Ink,
    mark: Ink,
}

/// Dark on white; 4.5:1 and better.
pub const LIGHT: Inks = Inks {
    ground: Ink(231, Color::White),
    text: Ink(234, Color::Black),
    border: Ink(241, Color::Black),
    accent: Ink(25, Color::Blue),
    good: Ink(22, Color::Black),
    bad: Ink(124, Color::Red),
    mark: Ink(90, Color::Magenta),
};

/// Light on near-black; 4.5:1 and better.
pub const DARK: Inks = Inks {
    ground: Ink(233, Color::Black),
    text: Ink(254, Color::White),
    border: Ink(248, Color::White),
    accent: Ink(75, Color::LightCyan),
    good: Ink(77, Color::LightGreen),
    bad: Ink(210, Color::LightRed),
    mark: Ink(215, Color::LightYellow),
};

/// For a projector in a bright room; 7:1 and better.
pub const HIGH_CONTRAST: Inks = Inks {
    ground: Ink(16, Color::Black),
    text: Ink(231, Color::White),
    border: Ink(231, Color::White),
    accent: Ink(226, Color::LightCyan),
    good: Ink(46, Color::LightGreen),
    bad: Ink(210, Color::LightYellow),
    mark: Ink(213, Color::White),
};

/// Blue and orange, which nearly everybody tells apart; after the palette of Okabe and Ito; 4.5:1 and better.
pub const COLOUR_BLIND: Inks = Inks {
    ground: Ink(233, Color::Black),
    text: Ink(254, Color::White),
    border: Ink(248, Color::White),
    accent: Ink(117, Color::White),
    good: Ink(75, Color::LightCyan),
    bad: Ink(214, Color::LightYellow),
    mark: Ink(212, Color::LightMagenta),
};

impl Ink {
    fn at(&self, depth: Depth) -> Color {
        match depth {
            Depth::None => Color::Reset,
            Depth::Sixteen => self.1,
            Depth::Cube | Depth::True => Color::Indexed(self.0),
        }
    }
}

impl Inks {
    /// The theme in these colours, as far as the terminal has them.
    pub fn theme(&self, depth: Depth) -> Theme {
        let base = Style::new().fg(self.text.at(depth)).bg(self.ground.at(depth));
        let fg = |ink: &Ink| Style::new().fg(ink.at(depth));
        Theme {
            base,
            border: fg(&self.border),
            focus: fg(&self.accent),
            bar: fg(&self.accent).bg(self.accent.at(depth)),
            reference: base,
            rising: fg(&self.good),
            falling: fg(&self.bad),
            mark: fg(&self.mark).add_modifier(Modifier::BOLD),
            ..Theme::mono()
        }
    }
}
