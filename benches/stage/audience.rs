//! A presenter with a hundred followers: from a key to the last of their sockets, and to the last byte of their screens.

use std::path::Path;
use std::time::{Duration, Instant};

use crate::Verdict;
use crate::server::{connect, wait_for};
use crate::terminal::{Outcome, Terminal, median, settle};

const FOLLOWERS: usize = 100;
const TIMES: usize = 21;
const SIZES: [(u16, u16); 3] = [(120, 36), (80, 24), (60, 16)];
const START: Duration = Duration::from_secs(5);

const NEXT: &str = "\x1b[6~";
/// The first step, and the second: their views have nothing in common, so that the screen is drawn anew.
const FIRST: &str = "1\r";

pub fn measure(verdict: &mut Verdict) -> Outcome<()> {
    let folder = tempfile::tempdir()?;
    let runtime = folder.path().to_str().ok_or("a folder with an odd name")?;
    let variables = [("XDG_RUNTIME_DIR", runtime)];
    let mut presenter = Terminal::start(&["present"], &variables, (120, 36))?;
    presenter.settle(START)?;
    let stage = folder.path().join("horgos/stage.sock");
    let one = to_sockets(&mut presenter, &stage, 1)?;
    let all = to_sockets(&mut presenter, &stage, FOLLOWERS)?;
    verdict.note("key to the socket of one follower", format!("{one} µs"));
    verdict.line(&format!("key to the last of {FOLLOWERS} followers' sockets"), all, 1000, "µs");
    let (mut followers, mut starts) = (Vec::new(), Vec::new());
    for size in SIZES {
        let mut follower = Terminal::start(&["follow"], &variables, size)?;
        let last = follower.settle(START)?.1.ok_or("it shows nothing")?;
        starts.push((last - follower.started).as_micros());
        followers.push(follower);
    }
    verdict.note("start of a follower to its last byte", format!("{} µs", median(starts)));
    for size in SIZES.iter().cycle().take(FOLLOWERS - SIZES.len()) {
        followers.push(Terminal::start(&["follow"], &variables, *size)?);
    }
    settle(&mut followers, START)?;
    for (what, key, back) in [("a step", NEXT, FIRST), ("a row", "j", "k")] {
        let mut times = Vec::new();
        for _ in 0..TIMES {
            presenter.settle(Duration::from_millis(100))?;
            let start = Instant::now();
            presenter.send(key)?;
            let last = settle(&mut followers, START)?.1.ok_or("nobody follows")?;
            times.push((last - start).as_micros());
            presenter.press(back)?;
            settle(&mut followers, START)?;
        }
        let what = format!("{what}: key to the last byte of {FOLLOWERS} followers' screens");
        verdict.line(&what, median(times), 30_000, "µs");
    }
    // The pages of the program file are there once for all of them.
    let share = |follower: &Terminal| follower.memory("smaps_rollup", "Pss");
    let shares = followers.iter().map(share).collect::<Outcome<Vec<u64>>>()?;
    verdict.line(
        "memory of a follower, its share",
        shares.iter().copied().max().unwrap_or(0),
        5 * 1024,
        "KiB",
    );
    let resident = followers[0].memory("status", "VmRSS")?;
    verdict.note("resident, the program file included", format!("{resident} KiB"));
    for follower in followers {
        follower.quit()?;
    }
    presenter.send("q")?;
    presenter.quit()
}

/// The time from a key to the last of the sockets of so many followers, in µs.
fn to_sockets(presenter: &mut Terminal, stage: &Path, count: usize) -> Outcome<u128> {
    let mut followers = connect(stage, count)?;
    wait_for(&mut followers, TITLES[0])?;
    let mut times = Vec::new();
    for at in 0..TIMES {
        presenter.settle(Duration::from_millis(100))?;
        let (key, title) = if at % 2 == 0 { (NEXT, TITLES[1]) } else { (FIRST, TITLES[0]) };
        let start = Instant::now();
        presenter.send(key)?;
        times.push((wait_for(&mut followers, title)? - start).as_micros());
    }
    presenter.press(FIRST)?;
    presenter.settle(Duration::from_millis(100))?;
    Ok(median(times))
}

/// The titles of the first two steps.
const TITLES: [&str; 2] = ["Two rates that cannot both hold", "Exports: 246.57 billion yuan"];
