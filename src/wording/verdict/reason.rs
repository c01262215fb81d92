//! The reason that decides a verdict.

use crate::analysis::{AllListed, Claim, Figure, Finding, SameFigure, Severity};
use crate::dataset::{Measure, Observation, Status};
use crate::wording::Words;

/// The reason that decides the verdict.
pub(super) enum Verdict<'a> {
    /// It has no number; says why.
    Missing(String),
    /// The drafted row, or one that it rests on, is unconfirmed.
    Unconfirmed(String),
    /// The checks are not finished.
    Unchecked,
    /// Another figure replaces it.
    Replaced(Figure),
    /// The worst finding about it.
    Found(&'a Finding),
    /// These are contradicted: figures that it is calculated from, or the same figure in another currency or report.
    Inherited(Vec<Figure>),
    /// The dataset has more findings than are listed, so some about it may be missing.
    Unlisted,
    /// Nothing speaks against it.
    Quotable,
}

/// The first reason that applies, in the order that the module states.
pub(super) fn verdict(words: Words<'_>, figure: Figure) -> Verdict<'_> {
    let missing = || missing(words, figure).map(Verdict::Missing);
    let unconfirmed = || unconfirmed(words, figure).map(Verdict::Unconfirmed);
    let unchecked = || words.analysis.is_pending.then_some(Verdict::Unchecked);
    let replaced = || replacement(words, figure).map(Verdict::Replaced);
    let found = || worst(words, figure).map(Verdict::Found);
    let inherited = || inherited(words, figure).map(Verdict::Inherited);
    missing()
        .or_else(unconfirmed)
        .or_else(unchecked)
        .or_else(replaced)
        .or_else(found)
        .or_else(inherited)
        .unwrap_or(if has_unlisted(words) { Verdict::Unlisted } else { Verdict::Quotable })
}

/// A sentence on a drafted figure that is unconfirmed, or rests on such a one. It comes before anything that speaks
/// against the figure, since that may be the fault of the draft.
fn unconfirmed(words: Words, figure: Figure) -> Option<String> {
    let is_open = |input: Figure| words.observation(input).is_some_and(|row| row.unconfirmed.is_some());
    match figure {
        Figure::Published(_) => {
            is_open(figure).then(|| "Confirm it in its draft before you quote it.".to_owned())
        }
        Figure::Derived(at) => {
            let inputs = words.analysis.derivations().get(at)?.inputs();
            let said = "Confirm what it is calculated from before you quote it.";
            inputs.iter().any(|input| is_open(*input)).then(|| said.to_owned())
        }
    }
}

/// The contradicted figures that this one rests on, or the same figure in other currencies and reports.
fn inherited(words: Words, figure: Figure) -> Option<Vec<Figure>> {
    let inherited = words.analysis.inherited(words.dataset, figure);
    if inherited.contradicted_by.is_empty() {
        return None;
    }
    let contradicted = |input: &Figure| {
        worst(words, *input).is_some_and(|finding| finding.severity == Severity::Contradiction)
    };
    let inputs: Vec<Figure> = inherited.from.into_iter().filter(contradicted).collect();
    (!inputs.is_empty()).then_some(inputs)
}

/// True if some contradictions or doubts are not listed.
fn has_unlisted(words: Words) -> bool {
    let mut notes =
        words.analysis.findings.iter().rev().take_while(|finding| finding.severity == Severity::Note);
    notes.any(|finding| {
        matches!(
            finding.claim,
            Claim::AllListed(AllListed { severity: Severity::Contradiction | Severity::Doubt, .. })
        )
    })
}

/// The worst finding about a figure, except notes and findings that only say that the figure replaces an earlier one.
pub(super) fn worst(words: Words<'_>, figure: Figure) -> Option<&Finding> {
    let findings = words.analysis.findings_on(figure).filter_map(|at| words.analysis.findings.get(at));
    let against = findings.filter(|finding| finding.severity != Severity::Note);
    against.filter(|finding| !is_newest(words, figure, finding)).min_by_key(|finding| finding.severity)
}

fn missing(words: Words, figure: Figure) -> Option<String> {
    let row = words.observation(figure).filter(|row| row.value.is_none())?;
    let said = match (row.measure, row.status) {
        (Measure::Mention | Measure::Record, _) => {
            "There is no number to quote: the source names it without one."
        }
        (Measure::UnitValue, _) => "There is no number to quote: a row lacks the value or the net weight.",
        _ if words.has_no_common_unit(figure) => {
            "There is no number to quote: its rows are in several units, or in one that is not known."
        }
        (_, Status::CannotExist) => "There is no number to quote: none can exist.",
        (_, Status::NotCollected) => "There is no number to quote: none was collected.",
        _ => "There is no number to quote: none was published.",
    };
    Some(said.to_owned())
}

/// The figure that replaces this one: a later one of the same publisher, or a final one if this one is not.
fn replacement(words: Words, figure: Figure) -> Option<Figure> {
    let newest = same_figures(words, figure)
        .into_iter()
        .fold(figure, |newest, other| if replaces(words, other, newest) { other } else { newest });
    (newest != figure).then_some(newest)
}

/// The figures that this one replaces.
pub(super) fn replaced_figures(words: Words, figure: Figure) -> Vec<Figure> {
    let same = same_figures(words, figure).into_iter();
    same.filter(|other| replaces(words, figure, *other)).collect()
}

/// True if a finding says only that `figure` replaces the others.
fn is_newest(words: Words, figure: Figure, finding: &Finding) -> bool {
    let others = || finding.figures.iter().filter(|other| **other != figure);
    matches!(finding.claim, Claim::SameFigure(_)) && others().all(|other| replaces(words, figure, *other))
}

/// The other figures that should equal this one, if a check found that they do not.
fn same_figures(words: Words, figure: Figure) -> Vec<Figure> {
    let findings = words.analysis.findings_on(figure).filter_map(|at| words.analysis.findings.get(at));
    let mut same = Vec::new();
    for finding in findings {
        let Claim::SameFigure(SameFigure { rows, .. }) = finding.claim else { continue };
        if rows <= finding.figures.len() {
            same.extend(finding.figures.iter().copied());
        } else if let Some(row) = words.observation(figure) {
            // The finding names only the two that differ most.
            let all = words.dataset.observations.iter().enumerate();
            same.extend(all.filter(|(_, other)| is_same(row, other)).map(|(at, _)| Figure::Published(at)));
        }
    }
    same.retain(|other| *other != figure);
    same
}

fn is_same(row: &Observation, other: &Observation) -> bool {
    let key =
        |row: &Observation| (row.measure, row.base, row.growth_of, row.share_of, row.unit, row.definition);
    row.subject == other.subject && key(row) == key(other) && other.value.is_some()
}

fn replaces(words: Words, later: Figure, earlier: Figure) -> bool {
    let (Some(later), Some(earlier)) = (words.observation(later), words.observation(earlier)) else {
        return false;
    };
    let [later_by, earlier_by] = [later, earlier].map(|row| words.dataset.source_of(row));
    if later_by.map(|source| &source.publisher) != earlier_by.map(|source| &source.publisher) {
        return false;
    }
    match [later_by, earlier_by].map(|source| source.and_then(|source| source.published)) {
        [Some(later), Some(earlier)] if later != earlier => later > earlier,
        _ => !later.status.may_change() && earlier.status.may_change(),
    }
}
