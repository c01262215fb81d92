//! Shared by the rules: the evidence they look at, the report they fill, and questions that several of them ask.

pub mod assumption;
pub mod averages;
pub mod composition;
pub mod evidence;
pub mod extremes;
pub mod overlap;
pub mod ratio;
pub mod re_exports;
pub mod report;
pub mod rereading;
pub mod separate_products;
pub mod services;
pub mod tiling;
