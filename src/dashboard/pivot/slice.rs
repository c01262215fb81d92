//! An answer as a dataset: its cells as figures, its rankings as panes.

use std::sync::Arc;

use rust_decimal::Decimal;

use crate::dataset::{
    self, Code, Dataset, Definition, Flow, Measure, Observation, Observations, Pane, PaneKind, Period, Place,
    Quantity, Source, Status, Subject, Summed, Unit, WORLD,
};
use crate::formats::foreign::PrintedNumber;
use crate::records::{Answer, Catalog, Cell, Entry, Question};
use crate::text::capitalised;
use crate::wording::{asked, fixed, flow_in_words, grouped, place, product, rows_of};

/// With how many decimals rows show their numbers.
const DECIMALS: u32 = 3;

/// The most rows of a ranking; the smaller ones are counted.
const MOST_ROWS: usize = 2_000;

/// Stands for all products where a code is wanted.
const ALL_PRODUCTS: &str = "TOTAL";

/// An answer as a dataset.
#[derive(Debug)]
pub(super) struct Slice {
    /// The dataset.
    pub dataset: Dataset,
    /// The first line of each of its figures in the table.
    pub lines: Vec<u64>,
}

impl Slice {
    pub(super) fn new(catalog: &Catalog, answer: &Answer, name: &str) -> Self {
        let mut builder = Builder::new(catalog, answer, name);
        let whole = builder.whole(answer);
        let mut panes = Vec::new();
        panes.extend(builder.partners(answer));
        panes.extend(builder.products(answer));
        panes.extend(builder.periods(answer));
        panes.extend(builder.flows(answer));
        panes.push(pane("checks", "Checks", PaneKind::Reconciliation, Vec::new()));
        builder.finish(answer, name, panes, whole)
    }
}

fn pane(id: &str, title: &str, kind: PaneKind, rows: Vec<usize>) -> Pane {
    Pane { id: id.to_owned(), title: title.to_owned(), note: None, kind, rows, reference: None }
}

/// Which trade a cell is about, where it is not that of the question.
#[derive(Clone, Copy, Default)]
struct About<'a> {
    flow: Option<Flow>,
    period: Option<Period>,
    partner: Option<&'a str>,
    product: Option<&'a str>,
}

struct Builder<'a> {
    catalog: &'a Catalog,
    question: &'a Question,
    /// The unit of amounts, and the power of ten that the table gives them in.
    unit: (Unit, i8),
    file: &'a str,
    observations: Observations,
    lines: Vec<u64>,
}

impl<'a> Builder<'a> {
    fn new(catalog: &'a Catalog, answer: &'a Answer, file: &'a str) -> Self {
        let question = &answer.question;
        let unit = catalog.facts.units[question.amount as usize].unwrap_or((Unit::Count, 0));
        Self { catalog, question, unit, file, observations: Observations::default(), lines: Vec::new() }
    }

    /// The trade that was asked for, and that of the year before; the first by its place.
    fn whole(&mut self, answer: &Answer) -> Option<usize> {
        let scale = self.scale(answer.flows.iter().flat_map(|(_, cells)| cells).chain(&answer.whole));
        let flow = self.question.flow;
        let label = flow.map_or("Value".to_owned(), |flow| capitalised(&flow_in_words(self.catalog, flow)));
        let [now, before] = self.both(About::default(), &answer.whole, &label, scale);
        let _ = before;
        now
    }

    fn partners(&mut self, answer: &'a Answer) -> Option<Pane> {
        if self.question.partner.is_some() || answer.partners.entries.is_empty() {
            return None;
        }
        let catalog = self.catalog;
        let label = |entry: &Entry| place(catalog, &entry.code);
        let rows = self.ranking(&answer.partners.entries, label, |code| About {
            partner: Some(code),
            ..About::default()
        });
        let note = self.note(&answer.whole[0], rows.len(), answer.partners.entries.len());
        Some(Pane { note: Some(note), ..pane("partners", "Partners", PaneKind::Ranking, rows) })
    }

    fn products(&mut self, answer: &'a Answer) -> Option<Pane> {
        if answer.products.entries.is_empty() {
            return None;
        }
        let catalog = self.catalog;
        let label = |entry: &Entry| product(catalog, &entry.code);
        let rows = self.ranking(&answer.products.entries, label, |code| About {
            product: Some(code),
            ..About::default()
        });
        let note = self.note(&answer.whole[0], rows.len(), answer.products.entries.len());
        Some(Pane { note: Some(note), ..pane("products", "Products", PaneKind::Ranking, rows) })
    }

