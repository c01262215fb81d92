//! One CSV file by itself: printed figures, and observations that somebody wrote.

use horgos::analysis::Analysis;
use horgos::dashboard::App;
use horgos::dataset::Dataset;
use horgos::formats::{self, Loaded, ReadError};
use horgos::print::{Selection, csv};

fn read(text: &str) -> Result<Loaded, ReadError> {
    formats::parse("folder/mine.csv", text, &|path| Err(format!("{path} is opened")))
}

fn warnings(loaded: &Loaded) -> Vec<String> {
    loaded.warnings.iter().map(ToString::to_string).collect()
}

fn printed(pane: Option<usize>) -> String {
    let app =
        App::new(formats::bundled().expect("a good dataset").dataset, ratatui::layout::Size::new(80, 24));
    let selection = pane.map_or_else(|| Selection::all(&app), |pane| Selection::one(&app, pane));
    let mut text = Vec::new();
    csv(selection, &mut text).expect("memory takes everything");
    String::from_utf8(text).expect("UTF-8")
}

/// The contents of the figures of a dataset, without the ids of their sources.
fn figures(dataset: &Dataset) -> Vec<String> {
    let figure = |row: &horgos::dataset::Observation| {
        let source = dataset.source_of(row).map(|source| (&source.publisher, source.published));
        format!("{:?}", horgos::dataset::Observation { source: None, label: None, ..row.clone() })
            + &format!("{source:?}")
    };
    dataset.observations.iter().map(figure).collect()
}

#[test]
fn printed_figures_are_a_dataset_again() {
    let bundled = formats::bundled().expect("a good dataset").dataset;
    let text = printed(None);
    let loaded = read(&text).expect("printed figures");
    assert_eq!(figures(&loaded.dataset), figures(&bundled));
    assert_eq!(loaded.dataset.name, "mine");
    let derived = text.lines().filter(|line| line.contains(",derived,")).count();
    let first = 1 + text.lines().position(|line| line.contains(",derived,")).expect("some are derived");
    let expected = format!(
        "folder/mine.csv:{first}:1: observations: warning: {derived} derived rows are set aside, to be derived again"
    );
    assert_eq!(warnings(&loaded), [expected]);
    assert_eq!(loaded.dataset.sources.len(), bundled.sources.len());
    assert_eq!(loaded.dataset.place_name("HORGOS"), "HORGOS", "names are not printed");
    let found = |dataset: &Dataset| Analysis::new(dataset).derivations().len();
    assert_eq!(found(&loaded.dataset), found(&bundled));
}

#[test]
fn a_printed_pane_may_lack_the_wholes_of_its_shares() {
    let text = "id,reporter,flow,measure,obs_value,unit_measure,share_of,origin\n\
                a,KAZ,exports,share,40,PCT,b,published\n\
                b,KAZ,exports,share,50,PCT,w,published\n\
                c,KAZ,exports,value,50,USD,,published\n\
                d,KAZ,exports,value,50,USD,,derived\n";
    let loaded = read(text).expect("printed figures");
    assert_eq!(loaded.dataset.observations.len(), 1);
    assert_eq!(
        warnings(&loaded),
        [
            "folder/mine.csv:2:1: observations: warning: 2 shares are set aside, since the whole is not in this file",
            "folder/mine.csv:5:1: observations: warning: 1 derived row is set aside, to be derived again",
        ]
    );
    let written = text.replace(",origin", "").replace(",published", "").replace(",derived", "");
    let error = read(&written).expect_err("the whole is missing").to_string();
    assert_eq!(error, "folder/mine.csv:3:28: observations[1].share_of: no observation has the id \"w\"");
}

#[test]
fn text_that_was_kept_from_being_a_formula_is_itself_again() {
    let text = "id,reporter,flow,measure,obs_value,unit_measure,label,note,origin\n\
                a,KAZ,exports,value,-5,USD,'=1+1,\"''quoted, twice\",published\n";
    let row = read(text).expect("printed figures").dataset.observations[0].clone();
    assert_eq!((row.label.as_deref(), row.note.as_deref()), (Some("=1+1"), Some("'quoted, twice")));
    let written = read(&text.replace(",origin", "").replace(",published", "")).expect("observations");
    assert_eq!(written.dataset.observations[0].label.as_deref(), Some("'=1+1"));
}

