//! Collects what the rules find.

use foldhash::{HashMap, HashSet};

use crate::analysis::context::{Context, Fact, ReleaseId};
use crate::analysis::{AllListed, Assumption, Claim, Figure, Finding, Passed, Rule, Severity, Step};
use crate::dataset::Status;
use chrono::NaiveDate;

/// The maximum number of figures whose status a finding names as a possible explanation.
const MOST_STATUSES: usize = 3;

/// The maximum number of claims that hold and are kept.
pub const MOST_PASSED: usize = 48;

/// The maximum number of findings kept per rule and severity; a note counts the rest.
pub const MOST_FINDINGS: usize = 1000;

/// A claim with its arithmetic.
pub type Argument = (Claim, Vec<Step>);

/// The findings that are counted, and limited, together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
struct FindingKind {
    rule: Rule,
    severity: Severity,
}

/// Findings, and claims that hold.
#[derive(Debug, Default)]
pub struct Found {
    pub findings: Vec<Finding>,
    pub passed: Vec<Passed>,
    pub passed_count: usize,
    /// How many findings there are of each kind, including those left out.
    counts: HashMap<FindingKind, usize>,
}

/// Takes what the rules find in a context. While all releases are merged, claims within one release are skipped, and
/// what does not fit is a doubt.
pub struct Report<'c, 'a> {
    context: &'c Context<'a>,
    pub found: Found,
}

impl<'c, 'a> Report<'c, 'a> {
    /// A report that adds to what was found before.
    pub fn new(context: &'c Context<'a>, found: Found) -> Self {
        Self { context, found }
    }

    /// The assumption that figures of two releases were compared, if that is new: `None` if all are of one release, or
    /// if one release has all of these figures itself, so that they were checked within it. Two prints of one figure
    /// are always new.
    fn news(&self, figures: &[Figure]) -> Option<Assumption> {
        let releases = self.releases(figures)?;
        let fact = |figure: &Figure| match figure {
            Figure::Published(row) => self.context.fact_of(*row),
            Figure::Derived(_) => None,
        };
        let facts: Vec<&Fact> = figures.iter().filter_map(fact).collect();
        let mut own: Vec<ReleaseId> = facts.iter().map(|fact| self.context.release_of(fact)).collect();
        own.sort_unstable();
        own.dedup();
        let is_tried =
            |release: &ReleaseId| facts.iter().all(|fact| self.context.has_in_release(fact, *release));
        let is_one_figure = |facts: &[&Fact]| {
            facts.windows(2).all(|pair| match pair {
                [one, other] => (one.trade, one.indicator) == (other.trade, other.indicator),
                _ => true,
            })
        };
        (is_one_figure(&facts) || !own.iter().any(is_tried)).then_some(releases)
    }

    /// Records a claim that holds. `argue` is called only if the claim is kept.
    pub fn holds(
        &mut self,
        rule: Rule,
        figures: impl IntoIterator<Item = Figure>,
        argue: impl FnOnce() -> Argument,
    ) {
        let is_kept = self.found.passed.len() < MOST_PASSED;
        if !is_kept && !self.context.is_merged() {
            self.found.passed_count += 1;
            return;
        }
        let figures: Vec<Figure> = figures.into_iter().collect();
        if self.context.is_merged() && self.news(&figures).is_none() {
            return;
        }
        self.found.passed_count += 1;
        if is_kept {
            let (claim, proof) = argue();
            self.found.passed.push(Passed { rule, figures: each_once(figures), claim, proof });
        }
    }

    /// Records a claim that fails whatever the rounding: a contradiction, or a doubt if an assumption or the status of
    /// a figure could save it. `argue` is called only if the claim is kept.
    pub fn breaks(
        &mut self,
        rule: Rule,
        figures: impl IntoIterator<Item = Figure>,
        assumptions: impl IntoIterator<Item = Assumption>,
        argue: impl FnOnce() -> Argument,
    ) {
        let figures: Vec<Figure> = figures.into_iter().collect();
        let mut distinct: Vec<Assumption> = Vec::new();
        for assumption in assumptions {
            if !distinct.contains(&assumption) {
                distinct.push(assumption);
            }
        }
        let mut assumptions = distinct;
        if self.context.is_merged() {
            let Some(releases) = self.news(&figures) else { return };
            assumptions.push(releases);
        }
        if assumptions.is_empty() {
            assumptions.extend(self.statuses(&figures));
        }
        let severity = if assumptions.is_empty() { Severity::Contradiction } else { Severity::Doubt };
        self.add(FindingKind { rule, severity }, figures, assumptions, argue);
    }

