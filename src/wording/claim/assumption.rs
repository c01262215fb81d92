//! Assumptions that could save a claim: one line each, at the end of the proof.

use super::name;
use rust_decimal::Decimal;

use crate::analysis::{Assumption, Dimension, Figure, OverlapsWith};
use crate::dataset::Status;
use crate::wording::number::{plain, printed};
use crate::wording::{Words, published};

const TWO_GROWTHS: &str = "unless they are growth in two currencies or of two things: it is not said";
const RANKED_OTHERWISE: &str = "unless they are ranked by growth or among fewer: it is not said";
const UNLISTED: &str = "unless the rest is confidential, not allocated (such as areas not specified or chapter 99), or not \
                        in the table";
const REVISED: &str = "unless one of them was revised";
const WITH_SERVICES: &str =
    "unless goods and services are in one of them, and goods alone in others: it is not said";
const TWO_BASES: &str =
    "unless goods are counted by customs, and both on the balance-of-payments basis: it is not said";
const REVISED_OR_DEFINED: &str = "unless one of them was revised or is otherwise defined";

/// An assumption on one or two lines, followed by the id of the figure that it is about.
pub fn line(words: Words, assumption: &Assumption) -> String {
    let condition = condition(words, assumption);
    match figure(assumption) {
        Some(figure) => format!("{condition} [{}]", name::id(words, figure)),
        None => condition,
    }
}

/// The figure that an assumption is about, if there is a single one.
fn figure(assumption: &Assumption) -> Option<Figure> {
    match assumption {
        Assumption::GrowthOfElse { growth: figure, .. }
        | Assumption::PerYear { growth: figure }
        | Assumption::ReExportsApart { re_exports: figure }
        | Assumption::Correction { value: figure, .. }
        | Assumption::Status { figure, .. } => Some(*figure),
        Assumption::GrowthIn { .. }
        | Assumption::TwoGrowths
        | Assumption::TwoThings
        | Assumption::AnotherWhole
        | Assumption::RankedOtherwise
        | Assumption::RoundedOtherwise
        | Assumption::RoundedToZeros
        | Assumption::OtherMembers { .. }
        | Assumption::WithoutOwn { .. }
        | Assumption::WithoutGroup { .. }
        | Assumption::GoodsAlone
        | Assumption::WithServices
        | Assumption::ChangedMode
        | Assumption::RankedByAmount
        | Assumption::RankedAmongOthers
        | Assumption::CutOff
        | Assumption::TimesMore { .. }
        | Assumption::TimesLess { .. }
        | Assumption::Averages
        | Assumption::Releases { .. }
        | Assumption::Adjusted
        | Assumption::Valued
        | Assumption::TwoBases
        | Assumption::Overlap { .. }
        | Assumption::Classifications { .. }
        | Assumption::SomeCorrection(_)
        | Assumption::CorrectsEarlier
        | Assumption::RateMoved(_)
        | Assumption::OtherRate
        | Assumption::TwoCounts
        | Assumption::SharedRank
        | Assumption::OfTheSeason
        | Assumption::Unlisted
        | Assumption::LacksRows
        | Assumption::Unallocated
        | Assumption::NotListed { .. }
        | Assumption::MeanOfPrices
        | Assumption::OneWay
        | Assumption::MonthsOfBothSigns => None,
    }
}

fn without_group(words: Words, place: &str, part: &str) -> String {
    format!("unless the figure of {} leaves out {}", name::place(words, place), name::place(words, part))
}

