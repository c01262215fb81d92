//! A tour as one HTML page with a picture of each view: no script, nothing loaded from elsewhere. It is also valid XML,
//! so that parsers of either can read it.

use std::io::{self, Write};

use ratatui::buffer::Buffer;

use super::super::row::{FigureRow, passed_count};
use super::super::svg::{escaped, svg};
use super::handout::{Handout, clock};
use super::section::{Section, sections};
use crate::dashboard::App;
use crate::wording::{Words, publishers, severity_word};

/// On paper, each step starts a page; on a screen, steps follow each other.
const STYLE: &str = "\
@page { size: A4; margin: 14mm; }
body { font: 11pt/1.4 system-ui, sans-serif; max-width: 190mm; margin: 2em auto; padding: 0 1em; color: #1f2328; background: #fff; }
section { margin: 3em 0; }
svg { width: 100%; height: auto; border: 1px solid #d0d7de; border-radius: 6px; }
table { width: 100%; border-collapse: collapse; font-size: 8pt; margin: 1em 0; }
caption { text-align: left; font-weight: bold; }
th, td { text-align: left; vertical-align: top; padding: 0.1em 0.6em 0.1em 0; border-bottom: 1px solid #d0d7de; }
td.number { text-align: right; white-space: nowrap; }
ul { font-size: 9pt; }
aside { border-left: 3px solid #d0d7de; padding-left: 1em; }
footer { color: #57606a; font-size: 9pt; }
@media print {
  body { margin: 0; padding: 0; max-width: none; }
  section { margin: 0; break-before: page; }
  section.first { break-before: auto; }
  svg, tr, aside { break-inside: avoid; }
  svg { max-height: 110mm; }
}
";

/// Writes the page.
pub(super) fn html(handout: &Handout, frame: impl Fn(&App) -> Buffer, out: &mut dyn Write) -> io::Result<()> {
    let words = handout.app().map(App::words);
    let title = words.map_or_else(String::new, |words| words.dataset.title.clone());
    let source = words.map_or_else(String::new, publishers);
    writeln!(
        out,
        "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\">\n<head>\n<meta charset=\"utf-8\"/>"
    )?;
    writeln!(out, "<meta name=\"viewport\" content=\"width=device-width\"/>")?;
    writeln!(out, "<title>{}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>", escaped(&title))?;
    writeln!(out, "<header>\n<h1>{}</h1>", escaped(&title))?;
    writeln!(out, "<p>{}</p>\n<p>{}</p>\n</header>", escaped(&source), handout.plan())?;
    for (at, (step, staged)) in handout.steps.iter().enumerate() {
        let class = if at == 0 { " class=\"first\"" } else { "" };
        writeln!(out, "<section id=\"{}\"{class}>", escaped(&step.id))?;
        writeln!(out, "<h2>{}. {}</h2>", at + 1, escaped(&step.title))?;
        writeln!(out, "<p>{}</p>", escaped(&step.text))?;
        out.write_all(svg(&frame(&staged.app), &step.title).as_bytes())?;
        for part in sections(staged) {
            section(staged.app.words(), part, out)?;
        }
        let notes = handout.notes(step);
        if !notes.is_empty() {
            writeln!(out, "<aside>")?;
            notes.iter().try_for_each(|note| writeln!(out, "<p>{}</p>", escaped(note)))?;
            writeln!(out, "</aside>")?;
        }
        writeln!(out, "<footer>{} of {}, {}</footer>", at + 1, handout.len(), clock(step.planned()))?;
        writeln!(out, "</section>")?;
    }
    writeln!(out, "</body>\n</html>")
}

fn section(words: Words, part: Section, out: &mut dyn Write) -> io::Result<()> {
    match part {
        Section::Figures { title, rows, below } => {
            table(title.as_deref(), &rows, out)?;
            below.iter().try_for_each(|below| writeln!(out, "<p>{}</p>", escaped(below)))
        }
        Section::Findings { title, rows } => {
            let found = rows.iter().filter_map(|row| words.analysis.findings.get(row.finding()?));
            let items = found.map(|finding| {
                let proof = words.proof_steps(finding);
                let proof: Vec<(&str, String)> = proof.into_iter().map(|line| ("", line)).collect();
                let said = format!("{}: {}", severity_word(finding.severity), words.sentence(finding));
                format!("<li>{}\n{}</li>\n", escaped(&said), list(&proof))
            });
            let items: String = items.collect();
            let items = if items.is_empty() { "<li>Nothing found.</li>\n".to_owned() } else { items };
            writeln!(out, "<h3>{}</h3>\n<ul>\n{items}</ul>\n<p>{}.</p>", escaped(&title), passed_count(words))
        }
        Section::Lines { title, lines } => {
            writeln!(out, "<h3>{}</h3>\n{}", escaped(&title), list(&lines))
        }
    }
}

fn list(lines: &[(&str, String)]) -> String {
    let item = |(term, line): &(&str, String)| match *term {
        "" => format!("<li>{}</li>\n", escaped(line)),
        term => format!("<li><b>{term}</b>: {}</li>\n", escaped(line)),
    };
    format!("<ul>\n{}</ul>\n", lines.iter().map(item).collect::<String>())
}

/// One row per figure. Verdicts are long, and left to the other formats.
fn table(title: Option<&str>, rows: &[FigureRow], out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "<table>")?;
    if let Some(title) = title {
        writeln!(out, "<caption>{}</caption>", escaped(title))?;
    }
    writeln!(
        out,
        "<thead><tr><th>Figure</th><th>Value</th><th>Period</th><th>Status</th><th>Source</th></tr></thead>\n<tbody>"
    )?;
    for row in rows {
        let [label, value, period, remarks, source] =
            [&row.label, &row.value(), &row.period, &row.remarks, &row.source].map(|cell| escaped(cell));
        writeln!(
            out,
            "<tr><td>{label}</td><td class=\"number\">{value}</td><td>{period}</td><td>{remarks}</td><td>{source}</td></tr>"
        )?;
    }
    writeln!(out, "</tbody>\n</table>")
}
