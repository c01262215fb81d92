//! The codes of a dataset: closed lists, after the SDMX structure for trade statistics.

/// A closed list of codes as datasets write them, in the order in which errors list them.
pub trait Code: Copy + PartialEq + Sized + 'static {
    /// Every code with its meaning.
    const ALL: &'static [(&'static str, Self)];

    /// The meaning of `text`, if it is one of the codes.
    fn parse(text: &str) -> Option<Self> {
        Self::ALL.iter().find(|(code, _)| *code == text).map(|(_, meaning)| *meaning)
    }

    /// As datasets write it.
    #[must_use]
    fn code(self) -> &'static str {
        Self::ALL.iter().find(|(_, meaning)| *meaning == self).map_or("", |(code, _)| code)
    }
}

/// The SDMX code for all products, used as the whole of a rest.
pub const ALL_PRODUCTS: &str = "_T";

/// Separates a whole from the part that is taken out of it, in SDMX codes.
const WITHOUT: &str = "_X_";

/// The SDMX code of a whole without one of its parts: `W00_X_CA5`.
#[must_use]
pub fn rest_code(whole: &str, part: &str) -> String {
    format!("{whole}{WITHOUT}{part}")
}

/// The whole and the part of a code made by [`rest_code`].
#[must_use]
pub fn rest_of(code: &str) -> Option<(&str, &str)> {
    code.split_once(WITHOUT)
}

/// The direction of trade, seen from the reporter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Flow {
    /// Sold to the partner.
    Exports,
    /// Bought from the partner.
    Imports,
    /// Exports and imports together.
    Total,
    /// Exports less imports.
    Balance,
}

impl Code for Flow {
    const ALL: &'static [(&'static str, Self)] = &[
        ("exports", Self::Exports),
        ("imports", Self::Imports),
        ("total", Self::Total),
        ("balance", Self::Balance),
    ];
}

/// How goods were carried.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the five names say all there is to say")]
pub enum Transport {
    Road,
    Rail,
    Sea,
    Air,
    Pipeline,
}

impl Code for Transport {
    const ALL: &'static [(&'static str, Self)] = &[
        ("road", Self::Road),
        ("rail", Self::Rail),
        ("sea", Self::Sea),
        ("air", Self::Air),
        ("pipeline", Self::Pipeline),
    ];
}

/// The observation status of SDMX (`OBS_STATUS`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Status {
    /// `A`: nothing special.
    Normal,
    /// `E`: estimated.
    Estimated,
    /// `F`: a forecast.
    Forecast,
    /// `P`: provisional.
    Provisional,
    /// `B`: the series breaks here.
    Break,
    /// `V`: unvalidated.
    Unvalidated,
    /// `O`: missing.
    Missing,
    /// `M`: missing, and cannot exist.
    CannotExist,
    /// `L`: missing, exists but was not collected.
    NotCollected,
    /// `D`: the definition differs from that of the rest of the series.
    DefinitionDiffers,
}

impl Code for Status {
    const ALL: &'static [(&'static str, Self)] = &[
        ("A", Self::Normal),
        ("E", Self::Estimated),
        ("F", Self::Forecast),
        ("P", Self::Provisional),
        ("B", Self::Break),
        ("V", Self::Unvalidated),
        ("O", Self::Missing),
        ("M", Self::CannotExist),
        ("L", Self::NotCollected),
        ("D", Self::DefinitionDiffers),
    ];
}

impl Status {
    /// True if the status says that the number may still change.
    #[must_use]
    pub fn may_change(self) -> bool {
        matches!(self, Self::Provisional | Self::Estimated | Self::Forecast)
    }

    /// True if the status says that there is no number.
    #[must_use]
    pub fn is_missing(self) -> bool {
        matches!(self, Self::Missing | Self::CannotExist | Self::NotCollected)
    }
}
