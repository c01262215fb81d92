//! The cost of reading, analysing, drawing and printing, counted in allocations and allocated bytes: twice the input takes at
//! most three times the work. A clock would measure the machine.
#![allow(dead_code, reason = "not every test uses all of the support")]

#[path = "support/screen.rs"]
mod screen;

use std::fmt::Write as _;

use allocation_counter::measure;
use horgos::analysis::Analysis;
use horgos::dashboard::{App, Event};
use horgos::formats::{Loaded, ReadError, parse};
use horgos::print::{self, Selection};
use horgos::screen::{Canvas, Means, Theme, frame};
use ratatui::layout::Size;

/// Holds that `cost` of twice the size is at most three times that of the size.
fn is_linear(what: &str, size: usize, cost: impl Fn(usize) -> u64) {
    let (once, twice) = (cost(size), cost(2 * size));
    assert!(twice <= 3 * once, "{what}: {once} for {size}, {twice} for twice as many");
}

/// The work of `run`: its allocations, and their bytes in cache lines.
fn work<T>(run: impl FnOnce() -> T) -> u64 {
    let mut result = None;
    let info = measure(|| result = Some(run()));
    drop(result);
    info.count_total + info.bytes_total / 64
}

fn read(text: &str) -> Result<Loaded, ReadError> {
    parse("many.json", text, &|_| Err(String::new()))
}

