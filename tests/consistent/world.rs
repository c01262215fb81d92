//! Worlds that releases print, each in its definitions and roundings.

use crate::number::Rounding;
use crate::printed::{Press, Reporter, Row, Series};
use crate::random::Random;
use crate::truth::{Amounts, Flow, MONTHS, Months, Unit, division};

/// Rows and what they are about.
#[derive(Clone)]
pub struct World {
    pub seed: u64,
    pub rows: Vec<Row>,
    places: String,
    products: &'static str,
    sources: String,
    pub releases: usize,
    /// True if two releases say different things of one trade.
    pub is_revised: bool,
}

const REPORTERS: [Reporter; 4] = [
    Reporter { code: "CHN", currency: "CNY", rate: 6_500 },
    Reporter { code: "DEU", currency: "EUR", rate: 880 },
    Reporter { code: "RUS", currency: "RUB", rate: 64_000 },
    Reporter { code: "JPN", currency: "JPY", rate: 109_000 },
];

impl World {
    /// A world with about so many rows.
    pub fn new(seed: u64, rows: usize) -> Self {
        let random = &mut Random(seed);
        let first_year = 2015;
        let division = division(random, first_year);
        let reporter = &REPORTERS[random.index(REPORTERS.len())];
        let base = Amounts::new(random, reporter.rate);
        let (amounts, is_revised) = releases(random, base);
        let releases = amounts.len();
        let (mut series, mut sources, mut roundings) = (Vec::new(), Vec::new(), Vec::new());
        // All releases have the same definitions, and where nothing was revised the same figures.
        let defined = random.clone();
        for (release, amounts) in amounts.into_iter().enumerate() {
            let sources = sources_of(random, release, &mut sources, &mut roundings);
            series.extend(definitions(&mut defined.clone(), &amounts, &sources));
        }
        random.shuffle(&mut series);
        let mut units = vec![Unit::Money];
        units.extend([Unit::Dollars, Unit::Tonnes].into_iter().filter(|_| random.chance(50)));
        let (mut places, mut products, modes) = (
            some(random, division.places.len(), 5),
            some(random, division.products.len(), 3),
            if random.chance(20) { vec![0, 1] } else { vec![0] },
        );
        let mut months = periods(random);
        let mut flows = vec![Flow::Exports, Flow::Imports, Flow::Total, Flow::Balance];
        if random.chance(50) {
            // A few series that much is known of.
            random.shuffle(&mut flows);
            flows.truncate(1 + random.index(3));
            units.truncate(2);
            places.truncate(2);
            products.truncate(1);
            let months_of_a_year = months
                .pop()
                .map_or(Months(0, 12), |Months(from, to)| Months(from % 12, from % 12 + to - from));
            months =
                [0, 12, 24].map(|year| Months(year + months_of_a_year.0, year + months_of_a_year.1)).to_vec();
        }
        let (places_json, products_json) = (division.places_json.clone(), division.products_json);
        let is_mirrored = random.chance(50);
        let mut press = Press {
            random,
            is_mirrored,
            division,
            reporter,
            units,
            first_year,
            roundings,
            rows: Vec::new(),
            places,
            products,
            modes,
            flows,
            months,
        };
        while press.rows.len() < rows {
            let series = &series[press.random.index(series.len())];
            press.print(series);
        }
        let mut rows = press.rows;
        random.shuffle(&mut rows);
        Self {
            seed,
            rows,
            places: places_json,
            products: products_json,
            sources: sources.join(",\n"),
            releases,
            is_revised,
        }
    }

    /// The dataset as text.
    pub fn json(&self) -> String {
        let rows: Vec<String> = self.rows.iter().map(Row::json).collect();
        format!(
            r#"{{"resources":[{{"name":"sources","data":[{}]}},{{"name":"places","data":[{}]}},{{"name":"products","data":[{}]}},
{{"name":"observations","data":[
{}]}}]}}"#,
            self.sources,
            self.places,
            self.products,
            rows.join(",\n")
        )
    }
}

/// The figures of each release, and a flag if two of them differ.
fn releases(random: &mut Random, base: Amounts) -> (Vec<Amounts>, bool) {
    match random.index(6) {
        0 => (vec![base.clone(), base], false),
        1 => {
            let later = base.revised(random, 3);
            (vec![base, later], true)
        }
        2 => {
            let other = base.revised(random, 20);
            (vec![base, other], true)
        }
        _ => (vec![base], false),
    }
}