/// An assumption as a sentence, without ids.
pub fn condition(words: Words, assumption: &Assumption) -> String {
    match assumption {
        Assumption::GrowthIn { unit, fitting } if fitting.is_empty() => {
            format!("unless the growth is in {}", name::unit(*unit))
        }
        Assumption::GrowthIn { unit, .. } => {
            format!("unless the growth is in {}, in which it holds", name::unit(*unit))
        }
        Assumption::GrowthOfElse { growth, tried } => {
            let tried = name::unit(*tried);
            format!("unless {} is not growth in {tried}: it is not said", named(words, *growth))
        }
        Assumption::TwoGrowths => TWO_GROWTHS.to_owned(),
        Assumption::TwoThings => "unless they are of two things: it is not said".to_owned(),
        Assumption::AnotherWhole => "unless it is the share of another whole: it is not said".to_owned(),
        Assumption::RankedAmongOthers => {
            "unless they are ranks among different things: it is not said".to_owned()
        }
        Assumption::CutOff => "unless numbers were cut off behind their last digit, not rounded".to_owned(),
        Assumption::RoundedOtherwise => {
            "unless numbers were rounded up, or so that parts add up to their whole".to_owned()
        }
        Assumption::RoundedToZeros => "unless numbers that end in zeros were rounded there".to_owned(),
        Assumption::TimesMore { multiple } => times_more(words, *multiple),
        Assumption::TimesLess { multiple } => times_less(&printed(words, *multiple)),
        Assumption::PerYear { growth } => {
            format!("unless {} is the average growth of a year", printed(words, *growth))
        }
        Assumption::Averages => {
            "unless some of them are averages or at annual rates: it is not said".to_owned()
        }
        Assumption::Releases { later, earlier, is_dated, is_revision } => {
            let unless = if *is_revision { REVISED } else { REVISED_OR_DEFINED };
            format!("{}\n{unless}", order(words, [*later, *earlier], *is_dated))
        }
        Assumption::Adjusted => {
            "unless the adjustment made the difference: adjusted figures do not add up".to_owned()
        }
        Assumption::Valued => "unless the valuation made the difference: FOB and CIF are mixed".to_owned(),
        Assumption::TwoBases => TWO_BASES.to_owned(),
        Assumption::Overlap { place, with } => overlap(&name::place(words, place), words, with),
        Assumption::OtherMembers { place } => {
            format!("unless {} is counted with the members of another time", name::place(words, place))
        }
        Assumption::WithoutOwn { place } => {
            format!("unless the world is counted without trade within {}", name::place(words, place))
        }
        Assumption::WithoutGroup { place, part } => without_group(words, place, part),
        Assumption::GoodsAlone => "unless the whole is of goods without services: it is not said".to_owned(),
        Assumption::WithServices => WITH_SERVICES.to_owned(),
        Assumption::ReExportsApart { re_exports } => {
            format!("unless re-exports, {}, are counted apart from exports", printed(words, *re_exports))
        }
        Assumption::ChangedMode => {
            "unless goods that changed from one mode to another were counted in both".to_owned()
        }
        Assumption::Classifications { one, other } => {
            format!("unless codes of {one} and of {other} overlap")
        }
        Assumption::Correction { value, .. } => {
            format!("unless {} is a correction: it is below zero", named(words, *value))
        }
        Assumption::SomeCorrection(1) => "unless one more value below zero is a correction".to_owned(),
        Assumption::SomeCorrection(values) => {
            format!("unless one of {values} more values below zero is a correction")
        }
        Assumption::CorrectsEarlier => "true only as a correction of an earlier figure".to_owned(),
        Assumption::Status { figure, status } => unsettled(&named(words, *figure), *status),
        Assumption::RateMoved(percent) => {
            format!("more than {percent} % apart: true only if the rate moved so far in the period")
        }
        Assumption::OtherRate => "true only at another rate than the average of the year".to_owned(),
        Assumption::TwoCounts => "unless they count two things: the rows have no label".to_owned(),
        Assumption::SharedRank => "unless they share that rank".to_owned(),
        Assumption::RankedByAmount => "unless they are ranked by weight or volume".to_owned(),
        Assumption::RankedOtherwise => RANKED_OTHERWISE.to_owned(),
        Assumption::OfTheSeason => {
            "unless it is a record only among the same months of other years: it is not said".to_owned()
        }
        Assumption::Unlisted => UNLISTED.to_owned(),
        Assumption::LacksRows => {
            "unless the table lacks rows: some of these numbers are not printed but added up".to_owned()
        }
        Assumption::Unallocated => {
            "unless part of the group's trade is confidential, of low value, or not allocated to a member"
                .to_owned()
        }
        Assumption::NotListed { place } => {
            format!("unless {} is not on that list: it has no rank", name::place(words, place))
        }
        Assumption::MeanOfPrices => {
            "unless the unit value is a mean of prices, and not value by weight".to_owned()
        }
        Assumption::OneWay => "true only if nearly all trade went one way".to_owned(),
        Assumption::MonthsOfBothSigns => {
            "no rate is below zero: true only if months of both signs were converted".to_owned()
        }
    }
}

/// Which of two figures' releases is later, or that there are two.
fn order(words: Words, figures: [Figure; 2], is_dated: bool) -> String {
    let [later, earlier] = figures.map(|figure| release(words, figure));
    if is_dated {
        format!("{later} is later than {earlier}")
    } else {
        format!("they are of {earlier} and {later}")
    }
}

fn overlap(place: &str, words: Words, with: &OverlapsWith) -> String {
    match with {
        OverlapsWith::Place(other) => format!("unless {place} and {} overlap", name::place(words, other)),
        OverlapsWith::Another => format!("unless {place} overlaps another of them"),
        OverlapsWith::Others => format!("unless {place} and others of them overlap"),
    }
}

/// How a multiple may have been meant: `unless ×8 means eight times more, which is ×9`.
fn times_more(words: Words, multiple: Figure) -> String {
    let value = words.observation(multiple).and_then(|row| row.value);
    let Some(value) = value else { return "unless a multiple means so many times more".to_owned() };
    let more = value.value().checked_add(Decimal::ONE).unwrap_or_default();
    let [value, more] = [value.value(), more].map(|number| plain(number, value.decimals()));
    format!("unless ×{value} means {value} times more, which is ×{more}")
}

fn times_less(multiple: &str) -> String {
    format!("unless {multiple} is a fall: so many times less, not so many times as much")
}

/// A figure by its number and its trade: `47.1 bn CNY (Xinjiang's exports to the world, 2023)`.
fn named(words: Words, figure: Figure) -> String {
    let (number, trade) = (printed(words, figure), name::figure(words, figure, Dimension::Flow));
    if trade.is_empty() { number } else { format!("{number} ({trade})") }
}

/// The release of a figure: `Customs, 2024-01-12`.
pub fn release(words: Words, figure: Figure) -> String {
    let source = words.observation(figure).and_then(|row| words.dataset.source_of(row));
    source.map_or_else(|| "an unnamed source".to_owned(), published)
}

/// Why a figure may still change, or is not comparable with others.
fn unsettled(figure: &str, status: Status) -> String {
    match status {
        Status::Estimated => format!("unless {figure} changes: it is an estimate"),
        Status::Forecast => format!("unless {figure} changes: it is a forecast"),
        Status::Provisional => format!("unless {figure} changes: it is provisional"),
        Status::DefinitionDiffers => format!("unless {figure} does not compare: its definition differs"),
        Status::Break => format!("unless {figure} does not compare: its series breaks there"),
        Status::Normal
        | Status::Unvalidated
        | Status::Missing
        | Status::CannotExist
        | Status::NotCollected => format!("unless {figure} changes"),
    }
}
