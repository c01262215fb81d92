//! Evidence: the facts that rules look at.

use crate::analysis::context::{Context, Levels};

/// The numbers that the rules compare.
pub struct Evidence<'c, 'a> {
    pub context: &'c Context<'a>,
    /// Values, published and implied by growth.
    pub levels: Levels<'c, 'a>,
}
