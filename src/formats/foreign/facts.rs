//! Facts that hold for all rows of a file.

use super::row::AmountKind;
use crate::dataset::Unit;

/// The dimensions that a format has. A row must say something of each; of the others it says nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a dimension of its own")]
pub(crate) struct Says {
    pub reporter: bool,
    pub flow: bool,
    pub partner: bool,
    pub product: bool,
    pub period: bool,
}

/// The relation between rows about the same trade.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SameTrade {
    /// The same row again, or another amount for it: no two rows should be about the same trade.
    Again,
    /// The same row again if all amounts are the same, else more of the same trade.
    AgainIfEqual,
    /// More of the same trade: rows differ in columns that are not read.
    More,
}

/// Facts that hold for all rows of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct FileFacts {
    /// Who published it: `UN Comtrade`. Empty where the file does not say.
    pub publisher: &'static str,
    pub says: Says,
    /// By [`AmountKind`]: the unit with its power of ten, where the file has that amount. A value without a unit that is
    /// known is a count; the unit of a quantity is a matter of its row.
    pub units: [Option<(Unit, i8)>; AmountKind::ALL.len()],
    /// Imports are valued with freight and insurance, exports without, as customs do.
    pub has_customs_valuation: bool,
    /// Both sides agree: the exports of one to another are the imports of the other from the one.
    pub is_reconciled: bool,
    /// Products are those of the Harmonized System, whose chapters have known names.
    pub is_harmonized: bool,
    /// The relation between rows about the same trade.
    pub same_trade: SameTrade,
}

impl FileFacts {
    /// The units of money and of weights, each with its power of ten.
    pub(crate) fn money_and_weight(&self) -> [Option<(Unit, i8)>; 2] {
        [AmountKind::Value, AmountKind::Weight].map(|kind| self.units[kind as usize])
    }

    /// Nothing is known yet.
    pub(crate) const UNKNOWN: Self = Self {
        publisher: "",
        says: Says { reporter: false, flow: false, partner: false, product: false, period: false },
        units: [None; AmountKind::ALL.len()],
        has_customs_valuation: false,
        is_reconciled: false,
        is_harmonized: false,
        same_trade: SameTrade::Again,
    };
}
