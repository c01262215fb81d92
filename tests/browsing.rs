//! Finding, ordering, comparing, changing the currency, and coming back to a view by its address.

#[path = "support/screen.rs"]
mod screen;

use std::sync::Arc;

use horgos::dashboard::{Action, App, BINDINGS, Edit, Outcome, Overlay};
use proptest::prelude::*;
use screen::{bundled, press, text};

/// The labels of the rows of a pane, from top to bottom.
fn labels(app: &App, pane: usize) -> Vec<String> {
    let figures = app.rows(pane).iter().filter_map(|row| match row {
        horgos::dashboard::Topic::Figure(figure) => Some(*figure),
        horgos::dashboard::Topic::Finding(_) | horgos::dashboard::Topic::Passed(_) => None,
    });
    figures.map(|figure| app.words().label(figure).into_owned()).collect()
}

fn after(keys: &str) -> App {
    let mut app = bundled(120, 36);
    press(&mut app, keys);
    app
}

/// The same with what was said of the last key gone, as after the next one.
fn unsaid(mut app: App) -> App {
    app.update(Action::Overwrite);
    app
}

#[test]
fn a_search_filters_the_rows_of_all_panes() {
    for (keys, central, leaders, footer) in [
        ("/KAZ", &["Kazakhstan"][..], &[][..], "/KAZ│ 2 of 37"),
        ("/kaz stan", &["Kazakhstan"], &[], "/kaz stan│"),
        ("/total-no-such", &[], &[], "/total-no-such│ 0 of 37"),
        ("/singled<enter>", &[], &["Malaysia", "South Africa", "Qatar", "Algeria"], "/singled 4 of 37"),
        ("/QÁT<enter>", &[], &["Qatar"], "/QÁT 1 of 37"),
    ] {
        let app = after(keys);
        assert_eq!(
            (labels(&app, 1), labels(&app, 3)),
            (
                central.iter().map(ToString::to_string).collect(),
                leaders.iter().map(ToString::to_string).collect()
            ),
            "{keys}"
        );
        assert!(text(&app).lines().last().unwrap_or_default().contains(footer), "{keys}:\n{}", text(&app));
    }
}

#[test]
fn where_nothing_is_found_every_pane_says_so_and_one_what_to_do() {
    let screen = text(&after("/zz"));
    assert_eq!(screen.matches("No matches. Esc clears the search.").count(), 1, "{screen}");
    assert_eq!(screen.matches("no match").count(), 5, "{screen}");
    let screen = text(&after("/kaz<enter>4"));
    assert_eq!(screen.matches("No matches").count(), 0, "others have some: {screen}");
    assert_eq!(screen.matches("no match").count(), 4, "{screen}");
}

#[test]
fn while_one_types_the_focus_goes_where_something_is_found() {
    for back in ["/malay<esc>", "/m<backspace><backspace>"] {
        assert_eq!(after(back).view().focus, 0, "{back} leads back");
    }
    for (keys, first) in
        [("/malay", "▸ Malaysia"), ("/malay<enter>", "▸ Malaysia"), ("/exports", "▸ Exports  ")]
    {
        let mut app = bundled(80, 24);
        press(&mut app, keys);
        assert!(text(&app).contains(first), "{keys}:\n{}", text(&app));
    }
}

#[test]
fn nothing_changes_behind_a_text() {
    for keys in ["?", "<enter>", "v"] {
        for unseen in ["s", "S", "z"] {
            let (mut app, before) = (after(keys), after(keys));
            assert_eq!(press(&mut app, unseen), Outcome::Unchanged, "{keys}{unseen}");
            assert_eq!(app.view(), before.view(), "{keys}{unseen}");
        }
    }
    for keys in ["?c", "?u", "vc"] {
        assert_eq!(after(keys).view(), after(&keys[..1]).view(), "{keys}");
    }
}

