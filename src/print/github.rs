//! Annotations for GitHub Actions: workflow commands, one per line, which GitHub shows next to the lines of a file.

use std::path::Path;

use super::places::{Places, ProblemPlace, written};
use crate::analysis::{Finding, Severity};
use crate::formats::{Position, Positions, Problem, ReadError};
use crate::wording::{CheckSummary, Words};

/// One `::error`, `::warning` or `::notice` per finding at the row of its first figure, with its proof and the other
/// figures in the message; finally, a summary as plain text.
pub(crate) fn findings_github(words: Words, positions: &Positions) -> String {
    let mut lines = Vec::new();
    for finding in &words.analysis.findings {
        let places = Places::new(words, positions, finding);
        let mut message = vec![words.sentence(finding)];
        message.extend(words.proof(finding));
        for other in &places.others {
            message.push(format!("line {}: {}", other.position.line, other.text));
        }
        if places.more > 0 {
            message.push(format!("and {} more figures", places.more));
        }
        let title = format!("{}: {}", finding.severity.code(), finding.rule.code());
        let place = Anchor { file: positions.file(), position: places.first };
        lines.push(command(level(finding.severity), &place, &title, &message.join("\n")));
    }
    lines.push(CheckSummary::new(words).sentence());
    lines.join("\n") + "\n"
}

/// The annotation of a finding in an article.
pub(super) fn text_finding_github(
    finding: &Finding,
    file: Option<&Path>,
    position: Option<Position>,
    message: &str,
) -> String {
    let title = format!("{}: {}", finding.severity.code(), finding.rule.code());
    command(level(finding.severity), &Anchor { file, position }, &title, message)
}

/// One `::error` per problem of an unusable dataset. `descriptor` is its file, if it has one.
pub(crate) fn problems_github(error: &ReadError, descriptor: Option<&Path>) -> String {
    let problems = match error {
        ReadError::Invalid { problems, .. } => problems.as_slice(),
        ReadError::Unreadable { .. } | ReadError::TooLarge { .. } => {
            let place = Anchor { file: descriptor, position: None };
            return command("error", &place, "unusable dataset", &error.to_string()) + "\n";
        }
    };
    problems.iter().map(|problem| problem_command(problem, descriptor) + "\n").collect()
}

fn problem_command(problem: &Problem, descriptor: Option<&Path>) -> String {
    let ProblemPlace { file, position, text } = ProblemPlace::new(problem, descriptor);
    let place = Anchor { file: file.as_deref(), position: Some(position) };
    command("error", &place, "unusable dataset", &text)
}

struct Anchor<'p> {
    file: Option<&'p Path>,
    position: Option<Position>,
}

/// `::error file=a.json,line=3,col=5,title=…::…`
fn command(level: &str, place: &Anchor, title: &str, message: &str) -> String {
    let mut properties = Vec::new();
    if let Some(file) = place.file {
        properties.push(format!("file={}", property(&written(file))));
        if let Some(Position { line, column }) = place.position {
            properties.push(format!("line={line},col={column}"));
        }
    }
    properties.push(format!("title={}", property(title)));
    format!("::{level} {}::{}", properties.join(","), data(message))
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Contradiction => "error",
        Severity::Doubt => "warning",
        Severity::Note => "notice",
    }
}

/// Escapes a message to fit on one line.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Escapes a property, which ends at a comma or colon.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_ends_its_command() {
        let position = Some(Position { line: 3, column: 7 });
        let place = Anchor { file: Some(Path::new("./a,b:c.json")), position };
        assert_eq!(
            command("error", &place, "100 %: no", "50 %\r\n::set-output name=x::y"),
            "::error file=a%2Cb%3Ac.json,line=3,col=7,title=100 %25%3A no::50 %25%0D%0A::set-output name=x::y"
        );
        let nowhere = Anchor { file: None, position };
        assert_eq!(command("notice", &nowhere, "a", "b"), "::notice title=a::b");
    }
}
