//! On the path and off it: what keys do, and how one comes back.

use horgos::dashboard::{App, Event, Move, Outcome, TalkAction, parse_keys};
use horgos::stage::TalkOptions;
use proptest::prelude::*;
use ratatui::layout::{Position, Size};

use super::support::Stage;

#[test]
fn every_key_of_a_remote_goes_on_and_back() {
    for (next, back) in [("<pgdn>", "<pgup>"), ("<space>", "<left>"), ("<right>", "<backspace>")] {
        let mut stage = Stage::bundled(80, 24);
        let mut places = vec![stage.place()];
        while stage.press(next) == Outcome::Changed {
            places.push(stage.place());
        }
        assert_eq!((places[0], places[3], places[5]), ((1, None), (4, Some(0)), (4, Some(2))));
        assert_eq!(places.last(), Some(&(10, None)));
        for place in places.iter().rev() {
            assert_eq!(stage.place(), *place);
            stage.press(back);
        }
        assert_eq!(stage.press(back), Outcome::Unchanged, "nothing is before the first step");
    }
}

#[test]
fn back_comes_to_where_one_pointed() {
    let mut stage = Stage::bundled(120, 36);
    stage.press("<pgdn><pgdn>");
    let before = stage.text();
    stage.press("<down><down>");
    let pointed = stage.text();
    assert_ne!(before, pointed);
    stage.press("<pgdn><pgup>");
    assert_eq!(stage.text(), pointed);
    stage.press("r");
    assert_eq!(stage.text(), before);
}

#[test]
fn steps_are_reached_by_number() {
    let mut stage = Stage::bundled(80, 24);
    stage.press("9");
    assert!(stage.footer().starts_with("to step 9"), "{}", stage.footer());
    stage.press("<enter>");
    assert_eq!(stage.place(), (9, Some(0)));
    for (keys, place) in [("10<enter>", 10), ("10<backspace><enter>", 1), ("5<esc>", 1), ("99<enter>", 1)] {
        stage.press(keys);
        assert_eq!(stage.place().0, place, "{keys}");
    }
    stage.press("<end>");
    assert_eq!(stage.place().0, 10);
    stage.press("<home>");
    assert_eq!(stage.place().0, 1);
    stage.press("3<pgdn>");
    assert_eq!(stage.place().0, 2, "another key does what it does, and the number is forgotten");
}

#[test]
fn one_key_comes_back_from_any_question() {
    for back in ["<pgdn>", "<space>", "<pgup>", "r", "<f5>"] {
        for away in [
            "<tab>",
            "<enter>",
            "z",
            "s",
            "kc<down>",
            "u<down>",
            "/kaz<enter>",
            "<tab><tab>zj<enter>",
            "<tab>Z",
            "<enter>x",
        ] {
            let mut stage = Stage::bundled(120, 36);
            stage.press("3<enter>");
            let step = stage.text();
            stage.press(away);
            assert!(stage.talk.is_off(), "{away}");
            assert!(
                stage.footer().contains("off the path") || away.contains('/'),
                "{away}: {}",
                stage.footer()
            );
            stage.press(back);
            assert_eq!(stage.text(), step, "{away}, then {back}");
        }
    }
}

#[test]
fn the_dataset_stays_that_of_the_tour() {
    let mut stage = Stage::bundled(120, 36);
    stage.press("3<enter>");
    let step = stage.text();
    for keys in ["B", "<tab>B", "O<enter>"] {
        stage.press(keys);
        assert_eq!(
            stage.talk.app().words().dataset.title,
            "Xinjiang and Central Asia: trade in 2023",
            "{keys}"
        );
        stage.press("<esc>r");
        assert_eq!(stage.text(), step, "{keys}");
    }
}

#[test]
fn off_the_path_the_arrows_are_the_dashboards() {
    let mut stage = Stage::at_panes(120, 36);
    stage.press("z<right>");
    assert_eq!((stage.place().0, stage.talk.app().view().focus), (1, 1));
    stage.press("<left><left>");
    assert_eq!((stage.place().0, stage.talk.app().view().focus), (1, 5));
}

#[test]
fn escape_goes_back_in_the_dashboard_and_at_last_to_the_step() {
    let mut stage = Stage::bundled(120, 36);
    stage.press("2<enter>");
    let step = stage.text();
    stage.press("<tab><enter>");
    stage.press("<esc>");
    assert!(stage.talk.is_off());
    stage.press("<esc>");
    assert!(stage.talk.is_off(), "the zoom was the step's, and is undone now");
    stage.press("<esc>");
    assert_eq!(stage.text(), step);
    stage.press("<esc>");
    assert!(stage.text().contains("1 Key figures"), "the number gives way to its row");
    assert_eq!(stage.press("<esc>"), Outcome::Unchanged);
    assert!(!stage.talk.is_off());
}

