//! Every sentence of the checks once: the claim, the lines of its proof, and what is said where it holds.

#[path = "wording/alike.rs"]
mod alike;
#[path = "wording/assumptions.rs"]
mod assumptions;
#[path = "wording/changes.rs"]
mod changes;
#[path = "wording/figures.rs"]
mod figures;
#[path = "wording/growth.rs"]
mod growth;
#[path = "wording/long.rs"]
mod long;
#[path = "wording/over_time.rs"]
mod over_time;
#[path = "wording/parts.rs"]
mod parts;
#[path = "wording/passed.rs"]
mod passed;
#[path = "wording/pictures.rs"]
mod pictures;
#[path = "wording/powers.rs"]
mod powers;
#[path = "wording/ranks.rs"]
mod ranks;
#[path = "support/rows.rs"]
mod rows;
#[path = "wording/shares.rs"]
mod shares;

use horgos::analysis::Analysis;
use horgos::wording::Words;
use rows::{PLACES, dataset};

/// The sentence of the first finding, then the lines of its proof.
fn told(rows: &[&str]) -> Vec<String> {
    told_among(PLACES, rows)
}

/// As [`told`], with these places.
fn told_among(places: &str, rows: &[&str]) -> Vec<String> {
    let dataset = dataset(places, rows);
    let analysis = Analysis::new(&dataset);
    let words = Words::new(&dataset, &analysis);
    let Some(finding) = analysis.findings.first() else { return Vec::new() };
    std::iter::once(words.sentence(finding)).chain(words.proof(finding)).collect()
}

/// The last step of the first finding's proof, where assumptions stand, on one line.
fn last(rows: &[&str]) -> String {
    let dataset = dataset(PLACES, rows);
    let analysis = Analysis::new(&dataset);
    let finding = analysis.findings.first();
    finding.and_then(|finding| Words::new(&dataset, &analysis).proof_steps(finding).pop()).unwrap_or_default()
}
