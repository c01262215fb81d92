//! Everything that is known about a figure or finding, in full and in brief.

mod could_be;
pub(super) mod figure;
mod finding;

use std::borrow::Cow;

use super::following::{following, following_in_brief};
use super::{Entry, Heading, Topic, Words, lookup};
use crate::analysis::Figure;

/// Everything that is known about a topic, the most obvious question first.
#[must_use]
pub fn detail(words: Words, topic: Topic) -> Vec<Entry> {
    match topic {
        Topic::Figure(figure) => {
            let said = figure::own(words, figure).into_iter().chain(following(words, figure));
            said.chain(lookup::entries(words, figure)).collect()
        }
        Topic::Finding(at) => finding::entries(words, at),
        Topic::Passed(at) => finding::passed_entries(words, at),
    }
}

/// The title of a topic.
#[must_use]
pub fn title(words: Words<'_>, topic: Topic) -> Cow<'_, str> {
    match topic {
        Topic::Figure(figure) => words.label(figure),
        Topic::Finding(_) => "What the checks found".into(),
        Topic::Passed(_) => "A check that passed".into(),
    }
}

/// A topic on one line.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Headline {
    /// The measure to write before the number, if it is not a value.
    pub measured: Option<String>,
    /// The number; for a finding, the word for it.
    pub title: String,
    /// The marks after the number, in words.
    pub marks: String,
    /// The trade in its wordings, from the fullest to the shortest; empty for a finding.
    pub trades: Vec<String>,
    /// The period of the trade; empty for a finding.
    pub period: String,
}

impl Words<'_> {
    /// The range of numbers that a published or derived figure may stand for, in words; `None` if it is exact.
    #[must_use]
    pub fn could_be(self, figure: Figure) -> Option<String> {
        let is_wanted = |heading| heading == Heading::CouldBe;
        figure::stated(self.as_published(), figure, is_wanted).pop().map(|entry| entry.text)
    }
}

/// The headings that a brief has, the most important first.
const WEIGHTIEST: [Heading; 10] = [
    Heading::Converted,
    Heading::AsPrinted,
    Heading::Formula,
    Heading::Finding,
    Heading::Passed,
    Heading::Severity,
    Heading::Proof,
    Heading::Verdict,
    Heading::Note,
    Heading::CouldBe,
];

fn is_in_brief(heading: Heading) -> bool {
    heading == Heading::Status || WEIGHTIEST.contains(&heading)
}

/// The most important entries about a topic. Entries that every figure has come first, so that they stay in place while
/// the selection moves. Derived figures come last and are calculated only if they are asked for.
pub fn brief(words: Words, topic: Topic) -> (Headline, impl Iterator<Item = Entry>) {
    let (own, figure) = match topic {
        Topic::Figure(figure) => (figure::stated(words, figure, is_in_brief), Some(figure)),
        Topic::Finding(at) => (finding::entries(words, at), None),
        Topic::Passed(at) => (finding::passed_entries(words, at), None),
    };
    // Next to a converted number, the verdict is worth more than the words that the other one was printed in.
    let is_converted = own.iter().any(|entry| entry.heading == Heading::Converted);
    let mut marks = Vec::new();
    let mut entries = Vec::new();
    // The name of a term without its number, on the line below, would be half a sentence.
    let is_split = |entry: &Entry| entry.heading == Heading::Proof && entry.text.starts_with(' ');
    let is_proof_split = own.iter().any(is_split);
    for mut entry in own {
        if is_proof_split && entry.heading == Heading::Proof {
            continue;
        }
        if entry.heading == Heading::Status {
            marks.push(std::mem::take(&mut entry.text));
        } else if entry.heading == Heading::AsPrinted {
            let observation = figure.and_then(|figure| words.observation(figure));
            entry.aside = observation.map(|observation| words.source_and_place(observation));
        }
        if entry.heading == Heading::Formula
            && let Some(brief) = entry.brief.take()
        {
            entry.text = brief;
        }
        if let (Heading::Verdict, Some(figure)) = (entry.heading, figure) {
            entry.brief = Some(words.brief_verdict(figure));
        }
        let is_last = is_converted && entry.heading == Heading::AsPrinted;
        let weight = WEIGHTIEST.iter().position(|known| *known == entry.heading);
        let weight = if is_last { Some(WEIGHTIEST.len()) } else { weight };
        entries.extend(weight.map(|weight| (weight, entry)));
    }
    entries.sort_by_key(|(weight, _)| *weight);
    let headline = figure.map(|figure| {
        let cross = words.cross_explained(figure).map(|meaning| format!("✗, {meaning}"));
        marks.extend(cross.or_else(|| words.worst_finding(figure).map(str::to_owned)));
        let (trades, period) = words.subject(figure).map_or_else(Default::default, |subject| {
            let (trades, period) = words.trades(&subject);
            let named = words.with_product_name(figure, &trades[0]);
            (named.into_iter().chain(trades).collect(), period)
        });
        let (measured, title) = (figure::kind_of_number(words, figure), words.value_line(figure));
        Headline { measured, title, marks: marks.join("; "), trades, period }
    });
    let found = || Headline { title: title(words, topic).into_owned(), ..Headline::default() };
    let following = move || figure.map(|figure| following_in_brief(words, figure));
    let following = std::iter::once_with(following).flatten().flatten();
    (headline.unwrap_or_else(found), entries.into_iter().map(|(_, entry)| entry).chain(following))
}
