//! How each kind of pane is drawn, one file each.

pub mod listing;
pub mod ranking;
pub mod reconciliation;
