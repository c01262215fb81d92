//! The position in a talk, as pure arithmetic.

/// A step, and how much of it is revealed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct TalkPosition {
    /// The step, from 0.
    pub step: usize,
    /// How many of its rows or lines are revealed; 0 in a step that shows everything at once.
    pub shown: usize,
}

impl TalkPosition {
    /// The beginning of a step, with nothing revealed.
    pub fn start_of(step: usize) -> Self {
        Self { step, shown: 0 }
    }

    /// The next position, given how many things each step reveals; `None` at the end.
    pub fn next(self, reveals: &[usize]) -> Option<Self> {
        if reveals.get(self.step).is_some_and(|all| self.shown < *all) {
            return Some(Self { shown: self.shown + 1, ..self });
        }
        let step = self.step + 1;
        (step < reveals.len()).then(|| Self::start_of(step))
    }

    /// The position from which [`TalkPosition::next`] leads here; `None` at the beginning.
    pub fn back(self, reveals: &[usize]) -> Option<Self> {
        if let Some(shown) = self.shown.checked_sub(1) {
            return Some(Self { shown, ..self });
        }
        let step = self.step.checked_sub(1)?;
        Some(Self { step, shown: reveals.get(step).copied()? })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_step_comes_thing_by_thing_and_the_one_before_comes_whole() {
        let reveals = [0, 2, 0];
        let at = |step, shown| TalkPosition { step, shown };
        let way = [at(0, 0), at(1, 0), at(1, 1), at(1, 2), at(2, 0)];
        for pair in way.windows(2) {
            assert_eq!(pair[0].next(&reveals), Some(pair[1]));
            assert_eq!(pair[1].back(&reveals), Some(pair[0]));
        }
        assert_eq!(at(0, 0).back(&reveals), None);
        assert_eq!(at(2, 0).next(&reveals), None);
    }

    proptest! {
        #[test]
        fn back_takes_back_what_next_did(
            reveals in prop::collection::vec(0_usize..5, 1..9), step in 0_usize..9, shown in 0_usize..5,
        ) {
            let step = step % reveals.len();
            let at = TalkPosition { step, shown: shown.min(reveals[step]) };
            if let Some(next) = at.next(&reveals) {
                prop_assert_eq!(next.back(&reveals), Some(at));
            }
            if let Some(before) = at.back(&reveals) {
                prop_assert_eq!(before.next(&reveals), Some(at));
            }
        }
    }
}
