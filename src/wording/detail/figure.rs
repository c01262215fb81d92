//! The entries of a figure: its number, source and words, what the checks found, what follows.

use super::super::formula::pattern;
use super::super::number::{derived_number, derived_power, derived_unit, fixed, grouped};
use super::super::slice::as_printed;
use super::super::stated::Stated;
use super::super::{Entry, Heading, Topic, Words, formula_words, status_word};
use super::could_be::could_be;
use crate::analysis::{Derived, DerivedUnit, Figure, Interval, Precision, Severity, stands_for};
use crate::dataset::{Code, Flow, Measure, Observation, Source, Status, Subject, Unit};

/// All entries of a figure except derived figures, the most obvious question first.
pub fn own(words: Words, figure: Figure) -> Vec<Entry> {
    let mut entries = stated(words, figure, |_| true);
    let words = words.as_published();
    entries.extend(inherits(words, figure));
    entries.extend(checks(words, figure));
    entries
}

/// The entries that a figure has by itself, under the headings that are wanted; no text is made under others.
pub fn stated(words: Words, figure: Figure, is_wanted: fn(Heading) -> bool) -> Vec<Entry> {
    let converted = words.shown(figure);
    let words = words.as_published();
    let mut stated = Stated::new(is_wanted);
    match figure {
        Figure::Published(at) => {
            if let Some(observation) = words.dataset.observations.get(at) {
                of_observation(words, observation, figure, &mut stated);
            }
        }
        Figure::Derived(at) => {
            if let Some(derived) = words.derived(at) {
                of_derived(words, &derived, figure, &mut stated);
            }
        }
    }
    let mut entries = stated.entries;
    if converted != figure {
        let place = entries.len().min(2);
        entries.insert(place, conversion(words, converted));
    }
    entries
}

impl Words<'_> {
    /// The interval of the number of a figure, in its unit and power of ten; `None` without a number, and for ranks and
    /// counts, which are exact.
    #[must_use]
    pub fn interval(self, figure: Figure) -> Option<Interval> {
        match figure {
            Figure::Published(at) => {
                let observation = self.dataset.observations.get(at)?;
                Some(observation).filter(|row| rounds(row)).and_then(|row| stands_for(self.dataset, row))
            }
            Figure::Derived(at) => self.derived(at).map(|derived| derived.interval),
        }
    }

    /// The interval of a derived figure without its unit: `37.09 to 37.11`.
    #[must_use]
    pub fn derived_range(self, figure: Figure) -> Option<String> {
        match figure {
            Figure::Published(_) => None,
            Figure::Derived(at) => self.derived(at).map(|derived| derived_range(&derived)),
        }
    }
}

fn of_observation(words: Words, observation: &Observation, figure: Figure, stated: &mut Stated) {
    stated.add(Heading::About, || about(words, &observation.subject));
    stated.add(Heading::Value, || value(words, observation, figure));
    stated.add(Heading::Verdict, || words.verdict(figure));
    if let Some(bounds) = words.interval(figure).zip(observation.value) {
        stated.add(Heading::CouldBe, || could_be(words, (figure, observation), bounds));
    }
    stated.add(Heading::AsPrinted, || as_printed(words, observation));
    stated.add(Heading::Source, || words.source_and_place(observation));
    if let Some(source) = words.dataset.source_of(observation) {
        of_source(source, stated);
    }
    if observation.value.is_some() || observation.as_printed.is_some() {
        stated.add(Heading::Cite, || words.citation(figure));
    }
    let status = observation.status;
    if status != Status::Normal {
        stated.add(Heading::Status, || format!("{}, {}", status.code(), status_word(status)));
    }
    if let Some(note) = &observation.note {
        stated.add(Heading::Note, || note.to_string());
    }
}

/// The trade, with an explanation of "total trade".
fn about(words: Words, subject: &Subject) -> String {
    let about = words.about(subject);
    match subject.flow {
        Flow::Total if words.is_flow_said() => format!("{about} (total trade: exports + imports)"),
        Flow::Total => format!("{about} (the table does not say whether exports or imports)"),
        Flow::Exports | Flow::Imports | Flow::Balance => about,
    }
}

