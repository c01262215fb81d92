//! Environments as users have them, and the decision for each.

use super::*;

/// The variables, and then: is there a screen, the depth of colours, glyphs, theme, and the colour of rising figures.
type Case = (&'static str, bool, Depth, Glyphs, ThemeName, Rising);

const UTF8: &str = "LANG=en_GB.UTF-8";

fn environment(variables: &str, terminal: bool) -> Environment {
    let get = |name: &str| {
        let variable = variables.split(' ').find_map(|set| set.strip_prefix(name)?.strip_prefix('='));
        variable.map(str::to_owned)
    };
    Environment::from_variables(&get, terminal)
}

#[test]
fn each_environment_has_its_decision() {
    use Depth::{Cube, None as NoColour, Sixteen, True};
    use Glyphs::{Ascii, Narrow, Unicode};
    use Rising::{Green, Red};
    use ThemeName::{Ansi, Mono};
    let cases: [Case; 33] = [
        ("TERM=xterm", true, Sixteen, Unicode, Ansi, Green),
        ("TERM=xterm-256color", true, Cube, Unicode, Ansi, Green),
        ("TERM=xterm-256color COLORTERM=truecolor", true, True, Unicode, Ansi, Green),
        ("TERM=xterm-256color COLORTERM=24bit", true, True, Unicode, Ansi, Green),
        ("TERM=xterm-256color COLORTERM=yes", true, Cube, Unicode, Ansi, Green),
        ("TERM=xterm-direct", true, True, Unicode, Ansi, Green),
        ("TERM=xterm-kitty", true, True, Unicode, Ansi, Green),
        ("TERM=xterm-256color TERM_PROGRAM=Apple_Terminal", true, Cube, Unicode, Ansi, Green),
        (
            "TERM=xterm-256color TERM_PROGRAM=Apple_Terminal COLORTERM=truecolor",
            true,
            Cube,
            Unicode,
            Ansi,
            Green,
        ),
        ("TERM=screen STY=1.pts COLORTERM=truecolor", true, Sixteen, Unicode, Ansi, Green),
        ("TERM=screen-256color STY=1.pts COLORTERM=truecolor", true, Cube, Unicode, Ansi, Green),
        ("TERM=screen.xterm-256color STY=1.pts", true, Cube, Unicode, Ansi, Green),
        ("TERM=tmux-256color TMUX=/tmp/t,1,0", true, Cube, Unicode, Ansi, Green),
        ("TERM=tmux-256color TMUX=/tmp/t,1,0 COLORTERM=truecolor", true, True, Unicode, Ansi, Green),
        ("TERM=screen TMUX=/tmp/t,1,0", true, Sixteen, Unicode, Ansi, Green),
        ("TERM=linux COLORTERM=truecolor", true, Sixteen, Ascii, Ansi, Green),
        ("TERM=vt100", true, NoColour, Unicode, Mono, Green),
        ("TERM=vt220", true, NoColour, Unicode, Mono, Green),
        ("TERM=dumb", false, NoColour, Unicode, Mono, Green),
        ("", true, NoColour, Unicode, Mono, Green),
        ("TERM=", true, NoColour, Unicode, Mono, Green),
        ("TERM=xterm NO_COLOR=", true, Sixteen, Unicode, Ansi, Green),
        ("TERM=xterm NO_COLOR=1", true, NoColour, Unicode, Mono, Green),
        ("TERM=xterm NO_COLOR=0 CLICOLOR_FORCE=1", true, NoColour, Unicode, Mono, Green),
        ("TERM=xterm CLICOLOR=0", true, NoColour, Unicode, Mono, Green),
        ("TERM=xterm CLICOLOR=0 CLICOLOR_FORCE=1", true, Sixteen, Unicode, Ansi, Green),
        ("TERM=xterm CLICOLOR=0 CLICOLOR_FORCE=0", true, NoColour, Unicode, Mono, Green),
        ("TERM=xterm LC_ALL=C", true, Sixteen, Ascii, Ansi, Green),
        ("TERM=xterm LC_ALL=C.UTF-8", true, Sixteen, Unicode, Ansi, Green),
        ("TERM=xterm LC_CTYPE=en_US.ISO-8859-1", true, Sixteen, Ascii, Ansi, Green),
        ("TERM=xterm LC_ALL=zh_CN.UTF-8", true, Sixteen, Narrow, Ansi, Red),
        ("TERM=xterm LC_CTYPE=ja_JP.utf8", true, Sixteen, Narrow, Ansi, Red),
        ("TERM=xterm LC_ALL=ko_KR.UTF-8", true, Sixteen, Narrow, Ansi, Green),
    ];
    for (variables, screen, depth, glyphs, theme, rising) in cases {
        let set = format!("{UTF8} {variables}");
        let decided = environment(&set, true).decide(Wishes::default());
        let found = (
            decided.screen,
            decided.means.depth,
            decided.means.glyphs,
            decided.appearance.theme,
            decided.appearance.rising,
        );
        assert_eq!(found, (screen, depth, glyphs, theme, rising), "{variables}");
        assert!(!environment(&set, false).decide(Wishes::default()).screen, "no terminal: {variables}");
    }
    let nothing = environment("", true).decide(Wishes::default());
    assert_eq!(nothing.means.glyphs, Ascii, "no locale says nothing of UTF-8");
}

#[test]
fn the_first_locale_that_is_set_counts() {
    for (variables, expected) in [
        ("LC_ALL= LC_CTYPE= LANG=en_GB.UTF-8", Glyphs::Unicode),
        ("LC_ALL=C LC_CTYPE=en_GB.UTF-8 LANG=en_GB.UTF-8", Glyphs::Ascii),
        ("LC_CTYPE=zh_TW.UTF-8 LANG=en_GB.UTF-8", Glyphs::Narrow),
    ] {
        assert_eq!(
            environment(variables, true).decide(Wishes::default()).means.glyphs,
            expected,
            "{variables}"
        );
    }
}

#[test]
fn options_go_before_the_environment() {
    let set = environment("LANG=zh_CN.UTF-8 TERM=xterm-256color NO_COLOR=1", true);
    let wishes = Wishes {
        theme: Some(ThemeName::Dark),
        colour: Some(true),
        glyphs: Some(Glyphs::Ascii),
        rising: Some(Rising::Green),
        no_sync: true,
    };
    let decided = set.decide(wishes);
    assert_eq!(decided.means, Means { depth: Depth::Cube, glyphs: Glyphs::Ascii });
    assert_eq!(decided.appearance, Appearance { theme: ThemeName::Dark, rising: Rising::Green });
    let never = set.decide(Wishes { colour: Some(false), ..wishes });
    assert_eq!(never.means.depth, Depth::None);
    let vt100 = environment("TERM=vt100", true).decide(wishes);
    assert_eq!(vt100.means.depth, Depth::Sixteen, "who asks for colours gets them");
}

#[test]
fn synchronized_updates_can_be_turned_off() {
    let sync = |variables: &str, no_sync| {
        environment(variables, true).decide(Wishes { no_sync, ..Wishes::default() }).abilities.sync
    };
    assert!(sync("TERM=xterm-256color", false));
    assert!(sync("TERM=xterm-256color HORGOS_NO_SYNC=", false));
    assert!(!sync("TERM=xterm-256color", true));
    assert!(!sync("TERM=xterm-256color HORGOS_NO_SYNC=1", false));
    assert!(!sync("TERM=vt100", false));
}

#[test]
fn inside_gnu_screen_nothing_is_sent_that_it_does_not_know_whatever_term_says() {
    for term in ["screen", "screen-256color", "xterm-256color", "xterm-kitty", "alacritty", "linux", "st"] {
        let decided =
            |more: &str| environment(&format!("TERM={term} {more}"), true).decide(Wishes::default());
        for inside in ["STY=1.pts", "STY=1.pts TMUX=/tmp/t,1,0"] {
            let abilities = decided(inside).abilities;
            assert!(!abilities.back_colour_erase && !abilities.clipboard, "{term} {inside}");
            assert_eq!(abilities.repeat, Repeat::Never, "{term} {inside}");
        }
        assert!(decided("TMUX=/tmp/t,1,0").abilities.clipboard, "{term} inside tmux");
    }
}
