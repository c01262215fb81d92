//! Groups that are counted with the members of another time, and worlds without the trade within the reporter.

use super::{findings, findings_among};

#[test]
fn a_group_may_be_counted_with_the_members_of_another_time() {
    let sums = |union: &str, year: &str, other: &str| {
        findings(&[
            &format!("a DEU exports value {year} 31 USD"),
            &format!("b {other} exports value {year} 12 USD"),
            &format!("u {union} exports value {year} 40 USD"),
        ])
    };
    assert_eq!(sums("EU", "2019", "GBR"), ["doubt sum-of-parts [a b u] unless other-members EU"]);
    assert_eq!(sums("EU", "2019", "FRA"), ["contradiction sum-of-parts [a b u]"], "never left");
    assert_eq!(sums("EU28", "2019", "GBR"), ["contradiction sum-of-parts [a b u]"], "the code says which");
    assert_eq!(sums("EA", "2023", "HRV"), ["doubt sum-of-parts [a b u] unless other-members EA"]);
    let shares = findings(&[
        "u EU exports value 2019 - USD obs_status=O",
        "a DEU exports share 2019 75 PCT share_of=u",
        "b GBR exports share 2019 31 PCT share_of=u",
    ]);
    assert_eq!(shares, ["doubt shares-within-whole [a b] unless other-members EU"]);
}

#[test]
fn a_group_among_parts_may_still_count_a_former_member() {
    let sums = |country: &str| {
        findings(&[
            "a EU exports value 2022 70 USD",
            &format!("b {country} exports value 2022 12 USD"),
            "w W00 exports value 2022 75 USD",
        ])
    };
    assert_eq!(sums("GBR"), ["doubt sum-of-parts [b a w] unless other-members EU"]);
    assert_eq!(sums("USA"), ["contradiction sum-of-parts [b a w]"]);
}

