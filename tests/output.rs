//! Output and its timing: one write per frame, nothing if nothing changed, and one frame for all waiting events.
#![cfg(unix)]
#![allow(dead_code, reason = "not every test uses all of the support")]

#[path = "support/loops.rs"]
mod loops;
#[path = "support/pty.rs"]
mod pty;
#[path = "support/screen.rs"]
mod screen;

use horgos::dashboard::{Event, Key};
use loops::played;
use pty::Pty;
use ratatui::layout::Size;
use screen::{bundled, styled};

const NEXT: Event = Event::Key(Key::Char('j'));
const FIRST: Event = Event::Key(Key::Char('g'));

fn key(c: char) -> Event {
    Event::Key(Key::Char(c))
}

fn resize(width: u16, height: u16) -> Event {
    Event::Resize(Size::new(width, height))
}

#[test]
fn a_frame_is_one_write_inside_one_synchronized_update() {
    let keys = [NEXT, key('l'), key('z'), key('?'), Event::Key(Key::Escape), Event::Key(Key::Ctrl('l'))];
    let batches: Vec<Vec<Event>> = keys.iter().map(|key| vec![key.clone()]).collect();
    let record = played(&mut bundled(120, 40), &batches);
    assert_eq!(record.writes.len(), 1 + keys.len());
    for write in record.writes {
        assert!(write.starts_with(b"\x1b[?2026h") && write.ends_with(b"\x1b[?2026l"));
        assert_eq!(write.windows(8).filter(|bytes| *bytes == b"\x1b[?2026h").count(), 1);
    }
}

#[test]
fn nothing_is_sent_when_nothing_changes() {
    let idle = [FIRST, Event::Key(Key::Escape), key('9'), Event::Click((0, 0).into()), key('1'), key('ж')];
    let batches: Vec<Vec<Event>> = idle.iter().map(|key| vec![key.clone()]).collect();
    assert_eq!(played(&mut bundled(120, 40), &batches).writes.len(), 1, "the first frame only");
    // A change that is undone before the frame is drawn is no change.
    assert_eq!(played(&mut bundled(120, 40), &[vec![NEXT, FIRST]]).writes.len(), 1);
}

#[test]
fn everything_that_waits_is_taken_before_one_frame() {
    let mut app = bundled(120, 40);
    let record = played(&mut app, &[vec![NEXT; 500]]);
    assert_eq!(record.writes.len(), 2);
    let last = app.rows(0).len() - 1;
    assert_eq!(app.view().cursor().selected, last);
}

#[test]
fn many_resizes_end_as_a_fresh_start() {
    let sizes: Vec<Event> =
        (0..100).map(|at| resize(30 + at, 60 - at / 2)).chain([resize(120, 40)]).collect();
    let mut app = bundled(120, 40);
    let record = played(&mut app, &[sizes]);
    assert_eq!(record.writes.len(), 2, "one repaint for all of them");
    assert_eq!(record.writes[0], record.writes[1], "and it paints everything");
    assert_eq!(styled(&app), styled(&bundled(120, 40)));
}

#[test]
fn a_resize_paints_everything_also_where_the_drawn_size_stays() {
    let mut app = bundled(600, 300);
    assert_eq!(app.size(), Size::new(500, 200));
    let record = played(&mut app, &[vec![resize(700, 400)]]);
    assert_eq!(record.writes.len(), 2);
    assert_eq!(record.writes[0], record.writes[1]);
}

#[test]
fn any_size_is_taken_and_at_most_500_by_200_cells_are_drawn() {
    let sizes = [(65535, 65535), (0, 0), (1, 1), (65535, 1), (1, 65535), (0, 50), (50, 0), (120, 40)];
    let batches: Vec<Vec<Event>> =
        sizes.iter().map(|(width, height)| vec![resize(*width, *height)]).collect();
    for keys in [vec![], vec![key('z')], vec![Event::Key(Key::Enter)], vec![key('?')]] {
        let mut app = bundled(80, 24);
        let all: Vec<Vec<Event>> = std::iter::once(keys).chain(batches.clone()).collect();
        let record = played(&mut app, &all);
        assert!(record.writes.iter().all(|write| write.len() < 1_000_000));
        assert_eq!(app.size(), Size::new(120, 40));
    }
}

#[test]
fn a_stop_draws_nothing_and_the_mouse_is_asked_for_once() {
    let record =
        played(&mut bundled(120, 40), &[vec![Event::Key(Key::Ctrl('z'))], vec![key('m')], vec![key('m')]]);
    assert_eq!((record.stops, record.mouse, record.writes.len()), (1, vec![true, false], 3));
}

