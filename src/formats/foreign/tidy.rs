//! Tables with one row for each trade under names that say what they are: `year,reporter,partner,exports,imports`.
//!
//! Amounts stand in a column of their own, or in one for each flow. What the names do not say is not guessed: a table in
//! which no period or no amount is found is in no format that is known.

mod header;
mod places;

use std::ops::ControlFlow;

use super::amounts::{numbered_flow, scaled};
use super::comtrade::style;
use super::head::Head;
use super::marks::Marks;
use super::meaning::{self, FlowMeaning, PlaceMeaning, ProductMeaning};
use super::number::{NumberCell, NumberStyle};
use super::record::Record;
use super::roles::{ColumnRole, MeasuredIn, folded, measured, names_amount, role};
use super::table::CodeColumn;
use super::{
    AmountKind, Coded, FileFacts, ForeignRow, LeftOut, Meanings, RecordFormat, RowSink, Says, UnreadColumn,
    Unreadable, WhyUnread,
};
use crate::dataset::{Code, Currency, Flow, Unit};
use header::{join_only_flow, put_codes_first};
use places::TidyColumns;

/// Endings of names of columns that hold a name next to a code.
const NAME_ENDINGS: [&str; 5] = ["name", "desc", "description", "label", "title"];

/// A column of amounts.
#[derive(Debug, Clone, Copy)]
struct AmountColumn {
    at: usize,
    style: NumberStyle,
    measured: MeasuredIn,
}

#[derive(Debug)]
struct Tidy {
    /// By role: the columns of a code and of a name.
    columns: Vec<(ColumnRole, usize)>,
    names: Vec<(ColumnRole, usize)>,
    /// The same, found once for all rows.
    places: TidyColumns,
    amounts: Vec<AmountColumn>,
    /// The flows that have columns of amounts, each once.
    flows: Vec<Option<Flow>>,
    /// The currency of the first row and its cell, where a column has it.
    currency: Option<(Currency, Vec<u8>)>,
    unread: Vec<UnreadColumn>,
    /// True for products of the Harmonized System.
    is_harmonized: bool,
    /// True for a table of exporters and importers, whose rows are exports.
    is_between: bool,
}

pub(super) fn recognise(head: &Head) -> Option<Box<dyn RecordFormat>> {
    let (mut columns, mut names) = (Vec::new(), Vec::new());
    let (mut amounts, mut unread): (Vec<AmountColumn>, Vec<UnreadColumn>) = (Vec::new(), Vec::new());
    for (at, name) in head.header.iter().enumerate() {
        let plain = folded(name);
        let ending = NAME_ENDINGS.iter().find_map(|ending| plain.strip_suffix(ending));
        if let Some(role) = role(name).filter(|known| *known != ColumnRole::Value) {
            let is_known = |columns: &[(ColumnRole, usize)]| columns.iter().any(|(known, _)| *known == role);
            match (is_known(&columns), role) {
                (false, _) => columns.push((role, at)),
                // A code and what it stands for: `hs_code`, `commodity`.
                (true, ColumnRole::Reporter | ColumnRole::Partner | ColumnRole::Product)
                    if !is_known(&names) =>
                {
                    names.push((role, at));
                }
                // Which of two columns is meant is not guessed.
                (true, _) => return None,
            }
        } else if let Some(role) = ending.and_then(role) {
            names.push((role, at));
        } else if let Some(measured) = measured(name) {
            let is_same = |known: &AmountColumn| {
                (known.measured.flow, known.measured.kind) == (measured.flow, measured.kind)
            };
            if amounts.iter().any(is_same) {
                unread.push(UnreadColumn { name: name.clone(), why: WhyUnread::SameAmount });
            } else {
                amounts.push(AmountColumn { at, style: style(head, Some(at)), measured });
            }
        } else if names_amount(name) && has_only_numbers(head, at) {
            unread.push(UnreadColumn { name: name.clone(), why: WhyUnread::UnknownAmount });
        }
    }
    put_codes_first(head, &mut columns, &mut names);
    let has = |role: ColumnRole| columns.iter().chain(&names).any(|(known, _)| *known == role);
    let is_of_trade = has(ColumnRole::Partner)
        || has(ColumnRole::Product)
        || has(ColumnRole::Flow)
        || has(ColumnRole::Reporter);
    if amounts.is_empty()
        || !has(ColumnRole::Period)
        || !is_of_trade
        || head.header.iter().any(|name| name == "obs_value")
    {
        return None;
    }
    let between = |name: &str| head.header.iter().any(|header| folded(header).starts_with(name));
    let is_between = between("exporter") && between("importer") && !has(ColumnRole::Flow);
    let places = TidyColumns::new(&columns, &names);
    let unit = places.unit.and_then(|at| head.sample.first()?.get(at));
    let currency = unit.and_then(|cell| Some((money(cell)?, cell.as_bytes().to_vec())));
    if !has(ColumnRole::Flow) {
        join_only_flow(&mut amounts);
    }
    let mut flows: Vec<Option<Flow>> = Vec::new();
    for amount in &amounts {
        if !flows.contains(&amount.measured.flow) {
            flows.push(amount.measured.flow);
        }
    }
    let product = columns
        .iter()
        .find(|(role, _)| *role == ColumnRole::Product)
        .and_then(|(_, at)| head.header.get(*at));
    let is_harmonized = product.is_some_and(|name| {
        let name = folded(name);
        name.starts_with("hs") || name == "cn8"
    });
    Some(Box::new(Tidy {
        columns,
        names,
        places,
        amounts,
        flows,
        currency,
        unread,
        is_harmonized,
        is_between,
    }))
}

