//! SDMX-CSV, as Eurostat and others give it: one column for each dimension, one row for each observation, versions 1 and 2,
//! with or without labels (`DE: Germany`).

use std::io;
use std::ops::ControlFlow;

use super::amounts::{above, main, multiplier, not_of_trade, numbered_flow, scaled, units};
use super::code_columns::CodeColumn;
use super::comtrade::style;
use super::detail_codes::DetailCodes;
use super::head::Head;
use super::indicators::other_flow;
use super::marks::Marks;
use super::meaning::{FlowMeaning, PlaceMeaning, sdmx_place};
use super::measured::MeasuredIn;
use super::number::{NumberCell, NumberStyle};
use super::record::Record;
use super::roles::{ColumnRole, WHOLES, role, values};
use super::tidy::{in_year, within_year};
use super::{
    Coded, FileFacts, ForeignRow, LeftOut, Meanings, RecordFormat, RowSink, SameTrade, Says, Unreadable,
};
use crate::dataset::Code;
use crate::formats::figures::are_own_names;

/// Columns that are about the file, not about trade.
const OF_THE_FILE: [&str; 6] =
    ["DATAFLOW", "STRUCTURE", "STRUCTURE_ID", "STRUCTURE_NAME", "LAST UPDATE", "LAST_UPDATE"];

#[derive(Debug)]
struct SdmxCsv {
    /// By role, where the column is.
    columns: Vec<(ColumnRole, usize)>,
    /// True if each code has its label in the column behind it.
    has_labels: bool,
    /// Further dimensions.
    details: Vec<usize>,
    /// Columns that say which version of an amount a row has, with the one that is read.
    variants: Vec<(usize, String)>,
    /// The codes of the measure and of the unit of the rows that are read, and what they mean.
    main: [String; 2],
    amount: MeasuredIn,
    style: NumberStyle,
}

pub(super) fn recognise(head: &Head) -> Option<Box<dyn RecordFormat>> {
    let ids: Vec<&str> = head.header.iter().map(|name| code_of(name)).collect();
    let columns: Vec<(ColumnRole, usize)> = first_of_each(&ids, head);
    let at = |wanted: ColumnRole| columns.iter().find(|(role, _)| *role == wanted).map(|(_, at)| *at);
    let names_itself = matches!(*ids.first()?, "DATAFLOW" | "STRUCTURE");
    // Version 2 gives labels in columns of their own, of the structure, too.
    let has_labels = ids.contains(&"STRUCTURE_NAME");
    let of_file = ids.iter().filter(|id| OF_THE_FILE.contains(id) || **id == "ACTION").count();
    let has_both = ids.contains(&"TIME_PERIOD") && ids.contains(&"OBS_VALUE");
    // A column of our own says so.
    if !names_itself && !has_both || are_own_names(&head.header) {
        return None;
    }
    let value = at(ColumnRole::Value).unwrap_or(ids.len());
    let cell = |row: &Vec<String>, at: Option<usize>| {
        at.and_then(|at| row.get(at)).map_or(String::new(), |cell| code_of(cell).to_owned())
    };
    let keys =
        head.sample.iter().map(|row| [cell(row, at(ColumnRole::Measure)), cell(row, at(ColumnRole::Unit))]);
    let label = |row: &Vec<String>, at: Option<usize>| {
        let label = at.and_then(|at| row.get(at)?.split_once(": "));
        label.map_or(String::new(), |(_, label)| label.to_owned())
    };
    let names =
        head.sample.iter().map(|row| [label(row, at(ColumnRole::Measure)), label(row, at(ColumnRole::Unit))]);
    let (main, amount) = main(&keys.collect::<Vec<_>>(), &names.collect::<Vec<_>>());
    let is_label = |at: usize| has_labels && at >= of_file && (at - of_file) % 2 == 1;
    let is_further = |at: &usize| {
        let has_role = || role(ids[*at]).is_some() || columns.iter().any(|(_, known)| known == at);
        *at < value && !is_label(*at) && !has_role() && !OF_THE_FILE.contains(&ids[*at])
    };
    let details = (0..ids.len()).filter(is_further).collect();
    let of_variants = columns.iter().filter(|(role, at)| *role == ColumnRole::Variant && *at < value);
    let variant = |at: usize| {
        let seen = || head.sample.iter().map(|row| cell(row, Some(at)));
        (
            at,
            seen().find(|code| WHOLES.contains(&code.as_str())).or_else(|| seen().next()).unwrap_or_default(),
        )
    };
    let variants = of_variants.map(|(_, at)| variant(*at)).collect();
    let style = style(head, at(ColumnRole::Value));
    Some(Box::new(SdmxCsv { columns, has_labels, details, variants, main, amount, style }))
}

