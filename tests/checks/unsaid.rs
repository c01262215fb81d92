//! Modes, numbers, shares and ranks that may be meant in a way that the rows do not say.

use super::findings;
use super::products::findings_with;

#[test]
fn tonnes_that_change_from_road_to_rail_are_counted_in_both() {
    let modes = |unit: &str| {
        findings(&[
            &format!("a KAZ exports value 2023 61 {unit} transport=road"),
            &format!("b KAZ exports value 2023 52 {unit} transport=rail"),
            &format!("w KAZ exports value 2023 97 {unit}"),
        ])
    };
    assert_eq!(modes("T"), ["doubt sum-of-parts [a b w] unless changed-mode"]);
    assert_eq!(modes("USD"), ["contradiction sum-of-parts [a b w]"]);
    let shares = |unit: &str| {
        findings(&[
            &format!("w KAZ exports value 2023 - {unit} obs_status=O"),
            "a KAZ exports share 2023 61 PCT transport=road share_of=w",
            "b KAZ exports share 2023 52 PCT transport=rail share_of=w",
        ])
    };
    assert_eq!(shares("T"), ["doubt shares-within-whole [a b] unless changed-mode"]);
    assert_eq!(shares("USD"), ["contradiction shares-within-whole [a b]"]);
}

#[test]
fn a_figure_may_be_the_average_of_its_months_or_days() {
    let two = |period: &str, sum: &str, average: &str| {
        findings(&[
            &format!("a KAZ exports value {period} {sum} USD"),
            &format!("b KAZ exports value {period} {average} USD"),
        ])
    };
    let doubt = ["doubt same-figure [a b] unless averages"];
    assert_eq!(two("2022", "84.4", "7.03"), doubt, "months");
    assert_eq!(two("2022-01-01/P9M", "84.4", "28.13"), doubt, "quarters");
    assert_eq!(two("2022-03", "48.5", "2.20"), doubt, "working days");
    let apart = ["contradiction same-figure [a b]"];
    assert_eq!(two("2022", "84.4", "7.35"), apart);
    assert_eq!(two("2022-03", "48.5", "4.85"), apart);
    assert_eq!(two("2022-03", "48.5", "44.1"), apart);
}

#[test]
fn all_products_may_be_goods_alone() {
    let part = |product: &str| {
        findings(&[
            "w KAZ exports value 2022 61 USD",
            &format!("p KAZ exports value 2022 88 USD product={product}"),
        ])
    };
    assert_eq!(part("goods-and-services"), ["doubt part-of-whole [p w] unless goods-alone"]);
    assert_eq!(part("Business-Services"), ["doubt part-of-whole [p w] unless goods-alone"]);
    assert_eq!(part("tourism"), ["doubt part-of-whole [p w] unless goods-alone"]);
    assert_eq!(part("cars"), ["contradiction part-of-whole [p w]"]);
}

#[test]
fn a_total_may_include_services_that_its_flows_leave_out() {
    let of = |rows: &[&str]| {
        let goods = ["e NOR exports value 2021 160 USD", "i NOR imports value 2021 90 USD"];
        let found = findings(&[&goods, rows].concat());
        found.into_iter().filter(|found| found.contains("sum-of-parts")).collect::<Vec<_>>()
    };
    let exported = "s NOR exports value 2021 40 USD product=Services";
    let imported = "p NOR imports value 2021 50 USD product=Services";
    let doubt = ["doubt sum-of-parts [e i t] unless with-services"];
    let contradiction = ["contradiction sum-of-parts [e i t]"];
    assert_eq!(
        of(&[exported, "t NOR total value 2021 340 USD"]),
        doubt,
        "with services that are not printed"
    );
    assert_eq!(of(&[exported, imported, "t NOR total value 2021 340 USD"]), doubt);
    assert_eq!(of(&["t NOR total value 2021 340 USD"]), contradiction, "nothing speaks of services");
    assert_eq!(of(&[exported, "t NOR total value 2021 270 USD"]), contradiction, "less than with services");
    assert_eq!(of(&[exported, imported, "t NOR total value 2021 390 USD"]), contradiction);
    assert_eq!(of(&[exported, imported, "t NOR balance value 2021 60 USD"]), doubt);
    assert_eq!(of(&[exported, imported, "t NOR balance value 2021 75 USD"]), contradiction);
}

