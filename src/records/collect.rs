//! Adds up the rows that a question is about.
//!
//! A cell is what one row prints, else the sum of the rows that are contained in no other row of the cell. For all
//! partners there are two ways to add up, partner by partner and product by product; the first is taken where partners
//! have rows of just the product that was asked for.

mod addend;
mod groups;
mod rows;

use super::answer::{AnswerCell, AnswerEntry, Ranking, TableAnswer};
use super::blocks::LineNumbers;
use super::catalog::Catalog;
use super::chunk::Chunk;
use super::piles::{Pile, Shelf, Ways, by_size, cell, of_flow, slot};
use super::products::{self, Grouped};
use super::question::{AskedMeasure, Question};
use super::terms::{ProductRelation, columns, flow_slot, relations, within};
use super::trace::Trace;
use crate::dataset::{Flow, Period};
use crate::formats::foreign::meaning::PlaceKind;

/// The rows of one reporter, as a question sees them.
pub(super) struct Collector<'q> {
    catalog: &'q Catalog,
    question: &'q Question,
    reporter: Option<u32>,
    partner: Option<u32>,
    /// The bits of products within the one that was asked for: see [`within`].
    within: [u32; 2],
    relations: Vec<ProductRelation>,
    /// By the number of a place.
    kinds: Vec<PlaceKind>,
    /// By the number of a flow: its place among all, as it is and seen from the other side.
    flows: Vec<[Option<usize>; 2]>,
    /// 0 for the period of the question, 1 for the year before, by the number of a period.
    times: Vec<Option<usize>>,
    /// The first column of each flow whose partners and products are asked for, by its place among all.
    columns: [Option<usize>; 4],
    partners: Shelf,
    products: Shelf,
    /// By flow, then by period.
    grid: Vec<Ways>,
    /// The rows of the period, if somebody wants to see them.
    trace: Option<Trace>,
    /// True if the amounts divide others, so that 0 is none.
    divides: bool,
    chunk: Box<Chunk>,
}

impl<'q> Collector<'q> {
    /// `None` for a reporter or partner that the table does not have: nothing is about it.
    pub fn new(catalog: &'q Catalog, question: &'q Question) -> Option<Self> {
        let place = |code: &Option<String>| match code {
            None => Some(None),
            Some(code) => catalog.place(code).map(Some),
        };
        let before = question.period.and_then(Period::year_before);
        let time = |period: &Option<Period>| match period {
            _ if *period == question.period => Some(0),
            Some(_) if *period == before => Some(1),
            Some(_) | None => None,
        };
        let (columns, count) = columns(question.flow);
        Some(Self {
            catalog,
            question,
            reporter: place(&question.reporter)?,
            partner: place(&question.partner)?,
            within: within(catalog, question.product.as_deref()),
            relations: relations(catalog, question.product.as_deref()),
            kinds: catalog.places.iter().map(|place| place.kind).collect(),
            flows: catalog
                .flows
                .iter()
                .map(|flow| [false, true].map(|turned| flow_slot(*flow, turned)))
                .collect(),
            times: catalog.periods.iter().map(time).collect(),
            columns,
            partners: Shelf::new(catalog.places.len(), count),
            products: Shelf::new(catalog.products.len(), count),
            grid: vec![Ways::default(); 4 * catalog.periods.len()],
            trace: None,
            divides: question.measure == AskedMeasure::UnitValue,
            chunk: Box::default(),
        })
    }

    /// The same, which keeps the places of the first rows that the question adds up.
    pub fn tracing(self) -> Self {
        Self { trace: Some(Trace::default()), ..self }
    }

    /// The places of the first rows that the question adds up, in order.
    pub fn traced(&self) -> Vec<u32> {
        let Some(trace) = &self.trace else { return Vec::new() };
        let Some(period) = self.times.iter().position(|time| *time == Some(0)) else { return Vec::new() };
        let ways = |flow: usize| self.grid.get(flow * self.catalog.periods.len() + period);
        let rows = |flow: usize| {
            let taken = ways(flow).map_or(&[][..], |ways| ways.taken(self.is_one()));
            trace.rows(flow, taken)
        };
        let flow = self.question.flow.map_or(0, slot);
        let own = rows(flow);
        match self.question.flow {
            Some(Flow::Total | Flow::Balance) if own.is_empty() => {
                let mut both = [rows(slot(Flow::Exports)), rows(slot(Flow::Imports))].concat();
                both.sort_unstable();
                both
            }
            Some(_) | None => own,
        }
    }

