//! Datasets made from true numbers and printed as offices print them are in order, however their rows are sorted; one
//! figure moved out of what the others allow is found.
//!
//! `HORGOS_FUZZ_FIGURES=100000 cargo test --test consistent -- --nocapture` makes so many figures and says how many
//! moved ones each rule tried and found.

#[path = "consistent/dense.rs"]
mod dense;
#[path = "consistent/number.rs"]
mod number;
#[path = "consistent/orders.rs"]
mod orders;
#[path = "consistent/printed.rs"]
mod printed;
#[path = "consistent/random.rs"]
mod random;
#[path = "consistent/series.rs"]
mod series;
#[path = "consistent/truth.rs"]
mod truth;
#[path = "consistent/world.rs"]
mod world;

use std::collections::{BTreeMap, BTreeSet};

use horgos::analysis::{
    Analysis, Assumption, Claim, Figure, Finding, Parts, Passed, Rule, Severity, SumOfParts,
};
use horgos::dataset::Dataset;
use horgos::formats::parse;
use printed::Row;
use random::Random;
use world::World;

fn dataset(world: &World) -> Dataset {
    let text = world.json();
    parse("test", &text, &|_| Err(String::new()))
        .unwrap_or_else(|problems| panic!("{problems:?}\n{text}"))
        .dataset
}

/// The row of a published figure.
fn place(figure: &Figure) -> Option<usize> {
    match figure {
        Figure::Published(at) => Some(*at),
        Figure::Derived(_) => None,
    }
}

/// The findings graver than a note.
fn grave(dataset: &Dataset) -> Vec<Finding> {
    let findings = Analysis::new(dataset).findings;
    findings.into_iter().filter(|finding| finding.severity != Severity::Note).collect()
}

/// How many figures are made: by the variable `HORGOS_FUZZ_FIGURES`, else the usual number.
fn wanted(usual: usize) -> usize {
    std::env::var("HORGOS_FUZZ_FIGURES").ok().and_then(|count| count.parse().ok()).unwrap_or(usual)
}

/// Worlds of these sizes in turn, with at least so many figures in all.
fn worlds(figures: usize, sizes: &[usize]) -> impl Iterator<Item = World> {
    let mut left = wanted(figures);
    (0..).zip(sizes.iter().cycle()).map_while(move |(seed, size)| {
        let world = (left > 0).then(|| World::new(seed, *size))?;
        left = left.saturating_sub(world.rows.len());
        Some(world)
    })
}

