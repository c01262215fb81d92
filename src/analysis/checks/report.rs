//! Where rules put down what they found.

use std::collections::{HashMap, HashSet};

use crate::analysis::{Analysis, Assumption, Claim, Figure, Finding, Held, Rule, Severity, Step};
use crate::dataset::{Dataset, Status};

/// How many figures whose status is unsettled a finding names.
const MOST_UNSETTLED: usize = 3;

/// A claim with its arithmetic.
pub type Argument = (Claim, Vec<Step>);

/// What the rules found, and what they found to hold.
pub struct Report<'a> {
    dataset: &'a Dataset,
    pub findings: Vec<Finding>,
    pub held: Vec<Held>,
    pub held_count: usize,
    /// How many findings of each severity each rule has made, those left out included.
    counts: HashMap<(Rule, Severity), usize>,
    order: Vec<(Rule, Severity)>,
}

impl<'a> Report<'a> {
    pub fn new(dataset: &'a Dataset) -> Self {
        let (findings, held, held_count) = (Vec::new(), Vec::new(), 0);
        Self { dataset, findings, held, held_count, counts: HashMap::new(), order: Vec::new() }
    }

    /// A claim that holds. It is only made where it is kept.
    pub fn holds(
        &mut self,
        rule: Rule,
        figures: impl IntoIterator<Item = Figure>,
        argue: impl FnOnce() -> Argument,
    ) {
        self.held_count += 1;
        if self.held.len() < Analysis::MOST_HELD {
            let (claim, proof) = argue();
            self.held.push(Held { rule, figures: each_once(figures), claim, proof });
        }
    }

    /// A claim that does not hold, whatever the rounding: a contradiction, or a doubt where an assumption or the status
    /// of a figure could save it. It is only made where it is kept.
    pub fn breaks(
        &mut self,
        rule: Rule,
        figures: impl IntoIterator<Item = Figure>,
        assumptions: impl IntoIterator<Item = Assumption>,
        argue: impl FnOnce() -> Argument,
    ) {
        let figures: Vec<Figure> = figures.into_iter().collect();
        let mut assumptions: Vec<Assumption> = assumptions.into_iter().collect();
        if assumptions.is_empty() {
            assumptions.extend(self.unsettled(&figures));
        }
        let severity = if assumptions.is_empty() { Severity::Contradiction } else { Severity::Doubt };
        self.add((rule, severity), figures, assumptions, argue);
    }

    /// Something worth knowing, which is no mistake.
    pub fn notes(
        &mut self,
        rule: Rule,
        figures: impl IntoIterator<Item = Figure>,
        argue: impl FnOnce() -> Argument,
    ) {
        self.add((rule, Severity::Note), figures, Vec::new(), argue);
    }

    fn add(
        &mut self,
        (rule, severity): (Rule, Severity),
        figures: impl IntoIterator<Item = Figure>,
        assumptions: Vec<Assumption>,
        argue: impl FnOnce() -> Argument,
    ) {
        let count = self.counts.entry((rule, severity)).or_insert_with(|| {
            self.order.push((rule, severity));
            0
        });
        *count += 1;
        if *count > Analysis::MOST_FINDINGS {
            return;
        }
        let raising = assumptions.iter().flat_map(Assumption::figures);
        let figures = each_once(figures.into_iter().chain(raising));
        let (claim, proof) = argue();
        self.findings.push(Finding { severity, rule, figures, claim, proof, assumptions });
    }

    /// The figures that may yet change, by their status.
    fn unsettled(&self, figures: &[Figure]) -> Vec<Assumption> {
        let rows = figures.iter().filter_map(|figure| match figure {
            Figure::Published(at) => Some((*figure, self.dataset.observations.get(*at)?.status)),
            Figure::Derived(_) => None,
        });
        let unsettled = rows.filter(|(_, status)| match status {
            Status::Estimated
            | Status::Forecast
            | Status::Provisional
            | Status::DefinitionDiffers
            | Status::Break => true,
            Status::Normal
            | Status::Unvalidated
            | Status::Missing
            | Status::CannotExist
            | Status::NotCollected => false,
        });
        let mut seen = HashSet::new();
        let unsettled = unsettled.filter(|(figure, _)| seen.insert(*figure));
        unsettled.map(|(figure, status)| Assumption::Status { figure, status }).take(MOST_UNSETTLED).collect()
    }

    /// Sorts the gravest first, and says how many findings were left out.
    pub fn finish(&mut self) {
        self.findings.sort_by_key(|finding| finding.severity);
        for (rule, severity) in &self.order {
            let count = self.counts.get(&(*rule, *severity)).copied().unwrap_or(0);
            if let Some(left_out) = count.checked_sub(Analysis::MOST_FINDINGS).filter(|more| *more > 0) {
                self.findings.push(Finding {
                    severity: Severity::Note,
                    rule: *rule,
                    figures: Vec::new(),
                    claim: Claim::AllListed { severity: *severity, left_out },
                    proof: Vec::new(),
                    assumptions: Vec::new(),
                });
            }
        }
    }
}

fn each_once(figures: impl IntoIterator<Item = Figure>) -> Vec<Figure> {
    let mut seen = HashSet::new();
    figures.into_iter().filter(|figure| seen.insert(*figure)).collect()
}
