use horgos::draft::{CheckedDraft, Draft};
use horgos::print::{article_findings_json, article_findings_text};
use proptest::prelude::*;

/// The figures of the bundled article in words of our own.
const XINJIANG: &str = "Xinjiang's trade with Central Asia in 2023\n\n2024-02-07\n\n\
    Trade between Xinjiang and the five Central Asian countries was worth 283.67 billion yuan in 2023, up 50 percent in yuan \
    terms from a year earlier. Of this, exports to these countries came to 246.57 billion yuan, an increase of 23.2 percent in \
    yuan terms.\n";

fn told(text: &str) -> String {
    let draft = Draft::new("own", text);
    article_findings_text(&draft, &CheckedDraft::new(&draft))
}

#[test]
fn the_text_alone_leads_to_the_contradiction() {
    let told = told(XINJIANG);
    assert!(told.starts_with("contradiction, of unconfirmed rows: "), "{told}");
    assert!(told.contains("[part-of-whole/base]"), "{told}");
    let underlined: Vec<&str> = told.lines().filter(|line| line.trim_start().starts_with('~')).collect();
    assert_eq!(underlined.len(), 4, "{told}");
    assert!(told.contains("Nobody confirmed these rows"), "{told}");
}

/// A tab would move what is quoted away from its underline.
#[test]
fn a_figure_is_underlined_where_it_stands_behind_a_tab() {
    let told = told(&XINJIANG.replace("worth 283.67", "worth\t283.67"));
    assert!(!told.contains('\t'), "{told}");
    let lines: Vec<&str> = told.lines().collect();
    let under = |at: usize| {
        let column = lines[at + 1].find('~')?;
        Some(lines[at].chars().skip(column).collect::<String>())
    };
    let quotes = (0..lines.len()).filter(|at| lines[*at].trim_start().starts_with('¶'));
    let figures: Vec<String> = quotes.filter_map(under).collect();
    assert!(figures.iter().any(|figure| figure.starts_with("283.67 billion yuan")), "{told}\n{figures:?}");
}

#[test]
fn rows_that_nothing_tells_apart_are_no_finding() {
    let text = "Peru's trade in 2022\n\n1 February 2023\n\nPeru's exports were 60 billion dollars in 2022. Exports were 44 billion dollars.";
    let told = told(text);
    assert!(told.starts_with("2 rows could not be told apart; not checked.\n"), "{told}");
}

#[test]
fn a_text_beyond_the_rules_has_no_findings() {
    let draft = Draft::new("own", "Nothing here counts anything.");
    let mut json = Vec::new();
    article_findings_json(&draft, &CheckedDraft::new(&draft), &mut json).expect("memory takes everything");
    let json: serde_json::Value = serde_json::from_slice(&json).expect("JSON");
    assert_eq!(json["findings"], serde_json::json!([]));
    assert!(told("Nothing here counts anything.").contains("this text is beyond the rules"));
}

/// Pieces that texts of trade are made of, and others that are not.
const PIECES: [&str; 48] = [
    "exports",
    "imports",
    "trade",
    " ",
    ", ",
    ". ",
    "\n\n",
    "\n",
    "rose",
    "fell by",
    "5.2",
    "%",
    "percent",
    "$",
    "€",
    "1 234,5",
    "млрд",
    "долларов",
    "экспорт",
    "вырос на",
    "в 2,7 раза",
    "出口",
    "进口",
    "亿元",
    "增长",
    "占",
    "分别",
    "、",
    "and",
    "respectively",
    "China",
    "Казахстан",
    "新疆",
    "对东盟",
    "in May",
    "2023",
    "January-May",
    "前5个月",
    "в январе — апреле",
    "(",
    ")",
    "|",
    "\t",
    "-",
    "from",
    "to",
    "of",
    "<p>",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_drafted(text in "\\PC{0,200}") {
        whole(&text);
    }

    #[test]
    fn any_mixture_of_pieces_is_drafted(pieces in proptest::collection::vec(proptest::sample::select(&PIECES[..]), 0..80)) {
        whole(&pieces.concat());
        whole(&pieces.join(" "));
    }
}

