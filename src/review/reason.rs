//! Why a figure is no row, in words.

use crate::draft::Inexpressible;

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
