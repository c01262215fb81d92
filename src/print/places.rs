//! Where the figures of a finding are written, for reports that point into files.

use std::path::{Path, PathBuf};

use crate::analysis::{Figure, Finding};
use crate::formats::{Position, Positions, Problem};
use crate::text::harmless::harmless;
use crate::wording::Words;

/// The maximum number of further figures that a report names: people look at a few, and viewers cut longer lists.
const MOST_OTHERS: usize = 20;

/// The place of a finding, which is that of its first figure, and the places of the others.
pub(super) struct Places {
    pub first: Option<Position>,
    pub others: Vec<OtherFigure>,
    /// How many figures are not listed.
    pub more: usize,
}

pub(super) struct OtherFigure {
    pub position: Position,
    /// Its id, label and number.
    pub text: String,
}

impl Places {
    pub fn new(words: Words, positions: &Positions, finding: &Finding) -> Self {
        let mut placed = finding.figures.iter().filter_map(|figure| match figure {
            Figure::Published(at) => positions.row(*at).map(|position| (*figure, position)),
            Figure::Derived(_) => None,
        });
        let first = placed.next().map(|(_, position)| position);
        let others: Vec<OtherFigure> = placed
            .by_ref()
            .take(MOST_OTHERS)
            .map(|(figure, position)| {
                let text = format!("{} ({})", words.id(figure), words.line(figure));
                OtherFigure { position, text }
            })
            .collect();
        Self { first, others, more: placed.count() }
    }
}

/// The place of a problem with a file.
pub(super) struct ProblemPlace {
    /// `None` if the dataset was read from no file.
    pub file: Option<PathBuf>,
    pub position: Position,
    /// The affected part of the file, and what is wrong with it.
    pub text: String,
}

impl ProblemPlace {
    /// `descriptor` is the file of the dataset as the user named it; problems in a file next to it name that file
    /// relative to the descriptor.
    pub fn new(problem: &Problem, descriptor: Option<&Path>) -> Self {
        let named = Path::new(&problem.file);
        let file = descriptor.map(|descriptor| match descriptor.parent() {
            Some(folder) if named != descriptor => folder.join(named),
            Some(_) | None => descriptor.to_owned(),
        });
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let position = Position { line: number(problem.line), column: number(problem.column) };
        let text = if problem.place.is_empty() {
            problem.what.to_string()
        } else {
            format!("{}: {}", harmless(&problem.place), problem.what)
        };
        Self { file, position, text }
    }
}

/// A path as reports write it: without the leading `./`, which would hide that it is below the root of a repository.
pub(super) fn written(path: &Path) -> String {
    let path = path.to_string_lossy();
    path.strip_prefix("./").unwrap_or(&path).to_owned()
}
