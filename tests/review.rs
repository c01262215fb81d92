//! The review of a draft: keys in, screen and dataset out.

#![allow(dead_code, reason = "not every test uses all of the support")]

#[path = "support/review.rs"]
mod review;
#[path = "support/screen.rs"]
mod screen;
#[path = "review/whole.rs"]
mod whole;

use horgos::dashboard::{Answer, Effect, Event, Move, Outcome, Replaces};
use horgos::dataset::{Facet, Guess};
use horgos::draft::{Origin, Review};
use horgos::review::{DraftReview, RowPart};
use horgos::screen::{Theme, review_frame};
use ratatui::layout::{Position, Size};
use review::{files, keep, moldova, press, review as opened, text};

/// Article and row at every size, as they open, with their styles.
#[test]
fn the_screen() {
    for (width, height) in [(120, 36), (80, 24), (60, 16), (40, 12)] {
        let mut review = opened(width, height);
        press(&mut review, "<enter>");
        let frame = review_frame(&review, &Theme::ansi());
        let shown = screen::styled_frame(&text(&review), &frame);
        insta::assert_snapshot!(format!("review_{width}x{height}"), shown);
    }
}

fn words_of(review: &DraftReview) -> String {
    let row = review.row().expect("a row");
    review.draft().as_printed(&row.range).to_owned()
}

fn reviewed(review: &DraftReview) -> Vec<Review> {
    review.draft().rows.iter().map(|row| row.review).collect()
}

#[test]
fn rows_that_nothing_tells_apart_come_first_then_what_nothing_says() {
    let mut review = opened(120, 36);
    assert!(text(&review).contains("? what tells it from 9 \"2.11 billion dollars\""), "{}", text(&review));
    let mut seen = Vec::new();
    for _ in 0..9 {
        seen.push(words_of(&review));
        press(&mut review, "<enter>");
    }
    let collisions = ["2.05 billion dollars", "2.11 billion dollars"];
    let doubtful = [
        "3.14 billion dollars",
        "27.5 percent",
        "18.4 percent",
        "7.18 billion dollars",
        "140 million dollars",
    ];
    let inherited = ["832 million dollars", "311 million dollars"];
    assert_eq!(seen, [&collisions[..], &doubtful, &inherited].concat());
    assert!(text(&review).contains("every row is decided: w writes the dataset"));
    assert_eq!(reviewed(&review), [Review::Confirmed; 9]);
}

#[test]
fn the_next_doubtful_row_is_found_round_and_round_and_none_is_accepted() {
    let mut review = opened(120, 36);
    let first = review.at();
    for _ in 0..7 {
        press(&mut review, "<space>");
    }
    assert_eq!(review.at(), first, "seven rows need a look");
    press(&mut review, "j<space>");
    assert_eq!(words_of(&review), "3.14 billion dollars");
    assert_eq!(reviewed(&review), [Review::Open; 9]);
}

#[test]
fn arrows_go_through_the_figures_in_the_order_of_the_text() {
    let mut review = opened(80, 24);
    press(&mut review, "g");
    assert_eq!(words_of(&review), "3.14 billion dollars");
    press(&mut review, "jjk");
    assert_eq!(words_of(&review), "27.5 percent");
    press(&mut review, "G");
    assert_eq!(words_of(&review), "2.11 billion dollars");
    assert_eq!(press(&mut review, "j"), Outcome::Unchanged);
}

#[test]
fn a_rejected_row_is_not_written_and_ends_its_collision() {
    let mut review = opened(120, 36);
    press(&mut review, "jx");
    assert_eq!(words_of(&review), "3.14 billion dollars");
    press(&mut review, "G");
    assert!(text(&review).contains("9 of 9 · not a figure"), "{}", text(&review));
    press(&mut review, "k");
    assert!(!text(&review).contains("what tells it"));
    let dataset = review.draft().to_dataset();
    assert_eq!((dataset.observations.len(), dataset.find("p3-2")), (8, None));
    press(&mut review, "jx");
    assert_eq!(review.draft().to_dataset().observations.len(), 9, "the same key takes it back");
}