    /// The periods as a line, if there are several.
    fn periods(&mut self, answer: &Answer) -> Option<Pane> {
        if answer.periods.len() < 2 {
            return None;
        }
        let scale = self.scale(answer.periods.iter().map(|(_, cell)| cell));
        let label = self.question.flow.map_or("Value", |_| "");
        let rows = answer.periods.iter().filter_map(|(period, cell)| {
            let about = About { period: Some(*period), ..About::default() };
            let label = if label.is_empty() { period.to_string() } else { label.to_owned() };
            self.add(about, cell, &label, scale)
        });
        let rows = rows.collect();
        Some(pane("periods", "Over time", PaneKind::Series, rows))
    }

    fn flows(&mut self, answer: &Answer) -> Option<Pane> {
        if answer.flows.len() < 2 {
            return None;
        }
        let scale = self.scale(answer.flows.iter().flat_map(|(_, cells)| cells));
        let mut rows = Vec::new();
        for (flow, cells) in &answer.flows {
            let label = capitalised(&flow_in_words(self.catalog, *flow));
            let about = About { flow: Some(*flow), ..About::default() };
            let [now, _] = self.both(about, cells, &label, scale);
            rows.extend(now);
        }
        Some(pane("flows", "Flows", PaneKind::Headline, rows))
    }

    /// The figures of entries: those of the period, by their places; those of the year before stand behind them.
    fn ranking(
        &mut self,
        entries: &'a [Entry],
        label: impl Fn(&Entry) -> String,
        about: impl Fn(&'a str) -> About<'a>,
    ) -> Vec<usize> {
        let scale = self.scale(entries.iter().flat_map(|entry| &entry.cells));
        let mut rows = Vec::new();
        for entry in entries.iter().take(MOST_ROWS) {
            let [now, _] = self.both(about(&entry.code), &entry.cells, &label(entry), scale);
            rows.extend(now);
        }
        rows
    }

    fn both(&mut self, about: About, cells: &[Cell; 2], label: &str, scale: i8) -> [Option<usize>; 2] {
        let before = self.question.period.and_then(Period::year_before);
        let now = self.add(about, &cells[0], label, scale);
        let earlier = before
            .and_then(|period| self.add(About { period: Some(period), ..about }, &cells[1], label, scale));
        [now, earlier]
    }

    /// Adds the figure of a cell, unless no row is about it, and returns its place.
    fn add(&mut self, about: About, cell: &Cell, label: &str, scale: i8) -> Option<usize> {
        if cell.is_empty() {
            return None;
        }
        let question = self.question;
        let reporter = question.reporter.as_deref().unwrap_or("not said");
        let partner = about.partner.or(question.partner.as_deref()).unwrap_or(WORLD);
        let product = about.product.or(question.product.as_deref());
        let flow = about.flow.or(question.flow).unwrap_or(Flow::Total);
        let period = about.period.or(question.period);
        let id = [
            flow.code(),
            reporter,
            partner,
            product.unwrap_or(ALL_PRODUCTS),
            &period.map_or_else(|| "undated".to_owned(), Period::code),
        ]
        .join("-");
        if let Some(known) = self.observations.position(&id) {
            return Some(known);
        }
        let number = cell.sum.number().and_then(|number| self.quantity(number, cell.sum.halves(), scale));
        let (value, slack, multiplier) = number
            .map_or((None, None, 0), |(value, slack, multiplier)| (Some(value), Some(slack), multiplier));
        let sum = cell.sum;
        let summed = slack.filter(|_| sum.rows > 1);
        let summed = summed.map(|slack| Box::new(Summed { rows: sum.rows, missing: sum.missing, slack }));
        let observation = Observation {
            id: id.into(),
            label: Some(label.into()),
            subject: Subject {
                reporter: reporter.into(),
                partner: partner.into(),
                flow,
                product: product.map(Arc::from),
                transport: None,
                period,
            },
            definition: Definition::default(),
            measure: Measure::Value,
            growth_of: None,
            bound: None,
            ranked_among: None,
            since: None,
            base: None,
            share_of: None,
            value,
            unit: Some(self.unit.0),
            multiplier,
            status: if value.is_some() { Status::Normal } else { Status::Missing },
            source: Some(0),
            locator: Some(format!("{}, {}", self.file, rows_of(cell)).into()),
            as_printed: cell.sum.number().filter(|_| sum.rows == 1).map(|number| digits(number).into()),
            note: self.remark(cell).map(Into::into),
            summed,
            unconfirmed: None,
        };
        self.lines.push(cell.lines.0);
        self.observations.push(observation)
    }

    /// What a reader of a number has to know of its rows.
    fn remark(&self, cell: &Cell) -> Option<String> {
        let mut remarks = Vec::new();
        if cell.sum.missing > 0 {
            remarks.push(format!("{} without a value", counted(cell.sum.missing)));
        }
        if cell.sum.estimated > 0 {
            remarks.push(format!("{} with an estimated amount", counted(cell.sum.estimated)));
        }
        if self.question.is_mirror {
            remarks.push("mirror: as the partner reports it".to_owned());
        } else if self.catalog.facts.is_reconciled {
            remarks.push("reconciled from the reports of both sides".to_owned());
        }
        (!remarks.is_empty()).then(|| remarks.join("; "))
    }

    /// A number in a power of ten, how far it may be off, and that power; `None` where there is no room for its digits.
    fn quantity(&self, number: PrintedNumber, halves: i128, scale: i8) -> Option<(Quantity, Decimal, i8)> {
        let exponent = number.exponent.checked_add(self.unit.1)?;
        let multiplier = scale.max(exponent);
        let decimals = u32::try_from(multiplier - exponent).ok()?;
        let decimal = |digits: i128, scale: u32| Decimal::try_from_i128_with_scale(digits, scale).ok();
        let value = Quantity::new(decimal(number.digits, decimals)?, decimals)?;
        Some((value, decimal(halves.checked_mul(5)?, decimals + 1)?, multiplier))
    }

    /// The power of ten in which the largest of some cells has one to four digits before its point.
    fn scale<'c>(&self, cells: impl Iterator<Item = &'c Cell>) -> i8 {
        let numbers = cells.filter_map(|cell| cell.sum.number());
        let places = |number: PrintedNumber| {
            let digits = number.digits.unsigned_abs().checked_ilog10().map_or(0, |log| log + 1);
            i32::try_from(digits).unwrap_or(0) + i32::from(number.exponent) + i32::from(self.unit.1)
        };
        let most = numbers.map(places).max().unwrap_or(0);
        [9, 6, 3].into_iter().find(|scale| most > i32::from(*scale)).unwrap_or(0)
    }

