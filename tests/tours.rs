//! Tours: what a check says of one, and what one prints.

#[path = "support/html.rs"]
mod html;
#[path = "support/run.rs"]
mod run;
#[allow(dead_code, reason = "only the schema of tours is needed here")]
#[path = "support/schema.rs"]
mod schema;

use std::path::{Path, PathBuf};
use std::process::Command;

use html::{Element, elements};

const HARBOUR: &str = include_str!("data/tour.json");

/// Exit code, standard output and standard error of `horgos tour` with these arguments.
fn tour(arguments: &[&str]) -> (Option<i32>, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_horgos"));
    let output = run::output(command.arg("tour").args(arguments).current_dir(env!("CARGO_TARGET_TMPDIR")));
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    (output.status.code(), text(output.stdout), text(output.stderr))
}

/// The path of the dataset of a harbour, which is no part of the program.
fn harbour() -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/tour.json").display().to_string()
}

/// The harbour with another tour, the first of its steps on line 3; the name of the file.
fn with_tour(name: &str, steps: &[&str]) -> String {
    let (before, _) = HARBOUR.split_once("\"tour\": [").expect("a tour");
    let text = format!(
        "{{\"tour\": [\n\n{}\n], {}}}",
        steps.join(",\n"),
        before.trim_end().trim_matches([',', '{'])
    );
    let path: PathBuf = [env!("CARGO_TARGET_TMPDIR"), name].iter().collect();
    std::fs::write(path, text).expect("a file");
    name.to_owned()
}

#[test]
fn the_bundled_tour_does_what_it_says_without_a_warning() {
    let said = "10 steps, 8:10: each does what it says at 120×36, 80×24 and 60×16\n";
    assert_eq!(tour(&["check"]), (Some(0), said.to_owned(), String::new()));
}

#[test]
fn tours_are_as_their_schema_says() {
    for text in [include_str!("../assets/datapackage.json"), HARBOUR] {
        let dataset: serde_json::Value = serde_json::from_str(text).expect("JSON");
        schema::tour_holds(&dataset["tour"].to_string());
    }
}

#[test]
fn a_step_that_does_not_do_what_it_says_is_reported_with_its_place() {
    let file = with_tour(
        "wrong.json",
        &[
            r#"{"id": "a", "title": "T", "text": "x", "view": "sum?zoom"}"#,
            r#"{"id": "b", "title": "T", "text": "x", "view": "goods?row=fsh&zoom"}"#,
            r#"{"id": "c", "title": "T", "text": "x", "view": "sums?open=balance(out,im)"}"#,
            r#"{"id": "d", "title": "T", "text": "x", "view": "checks?open=finding-3"}"#,
            r#"{"id": "e", "title": "T", "text": "x", "view": "goods?row=salt", "show": "big-number"}"#,
            r#"{"id": "f", "title": "T", "text": "x", "view": "checks", "show": "big-number", "reveal": true}"#,
            r#"{"id": "g", "title": "T", "text": "x", "view": "goods?open=fish", "show": "spotlight"}"#,
            r#"{"id": "h", "title": "T", "text": "x", "view": "goods?zoom", "show": "proof"}"#,
            r#"{"id": "i", "title": "T", "text": "x", "view": "goods?open=salt", "show": "proof"}"#,
            r#"{"id": "j", "title": "T", "text": "x", "view": "goods", "reveal": true}"#,
            r#"{"id": "k", "title": "T", "text": "x", "view": "goods?open=fish", "reveal": true}"#,
            r#"{"id": "l", "title": "T", "text": "x", "view": "goods?find=sheep&zoom", "reveal": true}"#,
            r#"{"id": "m", "title": "T", "text": "x", "view": "sums", "show": "big-number", "reveal": true}"#,
            r#"{"id": "a", "title": "T", "text": "x", "view": "checks"}"#,
        ],
    );
    let expected = r#"
wrong.json:3:1: tour[0].view: no pane has the id "sum" (did you mean "sums"?); there are sums, goods, checks
wrong.json:4:1: tour[1].view: no figure has the id "fsh" (did you mean "fish"?)
wrong.json:5:1: tour[2].view: no figure has the id "balance(out,im)" (did you mean "balance(out,in)"?)
wrong.json:6:1: tour[3].view: no finding or check has the name "finding-3"; there is none
wrong.json:7:1: tour[4].show: "Salt" has no number to show large
wrong.json:8:1: tour[5].show: the row of a check has no number to show large
wrong.json:9:1: tour[6].show: a spotlight falls on a row of a pane, and the view has a text over the panes (leave open= out)
wrong.json:10:1: tour[7].show: the view opens nothing that has a proof (end it in open=, as in checks?open=finding-1)
wrong.json:11:1: tour[8].show: nothing proves or explains what is open, and nothing follows from it
wrong.json:12:1: tour[9].reveal: the view has several panes, which come at once (add zoom to reveal the rows of one)
wrong.json:13:1: tour[10].reveal: the text that the view opens comes at once (write "show": "proof" to reveal its proof)
wrong.json:14:1: tour[11].reveal: there is no row to show
wrong.json:15:1: tour[12].reveal: a large number comes at once, so there is nothing to reveal
wrong.json:16:1: tour[13].id: step 1 has the same id
14 steps, 14:00: 14 do not do what they say
"#;
    let warning =
        r#"wrong.json:16:8: tour[13].id: warning: a second step with the id "a", which leads to the first"#;
    assert_eq!(tour(&["check", &file]), (Some(1), expected.trim_start().to_owned(), format!("{warning}\n")));
    let (code, printed, said) = tour(&["print", &file]);
    assert_eq!((code, printed.as_str()), (Some(2), ""), "all steps are printed, or none");
    assert!(
        said.contains("error: step 1 cannot be shown (horgos tour check says more): no pane has"),
        "{said}"
    );
}

