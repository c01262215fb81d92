//! Tables that give their dimensions once, and then only cells: JSON-stat and SDMX-JSON.

use std::io;
use std::ops::ControlFlow;

use super::amounts::{above, main, multiplier, not_of_trade, numbered_flow, scaled, units};
use super::detail_codes::DetailCodes;
use super::indicators::other_flow;
use super::marks::Marks;
use super::meaning::{FlowMeaning, PlaceMeaning, sdmx_place};
use super::measured::MeasuredIn;
use super::number::{NumberCell, PLAIN};
use super::roles::{ColumnRole, WHOLES, role, values};
use super::stated::StatedUnit;
use super::tidy::{in_year, within_year};
use super::{AmountKind, Coded, FileFacts, ForeignRow, LeftOut, Meanings, RowSink, Says, Unreadable};
use crate::dataset::{Code, Flow};
use crate::formats::Refusal;

/// A dimension with its codes and their names, in order.
#[derive(Debug, Clone, Default)]
pub(super) struct CubeDimension {
    pub id: String,
    pub codes: Vec<(String, String)>,
}

/// The dimensions of a table.
#[derive(Debug)]
pub(super) struct Cube {
    dimensions: Vec<CubeDimension>,
    roles: Vec<Option<ColumnRole>>,
    /// The place of the measure and of the unit that is read, in their dimensions.
    main: [Option<usize>; 2],
    amount: MeasuredIn,
    /// The flow that each measure says, if no dimension does; `None` for those that are not read.
    flows: Vec<Option<Flow>>,
}

/// The meaning of codes in tables of cells.
pub(super) struct CubeMeanings;

impl Meanings for CubeMeanings {
    /// Known only when the dimensions are; [`Cube::announce`] passes them on.
    fn facts(&self) -> FileFacts {
        FileFacts::UNKNOWN
    }

    fn place(&self, code: &str, name: &str) -> PlaceMeaning {
        sdmx_place(code, name)
    }

    fn flow(&self, code: &str, name: &str) -> Option<FlowMeaning> {
        numbered_flow(code, name)
    }
}

/// A cell: the place of its code in each dimension, its number, and its status.
pub(super) struct CubeCell<'a> {
    pub places: &'a [usize],
    /// As it is written; empty where there is none.
    pub value: &'a str,
    pub status: &'a str,
    /// The power of ten, where the cell has its own.
    /// `None` for one that is not understood.
    pub power: Option<i8>,
}

impl Cube {
    pub fn new(dimensions: Vec<CubeDimension>) -> Self {
        let mut roles: Vec<Option<ColumnRole>> = Vec::new();
        for dimension in &dimensions {
            let is_new = |role: &ColumnRole| *role == ColumnRole::Variant || !roles.contains(&Some(*role));
            let codes = dimension.codes.iter().map(|(code, _)| code.as_str());
            let role =
                role(&dimension.id).or_else(|| values(&dimension.id, codes).then_some(ColumnRole::Valuation));
            roles.push(role.filter(is_new));
        }
        let is_part =
            |role: &Option<ColumnRole>| matches!(role, Some(ColumnRole::Month | ColumnRole::Quarter));
        if !roles.contains(&Some(ColumnRole::Period))
            && let Some(part) = roles.iter_mut().find(|role| is_part(role))
        {
            *part = Some(ColumnRole::Period);
        }
        let codes = |wanted: ColumnRole| {
            let at = roles.iter().position(|role| *role == Some(wanted));
            at.map_or(&[][..], |at| &dimensions[at].codes)
        };
        let (measures, units) = (codes(ColumnRole::Measure), codes(ColumnRole::Unit));
        let one = |codes: &[(String, String)], at: usize| codes.get(at).cloned().unwrap_or_default();
        let pairs = (0..measures.len().max(1))
            .flat_map(|measure| (0..units.len().max(1)).map(move |unit| (measure, unit)));
        let pairs = pairs.map(|(measure, unit)| (one(measures, measure), one(units, unit)));
        let (keys, names): (Vec<_>, Vec<_>) =
            pairs.map(|(measure, unit)| ([measure.0, unit.0], [measure.1, unit.1])).unzip();
        let (key, amount) = main(&keys, &names);
        let place =
            |codes: &[(String, String)], wanted: &str| codes.iter().position(|(code, _)| code == wanted);
        let main = [place(measures, &key[0]), place(units, &key[1])];
        let says_flow = amount.flow.is_some() && !roles.contains(&Some(ColumnRole::Flow));
        let flow = |code: &str| if code == key[0] { amount.flow } else { other_flow(code, &key[0]) };
        let flows = measures.iter().filter(|_| says_flow).map(|(code, _)| flow(code)).collect();
        Self { dimensions, roles, main, amount, flows }
    }

    /// Gives values the power of ten that a title states, and its currency, where the dimensions say none; true if they
    /// have it.
    ///
    /// # Errors
    ///
    /// Those of a title that may state it of something else.
    pub fn take_stated(&mut self, title: &str) -> io::Result<bool> {
        let says_power = self.amount.power != 0 || self.roles.contains(&Some(ColumnRole::Multiplier));
        if says_power || self.amount.kind != AmountKind::Value {
            return Ok(false);
        }
        let stated = StatedUnit::of_title(title).of(self.amount).map_err(Refusal::UnclearPower)?;
        self.amount = stated.unwrap_or(self.amount);
        Ok(stated.is_some())
    }

