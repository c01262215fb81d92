//! The cost of keys, counted in allocations: as much as is in view, however many rows there are.

use std::fmt::Write as _;

use allocation_counter::measure;
use horgos::dashboard::{App, Event, Key, parse_keys};
use horgos::screen::{Canvas, Means};
use ratatui::layout::Size;

/// A dashboard of so many rows of one measure.
fn app(rows: usize) -> App {
    let mut text = String::from(r#"{"resources":[{"name":"observations","data":["#);
    for at in 0..rows {
        let comma = if at == 0 { "" } else { "," };
        let (year, month) = (1990 + at % 30, at / 30 % 12 + 1);
        let _ = write!(
            text,
            r#"{comma}{{"id":"m{at}","reporter":"FRA","partner":"JPN","product":"goods {at}","flow":"imports","measure":"value","time_period":"{year}-{month:02}","obs_value":{},"unit_measure":"EUR"}}"#,
            100 + at * 37 % 900
        );
    }
    text.push_str("]}]}");
    let loaded = horgos::formats::parse("many", &text, &|_| Err(String::new())).expect("a dataset");
    App::new(loaded.dataset, Size::new(120, 40))
}

fn allocations(app: &mut App, canvas: &mut Canvas, key: Key) -> u64 {
    let press = || {
        app.handle(Event::Key(key));
        canvas.draw(app);
    };
    measure(press).count_total
}

#[test]
fn a_key_allocates_no_more_on_a_large_dataset() {
    let (mut small, mut large) = (app(1_000), app(10_000));
    let (mut canvas, mut other) = (Canvas::new(Means::default()), Canvas::new(Means::default()));
    canvas.draw(&small);
    other.draw(&large);
    for key in
        parse_keys("jjkG<pgup>nNzjz<tab><backtab>c<enter>jj<esc>?jj<esc>:so<esc>vj<esc>u12mT").expect("keys")
    {
        let few = allocations(&mut small, &mut canvas, key);
        let many = allocations(&mut large, &mut other, key);
        assert!(many <= few + 20, "{key}: {few} with 1,000 rows, {many} with 10,000");
    }
}

#[test]
fn scrolling_a_text_does_not_wrap_it_again() {
    let mut app = app(100);
    let mut canvas = Canvas::new(Means::default());
    canvas.draw(&app);
    let mut press = |key| allocations(&mut app, &mut canvas, key);
    let opened = press(Key::Char('?'));
    let scrolled = press(Key::Down);
    assert!(scrolled * 10 < opened, "{opened} to open it, {scrolled} to scroll it");
}

#[test]
fn sorting_works_out_each_key_once() {
    const ROWS: u64 = 10_000;
    let mut app = app(10_000);
    let mut canvas = Canvas::new(Means::default());
    canvas.draw(&app);
    for (order, most) in [("value", 7 * ROWS), ("name", 10 * ROWS)] {
        let count = allocations(&mut app, &mut canvas, Key::Char('s'));
        // A number and a name take a few strings each; sorting compares each row some thirteen times.
        assert!(count < most, "{count} allocations to sort {ROWS} rows by {order}");
    }
}
