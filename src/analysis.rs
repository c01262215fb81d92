//! What follows from a dataset: derived figures with their intervals, and what cannot be true.
//!
//! Pure: a dataset goes in, figures and findings come out. Nothing here knows of a screen.

mod checks;
mod claim;
mod context;
mod derived;
mod finding;
mod inherited;
mod interval;
mod links;

pub use claim::{
    Assumption, BalanceOf, Claim, Clue, Dimension, Minimum, OverlapsWith, Parts, Reason, Role, Step, Term,
};
pub use derived::{Derived, DerivedUnit, Formula, Precision};
pub use finding::{Finding, Held, Rule, Severity};
pub use inherited::Inherited;
pub use interval::Interval;

use std::borrow::Cow;

use crate::dataset::Dataset;
use context::Context;

/// A figure that can be shown: one of the dataset's own, or one that follows from them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Figure {
    /// Where it stands in [`Dataset::observations`].
    Published(usize),
    /// Where it stands in [`Analysis::derived`].
    Derived(usize),
}

/// Everything that follows from a dataset.
#[derive(Debug, Clone, Default)]
pub struct Analysis {
    /// Derived figures; each comes after the derived figures that it is built on.
    pub derived: Vec<Derived>,
    /// What the checks found, the gravest first.
    pub findings: Vec<Finding>,
    /// The first of the checks that were tried and held, at most [`Analysis::MOST_HELD`].
    pub held: Vec<Held>,
    /// How many checks were tried and held, those in [`Analysis::held`] included.
    pub held_count: usize,
    links: links::Links,
}

impl Analysis {
    /// How many of the checks that held are kept.
    pub const MOST_HELD: usize = 48;

    /// How many findings of one rule and severity are kept; a note says how many more there are.
    pub const MOST_FINDINGS: usize = 1000;

    /// Up to how many observations a second thread is not worth starting.
    const SMALL: usize = 5_000;

    /// Derives and reconciles, in time about linear in the number of observations.
    #[must_use]
    pub fn new(dataset: &Dataset) -> Self {
        let context = Context::new(dataset);
        let derive = || derived::derive(&context);
        let rest = || (checks::reconcile(&context), derived::derive_leaves(&context));
        // Neither needs the other, so on a large dataset they share two cores.
        let is_large = dataset.observations.len() > Self::SMALL;
        let (derived, (report, leaves)) = if is_large { both(derive, rest) } else { (derive(), rest()) };
        let derived = derived.with_leaves(leaves).into_shown_order();
        let checks::Report { findings, held, held_count, .. } = report;
        let links = links::Links::new(&derived, &findings);
        Self { derived, findings, held, held_count, links }
    }

    /// Stable name of a figure; that of a derived one is made of its rule and the ids of its inputs:
    /// `imports(total-ca5,exports-ca5)`.
    #[must_use]
    pub fn id<'d>(&self, dataset: &'d Dataset, figure: Figure) -> Cow<'d, str> {
        match figure {
            Figure::Published(at) => dataset.observations.get(at).map_or("", |row| row.id.as_str()).into(),
            Figure::Derived(at) => {
                let Some(derived) = self.derived.get(at) else { return "".into() };
                let inputs: Vec<Cow<str>> =
                    derived.inputs.iter().map(|input| self.id(dataset, *input)).collect();
                format!("{}({})", derived.formula.code(), inputs.join(",")).into()
            }
        }
    }

    /// The derived figures that are built directly on `figure`.
    pub fn following(&self, figure: Figure) -> impl Iterator<Item = Figure> {
        self.links.following(figure).iter().map(|at| Figure::Derived(*at))
    }

    /// Where the findings stand that speak of `figure`, the gravest first.
    pub fn findings_on(&self, figure: Figure) -> impl Iterator<Item = usize> {
        self.links.findings(figure).iter().copied()
    }
}

/// Does two things at once. A panic of either goes on: half of what follows would look like all of it.
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
    fn what_fails_beside_another_is_not_taken_for_nothing() {
        assert_eq!(both(|| 1, || 2), (1, 2));
        let failed = std::panic::catch_unwind(|| both(|| -> i32 { panic!("on purpose") }, || 2));
        let said = failed.expect_err("it goes on");
        assert_eq!(said.downcast_ref::<&str>(), Some(&"on purpose"));
    }
}
