//! True figures as offices print them: rows of a dataset.

use crate::number::{Number, Rounding, bounded, written};
use crate::random::Random;
use crate::truth::{Amounts, Division, Flow, Months, Trade, Unit};

/// A row, its number apart so that it can be moved.
#[derive(Clone)]
pub struct Row {
    pub id: String,
    pub measure: &'static str,
    pub source: Option<usize>,
    pub columns: String,
    /// In units of its last decimal.
    pub number: Option<i128>,
    pub decimals: u32,
}

/// The units of a reporter.
pub struct Reporter {
    pub code: &'static str,
    pub currency: &'static str,
    /// Of a dollar, in thousandths.
    pub rate: i128,
}

/// One definition in one release.
pub struct Series {
    pub amounts: Amounts,
    /// The columns of the definition, those of exports and of imports apart.
    pub columns: [String; 2],
    pub sources: Vec<Option<usize>>,
}

/// The printer of rows.
pub struct Press<'w> {
    pub random: &'w mut Random,
    pub division: Division,
    pub reporter: &'static Reporter,
    pub units: Vec<Unit>,
    pub first_year: i32,
    /// True if the growth of a deficit has the sign of what became of the balance.
    pub is_mirrored: bool,
    /// How each source shortens.
    pub roundings: Vec<Rounding>,
    pub rows: Vec<Row>,
    /// The subjects of the dataset, so that its figures have to do with each other.
    pub places: Vec<usize>,
    pub products: Vec<usize>,
    pub modes: Vec<usize>,
    pub flows: Vec<Flow>,
    pub months: Vec<Months>,
}