    /// Passes on the facts that follow from the dimensions.
    ///
    /// # Errors
    ///
    /// `InvalidData` for a table without periods, or without a partner, a flow and a product: it is not about trade.
    pub fn announce(&self, sink: &mut dyn RowSink) -> io::Result<()> {
        let has = |role| self.roles.contains(&Some(role));
        let says = Says {
            reporter: has(ColumnRole::Reporter),
            flow: has(ColumnRole::Flow) || !self.flows.is_empty(),
            partner: has(ColumnRole::Partner),
            product: has(ColumnRole::Product),
            period: has(ColumnRole::Period),
        };
        if !says.period || !(says.partner || says.flow || says.product) {
            return Err(not_of_trade());
        }
        sink.facts(FileFacts { says, units: units(self.amount), ..FileFacts::UNKNOWN });
        Ok(())
    }

    /// How many codes each dimension has.
    pub fn sizes(&self) -> Vec<usize> {
        self.dimensions.iter().map(|dimension| dimension.codes.len()).collect()
    }

    /// Passes a cell on; `line` is its number.
    pub fn row(&self, cell: &CubeCell, line: u64, sink: &mut dyn RowSink) -> ControlFlow<()> {
        let mut row = ForeignRow { line, ..ForeignRow::default() };
        let (mut year, mut part) = (Coded::default(), None);
        let (mut details, mut dimensions, mut power) = (DetailCodes::default(), 0, cell.power);
        for ((dimension, role), place) in self.dimensions.iter().zip(&self.roles).zip(cell.places) {
            let Some((code, name)) = dimension.codes.get(*place) else {
                return sink.not_understood(Unreadable::Code, line, 1);
            };
            let coded = Coded { name: name.as_bytes(), ..Coded::from_code(code.as_bytes()) };
            match role {
                Some(ColumnRole::Reporter) => row.reporter = coded,
                Some(ColumnRole::Partner) => row.partner = coded,
                Some(ColumnRole::Flow) => row.flow = coded,
                Some(ColumnRole::Product) => row.product = coded,
                Some(ColumnRole::Period) => year = Coded::from_code(coded.code),
                Some(ColumnRole::Month) => part = Some(within_year(code, false)),
                Some(ColumnRole::Quarter) => part = part.or_else(|| Some(within_year(code, true))),
                Some(ColumnRole::Status) => row.marks = row.marks | Marks::new(coded.code),
                Some(ColumnRole::Confidentiality) => {
                    row.marks = row.marks | Marks::of_confidentiality(coded.code);
                }
                Some(ColumnRole::Measure) if let Some(flow) = self.flows.get(*place).copied().flatten() => {
                    row.flow = Coded::from_code(flow.code().as_bytes());
                }
                Some(ColumnRole::Measure) if self.main[0] != Some(*place) => {
                    return sink.left_out(LeftOut::OtherMeasure, line);
                }
                Some(ColumnRole::Unit) if self.main[1] != Some(*place) => {
                    return sink.left_out(LeftOut::OtherUnit, line);
                }
                Some(ColumnRole::Variant) if !is_read_variant(dimension, *place) => {
                    return sink.left_out(LeftOut::OtherMeasure, line);
                }
                Some(ColumnRole::Multiplier) => {
                    let own = multiplier(code.as_bytes());
                    power = power.zip(own).and_then(|(power, own)| power.checked_add(own));
                }
                Some(ColumnRole::Valuation) if !WHOLES.contains(&code.as_str()) => {
                    details.value_at(code.as_bytes());
                }
                None => {
                    if dimension.codes.len() > 1 && !WHOLES.contains(&code.as_str()) {
                        details.push(dimensions, code.as_bytes());
                    }
                    dimensions += 1;
                }
                Some(
                    ColumnRole::Measure
                    | ColumnRole::Variant
                    | ColumnRole::Valuation
                    | ColumnRole::Unit
                    | ColumnRole::Value
                    | ColumnRole::Frequency
                    | ColumnRole::Action,
                ) => {}
            }
        }
        let Some(power) = power.and_then(|power| above(self.amount.power, power)) else {
            return sink.not_understood(Unreadable::Power, line, 1);
        };
        let Some(number) = scaled(PLAIN.read(cell.value.as_bytes()), power) else {
            return sink.not_understood(Unreadable::Number, line, 1);
        };
        // A cell that nobody filled is no row, unless a status says why.
        if number == NumberCell::Missing && cell.status.is_empty() {
            return ControlFlow::Continue(());
        }
        let dated = part.map(|part| in_year(&String::from_utf8_lossy(year.code), &part));
        row.period = dated.as_ref().map_or(year, |dated| Coded::from_code(dated.as_bytes()));
        row.amounts[self.amount.kind as usize] = number;
        row.marks = row.marks | Marks::new(cell.status.as_bytes());
        row.details = details.text();
        sink.row(&row)
    }
}

/// True for the version of amounts that is read: the plain one, else the first.
fn is_read_variant(dimension: &CubeDimension, place: usize) -> bool {
    let plain = dimension.codes.iter().position(|(code, _)| WHOLES.contains(&code.as_str()));
    plain.unwrap_or(0) == place
}
