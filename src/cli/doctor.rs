//! `horgos --doctor`: the environment and the decisions made from it, for a bug report.

use std::process::ExitCode;

use color_eyre::Result;

use super::print::print;
use super::secure::SecureReason;
use super::show::sandbox;
use crate::screen::Depth;
use crate::terminal::{self, Enforcement, Environment, Repeat, Sandbox, Wishes};
use crate::text::harmless::harmless;

/// Prints one `key: value` per line. Keys and their order are stable.
pub fn doctor(environment: &Environment, wishes: Wishes) -> Result<ExitCode> {
    let lines = found(environment).into_iter().chain(decided(environment, wishes)).chain(safety());
    let lines: Vec<String> = lines.map(|(key, value)| format!("{key}: {}", harmless(&value))).collect();
    print(&(lines.join("\n") + "\n"))
}

fn found(environment: &Environment) -> Vec<(&'static str, String)> {
    let said = |value: &Option<String>| value.clone().unwrap_or_else(|| "not set".to_owned());
    let size = terminal::size();
    vec![
        ("version", env!("CARGO_PKG_VERSION").to_owned()),
        ("system", format!("{} {}", std::env::consts::OS, std::env::consts::ARCH)),
        ("terminal", yes(environment.terminal)),
        ("size", format!("{}x{}", size.width, size.height)),
        ("TERM", said(&environment.term)),
        ("COLORTERM", said(&environment.colorterm)),
        ("TERM_PROGRAM", said(&environment.term_program)),
        ("NO_COLOR", said(&environment.no_color)),
        ("CLICOLOR", said(&environment.clicolor)),
        ("CLICOLOR_FORCE", said(&environment.clicolor_force)),
        ("HORGOS_NO_SYNC", said(&environment.horgos_no_sync)),
        ("locale", said(&environment.locale)),
        ("tmux", yes(environment.tmux.is_some())),
        ("screen", yes(environment.sty.is_some())),
        ("ssh", yes(environment.ssh.is_some())),
    ]
}

fn decided(environment: &Environment, wishes: Wishes) -> Vec<(&'static str, String)> {
    let decision = environment.decide(wishes);
    let depth = match decision.means.depth {
        Depth::None => "none",
        Depth::Sixteen => "16",
        Depth::Cube => "256",
        Depth::True => "truecolor",
    };
    let repeat = match decision.abilities.repeat {
        Repeat::Never => "never",
        Repeat::Ascii => "ascii",
        Repeat::Any => "any",
    };
    vec![
        ("shows", if decision.screen { "screen" } else { "text" }.to_owned()),
        ("colours", depth.to_owned()),
        ("theme", decision.appearance.theme.name().to_owned()),
        ("glyphs", decision.means.glyphs.name().to_owned()),
        ("rising", decision.appearance.rising.name().to_owned()),
        ("synchronized", yes(decision.abilities.sync)),
        ("erase-characters", yes(decision.abilities.erase_chars)),
        ("back-colour-erase", yes(decision.abilities.back_colour_erase)),
        ("move-to-column", yes(decision.abilities.column)),
        ("repeat", repeat.to_owned()),
    ]
}

/// Enters the sandbox of the dashboard, since only that shows what the kernel enforces. Nothing is opened after this.
fn safety() -> [(&'static str, String); 2] {
    let reason = SecureReason::of_process();
    let sandbox = sandbox(reason.is_some());
    let left = match sandbox {
        Sandbox::NoFiles => "no files, no network, no signals to others",
        Sandbox::Exports => "writes files and reads none, no network",
    };
    let enforced = match sandbox.enter() {
        Enforcement::Full => format!("{left} (Landlock)"),
        Enforcement::Partial => format!("{left}, as far as the kernel knows (Landlock, an old version)"),
        Enforcement::Nothing => "none: no Landlock in this kernel".to_owned(),
    };
    [("secure", reason.map_or(yes(false), |reason| format!("yes, {reason}"))), ("sandbox", enforced)]
}

fn yes(is: bool) -> String {
    if is { "yes" } else { "no" }.to_owned()
}
