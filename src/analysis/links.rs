//! Indexes which derived figures and findings use a figure.

use super::{Derivation, Figure, Finding};

/// An index by figure, so that the screen need not search.
#[derive(Debug, Clone, Default)]
pub struct Links {
    following: Users,
    findings: Users,
}

impl Links {
    /// Indexes derived figures and findings on a dataset of this many rows.
    pub fn new(rows: usize, derivations: &[Derivation], findings: &[Finding]) -> Self {
        let following = derivations.iter().map(|derivation| derivation.inputs());
        let of_findings = findings.iter().map(|finding| finding.figures.iter().copied());
        Self { following: Users::new(rows, following), findings: Users::new(rows, of_findings) }
    }

    pub fn following(&self, figure: Figure) -> impl Iterator<Item = usize> {
        self.following.of(figure)
    }

    pub fn findings(&self, figure: Figure) -> impl Iterator<Item = usize> {
        self.findings.of(figure)
    }
}

/// For each figure, which of several lists of figures contain it. Large datasets have millions of such lists, so the
/// users of all figures share one vector.
#[derive(Debug, Clone, Default)]
struct Users {
    rows: usize,
    /// Where the users of each figure begin, by its number; the last element is the end of all.
    starts: Vec<u32>,
    places: Vec<u32>,
}

impl Users {
    fn new(rows: usize, lists: impl Iterator<Item: IntoIterator<Item = Figure>> + Clone) -> Self {
        let numbers = || lists.clone().flatten().map(|figure| number(rows, figure));
        let Some(highest) = numbers().max() else { return Self::default() };
        let mut starts = vec![0_u32; highest + 2];
        // A list that contains a figure twice counts once.
        let mut seen = vec![u32::MAX; highest + 1];
        each_use(rows, lists.clone(), &mut seen, |number, _| starts[number + 1] += 1);
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut places = vec![0; starts.last().map_or(0, |end| *end as usize)];
        let mut next = starts.clone();
        seen.fill(u32::MAX);
        each_use(rows, lists, &mut seen, |number, user| {
            places[next[number] as usize] = user;
            next[number] += 1;
        });
        Self { rows, starts, places }
    }

    fn of(&self, figure: Figure) -> impl Iterator<Item = usize> {
        let at = number(self.rows, figure);
        let bounds = self.starts.get(at).zip(self.starts.get(at + 1));
        let users = bounds.and_then(|(start, end)| self.places.get(*start as usize..*end as usize));
        users.unwrap_or_default().iter().map(|user| *user as usize)
    }
}

/// Numbers the rows first, then the derived figures.
fn number(rows: usize, figure: Figure) -> usize {
    match figure {
        Figure::Published(at) => at,
        Figure::Derived(at) => rows + at,
    }
}

/// Calls `found` with the number of each figure in each list, and the index of that list.
fn each_use(
    rows: usize,
    lists: impl Iterator<Item: IntoIterator<Item = Figure>>,
    seen: &mut [u32],
    mut found: impl FnMut(usize, u32),
) {
    for (user, figures) in (0..).zip(lists) {
        for figure in figures {
            let number = number(rows, figure);
            if std::mem::replace(&mut seen[number], user) != user {
                found(number, user);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_user_of_a_figure_is_found_once_and_in_order() {
        let (row, other, derived) = (Figure::Published(1), Figure::Published(2), Figure::Derived(0));
        let lists = [vec![row, other], vec![derived, derived], vec![row], vec![]];
        let users = Users::new(3, lists.iter().map(|list| list.iter().copied()));
        let of = |figure| users.of(figure).collect::<Vec<_>>();
        assert_eq!((of(row), of(other), of(derived)), (vec![0, 2], vec![0], vec![1]));
        assert!(of(Figure::Published(0)).is_empty() && of(Figure::Derived(9)).is_empty());
        assert_eq!(Users::new(3, [[]; 0].into_iter()).of(row).count(), 0);
    }
}