#[test]
fn a_value_is_chosen_by_typing_and_tells_rows_apart() {
    let mut review = opened(120, 36);
    // The second of the two is about imports.
    press(&mut review, "je");
    assert!(text(&review).contains("━ flow: │"), "{}", text(&review));
    press(&mut review, "imp<enter>");
    assert!(text(&review).contains("Change the others as well?"));
    assert!(text(&review).contains("▸ all 8 rows with the same flow, ← ¶1"), "{}", text(&review));
    press(&mut review, "<down><enter>");
    assert!(text(&review).contains("flow of 1 row: imports"));
    assert!(!text(&review).contains("what tells it"));
    let row = review.row().expect("a row");
    assert_eq!((row.id.as_str(), &row.flow.origin), ("p3-2", &Origin::Chosen));
    assert!(text(&review).contains("chosen by you"));
}

#[test]
fn mending_offers_the_same_for_all_that_took_it_from_the_same_words() {
    let mut review = opened(120, 36);
    // The marked part of the first row is its partner, of which nothing is said.
    press(&mut review, "g");
    assert_eq!(review.part(), RowPart::Facet(Facet::Partner));
    press(&mut review, "eeuropean<enter>");
    assert!(
        text(&review).contains("▸ all 4 rows with the same partner, ? nothing said"),
        "{}",
        text(&review)
    );
    press(&mut review, "<enter>");
    let partners = review.draft().rows.iter().map(|row| &*row.partner.value).collect::<Vec<_>>();
    assert_eq!(partners.iter().filter(|partner| **partner == "W00").count(), 0, "{partners:?}");
    press(&mut review, "u");
    let partners = review.draft().rows.iter().map(|row| &*row.partner.value).collect::<Vec<_>>();
    assert_eq!(partners.iter().filter(|partner| **partner == "W00").count(), 4, "one change, one undo");
}

#[test]
fn reporter_and_period_are_confirmed_once_for_all_rows() {
    let mut review = opened(120, 36);
    press(&mut review, "R");
    assert!(text(&review).contains("reporter, all rows: │"), "{}", text(&review));
    press(&mut review, "<enter>P<enter>");
    assert!(text(&review).contains("period of 9 rows: 2021"), "{}", text(&review));
    let rows = &review.draft().rows;
    assert!(rows.iter().all(|row| row.period.origin == Origin::Chosen));
    let said = rows.iter().filter(|row| matches!(row.reporter.origin, Origin::Here(_))).count();
    assert_eq!(said, 1, "what a sentence says stays as it is said");
    assert!(rows.iter().all(|row| row.unconfirmed().guess(Facet::Reporter).is_none()));
}

#[test]
fn all_that_is_sure_is_accepted_at_once_and_only_that() {
    let mut review = opened(120, 36);
    assert!(!text(&review).contains("A all sure"), "nothing is sure yet");
    // Reporter, period and the flow of exports are chosen; two rows have a partner that is said, and no base.
    press(&mut review, "R<enter>P<enter>");
    press(&mut review, "g<tab>jje<enter><enter>");
    assert!(text(&review).contains("A all sure"), "{}", text(&review));
    press(&mut review, "A");
    assert!(text(&review).contains("2 rows accepted"), "{}", text(&review));
    let confirmed: Vec<&str> = review
        .draft()
        .rows
        .iter()
        .filter(|row| row.review == Review::Confirmed)
        .map(|row| row.id.as_str())
        .collect();
    assert_eq!(confirmed, ["p1-3", "p1-5"], "not those that nothing tells apart");
}

#[test]
fn every_change_can_be_taken_back_one_by_one() {
    let mut review = opened(120, 36);
    let before = review.draft().rows.clone();
    press(&mut review, "<enter>xR<enter>e<enter><enter>");
    assert_ne!(review.draft().rows, before);
    let mut undone = 0;
    while !review.draft().rows.eq(&before) {
        press(&mut review, "u");
        undone += 1;
        assert!(undone < 9, "it comes to an end");
    }
    assert!(text(&review).contains("undone; nothing is left to undo"), "{}", text(&review));
    assert_eq!(words_of(&review), "2.05 billion dollars", "where the first change was made");
}

