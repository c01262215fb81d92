//! Places that may overlap, and groups whose members are known or not.

use super::{breaks, findings, findings_among, held_among};

#[test]
fn countries_do_not_overlap() {
    breaks(
        &[
            "a CHN exports value 2023 70 USD",
            "b VNM exports value 2023 31 USD",
            "w W00 exports value 2023 100 USD",
        ],
        &["part-of-whole [a w]", "part-of-whole [b w]", "sum-of-parts [a b w]"],
        "a CHN exports value 2023 80 USD",
        &["contradiction sum-of-parts [a b w]"],
    );
}

#[test]
fn a_province_lies_in_its_country() {
    let rows = [
        "a CHN exports value 2023 80 USD",
        "p CN-XJ exports value 2023 30 USD",
        "w W00 exports value 2023 100 USD",
    ];
    assert_eq!(findings(&rows), [""; 0]);
    let more = findings(&[rows[0], rows[1], rows[2], "b VNM exports value 2023 40 USD"]);
    assert_eq!(more, ["contradiction sum-of-parts [a b w]"]);
}

#[test]
fn a_country_may_be_in_the_figures_of_another() {
    let rows = [
        "a FRA exports value 2023 100 USD",
        "b REU exports value 2023 10 USD",
        "w W00 exports value 2023 102 USD",
    ];
    assert_eq!(findings(&rows), [""; 0]);
    let alone = findings(&["a DEU exports value 2023 100 USD", rows[1], rows[2]]);
    assert_eq!(alone[0], "contradiction sum-of-parts [a b w]");
    let more = findings(&[rows[0], rows[1], rows[2], "d DEU exports value 2023 9 USD"]);
    assert_eq!(more[0], "contradiction sum-of-parts [a d w]");
    let shares = [
        "w W00 exports value 2023 - USD obs_status=O",
        "a USA exports share 2023 95 PCT share_of=w",
        "b PRI exports share 2023 10 PCT share_of=w",
    ];
    assert_eq!(findings(&shares), [""; 0]);
    let group = r#"{"code":"GC","name":"GC","members":["FRA","REU"]}"#;
    for whole in ["g GC exports value 2023 100 USD", "g GC exports value 2023 110 USD"] {
        assert_eq!(findings_among(group, &[rows[0], rows[1], whole]), [""; 0]);
    }
    let twice = ["a CHN exports value 2023 100 USD", "b HKG exports value 2023 10 USD", rows[2]];
    assert_eq!(
        findings(&twice),
        ["doubt sum-of-parts [a b w] unless overlap HKG CHN"],
        "some count it in China"
    );
    let apart = ["a SGP exports value 2023 100 USD", twice[1], rows[2]];
    assert_eq!(findings(&apart), ["contradiction sum-of-parts [a b w]"]);
}

#[test]
fn some_places_are_counted_with_one_of_two_countries() {
    let sum = |large: &str, small: &str, year: &str| {
        findings(&[
            &format!("a {large} exports value {year} 71 USD"),
            &format!("b {small} exports value {year} 8 USD"),
            &format!("w W00 exports value {year} 75 USD"),
        ])
    };
    for (large, small, year) in
        [("CHN", "TWN", "2021"), ("COM", "MYT", "2009"), ("ESP", "AND", "2018"), ("RUS", "UKR", "2014")]
    {
        assert_eq!(
            sum(large, small, year),
            [format!("doubt sum-of-parts [a b w] unless overlap {small} {large}")]
        );
    }
    assert_eq!(sum("RUS", "UKR", "2013"), ["contradiction sum-of-parts [a b w]"], "before Crimea");
    assert_eq!(sum("RUS", "TUR", "2014"), ["contradiction sum-of-parts [a b w]"]);
}

#[test]
fn a_group_is_no_larger_than_one_that_has_all_its_members() {
    let two = |small: &str, large: &str, year: &str| {
        findings(&[
            &format!("a {small} exports value {year} 71 USD"),
            &format!("b {large} exports value {year} 64 USD"),
        ])
    };
    assert_eq!(two("EA", "EU", "2021"), ["doubt part-of-whole [a b] unless without-group EU EA"]);
    assert_eq!(two("EU", "EA", "2021"), [""; 0]);
    assert_eq!(
        two("CA5", "EAEU", "2021"),
        [""; 0],
        "Kazakhstan and Kyrgyzstan are members, the others are not"
    );
}

