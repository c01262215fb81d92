//! The columns of a table by their names, and by what stands next to them.

use super::super::amounts::multiplier;
use super::super::head::Head;
use super::super::measured::{MeasuredIn, described, measured, names_amount};
use super::super::roles::{ColumnRole, folded, table_role, values};
use super::super::translated::in_english;
use super::super::unread_column::telling_apart;
use super::super::{UnreadColumn, WhyUnread};
use super::samples::{cells, fiscal_year, has_numbers, has_only_numbers, integers_or_words};
use super::second::{Second, second};
use super::years::{named_flow_and_period, named_period, part_of_year};
use crate::dataset::Flow;
use crate::formats::faults::Lack;

/// Endings of names of columns that hold a name next to a code.
const NAME_ENDINGS: [&str; 5] = ["name", "desc", "description", "label", "title"];

/// Names of columns with a country, of which only other columns show if it reports.
const COUNTRIES: [&str; 6] =
    ["country", "countryname", "countrycode", "countryiso3", "countryiso", "economy"];

/// Names of columns in tables of indicators, where a country reports.
const INDICATORS: [&str; 5] = ["indicator", "indicatorname", "indicatorcode", "seriesname", "seriescode"];

/// The columns of a header.
#[derive(Debug, Default)]
pub struct TidyHeader {
    /// By role: the columns of a code and of a name.
    pub columns: Vec<(ColumnRole, usize)>,
    pub names: Vec<(ColumnRole, usize)>,
    pub amounts: Vec<(usize, MeasuredIn)>,
    /// Columns that are named after a period, with it.
    pub periods: Vec<(usize, String)>,
    /// The flow that these columns name, too.
    pub period_flow: Option<Flow>,
    pub unread: Vec<UnreadColumn>,
    /// Columns that say nothing that another does not say.
    pub implied: Vec<usize>,
    /// A period that may be a month or a fiscal year, with its column.
    pub fiscal: Option<[String; 2]>,
    /// Two columns of which only one can be meant.
    pub conflict: Option<[String; 2]>,
    /// A column with a country that may report or be the partner.
    pub country: Option<String>,
}

impl TidyHeader {
    pub fn new(head: &Head) -> Self {
        let mut header = Self::default();
        let mut countries = Vec::new();
        for (at, name) in head.header.iter().enumerate() {
            let english = in_english(name);
            let plain = folded(&english);
            if COUNTRIES.contains(&plain.as_str()) {
                countries.push(at);
            } else if plain == "entity" {
                header.columns.push((ColumnRole::Reporter, at));
            } else if let Some(period) = named_period(&english) {
                header.periods.push((at, period));
            } else if let Some((flow, period)) = named_flow_and_period(name) {
                header.periods.push((at, period));
                header.period_flow = Some(flow);
            } else {
                header.add(head, at, &english, &plain);
            }
        }
        header.find_period();
        header.name_country(head, &countries);
        header.find_fiscal_years(head);
        header.put_codes_first(head);
        let year = header.columns.iter().find(|(role, _)| *role == ColumnRole::Period);
        if let (Some((_, year)), Some((_, period))) = (year, header.periods.first()) {
            header.conflict = Some([head.header[*year].clone(), period.clone()]);
        }
        for (at, (_, period)) in header.periods.iter().enumerate() {
            if header.periods[..at].iter().any(|(_, earlier)| earlier == period) {
                header.conflict = Some([period.clone(), period.clone()]);
            }
        }
        header
    }

    pub fn has(&self, role: ColumnRole) -> bool {
        self.columns.iter().chain(&self.names).any(|(known, _)| *known == role)
    }

    /// Everything that a table must have and the header lacks.
    pub fn lacks(&self) -> impl Iterator<Item = Lack> {
        let has_amount = !self.amounts.is_empty() || !self.periods.is_empty();
        let has_period = self.has(ColumnRole::Period) || !self.periods.is_empty();
        let sides = [ColumnRole::Reporter, ColumnRole::Partner, ColumnRole::Product, ColumnRole::Flow];
        let is_of_trade = self.country.is_some() || sides.iter().any(|role| self.has(*role));
        let first = self.conflict.clone().map(Lack::Choice).into_iter();
        let fiscal = self.fiscal.clone().map(|[column, period]| Lack::Calendar { column, period });
        first
            .chain(fiscal)
            .chain(self.country.clone().map(Lack::Side))
            .chain((!has_period).then_some(Lack::Period))
            .chain((!has_amount).then_some(Lack::Amount))
            .chain((!is_of_trade).then_some(Lack::Trade))
    }