/// Drafts a text and looks at everything: ranges lie on characters, the dataset reads back, the check ends.
fn whole(text: &str) {
    let draft = Draft::new("own", text);
    let is_inside = |range: &std::ops::Range<usize>| draft.text.get(range.clone()).is_some();
    for row in &draft.rows {
        assert!(is_inside(&row.range) && !draft.as_printed(&row.range).is_empty());
        for origin in [
            &row.flow.origin,
            &row.reporter.origin,
            &row.partner.origin,
            &row.product.origin,
            &row.period.origin,
        ] {
            assert!(origin.range().is_none_or(is_inside), "{origin:?}");
        }
    }
    assert!(draft.unexpressed.iter().all(|figure| is_inside(&figure.range)));
    assert!(draft.paragraphs.iter().all(|paragraph| is_inside(&paragraph.range)));
    let dataset = draft.to_dataset();
    if !dataset.observations.is_empty() {
        let mut written = Vec::new();
        horgos::formats::write::inline(&dataset, &mut written).expect("memory takes everything");
        let written = String::from_utf8(written).expect("UTF-8");
        let read = horgos::formats::parse("draft.json", &written, &|_| Err(String::new()));
        assert!(read.is_ok(), "{:?}\n{text:?}", read.err());
    }
    let checked = CheckedDraft::new(&draft);
    assert!(!article_findings_text(&draft, &checked).is_empty());
}

#[test]
fn nothing_is_found_where_the_rules_cannot_know() {
    for text in [
        // A share of something that is not named.
        "Chile's exports in 2020\n\n1 March 2021\n\nChile's exports were 73.5 billion dollars in 2020. Copper exports were 38 \
         billion dollars, with cathodes taking up 45 percent of that group.",
        // By 1.3 times or to 1.3 times.
        "重庆外贸\n\n2013-01-20\n\n2012年，重庆外贸进出口532亿美元，增长1.3倍。其中，出口385.7亿美元，增长1.7倍；进口146.3亿美元，增长67.6%。",
        // The same number of two years: one of them was read wrongly.
        "Chile's trade in 2020\n\n1 March 2021\n\nChile's exports in 2020 were 73.5 billion dollars. In 2019, exports were 73.5 billion \
         dollars, imports 50 billion dollars and the surplus 9 billion dollars.",
        // Stocks are no trade, nor is a current account.
        "Ghana's cocoa trade\n\n1 March 2020\n\nGhana exported 640,000 tonnes of cocoa in 2019. Cocoa stocks at the end of June \
         2019 were 910,000 tonnes.",
        "Norway's trade in May 2020\n\n1 July 2020\n\nNorway's exports were 60 billion kroner in May 2020 and imports 55 billion \
         kroner. The current account surplus in May 2020 was 21 billion kroner.",
        // A deficit is no part of imports.
        "Kenya's trade in June\n\n20 July 2021\n\nKenya's imports came to 180 billion shillings in June 2021. A trade deficit of \
         120 billion shillings, equal to 66.7 percent of imports, was recorded in June 2021.",
        // A scale that is not known.
        "Hungary's trade in May 2018\n\n9 July 2018\n\nHungary's exports came to HUF 2.65 trillion in May 2018 and imports to HUF \
         2.39 zillion. The trade surplus in May 2018 was HUF 260 billion.",
        // Whose imports these are.
        "Торговля стран Балтии\n\n1 июня 2020\n\nВ 2019 году доля ЕС в импорте Литвы составила 70%. В том числе из Польши Литва ввезла \
         60% общего объема импорта, Латвия - 55%, Эстония - 52%.",
        // With whom, what `the country` does not say by itself.
        "Kenya's exports\n\n1 August 2020\n\nKenya's exports in May 2020 came to 48 billion shillings. Uganda is \
         the best market.\n\nIn the first five months of 2020, Kenya's exports to the country came to 20 billion shillings.",
        // The products of headings.
        "Nigeria's exports\n\n1 August 2023\n\n1. Natural gas\n\nIn May 2023, Nigeria's exports came to 310 billion naira.\n\n2. Urea\n\nIn \
         the first five months of 2023, Nigeria's exports came to 120 billion naira.",
        // A balance whose sign no word gives.
        "Kenya's trade\n\n1 August 2020\n\nIn May 2020, Kenya's exports were 50 billion shillings, imports were 140 billion shillings and \
         the balance of trade was 90 billion shillings.",
        // The year behind the base of a month names that month.
        "Cuba's sugar\n\n1 March 1990\n\nCuba's sugar exports totalled 158,000 tonnes in November 1989, compared with 190,000 tonnes \
         in 1988. In December 1988, Cuba's sugar exports were 518,000 tonnes.",
    ] {
        let told = told(text);
        assert!(!told.contains("of unconfirmed rows"), "{told}");
    }
}

