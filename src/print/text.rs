//! Plain aligned text, pane after pane, that can be read line by line.

use unicode_width::UnicodeWidthStr;

use crate::dashboard::{App, Topic};
use crate::wording::{Number, Words, publishers};

/// All figures of all panes.
#[must_use]
pub fn text(app: &App) -> String {
    let words = app.words();
    let mut shown = format!("{}\n", words.dataset.title);
    let source = publishers(words);
    if !source.is_empty() {
        shown = format!("{shown}{source}\n");
    }
    for (at, pane) in app.panes().iter().enumerate() {
        let note = pane.note.as_ref().map_or(String::new(), |note| format!(" ({note})"));
        shown = format!("{shown}\n{}{note}\n", pane.title);
        let rows: Vec<[String; 5]> = app.rows(at).iter().map(|row| columns(words, *row)).collect();
        if rows.is_empty() {
            shown.push_str("  nothing found\n");
        }
        let width = |column: usize| rows.iter().map(|row| row[column].width()).max().unwrap_or(0);
        let widths: Vec<usize> = (0..4).map(width).collect();
        for row in &rows {
            shown = format!("{shown}{}\n", line(row, &widths));
        }
    }
    shown
}

/// Label, number up to the decimal point, the rest of the number, marks, and where it comes from.
fn columns(words: Words, row: Topic) -> [String; 5] {
    let figure = match row {
        Topic::Figure(figure) => figure,
        Topic::Finding(at) => {
            let finding = words.analysis.findings.get(at);
            let sentence =
                finding.map(|finding| format!("{}: {}", finding.severity.word(), finding.sentence));
            return [
                sentence.unwrap_or_default(),
                String::new(),
                String::new(),
                String::new(),
                String::new(),
            ];
        }
    };
    let label = words.label(figure).into_owned();
    let from = match words.observation(figure) {
        Some(observation) => {
            let period =
                observation.subject.period.map_or_else(|| "undated".into(), |period| period.to_string());
            format!("{period}, {}", words.source_and_place(observation))
        }
        None => words.formula(figure).unwrap_or_default().to_owned(),
    };
    match words.number(figure) {
        Some(Number { whole, fraction, unit, .. }) => {
            let rest = if unit.is_empty() { fraction } else { format!("{fraction} {unit}") };
            [label, whole, rest, words.marks(figure), from]
        }
        None => [label, String::new(), words.instead_of_number(figure).to_owned(), String::new(), from],
    }
}

fn line(row: &[String; 5], widths: &[usize]) -> String {
    let [label, whole, rest, marks, from] = row;
    let pad = |text: &str, column: usize| " ".repeat(widths[column].saturating_sub(text.width()));
    let marks_gap = if widths[3] > 0 { "  " } else { "" };
    let line = format!(
        "  {label}{}  {}{whole}{rest}{}{marks_gap}{marks}{}  {from}",
        pad(label, 0),
        pad(whole, 1),
        pad(rest, 2),
        pad(marks, 3),
    );
    line.trim_end().to_owned()
}