/// The value in the chosen currency, and how it was converted.
fn conversion(words: Words, shown: Figure) -> Entry {
    let number = words.value_line(shown);
    let how = match shown {
        Figure::Published(_) => "as the source gives it".to_owned(),
        Figure::Derived(at) => words.derived(at).map_or(String::new(), |derived| {
            format!("converted at the source's own rate ({})", derived_range(&derived))
        }),
    };
    Entry { topic: Some(Topic::Figure(shown)), ..Entry::new(Heading::Converted, format!("{number}, {how}")) }
}

/// The number, with its measure before it if that is not a value.
fn value(words: Words, observation: &Observation, figure: Figure) -> String {
    let number = words.value_line(figure);
    match measured(words, observation) {
        Some(measured) => format!("{measured}: {number}"),
        None => number,
    }
}

/// The measure, if it is not a value, and if there is something to say of it.
fn measured(words: Words, observation: &Observation) -> Option<String> {
    match observation.measure {
        Measure::Value | Measure::Mention => None,
        Measure::Growth
        | Measure::Share
        | Measure::Multiple
        | Measure::Change
        | Measure::ShareChange
        | Measure::Index
        | Measure::Record
        | Measure::Rank
        | Measure::Count
        | Measure::UnitValue => Some(words.measured(observation)),
    }
}

/// The measure to write before a number, if any: `growth over 2022`. A derived figure has its formula below it.
pub fn kind_of_number(words: Words, figure: Figure) -> Option<String> {
    words.observation(figure).and_then(|observation| measured(words, observation))
}

/// True if the number was rounded when it was printed; ranks and counts are exact.
fn rounds(observation: &Observation) -> bool {
    match observation.measure {
        Measure::Value
        | Measure::Growth
        | Measure::Share
        | Measure::Multiple
        | Measure::Change
        | Measure::ShareChange
        | Measure::Index
        | Measure::Record
        | Measure::UnitValue => true,
        Measure::Rank | Measure::Count | Measure::Mention => false,
    }
}

/// A language by its code of ISO 639, in English where drafts are read in it.
fn language_name(code: &str) -> &str {
    match code {
        "en" => "English",
        "ru" => "Russian",
        "zh" => "Chinese",
        other => other,
    }
}

fn of_source(source: &Source, stated: &mut Stated) {
    let texts = [
        (Heading::Title, source.title.as_deref()),
        (Heading::ReportedVia, source.chain.as_deref()),
        (Heading::Language, source.language.as_deref().map(language_name)),
        (Heading::Address, source.path.as_deref()),
    ];
    for (heading, text) in texts {
        if let Some(text) = text {
            stated.add(heading, || text.to_owned());
        }
    }
}

fn of_derived(words: Words, derived: &Derived, figure: Figure, stated: &mut Stated) {
    stated.add(Heading::About, || about(words, &derived.subject));
    stated.add(Heading::Value, || format!("derived: {}", words.value_line(figure)));
    stated.add(Heading::Verdict, || words.verdict(figure));
    if stated.wants(Heading::Formula) {
        stated.entries.push(formula(words, derived));
    }
    stated.add(Heading::CouldBe, || format!("{} (rounding)", with_unit(derived)));
    if stated.wants(Heading::BasedOn) {
        let inputs = derived.inputs.iter().map(|input| (words.line(*input), Some(Topic::Figure(*input))));
        stated.entries.extend(Entry::list(Heading::BasedOn, inputs));
    }
    stated.add(Heading::Cite, || words.citation(figure));
}

/// The formula in words, then with its numbers; the brief text leaves out the result, which is shown above it.
fn formula(words: Words, derived: &Derived) -> Entry {
    let formula = formula_words(derived.formula);
    let text = format!("{formula}: {}", working(words, derived));
    let brief = Some(format!("{formula}: {}", with_numbers(words, derived)));
    Entry { brief, ..Entry::new(Heading::Formula, text) }
}