#[test]
fn publisher_and_day_make_the_source() {
    let text = "id;reporter;partner;flow;measure;obs_value;unit_measure;publisher;published;source\n\
                a;DEU;FRA;exports;value;\"12.50\";EUR;Office;2024-01-02;\n\
                b;DEU;FRA;imports;value;10;EUR;Office;2024-01-02;\n\
                c;DEU;PORT;imports;value;10;EUR;Office;2024-02-02;\n\
                d;DEU;PORT;exports;value;10;EUR;;;ours\n\
                e;DEU;PORT;exports;value;10;EUR;;;\n";
    let dataset = read(text).expect("observations").dataset;
    let sources = dataset.observations.iter().map(|row| {
        dataset.source_of(row).map(|source| {
            let day = source.published.map(|day| day.to_string()).unwrap_or_default();
            format!("{} {day}", source.publisher)
        })
    });
    let expected =
        ["Office 2024-01-02", "Office 2024-01-02", "Office 2024-02-02", "ours "].map(|s| Some(s.to_owned()));
    assert_eq!(sources.collect::<Vec<_>>(), [&expected[..], &[None]].concat());
    assert_eq!(dataset.sources.len(), 3);
}

#[test]
fn mistakes_in_a_file_of_figures_have_their_place() {
    for (text, expected) in [
        (
            "id,reporter,flow\na,DEU,exports\n",
            "1:1: observations: the first row names no column measure, which every row needs",
        ),
        ("id,reporter,flow,measure\n", "1:1: has no rows; at least one was expected"),
        (
            "id,reporter,flow,measure\na,DE,exports,mention\n",
            "2:3: observations[0].reporter: \"DE\" is neither a three-letter ISO 3166 code nor defined in places (write DEU)",
        ),
        (
            "id,reporter,flow,measure,origin\na,DEU,exports,mention,guessed\n",
            "2:23: observations[0].origin: \"guessed\" is none of published, derived",
        ),
        (
            "id,reporter,flow,measure,source,publisher\na,DEU,exports,mention,s,Ours\nb,DEU,exports,mention,s,Theirs\n",
            "3:23: observations[1].source: an earlier row of the source \"s\" has another publisher or day",
        ),
        (
            "id,reporter,flow,measure,publisher,published\na,DEU,exports,mention,Ours,yesterday\n",
            "2:28: observations[0].published: \"yesterday\" is not a date (write 2024-02-07)",
        ),
        (
            "id,reporter,flow,measure,publisher\na,DEU,exports\nb,DEU,exports,mention,Ours\n",
            "2:1: observations[0]: has 3 fields where the first row names 5",
        ),
    ] {
        assert_eq!(read(text).expect_err(text).to_string(), format!("folder/mine.csv:{expected}"));
    }
}

#[test]
fn other_text_is_answered_with_what_was_expected() {
    let expected = "folder/mine.csv:1:1: is neither a Data Package (JSON, an object in braces) nor CSV whose first row \
                    names the columns id, reporter, flow and measure, nor a table in a format that is known by its header";
    for text in ["hello", "severity,rule,ids\n", "a,b\n1,2\n", "null"] {
        assert_eq!(read(text).expect_err(text).to_string(), expected, "{text}");
    }
}

#[test]
fn rows_without_ids_and_sources_get_both() {
    let text = "reporter,flow,partner,product,measure,time_period,obs_value,unit_measure\n\
        KAZ,exports,CHN,,value,2022,100,USD\nKAZ,exports,CHN,27,value,2022,60,USD\nKAZ,exports,CHN,,growth,2022,5,PCT\n";
    let dataset = read(text).expect("figures").dataset;
    let ids: Vec<&str> = dataset.observations.iter().map(|row| row.id.as_str()).collect();
    assert_eq!(
        ids,
        [
            "exports-kaz-chn-2022-value-usd",
            "exports-kaz-chn-27-2022-value-usd",
            "exports-kaz-chn-2022-growth-pct"
        ]
    );
    let source = dataset.source_of(&dataset.observations[0]).expect("the file");
    assert_eq!(source.publisher, "mine.csv");
    let twice = text.to_owned() + "KAZ,exports,CHN,,value,2022,120,USD\n";
    let error = read(&twice).expect_err("a mistake").to_string();
    assert!(error.contains("mine.csv:5:1: ") && error.contains("about the same figure"), "{error}");
    let named = text.replacen("reporter,", "source,reporter,", 1).replace("\nKAZ", "\n,KAZ");
    let dataset = read(&named).expect("figures").dataset;
    assert!(dataset.source_of(&dataset.observations[0]).is_none(), "a column for it says nothing");
}

