//! Writing datasets: what is written reads back as the same dataset, inline and with CSV.

use horgos::dataset::{
    Adjustment, Basis, Bound, Code, Coverage, Dataset, Definition, Emphasis, Flow, GroupMember, GrowthOf,
    Measure, Observation, Pane, PaneKind, Period, Place, Product, Quantity, RankedAmong, Rounding,
    SharedText, Source, Status, Subject, TourStep, TradeSystem, Transport, Unconfirmed, Unit, Valuation,
};
use horgos::formats::{self, write};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::{Index, select};

fn inline(dataset: &Dataset) -> String {
    let mut text = Vec::new();
    write::inline(dataset, &mut text).expect("memory takes everything");
    String::from_utf8(text).expect("UTF-8")
}

fn with_csv(dataset: &Dataset) -> (String, String) {
    let (mut descriptor, mut rows) = (Vec::new(), Vec::new());
    write::with_csv(dataset, "rows.csv", &mut descriptor, &mut rows).expect("memory takes everything");
    (String::from_utf8(descriptor).expect("UTF-8"), String::from_utf8(rows).expect("UTF-8"))
}

fn read(text: &str, rows: Option<&str>) -> Dataset {
    let open = |path: &str| {
        assert_eq!(path, "rows.csv");
        rows.map(str::to_owned).ok_or_else(String::new)
    };
    formats::parse("written.json", text, &open)
        .unwrap_or_else(|error| panic!("{error}\n{text}\n{rows:?}"))
        .dataset
}

/// Everything that a dataset holds, as text.
fn model(dataset: &Dataset) -> String {
    let Dataset { name, title, sources, places, products, observations, panes, tour, .. } = dataset;
    format!(
        "{name:?} {title:?} {sources:#?} {places:#?} {products:#?} {observations:#?} {panes:#?} {tour:#?}"
    )
}

