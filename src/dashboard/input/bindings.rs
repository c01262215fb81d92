//! The one table of key bindings: input, footer, palette, help and the tables of docs/keys.md come from it.

use super::binding::{Binding, shown};
use super::key::Key;
use super::key_mode::KeyMode;
use super::keyboard::twin;
use super::line_keys::line_edit;
use super::talk_bindings::{IN_AUDIENCE, IN_TALK, OFF_PATH, ON_PATH};
use crate::dashboard::action::Action;
use crate::dashboard::cursor::Move;
use crate::dashboard::overlays::OverlayKind;
use crate::dashboard::pivot::PivotStep;
use crate::dashboard::talk::TalkAction;

use Action::{
    Back, Compare, CopyPane, CopyRow, Focus, Go, Leave, Mouse, NextHit, NextPane, NextTheme, Open,
    OtherDataset, Pivot, PreviousHit, PreviousPane, Quit, Repaint, Reverse, Sentence, Show, Sort, Suspend,
    TabBack, Talk, Unit, Zoom,
};
use Key::{
    AltBackspace, BackTab, Backspace, Char, Ctrl, Down, End, Enter, Escape, F5, Home, Left, PageDown, PageUp,
    Right, Tab, Up,
};

/// All keys but those that edit a line.
pub const BINDINGS: &[Binding] = &[
    Binding {
        keys: &[
            (Up, Go(Move::Previous)),
            (Char('k'), Go(Move::Previous)),
            (Down, Go(Move::Next)),
            (Char('j'), Go(Move::Next)),
        ],
        does: "previous or next row",
        hint: Some(("↑↓", "row")),
    },
    Binding {
        keys: &[(Tab, Action::Tab), (BackTab, TabBack)],
        does: "next or previous pane, or link of an open figure",
        hint: Some(("Tab", "pane")),
    },
    Binding {
        keys: &[(Left, PreviousPane), (Char('h'), PreviousPane), (Right, NextPane), (Char('l'), NextPane)],
        does: "previous or next pane, or open figure",
        hint: None,
    },
    Binding {
        keys: &[
            (Char('1'), Focus(0)),
            (Char('2'), Focus(1)),
            (Char('3'), Focus(2)),
            (Char('4'), Focus(3)),
            (Char('5'), Focus(4)),
            (Char('6'), Focus(5)),
            (Char('7'), Focus(6)),
            (Char('8'), Focus(7)),
            (Char('9'), Focus(8)),
        ],
        does: "the pane with that number",
        hint: None,
    },
    Binding {
        keys: &[(PageUp, Go(Move::PageUp)), (PageDown, Go(Move::PageDown))],
        does: "a page up or down",
        hint: None,
    },
    Binding {
        keys: &[
            (Home, Go(Move::First)),
            (Char('g'), Go(Move::First)),
            (End, Go(Move::Last)),
            (Char('G'), Go(Move::Last)),
        ],
        does: "first or last row",
        hint: None,
    },
    Binding {
        keys: &[(Enter, Open)],
        does: "open the figure; in it, follow the link",
        hint: Some(("Enter", "open")),
    },
    Binding {
        keys: &[(Char('z'), Zoom)],
        does: "show the pane alone, enlarged; again, show all",
        hint: Some(("z", "zoom")),
    },
    Binding { keys: &[(Escape, Back), (Backspace, Back)], does: "go back", hint: Some(("Esc", "back")) },
    Binding {
        keys: &[(Char('d'), Pivot(PivotStep::Down))],
        does: "in a table: narrow to the row; Esc widens again",
        hint: Some(("d", "down")),
    },
    Binding {
        keys: &[(Char('i'), Pivot(PivotStep::NextFlow))],
        does: "in a table: exports, imports, total or balance",
        hint: Some(("i", "flow")),
    },
    Binding {
        keys: &[
            (Char('-'), Pivot(PivotStep::PreviousPeriod)),
            (Char('+'), Pivot(PivotStep::NextPeriod)),
            (Char('='), Pivot(PivotStep::NextPeriod)),
        ],
        does: "in a table: the period before or after",
        hint: Some(("-+", "period")),
    },
    Binding {
        keys: &[(Char('w'), Show(OverlayKind::Which))],
        does: "in a table: choose reporter, partner and so on",
        hint: Some(("w", "which")),
    },
    Binding {
        keys: &[(Char('/'), Show(OverlayKind::Find))],
        does: "find rows in all panes; Enter keeps, Esc shows all",
        hint: Some(("/", "find")),
    },
    Binding {
        keys: &[(Char('n'), NextHit), (Char('N'), PreviousHit)],
        does: "next or previous row of all panes",
        hint: Some(("n", "next")),
    },
    Binding {
        keys: &[(Char('O'), Show(OverlayKind::Others))],
        does: "the same figure in other reports; do they agree?",
        hint: Some(("O", "elsewhere")),
    },
    Binding {
        keys: &[(Char('s'), Sort), (Char('S'), Reverse)],
        does: "sort by source order, value, growth, name; the other way",
        hint: Some(("s", "sort")),
    },
    Binding {
        keys: &[(Char('c'), Compare)],
        does: "compare all rows with this one; again to stop",
        hint: Some(("c", "compare")),
    },
    Binding {
        keys: &[(Char('u'), Unit)],
        does: "another currency; of a table, value, weight or money per kg",
        hint: Some(("u", "unit")),
    },
    Binding {
        keys: &[(Char('y'), CopyRow), (Char('Y'), CopyPane)],
        does: "copy the row or open figure's citation; the pane",
        hint: Some(("y", "copy")),
    },
    Binding {
        keys: &[(Char('e'), Show(OverlayKind::Export))],
        does: "save the pane as CSV, JSON, Markdown, SVG or text",
        hint: Some(("e", "export")),
    },
    Binding {
        keys: &[(Char(':'), Show(OverlayKind::Palette))],
        does: "find an action by its name",
        hint: None,
    },
    Binding {
        keys: &[(Char('v'), Show(OverlayKind::Address))],
        does: "this view as text, to come back to it",
        hint: None,
    },
    Binding {
        keys: &[(Char('p'), Talk(TalkAction::Begin)), (F5, Talk(TalkAction::Begin))],
        does: "present the tour, step by step",
        hint: Some(("p", "present")),
    },
    Binding {
        keys: &[(Char('D'), Sentence)],
        does: "in a draft: back to the sentence",
        hint: Some(("D", "draft")),
    },
    Binding {
        keys: &[(Char('m'), Mouse)],
        does: "mouse on or off; off, the terminal selects text",
        hint: Some(("m", "mouse")),
    },
    Binding {
        keys: &[(Char('B'), OtherDataset)],
        does: "the other bundled dataset, or back",
        hint: Some(("B", "article")),
    },
    Binding { keys: &[(Char('T'), NextTheme)], does: "the next theme", hint: None },
    Binding {
        keys: &[(Char('W'), Show(OverlayKind::Warnings))],
        does: "the warnings about the files",
        hint: Some(("W", "warnings")),
    },
    Binding { keys: &[(Ctrl('z'), Suspend)], does: "suspend (fg resumes)", hint: None },
    Binding {
        keys: &[(Char('?'), Show(OverlayKind::Help)), (Ctrl('l'), Repaint)],
        does: "show or hide this help; redraw",
        hint: Some(("?", "help")),
    },
    Binding {
        keys: &[(Char('q'), Leave), (Ctrl('c'), Quit)],
        does: "quit; q first closes what is open",
        hint: Some(("q", "quit")),
    },
];