#[test]
fn re_exports_may_be_counted_apart_from_exports() {
    let of = |whole: &str| {
        findings(&[
            "e KAZ exports value 2022 310 USD",
            "r KAZ exports value 2022 540 USD product=Re-exports",
            "i KAZ imports value 2022 900 USD",
            whole,
        ])
    };
    let apart = "doubt part-of-whole [r e] unless re-exports-apart r";
    let total = of("t KAZ total value 2022 1750 USD");
    assert_eq!(total, [apart, "doubt sum-of-parts [e i t] unless re-exports-apart r"]);
    let balance = of("t KAZ balance value 2022 -50 USD");
    assert_eq!(balance, [apart, "doubt sum-of-parts [e i t] unless re-exports-apart r"]);
    let neither = of("t KAZ total value 2022 1850 USD");
    assert_eq!(neither, ["contradiction sum-of-parts [e i t]", apart]);
}

#[test]
fn zeros_at_the_end_may_be_no_digits() {
    let sum = |exports: &str, total: &str| {
        findings(&[
            &format!("e KAZ exports value 2023 {exports} USD unit_mult=6"),
            "i KAZ imports value 2023 712 USD unit_mult=6",
            &format!("t KAZ total value 2023 {total} USD unit_mult=6"),
        ])
    };
    let doubt = ["doubt sum-of-parts [e i t] unless rounded-to-zeros"];
    assert_eq!(sum("1500", "2257"), doubt);
    assert_eq!(sum("8000", "9190"), doubt, "thousands need no second digit");
    assert_eq!(sum("1500", "2267"), ["contradiction sum-of-parts [e i t]"], "beyond half a hundred");
    assert_eq!(sum("1510", "2257"), ["contradiction sum-of-parts [e i t]"]);
    assert_eq!(sum("500", "1257"), ["contradiction sum-of-parts [e i t]"]);
    let growth = |growth: &str| {
        findings(&[
            "a KAZ exports value 2022 1.00 USD",
            "b KAZ exports value 2023 16.34 USD",
            &format!("g KAZ exports growth 2023 {growth} PCT growth_of=USD"),
        ])
    };
    assert_eq!(growth("1500"), ["doubt growth-between-periods [a b g] unless rounded-to-zeros"]);
    assert_eq!(growth("1400"), ["contradiction growth-between-periods [a b g]"]);
}

#[test]
fn a_ratio_of_two_trades_has_no_upper_limit() {
    let share = |part: &str, whole: &str, number: &str| {
        findings(&[
            &format!("w {whole} value 2023 - USD obs_status=O"),
            &format!("s {part} share 2023 {number} PCT share_of=w"),
        ])
    };
    let shares = ["contradiction shares-within-whole [s]"];
    assert_eq!(share("W00 exports", "W00 imports", "120"), [""; 0], "exports cover imports");
    assert_eq!(share("W00 exports", "W00 imports", "-120"), shares);
    assert_eq!(share("W00 exports", "W00 total", "120"), shares);
    assert_eq!(share("W00 total", "W00 exports", "180"), [""; 0]);
    assert_eq!(share("KAZ exports", "KGZ exports", "120"), [""; 0]);
    assert_eq!(share("W00 exports", "KGZ exports", "120"), [""; 0]);
    assert_eq!(share("KAZ exports", "G2 exports", "120"), shares);
    assert_eq!(share("KAZ exports", "EU exports", "120"), [""; 0]);
    assert_eq!(share("CN-XJ exports", "CHN exports", "120"), shares);
    let product = |part: &str, whole: &str| {
        findings(&[
            &format!("w KAZ exports value 2023 - USD obs_status=O {whole}"),
            &format!("s KAZ exports share 2023 130 PCT share_of=w {part}"),
        ])
    };
    assert_eq!(product("product=27", "product=72"), [""; 0]);
    assert_eq!(product("product=2709", "product=27"), shares);
    assert_eq!(product("product=oil", "product=metals"), [""; 0]);
    assert_eq!(product("product=oil", ""), shares);
    assert_eq!(product("", "product=27"), [""; 0]);
    assert_eq!(product("transport=rail", "transport=road"), [""; 0]);
    assert_eq!(product("transport=rail", ""), shares);
    let before = findings(&[
        "w W00 imports value 2023 - USD obs_status=O",
        "s W00 exports share 2023 95 PCT share_of=w",
        "g W00 exports growth 2023 -40 PCT growth_of=USD",
        "h W00 imports growth 2023 3 PCT growth_of=USD",
        "c W00 exports share_change 2023 -67 POINTS",
    ]);
    assert_eq!(before, [""; 0], "163 % in the year before");
}

#[test]
fn a_share_of_an_increase_is_none_of_the_whole() {
    let growth = ["g W00 exports growth 2023 4 PCT", "s KAZ exports share 2023 130 PCT share_of=g"];
    assert_eq!(findings(&growth), [""; 0]);
    let rows = [
        "w W00 exports value 2023 78 USD",
        "c W00 exports change 2023 3 USD",
        "v KAZ exports value 2023 15 USD",
        "s KAZ exports share 2023 19 PCT share_of=w",
        "d KAZ exports share 2023 130 PCT share_of=c",
    ];
    assert_eq!(findings(&rows), [""; 0]);
}

