//! Overlays, which open over the panes, one file each: lines and title, possible actions, what Enter does.
//!
//! A new overlay needs a file here, a line in the list of `overlays/kind.rs`, and a key in `input/bindings.rs`. All except
//! the search cover the panes and are drawn by `screen/overlay.rs`; the search is typed in the footer.

mod detail;
mod kind;
mod rows;
mod rules;
mod typed_list;

pub use detail::Detail;
pub(crate) use help::help_lines;
pub use kind::OverlayKind;
use kind::overlay_kinds;
pub use rows::SourceRows;
use rules::Keyed;
pub(super) use rules::{Opened, OverlayRules};

use super::app::App;

macro_rules! overlays {
    ($($kind:ident, $file:ident;)*) => {
        $(mod $file;)*
        $(pub use $file::$kind;)*

        /// An open overlay. A key opens those that have an [`OverlayKind`]; a row of a pane, a figure.
        #[derive(Debug, Clone, PartialEq, Eq)]
        #[expect(missing_docs, reason = "each is described in its file")]
        pub enum Overlay {
            $($kind($kind),)*
            Detail(Detail),
            Rows(SourceRows),
        }

        impl Overlay {
            pub(crate) fn rules(&self) -> &dyn OverlayRules {
                match self {
                    $(Self::$kind(overlay) => overlay,)*
                    Self::Detail(overlay) => overlay,
                    Self::Rows(overlay) => overlay,
                }
            }

            pub(super) fn rules_mut(&mut self) -> &mut dyn OverlayRules {
                match self {
                    $(Self::$kind(overlay) => overlay,)*
                    Self::Detail(overlay) => overlay,
                    Self::Rows(overlay) => overlay,
                }
            }
        }

        impl OverlayKind {
            /// Its words in the palette.
            #[must_use]
            pub fn words(self) -> Option<&'static str> {
                match self {
                    $(Self::$kind => $kind::WORDS,)*
                }
            }

            /// Other words by which the palette finds it.
            #[must_use]
            pub fn synonyms(self) -> &'static str {
                match self {
                    $(Self::$kind => $kind::SYNONYMS,)*
                }
            }

            /// True if it is about the focused pane, so that it opens only over that or one of its figures.
            pub(super) fn is_of_pane(self) -> bool {
                match self {
                    $(Self::$kind => $kind::IS_OF_PANE,)*
                }
            }

            /// Opens the overlay over the present view; `None` if it would have nothing to show.
            pub(super) fn open(self, app: &App) -> Option<Overlay> {
                match self {
                    $(Self::$kind => $kind::over(app).map(Overlay::$kind),)*
                }
            }

            pub(crate) fn is_open(self, overlay: &Overlay) -> bool {
                match self {
                    $(Self::$kind => matches!(overlay, Overlay::$kind(_)),)*
                }
            }
        }
    };
}
overlay_kinds!(overlays);
