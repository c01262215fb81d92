//! Every screen that the program can draw, each as what draws it in a theme: the dashboard, series, tables, a talk, its
//! notes, those who follow it, and the review of a draft.

use std::sync::{Arc, OnceLock};
use std::time::Instant;

use horgos::dashboard::{Action, App, Appearance, Event, Model, parse_keys};
use horgos::dataset::Bundled;
use horgos::formats::{Fingerprint, bundled_called};
use horgos::screen::{Theme, follow_frame, frame, notes_frame, review_frame, talk_frame};
use horgos::stage::protocol::{Briefing, Channel, Hello, Listener, briefing_line, scene_line};
use horgos::stage::{Arrival, Following, SpeakerNotes, Talk, TalkOptions};
use ratatui::buffer::Buffer;
use ratatui::layout::Size;

use crate::review;
use crate::screen::press;
use crate::table;
use crate::walk;

/// Draws a screen in a theme.
pub type Draw = Box<dyn Fn(&Theme) -> Buffer>;

const SIZES: [(u16, u16); 3] = [(120, 36), (80, 24), (60, 16)];

/// Keys that lead to every kind of pane of figures over time, and to what opens over it.
const SERIES: [&str; 8] = ["", "2", "3z", "4zG", "7z", "8<enter>", "6O", "W"];
/// Keys that lead to every pane of a table, to narrower and wider questions, and to what opens over them.
const TABLE: [&str; 9] = ["", "d", "dd", "i", "z", "3z", "<enter>", "w", "5<enter>"];
/// Keys that lead to every kind of step of the bundled talk, and off its path.
const TALK: [&str; 7] = ["", "2<enter>", "4<enter><pgdn>", "9<enter><pgdn><pgdn>", "Z", "x", "o"];
/// Keys that lead to what can open over a review.
const REVIEW: [&str; 7] = ["", "<enter>", "x", "<tab>e", "e", "i", "?"];

/// All of them, each with its name.
pub fn everywhere(look: Appearance) -> Vec<(String, Draw)> {
    let dashboards = walk::screens(look).into_iter().chain(series(look)).chain(tables(look));
    let mut all: Vec<(String, Draw)> = dashboards
        .map(|(name, app)| (name, Box::new(move |theme: &Theme| frame(&app, theme)) as Draw))
        .collect();
    for (width, height) in SIZES {
        let size = Size::new(width, height);
        for keys in TALK {
            let (talk, following, notes) = (talk(size, keys), following(size, keys), notes(size, keys));
            let named = |what: &str| format!("{what}, {keys:?} at {width}×{height}");
            all.push((named("talk"), Box::new(move |theme| talk_frame(&talk, theme))));
            all.push((named("follow"), Box::new(move |theme| follow_frame(&following, theme))));
            all.push((named("notes"), Box::new(move |theme| notes_frame(&notes, theme))));
        }
        for keys in REVIEW {
            let mut review = review::review(width, height);
            if !keys.is_empty() {
                review::press(&mut review, keys);
            }
            let name = format!("review, {keys:?} at {width}×{height}");
            all.push((name, Box::new(move |theme| review_frame(&review, theme))));
        }
    }
    all
}

fn series(look: Appearance) -> impl Iterator<Item = (String, App)> {
    let dataset = bundled_called(Bundled::Context).expect("the second bundled dataset").dataset;
    let base = App::new(dataset, Size::ZERO).with_appearance(look);
    SIZES.into_iter().flat_map(move |(width, height)| {
        let base = base.clone();
        SERIES.into_iter().map(move |keys| {
            let mut app = base.clone();
            app.update(Action::Resize(Size::new(width, height)));
            press(&mut app, keys);
            (format!("series, {keys:?} at {width}×{height}"), app)
        })
    })
}

fn tables(look: Appearance) -> impl Iterator<Item = (String, App)> {
    let base = table::table(&table::rows(), SIZES[0]).with_appearance(look);
    SIZES.into_iter().flat_map(move |(width, height)| {
        let base = base.clone();
        TABLE.into_iter().map(move |keys| {
            let mut app = base.clone();
            app.update(Action::Resize(Size::new(width, height)));
            press(&mut app, keys);
            (format!("table, {keys:?} at {width}×{height}"), app)
        })
    })
}

/// The bundled dataset, read once.
fn bundled(size: Size) -> (App, Fingerprint) {
    static READ: OnceLock<(Arc<Model>, Fingerprint)> = OnceLock::new();
    let (model, data) = READ.get_or_init(|| {
        let loaded = horgos::formats::bundled().expect("the bundled dataset");
        (Arc::new(Model::new(loaded.dataset)), loaded.fingerprint)
    });
    (App::from_model(Arc::clone(model), size), *data)
}

fn talk(size: Size, keys: &str) -> Talk {
    let (app, data) = bundled(size);
    let options = TalkOptions { data, ..TalkOptions::default() };
    let mut talk = Talk::new(&app, options, Instant::now()).expect("a tour");
    for key in parse_keys(keys).expect("keys") {
        talk.handle(Event::Key(key), Instant::now());
    }
    talk
}

/// Somebody who follows a talk to where these keys lead.
fn following(size: Size, keys: &str) -> Following {
    let (app, data) = bundled(size);
    let mut following = Following::new(app, data);
    let scene = talk(size, keys).scene();
    let hello = Hello { data: scene.data, title: "A talk".to_owned(), steps: scene.steps };
    let lines = hello.line(Channel::Stage) + &scene_line(&scene, 1);
    let hear = |heard| {
        following.arrive(Arrival::Heard(heard));
    };
    Listener::default().take(lines.as_bytes(), hear).expect("lines");
    following
}

/// The notes of a talk where these keys lead.
fn notes(size: Size, keys: &str) -> SpeakerNotes {
    let (talk, now) = (talk(size, keys), Instant::now());
    let mut notes = SpeakerNotes::new(size, Appearance::default(), now, |_| true);
    let scene = talk.scene();
    let hello = Hello { data: scene.data, title: "A talk".to_owned(), steps: scene.steps };
    let briefing =
        Briefing { view: talk.speaker_view(), followers: 2, trouble: Some("no socket".to_owned()) };
    let lines = hello.line(Channel::Notes) + &briefing_line(&scene, &briefing, 1);
    let hear = |heard| {
        notes.arrive(Arrival::Heard(heard), now);
    };
    Listener::default().take(lines.as_bytes(), hear).expect("lines");
    notes
}