/// A sentence that names no flow, or leaves the period to another paragraph while the text has several, is no ground.
#[test]
fn a_finding_rests_on_words_near_its_figures() {
    let text = "Peru's trade in 2022\n\n1 February 2023\n\nPeru's exports were 60 billion dollars in 2022 and 56 billion dollars in \
                2021.\n\nIn November 2022, exports were 5 billion dollars.\n\nImports were 50 billion dollars, and the trade surplus was \
                2 billion dollars.";
    assert!(!told(text).contains("of unconfirmed rows"), "{}", told(text));
    let near = text.replace("and the trade surplus", "in 2022 and the trade surplus");
    assert!(told(&near).contains("of unconfirmed rows"), "{}", told(&near));
}

/// 同期 may mean the month or the months summed up, goods without a table may be other words, and a port is not its city.
#[test]
fn words_that_mean_two_things_are_no_finding() {
    for text in [
        "苏州外贸\n\n2021-09-22\n\n今年1-8月苏州市进出口900亿元。8月份，苏州市进出口100亿元。同期，苏州市一般贸易进出口300亿元。",
        "江西外贸\n\n2021-09-20\n\n今年8月，江西进口23亿元，江西竹编品进口26亿元。",
        "宁波外贸\n\n2023-07-20\n\n今年上半年，宁波进出口1160亿元，异地企业经宁波出口1385亿元。",
    ] {
        let told = told(text);
        assert!(told.contains("no contradictions, no doubts"), "{told}");
    }
}

#[test]
fn the_growth_of_a_weight_is_not_that_of_its_money() {
    let text = "Экспорт досок из Румынии\n\n21 марта 2024\n\nВ январе 2024 года Румыния экспортировала 2,57 млн т досок, что на 24,8% \
                меньше, чем в январе 2023 года.\n\nЭкспорт досок из Румынии составил $431 млн в январе 2024 года против $512 млн в \
                январе 2023 года.\n";
    let told = told(text);
    assert!(told.contains("no contradictions, no doubts"), "{told}");
}

/// A title on the trade of another place than the first sentences casts doubt on every row that goes on with theirs.
#[test]
fn a_reporter_that_the_title_contradicts_is_no_ground() {
    let text = |title: &str| {
        format!(
            "{title}\n\n1 March 2024\n\nSerbia's exports rose in 2023.\n\nExports were 60 billion dollars in 2023, imports 50 \
             billion dollars, and the trade surplus was 2 billion dollars."
        )
    };
    assert!(told(&text("Serbia's trade in 2023")).contains("of unconfirmed rows"));
    let other = told(&text("Norway's trade in 2023"));
    assert!(!other.contains("of unconfirmed rows"), "{other}");
}

#[test]
fn groups_of_partners_are_not_told_apart_and_not_compared() {
    let text = "湖北省外贸\n\n2022年3月4日\n\n2021年，湖北省对欧美出口额为900亿元。2021年，湖北省与日韩贸易额为700亿元。";
    let draft = Draft::new("own", text);
    assert!(draft.rows.iter().all(|row| &*row.partner.value == "SEVERAL"));
    assert_eq!(CheckedDraft::new(&draft).analysis.findings.len(), 0);
}