#[test]
fn the_footer_names_what_keys_do_here() {
    let footer = |keys: &str| text(&unsaid(after(keys))).lines().last().unwrap_or_default().to_owned();
    assert!(footer("2").contains("s sort") && !footer("6").contains("s sort"), "{}", footer("6"));
    assert!(footer("2").contains("c compare") && !footer("6").contains("c compare"), "{}", footer("6"));
    assert!(
        footer("/kaz<enter>").contains("n next") && !footer("").contains("n next"),
        "{}",
        footer("/kaz<enter>")
    );
    assert!(
        !footer("v").contains("row") && footer("2j<enter>").contains("row"),
        "nothing to scroll: {}",
        footer("v")
    );
    let mut narrow = bundled(80, 24);
    press(&mut narrow, "/kaz<enter>");
    assert!(text(&narrow).contains("n next"), "{}", text(&narrow));
    assert!(!footer("?").contains("u unit"), "{}", footer("?"));
    assert!(footer("<enter>").contains("Enter open"), "a line leads on: {}", footer("<enter>"));
    assert!(
        !footer("/neighb<enter><enter>").contains("Enter open"),
        "none does: {}",
        footer("/neighb<enter><enter>")
    );
}

#[test]
fn escape_shows_all_rows_again() {
    for keys in ["/kaz<esc>", "/kaz<enter><esc>", "/ka<backspace><backspace><backspace>"] {
        let app = after(keys);
        assert_eq!(labels(&app, 1), labels(&after(""), 1), "{keys}");
        assert!(app.view().find.is_empty() && app.view().overlays.is_empty() && !app.view().zoomed, "{keys}");
    }
}

#[test]
fn an_address_leads_back_from_behind_a_text_that_is_in_no_address() {
    for (keys, word) in [("6G:", "top="), ("?G:", "top-line=")] {
        let mut app = bundled(40, 12);
        press(&mut app, keys);
        assert!(app.address().contains(word), "{}", app.address());
        app.update(Action::Resize(ratatui::layout::Size::new(200, 90)));
        let mut again = bundled(200, 90);
        again.visit(&app.address()).expect("an address");
        assert_eq!(again.address(), app.address());
    }
}

#[test]
fn finding_leads_back_to_the_panes() {
    for keys in ["<enter>", "?", "v"] {
        assert_eq!(text(&after(&format!("{keys}/kaz"))), text(&after("/kaz")), "{keys}");
    }
    assert!(after("z<enter>/kaz").view().zoomed, "a zoomed pane stays so");
}

#[test]
fn letters_are_letters_while_one_types() {
    let mut app = after("/q");
    assert_eq!(app.view().find, "q");
    assert_eq!(press(&mut app, "?"), Outcome::Changed, "a letter, not the help");
    assert_eq!(press(&mut app, "<ctrl-c>"), Outcome::Quit);
}

#[test]
fn hits_are_stepped_through_across_panes() {
    for (keys, selected) in [
        ("/grow<enter>n", "Total, growth"),
        ("/all five<enter>", "Exports"),
        ("/malaysia<enter>n", "Malaysia"),
        ("/road<enter>nN", "Road"),
        ("Gn", "Tajikistan"),
        ("2N", "Neighbours"),
    ] {
        let app = after(keys);
        let marked = text(&app).lines().find_map(|line| line.split_once("▸ ").map(|(_, row)| row.to_owned()));
        assert!(marked.as_ref().is_some_and(|row| row.starts_with(selected)), "{keys}: {marked:?}");
    }
}

#[test]
fn rows_are_ordered_and_missing_ones_stay_last() {
    let asia = |names: [&str; 5]| names.map(str::to_owned).to_vec();
    for (keys, expected) in [
        ("2", asia(["Tajikistan", "Kazakhstan", "Kyrgyzstan", "Turkmenistan", "Uzbekistan"])),
        ("2S", asia(["Kyrgyzstan", "Kazakhstan", "Tajikistan", "Uzbekistan", "Turkmenistan"])),
        ("2s", asia(["Tajikistan", "Kazakhstan", "Kyrgyzstan", "Turkmenistan", "Uzbekistan"])),
        ("2sS", asia(["Kyrgyzstan", "Kazakhstan", "Tajikistan", "Turkmenistan", "Uzbekistan"])),
        ("2ss", asia(["Kazakhstan", "Kyrgyzstan", "Tajikistan", "Turkmenistan", "Uzbekistan"])),
        ("2ssS", asia(["Tajikistan", "Kyrgyzstan", "Kazakhstan", "Uzbekistan", "Turkmenistan"])),
        ("2sss", asia(["Tajikistan", "Kazakhstan", "Kyrgyzstan", "Turkmenistan", "Uzbekistan"])),
    ] {
        assert_eq!(labels(&after(keys), 1), expected, "{keys}");
    }
    assert!(text(&after("4s")).contains("4 Growth leaders · by value ▾"), "the direction is in sight");
    assert!(text(&after("4s")).contains("▸ Malaysia"), "the selected row stays selected");
    assert!(!text(&after("1s")).contains("by value"), "key figures have several units: no order of value");
}

