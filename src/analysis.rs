//! Derives figures with their intervals from a dataset, and checks what the dataset claims.
//!
//! Pure: a dataset goes in; figures and findings come out as data, without words.

mod agreement;
mod alike;
mod checks;
mod claim;
mod context;
mod derived;
mod figure;
mod finding;
mod formula;
mod inherited;
mod interval;
mod links;
mod lookup;
mod over_time;
mod severity;
mod unit_value;

pub(crate) use agreement::{Agreement, Comparable};
pub(crate) use alike::Difference;
pub use checks::Rule;
// A new kind of claim is declared in there alone.
pub use claim::*;
pub use derived::{Derivation, Derived, DerivedUnit};
pub use figure::Figure;
pub use finding::{Finding, Passed};
pub(crate) use formula::Precision;
pub use formula::{FlowSum, Formula};
pub use inherited::Inherited;
pub use interval::Interval;
pub use lookup::{Lookup, Percent};
pub use severity::Severity;
pub(crate) use unit_value::UnitValue;

use std::borrow::Cow;
use std::sync::OnceLock;

use foldhash::HashMap;

use crate::dataset::{Dataset, SeriesPoint, Subject};
use context::Context;
pub use context::stands_for;

/// The figures and findings that follow from a dataset.
#[derive(Debug, Clone, Default)]
pub struct Analysis {
    /// Claims that do not hold, the gravest first.
    pub findings: Vec<Finding>,
    /// The first claims that hold, at most [`Analysis::MOST_PASSED`].
    pub passed: Vec<Passed>,
    /// The number of claims that hold, those in [`Analysis::passed`] included.
    pub passed_count: usize,
    /// True for a placeholder: nothing has been derived or checked yet.
    pub is_pending: bool,
    derived: derived::DerivedFigures,
    links: links::Links,
    alike: OnceLock<HashMap<String, Vec<Difference>>>,
    index: OnceLock<lookup::Index>,
    over_time: OnceLock<over_time::OverTime>,
}

impl Analysis {
    /// The maximum number of claims that hold and are kept.
    pub const MOST_PASSED: usize = checks::MOST_PASSED;

    /// The maximum number of findings kept per rule and severity; a note counts the rest.
    pub const MOST_FINDINGS: usize = checks::MOST_FINDINGS;

    /// Up to this many observations, a second thread costs more than it saves.
    const SMALL: usize = 5_000;

    /// A placeholder for an analysis that has yet to be made.
    #[must_use]
    pub fn pending() -> Self {
        Self { is_pending: true, ..Self::default() }
    }

    /// Derives and reconciles, in time about linear in the number of observations.
    #[must_use]
    pub fn new(dataset: &Dataset) -> Self {
        let mut context = Context::new(dataset);
        let derive = || derived::derive(&context);
        let rest = || (checks::reconcile(&context), derived::derive_leaves(&context));
        // Neither needs the other, so they run in parallel on a large dataset.
        let is_large = dataset.observations.len() > Self::SMALL;
        let (derived, (found, leaves)) = if is_large { both(derive, rest) } else { (derive(), rest()) };
        let found = if context.merge_releases() { checks::reconcile_merged(&context, found) } else { found };
        let checks::Found { findings, passed, passed_count, .. } = found.finish();
        // Most of the memory of an analysis is in its context, and what follows needs some as well.
        drop(context);
        let list = derived.with_leaves(leaves).into_shown_order();
        let links = links::Links::new(dataset.observations.len(), &list, &findings);
        let (alike, index, over_time) = (OnceLock::new(), OnceLock::new(), OnceLock::new());
        let derived = derived::DerivedFigures::new(list);
        Self { findings, passed, passed_count, is_pending: false, derived, links, alike, index, over_time }
    }

    /// True if more claims hold than [`Analysis::passed`] lists.
    #[must_use]
    pub fn has_unlisted(&self) -> bool {
        self.passed_count > self.passed.len()
    }

    /// How each derived figure follows; each comes after the derived figures that it is built on.
    #[must_use]
    pub fn derivations(&self) -> &[Derivation] {
        &self.derived.list
    }

