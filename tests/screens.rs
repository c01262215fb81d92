//! Keys in, screen out, with its styles.

#[path = "screens/marks.rs"]
mod marks;
#[path = "screens/others.rs"]
mod others;
#[path = "support/screen.rs"]
mod screen;

use horgos::dashboard::{Action, BINDINGS, Move, Outcome};
use proptest::prelude::*;
use ratatui::layout::Size;
use screen::{bundled, press, styled, text};

/// The three sizes that everything is looked at in.
const SIZES: [(u16, u16); 3] = [(120, 36), (80, 24), (40, 12)];

/// One snapshot a size.
fn look(name: &str, keys: &str) {
    for (width, height) in SIZES {
        let mut app = bundled(width, height);
        press(&mut app, keys);
        insta::assert_snapshot!(format!("{name}_{width}x{height}"), styled(&app));
    }
}

#[test]
fn opens_on_the_key_figures() {
    look("key_figures", "");
}

#[test]
fn central_asia_partners() {
    look("central_asia", "2jj");
}

#[test]
fn horgos_port_exports() {
    look("horgos", "3G");
}

#[test]
fn growth_leaders() {
    look("leaders", "4");
}

#[test]
fn transport() {
    look("transport", "5j");
}

#[test]
fn checks() {
    look("checks", "6");
}

#[test]
fn a_zoomed_pane() {
    look("zoom", "2z");
}

#[test]
fn an_open_figure() {
    look("detail", "<enter>");
}

#[test]
fn an_open_figure_that_is_missing() {
    look("missing", "2jjj<enter>");
}

#[test]
fn an_open_finding() {
    look("proof", "6<enter>");
}

#[test]
fn help() {
    look("help", "?");
}

#[test]
fn too_small() {
    for (width, height) in [(39, 12), (40, 11), (12, 5), (1, 1)] {
        insta::assert_snapshot!(format!("too_small_{width}x{height}"), text(&bundled(width, height)));
    }
}

#[test]
fn a_screen_that_is_too_small_names_a_key_that_works_there() {
    for (keys, quits) in
        [("", "q"), ("?", "q"), ("<enter>", "q"), ("/", "<ctrl-c>"), ("e", "<ctrl-c>"), (":", "<ctrl-c>")]
    {
        for (width, height) in [(39, 11), (20, 5), (12, 5), (9, 2), (6, 1)] {
            let mut app = bundled(80, 24);
            press(&mut app, keys);
            app.update(Action::Resize(Size::new(width, height)));
            let name = if quits == "q" { "q" } else { "Ctrl-C" };
            assert!(text(&app).contains(name), "{keys} at {width}×{height}:\n{}", text(&app));
            assert_eq!(press(&mut app, quits), Outcome::Quit, "{keys}");
        }
    }
}

/// Every number of the source, with its unit, and where one finds it: which keys bring it to a screen of 120×36.
#[test]
fn every_figure_is_at_most_two_keys_away() {
    for (keys, shown) in [
        ("", "246.57 bn CNY"),
        ("", " 34.3  bn USD"),
        ("", "▴ +23.2  %"),
        ("", "Exports, rank           1"),
        ("", "37.10 bn CNY"),
        ("", "283.67 bn CNY"),
        ("", "▴ +50    %"),
        ("", "79.4  %"),
        ("", "Trade, all partners not published"),
        ("", "Top partners            3"),
        ("", "Partners worldwide    192"),
        ("", "Neighbours              8"),
        ("", "Tajikistan   ▴ +93.4 %"),
        ("", "Kazakhstan   ▴ +70.8 %"),
        ("", "Kyrgyzstan   ▴ +25.8 %"),
        ("", "Turkmenistan not published"),
        ("", "Uzbekistan   not published"),
        ("", "┊ all five ▴ +50 %"),
        ("", "Electromechanical products no value published"),
        ("", "High-tech products         no value published"),
        ("", "Clothing and accessories   no value published"),
        ("", "New-energy passenger cars  ▴ ×8"),
        ("", "the source's own selection"),
        ("", "Malaysia     ▴ +187   %"),
        ("", "South Africa ▴  +88   %"),
        ("", "Qatar        ▴  +60   %"),
        ("", "Algeria      ▴ +142.7 %"),
        ("", "Road ▴ +52.5 %"),
        ("", "Rail ▴ +44.5 %"),
        ("", "Global Times, 2024-02-07"),
        ("", "\"246.57 billion yuan\" ¶1"),
        ("5", "\"52.5 percent\" ¶5"),
        ("4", "\"187 percent\" ¶9"),
        ("3", "\"electromechanical products\""),
        ("3", "Jan–Nov 2023"),
        ("2<enter>", "+93.35 to +93.45 %"),
    ] {
        let mut app = bundled(120, 36);
        press(&mut app, keys);
        let squeezed =
            |text: &str| text.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
        assert!(
            squeezed(&text(&app)).contains(&squeezed(shown)),
            "{shown:?} after {keys:?}:\n{}",
            text(&app)
        );
    }
}

