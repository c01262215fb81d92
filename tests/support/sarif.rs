//! As much of SARIF 2.1.0 as `horgos check --format sarif` writes: what the standard requires, and nothing else.

use serde_json::Value;

/// Asserts that a text is a SARIF log, and returns its only run.
pub fn run(text: &str) -> Value {
    let log: Value = serde_json::from_str(text).expect("the log is JSON");
    only(&log, &["$schema", "version", "runs"], &["version", "runs"]);
    assert_eq!(log["version"], "2.1.0");
    assert!(log["$schema"].as_str().is_some_and(|schema| schema.ends_with("/sarif-schema-2.1.0.json")));
    let runs = log["runs"].as_array().expect("runs");
    assert_eq!(runs.len(), 1);
    let run = &runs[0];
    only(run, &["tool", "columnKind", "invocations", "results"], &["tool"]);
    only(&run["tool"], &["driver"], &["driver"]);
    let driver = &run["tool"]["driver"];
    only(driver, &["name", "semanticVersion", "rules"], &["name"]);
    let rules = driver["rules"].as_array().expect("rules");
    for rule in rules {
        only(rule, &["id", "shortDescription", "fullDescription", "help"], &["id"]);
        for text in ["shortDescription", "fullDescription", "help"] {
            message(&rule[text]);
        }
    }
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    for invocation in list(&run["invocations"]) {
        only(invocation, &["executionSuccessful", "toolExecutionNotifications"], &["executionSuccessful"]);
        assert!(invocation["executionSuccessful"].is_boolean());
        for notification in list(&invocation["toolExecutionNotifications"]) {
            only(notification, &["level", "message", "locations"], &["message"]);
            of_level(notification);
            list(&notification["locations"]).iter().for_each(location);
        }
    }
    for result in run["results"].as_array().expect("results") {
        let known = [
            "ruleId",
            "ruleIndex",
            "level",
            "message",
            "locations",
            "relatedLocations",
            "partialFingerprints",
        ];
        only(result, &known, &["message"]);
        of_level(result);
        let rule = result["ruleIndex"].as_u64().and_then(|at| usize::try_from(at).ok()).expect("an index");
        assert_eq!(result["ruleId"], rules[rule]["id"]);
        let (places, related) = (list(&result["locations"]), list(&result["relatedLocations"]));
        places.iter().chain(related).for_each(location);
        for place in related {
            message(&place["message"]);
        }
        assert!(
            result["partialFingerprints"].as_object().is_some_and(|all| all.values().all(Value::is_string))
        );
    }
    run.clone()
}

/// Asserts that an object has all required members, and none but the known ones.
fn only(value: &Value, known: &[&str], required: &[&str]) {
    let object = value.as_object().unwrap_or_else(|| panic!("an object: {value}"));
    for name in object.keys() {
        assert!(known.contains(&name.as_str()), "{name} is not known here: {value}");
    }
    for name in required {
        assert!(object.contains_key(*name), "{name} is missing: {value}");
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn message(value: &Value) {
    only(value, &["text"], &["text"]);
    assert!(value["text"].as_str().is_some_and(|text| !text.is_empty()), "{value}");
}

fn of_level(value: &Value) {
    assert!(["error", "warning", "note"].contains(&value["level"].as_str().expect("a level")), "{value}");
    message(&value["message"]);
}

fn location(value: &Value) {
    only(value, &["id", "message", "physicalLocation"], &[]);
    let place = &value["physicalLocation"];
    only(place, &["artifactLocation", "region"], &["artifactLocation"]);
    only(&place["artifactLocation"], &["uri"], &["uri"]);
    let uri = place["artifactLocation"]["uri"].as_str().expect("a URI");
    assert!(uri.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~/%:".contains(&byte)), "{uri}");
    only(&place["region"], &["startLine", "startColumn"], &["startLine"]);
    for number in place["region"].as_object().into_iter().flat_map(|region| region.values()) {
        assert!(number.as_u64().is_some_and(|number| number > 0), "{value}");
    }
}
