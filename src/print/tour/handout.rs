//! The steps of a tour with their views, for every way of writing it.

use std::sync::Arc;

use ratatui::layout::Size;

use crate::dashboard::{App, Model};
use crate::dataset::TourStep;
use crate::stage::{StageFault, StagedStep};

/// A tour with the views of its steps.
pub(crate) struct Handout {
    pub(super) steps: Vec<(TourStep, StagedStep)>,
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

    pub(super) fn len(&self) -> usize {
        self.steps.len()
    }

    /// The dashboard of the first step, for what all steps share.
    pub(super) fn app(&self) -> Option<&App> {
        self.steps.first().map(|(_, staged)| &staged.app)
    }

    /// `10 steps, 8:10`
    pub(super) fn plan(&self) -> String {
        plan(self.steps.iter().map(|(step, _)| step))
    }

    /// The notes of a step, unless they are to be left out.
    pub(super) fn notes<'h>(&self, step: &'h TourStep) -> &'h [String] {
        if self.has_notes { &step.notes } else { &[] }
    }
}

/// `10 steps, 8:10`
pub(super) fn plan<'t>(steps: impl ExactSizeIterator<Item = &'t TourStep>) -> String {
    let count = steps.len();
    let seconds: u32 = steps.map(TourStep::planned).sum();
    format!("{count} {}, {}", if count == 1 { "step" } else { "steps" }, clock(seconds))
}

/// Minutes and seconds: `8:10`.
pub(super) fn clock(seconds: u32) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}
