//! Panes of figures over time: keys in, lines out.

#[path = "support/screen.rs"]
mod screen;

use std::fmt::Write as _;

use horgos::dashboard::App;
use horgos::dataset::{Dataset, PaneKind, series_lines};
use horgos::formats::parse;
use horgos::print::{Selection, markdown, text as printed};
use horgos::screen::{Glyphs, Theme, frame};
use proptest::prelude::*;
use ratatui::layout::Size;
use screen::{press, text};

fn read(text: &str) -> Result<Dataset, String> {
    let loaded = parse("series", text, &|_| Err(String::new()));
    loaded.map(|loaded| loaded.dataset).map_err(|error| error.to_string())
}

/// A dataset of one series pane; each row is its id, its partner, its period and further members.
fn dataset(rows: &[(&str, &str, &str, &str)]) -> String {
    let mut data = String::new();
    for (id, partner, period, more) in rows {
        let _ = write!(
            data,
            r#"{{"id":"{id}","reporter":"FIN","partner":"{partner}","flow":"exports","measure":"value","time_period":"{period}","unit_measure":"EUR","unit_mult":9{more}}},"#
        );
    }
    let ids: Vec<String> = rows.iter().map(|(id, ..)| format!(r#""{id}""#)).collect();
    format!(
        r#"{{"title":"Finland","resources":[{{"name":"observations","data":[{}]}}],
        "panes":[{{"id":"s","title":"Exports","kind":"series","rows":[{}]}}]}}"#,
        data.trim_end_matches(','),
        ids.join(",")
    )
}

fn app(rows: &[(&str, &str, &str, &str)], size: (u16, u16)) -> App {
    App::new(read(&dataset(rows)).expect("a good dataset"), Size::new(size.0, size.1))
}

