//! Other people's datasets: a series of five years, nine panes, labels in CJK, in Cyrillic and longer than any pane,
//! values below zero, 600 rows.

use horgos::dashboard::{Action, App, Move};
use horgos::dataset::Dataset;
use horgos::formats::parse;
use horgos::screen::{Theme, frame};
use horgos::wording::Number;
use ratatui::layout::Size;

use super::screen::{press, text};

/// Sizes with one and two columns of panes, with and without a strip, and of a very large screen.
const SIZES: [(u16, u16); 8] =
    [(40, 12), (41, 16), (60, 15), (80, 24), (99, 40), (120, 36), (160, 20), (200, 60)];

fn dataset(text: &str) -> Dataset {
    parse("test", text, &|_| Err(String::new())).expect("a whole dataset").dataset
}

fn nine_panes(width: u16, height: u16) -> App {
    App::new(dataset(include_str!("../data/nine-panes.json")), Size::new(width, height))
}

/// 600 balances from millions below zero to millions above, with up to three decimals.
fn six_hundred(width: u16, height: u16) -> App {
    let row = |at: i64| {
        let (value, decimals) = ((at - 300) * 7919, usize::try_from(at % 4).expect("decimals"));
        let (whole, rest) = (value / 1000, value.abs() % 1000);
        let sign = if value < 0 && whole == 0 { "-" } else { "" };
        let fraction =
            [String::new(), format!(".{}", rest / 100), format!(".{:02}", rest / 10), format!(".{rest:03}")];
        format!(
            r#"{{"id":"r{at}","label":"№ {at} 第{at}行","reporter":"KAZ","product":"p{at}","flow":"balance","measure":"value",
            "time_period":"2023","obs_value":"{sign}{whole}{}","unit_measure":"KZT","unit_mult":6}}"#,
            fraction[decimals]
        )
    };
    let rows: Vec<String> = (0..600).map(row).collect();
    let ids: Vec<String> = (0..600).map(|at| format!(r#""r{at}""#)).collect();
    let text = format!(
        r#"{{"resources":[{{"name":"observations","data":[{}]}}],
        "panes":[{{"id":"all","title":"600 balances","kind":"ranking","rows":[{}]}}]}}"#,
        rows.join(","),
        ids.join(",")
    );
    App::new(dataset(&text), Size::new(width, height))
}

/// The number of the selected row.
fn selected_number(app: &App) -> Option<Number> {
    app.words().number(app.selected()?.figure()?)
}

/// The characters of each cell of the selected row in its pane; the second cell of a wide character has none.
fn selected_row(app: &App) -> Vec<String> {
    let frame = frame(app, &Theme::mono());
    let width = usize::from(frame.area.width);
    let rows = frame.content.chunks(width).map(|row| row.iter().map(|cell| cell.symbol().to_owned()));
    let mut rows = rows.map(Iterator::collect::<Vec<String>>);
    rows.find(|row| row.iter().any(|cell| cell == "▸")).expect("a selected row")
}

/// The column of a selected number in its row, that of the digit before the decimal point.
fn column(app: &App, number: &Number) -> usize {
    let row = selected_row(app);
    let digits: Vec<String> =
        format!("{}{}", number.whole, number.fraction).chars().map(String::from).collect();
    let start = row.windows(digits.len()).position(|cells| cells == digits);
    let start = start.unwrap_or_else(|| panic!("{number:?} is not in {:?}", row.concat()));
    start + number.whole.chars().count()
}

/// Every row of a pane selected in turn, its number looked up: the columns of the decimal points.
fn columns(app: &mut App, pane: usize, most: usize) -> Vec<usize> {
    app.update(Action::Focus(pane));
    app.update(Action::Go(Move::First));
    let mut columns = Vec::new();
    for _ in 0..app.row_count(pane).min(most) {
        if let Some(number) = selected_number(app) {
            columns.push(column(app, &number));
        }
        app.update(Action::Go(Move::Next));
    }
    columns
}

/// Next to the other snapshots of screens.
fn snapshot(name: &str, app: &App) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.bind(|| insta::assert_snapshot!(format!("screens__{name}"), text(app)));
}

#[test]
fn nine_panes_as_they_look() {
    for (name, keys, width, height) in [
        ("nine_panes_120x36", "", 120, 36),
        ("nine_panes_80x24", "", 80, 24),
        ("nine_balances_80x24", "4z", 80, 24),
        ("nine_growth_40x12", "5", 40, 12),
        ("nine_cjk_60x16", "6jjj", 60, 16),
        ("nine_long_open_60x20", "8<enter>", 60, 20),
    ] {
        let mut app = nine_panes(width, height);
        press(&mut app, keys);
        snapshot(name, &app);
    }
}

#[test]
fn six_hundred_rows_as_they_look() {
    let mut app = six_hundred(80, 16);
    press(&mut app, "G");
    snapshot("600_rows_80x16", &app);
}

#[test]
fn whatever_the_size_the_number_of_a_selected_row_is_whole() {
    for (width, height) in SIZES {
        let mut app = nine_panes(width, height);
        for pane in 0..8 {
            assert!(columns(&mut app, pane, 8).len() >= 4, "pane {pane} at {width}×{height}");
        }
        let mut app = six_hundred(width, height);
        assert_eq!(columns(&mut app, 0, 30).len(), 30);
        press(&mut app, "G");
        let last = selected_number(&app).expect("a number");
        column(&app, &last);
    }
}

#[test]
fn decimal_points_stand_under_each_other_in_other_datasets_too() {
    let mut app = nine_panes(120, 36);
    for pane in 0..8 {
        let columns = columns(&mut app, pane, 8);
        assert!(columns.windows(2).all(|two| two[0] == two[1]), "pane {pane}: {columns:?}\n{}", text(&app));
    }
    let columns = columns(&mut six_hundred(100, 70), 0, 60);
    assert!(columns.windows(2).all(|two| two[0] == two[1]), "{columns:?}");
}

#[test]
fn every_size_is_drawn_and_no_number_of_other_datasets_is_cut() {
    let nine = ["", "4z", "6", "8<enter>", "9<enter>"].map(|keys| (nine_panes(0, 0), keys));
    let many = ["zG", "<pgdn>"].map(|keys| (six_hundred(0, 0), keys));
    for (mut app, keys) in nine.into_iter().chain(many) {
        press(&mut app, keys);
        for width in (0..=200).step_by(13).chain([40, 41, 80, 120]) {
            for height in (0..=60).step_by(9).chain([11, 12, 15, 16, 24]) {
                app.update(Action::Resize(Size::new(width, height)));
                super::no_digits_are_cut(&text(&app));
            }
        }
    }
}
