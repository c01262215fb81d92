//! One column of a figure, as CSV and JSON write it.

use serde::ser::{Error, Serialize, Serializer};
use serde_json::value::RawValue;

/// A value that keeps its digits: numbers are written as they were printed, since `50.0` and `50` stand for different
/// ranges.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Field {
    Empty,
    /// Words and codes.
    Text(String),
    /// The digits of a number, as JSON writes numbers.
    Number(String),
    List(Vec<String>),
}

impl Field {
    pub fn text(text: Option<impl Into<String>>) -> Self {
        text.map_or(Self::Empty, |text| Self::Text(text.into()))
    }

    /// A number whose `Display` writes digits and a decimal point.
    pub fn number(number: &impl ToString) -> Self {
        Self::Number(number.to_string())
    }

    pub fn list<T: Into<String>>(texts: impl IntoIterator<Item = T>) -> Self {
        Self::List(texts.into_iter().map(Into::into).collect())
    }

    /// For CSV: the elements of a list are joined by `; `, and text is made inert by [`inert_cells`].
    pub fn into_csv(self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => inert_cells(&text),
            Self::Number(digits) => digits,
            Self::List(list) => inert_cells(&list.join("; ")),
        }
    }
}

impl Serialize for Field {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Empty => serializer.serialize_none(),
            Self::Text(text) => serializer.serialize_str(text),
            Self::Number(digits) => {
                let digits: &RawValue = serde_json::from_str(digits).map_err(S::Error::custom)?;
                digits.serialize(serializer)
            }
            Self::List(list) => list.serialize(serializer),
        }
    }
}

/// `text` for a CSV field that is also inert where the decimal separator is a comma: there, spreadsheets split lines at
/// semicolons, so what follows one must be [`inert`] too.
fn inert_cells(text: &str) -> String {
    if !text.contains(';') {
        return inert(text);
    }
    text.split(';').map(inert).collect::<Vec<_>>().join(";")
}

/// `text` that no spreadsheet takes for a formula.
///
/// A spreadsheet evaluates a cell that begins with `=`, `+`, `-` or `@`, even after blanks. Such text, and text that
/// begins with an apostrophe, gets an apostrophe in front, which spreadsheets read as "this is text". Nothing is lost:
/// a reader removes one apostrophe from the start of every text that has one.
pub(super) fn inert(text: &str) -> String {
    let dangerous = ['=', '+', '-', '@', '\'', '\t', '\r', '＝', '＋', '－', '＠'];
    if text.trim_start_matches([' ', '\u{a0}', '\u{3000}']).starts_with(dangerous) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_keeps_the_digits_of_numbers() {
        let fields = [
            Field::number(&"50.0"),
            Field::Empty,
            Field::Text("\"¶\" \\".to_owned()),
            Field::list(["a", "b"]),
        ];
        let json = serde_json::to_string(&fields).expect("JSON");
        assert_eq!(json, r#"[50.0,null,"\"¶\" \\",["a","b"]]"#);
    }

    #[test]
    fn a_csv_field_is_never_a_formula() {
        for (text, field) in
            [("=1+1", "'=1+1"), ("@a", "'@a"), ("'s", "''s"), ("a=b", "a=b"), ("−1", "−1"), ("", "")]
        {
            assert_eq!(Field::Text(text.to_owned()).into_csv(), field);
        }
        assert_eq!(Field::number(&"-3.50").into_csv(), "-3.50");
        assert_eq!(Field::list(["-a", "b", "@c"]).into_csv(), "'-a; b;' @c");
        assert_eq!(Field::text(Some("goods;=2*3; 'x;y")).into_csv(), "goods;'=2*3;' 'x;y");
        assert_eq!(Field::text(Some("  =2*3")).into_csv(), "'  =2*3");
    }
}
