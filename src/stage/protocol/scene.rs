//! A scene as a line, and back.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::speaker::{self, Briefing};
use super::written::as_line;
use super::{SCENE_BYTES, TEXT_BYTES, TITLE_BYTES, VIEW_BYTES, received, within};
use crate::dataset::{Code, Emphasis};
use crate::formats::Fingerprint;
use crate::stage::scene::{Scene, SceneState};

/// The states by their names.
const STATES: [(&str, SceneState); 4] = [
    ("live", SceneState::Live),
    ("held", SceneState::Held),
    ("paused", SceneState::Paused),
    ("ended", SceneState::Ended),
];

/// A scene as it is written.
#[derive(Serialize)]
pub(super) struct WrittenScene {
    seq: u64,
    view: String,
    /// From 1, as on the screen.
    step: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    shown: Option<usize>,
    /// From 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
    id: String,
    title: String,
    text: String,
    show: &'static str,
    blank: bool,
    off: bool,
    state: &'static str,
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    speaker: Option<speaker::WrittenBriefing>,
}

/// A scene as it is read: everything except its number and its view is optional.
#[derive(Deserialize)]
pub(super) struct ReadScene {
    pub seq: u64,
    view: String,
    #[serde(default)]
    step: usize,
    shown: Option<usize>,
    line: Option<usize>,
    #[serde(default)]
    id: String,
    #[serde(default)]
    title: String,
    #[serde(default)]
    text: String,
    #[serde(default)]
    show: String,
    #[serde(default)]
    blank: bool,
    #[serde(default)]
    off: bool,
    #[serde(default)]
    state: String,
    #[serde(flatten)]
    speaker: speaker::ReadBriefing,
}

/// A scene as a line of at most [`SCENE_BYTES`].
#[must_use]
pub fn scene_line(scene: &Scene, seq: u64) -> String {
    let mut written = WrittenScene::new(scene, seq);
    let line = as_line(&written);
    if line.len() <= SCENE_BYTES {
        return line;
    }
    // Its texts consist mostly of quotation marks and backslashes, which take two bytes each.
    (written.id, written.text) = (String::new(), String::new());
    as_line(&written)
}

/// A scene with what only the speaker sees, as a line.
#[must_use]
pub fn briefing_line(scene: &Scene, briefing: &Briefing, seq: u64) -> String {
    let speaker = Some(speaker::WrittenBriefing::new(briefing));
    as_line(&WrittenScene { speaker, ..WrittenScene::new(scene, seq) })
}

impl WrittenScene {
    pub fn new(scene: &Scene, seq: u64) -> Self {
        let state = STATES.iter().find(|(_, state)| *state == scene.state).map_or("", |(name, _)| name);
        let view = if scene.view.len() <= VIEW_BYTES { scene.view.clone() } else { String::new() };
        Self {
            seq,
            view,
            step: scene.step + 1,
            shown: scene.shown,
            line: scene.line.map(|line| line + 1),
            id: within(&scene.id, TITLE_BYTES),
            title: within(&scene.title, TITLE_BYTES),
            text: within(&scene.text, TEXT_BYTES),
            show: scene.show.map_or("", Code::code),
            blank: scene.blank,
            off: scene.off,
            state,
            speaker: None,
        }
    }
}

impl ReadScene {
    /// The scene on a dataset whose tour has this many steps, with the speaker's part if there is one. An emphasis that
    /// only a newer program knows is ignored, and an unknown state counts as live.
    pub fn into_scene(self, data: Fingerprint, steps: usize) -> (Scene, Option<Briefing>) {
        let Self { view, step, shown, line, id, title, text, show, blank, off, state, speaker, seq: _ } =
            self;
        let briefing = speaker.into_briefing();
        let elapsed = briefing.as_ref().map_or(Duration::ZERO, |briefing| briefing.view.clock.elapsed);
        let scene = Scene {
            data,
            step: step.saturating_sub(1),
            steps,
            id: received(&id, TITLE_BYTES),
            title: received(&title, TITLE_BYTES),
            text: received(&text, TEXT_BYTES),
            view: if view.len() <= VIEW_BYTES { view } else { String::new() },
            show: Emphasis::parse(&show),
            shown,
            line: line.and_then(|line| line.checked_sub(1)),
            blank,
            off,
            state: STATES
                .iter()
                .find(|(name, _)| *name == state)
                .map_or(SceneState::Live, |(_, state)| *state),
            minutes: elapsed.as_secs() / 60,
        };
        (scene, briefing)
    }
}
