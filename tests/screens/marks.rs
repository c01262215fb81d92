//! The selected row, and the remarks below the rows of a zoomed pane.

use horgos::dashboard::App;
use horgos::dataset::Bundled;
use horgos::formats::bundled_called;
use horgos::screen::{Theme, frame};
use ratatui::layout::Size;
use ratatui::style::Modifier;

use super::screen::{bundled, press, text};

/// Sizes of which each lays the screen out in a way of its own.
const SIZES: [(u16, u16); 7] = [(40, 12), (60, 16), (80, 24), (120, 36), (120, 40), (160, 50), (200, 60)];

fn opened(which: Bundled, (width, height): (u16, u16)) -> App {
    let dataset = bundled_called(which).expect("a bundled dataset is right").dataset;
    App::new(dataset, Size::new(width, height))
}

/// The text of the selected row that is neither marked nor part of a bar.
fn unmarked(app: &App) -> String {
    let frame = frame(app, &Theme::mono());
    let symbol = |x: u16, y: u16| frame[(x, y)].symbol();
    let (width, height) = (frame.area.width, frame.area.height);
    let places = (1..height).flat_map(|y| (1..width).map(move |x| (x, y)));
    let mut marked = places.filter(|at| frame[*at].modifier.contains(Modifier::REVERSED));
    let (x, y) = marked.find(|(x, y)| symbol(*x, *y) == "▸").expect("a selected row");
    // The pane is as wide as the line with its title, behind which there are two blanks.
    let is_focus = |at: (u16, u16)| frame[at].symbol() == "━" && frame[at].modifier.contains(Modifier::BOLD);
    let title = (0..y).rev().find(|y| (0..width).any(|x| is_focus((x, *y))));
    let title = title.expect("the title of the pane with the focus");
    let is_gap = |x: &u16| (*x..*x + 2).all(|x| x >= width || symbol(x, title) == " ");
    let end = (x..width).find(is_gap).unwrap_or(width);
    let row = (x..end).map(|x| &frame[(x, y)]);
    let plain = row.filter(|cell| !cell.modifier.contains(Modifier::REVERSED));
    plain.map(ratatui::buffer::Cell::symbol).filter(|symbol| !" │┊━█▌▐▒╴╶─".contains(symbol)).collect()
}

#[test]
fn the_mark_of_the_selected_row_goes_on_to_the_end_of_its_text() {
    let mut rows = 0;
    for (which, size) in
        [Bundled::Article, Bundled::Context].into_iter().flat_map(|which| SIZES.map(|size| (which, size)))
    {
        let mut app = opened(which, size);
        for pane in 0..app.panes().len() {
            for _ in 0..app.row_count(pane) {
                assert_eq!(unmarked(&app), "", "{} at {size:?}", app.address());
                rows += 1;
                press(&mut app, "j");
            }
            press(&mut app, "<tab>");
        }
    }
    assert!(rows > 1000, "{rows} rows");
}

#[test]
fn a_title_says_what_the_letters_below_it_mean() {
    let title = |size: (u16, u16), pane: &str| {
        let shown = text(&opened(Bundled::Article, size));
        shown.lines().find(|line| line.contains(pane)).expect("a pane").to_owned()
    };
    for size in [(120, 36), (120, 40), (160, 50), (200, 60)] {
        assert!(title(size, "1 Key figures").contains("━ V unvalidated · 2023 ━"), "{size:?}");
        assert!(!title(size, "4 Growth leaders").contains(" V "), "no row has a letter at {size:?}");
    }
    let narrow = title((120, 36), "3 Horgos Port");
    assert!(narrow.contains("─ Jan–Nov 2023 ─"), "the period stays: {narrow}");
    let noted = title((200, 60), "1 Key figures");
    assert!(noted.contains("Xinjiang with Central Asia ━"), "a note needs more room: {noted}");
}

#[test]
fn rows_of_a_zoomed_pane_that_stand_apart_have_their_verdict_below_them() {
    for (pane, row, below) in [
        ("1", "Exports, growth", "Do not quote without the +50 %: with it, exports grew by at least 29.9 %."),
        ("2", "Kazakhstan", "Quote it and say that its growth is in CNY."),
        ("2", "Uzbekistan", "There is no number to quote: none was published."),
        ("3", "High-tech products", "There is no number to quote: the source names it without one."),
        ("6", "cannot both hold", "2022 = 246.57 / 1.232 = 200.05 to 200.22 bn CNY"),
    ] {
        let mut app = bundled(200, 60);
        press(&mut app, &format!("{pane}z"));
        let screen = text(&app);
        let lines: Vec<&str> = screen.lines().skip(2).collect();
        let at = lines.iter().position(|line| line.contains(row)).expect("the row");
        assert!(lines[at + 1].contains(below), "{row}:\n{screen}");
    }
}

#[test]
fn rows_without_room_between_them_have_no_remarks() {
    let mut app = bundled(80, 24);
    press(&mut app, "z");
    assert!(!text(&app).contains("exports then grew"), "{}", text(&app));
}
