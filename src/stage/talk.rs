//! A talk: a tour in front of people, step by step, with the dashboard behind it.
//!
//! ```text
//! on the path   Next and Back walk the steps, Up and Down point at a row
//! off the path  the view is not that of the step: the dashboard's keys hold, Next comes back
//! over it       nothing (blank), or the list of steps; the next key comes back
//! ```

mod act;
mod capture;
mod keys;
mod publish;
mod reload;
mod state;

use std::sync::Arc;
use std::time::{Duration, Instant};

use ratatui::layout::Size;

use super::caption::Caption;
use super::clock::TalkClock;
use super::exhibit::{Exhibit, StagedStep};
use super::kiosk::Kiosk;
use super::position::TalkPosition;
use super::remote::Outlet;
use super::scene::Scene;
use crate::dashboard::{App, Model, View};
use crate::dataset::{Emphasis, TourStep};
use crate::formats::Fingerprint;
pub use reload::NewVersion;

/// How a talk is given.
#[derive(Debug, Clone, Default)]
pub struct TalkOptions {
    /// Identifies the dataset to followers who have a copy.
    pub data: Fingerprint,
    /// The step to begin with, from 0.
    pub step: usize,
    /// The planned time for all steps together; `None` leaves it to the steps.
    pub slot: Option<Duration>,
    /// True if it goes on by itself, and from the last step to the first.
    pub looping: bool,
    /// In a loop, how long each row, line and step is shown; `None` leaves it to the steps.
    pub every: Option<Duration>,
}

/// Why a tour cannot be given as a talk.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TalkFault {
    /// It has no steps.
    #[error("the dataset has no tour")]
    NoTour,
    /// A step does not do what it says.
    #[error("step {number} cannot be shown (horgos tour check says more): {why}")]
    Step {
        /// The step, from 1.
        number: usize,
        /// The fault, as one sentence.
        why: String,
    },
}

/// A tour given as a talk.
pub struct Talk {
    app: App,
    options: TalkOptions,
    plan: Vec<PlannedStep>,
    /// How many things each step reveals.
    reveals: Vec<usize>,
    at: TalkPosition,
    /// The part that stands out now; initially the step's own.
    emphasis: Option<Emphasis>,
    /// The line of the proof that is pointed at.
    line: usize,
    /// The moments from which each `Next` went on, for `Back`.
    trail: Vec<Moment>,
    over: Over,
    /// The part of a step number that has been typed.
    typed: Option<usize>,
    /// True right after asking whether to leave.
    asked: bool,
    clock: TalkClock,
    kiosk: Option<Kiosk>,
    captured: Vec<CapturedStep>,
    outlet: Option<Box<dyn Outlet>>,
    /// The scene at which followers are held.
    held: Option<Scene>,
    /// The last scene that was published.
    published: Option<Published>,
    followers: usize,
}

/// A step as it looks when it begins.
struct PlannedStep {
    step: TourStep,
    home: View,
    /// Identifies the view, whatever is pointed at.
    path: View,
    exhibit: Exhibit,
}

/// A step as it looked when the speaker went on.
struct Moment {
    at: TalkPosition,
    view: View,
    emphasis: Option<Emphasis>,
    line: usize,
}

/// A view that was kept, as a step of the next version.
#[derive(Debug, Clone, PartialEq, Eq)]
struct CapturedStep {
    title: String,
    text: String,
    view: String,
    show: Option<Emphasis>,
}

/// The last scene that was published, and the speaker's position then.
#[derive(PartialEq, Eq)]
struct Published {
    scene: Scene,
    /// The step and how much of it is shown, even while followers are held elsewhere.
    speaker: (usize, usize, bool),
}

/// Something shown over the step for a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Over {
    /// Nothing: the step is shown.
    Step,
    /// A blank screen.
    Blank,
    /// The list of steps, with the selected one.
    Overview(usize),
}

impl Talk {
    /// Begins the tour of the dataset of `dashboard`, on a screen of the same size and in the same colours.
    ///
    /// # Errors
    ///
    /// If there is no tour, or one of its steps cannot be shown.
    pub fn new(dashboard: &App, options: TalkOptions, now: Instant) -> Result<Self, TalkFault> {
        let model = dashboard.model();
        let (plan, reveals) = planned(model, dashboard.size())?;
        let app = dashboard.first_view_of(model);
        let clock = TalkClock::new(times(model.tour(), options.slot), now);
        let kiosk = options.looping.then(|| Kiosk::new(options.every, now));
        let at = TalkPosition::start_of(options.step.min(reveals.len().saturating_sub(1)));
        let mut talk = Self {
            app,
            options,
            plan,
            reveals,
            at,
            emphasis: None,
            line: 0,
            trail: Vec::new(),
            over: Over::Step,
            typed: None,
            asked: false,
            clock,
            kiosk,
            captured: Vec::new(),
            outlet: None,
            held: None,
            published: None,
            followers: 0,
        };
        talk.enter(at);
        talk.show_for_a_while(now);
        talk.refresh(false);
        Ok(talk)
    }

