//! What cannot be true: rules that any trade statistics must keep.
use super::context::Context;
use super::{Finding, Held};
#[derive(Default)]
pub struct Report { pub findings: Vec<Finding>, pub held: Vec<Held>, pub held_count: usize }
pub fn reconcile(_: &Context) -> Report { Report::default() }
