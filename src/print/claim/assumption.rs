//! Assumptions as JSON objects.

use super::object::{JsonMember, JsonObject};
use crate::analysis::{Assumption, Figure, OverlapsWith};
use crate::dataset::Code;
use crate::print::field::Field;
use crate::wording::Words;

/// An assumption as an object.
pub(in crate::print) fn assumption(words: Words, assumption: &Assumption) -> JsonObject {
    let object = JsonObject::new(assumption.kind());
    match assumption {
        Assumption::GrowthIn { unit, fitting } => {
            object.text("unit_measure", unit.code()).figures(words, "figures", fitting)
        }
        Assumption::Overlap { place, with } => {
            let other = match with {
                OverlapsWith::Place(other) => Some(other),
                OverlapsWith::Another | OverlapsWith::Others => None,
            };
            let places = [place].into_iter().chain(other).map(ToString::to_string);
            object.with("places", JsonMember::Field(Field::list(places)))
        }
        Assumption::WithoutGroup { place, part } => {
            object.with("places", JsonMember::Field(Field::list([place, part].map(ToString::to_string))))
        }
        Assumption::Classifications { one, other } => object
            .with("classifications", JsonMember::Field(Field::list([one, other].map(ToString::to_string)))),
        Assumption::Correction { value, change } => {
            let figures: Vec<Figure> = std::iter::once(*value).chain(*change).collect();
            object.figures(words, "figures", &figures)
        }
        Assumption::SomeCorrection(count) => object.number("count", count),
        Assumption::Status { figure, status } => {
            object.figures(words, "figures", &[*figure]).text("obs_status", status.code())
        }
        Assumption::RateMoved(percent) => object.number("percent", percent),
        Assumption::GrowthOfElse { growth, tried } => {
            object.text("unit_measure", tried.code()).figures(words, "figures", &[*growth])
        }
        Assumption::NotListed { place }
        | Assumption::OtherMembers { place }
        | Assumption::WithoutOwn { place } => {
            object.with("places", JsonMember::Field(Field::list([place.to_string()])))
        }
        Assumption::PerYear { growth } => object.figures(words, "figures", &[*growth]),
        Assumption::ReExportsApart { re_exports } => object.figures(words, "figures", &[*re_exports]),
        Assumption::TimesMore { multiple } | Assumption::TimesLess { multiple } => {
            object.figures(words, "figures", &[*multiple])
        }
        Assumption::Releases { later, earlier, is_dated, is_revision } => object
            .figures(words, "figures", &[*earlier, *later])
            .flag("dated", *is_dated)
            .flag("revision", *is_revision),
        Assumption::TwoGrowths
        | Assumption::TwoThings
        | Assumption::AnotherWhole
        | Assumption::RankedOtherwise
        | Assumption::RoundedOtherwise
        | Assumption::RoundedToZeros
        | Assumption::ChangedMode
        | Assumption::GoodsAlone
        | Assumption::WithServices
        | Assumption::RankedByAmount
        | Assumption::RankedAmongOthers
        | Assumption::CutOff
        | Assumption::Averages
        | Assumption::Adjusted
        | Assumption::Valued
        | Assumption::TwoBases
        | Assumption::CorrectsEarlier
        | Assumption::MonthsOfBothSigns
        | Assumption::OtherRate
        | Assumption::MeanOfPrices
        | Assumption::OneWay
        | Assumption::TwoCounts
        | Assumption::OfTheSeason
        | Assumption::Unlisted
        | Assumption::LacksRows
        | Assumption::Unallocated
        | Assumption::SharedRank => object,
    }
}
