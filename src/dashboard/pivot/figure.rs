//! Turns a cell of an answer into a figure.

use rust_decimal::{Decimal, RoundingStrategy};

use crate::analysis::UnitValue;
use crate::dataset::{
    Code, Definition, Flow, MAX_DECIMALS, Measure, Observation, Observations, Period, Quantity, SharedText,
    Subject, Summed, Unit, WORLD,
};
use crate::formats::foreign::PrintedNumber;
use crate::records::{AnswerCell, AskedMeasure, Catalog, Question};
use crate::wording::{grouped, place, row_count, rows_of, statuses};

/// Stands for all products where a code is required.
const ALL_PRODUCTS: &str = "TOTAL";

/// The trade of a cell, where it differs from the question.
#[derive(Clone, Copy, Default)]
pub(super) struct About<'a> {
    pub flow: Option<Flow>,
    pub period: Option<Period>,
    pub partner: Option<&'a str>,
    pub product: Option<&'a str>,
}

/// Turns cells into figures.
pub(super) struct FigureBuilder<'a> {
    pub catalog: &'a Catalog,
    pub question: &'a Question,
    /// The unit of amounts, and the power of ten in the table.
    pub unit: (Unit, i8),
    pub file: &'a str,
    pub observations: Observations,
    pub lines: Vec<u64>,
}

