//! The cost of a key: in proportion to what is in view, however large the dataset is.

use std::fmt::Write as _;

use ratatui::layout::Size;

use super::{Canvas, Means};
use crate::dashboard::{App, Event, Key, parse_keys, visited_rows};
use crate::formats::parse;

/// A dashboard of so many rows of one measure, which one pane shows.
fn app(rows: usize) -> App {
    let mut text = String::from(r#"{"resources":[{"name":"observations","data":["#);
    for at in 0..rows {
        let comma = if at == 0 { "" } else { "," };
        let (year, month) = (1990 + at / 12 % 30, at % 12 + 1);
        let _ = write!(
            text,
            r#"{comma}{{"id":"r{at}","reporter":"DEU","partner":"USA","product":"product {at}","flow":"exports","measure":"value","time_period":"{year}-{month:02}","obs_value":{}.5,"unit_measure":"EUR"}}"#,
            at % 977
        );
    }
    text.push_str("]}]}");
    App::new(parse("many", &text, &|_| Err(String::new())).expect("a dataset").dataset, Size::new(120, 40))
}

/// The rows that a key and its frame look at.
fn visited(app: &mut App, canvas: &mut Canvas, key: Key) -> usize {
    visited_rows::take();
    app.handle(Event::Key(key));
    canvas.draw(app);
    visited_rows::take()
}

#[test]
fn a_key_looks_at_the_rows_in_view_alone() {
    let (mut small, mut large) = (app(1_000), app(10_000));
    let (mut canvas, mut other) = (Canvas::new(Means::default()), Canvas::new(Means::default()));
    canvas.draw(&small);
    other.draw(&large);
    for key in
        parse_keys("jkG<pgup>nNzz<tab><backtab>c<enter>jj<esc>?j<esc>:so<esc>vj<esc>u12mT").expect("keys")
    {
        let (few, many) = (visited(&mut small, &mut canvas, key), visited(&mut large, &mut other, key));
        assert_eq!(few, many, "{key}");
        assert!(many <= 200, "{key} looks at {many} rows");
    }
}

#[test]
fn sorting_works_out_each_value_once() {
    let (mut app, mut canvas) = (app(10_000), Canvas::new(Means::default()));
    canvas.draw(&app);
    let looked_at = visited(&mut app, &mut canvas, Key::Char('s'));
    assert!(looked_at < 11_000, "{looked_at} rows looked at to sort 10,000");
}
