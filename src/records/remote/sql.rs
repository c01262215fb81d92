//! Queries as SQL that every engine reads alike.
//!
//! The form is one, and small: `SELECT` keys and sums, `WHERE` codes, `GROUP BY` keys, `LIMIT`. No function but SUM,
//! COUNT and NULLIF, no join, no window, no ORDER BY: engines break ties and order letters each in its own way, so ranking is done
//! here.

use std::fmt::{self, Write};

use super::literal::Literal;
use super::table::{RemoteTable, TableDimension};
use crate::records::AskedMeasure;

/// The most groups that a query may have.
pub(super) const MOST_GROUPS: usize = 1_000_000;

/// A column that rows are grouped by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum GroupKey {
    Code(TableDimension),
    Name(TableDimension),
}

/// The codes that rows have.
#[derive(Debug, Clone)]
pub(super) enum OnlyCodes<'c> {
    OneOf(Vec<&'c Literal>),
    NoneOf(Vec<&'c Literal>),
}

/// A question of the small form: for each group of rows their sum, how many have an amount, and how many there are.
#[derive(Debug, Clone)]
pub(super) struct Query<'c> {
    pub keys: Vec<GroupKey>,
    pub only: Vec<(TableDimension, OnlyCodes<'c>)>,
    pub measure: AskedMeasure,
}

impl Query<'_> {
    /// The names of the columns that come back.
    pub fn header(&self) -> Vec<String> {
        let keys = (1..=self.keys.len()).map(|at| format!("k{at}"));
        keys.chain(["a1", "n1", "n2"].map(str::to_owned)).collect()
    }

    /// The text for a table. A key or a condition on a column that it does not have is left out by whoever asks.
    pub fn sql(&self, table: &RemoteTable) -> String {
        let keys: Vec<&str> = self.keys.iter().filter_map(|key| column(table, *key)).collect();
        let amount = table.amounts[self.measure.amount() as usize].as_deref().unwrap_or("0");
        let amount = match self.measure {
            AskedMeasure::Value | AskedMeasure::Weight | AskedMeasure::Quantity => amount.to_owned(),
            AskedMeasure::UnitValue => format!("NULLIF({amount}, 0)"),
        };
        let amounts = [format!("SUM({amount})"), format!("COUNT({amount})"), "COUNT(*)".to_owned()];
        let all = keys.iter().map(|key| (*key).to_owned()).chain(amounts);
        let selected: Vec<String> =
            all.zip(self.header()).map(|(column, name)| format!("{column} AS {name}")).collect();
        let mut sql = format!("SELECT {} FROM {}", selected.join(", "), table.from);
        let conditions: Vec<String> = self
            .only
            .iter()
            .filter_map(|(dimension, only)| Some(format!("{} {only}", table.code(*dimension)?)))
            .collect();
        if !conditions.is_empty() {
            let _ = write!(sql, " WHERE {}", conditions.join(" AND "));
        }
        if !keys.is_empty() {
            let _ = write!(sql, " GROUP BY {}", keys.join(", "));
        }
        // One more than is kept, so that nothing is cut off without a word.
        let _ = writeln!(sql, " LIMIT {};", MOST_GROUPS + 1);
        sql
    }
}

fn column(table: &RemoteTable, key: GroupKey) -> Option<&str> {
    match key {
        GroupKey::Code(dimension) => table.code(dimension),
        GroupKey::Name(dimension) => table.names[dimension as usize].as_deref(),
    }
}

/// The condition behind a column: `= 'CHN'`, `IN ('X', 'M')`.
impl fmt::Display for OnlyCodes<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (one, several, codes) = match self {
            Self::OneOf(codes) => ("=", "IN", codes),
            Self::NoneOf(codes) => ("<>", "NOT IN", codes),
        };
        let quoted = |code: &Literal| format!("'{}'", code.text());
        match codes.as_slice() {
            [code] => write!(f, "{one} {}", quoted(code)),
            codes => {
                let all: Vec<String> = codes.iter().map(|code| quoted(code)).collect();
                write!(f, "{several} ({})", all.join(", "))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::table;
    use super::*;

    #[test]
    fn a_query_is_of_the_small_form() {
        let codes = ["CHN", "27", "2709"].map(|code| Literal::new(code).expect("a code"));
        let query = Query {
            keys: vec![GroupKey::Code(TableDimension::Partner), GroupKey::Name(TableDimension::Partner)],
            only: vec![
                (TableDimension::Reporter, OnlyCodes::OneOf(vec![&codes[0]])),
                (TableDimension::Product, OnlyCodes::NoneOf(vec![&codes[1], &codes[2]])),
            ],
            measure: AskedMeasure::Value,
        };
        let mut table = table();
        table.names[TableDimension::Partner as usize] = Some("partner_name".to_owned());
        assert_eq!(
            query.sql(&table),
            "SELECT partner AS k1, partner_name AS k2, SUM(value) AS a1, COUNT(value) AS n1, COUNT(*) AS n2 \
             FROM flows WHERE reporter = 'CHN' AND product NOT IN ('27', '2709') GROUP BY partner, partner_name \
             LIMIT 1000001;\n"
        );
    }

    #[test]
    fn all_rows_are_one_group_without_a_key() {
        let query = Query { keys: Vec::new(), only: Vec::new(), measure: AskedMeasure::Value };
        let sql = query.sql(&table());
        assert_eq!(
            sql,
            "SELECT SUM(value) AS a1, COUNT(value) AS n1, COUNT(*) AS n2 FROM flows LIMIT 1000001;\n"
        );
    }
}
