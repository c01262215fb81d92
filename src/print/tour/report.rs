//! The results of a check of a tour, line by line, and a summary.

use super::handout::plan;
use crate::dataset::TourStep;
use crate::formats::{Position, Positions, Problem};
use crate::stage::{Remark, SIZES};

/// One line per remark, with the place of its step in the file of this name; then a summary.
pub(crate) fn tour_report(tour: &[TourStep], remarks: &[Remark], file: &str, places: &Positions) -> String {
    let line = |remark: &Remark| {
        let Position { line, column } = places.step(remark.step).unwrap_or(Position { line: 1, column: 1 });
        let problem = Problem {
            file: file.to_owned(),
            line: usize::try_from(line).unwrap_or(usize::MAX),
            column: usize::try_from(column).unwrap_or(usize::MAX),
            place: format!("tour[{}].{}", remark.step, remark.property),
            what: &remark.what,
            more: 0,
        };
        format!("{problem}\n")
    };
    remarks.iter().map(line).collect::<String>() + &summary(tour, remarks) + "\n"
}

fn summary(tour: &[TourStep], remarks: &[Remark]) -> String {
    let mut wrong: Vec<usize> =
        remarks.iter().filter(|remark| !remark.what.is_warning()).map(|remark| remark.step).collect();
    wrong.dedup();
    let verdict = match wrong.len() {
        0 => {
            let [first, second, third] = SIZES.map(|size| format!("{}×{}", size.width, size.height));
            format!("each does what it says at {first}, {second} and {third}")
        }
        1 => "1 does not do what it says".to_owned(),
        more => format!("{more} do not do what they say"),
    };
    let warnings = match remarks.iter().filter(|remark| remark.what.is_warning()).count() {
        0 => String::new(),
        1 => "; 1 warning".to_owned(),
        more => format!("; {more} warnings"),
    };
    format!("{}: {verdict}{warnings}", plan(tour.iter()))
}
