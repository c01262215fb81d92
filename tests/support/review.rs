//! A draft made by hand and its review without a terminal: keys go in, a screen comes out.

#![allow(dead_code, reason = "each test file uses what it needs")]

use std::ops::Range;
use std::sync::Arc;
use std::time::Instant;

use horgos::dashboard::{Answer, Effect, Event, Outcome, parse_keys};
use horgos::dataset::{Definition, Flow, Measure, Period, Quantity, Source, Unit, WORLD};
use horgos::draft::{Draft, Inexpressible, Origin, Paragraph, Proposal, Review, Sourced, Unexpressed};
use horgos::review::{DraftReview, ReviewFiles};
use horgos::screen::{Theme, review_frame};
use ratatui::layout::Size;

/// A small article: nine rows, two of which nothing tells apart, and two figures that can be no rows.
pub const TEXT: &str = "\
Trade of Moldova grew in 2021
Chisinau, 14 February 2022
Moldova's exports came to 3.14 billion dollars last year, 27.5 percent more than in 2020. Romania took 832 million \
dollars of them, up 18.4 percent, and Turkey 311 million dollars.
Imports reached 7.18 billion dollars. Wine brought in 140 million dollars, at an average of 1.9 dollars a litre; the \
share of wine in exports fell by 0.8 percentage points.
Goods worth 2.05 billion dollars went to the European Union, and 2.11 billion dollars by other counts.";

/// The words of the `nth` occurrence of `words`, from 0.
fn at(words: &str, nth: usize) -> Range<usize> {
    let (start, _) = TEXT.match_indices(words).nth(nth).unwrap_or_else(|| panic!("no {words}"));
    start..start + words.len()
}

fn inherited<T>(value: T, paragraph: usize, words: &str) -> Sourced<T> {
    Sourced { value, origin: Origin::Inherited { paragraph, range: at(words, 0) } }
}

fn period(code: &str) -> Period {
    Period::parse(code).expect("a period")
}

/// A row whose reporter is named in the title, and whose period and partner nothing says.
fn row(id: &str, words: &str, paragraph: usize, value: (&str, i8, &str), flow: Sourced<Flow>) -> Proposal {
    let (digits, multiplier, unit) = value;
    let digits = rust_decimal::Decimal::from_str_exact(digits).expect("digits");
    let unit = Unit::parse(unit).expect("a unit");
    let measure = if unit == Unit::Percent { Measure::Growth } else { Measure::Value };
    Proposal {
        id: id.to_owned(),
        range: at(words, 0),
        paragraph,
        measure,
        value: Quantity::new(digits, digits.scale()).expect("a quantity"),
        multiplier,
        unit,
        unit_origin: Origin::Here(at(words, 0)),
        bound: None,
        definition: Definition::default(),
        growth_of: None,
        flow,
        reporter: inherited(Arc::from("MDA"), 0, "Moldova"),
        partner: Sourced::assumed(Arc::from(WORLD)),
        product: Sourced::assumed(None),
        transport: Sourced::assumed(None),
        period: inherited(Some(period("2021")), 0, "in 2021"),
        base: Sourced::assumed((unit == Unit::Percent).then(|| period("2020"))),
        whole: None,
        is_whole_said: false,
        is_doubtful: false,
        review: Review::Open,
    }
}

/// The draft of [`TEXT`], as rules could have made it.
pub fn moldova() -> Draft {
    let exports = || Sourced::here(Flow::Exports, at("exports", 0));
    let inherited_exports = || inherited(Flow::Exports, 1, "exports");
    let partner = |code: &str, words| Sourced::here(Arc::from(code), at(words, 0));
    let rows = vec![
        Proposal {
            reporter: Sourced::here(Arc::from("MDA"), at("Moldova's", 0)),
            ..row("p1-1", "3.14 billion dollars", 1, ("3.14", 9, "USD"), exports())
        },
        Proposal {
            base: Sourced::here(Some(period("2020")), at("2020", 0)),
            ..row("p1-2", "27.5 percent", 1, ("27.5", 0, "PCT"), exports())
        },
        Proposal {
            partner: partner("ROU", "Romania"),
            ..row("p1-3", "832 million dollars", 1, ("832", 6, "USD"), inherited_exports())
        },
        Proposal {
            partner: partner("ROU", "Romania"),
            ..row("p1-4", "18.4 percent", 1, ("18.4", 0, "PCT"), inherited_exports())
        },
        Proposal {
            partner: partner("TUR", "Turkey"),
            ..row("p1-5", "311 million dollars", 1, ("311", 6, "USD"), inherited_exports())
        },
        row(
            "p2-1",
            "7.18 billion dollars",
            2,
            ("7.18", 9, "USD"),
            Sourced::here(Flow::Imports, at("Imports", 0)),
        ),
        Proposal {
            product: Sourced::here(Some(Arc::from("wine")), at("Wine", 0)),
            ..row("p2-2", "140 million dollars", 2, ("140", 6, "USD"), inherited_exports())
        },
        Proposal {
            partner: partner("EU27_2020", "the European Union"),
            ..row("p3-1", "2.05 billion dollars", 3, ("2.05", 9, "USD"), inherited_exports())
        },
        Proposal {
            partner: partner("EU27_2020", "the European Union"),
            ..row("p3-2", "2.11 billion dollars", 3, ("2.11", 9, "USD"), inherited_exports())
        },
    ];
    let unexpressed = vec![
        Unexpressed { range: at("1.9 dollars a litre", 0), paragraph: 2, reason: Inexpressible::Price },
        Unexpressed {
            range: at("0.8 percentage points", 0),
            paragraph: 2,
            reason: Inexpressible::PointsOfGrowth,
        },
    ];
    let mut start = 0;
    let numbers = [Some(0), None, Some(1), Some(2), Some(3)];
    let paragraphs = TEXT.split('\n').zip(numbers).map(|(text, number)| {
        let range = start..start + text.len();
        start = range.end + 1;
        Paragraph { number, range }
    });
    Draft {
        name: "moldova".to_owned(),
        title: "Trade of Moldova grew in 2021".to_owned(),
        text: TEXT.to_owned(),
        paragraphs: paragraphs.collect(),
        source: Source::new("s1".to_owned(), "Chisinau".to_owned(), None),
        places: Vec::new(),
        rows,
        unexpressed,
    }
}

/// The review of [`moldova`] on a screen of this size.
pub fn review(width: u16, height: u16) -> DraftReview {
    DraftReview::new(moldova(), files(), Size::new(width, height))
}

pub fn files() -> ReviewFiles {
    ReviewFiles {
        draft: Some("notes/moldova.draft.json".to_owned()),
        dataset: "notes/moldova.json".to_owned(),
        command: "horgos draft notes/moldova.txt".to_owned(),
    }
}

/// Presses keys, written as `jj<tab><enter>`, and says what the last one came to.
pub fn press(review: &mut DraftReview, keys: &str) -> Outcome {
    let keys = parse_keys(keys).expect("keys");
    let now = Instant::now();
    keys.into_iter().map(|key| review.handle(Event::Key(key), now)).last().unwrap_or(Outcome::Unchanged)
}

/// The screen as text.
pub fn text(review: &DraftReview) -> String {
    horgos::print::plain(&review_frame(review, &Theme::mono()))
}

/// Lets the review keep its draft as the loop would; the contents that were written, if it asked.
pub fn keep(review: &mut DraftReview) -> Option<String> {
    review.due()?;
    let Outcome::Perform(Effect::Save { contents, .. }) = review.tick() else { return None };
    review.answer(Answer::Kept(Ok(())));
    Some(contents)
}