#[test]
fn the_tab_of_the_focused_pane_is_in_sight_however_many_there_are() {
    let pane = |n: usize| {
        format!(
            r#"{{"id":"p{n}","title":"Machinery and mechanical appliances; nuclear reactors","kind":"listing","rows":["a"]}}"#
        )
    };
    let panes: Vec<String> = (0..20).map(pane).collect();
    let text_of = SERIES.replace("]}]}", &format!("]}}],\"panes\":[{}]}}", panes.join(",")));
    let dataset =
        horgos::formats::parse("panes", &text_of, &|_| Err(String::new())).expect("a dataset").dataset;
    for width in [40, 60, 80, 120] {
        let mut app = App::new(dataset.clone(), ratatui::layout::Size::new(width, 12));
        for number in 1..=20 {
            let shown = text(&app);
            let tab = format!(" {number} ");
            assert!(
                shown.lines().any(|line| format!("{line} ").contains(&tab)),
                "{number} at {width}:\n{shown}"
            );
            press(&mut app, "<tab>");
        }
    }
}

/// A series without labels, its months out of order.
const SERIES: &str = r#"{"resources":[{"name":"observations","data":[
    {"id":"a","reporter":"DEU","partner":"USA","flow":"exports","measure":"value","time_period":"2023-04","obs_value":4.1,"unit_measure":"EUR","unit_mult":9},
    {"id":"j","reporter":"DEU","partner":"USA","flow":"exports","measure":"value","time_period":"2023-01","obs_value":7.1,"unit_measure":"EUR","unit_mult":9},
    {"id":"f","reporter":"DEU","partner":"CHN","flow":"exports","measure":"value","time_period":"2023-02","obs_value":5.1,"unit_measure":"EUR","unit_mult":9}]}]}"#;

#[test]
fn rows_of_a_series_differ_by_their_periods_and_are_ordered_in_time() {
    let dataset =
        horgos::formats::parse("series", SERIES, &|_| Err(String::new())).expect("a dataset").dataset;
    let mut app = App::new(dataset, ratatui::layout::Size::new(40, 12));
    assert_eq!(
        labels(&app, 0),
        [
            "Apr 2023 · United States, Exports",
            "Jan 2023 · United States, Exports",
            "Feb 2023 · China, Exports"
        ]
    );
    press(&mut app, "ss");
    assert_eq!(
        labels(&app, 0),
        [
            "Feb 2023 · China, Exports",
            "Jan 2023 · United States, Exports",
            "Apr 2023 · United States, Exports"
        ]
    );
    assert!(labels(&bundled(80, 24), 0).iter().all(|label| !label.contains('·')), "its rows have labels");
}

#[test]
fn one_row_is_what_all_others_are_compared_with() {
    let screen = text(&after("2c"));
    for shown in
        ["+93.4 %      compared", "+70.8 %  −22.6 points", "+142.7 %  +49.3 points", "+52.5 %  −40.9 points"]
    {
        assert!(screen.contains(shown), "{shown}:\n{screen}");
    }
    let detail = text(&after("2cj<enter>"));
    assert!(detail.contains("▴ +70.8 % against Tajikistan: ▴ +93.4 %: −22.6 points"), "{detail}");
    let detail = text(&after("2c1<enter>"));
    assert!(detail.contains("Not compared with Tajikistan: ▴ +93.4 %: another measure"), "{detail}");
    let detail = text(&after("1c/usd<enter><enter>"));
    assert!(detail.contains("Not compared with Exports: 246.57 bn CNY: another unit"), "{detail}");
    assert_eq!(text(&after("2cc")), text(&after("2")), "again takes it away");
}

