//! Numbers printed in 亿 and 万, shown in billions, millions and thousands.

use horgos::analysis::{Analysis, Figure};
use horgos::wording::Words;

use super::rows::{PLACES, dataset};
use super::told;

#[test]
fn hundreds_of_millions_are_shown_in_billions_with_all_their_digits() {
    let rows = [
        "t W00 total value 2021 17483.7 CNY unit_mult=8",
        "e W00 exports value 2021 9052.1 CNY unit_mult=8",
        "p KAZ exports value 2021 35 CNY unit_mult=4",
        "q KGZ exports value 2021 12.5 CNY unit_mult=4",
    ];
    let dataset = dataset(PLACES, &rows);
    let analysis = Analysis::new(&dataset);
    let words = Words::new(&dataset, &analysis);
    let shown = (0..4).map(|at| words.value_line(Figure::Published(at)));
    assert!(shown.eq(["1,748.37 bn CNY", "905.21 bn CNY", "0.35 mn CNY", "125 thousand CNY"]));
    assert!(dataset.observations.iter().all(|row| row.multiplier != 9), "the rows stay as they were printed");
    let imports = (0..analysis.derivations().len()).map(Figure::Derived);
    let imports: Vec<String> = imports.map(|figure| words.value_line(figure)).collect();
    assert!(imports.contains(&"843.16 bn CNY".to_owned()), "{imports:?}");
}

#[test]
fn proofs_show_them_alike() {
    let proof = told(&[
        "e KAZ exports value 2021 120.5 CNY unit_mult=8",
        "t KAZ total value 2021 11.9 CNY unit_mult=9",
    ]);
    let proof = proof.join("\n");
    assert!(proof.contains("12.05") && proof.contains("12.045 to 12.055 bn CNY"), "{proof}");
}
