//! On screens of 80 columns and more, a review says everything in full.

use horgos::draft::Draft;
use horgos::review::DraftReview;
use ratatui::layout::Size;

use super::review::{files, press, text};

/// Long names of places and goods, a long headline, figures that can be no rows, and two that nothing tells apart.
const LONG: &str = "\
Exports of knitted and crocheted clothing of Bosnia and Herzegovina to Trinidad and Tobago reached their highest level \
since the customs office of Sarajevo began to keep its records, 12 million dollars
Sarajevo, 3 May 2022
Exports of agricultural and construction machinery to Saint Vincent and the Grenadines came to 1,234.56 million \
convertible marks in 2021, up 17.25 percent from 2020, at an average of 1.9 dollars a kilogram.
Exports of prefabricated wooden houses were 88.1 million convertible marks, and their share of exports rose by 0.8 \
percentage points. Imports were 3.2 billion dollars.
Imports were 3.4 billion dollars by the counts of the statistical office of the federation.";

fn opened(width: u16, height: u16) -> DraftReview {
    DraftReview::new(Draft::new("bosnia-and-herzegovina", LONG), files(), Size::new(width, height))
}

#[test]
fn nothing_in_a_review_is_cut() {
    for (width, height) in [(80, 24), (100, 30), (120, 36), (160, 45), (200, 60)] {
        let mut review = opened(width, height);
        for keys in ["g", "<enter>", "j", "j", "j", "j", "j", "j", "j"] {
            press(&mut review, keys);
            for over in ["", "<tab>", "e", "i", "?", "R", "w"] {
                press(&mut review, over);
                let shown = text(&review);
                assert!(!shown.contains('…'), "{keys}{over} at {width}×{height}:\n{shown}");
                press(&mut review, if matches!(over, "" | "<tab>") { "" } else { "<esc>" });
            }
        }
    }
}

#[test]
fn long_values_and_their_doubts_stand_on_as_many_lines_as_they_need() {
    let mut review = opened(80, 24);
    press(&mut review, "gj");
    let shown = text(&review);
    let row: Vec<&str> =
        shown.lines().filter_map(|line| line.get(line.char_indices().nth(38)?.0..)).collect();
    let row = row.join(" ").split_whitespace().collect::<Vec<_>>().join(" ");
    for said in ["Saint", "Vincent", "\"1,234.56", "convertible", "marks\""] {
        assert!(row.contains(said), "{said}: {row}\n{shown}");
    }
    assert!(
        shown.contains(" bosnia-and-herzegovina "),
        "a headline that does not fit stands below:\n{shown}"
    );
}