impl FigureBuilder<'_> {
    /// Adds the figure of a cell, unless no row is about it, and returns its index.
    pub fn add(&mut self, about: About, cell: &AnswerCell, label: &str, scale: i8) -> Option<usize> {
        if cell.is_empty() {
            return None;
        }
        let question = self.question;
        let reporter = question.reporter.as_deref().unwrap_or("not said");
        let partner = about.partner.or(question.partner.as_deref()).unwrap_or(WORLD);
        let product = about.product.or(question.product.as_deref());
        let flow = about.flow.or(question.flow).unwrap_or(Flow::Total);
        let period = about.period.or(question.period);
        let when = period.map_or_else(|| "undated".to_owned(), Period::code);
        let id = [flow.code(), reporter, partner, product.unwrap_or(ALL_PRODUCTS), &when].join("-");
        if let Some(known) = self.observations.position(&id) {
            return Some(known);
        }
        let is_divided = question.measure == AskedMeasure::UnitValue;
        let number =
            if is_divided { self.unit_value(cell) } else { self.quantity(cell, cell.sum.halves(), scale) };
        let (value, slack, multiplier) = number
            .map_or((None, None, 0), |(value, slack, multiplier)| (Some(value), Some(slack), multiplier));
        let sum = cell.sum;
        let summed = slack.filter(|_| !cell.is_printed);
        let summed = summed.map(|slack| {
            Box::new(Summed { is_of_parts: cell.is_of_parts, rows: sum.rows, missing: sum.missing, slack })
        });
        let observation = Observation {
            id: id.into(),
            label: Some(label.into()),
            subject: Subject {
                reporter: reporter.into(),
                partner: partner.into(),
                flow,
                product: product.map(SharedText::from),
                transport: None,
                period,
            },
            definition: Definition::default(),
            measure: if is_divided { Measure::UnitValue } else { Measure::Value },
            growth_of: None,
            bound: None,
            ranked_among: None,
            since: None,
            base: None,
            share_of: None,
            value,
            unit: self.unit_of(cell).map(|(unit, _)| unit),
            multiplier,
            status: if value.is_some() { sum.marks.weakest() } else { sum.marks.why_missing() },
            source: Some(0),
            locator: Some(self.locator(cell, partner).into()),
            as_printed: None,
            note: self.remark(cell).map(Into::into),
            summed,
            unconfirmed: None,
        };
        self.lines.push(cell.lines.0);
        self.observations.push(observation)
    }

    /// The origin of a cell's number: whose report it is, if not the reporter's, and its rows. The source already names a
    /// file that does not say who published it.
    fn locator(&self, cell: &AnswerCell, partner: &str) -> String {
        let rows = rows_of(self.catalog, cell);
        let rows = match partner {
            _ if !self.question.is_mirror => rows,
            WORLD => format!("reported by partners (mirror), {rows}"),
            partner => format!("reported by {} (mirror), {rows}", place(self.catalog, partner)),
        };
        let rows = if cell.weights.is_some() { format!("value / net weight, {rows}") } else { rows };
        if self.catalog.facts.publisher.is_empty() { rows } else { format!("{}, {rows}", self.file) }
    }

    /// A remark on the rows behind a number.
    fn remark(&self, cell: &AnswerCell) -> Option<String> {
        let mut remarks = Vec::new();
        match cell.weights {
            None if cell.sum.missing > 0 => {
                let rows = row_count(cell.sum.missing.into());
                let what = if self.question.measure == AskedMeasure::Quantity { "quantity" } else { "value" };
                remarks.push(format!("{rows} without a {what}"));
            }
            Some(_) if cell.lacking() > 0 => {
                let (some, all) = (grouped(cell.lacking().into()), row_count(cell.sum.rows.into()));
                remarks.push(format!("at least {some} of {all} without a value or a net weight"));
            }
            None | Some(_) => {}
        }
        if let Some(weights) = cell.weights.filter(|weights| weights.estimated > 0) {
            remarks.push(format!("{} with an estimated net weight", row_count(weights.estimated.into())));
        }
        if cell.sum.estimated > 0 {
            remarks.push(format!("{} with an estimated amount", row_count(cell.sum.estimated.into())));
        }
        if cell.sum.has_several_units() {
            remarks.push("rows in several units".to_owned());
        }
        let unit = cell.sum.unit().and_then(|unit| self.catalog.quantity_unit(unit));
        remarks.extend(unit.filter(|unit| unit.unit.is_none()).map(|unit| format!("in {}", unit.name)));
        remarks.extend(statuses(&cell.sum));
        if !self.question.is_mirror && self.catalog.facts.is_reconciled {
            remarks.push("reconciled from the reports of both sides".to_owned());
        }
        if !self.catalog.says_lines {
            remarks.push(
                "the engine says neither which rows these are nor which amounts are estimated".to_owned(),
            );
        }
        (!remarks.is_empty()).then(|| remarks.join("; "))
    }

    /// The unit value of a cell, and how far it may be off.
    pub fn unit_value(&self, cell: &AnswerCell) -> Option<(Quantity, Decimal, i8)> {
        let UnitValue { point, decimals, interval } =
            UnitValue::per_kilogram(cell, self.catalog.facts.money_and_weight())?;
        let off = [interval.high().checked_sub(point)?, point.checked_sub(interval.low())?];
        // Two digits more than the number has say enough, and are never too little.
        let digits = (decimals + 2).min(MAX_DECIMALS);
        let off = off[0].max(off[1]).round_dp_with_strategy(digits, RoundingStrategy::AwayFromZero);
        Some((Quantity::new(point, decimals)?, off, 0))
    }

    /// The unit of a cell with its power of ten; `None` if its rows are in several, or in one that figures cannot be in.
    pub fn unit_of(&self, cell: &AnswerCell) -> Option<(Unit, i8)> {
        match cell.sum.unit() {
            Some(unit) => self.catalog.quantity_unit(unit)?.unit,
            None => Some(self.unit).filter(|_| !cell.sum.has_several_units()),
        }
    }

    /// The sum of a cell in a power of ten, how far it may be off, and that power; `None` if there is none, or if its
    /// digits do not fit.
    pub fn quantity(&self, cell: &AnswerCell, halves: i128, scale: i8) -> Option<(Quantity, Decimal, i8)> {
        let number = cell.sum.number()?;
        let exponent = number.exponent.checked_add(self.unit_of(cell)?.1)?;
        let multiplier = scale.max(exponent);
        let decimals = u32::try_from(multiplier - exponent).ok()?;
        let decimal = |digits: i128, scale: u32| Decimal::try_from_i128_with_scale(digits, scale).ok();
        let value = Quantity::new(decimal(number.digits, decimals)?, decimals)?;
        Some((value, decimal(halves.checked_mul(5)?, decimals + 1)?, multiplier))
    }

    /// The power of ten in which the largest of these cells has one to four digits before its decimal point.
    pub fn scale<'c>(&self, cells: impl Iterator<Item = &'c AnswerCell>) -> i8 {
        let numbers = cells.filter_map(|cell| Some((cell.sum.number()?, self.unit_of(cell)?.1)));
        let places = |(number, power): (PrintedNumber, i8)| {
            let digits = number.digits.unsigned_abs().checked_ilog10().map_or(0, |log| log + 1);
            i32::try_from(digits).unwrap_or(0) + i32::from(number.exponent) + i32::from(power)
        };
        let most = numbers.map(places).max().unwrap_or(0);
        [9, 6, 3].into_iter().find(|scale| most > i32::from(*scale)).unwrap_or(0)
    }
}
