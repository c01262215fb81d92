//! The state of a talk: everything that follows from entering a step.

use std::time::Instant;

use super::{Moment, Over, Talk};
use crate::analysis::Figure;
use crate::dashboard::{Staging, TalkAction};
use crate::dataset::Emphasis;
use crate::stage::exhibit::{Exhibit, open_topic};
use crate::stage::position::TalkPosition;
use crate::stage::shown::{Shown, ShownProof, large_figure};
use crate::wording::{Entry, Topic};

impl Talk {
    /// Shows a step as far as it is revealed.
    pub(super) fn enter(&mut self, at: TalkPosition) {
        self.at = at;
        self.over = Over::Step;
        self.typed = None;
        self.app.clear_notice();
        self.emphasis = self.own_emphasis();
        let last = at.shown.saturating_sub(1);
        self.line = last;
        let mut view = self.here().home.clone();
        let reveals_rows = self.revealed_rows().is_some();
        if let Some(cursor) = view.cursors.get_mut(view.focus).filter(|_| reveals_rows) {
            cursor.selected = last;
        }
        let staging = Staging { above: self.above(), revealed: self.revealed_rows(), ..Staging::default() };
        self.app.stage(view, staging);
    }

    /// The part that the step itself emphasises.
    pub(super) fn own_emphasis(&self) -> Option<Emphasis> {
        self.here().step.show
    }

    /// How many rows of the step are shown, if it reveals rows.
    fn revealed_rows(&self) -> Option<usize> {
        match self.here().exhibit {
            Exhibit::Proof(..) => None,
            Exhibit::View | Exhibit::Number(_) | Exhibit::Row => self.revealed().map(|(shown, _)| shown),
        }
    }

    /// Rows of the caption, and a blank one.
    fn above(&self) -> u16 {
        super::Caption::new(&self.here().step, self.app.size()).rows() + 1
    }

    /// True if the view is not that of the step: an action did more than point at a row.
    #[must_use]
    pub fn is_off(&self) -> bool {
        self.app.path() != self.here().path
    }

    /// The part that stands out now.
    pub(crate) fn emphasis(&self) -> Option<Emphasis> {
        self.emphasis
    }

    /// The part of the step that the audience sees.
    pub(crate) fn shown(&self) -> Shown<'_> {
        let (shown, line) = self.proof_lines();
        let is_at_once = self.revealed().is_none();
        let proof =
            self.proof().map(|(topic, entries)| ShownProof { topic, entries, shown, is_at_once, line });
        Shown { app: &self.app, words: self.caption(), emphasis: self.emphasis, proof }
    }

    /// The figure that can be shown large.
    pub(super) fn large_figure(&self) -> Option<Figure> {
        large_figure(&self.app)
    }

    /// The topic of the step's proof, and all of its lines, including those still to be revealed.
    fn proof(&self) -> Option<(Topic, &[Entry])> {
        match &self.here().exhibit {
            Exhibit::Proof(topic, lines) => Some((*topic, lines)),
            Exhibit::View | Exhibit::Number(_) | Exhibit::Row => None,
        }
    }

    /// How many lines of the proof are shown, and which of them is pointed at.
    pub(super) fn proof_lines(&self) -> (usize, usize) {
        let all = self.proof().map_or(0, |(_, lines)| lines.len());
        (self.revealed().map_or(all, |(shown, _)| shown), self.line)
    }

    /// The present moment, to return to later.
    pub(super) fn moment(&self) -> Moment {
        Moment { at: self.at, view: self.app.view().clone(), emphasis: self.emphasis, line: self.line }
    }

    /// Returns to an earlier moment.
    pub(super) fn return_to(&mut self, moment: Moment) {
        self.enter(moment.at);
        (self.emphasis, self.line) = (moment.emphasis, moment.line);
        let staging = self.app.staging().cloned().unwrap_or_default();
        self.app.stage(moment.view, staging);
    }

    /// In a talk that goes on by itself, starts the time of what is shown now.
    pub(super) fn show_for_a_while(&mut self, now: Instant) {
        let planned = self.clock.of_step(self.at.step).0;
        let reveals = self.reveals.get(self.at.step).copied().unwrap_or(0);
        if let Some(kiosk) = &mut self.kiosk {
            kiosk.show(planned, reveals, now);
        }
    }

    /// Updates everything that depends on the last action. The emphasis ends when the path is left, and returns with
    /// it.
    pub(super) fn refresh(&mut self, was_off: bool) {
        let off = self.is_off();
        if off != was_off {
            self.typed = None;
            self.emphasis = if off { None } else { self.own_emphasis() };
        }
        let is_possible = match self.emphasis {
            Some(Emphasis::BigNumber) => self.large_figure().is_some(),
            Some(Emphasis::Spotlight) => self.can_spotlight(),
            Some(Emphasis::Proof) => !off && self.proof().is_some(),
            None => true,
        };
        if !is_possible {
            self.emphasis = None;
        }
        let staging = Staging {
            above: if off { 0 } else { self.above() },
            revealed: self.revealed_rows().filter(|_| !off),
            spotlight: self.emphasis == Some(Emphasis::Spotlight),
            possible: self.possible(off),
        };
        self.app.set_staging(staging);
    }

    /// True if there is a row for a spotlight.
    pub(super) fn can_spotlight(&self) -> bool {
        open_topic(&self.app).is_none() && self.app.selected().is_some()
    }

    /// The actions that would do something now.
    fn possible(&self, off: bool) -> Vec<TalkAction> {
        let is_last = self.at.next(&self.reveals).is_none();
        let is_own = self.emphasis == self.own_emphasis() && self.is_as_entered();
        let is = |action: &TalkAction| match action {
            TalkAction::Begin | TalkAction::Follow => false,
            TalkAction::Next => !off && !is_last,
            TalkAction::Back | TalkAction::First => !off && self.at != TalkPosition::default(),
            TalkAction::Last => !off && self.at != TalkPosition::start_of(self.reveals.len() - 1),
            TalkAction::Number => self.emphasis == Some(Emphasis::BigNumber) || self.large_figure().is_some(),
            TalkAction::Spotlight => self.emphasis == Some(Emphasis::Spotlight) || self.can_spotlight(),
            TalkAction::Return => off || !is_own,
            TalkAction::Hold => self.outlet.is_some(),
            TalkAction::Clock => self.kiosk.is_none(),
            TalkAction::Digit(_) => !off,
            TalkAction::Blank | TalkAction::Overview | TalkAction::Capture | TalkAction::Leave => true,
        };
        TalkAction::ALL.into_iter().filter(is).collect()
    }

    /// True if the row or line that the step begins with is pointed at.
    fn is_as_entered(&self) -> bool {
        let last = self.at.shown.saturating_sub(1);
        let home = self.here().home.cursor().selected;
        let row = if self.revealed_rows().is_some() { last } else { home };
        self.line == last && self.app.view().cursor().selected == row
    }
}
