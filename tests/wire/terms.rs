//! The abilities that each terminal is believed to have.

use horgos::terminal::{Abilities, Repeat};

/// One letter per ability: x ECH, g CHA and VPA, k background erase, s sync, b REP of
/// ASCII, B REP of anything.
fn letters(term: Option<&str>) -> String {
    let can = Abilities::from_term(term);
    let mut letters = String::new();
    for (letter, yes) in [
        ('x', can.erase_chars),
        ('g', can.column),
        ('k', can.back_colour_erase),
        ('s', can.sync),
        ('b', can.repeat == Repeat::Ascii),
        ('B', can.repeat == Repeat::Any),
    ] {
        letters.extend(yes.then_some(letter));
    }
    letters
}

#[test]
fn every_terminal_gets_only_what_it_certainly_understands() {
    let table = [
        ("alacritty", "xgksB"),
        ("alacritty-direct", "xgksB"),
        ("ansi", ""),
        ("contour", "xgs"),
        ("cygwin", ""),
        ("dumb", ""),
        ("eterm-color", ""),
        ("foot", "xgksB"),
        ("foot-extra", "xgksB"),
        ("footman", ""),
        ("gnome-256color", "xgks"),
        ("konsole-256color", "xgks"),
        ("linux", "xgk"),
        ("linux-16color", "xgk"),
        ("mintty", "xgks"),
        ("mintty-direct", "xgks"),
        ("nsterm-256color", "gk"),
        ("putty-256color", "xgks"),
        ("rxvt", "gk"),
        ("rxvt-256color", "gk"),
        ("rxvt-unicode-256color", "xgk"),
        ("screen", "xgs"),
        ("screen-256color", "xgs"),
        ("screen.xterm-256color", "xgs"),
        ("st", "xgk"),
        ("st-256color", "xgk"),
        ("stv52", ""),
        ("tmux", "xgsb"),
        ("tmux-256color", "xgsb"),
        ("vt100", ""),
        ("vt220", "x"),
        ("vt320", "x"),
        ("vt420", "x"),
        ("vt520", "x"),
        ("vt52", ""),
        ("vte-256color", "xgks"),
        ("wezterm", "xgks"),
        ("xterm", "xgks"),
        ("xterm-16color", "xgks"),
        ("xterm-256color", "xgks"),
        ("xterm-direct", "xgks"),
        ("xterm-color", ""),
        ("xterm-ghostty", "xgksB"),
        ("xterm-kitty", "xgsB"),
        ("xterm-mono", ""),
        ("xterm-old", ""),
        ("xtermish", ""),
        ("unheard-of", ""),
        ("", ""),
    ];
    for (term, can) in table {
        assert_eq!(letters(Some(term)), can, "{term}");
    }
    assert_eq!(letters(None), "");
}
