//! The entries of the figures that are derived from a figure.

use std::borrow::Cow;

use super::detail::figure::{derived_range, working};
use super::formula::following_label;
use super::number::{derived_number, derived_unit};
use super::{Entry, Heading, Topic, Words};
use crate::analysis::{Derived, DerivedUnit, Figure};
use crate::dataset::Measure;

/// The figures derived from this one, with their formulas; for a missing value, also those derived to replace it.
/// Formulas use the numbers that they were calculated with, whatever the chosen currency.
pub fn following(words: Words, figure: Figure) -> Vec<Entry> {
    let words = words.as_published();
    let said = derived_from(words, figure).map(|(next, derived)| {
        let label = following_label(words, figure, &derived);
        let result = with_marks(words, next, &working(words, &derived));
        let text = format!("{label}: {result} ({})", derived_range(&derived));
        (text, Some(Topic::Figure(next)))
    });
    Entry::list(Heading::LeadsTo, said).collect()
}

/// The same without formulas and bounds: `Imports 37.10 bn CNY ✗`.
pub fn following_in_brief(words: Words<'_>, figure: Figure) -> impl Iterator<Item = Entry> {
    let words = words.as_published();
    let said = derived_from(words, figure).map(move |(next, derived)| {
        let label = following_label(words, figure, &derived);
        let result = derived_number(&derived, derived.point, derived.decimals);
        let text = format!("{label} {result} {}", derived_unit(&derived));
        (with_marks(words, next, text.trim_end()), Some(Topic::Figure(next)))
    });
    Entry::list(Heading::LeadsTo, said)
}

/// A text about a derived figure with the marks that it inherits behind it, if there are some.
fn with_marks(words: Words, figure: Figure, text: &str) -> String {
    let marks = words.marks(figure);
    if marks.is_empty() { text.to_owned() } else { format!("{text} {marks}") }
}

/// The figures derived from this one; for a missing value, first those derived to replace it.
fn derived_from(words: Words<'_>, figure: Figure) -> impl Iterator<Item = (Figure, Cow<'_, Derived>)> {
    let instead = words.observation(figure).filter(|o| o.value.is_none() && o.measure == Measure::Value);
    let of_subject = move |at: &usize| {
        instead.is_some_and(|missing| {
            let unit = words.analysis.derived_unit(words.dataset, *at);
            missing.unit.map(DerivedUnit::Unit) == unit
                && words.subject(Figure::Derived(*at)).is_some_and(|subject| *subject == missing.subject)
        })
    };
    let found = instead
        .map_or(0..0, |_| 0..words.analysis.derivations().len())
        .filter(of_subject)
        .map(Figure::Derived);
    found.chain(words.analysis.following(figure)).filter_map(move |next| {
        let Figure::Derived(at) = next else { return None };
        Some((next, words.derived(at)?))
    })
}