#[test]
fn pointing_stays_on_the_path() {
    let mut stage = Stage::at_panes(120, 36);
    for keys in ["j", "<down>", "k", "G", "g"] {
        stage.press(keys);
        assert!(!stage.talk.is_off(), "{keys}");
    }
    stage.talk.handle(Event::Wheel(Move::Next, Position::new(5, 5)), stage.now);
    assert!(!stage.talk.is_off());
    assert_eq!(stage.talk.app().view().cursor().selected, 1);
}

#[test]
fn help_and_palette_are_no_way_off_the_path() {
    let mut stage = Stage::bundled(80, 24);
    stage.press("3<enter>");
    let step = stage.text();
    for keys in ["?", "v", "T", "W", "?jjj"] {
        stage.press(keys);
        assert!(!stage.talk.is_off(), "{keys}");
        stage.press("<pgdn>");
        stage.press(if keys == "T" { "<pgup>" } else { "" });
    }
    stage.press("TTTTT");
    stage.press("?q");
    stage.press("r");
    assert_eq!(stage.text(), step, "q in the help closes the help");
    stage.press(":blank<enter>");
    assert_eq!(stage.text().trim(), "");
    stage.press("x:next row, line<enter>");
    assert_eq!(stage.place().0, 4);
}

#[test]
fn the_help_lists_the_keys_that_hold() {
    let mut stage = Stage::at_panes(120, 80);
    stage.press("?");
    let help = stage.text();
    for expected in [
        "PgDn Space Right",
        "the next row, line or step",
        "0–9",
        "Z   ",
        "q                ask; again",
        "Ctrl-C           quit",
    ] {
        assert!(help.contains(expected), "{expected} in\n{help}");
    }
    assert!(!help.contains("a page up or down") && !help.contains("Home g"), "{help}");
    stage.press("?<tab>?");
    let help = stage.text();
    assert!(help.contains("PgDn Space PgUp") && help.contains("come back to the step"), "{help}");
}

#[test]
fn any_key_ends_a_blank_screen_and_does_nothing_else() {
    for blank in ["b", ".", "и", "ю"] {
        for key in ["<pgdn>", "<pgup>", "q", "b", "<esc>", "<f5>", "9", "z", "K"] {
            let mut stage = Stage::bundled(80, 24);
            let before = stage.text();
            stage.press(blank);
            assert_eq!(stage.text().trim(), "");
            stage.press(key);
            assert_eq!((stage.text(), stage.place().0), (before, 1), "{blank}, {key}");
        }
    }
}

#[test]
fn letters_of_other_keyboards_do_the_same() {
    let mut stage = Stage::bundled(80, 24);
    stage.press("щ");
    assert!(stage.text().starts_with(" Overview · 10 steps · 8:10"), "{}", stage.text());
    stage.press("щ<pgdn>");
    let step = stage.text();
    stage.press("чч");
    assert!(stage.talk.scene().show.is_none() && stage.text() != step);
    stage.press("Я");
    assert_eq!(stage.text(), step);
    stage.press("й");
    assert!(stage.footer().contains("q again leaves"));
    assert_eq!(stage.press("й"), Outcome::Talk(TalkAction::Leave));
}

#[test]
fn nothing_but_q_twice_and_ctrl_c_leaves() {
    for keys in ["<esc>", "<f5>", "<pgdn>", "q<esc>", "q<pgdn>", "q<f5>", "qj", "?q", "oq", "bq", "<enter>q"]
    {
        for start in ["", "<end>"] {
            let mut stage = Stage::bundled(80, 24);
            stage.press(start);
            for key in parse_keys(keys).expect("keys") {
                let outcome = stage.talk.handle(Event::Key(key), stage.now);
                assert!(!matches!(outcome, Outcome::Quit | Outcome::Talk(_)), "{start}{keys}");
            }
        }
    }
    let mut stage = Stage::at_panes(80, 24);
    stage.press("q");
    assert!(stage.footer().contains("q again leaves"));
    stage.press("j");
    assert!(!stage.footer().contains("q again leaves"));
    assert_eq!(stage.talk.app().view().cursor().selected, 1, "the key did its work");
    stage.press("q");
    assert_eq!(stage.press("q"), Outcome::Talk(TalkAction::Leave));
    assert_eq!(Stage::bundled(80, 24).press("<ctrl-c>"), Outcome::Quit);
}