    /// Records something worth knowing that is not a mistake.
    pub fn notes(
        &mut self,
        rule: Rule,
        figures: impl IntoIterator<Item = Figure>,
        argue: impl FnOnce() -> Argument,
    ) {
        let figures: Vec<Figure> = figures.into_iter().collect();
        if !self.context.is_merged() || self.news(&figures).is_some() {
            self.add(FindingKind { rule, severity: Severity::Note }, figures, Vec::new(), argue);
        }
    }

    fn add(
        &mut self,
        kind: FindingKind,
        figures: impl IntoIterator<Item = Figure>,
        assumptions: Vec<Assumption>,
        argue: impl FnOnce() -> Argument,
    ) {
        let count = self.found.counts.entry(kind).or_default();
        *count += 1;
        if *count > MOST_FINDINGS {
            return;
        }
        let raising = assumptions.iter().flat_map(Assumption::figures);
        let figures = each_once(figures.into_iter().chain(raising));
        let (claim, proof) = argue();
        let FindingKind { rule, severity } = kind;
        self.found.findings.push(Finding { severity, rule, figures, claim, proof, assumptions });
    }

    /// The assumption that figures of two releases were compared; `None` if all are of one. Names the latest and the
    /// earliest of them, if their order is known.
    pub fn releases(&self, figures: &[Figure]) -> Option<Assumption> {
        let releases = &self.context.releases;
        let mut dated: Vec<(Option<NaiveDate>, ReleaseId, Figure)> = Vec::new();
        for figure in figures {
            let Figure::Published(at) = figure else { continue };
            let release = releases.of(self.context.dataset.observations.get(*at)?);
            dated.push((releases.day(release), release, *figure));
        }
        let (_, first, earlier) = *dated.iter().min_by_key(|(day, release, _)| (*day, *release))?;
        let (_, last, later) = *dated.iter().rev().max_by_key(|(day, release, _)| (*day, *release))?;
        let related = (first != last).then(|| releases.related(first, last))?;
        let (is_dated, is_revision) = (related.later.is_some(), related.one_publisher);
        Some(Assumption::Releases { later, earlier, is_dated, is_revision })
    }

    /// The figures whose status may explain a finding: they may still change, or are only partly comparable.
    fn statuses(&self, figures: &[Figure]) -> Vec<Assumption> {
        let rows = figures.iter().filter_map(|figure| match figure {
            Figure::Published(at) => Some((*figure, self.context.dataset.observations.get(*at)?.status)),
            Figure::Derived(_) => None,
        });
        let explaining = rows.filter(|(_, status)| match status {
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
        let mut seen = HashSet::default();
        let explaining = explaining.filter(|(figure, _)| seen.insert(*figure));
        explaining.map(|(figure, status)| Assumption::Status { figure, status }).take(MOST_STATUSES).collect()
    }
}

impl Found {
    /// Sorts the findings, the gravest first, then by rule and by the row of the first figure, and adds notes on how
    /// many were left out.
    pub fn finish(mut self) -> Self {
        let first_row = |figures: &[Figure]| match figures.first() {
            Some(Figure::Published(at)) => *at,
            Some(Figure::Derived(_)) | None => usize::MAX,
        };
        self.findings.sort_by_key(|finding| (finding.severity, finding.rule, first_row(&finding.figures)));
        self.passed.sort_by_key(|passed| (passed.rule, first_row(&passed.figures)));
        let mut counts: Vec<(FindingKind, usize)> = std::mem::take(&mut self.counts).into_iter().collect();
        counts.sort_unstable();
        for (FindingKind { rule, severity }, count) in counts {
            if let Some(left_out) = count.checked_sub(MOST_FINDINGS).filter(|more| *more > 0) {
                self.findings.push(Finding {
                    severity: Severity::Note,
                    rule,
                    figures: Vec::new(),
                    claim: Claim::AllListed(AllListed { severity, left_out }),
                    proof: Vec::new(),
                    assumptions: Vec::new(),
                });
            }
        }
        self
    }
}

fn each_once(figures: impl IntoIterator<Item = Figure>) -> Vec<Figure> {
    let mut seen = HashSet::default();
    figures.into_iter().filter(|figure| seen.insert(*figure)).collect()
}