fn package(members: &str, rows: &[String]) -> String {
    format!(r#"{{{members}"resources":[{{"name":"observations","data":[{}]}}]}}"#, rows.join(",\n"))
}

/// Rows of exports to and imports from many partners, by month.
fn rows(count: usize) -> Vec<String> {
    let row = |at: usize| {
        let (flow, partner) = (["exports", "total"][at % 2], at / 2);
        let code: String = [partner / 36 / 36 % 36, partner / 36 % 36, partner % 36]
            .map(|digit| char::from(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"[digit]))
            .iter()
            .collect();
        format!(
            r#"{{"id":"{flow}-{partner}","reporter":"UZB","partner":"AZ-{code}","flow":"{flow}","measure":"value","time_period":"2019-{:02}","obs_value":"{}","unit_measure":"EUR","note":"in a table of {at}"}}"#,
            at / 2 % 12 + 1,
            if at.is_multiple_of(2) { 3 + at } else { 12 + 2 * at },
        )
    };
    (0..count).map(row).collect()
}

fn many(count: usize) -> App {
    App::new(read(&package("", &rows(count))).expect("a dataset").dataset, Size::new(100, 30))
}

#[test]
fn reading_right_rows_is_linear() {
    is_linear("JSON", 800, |count| {
        let text = package("", &rows(count));
        work(|| read(&text).map(|loaded| loaded.dataset))
    });
    is_linear("CSV", 800, |count| {
        let mut text = "id,reporter,flow,measure,time_period,obs_value,unit_measure,label\n".to_owned();
        for at in 0..count {
            let _ = writeln!(text, "m{at},UZB,exports,value,2019,{at},EUR,\"pipes of 5\"\" {at}\"");
        }
        work(|| read(&text).map(|loaded| loaded.dataset))
    });
}

#[test]
fn reading_wrong_rows_is_linear() {
    for (what, row) in [("no rows", "7"), ("rows without a flow", r#"{"id":"a","reporter":"UZB"}"#)] {
        is_linear(what, 1_500, |count| {
            let text = package("", &vec![row.to_owned(); count]);
            work(|| read(&text).map(|loaded| loaded.dataset))
        });
    }
    is_linear("shares without a whole", 500, |count| {
        let share = |at: usize| {
            format!(
                r#"{{"id":"s{at}","reporter":"UZB","flow":"total","measure":"share","share_of":"w{at}"}}"#
            )
        };
        let text = package("", &(0..count).map(share).collect::<Vec<_>>());
        work(|| read(&text).map(|loaded| loaded.dataset))
    });
}

#[test]
fn setting_aside_shares_of_shares_is_linear() {
    is_linear("a chain of shares", 400, |count| {
        let mut text = "id,reporter,flow,measure,share_of,origin\n".to_owned();
        for at in 0..count {
            let _ = writeln!(text, "s{at},UZB,total,share,s{},published", at + 1);
        }
        text.push_str("x,UZB,total,mention,,published\n");
        work(|| {
            let loaded = read(&text).expect("one row is left");
            assert_eq!(loaded.dataset.observations.len(), 1);
        })
    });
}

#[test]
fn deriving_and_checking_is_linear() {
    is_linear("analysis", 1_000, |count| {
        let dataset = read(&package("", &rows(count))).expect("a dataset").dataset;
        work(|| Analysis::new(&dataset))
    });
    is_linear("the model", 1_000, |count| {
        let dataset = read(&package("", &rows(count))).expect("a dataset").dataset;
        work(|| App::new(dataset, Size::new(100, 30)))
    });
}

#[test]
fn drafting_a_text_is_linear() {
    let sentence = "Exports to Kenya rose 5.2 percent to $3.4 billion in May 2019, while those to Chad and Togo fell 1% and 2%, \
        respectively. Импорт из Чада вырос на 3,1%, до 20 млн долларов. 对东盟进出口5.3亿元，增长2.1%。\n\n";
    let one_line = sentence.replace('\n', " ").replace(". ", ", ");
    for (what, piece) in [("paragraphs", sentence), ("one sentence", one_line.as_str())] {
        is_linear(what, 60, |count| {
            let text = format!("Togo's trade in May 2019\n\n{}", piece.repeat(count));
            let _ = horgos::draft::Draft::new("first", "The table of words is read once.");
            work(|| horgos::draft::Draft::new("many", &text))
        });
    }
}

#[test]
fn every_print_is_linear() {
    type Print = fn(&App) -> Vec<u8>;
    fn written(write: impl FnOnce(&mut Vec<u8>) -> std::io::Result<()>) -> Vec<u8> {
        let mut out = Vec::new();
        write(&mut out).expect("memory takes it");
        out
    }
    let prints: [(&str, Print); 7] = [
        ("text", |app| print::text(Selection::all(app)).into_bytes()),
        ("Markdown", |app| print::markdown(Selection::all(app)).into_bytes()),
        ("CSV", |app| written(|out| print::csv(Selection::all(app), out))),
        ("JSON", |app| written(|out| print::json(Selection::all(app), out))),
        ("findings", |app| print::findings_text(app.words()).into_bytes()),
        ("findings as JSON", |app| written(|out| print::findings_json(app.words(), out))),
        ("SVG", |app| print::svg(&frame(app, &Theme::ansi()), "T").into_bytes()),
    ];
    for (what, print) in prints {
        is_linear(what, 300, |count| {
            let app = many(count);
            work(|| print(&app))
        });
    }
}

#[test]
fn drawing_many_panes_is_linear() {
    is_linear("the last of many panes", 450, |count| {
        let pane = |at: usize| {
            format!(r#"{{"id":"p{at}","title":"Part {at}","kind":"listing","rows":["exports-0"]}}"#)
        };
        let panes: Vec<String> = (0..count).map(pane).collect();
        let text = package(&format!("\"panes\":[{}],", panes.join(",")), &rows(2));
        let mut app = App::new(read(&text).expect("a dataset").dataset, Size::new(100, 30));
        let mut canvas = Canvas::new(Means::default());
        canvas.draw(&app);
        work(|| {
            screen::press(&mut app, "h");
            canvas.draw(&app);
        })
    });
    is_linear("tabs of many words", 20, |count| {
        let title = "ab ".repeat(8 * count);
        let pane = |at: usize| {
            format!(r#"{{"id":"p{at}","title":"{title}{at}","kind":"listing","rows":["exports-0"]}}"#)
        };
        let panes: Vec<String> = (0..20).map(pane).collect();
        let text = package(&format!("\"panes\":[{}],", panes.join(",")), &rows(2));
        let app = App::new(read(&text).expect("a dataset").dataset, Size::new(100, 30));
        work(|| app.tabs(100))
    });
}

#[test]
fn an_address_is_written_in_linear_time() {
    is_linear("an address", 2_000, |count| {
        let mut app = many(4);
        app.handle(Event::Key(horgos::dashboard::Key::Char('/')));
        app.handle(Event::Paste("%=".repeat(count)));
        work(|| app.address())
    });
}

#[test]
fn wrapping_a_note_is_linear() {
    is_linear("a note", 1_600, |count| {
        let row = rows(1)[0].replace("in a table of", &"of it ".repeat(count));
        let mut app = App::new(read(&package("", &[row])).expect("a dataset").dataset, Size::new(100, 30));
        let mut canvas = Canvas::new(Means::default());
        work(|| {
            screen::press(&mut app, "<enter>");
            canvas.draw(&app);
        })
    });
}
