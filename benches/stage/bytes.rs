//! The bytes of a talk on the wire: each step, each thing that is revealed, a blank screen, the notes, and idle.

use std::time::{Duration, Instant};

use horgos::dashboard::App;
use horgos::stage::{Remote, Talk, TalkOptions};
use ratatui::layout::Size;

use crate::Verdict;
use crate::terminal::{Outcome, Terminal, median};

/// Screens, with the most bytes of a step and of the way back to all panes.
const SIZES: [((u16, u16), usize, usize); 3] =
    [((120, 36), 2000, 4000), ((80, 24), 1600, 1600), ((60, 16), 1000, 1000)];
const START: Duration = Duration::from_secs(5);
/// So long nothing happens.
const IDLE: Duration = Duration::from_secs(4);
const TICKS: usize = 10;

const NEXT: &str = "\x1b[6~";

pub fn measure(verdict: &mut Verdict) -> Outcome<()> {
    for (size, step, overview) in SIZES {
        let mut presenter = Terminal::start(&["present", "--no-sockets"], &[], size)?;
        presenter.settle(START)?;
        let name = |what: &str| format!("{}×{}, {what}", size.0, size.1);
        let (mut steps, mut reveals) = (0, 0);
        let mut costs = Vec::new();
        for is_reveal in path(size)? {
            let cost = presenter.press(NEXT)?;
            let most = if is_reveal { &mut reveals } else { &mut steps };
            *most = cost.bytes.max(*most);
            costs.push(cost);
        }
        verdict.line(&name("a step"), steps, step, "B");
        let time = median(costs.iter().map(|cost| cost.time)).as_micros();
        let processor = median(costs.iter().map(|cost| cost.processor)).as_micros();
        verdict.note(&name("a key to its last byte"), format!("{time} µs, {processor} µs of processor"));
        verdict.line(&name("writes of a key"), median(costs.iter().map(|cost| cost.writes)), 1, "");
        verdict.line(&name("a row or line that is revealed"), reveals, 400, "B");
        let back = presenter.press("1\r")?.bytes;
        verdict.line(&name("back to all panes"), back, overview, "B");
        verdict.line(&name("blank"), presenter.press("b")?.bytes, 80, "B");
        presenter.press("b")?;
        verdict.line(&name("idle"), presenter.settle(IDLE)?.0, 0, "B");
        presenter.send("q")?;
        presenter.quit()?;
    }
    notes(verdict)
}

/// For each key that leads through the bundled talk, true if it reveals a row or line of the step.
fn path((width, height): (u16, u16)) -> Outcome<Vec<bool>> {
    let app = App::new(horgos::formats::bundled()?.dataset, Size { width, height });
    let now = Instant::now();
    let mut talk = Talk::new(&app, TalkOptions::default(), now)?;
    let mut path = Vec::new();
    loop {
        let before = talk.place();
        if talk.remote(Remote::Next, now) == horgos::dashboard::Outcome::Unchanged {
            return Ok(path);
        }
        path.push(talk.place() == before);
    }
}

fn notes(verdict: &mut Verdict) -> Outcome<()> {
    let folder = tempfile::tempdir()?;
    let variables = [("XDG_RUNTIME_DIR", folder.path().to_str().ok_or("a folder with an odd name")?)];
    let mut presenter = Terminal::start(&["present"], &variables, (120, 36))?;
    presenter.settle(START)?;
    for size in [(80, 24), (40, 20)] {
        let mut notes = Terminal::start(&["notes"], &variables, size)?;
        notes.settle(START)?;
        let mut most = 0;
        for _ in 0..TICKS {
            most = most.max(notes.settle(Duration::from_secs(2))?.0);
        }
        verdict.line(&format!("{}×{}, a tick of the notes", size.0, size.1), most, 40, "B");
        notes.quit()?;
    }
    presenter.send("q")?;
    presenter.quit()
}