    /// The columns whose names are known, with what each is.
    pub fn known(&self, head: &Head) -> Vec<(String, &'static str)> {
        let named = |at: usize| head.header.get(at).cloned().unwrap_or_default();
        let of_roles = self.columns.iter().chain(&self.names).map(|(role, at)| (named(*at), role.words()));
        let amounts = self.amounts.iter().map(|(at, _)| (named(*at), "an amount"));
        let periods = self.periods.iter().take(2).map(|(at, _)| (named(*at), "a period"));
        of_roles.chain(amounts).chain(periods).collect()
    }

    /// Adds a column by its name in English alone.
    fn add(&mut self, head: &Head, at: usize, name: &str, plain: &str) {
        let ending = NAME_ENDINGS.iter().find_map(|ending| plain.strip_suffix(ending));
        // The scale of a firm is no power of ten.
        let has_powers =
            || cells(head, at).any(|cell| !cell.is_empty() && multiplier(cell.as_bytes()).is_some());
        let is_read = |known: &ColumnRole| {
            *known != ColumnRole::Value && (*known != ColumnRole::Multiplier || has_powers())
        };
        let role =
            table_role(name).or_else(|| values(name, cells(head, at)).then_some(ColumnRole::Valuation));
        if let Some(role) = role.filter(is_read) {
            let role = if role == ColumnRole::Period && self.has(role) {
                part_of_year(&cells(head, at)).unwrap_or(role)
            } else {
                role
            };
            match self.columns.iter_mut().find(|(known, _)| *known == role) {
                None => self.columns.push((role, at)),
                Some(_) if role == ColumnRole::Variant => self.columns.push((role, at)),
                Some((_, first)) => match second(head, role, *first, at) {
                    Second::Same => self.implied.push(at),
                    Second::Finer => self.implied.push(std::mem::replace(first, at)),
                    Second::Name if self.names.iter().all(|(known, _)| *known != role) => {
                        self.names.push((role, at));
                    }
                    Second::Name | Second::Other => {
                        self.conflict = Some([head.header[*first].clone(), head.header[at].clone()]);
                    }
                },
            }
        } else if let Some(role) = ending.and_then(table_role) {
            self.names.push((role, at));
        } else if let Some(measured) = measured(name)
            .or_else(|| described(name))
            // COU is a currency of Colombia, and the country in tables of the OECD.
            .filter(|_| plain.len() > 3 || has_only_numbers(head, at))
        {
            let is_same =
                |(_, known): &(usize, MeasuredIn)| (known.flow, known.kind) == (measured.flow, measured.kind);
            if self.amounts.iter().any(is_same) {
                self.unread.push(UnreadColumn { name: head.header[at].clone(), why: WhyUnread::SameAmount });
            } else {
                self.amounts.push((at, measured));
            }
        } else if names_amount(name) && has_only_numbers(head, at) {
            self.unread.push(UnreadColumn { name: head.header[at].clone(), why: WhyUnread::UnknownAmount });
        }
    }

    /// Takes a column of quarters for that of periods, where there is no other.
    fn find_period(&mut self) {
        if !self.has(ColumnRole::Period) && self.periods.is_empty() {
            let quarter = self.columns.iter_mut().find(|(role, _)| *role == ColumnRole::Quarter);
            if let Some((role, _)) = quarter {
                *role = ColumnRole::Period;
            }
        }
    }

    /// Finds periods of which all could be fiscal years: `2009-10` and `2010-11` are October and November, or two years.
    fn find_fiscal_years(&mut self, head: &Head) {
        let names: Vec<&str> = self.periods.iter().map(|(_, period)| period.as_str()).collect();
        let mut columns =
            self.columns.iter().filter(|(role, _)| *role == ColumnRole::Period).map(|(_, at)| *at);
        let of_column = |at: usize| Some((head.header[at].clone(), fiscal_year(cells(head, at))?));
        let found = columns.find_map(of_column);
        let found = found.or_else(|| fiscal_year(names.into_iter()).map(|period| (period.clone(), period)));
        self.fiscal = found.map(|(column, period)| [column, period]);
    }