    /// The same talk, publishing what it shows, starting now.
    #[must_use]
    pub fn with_outlet(mut self, outlet: Box<dyn Outlet>) -> Self {
        self.outlet = Some(outlet);
        self.refresh(false);
        self.publish();
        self
    }

    /// The dashboard as the talk shows it.
    #[must_use]
    pub fn app(&self) -> &App {
        &self.app
    }

    /// The present step.
    #[must_use]
    pub fn step(&self) -> &TourStep {
        &self.here().step
    }

    /// The plan of the present step. It always exists: [`planned`] refuses a tour without steps, and no position is
    /// past the last.
    fn here(&self) -> &PlannedStep {
        &self.plan[self.at.step]
    }

    /// The index of the step, and the number of steps.
    #[must_use]
    pub fn place(&self) -> (usize, usize) {
        (self.at.step, self.reveals.len())
    }

    /// How many rows or lines of the step are shown, and how many it reveals; `None` if it shows everything at once.
    #[must_use]
    pub fn revealed(&self) -> Option<(usize, usize)> {
        let all = self.reveals.get(self.at.step).copied().filter(|all| *all > 0)?;
        Some((self.at.shown, all))
    }

    /// The steps with their planned times.
    pub fn steps(&self) -> impl Iterator<Item = (&TourStep, Duration)> {
        self.plan.iter().enumerate().map(|(at, planned)| (&planned.step, self.clock.of_step(at).0))
    }

    /// True right after asking whether to leave.
    pub(crate) fn is_asked(&self) -> bool {
        self.asked
    }

    /// The part of a step number that has been typed.
    pub(crate) fn typed(&self) -> Option<usize> {
        self.typed
    }

    /// True at the very beginning.
    pub(crate) fn is_beginning(&self) -> bool {
        self.at == TalkPosition::default()
    }

    /// True for a talk that goes on by itself.
    pub(crate) fn is_kiosk(&self) -> bool {
        self.kiosk.is_some()
    }

    /// During a pause, how long no key may be pressed before the talk goes on by itself.
    pub(crate) fn paused(&self) -> Option<Duration> {
        self.kiosk.as_ref().and_then(Kiosk::paused)
    }

    pub(crate) fn clock(&self) -> &TalkClock {
        &self.clock
    }

    pub(crate) fn over(&self) -> Over {
        self.over
    }

    /// The words above the view; `None` off the path.
    pub(crate) fn caption(&self) -> Option<Caption> {
        (!self.is_off()).then(|| Caption::new(self.step(), self.app.size()))
    }
}

/// The steps of a tour with their views, and how many things each of them reveals.
fn planned(model: &Arc<Model>, size: Size) -> Result<(Vec<PlannedStep>, Vec<usize>), TalkFault> {
    let planned = |(at, step): (usize, &TourStep)| {
        let staged = StagedStep::new(model, step, size);
        let StagedStep { app, exhibit, reveals } = staged.map_err(|faults| {
            let why = faults.first().map_or_else(String::new, |(_, fault)| fault.to_string());
            TalkFault::Step { number: at + 1, why }
        })?;
        let (step, home, path) = (step.clone(), app.view().clone(), app.path());
        Ok((PlannedStep { step, home, path, exhibit }, reveals))
    };
    if model.tour().is_empty() {
        return Err(TalkFault::NoTour);
    }
    let all: Result<Vec<_>, TalkFault> = model.tour().iter().enumerate().map(planned).collect();
    Ok(all?.into_iter().unzip())
}

/// The planned times of all steps, scaled to fit a slot.
fn times(tour: &[TourStep], slot: Option<Duration>) -> Vec<Duration> {
    let all: u32 = tour.iter().map(TourStep::planned).fold(0, u32::saturating_add).max(1);
    let time = |step: &TourStep| match slot {
        None => Duration::from_secs(step.planned().into()),
        Some(slot) => slot * step.planned() / all,
    };
    tour.iter().map(time).collect()
}
