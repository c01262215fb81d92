//! Finds rows by words, ignoring case and accents.

use crate::text::fold;
use crate::wording::{Topic, Words, status_word};

/// The searchable text of each row of each pane: everything it shows, and what its source says about it.
#[derive(Debug)]
pub struct Haystack {
    folded: Vec<Vec<String>>,
}

impl Haystack {
    /// Collects the searchable text of the rows of all panes.
    pub fn new<'r>(words: Words, panes: impl Iterator<Item = &'r [Topic]>) -> Self {
        let folded = |row: &Topic| fold(&findable(words, *row));
        Self { folded: panes.map(|rows| rows.iter().map(folded).collect()).collect() }
    }

    /// The rows of a pane that contain every word of `needle`.
    pub fn found(&self, pane: usize, rows: &[Topic], needle: &str) -> Vec<Topic> {
        let needle = fold(needle);
        let needles: Vec<&str> = needle.split_whitespace().collect();
        let folded = self.folded.get(pane).map_or(&[][..], Vec::as_slice);
        let hit = |(_, hay): &(&Topic, &String)| needles.iter().all(|needle| hay.contains(needle));
        rows.iter().zip(folded).filter(hit).map(|(row, _)| *row).collect()
    }
}

fn findable(words: Words, row: Topic) -> String {
    let figure = match row {
        Topic::Figure(figure) => figure,
        Topic::Finding(at) => {
            return words.analysis.findings.get(at).map_or(String::new(), |finding| words.sentence(finding));
        }
        Topic::Passed(at) => {
            return words
                .analysis
                .passed
                .get(at)
                .map_or(String::new(), |passed| words.passed_sentence(passed));
        }
    };
    let mut text = words.label(figure).into_owned();
    let mut add = |part: &str| {
        text.push('\n');
        text.push_str(part);
    };
    if let Some(subject) = words.subject(figure) {
        for code in [&subject.reporter, &subject.partner] {
            add(code);
            add(words.place(code));
        }
        subject.product.as_deref().map(&mut add);
    }
    add(&words.value_line(figure));
    if let Some(status) = words.shown_status(figure) {
        add(status_word(status));
    }
    words.worst_finding(figure).map(&mut add);
    words.formula(figure).map(&mut add);
    if let Some(observation) = words.observation(figure) {
        observation.as_printed.as_deref().map(&mut add);
        observation.note.as_deref().map(&mut add);
        add(&words.measured(observation));
        add(&words.source_and_place(observation));
        if let Some(source) = words.dataset.source_of(observation) {
            source.title.as_deref().map(&mut add);
            source.chain.as_deref().map(&mut add);
        }
    }
    text
}
