//! Tables with one row for each trade under names that say what they are: `year,reporter,partner,exports,imports`.
//!
//! Amounts stand in a column of their own, or in one for each flow. What the names do not say is not guessed: a table in
//! which no period or no amount is found is in no format that is known.

mod groups;
mod header;
mod meanings;
mod measures;
mod names;
mod period;
mod places;
mod plain;
mod samples;
mod second;
mod years;

use std::io;
use std::ops::ControlFlow;

use super::amounts::{above, multiplier, scaled};
use super::code_columns::{CodeColumn, PlainColumns};
use super::comtrade::style;
use super::detail_codes::DetailCodes;
use super::head::Head;
use super::marks::Marks;
use super::measured::MeasuredIn;
use super::number::NumberCell;
use super::record::Record;
use super::roles::ColumnRole;
use super::stated::StatedUnit;
use super::{
    AmountKind, Coded, ForeignRow, LeftOut, RecordFormat, RowSink, UnreadColumn, Unreadable, WhyUnread,
};
use crate::dataset::Code;
use crate::formats::Refusal;
use crate::formats::figures::are_own_names;
use groups::{AmountColumn, AmountGroup, by_flow, in_one_unit, in_stated_power, join_only_flow};
pub(super) use header::TidyHeader;
use measures::Measures;
use names::{are_both_sides, is_harmonized};
pub(super) use period::in_year;
use places::TidyColumns;
pub(super) use years::{named_period, within_year};

#[derive(Debug)]
struct Tidy {
    header: TidyHeader,
    /// The columns of the header, found once for all rows.
    places: TidyColumns,
    groups: Vec<AmountGroup>,
    /// The power of ten of the first amount.
    power: i8,
    measures: Measures,
    /// Columns that say which version of an amount a row has, with the one that is read.
    variants: Vec<(usize, Vec<u8>)>,
    /// A line next to the table with a power of ten that may be that of the amounts.
    unclear: Option<String>,
    /// True where every column is read.
    reads_all: bool,
    /// True for products of the Harmonized System.
    is_harmonized: bool,
    /// True for a table of exporters and importers, whose rows are exports.
    is_between: bool,
}

pub(super) fn recognise(head: &Head) -> Option<Box<dyn RecordFormat>> {
    let mut header = TidyHeader::new(head);
    if header.lacks().next().is_some() || are_own_names(&head.header) {
        return None;
    }
    let has_flow = header.has(ColumnRole::Flow);
    let is_between = are_both_sides(head) && !has_flow;
    let places = TidyColumns::new(&header.columns, &header.names);
    let unknown = MeasuredIn { kind: AmountKind::Value, unit: None, power: 0, flow: None };
    let column = |at: usize, measured| AmountColumn {
        at,
        style: style(head, Some(at)),
        measured,
        kind: measured.kind,
        above: 0,
    };
    let mut amounts: Vec<AmountColumn> = if header.periods.is_empty() {
        header.amounts.iter().map(|(at, measured)| column(*at, *measured)).collect()
    } else {
        header.periods.iter().map(|(at, _)| column(*at, unknown)).collect()
    };
    let is_without_unit =
        |amount: &AmountColumn| amount.measured.kind == AmountKind::Value && amount.measured.unit.is_none();
    let is_open = amounts.iter().any(is_without_unit);
    let has_quantity = header.unread.iter().any(|column| column.why == WhyUnread::UnknownAmount);
    let measures = if is_open {
        Measures::new(head, [places.measure, places.unit], has_quantity)
    } else {
        Measures::default()
    };
    let stated = StatedUnit::new(head, amounts.iter().map(|amount| amount.at));
    let says_power = |at: usize| places.multiplier.is_some() || head.is_renamed(at);
    let in_stated = in_stated_power(&mut amounts, &stated, measures.main(), says_power);
    for at in in_one_unit(&mut amounts) {
        header.unread.push(UnreadColumn { name: head.header[at].clone(), why: WhyUnread::OtherUnit });
    }
    if let Some(main) = measures.main() {
        amounts
            .iter_mut()
            .filter(|amount| is_without_unit(amount))
            .for_each(|amount| amount.kind = main.kind);
    }
    let power = amounts.first().map_or(0, |amount| amount.measured.power);
    let groups = if header.periods.is_empty() {
        if !has_flow {
            join_only_flow(&mut amounts);
        }
        by_flow(&amounts)
    } else {
        for (at, _) in &header.amounts {
            header.unread.push(UnreadColumn { name: head.header[*at].clone(), why: WhyUnread::NoPeriod });
        }
        let group = |((_, period), amount): (&(usize, String), &AmountColumn)| AmountGroup {
            flow: header.period_flow,
            period: Some(period.clone()),
            amounts: vec![*amount],
        };
        header.periods.iter().zip(&amounts).map(group).collect()
    };
    header.note_numbers(head);
    let reads_all = header.reads_all(head);
    let telling = header.telling_apart(head);
    header.unread.extend(telling);
    let read = measures.words().map(|name| UnreadColumn { name, why: WhyUnread::OnlyMeasure });
    header.unread.extend(read);
    header.unread.extend(stated.lines(head, in_stated == Ok(true)));
    let unclear = in_stated.err();
    let is_harmonized = header.has_product(head, is_harmonized);
    let of_variants = header.columns.iter().filter(|(role, _)| *role == ColumnRole::Variant);
    let first = |at: usize| head.sample.first().and_then(|row| row.get(at)).map(|cell| cell.trim().into());
    let variants = of_variants.filter_map(|(_, at)| Some((*at, first(*at)?))).collect();
    let tidy = Tidy {
        header,
        places,
        groups,
        power,
        measures,
        variants,
        unclear,
        reads_all,
        is_harmonized,
        is_between,
    };
    Some(Box::new(tidy))
}