#[test]
fn an_overlap_excuses_no_more_than_what_overlaps() {
    let group = r#"{"code":"GD","name":"GD","members":["CHN","HKG","VNM"]}"#;
    let of_group = |vietnam: &str| {
        let rows = [
            "a CHN exports value 2023 60 USD",
            "b HKG exports value 2023 20 USD",
            &format!("c VNM exports value 2023 {vietnam} USD"),
            "g GD exports value 2023 90 USD",
        ];
        findings_among(group, &rows)
    };
    assert_eq!(of_group("25"), ["doubt sum-of-parts [a c b g] unless overlap HKG another"]);
    assert_eq!(of_group("45"), ["contradiction sum-of-parts [a c b g]"], "too much even without Hong Kong");
}

#[test]
fn a_country_that_lists_its_provinces_is_a_country() {
    let rows = [
        "a CHN exports value 2023 10 USD",
        "b KAZ exports value 2023 10 USD",
        "w W00 exports value 2023 15 USD",
        "p CN-XJ exports value 2023 3 USD",
    ];
    let provinces = r#"{"code":"CHN","name":"China","members":["CN-XJ","CN-GD"]}"#;
    assert_eq!(findings_among(provinces, &rows)[0], "contradiction sum-of-parts [a b w]");
    let others = r#"{"code":"CHN","name":"CHN","members":["CN-XJ","HKG"]}"#;
    assert_eq!(findings_among(others, &rows[..3]), [""; 0], "it is a group with a name like a country's");
}

