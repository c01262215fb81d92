//! All words: labels, numbers with their units, claims, sources.
//!
//! Screen and print use the same words, which are made here, when they are shown. Widths and styles are decided
//! elsewhere.

mod check_summary;
mod citation;
mod claim;
mod currency;
mod detail;
mod elsewhere;
mod entry;
mod following;
mod formula;
mod glossary;
mod lookup;
mod marks;
mod name;
mod number;
mod provenance;
mod rule;
mod series;
mod slice;
mod sparkline;
mod stated;
mod tally;
mod unit_value;
mod verdict;
mod vocabulary;
mod words;

pub use check_summary::CheckSummary;
pub use claim::{Picture, PictureRow};
pub use currency::ShownAmount;
pub(crate) use detail::{Headline, brief, detail, title};
pub(crate) use elsewhere::elsewhere;
pub use entry::Topic;
pub(crate) use entry::{Entry, Heading};
pub use formula::formula_words;
pub use glossary::{GLOSSARY, fitting_meaning, meanings};
pub(crate) use marks::letters_explained;
pub use number::{Direction, Number};
pub(crate) use number::{bound_sign, fixed, grouped, signed};
pub(crate) use provenance::{periods, periods_and_sources, published, publishers};
pub(crate) use rule::{rule_help, rule_title};
pub(crate) use slice::{
    ShareAndChange, asked, flow_in_words, place, product, quantity_in_words, reported_by, rows_of, statuses,
    table, table_facts,
};
pub(crate) use tally::{SetAsideRows, row_count, set_aside, set_aside_line};
pub(crate) use unit_value::unit_value;
pub(crate) use vocabulary::{
    counted, flow_word, severity_meaning, severity_word, status_word, transport_word,
};
pub use words::Words;
