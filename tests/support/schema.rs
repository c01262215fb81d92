//! Just as much of JSON Schema as the schemas in `assets` use; a keyword that it does not know is an error.

use serde_json::{Map, Value};

const SCHEMA: &str = include_str!("../../assets/figures.schema.json");
const TOUR: &str = include_str!("../../assets/tour.schema.json");

/// Asserts that a text is as the schema says, and has no member that the schema does not describe.
pub fn holds(text: &str) {
    holds_for(text, "");
}

/// Asserts the same of the output of `check`, which the schema describes as one of its definitions.
pub fn report_holds(text: &str) {
    holds_for(text, "/$defs/report");
}

/// Asserts the same of a tour.
pub fn tour_holds(text: &str) {
    let schema: Value = serde_json::from_str(TOUR).expect("the schema is JSON");
    check(&schema, &schema, &serde_json::from_str(text).expect("the text is JSON"), "");
}

fn holds_for(text: &str, pointer: &str) {
    let schema: Value = serde_json::from_str(SCHEMA).expect("the schema is JSON");
    let value: Value = serde_json::from_str(text).expect("the text is JSON");
    check(&schema, schema.pointer(pointer).expect("what is described"), &value, "");
}

fn check(root: &Value, schema: &Value, value: &Value, at: &str) {
    for (keyword, said) in schema.as_object().expect("a schema is an object") {
        match keyword.as_str() {
            "$schema" | "$defs" | "title" | "description" => {}
            "$ref" => {
                let pointer = said.as_str().and_then(|said| said.strip_prefix('#')).expect("a reference");
                check(root, root.pointer(pointer).expect("what it refers to"), value, at);
            }
            "const" => assert_eq!(value, said, "{at}"),
            "enum" => assert!(said.as_array().is_some_and(|all| all.contains(value)), "{at}: {value}"),
            "type" => {
                let one = [said.clone()];
                let types = said.as_array().map_or(&one[..], Vec::as_slice);
                assert!(
                    types.iter().any(|known| is(known.as_str().expect("a type"), value)),
                    "{at}: {value}"
                );
            }
            "pattern" => {
                if let Some(text) = value.as_str() {
                    assert!(matches(said.as_str().expect("a pattern"), text), "{at}: {text}");
                }
            }
            "items" => {
                for (number, item) in value.as_array().into_iter().flatten().enumerate() {
                    check(root, said, item, &format!("{at}/{number}"));
                }
            }
            "required" => {
                for name in said.as_array().into_iter().flatten() {
                    assert!(value.get(name.as_str().expect("a name")).is_some(), "{at}: {name} is missing");
                }
            }
            "properties" => {
                let (described, empty) = (said.as_object().expect("properties"), Map::new());
                for (name, member) in value.as_object().unwrap_or(&empty) {
                    let schema =
                        described.get(name).unwrap_or_else(|| panic!("{at}: {name} is not described"));
                    check(root, schema, member, &format!("{at}/{name}"));
                }
            }
            "minimum" => assert!(value.as_i64() >= said.as_i64(), "{at}: {value}"),
            "maximum" => assert!(value.as_i64() <= said.as_i64(), "{at}: {value}"),
            other => panic!("the keyword {other} is not known here"),
        }
    }
}

fn is(kind: &str, value: &Value) -> bool {
    match kind {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "number" => value.is_number(),
        "integer" => value.is_i64() || value.is_u64(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        other => panic!("the type {other} is not known here"),
    }
}

/// The two patterns that the schema has.
fn matches(pattern: &str, text: &str) -> bool {
    match pattern {
        "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" => {
            text.len() == 10
                && text.bytes().enumerate().all(|(at, byte)| match at {
                    4 | 7 => byte == b'-',
                    _ => byte.is_ascii_digit(),
                })
        }
        "^(contradiction|doubt|note):" => {
            ["contradiction:", "doubt:", "note:"].iter().any(|start| text.starts_with(start))
        }
        other => panic!("the pattern {other} is not known here"),
    }
}
