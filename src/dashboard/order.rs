//! The order of rows in a pane.

use std::cmp::Ordering;

use crate::text::fold;
use crate::wording::{Amount, Topic, Words};

/// What rows are ordered by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum By {
    /// As the source has them.
    #[default]
    Source,
    /// By their numbers.
    Value,
    /// By their labels.
    Name,
}

/// The order of the rows of a pane; rows without a number come last either way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sort {
    /// What by.
    pub by: By,
    /// From the largest to the smallest, from Z to A, or from the source's last to its first.
    pub descending: bool,
}

impl Sort {
    /// The next of source order, value and name; value begins with the largest. Rows of several units have no order
    /// of value.
    #[must_use]
    pub fn next(self, mixed: bool) -> Self {
        match self.by {
            By::Source if !mixed => Self { by: By::Value, descending: true },
            By::Source | By::Value => Self { by: By::Name, descending: false },
            By::Name => Self::default(),
        }
    }

    /// The other way round.
    #[must_use]
    pub fn reversed(self) -> Self {
        Self { descending: !self.descending, ..self }
    }

    /// What a title says of it: `by value ▾`; nothing for the source's own order.
    #[must_use]
    pub fn shown(self) -> Option<String> {
        let way = if self.descending { "▾" } else { "▴" };
        let by = match self.by {
            By::Source if !self.descending => return None,
            By::Source => "source order",
            By::Value => "by value",
            By::Name => "by name",
        };
        Some(format!("{by} {way}"))
    }
}

/// The rows in order; equal ones stay as they are.
pub fn ordered(words: Words, mut rows: Vec<Topic>, sort: Sort) -> Vec<Topic> {
    if sort == Sort::default() {
        return rows;
    }
    let observed = |row: &Topic| match row {
        Topic::Figure(figure) => words.amount(*figure).and_then(Amount::plain),
        Topic::Finding(_) => None,
    };
    let way = |order: Ordering| if sort.descending { order.reverse() } else { order };
    match sort.by {
        By::Source => rows.reverse(),
        By::Value => {
            let key = |row: &Topic| observed(row);
            rows.sort_by(|a, b| way(key(a).cmp(&key(b))));
        }
        By::Name => rows.sort_by_cached_key(|row| match row {
            Topic::Figure(figure) => {
                let (name, period) = words.name(*figure);
                (fold(&name), period)
            }
            Topic::Finding(_) => (String::new(), None),
        }),
    }
    if sort.by == By::Name && sort.descending {
        rows.reverse();
    }
    let has_number = |row: &Topic| match row {
        Topic::Figure(figure) => words.number(*figure).is_some(),
        Topic::Finding(_) => true,
    };
    rows.sort_by_key(|row| !has_number(row));
    rows
}
