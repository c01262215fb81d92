//! Checks a draft that nobody confirmed: reports findings of rows that the text says, and counts the rest.

mod firm;

use std::sync::Arc;

use foldhash::{HashMap, HashSet};

use super::Draft;
use super::proposal::Proposal;
use crate::analysis::{Analysis, Figure, Finding, Severity};
use crate::dataset::{Dataset, Measure, Unit};
use crate::wording::Words;
use firm::Firm;

/// A draft with its findings.
pub struct CheckedDraft {
    /// The rows without those of a collision.
    pub dataset: Dataset,
    /// Its analysis, with the findings that may be reported: contradictions and doubts of rows that the text says.
    pub analysis: Analysis,
    /// How many rows were left out, since nothing tells them apart.
    pub set_aside: usize,
    /// How many findings rest on something that no words say.
    pub unreported: usize,
}

impl CheckedDraft {
    /// Checks the rows of a draft that are told apart from all others.
    #[must_use]
    pub fn new(draft: &Draft) -> Self {
        let apart: HashSet<usize> = draft.collisions().into_iter().flatten().collect();
        let set_aside = apart.len();
        let mut rows = draft.rows.iter().enumerate();
        let kept = rows.by_ref().filter(|(at, _)| !apart.contains(at)).map(|(_, row)| row.clone());
        let kept = Draft { rows: kept.collect(), ..draft.clone() };
        let dataset = kept.to_dataset();
        let mut analysis = Analysis::new(&dataset);
        let counts = |finding: &Finding| finding.severity != Severity::Note;
        let found = analysis.findings.iter().filter(|finding| counts(finding)).count();
        let by_id: HashMap<&str, &Proposal> = kept.rows.iter().map(|row| (row.id.as_str(), row)).collect();
        let (repeated, firm) = (repeated(&kept.rows), Firm::new(&kept));
        let says = |id: &String| {
            by_id.get(id.as_str()).is_none_or(|row| firm.is_said(row) && !repeated.contains(&row.id))
        };
        let is_reported: Vec<bool> = {
            let words = Words::new(&dataset, &analysis);
            let may_stand = |finding: &Finding| counts(finding) && roots(words, finding).iter().all(says);
            analysis.findings.iter().map(may_stand).collect()
        };
        let mut is_reported = is_reported.into_iter();
        analysis.findings.retain(|_| is_reported.next().unwrap_or(false));
        let unreported = found - analysis.findings.len();
        Self { dataset, analysis, set_aside, unreported }
    }

    /// The rows of the draft that a finding rests on, in the order of the text.
    #[must_use]
    pub fn rows<'d>(&self, draft: &'d Draft, finding: &Finding) -> Vec<&'d Proposal> {
        let ids = roots(Words::new(&self.dataset, &self.analysis), finding);
        draft.rows.iter().filter(|row| ids.contains(&row.id)).collect()
    }
}

/// The ids of values that stand in the text twice, as numbers of two things: one of them was read wrongly.
fn repeated(rows: &[Proposal]) -> HashSet<String> {
    let mut by_number: HashMap<(String, i8, Unit), Vec<&Proposal>> = HashMap::default();
    for row in rows.iter().filter(|row| row.measure == Measure::Value) {
        by_number.entry((row.value.to_string(), row.multiplier, row.unit)).or_default().push(row);
    }
    let key = |row: &Proposal| {
        (
            row.flow.value,
            Arc::clone(&row.reporter.value),
            Arc::clone(&row.partner.value),
            row.product.value.clone(),
            row.period.value,
        )
    };
    let is_long = |row: &Proposal| row.value.to_string().bytes().filter(u8::is_ascii_digit).count() >= 3;
    let same = by_number.into_values().filter(|same| same.iter().any(|row| key(row) != key(same[0])));
    same.flatten().filter(|row| is_long(row)).map(|row| row.id.clone()).collect()
}

/// The ids of the published figures that a finding rests on.
fn roots(words: Words, finding: &Finding) -> Vec<String> {
    let all = finding.figures.iter().flat_map(|figure| match figure {
        Figure::Published(_) => vec![*figure],
        Figure::Derived(_) => words.rests_on(*figure),
    });
    all.map(|figure| words.id(figure).into_owned()).collect()
}
