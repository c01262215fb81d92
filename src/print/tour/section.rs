//! The contents of a step, divided into sections for paper.

use super::super::row::{FigureRow, reference};
use crate::analysis::Figure;
use crate::dashboard::{App, Layout};
use crate::stage::{Exhibit, StagedStep, open_topic};
use crate::wording::{Topic, Words, detail};

/// A section of a step.
pub(super) enum Section<'a> {
    /// Figures under the title of their pane, if they come from one.
    Figures { title: Option<String>, rows: Vec<FigureRow>, below: Option<String> },
    /// The findings of a pane.
    Findings { title: String, rows: &'a [Topic] },
    /// Lines of a proof or of an open text, each with its term, which is empty if it repeats that of the line above.
    Lines { title: String, lines: Vec<(&'static str, String)> },
}

/// The contents of a step, part by part.
pub(super) fn sections(staged: &StagedStep) -> Vec<Section<'_>> {
    let app = &staged.app;
    let words = app.words();
    match (&staged.exhibit, open_topic(app)) {
        (Exhibit::Number(figure), _) => vec![figures(words, [*figure])],
        (Exhibit::Proof(topic, entries), _) => {
            let lines = entries.iter().map(|entry| (entry.term(usize::MAX), entry.text.clone())).collect();
            vec![Section::Lines { title: title(words, *topic), lines }, behind(words, *topic)]
        }
        (Exhibit::View | Exhibit::Row, Some(topic)) => {
            let lines = detail(words, topic)
                .iter()
                .map(|entry| (entry.term(usize::MAX), entry.text.clone()))
                .collect();
            vec![Section::Lines { title: title(words, topic), lines }]
        }
        (Exhibit::View | Exhibit::Row, None) => panes(app),
    }
}

/// The panes in view, each with all its rows.
fn panes(app: &App) -> Vec<Section<'_>> {
    let Layout::Panes(layout) = app.layout() else { return Vec::new() };
    let words = app.words();
    let section = |pane: usize| {
        let described = app.panes().get(pane)?;
        let note = described.note.as_ref().map_or(String::new(), |note| format!(" ({note})"));
        let title = format!("{}{note}", described.title);
        if described.kind.has_findings() {
            return Some(Section::Findings { title, rows: app.rows(pane) });
        }
        let rows = app.rows(pane).iter().filter_map(|row| row.figure());
        let rows = rows.map(|figure| FigureRow::new(words, figure)).collect();
        let below = described.reference.map(|at| reference(words, at));
        Some(Section::Figures { title: Some(title), rows, below })
    };
    layout.panes.iter().filter_map(|(pane, _)| section(*pane)).collect()
}

/// The figures that a proof uses, with their sources.
fn behind(words: Words<'_>, topic: Topic) -> Section<'_> {
    match topic {
        Topic::Figure(figure) => figures(words, [figure]),
        Topic::Finding(at) => {
            let finding = words.analysis.findings.get(at).map(|finding| &finding.figures);
            figures(words, finding.into_iter().flatten().copied())
        }
        Topic::Passed(at) => {
            let passed = words.analysis.passed.get(at).map(|passed| &passed.figures);
            figures(words, passed.into_iter().flatten().copied())
        }
    }
}

fn figures(words: Words<'_>, figures: impl IntoIterator<Item = Figure>) -> Section<'_> {
    let rows = figures.into_iter().map(|figure| FigureRow::new(words, figure)).collect();
    Section::Figures { title: None, rows, below: None }
}

/// The sentence of a finding, or the label of a figure.
fn title(words: Words, topic: Topic) -> String {
    match topic {
        Topic::Figure(figure) => words.label(figure).into_owned(),
        Topic::Finding(at) => {
            words.analysis.findings.get(at).map_or_else(String::new, |finding| words.sentence(finding))
        }
        Topic::Passed(at) => {
            words.analysis.passed.get(at).map_or_else(String::new, |passed| words.passed_sentence(passed))
        }
    }
}
