//! The tour that a dataset describes: its steps, and everything that can be wrong with them.

use horgos::dataset::Emphasis;
use horgos::formats::{MAX_NOTE, MAX_STEPS};

use super::{GOOD, errors, observations, read};

/// A dataset whose tour has these steps, the first of them on line 5.
fn with_tour(steps: &[&str]) -> String {
    let mut text = observations(&[GOOD]);
    text.truncate(text.len() - 1);
    format!("{text},\n\"tour\": [\n{}\n]}}", steps.join(",\n"))
}

#[test]
fn a_step_is_read_with_its_paragraphs_and_its_place() {
    let step = r#"{"id": "first-sale", "title": "One sale", "text": "It was one dollar.", "view": "values-usd?zoom",
        "show": "big-number", "reveal": true, "seconds": 90, "notes": "Wait.\r\n\n  Then speak.\n"}"#;
    let plain = r#"  {"id": "again", "title": "T", "text": "x", "view": "checks"}"#;
    let loaded = read(&with_tour(&[step, plain])).expect("a good dataset");
    assert_eq!(loaded.warnings, []);
    let [first, second] = &loaded.dataset.tour[..] else { panic!("two steps") };
    assert_eq!((first.id.as_str(), first.view.as_str()), ("first-sale", "values-usd?zoom"));
    assert_eq!((first.show, first.reveal, first.planned()), (Some(Emphasis::BigNumber), true, 90));
    assert_eq!(first.notes, ["Wait.", "Then speak."]);
    assert_eq!((second.show, second.reveal, second.seconds, second.planned()), (None, false, None, 60));
    assert_eq!(second.notes, Vec::<String>::new());
    let place = loaded.positions.step(1).expect("a place");
    assert_eq!((place.line, place.column), (7, 3));
}

#[test]
fn everything_wrong_with_a_tour_is_reported_with_its_place() {
    let text = with_tour(&[
        r#"{"id": "a", "title": "T", "text": "x", "view": "checks", "show": "spotlite"}"#,
        r#"{"id": "7", "title": "T", "text": "x", "view": "checks", "seconds": 0}"#,
        r#"{"id": "c", "text": "two\nlines", "view": 3, "reveal": "yes"}"#,
        r#"{"id": "d", "title": "T", "text": "x", "view": "checks", "notes": "fine\nnot\u001b fine", "seconds": 36001}"#,
        "12",
    ]);
    let expected = r#"
mine.json:5:66: tour[0].show: "spotlite" is none of big-number, spotlight, proof (did you mean "spotlight"?)
mine.json:6:8: tour[1].id: "7" is a number; a step is named by its number or by its id, so write a word
mine.json:6:69: tour[1].seconds: "0" is not a whole number from 1 to 36000
mine.json:7:1: tour[2].title: is missing; every row needs one
mine.json:7:21: tour[2].text: "two\u{a}lines" holds the control character U+000A; text must have none
mine.json:7:43: tour[2].view: is a number where text was expected (write "3")
mine.json:7:56: tour[2].reveal: is text where true or false was expected
mine.json:8:67: tour[3].notes: "not\u{1b} fine" holds the control character U+001B; text must have none
mine.json:8:102: tour[3].seconds: "36001" is not a whole number from 1 to 36000
mine.json:9:1: tour[4]: is a number where a row, an object, was expected"#;
    assert_eq!(errors(&text), expected.trim_start());
}

#[test]
fn mistakes_that_do_not_touch_the_figures_are_warnings() {
    let text = with_tour(&[
        r#"{"id": "a b", "title": "T", "text": "x", "view": "checks", "second": 5}"#,
        r#"{"id": "a b", "title": "T", "text": "x", "view": "no such pane?zoom"}"#,
    ]);
    let loaded = read(&text).expect("the figures are right");
    let said: Vec<String> = loaded.warnings.iter().map(ToString::to_string).collect();
    let expected = r#"
mine.json:5:8: tour[0].id: warning: "a b" is not kebab-case (letters, digits and hyphens, as in exports-kaz)
mine.json:5:70: tour[0].second: warning: unknown column, ignored (did you mean "seconds"?)
mine.json:6:8: tour[1].id: warning: "a b" is not kebab-case (letters, digits and hyphens, as in exports-kaz)
mine.json:6:8: tour[1].id: warning: a second step with the id "a b", which leads to the first"#;
    assert_eq!(said.join("\n"), expected.trim_start());
    assert_eq!(loaded.dataset.tour.len(), 2);
}

#[test]
fn a_tour_is_a_list_or_nothing() {
    let text = observations(&[GOOD]);
    let with = |tour: &str| format!("{},\n\"tour\": {tour}}}", text.trim_end_matches('}'));
    for none in ["null", "[]"] {
        assert_eq!(read(&with(none)).expect("a good dataset").dataset.tour, []);
    }
    let expected = "mine.json:4:9: tour: is text where a list of rows was expected";
    assert_eq!(errors(&with("\"everywhere\"")), expected);
}

#[test]
fn a_tour_has_a_thousand_steps_at_most_and_notes_an_end() {
    let step = |at: usize| format!(r#"{{"id": "s{at}", "title": "T", "text": "x", "view": "checks"}}"#);
    let steps: Vec<String> = (0..1_000).map(step).collect();
    let steps: Vec<&str> = steps.iter().map(String::as_str).collect();
    assert_eq!(read(&with_tour(&steps[..MAX_STEPS])).expect("as many as are read").dataset.tour.len(), 999);
    assert_eq!(errors(&with_tour(&steps)), "mine.json:1004:1: tour: has 1000 steps; at most 999 are read");
    let notes = "word ".repeat(MAX_NOTE / 5 + 1);
    let long = step(0).replace('}', &format!(r#", "notes": "{notes}"}}"#));
    assert!(errors(&with_tour(&[&long])).contains("tour[0].notes: "), "{}", errors(&with_tour(&[&long])));
}
