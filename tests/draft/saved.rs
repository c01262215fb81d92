use horgos::dataset::{Code, Dataset, Facet, Guess, Unconfirmed};
use horgos::draft::{Draft, Origin, Review, Sourced};
use horgos::formats::{parse, write};

const TEXT: &str = "Chile sells more copper\n\n3 May 2021\n\nChile's copper exports reached 4.2 billion dollars in March, \
    up 31 percent from a year earlier.\n\nChina accounted for 52.5 percent of total exports.";

fn written(dataset: &Dataset) -> String {
    let mut text = Vec::new();
    write::inline(dataset, &mut text).expect("memory takes everything");
    String::from_utf8(text).expect("UTF-8")
}

fn read(text: &str) -> Dataset {
    parse("draft.json", text, &|_| Err(String::new())).expect("our own writing").dataset
}

#[test]
fn a_draft_says_what_its_sentences_do_not() {
    let dataset = read(&written(&Draft::new("copper", TEXT).to_dataset()));
    let doubts: Vec<_> =
        dataset.observations.iter().map(|row| row.unconfirmed.map(|doubt| doubt.to_string())).collect();
    assert_eq!(doubts[0].as_deref(), Some("partner:assumed"));
    assert_eq!(doubts[2].as_deref(), Some("reporter:inherited product:inherited period:inherited"));
    assert_eq!(doubts[3], None, "the whole of the share, which the text does not give");
    assert_eq!(dataset.observations[2].share_of, Some(3));
}

#[test]
fn half_a_draft_opens_again_as_it_was_left() {
    let mut draft = Draft::new("copper", TEXT);
    draft.rows[0].review = Review::Confirmed;
    draft.rows[1].review = Review::Rejected;
    draft.rows[2].product = Sourced::chosen(None);
    let mut again = Draft::new("copper", TEXT);
    again.resume(&read(&written(&draft.to_dataset())));
    let reviews: Vec<Review> = again.rows.iter().map(|row| row.review).collect();
    assert_eq!(reviews, [Review::Confirmed, Review::Rejected, Review::Open]);
    assert_eq!(again.rows[2].product, Sourced { value: None, origin: Origin::Chosen });
    assert_eq!(again.rows[2].reporter, draft.rows[2].reporter, "what was inherited still says from where");
}

#[test]
fn a_wrong_doubt_is_an_error_at_its_place() {
    let text =
        written(&Draft::new("copper", TEXT).to_dataset()).replace("partner:assumed", "partner:perhaps");
    let error = parse("draft.json", &text, &|_| Err(String::new())).expect_err("it is none").to_string();
    assert!(
        error.contains("observations[0].doubt: \"partner:perhaps\" is not a doubt of a drafted row"),
        "{error}"
    );
    assert_eq!(Unconfirmed::default().with(Facet::Flow, Guess::Assumed).to_string(), "flow:assumed");
    assert_eq!(Facet::parse("flow"), Some(Facet::Flow));
}

#[test]
fn a_check_counts_the_rows_that_nobody_confirmed() {
    let text = "Peru's trade in 2022\n\n1 February 2023\n\nPeru's exports were 60.3 billion dollars in 2022 and imports 55.9 billion \
        dollars. The surplus was 4.4 billion dollars.";
    let mut draft = Draft::new("own", text);
    let told = |draft: &Draft| {
        let dataset = draft.to_dataset();
        let analysis = horgos::analysis::Analysis::new(&dataset);
        horgos::print::findings_text(horgos::wording::Words::new(&dataset, &analysis))
    };
    assert!(told(&draft).ends_with("All 3 rows are unconfirmed.\n"), "{}", told(&draft));
    draft.rows[0].review = horgos::draft::Review::Confirmed;
    assert!(told(&draft).ends_with("2 of these 3 rows are unconfirmed.\n"), "{}", told(&draft));
    for row in &mut draft.rows {
        row.review = horgos::draft::Review::Confirmed;
    }
    assert!(!told(&draft).contains("unconfirmed"), "{}", told(&draft));
}