#[test]
fn values_are_compared_by_difference_and_ratio() {
    let detail = text(&after("cjjjjjj<enter>"));
    assert!(
        detail.contains("283.67 bn CNY against Exports: 246.57 bn CNY: +37.10 bn CNY, ×1.15 ✗"),
        "{detail}"
    );
    let screen = text(&after("zcu"));
    assert!(
        screen.contains("39.5  bn USD c ✗  +5.2 bn USD, ×1.15"),
        "in the currency that is shown: {screen}"
    );
    let series = SERIES
        .replace(r#"5.1,"unit_measure":"EUR","unit_mult":9"#, r#"1500,"unit_measure":"EUR","unit_mult":6"#);
    let dataset =
        horgos::formats::parse("series", &series, &|_| Err(String::new())).expect("a dataset").dataset;
    let mut app = App::new(dataset, ratatui::layout::Size::new(120, 36));
    press(&mut app, "zcjj");
    assert!(text(&app).contains("−2,600 mn EUR, ×0.37"), "no digits that nobody printed: {}", text(&app));
}

#[test]
fn money_is_shown_in_the_currency_that_the_source_gives_or_its_rate_allows() {
    let screen = text(&after("u"));
    for shown in [
        "Exports                34.3  bn USD",
        "Total trade             39.5 bn USD c",
        "Imports (derived)       5.16 bn USD   c",
    ] {
        let squeezed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(squeezed(&screen).contains(&squeezed(shown)), "{shown}:\n{screen}");
    }
    assert!(
        screen.contains("▴ +50    %") || screen.contains("▴ +50   %"),
        "growth stays in the currency it was published in:\n{screen}"
    );
    let detail = text(&after("ujjjjjj<enter>"));
    assert!(detail.contains("39.5 bn USD, converted at the source's own rate (39.40 to 39.52)"), "{detail}");
    let detail = text(&after("u<enter>"));
    for formula in
        ["Imports: 283.67 − 246.57 = 37.10 bn CNY", "Exchange rate: 246.57 / 34.3 = 7.19 CNY per USD"]
    {
        assert!(
            detail.contains(formula),
            "formulas hold in the numbers that they were worked out with: {detail}"
        );
    }
    assert!(screen.contains(" money: USD "), "and it is said: {screen}");
    let both = text(&after("uu"));
    assert!(
        both.contains("Exports in USD          34.3  bn USD"),
        "the source's own conversion stays: {both}"
    );
    assert!(text(&after("uuu")).contains(" money: as published "));
    assert_eq!(text(&unsaid(after("uuu"))), text(&after("")), "and back to what was published");
}

#[test]
fn the_order_and_the_period_are_in_view_where_it_is_narrow() {
    for (keys, shown) in [("2s", "2 Central Asia partners · by value ▾"), ("2z", "━ 2023 ━")] {
        let mut app = bundled(40, 12);
        press(&mut app, keys);
        assert!(text(&app).contains(shown), "{keys}:\n{}", text(&app));
    }
}

#[test]
fn the_palette_finds_actions_by_their_words() {
    let screen = text(&after(":SORT"));
    assert!(screen.contains(" :SORT│\n"), "{screen}");
    assert!(screen.contains("s                 sort by the next of source order, value, name"), "{screen}");
    assert!(text(&after("4:sort<enter>")).contains("by value ▾"));
    assert_eq!(text(&after(":view<enter>")), text(&after("v")));
    assert!(text(&after(":fly")).contains("No matching action. Esc closes."));
    assert_eq!(press(&mut bundled(120, 36), ":fly<enter>"), Outcome::Unchanged);
    assert_eq!(text(&after(":<esc>")), text(&after("")));
    assert_eq!(press(&mut bundled(120, 36), ":quit<enter>"), Outcome::Quit);
}

#[test]
fn the_palette_offers_what_does_something_here() {
    for (keys, offered) in [("6:sort", false), ("4:sort", true), (":first row", false), ("j:first row", true)]
    {
        let screen = text(&after(keys));
        assert_eq!(screen.contains("does nothing here"), !offered, "{keys}:\n{screen}");
    }
    assert!(
        text(&after("6:sort"))
            .contains("\"sort by the next of source order, value, name\" does nothing here.")
    );
    assert!(text(&after("6?")).contains("(not in this pane)"), "the help says so, too");
    assert!(!text(&after("2?")).contains("(not in this pane)"));
}

/// The keys that the footer names, as they are pressed.
fn named_in_footer(app: &App) -> Vec<&'static str> {
    const KEYS: [(&str, &[&str]); 18] = [
        ("↑↓ row", &["<up>", "<down>"]),
        ("Tab pane", &["<tab>"]),
        ("Enter open", &["<enter>"]),
        ("z zoom", &["z"]),
        ("Esc back", &["<esc>"]),
        ("/ find", &["/"]),
        ("n next", &["n"]),
        ("s sort", &["s"]),
        ("c compare", &["c"]),
        ("u unit", &["u"]),
        ("y copy", &["y"]),
        ("e export", &["e"]),
        ("m mouse", &["m"]),
        ("Enter keep", &["<enter>"]),
        ("Enter do it", &["<enter>"]),
        ("Ctrl-U clear", &["<ctrl-u>"]),
        ("Enter write", &["<enter>"]),
        ("Esc leave", &["<esc>"]),
    ];
    let screen = text(app);
    let footer = screen.lines().last().unwrap_or_default();
    let named = KEYS.iter().filter(|(hint, _)| footer.contains(hint));
    // Where a hint has two keys, one of them is enough: at the first row there is no row above.
    named
        .map(|(_, keys)| {
            *keys.iter().find(|key| press(&mut app.clone(), key) != Outcome::Unchanged).unwrap_or(&keys[0])
        })
        .collect()
}