#[test]
fn every_figure_opens_with_its_source_and_place() {
    let mut app = bundled(120, 36);
    for pane in 0..app.panes().len() {
        app.update(Action::Focus(pane));
        app.update(Action::Go(Move::First));
        for row in 0..app.rows(pane).len() {
            app.update(Action::Open);
            let screen = text(&app);
            let says = |what: &str| screen.contains(what);
            assert!(
                says("Source") || says("Formula") || says("Proof") || says("Passed"),
                "pane {pane}, row {row}:\n{screen}"
            );
            app.update(Action::Back);
            app.update(Action::Go(Move::Next));
        }
    }
}

#[test]
fn keys_lead_where_they_say() {
    for (keys, shown) in [
        ("<tab>", "━ 2 Central Asia"),
        ("<backtab>", "━ 6 Checks"),
        ("<right>", "━ 2 Central Asia"),
        ("<left>", "━ 6 Checks"),
        ("5", "━ 5 Transport"),
        ("9", "━ 1 Key figures"),
        ("j", "▸ Exports in USD"),
        ("jk", "▸ Exports "),
        ("<down><down>", "▸ Exports, growth"),
        ("G", "▸ Neighbours"),
        ("Gg", "▸ Exports "),
        ("<end><home>", "▸ Exports "),
        ("<pgdn>", "▸ Neighbours"),
        ("<pgdn><pgup>", "▸ Exports "),
        ("<enter>", " Exports\n"),
        ("<enter><right>", " Exports in USD\n"),
        ("<enter><right><left>", " Exports\n"),
        ("<enter><esc>", "━ 1 Key figures"),
        ("z<enter><backspace>", "━ 1 Key figures · Xinjiang with Central Asia ━"),
        ("zz", "━ 1 Key figures"),
        ("?", "Help"),
        ("??", "━ 1 Key figures"),
        ("<enter>?<esc>", " Exports\n"),
        ("<enter>2", "━ 2 Central Asia"),
    ] {
        let mut app = bundled(120, 36);
        press(&mut app, keys);
        assert!(text(&app).contains(shown), "{shown:?} after {keys:?}:\n{}", text(&app));
    }
}

#[test]
fn a_key_that_changes_nothing_says_so() {
    for (keys, last) in
        [("", "k"), ("", "g"), ("G", "j"), ("", "<esc>"), ("", "9"), ("", "x"), ("?", "<tab>")]
    {
        let mut app = bundled(80, 24);
        press(&mut app, keys);
        let before = text(&app);
        assert_eq!(press(&mut app, last), Outcome::Unchanged, "{keys}{last}");
        assert_eq!(text(&app), before);
    }
    assert_eq!(press(&mut bundled(80, 24), "q"), Outcome::Quit);
    assert_eq!(press(&mut bundled(10, 2), "q"), Outcome::Quit, "also where there is no room");
}

#[test]
fn every_size_is_drawn_and_no_number_is_cut() {
    for keys in ["", "z", "4z", "<enter>", "6<enter>", "?"] {
        let mut app = bundled(0, 0);
        press(&mut app, keys);
        for width in (0..=200).step_by(7).chain([40, 41, 80, 100, 120]) {
            for height in (0..=60).step_by(5).chain([11, 12, 15, 16, 19, 20]) {
                app.update(Action::Resize(Size::new(width, height)));
                let screen = text(&app);
                assert_eq!(
                    screen.lines().count(),
                    usize::from(height) * usize::from(width > 0),
                    "{width}×{height}"
                );
                no_number_is_cut(&screen);
            }
        }
    }
}

