//! Why a figure is no row, in words.

use crate::draft::Inexpressible;

/// A short reason, as it stands behind the words of the figure.
pub(crate) fn reason_words(reason: Inexpressible) -> &'static str {
    match reason {
        Inexpressible::PointsOfGrowth => "a difference between growth rates",
        Inexpressible::Price => "a price, a rate of exchange, or no trade",
        Inexpressible::Average => "an average",
        Inexpressible::Expected => "what somebody expected",
        Inexpressible::UnknownUnit => "its unit is not known",
        Inexpressible::OtherCount => "a count of other things",
        Inexpressible::NoFlow => "nothing says of which trade",
        Inexpressible::TooManyDigits => "too many digits",
    }
}
