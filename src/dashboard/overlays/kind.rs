//! Overlays by name: what a key or the palette opens.

/// An overlay with a key of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is described in its file")]
pub enum OverlayKind {
    Help,
    Find,
    Palette,
    Address,
    Export,
    Warnings,
    Others,
    Which,
}

impl OverlayKind {
    /// Its words in the palette.
    #[must_use]
    pub fn words(self) -> Option<&'static str> {
        match self {
            Self::Help => Some("help"),
            Self::Find => Some("find rows"),
            Self::Palette => None,
            Self::Address => Some("show this view as text"),
            Self::Export => Some("write the pane to a file"),
            Self::Warnings => Some("warnings about the files"),
            Self::Others => Some("the same figure in other reports"),
            Self::Which => Some("which reporter, flow, period, partner and product"),
        }
    }

    /// Other words by which the palette finds it.
    #[must_use]
    pub fn synonyms(self) -> &'static str {
        match self {
            Self::Help => "keys shortcuts manual legend marks ?",
            Self::Find => "search filter look for",
            Self::Palette => "",
            Self::Address => "link bookmark share url",
            Self::Export => "export save download csv json markdown svg",
            Self::Warnings => "problems errors oddities left out",
            Self::Others => "sources agree elsewhere context",
            Self::Which => "select choose filter records",
        }
    }

    /// True if it is about the focused pane, so that it opens only over that or one of its figures.
    pub(in crate::dashboard) fn is_of_pane(self) -> bool {
        match self {
            Self::Export => true,
            Self::Help
            | Self::Find
            | Self::Palette
            | Self::Address
            | Self::Warnings
            | Self::Others
            | Self::Which => false,
        }
    }
}