#[test]
fn a_number_is_typed_with_its_unit_and_a_measure_that_fits_it() {
    let mut review = opened(120, 36);
    press(&mut review, "g<backtab><backtab><backtab><backtab><backtab><backtab>");
    while review.part() != RowPart::Figure {
        press(&mut review, "<tab>");
    }
    press(&mut review, "e");
    assert!(text(&review).contains("number  3.14 bn USD│"), "{}", text(&review));
    press(&mut review, "<ctrl-u>many<enter>");
    assert!(text(&review).contains("It begins with no number"), "{}", text(&review));
    press(&mut review, "<ctrl-u>> 27,5.50 %<enter>");
    assert!(text(&review).contains("▴ ≥ +275.50 %"), "{}", text(&review));
    assert!(text(&review).contains("measure   growth"), "a percentage is no value");
}

#[test]
fn a_place_that_nobody_knows_becomes_one_of_the_text() {
    let mut review = opened(120, 36);
    press(&mut review, "geGiurgiulești Port<enter><down><enter>");
    assert!(text(&review).contains("Giurgiulești Port"), "{}", text(&review));
    let dataset = review.draft().to_dataset();
    assert_eq!(dataset.place_name("GIURGIULEȘTI-PORT"), "Giurgiulești Port");
}

#[test]
fn figures_that_can_be_no_rows_are_listed_with_the_reason() {
    let mut review = opened(120, 36);
    let wide = text(&review);
    assert!(
        wide.contains("Read, but no rows · 2") && wide.contains("¶2 \"1.9 dollars a litre\": a price"),
        "{wide}"
    );
    review.handle(Event::Resize(Size::new(40, 12)), std::time::Instant::now());
    press(&mut review, "i");
    assert!(text(&review).contains("a\n   difference between growth rates"), "{}", text(&review));
}

#[test]
fn a_kept_draft_opens_again_as_it_was() {
    let mut review = opened(80, 24);
    press(&mut review, "<enter>gejtur<enter><enter>jjx");
    let kept = keep(&mut review).expect("something changed");
    assert!(review.due().is_none(), "it is kept once");
    assert!(text(&review).contains("draft in moldova.draft.json"), "{}", text(&review));

    let read = horgos::formats::parse("kept", &kept, &|_| Err(String::new())).expect("it reads").dataset;
    let mut again = DraftReview::new(moldova(), files(), Size::new(80, 24)).with_earlier(read);
    assert!(text(&again).contains("▸ yes: 1 of 8 rows confirmed"), "{}", text(&again));
    press(&mut again, "<enter>");
    assert!(text(&again).contains("taken up again: 7 left"), "{}", text(&again));
    assert_eq!(reviewed(&again), reviewed(&review));
    let doubts = |review: &DraftReview| {
        let open = review.draft().rows.iter().filter(|row| row.review == Review::Open);
        open.map(horgos::draft::Proposal::unconfirmed).collect::<Vec<_>>()
    };
    assert_eq!(doubts(&again), doubts(&review));
}

#[test]
fn a_kept_draft_can_be_left_alone() {
    let review = opened(80, 24);
    let earlier = review.draft().to_dataset();
    let mut again = opened(80, 24).with_earlier(earlier);
    press(&mut again, "<down><enter>");
    assert_eq!(reviewed(&again), [Review::Open; 9]);
    assert!(again.due().is_none(), "nothing is replaced before something changes");
}

#[test]
fn the_dataset_is_written_where_one_says_and_replaces_nothing_unasked() {
    let mut review = opened(80, 24);
    press(&mut review, "<enter>w");
    assert!(text(&review).contains("file    notes/moldova.json│"), "{}", text(&review));
    let Outcome::Perform(Effect::Save { path, contents, replaces }) = press(&mut review, "<enter>") else {
        panic!("nothing is written")
    };
    assert_eq!((path.as_str(), replaces), ("notes/moldova.json", Replaces::Nothing));
    assert_eq!(contents.matches("\"doubt\": \"").count(), 8, "what nobody confirmed is marked:\n{contents}");
    review.answer(Answer::Exists("notes/moldova.json exists".to_owned()));
    assert!(text(&review).contains("notes/moldova.json exists"), "{}", text(&review));
    let over = press(&mut review, "<tab>");
    assert!(matches!(over, Outcome::Perform(Effect::Save { replaces: Replaces::Taken, .. })), "{over:?}");
    review.answer(Answer::Exported("written: notes/moldova.json".to_owned()));
    assert!(
        text(&review).contains("written: notes/moldova.json, 9 rows, 8 unconfirmed"),
        "{}",
        text(&review)
    );
    keep(&mut review);
    assert_eq!(press(&mut review, "q"), Outcome::Quit, "nothing is unsaved");
}

