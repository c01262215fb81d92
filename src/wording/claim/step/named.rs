//! Lines that name a trade: its reporter, partner and product in words, then its numbers, then the ids.

use unicode_width::UnicodeWidthStr;

use super::proof::{LONGEST_LINE, Proof};
use crate::analysis::{Clue, Figure};
use crate::wording::claim::name;
use crate::wording::number::printed;

/// Indents lines that continue the one above.
const INDENT: &str = "  ";

impl Proof<'_> {
    /// `China's total trade with Kazakhstan, 2023: 50 CNY / 52 % = 94.3 to 98.1 CNY [value, share]`
    pub fn clue(&self, clue: &Clue) -> String {
        let (value, range) = (printed(self.words, clue.value), self.value(clue.interval));
        let numbers = match clue.share {
            Some(share) => {
                let sign = if clue.is_of_larger { '×' } else { '/' };
                format!("{value} {sign} {} = {range}", printed(self.words, share))
            }
            None => format!("{value}, so {range}"),
        };
        let figures: Vec<Figure> = std::iter::once(clue.value).chain(clue.share).collect();
        self.of(clue.value, &numbers, &figures)
    }

    /// The trade of `figure`, a statement about it, and ids.
    pub fn of(&self, figure: Figure, said: &str, figures: &[Figure]) -> String {
        let name = name::figure(self.words, figure, self.dimension);
        under(&format!("{name}: "), &self.with_ids(said, figures))
    }

    /// `growth +25 %, so +24.5 to +25.5 % [g]`; the ids go on the next line if they do not fit.
    pub fn with_ids(&self, said: &str, figures: &[Figure]) -> String {
        let ids: Vec<String> = figures.iter().map(|figure| name::id(self.words, *figure)).collect();
        let ids = format!("[{}]", ids.join(", "));
        let fits = INDENT.width() + said.width() + 1 + ids.width() <= usize::from(LONGEST_LINE);
        if fits { format!("{said} {ids}") } else { format!("{said}\n{INDENT}{ids}") }
    }
}

/// A name and its numbers on one line, or the numbers on the next if both do not fit.
pub fn under(name: &str, numbers: &str) -> String {
    let first = numbers.lines().next().unwrap_or_default();
    if name.width() + first.width() <= usize::from(LONGEST_LINE) {
        format!("{name}{numbers}")
    } else {
        format!("{}\n{INDENT}{numbers}", name.trim_end())
    }
}
