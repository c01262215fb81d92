//! Tables with one row for each trade under names that say what they are: `year,reporter,partner,exports,imports`.
//!
//! Amounts stand in a column of their own, or in one for each flow. What the names do not say is not guessed: a table in
//! which no period or no amount is found is in no format that is known.

use std::ops::ControlFlow;

use super::amounts::{numbered_flow, scaled};
use super::comtrade::style;
use super::head::Head;
use super::lines::Record;
use super::marks::Marks;
use super::meaning::{self, FlowMeaning, PlaceMeaning, ProductMeaning};
use super::number::{NumberCell, NumberStyle};
use super::roles::{Measured, Role, folded, measured, role};
use super::table::CodeColumn;
use super::{
    AmountKind, Coded, Facts, ForeignRow, LeftOut, Meanings, RecordFormat, RowSink, Says, Unreadable,
};
use crate::dataset::{Code, Currency, Flow, Unit};

/// Endings of names of columns that hold a name next to a code.
const NAME_ENDINGS: [&str; 5] = ["name", "desc", "description", "label", "title"];

/// A column of amounts.
#[derive(Debug, Clone, Copy)]
struct AmountColumn {
    at: usize,
    style: NumberStyle,
    measured: Measured,
}

#[derive(Debug)]
struct Tidy {
    /// By role: the columns of a code and of a name.
    columns: Vec<(Role, usize)>,
    names: Vec<(Role, usize)>,
    amounts: Vec<AmountColumn>,
    /// The currency of the first row, where a column has it.
    currency: Option<Currency>,
    /// Amounts in another unit than the one that is read.
    unread: Vec<String>,
    /// True for products of the Harmonized System.
    is_harmonized: bool,
    /// True for a table of exporters and importers, whose rows are exports.
    is_between: bool,
}

pub(super) fn recognise(head: &Head) -> Option<Box<dyn RecordFormat>> {
    let (mut columns, mut names) = (Vec::new(), Vec::new());
    let mut amounts: Vec<AmountColumn> = Vec::new();
    for (at, name) in head.header.iter().enumerate() {
        let plain = folded(name);
        let ending = NAME_ENDINGS.iter().find_map(|ending| plain.strip_suffix(ending));
        if let Some(role) = role(name).filter(|known| *known != Role::Value) {
            let is_known = |columns: &[(Role, usize)]| columns.iter().any(|(known, _)| *known == role);
            match (is_known(&columns), role) {
                (false, _) => columns.push((role, at)),
                // A code and what it stands for: `hs_code`, `commodity`.
                (true, Role::Reporter | Role::Partner | Role::Product) if !is_known(&names) => {
                    names.push((role, at));
                }
                // Which of two columns is meant is not guessed.
                (true, _) => return None,
            }
        } else if let Some(role) = ending.and_then(role) {
            names.push((role, at));
        } else if let Some(measured) = measured(name) {
            amounts.push(AmountColumn { at, style: style(head, Some(at)), measured });
        }
    }
    put_codes_first(head, &mut columns, &mut names);
    let has = |role: Role| columns.iter().chain(&names).any(|(known, _)| *known == role);
    let is_of_trade = has(Role::Partner) || has(Role::Product) || has(Role::Flow) || has(Role::Reporter);
    if amounts.is_empty()
        || !has(Role::Period)
        || !is_of_trade
        || head.header.iter().any(|name| name == "obs_value")
    {
        return None;
    }
    let between = |name: &str| head.header.iter().any(|header| folded(header).starts_with(name));
    let is_between = between("exporter") && between("importer") && !has(Role::Flow);
    let at = columns.iter().find(|(role, _)| *role == Role::Unit).map(|(_, at)| *at);
    let unit = at.and_then(|at| head.sample.first()?.get(at)).and_then(|cell| measured(cell));
    let currency = unit.and_then(|unit| match unit.unit {
        Some(Unit::Money(currency)) => Some(currency),
        _ => None,
    });
    let is_of = |known: &AmountColumn, amount: &AmountColumn| {
        (known.measured.flow, known.measured.kind) == (amount.measured.flow, amount.measured.kind)
    };
    let (mut read, mut unread) = (Vec::new(), Vec::new());
    for amount in amounts {
        if read.iter().any(|known| is_of(known, &amount)) {
            unread.extend(head.header.get(amount.at).cloned());
        } else {
            read.push(amount);
        }
    }
    let amounts = read;
    let product =
        columns.iter().find(|(role, _)| *role == Role::Product).and_then(|(_, at)| head.header.get(*at));
    let is_harmonized = product.is_some_and(|name| {
        let name = folded(name);
        name.starts_with("hs") || name == "cn8"
    });
    Some(Box::new(Tidy { columns, names, amounts, currency, unread, is_harmonized, is_between }))
}

