//! The order of rows in a pane.

use std::cmp::Reverse;
use std::sync::Arc;

use crate::text::fold;
use crate::wording::{ShownAmount, Topic, Words};

/// The key by which rows are ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum By {
    /// The source.
    #[default]
    Source,
    /// Their values.
    Value,
    /// Their change since the year before, in an answer out of a table.
    Growth,
    /// Their labels.
    Name,
}

/// The order of the rows of a pane; rows without a number come last either way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sort {
    #[expect(missing_docs, reason = "the type says it")]
    pub by: By,
    /// From the largest to the smallest, from Z to A, or from the source's last to its first.
    pub descending: bool,
}

impl Sort {
    /// The next of source order, value, growth and name; value and growth start with the largest. Rows of several units
    /// cannot be sorted by value, and few have growth.
    #[must_use]
    pub fn next(self, mixed: bool, has_growth: bool) -> Self {
        match self.by {
            By::Source if !mixed => Self { by: By::Value, descending: true },
            By::Source | By::Value if has_growth => Self { by: By::Growth, descending: true },
            By::Source | By::Value | By::Growth => Self { by: By::Name, descending: false },
            By::Name => Self::default(),
        }
    }

    /// The same order reversed.
    #[must_use]
    pub fn reversed(self) -> Self {
        Self { descending: !self.descending, ..self }
    }

    /// Its words in a title: `by value ▾`; `None` for the source's own order.
    #[must_use]
    pub fn shown(self) -> Option<String> {
        let way = if self.descending { "▾" } else { "▴" };
        let by = match self.by {
            By::Source if !self.descending => return None,
            By::Source => "source order",
            By::Value => "by value",
            By::Growth => "by growth",
            By::Name => "by name",
        };
        Some(format!("{by} {way}"))
    }
}

/// The rows sorted; ties keep their order, and rows without a number come last. Each key is computed once.
pub fn ordered(words: Words, rows: Arc<[Topic]>, sort: Sort) -> Arc<[Topic]> {
    if sort == Sort::default() {
        return rows;
    }
    let mut rows = rows.to_vec();
    let value = |row: &Topic| {
        #[cfg(test)]
        super::visited_rows::add(1);
        words.amount(row.figure()?).and_then(ShownAmount::plain)
    };
    match sort.by {
        By::Source => rows.reverse(),
        By::Value if sort.descending => rows.sort_by_cached_key(|row| Reverse(value(row))),
        By::Value => rows.sort_by_cached_key(value),
        // Rows without growth come last either way.
        By::Growth => rows.sort_by_cached_key(|row| {
            let growth = words.growth_of(row.figure()?);
            growth.map(|growth| if sort.descending { -growth } else { growth })
        }),
        By::Name => {
            rows.sort_by_cached_key(|row| {
                let (name, period) = words.name(row.figure()?);
                Some((fold(&name), period))
            });
            if sort.descending {
                rows.reverse();
            }
        }
    }
    let has_number = |row: &Topic| {
        row.figure().is_none_or(|figure| match sort.by {
            By::Growth => words.growth_of(figure).is_some(),
            By::Source | By::Value | By::Name => words.number(figure).is_some(),
        })
    };
    let (mut rows, missing): (Vec<Topic>, Vec<Topic>) = rows.into_iter().partition(has_number);
    rows.extend(missing);
    rows.into()
}
