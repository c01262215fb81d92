//! Finding rows by what is typed, whatever its case and accents.

use crate::text::fold;
use crate::wording::{Topic, Words};

/// What each row of each pane can be found by: label, places, product, note and source.
#[derive(Debug, Clone)]
pub struct Haystack {
    folded: Vec<Vec<String>>,
}

impl Haystack {
    /// Of all rows of all panes.
    pub fn new(words: Words, panes: &[Vec<Topic>]) -> Self {
        let folded = |row: &Topic| fold(&findable(words, *row));
        Self { folded: panes.iter().map(|rows| rows.iter().map(folded).collect()).collect() }
    }

    /// The rows of a pane that have every word of `needle` in them.
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
    if let Some(observation) = words.observation(figure) {
        observation.note.as_deref().map(&mut add);
        add(&words.source_and_place(observation));
    }
    text
}