#[test]
fn decimal_points_stand_under_each_other() {
    let mut app = bundled(120, 36);
    for (pane, numbers) in [("1", 12), ("2", 3), ("4", 4), ("5", 2)] {
        press(&mut app, &format!("{pane}z"));
        let screen = text(&app);
        let points: Vec<usize> = rows(&screen).filter_map(decimal_point).take(numbers).collect();
        assert_eq!(points.len(), numbers, "{screen}");
        assert!(points.windows(2).all(|two| two[0] == two[1]), "pane {pane}, {points:?}:\n{screen}");
        press(&mut app, "z");
    }
}

/// The rows of a zoomed pane that have a number, without the remarks below them.
fn rows(screen: &str) -> impl Iterator<Item = &str> {
    let has_label = |row: &&str| row.chars().nth(3).is_some_and(|first| first != ' ');
    screen.lines().skip(3).filter(has_label).filter(|row| !row.contains("not published"))
}

/// The column in which the whole part of a row's number ends.
fn decimal_point(row: &str) -> Option<usize> {
    let row: Vec<char> = row.chars().collect();
    let first = row.iter().position(char::is_ascii_digit)?;
    let digits = row[first..].iter().take_while(|c| c.is_ascii_digit() || **c == ',').count();
    Some(first + digits)
}

/// No digits end in an ellipsis.
fn no_digits_are_cut(screen: &str) {
    let chars: Vec<char> = screen.chars().collect();
    for three in chars.windows(3) {
        let cut_behind = |digit: &char, sign: &char| digit.is_ascii_digit() && ['.', ','].contains(sign);
        let is_cut = matches!(three, [a, b, '…'] if cut_behind(a, b) || cut_behind(b, a));
        assert!(!is_cut, "{screen}");
    }
}

/// Where a label stands at the beginning of a row, its whole number stands behind it; in the strip it is a title.
fn no_number_is_cut(screen: &str) {
    no_digits_are_cut(screen);
    for (label, number) in [
        ("Exports  ", "246.57"),
        ("Total trade  ", "283.67"),
        ("Algeria  ", "+142.7"),
        ("Malaysia  ", "+187"),
    ] {
        for line in screen.lines().filter(|line| line.starts_with(['│', ' '])) {
            let row = line.trim_start_matches(['│', ' ', '▸']);
            // Above an open figure, its name has the lines in view behind it.
            let is_title = row.contains("–") && row.contains(" of ");
            // The figures that stand out have their names on one line and their numbers on the next.
            let is_names = row.contains("Exports, growth  ") && row.contains("Total, growth");
            let is_row = row.starts_with(label) && !row.contains("Xinjiang,") && !is_title && !is_names;
            assert!(!is_row || row.contains(number), "{line}");
        }
    }
}

#[test]
fn a_screen_says_the_same_after_any_way_of_getting_to_its_size() {
    let mut app = bundled(120, 36);
    press(&mut app, "2jj");
    for size in [(40, 12), (10, 3), (500, 200), (80, 24), (120, 36)] {
        app.update(Action::Resize(Size::new(size.0, size.1)));
    }
    let mut fresh = bundled(120, 36);
    press(&mut fresh, "2jj");
    assert_eq!(styled(&app), styled(&fresh));
}

proptest! {
    #[test]
    fn any_keys_at_any_size_leave_the_selected_row_in_sight(
        width in 0_u16..220, height in 0_u16..70, keys in proptest::collection::vec(0_usize..1000, 0..60),
    ) {
        let all: Vec<Action> = BINDINGS.iter().flat_map(|binding| binding.keys).map(|(_, action)| *action).collect();
        let mut app = bundled(width, height);
        for key in keys {
            app.update(all[key % all.len()]);
        }
        let screen = text(&app);
        let shows_rows = app.view().overlays.is_empty();
        if width >= 40 && height >= 12 && shows_rows && app.selected().is_some() {
            prop_assert!(screen.contains('▸'), "{screen}");
        }
    }
}

#[test]
fn a_narrow_strip_explains_marks_in_full() {
    let mut app = bundled(40, 20);
    press(&mut app, "3jjj");
    let shown = text(&app);
    assert!(shown.contains("\n multiple of Jan–Nov 2022: ×8"), "{shown}");
    assert!(shown.contains("\n Status      V, unvalidated\n"), "{shown}");
}
