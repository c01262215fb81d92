//! Everything that can be wrong or odd in a file of our own format.
//!
//! A message reads on from its place, as in `observations[7].flow: is missing; every row needs one`.

use super::mismatch::without_place;
use super::{DialectMember, Expected, JsonKind, NumberAdvice, Quoted, RowKind, Suggestion};
use crate::dataset::Measure;

/// One thing that is wrong or odd.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[expect(
    missing_docs,
    reason = "each variant is explained by its words, and its values by their use in them"
)]
pub enum Fault {
    // The file as a whole.
    #[error("is {what}, which is not read ({advice})")]
    NotText { what: &'static str, advice: &'static str },
    #[error("not UTF-8: the byte 0x{byte:02X} (save the file as UTF-8)")]
    NotUtf8 { byte: u8 },
    #[error(
        "is neither a Data Package (JSON, an object in braces) nor CSV whose first row names the columns id, reporter, \
         flow and measure, nor a table in a format that is known by its header"
    )]
    NoFormat,
    #[error("is HTML or XML, which is not read (a server may have answered with a page instead of data)")]
    Markup,
    #[error("is empty")]
    Empty,
    #[error("not JSON: {reason}")]
    NotJson { reason: String },
    #[error("nested {depth} levels deep; at most {limit} are read")]
    TooDeep { depth: usize, limit: usize },
    #[error("{path} {reason}")]
    NotOpened { path: Quoted, reason: String },

    // JSON values of another kind than expected.
    #[error("is {kind} where {expected} was expected")]
    Expected { kind: JsonKind, expected: Expected },
    #[error("is a number where text was expected (write {text})")]
    NumberForText { text: Quoted },
    #[error("is not text: an escape in it stands for no character")]
    Escape,
    #[error("is not a list of texts")]
    NotTexts,
    #[error("{text} holds the control character U+{character:04X}; text must have none")]
    Harmful { text: Quoted, character: u32 },
    #[error("{text} has {bytes} bytes; at most {most} are read")]
    TooLong { text: Quoted, bytes: usize, most: usize },
    #[error("{text} has more than {most} characters in a row that take no column, such as combining marks")]
    TooManyMarks { text: Quoted, most: usize },
    #[error("has {count} {what}; at most {most} are read")]
    TooMany { what: &'static str, count: usize, most: usize },
    #[error("{name} appears twice in this object")]
    MemberTwice { name: Quoted },

    // Resources.
    #[error("no resource has the name observations{}", .near.as_ref().map_or(String::new(), |near| format!(" (write it instead of {near})")))]
    NoObservations { near: Option<Quoted> },
    #[error(
        "is missing, so this is no dataset; nor is it a table in JSON that is known: UN Comtrade, SDMX-JSON, JSON-stat"
    )]
    NoResources,
    #[error("a second resource with the name {name}")]
    ResourceTwice { name: Quoted },
    #[error("has neither data nor path")]
    NoData,
    #[error("has both data and path; its rows are in one of them")]
    DataAndPath,
    #[error("has no rows; at least one was expected")]
    NoRows,
    #[error("{written} is no {member}")]
    NotOneCharacter { written: Quoted, member: DialectMember },
    #[error("{written} is not supported ({}leave it out)", .usual.map_or(String::new(), |usual| format!("write {usual}, or ")))]
    Unsupported { written: Quoted, usual: Option<&'static str> },
    #[error("warning: is in another file, which is not read")]
    SchemaElsewhere,

    // The first row of a CSV file.
    #[error("the first row names only one column, {name}; {}", expected_delimiter(.delimiter.as_ref()))]
    OtherDelimiter { name: Quoted, delimiter: Option<Quoted> },
    #[error("column {column} has no name")]
    NoName { column: usize },
    #[error("column {column} has values but no name")]
    ValuesWithoutName { column: usize },
    #[error("a second column with the name {name}")]
    ColumnTwice { name: Quoted },
    #[error("no column is called {name} (write {column})")]
    Miswritten { name: Quoted, column: &'static str },
    #[error("the first row names no column {column}, which every row needs")]
    NoColumn { column: &'static str },

    // Rows.
    #[error("a quotation mark opens here and is never closed")]
    OpenQuote,
    #[error("has {found} fields where the first row names {expected}")]
    Fields { found: usize, expected: usize },
    #[error("the column {name} appears twice in this row")]
    CellTwice { name: Quoted },
    #[error("warning: unknown column, ignored{suggestion}")]
    UnknownColumn { suggestion: Suggestion },
    #[error("warning: {id} is not kebab-case (letters, digits and hyphens, as in exports-kaz){}", more_ids(*.more))]
    OddId { id: Quoted, more: usize },
    #[error("is missing; every row needs one")]
    Missing,
    #[error("is missing; every row needs one of {codes}")]
    MissingCode { codes: String },
    #[error("{written} is none of {codes}{suggestion}")]
    NotACode { written: Quoted, codes: String, suggestion: Suggestion },
    #[error("a second row with the {column} {written}")]
    RowTwice { column: String, written: Quoted },
    #[error("an earlier row is about the same figure, and no column id tells them apart")]
    FigureTwice,
    #[error("no {kind} has the id {id}{suggestion}")]
    UnknownId { kind: &'static str, id: Quoted, suggestion: Suggestion },

    // Times and numbers.
    #[error("{written} is not a period (write 2023, 2023-Q1, 2023-11 or 2023-01-01/P11M)")]
    NotAPeriod { written: Quoted },
    #[error("{written} is not a date (write 2024-02-07)")]
    NotADate { written: Quoted },
    #[error("{written} is not a year or month (write 2020 or 2020-01)")]
    NotAMonth { written: Quoted },
    #[error("{written} is not a whole number from {least} to {most}")]
    NotWhole { written: Quoted, least: i32, most: i32 },
    #[error("{written} is not a number{advice}")]
    NotANumber { written: Quoted, advice: NumberAdvice },
    #[error("{written} has more digits than can be held exactly (27)")]
    TooManyDigits { written: Quoted },
    #[error("{written} has more decimals than decimals says ({decimals})")]
    MoreDecimals { written: Quoted, decimals: u32 },
    #[error(
        "{written} has an exponent, which hides how precisely it was printed (write {plain}, or give decimals)"
    )]
    HiddenPrecision { written: Quoted, plain: String },

    // Observations.
    #[error("{code} is neither a three-letter ISO 3166 code nor defined in places{}", write_code(*.alpha3, .suggestion))]
    NotAPlace { code: Quoted, alpha3: Option<&'static str>, suggestion: Suggestion },
    #[error("warning: {code} is not the code of a country, and is not defined in places{suggestion}")]
    NoCountry { code: Quoted, suggestion: Suggestion },
    #[error("is one more code of the world, which has a row already")]
    WorldTwice,
    #[error(
        "{code} is not a unit (an ISO 4217 currency, PCT, POINTS, INDEX, FACTOR, COUNT, RANK, {amounts})"
    )]
    NotAUnit { code: Quoted, amounts: String },
    #[error("{code} does not suit the measure (write {})", units_of(*.measure))]
    UnitOfAnotherMeasure { code: Quoted, measure: Measure },
    #[error("is missing; a number needs its unit")]
    NoUnit,
    #[error("{multiplier} is given for a number in {unit}, which has no power of ten")]
    NoPowerOfTen { multiplier: i8, unit: &'static str },
    #[error("is given on a mention, which has no number")]
    NumberOnMention,
    #[error(
        "{code} is not something that grows (write an ISO 4217 currency, a physical unit, CNY_PER_KG, COUNT or VOLUME)"
    )]
    NothingThatGrows { code: Quoted },
    #[error("belongs to {rows} only")]
    BelongsTo { rows: RowKind },
    #[error("is missing; a share names the id of its whole")]
    NoWhole,
    #[error("is given on a row that is neither a share nor the change of one")]
    WholeOfNoShare,

    // Printed figures.
    #[error("{written} is none of published, derived")]
    NotAnOrigin { written: Quoted },
    #[error(
        "{written} is not a doubt of a drafted row (write dimensions with how they were filled, such as reporter:inherited)"
    )]
    NotADoubt { written: Quoted },
    #[error("an earlier row of the source {id} has another publisher or day")]
    OtherSource { id: Quoted },
    #[error("warning: {} set aside, to be derived again", counted(*.count, "derived row"))]
    DerivedRows { count: usize },
    #[error("warning: {} set aside, since the whole is not in this file", counted(*.count, "share"))]
    SharesWithoutWhole { count: usize },

    // Members of groups.
    #[error("a member has code, from and until; {name} is none of them")]
    MemberEntry { name: Quoted },
    #[error("a member without its code")]
    MemberWithoutCode,
    #[error("the membership of {code} ends before it begins")]
    MemberSpan { code: Quoted },

    // Panes.
    #[error("names no pane (leave it out to get one per measure and unit)")]
    NoPane,
    #[error("names no row")]
    PaneWithoutRows,
    #[error("{id} appears twice; a pane shows each row once")]
    PaneRowTwice { id: Quoted },
    #[error("{id} is one of the rows; a reference is none of them")]
    ReferenceIsRow { id: Quoted },
    #[error("{odd} is not of the measure and unit of {usual}; a {kind} has one of each")]
    MixedPane { odd: Quoted, usual: Quoted, kind: &'static str },

    // The tour.
    #[error("{id} is a number; a step is named by its number or by its id, so write a word")]
    IdIsNumber { id: Quoted },
    #[error("warning: a second step with the id {id}, which leads to the first")]
    StepTwice { id: Quoted },
}

