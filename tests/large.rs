//! A large dataset: its figures are there at once, and what follows from them comes when it is worked out.
#![allow(dead_code, reason = "not every test uses all of the support")]

#[path = "support/pty.rs"]
mod pty;
#[path = "support/screen.rs"]
mod screen;

use std::fmt::Write as _;
use std::sync::Arc;
use std::time::Duration;

use allocation_counter::measure;
use horgos::dashboard::{App, Effect, Model, Outcome};
use horgos::dataset::Dataset;
use horgos::formats::parse;
use pty::{Pty, horgos};
use ratatui::layout::Size;
use screen::{press, text};

const SIZE: Size = Size { width: 120, height: 36 };

/// One more figure than are checked before the first frame, or a few.
const LARGE: usize = Model::MOST_CHECKED_AT_ONCE + 1;

/// Exports and all trade with one country after another, month by month; the exports of the second are larger than all
/// trade with it.
fn package(rows: usize) -> String {
    let mut text = String::from(r#"{"resources":[{"name":"observations","data":["#);
    for at in 0..rows {
        let (pair, comma) = (at / 2, if at == 0 { "" } else { "," });
        let (flow, value) = match (at % 2, pair) {
            (0, 1) => ("exports", 990_000),
            (0, _) => ("exports", 100 + pair),
            _ => ("total", 300 + 2 * pair),
        };
        let (month, year) = (pair % 12 + 1, 2000 + pair / 12 % 20);
        let place = format!("AZ-{:03X}", pair / 240);
        let _ = write!(
            text,
            r#"{comma}{{"id":"{flow}-{pair}","reporter":"UZB","partner":"{place}","flow":"{flow}","measure":"value","time_period":"{year}-{month:02}","obs_value":{value},"unit_measure":"EUR"}}"#
        );
    }
    text.push_str("]}]}");
    text
}

fn dataset(rows: usize) -> Dataset {
    parse("large.json", &package(rows), &|_| Err(String::new())).expect("a dataset").dataset
}

/// The dashboard as the program starts it.
fn started(rows: usize) -> App {
    App::from_model(Arc::new(Model::at_once(dataset(rows))), SIZE)
}

/// Ticks as the loop does until nothing is waited for.
fn wait(app: &mut App) {
    while app.wake().is_some() {
        app.tick();
        std::thread::yield_now();
    }
}

#[test]
fn figures_are_there_at_once_and_the_findings_come() {
    let mut app = started(LARGE);
    let first = text(&app);
    assert!(first.contains("checks under way"), "{first}");
    assert!(first.contains("The checks of 10,001 figures are under way."), "{first}");
    assert!(!first.contains("nothing found") && !first.contains("passed"), "{first}");
    assert_eq!(app.wake(), Some(Duration::ZERO), "they begin after the first frame");
    press(&mut app, "jjj");
    let below = text(&app);
    press(&mut app, "<enter>");
    assert!(text(&app).contains("Do not quote it yet: the checks are under way."), "{}", text(&app));
    press(&mut app, "<esc>");
    assert_eq!(text(&app), below);
    wait(&mut app);
    let mut checked = App::new(dataset(LARGE), SIZE);
    press(&mut checked, "jjj");
    assert_eq!(text(&app), text(&checked), "all that was selected stays");
    assert!(text(&app).contains("1 contradiction"), "{}", text(&app));
}

#[test]
fn texts_orders_and_searches_stay_when_the_findings_come() {
    let model = Arc::new(Model::new(dataset(LARGE)));
    for keys in ["sjjc", "/2004<enter>j", "jj<enter>", "zsG?jj"] {
        let (mut app, mut checked) = (started(LARGE), App::from_model(Arc::clone(&model), SIZE));
        press(&mut app, keys);
        press(&mut checked, keys);
        app.tick();
        wait(&mut app);
        assert_eq!(app.address(), checked.address(), "{keys}");
        assert_eq!(text(&app), text(&checked), "{keys}");
    }
}

#[test]
fn nothing_leaves_before_the_checks_are_done_and_quitting_waits_for_none() {
    let mut app = started(LARGE);
    app.tick();
    for key in ["y", "Y", "e"] {
        press(&mut app, key);
        assert!(text(&app).contains("not before the checks are done"), "{key}: {}", text(&app));
    }
    assert_eq!(press(&mut app.clone(), "q"), Outcome::Quit);
    wait(&mut app);
    assert!(matches!(press(&mut app, "y"), Outcome::Perform(Effect::Copy(_))));
}

#[test]
fn a_dataset_that_is_not_large_is_complete_in_the_first_frame() {
    let app = started(LARGE - 1);
    assert_eq!((app.is_checking(), app.wake()), (false, None));
    assert_eq!(text(&app), text(&App::new(dataset(LARGE - 1), SIZE)));
}

#[test]
fn the_first_frame_and_keys_do_the_work_of_showing_alone() {
    let (one, other) = (dataset(LARGE), dataset(LARGE));
    let mut app = None;
    let shown = measure(|| {
        let mut new = App::from_model(Arc::new(Model::at_once(one)), SIZE);
        press(&mut new, "jj<tab>k");
        drop(text(&new));
        app = Some(new);
    });
    let all = measure(|| drop(Model::new(other)));
    // Half of it is done on a thread that is not counted.
    assert!(5 * shown.count_total < all.count_total, "{} of {}", shown.count_total, all.count_total);
}

#[test]
fn the_program_shows_the_figures_and_then_the_findings_and_waits_only_for_what_is_opened() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("large.json");
    std::fs::write(&file, package(LARGE)).expect("a file");
    let file = file.to_str().expect("a name");
    let mut pty = Pty::start(horgos(&[file]), (120, 36));
    pty.wait_for("1 contradiction");
    pty.press("q");
    assert_eq!(pty.ended_well().0.exit_code(), 0);
    let mut pty = Pty::start(horgos(&["--view", "checks?open=finding-1", file]), (120, 36));
    pty.wait_for("990,000");
    pty.press("qq");
    assert_eq!(pty.ended_well().0.exit_code(), 0);
}