proptest! {
    #[test]
    fn every_key_that_the_footer_names_does_something(keys in proptest::collection::vec(0_usize..1000, 0..30), width in 40_u16..160) {
        let all: Vec<Action> = BINDINGS.iter().flat_map(|binding| binding.keys).map(|(_, action)| *action).collect();
        let typed = "ka:".chars().map(|letter| Action::Edit(Edit::Insert(letter)));
        let all: Vec<Action> = all.into_iter().chain(typed).collect();
        let mut app = bundled(width, 24);
        for key in keys {
            app.update(all[key % all.len()]);
        }
        // A passing notice goes with any key.
        let app = unsaid(app);
        for key in named_in_footer(&app) {
            prop_assert!(press(&mut app.clone(), key) != Outcome::Unchanged, "{}:\n{}", key, text(&app));
        }
    }
}

#[test]
fn a_search_is_edited_in_the_middle() {
    for (keys, shown) in [
        ("e<left><left><left><left>-2023", "File        key-figures-2023.csv"),
        ("e<home><delete>K", "File        Key-figures.csv"),
        ("e<ctrl-a>my-<ctrl-e>x", "File        my-key-figures.csvx│"),
        ("e<left><left><left><ctrl-k>md", "File        key-figures.md│"),
        ("e<alt-backspace>svg", "File        key-figures.svg│"),
        ("e<ctrl-w>all.json", "File        all.json│"),
        ("/kaz akh<ctrl-w>", "/kaz │ 2 of 37"),
        ("/akh<home>kaz<end>s", "/kazakhs│ 2 of 37"),
        (":sortx<left><delete>", ":sort│\n"),
        (":xsort<home><delete>", ":sort\n"),
    ] {
        let screen = text(&after(keys));
        assert!(screen.contains(shown), "{keys}:\n{screen}");
    }
    assert_eq!(
        after("/kaz<left><left>").view().find,
        "kaz",
        "moving the caret changes nothing that is found"
    );
}

#[test]
fn the_caret_is_drawn_on_the_letter_that_it_is_before() {
    let caret = |keys: &str| {
        let frame = horgos::screen::frame(&after(keys), &horgos::screen::Theme::mono());
        let reversed =
            |at: &ratatui::layout::Position| frame[*at].modifier.contains(ratatui::style::Modifier::REVERSED);
        (frame.area.positions().filter(reversed).collect::<Vec<_>>(), frame)
    };
    let (at, frame) = caret("/kaz<left>");
    let footer: Vec<_> = at.iter().filter(|at| at.y == 35).collect();
    assert_eq!(footer.len(), 1);
    assert_eq!(frame[*footer[0]].symbol(), "z");
    // The line with the name is reversed as a whole, so that the caret is the letter that is not.
    let (at, frame) = caret("e<home>");
    let plain: Vec<_> = frame
        .area
        .rows()
        .nth(2)
        .into_iter()
        .flat_map(ratatui::layout::Rect::positions)
        .filter(|cell| !at.contains(cell))
        .collect();
    assert!(plain.iter().any(|cell| frame[*cell].symbol() == "k"), "{plain:?}");
}

