//! The dimensions of a drafted row that no one has confirmed yet.

use std::fmt;

use super::Code;

/// A dimension of a drafted row that a person confirms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Facet {
    /// Exports, imports, both or their balance.
    Flow,
    /// Whose trade.
    Reporter,
    /// With whom.
    Partner,
    /// Of what.
    Product,
    /// How it was carried.
    Transport,
    /// When.
    Period,
    /// The period that it is compared with.
    Base,
    /// The unit that it is counted in.
    Unit,
}

impl Code for Facet {
    const ALL: &'static [(&'static str, Self)] = &[
        ("flow", Self::Flow),
        ("reporter", Self::Reporter),
        ("partner", Self::Partner),
        ("product", Self::Product),
        ("transport", Self::Transport),
        ("period", Self::Period),
        ("compare_period", Self::Base),
        ("unit_measure", Self::Unit),
    ];
}

/// How a dimension was filled in if the sentence of the figure does not state it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Guess {
    /// Stated elsewhere in the text.
    Inherited,
    /// Stated nowhere.
    Assumed,
}

impl Code for Guess {
    const ALL: &'static [(&'static str, Self)] =
        &[("inherited", Self::Inherited), ("assumed", Self::Assumed)];
}

/// The dimensions of an unconfirmed row that its sentence does not state; all others are stated there.
///
/// Written as the column `doubt`: `reporter:inherited period:assumed`, or `all:said`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Unconfirmed {
    guesses: [Option<Guess>; Facet::ALL.len()],
}

/// The value of the column `doubt` if the sentence states everything.
const ALL_SAID: &str = "all:said";

impl Unconfirmed {
    /// The same with one more guessed dimension.
    #[must_use]
    pub fn with(mut self, facet: Facet, guess: Guess) -> Self {
        if let Some(place) = self.guesses.get_mut(index(facet)) {
            *place = Some(guess);
        }
        self
    }

    /// How a dimension was guessed; `None` if the sentence states it.
    #[must_use]
    pub fn guess(self, facet: Facet) -> Option<Guess> {
        self.guesses.get(index(facet)).copied().flatten()
    }

    /// The dimensions that were guessed, in their order.
    pub fn guesses(self) -> impl Iterator<Item = (Facet, Guess)> {
        Facet::ALL.iter().filter_map(move |(_, facet)| Some((*facet, self.guess(*facet)?)))
    }

    /// Parses the column `doubt`; `None` if it names an unknown dimension or guess.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if text == ALL_SAID {
            return Some(Self::default());
        }
        let mut read = Self::default();
        for part in text.split_whitespace() {
            let (facet, guess) = part.split_once(':')?;
            read = read.with(Facet::parse(facet)?, Guess::parse(guess)?);
        }
        (read != Self::default()).then_some(read)
    }
}

/// As the column `doubt` is written.
impl fmt::Display for Unconfirmed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut gap = "";
        for (facet, guess) in self.guesses() {
            write!(f, "{gap}{}:{}", facet.code(), guess.code())?;
            gap = " ";
        }
        if gap.is_empty() { f.write_str(ALL_SAID) } else { Ok(()) }
    }
}

fn index(facet: Facet) -> usize {
    Facet::ALL.iter().position(|(_, known)| *known == facet).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn doubt_reads_as_it_is_written() {
        let row = Unconfirmed::default().with(Facet::Period, Guess::Assumed);
        let row = row.with(Facet::Reporter, Guess::Inherited);
        assert_eq!(row.to_string(), "reporter:inherited period:assumed");
        assert_eq!(Unconfirmed::parse("period:assumed reporter:inherited"), Some(row));
        assert_eq!((row.guess(Facet::Period), row.guess(Facet::Flow)), (Some(Guess::Assumed), None));
        let said = Unconfirmed::default();
        assert_eq!(said.to_string(), "all:said");
        assert_eq!(Unconfirmed::parse("all:said"), Some(said));
    }

    #[test]
    fn an_unknown_doubt_is_refused() {
        for wrong in ["", "reporter", "reporter:said", "colour:assumed", "all:assumed", "period:guessed"] {
            assert_eq!(Unconfirmed::parse(wrong), None, "{wrong}");
        }
    }
}
