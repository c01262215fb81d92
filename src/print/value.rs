//! Values on their way into a file: as JSON, or as the field of a table.

use std::fmt;

/// A value that keeps its digits: a number is written as it was printed, `50.0` being another number than `50`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// There is none.
    Nothing,
    /// Words and codes.
    Text(String),
    /// The digits of a number, as JSON writes numbers.
    Number(String),
    /// Several.
    List(Vec<Value>),
    /// Several by name.
    Object(Vec<(&'static str, Value)>),
}

impl Value {
    /// Text, or nothing.
    pub fn text(text: Option<impl Into<String>>) -> Self {
        text.map_or(Self::Nothing, |text| Self::Text(text.into()))
    }

    /// Any number that writes itself in digits with a decimal point.
    pub fn number(number: &impl ToString) -> Self {
        Self::Number(number.to_string())
    }

    /// A list of texts.
    pub fn texts<T: Into<String>>(texts: impl IntoIterator<Item = T>) -> Self {
        Self::List(texts.into_iter().map(|text| Self::Text(text.into())).collect())
    }

    /// As one field of a table: nothing is empty, several stand behind each other with `; ` between them, and text
    /// is [`inert`].
    pub fn field(&self) -> String {
        match self {
            Self::Nothing => String::new(),
            Self::Text(text) => inert(text),
            Self::Number(digits) => digits.clone(),
            Self::List(list) => inert(&list.iter().map(Self::bare).collect::<Vec<_>>().join("; ")),
            Self::Object(_) => inert(&self.to_string()),
        }
    }

    fn bare(&self) -> String {
        match self {
            Self::Text(text) | Self::Number(text) => text.clone(),
            Self::Nothing | Self::List(_) | Self::Object(_) => self.to_string(),
        }
    }
}

/// `text` for a spreadsheet, which would calculate what begins with `=`, `+`, `-` or `@`: such text, and text that
/// begins with an apostrophe, has an apostrophe put before it, the spreadsheets' own sign for text. So one apostrophe
/// is to be taken away from every text that begins with one, and nothing is lost.
pub fn inert(text: &str) -> String {
    let dangerous = ['=', '+', '-', '@', '\'', '\t', '\r', '＝', '＋', '－', '＠'];
    if text.starts_with(dangerous) { format!("'{text}") } else { text.to_owned() }
}

/// As JSON on one line.
impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let comma = |at: usize| if at > 0 { ", " } else { "" };
        match self {
            Self::Nothing => f.write_str("null"),
            Self::Text(text) => write!(f, "{}", serde_json::Value::from(text.as_str())),
            Self::Number(digits) => f.write_str(digits),
            Self::List(list) => {
                f.write_str("[")?;
                for (at, value) in list.iter().enumerate() {
                    write!(f, "{}{value}", comma(at))?;
                }
                f.write_str("]")
            }
            Self::Object(members) => {
                f.write_str("{")?;
                for (at, (name, value)) in members.iter().enumerate() {
                    write!(f, "{}\"{name}\": {value}", comma(at))?;
                }
                f.write_str("}")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_is_escaped_and_numbers_keep_their_digits() {
        let value = Value::Object(vec![
            ("a", Value::Text("\"¶\" \\".to_owned())),
            ("b", Value::List(vec![Value::number(&"50.0"), Value::Nothing])),
        ]);
        assert_eq!(value.to_string(), r#"{"a": "\"¶\" \\", "b": [50.0, null]}"#);
        assert!(serde_json::from_str::<serde_json::Value>(&value.to_string()).is_ok());
    }

    #[test]
    fn a_field_never_calculates() {
        for (text, field) in
            [("=1+1", "'=1+1"), ("@a", "'@a"), ("'s", "''s"), ("a=b", "a=b"), ("−1", "−1"), ("", "")]
        {
            assert_eq!(Value::Text(text.to_owned()).field(), field);
        }
        assert_eq!(Value::number(&"-3.50").field(), "-3.50");
        assert_eq!(Value::texts(["-a", "b"]).field(), "'-a; b");
    }
}
