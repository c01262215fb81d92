//! A world in which everything is true: each country, product, mode of transport, month and direction of trade has an
//! amount in money, in dollars, in tonnes and at constant prices, and all other figures are sums of these.

use crate::random::Random;

/// How many months there are, from January of the first year.
pub const MONTHS: usize = 36;

/// The units of trade.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unit {
    Money,
    Dollars,
    Tonnes,
    Volume,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Flow {
    Exports,
    Imports,
    Total,
    Balance,
}

/// Months from the first to, not including, the last.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Months(pub usize, pub usize);

/// A place, product or mode, and the cells that it is made of.
pub struct Group {
    pub code: &'static str,
    /// For each of its cells the months in which it belongs to it.
    pub cells: Vec<(usize, Months)>,
}

impl Group {
    fn always(code: &'static str, cells: &[usize]) -> Self {
        Self { code, cells: cells.iter().map(|cell| (*cell, Months(0, MONTHS))).collect() }
    }
}

/// The subject of a figure.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Trade {
    pub place: usize,
    pub product: usize,
    pub mode: usize,
    pub flow: Flow,
    pub months: Months,
}

/// How the world is divided. Cells: four countries and all others; four headings and all other goods; rail and the rest.
pub struct Division {
    pub places: Vec<Group>,
    pub products: Vec<Group>,
    pub modes: Vec<Group>,
    pub places_json: String,
    pub products_json: &'static str,
    pub countries: usize,
}

const COUNTRIES: usize = 5;
const PRODUCTS: usize = 5;
const MODES: usize = 2;

pub fn division(random: &mut Random, first_year: i32) -> Division {
    let countries: [&'static str; 4] = random.pick(&[
        ["KAZ", "KGZ", "UZB", "TJK"],
        ["BEL", "LUX", "NLD", "ITA"],
        ["CHE", "NOR", "ISL", "LIE"],
        ["MEX", "CAN", "USA", "BRA"],
    ]);
    let mut places: Vec<Group> =
        countries.iter().enumerate().map(|(at, code)| Group::always(code, &[at])).collect();
    places.push(Group::always("W00", &[0, 1, 2, 3, 4]));
    match countries[0] {
        "BEL" => places.push(Group::always("BENELUX", &[0, 1, 2])),
        "CHE" => places.push(Group::always("EFTA", &[0, 1, 2, 3])),
        _ => {}
    }
    // A group that gains one member and loses another at the turn of a year, one that never changes, and one of which
    // nobody says who belongs to it.
    let (joined, left) = (12 * random.index(3), 12 + 12 * random.index(3));
    let cells = vec![(0, Months(0, MONTHS)), (1, Months(joined, MONTHS)), (2, Months(0, left.min(MONTHS)))];
    places.push(Group { code: "G3", cells });
    places.push(Group::always("G2", &[1, 3]));
    places.push(Group::always("G9", &[0, 3]));
    let year = |months: usize| first_year + i32::try_from(months / 12).expect("a year");
    let (from, until) = (year(joined), year(left) - 1);
    let [a, b, c, d] = countries;
    let places_json = format!(
        r#"{{"code":"G3","name":"the three","members":["{a}",{{"code":"{b}","from":"{from}"}},{{"code":"{c}","until":"{until}"}}]}},
        {{"code":"G2","name":"the two","members":["{b}","{d}"]}},{{"code":"G9","name":"the partners"}}"#
    );
    let products = vec![
        Group::always("", &[0, 1, 2, 3, 4]),
        Group::always("2709", &[0]),
        Group::always("2710", &[1]),
        Group::always("27", &[0, 1]),
        Group::always("8471", &[2]),
        Group::always("8517", &[3]),
        Group::always("other goods", &[4]),
        Group::always("fuel and computers", &[0, 1, 2]),
        Group::always("telephones and more", &[3, 4]),
    ];
    let products_json = r#"{"code":"fuel and computers","name":"fuel and computers","members":["27","8471"]},
        {"code":"telephones and more","name":"telephones and more","members":["8517","other goods"]}"#;
    let modes = vec![Group::always("", &[0, 1]), Group::always("rail", &[0])];
    Division { places, products, modes, places_json, products_json, countries: 4 }
}

