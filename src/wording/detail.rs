//! Everything there is to say about one figure, as terms and what they mean.

use super::number::{derived_unit, fixed, grouped, is_change, signed};
use super::{Words, published, rule_word, status_word};
use crate::analysis::{Derived, Figure, Interval};
use crate::dataset::{Measure, Observation, Source, Status};

/// One thing said: a term and its text, perhaps leading to another figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What is being said: `Source`; empty where the line goes on with the term above it.
    pub term: &'static str,
    /// The text, of any length.
    pub text: String,
    /// The figure that the text speaks of, where it is another one.
    pub figure: Option<Figure>,
}

impl Entry {
    /// Plain text under a term.
    #[must_use]
    pub fn new(term: &'static str, text: impl Into<String>) -> Self {
        Self { term, text: text.into(), figure: None }
    }
}

/// The few lines that say most about a figure, the weightiest first.
#[must_use]
pub fn brief(words: Words, figure: Figure) -> Vec<Entry> {
    const WEIGHTIEST: [&str; 8] =
        ["Value", "Against", "As printed", "Status", "Formula", "Note", "Stands for", "Follows"];
    let mut term = "";
    let mut entries = Vec::new();
    for mut entry in detail(words, figure) {
        term = if entry.term.is_empty() { term } else { entry.term };
        if let (Some(observation), "As printed") = (words.observation(figure), term) {
            entry.text = format!("{}  {}", entry.text, words.source_and_place(observation));
        }
        entries.extend(WEIGHTIEST.iter().position(|known| *known == term).map(|weight| (weight, entry)));
    }
    entries.sort_by_key(|(weight, _)| *weight);
    entries.into_iter().map(|(_, entry)| entry).collect()
}

/// Everything that is known of a figure, in the order in which one would ask.
#[must_use]
pub fn detail(words: Words, figure: Figure) -> Vec<Entry> {
    let mut entries = Vec::new();
    match figure {
        Figure::Published(at) => {
            if let Some(observation) = words.dataset.observations.get(at) {
                entries.extend(of_observation(words, observation, figure));
            }
        }
        Figure::Derived(at) => {
            if let Some(derived) = words.analysis.derived.get(at) {
                entries.extend(of_derived(words, derived, figure));
            }
        }
    }
    entries.extend(checks(words, figure));
    entries.extend(following(words, figure));
    entries
}

fn of_observation(words: Words, observation: &Observation, figure: Figure) -> Vec<Entry> {
    let mut entries = vec![
        Entry::new("About", words.about(&observation.subject)),
        Entry::new("Value", value(words, observation, figure)),
    ];
    if let Some(interval) = observation.value.filter(|_| rounds(observation)).and_then(Interval::printed) {
        let number = words.number(figure).map(|number| number.unit).unwrap_or_default();
        let decimals = observation.value.map_or(0, crate::dataset::Quantity::decimals) + 1;
        let is_change = observation.measure == Measure::Growth;
        entries.push(Entry::new("Stands for", range(interval, decimals, is_change, &number)));
    }
    let printed =
        observation.as_printed.as_ref().map_or_else(|| "nothing".to_owned(), |words| format!("\"{words}\""));
    entries.push(Entry::new("As printed", printed));
    entries.push(Entry::new("Source", words.source_and_place(observation)));
    if let Some(source) = words.dataset.source_of(observation) {
        entries.extend(of_source(source));
    }
    let status = observation.status;
    if status != Status::Normal || observation.value.is_none() {
        entries.push(Entry::new("Status", format!("{}, {}", status.letter(), status_word(status))));
    }
    if let Some(note) = &observation.note {
        entries.push(Entry::new("Note", note.clone()));
    }
    entries
}

/// What is measured and the number.
fn value(words: Words, observation: &Observation, figure: Figure) -> String {
    let number = words.value_line(figure);
    match observation.measure {
        Measure::Value => number,
        Measure::Growth
        | Measure::Share
        | Measure::Multiple
        | Measure::Rank
        | Measure::Count
        | Measure::Mention => format!("{}: {number}", words.measured(observation)),
    }
}

