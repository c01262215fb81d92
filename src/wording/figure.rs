//! Everything that is known of a figure: what it is, who printed it how, what speaks against it, what follows.

use super::formula::pattern;
use super::number::{derived_number, derived_unit, fixed, grouped, signed};
use super::{Entry, Topic, Words, formula_word, formula_words, severity_word, status_word};
use crate::analysis::{Derived, DerivedUnit, Figure, Formula, Interval, Precision, Severity};
use crate::dataset::{Code, Flow, Measure, Observation, Source, Status, Subject};

/// Everything that is known of a figure but what follows from it, in the order in which one would ask.
pub fn own(words: Words, figure: Figure) -> Vec<Entry> {
    let converted = words.shown(figure);
    let words = words.as_published();
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
    if converted != figure {
        let place = entries.len().min(2);
        entries.insert(place, conversion(words, converted));
    }
    entries.extend(checks(words, figure));
    entries
}

impl Words<'_> {
    /// Everything that the number of a figure may stand for; `None` where there is no number, or an exact one such as
    /// a rank.
    #[must_use]
    pub fn interval(self, figure: Figure) -> Option<Interval> {
        match figure {
            Figure::Published(at) => {
                let observation = self.dataset.observations.get(at)?;
                observation.value.filter(|_| rounds(observation)).and_then(Interval::printed)
            }
            Figure::Derived(at) => self.analysis.derived.get(at).map(|derived| derived.interval),
        }
    }

    /// What a derived figure may be, without its unit: `37.09 to 37.11`.
    #[must_use]
    pub fn derived_range(self, figure: Figure) -> Option<String> {
        match figure {
            Figure::Published(_) => None,
            Figure::Derived(at) => self.analysis.derived.get(at).map(derived_range),
        }
    }
}

fn of_observation(words: Words, observation: &Observation, figure: Figure) -> Vec<Entry> {
    let mut entries = vec![
        Entry::new("About", about(words, &observation.subject)),
        Entry::new("Value", value(words, observation, figure)),
    ];
    if let Some(interval) = words.interval(figure) {
        let number = words.number(figure).map(|number| number.unit).unwrap_or_default();
        let decimals = observation.value.map_or(0, crate::dataset::Quantity::decimals) + 1;
        let is_change = observation.measure == Measure::Growth;
        entries.push(Entry::new("Stands for", range(interval, decimals, is_change, &number)));
    }
    let printed = match (&observation.as_printed, observation.value) {
        (Some(words), _) => format!("\"{words}\""),
        (None, Some(_)) => "in words that the dataset does not give".to_owned(),
        (None, None) => "nothing".to_owned(),
    };
    entries.push(Entry::new("As printed", printed));
    entries.push(Entry::new("Source", words.source_and_place(observation)));
    if let Some(source) = words.dataset.source_of(observation) {
        entries.extend(of_source(source));
    }
    let status = observation.status;
    if status != Status::Normal || observation.value.is_none() {
        entries.push(Entry::new("Status", format!("{}, {}", status.code(), status_word(status))));
    }
    if let Some(note) = &observation.note {
        entries.push(Entry::new("Note", note.to_string()));
    }
    entries
}

/// Which trade it is about, and what is meant by the total of it.
fn about(words: Words, subject: &Subject) -> String {
    let about = words.about(subject);
    match subject.flow {
        Flow::Total => format!("{about} (total trade: exports + imports)"),
        Flow::Exports | Flow::Imports | Flow::Balance => about,
    }
}

/// A value in the currency that is looked at, and how it came about.
fn conversion(words: Words, shown: Figure) -> Entry {
    let number = words.value_line(shown);
    let how = match shown {
        Figure::Published(_) => "as the source gives it".to_owned(),
        Figure::Derived(at) => words.analysis.derived.get(at).map_or(String::new(), |derived| {
            format!("converted at the source's own rate ({})", derived_range(derived))
        }),
    };
    Entry { topic: Some(Topic::Figure(shown)), ..Entry::new("Converted", format!("{number}, {how}")) }
}

/// What is measured and the number.
fn value(words: Words, observation: &Observation, figure: Figure) -> String {
    let number = words.value_line(figure);
    match observation.measure {
        Measure::Value => number,
        Measure::Growth
        | Measure::Change
        | Measure::ShareChange
        | Measure::Index
        | Measure::Record
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
        Measure::Value
        | Measure::Growth
        | Measure::Share
        | Measure::Multiple
        | Measure::Change
        | Measure::ShareChange
        | Measure::Index
        | Measure::Record => true,
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
        Entry::new("About", about(words, &derived.subject)),
        Entry::new("Value", format!("derived: {}", words.value_line(figure))),
        Entry::new("Formula", format!("{}: {}", formula_words(derived.formula), working(words, derived))),
        Entry::new("Stands for", with_unit(derived)),
    ];
    let inputs = derived.inputs.iter().map(|input| (words.line(*input), Topic::Figure(*input)));
    entries.extend(Entry::list("Built on", inputs));
    entries
}

