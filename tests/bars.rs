//! Bars do not mislead: one scale on one screen, a zero line, ends as blunt as the numbers are.

#[path = "support/screen.rs"]
mod screen;

use horgos::dashboard::{Action, App, Move};
use horgos::formats::parse;
use horgos::screen::{Glyphs, Theme, frame};
use proptest::prelude::*;
use ratatui::layout::Size;
use screen::{bundled, press, text};

/// Two rankings of the same growth, one next to the other, and a listing.
fn rankings(numbers: &[Vec<String>; 2], size: Size) -> App {
    let (mut rows, mut panes) = (Vec::new(), Vec::new());
    for (pane, numbers) in numbers.iter().enumerate() {
        let mut ids = Vec::new();
        for (at, number) in numbers.iter().enumerate() {
            let id = format!("r{pane}{at:02}");
            rows.push(format!(
                r#"{{"id":"{id}","label":"{id}{}","reporter":"DEU","partner":"W00","product":"{id}","flow":"exports","measure":"growth","time_period":"2023","compare_period":"2022","obs_value":{number},"unit_measure":"PCT"}}"#,
                "_".repeat(pane * 6)
            ));
            ids.push(format!("\"{id}\""));
        }
        panes.push(format!(
            r#"{{"id":"p{pane}","title":"Pane","kind":"ranking","rows":[{}]}}"#,
            ids.join(",")
        ));
    }
    let text = format!(
        r#"{{"resources":[{{"name":"observations","data":[{}]}}],"panes":[{}]}}"#,
        rows.join(","),
        panes.join(",")
    );
    App::new(parse("many", &text, &|_| Err(String::new())).expect("a dataset").dataset, size)
}

/// The bar of a row in half columns: above zero for a rise, below for a fall. `None` without a zero line.
fn bar(line: &str) -> Option<i32> {
    let halves = |glyph: char| match glyph {
        '━' | '█' => 2,
        '╸' | '╾' | '▌' => 1,
        '╍' | '▒' => -2,
        '╺' | '╼' | '▐' => -1,
        _ => 0,
    };
    line.contains('│').then(|| line.chars().map(halves).sum())
}

/// The part of the screen that shows a row.
fn line_of(app: &App, id: &str) -> String {
    let screen = text(app);
    let line = screen.lines().find(|line| line.contains(id)).unwrap_or_else(|| panic!("{id}:\n{screen}"));
    let start = line.find(id).unwrap_or(0);
    let rest = &line[start..];
    let end = rest[1..].find("  r").map_or(rest.len(), |end| end + 1);
    rest[..end].to_owned()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn equal_values_have_equal_bars_wherever_they_stand_and_a_longer_bar_never_means_less(
        one in proptest::collection::vec(-99_i32..300, 2..5),
        other in proptest::collection::vec(-99_i32..300, 2..5),
        tenths in any::<bool>(),
        size in proptest::sample::select(&[(80, 30), (120, 36), (133, 20), (200, 60)][..]),
        moves in 0_usize..6,
    ) {
        let number = |value: &i32| if tenths { format!("{value}.4") } else { value.to_string() };
        let shared = [one.clone(), [&other[..], &one[..1]].concat()];
        let numbers = shared.clone().map(|values| values.iter().map(number).collect::<Vec<_>>());
        let mut app = rankings(&numbers, Size::new(size.0, size.1));
        for _ in 0..moves {
            app.update(Action::Go(Move::Next));
        }
        let mut drawn = Vec::new();
        for (pane, values) in shared.iter().enumerate() {
            for (at, value) in values.iter().enumerate() {
                let line = line_of(&app, &format!("r{pane}{at:02}"));
                drawn.push((*value, bar(&line).unwrap_or_else(|| panic!("{line}\n{}", text(&app)))));
            }
        }
        drawn.sort_unstable();
        for pair in drawn.windows(2) {
            prop_assert!(pair[0].0 != pair[1].0 || pair[0].1 == pair[1].1, "{:?}\n{}", pair, text(&app));
            prop_assert!(pair[0].1 <= pair[1].1, "{:?}\n{}", pair, text(&app));
        }
        let sign = |number: i32| number.signum();
        for (value, bar) in drawn {
            prop_assert!(value == 0 || sign(value) == sign(bar), "{} {}\n{}", value, bar, text(&app));
        }
    }
}

