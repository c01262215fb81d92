//! Tables in no format that is known: what their headers lack.

use super::head::Head;
use super::json_rows::head_of_rows;
use super::tidy::TidyHeader;
use crate::formats::faults::UnknownTable;
use crate::formats::{Refusal, is_own};

/// The refusal of a text that is laid out as a table, if it is none of our own; `None` for anything else.
pub(crate) fn unknown_table(head: &Head) -> Option<Refusal> {
    let rows = head_of_rows(head);
    if rows.is_none() && is_own(&head.text) {
        return None;
    }
    let head = rows.as_ref().map_or(head, |(_, rows)| rows);
    if !head.is_table() {
        return None;
    }
    let mut best = (TidyHeader::new(head), head);
    // The header may stand below titles.
    let lower: Vec<Head> = std::iter::successors(head.below_title(), Head::below_title).collect();
    for below in &lower {
        let header = TidyHeader::new(below);
        if below.has_titles_above() && header.known(below).len() > best.0.known(best.1).len() {
            best = (header, below);
        }
    }
    let (header, head) = best;
    Some(refusal(&header, head))
}

/// The refusal of a table by its columns alone.
#[cfg(feature = "parquet")]
pub(super) fn unknown_columns(head: &Head) -> Refusal {
    refusal(&TidyHeader::new(head), head)
}

fn refusal(header: &TidyHeader, head: &Head) -> Refusal {
    let lacks = header.lacks().collect();
    Refusal::UnknownTable(Box::new(UnknownTable { known: header.known(head), lacks }))
}
