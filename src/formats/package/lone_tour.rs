//! A tour in a file of its own, for a dataset that belongs to somebody else.

use serde::de::IgnoredAny;

use super::descriptor::members_of;
use super::tour::tour;
use crate::dataset::TourStep;
use crate::formats::faults::{Problem, ReadError};
use crate::formats::limits::MAX_DEPTH;
use crate::formats::reader::document::Document;
use crate::formats::reader::problems::Problems;

/// The steps of a tour, and warnings: of a list of steps, or of the `tour` of a descriptor whose figures are not read.
pub fn lone_tour(document: &Document) -> Result<(Vec<TourStep>, Vec<Problem>), ReadError> {
    let mut problems = Problems::default();
    let text = document.text.trim();
    let is_list = text.starts_with('[') && document.brackets().deepest().0 <= MAX_DEPTH;
    let list = Some(text).filter(|text| is_list && serde_json::from_str::<IgnoredAny>(text).is_ok());
    // A file that is neither reports why.
    let raw = list.or_else(|| members_of(document, &mut problems)?.get("tour"));
    let (steps, _) = tour(raw, document, &mut problems);
    Ok((steps, problems.into_result()?))
}