/// The first column of each role, and all that tell versions of an amount apart.
fn first_of_each(ids: &[&str], head: &Head) -> Vec<(ColumnRole, usize)> {
    let mut columns: Vec<(ColumnRole, usize)> = Vec::new();
    for (at, id) in ids.iter().enumerate() {
        let is_new = |role: &ColumnRole| {
            *role == ColumnRole::Variant || columns.iter().all(|(known, _)| known != role)
        };
        let cells = head.sample.iter().filter_map(|row| row.get(at)).map(|cell| code_of(cell));
        let known = role(id).or_else(|| values(id, cells).then_some(ColumnRole::Valuation));
        if let Some(role) = known.filter(is_new) {
            columns.push((role, at));
        }
    }
    columns
}

/// The code of a name or a cell with a label behind it, without the delimiter that a header may announce for lists: `ID[;]`.
pub(super) fn code_of(cell: &str) -> &str {
    let code = cell.split_once(": ").map_or(cell, |(code, _)| code);
    code.split_once('[').map_or(code, |(code, _)| code).trim()
}

impl SdmxCsv {
    fn at(&self, wanted: ColumnRole) -> Option<usize> {
        self.columns.iter().find(|(role, _)| *role == wanted).map(|(_, at)| *at)
    }

    fn coded<'r>(&self, record: &Record<'r>, role: ColumnRole) -> Coded<'r> {
        let Some(at) = self.at(role) else { return Coded::default() };
        let cell = record.cell(at);
        let coded = Coded { entry: cell.entry, ..split(cell.text) };
        if self.has_labels { Coded { name: record.field(at + 1), ..coded } } else { coded }
    }

    /// True if measures say the flow, and no column does.
    fn names_flow(&self) -> bool {
        self.amount.flow.is_some() && self.at(ColumnRole::Flow).is_none()
    }

    fn row(&self, record: &Record, sink: &mut dyn RowSink) -> ControlFlow<()> {
        let cell = |role: ColumnRole| self.at(role).map_or(&[][..], |at| record.field(at));
        let coded = |role: ColumnRole| self.coded(record, role);
        let text = |role: ColumnRole| String::from_utf8_lossy(split(cell(role)).code).trim().to_owned();
        if matches!(text(ColumnRole::Action).as_str(), "D" | "Delete") {
            return sink.left_out(LeftOut::Deleted, record.line);
        }
        let measure = text(ColumnRole::Measure);
        let flow = if measure == self.main[0] {
            self.amount.flow
        } else {
            let Some(flow) = other_flow(&measure, &self.main[0]).filter(|_| self.names_flow()) else {
                return sink.left_out(LeftOut::OtherMeasure, record.line);
            };
            Some(flow)
        };
        let is_other =
            |(at, read): &(usize, String)| split(record.field(*at)).code.trim_ascii() != read.as_bytes();
        if self.variants.iter().any(is_other) {
            return sink.left_out(LeftOut::OtherMeasure, record.line);
        }
        if text(ColumnRole::Unit) != self.main[1] {
            return sink.left_out(LeftOut::OtherUnit, record.line);
        }
        let power = multiplier(split(cell(ColumnRole::Multiplier)).code);
        let Some(power) = power.and_then(|power| above(self.amount.power, power)) else {
            return sink.not_understood(Unreadable::Power, record.line, record.lines);
        };
        let value = |at: usize| record.amount(at, self.style);
        let value = self.at(ColumnRole::Value).map_or_else(NumberCell::default, value);
        let Some(number) = scaled(value, power) else {
            return sink.not_understood(Unreadable::Number, record.line, record.lines);
        };
        let part = |role: ColumnRole, is_quarter: bool| {
            let text = text(role);
            (!text.is_empty()).then(|| within_year(&text, is_quarter))
        };
        let part = part(ColumnRole::Month, false).or_else(|| part(ColumnRole::Quarter, true));
        let period = Coded { name: &[], ..coded(ColumnRole::Period) };
        let dated = part.map(|part| in_year(&String::from_utf8_lossy(period.code), &part));
        let mut row = ForeignRow {
            line: record.line,
            reporter: coded(ColumnRole::Reporter),
            flow: match flow.filter(|_| self.names_flow()) {
                Some(flow) => Coded::from_code(flow.code().as_bytes()),
                None => coded(ColumnRole::Flow),
            },
            partner: coded(ColumnRole::Partner),
            product: coded(ColumnRole::Product),
            period: dated.as_ref().map_or(period, |dated| Coded::from_code(dated.as_bytes())),
            marks: Marks::new(split(cell(ColumnRole::Status)).code)
                | Marks::of_confidentiality(split(cell(ColumnRole::Confidentiality)).code),
            ..ForeignRow::default()
        };
        row.amounts[self.amount.kind as usize] = number;
        let mut details = DetailCodes::default();
        for (dimension, at) in self.details.iter().enumerate() {
            let code = split(record.field(*at)).code.trim_ascii();
            if !code.is_empty() && !is_whole(code) {
                details.push(dimension, code);
            }
        }
        let valuation = split(cell(ColumnRole::Valuation)).code.trim_ascii();
        if !valuation.is_empty() && !is_whole(valuation) {
            details.value_at(valuation);
        }
        row.details = details.text();
        sink.row(&row)
    }
}

