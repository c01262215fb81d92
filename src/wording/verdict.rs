//! What to do with a figure, in one plain sentence: quote it, quote it with something said next to it, or do not.
//!
//! The first of these that applies decides: there is no number, a later or final figure replaces it, it is contradicted
//! or doubted, what it is calculated from is. Whatever is left may be quoted, with what has to be said along with it.

mod condition;
mod found;

use super::Words;
use super::citation::long_day;
use super::number::printed;
use crate::analysis::{Claim, Figure, Finding, Severity};
use crate::dataset::{Measure, Observation, Status};

impl Words<'_> {
    /// Says if a figure may be quoted and with what, or why not, in numbers as they were published.
    #[must_use]
    pub fn verdict(self, figure: Figure) -> String {
        let words = self.as_published();
        let replaced = || replacement(words, figure).map(|other| replaced_by(words, other));
        let own = || own(words, figure);
        missing(words, figure)
            .or_else(replaced)
            .or_else(own)
            .or_else(|| inherited(words, figure))
            .unwrap_or_else(|| condition::sentence(words, figure))
    }
}

fn own(words: Words, figure: Figure) -> Option<String> {
    let finding = worst(words, figure)?;
    Some(match finding.severity {
        Severity::Contradiction => found::contradicted(words, finding, figure),
        Severity::Doubt | Severity::Note => found::doubted(words, finding),
    })
}

/// What was found about the published figures that a derived one rests on, the worst of it; of a published one, what
/// contradicts it in another currency.
fn inherited(words: Words, figure: Figure) -> Option<String> {
    if let Figure::Published(_) = figure {
        let same = words.analysis.inherited(words.dataset, figure);
        let is_contradicted = !same.contradicted_by.is_empty();
        return is_contradicted.then(|| found::in_another_currency(words, &same.from));
    }
    let found: Vec<(Severity, Figure)> = words
        .rests_on(figure)
        .into_iter()
        .filter_map(|root| worst(words, root).map(|finding| (finding.severity, root)))
        .collect();
    let severity = found.iter().map(|(severity, _)| *severity).min()?;
    let roots: Vec<Figure> =
        found.iter().filter(|(found, _)| *found == severity).map(|(_, root)| *root).collect();
    Some(found::inherited(words, severity, &roots))
}

/// The worst finding about a figure, but for notes and for what only says that the figure replaces an earlier one.
fn worst(words: Words<'_>, figure: Figure) -> Option<&Finding> {
    let findings = words.analysis.findings_on(figure).filter_map(|at| words.analysis.findings.get(at));
    findings.filter(|finding| finding.severity != Severity::Note).find(|finding| {
        !matches!(finding.claim, Claim::SameFigure { .. }) || newest(words, finding) != Some(figure)
    })
}

fn missing(words: Words, figure: Figure) -> Option<String> {
    let row = words.observation(figure).filter(|row| row.value.is_none())?;
    let said = match (row.measure, row.status) {
        (Measure::Mention | Measure::Record, _) => {
            "There is no number to quote: the source names it without one."
        }
        (_, Status::CannotExist) => "There is no number to quote: none can exist.",
        (_, Status::NotCollected) => "There is no number to quote: none was collected.",
        _ => "There is no number to quote: none was published.",
    };
    Some(said.to_owned())
}

/// The figure that replaces one: of the same publisher on a later day, or final where this one is not.
fn replacement(words: Words, figure: Figure) -> Option<Figure> {
    let findings = words.analysis.findings_on(figure).filter_map(|at| words.analysis.findings.get(at));
    let same = findings.filter(|finding| matches!(finding.claim, Claim::SameFigure { .. }));
    same.filter_map(|finding| newest(words, finding)).find(|newest| *newest != figure)
}

/// The figure that replaces all others of a finding; `None` if nothing says which one does.
fn newest(words: Words, finding: &Finding) -> Option<Figure> {
    let replaces_all = |figure: &&Figure| {
        finding.figures.iter().all(|other| *other == **figure || replaces(words, **figure, *other))
    };
    finding.figures.iter().find(replaces_all).copied()
}

/// The figures that one replaces.
fn replaced_figures(words: Words, figure: Figure) -> Vec<Figure> {
    let findings = words.analysis.findings_on(figure).filter_map(|at| words.analysis.findings.get(at));
    let same = findings.filter(|finding| matches!(finding.claim, Claim::SameFigure { .. }));
    let replaces = same.filter(|finding| newest(words, finding) == Some(figure));
    replaces.flat_map(|finding| finding.figures.iter().copied()).filter(|other| *other != figure).collect()
}

fn replaces(words: Words, later: Figure, earlier: Figure) -> bool {
    let (Some(later), Some(earlier)) = (words.observation(later), words.observation(earlier)) else {
        return false;
    };
    let publication = |row: &Observation| {
        let source = words.dataset.source_of(row);
        source.map(|source| (source.publisher.clone(), source.published))
    };
    match (publication(later), publication(earlier)) {
        (Some((later_by, Some(later_day))), Some((earlier_by, Some(earlier_day))))
            if later_by == earlier_by && later_day != earlier_day =>
        {
            later_day > earlier_day
        }
        (later_by, earlier_by) => later_by == earlier_by && is_final(later) && !is_final(earlier),
    }
}

/// True unless the status says that the figure is going to change.
fn is_final(row: &Observation) -> bool {
    match row.status {
        Status::Estimated | Status::Forecast | Status::Provisional => false,
        Status::Normal
        | Status::Break
        | Status::Unvalidated
        | Status::DefinitionDiffers
        | Status::Missing
        | Status::CannotExist
        | Status::NotCollected => true,
    }
}

fn replaced_by(words: Words, other: Figure) -> String {
    let number = printed(words, other);
    let source = words.observation(other).and_then(|row| words.dataset.source_of(row));
    match source.map(|source| (&source.publisher, source.published)) {
        Some((publisher, Some(day))) => {
            format!("Quote the later figure instead: {number}, {publisher}, {}.", long_day(day))
        }
        Some((publisher, None)) => format!("Quote the final figure instead: {number}, {publisher}."),
        None => format!("Quote the final figure instead: {number}."),
    }
}