#[test]
fn figures_whose_made_ids_are_the_same_are_numbered() {
    let text = "reporter,flow,partner,product,label,measure,time_period,obs_value,unit_measure\n\
        TJK,exports,UZB,,,value,2021,31,USD\nTJK,exports,,uzb,,value,2021,8,USD\n\
        TJK,exports,UZB,,wagons,count,2021,70,COUNT\nTJK,exports,UZB,,buyers,count,2021,4,COUNT\n\
        TJK,exports,UZB,Figs,,value,2021,3,USD\nTJK,exports,UZB,figs,,value,2021,2,USD\n";
    let dataset = read(text).expect("figures").dataset;
    let ids: Vec<&str> = dataset.observations.iter().map(|row| row.id.as_str()).collect();
    let expected = [
        "exports-tjk-uzb-2021-value-usd",
        "exports-tjk-uzb-2021-value-usd-2",
        "exports-tjk-uzb-2021-count-count",
        "exports-tjk-uzb-2021-count-count-2",
        "exports-tjk-uzb-figs-2021-value-usd",
        "exports-tjk-uzb-figs-2021-value-usd-2",
    ];
    assert_eq!(ids, expected);
    for again in [
        "TJK,exports,UZB,,,value,2021,32,USD\n",
        "TJK,exports,,uzb,a label,value,2021,9,USD\n",
        "TJK,exports,UZB,,wagons,count,2021,71,COUNT\n",
        "TJK,exports,UZB,,buyers,count,2021,5,COUNT\n",
        "TJK,exports,UZB,figs,,value,2021,2,USD\n",
    ] {
        let error = read(&(text.to_owned() + again)).expect_err("a mistake").to_string();
        assert!(error.contains("mine.csv:8:1: ") && error.contains("about the same figure"), "{error}");
    }
}

#[test]
fn long_names_make_ids_that_end_in_a_number() {
    let name = "bearings of balls or rollers and all that belongs to them ".repeat(3);
    let header = "reporter,flow,product,measure,time_period,obs_value,unit_measure\n";
    let row = |of: &str, value: u32| format!("TJK,exports,{name}{of},value,2021,{value},USD\n");
    let text = [header, &row("as imported", 5), &row("as exported", 6)].concat();
    let dataset = read(&text).expect("figures").dataset;
    let ids: Vec<&str> = dataset.observations.iter().map(|row| row.id.as_str()).collect();
    let [one, other] = ids[..] else { panic!("two rows: {ids:?}") };
    assert!(one != other && [one, other].iter().all(|id| id.len() == 200), "{ids:?}");
    assert!(one.starts_with("exports-tjk-bearings of balls"), "{one}");
    let error = read(&(text + &row("as imported", 7))).expect_err("a mistake").to_string();
    assert!(error.contains("mine.csv:4:1: ") && error.contains("about the same figure"), "{error}");
}

#[test]
fn what_is_wrong_with_a_row_without_an_id_is_said_once() {
    let text = "reporter,flow,partner,measure,time_period,obs_value,unit_measure\n\
        TJK,exports,UZB,worth,2021,7,USD\nTJK,exports,UZB,worth,2021,8,USD\n";
    let error = read(text).expect_err("a mistake").to_string();
    let lines: Vec<&str> = error.lines().map(|line| line.split(": ").next().unwrap_or_default()).collect();
    assert_eq!(lines, ["folder/mine.csv:2:17", "folder/mine.csv:3:17"], "{error}");
    let long = text.replace("worth", "value").replacen("UZB", &"U".repeat(300), 1);
    let error = read(&long).expect_err("a mistake").to_string();
    assert_eq!(error.lines().count(), 1, "{error}");
}
