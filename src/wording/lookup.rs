//! Figures that are calculated when a figure is opened: one line each, under "Calculated".

use super::claim::name;
use super::number::{between, fixed, grouped, signed};
use super::{Entry, Heading, Topic, Words, status_word};
use crate::analysis::{Dimension, Figure, Lookup, Percent};

/// The lines for a figure; each links to the figure that it was compared with.
pub fn entries(words: Words, figure: Figure) -> Vec<Entry> {
    let lookups = words.analysis.lookups(words.dataset, figure);
    let said = lookups.iter().map(|lookup| {
        let other = match lookup {
            Lookup::Growth { earlier, .. } => Some(*earlier),
            Lookup::Share { whole, .. } => Some(*whole),
            Lookup::Rank { .. } => None,
        };
        (line(words, figure, lookup), other.map(Topic::Figure))
    });
    Entry::list(Heading::Calculated, said).collect()
}

/// `growth over 2022: +23.1 % (+22.9 to +23.3 %)`, with the marks of what it rests on.
fn line(words: Words, figure: Figure, lookup: &Lookup) -> String {
    let said = match lookup {
        Lookup::Growth { earlier, growth } => {
            let base = name::period(words.subject(*earlier).and_then(|subject| subject.period));
            format!("growth over {base}: {}", percent(*growth, signed))
        }
        Lookup::Share { whole, share } => {
            let whole = name::figure(words, *whole, Dimension::Flow);
            format!("share of {whole}: {}", percent(*share, grouped))
        }
        Lookup::Rank { best, worst, others } => {
            let place = if best == worst {
                ordinal(*best)
            } else {
                format!("{} to {}", ordinal(*best), ordinal(*worst))
            };
            format!("rank among partners: {place} of {} given", others.len() + 1)
        }
    };
    let inherited = words.analysis.inherited_by(words.dataset, figure, lookup);
    let status = inherited.status.map(status_word);
    let contradicted = (!inherited.contradicted_by.is_empty()).then_some("contradicted");
    let marks: Vec<&str> = status.into_iter().chain(contradicted).collect();
    if marks.is_empty() { said } else { format!("{said}, from figures marked {}", marks.join(", ")) }
}

/// A number rounded to the digits that hold, with everything it may be.
fn percent(percent: Percent, show: impl Fn(rust_decimal::Decimal) -> String) -> String {
    let Percent { point, decimals, interval } = percent;
    let bounds = interval.decimals(decimals);
    let range = between(interval, |bound| show(fixed(bound, bounds)));
    format!("{} % ({range} %)", show(fixed(point, decimals)))
}

/// `1st`, `12th`, `23rd`
fn ordinal(place: usize) -> String {
    let ending = match (place % 10, place % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{place}{ending}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_have_their_endings() {
        for (place, written) in
            [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (112, "112th"), (123, "123rd")]
        {
            assert_eq!(ordinal(place), written);
        }
    }
}
