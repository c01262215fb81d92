//! A talk that goes on by itself, on a clock of its own.

use std::time::Duration;

use horgos::dashboard::Event;
use horgos::stage::{SceneState, TalkOptions};
use ratatui::layout::Size;

use super::support::Stage;

const SECOND: Duration = Duration::from_secs(1);

fn kiosk(every: Option<u64>) -> Stage {
    let every = every.map(Duration::from_secs);
    Stage::with((60, 16), TalkOptions { looping: true, every, ..TalkOptions::default() })
}

#[test]
fn a_hundred_thousand_steps_end_where_they_have_to() {
    let mut stage = kiosk(Some(1));
    // A round shows ten steps, and sixteen rows and lines one by one.
    let round = 10 + 16;
    stage.wait(100_000 * SECOND);
    assert_eq!(100_000 % round, 4);
    assert_eq!(stage.place(), (4, Some(1)));
    assert_eq!(stage.talk.deadline(), Some(stage.now + SECOND));
}

#[test]
fn steps_take_the_time_that_is_planned_shared_out() {
    let mut stage = kiosk(None);
    stage.wait(44 * SECOND);
    assert_eq!(stage.place(), (1, None));
    stage.wait(SECOND);
    assert_eq!(stage.place(), (2, None));
    stage.wait(35 * SECOND + 45 * SECOND);
    assert_eq!(stage.place(), (4, Some(0)));
    stage.wait(15 * SECOND);
    assert_eq!(stage.place(), (4, Some(1)));
    stage.wait(30 * SECOND);
    assert_eq!(stage.place(), (5, Some(0)), "a round takes as long as the plan says");
    stage.wait((490 - 170) * SECOND);
    assert_eq!(stage.place(), (1, None));
}

#[test]
fn a_slot_scales_all_steps() {
    let options = TalkOptions { looping: true, slot: Some(245 * SECOND), ..TalkOptions::default() };
    let mut stage = Stage::with((80, 24), options);
    stage.wait((245 * SECOND).saturating_sub(Duration::from_millis(1)));
    assert_eq!(stage.place().0, 10);
    stage.wait(2 * Duration::from_millis(1));
    assert_eq!(stage.place().0, 1);
}

#[test]
fn whatever_is_pressed_it_pauses_says_so_and_goes_on() {
    for keys in
        ["<down>", "b", "o", "q", "?", "<tab><enter>", "/kaz", ":", "e", "Z", "z<tab>s", "5", "K", "t", "vj"]
    {
        let mut stage = kiosk(Some(5));
        stage.wait(10 * SECOND);
        assert_eq!(stage.place().0, 3);
        stage.press(keys);
        assert_eq!(stage.talk.scene().state, SceneState::Paused, "{keys}");
        stage.wait(14 * SECOND);
        assert_eq!(stage.place().0, 3, "{keys}");
        stage.press("<down>");
        stage.wait(15 * SECOND);
        assert_eq!((stage.place().0, stage.talk.is_off()), (3, false), "{keys}: it comes back first");
        assert_eq!(stage.talk.scene().state, SceneState::Live, "{keys}");
        assert_eq!(stage.footer(), "3 of 10", "{keys}");
        stage.wait(5 * SECOND);
        assert_eq!(stage.place().0, 4, "{keys}");
    }
    let mut stage = kiosk(Some(5));
    stage.press("<pgdn>");
    assert_eq!(stage.footer(), "2 of 10 · paused · goes on 15 s after the last key");
    let mut stage = kiosk(Some(1));
    stage.press("<pgdn>");
    assert_eq!(stage.footer(), "2 of 10 · paused · goes on 10 s after the last key");
}

#[test]
fn another_size_is_no_key() {
    let mut stage = kiosk(Some(5));
    stage.talk.handle(Event::Resize(Size::new(80, 24)), stage.now);
    assert_eq!(stage.talk.scene().state, SceneState::Live);
}
