//! JSON, as `assets/figures.schema.json` describes it.

mod layout;

use std::borrow::Cow;
use std::io::{self, Write};

use foldhash::HashSet;
use serde::{Serialize, Serializer};

use super::Selection;
use super::claim::{JsonObject, assumption, claim};
use super::columns::FigureRecord;
use super::field::Field;
use crate::analysis::Figure;
use crate::dataset::{Code, Pane, Source};
use crate::wording::{CheckSummary, SetAsideRows, Topic, Words};
use layout::JsonLayout;

/// The version of the format; changes if a reader of the old one could be misled by the new one.
const VERSION: u32 = 1;

/// Writes one object with `version`, `name`, `title`, `sources`, `panes`, `figures` and `findings`, and for a table
/// also `set_aside`, with one line per element of a list. Numbers have the digits that were printed.
///
/// For one pane, `figures` are those of its rows, its reference, and those that its findings concern.
///
/// # Errors
///
/// Those of `out`.
pub fn json(selection: Selection, out: impl Write) -> io::Result<()> {
    let words = selection.words();
    let findings = selection.findings();
    let panes = selection.panes().map(|(pane, rows)| PaneRecord::new(words, pane, rows));
    write(
        &JsonDocument {
            version: VERSION,
            name: &words.dataset.name,
            title: &words.dataset.title,
            sources: words.dataset.sources.iter().map(SourceRecord::new).collect(),
            panes: panes.collect(),
            figures: Figures { words, figures: all_named(selection, &findings) },
            findings: Findings { words, findings },
            set_aside: selection.set_aside().map(set_aside),
        },
        out,
    )
}

/// Rows of a table that are not added up: the reason, how many, and the lines of the first few.
#[derive(Serialize)]
struct SetAsideRecord {
    what: String,
    rows: Option<u64>,
    lines: Vec<u64>,
}

fn set_aside(kinds: Vec<SetAsideRows>) -> Vec<SetAsideRecord> {
    let record = |SetAsideRows { what, rows, lines }| SetAsideRecord { what, rows, lines };
    kinds.into_iter().map(record).collect()
}

/// Writes `findings`, one line per finding with the ids of every figure that its proof uses, and `summary`, which
/// counts figures, checks and findings. The schema describes them as `$defs/report`.
///
/// # Errors
///
/// Those of `out`.
pub fn findings_json(words: Words, out: impl Write) -> io::Result<()> {
    table_findings_json(words, None, out)
}

/// The same for a table, with the rows that are set aside.
pub(crate) fn table_findings_json(
    words: Words,
    aside: Option<Vec<SetAsideRows>>,
    out: impl Write,
) -> io::Result<()> {
    #[derive(Serialize)]
    struct JsonReport<'a> {
        findings: Findings<'a>,
        summary: SummaryRecord,
        #[serde(skip_serializing_if = "Option::is_none")]
        set_aside: Option<Vec<SetAsideRecord>>,
    }
    let findings = (0..words.analysis.findings.len()).collect();
    let summary = SummaryRecord::new(CheckSummary::new(words));
    write(
        &JsonReport { findings: Findings { words, findings }, summary, set_aside: aside.map(set_aside) },
        out,
    )
}

/// Writes a document with one line per element of a list.
pub(super) fn write_json(document: &impl Serialize, out: impl Write) -> io::Result<()> {
    write(document, out)
}

fn write(document: &impl Serialize, mut out: impl Write) -> io::Result<()> {
    document.serialize(&mut serde_json::Serializer::with_formatter(&mut out, JsonLayout::default()))?;
    out.write_all(b"\n")
}

/// The figures of the selection, then any other figure that something in it refers to by id.
fn all_named(selection: Selection, findings: &[usize]) -> Vec<Figure> {
    let mut figures = selection.figures();
    if selection.is_all() {
        return figures;
    }
    let found = findings.iter().filter_map(|at| selection.words().analysis.findings.get(*at));
    let references = selection.panes().filter_map(|(pane, _)| pane.reference).map(Figure::Published);
    let named = references.chain(found.flat_map(|finding| finding.figures.iter().copied()));
    let mut known: HashSet<Figure> = figures.iter().copied().collect();
    figures.extend(named.filter(|figure| known.insert(*figure)));
    figures
}

