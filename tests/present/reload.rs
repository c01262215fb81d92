//! A new version of the dataset while the talk goes on.

use std::sync::Arc;
use std::time::Duration;

use horgos::dashboard::Model;
use horgos::stage::{NewVersion, TalkOptions};

use super::support::Stage;

const BUNDLED: &str = include_str!("../../assets/datapackage.json");

/// The bundled dataset with another text.
fn version(change: impl Fn(&mut serde_json::Value)) -> NewVersion {
    let mut text: serde_json::Value = serde_json::from_str(BUNDLED).expect("JSON");
    change(&mut text);
    let loaded =
        horgos::formats::parse("new", &text.to_string(), &|_| Err(String::new())).expect("a dataset");
    NewVersion(Ok((Arc::new(Model::new(loaded.dataset)), loaded.fingerprint)))
}

fn steps(text: &mut serde_json::Value) -> &mut Vec<serde_json::Value> {
    text["tour"].as_array_mut().expect("a tour")
}

#[test]
fn it_stays_on_the_id_of_the_step() {
    let mut stage = Stage::bundled(80, 24);
    stage.press("5<enter><pgdn><pgdn>");
    let before = stage.talk.scene();
    stage.talk.reload(version(|text| drop(steps(text).remove(1))), stage.now);
    assert_eq!(stage.place(), (4, Some(2)));
    assert_eq!(stage.talk.step().id, "partners");
    let after = stage.talk.scene();
    assert_eq!((after.view, after.steps), (before.view, 9));
    assert_ne!(after.data, before.data);
    assert!(stage.footer().contains("new version"), "{}", stage.footer());
}

#[test]
fn where_the_step_is_gone_it_stays_at_its_place() {
    let mut stage = Stage::bundled(80, 24);
    stage.press("<end>");
    stage.talk.reload(version(|text| steps(text).truncate(6)), stage.now);
    assert_eq!(stage.place(), (6, Some(0)));
    let mut stage = Stage::bundled(80, 24);
    stage.press("5<enter><pgdn><pgdn><pgdn>");
    stage.talk.reload(version(|text| steps(text)[4]["view"] = "transport?zoom".into()), stage.now);
    assert_eq!(stage.place(), (5, Some(2)), "there are two rows");
}

#[test]
fn a_version_that_cannot_be_shown_leaves_the_last_one() {
    let mut stage = Stage::bundled(80, 24);
    stage.press("3<enter>");
    let before = stage.talk.scene();
    for (new, said) in [
        (NewVersion(Err("new:1:3: not JSON".to_owned())), "not JSON"),
        (version(|text| steps(text)[2]["view"] = "nowhere".into()), "step 3 cannot be shown"),
        (version(|text| steps(text).clear()), "the dataset has no tour"),
    ] {
        stage.talk.reload(new, stage.now);
        assert!(stage.talk.scene().looks_like(&before));
        assert!(stage.footer().contains("the file has changed and cannot be shown"), "{}", stage.footer());
        let notice = format!("{:?}", stage.talk.app().notice());
        assert!(notice.contains(said), "{notice}");
    }
    stage.press("<pgdn>");
    assert_eq!(stage.place().0, 4);
}

#[test]
fn off_the_path_it_stays_there_while_there_is_such_a_view() {
    let mut stage = Stage::bundled(80, 24);
    stage.press("3<enter><tab><tab>j");
    let address = stage.talk.scene().view;
    stage.talk.reload(version(|text| steps(text)[0]["title"] = "Another".into()), stage.now);
    assert!(stage.talk.is_off());
    assert_eq!(stage.talk.scene().view, address);
    let without = version(|text| {
        text["panes"].as_array_mut().expect("panes").retain(|pane| pane["id"] != "horgos");
        steps(text).retain(|step| step["id"] != "horgos");
    });
    stage.talk.reload(without, stage.now);
    assert_eq!((stage.talk.is_off(), stage.place().0), (false, 3));
    stage.press("<pgdn>");
    assert_eq!(stage.place().0, 4);
}

#[test]
fn time_and_kept_views_stay() {
    let slot = Some(Duration::from_secs(600));
    let mut stage = Stage::with((80, 24), TalkOptions { slot, ..TalkOptions::default() });
    stage.wait(Duration::from_secs(70));
    stage.press("<pgdn>a");
    stage.wait(Duration::from_secs(20));
    stage.talk.reload(version(|text| drop(steps(text).remove(0))), stage.now);
    let clock = stage.talk.speaker_view().clock;
    let seconds = |time: Duration| time.as_secs();
    assert_eq!(
        (seconds(clock.elapsed), seconds(clock.planned.checked_add(Duration::from_millis(1)).expect("time"))),
        (90, 600)
    );
    assert!(stage.talk.captured().contains("captured-1"));
}
