//! Counts of parts against those of their wholes.

use super::{breaks, findings};

#[test]
fn who_exports_also_trades() {
    breaks(
        &["e W00 exports count 2023 64 COUNT label=firms", "t W00 total count 2023 64 COUNT label=firms"],
        &["count-of-part [e t]"],
        "e W00 exports count 2023 65 COUNT label=firms",
        &["contradiction count-of-part [e t]"],
    );
}

#[test]
fn who_trades_exports_or_imports() {
    let total = |count: &str| {
        findings(&[
            "e W00 exports count 2023 64 COUNT label=firms",
            "i W00 imports count 2023 31 COUNT label=firms",
            &format!("t W00 total count 2023 {count} COUNT label=firms"),
        ])
    };
    assert_eq!(total("95"), [""; 0]);
    assert_eq!(total("96"), ["contradiction count-of-part [e i t]"]);
}

#[test]
fn only_a_label_says_what_is_counted() {
    let counts = |one: &str, other: &str| {
        findings(&[
            &format!("e W00 exports count 2023 640 COUNT {one}"),
            &format!("t W00 total count 2023 120 COUNT {other}"),
        ])
    };
    assert_eq!(counts("", ""), ["doubt count-of-part [e t] unless two-counts"]);
    assert_eq!(counts("label=firms", "label=countries"), [""; 0]);
    let with = |label: &str| {
        findings(&[
            &format!("k KAZ exports count 2023 640 COUNT {label}"),
            &format!("w W00 exports count 2023 120 COUNT {label}"),
        ])
    };
    assert_eq!(with(""), [""; 0], "firms that export there, and countries");
    assert_eq!(with("label=firms"), ["contradiction count-of-part [k w]"]);
    let doubt = ["doubt count-of-part [k w] unless two-counts"];
    assert_eq!(with("product=lorries"), doubt, "a product nearly says it");
    assert_eq!(with("transport=rail"), doubt);
}
