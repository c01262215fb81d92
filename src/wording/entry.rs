//! The detail of a figure or finding: entries under headings, some of which link to other figures or findings.

use crate::analysis::Figure;

/// A figure or finding: a row is about one, and Enter opens one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Topic {
    /// A published or a derived figure.
    Figure(Figure),
    /// A finding, by its index in [`crate::analysis::Analysis::findings`].
    Finding(usize),
    /// A passed check, by its index in [`crate::analysis::Analysis::passed`].
    Passed(usize),
}

impl Topic {
    /// The figure, if it is one.
    #[must_use]
    pub fn figure(self) -> Option<Figure> {
        match self {
            Self::Figure(figure) => Some(figure),
            Self::Finding(_) | Self::Passed(_) => None,
        }
    }

    /// The index of the finding, if it is one.
    #[must_use]
    pub fn finding(self) -> Option<usize> {
        match self {
            Self::Figure(_) | Self::Passed(_) => None,
            Self::Finding(at) => Some(at),
        }
    }
}

/// The heading of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Heading {
    About,
    Value,
    Verdict,
    Converted,
    CouldBe,
    Formula,
    BasedOn,
    AsPrinted,
    Source,
    Title,
    ReportedVia,
    Language,
    Address,
    Cite,
    Status,
    Inherits,
    Note,
    ContradictedBy,
    DoubtedBy,
    Noted,
    LeadsTo,
    Calculated,
    Finding,
    Passed,
    Severity,
    Rule,
    Proof,
    FiguresInvolved,
    Compared,
    NotWritten,
    Endings,
    Here,
    Agreement,
    Elsewhere,
}

impl Heading {
    /// The word or two before the text.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::About => "About",
            Self::Value => "Value",
            Self::Verdict => "Verdict",
            Self::Converted => "Converted",
            Self::CouldBe => "Could be",
            Self::Formula => "Formula",
            Self::BasedOn => "Based on",
            Self::AsPrinted => "As printed",
            Self::Source => "Source",
            Self::Title => "Title",
            Self::ReportedVia => "Reported via",
            Self::Language => "Language",
            Self::Address => "Address",
            Self::Cite => "Cite",
            Self::Status => "Status",
            Self::Inherits => "Inherits",
            Self::Note | Self::Noted => "Note",
            Self::ContradictedBy => "Contradicted by",
            Self::DoubtedBy => "Doubted by",
            Self::LeadsTo => "Leads to",
            Self::Calculated => "Calculated",
            Self::Finding => "Finding",
            Self::Passed => "Passed",
            Self::Severity => "Severity",
            Self::Rule => "Rule",
            Self::Proof => "Proof",
            Self::FiguresInvolved => "Figures involved",
            Self::Compared => "Compared",
            Self::NotWritten => "Not written",
            Self::Endings => "Endings",
            Self::Here => "Here",
            Self::Agreement => "Agreement",
            Self::Elsewhere => "Elsewhere",
        }
    }
}

impl Heading {
    /// The heading for narrow columns.
    #[must_use]
    pub fn short_words(self) -> &'static str {
        match self {
            Self::ContradictedBy => "Against",
            Self::FiguresInvolved => "Figures",
            Self::ReportedVia => "Via",
            Self::About
            | Self::Value
            | Self::Verdict
            | Self::Converted
            | Self::CouldBe
            | Self::Formula
            | Self::BasedOn
            | Self::AsPrinted
            | Self::Source
            | Self::Title
            | Self::Language
            | Self::Address
            | Self::Cite
            | Self::Status
            | Self::Inherits
            | Self::Note
            | Self::DoubtedBy
            | Self::Noted
            | Self::LeadsTo
            | Self::Calculated
            | Self::Finding
            | Self::Passed
            | Self::Severity
            | Self::Rule
            | Self::Proof
            | Self::Compared
            | Self::NotWritten
            | Self::Endings
            | Self::Here
            | Self::Agreement
            | Self::Elsewhere => self.words(),
        }
    }
}

/// A text under a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The heading of the text.
    pub heading: Heading,
    /// True if the entry above has the same heading, so that it is not repeated.
    pub continues: bool,
    /// The text, of any length.
    pub text: String,
    /// A shorter text, if the text does not fit on one line.
    pub brief: Option<String>,
    /// Shown at the end of the line, if it fits.
    pub aside: Option<String>,
    /// The figure or finding that the text links to.
    pub topic: Option<Topic>,
}

impl Entry {
    /// Plain text under a heading.
    #[must_use]
    pub fn new(heading: Heading, text: impl Into<String>) -> Self {
        Self { heading, continues: false, text: text.into(), brief: None, aside: None, topic: None }
    }

    /// The heading to write before the text in `room` columns; empty if the entry above has the same.
    #[must_use]
    pub fn term(&self, room: usize) -> &'static str {
        match (self.continues, self.heading.words()) {
            (true, _) => "",
            (false, words) if words.len() <= room => words,
            (false, _) => self.heading.short_words(),
        }
    }

    /// Texts under one heading, which is written once.
    pub(super) fn list(
        heading: Heading,
        texts: impl Iterator<Item = (String, Option<Topic>)>,
    ) -> impl Iterator<Item = Self> {
        texts.enumerate().map(move |(at, (text, topic))| Self {
            continues: at > 0,
            topic,
            ..Self::new(heading, text)
        })
    }
}