    /// A table without partners is about all of them.
    fn is_one(&self) -> bool {
        self.partner.is_some() || !self.catalog.facts.says.partner
    }

    /// The answer, all rows having been taken.
    pub fn finish(self, lines: &LineNumbers) -> TableAnswer {
        let (flow, has_said) = (self.question.flow, self.question.flow.is_some());
        let cell = |pile: Pile| cell(pile, lines);
        let pile = |piles: &[Pile], at: usize, time: usize| {
            self.columns[at].and_then(|column| piles.get(column + time)).copied().unwrap_or_default()
        };
        let cells = |piles: &[Pile]| [0, 1].map(|time| cell(of_flow(flow, |at| pile(piles, at, time))));
        let is_one = self.is_one();
        let grid = |flow: Option<Flow>, period: u32| {
            let place = |at: usize| at * self.catalog.periods.len() + period as usize;
            let ways = |at: usize| self.grid.get(place(at)).copied().unwrap_or_default().chosen(is_one);
            cell(of_flow(flow, ways))
        };
        let at_time = |time: usize| self.times.iter().position(|at| *at == Some(time));
        let at_time = [0, 1].map(|time| at_time(time).and_then(|at| u32::try_from(at).ok()));
        let whole = |flow| at_time.map(|period| period.map_or_else(AnswerCell::default, |at| grid(flow, at)));
        let mut periods: Vec<(Period, AnswerCell)> = (0..)
            .zip(&self.catalog.periods)
            .filter_map(|(at, period)| Some(((*period)?, grid(flow, at))))
            .filter(|(_, cell)| !cell.is_empty())
            .collect();
        periods.sort_unstable_by_key(|(period, _)| (period.start(), period.end()));
        let askable = if has_said { self.catalog.askable_flows(self.question.is_mirror) } else { Vec::new() };
        let flows = askable.into_iter().map(|flow| (flow, whole(Some(flow))));
        let flows = flows.filter(|(_, cells)| cells.iter().any(|cell| !cell.is_empty())).collect();
        let places = self.partners.iter().filter_map(|(at, piles)| {
            let place = self.catalog.places.get(at as usize)?;
            let (code, name) = (place.code.clone(), place.name.clone());
            Some((place.kind, AnswerEntry { code, name, cells: cells(piles) }))
        });
        let has_singles = self.partners.iter().any(|(at, _)| {
            self.catalog.places.get(at as usize).is_some_and(|place| place.kind == PlaceKind::Single)
        });
        // A group stands among its members only where there are none.
        let places = places.filter(|(kind, _)| !has_singles || *kind != PlaceKind::Group);
        let partners = places.map(|(_, entry)| entry).collect();
        let products = products::grouped(self.catalog, &self.products, self.question.product.as_deref());
        let products = products
            .into_iter()
            .map(|Grouped { code, name, piles }| AnswerEntry {
                code: code.to_owned(),
                name: name.to_owned(),
                cells: cells(&piles),
            })
            .collect();
        TableAnswer {
            question: self.question.clone(),
            whole: whole(flow),
            partners: ranked(partners),
            products: ranked(products),
            periods,
            flows,
        }
    }
}

/// Entries with something in them, the largest first; equal ones by their codes.
fn ranked(mut entries: Vec<AnswerEntry>) -> Ranking {
    entries.retain(|entry| entry.cells.iter().any(|cell| !cell.is_empty()));
    entries.sort_by(|one, other| {
        let number = |entry: &AnswerEntry| entry.cells[0].sum.number();
        by_size(number(other), number(one)).then_with(|| one.code.cmp(&other.code))
    });
    Ranking { entries }
}
