//! Draws the notes of the speaker.
//!
//! ```text
//!  4:31 of 8:10 · 0:20 behind              step 5 of 10 · 0:31 of 1:00 · 2 more
//!  3 follow · live
//!  Five countries, three numbers
//!
//!  Next shows one row at a time; wait at the two without a number.
//!
//!  Next  Four partners that grew fast
//!  PgDn next  PgUp back  b blank  t clock  ? help
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::talk::whole;
use super::{Theme, cells};
use crate::stage::protocol::Briefing;
use crate::stage::{Scene, SceneState, SpeakerNotes};
use crate::text::truncate;

const HELP: [&str; 9] = [
    "PgDn Space →      next row, line, step",
    "PgUp ← Backspace  take it back",
    "digits Enter      go to that step",
    "b .               blank, and back",
    "t                 pause the clock",
    "Z x               big number, one row",
    "r F5              back to the step",
    "↑ ↓               scroll the notes",
    "q                 quit the notes",
];

/// A buffer of the screen's size with the notes drawn into it.
#[must_use]
pub fn notes_frame(notes: &SpeakerNotes, theme: &Theme) -> Buffer {
    whole(notes.size(), theme, |buffer| render(notes, theme, buffer))
}

fn render(notes: &SpeakerNotes, theme: &Theme, buffer: &mut Buffer) {
    let area = buffer.area;
    let room = area.width.saturating_sub(2);
    let Some(above) = usize::from(area.height).checked_sub(2) else { return };
    let mut lines = head(notes, room);
    let plain = Style::new();
    if notes.has_help() {
        lines.extend(HELP.map(|line| (line.to_owned(), plain)));
    } else if let Some((scene, _)) = notes.latest() {
        lines.push((scene.title.clone(), theme.title));
        lines.push((String::new(), plain));
        lines.extend(notes.lines().into_iter().skip(notes.top()).map(|line| (line, plain)));
    }
    let place = |row: usize| u16::try_from(row).unwrap_or(u16::MAX);
    for (row, (line, style)) in lines.iter().take(above).enumerate() {
        write(buffer, (place(row), line), room, *style);
    }
    let next = notes.latest().map(|(_, latest)| latest.view.next.as_deref().unwrap_or("(the last step)"));
    if let Some(next) = next.filter(|_| !notes.has_help()) {
        write(buffer, (place(above), &format!("Next  {next}")), room, theme.title);
    }
    write(buffer, (place(above + 1), &footer(notes, room)), room, plain);
}

fn write(buffer: &mut Buffer, (row, text): (u16, &str), room: u16, style: Style) {
    let line = Rect { x: 1, y: row, width: room, height: 1 };
    cells::write(buffer, (line.x, line.y), &truncate::cut(text, room.into()), room.into(), style);
}

/// The time, the step and who follows: next to each other where there is room.
fn head(notes: &SpeakerNotes, room: u16) -> Vec<(String, Style)> {
    let plain = Style::new();
    let Some(((scene, latest), time)) = notes.latest().zip(notes.time()) else {
        return vec![("No talk yet; trying again each second.".to_owned(), plain)];
    };
    let clock = |seconds: u64| format!("{}:{:02}", seconds / 60, seconds % 60);
    // No word of its own for being on time: it would cost the second in which it goes too many bytes.
    let side = if time.behind > 0 { "behind" } else { "ahead" };
    let against_plan = format!("{} {side}", clock(time.behind.unsigned_abs()));
    let stopped = if latest.view.clock.running { "" } else { " · stopped" };
    let all = format!("{} of {} · {against_plan}{stopped}", clock(time.elapsed), clock(time.planned));
    let more = if latest.view.left == 0 { String::new() } else { format!(" · {} more", latest.view.left) };
    let step = format!("step {} of {}", scene.step + 1, scene.steps);
    let spent = format!("{} of {}", clock(time.step_elapsed), clock(time.step_planned));
    let (wide, narrow) = (format!("{step} · {spent}{more}"), format!("{spent} · {step}{more}"));
    let gap = usize::from(room).checked_sub(truncate::width(&all) + truncate::width(&wide));
    let mut lines = match gap {
        Some(gap @ 3..) => vec![(format!("{all}{}{wide}", " ".repeat(gap)), plain)],
        // Both times at the left: a second costs less to show.
        Some(_) | None => vec![(all, plain), (narrow, plain)],
    };
    lines.push((state(notes, scene, latest), plain));
    lines
}

fn state(notes: &SpeakerNotes, scene: &Scene, latest: &Briefing) -> String {
    let state = match scene.state {
        // Nobody knows how many still follow.
        _ if !notes.is_connected() && scene.state != SceneState::Ended => {
            return "presenter away, trying again".to_owned();
        }
        _ if scene.blank => "blank",
        SceneState::Live if scene.off => "off the path",
        SceneState::Live => "live",
        SceneState::Held => "held",
        SceneState::Paused => "paused",
        SceneState::Ended => "ended",
    };
    let trouble =
        latest.trouble.as_ref().map_or_else(String::new, |why| format!(" · nobody more can follow: {why}"));
    format!("{} follow · {state}{trouble}", latest.followers)
}

fn footer(notes: &SpeakerNotes, room: u16) -> String {
    if let Some(typed) = notes.typed() {
        return format!("to step {typed}  Enter");
    }
    if notes.has_send_failed() {
        return "not passed on: the presenter is away".to_owned();
    }
    let wordings = [
        "PgDn next  PgUp back  b blank  t clock  ? help  q quit",
        "PgDn next  PgUp back  ? help  q quit",
        "? help  q quit",
    ];
    let fits = |words: &&&str| truncate::width(words) <= usize::from(room);
    wordings.iter().find(fits).map_or("", |words| words).to_owned()
}
