//! The wire from the terminal's side: the bytes that arrive, and what the terminal then shows.

#[path = "wire/bound.rs"]
mod bound;
#[path = "wire/edges.rs"]
mod edges;
#[path = "wire/exact.rs"]
mod exact;
#[path = "wire/frames.rs"]
mod frames;
#[path = "wire/glass.rs"]
mod glass;
#[path = "wire/look.rs"]
mod look;
#[path = "support/bound.rs"]
mod minimum;
#[path = "wire/replay.rs"]
mod replay;
#[path = "support/screen.rs"]
mod screen;
#[path = "wire/terms.rs"]
mod terms;
#[path = "wire/tokens.rs"]
mod tokens;

use horgos::terminal::{Abilities, Repeat};

/// Every optional sequence.
const ALL: Abilities = Abilities {
    erase_chars: true,
    repeat: Repeat::Any,
    column: true,
    sync: false,
    back_colour_erase: true,
    clipboard: true,
};

/// A VT100: no optional sequence.
const NONE: Abilities = Abilities {
    erase_chars: false,
    repeat: Repeat::Never,
    column: false,
    sync: false,
    back_colour_erase: false,
    clipboard: false,
};

/// Every combination of abilities that affects frames.
fn every_ability() -> impl Iterator<Item = Abilities> {
    (0..48_u8).map(|n| Abilities {
        erase_chars: n & 1 > 0,
        column: n & 2 > 0,
        sync: n & 4 > 0,
        back_colour_erase: n & 8 > 0,
        clipboard: false,
        repeat: [Repeat::Never, Repeat::Ascii, Repeat::Any][usize::from(n / 16)],
    })
}