/// The true amounts of one definition in one release.
#[derive(Clone)]
pub struct Amounts {
    /// By country, product, mode, month and direction, in each unit.
    cells: Vec<[i128; 4]>,
    /// Seeds the factors that take a season out of each series by itself; zero where nothing is taken out.
    season: u64,
}

fn cell((country, product, mode, month, imports): (usize, usize, usize, usize, usize)) -> usize {
    (((country * PRODUCTS + product) * MODES + mode) * MONTHS + month) * 2 + imports
}

impl Amounts {
    /// `rate`: what a dollar costs, in thousandths.
    pub fn new(random: &mut Random, rate: i128) -> Self {
        let mut cells = vec![[0; 4]; COUNTRIES * PRODUCTS * MODES * MONTHS * 2];
        let rates: Vec<i128> = (0..MONTHS).map(|_| rate * random.between(990, 1010)).collect();
        for country in 0..COUNTRIES {
            let size = 10_i128.pow(u32::try_from(random.between(4, 8)).expect("a power"));
            for product in 0..PRODUCTS {
                let price = random.between(500, 9000);
                for mode in 0..MODES {
                    for imports in 0..2 {
                        let level = size * random.between(1, 60);
                        // Nobody buys everything.
                        let level = if random.chance(10) { 0 } else { level };
                        let trend = random.between(97, 105);
                        let mut now = level;
                        for (month, rate) in rates.iter().enumerate() {
                            now = now * trend / 100;
                            let money = now * random.between(60, 140) / 100;
                            let tonnes = money * 1000 / (price * random.between(95, 105) * 10);
                            let volume = money * random.between(80, 110) / 100;
                            cells[cell((country, product, mode, month, imports))] =
                                [money, money * 1_000_000 / rate, tonnes, volume];
                        }
                    }
                }
            }
        }
        Self { cells, season: 0 }
    }

    /// The same trade counted otherwise: each amount may differ by up to so many per cent.
    pub fn revised(&self, random: &mut Random, percent: i128) -> Self {
        let mut cells = self.cells.clone();
        for amounts in &mut cells {
            let factor = random.between(1000 - 10 * percent, 1000 + 10 * percent);
            *amounts = amounts.map(|amount| amount * factor / 1000);
        }
        Self { cells, ..*self }
    }

    pub fn adjusted(&self, random: &mut Random) -> Self {
        Self { season: random.next() | 1, ..self.clone() }
    }

    /// Two kinds of trade together.
    pub fn with(&self, other: &Self) -> Self {
        let both = self.cells.iter().zip(&other.cells);
        Self { cells: both.map(|(a, b)| [0, 1, 2, 3].map(|unit| a[unit] + b[unit])).collect(), ..*self }
    }

    /// The truth of a trade.
    pub fn of(&self, division: &Division, trade: Trade, unit: Unit) -> i128 {
        let way = |imports: usize| self.one_way(division, trade, unit, imports);
        match trade.flow {
            Flow::Exports => way(0),
            Flow::Imports => way(1),
            Flow::Total => way(0) + way(1),
            Flow::Balance => way(0) - way(1),
        }
    }

    fn one_way(&self, division: &Division, trade: Trade, unit: Unit, imports: usize) -> i128 {
        let mut sum = 0;
        for month in trade.months.0..trade.months.1 {
            for (country, belongs) in &division.places[trade.place].cells {
                if !(belongs.0..belongs.1).contains(&month) {
                    continue;
                }
                for (product, _) in &division.products[trade.product].cells {
                    for (mode, _) in &division.modes[trade.mode].cells {
                        sum += self.cells[cell((*country, *product, *mode, month, imports))][unit as usize];
                    }
                }
            }
        }
        if self.season == 0 {
            return sum;
        }
        let key = [trade.place, trade.product, trade.mode, imports, trade.months.0, trade.months.1];
        let seed = key.iter().fold(self.season, |seed, part| {
            Random(seed ^ (*part as u64).wrapping_mul(0x00A0_761D_6478_BD64)).next()
        });
        sum * Random(seed).between(900, 1100) / 1000
    }
}
