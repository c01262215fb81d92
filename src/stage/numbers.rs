//! Compares the numbers in the words of a tour with those of the dataset.
//!
//! A number is backed if a figure, its interval, its words, its source or the proof of a finding contains it, or
//! contains a more precise number that rounds to it; days, pages and paragraphs count as well. Numbers in words
//! ("twenty") are not read.

mod token;

use std::sync::Arc;

use ratatui::layout::Size;

use super::exhibit::{StagedStep, open_topic};
use crate::analysis::Figure;
use crate::dashboard::Model;
use crate::dataset::TourStep;
use crate::wording::{Entry, Heading, Words, detail};
use token::{NumberToken, tokens};

/// A number of a caption: its step, its property, and its spelling.
type WrittenNumber = (usize, &'static str, String);

/// The numbers in titles and texts that nothing in the dataset backs, in order.
pub fn unknown(model: &Arc<Model>, tour: &[TourStep], size: Size) -> Vec<WrittenNumber> {
    let of_step = |(at, step): (usize, &TourStep)| {
        let of = move |property, text: &str| {
            tokens(text).into_iter().map(move |token| (at, property, token)).collect::<Vec<_>>()
        };
        [of("title", &step.title), of("text", &step.text)].concat()
    };
    let mut open: Vec<(usize, &'static str, NumberToken)> =
        tour.iter().enumerate().flat_map(of_step).collect();
    let mut strike = |text: &str| {
        for known in tokens(text) {
            open.retain(|(.., token)| !token.is_backed_by(&known));
        }
        open.is_empty()
    };
    let words = model.words();
    let is_done = names(words).iter().any(|text| strike(text))
        || figures(words).any(|figure| of_figure(words, figure).iter().any(|text| strike(text)))
        || words.analysis.findings.iter().any(|finding| {
            words.proof(finding).iter().chain([&words.sentence(finding)]).any(|text| strike(text))
        })
        || tour.iter().any(|step| texts_in_view(model, step, size).iter().any(|text| strike(text)));
    if is_done {
        return Vec::new();
    }
    open.into_iter().map(|(step, property, token)| (step, property, token.written)).collect()
}

fn figures(words: Words<'_>) -> impl Iterator<Item = Figure> + '_ {
    let published = (0..words.dataset.observations.len()).map(Figure::Published);
    published.chain((0..words.analysis.derivations().len()).map(Figure::Derived))
}

/// Titles, names and days: their numbers count nothing, but may be quoted.
fn names(words: Words) -> Vec<String> {
    let dataset = words.dataset;
    let mut names = vec![dataset.title.clone()];
    for pane in &dataset.panes {
        names.push(pane.title.clone());
        names.extend(pane.note.clone());
    }
    for source in &dataset.sources {
        names.extend(source.title.clone());
        names.extend(source.published.map(|day| day.to_string()));
    }
    names.extend(dataset.products.iter().map(|product| product.name.clone()));
    names
}

/// The printed texts of a figure: its number and interval, its label, words, place and periods.
fn of_figure(words: Words, figure: Figure) -> Vec<String> {
    let mut texts = vec![words.value_line(figure)];
    if let Some(range) = words.derived_range(figure) {
        let unit = words.number(figure).map(|number| number.unit).unwrap_or_default();
        texts.push(format!("{range} {unit}"));
    }
    if let Some(row) = words.observation(figure) {
        let said = [row.label.as_deref(), row.as_printed.as_deref(), row.locator.as_deref()];
        texts.extend(said.into_iter().flatten().map(str::to_owned));
        texts.extend([row.subject.period, row.base].into_iter().flatten().map(|period| period.to_string()));
    }
    texts
}

/// All texts about the figure or finding that a step opens or selects.
fn texts_in_view(model: &Arc<Model>, step: &TourStep, size: Size) -> Vec<String> {
    let Ok(StagedStep { app, .. }) = StagedStep::new(model, step, size) else { return Vec::new() };
    let topic = open_topic(&app).or(app.selected());
    let entries = topic.map(|topic| detail(app.words(), topic)).unwrap_or_default();
    let is_of_figures = |entry: &Entry| entry.heading != Heading::Note;
    entries.into_iter().filter(is_of_figures).map(|entry| entry.text).collect()
}
