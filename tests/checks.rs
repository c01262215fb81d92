//! Every rule on small datasets: where it holds, where it just touches by rounding, and where it breaks.
//!
//! Findings are compared as data: severity, rule, ids and assumptions. The sentences are tested in `wording.rs`.

#[path = "checks/agreement.rs"]
mod agreement;
#[path = "checks/assumptions.rs"]
mod assumptions;
#[path = "checks/changes.rs"]
mod changes;
#[path = "checks/claims.rs"]
mod claims;
#[path = "checks/composition.rs"]
mod composition;
#[path = "checks/counts.rs"]
mod counts;
#[path = "checks/coverage.rs"]
mod coverage;
#[path = "checks/derived_flows.rs"]
mod derived_flows;
#[path = "checks/growths.rs"]
mod growths;
#[path = "checks/indices.rs"]
mod indices;
#[path = "checks/innocent.rs"]
mod innocent;
#[path = "checks/json.rs"]
mod json;
#[path = "checks/only.rs"]
mod only;
#[path = "checks/over_time.rs"]
mod over_time;
#[path = "checks/overlap.rs"]
mod overlap;
#[path = "checks/periods.rs"]
mod periods;
#[path = "checks/precision.rs"]
mod precision;
#[path = "checks/products.rs"]
mod products;
#[path = "checks/ranks.rs"]
mod ranks;
#[path = "checks/rates.rs"]
mod rates;
#[path = "checks/records.rs"]
mod records;
#[path = "checks/releases.rs"]
mod releases;
#[path = "support/rows.rs"]
mod rows;
#[path = "support/schema.rs"]
#[allow(dead_code, reason = "not every test uses all of the support")]
mod schema;
#[path = "checks/shares.rs"]
mod shares;
#[path = "checks/units.rs"]
mod units;
#[path = "checks/unsaid.rs"]
mod unsaid;
#[path = "checks/wholes.rs"]
mod wholes;

use horgos::analysis::{Analysis, Assumption, Figure, Finding, OverlapsWith, Rule};
use horgos::dataset::{Code, Dataset};
use rows::{PLACES, dataset};

fn id(dataset: &Dataset, figure: Figure) -> &str {
    match figure {
        Figure::Published(at) => &dataset.observations[at].id,
        Figure::Derived(_) => "derived",
    }
}

/// `contradiction part-of-whole [e t]`, `doubt sum-of-parts [a b w] unless overlap ASEAN VNM`
fn summary(dataset: &Dataset, finding: &Finding) -> String {
    let ids: Vec<&str> = finding.figures.iter().map(|figure| id(dataset, *figure)).collect();
    let head = format!("{} {} [{}]", finding.severity.code(), finding.rule.code(), ids.join(" "));
    let assumptions = finding.assumptions.iter().map(|assumption| {
        let values = match assumption {
            Assumption::GrowthIn { unit, fitting } if fitting.is_empty() => unit.code().to_owned(),
            Assumption::GrowthIn { unit, .. } => format!("{} fitting", unit.code()),
            Assumption::Overlap { place, with } => match with {
                OverlapsWith::Place(other) => format!("{place} {other}"),
                OverlapsWith::Another => format!("{place} another"),
                OverlapsWith::Others => format!("{place} others"),
            },
            Assumption::Classifications { one, other } => format!("{one} {other}"),
            Assumption::Correction { value, .. } => id(dataset, *value).to_owned(),
            Assumption::SomeCorrection(values) => values.to_string(),
            Assumption::Status { figure, status } => format!("{} {}", id(dataset, *figure), status.code()),
            Assumption::RateMoved(percent) => percent.to_string(),
            Assumption::GrowthOfElse { growth, tried } => {
                format!("{} {}", id(dataset, *growth), tried.code())
            }
            Assumption::WithoutGroup { place, part } => format!("{place} {part}"),
            Assumption::PerYear { growth } => id(dataset, *growth).to_owned(),
            Assumption::ReExportsApart { re_exports } => id(dataset, *re_exports).to_owned(),
            Assumption::TimesMore { multiple } | Assumption::TimesLess { multiple } => {
                id(dataset, *multiple).to_owned()
            }
            Assumption::Releases { later, earlier, is_dated, is_revision } => {
                let kind = if *is_revision { "revised" } else { "defined" };
                let order = if *is_dated { "after" } else { "and" };
                format!("{kind} {} {order} {}", id(dataset, *later), id(dataset, *earlier))
            }
            Assumption::TwoGrowths
            | Assumption::TwoThings
            | Assumption::AnotherWhole
            | Assumption::RankedOtherwise
            | Assumption::RoundedOtherwise
            | Assumption::RoundedToZeros
            | Assumption::ChangedMode
            | Assumption::GoodsAlone
            | Assumption::WithServices
            | Assumption::RankedByAmount
            | Assumption::RankedAmongOthers
            | Assumption::CutOff
            | Assumption::Averages
            | Assumption::Adjusted
            | Assumption::Valued
            | Assumption::TwoBases
            | Assumption::CorrectsEarlier
            | Assumption::MonthsOfBothSigns
            | Assumption::OtherRate
            | Assumption::MeanOfPrices
            | Assumption::OneWay
            | Assumption::TwoCounts
            | Assumption::SharedRank
            | Assumption::LacksRows
            | Assumption::OfTheSeason
            | Assumption::Unlisted
            | Assumption::Unallocated => String::new(),
            Assumption::NotListed { place }
            | Assumption::OtherMembers { place }
            | Assumption::WithoutOwn { place } => place.to_string(),
        };
        format!(" unless {} {values}", assumption.kind()).trim_end().to_owned()
    });
    std::iter::once(head).chain(assumptions).collect()
}

/// Every finding as its summary.
fn findings(rows: &[&str]) -> Vec<String> {
    findings_among(PLACES, rows)
}

/// As [`findings`], with these places.
fn findings_among(places: &str, rows: &[&str]) -> Vec<String> {
    findings_in(&dataset(places, rows))
}

fn findings_in(dataset: &Dataset) -> Vec<String> {
    Analysis::new(dataset).findings.iter().map(|finding| summary(dataset, finding)).collect()
}

/// Rule and ids of what held, but for the rules that look at each figure by itself and so hold for most rows.
fn held(rows: &[&str]) -> Vec<String> {
    held_among(PLACES, rows)
}

/// As [`held`], with these places.
fn held_among(places: &str, rows: &[&str]) -> Vec<String> {
    let dataset = dataset(places, rows);
    let analysis = Analysis::new(&dataset);
    let tried =
        analysis.passed.iter().filter(|held| ![Rule::StatusAndValue, Rule::Least].contains(&held.rule));
    let summary = |held: &horgos::analysis::Passed| {
        let ids: Vec<&str> = held.figures.iter().map(|figure| id(&dataset, *figure)).collect();
        format!("{} [{}]", held.rule.code(), ids.join(" "))
    };
    tried.map(summary).collect()
}

/// The rows hold and the named checks were tried; with one row changed, these are the findings.
fn breaks(holding: &[&str], tried: &[&str], changed: &str, found: &[&str]) {
    assert_eq!(findings(holding), [""; 0], "{holding:?}");
    assert_eq!(held(holding), tried, "{holding:?}");
    let id = changed.split_whitespace().next();
    let rows: Vec<&str> =
        holding.iter().map(|row| if row.split_whitespace().next() == id { changed } else { row }).collect();
    assert_eq!(findings(&rows), found, "{rows:?}");
}
