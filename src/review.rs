//! The review of a draft, without a terminal: a person goes through the figures of an article and accepts, mends or
//! rejects each.
//!
//! The draft itself is what is looked at and changed; every change can be undone. What comes first to be looked at is
//! decided in `order`, what a key does in `bindings` and `update`, and what a dimension can become in `choices`.

mod action;
mod article;
mod available;
mod bindings;
mod changes;
mod choices;
mod dashboard;
mod desk;
mod files;
mod help;
mod highlights;
mod history;
mod keeping;
mod layout;
mod mend;
mod number;
mod opening;
mod order;
mod overlay;
mod part;
mod pointer;
mod rank;
mod reason;
mod refresh;
mod row_lines;
mod update;

pub use action::{ReviewAction, Turn};
pub use article::{ArticleLine, Highlight};
pub use bindings::REVIEW_BINDINGS;
pub use desk::DraftReview;
pub use files::{Kept, ReviewFiles};
pub use layout::ReviewLayout;
pub use overlay::{OverlayText, ReviewOverlay};
pub use part::{Doubt, RowPart};
pub use rank::Rank;
pub(crate) use reason::{reason_words, unexpressed_words};
pub(crate) use refresh::margin;
pub use row_lines::{RowLine, RowText};