/// The formula with its numbers and its result: `283.67 − 246.57 = 37.10 bn CNY`.
pub(in crate::wording) fn working(words: Words, derived: &Derived) -> String {
    let result = derived_number(derived, derived.point, derived.decimals);
    let equation = format!("{} = {result} {}", with_numbers(words, derived), derived_unit(derived));
    // Nobody expects a quotient to come out even; a sum is expected to.
    let is_rounded = derived.is_rounded && derived.formula.precision() == Precision::Exact;
    format!("{}{}", equation.trim_end(), if is_rounded { " (rounded)" } else { "" })
}

/// The formula with its numbers: `283.67 − 246.57`.
fn with_numbers(words: Words, derived: &Derived) -> String {
    let mut text = pattern(derived.formula).to_owned();
    for (at, input) in derived.inputs.iter().enumerate() {
        text = text.replace(&format!("{{{at}}}"), &factor(words, derived, *input));
    }
    text
}

/// A number as it is written in a formula: without a plus sign and unit, but with a percent sign if a value is
/// multiplied or divided by it. An amount has the power of ten of the result.
fn factor(words: Words, result: &Derived, figure: Figure) -> String {
    let printed = match figure {
        Figure::Published(at) => words.dataset.observations.get(at).and_then(|row| {
            let value = row.value?;
            Some((value.value(), value.decimals(), row.unit?, row.multiplier))
        }),
        Figure::Derived(at) => words.derived(at).map(|derived| {
            let unit = match derived.unit {
                DerivedUnit::Unit(unit) => unit,
                DerivedUnit::Points | DerivedUnit::Rate(..) => Unit::Factor,
            };
            (derived.point, derived.decimals, unit, derived.multiplier)
        }),
    };
    let Some((value, decimals, unit, multiplier)) = printed else { return String::new() };
    let shown_alike = unit.is_amount() && multiplier == result.multiplier;
    let value =
        if shown_alike { derived_power(result).value(value, decimals) } else { fixed(value, decimals) };
    let is_percent = unit == Unit::Percent && result.formula.precision() == Precision::OfValue;
    if is_percent { format!("{} %", grouped(value)) } else { grouped(value) }
}

/// The interval of a derived figure without its unit: `37.09 to 37.11`.
pub(in crate::wording) fn derived_range(derived: &Derived) -> String {
    let show = |value| derived_number(derived, value, derived.interval_decimals);
    format!("{} to {}", show(derived.interval.low()), show(derived.interval.high()))
}

fn with_unit(derived: &Derived) -> String {
    let unit = derived_unit(derived);
    format!("{} {unit}", derived_range(derived)).trim_end().to_owned()
}

/// The marks that the figure inherits, each with its origin.
fn inherits(words: Words, figure: Figure) -> impl Iterator<Item = Entry> {
    let inherited = words.analysis.inherited(words.dataset, figure);
    let marks = inherited.from.into_iter().map(move |root| {
        let contradicted = words.worst_finding(root).filter(|_| words.is_contradicted(root));
        let status = words.shown_status(root).map(status_word);
        let marks: Vec<&str> = status.into_iter().chain(contradicted).collect();
        (format!("{}: {}", words.line(root), marks.join(", ")), Some(Topic::Figure(root)))
    });
    Entry::list(Heading::Inherits, marks)
}

/// The contradictions, then the doubts, then the notes on a figure.
fn checks(words: Words, figure: Figure) -> impl Iterator<Item = Entry> {
    let said = move |heading: Heading, severity: Severity| {
        let found = words.analysis.findings_on(figure).filter_map(move |at| {
            let finding = words.analysis.findings.get(at).filter(|finding| finding.severity == severity)?;
            Some((words.sentence(finding), Some(Topic::Finding(at))))
        });
        Entry::list(heading, found)
    };
    said(Heading::ContradictedBy, Severity::Contradiction)
        .chain(said(Heading::DoubtedBy, Severity::Doubt))
        .chain(said(Heading::Noted, Severity::Note))
}