    /// How many rows a ranking has, and the whole that they are parts of.
    fn note(&self, whole: &Cell, shown: usize, all: usize) -> String {
        let rows = grouped(all.into());
        let rows = if shown < all { format!("{} of {rows}", grouped(shown.into())) } else { rows };
        let scale = self.scale(std::iter::once(whole));
        let number = whole.sum.number().and_then(|number| self.quantity(number, 1, scale));
        let Some((value, _, multiplier)) = number else { return rows };
        let decimals = value.decimals().min(DECIMALS);
        let number = grouped(fixed(value.value(), decimals));
        let how = if whole.is_printed { "as printed" } else { "sum of rows" };
        format!("{rows} · all {number} {}, {how}", self.unit.0.scaled(multiplier))
    }

    fn finish(self, answer: &Answer, name: &str, panes: Vec<Pane>, whole: Option<usize>) -> Slice {
        let facts = &self.catalog.facts;
        let publisher = if facts.publisher.is_empty() { name } else { facts.publisher };
        let source = Source::new("table".to_owned(), publisher.to_owned(), None);
        let title = format!("{} · {}", asked(self.catalog, &answer.question), self.unit.0);
        let places = self.catalog.places.iter().filter(|place| !place.name.is_empty());
        let places = places.map(|place| Place {
            code: place.code.clone(),
            name: place.name.clone(),
            short: None,
            members: Vec::new(),
        });
        let stem = std::path::Path::new(name).file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let dataset = Dataset::new(stem, title, vec![source], places.collect(), self.observations)
            .with_panes(panes)
            .with_slice(dataset::Slice { whole, decimals: DECIMALS });
        Slice { dataset, lines: self.lines }
    }
}

/// A number as the table prints it.
fn digits(number: PrintedNumber) -> String {
    let decimals = u32::from(number.exponent.min(0).unsigned_abs());
    match Decimal::try_from_i128_with_scale(number.digits, decimals) {
        Ok(value) if number.exponent <= 0 => value.to_string(),
        Ok(value) => format!("{value}e{}", number.exponent),
        Err(_) => number.digits.to_string(),
    }
}

fn counted(rows: u32) -> String {
    if rows == 1 { "1 row".to_owned() } else { format!("{} rows", grouped(rows.into())) }
}