#[test]
fn rows_that_do_not_say_of_what_may_be_of_two_things() {
    let changes = |first: &str, second: &str| {
        findings(&[
            &format!("a KAZ exports share_change 2023 2.1 POINTS {first}"),
            &format!("b KAZ exports share_change 2023 0.4 POINTS {second}"),
            "w W00 exports mention 2023 - -",
            "g G2 exports mention 2023 - -",
        ])
    };
    assert_eq!(changes("", ""), ["doubt same-figure [a b] unless two-things"]);
    assert_eq!(changes("share_of=w", "share_of=w"), ["contradiction same-figure [a b]"]);
    assert_eq!(changes("share_of=g", "share_of=w"), [""; 0]);
    let indices = |of: &str| {
        findings(&[
            &format!("a KAZ exports index 2023 110 INDEX compare_period=2015 {of}"),
            &format!("b KAZ exports index 2023 131 INDEX compare_period=2015 {of}"),
        ])
    };
    assert_eq!(indices(""), ["doubt same-figure [b a] unless two-things"]);
    assert_eq!(indices("growth_of=USD"), ["contradiction same-figure [b a]"]);
    let shares = |whole: &str| {
        findings(&[
            "v W00 exports mention 2023 - -",
            "w W00 exports mention 2023 - -",
            "a KAZ exports share 2023 31 PCT share_of=v",
            &format!("b KAZ exports share 2023 25 PCT share_of={whole}"),
        ])
    };
    assert_eq!(shares("w"), ["doubt same-figure [a b] unless two-things"], "of money and of weight");
    assert_eq!(shares("v"), ["contradiction same-figure [a b]"]);
}