#[test]
fn a_step_that_not_everybody_can_see_or_believe_is_a_warning() {
    let long = "A title that is a good deal longer than any room of sixty columns has columns for";
    let text = "12.46 million is 12,460 thousand or about 12.5 million, not 12.4; 17 % on p. 4 of 26 pages";
    let words = "Seventeen words, but none of them a number, are repeated until no reader at the back of the room \
                 can hope to finish them before the next step begins, which is far too soon for anybody.";
    let file = with_tour(
        "long.json",
        &[
            &format!(r#"{{"id": "a", "title": "{long}", "text": "{text}", "view": "sums"}}"#),
            &format!(r#"{{"id": "b", "title": "8.1", "text": "{words}", "view": "goods"}}"#),
            r#"{"id": "c", "title": "17 points", "text": "17.0 %, 3 %, +4.5 %, 8 million", "view": "sums"}"#,
        ],
    );
    let expected = r#"
long.json:3:1: tour[0].title: warning: 81 columns; 76 are shown at 120×36
long.json:3:1: tour[0].title: warning: 81 columns; 76 are shown at 80×24
long.json:3:1: tour[0].title: warning: 81 columns; 58 are shown at 60×16
long.json:3:1: tour[0].text: warning: no figure has the number "12.4"
long.json:3:1: tour[0].text: warning: no figure has the number "26"
long.json:4:1: tour[1].text: warning: 184 characters; 160 are read at a glance
long.json:4:1: tour[1].text: warning: 4 lines at 60×16; 3 are shown
long.json:5:1: tour[2].text: warning: no figure has the number "17.0 %"
long.json:5:1: tour[2].text: warning: no figure has the number "3 %"
long.json:5:1: tour[2].text: warning: no figure has the number "+4.5 %"
3 steps, 3:00: each does what it says at 120×36, 80×24 and 60×16; 10 warnings
"#;
    assert_eq!(tour(&["check", &file]), (Some(0), expected.trim_start().to_owned(), String::new()));
}

#[test]
fn without_a_tour_there_is_nothing_to_check_or_print() {
    let file = with_tour("none.json", &[]);
    for command in ["check", "print"] {
        let said = "error: none.json: the dataset has no tour\n";
        assert_eq!(tour(&[command, &file]), (Some(2), String::new(), said.to_owned()));
        assert_eq!(tour(&[command, "not-there.json"]).0, Some(2));
    }
}

#[test]
fn a_printed_tour_has_every_step_with_its_rows_and_sources() {
    let (code, printed, said) = tour(&["print", &harbour()]);
    assert_eq!((code, said.as_str()), (Some(0), ""));
    let expected = "\
Invented trade of a harbour: 2021
Harbour Board <of Lark>, 2022-03-09
3 steps, 2:20

1 of 3: What left the harbour (0:20)
About 12.5 million euros, says page 3.
    Exports  12.46 mn EUR  2021, Harbour Board <of Lark>, 2022-03-09, p. 3
      Quote it with its source.
  Note: Wait a moment.

2 of 3: Fish <up>, wool down (1:00)
";
    assert!(printed.starts_with(expected), "{printed}");
    let notes: Vec<&str> = printed.lines().filter_map(|line| line.strip_prefix("  Note: ")).collect();
    assert_eq!(notes, ["Wait a moment.", "First *fish*.", "Then & only then wool."]);
    let balance = "    Formula: exports − imports: 12.46 − 8.1 = +4.4 mn EUR (rounded)";
    assert!(printed.lines().any(|line| line == balance), "{printed}");
}

#[test]
fn a_room_is_shown_names_and_no_codes() {
    let (_, printed, _) = tour(&["print"]);
    let rest = "    Leads to: Trade with all other partners: 283.67 × (1 / 79.4 % − 1) = 73.6 bn CNY ✗ \
                (73.37 to 73.82)";
    assert!(printed.lines().any(|line| line == rest), "{printed}");
    assert!(!printed.contains("W00"), "{printed}");
}

#[test]
fn markdown_has_a_heading_per_step_and_takes_no_text_for_markup() {
    let (code, printed, _) = tour(&["print", &harbour(), "--format", "markdown"]);
    assert_eq!(code, Some(0));
    let headings: Vec<&str> = printed.lines().filter(|line| line.starts_with("## ")).collect();
    assert_eq!(
        headings,
        ["## 1. What left the harbour", "## 2. Fish \\<up\\>, wool down", "## 3. More out than in"]
    );
    let rows: Vec<&str> =
        printed.lines().filter(|line| line.starts_with("| ") && line.contains("2021")).collect();
    assert_eq!(rows.len(), 1 + 3 + 1, "{printed}");
    assert!(rows[1].starts_with("| Wool \\| yarn | −4.5 % | 2021 |"), "{}", rows[1]);
    assert!(printed.contains("> First \\*fish\\*.\n>\n> Then \\& only then wool.\n"), "{printed}");
}

/// The texts of the elements with this name.
fn texts<'e>(page: &'e [Element], name: &str) -> Vec<&'e str> {
    page.iter().filter(|element| element.name == name).map(|element| element.text.as_str()).collect()
}

