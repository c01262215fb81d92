//! The bytes that a key costs: they go over slow lines, and each waits for them.

use std::time::Duration;

use horgos::dashboard::Event;
use horgos::screen::{Canvas, Depth, Glyphs, Means};
use horgos::stage::{Remote, TalkOptions};
use horgos::terminal::{Abilities, Wire};
use ratatui::layout::Size;

use super::support::Stage;

/// A stage in front of a terminal.
struct Shown {
    stage: Stage,
    canvas: Canvas,
    wire: Wire,
}

impl Shown {
    fn new(size: (u16, u16), options: TalkOptions) -> Self {
        Self::on("xterm-256color", size, options)
    }

    fn on(term: &str, (width, height): (u16, u16), options: TalkOptions) -> Self {
        let canvas = Canvas::new(Means { depth: Depth::Cube, glyphs: Glyphs::Unicode });
        let wire = Wire::new(Abilities::from_term(Some(term)));
        let mut shown = Self { stage: Stage::with((width, height), options), canvas, wire };
        shown.bytes();
        shown
    }

    /// The bytes that make the terminal show what there is now.
    fn bytes(&mut self) -> usize {
        self.canvas.draw_talk(&self.stage.talk);
        self.wire.frame(self.canvas.frame()).len()
    }

    fn key(&mut self, key: &str) -> usize {
        self.stage.press(key);
        self.bytes()
    }
}

/// Terminals that can and cannot repeat glyphs, and one that does not erase in colours.
const TERMS: [&str; 4] = ["xterm-256color", "tmux-256color", "xterm-kitty", "screen-256color"];

/// Screens, with the most bytes of a step.
const SIZES: [((u16, u16), usize); 3] = [((120, 36), 2_000), ((80, 24), 1_600), ((60, 16), 1_000)];

#[test]
fn a_step_a_reveal_and_a_blank_screen_keep_to_their_budgets() {
    for (term, (size, most)) in TERMS.into_iter().flat_map(|term| SIZES.map(|size| (term, size))) {
        let mut shown = Shown::on(term, size, TalkOptions::default());
        let mut steps: Vec<(String, usize)> = Vec::new();
        let mut reveals = Vec::new();
        loop {
            let before = shown.stage.place();
            let bytes = shown.key("<pgdn>");
            let after = shown.stage.place();
            if before == after {
                break;
            }
            let id = shown.stage.talk.step().id.clone();
            if before.0 == after.0 { reveals.push(bytes) } else { steps.push((id, bytes)) }
        }
        for (id, bytes) in &steps {
            assert!(*bytes <= most, "{term} {size:?}: the step {id} takes {bytes} bytes of {most}");
        }
        assert!(reveals.iter().all(|bytes| *bytes <= 400), "{term} {size:?}: {reveals:?}");
        let blank = shown.key("b");
        assert!(blank <= 80, "{size:?}: {blank}");
        println!("{term} {size:?}: steps {steps:?}, reveals {reveals:?}, blank {blank}");
    }
}

#[test]
fn from_any_step_to_any_other_is_within_the_budget() {
    for (term, (size, most)) in TERMS.into_iter().flat_map(|term| SIZES.map(|size| (term, size))) {
        let mut shown = Shown::on(term, size, TalkOptions::default());
        let steps = shown.stage.talk.place().1;
        let mut dearest = [(0, 0, 0); 2];
        for (from, to) in (0..steps).flat_map(|from| (0..steps).map(move |to| (from, to))) {
            shown.stage.talk.remote(Remote::Go(from), shown.stage.now);
            shown.bytes();
            shown.stage.talk.remote(Remote::Go(to), shown.stage.now);
            let bytes = shown.bytes();
            let into_all_panes = to == 0;
            let most = if into_all_panes && size.0 >= 100 { 4_000 } else { most };
            assert!(bytes <= most, "{term} {size:?}: from step {from} to {to}, {bytes} bytes of {most}");
            let kind = &mut dearest[usize::from(into_all_panes)];
            *kind = (*kind).max((bytes, from, to));
        }
        println!("{term} {size:?}: the dearest step and the dearest way to all panes {dearest:?}");
    }
}

#[test]
fn nothing_is_sent_while_nothing_happens() {
    for options in [TalkOptions::default(), TalkOptions { looping: true, ..TalkOptions::default() }] {
        for (size, _) in SIZES {
            let mut shown = Shown::new(size, options.clone());
            for _ in 0..4 {
                let due = shown.stage.talk.deadline().expect("a clock");
                let rest = (due - shown.stage.now).saturating_sub(Duration::from_millis(1));
                shown.stage.wait(rest);
                assert_eq!(shown.bytes(), 0, "before {size:?} is due");
                shown.stage.wait(Duration::from_millis(1));
                shown.bytes();
            }
        }
    }
}

#[test]
fn a_key_that_does_nothing_costs_nothing() {
    let mut shown = Shown::new((120, 36), TalkOptions::default());
    for key in ["<pgup>", "<left>", "<backspace>", "<esc>", "<f5>", "<home>", "f", "r"] {
        assert_eq!(shown.key(key), 0, "{key}");
    }
    shown.key("<end>");
    for key in ["<pgdn>", "<space>", "<right>", "<end>"] {
        assert_eq!(shown.key(key), 0, "{key}");
    }
}

#[test]
fn another_size_is_painted_in_full() {
    let mut shown = Shown::new((120, 36), TalkOptions::default());
    shown.stage.talk.handle(Event::Resize(Size::new(60, 16)), shown.stage.now);
    assert!(shown.bytes() > 800);
    assert_eq!(shown.canvas.frame().area.as_size(), Size::new(60, 16));
}