#[test]
fn the_list_of_steps_leads_to_each() {
    let mut stage = Stage::bundled(60, 16);
    stage.press("4<enter>o");
    assert!(stage.text().contains("▸  4  79.4 % of something"), "{}", stage.text());
    stage.press("jj<enter>");
    assert_eq!(stage.place(), (6, Some(0)));
    for closes in ["o", "<esc>", "<pgdn>", "<left>", "q"] {
        stage.press("ok");
        stage.press(closes);
        assert_eq!(stage.place().0, 6, "{closes}");
        assert!(!stage.text().contains("Overview"), "{closes}");
    }
}

#[test]
fn a_click_is_next() {
    let mut stage = Stage::bundled(80, 24);
    let click = Event::Click(Position::new(30, 10));
    stage.talk.handle(click.clone(), stage.now);
    assert_eq!(stage.place().0, 2);
    stage.press("<tab>");
    stage.talk.handle(click.clone(), stage.now);
    assert_eq!((stage.place().0, stage.talk.is_off()), (2, false));
    stage.press("b");
    stage.talk.handle(click, stage.now);
    assert_eq!(stage.place().0, 2);
}

#[test]
fn a_number_follows_what_is_pointed_at() {
    let mut stage = Stage::bundled(80, 24);
    stage.press("2<enter>");
    assert!(stage.text().contains("\"246.57 billion yuan\""));
    stage.press("j");
    assert!(stage.text().contains("bn USD"), "{}", stage.text());
    stage.press("Z");
    assert!(stage.text().contains("▸ Exports in USD"));
    stage.press("Z");
    assert!(stage.text().contains("bn USD"));
}

#[test]
fn hidden_rows_are_nowhere_on_the_screen() {
    for size in [(120, 36), (80, 24), (60, 16)] {
        let mut stage = Stage::bundled(size.0, size.1);
        stage.press("5<enter>");
        let names = ["Tajikistan", "Kazakhstan", "Kyrgyzstan"];
        let numbers = ["93.4", "70.8", "25.8"];
        for shown in 0..=3 {
            let (text, scene) = (stage.text(), format!("{:?}", stage.talk.scene()));
            for (at, (name, number)) in names.iter().zip(numbers).enumerate() {
                assert_eq!(text.contains(name), at < shown, "{name} after {shown} at {size:?}\n{text}");
                assert_eq!(text.contains(number), at < shown, "{number} after {shown}\n{text}");
                let id = ["tjk", "kaz", "kgz"][at];
                assert!(at < shown || !scene.contains(id), "{id} after {shown} in {scene}");
            }
            stage.press("<pgdn>");
        }
        stage.press("9<enter>");
        assert!(!stage.text().contains("= 283.67"));
        stage.press("<pgdn>");
        assert!(stage.text().contains("200.05") && !stage.text().contains("188.48"), "{}", stage.text());
    }
}

#[test]
fn a_title_does_not_say_what_is_to_come() {
    let text = include_str!("../../assets/datapackage.json");
    let mut text: serde_json::Value = serde_json::from_str(text).expect("JSON");
    text["tour"] = serde_json::json!([
        { "id": "checks", "title": "Checks", "text": "One by one.", "view": "checks?zoom", "reveal": true }
    ]);
    let loaded =
        horgos::formats::parse("checks", &text.to_string(), &|_| Err(String::new())).expect("a dataset");
    let mut stage = Stage::on(&App::new(loaded.dataset, Size::new(80, 24)), TalkOptions::default());
    assert!(!stage.text().contains("contradiction"), "{}", stage.text());
    stage.press("<pgdn>");
    assert!(stage.text().contains("✗ exports +23.2 %") && !stage.text().contains("1 contradiction"));
    while stage.press("<pgdn>") == Outcome::Changed {}
    assert!(stage.text().contains("1 contradiction"), "{}", stage.text());
}

#[test]
fn nothing_moves_when_a_row_comes() {
    let mut stage = Stage::bundled(80, 24);
    stage.press("5<enter><pgdn>");
    let row = |text: &str| text.lines().position(|line| line.contains("Tajikistan")).expect("a row");
    let (first, at) = (stage.text(), row(&stage.text()));
    let column = |text: &str| {
        text.lines()
            .nth(row(text))
            .and_then(|line| line.split("+93.4").next())
            .map(|before| before.chars().count())
    };
    stage.press("<pgdn><pgdn><pgdn><pgdn>");
    assert_eq!((row(&stage.text()), column(&stage.text())), (at, column(&first)));
}

