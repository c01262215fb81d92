//! The columns of a tidy table by what they hold, found once for all rows.

use super::super::roles::Role;
use super::super::table::CodeColumn;

/// The columns that every row is read by.
#[derive(Debug)]
pub struct Places {
    pub reporter: CodeColumn,
    pub partner: CodeColumn,
    pub product: CodeColumn,
    pub flow: CodeColumn,
    pub period: Option<usize>,
    pub month: Option<usize>,
    pub unit: Option<usize>,
    pub multiplier: Option<usize>,
    pub status: Option<usize>,
    pub confidentiality: Option<usize>,
}

impl Places {
    pub fn new(columns: &[(Role, usize)], names: &[(Role, usize)]) -> Self {
        let place = |columns: &[(Role, usize)], wanted: Role| {
            columns.iter().find(|(role, _)| *role == wanted).map(|(_, at)| *at)
        };
        let at = |role| place(columns, role);
        let coded = |role| CodeColumn { code: at(role), name: place(names, role) };
        Self {
            reporter: coded(Role::Reporter),
            partner: coded(Role::Partner),
            product: coded(Role::Product),
            flow: coded(Role::Flow),
            period: at(Role::Period),
            month: at(Role::Month),
            unit: at(Role::Unit),
            multiplier: at(Role::Multiplier),
            status: at(Role::Status),
            confidentiality: at(Role::Confidentiality),
        }
    }
}
