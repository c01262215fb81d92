//! A talk as plain lines, for people who use a screen reader.

use super::text::shown;
use crate::stage::{Following, SceneState};

/// The state of the talk, the title and text of the step, and its contents, one statement per line. Everything that is
/// revealed adds lines at the end.
pub(crate) fn follow_text(following: &Following) -> Vec<String> {
    let (badge, scene, staged) = following.said();
    let Some(scene) = scene else { return vec![badge] };
    match scene.state {
        SceneState::Live | SceneState::Paused if following.is_connected() => {}
        SceneState::Live | SceneState::Paused | SceneState::Held | SceneState::Ended => return vec![badge],
    }
    if scene.blank {
        return vec!["blank".to_owned()];
    }
    let heading = if scene.off { "off the path".to_owned() } else { scene.title.clone() };
    let mut lines = vec![String::new(), format!("{badge}: {heading}")];
    if !scene.off {
        lines.push(scene.text.clone());
    }
    lines.extend(shown(&staged));
    lines
}
