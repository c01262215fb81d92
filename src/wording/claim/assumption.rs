//! What could save a claim: a line each, last in the proof.

use super::name;
use crate::analysis::{Assumption, OverlapsWith};
use crate::dataset::Status;
use crate::wording::Words;

pub fn line(words: Words, assumption: &Assumption) -> String {
    match assumption {
        Assumption::GrowthIn { unit, fitting } if fitting.is_empty() => {
            format!("unless the growth is in {}", name::unit(*unit))
        }
        Assumption::GrowthIn { unit, .. } => {
            format!("unless the growth is in {}, in which it holds", name::unit(*unit))
        }
        Assumption::TwoCurrencies => {
            "unless they are growth in two currencies, which the rows do not say".to_owned()
        }
        Assumption::Overlap { place, with } => overlap(&name::place(words, place), words, with),
        Assumption::Correction { value, .. } => {
            format!("unless {} is a correction: it is below zero", name::id(words, *value))
        }
        Assumption::SomeCorrection(1) => "unless one more value below zero is a correction".to_owned(),
        Assumption::SomeCorrection(values) => {
            format!("unless one of {values} more values below zero is a correction")
        }
        Assumption::CorrectsEarlier => "true only as a correction of an earlier figure".to_owned(),
        Assumption::Status { figure, status } => unsettled(&name::id(words, *figure), *status),
        Assumption::RateMoved(percent) => {
            format!("more than {percent} % apart: true only if the rate moved so far in the period")
        }
        Assumption::MonthsOfBothSigns => {
            "no rate is below zero: true only if months of both signs were converted".to_owned()
        }
    }
}

fn overlap(place: &str, words: Words, with: &OverlapsWith) -> String {
    match with {
        OverlapsWith::Place(other) => format!("unless {place} and {} overlap", name::place(words, other)),
        OverlapsWith::Another => format!("unless {place} overlaps another of them"),
        OverlapsWith::Others => format!("unless {place} and others of them overlap"),
    }
}

/// Why a figure may change yet, or not compare with others.
fn unsettled(id: &str, status: Status) -> String {
    match status {
        Status::Estimated => format!("unless {id} changes: it is an estimate"),
        Status::Forecast => format!("unless {id} changes: it is a forecast"),
        Status::Provisional => format!("unless {id} changes: it is provisional"),
        Status::DefinitionDiffers => format!("unless {id} does not compare: its definition differs"),
        Status::Break => format!("unless {id} does not compare: its series breaks there"),
        Status::Normal
        | Status::Unvalidated
        | Status::Missing
        | Status::CannotExist
        | Status::NotCollected => format!("unless {id} changes"),
    }
}
