//! How errors and panics are told: plainly, on standard error, and never by a panic of their own.

use std::io::Write;

use crate::text::harmless::harmless;
use color_eyre::config::{HookBuilder, Theme};

/// Installs the reports: no colours, which may end in a file, and no places in the source for errors that a person
/// made.
///
/// # Errors
///
/// When reports were installed before.
pub fn install() -> color_eyre::Result<()> {
    let builder = HookBuilder::default().theme(Theme::new()).display_env_section(false);
    let (panic, error) = builder.into_hooks();
    error.install()?;
    std::panic::set_hook(Box::new(move |what| say(&panic.panic_report(what).to_string())));
    Ok(())
}

/// Lines on standard error, where that takes them; without anything in them that could drive a terminal, since file
/// names and arguments are told as they were given.
pub fn say(text: &str) {
    let lines: Vec<String> = text.lines().map(harmless).collect();
    let _ = writeln!(std::io::stderr(), "{}", lines.join("\n"));
}