#[test]
fn the_bundled_dataset_reads_back_inline_and_with_csv() {
    let dataset = formats::bundled().expect("a good dataset").dataset;
    assert_eq!(model(&read(&inline(&dataset), None)), model(&dataset));
    let (descriptor, rows) = with_csv(&dataset);
    assert_eq!(model(&read(&descriptor, Some(&rows))), model(&dataset));
    let line = inline(&dataset).lines().find(|line| line.contains("\"exports-ca5-usd\"")).map(str::to_owned);
    let line = line.expect("a line per row");
    assert!(
        line.contains(r#""obs_value": 34.3, "unit_measure": "USD", "unit_mult": 9, "decimals": 1"#),
        "{line}"
    );
    assert!(rows.starts_with("id,label,reporter,partner,flow,product,transport,measure,"), "{rows}");
}

#[test]
fn a_number_keeps_its_zeros_and_a_text_its_quotes() {
    let text = r#"{"resources": [
        {"name": "places", "data": [{"code": "EU", "name": "a \"union\", of sorts", "members": ["FRA", {"code": "GBR", "until": "2020-01"}]}]},
        {"name": "observations", "data": [
            {"id": "a", "reporter": "KAZ", "partner": "EU", "flow": "exports", "measure": "value", "time_period": "2023",
             "obs_value": 50.00, "unit_measure": "USD", "label": "; \"x\", y"}]}]}"#;
    let dataset = read(text, None);
    let written = inline(&dataset);
    assert!(written.contains(r#""obs_value": 50.00, "#), "{written}");
    assert!(written.contains(r#""members": ["FRA", {"code": "GBR", "until": "2020-01"}]"#), "{written}");
    assert_eq!(model(&read(&written, None)), model(&dataset));
    let (descriptor, rows) = with_csv(&dataset);
    assert_eq!(
        rows,
        "id,label,reporter,partner,flow,measure,time_period,obs_value,unit_measure,decimals\n\
         a,\"; \"\"x\"\", y\",KAZ,EU,exports,value,2023,50.00,USD,2\n"
    );
    assert_eq!(model(&read(&descriptor, Some(&rows))), model(&dataset));
}

fn code<C: Code + std::fmt::Debug>() -> impl Strategy<Value = C> {
    select(C::ALL).prop_map(|(_, meaning)| meaning)
}

/// A text that a dataset may hold, hard to quote more often than not.
fn text() -> impl Strategy<Value = String> {
    let hard = select(
        &["\"", "\"\"", ",", ";", "\\", "'", " ", "=1", "null", "NA", "哈萨克斯坦", "é", "{}", "[1]"][..],
    );
    let any = "[a-z0-9 А-я東京,;:!?(){}<>%&*+=|~^@#/_.-]{1,6}";
    vec(prop_oneof![hard.prop_map(str::to_owned), any], 1..4).prop_map(|parts| parts.concat())
}

fn period() -> impl Strategy<Value = Period> {
    const CODES: [&str; 7] =
        ["1999", "2023", "2023-Q2", "2023-11", "2023-01-01/P11M", "2022-11-01/P2Y", "2023-01-15/P1W"];
    select(&CODES[..]).prop_map(|code| Period::parse(code).expect("a period"))
}

fn month() -> impl Strategy<Value = Period> {
    select(&["2001", "2010", "2013-07", "2015-12"][..]).prop_map(|code| Period::parse(code).expect("a month"))
}

fn unit() -> impl Strategy<Value = Unit> {
    const CODES: [&str; 10] = ["CNY", "USD", "PCT", "FACTOR", "COUNT", "RANK", "POINTS", "INDEX", "T", "TEU"];
    select(&CODES[..]).prop_map(|code| Unit::parse(code).expect("a unit"))
}

fn quantity() -> impl Strategy<Value = Quantity> {
    (any::<i64>(), 0_u32..9).prop_map(|(digits, decimals)| {
        let value = rust_decimal::Decimal::new(digits, decimals);
        Quantity::new(value, decimals).expect("few digits")
    })
}

fn definition() -> impl Strategy<Value = Definition> {
    let parts = (
        of(code::<Adjustment>()),
        of(code::<Basis>()),
        of(code::<Coverage>()),
        of(code::<Valuation>()),
        of(code::<TradeSystem>()),
    );
    parts.prop_map(|(adjustment, basis, coverage, valuation, trade_system)| Definition {
        adjustment,
        basis,
        coverage,
        valuation,
        trade_system,
    })
}

fn subject() -> impl Strategy<Value = Subject> {
    let place = || select(&["KAZ", "CN-XJ", "W00", "P0", "P1", "EU27_2020"][..]).prop_map(SharedText::from);
    let what = (code::<Flow>(), of(text()), of(code::<Transport>()), of(period()));
    (place(), place(), what).prop_map(|(reporter, partner, (flow, product, transport, period))| Subject {
        reporter,
        partner,
        flow,
        product: product.map(SharedText::from),
        transport,
        period,
    })
}

/// Values of the column `doubt`, which rows of unconfirmed drafts have.
const DOUBTS: [&str; 3] =
    ["all:said", "period:assumed", "flow:inherited reporter:inherited compare_period:assumed"];

/// A row, its references still to be brought into range.
fn observation() -> impl Strategy<Value = (Observation, Index, Option<Index>)> {
    let kind = (code::<Measure>(), unit(), of(quantity()), -12_i8..=18);
    let kind = kind.prop_filter("a unit that suits", |(measure, unit, ..)| {
        *measure == Measure::Mention || measure.takes(*unit)
    });
    let said = (of(text()), of(text()), of(text()), of(text()), code::<Status>());
    let growth_of =
        select(&["CNY", "T", "VOLUME"][..]).prop_map(|code| GrowthOf::parse(code).expect("it grows"));
    let limits = (definition(), of(growth_of), of(code::<Bound>()), of(code::<RankedAmong>()), of(period()));
    let references = (of(period()), any::<Index>(), of(any::<Index>()));
    let doubt = of(select(&DOUBTS[..]).prop_map(|text| Unconfirmed::parse(text).expect("a doubt")));
    let kind = (kind, doubt);
    (subject(), kind, said, limits, references).prop_map(|(subject, kind, said, limits, references)| {
        let ((measure, unit, value, multiplier), unconfirmed) = kind;
        let (label, locator, as_printed, note, status) = said;
        let (definition, growth_of, bound, ranked_among, since) = limits;
        let (compared, whole, source) = references;
        let value = value.filter(|_| measure != Measure::Mention);
        let has_power = matches!(unit, Unit::Money(_) | Unit::Amount(_) | Unit::Count);
        let row = Observation {
            id: "".into(),
            label: label.map(Into::into),
            base: compared
                .or_else(|| subject.period.and_then(Period::year_before))
                .filter(|_| measure.has_base()),
            subject,
            definition,
            measure,
            growth_of: growth_of.filter(|_| measure.has_base() && measure != Measure::ShareChange),
            bound: bound.filter(|_| value.is_some()),
            ranked_among: ranked_among.filter(|_| measure == Measure::Rank),
            since: since.filter(|_| measure == Measure::Record),
            share_of: None,
            value,
            unit: Some(unit),
            multiplier: if has_power { multiplier } else { 0 },
            status,
            source: None,
            locator: locator.map(Into::into),
            as_printed: as_printed.map(Into::into),
            note: note.map(Into::into),
            summed: None,
            unconfirmed,
        };
        (row, whole, source)
    })
}

fn source() -> impl Strategy<Value = Source> {
    let day = select(&["2023-01-02", "2024-12-31"][..]).prop_map(|day| day.parse().expect("a day"));
    let said = (text(), of(text()), of(day), of(text()), of(text()), of(text()), of(code::<Rounding>()));
    said.prop_map(|(publisher, title, published, chain, language, path, rounding)| Source {
        id: String::new(),
        publisher,
        title,
        published,
        chain,
        language,
        path,
        rounding,
    })
}

fn place() -> impl Strategy<Value = Place> {
    let span = (of(month()), of(month())).prop_filter("in order", |(from, until)| {
        from.zip(*until).is_none_or(|(from, until)| from.start() < until.end())
    });
    let member = (select(&["KAZ", "KGZ", "P0", "CN-XJ"][..]), span)
        .prop_map(|(code, (from, until))| GroupMember::new(code.to_owned(), from, until));
    (text(), of(text()), vec(member, 0..4)).prop_map(|(name, short, members)| Place {
        code: String::new(),
        name,
        short,
        members,
    })
}

fn product() -> impl Strategy<Value = Product> {
    (text(), vec(text(), 0..3), of(text())).prop_map(|(name, members, classification)| Product {
        code: String::new(),
        name,
        members,
        classification,
    })
}

/// A step, its id still to be made unique. A paragraph has no blanks around it.
fn step() -> impl Strategy<Value = TourStep> {
    let paragraph = || text().prop_map(|text| format!("¶{text}."));
    let notes = vec(paragraph(), 0..3);
    let how = (of(code::<Emphasis>()), any::<bool>(), of(1_u16..=36_000));
    (text(), text(), text(), notes, how).prop_map(|(title, text, view, notes, (show, reveal, seconds))| {
        TourStep { id: String::new(), title, text, notes, seconds, view, show, reveal }
    })
}

fn dataset() -> impl Strategy<Value = Dataset> {
    let small = (vec(source(), 0..3), vec(place(), 2..4), vec(product(), 0..3));
    let panes = vec((text(), of(text()), any::<bool>(), any::<Index>()), 0..3);
    let tour = vec(step(), 0..3);
    (text(), text(), small, vec(observation(), 1..6), (panes, tour)).prop_map(
        |(name, title, small, rows, shown)| {
            let (panes, mut tour) = shown;
            tour.iter_mut().enumerate().for_each(|(at, step)| step.id = format!("t{at}"));
            let (mut sources, mut places, mut products) = small;
            let numbered = |at: usize, letter: char| format!("{letter}{at}");
            let place = |at: usize| u32::try_from(at).expect("few");
            sources.iter_mut().enumerate().for_each(|(at, source)| source.id = numbered(at, 's'));
            places.iter_mut().enumerate().for_each(|(at, place)| place.code = numbered(at, 'P'));
            products.iter_mut().enumerate().for_each(|(at, product)| product.code = numbered(at, 'p'));
            let count = rows.len();
            let row =
                |(at, (row, whole, source)): (usize, (Observation, Index, Option<Index>))| Observation {
                    id: numbered(at, 'r').into(),
                    share_of: matches!(row.measure, Measure::Share | Measure::ShareChange)
                        .then(|| place(whole.index(count))),
                    source: match sources.len() {
                        0 => None,
                        1 => Some(0),
                        many => source.map(|at| place(at.index(many))),
                    },
                    ..row
                };
            let observations = rows.into_iter().enumerate().map(row).collect();
            let pane =
                |(at, (title, note, is_listing, first)): (usize, (String, Option<String>, bool, Index))| {
                    Pane {
                        id: numbered(at, 'v'),
                        title,
                        note,
                        kind: if is_listing { PaneKind::Listing } else { PaneKind::Headline },
                        rows: (first.index(count)..count).rev().collect(),
                        reference: None,
                    }
                };
            let checks = || Pane {
                id: "checks".to_owned(),
                title: "Checks".to_owned(),
                note: None,
                kind: PaneKind::Reconciliation,
                rows: Vec::new(),
                reference: None,
            };
            let panes = panes.into_iter().enumerate().map(pane).chain([checks()]).collect();
            Dataset::new(name, title, sources, places, observations)
                .with_products(products)
                .with_panes(panes)
                .with_tour(tour)
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_written_dataset_reads_back_as_the_same(dataset in dataset()) {
        let written = inline(&dataset);
        let read_back = read(&written, None);
        prop_assert_eq!(model(&read_back), model(&dataset));
        prop_assert_eq!(inline(&read_back), written);
        let (descriptor, rows) = with_csv(&dataset);
        prop_assert_eq!(model(&read(&descriptor, Some(&rows))), model(&dataset));
    }
}