#[test]
fn growth_in_three_panes_has_one_scale() {
    for (width, height) in [(120, 36), (160, 50), (200, 60)] {
        let screen = text(&bundled(width, height));
        let length = |label: &str| {
            let line = screen.lines().find(|line| line.contains(label)).expect("a row");
            let of_row = &line[line.find(label).unwrap_or(0)..];
            let bar = of_row.split_once('│').map_or("", |(_, bar)| bar);
            bar.chars().take_while(|c| "━╸╾┊─╴".contains(*c)).count()
        };
        assert!(length("Road ▴") < length("Qatar"), "52.5 % and 60 %:\n{screen}");
        assert!(length("Tajikistan") < length("Algeria"), "93.4 % and 142.7 %:\n{screen}");
        assert!(length("South Africa") <= length("Tajikistan"), "88 % and 93.4 %:\n{screen}");
    }
}

#[test]
fn a_whole_number_ends_blunter_than_one_with_a_decimal() {
    let numbers = [vec!["50".to_owned(), "50.0".to_owned()], vec!["93.4".to_owned(), "20".to_owned()]];
    let app = rankings(&numbers, Size::new(120, 36));
    let is_blunt = |id: &str| line_of(&app, id).contains(['╾', '─', '╴']);
    assert!(is_blunt("r000") || is_blunt("r101"), "{}", text(&app));
    assert!(!is_blunt("r001") && !is_blunt("r100"), "{}", text(&app));
}

#[test]
fn falls_stand_left_of_zero_in_another_pattern_in_every_set_of_glyphs() {
    let numbers = [vec!["-40.2".to_owned(), "60.3".to_owned()], vec!["80.1".to_owned(), "-10.5".to_owned()]];
    let mut app = rankings(&numbers, Size::new(120, 20));
    press(&mut app, "2");
    for (glyphs, zero, rise, fall) in [(Glyphs::Unicode, '│', '━', '╍'), (Glyphs::Ascii, '|', '=', '~')]
    {
        let shown = horgos::print::plain(&frame(&app, &Theme { glyphs, ..Theme::mono() }));
        let line = |id: &str| shown.lines().find(|line| line.contains(id)).unwrap_or_default().to_owned();
        let at = |line: &str, glyph: char| line.chars().position(|c| c == glyph);
        let fallen = line("r000");
        let fallen: String = fallen.chars().skip(fallen.chars().take_while(|c| *c != 'r').count()).collect();
        assert!(at(&fallen, fall) < at(&fallen, zero), "{glyphs:?}:\n{shown}");
        assert!(line("r001").contains(rise), "{glyphs:?}:\n{shown}");
    }
}

#[test]
fn a_value_without_another_has_no_bar() {
    let numbers = [vec!["50.4".to_owned()], vec!["93.4".to_owned(), "20.1".to_owned()]];
    let app = rankings(&numbers, Size::new(120, 36));
    assert!(!line_of(&app, "r000").contains('━'), "{}", text(&app));
    assert!(line_of(&app, "r100").contains('━'), "{}", text(&app));
}

#[test]
fn the_reference_has_its_name_at_its_line_at_every_width() {
    for width in 40..=200 {
        let mut app = bundled(width, 24);
        press(&mut app, "2");
        let shown = text(&app);
        let column_of = |line: &str| line.chars().collect::<Vec<_>>().iter().rposition(|c| *c == '┊');
        let rows: Vec<&str> = shown.lines().filter(|line| line.contains('┊')).collect();
        let label = rows.last().expect("a reference");
        assert!(label.contains("+50 % ✗"), "{width}: {shown}");
        let columns: Vec<_> = rows.iter().map(|line| column_of(line)).collect();
        assert!(columns.windows(2).all(|pair| pair[0] == pair[1]), "{width}: {shown}");
        let after: String = label.chars().skip(columns[0].unwrap_or(0)).collect();
        let before: String = label.chars().take(columns[0].unwrap_or(0)).collect();
        let near = |text: &str, at_start: bool| {
            if at_start { text.starts_with("┊ ") } else { text.ends_with("% ✗ ") }
        };
        assert!(near(&after, true) && after.contains("+50 %") || near(&before, false), "{width}: {shown}");
    }
}