#[test]
fn a_spotlight_leaves_ink_to_one_row() {
    let mut stage = Stage::at_panes(80, 24);
    stage.press("3<enter>");
    assert!(stage.text().contains("✗"));
    let others: Vec<String> =
        stage.text().lines().filter(|line| line.contains("Exports in USD")).map(str::to_owned).collect();
    assert!(others.iter().all(|line| !line.contains('✗')), "{others:?}");
    stage.press("x");
    assert!(stage.text().lines().any(|line| line.contains("Exports in USD") && line.contains('✗')));
    stage.press("1<enter>x");
    let text = stage.text();
    assert!(text.contains("▸ Exports"), "{text}");
}

#[test]
fn a_kept_view_is_a_step_of_the_next_version() {
    let mut stage = Stage::at_panes(80, 24);
    stage.press("<tab>zjj");
    stage.press("a");
    assert!(stage.footer().contains("view kept"), "{}", stage.footer());
    stage.press("Za?a");
    let steps: serde_json::Value =
        serde_json::from_str(&format!("[{}]", stage.talk.captured())).expect("JSON");
    assert_eq!(steps.as_array().map(Vec::len), Some(3));
    assert_eq!(steps[0]["id"], "captured-1");
    assert_eq!(steps[0]["view"], "central-asia?row=total-kgz-growth&zoom");
    assert_eq!((&steps[0]["show"], &steps[1]["show"]), (&serde_json::Value::Null, &"big-number".into()));
    let mut app = stage.talk.app().clone();
    for step in steps.as_array().expect("a list") {
        app.visit(step["view"].as_str().expect("an address")).expect("a view");
        assert!(!step["title"].as_str().expect("a title").is_empty());
        assert!(!step["text"].as_str().expect("a text").is_empty());
    }
}

#[test]
fn the_finding_that_leads_the_dashboard_gives_way() {
    let mut stage = Stage::at_panes(120, 36);
    assert!(!stage.text().contains("Exports +23.2 % and total +50 % cannot both hold"));
    stage.press("z");
    assert!(!stage.text().contains("Exports +23.2 % and total +50 %"));
}

#[test]
fn the_first_slide_says_what_was_found_and_how_to_go_on_and_leave() {
    for (width, height) in [(200, 60), (120, 36), (80, 24), (60, 16), (40, 12)] {
        let stage = Stage::bundled(width, height);
        let shown = stage.text();
        for said in ["cannot both hold", "200.05 to 200.22 bn CNY", "188.48 to 189.75 bn CNY"] {
            assert!(shown.contains(said), "{said} at {width}×{height}:\n{shown}");
        }
        assert!(shown.contains("Exports +23.2 % and total +50 %") || width < 60, "{shown}");
        assert!(stage.footer().contains("PgDn next") && stage.footer().contains("q leave"), "{shown}");
        assert!(!shown.contains('…') || width < 60, "{shown}");
    }
    let blocks = Stage::bundled(80, 24).text().matches('█').count();
    assert!(blocks > 250, "bars are several lines tall: {blocks}");
}

#[test]
fn a_talk_begins_with_any_step() {
    let stage = Stage::with((80, 24), TalkOptions { step: 4, ..TalkOptions::default() });
    assert_eq!(stage.place(), (5, Some(0)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn no_key_and_no_size_breaks_it_and_next_is_always_taken_back(
        keys in prop::collection::vec(
            prop::sample::select(&[
                "<pgdn>", "<pgup>", "<space>", "<right>", "<left>", "<backspace>", "<home>", "<end>", "<up>", "<down>", "<tab>",
                "<enter>", "<esc>", "<f5>", "b", ".", "Z", "x", "o", "r", "t", "f", "a", "z", "s", "c", "u", "n", "/", "k", "?",
                ":", "v", "7", "0", "1", "T", "W", "y", "q", "j", "G", "<pgdn>", "<pgdn>", "m", "p",
            ][..]),
            1..40,
        ),
        sizes in prop::collection::vec((1_u16..140, 1_u16..50), 1..3),
    ) {
        let mut stage = Stage::bundled(80, 24);
        for (at, key) in keys.iter().enumerate() {
            stage.press(key);
            if let Some((width, height)) = sizes.get(at / 8).filter(|_| at % 8 == 0) {
                stage.talk.handle(Event::Resize(Size::new(*width, *height)), stage.now);
            }
            stage.text();
        }
        stage.talk.handle(Event::Resize(Size::new(80, 24)), stage.now);
        stage.press("<esc><esc><esc><esc><esc><esc>r");
        let before = (stage.place(), stage.text());
        if stage.press("<pgdn>") == Outcome::Changed {
            stage.press("<pgup>");
            prop_assert_eq!((stage.place(), stage.text()), before);
        }
    }
}