fn is_whole(code: &[u8]) -> bool {
    WHOLES.iter().any(|whole| whole.as_bytes() == code)
}

/// A cell as a code and its label.
fn split(cell: &[u8]) -> Coded<'_> {
    match cell.windows(2).position(|pair| pair == b": ") {
        Some(at) => Coded { name: &cell[at + 2..], ..Coded::from_code(&cell[..at]) },
        None => Coded::from_code(cell),
    }
}

impl RecordFormat for SdmxCsv {
    fn columns(&self) -> Vec<usize> {
        let of_roles = self.columns.iter().flat_map(|(_, at)| [Some(*at), self.has_labels.then_some(at + 1)]);
        of_roles.flatten().chain(self.details.iter().copied()).collect()
    }

    fn amounts(&self) -> Vec<usize> {
        self.at(ColumnRole::Value).into_iter().collect()
    }

    /// A column may hold both a code and its name.
    fn sides(&self) -> [CodeColumn; 2] {
        [ColumnRole::Reporter, ColumnRole::Partner]
            .map(|role| CodeColumn { code: self.at(role), name: self.at(role) })
    }

    fn sides_of<'r>(&self, record: &Record<'r>) -> [Coded<'r>; 2] {
        [ColumnRole::Reporter, ColumnRole::Partner].map(|role| self.coded(record, role))
    }

    fn record(&self, record: &Record, sink: &mut dyn RowSink) -> ControlFlow<()> {
        self.row(record, sink)
    }

    fn check(&self) -> io::Result<()> {
        let has = |role: ColumnRole| self.at(role).is_some();
        let is_of_trade = has(ColumnRole::Partner) || has(ColumnRole::Flow) || has(ColumnRole::Product);
        if is_of_trade && has(ColumnRole::Period) && has(ColumnRole::Value) {
            Ok(())
        } else {
            Err(not_of_trade())
        }
    }
}

impl Meanings for SdmxCsv {
    fn facts(&self) -> FileFacts {
        let has = |role| self.at(role).is_some();
        FileFacts {
            publisher: "",
            says: Says {
                reporter: has(ColumnRole::Reporter),
                flow: has(ColumnRole::Flow) || self.names_flow(),
                partner: has(ColumnRole::Partner),
                product: has(ColumnRole::Product),
                period: true,
            },
            units: units(self.amount),
            has_customs_valuation: false,
            is_reconciled: false,
            is_harmonized: false,
            same_trade: SameTrade::Again,
        }
    }

    fn place(&self, code: &str, name: &str) -> PlaceMeaning {
        sdmx_place(code, name)
    }

    fn flow(&self, code: &str, name: &str) -> Option<FlowMeaning> {
        numbered_flow(code, name)
    }
}

#[cfg(test)]
mod tests;