    /// The derived figure at a place in [`Analysis::derivations`]. Its numbers are worked out here, since a large dataset
    /// has more of them than fit into little memory.
    #[must_use]
    pub fn derived(&self, dataset: &Dataset, at: usize) -> Option<Cow<'_, Derived>> {
        self.derived.get(dataset, at)
    }

    /// Every derived figure, in the order of [`Analysis::derivations`].
    pub fn all_derived<'d>(&'d self, dataset: &'d Dataset) -> impl Iterator<Item = Cow<'d, Derived>> {
        (0..self.derivations().len()).filter_map(|at| self.derived(dataset, at))
    }

    /// The unit of the derived figure at a place.
    #[must_use]
    pub fn derived_unit(&self, dataset: &Dataset, at: usize) -> Option<DerivedUnit> {
        self.derived.unit(dataset, at)
    }

    /// The trade that a figure is about.
    #[must_use]
    pub fn subject<'d>(&'d self, dataset: &'d Dataset, figure: Figure) -> Option<Cow<'d, Subject>> {
        match figure {
            Figure::Published(at) => dataset.observations.get(at).map(|row| Cow::Borrowed(&row.subject)),
            Figure::Derived(at) => self.derived.subject(dataset, at),
        }
    }

    /// The stable id of a figure. For a derived one, its formula with the ids of its inputs:
    /// `imports(total-ca5,exports-ca5)`.
    #[must_use]
    pub fn id<'d>(&self, dataset: &'d Dataset, figure: Figure) -> Cow<'d, str> {
        match figure {
            Figure::Published(at) => dataset.observations.get(at).map_or("", |row| row.id.as_str()).into(),
            Figure::Derived(at) => {
                let Some(derivation) = self.derivations().get(at) else { return "".into() };
                let inputs = derivation.inputs().map(|input| self.id(dataset, input));
                format!("{}({})", derivation.formula.code(), inputs.join(",")).into()
            }
        }
    }

    /// The figures that differ from a published one, given by its index, only in an earlier period of the same length,
    /// and the figure itself, in order of time; empty if it has no line.
    pub fn over_time(&self, dataset: &Dataset, row: usize) -> &[SeriesPoint] {
        self.over_time.get_or_init(|| over_time::OverTime::new(dataset)).up_to(row)
    }

    /// The sentences that several claims share, each with the dimensions in which those claims differ. `read` puts a
    /// claim into words, with `true` if it holds; it is called on the first use only, and the result is kept.
    pub(crate) fn alike(
        &self,
        dataset: &Dataset,
        read: impl Fn(&Claim, bool) -> String,
    ) -> &HashMap<String, Vec<Difference>> {
        self.alike.get_or_init(|| {
            let found = self.findings.iter().map(|finding| (&finding.claim, false));
            let passed = self.passed.iter().map(|passed| (&passed.claim, true));
            let read = found.chain(passed).map(|(claim, holds)| (read(claim, holds), claim.about(dataset)));
            alike::differences(read)
        })
    }

    /// The derived figures that are built directly on `figure`.
    pub fn following(&self, figure: Figure) -> impl Iterator<Item = Figure> {
        self.links.following(figure).map(Figure::Derived)
    }

    /// The indexes of the findings that use `figure`, the gravest first.
    pub fn findings_on(&self, figure: Figure) -> impl Iterator<Item = usize> {
        self.links.findings(figure)
    }
}

/// Runs both in parallel and propagates panics: a partial analysis would look complete.
fn both<A: Send, B>(one: impl FnOnce() -> A + Send, other: impl FnOnce() -> B) -> (A, B) {
    std::thread::scope(|scope| {
        let one = scope.spawn(one);
        let other = other();
        (one.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)), other)
    })
}

#[cfg(test)]
mod tests {
    use super::both;

    #[test]
    fn a_failed_thread_is_not_taken_for_an_empty_result() {
        assert_eq!(both(|| 1, || 2), (1, 2));
        let failed = std::panic::catch_unwind(|| both(|| -> i32 { panic!("on purpose") }, || 2));
        let said = failed.expect_err("it goes on");
        assert_eq!(said.downcast_ref::<&str>(), Some(&"on purpose"));
    }
}