fn expected_delimiter(delimiter: Option<&Quoted>) -> String {
    match delimiter {
        None => "a comma was expected between fields, unless dialect.delimiter says otherwise".to_owned(),
        Some(other) => format!("{other} was expected between fields, as dialect.delimiter says"),
    }
}

/// `1 share is`, `12 shares are`
fn counted(count: usize, one: &str) -> String {
    if count == 1 { format!("1 {one} is") } else { format!("{count} {one}s are") }
}

fn more_ids(more: usize) -> String {
    match more {
        0 => String::new(),
        1 => ", nor is 1 more id".to_owned(),
        more => format!(", nor are {more} more ids"),
    }
}

fn write_code(alpha3: Option<&str>, suggestion: &Suggestion) -> String {
    alpha3.map_or_else(|| suggestion.to_string(), |alpha3| format!(" (write {alpha3})"))
}

impl Fault {
    pub(in crate::formats) fn not_json(error: &serde_json::Error) -> Self {
        Self::NotJson { reason: without_place(error).replace("EOF while parsing", "the text ends inside") }
    }
}

/// The units that suit a measure.
fn units_of(measure: Measure) -> &'static str {
    match measure {
        Measure::Value | Measure::Record | Measure::Mention => "a currency, a physical unit or COUNT",
        Measure::Change => "a currency or a physical unit",
        Measure::UnitValue => "money for each kilogram, such as USD_PER_KG",
        Measure::ShareChange => "POINTS",
        Measure::Index => "INDEX",
        Measure::Growth | Measure::Share => "PCT",
        Measure::Multiple => "FACTOR",
        Measure::Rank => "RANK",
        Measure::Count => "COUNT",
    }
}