/// The action of a key, if it has one. In command mode, a key without one acts as its counterpart on a Latin keyboard.
#[must_use]
pub fn action(mode: KeyMode, key: Key) -> Option<Action> {
    match (mode, key) {
        (KeyMode::Typing, Tab) => Some(Action::Overwrite),
        (KeyMode::Typing, BackTab) => None,
        (KeyMode::Typing, _) => line_edit(key).map(Action::Edit).or_else(|| bound(mode, key)),
        // Escape and Backspace that arrive together go back once.
        (_, AltBackspace) => bound(mode, Escape),
        (_, _) => bound(mode, key).or_else(|| bound(mode, twin(key)?)),
    }
}

/// The bindings of a mode. If two have the same key, the first one applies.
pub fn bindings_of(mode: KeyMode) -> impl Iterator<Item = &'static Binding> {
    let talk: [&[Binding]; 2] = match mode {
        KeyMode::Command | KeyMode::Typing => [&[], &[]],
        KeyMode::OnPath => [ON_PATH, IN_TALK],
        KeyMode::OffPath => [OFF_PATH, IN_TALK],
        KeyMode::Audience => [IN_AUDIENCE, &[]],
    };
    talk.into_iter().flatten().chain(BINDINGS)
}

/// A key for an action in this mode, if there is one.
#[must_use]
pub fn key_for(mode: KeyMode, wanted: Action) -> Option<Key> {
    let keys = bindings_of(mode).flat_map(|binding| binding.keys).map(|(key, _)| *key);
    keys.into_iter().find(|key| action(mode, *key) == Some(wanted))
}

fn bound(mode: KeyMode, key: Key) -> Option<Action> {
    let mut keys = bindings_of(mode).flat_map(|binding| binding.keys);
    keys.find(|(bound, _)| *bound == key).map(|(_, action)| *action)
}

impl Binding {
    /// Its keys that work in a mode, as the help shows them; empty if none does.
    pub(crate) fn keys_in(&self, mode: KeyMode) -> String {
        let holds = |(key, own): &&(Key, Action)| action(mode, *key) == Some(*own);
        shown(self.keys.iter().filter(holds).map(|(key, _)| *key))
    }
}

#[cfg(test)]
mod tests;
