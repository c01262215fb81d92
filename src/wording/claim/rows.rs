//! Sentences about single rows, and about findings that are not listed.

use super::kind::ClaimWords;
use super::name;
use super::picture::{Drawing, Picture};
use crate::analysis::{
    AllAboveLeast, AllListed, AllStatusesFit, EqualPrecision, Least, Minimum, SameFigure, Severity,
    StatusAndValue,
};
use crate::wording::number::printed;
use crate::wording::{Words, published};

impl ClaimWords for SameFigure {
    /// `two figures for exports 2023 differ: 24.7 bn CNY and 24.6 bn CNY`
    fn sentence(&self, words: Words, holds: bool) -> String {
        let name = name::trade(words, &self.subject, self.dimension());
        let when = name::period(self.subject.period);
        if holds {
            return format!("{} rows for {name} {when} agree", self.rows);
        }
        let [most, least] = [self.most, self.least].map(|figure| printed(words, figure));
        format!("two figures for {name} {when} differ: {most} and {least}")
    }

    fn shorter(&self, words: Words, holds: bool) -> Vec<String> {
        let short = if holds {
            format!("{} rows for one figure agree", self.rows)
        } else {
            let trade = name::trade(words, &self.subject, self.dimension());
            format!("two figures for {trade} {} differ", name::period(self.subject.period))
        };
        vec![short]
    }

    /// Two prints of one figure, each labelled with its publisher, or with its id if both have the same publisher.
    fn picture(&self, drawing: &Drawing) -> Option<Picture> {
        let words = drawing.words;
        let [most, least] = [self.most, self.least].map(|figure| {
            let row = words.observation(figure);
            (figure, row.and_then(|row| words.dataset.source_of(row)).map(published))
        });
        let are_apart = most.1 != least.1;
        let unit = words.observation(self.most).and_then(|row| row.unit);
        let print = |(figure, publisher): (_, Option<String>)| {
            let publisher = publisher.filter(|_| are_apart);
            drawing.print(publisher.unwrap_or_else(|| name::id(words, figure)), figure, unit)
        };
        Some(Picture::around([print(most)?, print(least)?]))
    }
}

impl ClaimWords for Least {
    /// `China's exports to Kazakhstan, 2023: exports cannot fall by more than all of it`
    fn sentence(&self, words: Words, _: bool) -> String {
        let (name, trade) = (name::figure(words, self.figure, self.dimension()), name::flow(self.flow));
        match self.minimum {
            Minimum::Value => format!("{name}: {trade} below zero"),
            Minimum::Growth => format!("{name}: {trade} cannot fall by more than all of it"),
            Minimum::Multiple => format!("{name}: a multiple of {trade} cannot be below zero"),
            Minimum::Count => format!("{name}: a count cannot be below zero"),
            Minimum::Rank => format!("{name}: there is no such rank"),
        }
    }
}

impl ClaimWords for AllAboveLeast {
    fn sentence(&self, _: Words, _: bool) -> String {
        "no figure is impossibly low".to_owned()
    }
}

impl ClaimWords for StatusAndValue {
    /// `China's exports to Kazakhstan, 2023: it has a number and is said to have none`
    fn sentence(&self, words: Words, _: bool) -> String {
        let name = name::figure(words, self.figure, self.dimension());
        if self.has_number {
            format!("{name}: it has a number and is said to have none")
        } else {
            format!("{name}: it has no number and is not said to be missing")
        }
    }
}

impl ClaimWords for AllStatusesFit {
    fn sentence(&self, _: Words, _: bool) -> String {
        "figures marked missing have no value; all others have one".to_owned()
    }

    fn shorter(&self, _: Words, _: bool) -> Vec<String> {
        vec!["missing figures have no value".to_owned()]
    }
}

impl ClaimWords for EqualPrecision {
    /// `Growth leaders mixes whole numbers and decimals`
    fn sentence(&self, words: Words, holds: bool) -> String {
        let title = self.title(words);
        if holds {
            return format!("the rows of {title} are equally precise");
        }
        let rows = words.dataset.panes.get(self.pane.0).map_or(&[][..], |pane| &pane.rows);
        let values = rows.iter().filter_map(|row| words.dataset.observations.get(*row)?.value);
        let (whole, parts): (Vec<_>, Vec<_>) = values.partition(|value| value.decimals() == 0);
        if whole.is_empty() || parts.is_empty() {
            format!("{title} mixes numbers with more and with fewer decimals")
        } else {
            format!("{title} mixes whole numbers and decimals")
        }
    }

    /// `Growth leaders mixes precisions`
    fn shorter(&self, words: Words, holds: bool) -> Vec<String> {
        let title = self.title(words);
        let short =
            if holds { format!("{title}: equally precise") } else { format!("{title} mixes precisions") };
        vec![short]
    }
}

impl EqualPrecision {
    fn title<'w>(&self, words: Words<'w>) -> &'w str {
        words.dataset.panes.get(self.pane.0).map_or("", |pane| pane.title.as_str())
    }
}

impl ClaimWords for AllListed {
    /// `12 more doubts of this rule are not listed`
    fn sentence(&self, _: Words, _: bool) -> String {
        match (self.severity, self.left_out) {
            (Severity::Contradiction, 1) => "1 more contradiction of this rule is not listed".to_owned(),
            (Severity::Contradiction, more) => {
                format!("{more} more contradictions of this rule are not listed")
            }
            (Severity::Doubt, 1) => "1 more doubt of this rule is not listed".to_owned(),
            (Severity::Doubt, more) => format!("{more} more doubts of this rule are not listed"),
            (Severity::Note, 1) => "1 more note of this rule is not listed".to_owned(),
            (Severity::Note, more) => format!("{more} more notes of this rule are not listed"),
        }
    }
}
