//! A tour on paper: for each step its words, the rows of its view with their sources, and the notes.

mod follow;
mod handout;
mod html;
mod markdown;
mod report;
mod section;
mod text;

use std::io::{self, Write};

use clap::ValueEnum;
use ratatui::buffer::Buffer;
use ratatui::layout::Size;

use crate::dashboard::App;
pub(crate) use follow::follow_text;
pub(crate) use handout::Handout;
pub(crate) use report::tour_report;

/// How a tour is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum HandoutFormat {
    /// Plain text, one line per figure
    Text,
    /// A heading and tables per step
    Markdown,
    /// One page for a browser, with a picture of each view; on paper each step begins a page
    Html,
}

impl HandoutFormat {
    /// The size of the screen whose view is printed.
    pub fn size(self) -> Size {
        match self {
            Self::Text | Self::Markdown => Size::new(120, 36),
            // As wide as a page allows with legible letters.
            Self::Html => Size::new(100, 36),
        }
    }

    /// Writes the tour to `out`; `frame` draws the view of a step.
    ///
    /// # Errors
    ///
    /// Those of `out`.
    pub fn write(
        self,
        handout: &Handout,
        frame: impl Fn(&App) -> Buffer,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        match self {
            Self::Text => out.write_all(text::text(handout).as_bytes()),
            Self::Markdown => out.write_all(markdown::markdown(handout).as_bytes()),
            Self::Html => html::html(handout, frame, out),
        }
    }
}
