//! A figure that is no row and why, in words.

use super::row_lines::words;
use crate::draft::{Draft, Inexpressible, Unexpressed};

/// `¶2 "1.9 dollars a litre": a price, or a rate of exchange`.
pub(crate) fn unexpressed_words(draft: &Draft, figure: &Unexpressed) -> String {
    let (place, words) = (Draft::locator(figure.paragraph), words(draft, &figure.range));
    format!("{place} \"{words}\": {}", reason_words(figure.reason))
}

/// A short reason, as it stands behind the words of the figure.
pub(crate) fn reason_words(reason: Inexpressible) -> &'static str {
    match reason {
        Inexpressible::PointsOfGrowth => "a difference between growth rates",
        Inexpressible::Price => "a price, or a rate of exchange",
        Inexpressible::Average => "an average",
        Inexpressible::Expected => "what somebody expected",
        Inexpressible::UnknownUnit => "its unit is not known",
        Inexpressible::OtherCount => "a count of other things",
        Inexpressible::NoFlow => "nothing says of which trade",
        Inexpressible::NoTrade => "no trade: production, stocks or the like",
        Inexpressible::Ratio => "a ratio of two flows",
        Inexpressible::TooManyDigits => "too many digits",
    }
}
