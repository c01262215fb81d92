//! The one table of keys of a review: input, footer, help and the table of docs/keys.md come from it.

use super::action::{ReviewAction, Turn};
use crate::dashboard::{Binding, Edit, Key, KeyboardScript, Move, line_edit, punctuation_twin, twin};
use crate::dataset::Facet;

use Key::{
    AltBackspace, BackTab, Backspace, Char, Ctrl, Down, End, Enter, Escape, Home, Left, PageDown, PageUp,
    Right, Tab, Up,
};
use ReviewAction::{
    Accept, AcceptSure, Back, Dashboard, ForAll, Go, Help, Mend, Mouse, NextDoubtful, NextTheme, Part, Quit,
    QuitNow, Reject, Repaint, Save, Scroll, Suspend, Undo, Unexpressed,
};

/// All keys but those that edit a line. Bindings that matter more come first.
pub const REVIEW_BINDINGS: &[Binding<ReviewAction>] = &[
    Binding {
        keys: &[(Enter, Accept)],
        does: "accept the row as it stands, and go on to the next that is open",
        hint: Some(("Enter", "accept")),
    },
    Binding {
        keys: &[(Char('x'), Reject)],
        does: "not a trade figure: leave the row out; again to take it back",
        hint: Some(("x", "no figure")),
    },
    Binding {
        keys: &[(Char('e'), Mend)],
        does: "mend the marked part of the row: choose from a list by typing, or type a number",
        hint: Some(("e", "mend")),
    },
    Binding {
        keys: &[(Char(' '), NextDoubtful)],
        does: "the next row that needs a look: rows that nothing tells apart first, then those with a ?",
        hint: Some(("Space", "doubtful")),
    },
    Binding {
        keys: &[(Char('A'), AcceptSure)],
        does: "accept every row that is sure: all said with the figure or chosen by you, and unlike every other row",
        hint: Some(("A", "all sure")),
    },
    Binding {
        keys: &[(Char('R'), ForAll(Facet::Reporter))],
        does: "choose the reporter of all rows whose sentence does not say it",
        hint: Some(("R", "reporter")),
    },
    Binding {
        keys: &[(Char('P'), ForAll(Facet::Period))],
        does: "choose the period of all rows whose sentence does not say it",
        hint: Some(("P", "period")),
    },
    Binding { keys: &[(Char('u'), Undo)], does: "undo, change by change", hint: Some(("u", "undo")) },
    Binding {
        keys: &[(Char('w'), Save)],
        does: "write the dataset to a file, with what is still in doubt marked",
        hint: Some(("w", "save")),
    },
    Binding {
        keys: &[(Tab, Part(Turn::Forth)), (BackTab, Part(Turn::Back))],
        does: "mark the next or previous part of the row",
        hint: Some(("Tab", "part")),
    },
    Binding {
        keys: &[
            (Right, Part(Turn::Forth)),
            (Char('l'), Part(Turn::Forth)),
            (Left, Part(Turn::Back)),
            (Char('h'), Part(Turn::Back)),
        ],
        does: "the same",
        hint: None,
    },
    Binding {
        keys: &[
            (Up, Go(Move::Previous)),
            (Char('k'), Go(Move::Previous)),
            (Down, Go(Move::Next)),
            (Char('j'), Go(Move::Next)),
        ],
        does: "previous or next figure of the text",
        hint: Some(("↑↓", "figure")),
    },
    Binding {
        keys: &[
            (Home, Go(Move::First)),
            (Char('g'), Go(Move::First)),
            (End, Go(Move::Last)),
            (Char('G'), Go(Move::Last)),
        ],
        does: "first or last figure",
        hint: None,
    },
    Binding {
        keys: &[(PageUp, Scroll(Turn::Back)), (PageDown, Scroll(Turn::Forth))],
        does: "read the article a page up or down",
        hint: None,
    },
    Binding {
        keys: &[(Char('D'), Dashboard)],
        does: "show the draft as a dashboard; D comes back, to the sentence of the selected row",
        hint: Some(("D", "dashboard")),
    },
    Binding {
        keys: &[(Char('i'), Unexpressed)],
        does: "figures that were read and can be no rows, with the reason",
        hint: Some(("i", "no rows")),
    },
    Binding { keys: &[(Escape, Back), (Backspace, Back)], does: "go back", hint: Some(("Esc", "back")) },
    Binding {
        keys: &[(Char('T'), NextTheme)],
        does: "the next theme: colours for another background",
        hint: None,
    },
    Binding {
        keys: &[(Char('m'), Mouse)],
        does: "mouse on or off; off, the terminal selects text",
        hint: Some(("m", "mouse")),
    },
    Binding { keys: &[(Ctrl('l'), Repaint)], does: "redraw", hint: None },
    Binding { keys: &[(Ctrl('z'), Suspend)], does: "suspend (fg resumes)", hint: None },
    Binding { keys: &[(Char('?'), Help)], does: "show or hide this help", hint: Some(("?", "help")) },
    Binding {
        keys: &[(Char('q'), Quit)],
        does: "quit; asks first if something is not saved",
        hint: Some(("q", "quit")),
    },
    Binding {
        keys: &[(Ctrl('c'), QuitNow)],
        does: "quit at once; the draft is kept, and the terminal says where",
        hint: None,
    },
];

