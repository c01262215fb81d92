//! Groups among partners: set aside next to their members, and counted where none has rows.

use super::{ask, asked, comtrade, entries, shown};
use crate::dataset::Flow;
use crate::records::{Engine, SetAside};

/// The partners of a table with these, each with its amount; all of them together; and how many rows are set aside.
fn partners(partners: &[(&str, u32)]) -> (String, String, u64) {
    let rows: Vec<String> =
        partners.iter().map(|(partner, amount)| format!("KAZ,X,{partner},TOTAL,2022,{amount}")).collect();
    let table = comtrade(&rows.iter().map(String::as_str).collect::<Vec<_>>());
    let answer = ask(&table, &asked("KAZ", Flow::Exports, "2022"));
    let names: Vec<String> = entries(&answer.partners)
        .iter()
        .map(|entry| entry.split_whitespace().take(2).collect::<Vec<_>>().join(" "))
        .collect();
    let aside = table.catalog().tally.all_set_aside();
    let aside = aside.filter(|(why, _)| *why == SetAside::PartnerGroups).map(|(_, count)| count.rows).sum();
    (names.join(", "), shown(&answer.whole[0]), aside)
}

#[test]
fn groups_next_to_their_members_are_set_aside() {
    for group in ["EU27_2020", "EA19", "EURO_18", "EA18", "EUN"] {
        let (names, whole, aside) = partners(&[("DEU", 30), (group, 100), ("CHN", 4)]);
        assert_eq!((names.as_str(), aside), ("DEU 30, CHN 4", 1), "{group}");
        assert!(whole.starts_with("34 of 2"), "{group}: {whole}");
    }
    let (names, _, aside) =
        partners(&[("NOR", 30), ("EFTA_BL", 100), ("EXT_EU27_2020", 200), ("VNM", 4), ("ASEAN", 50)]);
    assert_eq!((names.as_str(), aside), ("NOR 30, VNM 4", 3));
}

#[test]
fn groups_without_their_members_count_as_places() {
    let (names, whole, aside) = partners(&[("USA", 30), ("EU27_2020", 100), ("CHN", 4), ("ASEAN", 50)]);
    assert_eq!((names.as_str(), aside), ("EU27_2020 100, ASEAN 50, USA 30, CHN 4", 0));
    assert!(whole.starts_with("184 of 4"), "{whole}");
    let (names, _, aside) = partners(&[("DEU", 30), ("FRA", 20), ("EXT_EU27_2020", 100)]);
    assert_eq!((names.as_str(), aside), ("EXT_EU27_2020 100, DEU 30, FRA 20", 0));
}

#[test]
fn of_groups_that_overlap_the_largest_counts() {
    let (names, _, aside) = partners(&[("USA", 30), ("EA19", 80), ("EU27_2020", 100)]);
    assert_eq!((names.as_str(), aside), ("EU27_2020 100, USA 30", 1));
}

#[test]
fn a_group_whose_members_may_be_there_is_set_aside() {
    // Nobody knows who belongs to the one, nor what the other place is.
    let (names, _, aside) = partners(&[("USA", 30), ("ACP", 80)]);
    assert_eq!((names.as_str(), aside), ("USA 30", 1));
    let (names, _, aside) = partners(&[("Alemania", 30), ("EU27_2020", 80)]);
    assert_eq!((names.as_str(), aside), ("Alemania 30", 1));
    // A rest of its own members, or of nobody knows whom.
    for rest in ["Rest of the European Union", "EU_NES", "Other EU countries", "Other Europe nes"] {
        let (names, _, aside) = partners(&[("USA", 30), ("EU27_2020", 80), (rest, 9)]);
        let first = rest.split(' ').next().unwrap_or_default();
        assert!(names.starts_with(&format!("USA 30, {first}")), "{names}");
        assert_eq!(aside, 1, "{rest}");
    }
    for rest in ["Rest of ASEAN", "Other countries", "Bunkers"] {
        let (_, _, aside) = partners(&[("USA", 30), ("EU27_2020", 80), (rest, 9)]);
        assert_eq!(aside, 0, "{rest}");
    }
    // Of groups alone each is shown, and none is added up.
    let (names, _, _) = partners(&[("EU27_2020", 30), ("ASEAN", 80)]);
    assert_eq!(names, "ASEAN 80, EU27_2020 30");
}
