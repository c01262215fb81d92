//! Where rules put down what they found.

use std::collections::HashMap;

use crate::analysis::{Analysis, Figure, Finding, Held, Severity};
use crate::dataset::{Dataset, Status};

/// What the rules found, and what they found to hold.
pub struct Report<'a> {
    dataset: &'a Dataset,
    pub findings: Vec<Finding>,
    pub held: Vec<Held>,
    pub held_count: usize,
    /// How many findings each rule has made, those left out included.
    counts: HashMap<&'static str, usize>,
    order: Vec<&'static str>,
}

/// A finding in the making: [`Severity::Contradiction`] unless it says or the figures' status says otherwise.
pub struct Draft {
    pub rule: &'static str,
    pub severity: Severity,
    pub figures: Vec<Figure>,
    pub sentence: String,
    pub proof: Vec<String>,
}

impl<'a> Report<'a> {
    pub fn of(dataset: &'a Dataset) -> Self {
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

    /// A check that did not hold. The words are made only where they are kept.
    pub fn finds(&mut self, rule: &'static str, words: impl FnOnce() -> Draft) {
        let count = self.counts.entry(rule).or_insert_with(|| {
            self.order.push(rule);
            0
        });
        *count += 1;
        if *count > Analysis::MOST_FINDINGS {
            return;
        }
        let Draft { rule, mut severity, mut figures, sentence, mut proof } = words();
        let mut seen = std::collections::HashSet::new();
        figures.retain(|figure| seen.insert(*figure));
        if severity == Severity::Contradiction {
            for (id, why) in figures.iter().filter_map(|figure| self.unsettled(*figure)).take(3) {
                severity = Severity::Doubt;
                proof.push(format!("unless {id} changes: it {why}"));
            }
        }
        self.findings.push(Finding { severity, rule, figures, sentence, proof });
    }

    /// Why a figure may yet change, by its status.
    fn unsettled(&self, figure: Figure) -> Option<(&str, &'static str)> {
        let Figure::Published(at) = figure else { return None };
        let row = self.dataset.observations.get(at)?;
        let why = match row.status {
            Status::Estimated => "is an estimate",
            Status::Forecast => "is a forecast",
            Status::Provisional => "is provisional",
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
        for rule in &self.order {
            let count = self.counts.get(rule).copied().unwrap_or(0);
            if count > Analysis::MOST_FINDINGS {
                let more = count - Analysis::MOST_FINDINGS;
                let sentence = format!("{more} more findings of this rule are not listed");
                let (severity, figures, proof) = (Severity::Note, Vec::new(), Vec::new());
                self.findings.push(Finding { severity, rule, figures, sentence, proof });
            }
        }
    }
}

impl Draft {
    /// What cannot be true, whatever the rounding.
    pub fn contradiction(rule: &'static str, sentence: String) -> Self {
        Self { rule, severity: Severity::Contradiction, figures: Vec::new(), sentence, proof: Vec::new() }
    }

    pub fn on(mut self, figures: impl IntoIterator<Item = Figure>) -> Self {
        self.figures.extend(figures);
        self
    }

    pub fn line(mut self, line: String) -> Self {
        self.proof.push(line);
        self
    }

    pub fn of_severity(self, severity: Severity) -> Self {
        Self { severity, ..self }
    }
}
