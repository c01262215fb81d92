//! The contents of a table: places, flows, periods and products, and rows that count for nothing.

use chrono::NaiveDate;

use super::details::Details;
use super::interner::Interner;
use super::keys::{MOST_PLACES, MOST_PRODUCTS};
use super::question::AskedMeasure;
use super::reports::Reports;
use super::tally::Tally;
use crate::dataset::{Amount, Currency, Flow, Period, Unit};
use crate::formats::foreign::meaning::PlaceKind;
use crate::formats::foreign::{
    AmountKind, FileFacts, FlowMeaning, PlaceMeaning, ProductMeaning, QuantityUnit, Unreadable,
};

/// The code of all products, in whichever way a table writes it.
const TOTAL: &str = "TOTAL";

/// Lines of a file are counted up to two to this power.
const FILE_BITS: u32 = 40;

/// A line of one of several files, in one number.
pub(super) fn in_file(file: u64, line: u64) -> u64 {
    file << FILE_BITS | line
}

/// The contents of a table, each thing in the order in which it came.
#[derive(Debug, Clone)]
pub(crate) struct Catalog {
    /// Facts that the format gives for all rows.
    pub facts: FileFacts,
    pub places: Vec<PlaceMeaning>,
    pub flows: Vec<Option<FlowMeaning>>,
    pub periods: Vec<Option<Period>>,
    pub products: Vec<ProductEntry>,
    /// For each place: how many rows it reports, and with how many it is the partner.
    pub roles: Vec<[u32; 2]>,
    /// The places that report trade, and with whom.
    pub reports: Reports,
    /// By [`AmountKind`]: true if some row has such an amount.
    pub has_amount: [bool; AmountKind::ALL.len()],
    pub tally: Tally,
    /// The units of quantities, each once; a row has one more than the place of its unit, or 0 without a quantity.
    pub quantity_units: Vec<QuantityUnit>,
    /// The names of its files, if there are several.
    pub files: Vec<String>,
    /// The encoding of its names.
    pub encoding: &'static str,
    /// False where an engine adds rows up: it says how many there are, and not which.
    pub says_lines: bool,
    /// The day on which its file was written.
    pub day: Option<NaiveDate>,
    /// The parts of further dimensions that rows are about.
    pub(super) details: Details,
    /// Places and products by their codes.
    pub(super) place_codes: Interner,
    pub(super) product_codes: Interner,
}

/// A product with the place of its group among the codes.
#[derive(Debug, Clone)]
pub(crate) struct ProductEntry {
    pub meaning: ProductMeaning,
    /// The smallest other that contains it.
    pub parent: Option<u32>,
    /// One more than the number of those that contain it; 0 for all products.
    pub level: usize,
}

impl Catalog {
    pub fn new(facts: FileFacts) -> Self {
        Self {
            facts,
            places: Vec::new(),
            flows: Vec::new(),
            periods: Vec::new(),
            products: Vec::new(),
            roles: Vec::new(),
            reports: Reports::default(),
            has_amount: [false; AmountKind::ALL.len()],
            tally: Tally::default(),
            quantity_units: Vec::new(),
            files: Vec::new(),
            encoding: "UTF-8",
            says_lines: true,
            day: None,
            details: Details::default(),
            place_codes: Interner::default(),
            product_codes: Interner::default(),
        }
    }

    /// The number of a place by its meaning, a new one where it is new.
    pub(super) fn add_place(&mut self, meaning: PlaceMeaning) -> Result<u32, Unreadable> {
        let found = self.place_codes.number(meaning.code.as_bytes(), MOST_PLACES);
        let (number, is_new) = found.ok_or(Unreadable::TooManyCodes)?;
        let known = self.places.get_mut(number as usize);
        if is_new {
            self.places.push(meaning);
            self.roles.push([0, 0]);
        } else if let Some(known) = known.filter(|known| known.name.is_empty()) {
            // The first row had no name for it.
            known.name = meaning.name;
        }
        Ok(number)
    }

