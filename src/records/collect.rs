//! Adds up the rows that a question is about.
//!
//! A cell is what one row prints, else the sum of the rows that are contained in no other row of the cell. For all
//! partners there are two ways to add up, partner by partner and product by product; the first is taken where partners
//! have rows of just the product that was asked for.

use super::answer::{Answer, Cell, Entry, Ranking};
use super::blocks::{Block, Keys, Lines};
use super::catalog::{Catalog, ProductEntry, mirrored};
use super::cover::{LEFT_OUT, WITH_WORLD, code_length, wider_from};
use super::piles::{Pile, Piles, Shelf, Ways, by_size, cell, of_flow, slot};
use super::products;
use super::question::Question;
use super::sum::Addend;
use crate::dataset::{Flow, Period};
use crate::formats::foreign::meaning::PlaceKind;

/// How a product is related to the one that was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Relation {
    Same,
    Below,
    Other,
}

/// The rows of one reporter, as a question sees them.
pub(super) struct Collector<'q> {
    catalog: &'q Catalog,
    question: &'q Question,
    reporter: Option<u32>,
    partner: Option<u32>,
    /// How many characters the code of the product has; 0 for all products.
    length: usize,
    relations: Vec<Relation>,
    /// 0 for the period of the question, 1 for the year before, by the number of a period.
    times: Vec<Option<usize>>,
    /// Flows whose partners and products are asked for, by their places.
    is_asked: [bool; 4],
    partners: Shelf,
    products: Shelf,
    /// By flow, then by period.
    grid: Vec<Ways>,
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
        Some(Self {
            catalog,
            question,
            reporter: place(&question.reporter)?,
            partner: place(&question.partner)?,
            length: question.product.as_ref().map_or(0, |code| code.chars().count()),
            relations: relations(catalog, question.product.as_deref()),
            times: catalog.periods.iter().map(time).collect(),
            is_asked: is_asked(question.flow),
            partners: Shelf::new(catalog.places.len()),
            products: Shelf::new(catalog.products.len()),
            grid: vec![Ways::default(); 4 * catalog.periods.len()],
        })
    }

    /// Takes all rows of a block that the question is about. `first` is the place of its first row among all.
    pub fn take(&mut self, block: &Block, first: u32) {
        let is_own = |reporter: u32| !block.reporters.lacks(reporter) && !self.question.is_mirror;
        let is_other = |reporter: u32| {
            (self.question.is_mirror || self.catalog.facts.is_reconciled) && !block.partners.lacks(reporter)
        };
        let (own, other) = self.reporter.map_or((true, false), |at| (is_own(at), is_other(at)));
        for row in 0..if own || other { block.len } else { 0 } {
            if own && self.reporter.is_none_or(|reporter| block.reporters.get(row) == reporter) {
                self.row(block, (row, first), false);
            }
            if other && self.reporter.is_some_and(|reporter| block.partners.get(row) == reporter) {
                self.row(block, (row, first), true);
            }
        }
    }

    /// Takes a row, seen from the other side if it `is_turned`.
    fn row(&mut self, block: &Block, (row, first): (usize, u32), is_turned: bool) {
        let cover = block.cover.get(row);
        let keys = block.keys(row);
        let Some(flow) = self.flow(keys, is_turned).filter(|_| cover & LEFT_OUT == 0) else { return };
        // Seen from the other side, the world's rows are not about this trade.
        let (partner, cover) =
            if is_turned { (keys.reporter, cover & !WITH_WORLD) } else { (keys.partner, cover) };
        let kind = self.catalog.places.get(partner as usize).map_or(PlaceKind::Single, |place| place.kind);
        let amount = self.question.amount;
        let number = block.amount(amount, row);
        let place = first.saturating_add(u32::try_from(row).unwrap_or(u32::MAX));
        let is_estimated = block.is_estimated(amount, row);
        let record = Addend { place, number, is_estimated, marks: block.marks(row) };
        let relation = self.relations.get(keys.product as usize).copied().unwrap_or(Relation::Other);
        let is_same = relation == Relation::Same;
        let counts = is_same || relation == Relation::Below && cover & wider_from(self.length) == 0;
        let time = self.times.get(keys.period as usize).copied().flatten();
        if let Some(time) = time.filter(|_| self.is_asked[flow]) {
            if counts
                && kind != PlaceKind::World
                && self.partner.is_none_or(|asked| asked == partner)
                && let Some(piles) = self.partners.piles(partner)
            {
                piles[flow][time].add(record, is_same);
            }
            let is_top = relation == Relation::Below && cover & wider_from(self.length + 1) == 0;
            if is_top && self.is_with(partner, kind, cover) {
                let is_whole = self.partner.is_some() || kind == PlaceKind::World;
                if let Some(piles) = self.products.piles(keys.product) {
                    piles[flow][time].add(record, is_whole);
                }
            }
        }
        let place = flow * self.catalog.periods.len() + keys.period as usize;
        if let Some(ways) = self.grid.get_mut(place).filter(|_| counts) {
            match (self.partner, kind) {
                (Some(asked), _) if asked == partner => ways.by_partner.add(record, is_same),
                (None, PlaceKind::World) if is_same => ways.printed.add(record, true),
                (None, PlaceKind::World) => ways.by_product.add(record, false),
                (None, PlaceKind::Single) => {
                    ways.by_partner.add(record, is_same);
                    if cover & WITH_WORLD == 0 {
                        ways.by_product.add(record, false);
                    }
                }
                (Some(_), _) | (None, PlaceKind::Group) => {}
            }
        }
    }

    /// True for a partner that the question is about, and that is contained in no other.
    fn is_with(&self, partner: u32, kind: PlaceKind, cover: u32) -> bool {
        match self.partner {
            Some(asked) => asked == partner,
            None => match kind {
                PlaceKind::World => true,
                PlaceKind::Single => cover & WITH_WORLD == 0,
                PlaceKind::Group => false,
            },
        }
    }

    /// The place of a row's flow; `None` for one that is only a part of a flow.
    fn flow(&self, keys: Keys, is_turned: bool) -> Option<usize> {
        let meaning = self.catalog.flows.get(keys.flow as usize)?;
        let Some(meaning) = meaning else { return Some(0) };
        let flow = if is_turned { mirrored(meaning.flow) } else { meaning.flow };
        (!meaning.is_part).then(|| slot(flow))
    }

    /// The answer, all rows having been taken.
    pub fn finish(self, lines: &Lines) -> Answer {
        let (flow, has_said) = (self.question.flow, self.question.flow.is_some());
        let cell = |pile: Pile| cell(pile, lines);
        let cells = |piles: &Piles| [0, 1].map(|time| cell(of_flow(flow, |at| piles[at][time])));
        // A table without partners is about all of them.
        let is_one = self.partner.is_some() || !self.catalog.facts.says.partner;
        let grid = |flow: Option<Flow>, period: u32| {
            let place = |at: usize| at * self.catalog.periods.len() + period as usize;
            let ways = |at: usize| self.grid.get(place(at)).copied().unwrap_or_default().chosen(is_one);
            cell(of_flow(flow, ways))
        };
        let at_time = |time: usize| self.times.iter().position(|at| *at == Some(time));
        let at_time = [0, 1].map(|time| at_time(time).and_then(|at| u32::try_from(at).ok()));
        let whole = |flow| at_time.map(|period| period.map_or_else(Cell::default, |at| grid(flow, at)));
        let mut periods: Vec<(Period, Cell)> = (0..)
            .zip(&self.catalog.periods)
            .filter_map(|(at, period)| Some(((*period)?, grid(flow, at))))
            .filter(|(_, cell)| !cell.is_empty())
            .collect();
        periods.sort_unstable_by_key(|(period, _)| (period.start(), period.end()));
        let askable = if has_said { self.catalog.askable_flows(self.question.is_mirror) } else { Vec::new() };
        let flows = askable.into_iter().map(|flow| (flow, whole(Some(flow))));
        let flows = flows.filter(|(_, cells)| cells.iter().any(|cell| !cell.is_empty())).collect();
        let places = self.partners.iter().filter_map(|(at, piles)| {
            let place = self.catalog.places.get(*at as usize)?;
            let (code, name) = (place.code.clone(), place.name.clone());
            Some((place.kind, Entry { code, name, cells: cells(piles) }))
        });
        let has_singles = self.partners.iter().any(|(at, _)| {
            self.catalog.places.get(*at as usize).is_some_and(|place| place.kind == PlaceKind::Single)
        });
        // A group stands among its members only where there are none.
        let places = places.filter(|(kind, _)| !has_singles || *kind != PlaceKind::Group);
        let partners = places.map(|(_, entry)| entry).collect();
        let products = products::grouped(self.catalog, &self.products, self.length);
        let products = products
            .into_iter()
            .map(|(code, name, piles)| Entry { code, name, cells: cells(&piles) })
            .collect();
        Answer {
            question: self.question.clone(),
            whole: whole(flow),
            partners: ranked(partners),
            products: ranked(products),
            periods,
            flows,
        }
    }
}