#[test]
fn ranks_may_be_shared_by_weight_or_of_another_classification() {
    let ranks = |third: &str| {
        findings(&[
            "a KAZ exports value 2023 14.7 USD",
            &format!("b KGZ exports value 2023 {third} USD"),
            "c UZB exports value 2023 9.8 USD",
            "d TJK exports value 2023 4.1 USD",
            "r TJK exports rank 2023 3 RANK ranked_among=partners",
        ])
    };
    assert_eq!(ranks("9.8"), ["doubt rank-and-value [d r a b c] unless shared-rank"]);
    assert_eq!(ranks("9.9"), ["doubt rank-and-value [d r a b c] unless ranked-otherwise"]);
    let by_weight = |weight: &[&str]| {
        let rows = [
            "a RUS imports value 2023 60.6 USD product=2709",
            "b SAU imports value 2023 64.4 USD product=2709",
            "r RUS imports rank 2023 1 RANK product=2709 ranked_among=partners",
        ];
        findings(&[&rows[..], weight].concat())
    };
    assert_eq!(by_weight(&[]), ["doubt rank-and-value [a r b] unless ranked-otherwise"]);
    let weight = ["t RUS imports value 2023 107.0 T product=2709"];
    assert_eq!(by_weight(&weight), ["doubt rank-and-value [a r b] unless ranked-by-amount"]);
    let chapters = |list: &str| {
        let product = format!(r#"{{"code":"78","name":"vehicles","classification":"{list}"}}"#);
        findings_with(
            &product,
            &[
                "a W00 exports value 2023 26 USD product=84",
                "b W00 exports value 2023 29 USD product=78",
                "r W00 exports rank 2023 1 RANK product=84 ranked_among=products",
            ],
        )
    };
    assert_eq!(chapters("HS"), ["doubt rank-and-value [a r b] unless ranked-otherwise"]);
    assert_eq!(chapters("SITC"), [""; 0]);
}

#[test]
fn shares_of_wholes_without_a_unit_may_be_of_weight_and_of_money() {
    let wholes = |unit: &str| {
        [
            format!("x W00 exports value 2023 - {unit} obs_status=O"),
            format!("m W00 imports value 2023 - {unit} obs_status=O"),
            format!("t W00 total value 2023 - {unit} obs_status=O"),
            "a KAZ exports share 2023 40 PCT share_of=x".to_owned(),
            "b KAZ imports share 2023 20 PCT share_of=m".to_owned(),
            "c KAZ total share 2023 45 PCT share_of=t".to_owned(),
        ]
    };
    let told = |unit: &str| findings(&wholes(unit).iter().map(String::as_str).collect::<Vec<_>>());
    assert_eq!(told("-"), ["doubt share-in-total [a b c] unless two-things"]);
    assert_eq!(told("USD"), ["contradiction share-in-total [a b c]"]);
    let sum = |whole: &str| {
        findings(&[
            "v W00 exports mention 2023 - -",
            "w W00 exports mention 2023 - -",
            "a KAZ exports share 2023 70 PCT share_of=v",
            &format!("b KGZ exports share 2023 40 PCT share_of={whole}"),
        ])
    };
    assert_eq!(sum("w"), ["doubt shares-within-whole [a b] unless two-things"]);
    assert_eq!(sum("v"), ["contradiction shares-within-whole [a b]"]);
    let values = |weight: &[&str]| {
        let rows = [
            "w W00 exports mention 2023 - -",
            "v W00 exports value 2023 80 USD",
            "a KAZ exports value 2023 15 USD",
            "s KAZ exports share 2023 31 PCT share_of=w",
        ];
        findings(&[&rows[..], weight].concat())
    };
    assert_eq!(values(&[]), ["contradiction share-of-whole [v a s]"]);
    let weight = ["t KAZ exports value 2023 4 T"];
    assert_eq!(values(&weight), ["doubt share-of-whole [v a s] unless two-things"]);
}

#[test]
fn a_number_with_fewer_digits_may_be_rounded_up_or_so_that_parts_add_up() {
    let both = |one: &str, other: &str| {
        findings(&[
            "w W00 exports value 2023 - USD obs_status=O",
            &format!("a KAZ exports share 2023 {one} PCT share_of=w"),
            &format!("b KAZ exports share 2023 {other} PCT share_of=w"),
        ])
    };
    assert_eq!(both("27.6", "28"), [""; 0]);
    for up in ["27.4", "27.46", "27.1"] {
        assert_eq!(both(up, "28"), ["doubt same-figure [b a] unless rounded-otherwise"], "{up}");
    }
    assert_eq!(both("27.6", "27"), ["doubt same-figure [a b] unless cut-off"]);
    assert_eq!(both("26.9", "28"), ["contradiction same-figure [b a]"]);
    assert_eq!(both("28.1", "27"), ["contradiction same-figure [a b]"]);
    assert_eq!(both("27.6", "27.0"), ["contradiction same-figure [a b]"], "as many digits");
    let growth = |one: &str, other: &str| {
        findings(&[
            &format!("a KAZ exports growth 2023 {one} PCT growth_of=USD"),
            &format!("b KAZ exports growth 2023 {other} PCT growth_of=USD"),
        ])
    };
    assert_eq!(growth("-27.4", "-28"), ["doubt same-figure [a b] unless rounded-otherwise"]);
    assert_eq!(growth("-27.6", "-27"), ["doubt same-figure [b a] unless cut-off"]);
}

#[test]
fn shares_that_were_made_to_add_up_are_a_doubt_next_to_values() {
    let rows = |share: &str| {
        findings(&[
            "w G2 exports value 2023 600.0 USD",
            "a KAZ exports value 2023 122.0 USD",
            &format!("s KAZ exports share 2023 {share} PCT share_of=w"),
        ])
    };
    assert_eq!(rows("20"), [""; 0]);
    assert_eq!(rows("21"), ["doubt share-of-whole [w a s] unless rounded-otherwise"]);
    assert_eq!(rows("22"), ["contradiction share-of-whole [w a s]"]);
    let cut = findings(&[
        "w G2 exports value 2023 600.0 USD",
        "a KAZ exports value 2023 125.0 USD",
        "s KAZ exports share 2023 20 PCT share_of=w",
    ]);
    assert_eq!(cut, ["doubt share-of-whole [a s w] unless cut-off"]);
}

#[test]
fn imports_at_two_valuations_need_to_fit_in_one() {
    let total = |total: &str| {
        findings(&[
            "e KAZ exports value 2023 50.0 USD valuation=FOB",
            "c KAZ imports value 2023 30.0 USD valuation=CIF",
            "f KAZ imports value 2023 28.0 USD valuation=FOB",
            &format!("t KAZ total value 2023 {total} USD"),
        ])
    };
    assert_eq!(total("80.0"), [""; 0]);
    assert_eq!(total("78.0"), [""; 0]);
    assert_eq!(total("71.0"), ["doubt sum-of-parts [e c t] unless valued"]);
}

#[test]
fn rows_with_different_labels_may_be_of_two_things() {
    let labels = |one: &str, other: &str| {
        findings(&[
            &format!("a KAZ exports value 2023 42.0 USD label={one}"),
            &format!("b KAZ exports value 2023 51.0 USD label={other}"),
        ])
    };
    assert_eq!(labels("private", "all"), ["doubt same-figure [b a] unless two-things"]);
    assert_eq!(labels("all", "All"), ["contradiction same-figure [b a]"]);
}
