//! Turns an answer into a dataset: its cells into figures, its rankings into panes.

use std::path::Path;

use super::figure::{About, FigureBuilder};
use crate::dataset::{self, Dataset, Flow, Observations, Pane, PaneKind, Period, Place, Source, Unit, known};
use crate::records::{AnswerCell, AnswerEntry, AskedMeasure, Catalog, TableAnswer};
use crate::text::capitalised;
use crate::wording::{asked, fixed, flow_in_words, grouped, place, product, quantity_in_words};

/// The number of decimals shown in rows.
const DECIMALS: u32 = 3;

/// The maximum number of rows in a ranking; the smaller ones are only counted. With the previous year and two rankings,
/// the checks get fewer than 5,000 figures.
const MOST_ROWS: usize = 1_200;

/// An answer as a dataset.
#[derive(Debug)]
pub(super) struct PivotSlice {
    /// The dataset.
    pub dataset: Dataset,
    /// The first line of each of its figures in the table.
    pub lines: Vec<u64>,
}

impl PivotSlice {
    pub(super) fn new(catalog: &Catalog, answer: &TableAnswer, name: &str) -> Self {
        let mut builder = FigureBuilder::new(catalog, answer, name);
        let whole = builder.whole(answer);
        let mut panes = Vec::new();
        panes.extend(builder.partners(answer));
        panes.extend(builder.products(answer));
        panes.extend(builder.periods(answer));
        panes.extend(builder.flows(answer));
        if panes.is_empty() {
            // One amount, without partners, products or other periods: nothing else would show it.
            panes.extend(whole.map(|row| pane("flows", "Value", PaneKind::Headline, vec![row])));
        }
        let checked = format!("of {} figures", grouped(builder.observations.len().into()));
        let checks = pane("checks", "Checks", PaneKind::Reconciliation, Vec::new());
        panes.push(Pane { note: Some(checked), ..checks });
        builder.finish(answer, name, panes, whole)
    }
}

/// The name of a file without its ending, as a package may be called.
fn short_name(file: &str) -> String {
    let stem = Path::new(file).file_stem().unwrap_or_default().to_string_lossy().to_lowercase();
    let plain = |letter: char| if letter.is_ascii_alphanumeric() { letter } else { '-' };
    let name: String = stem.chars().map(plain).collect();
    let name = name.trim_matches('-');
    if name.is_empty() { "table".to_owned() } else { name.to_owned() }
}

fn pane(id: &str, title: &str, kind: PaneKind, rows: Vec<usize>) -> Pane {
    Pane { id: id.to_owned(), title: title.to_owned(), note: None, kind, rows, reference: None }
}

impl<'a> FigureBuilder<'a> {
    fn new(catalog: &'a Catalog, answer: &'a TableAnswer, file: &'a str) -> Self {
        let question = &answer.question;
        let [value, weight, _] = catalog.facts.units;
        let unit = match question.measure {
            AskedMeasure::Value => value,
            AskedMeasure::Weight => weight,
            // Each row has its own.
            AskedMeasure::Quantity => None,
            AskedMeasure::UnitValue => catalog.currency().map(|currency| (Unit::PerKilogram(currency), 0)),
        };
        let unit = unit.unwrap_or((Unit::Count, 0));
        Self { catalog, question, unit, file, observations: Observations::default(), lines: Vec::new() }
    }

    /// Adds the trade that was asked for, and that of the previous year; returns the index of the first.
    fn whole(&mut self, answer: &TableAnswer) -> Option<usize> {
        let scale = self.scale(answer.flows.iter().flat_map(|(_, cells)| cells).chain(&answer.whole));
        let flow = self.question.flow;
        let label = flow.map_or("Value".to_owned(), |flow| {
            capitalised(&flow_in_words(self.catalog, flow, self.question.is_mirror))
        });
        let [now, before] = self.both(About::default(), &answer.whole, &label, scale);
        let _ = before;
        now
    }

    fn partners(&mut self, answer: &'a TableAnswer) -> Option<Pane> {
        // In a table without partners all rows are of one, which has no name.
        let is_one = self.question.partner.is_some() || !self.catalog.facts.says.partner;
        if is_one || answer.partners.entries.is_empty() {
            return None;
        }
        let catalog = self.catalog;
        let label = |entry: &AnswerEntry| place(catalog, &entry.code);
        let rows = self.ranking(&answer.partners.entries, label, |code| About {
            partner: Some(code),
            ..About::default()
        });
        let note = self.note(&answer.whole[0], &answer.partners.entries, rows.len());
        Some(Pane { note: Some(note), ..pane("partners", "Partners", PaneKind::Ranking, rows) })
    }

    fn products(&mut self, answer: &'a TableAnswer) -> Option<Pane> {
        if answer.products.entries.is_empty() {
            return None;
        }
        let catalog = self.catalog;
        let label = |entry: &AnswerEntry| product(catalog, &entry.code);
        let rows = self.ranking(&answer.products.entries, label, |code| About {
            product: Some(code),
            ..About::default()
        });
        let note = self.note(&answer.whole[0], &answer.products.entries, rows.len());
        Some(Pane { note: Some(note), ..pane("products", "Products", PaneKind::Ranking, rows) })
    }