#[test]
fn leaving_asks_only_if_something_is_not_saved() {
    assert_eq!(press(&mut opened(80, 24), "q"), Outcome::Quit);
    let mut review = opened(80, 24);
    press(&mut review, "<enter>");
    keep(&mut review);
    press(&mut review, "q");
    assert!(text(&review).contains("leave; moldova.draft.json keeps it"), "{}", text(&review));
    press(&mut review, "<esc>");
    assert!(!text(&review).contains("leave;"));
    assert_eq!(press(&mut review, "qq"), Outcome::Quit);
}

#[test]
fn unsaved_changes_are_saved_before_the_program_ends() {
    let mut review = opened(80, 24);
    let last = press(&mut review, "<enter><ctrl-c>");
    assert!(matches!(last, Outcome::Perform(Effect::Save { replaces: Replaces::OwnDraft, .. })), "{last:?}");
    assert_eq!(review.answer(Answer::Kept(Ok(()))), Outcome::Quit);
}

#[test]
fn secure_mode_writes_nothing_and_says_so() {
    let mut review = opened(80, 24).secured();
    press(&mut review, "<enter>");
    assert!(review.due().is_none());
    assert!(text(&review).contains("secure mode: nothing is written"), "{}", text(&review));
    press(&mut review, "w");
    assert!(!text(&review).contains("Write the dataset"));
    press(&mut review, "?");
    assert!(!text(&review).contains("write the dataset to a file"));
    assert_eq!(press(&mut review, "<esc>q"), Outcome::Quit, "there is nothing that could be saved");
}

#[test]
fn the_draft_is_a_dashboard_in_one_key_and_a_row_leads_back_to_its_sentence() {
    let mut review = opened(120, 36);
    press(&mut review, "D");
    let app = review.dashboard().expect("a dashboard");
    assert_eq!(app.size(), Size::new(120, 36));
    assert!(text(&review).contains("D draft"), "{}", text(&review));
    press(&mut review, "jj");
    let row = review.dashboard().and_then(horgos::dashboard::App::selected).expect("a row");
    let id = review.dashboard().map(|app| app.words().id(row.figure().expect("a figure")).into_owned());
    press(&mut review, "D");
    assert!(review.dashboard().is_none());
    assert_eq!(review.row().map(|row| row.id.clone()), id);
}

#[test]
fn leaving_from_the_dashboard_asks_as_well() {
    let mut review = opened(120, 36);
    press(&mut review, "<enter>Dq");
    assert!(text(&review).contains("Not saved as a dataset"), "{}", text(&review));
    let mut untouched = opened(120, 36);
    assert_eq!(press(&mut untouched, "Dq"), Outcome::Quit);
}

#[test]
fn a_paste_is_text_where_one_types_and_no_command_elsewhere() {
    let mut review = opened(80, 24);
    let now = std::time::Instant::now();
    assert_eq!(review.handle(Event::Paste("xxA".to_owned()), now), Outcome::Unchanged);
    press(&mut review, "ge");
    review.handle(Event::Paste("romania\nx".to_owned()), now);
    assert!(text(&review).contains("partner: romania│"), "{}", text(&review));
    assert_eq!(reviewed(&review), [Review::Open; 9]);
}

