//! Words for answers to questions about larger tables: numbers in rows, the question, the origin of a cell.

use rust_decimal::Decimal;

use super::number::{Direction, Number, count, fixed, grouped, signed};
use super::tally::row_count;
use super::{Words, flow_word};
use crate::analysis::{Figure, Interval};
use crate::dataset::{Bound, Flow, Measure, Observation, Quantity, Unit, known};
use crate::records::{AnswerCell, Catalog, Question, Sum, mirrored};

/// The share and the growth of a figure as a row shows them, with one decimal.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct ShareAndChange {
    /// `16.2 %`; empty if there is none.
    pub share: String,
    /// `+1.1 %`, with its direction; empty if there is none.
    pub growth: (Option<Direction>, String),
}

/// Decimals of shares and growth in rows; an open figure shows their bounds.
const DECIMALS: u32 = 1;

impl<'a> Words<'a> {
    /// The number of a figure as a row shows it: rounded, if it comes from a table.
    pub(crate) fn number_in_row(self, figure: Figure) -> Option<Number> {
        let number = self.with_direction(figure, self.number(figure)?);
        let decimals = self.dataset.slice.map(|slice| slice.decimals);
        let (Some(decimals), Some(row)) = (decimals, self.observation(figure)) else { return Some(number) };
        let value = row.value.filter(|value| value.decimals() > decimals);
        let Some(value) = value else { return Some(number) };
        let text = grouped(fixed(value.value(), decimals));
        let (whole, fraction) = text.split_at(text.find('.').unwrap_or(text.len()));
        Some(Number { whole: whole.to_owned(), fraction: fraction.to_owned(), ..number })
    }

    /// The number with the arrow of growth, if it is a multiple of an earlier value that is more than once that value.
    fn with_direction(self, figure: Figure, number: Number) -> Number {
        let row = self.observation(figure).filter(|row| row.measure == Measure::Multiple);
        let value = row.filter(|row| row.bound != Some(Bound::AtMost)).and_then(|row| row.value);
        let has_grown = value.is_some_and(|value| value.value() > Decimal::ONE);
        Number { direction: number.direction.or(has_grown.then_some(Direction::Up)), ..number }
    }

    /// A trade from a table with the name of its product instead of only its code; `None` if the row of the figure has
    /// none.
    pub(super) fn with_product_name(self, figure: Figure, trade: &str) -> Option<String> {
        self.dataset.slice?;
        let row = self.observation(figure)?;
        let (code, name) = (row.subject.product.as_deref()?, row.label.as_deref()?);
        let is_named = name.strip_prefix(code).is_some_and(|rest| rest.starts_with(' '));
        let before = trade.strip_suffix(code).filter(|_| is_named)?;
        Some(format!("{before}{name}"))
    }

    /// The short name of a partner from a table, if the row is labelled with the table's own name.
    pub(super) fn short_partner(self, figure: Figure) -> Option<&'a str> {
        self.dataset.slice?;
        let row = self.observation(figure)?;
        let partner = &row.subject.partner;
        let is_partner = row.label.as_deref() == Some(self.dataset.place_name(partner));
        is_partner.then(|| self.dataset.short_place_name(partner))
    }

    /// True for a sum of rows of a table that are in several units, or in one that figures cannot be in.
    pub(super) fn has_no_common_unit(self, figure: Figure) -> bool {
        let row = self.observation(figure).filter(|_| self.dataset.slice.is_some());
        row.is_some_and(|row| row.value.is_none() && row.unit.is_none())
    }

    /// False for a table that does not say which flow its rows are.
    pub(super) fn is_flow_said(self) -> bool {
        self.dataset.slice.is_none_or(|slice| slice.says_flow)
    }

    /// The growth of a figure from a table since the year before, in per cent.
    pub(crate) fn growth_of(self, figure: Figure) -> Option<Decimal> {
        self.dataset.slice?;
        self.analysis.growth(self.dataset, figure).map(|growth| growth.point)
    }

    /// The share of a figure in the whole of its answer, and its growth; empty outside of tables.
    pub(crate) fn part(self, figure: Figure) -> ShareAndChange {
        let Some(slice) = self.dataset.slice else { return ShareAndChange::default() };
        let whole = slice.whole.filter(|whole| Figure::Published(*whole) != figure);
        let share = whole.and_then(|whole| self.analysis.share_in(self.dataset, figure, whole));
        let share =
            share.map_or(String::new(), |share| format!("{} %", grouped(fixed(share.point, DECIMALS))));
        let growth = self.growth_of(figure);
        let growth = growth.map_or((None, String::new()), |point| {
            (Direction::from_change(point), format!("{} %", signed(fixed(point, DECIMALS))))
        });
        ShareAndChange { share, growth }
    }
}

