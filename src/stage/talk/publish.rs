//! Publishes what a talk shows: to followers, and to the speaker's second screen.

use super::{Over, Published, Talk};
use crate::dataset::Emphasis;
use crate::stage::scene::{ClockReading, Scene, SceneState, SpeakerView};

impl Talk {
    /// Everything that is shown now.
    #[must_use]
    pub fn scene(&self) -> Scene {
        let step = self.step();
        let off = self.is_off();
        let is_proof = self.emphasis == Some(Emphasis::Proof);
        let shown = self.revealed().filter(|_| !off).map(|(shown, _)| shown);
        let paused = self.kiosk.as_ref().is_some_and(|kiosk| kiosk.paused().is_some());
        Scene {
            data: self.options.data,
            step: self.at.step,
            steps: self.reveals.len(),
            id: step.id.clone(),
            title: step.title.clone(),
            text: step.text.clone(),
            view: self.app.lasting_address(),
            show: self.emphasis,
            shown,
            line: (is_proof && shown != Some(0)).then_some(self.line),
            blank: self.over == Over::Blank,
            off,
            state: if paused { SceneState::Paused } else { SceneState::Live },
            minutes: self.minutes(),
        }
    }

    /// The part that only the speaker sees.
    #[must_use]
    pub fn speaker_view(&self) -> SpeakerView {
        let clock = &self.clock;
        let (step_planned, step_elapsed) = clock.of_step(self.at.step);
        SpeakerView {
            notes: self.step().notes.clone(),
            next: self.plan.get(self.at.step + 1).map(|next| next.step.title.clone()),
            left: self.left(),
            clock: ClockReading {
                running: clock.is_running(),
                elapsed: clock.elapsed(),
                planned: clock.planned(),
                step_elapsed,
                step_planned,
                planned_before: clock.planned_before(self.at.step),
            },
        }
    }

    /// Whole minutes since the start.
    pub(crate) fn minutes(&self) -> u64 {
        self.clock.elapsed().as_secs() / 60
    }

    /// How many rows or lines the step has yet to reveal.
    pub(crate) fn left(&self) -> usize {
        self.revealed().map_or(0, |(shown, all)| all - shown)
    }

    /// Holds followers at the present scene, or releases them.
    pub(super) fn hold(&mut self) {
        self.held = match self.held.take() {
            None if self.outlet.is_some() => Some(Scene { state: SceneState::Held, ..self.scene() }),
            None | Some(_) => None,
        };
    }

    /// True while followers are held at a scene.
    pub(crate) fn is_holding(&self) -> bool {
        self.held.is_some()
    }

    /// How many screens follow.
    pub(crate) fn followers(&self) -> usize {
        self.followers
    }

    /// Publishes what has changed.
    pub(super) fn publish(&mut self) {
        if self.outlet.is_none() {
            return;
        }
        let scene = self.held.clone().unwrap_or_else(|| self.scene());
        let speaker = (self.at.step, self.at.shown, self.clock.is_running());
        let is_new = self
            .published
            .as_ref()
            .is_none_or(|last| !last.scene.looks_like(&scene) || last.speaker != speaker);
        if is_new {
            let view = self.speaker_view();
            if let Some(outlet) = &mut self.outlet {
                outlet.publish(&scene, &view);
            }
            self.published = Some(Published { scene, speaker });
        }
    }

    /// Publishes that the talk is over.
    pub(super) fn end(&mut self) {
        let scene = self.held.take().unwrap_or_else(|| self.scene());
        let (scene, view) = (Scene { state: SceneState::Ended, ..scene }, self.speaker_view());
        if let Some(mut outlet) = self.outlet.take() {
            outlet.publish(&scene, &view);
        }
    }
}