#[derive(Serialize)]
struct JsonDocument<'a> {
    version: u32,
    name: &'a str,
    title: &'a str,
    sources: Vec<SourceRecord<'a>>,
    panes: Vec<PaneRecord<'a>>,
    figures: Figures<'a>,
    findings: Findings<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    set_aside: Option<Vec<SetAsideRecord>>,
}

/// Serialized one by one: holding 100,000 records at once would take several times the memory of the output.
struct Figures<'a> {
    words: Words<'a>,
    figures: Vec<Figure>,
}

impl Serialize for Figures<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.figures.iter().map(|figure| FigureRecord::new(self.words, *figure)))
    }
}

struct Findings<'a> {
    words: Words<'a>,
    findings: Vec<usize>,
}

impl Serialize for Findings<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.findings.iter().filter_map(|at| FindingRecord::new(self.words, *at)))
    }
}

#[derive(Serialize)]
struct SourceRecord<'a> {
    id: &'a str,
    publisher: &'a str,
    title: Option<&'a str>,
    published: Option<String>,
    chain: Option<&'a str>,
    language: Option<&'a str>,
    path: Option<&'a str>,
    rounding: Option<&'static str>,
}

impl<'a> SourceRecord<'a> {
    fn new(source: &'a Source) -> Self {
        Self {
            id: &source.id,
            publisher: &source.publisher,
            title: source.title.as_deref(),
            published: source.published.map(|day| day.to_string()),
            chain: source.chain.as_deref(),
            language: source.language.as_deref(),
            path: source.path.as_deref(),
            rounding: source.rounding.map(Code::code),
        }
    }
}

#[derive(Serialize)]
struct PaneRecord<'a> {
    id: &'a str,
    title: &'a str,
    kind: &'a str,
    note: Option<&'a str>,
    reference: Option<Cow<'a, str>>,
    rows: Vec<Cow<'a, str>>,
}

impl<'a> PaneRecord<'a> {
    fn new(words: Words<'a>, pane: &'a Pane, rows: &'a [Topic]) -> Self {
        Self {
            id: &pane.id,
            title: &pane.title,
            kind: pane.kind.code(),
            note: pane.note.as_deref(),
            reference: pane.reference.map(|at| words.id(Figure::Published(at))),
            rows: rows.iter().filter_map(|row| row.figure()).map(|figure| words.id(figure)).collect(),
        }
    }
}

/// The counts of what was checked and found, also as a sentence.
#[derive(Serialize)]
struct SummaryRecord {
    figures: usize,
    without_number: usize,
    checks: usize,
    passed: usize,
    contradictions: usize,
    doubts: usize,
    notes: usize,
    sentence: String,
}

impl SummaryRecord {
    fn new(summary: CheckSummary) -> Self {
        let checks = summary.checks();
        let sentence = summary.sentence();
        let CheckSummary { figures, without_number, passed, contradictions, doubts, notes } = summary;
        Self { figures, without_number, checks, passed, contradictions, doubts, notes, sentence }
    }
}

/// A finding; its first members are the [`FINDING_COLUMNS`](super::FINDING_COLUMNS).
#[derive(Serialize)]
pub(super) struct FindingRecord<'a> {
    severity: &'a str,
    rule: &'a str,
    /// The ids of every figure that the proof uses.
    ids: Vec<Cow<'a, str>>,
    sentence: String,
    proof: Vec<String>,
    claim: JsonObject,
    assumptions: Vec<JsonObject>,
}

impl<'a> FindingRecord<'a> {
    /// `None` where there is no such finding.
    pub fn new(words: Words<'a>, index: usize) -> Option<Self> {
        let finding = words.analysis.findings.get(index)?;
        Some(Self {
            severity: finding.severity.code(),
            rule: finding.rule.code(),
            ids: finding.figures.iter().map(|figure| words.id(*figure)).collect(),
            sentence: words.sentence(finding),
            proof: words.proof(finding),
            claim: claim(words, &finding.claim),
            assumptions: finding.assumptions.iter().map(|one| assumption(words, one)).collect(),
        })
    }

    pub fn into_fields(self) -> [Field; 5] {
        [
            Field::Text(self.severity.to_owned()),
            Field::Text(self.rule.to_owned()),
            Field::list(self.ids),
            Field::Text(self.sentence),
            Field::list(self.proof),
        ]
    }
}