/// Sequences that a terminal answers; the answer would end up in the shell's next prompt.
fn asks(sent: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(sent).into_owned();
    let sequences = text.split('\x1b').skip(1).map(|rest| {
        let end = rest.find(|c: char| matches!(c, '@'..='~') && c != '[').map_or(rest.len(), |at| at + 1);
        rest[..end].to_owned()
    });
    let is_query = |sequence: &String| {
        let last = sequence.chars().last().unwrap_or(' ');
        !sequence.starts_with('[') || "nctpqux".contains(last) && sequence.len() > 1 || sequence.contains('$')
    };
    sequences.filter(is_query).collect()
}

#[test]
fn the_terminal_is_never_asked_anything() {
    for term in ["xterm-256color", "xterm-kitty", "tmux-256color", "screen", "linux", "vt100"] {
        let mut command = pty::horgos(&[]);
        command.env("TERM", term);
        command.env("COLORTERM", "truecolor");
        let mut pty = Pty::start(command, (120, 40));
        pty.wait_for("q quit");
        pty.press("jTm?");
        pty.wait_for("Help");
        pty.press("qq");
        pty.wait_for_silence();
        assert_eq!(asks(&pty.sent), Vec::<String>::new(), "TERM={term}");
    }
    assert_eq!(asks(b"\x1b[6n").len(), 1, "or else this would find it");
    assert_eq!(asks(b"\x1b]11;?\x07").len(), 1);
    assert_eq!(asks(b"\x1b[c").len(), 1);
}

#[test]
fn five_hundred_keys_in_one_piece_are_at_most_five_frames() {
    let mut pty = Pty::dashboard(&[], (120, 40));
    let before = pty.sent.len();
    pty.press(&"j".repeat(500));
    pty.wait_for("▸ Neighbours");
    pty.press("q");
    pty.wait_for_silence();
    let updates = pty.sent[before..].windows(8).filter(|bytes| *bytes == b"\x1b[?2026h").count();
    assert!((1..=5).contains(&updates), "{updates} frames");
}

#[test]
fn idle_is_idle() {
    let mut pty = Pty::dashboard(&[], (120, 40));
    pty.press("jk");
    pty.press("?");
    pty.wait_for("Help");
    pty.press("?");
    pty.wait_for("▸ Exports ");
    pty.wait_for_whole_frame();
    let (pid, sent) = (pty.pid(), pty.sent.len());
    let time = |pid| pty::stat(pid, 14) + pty::stat(pid, 15);
    let before = (time(pid), pty::wake_ups(pid));
    // The one wait on a clock: idleness has no screen to wait for.
    std::thread::sleep(std::time::Duration::from_secs(1));
    assert!(time(pid) - before.0 <= 1, "less than two ticks of the processor");
    assert!(pty::wake_ups(pid) - before.1 <= 2, "it may just have gone to sleep, and sleeps");
    assert!(pty.is_silent(), "not one byte");
    pty.press("q");
    pty.wait_for_silence();
    let after = String::from_utf8_lossy(&pty.sent[sent..]).into_owned();
    assert_eq!(after.matches("\x1b[?2026h").count(), 0, "no frame: {after:?}");
}

#[test]
fn synchronized_updates_can_be_turned_off() {
    let no_sync = |arguments: &[&str], variable: Option<&str>| {
        let mut command = pty::horgos(arguments);
        if let Some(value) = variable {
            command.env("HORGOS_NO_SYNC", value);
        }
        let mut pty = Pty::start(command, (120, 40));
        pty.wait_for("q quit");
        pty.press("jq");
        pty.wait_for_silence();
        !pty.sent.windows(8).any(|bytes| bytes == b"\x1b[?2026h")
    };
    assert!(no_sync(&["--no-sync"], None));
    assert!(no_sync(&[], Some("1")));
    assert!(!no_sync(&[], Some("")));
}

#[test]
fn an_export_goes_out_with_the_frame_that_reports_it() {
    let record = played(&mut bundled(120, 40), &[vec![key('y')]]);
    assert_eq!(record.writes.len(), 2);
    assert!(record.writes[1].starts_with(b"<bytes>\x1b[?2026h"));
    // A repaint that waited before it still happens.
    let record = played(&mut bundled(120, 40), &[vec![Event::Key(Key::Ctrl('l')), key('y')]]);
    assert_eq!(record.writes.len(), 2);
    assert!(record.writes[1].windows(4).any(|bytes| bytes == b"\x1b[2J"));
}

#[test]
fn keys_pressed_before_a_stop_are_drawn() {
    let record = played(&mut bundled(120, 40), &[vec![NEXT, Event::Key(Key::Ctrl('z'))]]);
    assert_eq!((record.stops, record.writes.len()), (1, 2));
}