    /// The number of a product by its meaning, a new one where it is new. All products together have several codes.
    pub(super) fn add_product(&mut self, meaning: ProductMeaning) -> Result<u32, Unreadable> {
        let code = if meaning.is_total { TOTAL } else { meaning.code.as_str() };
        let found = self.product_codes.number(code.as_bytes(), MOST_PRODUCTS);
        let (number, is_new) = found.ok_or(Unreadable::TooManyCodes)?;
        if is_new {
            self.products.push(ProductEntry { meaning, parent: None, level: 0 });
        }
        Ok(number)
    }

    /// Takes note of a row's reporter and its partner. True for a part of exports or imports, such as a re-export.
    #[inline]
    pub(super) fn count_row(&mut self, reporter: u32, partner: u32, flow: u32) -> bool {
        for (role, place) in [reporter, partner].into_iter().enumerate() {
            if let Some(roles) = self.roles.get_mut(place as usize) {
                roles[role] += 1;
            }
        }
        let is_part = self.flows.get(flow as usize).copied().flatten().is_some_and(|flow| flow.is_part);
        if !is_part {
            self.reports.add(reporter, partner);
        }
        is_part
    }

    /// Takes note of the reporters of rows and their partners, none of the rows being a part of exports or imports.
    pub(super) fn count_rows(&mut self, reporters: &[u32], partners: &[u32]) {
        let mut count = |role: usize, place: u32, rows: usize| {
            if let Some(roles) = self.roles.get_mut(place as usize) {
                roles[role] += u32::try_from(rows).unwrap_or_default();
            }
        };
        for run in reporters.chunk_by(|one, next| one == next) {
            count(0, run[0], run.len());
        }
        for run in partners.chunk_by(|one, next| one == next) {
            count(1, run[0], run.len());
        }
        let mut rest = reporters;
        for run in partners.chunk_by(|one, next| one == next) {
            let (own, others) = rest.split_at(run.len().min(rest.len()));
            for pairs in own.chunk_by(|one, next| one == next) {
                self.reports.add(pairs[0], run[0]);
            }
            rest = others;
        }
    }

    /// The number of single places that report trade with a place; `None` if an engine does not say.
    pub fn reported_by(&self, code: &str) -> Option<usize> {
        let is_single =
            |at: u32| self.places.get(at as usize).is_some_and(|place| place.kind == PlaceKind::Single);
        self.says_lines.then(|| self.reports.reporters_of(self.place(code)?, is_single)).flatten()
    }

    /// True if trade of this way has the measure. A balance has no unit value: it has no weight of its own.
    pub fn has(&self, measure: AskedMeasure, flow: Option<Flow>) -> bool {
        let [value, weight, quantity] = self.has_amount;
        match measure {
            AskedMeasure::Value => value,
            AskedMeasure::Weight => weight,
            AskedMeasure::Quantity => quantity,
            AskedMeasure::UnitValue => {
                value && weight && self.currency().is_some() && flow != Some(Flow::Balance)
            }
        }
    }

    /// The unit of the quantities that a sum adds up; `None` for a sum of none.
    pub fn quantity_unit(&self, unit: u32) -> Option<&QuantityUnit> {
        self.quantity_units.get(usize::try_from(unit.checked_sub(1)?).ok()?)
    }

    /// The currency of unit values, if values are money and weights are kilograms or tonnes.
    pub fn currency(&self) -> Option<Currency> {
        match self.facts.money_and_weight() {
            [Some((Unit::Money(currency), _)), Some((Unit::Amount(Amount::Kilogram | Amount::Tonne), _))] => {
                Some(currency)
            }
            _ => None,
        }
    }

    /// The file that a line is in, if there are several, and the line there.
    pub fn located(&self, line: u64) -> (Option<&str>, u64) {
        let file = usize::try_from(line >> FILE_BITS).ok().and_then(|at| self.files.get(at));
        (file.map(String::as_str), line & ((1 << FILE_BITS) - 1))
    }

    /// The number of a place by its code.
    pub fn place(&self, code: &str) -> Option<u32> {
        self.place_codes.find(code.as_bytes())
    }

    /// The number of a product by its code.
    pub fn product(&self, code: &str) -> Option<u32> {
        self.product_codes.find(code.as_bytes())
    }