/// The action of a key. In command mode, a key without one acts as its counterpart on a Latin keyboard; a comma does so
/// only where a Cyrillic letter was typed.
pub(super) fn action(is_typing: bool, key: Key, keyboard: KeyboardScript) -> Option<ReviewAction> {
    let comma = || punctuation_twin(key).filter(|_| keyboard == KeyboardScript::Cyrillic);
    match (is_typing, key) {
        (true, Tab) => Some(ReviewAction::Overwrite),
        (true, BackTab) => None,
        (true, _) => line_edit(key).map(ReviewAction::Edit).or_else(|| bound(key)),
        (false, AltBackspace) => bound(Escape),
        (false, _) => bound(key).or_else(|| twin(key).or_else(comma).and_then(bound)),
    }
}

fn bound(key: Key) -> Option<ReviewAction> {
    let mut keys = REVIEW_BINDINGS.iter().flat_map(|binding| binding.keys);
    keys.find(|(bound, _)| *bound == key).map(|(_, action)| *action)
}

/// The keys that the footer names while a line is typed.
pub(super) const CHOOSING: &[(&str, &str, ReviewAction)] = &[
    ("↑↓", "value", Go(Move::Next)),
    ("Enter", "choose", Accept),
    ("Ctrl-U", "clear", ReviewAction::Edit(Edit::DeleteToStart)),
    ("Esc", "leave", Back),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_is_bound_twice_and_all_are_on_every_keyboard() {
        let keys: Vec<Key> =
            REVIEW_BINDINGS.iter().flat_map(|binding| binding.keys).map(|(key, _)| *key).collect();
        for (at, key) in keys.iter().enumerate() {
            assert!(!keys[..at].contains(key), "{key} is bound twice");
            if let Char(c) = key {
                assert!(c.is_ascii_alphanumeric() || " ?".contains(*c), "{c} is not on every keyboard");
            }
        }
    }

    #[test]
    fn keys_of_other_keyboards_do_the_same_unless_a_line_is_typed() {
        for (typed, wanted) in
            [('ч', Reject), ('у', Mend), ('Ф', AcceptSure), ('Ｒ', ForAll(Facet::Reporter)), ('й', Quit)]
        {
            assert_eq!(action(false, Char(typed), KeyboardScript::Latin), Some(wanted), "{typed}");
            let letter = Some(ReviewAction::Edit(Edit::Insert(typed)));
            assert_eq!(action(true, Char(typed), KeyboardScript::Cyrillic), letter);
        }
        assert_eq!(action(false, Char(','), KeyboardScript::Cyrillic), Some(Help));
        assert_eq!(action(false, Char(','), KeyboardScript::Latin), None);
    }
}
