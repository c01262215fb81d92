//! No frame costs much more than the fewest bytes that could lead to it.

use horgos::dashboard::App;
use horgos::dataset::Bundled;
use horgos::formats::bundled_called;
use horgos::screen::Canvas;
use horgos::terminal::{Environment, Wire, Wishes};
use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};

use crate::ALL;
use crate::frames::{any_style, edit};
use crate::minimum::bound;
use crate::screen::{bundled, press};

/// A walk through all panes, with texts opened and closed on the way.
const KEYS: [&str; 16] = [
    "<tab>", "<tab>", "<enter>", "<esc>", "<tab>", "<tab>", "<enter>", "<esc>", "<tab>", "1", "6", "?", "?",
    "2", "<enter>", "<esc>",
];

#[test]
fn a_change_of_pane_or_an_opened_text_costs_at_most_a_fifth_more_than_it_must() {
    let term = Some("xterm-kitty".to_owned());
    let locale = Some("C.UTF-8".to_owned());
    let environment = Environment { term, locale, terminal: true, ..Environment::default() };
    let decision = environment.decide(Wishes::default());
    for (width, height) in [(80, 24), (120, 40), (200, 60)] {
        let mut app = bundled(width, height).with_appearance(decision.appearance);
        let (mut wire, mut canvas) = (Wire::new(decision.abilities), Canvas::new(decision.means));
        canvas.draw(&app);
        wire.frame(canvas.frame());
        for key in KEYS {
            let before = canvas.frame().clone();
            press(&mut app, key);
            canvas.draw(&app);
            let bytes = wire.rows(canvas.frame(), |row| canvas.touched(row)).len();
            let least = bound(&before, canvas.frame());
            assert!(bytes * 5 <= least * 6, "{key} at {width}×{height}: {bytes} bytes, {least} would do");
        }
    }
}

/// The most bytes that one row down may cost.
const ROW_DOWN: usize = 400;

/// Sizes of which each lays the screen out in a way of its own.
const SIZES: [(u16, u16); 7] = [(40, 12), (60, 16), (80, 24), (120, 36), (120, 40), (160, 50), (200, 60)];

#[test]
fn a_row_down_costs_at_most_four_hundred_bytes_at_every_size_in_every_pane_of_both_datasets() {
    let term = Some("xterm-256color".to_owned());
    let locale = Some("C.UTF-8".to_owned());
    let environment = Environment { term, locale, terminal: true, ..Environment::default() };
    let decision = environment.decide(Wishes::default());
    let (mut all, mut over) = (0, Vec::new());
    for (dataset, (width, height), zoom) in [Bundled::Article, Bundled::Context]
        .into_iter()
        .flat_map(|dataset| SIZES.map(|size| (dataset, size)))
        .flat_map(|(dataset, size)| ["", "z"].map(|zoom| (dataset, size, zoom)))
    {
        let loaded = bundled_called(dataset).expect("the bundled dataset is right");
        let app = App::new(loaded.dataset, Size::new(width, height)).with_hints();
        let mut app = app.with_appearance(decision.appearance);
        press(&mut app, zoom);
        let (mut wire, mut canvas) = (Wire::new(decision.abilities), Canvas::new(decision.means));
        for _ in 0..app.panes().len() {
            for _ in 1..app.row_count(app.view().focus) {
                canvas.draw(&app);
                wire.rows(canvas.frame(), |row| canvas.touched(row));
                let top = app.view().cursor().top;
                press(&mut app, "j");
                canvas.draw(&app);
                let bytes = wire.rows(canvas.frame(), |row| canvas.touched(row)).len();
                // A pane that scrolls is another picture.
                let scrolls = app.view().cursor().top != top;
                if bytes > ROW_DOWN && !scrolls {
                    over.push(format!("{width}×{height}: {bytes} bytes to {}", app.address()));
                }
                all += 1;
            }
            press(&mut app, "<tab>");
        }
    }
    assert!(over.is_empty(), "{over:#?}");
    assert!(all > 2000, "{all} rows");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn nothing_beats_the_bound(
        frames in prop::collection::vec(prop::collection::vec(edit(any_style().boxed()), 1..5), 2..4),
    ) {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 40, 8));
        let mut wire = Wire::new(ALL);
        wire.frame(&buffer);
        for edits in frames {
            let before = buffer.clone();
            for edit in &edits {
                edit.apply(&mut buffer);
            }
            let bytes = wire.frame(&buffer).len();
            prop_assert!(bytes >= bound(&before, &buffer), "{bytes} bytes");
        }
    }
}