/// The formula with its numbers and what comes out: `283.67 − 246.57 = 37.10 bn CNY`.
fn working(words: Words, derived: &Derived) -> String {
    let mut text = pattern(derived.formula).to_owned();
    for (at, input) in derived.inputs.iter().enumerate() {
        text = text.replace(&format!("{{{at}}}"), &factor(words, derived.formula, *input));
    }
    let result = derived_number(derived, derived.point, derived.decimals);
    format!("{text} = {result} {}", derived_unit(derived.unit, derived.multiplier)).trim_end().to_owned()
}

/// A number as it goes into a formula: without sign for growth above zero, without unit; but a rate in per cent
/// that a value is multiplied with or divided by says so.
fn factor(words: Words, rule: Formula, figure: Figure) -> String {
    let Some(number) = words.number(figure) else { return String::new() };
    let percent = if number.unit == "%" && rule.precision() == Precision::OfValue { " %" } else { "" };
    format!("{}{}{percent}", number.whole, number.fraction).trim_start_matches(['+', '×']).to_owned()
}

/// Everything that a derived figure may be, without its unit: `37.09 to 37.11`.
fn derived_range(derived: &Derived) -> String {
    let show = |value| derived_number(derived, value, derived.interval_decimals);
    format!("{} to {}", show(derived.interval.low()), show(derived.interval.high()))
}

fn with_unit(derived: &Derived) -> String {
    let unit = derived_unit(derived.unit, derived.multiplier);
    format!("{} {unit}", derived_range(derived)).trim_end().to_owned()
}

fn range(interval: Interval, decimals: u32, is_change: bool, unit: &str) -> String {
    let show =
        |value| if is_change { signed(fixed(value, decimals)) } else { grouped(fixed(value, decimals)) };
    format!("{} to {} {unit}", show(interval.low()), show(interval.high())).trim_end().to_owned()
}

/// What the checks say against the figure, and what they note.
fn checks(words: Words, figure: Figure) -> impl Iterator<Item = Entry> {
    let said = move |notes: bool| {
        words.analysis.findings_on(figure).filter_map(move |at| {
            let finding = words.analysis.findings.get(at)?;
            let is_note = finding.severity == Severity::Note;
            let sentence = words.sentence(finding);
            let line =
                if is_note { sentence } else { format!("{}: {sentence}", severity_word(finding.severity)) };
            (is_note == notes).then_some((line, Topic::Finding(at)))
        })
    };
    Entry::list("Against", said(false)).chain(Entry::list("Noted", said(true)))
}

/// What follows: from a figure, everything built on it; instead of a missing one, what it must have been. A formula is
/// written in the numbers that it was worked out with, whatever currency is looked at.
pub fn following(words: Words, figure: Figure) -> Vec<Entry> {
    let words = words.as_published();
    let instead = words.observation(figure).filter(|o| o.value.is_none() && o.measure == Measure::Value);
    let of_subject = |at: &usize| {
        let derived = words.analysis.derived.get(*at);
        instead.zip(derived).is_some_and(|(missing, derived)| {
            missing.subject == derived.subject && missing.unit.map(DerivedUnit::Unit) == Some(derived.unit)
        })
    };
    let found =
        instead.map_or(0..0, |_| 0..words.analysis.derived.len()).filter(of_subject).map(Figure::Derived);
    let said = found.chain(words.analysis.following(figure)).filter_map(|next| {
        let Figure::Derived(at) = next else { return None };
        let derived = words.analysis.derived.get(at)?;
        let label = following_label(words, figure, derived);
        let text = format!("{label}: {} ({})", working(words, derived), derived_range(derived));
        Some((text, Topic::Figure(next)))
    });
    Entry::list("Follows", said).collect()
}

/// What a derived figure is called beside one that it is built on: its place is named where it is another one.
fn following_label(words: Words, figure: Figure, derived: &Derived) -> String {
    let word = formula_word(derived.formula);
    match words.subject(figure) {
        Some(subject) if subject.partner != derived.subject.partner => {
            format!("{} · {word}", words.short_place(&derived.subject.partner))
        }
        Some(_) | None => word.to_owned(),
    }
}
