//! Compares a figure with the same figure in another dataset.

use super::{Entry, Heading, Topic, Words};
use crate::analysis::{Agreement, Comparable, Figure};
use crate::dataset::Measure;

/// The entries for a figure of `here` and the same figures of `there`: the conclusion, the figure's own number, and
/// each of the others with a link to it.
pub fn elsewhere(here: Words, figure: Figure, there: Words) -> Vec<Entry> {
    let (here, there) = (here.as_published(), there.as_published());
    let about = here.subject(figure).map(|subject| Entry::new(Heading::About, here.about(&subject)));
    let mut entries = vec![Entry::new(Heading::Here, line(here, figure))];
    let Some(own) = comparable(here, figure) else {
        let why = "This is calculated from other figures and is not an amount: other reports are not searched for it.";
        entries.insert(0, Entry::new(Heading::Agreement, why));
        return about.into_iter().chain(entries).collect();
    };
    // A derived figure replaces a missing number.
    let substitute = substitute(here, figure);
    entries.extend(substitute.map(|figure| Entry::new(Heading::Calculated, line(here, figure))));
    let compared = substitute.and_then(|figure| comparable(here, figure)).unwrap_or_else(|| own.clone());
    let mut found = Vec::new();
    for at in 0..there.dataset.observations.len() {
        let other = Figure::Published(at);
        let same = comparable(there, other).filter(|other| other.is_same(&own));
        if let Some(same) = same.filter(|_| there.number(other).is_some()) {
            found.push((other, compared.agreement(&same)));
        }
    }
    let mut said = agreement(&found.iter().map(|(_, how)| *how).collect::<Vec<_>>());
    let is_contradicted = here.is_contradicted(figure);
    if is_contradicted
        && found.iter().any(|(_, how)| matches!(how, Some(Agreement::Same | Agreement::Possible)))
    {
        said.push_str(" That does not settle the contradiction.");
    }
    entries.insert(0, Entry::new(Heading::Agreement, said));
    let others = found.into_iter().map(|(other, how)| {
        let how = how.map_or("printed there, not here", relation);
        (format!("{}: {how}", line(there, other)), Some(Topic::Figure(other)))
    });
    entries.extend(Entry::list(Heading::Elsewhere, others));
    about.into_iter().chain(entries).collect()
}

fn comparable(words: Words<'_>, figure: Figure) -> Option<Comparable<'_>> {
    match figure {
        Figure::Published(at) => {
            let row = words.dataset.observations.get(at)?;
            Some(Comparable::from_row(words.dataset, row)).filter(|_| row.measure != Measure::Mention)
        }
        Figure::Derived(at) => Comparable::from_derived(words.derived(at)?),
    }
}

/// The derived amount that replaces a missing number.
fn substitute(words: Words, figure: Figure) -> Option<Figure> {
    let missing = words.observation(figure).filter(|row| row.value.is_none())?;
    let missing = Comparable::from_row(words.dataset, missing);
    let is_same = |at: &usize| {
        let derived = words.derived(*at).and_then(Comparable::from_derived);
        derived.is_some_and(|derived| derived.is_same(&missing))
    };
    (0..words.analysis.derivations().len()).find(is_same).map(Figure::Derived)
}

/// `246.57 bn CNY, nCa, 2024-02-15`
fn line(words: Words, figure: Figure) -> String {
    let number = words.value_line(figure);
    let printed = words.observation(figure).map(|row| words.source_and_place(row));
    let Some(source) = printed else {
        let range = words.derived_range(figure).unwrap_or_default();
        return format!("{number} ({range}), {}", words.formula(figure).unwrap_or_default());
    };
    format!("{number}, {source}")
}

fn relation(agreement: Agreement) -> &'static str {
    match agreement {
        Agreement::Same => "the same number",
        Agreement::Possible => "agrees: both can be roundings of one number",
        Agreement::Apart => "differs: they cannot be roundings of one number",
        Agreement::Unknown => "\"about\", so nobody can tell",
    }
}

fn agreement(found: &[Option<Agreement>]) -> String {
    let count = |wanted: &[Agreement]| found.iter().flatten().filter(|how| wanted.contains(how)).count();
    let (agree, differ) = (count(&[Agreement::Same, Agreement::Possible]), count(&[Agreement::Apart]));
    let reports = |count: usize| if count == 1 { "1 report".to_owned() } else { format!("{count} reports") };
    match (found.len(), agree, differ) {
        (0, ..) => "No other report has this figure.".to_owned(),
        (all, _, 0) if all == agree && all == 1 => "The one other report that has it agrees.".to_owned(),
        (2, 2, 0) => "Both other reports that have it agree.".to_owned(),
        (all, _, 0) if all == agree => format!("All {all} other reports that have it agree."),
        (_, 0, 0) => format!("Printed there by {}.", reports(found.len())),
        (all, agree, differ) => format!("Of {}, {agree} agree and {differ} differ.", reports(all)),
    }
}