impl Words<'_> {
    /// The heads over the shares of an answer and over its growth, from the fullest to the shortest.
    pub(crate) fn heads_of_parts(self) -> [Vec<String>; 2] {
        let before = self.dataset.slice.and_then(|slice| slice.period?.year_before());
        let growth =
            before.into_iter().flat_map(|before| [format!("growth over {before}"), format!("over {before}")]);
        let share = ["share of all", "of all"].map(str::to_owned);
        [share.into(), growth.chain(["in a year".to_owned()]).collect()]
    }
}

/// Of a figure that is added up or calculated; its place says from what.
const NOT_PRINTED: &str = "not printed";

/// The words of the source, or the digits of the table.
pub(super) fn as_printed(words: Words, observation: &Observation) -> String {
    if observation.measure == Measure::UnitValue && words.dataset.slice.is_some() {
        return NOT_PRINTED.to_owned();
    }
    match (&observation.as_printed, observation.value) {
        (None, Some(value)) if words.dataset.slice.is_some() => all_digits(value, observation),
        (Some(words), _) => format!("\"{words}\""),
        (None, Some(_)) => "original wording not recorded".to_owned(),
        (None, None) => "not in the source".to_owned(),
    }
}

/// A number from a table with all its digits, in plain units, if a row prints it.
fn all_digits(value: Quantity, observation: &Observation) -> String {
    if observation.summed.as_ref().is_some_and(|summed| summed.rows > 1) {
        return NOT_PRINTED.to_owned();
    }
    let power = i32::from(observation.multiplier);
    let number = Interval::exactly(value.value()).shifted(power).map_or(value.value(), Interval::low);
    let decimals = value.decimals().saturating_sub(power.unsigned_abs());
    let unit = observation.unit.map_or_else(String::new, |unit| format!(" {unit}"));
    format!("{}{unit}", grouped(fixed(number, decimals)))
}

/// A question on one line: `China · exports (FOB) · 2022 · all partners · all products · USD`.
pub(crate) fn asked(catalog: &Catalog, question: &Question) -> String {
    let mut parts = Vec::new();
    if let Some(reporter) = &question.reporter {
        let name = place(catalog, reporter);
        parts.push(if question.is_mirror {
            format!("{name} (mirror: {})", reported_by(catalog, reporter))
        } else {
            name
        });
    }
    parts.extend(question.flow.map(|flow| flow_in_words(catalog, flow, question.is_mirror)));
    parts.extend(question.period.map(|period| period.to_string()));
    if catalog.facts.says.partner {
        parts.push(question.partner.as_ref().map_or("all partners".to_owned(), |code| place(catalog, code)));
    }
    if catalog.facts.says.product {
        let one = |code: &String| product(catalog, code);
        parts.push(question.product.as_ref().map_or("all products".to_owned(), one));
    }
    parts.join(" · ")
}

/// `reported by 42 partners`; an engine does not say how many.
pub(crate) fn reported_by(catalog: &Catalog, code: &str) -> String {
    match catalog.reported_by(code) {
        Some(1) => "reported by 1 partner".to_owned(),
        Some(partners) => format!("reported by {} partners", grouped(partners.into())),
        None => "reported by its partners".to_owned(),
    }
}

/// `quantity (l)`, in the unit of the whole; without one if its rows are in several.
pub(crate) fn quantity_in_words(unit: Option<(Unit, i8)>) -> String {
    match unit {
        Some((Unit::Count, _)) => "quantity (items)".to_owned(),
        Some((unit, _)) => format!("quantity ({unit})"),
        None => "quantity".to_owned(),
    }
}

/// `exports (FOB)`. Imports are valued with freight as a rule, which no row says.
///
/// As reported by partners, exports are the partners' imports and are valued like them.
pub(crate) fn flow_in_words(catalog: &Catalog, flow: Flow, is_mirror: bool) -> String {
    let word = flow_word(flow).to_lowercase();
    match if is_mirror { mirrored(flow) } else { flow } {
        Flow::Exports if catalog.facts.has_customs_valuation => format!("{word} (FOB)"),
        Flow::Imports if catalog.facts.has_customs_valuation => format!("{word} (CIF)"),
        Flow::Exports | Flow::Imports | Flow::Total | Flow::Balance => word,
    }
}

/// The table's own name for a place, else the known one.
pub(crate) fn place(catalog: &Catalog, code: &str) -> String {
    let own = catalog.place(code).and_then(|at| catalog.places.get(at as usize));
    let own = own.map(|place| place.name.as_str()).filter(|name| !name.is_empty());
    own.or_else(|| known::short_name(code)).unwrap_or(code).to_owned()
}