#[test]
fn a_page_of_html_is_one_file_with_a_picture_per_step() {
    for (arguments, steps) in [(&["print"][..], 10), (&["print", &harbour()], 3)] {
        let (code, page, said) = tour(&[arguments, &["--format", "html"]].concat());
        assert_eq!((code, said.as_str()), (Some(0), ""));
        let elements = elements(&page);
        for name in ["section", "svg", "h2"] {
            assert_eq!(texts(&elements, name).len(), steps, "{name}");
        }
        for element in &elements {
            let is_script = matches!(element.name.as_str(), "script" | "link" | "img" | "iframe" | "object");
            let loads =
                [" href=", " src=", " onload=", "url("].iter().any(|way| element.attributes.contains(way));
            assert!(!is_script && !loads, "{element:?}");
        }
        assert!(page.contains("break-before: page") && !page.contains("@import") && !page.contains("url("));
    }
}

#[test]
fn a_page_of_html_says_what_the_dataset_says() {
    let (_, page, _) = tour(&["print", &harbour(), "--format", "html"]);
    let page = elements(&page);
    assert_eq!(
        texts(&page, "h2"),
        ["1. What left the harbour", "2. Fish <up>, wool down", "3. More out than in"]
    );
    let rows = texts(&page, "tr").into_iter().filter(|row| row.contains("p. 4")).collect::<Vec<_>>();
    let source = "2021Harbour Board <of Lark>, 2022-03-09, p. 4";
    assert_eq!(
        rows,
        [
            format!("Wool | yarn−4.5 %{source}"),
            format!("Fish+17 %{source}"),
            format!("Saltno value published{source}"),
        ]
    );
    let picture = texts(&page, "svg")[1];
    assert!(picture.contains("Wool | yarn") && picture.contains("17"), "{picture}");
    assert_eq!(texts(&page, "aside"), ["\nWait a moment.\n", "\nFirst *fish*.\nThen & only then wool.\n"]);
    assert_eq!(texts(&page, "footer"), ["1 of 3, 0:20", "2 of 3, 1:00", "3 of 3, 1:00"]);
}

#[test]
fn notes_stay_with_the_speaker_if_they_are_left_out() {
    for format in ["text", "markdown", "html"] {
        let with = tour(&["print", &harbour(), "--format", format]).1;
        let without = tour(&["print", &harbour(), "--format", format, "--no-notes"]).1;
        assert!(with.contains("Wait a moment") && with.contains("only then wool"), "{format}");
        assert!(!without.contains("Wait a moment") && !without.contains("only then wool"), "{format}");
        assert!(without.contains("What left the harbour"), "{format}");
    }
}
