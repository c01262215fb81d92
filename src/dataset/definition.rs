//! How a figure is defined, beyond the trade that it is about: figures with different definitions are different figures.

use super::code::Code;
use super::unit::Unit;

/// The definition of a figure. A dimension that the row does not state is `None`, which equals only another `None`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Definition {
    /// Seasonal and working-day adjustment.
    pub adjustment: Option<Adjustment>,
    /// Customs statistics or balance of payments.
    pub basis: Option<Basis>,
    /// Goods, services or both.
    pub coverage: Option<Coverage>,
    /// The point on its way at which trade is valued.
    pub valuation: Option<Valuation>,
    /// When goods in bonded warehouses count as trade.
    pub trade_system: Option<TradeSystem>,
}

impl Definition {
    /// True if seasonal or working-day effects were removed, so that the figure no longer adds up with others of its
    /// kind.
    #[must_use]
    pub fn is_adjusted(self) -> bool {
        self.adjustment.is_some_and(|adjustment| adjustment != Adjustment::Unadjusted)
    }
}

/// Adjustment of a time series, by the codes of SDMX (`CL_ADJUSTMENT`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Adjustment {
    /// `N`: not adjusted.
    Unadjusted,
    /// `S`: for the season.
    Season,
    /// `W`: for working days.
    WorkingDays,
    /// `Y`: for both.
    Both,
}

impl Code for Adjustment {
    const ALL: &'static [(&'static str, Self)] =
        &[("N", Self::Unadjusted), ("S", Self::Season), ("W", Self::WorkingDays), ("Y", Self::Both)];
}

/// The statistics that count the trade.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Basis {
    /// Goods that cross the border, as customs record them.
    Customs,
    /// Goods and services that change owner.
    BalanceOfPayments,
}

impl Code for Basis {
    const ALL: &'static [(&'static str, Self)] =
        &[("customs", Self::Customs), ("bop", Self::BalanceOfPayments)];
}

/// The kind of trade that is covered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Coverage {
    /// `G`: goods.
    Goods,
    /// `S`: services.
    Services,
    /// `GS`: goods and services.
    GoodsAndServices,
}

impl Code for Coverage {
    const ALL: &'static [(&'static str, Self)] =
        &[("G", Self::Goods), ("S", Self::Services), ("GS", Self::GoodsAndServices)];
}

/// The point on its way at which trade is valued.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Valuation {
    /// Free on board: at the border of the exporting country.
    FreeOnBoard,
    /// Cost, insurance and freight: at the border of the importing country.
    CostInsuranceFreight,
}

impl Code for Valuation {
    const ALL: &'static [(&'static str, Self)] =
        &[("FOB", Self::FreeOnBoard), ("CIF", Self::CostInsuranceFreight)];
}

/// When goods in bonded warehouses and free zones count as trade.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TradeSystem {
    /// When they cross the border.
    General,
    /// When they leave the warehouse for the country.
    Special,
}

impl Code for TradeSystem {
    const ALL: &'static [(&'static str, Self)] = &[("general", Self::General), ("special", Self::Special)];
}

/// The quantity that a growth, multiple or change measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum GrowthOf {
    /// Value in a currency, an amount in a physical unit, or a unit value.
    Unit(Unit),
    /// `VOLUME`: value at constant prices.
    Volume,
}

impl GrowthOf {
    /// Reads a currency, a physical unit, money for each kilogram, `COUNT` or `VOLUME`; `None` for anything else.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        if code == "VOLUME" {
            return Some(Self::Volume);
        }
        let grows = |unit: &Unit| unit.is_amount() || matches!(unit, Unit::Count | Unit::PerKilogram(_));
        Unit::parse(code).filter(grows).map(Self::Unit)
    }

    /// The code in a dataset: `CNY`, `T`, `VOLUME`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Unit(unit) => unit.code(),
            Self::Volume => "VOLUME",
        }
    }
}

/// How a printed number limits the true one, where it does not simply round it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Bound {
    /// "More than": the number or anything above it.
    AtLeast,
    /// "Nearly", "less than": the number or anything below it.
    AtMost,
    /// "About": near the number, but no one says how near.
    About,
}

impl Code for Bound {
    const ALL: &'static [(&'static str, Self)] =
        &[("at_least", Self::AtLeast), ("at_most", Self::AtMost), ("about", Self::About)];
}

/// The population that a rank is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RankedAmong {
    /// The partners of the reporter.
    Partners,
    /// The reporters that trade with the partner.
    Reporters,
    /// The products that are traded.
    Products,
}

impl Code for RankedAmong {
    const ALL: &'static [(&'static str, Self)] =
        &[("partners", Self::Partners), ("reporters", Self::Reporters), ("products", Self::Products)];
}

/// How a source shortens its numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Rounding {
    /// To the nearest last digit.
    Nearest,
    /// Cut off behind the last digit.
    Cut,
}

impl Code for Rounding {
    const ALL: &'static [(&'static str, Self)] = &[("nearest", Self::Nearest), ("cut", Self::Cut)];
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn growth_is_of_money_of_an_amount_or_of_volume() {
        for code in ["CNY", "T", "CNY_PER_KG", "COUNT", "VOLUME"] {
            assert_eq!(GrowthOf::parse(code).map(GrowthOf::code), Some(code));
        }
        for code in ["PCT", "RANK", "FACTOR", "POINTS", "INDEX", "volume", ""] {
            assert_eq!(GrowthOf::parse(code), None, "{code}");
        }
    }

    #[test]
    fn only_a_stated_adjustment_adjusts() {
        let adjusted = |adjustment| Definition { adjustment, ..Definition::default() }.is_adjusted();
        assert!(!adjusted(None) && !adjusted(Adjustment::parse("N")));
        assert!(adjusted(Adjustment::parse("S")) && adjusted(Adjustment::parse("Y")));
    }
}
