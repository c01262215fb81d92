//! Columns that are read by another name than their own.

use std::str::FromStr;

/// A column of a table, and the name that it is read by: `country=partner`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RenamedColumn {
    /// As the header writes it, in letters of any size.
    name: String,
    /// A name whose meaning is known.
    read_as: String,
}

/// A text that does not name a column and the name that it is read by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("write the column, =, and the name that it is read by, such as country=partner")]
pub struct NotRenamed;

impl FromStr for RenamedColumn {
    type Err = NotRenamed;

    fn from_str(text: &str) -> Result<Self, NotRenamed> {
        let (name, read_as) = text.rsplit_once('=').ok_or(NotRenamed)?;
        let (name, read_as) = (name.trim().to_owned(), read_as.trim().to_owned());
        if name.is_empty() || read_as.is_empty() { Err(NotRenamed) } else { Ok(Self { name, read_as }) }
    }
}

impl RenamedColumn {
    /// The column, as it was named.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// The name that it is read by.
    pub(super) fn read_as(&self) -> &str {
        &self.read_as
    }

    /// The argument that names both.
    #[must_use]
    pub fn argument(&self) -> String {
        format!("{}={}", self.name, self.read_as)
    }

    fn is(&self, column: &str) -> bool {
        self.name.to_lowercase() == column.to_lowercase()
    }
}

/// The names that the columns of a header are read by, and the first column to be renamed that it lacks.
pub(super) fn renamed<'r>(header: &mut [String], all: &'r [RenamedColumn]) -> Option<&'r RenamedColumn> {
    let mut found = vec![false; all.len()];
    for name in header {
        let of_it = all.iter().zip(&mut found).find(|(column, _)| column.is(name));
        if let Some((column, found)) = of_it {
            *found = true;
            name.clone_from(&column.read_as);
        }
    }
    all.iter().zip(found).find(|(_, found)| !found).map(|(column, _)| column)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_sign_divides_a_column_from_its_new_name() {
        let column = RenamedColumn::from_str(" 出口额 =exports_usd").expect("two names");
        assert_eq!(column.argument(), "出口额=exports_usd");
        assert_eq!(RenamedColumn::from_str("a=b=value").map(|column| column.name), Ok("a=b".to_owned()));
        for wrong in ["country", "=partner", "country= ", ""] {
            assert_eq!(RenamedColumn::from_str(wrong), Err(NotRenamed), "{wrong}");
        }
    }

    #[test]
    fn columns_are_found_in_letters_of_any_size_and_missing_ones_are_named() {
        let all: Vec<RenamedColumn> =
            ["Land=partner", "wert=value_eur"].iter().map(|text| text.parse().expect("two names")).collect();
        let mut header = ["Jahr", "LAND"].map(str::to_owned);
        assert_eq!(renamed(&mut header, &all).map(RenamedColumn::name), Some("wert"));
        assert_eq!(header, ["Jahr", "partner"]);
    }
}
