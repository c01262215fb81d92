//! Where rules put down what they found.

use std::collections::{HashMap, HashSet};

use super::assumption::Assumption;
use crate::analysis::words::{clip_id, folded};
use crate::analysis::{Analysis, Figure, Finding, Held, Severity};
use crate::dataset::{Dataset, Status};

/// What the rules found, and what they found to hold.
pub struct Report<'a> {
    dataset: &'a Dataset,
    pub findings: Vec<Finding>,
    pub held: Vec<Held>,
    pub held_count: usize,
    /// How many findings of each severity each rule has made, those left out included.
    counts: HashMap<(&'static str, Severity), usize>,
    order: Vec<(&'static str, Severity)>,
}

/// The words of a finding in the making.
pub struct Draft {
    sentence: String,
    proof: Vec<String>,
}

impl<'a> Report<'a> {
    pub fn new(dataset: &'a Dataset) -> Self {
        let (findings, held, held_count) = (Vec::new(), Vec::new(), 0);
        Self { dataset, findings, held, held_count, counts: HashMap::new(), order: Vec::new() }
    }

    /// A check that held. The words are made only where they are kept.
    pub fn holds(&mut self, rule: &'static str, words: impl FnOnce() -> (Vec<Figure>, String)) {
        self.held_count += 1;
        if self.held.len() < Analysis::MOST_HELD {
            let (figures, sentence) = words();
            self.held.push(Held { rule, figures, sentence });
        }
    }

    /// A check that did not hold, by the figures that its proof uses; as grave as said, unless their status makes a
    /// doubt of a contradiction. The words are made only where they are kept.
    pub fn finds(
        &mut self,
        rule: &'static str,
        severity: Severity,
        figures: impl IntoIterator<Item = Figure>,
        words: impl FnOnce() -> Draft,
    ) {
        let mut figures: Vec<Figure> = figures.into_iter().collect();
        let is_unsettled = severity == Severity::Contradiction
            && figures.iter().any(|figure| self.unsettled(*figure).is_some());
        let severity = if is_unsettled { Severity::Doubt } else { severity };
        // What is less grave never takes the place of what is graver, so the severity is known before it is counted.
        if !self.has_room(rule, severity) {
            return;
        }
        let mut seen = HashSet::new();
        figures.retain(|figure| seen.insert(*figure));
        let mut draft = words();
        if is_unsettled {
            let unsettled = figures.iter().filter_map(|figure| self.unsettled(*figure)).take(3);
            let lines = unsettled.map(|(id, why)| format!("unless {} changes: it {why}", clip_id(id)));
            draft = lines.fold(draft, Draft::line);
        }
        let Draft { sentence, proof } = draft;
        self.findings.push(Finding { severity, rule, figures, sentence, proof });
    }

    /// A check that cannot have held, whatever the rounding; a doubt where that takes an assumption.
    pub fn contradicts(
        &mut self,
        rule: &'static str,
        figures: impl IntoIterator<Item = Figure>,
        unless: impl IntoIterator<Item = Assumption>,
        words: impl FnOnce() -> Draft,
    ) {
        let unless: Vec<Assumption> = unless.into_iter().collect();
        let severity = if unless.is_empty() { Severity::Contradiction } else { Severity::Doubt };
        let raising = unless.iter().flat_map(|unless| unless.figures.iter().copied());
        self.finds(rule, severity, figures.into_iter().chain(raising), || {
            unless.iter().fold(words(), |draft, unless| draft.line(&unless.line))
        });
    }

    /// Counts a finding; whether it is one of those that are kept.
    fn has_room(&mut self, rule: &'static str, severity: Severity) -> bool {
        let count = self.counts.entry((rule, severity)).or_insert_with(|| {
            self.order.push((rule, severity));
            0
        });
        *count += 1;
        *count <= Analysis::MOST_FINDINGS
    }

    /// Why a figure may yet change, by its status.
    fn unsettled(&self, figure: Figure) -> Option<(&str, &'static str)> {
        let Figure::Published(at) = figure else { return None };
        let row = self.dataset.observations.get(at)?;
        let why = match row.status {
            Status::Estimated => "is an estimate",
            Status::Forecast => "is a forecast",
            Status::Provisional => "is provisional",
            Status::DefinitionDiffers => "has a definition of its own, so it may not be comparable",
            Status::Break => "breaks its series, so it may not be comparable",
            Status::Normal
            | Status::Unvalidated
            | Status::Missing
            | Status::CannotExist
            | Status::NotCollected => return None,
        };
        Some((&row.id, why))
    }

    /// Sorts the gravest first, and says how many findings were left out.
    pub fn finish(&mut self) {
        self.findings.sort_by_key(|finding| finding.severity);
        for (rule, severity) in &self.order {
            let count = self.counts.get(&(*rule, *severity)).copied().unwrap_or(0);
            if let Some(more) = count.checked_sub(Analysis::MOST_FINDINGS).filter(|more| *more > 0) {
                let (s, are) = if more == 1 { ("", "is") } else { ("s", "are") };
                let sentence = format!("{more} more {}{s} of this rule {are} not listed", severity.word());
                let (severity, figures, proof) = (Severity::Note, Vec::new(), Vec::new());
                self.findings.push(Finding { severity, rule, figures, sentence, proof });
            }
        }
    }
}

impl Draft {
    pub fn new(sentence: String) -> Self {
        Self { sentence, proof: Vec::new() }
    }

    /// A line of the proof; long ids and names are cut in their middle, and what is too long nevertheless is folded.
    pub fn line(mut self, line: impl AsRef<str>) -> Self {
        self.proof.extend(folded(line.as_ref()));
        self
    }
}
