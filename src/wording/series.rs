//! The names of the lines of a series.

use std::borrow::Cow;

use super::{Words, flow_word, transport_word};
use crate::dataset::{Flow, Observation, SeriesLine, WORLD};

/// Indexes of two of the parts of a name.
const PARTNER: usize = 1;
const FLOW: usize = 4;

impl<'a> Words<'a> {
    /// A distinct name for each line: the dataset's own label if all figures of the line share one, else the places,
    /// products, modes and flows in which the lines differ.
    #[must_use]
    pub(crate) fn line_names(self, lines: &[SeriesLine]) -> Vec<String> {
        let firsts: Vec<&Observation> = lines.iter().filter_map(|line| self.first(line)).collect();
        let parts: Vec<[Cow<str>; 5]> = firsts.iter().map(|first| self.parts(first)).collect();
        let differs = |at: usize| parts.iter().any(|part| part[at] != parts[0][at]);
        let told_apart: Vec<usize> = (0..5).filter(|at| differs(*at)).collect();
        // Trade with the world is named by its flow, total trade by its partner.
        let is_both = differs(PARTNER) && differs(FLOW);
        let name = |(line, parts): (&SeriesLine, &[Cow<str>; 5])| {
            let label = self.common_label(line).map(ToOwned::to_owned);
            label.unwrap_or_else(|| {
                let subject = self.first(line).map(|first| &first.subject);
                let is_world = subject.is_some_and(|subject| *subject.partner == *WORLD);
                let is_total = subject.is_some_and(|subject| subject.flow == Flow::Total);
                let is_said = |at: usize| match at {
                    PARTNER => !is_both || !is_world,
                    FLOW => !is_both || !is_total || is_world,
                    _ => true,
                };
                let named = told_apart.iter().filter(|at| is_said(**at)).map(|at| &*parts[*at]);
                named.collect::<Vec<_>>().join(", ")
            })
        };
        lines.iter().zip(&parts).map(name).collect()
    }

    fn first(self, line: &SeriesLine) -> Option<&'a Observation> {
        self.dataset.observations.get(line.points.first()?.row)
    }

    /// The label that all figures of a line share.
    fn common_label(self, line: &SeriesLine) -> Option<&'a str> {
        let label = |row: usize| self.dataset.observations.get(row)?.label.as_deref();
        let first = label(line.points.first()?.row)?;
        line.points.iter().all(|point| label(point.row) == Some(first)).then_some(first)
    }

    /// Reporter, partner, product, mode, flow.
    fn parts(self, observation: &'a Observation) -> [Cow<'a, str>; 5] {
        let subject = &observation.subject;
        [
            Cow::Borrowed(self.short_place(&subject.reporter)),
            if *subject.partner == *WORLD {
                Cow::Borrowed("all partners")
            } else {
                self.short_place_or_rest(&subject.partner)
            },
            Cow::Borrowed(subject.product.as_deref().unwrap_or("all products")),
            Cow::Borrowed(subject.transport.map_or("all modes", transport_word)),
            Cow::Borrowed(flow_word(subject.flow)),
        ]
    }
}