    /// The periods as a series, if there are several.
    fn periods(&mut self, answer: &TableAnswer) -> Option<Pane> {
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

    fn flows(&mut self, answer: &TableAnswer) -> Option<Pane> {
        if answer.flows.len() < 2 {
            return None;
        }
        let scale = self.scale(answer.flows.iter().flat_map(|(_, cells)| cells));
        let mut rows = Vec::new();
        let has = |flow: Flow| self.catalog.has(self.question.measure, Some(flow));
        for (flow, cells) in answer.flows.iter().filter(|(flow, _)| has(*flow)) {
            let label = capitalised(&flow_in_words(self.catalog, *flow, self.question.is_mirror));
            let about = About { flow: Some(*flow), ..About::default() };
            let [now, _] = self.both(about, cells, &label, scale);
            rows.extend(now);
        }
        Some(pane("flows", "Flows", PaneKind::Headline, rows))
    }

    /// Adds the figures of entries and returns the indexes of those of the period; those of the previous year come
    /// after them.
    fn ranking(
        &mut self,
        entries: &'a [AnswerEntry],
        label: impl Fn(&AnswerEntry) -> String,
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

    fn both(&mut self, about: About, cells: &[AnswerCell; 2], label: &str, scale: i8) -> [Option<usize>; 2] {
        let before = self.question.period.and_then(Period::year_before);
        let now = self.add(about, &cells[0], label, scale);
        let earlier = before
            .and_then(|period| self.add(About { period: Some(period), ..about }, &cells[1], label, scale));
        [now, earlier]
    }

    /// A sentence on the number of rows of a ranking and their whole; also their sum, if it is smaller.
    fn note(&self, whole: &AnswerCell, entries: &[AnswerEntry], shown: usize) -> String {
        let all = entries.len();
        let rows = grouped(all.into());
        let rows = if shown < all { format!("{} of {rows}", grouped(shown.into())) } else { rows };
        let Some(number) = self.short_number(whole) else { return rows };
        if whole.weights.is_some() {
            return format!("{rows} · all {number}, value / net weight");
        }
        let how = match (&self.question.partner, whole.is_printed) {
            (None, _) if self.question.is_mirror => "as partners report".to_owned(),
            (Some(partner), _) if self.question.is_mirror => {
                format!("as {} reports", place(self.catalog, partner))
            }
            (_, true) => "printed".to_owned(),
            (_, false) => "added up".to_owned(),
        };
        let part = self.part(whole, entries).map_or_else(String::new, |part| format!(" · rows {part}"));
        format!("{rows} · all {number}, {how}{part}")
    }

    /// The sum of rows, if their whole is printed and exceeds it beyond all rounding: the rest is confidential,
    /// unallocated, or not in the file.
    fn part(&self, whole: &AnswerCell, entries: &[AnswerEntry]) -> Option<String> {
        let mut cell = AnswerCell::default();
        for entry in entries {
            cell.sum.merge(&entry.cells[0].sum);
        }
        let mut rest = whole.sum;
        rest.subtract(&cell.sum);
        let is_less = rest.number()?.digits.checked_mul(2)? > rest.halves();
        let is_asked = self.question.flow != Some(Flow::Balance) && whole.is_printed;
        if is_less && is_asked { self.short_number(&cell) } else { None }
    }

    /// A number with few decimals and its power of ten; its unit is that of the question, in the header.
    fn short_number(&self, cell: &AnswerCell) -> Option<String> {
        let scale = self.scale(std::iter::once(cell));
        let (value, _, multiplier) = match cell.weights {
            Some(_) => self.unit_value(cell)?,
            None => self.quantity(cell, 1, scale)?,
        };
        let number = grouped(fixed(value.value(), value.decimals().min(DECIMALS)));
        let power = Unit::Count.scaled(multiplier);
        let gap = if power.is_empty() { "" } else { " " };
        Some(format!("{number}{gap}{power}"))
    }

    fn finish(self, answer: &TableAnswer, name: &str, panes: Vec<Pane>, whole: Option<usize>) -> PivotSlice {
        let facts = &self.catalog.facts;
        let publisher = if facts.publisher.is_empty() { name } else { facts.publisher };
        let source = Source::new("table".to_owned(), publisher.to_owned(), None);
        let mut title = asked(self.catalog, &answer.question);
        let unit = match answer.question.measure {
            AskedMeasure::Quantity => quantity_in_words(self.unit_of(&answer.whole[0])),
            AskedMeasure::Value | AskedMeasure::Weight | AskedMeasure::UnitValue => self.unit.0.to_string(),
        };
        if !unit.is_empty() {
            title = format!("{title} · {unit}");
        }
        let places = self.catalog.places.iter().filter(|place| !place.name.is_empty());
        let places = places.map(|place| Place {
            code: place.code.clone(),
            name: place.name.clone(),
            short: known::short_name(&place.code)
                .filter(|known| known.len() < place.name.len())
                .map(ToOwned::to_owned),
            members: Vec::new(),
        });
        let dataset =
            Dataset::new(short_name(name), title, vec![source], places.collect(), self.observations)
                .with_panes(panes)
                .with_slice(dataset::Slice {
                    period: answer.question.period,
                    whole: whole.filter(|_| answer.question.measure != AskedMeasure::UnitValue),
                    has_all_partners: answer.partners.entries.len() <= MOST_ROWS,
                    has_all_products: answer.products.entries.len() <= MOST_ROWS,
                    says_flow: facts.says.flow,
                    is_mirror: answer.question.is_mirror,
                    decimals: DECIMALS,
                    day: self.catalog.day,
                });
        PivotSlice { dataset, lines: self.lines }
    }
}
