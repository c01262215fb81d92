//! Themes with a background of their own.

use ratatui::style::{Color, Modifier, Style};

use super::Theme;
use crate::screen::Depth;

/// A colour: its number in xterm's cube or greys, and its replacement among sixteen.
///
/// The sixteen have no green and no grey that is legible on white; black replaces them. On black they are the plain
/// colours, since some palettes (Solarized) have greys in the place of bright ones.
struct Shade(u8, Color);

/// The colours of a theme.
struct Shades {
    ground: Shade,
    text: Shade,
    border: Shade,
    accent: Shade,
    good: Shade,
    bad: Shade,
    mark: Shade,
}

/// Dark on white; contrast 4.5:1 and better.
const LIGHT: Shades = Shades {
    ground: Shade(231, Color::White),
    text: Shade(234, Color::Black),
    border: Shade(241, Color::Black),
    accent: Shade(25, Color::Blue),
    good: Shade(22, Color::Black),
    bad: Shade(124, Color::Red),
    mark: Shade(90, Color::Magenta),
};

/// Light on near-black; contrast 4.5:1 and better.
const DARK: Shades = Shades {
    ground: Shade(233, Color::Black),
    text: Shade(254, Color::White),
    border: Shade(248, Color::White),
    accent: Shade(75, Color::Cyan),
    good: Shade(77, Color::Green),
    bad: Shade(210, Color::LightRed),
    mark: Shade(215, Color::Yellow),
};

/// For a projector in a bright room; contrast 7:1 and better.
const HIGH_CONTRAST: Shades = Shades {
    ground: Shade(16, Color::Black),
    text: Shade(231, Color::White),
    border: Shade(231, Color::White),
    accent: Shade(226, Color::Cyan),
    good: Shade(46, Color::Green),
    bad: Shade(210, Color::Yellow),
    mark: Shade(213, Color::Cyan),
};

/// Blue and orange, which nearly everybody can tell apart, after the palette of Okabe and Ito; contrast 4.5:1 and better.
const COLOUR_BLIND: Shades = Shades {
    ground: Shade(233, Color::Black),
    text: Shade(254, Color::White),
    border: Shade(248, Color::White),
    accent: Shade(117, Color::Cyan),
    good: Shade(75, Color::Cyan),
    bad: Shade(214, Color::Yellow),
    mark: Shade(212, Color::LightMagenta),
};

impl Shade {
    fn at(&self, depth: Depth) -> Color {
        match depth {
            Depth::None => Color::Reset,
            Depth::Sixteen => self.1,
            Depth::Cube | Depth::True => Color::Indexed(self.0),
        }
    }
}

impl Shades {
    /// The theme in these colours, as far as the terminal has them.
    fn theme(&self, depth: Depth) -> Theme {
        let base = Style::new().fg(self.text.at(depth)).bg(self.ground.at(depth));
        let fg = |cells: &Shade| Style::new().fg(cells.at(depth));
        let lead = fg(&self.ground).bg(self.bad.at(depth)).add_modifier(Modifier::BOLD);
        Theme {
            base,
            border: fg(&self.border),
            heading: fg(&self.border),
            focus: fg(&self.accent),
            lead,
            lead_sign: lead,
            bar: fg(&self.border),
            bar_selected: fg(&self.accent).bg(self.accent.at(depth)),
            reference: base,
            rising: fg(&self.good),
            falling: fg(&self.bad),
            mark: fg(&self.bad).add_modifier(Modifier::BOLD),
            inherited: fg(&self.text),
            status: fg(&self.mark),
            ..Theme::mono()
        }
    }
}

impl Theme {
    pub(super) fn light(depth: Depth) -> Self {
        LIGHT.theme(depth)
    }

    pub(super) fn dark(depth: Depth) -> Self {
        DARK.theme(depth)
    }

    pub(super) fn high_contrast(depth: Depth) -> Self {
        HIGH_CONTRAST.theme(depth)
    }

    pub(super) fn colour_blind(depth: Depth) -> Self {
        COLOUR_BLIND.theme(depth)
    }
}
