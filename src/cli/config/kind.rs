//! Types of TOML values, for messages.

use toml::de::DeValue;

/// The type of a value with its article.
pub fn kind(value: &DeValue) -> String {
    match value.type_str() {
        article @ ("integer" | "array") => format!("an {article}"),
        other => format!("a {other}"),
    }
}
