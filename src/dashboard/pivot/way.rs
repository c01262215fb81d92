//! Ways on from an open figure of a table, by name.

/// A way on from a figure of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FigureWay {
    /// The products that it consists of.
    Products,
    /// The partners that it consists of.
    Partners,
    /// The same over the years.
    Years,
    /// The same trade as the partner reports it.
    OtherSide,
    /// The first finding about it.
    Finding(usize),
    /// The rows that it is added up from.
    Rows,
}