    /// Notes columns of numbers whose names are not known, next to those that are named after periods: forecasts, totals.
    pub fn note_numbers(&mut self, head: &Head) {
        let [read, amounts] = self.taken(head);
        let is_other = |at: &usize| !read.contains(at) && !amounts.contains(at) && has_numbers(head, *at);
        let others = (0..head.header.len()).filter(|at| !self.periods.is_empty() && is_other(at));
        let unread =
            others.map(|at| UnreadColumn { name: head.header[at].clone(), why: WhyUnread::NoPeriod });
        self.unread.extend(unread.collect::<Vec<_>>());
    }

    /// True if the name of a column of products is of this kind.
    pub fn has_product(&self, head: &Head, is_named: fn(&str) -> bool) -> bool {
        let is_it =
            |(role, at): &(ColumnRole, usize)| *role == ColumnRole::Product && is_named(&head.header[*at]);
        self.columns.iter().any(is_it)
    }

    /// Gives a column with a country its role: the side that has no column yet. In a table of indicators it reports.
    fn name_country(&mut self, head: &Head, countries: &[usize]) {
        let Some(first) = countries.first() else { return };
        let role = match (self.has(ColumnRole::Reporter), self.has(ColumnRole::Partner)) {
            (true, true) => return,
            (false, false) if !head.header.iter().any(|name| INDICATORS.contains(&folded(name).as_str())) => {
                self.country = head.header.get(*first).cloned();
                return;
            }
            (false, _) => ColumnRole::Reporter,
            (true, false) => ColumnRole::Partner,
        };
        let is_code =
            |at: &&usize| ["code", "iso"].iter().any(|word| folded(&head.header[**at]).contains(word));
        let code = countries.iter().find(is_code).unwrap_or(first);
        self.columns.push((role, *code));
        self.names.extend(countries.iter().find(|at| *at != code).map(|at| (role, *at)));
    }

    /// Exchanges a code and its name where the column of the code stands behind; of two codes the one in letters counts.
    fn put_codes_first(&mut self, head: &Head) {
        let has_digits = |at: usize| {
            let cells = || head.sample.iter().filter_map(|row| row.get(at)).filter(|cell| !cell.is_empty());
            cells().next().is_some() && cells().all(|cell| cell.bytes().all(|byte| byte.is_ascii_digit()))
        };
        let is_iso = |at: usize| head.header.get(at).is_some_and(|name| folded(name).ends_with("iso"));
        for (role, name) in &mut self.names {
            let code = self.columns.iter_mut().find(|(known, _)| known == role);
            let is_behind =
                |code: usize| has_digits(*name) && !has_digits(code) || is_iso(*name) && !is_iso(code);
            if let Some((_, code)) = code.filter(|(_, code)| is_behind(*code)) {
                std::mem::swap(code, name);
            }
        }
        self.names.retain(|(role, at)| *role == ColumnRole::Product || !has_digits(*at));
    }

    /// The columns of codes and names, and those of amounts.
    fn taken(&self, head: &Head) -> [Vec<usize>; 2] {
        let amounts = self.amounts.iter().map(|(at, _)| *at).chain(self.periods.iter().map(|(at, _)| *at));
        let is_unread =
            |at: &usize| self.unread.iter().any(|column| head.header.get(*at) == Some(&column.name));
        let unread = (0..head.header.len()).filter(is_unread);
        let read =
            self.columns.iter().chain(&self.names).map(|(_, at)| *at).chain(self.implied.iter().copied());
        [read.collect(), amounts.chain(unread).collect()]
    }

    /// True if no column is of unknown meaning.
    pub fn reads_all(&self, head: &Head) -> bool {
        let [read, amounts] = self.taken(head);
        (0..head.header.len()).all(|at| read.contains(&at) || amounts.contains(&at))
    }

    /// Columns that are not read and tell rows apart that nothing else does.
    pub fn telling_apart(&self, head: &Head) -> Vec<UnreadColumn> {
        let [read, amounts] = self.taken(head);
        let others: Vec<usize> = (0..head.header.len())
            .filter(|at| !read.contains(at) && !amounts.contains(at) && integers_or_words(head, *at))
            .collect();
        telling_apart(head, &read, &others)
    }
}