#[test]
fn an_address_leads_where_it_says() {
    for (address, keys) in [
        ("key-figures", ""),
        ("leaders?sort=value&desc&row=total-mys-growth&zoom", "4sz"),
        (
            "central-asia?row=total-kaz-growth&compare=total-tjk-growth&open=total-kaz-growth&line=13",
            "2cj<enter>",
        ),
        ("key-figures?unit=USD", "u"),
        ("key-figures?find=kaz", "/kaz<enter>"),
        ("key-figures?help&top-line=3", "?"),
        ("checks?open=finding-1", "6<enter><home>"),
        ("checks?row=passed-2&open=passed-2", "6jjj<enter><home>"),
        ("transport;leaders?sort=name", "4ss5"),
    ] {
        let mut app = bundled(120, 36);
        app.visit(address).unwrap_or_else(|what| panic!("{address}: {what}"));
        assert_eq!(text(&app), text(&unsaid(after(keys))), "{address}");
    }
}

#[test]
fn an_address_scrolls_the_help_as_far_as_it_goes() {
    let mut app = bundled(80, 24);
    app.visit("key-figures?help&top-line=3").expect("an address");
    let mut scrolled = bundled(80, 24);
    press(&mut scrolled, "?jj");
    assert_eq!(text(&app), text(&scrolled));
    scrolled.update(Action::Resize(ratatui::layout::Size::new(120, 36)));
    assert!(!text(&scrolled).contains("↑↓"), "all of it is in view:\n{}", text(&scrolled));
}

#[test]
fn an_address_does_not_scroll_what_is_covered() {
    let mut app = bundled(40, 12);
    press(&mut app, "GS<enter>ll");
    let mut other = bundled(40, 12);
    other.visit(&app.address()).expect("an address");
    assert_eq!(other.address(), app.address());
}

