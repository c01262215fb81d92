//! Citations: the one line about a figure that goes into a text or a footnote.

use super::Words;
use crate::analysis::Figure;
use crate::dataset::{Observation, Source};

const MONTHS: [&str; 12] = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
];

impl Words<'_> {
    /// The words as printed, the publisher, the day, the place in the text, and who passed the figure on: `"246.57
    /// billion yuan" — Global Times, 7 February 2024, ¶1 (customs → Global Times)`.
    ///
    /// If no printed words are known, quotes the number as it is shown. A derived figure cites every published figure
    /// that it is calculated from. A contradicted figure is never cited without a word about it.
    #[must_use]
    pub fn citation(self, figure: Figure) -> String {
        let words = self.as_published();
        let cited = cited(words, figure);
        if words.is_contradicted(figure) { format!("{cited} [contradicted]") } else { cited }
    }

    /// The published figures that a figure is calculated from, in the order of the formulas, without repetition; empty
    /// for a published one.
    #[must_use]
    pub fn rests_on(self, figure: Figure) -> Vec<Figure> {
        let mut found = Vec::new();
        let mut open = self.inputs(figure);
        open.reverse();
        while let Some(next) = open.pop() {
            match next {
                Figure::Published(_) if !found.contains(&next) => found.push(next),
                Figure::Published(_) => {}
                Figure::Derived(_) => open.extend(self.inputs(next).into_iter().rev()),
            }
        }
        found
    }

    fn inputs(self, figure: Figure) -> Vec<Figure> {
        match figure {
            Figure::Published(_) => Vec::new(),
            Figure::Derived(at) => {
                self.analysis.derivations().get(at).map_or_else(Vec::new, |derived| derived.inputs().to_vec())
            }
        }
    }
}

fn cited(words: Words, figure: Figure) -> String {
    match figure {
        Figure::Published(at) => {
            words.dataset.observations.get(at).map_or_else(String::new, |row| published(words, row, figure))
        }
        Figure::Derived(_) => {
            let inputs: Vec<String> =
                words.rests_on(figure).into_iter().map(|input| cited(words, input)).collect();
            format!("{}, calculated from {}", words.value_line(figure), inputs.join("; "))
        }
    }
}

fn published(words: Words, row: &Observation, figure: Figure) -> String {
    let quoted = match &row.as_printed {
        Some(printed) => format!("\"{}\"", printed.replace('"', "'")),
        None => words.value_line(figure),
    };
    if let Some(slice) = words.dataset.slice {
        return of_table(words, row, figure, slice.day);
    }
    let source = words.dataset.source_of(row);
    let mut place = match source {
        Some(Source { publisher, published: Some(day), .. }) => format!("{publisher}, {}", long_day(*day)),
        Some(Source { publisher, published: None, .. }) => format!("{publisher}, undated"),
        None => "source not stated".to_owned(),
    };
    if let Some(locator) = &row.locator {
        place = format!("{place}, {locator}");
    }
    let chain = source.and_then(|source| Some((source.chain.as_ref()?, &source.publisher)));
    match chain.map(|(chain, publisher)| (chain, chain.strip_prefix(&**publisher))) {
        // A chain that begins with the publisher does not repeat its name.
        Some((_, Some(remark))) if remark.starts_with(" (") => format!("{quoted} — {place}{remark}"),
        Some((chain, _)) => format!("{quoted} — {place} ({chain})"),
        None => format!("{quoted} — {place}"),
    }
}

/// The citation of a figure from a table: its number, the question that it answers, the file with its lines, and the
/// day of the file: `582.756 bn USD — China, exports to USA, 2022; UN Comtrade, TradeData.csv, line 431, file of 20
/// November 2026`.
fn of_table(words: Words, row: &Observation, figure: Figure, day: Option<chrono::NaiveDate>) -> String {
    let (number, about) = (words.value_line(figure), words.about(&row.subject));
    let mut parts = vec![words.source_and_place(row)];
    parts.extend(row.note.as_ref().map(|note| format!("({note})")));
    parts.extend(day.map(|day| format!("file of {}", long_day(day))));
    format!("{number} — {about}; {}", parts.join(", "))
}

/// `7 February 2024`
pub(super) fn long_day(day: chrono::NaiveDate) -> String {
    use chrono::Datelike;
    format!("{} {} {}", day.day(), MONTHS[day.month0() as usize], day.year())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_written_out() {
        for (day, written) in [("2024-02-07", "7 February 2024"), ("1999-12-31", "31 December 1999")] {
            assert_eq!(long_day(day.parse().expect("a day")), written);
        }
    }
}