/// Exchanges a code and its name where the column of the code stands behind.
fn put_codes_first(head: &Head, columns: &mut [(Role, usize)], names: &mut [(Role, usize)]) {
    let has_digits = |at: usize| {
        let cells = || head.sample.iter().filter_map(|row| row.get(at)).filter(|cell| !cell.is_empty());
        cells().next().is_some() && cells().all(|cell| cell.bytes().all(|byte| byte.is_ascii_digit()))
    };
    for (role, name) in names {
        let code = columns.iter_mut().find(|(known, _)| known == role);
        if let Some((_, code)) = code.filter(|(_, code)| has_digits(*name) && !has_digits(*code)) {
            std::mem::swap(code, name);
        }
    }
}

impl Tidy {
    fn at(&self, wanted: Role) -> Option<usize> {
        self.columns.iter().find(|(role, _)| *role == wanted).map(|(_, at)| *at)
    }

    fn column(&self, wanted: Role) -> CodeColumn {
        let name = self.names.iter().find(|(role, _)| *role == wanted).map(|(_, at)| *at);
        CodeColumn { code: self.at(wanted), name }
    }

    fn coded<'r>(&self, record: &'r Record, wanted: Role) -> Coded<'r> {
        self.column(wanted).of(record)
    }

    /// The unit of the amounts of one kind: that of the first column that has it.
    fn unit(&self, kind: AmountKind) -> Option<(Unit, i8)> {
        let first = self.amounts.iter().find(|amount| amount.measured.kind == kind)?.measured;
        let unit = first.unit.or(self.currency.map(Unit::Money)).unwrap_or(Unit::Count);
        Some((unit, first.power))
    }

    /// Passes the row on, once for each flow that has a column of amounts.
    fn row(&self, record: &Record, sink: &mut dyn RowSink) -> ControlFlow<()> {
        let cell = |role: Role| self.at(role).map_or(&[][..], |at| record.field(at));
        let month = String::from_utf8_lossy(cell(Role::Month)).trim().to_owned();
        let year = String::from_utf8_lossy(cell(Role::Period)).trim().to_owned();
        let period = if month.is_empty() { year } else { format!("{year}-{month:0>2}") };
        let unit = measured(&String::from_utf8_lossy(cell(Role::Unit))).and_then(|unit| unit.unit);
        if self.currency.is_some() && unit != self.currency.map(Unit::Money) {
            return sink.left_out(LeftOut::OtherUnit, record.line);
        }
        let multiplier = String::from_utf8_lossy(cell(Role::Multiplier)).trim().to_owned();
        let power = if multiplier.is_empty() { Some(0) } else { multiplier.parse().ok() };
        let mut flows: Vec<Option<Flow>> = Vec::new();
        for amount in &self.amounts {
            if !flows.contains(&amount.measured.flow) {
                flows.push(amount.measured.flow);
            }
        }
        for flow in flows {
            let mut row = ForeignRow {
                line: record.line,
                reporter: self.coded(record, Role::Reporter),
                flow: flow.map_or_else(
                    || self.flow_of(record),
                    |flow| Coded { code: flow.code().as_bytes(), name: &[] },
                ),
                partner: self.coded(record, Role::Partner),
                product: self.coded(record, Role::Product),
                period: period.as_bytes(),
                marks: Marks::new(cell(Role::Status))
                    | Marks::of_confidentiality(cell(Role::Confidentiality)),
                ..ForeignRow::default()
            };
            let mut is_wrong = false;
            for amount in self.amounts.iter().filter(|amount| amount.measured.flow == flow) {
                let kind = amount.measured.kind;
                let number =
                    power.and_then(|power| scaled(amount.style.read(record.field(amount.at)), power));
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

    fn flow_of<'r>(&self, record: &'r Record) -> Coded<'r> {
        if self.is_between { Coded { code: b"exports", name: &[] } } else { self.coded(record, Role::Flow) }
    }
}

impl RecordFormat for Tidy {
    fn columns(&self) -> Vec<usize> {
        let coded = self.columns.iter().chain(&self.names).map(|(_, at)| *at);
        coded.chain(self.amounts.iter().map(|amount| amount.at)).collect()
    }

    fn sides(&self) -> [CodeColumn; 2] {
        [self.column(Role::Reporter), self.column(Role::Partner)]
    }

    fn record(&self, record: &Record, sink: &mut dyn RowSink) -> ControlFlow<()> {
        self.row(record, sink)
    }
}

impl Meanings for Tidy {
    fn facts(&self) -> Facts {
        let has = |role| self.columns.iter().chain(&self.names).any(|(known, _)| *known == role);
        let is_flow_said =
            self.is_between || self.amounts.iter().all(|amount| amount.measured.flow.is_some());
        Facts {
            publisher: "",
            says: Says {
                reporter: has(Role::Reporter),
                flow: has(Role::Flow) || is_flow_said,
                partner: has(Role::Partner),
                product: has(Role::Product),
                period: true,
            },
            units: AmountKind::ALL.map(|kind| self.unit(kind)),
            has_customs_valuation: false,
            is_reconciled: false,
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

    fn unread(&self) -> Vec<String> {
        self.unread.clone()
    }
}

#[cfg(test)]
mod tests;
