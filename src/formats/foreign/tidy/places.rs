//! The columns of a tidy table by what they hold, found once for all rows.

use super::super::code_columns::CodeColumn;
use super::super::roles::ColumnRole;

/// The columns that every row is read by.
#[derive(Debug)]
pub struct TidyColumns {
    pub reporter: CodeColumn,
    pub partner: CodeColumn,
    pub product: CodeColumn,
    pub flow: CodeColumn,
    pub period: Option<usize>,
    pub month: Option<usize>,
    pub quarter: Option<usize>,
    /// The words of the measure, rather than its code.
    pub measure: Option<usize>,
    pub valuation: Option<usize>,
    pub unit: Option<usize>,
    pub multiplier: Option<usize>,
    pub status: Option<usize>,
    pub confidentiality: Option<usize>,
}

impl TidyColumns {
    pub fn new(columns: &[(ColumnRole, usize)], names: &[(ColumnRole, usize)]) -> Self {
        let place = |columns: &[(ColumnRole, usize)], wanted: ColumnRole| {
            columns.iter().find(|(role, _)| *role == wanted).map(|(_, at)| *at)
        };
        let at = |role| place(columns, role);
        let coded = |role| CodeColumn { code: at(role), name: place(names, role) };
        Self {
            reporter: coded(ColumnRole::Reporter),
            partner: coded(ColumnRole::Partner),
            product: coded(ColumnRole::Product),
            flow: coded(ColumnRole::Flow),
            period: at(ColumnRole::Period),
            month: at(ColumnRole::Month),
            quarter: at(ColumnRole::Quarter),
            measure: place(names, ColumnRole::Measure).or_else(|| at(ColumnRole::Measure)),
            valuation: at(ColumnRole::Valuation),
            unit: at(ColumnRole::Unit),
            multiplier: at(ColumnRole::Multiplier),
            status: at(ColumnRole::Status),
            confidentiality: at(ColumnRole::Confidentiality),
        }
    }
}
