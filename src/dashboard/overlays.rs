//! Overlays, which open over the panes, one file each: lines and title, possible actions, what Enter does.
//!
//! A new overlay needs a file here, its lines in this registry, and a key in `input/bindings.rs`. All except the search
//! cover the panes and are drawn by `screen/overlay.rs`; the search is typed in the footer.

mod address;
mod detail;
mod export;
mod find;
mod help;
mod kind;
mod others;
mod palette;
mod rows;
mod rules;
mod typed_list;
mod warnings;
mod which;

pub use address::Address;
pub use detail::Detail;
pub use export::Export;
pub use find::Find;
pub use help::Help;
pub(crate) use help::help_lines;
pub use kind::OverlayKind;
pub use others::Others;
pub use palette::Palette;
pub use rows::SourceRows;
pub(super) use rules::{Opened, OverlayRules};
pub use warnings::Warnings;
pub use which::Which;

use super::app::App;

/// An open overlay.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is described in its file")]
pub enum Overlay {
    Detail(Detail),
    Help(Help),
    Find(Find),
    Palette(Palette),
    Address(Address),
    Export(Export),
    Warnings(Warnings),
    Others(Others),
    Which(Which),
    Rows(SourceRows),
}

impl Overlay {
    pub(crate) fn rules(&self) -> &dyn OverlayRules {
        match self {
            Self::Detail(overlay) => overlay,
            Self::Help(overlay) => overlay,
            Self::Find(overlay) => overlay,
            Self::Palette(overlay) => overlay,
            Self::Address(overlay) => overlay,
            Self::Export(overlay) => overlay,
            Self::Warnings(overlay) => overlay,
            Self::Others(overlay) => overlay,
            Self::Which(overlay) => overlay,
            Self::Rows(overlay) => overlay,
        }
    }

    pub(super) fn rules_mut(&mut self) -> &mut dyn OverlayRules {
        match self {
            Self::Detail(overlay) => overlay,
            Self::Help(overlay) => overlay,
            Self::Find(overlay) => overlay,
            Self::Palette(overlay) => overlay,
            Self::Address(overlay) => overlay,
            Self::Export(overlay) => overlay,
            Self::Warnings(overlay) => overlay,
            Self::Others(overlay) => overlay,
            Self::Which(overlay) => overlay,
            Self::Rows(overlay) => overlay,
        }
    }
}

impl OverlayKind {
    /// Opens the overlay over the present view; `None` if it would have nothing to show.
    pub(super) fn open(self, app: &App) -> Option<Overlay> {
        Some(match self {
            Self::Help => Overlay::Help(Help::default()),
            Self::Find => Overlay::Find(Find::new(app)),
            Self::Palette => Overlay::Palette(Palette::new(app)),
            Self::Address => Overlay::Address(Address::default()),
            Self::Export => Overlay::Export(Export::new(app)),
            Self::Warnings => Overlay::Warnings(Warnings::default()),
            Self::Others => Overlay::Others(Others::new(app.comparable()?)),
            Self::Which => Overlay::Which(Which::new(app)),
        })
    }

    pub(crate) fn is_open(self, overlay: &Overlay) -> bool {
        match self {
            Self::Help => matches!(overlay, Overlay::Help(_)),
            Self::Find => matches!(overlay, Overlay::Find(_)),
            Self::Palette => matches!(overlay, Overlay::Palette(_)),
            Self::Address => matches!(overlay, Overlay::Address(_)),
            Self::Export => matches!(overlay, Overlay::Export(_)),
            Self::Warnings => matches!(overlay, Overlay::Warnings(_)),
            Self::Others => matches!(overlay, Overlay::Others(_)),
            Self::Which => matches!(overlay, Overlay::Which(_)),
        }
    }
}