    /// The places that report something, the first one first.
    pub fn reporters(&self) -> impl Iterator<Item = &PlaceMeaning> {
        self.places.iter().zip(&self.roles).filter(|(_, roles)| roles[0] > 0).map(|(place, _)| place)
    }

    /// Single places that others report trade with and that report nothing.
    pub fn mirrored(&self) -> impl Iterator<Item = &PlaceMeaning> {
        let of_others = |(place, roles): &(&PlaceMeaning, &[u32; 2])| {
            place.kind == PlaceKind::Single && roles[0] == 0 && roles[1] > 0
        };
        self.places.iter().zip(&self.roles).filter(of_others).map(|(place, _)| place)
    }

    /// The flows that can be asked for: those that are there, and with exports and imports their total and balance.
    ///
    /// As partners report it, the exports are their imports.
    pub fn askable_flows(&self, is_mirror: bool) -> Vec<Flow> {
        let has = |flow: Flow| {
            let flow = if is_mirror { mirrored(flow) } else { flow };
            self.flows.iter().flatten().any(|meaning| meaning.flow == flow && !meaning.is_part)
        };
        let (exports, imports) = (has(Flow::Exports), has(Flow::Imports) || self.facts.is_reconciled);
        let flows = [
            (Flow::Exports, exports),
            (Flow::Imports, imports),
            (Flow::Total, has(Flow::Total) || exports && imports),
            (Flow::Balance, has(Flow::Balance) || exports && imports),
        ];
        flows.into_iter().filter(|(_, is_there)| *is_there).map(|(flow, _)| flow).collect()
    }

    /// True if a product contains others.
    pub fn has_below(&self, code: &str) -> bool {
        match self.product(code) {
            Some(number) => self.products.iter().any(|product| product.parent == Some(number)),
            None => self.products.iter().any(|product| is_of_group(&product.meaning.code, code)),
        }
    }

    /// The code of the smallest product that contains another.
    pub fn above(&self, code: &str) -> Option<&str> {
        let product = self.products.get(self.product(code)? as usize)?;
        Some(&self.products.get(product.parent? as usize)?.meaning.code)
    }

    /// By product: true for one that adds up others, or that another contains, where there are others.
    pub(super) fn subtotals(&self) -> Vec<bool> {
        let meanings = || self.products.iter().map(|known| &known.meaning);
        let has_others = meanings().any(|known| !known.is_subtotal && !known.is_total);
        meanings().map(|known| known.is_subtotal && has_others).collect()
    }

    /// The products that contain one, the smallest first.
    pub(super) fn ancestors(&self, product: u32) -> impl Iterator<Item = u32> + '_ {
        let parent = |at: u32| self.products.get(at as usize).and_then(|product| product.parent);
        std::iter::successors(parent(product), move |at| parent(*at))
    }

    /// The periods, the first one first.
    pub fn all_periods(&self) -> Vec<Period> {
        let mut periods: Vec<Period> = self.periods.iter().copied().flatten().collect();
        periods.sort_unstable_by_key(|period| (period.start(), period.end()));
        periods
    }
}

/// True if a code is below one that the table does not have, as where chapters are made of subheadings. Both are digits.
pub(super) fn is_of_group(code: &str, group: &str) -> bool {
    let is_number = |code: &str| !code.is_empty() && code.bytes().all(|byte| byte.is_ascii_digit());
    code.len() > group.len() && code.starts_with(group) && is_number(group) && is_number(code)
}

/// The number of a value in a list, a new one where it is new and the list has fewer than `most`.
pub(super) fn number_in<T: PartialEq>(list: &mut Vec<T>, value: T, most: usize) -> Result<u32, Unreadable> {
    let at = list.iter().position(|known| *known == value).unwrap_or(list.len());
    if at == list.len() && at < most {
        list.push(value);
    }
    u32::try_from(at).ok().filter(|_| at < list.len()).ok_or(Unreadable::TooManyCodes)
}

/// The flow that the other side reports of the same trade.
pub(crate) fn mirrored(flow: Flow) -> Flow {
    match flow {
        Flow::Exports => Flow::Imports,
        Flow::Imports => Flow::Exports,
        Flow::Total | Flow::Balance => flow,
    }
}