#[test]
fn a_screen_that_is_too_small_says_so_and_every_size_is_drawn() {
    let now = std::time::Instant::now();
    let mut review = opened(39, 12);
    assert!(text(&review).contains("Ctrl-C quits"), "{}", text(&review));
    for (width, height) in [(0, 0), (1, 1), (40, 12), (79, 13), (80, 12), (500, 200), (u16::MAX, u16::MAX)] {
        for keys in ["", "e", "<esc>?", "<esc>w", "<esc>i", "<esc>D", "D"] {
            review.handle(Event::Resize(Size::new(width, height)), now);
            press(&mut review, keys);
            let _ = text(&review);
        }
    }
}

#[test]
fn doubt_is_written_as_the_screen_says_it() {
    let review = opened(80, 24);
    let dataset = review.draft().to_dataset();
    let row = dataset.find("p1-4").and_then(|at| dataset.observations.get(at)).expect("a row");
    let doubt = row.unconfirmed.expect("nobody confirmed it");
    assert_eq!(doubt.guess(Facet::Base), Some(Guess::Assumed));
    assert_eq!(doubt.guess(Facet::Flow), Some(Guess::Inherited));
    assert_eq!(doubt.guess(Facet::Partner), None);
}

/// An article of 18 figures.
const ESTONIA: &str = "\
Estonia's foreign trade grew in 2023

Tallinn, 9 February 2024

In 2023, Estonia exported goods worth 18.2 billion euros, up 4.1 percent on 2022. Imports came to 21.1 billion euros, 3.5 \
percent more than a year earlier. The trade deficit was 2.9 billion euros.

Exports to Finland reached 2.9 billion euros, an increase of 6.2 percent. Exports to Latvia came to 2.3 billion euros, down \
1.8 percent. Exports to Sweden were 1.7 billion euros, up 2.4 percent.

Imports from Finland came to 2.8 billion euros, up 1.1 percent, and imports from Germany to 2.2 billion euros, down 3.0 \
percent. Imports from Lithuania reached 2.1 billion euros, up 5.5 percent.

Exports of wood were worth 1.6 billion euros.
";

#[test]
fn an_article_of_eighteen_rows_is_confirmed_in_a_few_keys() {
    let draft = horgos::draft::Draft::new("estonia", ESTONIA);
    let mut review = DraftReview::new(draft, files(), Size::new(120, 36));
    // Reporter and period of all rows, the world as the partner of those that name none, the base of all that name none,
    // then everything at once.
    let keys = ["R<enter>", "P<enter>", "ge<enter><enter>", "jjjjjje<enter><enter>", "A"];
    let count: usize = keys.iter().map(|keys| horgos::dashboard::parse_keys(keys).expect("keys").len()).sum();
    for keys in keys {
        press(&mut review, keys);
    }
    assert_eq!(review.counts(), (18, 0, 0), "{}", text(&review));
    assert!(count <= 40, "{count} keys");

    let dataset = review.draft().to_dataset();
    let rows = dataset.observations.iter().map(|row| {
        let subject = &row.subject;
        let value = row.value.expect("a number");
        let product = subject.product.as_deref().unwrap_or("all");
        let period = subject.period.expect("a period").code();
        let base = row.base.map_or_else(String::new, |base| format!(" over {}", base.code()));
        assert_eq!((&*subject.reporter, row.unconfirmed), ("EST", None));
        format!("{:?} {} {product} {period}{base}: {value}", subject.flow, subject.partner)
    });
    let expected = [
        "Exports W00 all 2023: 18.2",
        "Exports W00 all 2023 over 2022: 4.1",
        "Imports W00 all 2023: 21.1",
        "Imports W00 all 2023 over 2022: 3.5",
        "Balance W00 all 2023: -2.9",
        "Exports FIN all 2023: 2.9",
        "Exports FIN all 2023 over 2022: 6.2",
        "Exports LVA all 2023: 2.3",
        "Exports LVA all 2023 over 2022: -1.8",
        "Exports SWE all 2023: 1.7",
        "Exports SWE all 2023 over 2022: 2.4",
        "Imports FIN all 2023: 2.8",
        "Imports FIN all 2023 over 2022: 1.1",
        "Imports DEU all 2023: 2.2",
        "Imports DEU all 2023 over 2022: -3.0",
        "Imports LTU all 2023: 2.1",
        "Imports LTU all 2023 over 2022: 5.5",
        "Exports W00 wood 2023: 1.6",
    ];
    assert_eq!(rows.collect::<Vec<_>>(), expected);
}