#[test]
fn groups_of_different_countries_do_not_overlap() {
    let found = |members: &str| {
        let group = |code: &str, members: &str| {
            format!(r#"{{"code":"{code}","name":"{code}","members":[{members}]}}"#)
        };
        let places = [
            group("GA", r#""KAZ","FRA""#),
            group("GB", members),
            group("W00", r#""GA","GB""#),
            r#"{"code":"EU","name":"Union"}"#.to_owned(),
        ];
        let rows = [
            "a GA exports value 2023 10 USD",
            "b GB exports value 2023 10 USD",
            "w W00 exports value 2023 15 USD",
        ];
        findings_among(&places.join(","), &rows).first().cloned()
    };
    assert_eq!(found(r#""UZB","TJK""#).as_deref(), Some("contradiction sum-of-parts [a b w]"));
    let doubt = "doubt sum-of-parts [a b w] unless overlap GB GA";
    for members in [r#""UZB","KAZ""#, r#""UZB","REU""#, r#""UZB","EU""#, r#""UZB","KZ-75""#] {
        assert_eq!(found(members).as_deref(), Some(doubt), "{members}");
    }
}

const GROUPS: &str = r#"{"code":"GSEA","name":"South-East Asia"},{"code":"X1","name":"One"},{"code":"Y1","name":"Two"},
    {"code":"Z1","name":"Three"},{"code":"GA","name":"Group A","members":["X1","Y1"]},
    {"code":"GB","name":"Group B","members":["Y1","Z1"]},{"code":"GALL","name":"Groups","members":["GA","GB"]},
    {"code":"G3","name":"the three","members":["KAZ","KGZ","TJK"]}"#;

#[test]
fn groups_that_may_overlap_are_a_doubt() {
    let rows = [
        "a GSEA exports value 2023 60 USD",
        "b VNM exports value 2023 50 USD",
        "w W00 exports value 2023 100 USD",
    ];
    assert_eq!(findings_among(GROUPS, &rows), [""; 0], "nobody knows what the group holds");
    let more = [&rows[..], &["c CHN exports value 2023 57 USD"]].concat();
    assert_eq!(findings_among(GROUPS, &more)[0], "contradiction sum-of-parts [b c w]");
    let two = ["a CN-XJ exports value 2023 60 USD", "b CN-GD exports value 2023 50 USD", rows[2]];
    let found = findings_among(GROUPS, &two);
    assert_eq!(found, ["doubt sum-of-parts [a b w] unless overlap CN-GD CN-XJ"]);
    let three = [two[0], two[1], "c CN-SH exports value 2023 1 USD", rows[2]];
    let found = findings_among(GROUPS, &three);
    assert_eq!(found, ["doubt sum-of-parts [a b c w] unless overlap CN-GD another"], "CN-SH is too small");
    let all = [
        "a CN-XJ exports value 2023 90 USD",
        "b CN-GD exports value 2023 80 USD",
        "c CN-SH exports value 2023 85 USD",
        rows[2],
    ];
    let found = findings_among(GROUPS, &all);
    assert_eq!(found, ["doubt sum-of-parts [a b c w] unless overlap CN-XJ others"], "none is enough");
}

#[test]
fn shares_that_may_overlap_are_not_added_up() {
    let rows = [
        "w W00 exports value 2023 - USD obs_status=O",
        "a GSEA exports share 2023 60 PCT share_of=w",
        "b VNM exports share 2023 50 PCT share_of=w",
    ];
    assert_eq!(findings_among(GROUPS, &rows), [""; 0], "nobody knows what the group holds");
    let countries = [rows[0], "a CHN exports share 2023 60 PCT share_of=w", rows[2]];
    assert_eq!(findings_among(GROUPS, &countries)[0], "contradiction shares-within-whole [a b]");
    let inside = [rows[0], "a VN-HN exports share 2023 60 PCT share_of=w", rows[2]];
    assert_eq!(findings_among(GROUPS, &inside), [""; 0]);
}

#[test]
fn groups_that_overlap_may_grow_otherwise_together() {
    let rows = [
        "a GA exports growth 2023 9 PCT growth_of=CNY",
        "b GB exports growth 2023 9 PCT growth_of=CNY",
        "g GALL exports growth 2023 17 PCT growth_of=CNY",
    ];
    let found = findings_among(GROUPS, &rows);
    assert_eq!(found, ["doubt growth-between-parts [a b g] unless overlap GA GB"]);
    let three =
        ["a KAZ exports growth 2023 9 PCT growth_of=CNY", "b KGZ exports growth 2023 9 PCT growth_of=CNY"];
    let of = "g G3 exports growth 2023 17 PCT growth_of=CNY";
    assert_eq!(findings_among(GROUPS, &[three[0], three[1], of]), [""; 0], "one member is not known");
    let all = [three[0], three[1], of, "c TJK exports growth 2023 9 PCT growth_of=CNY"];
    assert_eq!(findings_among(GROUPS, &all)[0], "contradiction growth-between-parts [a b c g]");
}

#[test]
fn a_group_that_lacks_something_is_short_whatever_overlaps() {
    let rows = ["a GA exports value 2023 4 USD", "b GB exports value 2023 5 USD"];
    let whole = |value: &str| format!("g GALL exports value 2023 {value} USD");
    let short = findings_among(GROUPS, &[rows[0], rows[1], &whole("20")]);
    assert_eq!(short, ["contradiction sum-of-parts [a b g]"], "an overlap makes it even less");
    let over = findings_among(GROUPS, &[rows[0], rows[1], &whole("6")]);
    assert_eq!(over, ["doubt sum-of-parts [a b g] unless overlap GA GB"]);
}

#[test]
fn all_members_are_those_that_are_listed() {
    let places = r#"{"code":"W00","name":"World","members":["EU","XRW"]},{"code":"EU","name":"Union"},
        {"code":"XRW","name":"the rest"}"#;
    let others = [
        "a DEU exports value 2023 10 USD",
        "b FRA exports value 2023 5 USD",
        "w W00 exports value 2023 100 USD",
    ];
    assert_eq!(findings_among(places, &others), [""; 0]);
    let shares = ["a DEU exports share 2023 10 PCT share_of=w", "b FRA exports share 2023 5 PCT share_of=w"];
    assert_eq!(findings_among(places, &[shares[0], shares[1], others[2]]), [""; 0]);
    let growth =
        ["a DEU exports growth 2023 10 PCT growth_of=CNY", "b FRA exports growth 2023 5 PCT growth_of=CNY"];
    assert_eq!(
        findings_among(places, &[growth[0], growth[1], "w W00 exports growth 2023 50 PCT growth_of=CNY"]),
        [""; 0]
    );
    let listed = ["e EU exports value 2023 15 USD", "r XRW exports value 2023 85 USD"];
    let all = [listed[0], listed[1], others[2], others[0]];
    let held = held_among(places, &all);
    assert_eq!(held.last().map(String::as_str), Some("sum-of-parts [e r w]"), "{held:?}");
    let short = [listed[0], "r XRW exports value 2023 80 USD", others[2]];
    assert_eq!(findings_among(places, &short)[0], "contradiction sum-of-parts [e r w]");
}

#[test]
fn a_country_may_be_listed_with_and_without_its_provinces() {
    let found = |members: &str, rows: &[&str]| {
        findings_among(&format!(r#"{{"code":"GC","name":"GC","members":[{members}]}}"#), rows)
    };
    let with = |province: &str, whole: &str| {
        let members = format!(r#""CHN","{province}""#);
        let part = format!("p {province} exports value 2023 3 USD");
        let whole = format!("g GC exports value 2023 {whole} USD");
        found(&members, &["c CHN exports value 2023 10 USD", &part, &whole])
    };
    for (province, whole, head) in [
        ("CN-HK", "13", None),
        ("CN-XJ", "13", None),
        ("CN-XJ", "10", None),
        ("CN-XJ", "11.2", Some("doubt sum-of-parts [c p g] unless overlap CN-XJ CHN")),
        ("CN-XJ", "17", Some("contradiction sum-of-parts [c p g]")),
        ("CN-XJ", "6", Some("contradiction sum-of-parts [c g]")),
        ("CN-HK", "10", Some("doubt sum-of-parts [c p g] unless overlap CN-HK CHN")),
    ] {
        let first = with(province, whole).into_iter().find(|found| found.contains("sum-of-parts"));
        assert_eq!(first.as_deref(), head, "{province} {whole}");
    }
    let found = found(
        r#""CHN","CN-XJ","KAZ""#,
        &[
            "c CHN exports value 2023 10 USD",
            "p CN-XJ exports value 2023 9 USD",
            "k KAZ exports value 2023 5 USD",
            "g GC exports value 2023 12 USD",
        ],
    );
    assert_eq!(found[0], "contradiction sum-of-parts [c k g]");
}

#[test]
fn shares_of_a_country_and_of_its_province_may_make_up_a_group() {
    let found = |province: &str, country: &str| {
        let places = format!(r#"{{"code":"GC","name":"GC","members":["CHN","{province}"]}}"#);
        let rows = [
            "w GC exports value 2023 5 USD".to_owned(),
            format!("c CHN exports share 2023 {country} PCT share_of=w"),
            format!("p {province} exports share 2023 30.0 PCT share_of=w"),
        ];
        findings_among(&places, &rows.each_ref().map(String::as_str))
    };
    assert_eq!(found("CN-HK", "70.0"), [""; 0]);
    assert_eq!(found("CN-XJ", "70.0"), [""; 0]);
    assert_eq!(found("CN-XJ", "100.0"), [""; 0]);
    assert_eq!(found("CN-XJ", "60.0")[0], "contradiction shares-within-whole [c p]");
}

#[test]
fn growth_of_a_country_and_of_its_province_is_between_all_of_them() {
    let places = r#"{"code":"GC","name":"GC","members":["CHN","CN-XJ"]}"#;
    let rows =
        ["c CHN exports growth 2023 5 PCT growth_of=CNY", "p CN-XJ exports growth 2023 20 PCT growth_of=CNY"];
    assert_eq!(
        findings_among(places, &[rows[0], rows[1], "g GC exports growth 2023 8 PCT growth_of=CNY"]),
        [""; 0]
    );
    let found = findings_among(places, &[rows[0], rows[1], "g GC exports growth 2023 30 PCT growth_of=CNY"]);
    assert_eq!(found[0], "contradiction growth-between-parts [c p g]");
}

#[test]
fn a_known_group_has_its_members_of_the_year() {
    let rows = |year: &str, union: &str| {
        [
            format!("u EU exports value {year} {union} USD"),
            format!("b GBR exports value {year} 60 USD"),
            format!("f FRA exports value {year} 50 USD"),
        ]
    };
    let told = |year: &str, union: &str| {
        let rows = rows(year, union);
        findings(&rows.iter().map(String::as_str).collect::<Vec<_>>()).first().cloned()
    };
    let doubt = Some("doubt sum-of-parts [b f u] unless other-members EU");
    assert_eq!(told("2019", "100").as_deref(), doubt, "or without Britain, as since 2020");
    assert_eq!(told("2021", "100"), None, "Britain has left");
    assert_eq!(told("2021", "40").as_deref(), Some("contradiction part-of-whole [f u]"));
    assert_eq!(told("2020", "100"), None, "it left within the year");
    assert_eq!(told("2020-01", "100").as_deref(), doubt);
}

#[test]
fn a_place_without_members_takes_the_known_ones() {
    let rows = ["g EU27_2020 exports value 2023 40 USD", "f FRA exports value 2023 50 USD"];
    let head = Some("contradiction part-of-whole [f g]".to_owned());
    let named = r#"{"code":"EU27_2020","name":"the bloc"}"#;
    assert_eq!(findings_among(named, &rows).first().cloned(), head);
    let others = r#"{"code":"EU27_2020","name":"the bloc","members":["KAZ","KGZ"]}"#;
    assert_eq!(findings_among(others, &rows), [""; 0], "the dataset knows better");
}

#[test]
fn a_reporter_is_not_its_own_partner() {
    let members =
        ["AUS", "BRN", "IDN", "JPN", "KHM", "KOR", "LAO", "MMR", "MYS", "NZL", "PHL", "SGP", "THA", "VNM"];
    let told = |whole: &str, members: &[&str]| {
        let mut rows: Vec<String> = members
            .iter()
            .map(|code| format!("{} {code} exports value 2023 10 USD", code.to_lowercase()))
            .collect();
        rows.push(format!("g RCEP exports value 2023 {whole} USD"));
        findings(&rows.iter().map(String::as_str).collect::<Vec<_>>()).first().cloned()
    };
    assert_eq!(told("140", &members), None, "all but China, which reports");
    let found = told("110", &members).expect("14 times 10 is not 110");
    assert!(found.starts_with("contradiction sum-of-parts [aus brn "), "{found}");
    assert_eq!(told("190", &members[1..]), None, "one is not given");
}

#[test]
fn countries_that_were_one_may_overlap_in_those_years() {
    let told = |year: &str| {
        let rows = [
            format!("n SDN exports value {year} 60 USD"),
            format!("s SSD exports value {year} 50 USD"),
            format!("w W00 exports value {year} 100 USD"),
        ];
        findings(&rows.iter().map(String::as_str).collect::<Vec<_>>())
    };
    assert_eq!(told("2010"), ["doubt sum-of-parts [n s w] unless overlap SSD SDN"]);
    assert_eq!(told("2012"), ["contradiction sum-of-parts [n s w]"]);
    let pair = |one: &str, other: &str, year: &str| {
        let rows = [
            format!("o {one} exports value {year} 73 USD"),
            format!("p {other} exports value {year} 41 USD"),
            format!("w W00 exports value {year} 108 USD"),
        ];
        findings(&rows.iter().map(String::as_str).collect::<Vec<_>>()).join(" and ")
    };
    for (one, other, last, apart) in [
        ("BEL", "LUX", "1997", "1999"),
        ("SVK", "CZE", "1991", "1993"),
        ("LVA", "RUS", "1989", "1992"),
        ("TKM", "KGZ", "1990", "1994"),
        ("BIH", "SVN", "1992-04", "1992-05"),
        ("MNE", "SRB", "2005", "2007"),
        ("SXM", "CUW", "2008", "2011"),
        ("ZAF", "SWZ", "1999-12", "2000"),
        ("BWA", "LSO", "1996", "2000"),
    ] {
        let found = pair(one, other, last);
        assert!(found.starts_with("doubt sum-of-parts [") && found.contains("unless overlap"), "{found}");
        assert_eq!(pair(one, other, apart), "contradiction sum-of-parts [o p w]", "{one}");
    }
    assert_eq!(pair("MNE", "MKD", "1995"), "contradiction sum-of-parts [o p w]", "only one of them still is");
    for (one, other) in [("PSE", "ISR"), ("ESH", "MAR")] {
        let found = pair(one, other, "2022");
        assert_eq!(found, format!("doubt sum-of-parts [p o w] unless overlap {one} {other}"));
    }
    let union = ["r RUS exports value 1990 60 USD", "u SUN exports value 1990 50 USD"];
    assert_eq!(findings(&union)[0], "contradiction part-of-whole [r u]");
}

#[test]
fn a_group_counts_with_countries_that_are_none_of_its_members() {
    let rows = [
        "u EU27_2020 exports value 2023 80 USD",
        "k KAZ exports value 2023 30 USD",
        "w W00 exports value 2023 100 USD",
    ];
    assert_eq!(findings(&rows)[0], "contradiction sum-of-parts [k u w]");
    let inside = [rows[0], "f FRA exports value 2023 30 USD", rows[2]];
    assert_eq!(findings(&inside), [""; 0]);
    let nested = [rows[0], "e EA20 exports value 2023 60 USD", rows[2]];
    assert_eq!(findings(&nested), [""; 0]);
}