/// A product with its code: `61 Knitwear`. The table's own name for it, else the known one of a chapter.
pub(crate) fn product(catalog: &Catalog, code: &str) -> String {
    let name = catalog.product(code).and_then(|at| catalog.products.get(at as usize));
    let own = name.map(|product| product.meaning.name.as_str()).filter(|name| !name.is_empty());
    let known = || known::chapter(code).filter(|_| catalog.facts.is_harmonized);
    match own.or_else(known) {
        Some(name) => format!("{code} {name}"),
        None => code.to_owned(),
    }
}

/// The origin of a cell: `line 431`, `sum of 214 rows, lines 8,120 to 9,377`; for several files, with their names; for
/// an engine, which does not say which rows it adds up, `sum of 214 rows`.
pub(crate) fn rows_of(catalog: &Catalog, cell: &AnswerCell) -> String {
    if cell.lines == (0, 0) {
        let sum = if cell.sum.rows == 1 { "" } else { "sum of " };
        return format!("{sum}{}", row_count(cell.sum.rows.into()));
    }
    let [(first_file, first), (last_file, last)] =
        [cell.lines.0, cell.lines.1].map(|line| catalog.located(line));
    let line = |file: Option<&str>, line: u64| {
        let file = file.map_or_else(String::new, |file| format!("{file} "));
        format!("{file}line {}", count(line))
    };
    let lines = if cell.lines.0 == cell.lines.1 {
        line(first_file, first)
    } else if first_file == last_file {
        let file = first_file.map_or_else(String::new, |file| format!("{file} "));
        format!("{file}lines {} to {}", count(first), count(last))
    } else {
        format!("{} to {}", line(first_file, first), line(last_file, last))
    };
    match cell.sum.rows {
        1 => lines,
        rows => format!("sum of {} rows, {lines}", count(rows.into())),
    }
}

/// The statuses of the rows of a cell: `3 rows provisional or confidential`; `None` if all are normal.
pub(crate) fn statuses(sum: &Sum) -> Option<String> {
    let words: Vec<&str> = sum.marks.letters().map(mark).collect();
    let (last, others) = words.split_last()?;
    let words =
        if others.is_empty() { (*last).to_owned() } else { format!("{} or {last}", others.join(", ")) };
    Some(format!("{} {words}", row_count(sum.marked.into())))
}

/// The word for a letter of SDMX's `OBS_STATUS`, or for a flag of Eurostat's.
fn mark(letter: char) -> &'static str {
    match letter {
        'B' => "at a break in the series",
        'C' => "confidential",
        'D' => "of another definition",
        'E' => "estimated",
        'F' => "forecast",
        'G' => "from an experiment",
        'I' => "imputed",
        'L' | 'M' | 'O' => "missing as the file says",
        'N' => "not significant",
        'P' => "provisional",
        'Q' => "suppressed",
        'R' => "revised",
        'S' => "estimated by the publisher",
        'U' => "of low reliability",
        'V' => "unvalidated",
        'Z' => "not applicable",
        _ => "with another status",
    }
}

/// `48,212 rows · Windows-1252`; for several files, with their number.
pub(crate) fn table(catalog: &Catalog) -> String {
    if !catalog.says_lines {
        return row_count(catalog.tally.rows);
    }
    let files = match catalog.files.len() {
        0 => String::new(),
        files => format!(" in {files} files"),
    };
    format!("{} rows{files} · {}", count(catalog.tally.rows), catalog.encoding)
}

/// Facts about a table in a few words each, the most important first: `48,212 rows`, `3 reporters`, `2021, 2022`,
/// `Windows-1252`.
pub(crate) fn table_facts(catalog: &Catalog) -> Vec<String> {
    let reporters = catalog.reporters().count();
    let reporters = match reporters {
        1 => "1 reporter".to_owned(),
        more => format!("{} reporters", grouped(more.into())),
    };
    let periods: Vec<String> = catalog.all_periods().iter().map(ToString::to_string).collect();
    let periods = match periods.as_slice() {
        [] => None,
        [first, .., last] if periods.len() > FEW_PERIODS => Some(format!("{first} to {last}")),
        few => Some(few.join(", ")),
    };
    let mut facts = vec![row_count(catalog.tally.rows)];
    facts.extend(catalog.facts.says.reporter.then_some(reporters));
    facts.extend(periods);
    facts.extend(catalog.says_lines.then(|| catalog.encoding.to_owned()));
    facts
}

/// Up to this many periods are listed; of more, only the first and the last.
const FEW_PERIODS: usize = 3;