#[test]
fn a_click_goes_to_a_figure_marks_a_part_and_selects_a_line() {
    let mut review = opened(120, 36);
    let now = std::time::Instant::now();
    let place = |review: &DraftReview, words: &str| {
        let screen = text(review);
        let (y, line) = screen.lines().enumerate().find(|(_, line)| line.contains(words)).expect("the words");
        let x = line.find(words).map(|at| line[..at].chars().count()).expect("the words");
        Position::new(u16::try_from(x).expect("small"), u16::try_from(y).expect("small"))
    };
    assert_eq!(press(&mut review, "m"), Outcome::Perform(Effect::Mouse(true)));
    assert!(text(&review).contains("a click selects, the wheel scrolls"), "{}", text(&review));
    for words in ["27.5 percent", "3.14 billion"] {
        let at = place(&review, words);
        assert_eq!(review.handle(Event::Click(at), now), Outcome::Changed);
        assert!(words_of(&review).starts_with(words), "{words}");
    }
    let at = place(&review, "partner ");
    press(&mut review, "<tab>");
    assert_ne!(review.part(), RowPart::Facet(Facet::Partner));
    assert_eq!(review.handle(Event::Click(at), now), Outcome::Changed);
    assert_eq!(review.part(), RowPart::Facet(Facet::Partner));
    press(&mut review, "e");
    let first = review.open_text().expect("a list").cursor.selected;
    let row = Position::new(at.x, at.y.max(6));
    review.handle(Event::Click(row), now);
    assert_ne!(review.open_text().expect("a list").cursor.selected, first);
    press(&mut review, "<esc>");
    review.handle(Event::Wheel(Move::Next, at), now);
    assert_eq!(review.part(), RowPart::Facet(Facet::Period));
    assert_eq!(review.handle(Event::Click(Position::new(0, 0)), now), Outcome::Unchanged);
    assert_eq!(press(&mut review, "m"), Outcome::Perform(Effect::Mouse(false)));
}

#[test]
fn the_mouse_goes_along_to_the_dashboard_and_back() {
    let mut review = opened(120, 36);
    press(&mut review, "mD");
    assert!(review.dashboard().is_some_and(horgos::dashboard::App::mouse));
    assert_eq!(press(&mut review, "m"), Outcome::Perform(Effect::Mouse(false)));
    press(&mut review, "D");
    assert_eq!(press(&mut review, "m"), Outcome::Perform(Effect::Mouse(true)));
}

/// Nothing is lost: the draft is kept, and the terminal says where.
#[test]
fn control_c_on_the_dashboard_keeps_the_draft_and_says_so() {
    let mut review = opened(120, 36);
    let kept = press(&mut review, "<enter>D<ctrl-c>");
    assert!(matches!(kept, Outcome::Perform(Effect::Save { .. })), "{kept:?}");
    assert_eq!(review.answer(Answer::Kept(Ok(()))), Outcome::Quit);
    let said = "the draft is kept in moldova.draft.json: horgos draft notes/moldova.txt takes it up again";
    assert_eq!(review.farewell().as_deref(), Some(said));
    assert_eq!(opened(120, 36).farewell(), None, "nothing was changed");
}

#[test]
fn a_comma_is_a_question_mark_on_a_cyrillic_keyboard() {
    let mut review = opened(120, 36);
    press(&mut review, ",");
    assert!(review.open_text().is_none());
    press(&mut review, "о,");
    assert!(review.open_text().is_some_and(|open| open.title.text == "Help"));
}

#[test]
fn a_name_that_may_be_longer_says_so() {
    let article = "Trade of Chile\n\n9 May 2021\n\nIn March 2021 Chile's coarse copper exports rose by 8.1%.";
    let review = DraftReview::new(horgos::draft::Draft::new("own", article), files(), Size::new(120, 36));
    let line = text(&review).lines().find(|line| line.contains("product ")).map(str::to_owned);
    let line = line.expect("the product of the row");
    assert!(line.contains("copper") && line.contains("? unsure name"), "{line}");
}
