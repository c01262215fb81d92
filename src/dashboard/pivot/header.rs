//! The header lines about a table: its file, the question, and what is set aside.

use crate::dashboard::app::App;
use crate::dashboard::pivot::PivotStep;
use crate::text::truncate;
use crate::wording::{set_aside_line, table_facts};

impl App {
    /// The number of lines of the header beyond the first: the file and what is set aside.
    pub(in crate::dashboard) fn more_header(&self) -> u16 {
        match self.size.height {
            30.. if self.is_pivot() && self.set_aside_line(usize::MAX).is_empty() => 1,
            30.. if self.is_pivot() => 2,
            22.. if self.is_pivot() => 1,
            _ => 0,
        }
    }

    /// The name of the table's file and its publisher; empty without a table.
    pub(crate) fn table_name(&self) -> String {
        let Some(pivot) = self.pivot() else { return String::new() };
        match pivot.catalog().facts.publisher {
            "" => pivot.name.to_string(),
            publisher => format!("{} · {publisher}", pivot.name),
        }
    }

    /// Facts about the table, the most important first; with the number of lines not understood if nothing else shows
    /// it.
    pub(crate) fn table_facts(&self, with_warnings: bool) -> Vec<String> {
        let Some(pivot) = self.pivot() else { return Vec::new() };
        let mut facts = table_facts(pivot.catalog());
        let warnings = self.warning_count().filter(|_| with_warnings);
        if let Some(count) = warnings {
            facts.insert(1.min(facts.len()), format!("{count} (W)"));
        }
        facts
    }

    /// The rows that no sum counts, in at most `room` columns.
    pub(crate) fn set_aside_line(&self, room: usize) -> String {
        self.pivot().map_or_else(String::new, |pivot| set_aside_line(pivot.catalog(), room))
    }

    /// The question in at most `room` columns, leaving out dimensions that it asks all of if there is too little room;
    /// `None` without a table.
    pub(crate) fn question_in(&self, room: usize) -> Option<String> {
        self.pivot()?;
        let title = self.words().dataset.title.as_str();
        if truncate::width(title) <= room {
            return Some(title.to_owned());
        }
        let parts: Vec<&str> = title.split(" · ").filter(|part| !part.starts_with("all ")).collect();
        let fits = |count: &usize| truncate::width(&parts[..*count].join(" · ")) <= room;
        let count = (1..=parts.len()).rev().find(fits);
        Some(count.map_or_else(|| title.to_owned(), |count| parts[..count].join(" · ")))
    }

    /// True if the question can be widened.
    pub(crate) fn is_narrowed(&self) -> bool {
        self.next_question(PivotStep::Up).is_some()
    }
}