impl Row {
    pub fn json(&self) -> String {
        let number = self
            .number
            .map(|number| format!(r#","obs_value":"{}""#, written(number, self.decimals)))
            .unwrap_or_default();
        let source = self.source.map(|source| format!(r#","source":"s{source}""#)).unwrap_or_default();
        format!(r#"{{"id":"{}","measure":"{}",{}{source}{number}}}"#, self.id, self.measure, self.columns)
    }
}

impl Press<'_> {
    fn trade(&mut self) -> Trade {
        Trade {
            place: self.random.pick(&self.places),
            product: self.random.pick(&self.products),
            mode: self.random.pick(&self.modes),
            flow: self.random.pick(&self.flows),
            months: self.random.pick(&self.months),
        }
    }

    /// Prints something that is true.
    pub fn print(&mut self, series: &Series) {
        let trade = self.trade();
        match self.random.index(21) {
            0..=8 => self.value(series, trade),
            9..=11 => self.growth(series, trade),
            12 => self.change(series, trade),
            13 | 14 => self.share(series, trade),
            15 => self.share_change(series, trade),
            16 => self.index(series, trade),
            17 => self.rank(series, trade),
            18 => self.record(series, trade),
            19 if self.random.chance(30) => self.count(series, trade),
            20 => self.growth_of_flows(series, trade),
            _ => self.multiple(series, trade),
        }
    }

    pub fn amount(&self, series: &Series, trade: Trade, unit: Unit) -> i128 {
        series.amounts.of(&self.division, trade, unit)
    }

    pub fn unit(&mut self) -> Unit {
        let units = self.units.clone();
        self.random.pick(&units)
    }

    fn code(&self, unit: Unit) -> &'static str {
        match unit {
            Unit::Money => self.reporter.currency,
            Unit::Dollars => "USD",
            Unit::Tonnes => "T",
            Unit::Volume => "VOLUME",
        }
    }

    /// The quantity of a growth, which goes unsaid only where there is but one unit.
    fn growing(&mut self) -> (Unit, String) {
        let unit = if self.random.chance(20) { Unit::Volume } else { self.unit() };
        let is_unsaid = self.units.len() == 1 && unit == Unit::Money && self.random.chance(50);
        let said = if is_unsaid { String::new() } else { format!(r#","growth_of":"{}""#, self.code(unit)) };
        (unit, said)
    }

    /// An earlier period of the same length, and the column that names it if it is not that of the year before.
    fn base(&mut self, months: Months) -> Option<(Months, String)> {
        let length = months.1 - months.0;
        let back =
            if length < 12 && self.random.chance(30) { length } else { self.random.pick(&[12, 12, 12, 24]) };
        let base = Months(months.0.checked_sub(back)?, months.1 - back);
        let said = if back == 12 && self.random.chance(50) {
            String::new()
        } else {
            format!(r#","compare_period":"{}""#, self.period(base))
        };
        Some((base, said))
    }

    pub fn period(&self, months: Months) -> String {
        let year = self.first_year + i32::try_from(months.0 / 12).expect("a year");
        let (first, length) = (months.0 % 12, months.1 - months.0);
        match (length, first) {
            (12, 0) => format!("{year}"),
            (3, first) if first % 3 == 0 => format!("{year}-Q{}", first / 3 + 1),
            (1, first) => format!("{year}-{:02}", first + 1),
            (length, first) => format!("{year}-{:02}-01/P{length}M", first + 1),
        }
    }

    pub fn columns(&self, series: &Series, trade: Trade) -> String {
        let Division { places, products, modes, .. } = &self.division;
        let flow = match trade.flow {
            Flow::Exports => "exports",
            Flow::Imports => "imports",
            Flow::Total => "total",
            Flow::Balance => "balance",
        };
        let definition = match trade.flow {
            Flow::Exports => &series.columns[0],
            Flow::Imports => &series.columns[1],
            Flow::Total | Flow::Balance if series.columns[0] == series.columns[1] => &series.columns[0],
            Flow::Total | Flow::Balance => "",
        };
        let optional = |name: &str, code: &str| {
            if code.is_empty() { String::new() } else { format!(r#","{name}":"{code}""#) }
        };
        format!(
            r#""reporter":"{}","partner":"{}","flow":"{flow}","time_period":"{}"{}{}{definition}"#,
            self.reporter.code,
            places[trade.place].code,
            self.period(trade.months),
            optional("product", products[trade.product].code),
            optional("transport", modes[trade.mode].code),
        )
    }

    /// Adds a row; gives back its id.
    pub fn add(
        &mut self,
        series: &Series,
        trade: Trade,
        measure: &'static str,
        more: &str,
        (number, decimals): (Number, u32),
    ) -> String {
        let source = self.random.pick(&series.sources);
        let rounding = source.map_or(Rounding::HalfUp, |source| self.roundings[source]);
        let mut units = number.rounded(decimals, rounding);
        let mut columns = self.columns(series, trade) + more;
        if self.random.chance(8) && measure != "record" {
            let (bound, printed) = bounded(number, decimals, self.random);
            columns = columns + r#","bound":""# + bound + "\"";
            units = printed;
        }
        if self.random.chance(25) {
            let status = self.random.pick(&["P", "E", "F", "B", "D", "V"]);
            columns = columns + r#","obs_status":""# + status + "\"";
        }
        let id = format!("{measure}-{}", self.rows.len());
        self.rows.push(Row { id: id.clone(), measure, source, columns, number: Some(units), decimals });
        id
    }

    pub fn money(&mut self, amount: i128, unit: Unit) -> (Number, u32, String) {
        let power: u32 = self.random.pick(&[0, 3, 4, 6, 6, 8, 9]);
        let decimals = if power == 0 { 0 } else { u32::try_from(self.random.index(4)).expect("decimals") };
        let columns = format!(r#","unit_measure":"{}","unit_mult":{power}"#, self.code(unit));
        (Number(amount, 10_i128.pow(power)), decimals, columns)
    }

    fn decimals(&mut self, most: usize) -> u32 {
        u32::try_from(self.random.index(most + 1)).expect("decimals")
    }

    fn value(&mut self, series: &Series, trade: Trade) {
        let mut unit = self.unit();
        if trade.flow == Flow::Balance && unit == Unit::Dollars {
            // A small difference of large flows implies any rate.
            let total = self.amount(series, Trade { flow: Flow::Total, ..trade }, unit);
            let is_large = 2 * self.amount(series, trade, unit).abs() > total;
            unit = if is_large { unit } else { Unit::Money };
        }
        let (number, decimals, columns) = self.money(self.amount(series, trade, unit), unit);
        self.add(series, trade, "value", &columns, (number, decimals));
    }

    /// Both amounts that a growth is of, and its columns.
    fn growing_amounts(&mut self, series: &Series, trade: Trade) -> Option<(i128, i128, String)> {
        let ((unit, of), (base, compared)) = (self.growing(), self.base(trade.months)?);
        let now = self.amount(series, trade, unit);
        let then = self.amount(series, Trade { months: base, ..trade }, unit);
        Some((now, then, of + &compared))
    }

    fn growth(&mut self, series: &Series, trade: Trade) {
        let (growing, Some(base)) = (self.growing(), self.base(trade.months)) else { return };
        self.growth_on(series, trade, growing, base);
    }

    /// The growth of both flows and of all trade on the same period, as a sentence has them.
    fn growth_of_flows(&mut self, series: &Series, trade: Trade) {
        let (growing, Some(base)) = (self.growing(), self.base(trade.months)) else { return };
        for flow in [Flow::Total, Flow::Exports, Flow::Imports] {
            self.growth_on(series, Trade { flow, ..trade }, growing.clone(), base.clone());
        }
    }

    fn growth_on(
        &mut self,
        series: &Series,
        trade: Trade,
        (unit, of): (Unit, String),
        (base, compared): (Months, String),
    ) {
        let now = self.amount(series, trade, unit);
        let then = self.amount(series, Trade { months: base, ..trade }, unit);
        let by = if self.is_mirrored { then.abs() } else { then };
        let Some(growth) = Number::ratio(now - then, by) else { return };
        let decimals = self.decimals(2);
        let columns = of + &compared + r#","unit_measure":"PCT""#;
        self.add(series, trade, "growth", &columns, (growth.times(100), decimals));
    }

    fn multiple(&mut self, series: &Series, trade: Trade) {
        let Some((now, then, columns)) = self.growing_amounts(series, trade) else { return };
        let Some(factor) = Number::ratio(now, then).filter(|_| trade.flow != Flow::Balance) else { return };
        let decimals = self.decimals(2);
        self.add(series, trade, "multiple", &(columns + r#","unit_measure":"FACTOR""#), (factor, decimals));
    }

    fn index(&mut self, series: &Series, trade: Trade) {
        let Some((now, then, columns)) = self.growing_amounts(series, trade) else { return };
        let Some(factor) = Number::ratio(now, then).filter(|_| trade.flow != Flow::Balance) else { return };
        let decimals = self.decimals(1);
        let columns = columns + r#","unit_measure":"INDEX""#;
        self.add(series, trade, "index", &columns, (factor.times(100), decimals));
    }

    fn change(&mut self, series: &Series, trade: Trade) {
        let (unit, Some((base, compared))) = (self.unit(), self.base(trade.months)) else { return };
        let change =
            self.amount(series, trade, unit) - self.amount(series, Trade { months: base, ..trade }, unit);
        let (number, decimals, columns) = self.money(change, unit);
        self.add(series, trade, "change", &(compared + &columns), (number, decimals));
    }

    /// The whole that a trade is a share of: of the world if it is with a partner, else of all goods.
    fn whole(&self, trade: Trade) -> Option<Trade> {
        let world = self.division.places.iter().position(|place| place.code == "W00").expect("the world");
        let whole = if trade.place == world {
            Trade { product: 0, ..trade }
        } else {
            Trade { place: world, ..trade }
        };
        (whole != trade && trade.flow != Flow::Balance).then_some(whole)
    }

    fn share_is(&self, series: &Series, trade: Trade, whole: Trade, unit: Unit) -> Option<Number> {
        Number::ratio(self.amount(series, trade, unit), self.amount(series, whole, unit))
    }

    fn share(&mut self, series: &Series, trade: Trade) {
        let Some(whole) = self.whole(trade) else { return };
        let unit = self.unit();
        let Some(share) = self.share_is(series, trade, whole, unit) else { return };
        let (number, decimals, columns) = self.money(self.amount(series, whole, unit), unit);
        let is_published = self.random.chance(60);
        let id = self.add(series, whole, "value", &columns, (number, decimals));
        let unpublished = self.columns(series, whole)
            + columns.split(r#","unit_mult""#).next().unwrap_or_default()
            + r#","obs_status":"O""#;
        let row = self.rows.last_mut().expect("the whole");
        let source = row.source;
        if !is_published {
            // Somebody gives shares of a whole whose number nobody printed.
            (row.number, row.columns) = (None, unpublished);
        }
        let decimals = self.decimals(2);
        let columns = format!(r#","share_of":"{id}","unit_measure":"PCT""#);
        let series = &Series {
            amounts: series.amounts.clone(),
            columns: series.columns.clone(),
            sources: vec![source],
        };
        self.add(series, trade, "share", &columns, (share.times(100), decimals));
    }

    fn share_change(&mut self, series: &Series, trade: Trade) {
        // The row does not say of what: of money, if there is anything else.
        if self.units.len() > 1 {
            return;
        }
        let Some(((base, compared), whole)) = self.base(trade.months).zip(self.whole(trade)) else { return };
        let at = |months| (Trade { months, ..trade }, Trade { months, ..whole });
        let share = |(trade, whole)| self.share_is(series, trade, whole, Unit::Money);
        let Some((now, then)) = share(at(trade.months)).zip(share(at(base))) else { return };
        let decimals = self.decimals(2);
        let columns = compared + r#","unit_measure":"POINTS""#;
        self.add(series, trade, "share_change", &columns, (now.minus(then).times(100), decimals));
    }
}