/// The power of ten of a row's unit.
fn power(row: &Row) -> u32 {
    let (_, power) = row.columns.split_once(r#""unit_mult":"#).unwrap_or(("", "0"));
    power.split(',').next().and_then(|power| power.parse().ok()).expect("a power of ten")
}

/// Moves a figure far up or down: by three times what it is, and a thousand times what the rounding to this power of ten
/// hides.
fn move_far(row: &mut Row, coarsest: u32, is_up: bool) {
    let unit = 10_i128.pow(row.decimals + coarsest.saturating_sub(power(row)));
    if let Some(number) = &mut row.number {
        let by = match row.measure {
            "rank" | "count" => 1,
            // Far below zero it would be the record of a deficit.
            "record" if !is_up => *number - *number / 100,
            _ => 3 * number.abs() + 1000 * unit,
        };
        *number = if is_up { *number + by } else { *number - by };
    }
}

/// Makes a balance a thousand million times as large, as where a word such as "million" went missing next to it.
fn move_to_millions(row: &mut Row) {
    if let Some(number) = &mut row.number {
        *number = (*number + number.signum()) * 1_000_000_000;
    }
}

/// Moves one of the figures of a check out of what the check allows; gives back its place.
fn move_one(world: &mut World, check: &Passed, is_exact: bool, random: &mut Random) -> usize {
    let places: Vec<usize> = check.figures.iter().filter_map(place).collect();
    if check.rule == Rule::ValueAndBalance {
        let is_balance = |at: &&usize| world.rows[**at].columns.contains(r#""flow":"balance""#);
        let at = *places.iter().find(is_balance).expect("a balance");
        move_to_millions(&mut world.rows[at]);
        return at;
    }
    let coarsest = places.iter().map(|at| power(&world.rows[*at])).max().expect("a row");
    let at = random.pick(&places);
    move_far(&mut world.rows[at], coarsest, is_exact || random.chance(50));
    at
}

/// The findings in a dataset that is true; across releases that differ a doubt that says so is right.
fn false_findings(world: &World) -> Vec<String> {
    let is_right = |finding: &Finding| {
        let is_release = |assumption: &Assumption| matches!(assumption, Assumption::Releases { .. });
        world.is_revised && finding.severity == Severity::Doubt && finding.assumptions.iter().any(is_release)
    };
    let describe = |finding: Finding| {
        let (severity, rule, assumptions) =
            (finding.severity.code(), finding.rule.code(), &finding.assumptions);
        let rows = finding.figures.iter().filter_map(place).map(|at| world.rows[at].json() + "\n");
        let (seed, size) = (world.seed, world.rows.len());
        format!(
            "{severity} {rule}, seed {seed} of {size} rows: {assumptions:?}\n{}",
            rows.collect::<String>()
        )
    };
    grave(&dataset(world)).into_iter().filter(|finding| !is_right(finding)).map(describe).collect()
}

#[test]
fn true_figures_are_neither_contradicted_nor_doubted() {
    let (mut figures, mut found) = (0, Vec::new());
    for world in worlds(6_000, &[10, 30, 60, 200]) {
        figures += world.rows.len();
        found.extend(false_findings(&world));
    }
    let first: String = found.iter().take(20).map(String::as_str).collect();
    assert!(found.is_empty(), "{} false findings on {figures} figures:\n{first}", found.len());
    println!("{figures} figures");
}

/// Debug text in which figures go by their ids, since their places change with the order of rows.
fn by_id(analysis: &Analysis, dataset: &Dataset, text: &str) -> String {
    let kinds = [("Published(", Figure::Published as fn(usize) -> Figure), ("Derived(", Figure::Derived)];
    kinds.into_iter().fold(text.to_owned(), |text, (kind, figure)| {
        let mut pieces = text.split(kind);
        let mut named = pieces.next().unwrap_or_default().to_owned();
        for piece in pieces {
            let (at, rest) = piece.split_once(')').expect("a place in brackets");
            named += &analysis.id(dataset, figure(at.parse().expect("a place")));
            named += rest;
        }
        named
    })
}

/// Every finding and derived figure, in an order of their own.
fn described(world: &World) -> BTreeSet<String> {
    let dataset = dataset(world);
    let analysis = Analysis::new(&dataset);
    let findings = analysis.findings.iter().map(|finding| format!("{finding:?}"));
    let derived = (0..)
        .zip(analysis.all_derived(&dataset))
        .map(|(at, derived)| format!("{}: {derived:?}", analysis.id(&dataset, Figure::Derived(at))));
    let counts = [format!("{} passed", analysis.passed_count)];
    findings.chain(derived).chain(counts).map(|text| by_id(&analysis, &dataset, &text)).collect()
}

#[test]
fn the_order_of_rows_changes_nothing() {
    for mut world in worlds(2_000, &[10, 30, 60, 200]) {
        let random = &mut Random(world.seed);
        for _ in 0..world.rows.len() / 20 {
            let at = random.index(world.rows.len());
            move_far(&mut world.rows[at], 0, true);
        }
        let before = described(&world);
        random.shuffle(&mut world.rows);
        let after = described(&world);
        let lost: Vec<&String> = before.difference(&after).collect();
        let new: Vec<&String> = after.difference(&before).collect();
        assert!(before == after, "seed {}: {lost:#?}\nbecame {new:#?}", world.seed);
    }
}

/// True if a check holds figures to a number, not only to more or less than one, and none of them is so short that the
/// number may be anything.
fn is_exact(passed: &Passed, rows: &[&Row]) -> bool {
    let of_flows =
        matches!(passed.claim, Claim::SumOfParts(SumOfParts { parts: Parts::Flows, .. }) | Claim::Balance(_));
    let is_of_growth = |row: &&Row| ["growth", "multiple"].contains(&row.measure);
    let has_growth = rows.iter().any(is_of_growth);
    let has_nothing = rows.iter().any(|row| row.number == Some(0));
    (passed.rule == Rule::GrowthBetweenPeriods && !has_nothing)
        || (passed.rule == Rule::ChangeBetweenPeriods && !has_growth)
        || (passed.rule == Rule::SameFigure && rows.len() == 2)
        || (of_flows && !has_growth)
}

/// The most checks of one rule that are tried in a world.
const MOST_OF_A_RULE: usize = 2;

#[test]
fn a_figure_moved_out_of_what_a_check_allows_is_found_by_it() {
    let (mut tried, mut found, mut unnoticed) = (BTreeMap::new(), BTreeMap::new(), Vec::new());
    for mut world in worlds(8_000, &[20, 30, 40]).filter(|world| world.releases == 1) {
        let mut random = Random(world.seed);
        for check in &Analysis::new(&dataset(&world)).passed {
            let places: Vec<usize> = check.figures.iter().filter_map(place).collect();
            let rows: Vec<&Row> = places.iter().map(|at| &world.rows[*at]).collect();
            let count = tried.entry((world.seed, check.rule)).or_insert(0);
            let has_bound = rows.iter().any(|row| row.columns.contains("bound"));
            if *count == MOST_OF_A_RULE || places.is_empty() || has_bound {
                continue;
            }
            *count += 1;
            let is_exact = is_exact(check, &rows);
            let before = world.rows.clone();
            let at = move_one(&mut world, check, is_exact, &mut random);
            let row = before[at].clone();
            let is_found = grave(&dataset(&world)).iter().any(|finding| {
                finding.rule == check.rule && finding.figures.contains(&Figure::Published(at))
            });
            let (tried, seen) = found.entry((check.rule.code(), row.measure)).or_insert((0, 0));
            (*tried, *seen) = (*tried + 1, *seen + usize::from(is_found));
            if is_exact && !is_found {
                let rows: String = places.iter().map(|at| world.rows[*at].json() + "\n").collect();
                unnoticed.push(format!("{}, {}, seed {}:\n{rows}", check.rule.code(), row.id, world.seed));
            }
            world.rows[at] = row;
        }
    }
    for ((rule, measure), (tried, seen)) in &found {
        println!("| {rule} | {measure} | {tried} | {seen} |");
    }
    let first = &unnoticed[..unnoticed.len().min(20)];
    assert!(unnoticed.is_empty(), "{} went unnoticed:\n{}", unnoticed.len(), first.concat());
    let rules = found.iter().filter(|(_, (_, seen))| *seen > 0).map(|((rule, _), _)| *rule);
    let rules: BTreeSet<&str> = rules.collect();
    let missing: Vec<&&str> = RULES.iter().filter(|rule| !rules.contains(**rule)).collect();
    assert!(missing.is_empty(), "no moved figure was found by {missing:?}");
}

/// Rules that find what was moved in so few worlds; more figures show the others.
const RULES: [&str; 16] = [
    "change-between-periods",
    "derived-flow",
    "growth-between-parts",
    "growth-between-periods",
    "one-rate",
    "part-of-whole",
    "part-of-whole/base",
    "rate-of-the-year",
    "record",
    "same-figure",
    "share-change",
    "share-of-whole",
    "shares-within-whole",
    "sum-of-parts",
    "sum-of-parts/base",
    "value-and-balance",
];
