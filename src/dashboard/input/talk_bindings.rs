//! The keys of a talk, which take precedence over those of the dashboard.
//!
//! They are the keys that presenters' remotes send, so every remote works whichever of them it has.

use super::binding::Binding;
use super::key::Key::{Backspace, Char, End, F5, Home, Left, PageDown, PageUp, Right};
use crate::dashboard::action::Action::Talk;
use crate::dashboard::talk::TalkAction::{
    Back, Blank, Capture, Clock, Digit, First, Follow, Hold, Last, Leave, Next, Number, Overview, Return,
    Spotlight,
};

/// Keys while the view is that of a step.
pub const ON_PATH: &[Binding] = &[
    Binding {
        keys: &[(PageDown, Talk(Next)), (Char(' '), Talk(Next)), (Right, Talk(Next))],
        does: "the next row, line or step; nothing after the last",
        hint: Some(("PgDn", "next")),
    },
    Binding {
        keys: &[(PageUp, Talk(Back)), (Left, Talk(Back)), (Backspace, Talk(Back))],
        does: "take back what the last of these did",
        hint: None,
    },
    Binding { keys: &[(Home, Talk(First)), (End, Talk(Last))], does: "the first or last step", hint: None },
    Binding {
        keys: &[
            (Char('0'), Talk(Digit(0))),
            (Char('1'), Talk(Digit(1))),
            (Char('2'), Talk(Digit(2))),
            (Char('3'), Talk(Digit(3))),
            (Char('4'), Talk(Digit(4))),
            (Char('5'), Talk(Digit(5))),
            (Char('6'), Talk(Digit(6))),
            (Char('7'), Talk(Digit(7))),
            (Char('8'), Talk(Digit(8))),
            (Char('9'), Talk(Digit(9))),
        ],
        does: "with Enter: the step with that number",
        hint: None,
    },
];

/// Keys while the view is another.
pub const OFF_PATH: &[Binding] = &[Binding {
    keys: &[(PageDown, Talk(Return)), (Char(' '), Talk(Return)), (PageUp, Talk(Return))],
    does: "come back to the step",
    hint: Some(("PgDn", "comes back")),
}];

/// Keys in both.
pub const IN_TALK: &[Binding] = &[
    Binding {
        keys: &[(Char('r'), Talk(Return)), (F5, Talk(Return))],
        does: "come back to the step, as it was",
        hint: None,
    },
    Binding {
        keys: &[(Char('b'), Talk(Blank)), (Char('.'), Talk(Blank))],
        does: "blank the screen; any key comes back, and does nothing else",
        hint: None,
    },
    Binding {
        keys: &[(Char('Z'), Talk(Number))],
        does: "the number of the selected figure large; again to end",
        hint: None,
    },
    Binding {
        keys: &[(Char('x'), Talk(Spotlight))],
        does: "only the selected row in ink; again to end",
        hint: None,
    },
    Binding {
        keys: &[(Char('o'), Talk(Overview))],
        does: "list the steps; Enter goes to the selected one",
        hint: Some(("o", "steps")),
    },
    Binding { keys: &[(Char('t'), Talk(Clock))], does: "pause the clock, or let it go on", hint: None },
    Binding {
        keys: &[(Char('f'), Talk(Hold))],
        does: "hold those who follow at what they see, or let them go on",
        hint: None,
    },
    Binding {
        keys: &[(Char('a'), Talk(Capture))],
        does: "keep this view as a step, to be printed on leaving",
        hint: None,
    },
    Binding {
        keys: &[(Char('q'), Talk(Leave))],
        does: "ask; again, leave the talk",
        hint: Some(("q", "leave")),
    },
];

/// Keys of someone who follows a talk on a screen of their own.
pub const IN_AUDIENCE: &[Binding] = &[Binding {
    keys: &[(Char('f'), Talk(Follow))],
    does: "follow the presenter again; whatever changes the view stops following",
    hint: Some(("f", "follow")),
}];
