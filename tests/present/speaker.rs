//! The scenes that a talk passes on, and the commands that reach it from elsewhere.

use std::time::Duration;

use horgos::stage::{Remote, Scene, SceneState, TalkOptions};

use super::support::{Heard, Stage};

const SECOND: Duration = Duration::from_secs(1);

fn heard() -> (Stage, Heard) {
    Stage::bundled(80, 24).heard()
}

fn scenes(heard: &Heard) -> Vec<Scene> {
    heard.0.lock().expect("one thread").drain(..).map(|(scene, _)| scene).collect()
}

#[test]
fn every_change_that_can_be_seen_is_passed_on_once() {
    let (mut stage, heard) = heard();
    let first = scenes(&heard);
    assert_eq!((first.len(), first[0].step, first[0].steps), (1, 0, 10));
    assert_eq!((first[0].id.as_str(), first[0].view.as_str()), ("overview", "checks?open=finding-1"));
    for (keys, count) in [
        ("<pgdn>", 1),
        ("<esc>", 1),
        ("<esc>", 0),
        ("j", 1),
        ("?", 0),
        ("?", 0),
        ("T", 0),
        ("b", 1),
        ("q", 1),
        ("o", 0),
        ("jo", 0),
        ("q", 0),
    ] {
        stage.press(keys);
        assert_eq!(scenes(&heard).len(), count, "{keys}");
    }
    stage.wait(3600 * SECOND);
    assert_eq!(scenes(&heard), [], "time alone is no news");
}

#[test]
fn a_scene_has_all_that_another_screen_needs() {
    let (mut stage, heard) = heard();
    stage.press("5<enter><pgdn><pgdn>");
    let scene = scenes(&heard).pop().expect("a scene");
    assert_eq!(scene.view, "central-asia?row=total-kaz-growth&zoom");
    assert_eq!((scene.step, scene.shown, scene.line, scene.off), (4, Some(2), None, false));
    stage.press("9<enter><pgdn><pgdn><pgdn><up>");
    let scene = scenes(&heard).pop().expect("a scene");
    assert_eq!((scene.shown, scene.line, scene.title.as_str()), (Some(3), Some(1), "Both cannot be true"));
    assert!(!format!("{scene:?}").contains("read each line aloud"), "notes stay with the speaker");
    stage.press("/kaz<enter>");
    let scene = scenes(&heard).pop().expect("a scene");
    assert!(scene.off && !scene.blank && scene.shown.is_none(), "{scene:?}");
}

#[test]
fn others_can_be_held() {
    let (mut stage, heard) = heard();
    stage.press("<pgdn>f");
    let held = scenes(&heard).pop().expect("a scene");
    assert_eq!((held.step, held.state), (1, SceneState::Held));
    assert!(stage.footer().ends_with("held"), "{}", stage.footer());
    stage.press("<pgdn><pgdn>");
    assert!(
        scenes(&heard).iter().all(|scene| *scene == held),
        "the speaker's notes go on, the scene does not"
    );
    stage.press("f");
    let live = scenes(&heard).pop().expect("a scene");
    assert_eq!((live.step, live.state), (3, SceneState::Live));
}

#[test]
fn the_end_is_passed_on() {
    for keys in ["qq", "<ctrl-c>", "fqq"] {
        let (mut stage, heard) = heard();
        stage.press(keys);
        assert_eq!(scenes(&heard).pop().expect("a scene").state, SceneState::Ended, "{keys}");
    }
}

#[test]
fn the_speaker_has_notes_the_next_title_and_the_time() {
    let (mut stage, heard) = heard();
    stage.wait(50 * SECOND);
    stage.press("<pgdn>");
    stage.wait(10 * SECOND);
    stage.press("t");
    let (_, speaker) = heard.0.lock().expect("one thread").pop().expect("a scene");
    assert!(speaker.notes[0].starts_with("Let the number stand"), "{:?}", speaker.notes);
    assert_eq!(speaker.next.as_deref(), Some("Imports: a number that nobody printed"));
    let clock = speaker.clock;
    assert_eq!((clock.running, clock.elapsed, clock.planned), (false, 60 * SECOND, 490 * SECOND));
    assert_eq!(
        (clock.step_elapsed, clock.step_planned, clock.planned_before),
        (10 * SECOND, 35 * SECOND, 45 * SECOND)
    );
    stage.wait(100 * SECOND);
    assert_eq!(stage.talk.speaker_view().clock.elapsed, 60 * SECOND);
}

#[test]
fn a_second_terminal_drives() {
    let (mut stage, _) = heard();
    let now = stage.now;
    for (remote, place) in [
        (Remote::Next, (2, None)),
        (Remote::Back, (1, None)),
        (Remote::Go(4), (5, Some(0))),
        (Remote::Next, (5, Some(1))),
        (Remote::Go(10), (5, Some(1))),
        (Remote::Go(usize::MAX), (5, Some(1))),
        (Remote::Blank, (5, Some(1))),
        (Remote::Next, (5, Some(1))),
        (Remote::Next, (5, Some(2))),
    ] {
        stage.talk.remote(remote, now);
        assert_eq!(stage.place(), place, "{remote:?}");
    }
    stage.press("<tab>");
    stage.talk.remote(Remote::Next, now);
    assert_eq!((stage.place(), stage.talk.is_off()), ((5, Some(2)), false), "it comes back first");
    stage.talk.remote(Remote::Followers(3), now);
    assert!(stage.footer().ends_with("3 follow"), "{}", stage.footer());
}

#[test]
fn a_rehearsal_has_a_line_for_each_step() {
    let mut stage = Stage::with((80, 24), TalkOptions::default());
    stage.wait(52 * SECOND);
    stage.press("<pgdn>");
    stage.wait(35 * SECOND);
    stage.press("<pgdn>");
    let text = stage.talk.rehearsal();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), 12);
    assert_eq!(
        lines[1],
        "     0:45      0:52     +0:07       50  Two rates that cannot both hold (overview)"
    );
    assert_eq!(lines[2], "     0:35      0:35      0:00       35  Exports: 246.57 billion yuan (exports)");
    assert_eq!(
        lines[3],
        "     0:45      0:00     −0:45        5  Imports: a number that nobody printed (imports)"
    );
    assert_eq!(lines[11], "     8:10      1:27     −6:43           all");
}

#[test]
fn minutes_are_whole_and_the_clock_can_stop() {
    let mut stage = Stage::bundled(80, 24);
    assert!(stage.footer().ends_with("0 of 8 min"), "{}", stage.footer());
    stage.wait(119 * SECOND);
    assert!(stage.footer().ends_with("1 of 8 min"), "{}", stage.footer());
    stage.press("t");
    stage.wait(600 * SECOND);
    assert!(stage.footer().ends_with("1 of 8 min  clock stopped"), "{}", stage.footer());
    assert_eq!(stage.talk.deadline(), None);
    stage.press("t");
    stage.wait(SECOND);
    assert!(stage.footer().ends_with("2 of 8 min"), "{}", stage.footer());
}