/// Whether the number was rounded when it was printed; ranks and counts were not.
fn rounds(observation: &Observation) -> bool {
    match observation.measure {
        Measure::Value | Measure::Growth | Measure::Share | Measure::Multiple => true,
        Measure::Rank | Measure::Count | Measure::Mention => false,
    }
}

fn of_source(source: &Source) -> Vec<Entry> {
    let mut entries = Vec::new();
    entries.extend(source.title.as_ref().map(|title| Entry::new("Title", title.clone())));
    entries.extend(source.chain.as_ref().map(|chain| Entry::new("Passed on", chain.clone())));
    entries.extend(source.language.as_ref().map(|language| Entry::new("Language", language.clone())));
    entries.extend(source.path.as_ref().map(|path| Entry::new("Address", path.clone())));
    entries
}

fn of_derived(words: Words, derived: &Derived, figure: Figure) -> Vec<Entry> {
    let mut entries = vec![
        Entry::new("About", words.about(&derived.subject)),
        Entry::new("Value", format!("derived: {}", words.value_line(figure))),
        Entry::new("Formula", format!("{}: {}", derived.rule.formula(), working(words, derived))),
        Entry::new("Stands for", derived_range(derived)),
    ];
    for (at, input) in derived.inputs.iter().enumerate() {
        let text = format!("{}: {}", words.label(*input), words.value_line(*input));
        entries.push(Entry { term: if at == 0 { "Built on" } else { "" }, text, figure: Some(*input) });
    }
    entries
}

/// The formula with its numbers and what comes out: `283.67 − 246.57 = 37.10 bn CNY`.
fn working(words: Words, derived: &Derived) -> String {
    let mut text = derived.rule.pattern().to_owned();
    for (at, input) in derived.inputs.iter().enumerate() {
        text = text.replace(&format!("{{{at}}}"), &plain_number(words, *input));
    }
    let point = fixed(derived.point, derived.decimals);
    let result = if is_change(derived) { signed(point) } else { grouped(point) };
    format!("{text} = {result} {}", derived_unit(derived.unit, derived.multiplier)).trim_end().to_owned()
}

/// A number as it goes into a formula: without sign for growth above zero, without unit.
fn plain_number(words: Words, figure: Figure) -> String {
    let text = words.number(figure).map(|number| format!("{}{}", number.whole, number.fraction));
    text.unwrap_or_default().trim_start_matches(['+', '×']).to_owned()
}

fn derived_range(derived: &Derived) -> String {
    let unit = derived_unit(derived.unit, derived.multiplier);
    range(derived.interval, derived.interval_decimals, is_change(derived), &unit)
}

fn range(interval: Interval, decimals: u32, is_change: bool, unit: &str) -> String {
    let show =
        |value| if is_change { signed(fixed(value, decimals)) } else { grouped(fixed(value, decimals)) };
    format!("{} to {} {unit}", show(interval.low()), show(interval.high())).trim_end().to_owned()
}

/// What the checks say of the figure.
fn checks(words: Words, figure: Figure) -> impl Iterator<Item = Entry> {
    words.analysis.findings_on(figure).filter_map(move |at| {
        let finding = words.analysis.findings.get(at)?;
        Some(Entry::new("Against", format!("{}: {}", finding.severity.word(), finding.sentence)))
    })
}

/// What is built on the figure, each with its formula in numbers and what it may be.
fn following(words: Words, figure: Figure) -> Vec<Entry> {
    let mut entries = Vec::new();
    for next in words.analysis.following(figure) {
        let Figure::Derived(at) = next else { continue };
        let Some(derived) = words.analysis.derived.get(at) else { continue };
        let term = if entries.is_empty() { "Follows" } else { "" };
        let text = format!(
            "{}: {}, so {}",
            rule_word(derived.rule),
            working(words, derived),
            derived_range(derived)
        );
        entries.push(Entry { term, text, figure: Some(next) });
    }
    entries
}

/// Who published the figures of a dataset, each once: what stands over all of it.
#[must_use]
pub fn publishers(words: Words) -> String {
    let mut all: Vec<String> = Vec::new();
    for source in &words.dataset.sources {
        let shown = published(source);
        if !all.contains(&shown) {
            all.push(shown);
        }
    }
    match all.len() {
        0..=2 => all.join("; "),
        more => format!("{} and {} more", all[0], more - 1),
    }
}