/// The flows that are added up for a question, by their places.
fn is_asked(flow: Option<Flow>) -> [bool; 4] {
    let mut asked = [false; 4];
    asked[flow.map_or(0, slot)] = true;
    if matches!(flow, Some(Flow::Total | Flow::Balance)) {
        (asked[slot(Flow::Exports)], asked[slot(Flow::Imports)]) = (true, true);
    }
    asked
}

/// How each product is related to the one that was asked for.
fn relations(catalog: &Catalog, product: Option<&str>) -> Vec<Relation> {
    let relation = |(at, entry): (u32, &ProductEntry)| {
        let code = &entry.meaning.code;
        match product {
            None if entry.meaning.is_total || !catalog.facts.says.product => Relation::Same,
            None => Relation::Below,
            Some(product) if code == product => Relation::Same,
            Some(product) => {
                let is_nested = code_length(catalog, at) > 0
                    && [code.as_str(), product].iter().all(|code| code.bytes().all(|c| c.is_ascii_digit()));
                if is_nested && code.starts_with(product) { Relation::Below } else { Relation::Other }
            }
        }
    };
    (0..).zip(&catalog.products).map(relation).collect()
}

/// Entries with something in them, the largest first; equal ones by their codes.
fn ranked(mut entries: Vec<Entry>) -> Ranking {
    entries.retain(|entry| entry.cells.iter().any(|cell| !cell.is_empty()));
    entries.sort_by(|one, other| {
        let number = |entry: &Entry| entry.cells[0].sum.number();
        by_size(number(other), number(one)).then_with(|| one.code.cmp(&other.code))
    });
    Ranking { entries }
}
