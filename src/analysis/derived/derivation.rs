//! How each derived figure follows: its formula and its inputs. Its numbers are worked out when somebody asks for them.

use crate::analysis::Figure;
use crate::analysis::formula::Formula;

/// A formula and the two figures that it is applied to. Large datasets have millions of them, so one takes twelve bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Derivation {
    /// The formula.
    pub formula: Formula,
    inputs: [u32; 2],
}

/// Marks the number of a derived figure. No dataset has so many rows: its files are limited.
const DERIVED: u32 = 1 << 31;

impl Derivation {
    pub(super) fn new(formula: Formula, inputs: [Figure; 2]) -> Self {
        Self { formula, inputs: inputs.map(packed) }
    }

    /// The figures that the formula is applied to, in its order.
    #[must_use]
    pub fn inputs(self) -> [Figure; 2] {
        self.inputs.map(unpacked)
    }
}

fn packed(figure: Figure) -> u32 {
    let number = |at: usize| u32::try_from(at).unwrap_or(u32::MAX) & !DERIVED;
    match figure {
        Figure::Published(at) => number(at),
        Figure::Derived(at) => number(at) | DERIVED,
    }
}

fn unpacked(number: u32) -> Figure {
    let at = (number & !DERIVED) as usize;
    if number & DERIVED == 0 { Figure::Published(at) } else { Figure::Derived(at) }
}

/// Derivations with the steps in which they were made: where in the list each step ends.
#[derive(Debug, Default)]
pub struct Batch {
    list: Vec<Derivation>,
    steps: Vec<usize>,
}

impl Batch {
    pub(super) fn new(list: Vec<Derivation>, steps: Vec<usize>) -> Self {
        Self { list, steps }
    }

    /// The derivations of another batch, which rest on published figures only, behind those of this one.
    pub fn with_leaves(mut self, leaves: Self) -> Self {
        let before = self.list.len();
        self.list.reserve_exact(leaves.list.len());
        self.steps.extend(leaves.steps.into_iter().map(|end| before + end));
        self.list.extend(leaves.list);
        self
    }

    /// The derivations in the order in which their figures are shown: step by step as they were made, and within a step by
    /// where the first of the published figures that they rest on stands in the file. That order is the reader's; the
    /// figures themselves do not depend on it.
    pub fn into_shown_order(self) -> Vec<Derivation> {
        let Self { list, steps } = self;
        let first_row = |mut at: usize| loop {
            match list.get(at).map(|derivation| derivation.inputs()[0]) {
                Some(Figure::Published(row)) => return row,
                Some(Figure::Derived(earlier)) => at = earlier,
                None => return usize::MAX,
            }
        };
        let step = |at: usize| steps.partition_point(|end| *end <= at);
        let number = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let mut order: Vec<(u8, u32, u32)> = (0..list.len())
            .map(|at| (u8::try_from(step(at)).unwrap_or(u8::MAX), number(first_row(at)), number(at)))
            .collect();
        order.sort_unstable();
        let mut place = vec![0; order.len()];
        for (new, (.., old)) in order.iter().enumerate() {
            place[*old as usize] = new;
        }
        let moved = |figure: Figure| match figure {
            Figure::Published(_) => figure,
            Figure::Derived(at) => Figure::Derived(place.get(at).copied().unwrap_or(at)),
        };
        let in_place = |(.., old): &(u8, u32, u32)| list.get(*old as usize).copied();
        let ordered = order.iter().filter_map(in_place);
        ordered
            .map(|derivation| Derivation::new(derivation.formula, derivation.inputs().map(moved)))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::FlowSum;

    #[test]
    fn a_derivation_is_small_and_keeps_its_inputs() {
        let inputs = [Figure::Published(7), Figure::Derived(0)];
        assert_eq!(Derivation::new(Formula::Part, inputs).inputs(), inputs);
        assert!(size_of::<Derivation>() <= 12);
    }

    #[test]
    fn figures_stand_by_step_and_then_by_the_row_that_they_rest_on() {
        let of = |formula, one, other| Derivation::new(formula, [one, other]);
        let row = Figure::Published;
        let made = vec![
            of(Formula::Flows(FlowSum::Imports), row(8), row(1)),
            of(Formula::Flows(FlowSum::Imports), row(2), row(1)),
            of(Formula::Base, Figure::Derived(0), row(4)),
        ];
        let leaves = Batch::new(vec![of(Formula::Part, row(5), row(1))], vec![1]);
        let shown = Batch::new(made, vec![2, 3]).with_leaves(leaves).into_shown_order();
        assert_eq!(
            shown,
            [
                of(Formula::Flows(FlowSum::Imports), row(2), row(1)),
                of(Formula::Flows(FlowSum::Imports), row(8), row(1)),
                of(Formula::Base, Figure::Derived(1), row(4)),
                of(Formula::Part, row(5), row(1)),
            ]
        );
    }
}