#[test]
fn an_id_that_reads_like_the_number_of_a_check_has_an_address_of_its_own() {
    let rows = ["finding-1", "passed-1"].map(|id| {
        format!(r#"{{"id":"{id}","reporter":"DEU","flow":"exports","measure":"value","time_period":"2023","obs_value":{},"unit_measure":"EUR"}}"#, id.len())
    });
    let dataset = format!(
        r#"{{"resources":[{{"name":"observations","data":[{}]}}]}}"#,
        rows.join(",").replacen(":9,", ":7,", 1)
    );
    let dataset =
        horgos::formats::parse("ids", &dataset, &|_| Err(String::new())).expect("a dataset").dataset;
    let app = || App::new(dataset.clone(), ratatui::layout::Size::new(80, 24));
    for keys in ["j<enter>", "2<enter>", "2"] {
        let (mut at, mut back) = (app(), app());
        press(&mut at, keys);
        back.visit(&at.address()).expect("an address");
        assert_eq!(at.view(), back.view(), "{}", at.address());
    }
}

#[test]
fn a_wrong_address_says_what_was_expected_and_changes_nothing() {
    for (address, said) in [
        (
            "leader",
            "no pane has the id \"leader\" (did you mean \"leaders\"?); there are key-figures, central-asia, horgos, leaders, transport, checks",
        ),
        ("leaders?sort=size", "sort=size: expected source, value or name"),
        (
            "leaders?srot=value",
            "\"srot\" is not a word of a view (did you mean \"sort\"?); known: sort, desc, row, top, find, compare, unit, zoom, open, others, rows, help, line, top-line",
        ),
        (
            "leaders?row=total-myz-growth",
            "no figure has the id \"total-myz-growth\" (did you mean \"total-mys-growth\"?)",
        ),
        ("leaders?row=total-kaz-growth", "pane \"leaders\" has no row \"total-kaz-growth\""),
        ("leaders?unit=EUR", "unit=EUR: expected one of CNY, USD"),
        ("key-figures?sort=value", "sort=value: the rows of \"key-figures\" have several units"),
        ("checks?desc", "what the checks found has one order, so \"checks\" takes none"),
        ("leaders?top=0", "top=0: expected a whole number from 1"),
        ("leaders?find=%4", "\"%4\" has a % without two hexadecimal digits (write %25 for % itself)"),
        ("leaders?find=k%EF%BF%BEz", "\"k\\u{fffe}z\" has \\u{fffe} in it, which cannot be shown"),
        ("leaders?find=\u{202e}k", "\"\\u{202e}k\" has \\u{202e} in it, which cannot be shown"),
    ] {
        let mut app = after("2j");
        let before = text(&app);
        assert_eq!(app.visit(address), Err(said.to_owned()));
        assert_eq!(text(&app), before);
    }
}

proptest! {
    #[test]
    fn everything_that_keys_reach_has_an_address(
        keys in proptest::collection::vec(0_usize..1000, 0..40), (width, height) in proptest::sample::select(&[(120, 36), (80, 24), (40, 12)][..]),
    ) {
        let all: Vec<Action> = BINDINGS.iter().flat_map(|binding| binding.keys).map(|(_, action)| *action).collect();
        let typed = "aä %&;=?Kk".chars().map(|letter| Action::Edit(Edit::Insert(letter)));
        let all: Vec<Action> = all.into_iter().chain(typed).collect();
        let mut app = bundled(width, height);
        for key in keys {
            app.update(all[key % all.len()]);
        }
        // Text being typed, and the address itself, have no address.
        while matches!(app.view().overlays.last(), Some(overlay) if !matches!(overlay, Overlay::Detail(_) | Overlay::Help(_) | Overlay::Others(_))) {
            app.update(Action::Open);
            app.update(Action::Back);
        }
        // Whose the mouse is, and the theme, belong to the terminal; the palette may have changed them just now.
        if app.mouse() {
            app.update(Action::Mouse);
        }
        // Nor has what is said for a moment.
        let app = unsaid(app);
        let appearance = app.appearance();
        let address = app.address();
        // An address is of one dataset, and B goes to another.
        let other = App::from_model(Arc::clone(app.model()), app.size());
        let mut other = other.with_appearance(appearance);
        other.visit(&address).map_err(|what| TestCaseError::fail(format!("{address}: {what}")))?;
        prop_assert_eq!(text(&other), text(&app), "{}", address);
        prop_assert_eq!(other.address(), address);
    }
}

#[test]
fn the_footer_keeps_the_way_back_where_it_is_narrow() {
    for keys in ["<enter>", "6<enter>", "?", "z", "/kaz<enter>"] {
        let mut app = bundled(40, 12);
        press(&mut app, keys);
        let screen = text(&app);
        let footer = screen.lines().last().unwrap_or_default();
        let is_open = keys.contains('?') || keys == "<enter>" || keys == "6<enter>";
        let quit = if is_open { "" } else { "q quit" };
        for hint in ["Esc back", "? help", quit] {
            assert!(footer.contains(hint), "{hint} after {keys}: {footer:?}");
        }
    }
}

#[test]
fn compared_figures_are_quoted_as_published() {
    let screen = text(&after("ucj"));
    let said = "Not compared with Exports: 246.57 bn CNY: another unit";
    assert!(screen.contains(said), "{screen}");
}

#[test]
fn a_check_that_passed_opens_with_its_arithmetic() {
    let mut app = after("6jj");
    let row = app.selected().expect("a row");
    assert_eq!(row, horgos::dashboard::Topic::Passed(0));
    let said = horgos::print::tab_separated(app.words(), row);
    assert!(text(&app).contains(&format!("▸ ✓ {}", &said[..20])), "{}", text(&app));
    press(&mut app, "<enter>");
    let screen = text(&app);
    for shown in [
        "A check that passed",
        "Passed            exports are no larger than total trade, 2023",
        "Proof             ",
        "Figures involved  ",
    ] {
        assert!(screen.contains(shown), "{shown}:\n{screen}");
    }
    press(&mut app, "<enter>");
    assert!(text(&app).contains("As printed"), "its figures open:\n{}", text(&app));
}

#[test]
fn q_closes_what_is_open_and_then_quits() {
    let mut app = bundled(80, 24);
    for (keys, outcome) in [("?q", Outcome::Changed), ("<enter>q", Outcome::Changed), ("q", Outcome::Quit)] {
        assert_eq!(press(&mut app, keys), outcome, "{keys}");
        assert!(app.view().overlays.is_empty(), "{keys}");
    }
    press(&mut app, "?");
    assert_eq!(press(&mut app, "<ctrl-c>"), Outcome::Quit);
}

#[test]
fn any_text_in_a_row_finds_it() {
    for (typed, row) in [
        ("246.57", "exports-ca5"),
        ("surging", "total-ca5-growth"),
        ("urumqi", "total-ca5-share"),
        ("not published", "total-world"),
        ("total − exports", "imports(total-ca5,exports-ca5)"),
        ("total - exports", "imports(total-ca5,exports-ca5)"),
        ("unvalidated", "exports-ca5-growth"),
    ] {
        let app = after(&format!("/{typed}<enter>"));
        let words = app.words();
        let ids: Vec<_> = app.rows(0).iter().filter_map(|row| Some(words.id(row.figure()?))).collect();
        assert!(ids.iter().any(|id| *id == row), "{typed}: {ids:?}");
        assert!(ids.len() < app.total(0), "{typed} does not find everything");
    }
}

#[test]
fn an_opened_figure_starts_at_its_links_and_tab_goes_through_them() {
    let mut app = after("<enter>");
    let selected = |app: &App| {
        let screen = text(app);
        screen.lines().find(|line| line.starts_with(" ▸")).unwrap_or_default().to_owned()
    };
    let first = selected(&app);
    assert!(first.contains("Contradicted by"), "{}", text(&app));
    press(&mut app, "<tab>");
    let second = selected(&app);
    assert!(second.contains("Leads to"), "{second}");
    press(&mut app, "<backtab>");
    assert_eq!(selected(&app), first);
    press(&mut app, "<backtab><tab>");
    assert_eq!(selected(&app), first, "after the last comes the first");
}

#[test]
fn comparing_says_how_many_rows_it_can_and_refuses_a_row_without_a_number() {
    let footer = |keys: &str| text(&after(keys)).lines().last().unwrap_or_default().to_owned();
    let said = footer("2c");
    assert!(said.starts_with(" 10 of 27 other rows can be compared with Tajikistan "), "{said}");
    let refused = after("2jjjc");
    assert_eq!(refused.view().against, None);
    let said = footer("2jjjc");
    assert!(said.starts_with(" nothing is compared with this row: it has no number "), "{said}");
    let said = footer("jjjjc");
    assert!(said.starts_with(" nothing is compared with this row: it is derived "), "{said}");
}

#[test]
fn a_full_stop_is_a_slash_only_on_a_cyrillic_keyboard() {
    let mut app = bundled(80, 24);
    assert_eq!((press(&mut app, "."), press(&mut app, ",")), (Outcome::Unchanged, Outcome::Unchanged));
    press(&mut app, "ол,");
    assert!(matches!(app.view().overlays.last(), Some(horgos::dashboard::Overlay::Help(_))));
    press(&mut app, "<esc>.");
    assert!(app.is_finding());
}

#[test]
fn the_palette_knows_other_words_for_things() {
    for (typed, action) in [
        ("save", "write the pane to a file"),
        ("export", "write the pane to a file"),
        ("colour", "the next theme"),
        ("currency", "show money in another currency"),
        ("search", "find rows"),
        ("exit", "quit"),
        ("shortcuts", "help"),
    ] {
        let screen = text(&after(&format!(":{typed}")));
        assert!(screen.contains(action), "{typed}:\n{screen}");
    }
}

#[test]
fn keys_of_tables_and_drafts_say_why_they_do_nothing_in_a_dataset() {
    for key in ["d", "i", "-", "+", "w"] {
        let footer = text(&after(key)).lines().last().unwrap_or_default().to_owned();
        assert!(footer.contains("ask about a table; this dataset is shown whole"), "{key}: {footer}");
    }
    assert!(text(&after("D")).contains("none is under review"));
    assert!(!text(&after("?d")).contains("ask about a table"), "behind a text nothing is said");
}

#[test]
fn a_difference_that_shows_fewer_digits_than_its_numbers_is_called_rounded() {
    let open = |view: &str| {
        let mut app = bundled(120, 50);
        app.visit(view).expect("a view");
        text(&app)
    };
    let growth = open("leaders?open=total-kaz-growth");
    assert!(growth.contains("70.8 − 50 = +21 points (rounded)"), "{growth}");
    let exports = open("leaders?open=exports-ca5");
    assert!(
        exports.contains("283.67 − 246.57 = 37.10 bn CNY") && !exports.contains("37.10 bn CNY (r"),
        "{exports}"
    );
}
