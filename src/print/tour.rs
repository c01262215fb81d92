//! A tour on paper: for each step its words, the rows of its view with their sources, and the notes.

mod follow;
mod html;
mod markdown;
mod report;
mod section;
mod text;

use std::io::{self, Write};
use std::sync::Arc;

use clap::ValueEnum;
use ratatui::buffer::Buffer;
use ratatui::layout::Size;

use crate::dashboard::{App, Model};
use crate::dataset::TourStep;
use crate::stage::{StageFault, StagedStep};
pub(crate) use follow::follow_text;
pub(crate) use report::tour_report;
use section::{Section, sections};

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

/// A tour with the views of its steps.
pub(crate) struct Handout {
    steps: Vec<(TourStep, StagedStep)>,
    has_notes: bool,
}

impl Handout {
    /// The tour of a model, with its views on a screen of `size`.
    ///
    /// # Errors
    ///
    /// The first step that does not do what it says, by its number from 1.
    pub fn new(model: &Arc<Model>, size: Size, has_notes: bool) -> Result<Self, (usize, StageFault)> {
        let staged = |(at, step): (usize, &TourStep)| {
            let staged = StagedStep::new(model, step, size);
            let fault = |faults: Vec<(&str, StageFault)>| faults.into_iter().next().map(|(_, fault)| fault);
            staged
                .map(|staged| (step.clone(), staged))
                .map_err(|faults| (at + 1, fault(faults).unwrap_or(StageFault::NoRow)))
        };
        let steps = model.tour().iter().enumerate().map(staged).collect::<Result<_, _>>()?;
        Ok(Self { steps, has_notes })
    }

    fn len(&self) -> usize {
        self.steps.len()
    }

    /// The dashboard of the first step, for what all steps share.
    fn app(&self) -> Option<&App> {
        self.steps.first().map(|(_, staged)| &staged.app)
    }

    /// `10 steps, 8:10`
    fn plan(&self) -> String {
        plan(self.steps.iter().map(|(step, _)| step))
    }

    /// The notes of a step, unless they are to be left out.
    fn notes<'h>(&self, step: &'h TourStep) -> &'h [String] {
        if self.has_notes { &step.notes } else { &[] }
    }
}

/// `10 steps, 8:10`
fn plan<'t>(steps: impl ExactSizeIterator<Item = &'t TourStep>) -> String {
    let count = steps.len();
    let seconds: u32 = steps.map(TourStep::planned).sum();
    format!("{count} {}, {}", if count == 1 { "step" } else { "steps" }, clock(seconds))
}

/// Minutes and seconds: `8:10`.
fn clock(seconds: u32) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}
