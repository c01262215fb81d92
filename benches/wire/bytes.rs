//! The bytes of the same frames: the fewest possible, the wire's, and those of ratatui's own terminal and backend.

use std::cell::Cell;
use std::error::Error;
use std::io;
use std::rc::Rc;

use horgos::screen::Canvas;
use horgos::terminal::{Abilities, Environment, Wire, Wishes};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::{Terminal, TerminalOptions, Viewport};
use ratatui_crossterm::CrosstermBackend;

use crate::minimum::bound;
use crate::screen::{bundled, press};

type Outcome<T> = Result<T, Box<dyn Error>>;

/// The frames to compare: their names, and the keys that lead from one to the next.
const STEPS: [(&str, &str); 8] = [
    ("first frame", ""),
    ("one row down", "j"),
    ("one pane on", "<tab>"),
    ("open a text", "<enter>"),
    ("back to the panes", "<esc>"),
    ("zoom", "z"),
    ("back to the panes", "z"),
    ("help", "?"),
];

/// The terminals whose sequences are counted: with REP of every glyph, of ASCII only, and without.
const TERMS: [&str; 3] = ["xterm-kitty", "tmux-256color", "xterm-256color"];

/// Counts what is written to it.
#[derive(Clone, Default)]
struct Counter(Rc<Cell<usize>>);

impl io::Write for Counter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.set(self.0.get() + bytes.len());
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Prints a table for screens of these sizes.
pub fn compare(sizes: &[(u16, u16)]) -> Outcome<()> {
    let [any, ascii, none] = TERMS;
    println!("| size | what | at least | {any} | {ascii} | {none} | stock ratatui |");
    println!("| --- | --- | ---: | ---: | ---: | ---: | ---: |");
    for (width, height) in sizes.iter().copied() {
        let frames = frames(width, height);
        let stock = stock(&frames)?;
        let wires = TERMS.map(|term| wire(&frames, Abilities::from_term(Some(term))));
        let mut before = Buffer::empty(Rect::new(0, 0, width, height));
        for (at, (what, _)) in STEPS.iter().enumerate() {
            let least = bound(&before, &frames[at]);
            let ours = wires.each_ref().map(|bytes| share(bytes[at], least));
            let theirs = share(stock[at], least);
            println!("| {width}×{height} | {what} | {least} | {} | {theirs} |", ours.join(" | "));
            before.clone_from(&frames[at]);
        }
    }
    Ok(())
}

/// A number of bytes, and how many times the least it is.
fn share(bytes: usize, least: usize) -> String {
    let hundredths = (bytes * 100 + least / 2) / least.max(1);
    format!("{bytes} ({}.{:02}×)", hundredths / 100, hundredths % 100)
}

fn frames(width: u16, height: u16) -> Vec<Buffer> {
    let environment = Environment {
        term: Some(TERMS[2].to_owned()),
        locale: Some("C.UTF-8".to_owned()),
        terminal: true,
        ..Environment::default()
    };
    let decision = environment.decide(Wishes::default());
    let mut app = bundled(width, height).with_appearance(decision.appearance);
    let mut canvas = Canvas::new(decision.means);
    let draw = |(_, keys): (&str, &str)| {
        press(&mut app, keys);
        canvas.draw(&app);
        canvas.frame().clone()
    };
    STEPS.into_iter().map(draw).collect()
}

fn wire(frames: &[Buffer], abilities: Abilities) -> Vec<usize> {
    let mut wire = Wire::new(abilities);
    frames.iter().map(|frame| wire.frame(frame).len()).collect()
}

/// The bytes of `Terminal::draw` on ratatui's backend for crossterm, which takes the screen to be empty at first.
fn stock(frames: &[Buffer]) -> Outcome<Vec<usize>> {
    let written = Counter::default();
    let area = frames.first().map_or(Rect::ZERO, |frame| frame.area);
    let options = TerminalOptions { viewport: Viewport::Fixed(area) };
    let mut terminal = Terminal::with_options(CrosstermBackend::new(written.clone()), options)?;
    let mut bytes = Vec::new();
    for frame in frames {
        let before = written.0.get();
        terminal.draw(|screen| screen.buffer_mut().clone_from(frame))?;
        bytes.push(written.0.get() - before);
    }
    Ok(bytes)
}
