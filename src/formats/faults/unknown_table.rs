//! The words for a table that is in no format that is known.

use std::fmt;

use crate::text::harmless::harmless;

/// A table in no format that is known, with what its header lacks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct UnknownTable {
    /// The columns whose names are known, with what they mean.
    pub known: Vec<(String, &'static str)>,
    pub lacks: Vec<Lack>,
}

/// Something that a table must have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Lack {
    /// One column for each meaning: these two have the same.
    Choice([String; 2]),
    /// To know if the country in this column reports or is the partner.
    Side(String),
    /// To know if a period is a month or a fiscal year.
    Calendar {
        column: String,
        period: String,
    },
    Period,
    Amount,
    /// A reporter, a partner, a product or a flow.
    Trade,
}

impl fmt::Display for Lack {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Choice([first, second]) if first == second => {
                write!(f, "two columns are called {}, and either may be meant", harmless(first))
            }
            Self::Choice([first, second]) => {
                write!(
                    f,
                    "the columns {} and {} mean the same, and either may be meant",
                    harmless(first),
                    harmless(second)
                )
            }
            Self::Side(column) => write!(
                f,
                "the column {0} may be the reporter or the partner (say which: --rename {0}=partner)",
                harmless(column)
            ),
            Self::Calendar { column, period } => write!(
                f,
                "the periods of {} may be months or fiscal years, such as {} (write months as 2010M11, or years as 2010)",
                harmless(column),
                harmless(period)
            ),
            Self::Period => f.write_str("no column is a period (such as year, period, or one named 2022)"),
            Self::Amount => f.write_str("no column is an amount (such as value, value_usd, exports_eur)"),
            Self::Trade => {
                f.write_str("no column is a reporter, partner, flow or product (such as partner or hs_code)")
            }
        }
    }
}

impl fmt::Display for UnknownTable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("is a table in no format that is known by its header")?;
        for (at, lack) in self.lacks.iter().enumerate() {
            write!(f, "{}{lack}", if at == 0 { ": " } else { "; " })?;
        }
        for (at, (column, meaning)) in self.known.iter().enumerate() {
            write!(
                f,
                "{}{} ({meaning})",
                if at == 0 { ". Columns that are known: " } else { ", " },
                harmless(column)
            )?;
        }
        Ok(())
    }
}
