//! A talk in front of an audience: how long a key takes to everybody, and what it costs on the wire.
//!
//! `cargo bench --bench stage` prints two tables with the bounds that are kept, and fails if one is not. Times are
//! medians; the machine should be idle otherwise. The presenter, its followers and the notes are the program itself in
//! pseudo terminals.

#[path = "stage/audience.rs"]
mod audience;
#[path = "stage/bytes.rs"]
mod bytes;
#[path = "stage/server.rs"]
mod server;
#[path = "support/terminal.rs"]
mod terminal;

use std::fmt::Display;

use terminal::Outcome;

/// The bounds that were not kept.
#[derive(Default)]
pub struct Verdict(Vec<String>);

impl Verdict {
    /// Prints a line of a table, and keeps it if its value is above the bound.
    pub fn line<T: PartialOrd + Display + Copy>(&mut self, what: &str, value: T, bound: T, unit: &str) {
        println!("| {what} | {value} {unit} | {bound} {unit} |");
        if value > bound {
            self.0.push(format!("{what}: {value} {unit} of {bound} {unit}"));
        }
    }

    /// Prints a line that has no bound.
    pub fn note(&mut self, what: &str, value: impl Display) {
        println!("| {what} | {value} | |");
    }
}

fn main() -> Outcome<()> {
    let mut verdict = Verdict::default();
    println!("| what | median | bound |");
    println!("| --- | ---: | ---: |");
    audience::measure(&mut verdict)?;
    server::measure(&mut verdict)?;
    println!();
    println!("| bytes of the bundled talk | most | bound |");
    println!("| --- | ---: | ---: |");
    bytes::measure(&mut verdict)?;
    if verdict.0.is_empty() { Ok(()) } else { Err(verdict.0.join("; ").into()) }
}
