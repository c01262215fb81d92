//! Trade figures one can stand behind, in a terminal.

pub mod analysis;
pub mod dataset;
