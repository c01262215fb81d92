//! SARIF 2.1.0, the format for analysis results that code hosts and editors read.

use std::collections::BTreeSet;
use std::io::{self, Write};
use std::path::Path;

use foldhash::HashMap;
use serde_json::{Value, json};

use super::places::{Places, ProblemPlace, written};
use crate::analysis::{Finding, Rule, Severity};
use crate::formats::{Position, Positions, ReadError};
use crate::wording::{CheckSummary, Words, rule_help, rule_title};

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// Writes one run: the rules that found something, and one result per finding at the row of its first figure, with the
/// others as related locations. A fingerprint identifies a result even if rows move.
///
/// # Errors
///
/// Those of `out`.
pub(crate) fn findings_sarif(words: Words, positions: &Positions, out: impl Write) -> io::Result<()> {
    let findings = &words.analysis.findings;
    let rules: Vec<Rule> =
        findings.iter().map(|finding| finding.rule).collect::<BTreeSet<_>>().into_iter().collect();
    let mut seen = HashMap::default();
    let results: Vec<Value> = findings
        .iter()
        .map(|finding| {
            let rule = rules.binary_search(&finding.rule).unwrap_or_default();
            let print = fingerprint(words, finding);
            let count: &mut usize = seen.entry(print).or_default();
            *count += 1;
            let mut result = result(words, positions, finding);
            result["ruleIndex"] = rule.into();
            result["partialFingerprints"] = json!({ "figures/v1": format!("{print:016x}:{count}") });
            result
        })
        .collect();
    let rules: Vec<Value> = rules.into_iter().map(rule).collect();
    let summary = CheckSummary::new(words).sentence();
    let invocation = json!({
        "executionSuccessful": true,
        "toolExecutionNotifications": [{ "level": "note", "message": { "text": summary } }],
    });
    write(&rules, &results, &invocation, out)
}

/// Writes one run without results, which says that the dataset cannot be used and why. `descriptor` is its file, if it
/// has one.
///
/// # Errors
///
/// Those of `out`.
pub(crate) fn problems_sarif(
    error: &ReadError,
    descriptor: Option<&Path>,
    out: impl Write,
) -> io::Result<()> {
    let notifications: Vec<Value> = match error {
        ReadError::Invalid { problems, .. } => {
            let places = problems.iter().map(|problem| ProblemPlace::new(problem, descriptor));
            places
                .map(|place| notification(&place.text, place.file.as_deref(), Some(place.position)))
                .collect()
        }
        ReadError::Unreadable { .. } | ReadError::TooLarge { .. } => {
            vec![notification(&error.to_string(), descriptor, None)]
        }
    };
    let invocation = json!({ "executionSuccessful": false, "toolExecutionNotifications": notifications });
    write(&[], &[], &invocation, out)
}

fn write(rules: &[Value], results: &[Value], invocation: &Value, mut out: impl Write) -> io::Result<()> {
    let driver = json!({
        "name": "horgos",
        "semanticVersion": env!("CARGO_PKG_VERSION"),
        "rules": rules,
    });
    let run = json!({
        "tool": { "driver": driver },
        "columnKind": "unicodeCodePoints",
        "invocations": [invocation],
        "results": results,
    });
    let log = json!({ "$schema": SCHEMA, "version": "2.1.0", "runs": [run] });
    serde_json::to_writer_pretty(&mut out, &log)?;
    out.write_all(b"\n")
}

fn rule(rule: Rule) -> Value {
    json!({
        "id": rule.code(),
        "shortDescription": { "text": rule_title(rule) },
        "fullDescription": { "text": rule_help(rule) },
        "help": { "text": rule_help(rule) },
    })
}

fn result(words: Words, positions: &Positions, finding: &Finding) -> Value {
    let places = Places::new(words, positions, finding);
    let mut message = vec![words.sentence(finding)];
    message.extend(words.proof(finding));
    if places.more > 0 {
        message.push(format!("and {} more figures", places.more));
    }
    let mut result = json!({
        "ruleId": finding.rule.code(),
        "level": level(finding.severity),
        "message": { "text": message.join("\n") },
    });
    if let Some(file) = positions.file() {
        // Code hosts ignore results without a location, so a result about no row points at the file.
        result["locations"] = json!([location(file, places.first)]);
        let related = places.others.iter().enumerate().map(|(at, other)| {
            let mut related = location(file, Some(other.position));
            related["id"] = (at + 1).into();
            related["message"] = json!({ "text": other.text });
            related
        });
        result["relatedLocations"] = related.collect();
    }
    result
}

fn notification(text: &str, file: Option<&Path>, position: Option<Position>) -> Value {
    let mut notification = json!({ "level": "error", "message": { "text": text } });
    if let Some(file) = file {
        notification["locations"] = json!([location(file, position)]);
    }
    notification
}

fn location(file: &Path, position: Option<Position>) -> Value {
    let region = match position {
        Some(Position { line, column }) => json!({ "startLine": line, "startColumn": column }),
        None => json!({ "startLine": 1 }),
    };
    json!({ "physicalLocation": { "artifactLocation": { "uri": uri(file) }, "region": region } })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Contradiction => "error",
        Severity::Doubt => "warning",
        Severity::Note => "note",
    }
}

/// A path as a URI: relative if it is, absolute with its scheme; everything except letters, digits and `-._~/` is
/// escaped.
fn uri(path: &Path) -> String {
    let escaped = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
            char::from(byte).to_string()
        }
        _ => format!("%{byte:02X}"),
    };
    let path_part: String = written(path).bytes().map(escaped).collect();
    if path.is_absolute() { format!("file://{path_part}") } else { path_part }
}

/// A hash (FNV-1a) of the rule and the ids of the figures. It has to be the same in every version of the program.
fn fingerprint(words: Words, finding: &Finding) -> u64 {
    let mut ids: Vec<_> = finding.figures.iter().map(|figure| words.id(*figure)).collect();
    ids.sort_unstable();
    let texts = std::iter::once(finding.rule.code()).chain(ids.iter().map(|id| &**id));
    let bytes = texts.flat_map(|text| text.bytes().chain([0]));
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_uris() {
        for (path, expected) in [
            ("data/figures.json", "data/figures.json"),
            ("./a b/ä.json", "a%20b/%C3%A4.json"),
            ("/srv/100%.json", "file:///srv/100%25.json"),
            ("a:b.json", "a%3Ab.json"),
        ] {
            assert_eq!(uri(Path::new(path)), expected);
        }
    }
}
