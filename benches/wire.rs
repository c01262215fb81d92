//! Bytes over the wire and their cost, at three sizes: the program itself in a pseudo terminal.
//!
//! `cargo bench --bench wire` prints two tables. The first compares the bytes of the same frames and does not
//! depend on the machine. The costs in the second are medians; the machine should be idle otherwise.

#[path = "wire/bytes.rs"]
mod bytes;
#[path = "../tests/wire/look.rs"]
mod look;
#[path = "../tests/support/bound.rs"]
mod minimum;
#[path = "../tests/support/screen.rs"]
mod screen;
#[path = "support/terminal.rs"]
mod terminal;

use std::time::Duration;

use terminal::{Cost, Outcome, Terminal};

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), (200, 60)];
/// How often each key is pressed for the median.
const TIMES: usize = 21;

fn main() -> Outcome<()> {
    bytes::compare(&SIZES)?;
    println!();
    println!("| size | what | bytes | writes | key to last byte | processor |");
    println!("| --- | --- | ---: | ---: | ---: | ---: |");
    for size in SIZES {
        measure(size)?;
    }
    Ok(())
}

fn measure(size: (u16, u16)) -> Outcome<()> {
    let name = format!("{}×{}", size.0, size.1);
    let row = |what: &str, costs: Vec<Cost>| {
        let cost = median(&costs);
        let micros = |time: Duration| format!("{} µs", time.as_micros());
        println!(
            "| {name} | {what} | {} | {} | {} | {} |",
            cost.bytes,
            cost.writes,
            micros(cost.time),
            micros(cost.processor)
        );
    };
    let mut starts = Vec::new();
    for _ in 0..TIMES {
        let mut bench = Terminal::start(&[], &[], size)?;
        let (bytes, last) = bench.settle(Duration::from_secs(5))?;
        let time = last.map_or(Duration::ZERO, |last| last - bench.started);
        starts.push(Cost { bytes, writes: bench.writes()?, time, processor: bench.processor()? });
        bench.quit()?;
    }
    row("start to first frame", starts);
    let mut bench = Terminal::start(&[], &[], size)?;
    bench.settle(Duration::from_secs(5))?;
    for (what, keys, back) in [
        ("one row down", "j", "k"),
        ("one pane on", "\t", "\x1b[Z"),
        ("zoom", "z", "z"),
        ("help", "?", "?"),
        ("a key without effect", "x", "x"),
        ("20 keys at once", "jkjkjkjkjkjkjkjkjkjj", "g"),
        ("500 keys at once", &"j".repeat(500), "g"),
    ] {
        let mut costs = Vec::new();
        for _ in 0..TIMES {
            costs.push(bench.press(keys)?);
            bench.press(back)?;
        }
        row(what, costs);
    }
    let (writes, processor) = (bench.writes()?, bench.processor()?);
    let (bytes, _) = bench.settle(Duration::from_secs(10))?;
    let processor = bench.processor()?.saturating_sub(processor);
    row(
        "idle for 10 s",
        vec![Cost { bytes, writes: bench.writes()? - writes, time: Duration::ZERO, processor }],
    );
    let (peak, anonymous) = (bench.memory("status", "VmHWM")?, bench.memory("status", "RssAnon")?);
    println!("| {name} | peak memory {peak} KiB, anonymous {anonymous} KiB | | | | |");
    bench.quit()
}

/// The median of each number separately.
fn median(costs: &[Cost]) -> Cost {
    Cost {
        bytes: terminal::median(costs.iter().map(|cost| cost.bytes)),
        writes: terminal::median(costs.iter().map(|cost| cost.writes)),
        time: terminal::median(costs.iter().map(|cost| cost.time)),
        processor: terminal::median(costs.iter().map(|cost| cost.processor)),
    }
}
