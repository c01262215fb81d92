//! Handles a new version of the dataset during the talk.

use std::sync::Arc;
use std::time::Instant;

use super::{Over, Talk, planned, times};
use crate::dashboard::{Model, Outcome};
use crate::formats::Fingerprint;
use crate::stage::position::TalkPosition;

/// A new version of the dataset, or why there is none.
#[derive(Debug, Clone)]
pub struct NewVersion(pub Result<(Arc<Model>, Fingerprint), String>);

impl PartialEq for NewVersion {
    /// Two versions are equal if they share the model.
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Ok((one, _)), Ok((other, _))) => Arc::ptr_eq(one, other),
            (Err(one), Err(other)) => one == other,
            (Ok(_), Err(_)) | (Err(_), Ok(_)) => false,
        }
    }
}

impl Eq for NewVersion {}

impl Talk {
    /// Goes on with another version of the dataset, at the step with the same id. A version that cannot be shown is
    /// reported, and the talk goes on with the previous one.
    pub fn reload(&mut self, new: NewVersion, now: Instant) -> Outcome {
        self.clock.advance(self.at.step, now);
        let was_off = self.is_off();
        let taken = new.0.and_then(|(model, data)| self.take(&model, data));
        self.app.announce(match taken {
            Ok(()) => "the file has changed; this is the new version".to_owned(),
            Err(why) => format!("the file has changed and cannot be shown: {why}"),
        });
        self.after(was_off, now);
        Outcome::Changed
    }

    fn take(&mut self, model: &Arc<Model>, data: Fingerprint) -> Result<(), String> {
        let (plan, reveals) = planned(model, self.app.size()).map_err(|fault| fault.to_string())?;
        let address = self.is_off().then(|| self.app.lasting_address());
        let (shown, over) = (self.at.shown, self.over);
        let id = self.step().id.clone();
        let old: Vec<String> = self.plan.iter().map(|planned| planned.step.id.clone()).collect();
        let place = |id: &str| plan.iter().position(|planned| planned.step.id == id);
        let step = place(&id).unwrap_or(self.at.step.min(reveals.len() - 1));
        self.clock.replan(times(model.tour(), self.options.slot), |new| {
            old.iter().position(|id| *id == plan[new].step.id)
        });
        self.app = self.app.first_view_of(model);
        (self.plan, self.reveals) = (plan, reveals);
        self.options.data = data;
        self.trail.clear();
        self.enter(TalkPosition { step, shown: shown.min(self.reveals[step]) });
        self.over = match over {
            Over::Overview(at) => Over::Overview(at.min(self.reveals.len() - 1)),
            Over::Step | Over::Blank => over,
        };
        if let Some(address) = address {
            // If the address no longer leads anywhere, the step is shown.
            self.app.leave_path(&address);
            self.emphasis = self.emphasis.filter(|_| !self.is_off());
        }
        Ok(())
    }
}
