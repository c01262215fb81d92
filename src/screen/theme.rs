//! Styles by what they mean.

use ratatui::style::{Color, Modifier, Style};

/// How each part of the screen is drawn. Labels and numbers are in the terminal's own colours in every theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    /// Borders of panes without the focus.
    pub border: Style,
    /// Border of the pane with the focus.
    pub focus: Style,
    /// Titles.
    pub title: Style,
    /// Bars of a ranking: drawn as blanks where this sets a background, which takes far fewer bytes than blocks.
    pub bar: Style,
    /// The reference line across a ranking; on bars, too, whose colour it must not take.
    pub reference: Style,
    /// Arrows of what grew.
    pub rising: Style,
    /// Arrows of what fell.
    pub falling: Style,
    /// Status letters, and the mark of a contradiction.
    pub mark: Style,
    /// The selected row.
    pub selected: Style,
    /// Keys in the footer and terms in the detail.
    pub term: Style,
}

impl Theme {
    /// The default: the terminal's own colours, and few of them.
    #[must_use]
    pub fn ansi() -> Self {
        let plain = Style::new();
        Self {
            border: plain,
            focus: plain.fg(Color::LightBlue),
            title: plain.add_modifier(Modifier::BOLD),
            bar: plain.fg(Color::LightBlue).bg(Color::LightBlue),
            reference: plain.fg(Color::Reset),
            rising: plain.fg(Color::Green),
            falling: plain.fg(Color::Red),
            mark: plain.fg(Color::Red).add_modifier(Modifier::BOLD),
            selected: plain.add_modifier(Modifier::REVERSED),
            term: plain.add_modifier(Modifier::BOLD),
        }
    }

    /// No colours at all: bold and reversed only.
    #[must_use]
    pub fn mono() -> Self {
        let (plain, bold) = (Style::new(), Style::new().add_modifier(Modifier::BOLD));
        Self {
            border: plain,
            focus: bold,
            title: bold,
            bar: plain,
            reference: plain,
            rising: plain,
            falling: plain,
            mark: bold,
            selected: plain.add_modifier(Modifier::REVERSED),
            term: bold,
        }
    }
}