/// False for a column with something else in it, such as the unit of a quantity.
fn has_only_numbers(head: &Head, at: usize) -> bool {
    let style = style(head, Some(at));
    let cells = head.sample.iter().filter_map(|row| row.get(at));
    cells.map(|cell| style.read(cell.as_bytes())).all(|cell| cell != NumberCell::Wrong)
}

/// The currency that a unit names.
fn money(cell: &str) -> Option<Currency> {
    match measured(cell)?.unit {
        Some(Unit::Money(currency)) => Some(currency),
        Some(_) | None => None,
    }
}

impl Tidy {
    /// The unit of the amounts of one kind: that of the first column that has it.
    fn unit(&self, kind: AmountKind) -> Option<(Unit, i8)> {
        let first = self.amounts.iter().find(|amount| amount.measured.kind == kind)?.measured;
        let currency = self.currency.as_ref().map(|(currency, _)| Unit::Money(*currency));
        Some((first.unit.or(currency).unwrap_or(Unit::Count), first.power))
    }

    /// True for a row whose amounts are in the currency that is read, if a column says it.
    fn is_in_currency(&self, cell: &[u8]) -> bool {
        self.currency.as_ref().is_none_or(|(currency, written)| {
            cell == written.as_slice() || money(&String::from_utf8_lossy(cell)) == Some(*currency)
        })
    }

    /// Passes the row on, once for each flow that has a column of amounts.
    fn row(&self, record: &Record, sink: &mut dyn RowSink) -> ControlFlow<()> {
        let places = &self.places;
        let cell = |at: Option<usize>| at.map_or(&[][..], |at| record.field(at));
        let month = cell(places.month).trim_ascii();
        let dated;
        let period = if month.is_empty() {
            CodeColumn { code: places.period, name: None }.of(record)
        } else {
            let [year, month] = [cell(places.period), month].map(String::from_utf8_lossy);
            dated = format!("{}-{month:0>2}", year.trim());
            Coded::from_code(dated.as_bytes())
        };
        if !self.is_in_currency(cell(places.unit)) {
            return sink.left_out(LeftOut::OtherUnit, record.line);
        }
        let power = match cell(places.multiplier).trim_ascii() {
            [] => Some(0),
            written => str::from_utf8(written).ok().and_then(|written| written.parse().ok()),
        };
        for flow in &self.flows {
            let said = || if self.is_between { EXPORTS } else { places.flow.of(record) };
            let mut row = ForeignRow {
                line: record.line,
                reporter: places.reporter.of(record),
                flow: flow.map_or_else(said, |flow| Coded::from_code(flow.code().as_bytes())),
                partner: places.partner.of(record),
                product: places.product.of(record),
                period,
                marks: Marks::new(cell(places.status))
                    | Marks::of_confidentiality(cell(places.confidentiality)),
                ..ForeignRow::default()
            };
            let mut is_wrong = false;
            for amount in self.amounts.iter().filter(|amount| amount.measured.flow == *flow) {
                let kind = amount.measured.kind;
                let number = power.and_then(|power| scaled(record.amount(amount.at, amount.style), power));
                is_wrong |= number.is_none() && kind == AmountKind::Value;
                row.amounts[kind as usize] = number.unwrap_or(NumberCell::Wrong);
            }
            if is_wrong {
                sink.not_understood(Unreadable::Number, record.line, record.lines)?;
            } else {
                sink.row(&row)?;
            }
        }
        ControlFlow::Continue(())
    }
}

/// The flow of a row of a table of exporters and importers.
const EXPORTS: Coded = Coded { code: b"exports", name: &[], entry: None };

impl RecordFormat for Tidy {
    fn columns(&self) -> Vec<usize> {
        let coded = self.columns.iter().chain(&self.names).map(|(_, at)| *at);
        coded.chain(self.amounts.iter().map(|amount| amount.at)).collect()
    }

    fn amounts(&self) -> Vec<usize> {
        self.amounts.iter().map(|amount| amount.at).collect()
    }

    fn sides(&self) -> [CodeColumn; 2] {
        [self.places.reporter, self.places.partner]
    }

    fn record(&self, record: &Record, sink: &mut dyn RowSink) -> ControlFlow<()> {
        self.row(record, sink)
    }
}

impl Meanings for Tidy {
    fn facts(&self) -> FileFacts {
        let has = |role| self.columns.iter().chain(&self.names).any(|(known, _)| *known == role);
        let is_flow_said =
            self.is_between || self.amounts.iter().all(|amount| amount.measured.flow.is_some());
        FileFacts {
            publisher: "",
            says: Says {
                reporter: has(ColumnRole::Reporter),
                flow: has(ColumnRole::Flow) || is_flow_said,
                partner: has(ColumnRole::Partner),
                product: has(ColumnRole::Product),
                period: true,
            },
            units: AmountKind::ALL.map(|kind| self.unit(kind)),
            has_customs_valuation: false,
            is_reconciled: false,
            is_harmonized: self.is_harmonized,
            has_unique_rows: false,
        }
    }

    fn place(&self, code: &str, name: &str) -> PlaceMeaning {
        let is_number = !code.is_empty() && code.bytes().all(|byte| byte.is_ascii_digit());
        if is_number { meaning::comtrade_place(code, name) } else { meaning::place(code, name) }
    }

    fn flow(&self, code: &str, name: &str) -> Option<FlowMeaning> {
        numbered_flow(code, name)
    }

    fn product(&self, code: &str, name: &str) -> ProductMeaning {
        if self.is_harmonized { meaning::harmonized(code, name) } else { meaning::product(code, name) }
    }

    fn unread(&self) -> &[UnreadColumn] {
        &self.unread
    }
}

#[cfg(test)]
mod tests;