#[test]
fn members_that_the_dataset_lists_are_those_it_means() {
    let places = |union: &str| format!(r#"{{"code":"{union}","name":"the union","members":["DEU","GBR"]}}"#);
    let rows = [
        "a DEU exports value 2021 31 USD",
        "b GBR exports value 2021 12 USD",
        "u EU exports value 2021 40 USD",
    ];
    assert_eq!(findings_among(&places("EU"), &rows), ["contradiction sum-of-parts [a b u]"]);
}

#[test]
fn growth_may_be_that_among_those_who_stayed() {
    let growth = |code: &str, base: &str, year: &str| {
        findings(&[
            &format!("a {code} exports value {base} 100 USD"),
            &format!("b {code} exports value {year} 95 USD"),
            &format!("g {code} exports growth {year} 12 PCT compare_period={base} growth_of=USD"),
        ])
    };
    let doubt = ["doubt growth-between-periods [a b g] unless other-members EU"];
    assert_eq!(growth("EU", "2019", "2021"), doubt);
    assert_eq!(growth("EU", "2021", "2022"), ["contradiction growth-between-periods [a b g]"]);
    assert_eq!(growth("KAZ", "2019", "2021"), ["contradiction growth-between-periods [a b g]"]);
    assert_eq!(
        growth("CIS", "2012", "2013"),
        ["doubt growth-between-periods [a b g] unless other-members CIS"],
        "sources disagree about its members"
    );
    let reporter = findings(&[
        "a W00 exports value 2022 100 EUR reporter=EA",
        "b W00 exports value 2023 95 EUR reporter=EA",
        "g W00 exports growth 2023 -9 PCT growth_of=EUR reporter=EA",
    ]);
    assert_eq!(reporter, ["doubt growth-between-periods [a b g] unless other-members EA"]);
}

#[test]
fn a_list_of_partners_without_members_may_have_grown() {
    let growth = |members: &str| {
        let places = format!(r#"{{"code":"PACT","name":"the states of the pact"{members}}}"#);
        findings_among(
            &places,
            &[
                "a PACT total value 2018 310 USD",
                "b PACT total value 2019 370 USD",
                "g PACT total growth 2019 3.1 PCT growth_of=USD",
            ],
        )
    };
    assert_eq!(growth(""), ["doubt growth-between-periods [a b g] unless other-members PACT"]);
    let city = findings_among(
        r#"{"code":"QUAY","name":"the quay of Kuryk"}"#,
        &[
            "a QUAY total value 2018 310 USD",
            "b QUAY total value 2019 370 USD",
            "g QUAY total growth 2019 3.1 PCT growth_of=USD",
        ],
    );
    assert_eq!(city, ["contradiction growth-between-periods [a b g]"], "one place has no members");
    let listed = growth(r#","members":["KAZ","UZB"]"#);
    assert_eq!(listed, ["contradiction growth-between-periods [a b g]"]);
}

#[test]
fn all_that_leads_to_a_base_period_may_lead_to_other_members() {
    let members = findings(&[
        "a DEU exports value 2019 60 USD",
        "b GBR exports value 2019 30 USD",
        "u EU exports value 2021 95 USD",
        "g EU exports growth 2021 20 PCT compare_period=2019 growth_of=USD",
    ]);
    assert_eq!(members, ["doubt sum-of-parts/base [a b u g] unless other-members EU"]);
    let shares = findings(&[
        "v EU exports value 2019 - USD obs_status=O",
        "w EU exports value 2021 - USD obs_status=O",
        "s DEU exports share 2019 20.0 PCT share_of=v",
        "t DEU exports share 2021 24.0 PCT share_of=w",
        "g DEU exports growth 2021 -5.0 PCT compare_period=2019 growth_of=USD",
        "h EU exports growth 2021 -5.0 PCT compare_period=2019 growth_of=USD",
        "c DEU exports share_change 2021 0.5 POINTS compare_period=2019 share_of=w",
    ]);
    assert_eq!(
        shares,
        [
            "doubt share-and-growth [s t g h] unless other-members EU",
            "doubt share-change [t s c] unless other-members EU",
        ]
    );
    let change = findings(&[
        "a EU exports value 2019 100 USD",
        "b EU exports value 2021 95 USD",
        "c EU exports change 2021 9 USD compare_period=2019",
    ]);
    assert_eq!(change, ["doubt change-between-periods [a b c] unless other-members EU"]);
    let record = findings(&["a EU exports value 2019 100 USD", "r EU exports record 2021 95 USD since=2010"]);
    assert_eq!(record, ["doubt record [r a] unless other-members EU"]);
}

#[test]
fn a_union_may_count_no_trade_within_itself() {
    let told = |partner: &str| {
        findings(&[
            &format!("i {partner} exports value 2023 41 EUR reporter=EU27_2020"),
            "w W00 exports value 2023 26 EUR reporter=EU27_2020",
        ])
    };
    assert_eq!(told("EU27_2020"), ["doubt part-of-whole [i w] unless without-own EU27_2020"]);
    assert_eq!(told("DEU"), ["doubt part-of-whole [i w] unless without-own EU27_2020"]);
    assert_eq!(told("USA"), ["contradiction part-of-whole [i w]"]);
    let sum = findings(&[
        "a USA exports value 2023 22 EUR reporter=EU27_2020",
        "i DEU exports value 2023 9 EUR reporter=EU27_2020",
        "w W00 exports value 2023 26 EUR reporter=EU27_2020",
    ]);
    assert_eq!(sum, ["doubt sum-of-parts [a i w] unless without-own EU27_2020"]);
    let calculated = findings(&[
        "e W00 exports value 2023 26 EUR reporter=EU27_2020",
        "b W00 balance value 2023 2 EUR reporter=EU27_2020",
        "i DEU imports value 2023 30 EUR reporter=EU27_2020",
    ]);
    assert_eq!(calculated, ["doubt derived-flow [i e b] unless without-own EU27_2020"]);
}

#[test]
fn a_disputed_group_has_the_groups_of_its_sure_members_but_no_member_for_certain() {
    let with = |eaeu: &str, kyrgyzstan: &str| {
        findings(&[
            "a CIS total value 2022 10.0 USD",
            &format!("b EAEU total value 2022 {eaeu} USD"),
            &format!("c KGZ total value 2022 {kyrgyzstan} USD"),
        ])
    };
    assert_eq!(with("9.0", "1.0"), [""; 0]);
    assert_eq!(with("9.0", "12.0"), ["contradiction part-of-whole [c b]"], "CIS may leave it out");
    assert_eq!(with("11.0", "1.0"), ["doubt part-of-whole [b a] unless without-group CIS EAEU"]);
}
