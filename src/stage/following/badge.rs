//! Tells followers their relation to the talk, in words that are always on the screen.

use super::{Connection, Following};
use crate::stage::scene::SceneState;

/// The badge at the bottom of a follower's screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Badge {
    /// One or two words in capitals with some details, the fullest wording first.
    pub wordings: Vec<String>,
}

impl Badge {
    fn new(name: &str, rest: &[&str]) -> Self {
        let wordings = rest.iter().map(|rest| format!("{name}{rest}")).chain([name.to_owned()]);
        Self { wordings: wordings.collect() }
    }
}

impl Following {
    /// The relation between this screen and the presenter's.
    pub(crate) fn badge(&self) -> Badge {
        let step = self.scene.as_ref().map_or(0, |scene| scene.step + 1);
        let place = self.scene.as_ref().map_or_else(String::new, |scene| {
            if scene.steps > 0 { format!(" {step} of {}", scene.steps) } else { format!(" {step}") }
        });
        match &self.connection {
            Connection::Newer(version) => {
                Badge::new("NEWER", &[&format!(" · presenter has horgos {version}")])
            }
            Connection::Full => {
                Badge::new("FULL", &[" · no more can follow now, trying again", " · trying again"])
            }
            Connection::Away { why, retries } => self.away(why.as_deref(), *retries),
            Connection::Open => self.open(step, &place),
        }
    }

    fn away(&self, why: Option<&str>, retries: bool) -> Badge {
        let last = match &self.scene {
            Some(scene) => format!(" · last at {}", scene.step + 1),
            None => " · no talk yet".to_owned(),
        };
        let again = if retries { ", trying again" } else { "" };
        let why = why.map_or_else(String::new, |why| format!(" ({why})"));
        Badge::new("PRESENTER AWAY", &[&format!("{last}{again}{why}"), &format!("{last}{again}"), &last])
    }

    fn open(&self, step: usize, place: &str) -> Badge {
        let Some(scene) = &self.scene else { return Badge::new("FOLLOWING", &[" · nothing is shown yet"]) };
        if scene.state == SceneState::Ended {
            return Badge::new("ENDED", &[place]);
        }
        if self.is_browsing {
            let title = if scene.off { String::new() } else { format!(": {}", scene.title) };
            return Badge::new(
                "BROWSING",
                &[
                    &format!(" · presenter at {step}{title} · f follows"),
                    &format!(" · presenter at {step} · f follows"),
                    " · f follows",
                ],
            );
        }
        let faults = match &self.fault {
            Some(fault) => {
                vec![format!(" · not shown: {fault}"), " · their view is not in this file".to_owned()]
            }
            None => vec![String::new()],
        };
        let (name, rest) = match scene.state {
            _ if self.is_other_data() => ("OTHER DATA", " · theirs is not this file"),
            SceneState::Held => ("HELD", ""),
            SceneState::Paused => ("FOLLOWING", " · paused"),
            SceneState::Live | SceneState::Ended => ("FOLLOWING", ""),
        };
        let mut rests: Vec<String> = faults.iter().map(|fault| format!("{place}{rest}{fault}")).collect();
        rests.extend([format!("{place}{rest}"), place.to_owned()]);
        Badge::new(name, &rests.iter().map(String::as_str).collect::<Vec<_>>())
    }

    /// True if the presenter shows another dataset than this one.
    fn is_other_data(&self) -> bool {
        self.hello.as_ref().is_some_and(|hello| hello.data != self.data)
    }
}
