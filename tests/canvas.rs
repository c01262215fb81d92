//! After a key, exactly the parts that it changed are drawn again.

#[path = "support/screen.rs"]
mod screen;

use horgos::dashboard::{Action, Answer, Appearance, BINDINGS, Edit, Effect, Move, Outcome, ThemeName};
use horgos::screen::{Canvas, Depth, Glyphs, Means, Theme, frame};
use proptest::prelude::*;
use ratatui::layout::{Position, Size};
use screen::bundled;

/// The events that keys, the mouse and the terminal may cause.
fn actions() -> Vec<Action> {
    let mut all: Vec<Action> =
        BINDINGS.iter().flat_map(|binding| binding.keys).map(|(_, action)| *action).collect();
    all.extend("kaz:s".chars().map(|letter| Action::Edit(Edit::Insert(letter))));
    all.extend([Edit::DeleteBefore, Edit::Left, Edit::DeleteAfter, Edit::DeleteWord].map(Action::Edit));
    for (x, y) in [(3, 4), (60, 5), (70, 12), (20, 25)] {
        all.push(Action::Click(Position::new(x, y)));
        all.push(Action::Wheel(Move::Next, Position::new(x, y)));
    }
    all.extend(
        [(120, 36), (80, 24), (40, 12), (30, 5)]
            .map(|(width, height)| Action::Resize(Size::new(width, height))),
    );
    // Most keys of most people.
    all.extend([Action::Go(Move::Next); 20]);
    all.extend([Action::NextPane; 5]);
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn a_frame_after_others_is_as_if_it_were_the_first(
        steps in proptest::collection::vec((0_usize..1000, 1_usize..4), 1..30),
        size in proptest::sample::select(&[(120, 40), (100, 30), (80, 24), (40, 12)][..]),
        glyphs in proptest::sample::select(&Glyphs::ALL[..]),
        theme in proptest::sample::select(&ThemeName::ALL[..]),
    ) {
        let all = actions();
        let means = Means { depth: Depth::True, glyphs };
        let mut app = bundled(size.0, size.1).with_appearance(Appearance { theme, ..Appearance::default() }).with_hints();
        let mut canvas = Canvas::new(means);
        canvas.draw(&app);
        prop_assert_eq!(canvas.frame(), &frame(&app, &Theme::new(app.appearance(), means)));
        for (first, several) in steps {
            let before = canvas.frame().clone();
            for step in 0..several {
                match app.update(all[(first + step) % all.len()]) {
                    Outcome::Perform(Effect::Copy(_)) => app.answer(Answer::Copy("it was sent".to_owned())),
                    Outcome::Perform(Effect::Export { .. }) => {
                        app.answer(Answer::Exported("it was written".to_owned()));
                    }
                    Outcome::Perform(
                        Effect::Mouse(_) | Effect::Suspend | Effect::Save { .. } | Effect::Sentence(_),
                    )
                    | Outcome::Unchanged
                    | Outcome::Changed
                    | Outcome::Repaint
                    | Outcome::Talk(_)
                    | Outcome::Quit => {}
                }
            }
            canvas.draw(&app);
            let fresh = frame(&app, &Theme::new(app.appearance(), means));
            prop_assert_eq!(canvas.frame(), &fresh);
            if before.area == fresh.area {
                for Position { x, y } in fresh.area.positions() {
                    let may_differ = canvas.touched(usize::from(y)).contains(&usize::from(x));
                    prop_assert!(may_differ || before[(x, y)] == fresh[(x, y)], "row {}, column {}", y, x);
                }
            }
        }
    }
}

#[test]
fn a_row_on_draws_a_pane_the_strip_and_the_footer_alone() {
    let mut app = bundled(160, 50);
    let mut canvas = Canvas::new(Means::default());
    canvas.draw(&app);
    assert!((0..50).all(|row| canvas.touched(row) == (0..160)), "at first everything");
    app.update(Action::Focus(1));
    canvas.draw(&app);
    app.update(Action::Go(Move::Next));
    canvas.draw(&app);
    let touched: Vec<_> =
        (0..50).map(|row| (row, canvas.touched(row))).filter(|(_, row)| !row.is_empty()).collect();
    assert_eq!(touched.first(), Some(&(11, 66..160)), "the pane with slopes begins here: {touched:?}");
    assert_eq!(touched.last(), Some(&(49, 0..160)));
}

#[test]
fn within_a_list_two_rows_are_drawn_anew() {
    let mut app = bundled(120, 40);
    let mut canvas = Canvas::new(Means::default());
    canvas.draw(&app);
    app.update(Action::Go(Move::Next));
    canvas.draw(&app);
    let selected = |row: u16| canvas.frame()[(1, row)].symbol() == "▸";
    let marker = (0..40).find(|row| selected(*row)).expect("a selected row");
    let list = usize::from(marker) - 2..usize::from(marker) + 3;
    let touched: Vec<_> = list.filter(|row| !canvas.touched(*row).is_empty()).collect();
    assert_eq!(
        touched,
        [usize::from(marker) - 1, usize::from(marker)],
        "the row that was left, and this one"
    );
}