/// The sources of a release, of which one may be for rows that name none.
fn sources_of(
    random: &mut Random,
    release: usize,
    sources: &mut Vec<String>,
    roundings: &mut Vec<Rounding>,
) -> Vec<Option<usize>> {
    if release == 0 && random.chance(20) {
        // A row without a source has that of the dataset if there is but one.
        for id in ["x", "y"] {
            sources.push(format!(r#"{{"id":"{id}","publisher":"Nobody"}}"#));
            roundings.push(Rounding::HalfUp);
        }
        return vec![None];
    }
    let publisher = random.pick(&["The office", "The customs"]);
    let day = random.chance(80).then(|| format!(r#","published":"20{}-03-0{}""#, 19 + release, 1 + release));
    let count = if day.is_some() { 1 + random.index(2) } else { 1 };
    let mut ids = Vec::new();
    for _ in 0..count {
        let (rounding, said) = random.pick(&[
            (Rounding::HalfUp, ""),
            (Rounding::HalfEven, ""),
            (Rounding::HalfUp, r#","rounding":"nearest""#),
            (Rounding::HalfEven, r#","rounding":"nearest""#),
            (Rounding::Cut, r#","rounding":"cut""#),
        ]);
        let (id, day) = (sources.len(), day.clone().unwrap_or_default());
        sources.push(format!(
            r#"{{"id":"s{id}","publisher":"{publisher}"{day}{said},"chain":"by way of {id}"}}"#
        ));
        roundings.push(rounding);
        ids.push(Some(id));
    }
    ids
}

/// The definitions that a release has figures of.
fn definitions(random: &mut Random, amounts: &Amounts, sources: &[Option<usize>]) -> Vec<Series> {
    let series = |amounts: Amounts, exports: &str, imports: &str| Series {
        amounts,
        columns: [exports.to_owned(), imports.to_owned()],
        sources: sources.to_vec(),
    };
    let plain = |amounts: &Amounts, columns: &str| series(amounts.clone(), columns, columns);
    let bop = amounts.revised(random, 5);
    match random.index(6) {
        0 => vec![
            plain(amounts, r#","coverage":"G""#),
            plain(&bop, r#","coverage":"S""#),
            plain(&amounts.with(&bop), r#","coverage":"GS""#),
        ],
        1 => vec![
            plain(amounts, r#","basis":"customs","trade_system":"special""#),
            plain(&bop, r#","basis":"bop","trade_system":"general""#),
        ],
        2 => {
            let adjusted = random.pick(&["S", "W", "Y"]);
            let adjusted = format!(r#","adjustment":"{adjusted}""#);
            vec![plain(amounts, r#","adjustment":"N""#), plain(&amounts.adjusted(random), &adjusted)]
        }
        3 => vec![series(amounts.clone(), r#","valuation":"FOB""#, r#","valuation":"CIF""#)],
        _ => vec![plain(amounts, "")],
    }
}

fn some(random: &mut Random, of: usize, most: usize) -> Vec<usize> {
    let mut all: Vec<usize> = (0..of).collect();
    random.shuffle(&mut all);
    all.truncate(random.index(most));
    all.push(0);
    all
}

/// Years, their parts and what a year has seen so far, in all of which figures are printed.
fn periods(random: &mut Random) -> Vec<Months> {
    let mut all = Vec::new();
    let lengths = [1, 3, 6, 12];
    for _ in 0..random.index(2) {
        let length = random.pick(&lengths);
        let in_year = random.index(12 / length) * length;
        all.extend((0..MONTHS / 12).map(|year| Months(12 * year + in_year, 12 * year + in_year + length)));
    }
    let year = 12 * random.index(MONTHS / 12);
    match random.index(4) {
        0 => {
            let so_far = 2 + random.index(10);
            all.extend([Months(year, year + so_far), Months(year + so_far - 1, year + so_far)]);
            all.extend([Months(year, year + so_far - 1)]);
        }
        1 => all.extend(
            (0..12).map(|month| Months(year + month, year + month + 1)).chain([Months(year, year + 12)]),
        ),
        2 => all.extend(
            (0..4).map(|at| Months(year + 3 * at, year + 3 * at + 3)).chain([Months(year, year + 12)]),
        ),
        _ => all.extend((0..MONTHS / 12).map(|year| Months(12 * year, 12 * year + 12))),
    }
    all
}