impl Tidy {
    /// Passes the row on, once for each flow or period that has a column of amounts.
    fn row(&self, record: &Record, sink: &mut dyn RowSink) -> ControlFlow<()> {
        let places = &self.places;
        let cell = |at: Option<usize>| at.map_or(&[][..], |at| record.field(at));
        let measured = match self.measures.of(|at| record.field(at)) {
            None => None,
            Some(Ok(measured)) => Some(measured),
            Some(Err(why)) => return sink.left_out(why, record.line),
        };
        if self.variants.iter().any(|(at, read)| record.field(*at).trim_ascii() != read.as_slice()) {
            return sink.left_out(LeftOut::OtherMeasure, record.line);
        }
        let main = self.measures.main();
        let more = measured.zip(main).and_then(|(row, main)| row.power.checked_sub(main.power));
        let of_unit = self.power + measured.map_or(0, |row| row.power);
        let own = |at: usize| multiplier(record.field(at)).and_then(|own| above(of_unit, own));
        let Some(own) = places.multiplier.map_or(Some(0), own) else {
            return sink.not_understood(Unreadable::Power, record.line, record.lines);
        };
        let power = own.checked_add(more.unwrap_or_default());
        let mut valuation = DetailCodes::default();
        let valued = cell(places.valuation).trim_ascii();
        if !valued.is_empty() {
            valuation.value_at(valued);
        }
        let mut dated = String::new();
        let period = self.period(record, &mut dated);
        let part = if self.header.periods.is_empty() { None } else { self.part_of_year(record) };
        for group in &self.groups {
            let parted =
                part.as_ref().zip(group.period.as_ref()).map(|(part, year)| period::in_year(year, part));
            let amounts = || group.amounts.iter().map(|amount| record.field(amount.at).trim_ascii());
            // A cell that nobody filled is no row.
            if group.period.is_some() && amounts().all(<[u8]>::is_empty) {
                continue;
            }
            let flow =
                group.flow.or(measured.and_then(|measured| measured.flow).filter(|_| places.flow.is_none()));
            let said = || if self.is_between { EXPORTS } else { places.flow.of(record) };
            let mut row = ForeignRow {
                line: record.line,
                reporter: places.reporter.of(record),
                flow: flow.map_or_else(said, |flow| Coded::from_code(flow.code().as_bytes())),
                partner: places.partner.of(record),
                product: places.product.of(record),
                period: parted
                    .as_ref()
                    .or(group.period.as_ref())
                    .map_or(period, |period| Coded::from_code(period.as_bytes())),
                marks: Marks::new(cell(places.status))
                    | Marks::of_confidentiality(cell(places.confidentiality)),
                details: valuation.text(),
                ..ForeignRow::default()
            };
            let mut is_wrong = false;
            for amount in &group.amounts {
                let power = power.and_then(|power| power.checked_add(amount.above));
                let number = power.and_then(|power| scaled(record.amount(amount.at, amount.style), power));
                is_wrong |= number.is_none() && amount.measured.kind == AmountKind::Value;
                row.amounts[amount.kind as usize] = number.unwrap_or(NumberCell::Wrong);
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
        let coded = self.header.columns.iter().chain(&self.header.names).map(|(_, at)| *at);
        coded.chain(self.amounts()).collect()
    }

    fn amounts(&self) -> Vec<usize> {
        let amounts = self.groups.iter().flat_map(|group| &group.amounts);
        amounts.map(|amount| amount.at).collect()
    }

    fn plain_columns(&self) -> Option<PlainColumns> {
        self.plain()
    }

    fn sides(&self) -> [CodeColumn; 2] {
        [self.places.reporter, self.places.partner]
    }

    fn record(&self, record: &Record, sink: &mut dyn RowSink) -> ControlFlow<()> {
        self.row(record, sink)
    }

    fn check(&self) -> io::Result<()> {
        match &self.unclear {
            _ if self.measures.are_ratios => Err(Refusal::Ratios.into()),
            Some(line) => Err(Refusal::UnclearPower(line.clone()).into()),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests;
