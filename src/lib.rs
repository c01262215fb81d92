//! Trade figures one can stand behind, in a terminal.

pub mod analysis;
pub mod cli;
pub mod dashboard;
pub mod dataset;
pub mod print;
pub mod screen;
pub mod terminal;
pub mod wording;