const TWO_COUNTRIES: [(&str, &str, &str, &str); 7] = [
    ("e19", "EST", "2019", r#","obs_value":4.0"#),
    ("e20", "EST", "2020", r#","obs_value":3.0"#),
    ("e22", "EST", "2022", r#","obs_value":6.0,"obs_status":"P""#),
    ("s19", "SWE", "2019", r#","obs_value":8.0"#),
    ("s20", "SWE", "2020", r#","obs_value":7.5"#),
    ("s21", "SWE", "2021", r#","obs_value":7.0,"obs_status":"B""#),
    ("s22", "SWE", "2022", r#","obs_value":7.5"#),
];

/// The ids of each line, each with the id that it goes on from.
fn lines(rows: &[(&str, &str, &str, &str)]) -> Vec<String> {
    let dataset = read(&dataset(rows)).expect("a good dataset");
    let id = |row: usize| dataset.observations[row].id.to_string();
    let lines = series_lines(&dataset.observations, &dataset.panes[0].rows);
    let said = lines.iter().map(|line| {
        let point = |at: usize| match line.points[at].after {
            Some(before) => format!("{}→{}", id(line.points[before].row), id(line.points[at].row)),
            None => id(line.points[at].row),
        };
        (0..line.points.len()).map(point).collect::<Vec<_>>().join(" ")
    });
    said.collect()
}

#[test]
fn rows_that_differ_only_in_period_are_a_line_with_gaps_and_breaks() {
    assert_eq!(lines(&TWO_COUNTRIES), ["e19 e19→e20 e22", "s19 s19→s20 s21 s21→s22"]);
}

#[test]
fn a_missing_number_is_a_gap_and_so_is_a_missing_period() {
    let number = r#","obs_value":1"#;
    let rows = [("a", "EST", "2023-Q1", number), ("b", "EST", "2023-Q2", r#","obs_status":"O""#)];
    let rows = [rows[0], rows[1], ("c", "EST", "2023-Q3", number), ("d", "EST", "2023-Q4", number)];
    assert_eq!(lines(&rows), ["a b c c→d"]);
    let rows =
        [("d", "EST", "2024-02", number), ("a", "EST", "2023-11", number), ("c", "EST", "2024-01", number)];
    assert_eq!(lines(&rows), ["a c c→d"]);
}

#[test]
fn cumulated_months_go_on_within_their_year() {
    let number = r#","obs_value":1"#;
    let rows = [
        ("j7", "EST", "2022-01-01/P7M", number),
        ("j8", "EST", "2022-01-01/P8M", number),
        ("j10", "EST", "2022-01-01/P10M", number),
        ("k2", "EST", "2023-01-01/P2M", number),
        ("k3", "EST", "2023-Q1", number),
    ];
    assert_eq!(lines(&rows), ["j7 j7→j8 j10 k2 k2→k3"]);
    let halves = [("h", "EST", "2022-01-01/P6M", number), ("y", "EST", "2022", number)];
    assert_eq!(lines(&halves), ["h h→y"]);
    let every_year = [("n2", "EST", "2022-01-01/P11M", number), ("n3", "EST", "2023-01-01/P11M", number)];
    assert_eq!(lines(&every_year), ["n2 n2→n3"]);
}

#[test]
fn two_things_are_told_apart_by_letters_and_names() {
    let mut app = app(&TWO_COUNTRIES, (80, 24));
    let shown = text(&app);
    for expected in ["aP Estonia 6.0", "b  Sweden 7.5", "bn EUR", "2019", "2022", "bB", "a Estonia · 2019"] {
        assert!(shown.contains(expected), "{expected} in\n{shown}");
    }
    press(&mut app, "jj");
    assert!(text(&app).contains("▸ a Estonia · 2022"), "{}", text(&app));
    press(&mut app, "<enter>");
    assert!(text(&app).contains("Finland, exports to Estonia, 2022"), "{}", text(&app));
}

#[test]
fn a_name_that_has_to_move_keeps_its_letter() {
    let close = [
        ("e19", "EST", "2019", r#","obs_value":4.0"#),
        ("e20", "EST", "2020", r#","obs_value":5.00"#),
        ("l19", "LVA", "2019", r#","obs_value":9.0"#),
        ("l20", "LVA", "2020", r#","obs_value":5.01"#),
    ];
    let shown = text(&app(&close, (80, 24)));
    // Both lines end in one cell, in which the later letter stands.
    assert!(shown.contains("a Estonia 5.00") && shown.contains("b Latvia 5.01"), "{shown}");
}

#[test]
fn names_of_lines_that_end_in_one_row_stand_there_together() {
    let close = [
        ("e19", "EST", "2019", r#","obs_value":90.0"#),
        ("e20", "EST", "2020", r#","obs_value":95.0"#),
        ("l19", "LVA", "2019", r#","obs_value":12.0"#),
        ("l20", "LVA", "2020", r#","obs_value":10.2"#),
        ("n19", "NOR", "2019", r#","obs_value":13.0"#),
        ("n20", "NOR", "2020", r#","obs_value":10.0"#),
    ];
    let shown = text(&app(&close, (120, 24)));
    assert!(shown.contains("c Norway 10.0, b Latvia 10.2"), "{shown}");
}

#[test]
fn a_point_without_a_line_is_a_dot_and_a_year_without_a_point_is_named() {
    let apart = [
        ("e19", "EST", "2019", r#","obs_value":4.0"#),
        ("e20", "EST", "2020", r#","obs_value":5.0"#),
        ("e22", "EST", "2022", r#","obs_value":7.0"#),
        ("l22", "LVA", "2022", r#","obs_value":1.0"#),
    ];
    let shown = text(&app(&apart, (80, 24)));
    assert!(shown.contains("  • a Estonia 7.0") && shown.contains("  • b Latvia 1.0"), "{shown}");
    let years = shown.lines().find(|line| line.contains("2019 ") && line.contains("2022")).expect("an axis");
    assert_eq!(years.split_whitespace().collect::<Vec<_>>(), ["2019", "2020", "2021", "2022"], "{shown}");
}

#[test]
fn a_wide_pane_with_few_rows_has_all_of_them_below_its_chart_with_their_sources() {
    let shown = text(&app(&TWO_COUNTRIES, (120, 30)));
    let axis = shown.lines().position(|line| line.contains('└')).expect("an axis");
    let list = shown.lines().position(|line| line.contains("a Estonia · 2019")).expect("its first row");
    assert!(axis < list && shown.contains("b Sweden · 2022"), "{shown}");
    assert!(shown.lines().nth(axis).is_some_and(|line| line.trim_end().chars().count() > 90), "{shown}");
    let low = text(&app(&TWO_COUNTRIES, (120, 16)));
    let row = |sign: &str| low.lines().position(|line| line.contains(sign)).expect("a line");
    assert!(row("b Sweden · 2022") < row("└"), "a low one has them next to it:\n{low}");
}

#[test]
fn the_row_of_a_point_is_drawn_where_its_value_is() {
    let shown = text(&app(&TWO_COUNTRIES, (80, 40)));
    let row = |sign: &str| shown.lines().position(|line| line.contains(sign)).expect("a mark");
    assert!(row("bB") < row("aP"), "7.0 stands above 6.0:\n{shown}");
}

#[test]
fn a_gap_has_no_dots() {
    let number = |value: &str| format!(r#","obs_value":{value}"#);
    let (a, b) = (number("5"), number("5"));
    let joined = text(&app(&[("a", "EST", "2021", &a), ("b", "EST", "2022", &b)], (80, 24)));
    let apart = text(&app(&[("a", "EST", "2020", &a), ("b", "EST", "2022", &b)], (80, 24)));
    assert!(dots(&joined) > 20, "{joined}");
    let row = apart.lines().find(|line| line.matches('•').count() == 2).expect("both points on one row");
    assert_eq!(dots(row), 0, "{apart}");
}

#[test]
fn a_bound_without_another_side_reaches_the_end_of_the_axis() {
    let with = |more: &str| {
        let last = format!(r#","obs_value":4.00{more}"#);
        text(&app(&[("a", "EST", "2020", r#","obs_value":9.00"#), ("b", "EST", "2022", &last)], (80, 24)))
    };
    let rows_with_dots = |shown: &str| shown.lines().filter(|line| dots(line) > 0).count();
    let (exact, at_least) = (with(""), with(r#","bound":"at_least""#));
    assert_eq!(rows_with_dots(&exact), 0, "{exact}");
    assert!(rows_with_dots(&at_least) >= 3, "{at_least}");
}

/// How many cells have dots of a line or a field.
fn dots(shown: &str) -> usize {
    shown.chars().filter(|c| ('\u{2801}'..='\u{28ff}').contains(c)).count()
}

/// Three partners over four years, one of them with a gap, and a number that may be larger.
const CROWDED: [(&str, &str, &str, &str); 11] = [
    ("e19", "EST", "2019", r#","obs_value":4.0"#),
    ("e20", "EST", "2020", r#","obs_value":8.0"#),
    ("e21", "EST", "2021", r#","obs_value":16.0"#),
    ("e22", "EST", "2022", r#","obs_value":12.0"#),
    ("s19", "SWE", "2019", r#","obs_value":16.0"#),
    ("s20", "SWE", "2020", r#","obs_value":12.0"#),
    ("s22", "SWE", "2022", r#","obs_value":4.0"#),
    ("n19", "NOR", "2019", r#","obs_value":12.0"#),
    ("n20", "NOR", "2020", r#","obs_value":4.0,"bound":"at_least""#),
    ("n21", "NOR", "2021", r#","obs_value":8.0"#),
    ("n22", "NOR", "2022", r#","obs_value":16.0"#),
];

/// The first line of a screen that begins with a name.
fn line<'t>(shown: &'t str, name: &str) -> &'t str {
    shown.lines().find(|line| line.strip_prefix(' ').is_some_and(|rest| rest.starts_with(name))).expect(name)
}

/// The bars of the rows of a line, from the top, each as its columns: the first row of bars has the name.
fn bars(shown: &str, name: &str) -> Vec<String> {
    line(shown, name)
        .split_whitespace()
        .filter(|part| part.contains(['▁', '▂', '▃', '▄', '▅', '▆', '▇']))
        .map(str::to_owned)
        .collect()
}

#[test]
fn lines_that_would_lie_over_each_other_have_rows_of_their_own() {
    let mut app = app(&CROWDED, (40, 12));
    let shown = text(&app);
    assert!(shown.contains("bn EUR") && shown.contains("bars from 0 to 16"), "{shown}");
    let glyphs = |name: &str| {
        bars(&shown, name).iter().map(|bar| bar.chars().next().expect("a bar")).collect::<String>()
    };
    assert_eq!(
        (glyphs("a Estonia"), glyphs("b Sweden"), glyphs("c Norway")),
        ("▂▃▇▅".into(), "▇▅▂".into(), "▅▂▃▇".into())
    );
    for (name, last) in [("a Estonia", "12.0"), ("b Sweden", "4.0"), ("c Norway", "16.0")] {
        assert!(line(&shown, name).trim_end().ends_with(last), "{shown}");
    }
    let norway = bars(&shown, "c Norway");
    assert!(norway[1].ends_with('≥'), "{norway:?}");
    let caret = |shown: &str| {
        let axis = shown.lines().find(|line| line.contains('└')).expect("an axis").to_owned();
        axis.chars().position(|c| c == '▴').expect("the period of the selected row")
    };
    let first = caret(&shown);
    press(&mut app, "jjj");
    let last = caret(&text(&app));
    assert!(first < last, "{first} {last}");
}

/// Totals since January of two partners over three years, of which only some went as far as others.
const SINCE_JANUARY: [(&str, &str, &str, &str); 6] = [
    ("e20", "EST", "2020-01-01/P5M", r#","obs_value":4.0"#),
    ("e21", "EST", "2021-Q1", r#","obs_value":3.0"#),
    ("e21m", "EST", "2021-01-01/P5M", r#","obs_value":8.0"#),
    ("e22", "EST", "2022-Q1", r#","obs_value":6.0"#),
    ("s20", "SWE", "2020-01-01/P5M", r#","obs_value":2.0"#),
    ("s21", "SWE", "2021-01-01/P5M", r#","obs_value":1.0"#),
];

#[test]
fn a_chart_takes_rows_from_the_list_until_each_line_has_its_name() {
    let places = ["EST", "SWE", "NOR", "DNK", "LVA", "LTU"];
    let rows = places.iter().flat_map(|place| ["2021", "2022"].map(|year| (*place, year)));
    let ids: Vec<(String, &str, &str)> =
        rows.map(|(place, year)| (format!("{place}-{year}"), place, year)).collect();
    let rows: Vec<(&str, &str, &str, &str)> =
        ids.iter().map(|(id, place, year)| (&**id, *place, *year, r#","obs_value":4.0"#)).collect();
    let shown = text(&app(&rows, (60, 16)));
    for name in ["a Estonia", "b Sweden", "c Norway", "d Denmark", "e Latvia", "f Lithuania"] {
        assert!(
            shown.lines().any(|line| line.trim_end().ends_with(&format!("{name} 4.0"))),
            "{name}:\n{shown}"
        );
    }
    let listed = shown.lines().filter(|line| line.contains("source not stated"));
    assert_eq!(listed.count(), 3, "{shown}");
}

#[test]
fn totals_since_january_stand_next_to_those_of_equal_months() {
    let shown = text(&app(&SINCE_JANUARY, (60, 16)));
    let picture: Vec<&str> = shown.lines().skip(4).take(6).map(str::trim_end).collect();
    let expected = [
        "                  ▃▃▃           ▇▇▇",
        " a Estonia   ▆▆▆  ███      ███  ███",
        "",
        " b Sweden                  ▄▄▄  ▂▂▂",
        " January to  Mar           May",
        " of year     2021 2022     2020 2021",
    ];
    assert_eq!(picture, expected, "{shown}");
    assert!(!shown.contains('└') && !shown.contains("last"), "no axis of time, no latest value:\n{shown}");
}

#[test]
fn totals_since_january_are_rows_alone_where_their_years_have_no_room() {
    let many = (1..=11).flat_map(|months| ["2020", "2021"].map(|year| (months, year)));
    let many: Vec<(String, String)> = many
        .map(|(months, year)| (format!("t{year}-{months}"), format!("{year}-01-01/P{months}M")))
        .collect();
    let rows: Vec<(&str, &str, &str, &str)> =
        many.iter().map(|(id, period)| (&**id, "EST", &**period, r#","obs_value":4.0"#)).collect();
    let (narrow, wide) = (text(&app(&rows, (60, 16))), text(&app(&rows, (120, 36))));
    assert!(!narrow.contains("January to") && narrow.contains("Jan–May 2020"), "{narrow}");
    assert!(wide.contains("January to"), "{wide}");
}

#[test]
fn a_taller_chart_has_taller_bars_and_falls_have_a_pattern_below_zero() {
    let falls = CROWDED.map(|(id, partner, period, more)| {
        (id, partner, period, if id == "s20" { r#","obs_value":-16.0"# } else { more })
    });
    let mut app = app(&falls, (120, 36));
    press(&mut app, "z");
    let shown = text(&app);
    assert!(shown.contains("bars from −16 to 16"), "{shown}");
    let patterned = shown.lines().filter(|line| line.contains('▒')).count();
    assert!(patterned >= 2, "{shown}");
    let small = text(&self::app(&falls, (40, 12)));
    assert!(small.lines().any(|line| line.contains("Sweden") && line.contains('▾')), "{small}");
}

#[test]
fn two_lines_or_few_periods_stay_in_one_plot() {
    let few: Vec<_> = CROWDED.into_iter().filter(|(_, _, period, _)| *period != "2021").collect();
    assert!(!text(&app(&few, (80, 24))).contains("bars from"));
    let two: Vec<_> = CROWDED.into_iter().filter(|(_, partner, ..)| *partner != "NOR").collect();
    assert!(!text(&app(&two, (80, 24))).contains("bars from"));
}

#[test]
fn growth_over_one_base_is_a_slope_that_says_it_is_derived() {
    let rows: Vec<String> = [("e", "EST", "12.5"), ("s", "SWE", "-7")]
        .iter()
        .map(|(id, partner, value)| {
            format!(
                r#"{{"id":"{id}","reporter":"FIN","partner":"{partner}","flow":"exports","measure":"growth","time_period":"2023","obs_value":{value},"unit_measure":"PCT"}}"#
            )
        })
        .collect();
    let dataset = format!(
        r#"{{"resources":[{{"name":"observations","data":[{}]}}],
        "panes":[{{"id":"s","title":"Since 2022","kind":"series","rows":["e","s"]}}]}}"#,
        rows.join(",")
    );
    let shown = text(&App::new(read(&dataset).expect("a good dataset"), Size::new(80, 24)));
    for expected in
        ["2022 = 100 (derived), axis not from 0", "a Estonia 112.5", "b Sweden 93", "▴ +12.5 %", "▾  −7   %"]
    {
        assert!(shown.contains(expected), "{expected} in\n{shown}");
    }
}

#[test]
fn a_zoomed_ranking_of_growth_has_slopes_below_it() {
    for (width, height) in [(80, 24), (120, 36), (200, 60)] {
        let mut app = screen::bundled(width, height);
        press(&mut app, "2z");
        let shown = text(&app);
        for expected in [
            "2022 = 100 (derived)",
            "a Tajikistan 193.4",
            "b Kazakhstan 170.8",
            "c Kyrgyzstan 125.8",
            "all five 150 ✗",
            "Uzbekistan   not published",
        ] {
            assert!(shown.contains(expected), "{expected} at {width}×{height}:\n{shown}");
        }
        assert!(!shown.contains("d Turkmenistan"), "what is not published has no slope:\n{shown}");
    }
    let mut small = screen::bundled(60, 16);
    press(&mut small, "2z");
    assert!(!text(&small).contains("(derived)") && text(&small).contains("Uzbekistan"), "{}", text(&small));
}

#[test]
fn a_listing_shows_the_periods_before_as_little_bars() {
    let series = dataset(&TWO_COUNTRIES).replace(r#""kind":"series""#, r#""kind":"listing""#);
    let shown = text(&App::new(read(&series).expect("a good dataset"), Size::new(100, 30)));
    // 4.0, 3.0, nothing in 2021, 6.0; one or two bars would look like the bar of a value.
    for (label, bars) in
        [("2022 · Estonia", "  2019 to 2022 ▅▄ ▇"), ("2022 · Sweden", "  2019 to 2022 ▇▇ ▆▇")]
    {
        let row = shown.lines().find(|line| line.contains(label)).expect("a row");
        assert!(row.trim_end().ends_with(bars), "{bars} in {row}");
    }
    for early in ["2019 · Sweden", "2020 · Estonia"] {
        let row = shown.lines().find(|line| line.contains(early)).expect("a row");
        assert!(row.trim_end().ends_with("EUR"), "{row}");
    }
}

#[test]
fn months_of_several_lengths_are_no_trend() {
    let number = r#","obs_value":5.0"#;
    let periods = ["2020", "2021", "2022-01-01/P8M", "2022"];
    let rows: Vec<_> = ["a", "b", "c", "d"]
        .into_iter()
        .zip(periods)
        .map(|(id, period)| (id, "EST", period, number))
        .collect();
    let listing = dataset(&rows).replace(r#""kind":"series""#, r#""kind":"listing""#);
    let shown = text(&App::new(read(&listing).expect("a good dataset"), Size::new(100, 30)));
    let row =
        |label: &str| shown.lines().find(|line| line.contains(label)).expect("a row").trim_end().to_owned();
    assert!(row("Jan–Aug 2022").ends_with("EUR") && row("   2022 · Estonia").ends_with("▇▇▇"), "{shown}");
}

#[test]
fn a_dataset_without_panes_gets_lines_for_a_few_things_over_time() {
    let kind = |rows: &[(&str, &str, &str, &str)]| {
        let text = dataset(rows);
        let text =
            text.split_once(",\n        \"panes\"").map(|(data, _)| format!("{data}}}")).expect("panes");
        read(&text).expect("a good dataset").panes[0].kind
    };
    assert_eq!(kind(&TWO_COUNTRIES), PaneKind::Series);
    assert_eq!(kind(&TWO_COUNTRIES[..5]), PaneKind::Ranking, "Sweden has two periods only");
    assert_eq!(kind(&TWO_COUNTRIES[..2]), PaneKind::Ranking);
}

#[test]
fn a_series_has_one_measure_and_unit() {
    let text = dataset(&TWO_COUNTRIES).replacen(r#""unit_measure":"EUR""#, r#""unit_measure":"USD""#, 1);
    let error = read(&text).expect_err("two units");
    assert!(error.contains("a series has one of each"), "{error}");
}

#[test]
fn it_is_printed_with_every_figure() {
    let app = app(&TWO_COUNTRIES, (80, 24));
    for output in [printed(Selection::all(&app)), markdown(Selection::all(&app))] {
        for (_, _, period, _) in TWO_COUNTRIES {
            assert!(output.contains(period), "{period} in\n{output}");
        }
        assert!(output.contains("provisional") && output.contains("the series breaks here"), "{output}");
    }
}

#[test]
fn a_view_of_it_has_an_address() {
    let mut app = app(&TWO_COUNTRIES, (80, 24));
    press(&mut app, "jjz");
    let address = app.address();
    assert_eq!(address, "s?row=e22&zoom");
    let mut other = app.clone();
    press(&mut other, "zgj");
    other.visit(&address).expect("the same view");
    assert_eq!(text(&other), text(&app));
}

#[test]
fn ascii_is_ascii_and_shows_the_same_points() {
    let app = app(&TWO_COUNTRIES, (60, 16));
    let theme = Theme { glyphs: Glyphs::Ascii, ..Theme::mono() };
    let shown = horgos::print::plain(&frame(&app, &theme));
    assert!(shown.is_ascii(), "{shown}");
    assert!(shown.contains("aP") && shown.contains("..."), "{shown}");
}

proptest! {
    #[test]
    fn any_size_and_any_values_are_drawn(
        (width, height) in (0_u16..=210, 0_u16..=70),
        values in proptest::collection::vec((-5_000_i64..5_000, 0_u32..3, 0_i32..30), 1..40),
        keys in "[jkzG/s]{0,5}",
    ) {
        let owned: Vec<(String, String, String)> = values.iter().enumerate().map(|(at, (value, decimals, year))| {
            let value = format!("{}.{}", value, "123456".split_at(usize::try_from(*decimals).unwrap_or(0)).0);
            let value = value.trim_end_matches('.').to_owned();
            (format!("r{at}"), format!("{}", 1990 + year), format!(r#","obs_value":{value}"#))
        }).collect();
        let rows: Vec<(&str, &str, &str, &str)> = owned.iter().enumerate().map(|(at, (id, year, value))| {
            (id.as_str(), ["EST", "SWE", "NOR"][at % 3], year.as_str(), value.as_str())
        }).collect();
        let mut app = app(&rows, (width, height));
        press(&mut app, &keys);
        text(&app);
    }
}
