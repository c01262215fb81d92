//! Marks that a figure inherits from the figures it rests on: a forecast less a final figure is a forecast, and a
//! figure calculated from a contradicted one is contradicted too.

use super::{Agreement, Analysis, Comparable, Figure, Formula, Rule, Severity};
use crate::dataset::{Dataset, Status};

/// Marks that a figure inherits from others.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Inherited {
    /// The gravest status of them: forecast, estimated, provisional, unvalidated, break, other definition.
    pub status: Option<Status>,
    /// The rules that contradict any of them, without repetition.
    pub contradicted_by: Vec<Rule>,
    /// The published figures that the marks come from.
    pub from: Vec<Figure>,
}

impl Inherited {
    /// True if there is nothing to inherit.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.from.is_empty()
    }
}

/// Statuses that are inherited, the gravest first.
const GRAVE: [Status; 6] = [
    Status::Forecast,
    Status::Estimated,
    Status::Provisional,
    Status::Unvalidated,
    Status::Break,
    Status::DefinitionDiffers,
];

impl Analysis {
    /// The marks that `figure` inherits: if derived, from everything it is calculated from; if published, from the same
    /// figure in another currency, or the same number in another report.
    #[must_use]
    pub fn inherited(&self, dataset: &Dataset, figure: Figure) -> Inherited {
        let mut roots = Vec::new();
        match figure {
            Figure::Published(at) => {
                roots.extend(self.other_currencies(figure));
                roots.extend(self.other_reports(dataset, at));
            }
            Figure::Derived(_) => self.collect_roots(figure, &mut roots),
        }
        // The other figure may be a forecast while this one is not, so its status is not inherited.
        self.inherited_from(dataset, roots, matches!(figure, Figure::Derived(_)))
    }

    /// The marks of published figures: the rules that contradict them and, if wanted, their status.
    pub(super) fn inherited_from(
        &self,
        dataset: &Dataset,
        roots: impl IntoIterator<Item = Figure>,
        with_status: bool,
    ) -> Inherited {
        let mut inherited = Inherited::default();
        for root in roots {
            let own = match root {
                Figure::Published(at) if with_status => dataset.observations.get(at).map(|row| row.status),
                Figure::Published(_) | Figure::Derived(_) => None,
            };
            let status = own.filter(|status| GRAVE.contains(status));
            let gravity = |status: Option<Status>| GRAVE.iter().position(|known| Some(*known) == status);
            if gravity(status).is_some_and(|new| gravity(inherited.status).is_none_or(|known| new < known)) {
                inherited.status = status;
            }
            let rules = self.contradicting(root);
            if status.is_some() || !rules.is_empty() {
                inherited.from.push(root);
            }
            for rule in rules {
                if !inherited.contradicted_by.contains(&rule) {
                    inherited.contradicted_by.push(rule);
                }
            }
        }
        inherited
    }

    /// The rules that contradict a figure itself, without repetition.
    fn contradicting(&self, figure: Figure) -> Vec<Rule> {
        let mut rules = Vec::new();
        for finding in self.findings_on(figure).filter_map(|at| self.findings.get(at)) {
            if finding.severity == Severity::Contradiction && !rules.contains(&finding.rule) {
                rules.push(finding.rule);
            }
        }
        rules
    }

    /// The published figures that a derived one rests on, without repetition, in the order of its formula.
    fn collect_roots(&self, figure: Figure, roots: &mut Vec<Figure>) {
        match figure {
            Figure::Published(_) if !roots.contains(&figure) => roots.push(figure),
            Figure::Published(_) => {}
            Figure::Derived(at) => {
                for input in self.derivations().get(at).into_iter().flat_map(|derivation| derivation.inputs())
                {
                    self.collect_roots(input, roots);
                }
            }
        }
    }

    /// The same figure in other currencies: those that share an implied rate with it.
    fn other_currencies(&self, figure: Figure) -> impl Iterator<Item = Figure> {
        let rates = self.following(figure).filter_map(|next| match next {
            Figure::Derived(at) => self.derivations().get(at).filter(|rate| rate.formula == Formula::Rate),
            Figure::Published(_) => None,
        });
        rates.flat_map(|rate| rate.inputs()).filter(move |other| *other != figure)
    }

    /// The rows of other sources that print the same number for the same figure.
    fn other_reports<'d>(&'d self, dataset: &'d Dataset, at: usize) -> impl Iterator<Item = Figure> + 'd {
        let has_contradiction =
            self.findings.first().is_some_and(|finding| finding.severity == Severity::Contradiction);
        let may_differ = has_contradiction && dataset.sources.len() > 1;
        let row = if may_differ { dataset.observations.get(at) } else { None };
        row.into_iter().flat_map(move |row| {
            let own = Comparable::from_row(dataset, row);
            self.rows_about(dataset, &row.subject).filter(move |other| *other != at).filter_map(
                move |other| {
                    let others = Comparable::from_row(dataset, dataset.observations.get(other)?);
                    let is_same = own.is_same(&others) && own.agreement(&others) == Some(Agreement::Same);
                    is_same.then_some(Figure::Published(other))
                },
            )
        })
    }
}
