//! Ranks and records, where they are true.

use crate::printed::{Press, Row, Series};
use crate::truth::{Flow, Months, Trade, Unit};

impl Press<'_> {
    /// The rank of a country among all, or of a chapter: the same in every unit.
    pub fn rank(&mut self, series: &Series, trade: Trade) {
        let place = self.random.index(self.division.countries);
        let trade = Trade { place, ..trade };
        if trade.flow == Flow::Balance {
            return;
        }
        let mut ranks = [Unit::Money, Unit::Dollars].map(|unit| {
            let own = self.amount(series, trade, unit);
            let others =
                (0..self.division.countries).map(|place| self.amount(series, Trade { place, ..trade }, unit));
            let others: Vec<i128> = others.collect();
            let is_alone = others.iter().filter(|other| **other == own).count() == 1;
            is_alone.then(|| 1 + others.iter().filter(|other| **other > own).count())
        });
        ranks.sort_unstable();
        let [Some(rank), other] = ranks else { return };
        if Some(rank) != other {
            return;
        }
        let among = self.random.pick(&["", r#","ranked_among":"partners""#]);
        let columns = among.to_owned() + r#","unit_measure":"RANK""#;
        let source = self.random.pick(&series.sources);
        let columns = self.columns(series, trade) + &columns;
        let id = format!("rank-{}", self.rows.len());
        let number = Some(i128::try_from(rank).expect("a rank"));
        self.rows.push(Row { id, measure: "rank", source, columns, number, decimals: 0 });
    }

    /// The largest value since an earlier period, where it is; of a deficit the one furthest below zero.
    pub fn record(&mut self, series: &Series, trade: Trade) {
        let length = trade.months.1 - trade.months.0;
        let unit = self.unit();
        let own = self.amount(series, trade, unit);
        let earlier = |back: usize| {
            let months = Months(trade.months.0.checked_sub(back * length)?, trade.months.1 - back * length);
            let earlier = self.amount(series, Trade { months, ..trade }, unit);
            let is_less = if own < 0 { earlier > own } else { earlier < own };
            is_less.then_some(months)
        };
        let Some(since) = (1..).map_while(earlier).last() else { return };
        let is_first = since.0 < length && 12 % length == 0 && since.0 % length == 0;
        let since = format!(r#","since":"{}""#, self.period(since));
        // Nothing is known of what was before the world began.
        let since = if is_first && self.random.chance(50) { String::new() } else { since };
        let (number, decimals, columns) = self.money(own, unit);
        self.add(series, trade, "record", &(since + &columns), (number, decimals));
    }

    /// How many partners there are.
    pub fn count(&mut self, series: &Series, trade: Trade) {
        let partners = i128::try_from(self.division.countries).expect("a count") + 150;
        let columns = r#","label":"partners","unit_measure":"COUNT""#;
        let columns = self.columns(series, trade) + columns;
        let (id, source) = (format!("count-{}", self.rows.len()), self.random.pick(&series.sources));
        self.rows.push(Row { id, measure: "count", source, columns, number: Some(partners), decimals: 0 });
    }
}
