//! The lines of a proof as an audience reads them, one statement each.

use crate::analysis::{Figure, Finding};
use crate::dashboard::App;
use crate::wording::{Entry, Heading, PictureRow, Topic, Words, detail};

/// The proof of a finding, the formula of a derived figure with its inputs, or what follows from a published one; empty
/// if there is none.
pub fn proof(app: &App, topic: Topic) -> Vec<Entry> {
    let words = app.words();
    let analysis = words.analysis;
    match topic {
        Topic::Figure(Figure::Derived(_)) => {
            of_detail(words, topic, |heading| matches!(heading, Heading::Formula | Heading::BasedOn))
        }
        Topic::Figure(Figure::Published(_)) => of_detail(words, topic, |heading| heading == Heading::LeadsTo),
        Topic::Finding(at) => {
            let finding = analysis.findings.get(at);
            steps(finding.map(|finding| short(words.as_published(), finding)))
        }
        Topic::Passed(at) => {
            steps(analysis.passed.get(at).map(|passed| words.as_published().passed_proof_steps(passed)))
        }
    }
}

/// The lines about a topic under the wanted headings.
fn of_detail(words: Words, topic: Topic, is_wanted: impl Fn(Heading) -> bool) -> Vec<Entry> {
    detail(words, topic).into_iter().filter(|entry| is_wanted(entry.heading)).collect()
}

/// The steps of a proof as entries under one heading.
fn steps(texts: Option<Vec<String>>) -> Vec<Entry> {
    let entry = |(at, text): (usize, String)| Entry { continues: at > 0, ..Entry::new(Heading::Proof, text) };
    texts.into_iter().flatten().enumerate().map(entry).collect()
}

/// The steps of a proof. A range that the picture shows is named as it is there, in a few words.
fn short(words: Words, finding: &Finding) -> Vec<String> {
    let picture = words.picture(finding);
    let rows: Vec<&PictureRow> =
        picture.iter().flat_map(|picture| picture.parts.iter().chain(&picture.pair)).collect();
    let shortened = |step: String| {
        let row = rows.iter().find(|row| {
            !row.working.is_empty() && step.contains(&format!("= {} = {}", row.working, row.range))
        });
        row.map_or(step, |row| format!("{} = {} = {}", row.label, row.working, row.range))
    };
    words.proof_steps(finding).into_iter().map(shortened).collect()
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Size;

    use super::*;

    #[test]
    fn a_proof_is_one_short_statement_after_the_other() {
        let app = App::new(crate::formats::bundled().expect("a dataset").dataset, Size::new(80, 24));
        let lines: Vec<String> = proof(&app, Topic::Finding(0)).into_iter().map(|entry| entry.text).collect();
        let expected = [
            "exports 2022 = 246.57 / 1.232 = 200.05 to 200.22 bn CNY",
            "total trade 2022 = 283.67 / 1.50 = 188.48 to 189.75 bn CNY",
            "imports 2022 = total − exports = −11.74 to −10.30 bn CNY, below zero",
        ];
        assert_eq!(lines[..3], expected);
        assert_eq!(lines.len(), 5);
    }
}
